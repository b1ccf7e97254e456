//! Everyday words: what readers say for what reports of this kind write (打官司 for 行政诉讼), and
//! words that ask for a part of the report. The table is the lexicon's, from `data/words.json`.

use crate::model::{Lexicon, Part};

use super::fold::Folding;

/// The everyday words of a report, folded.
#[derive(Clone, Debug, Default)]
pub(super) struct Everyday {
    /// Each word with the number of its meaning; longer ones first.
    words: Vec<(Vec<char>, u16)>,
    meanings: Vec<Meaning>,
}

/// What words of one row of the table mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Meaning {
    /// What reports write for them.
    pub(super) written: Vec<String>,
    /// What they write that has to do with it.
    pub(super) related: Vec<String>,
    /// The part of the report that they ask for.
    pub(super) part: Option<Part>,
}

impl Everyday {
    pub(super) fn of(lexicon: &Lexicon, folding: &Folding) -> Self {
        let mut everyday = Self::default();
        for (words, meaning) in Lexicon::pairs(&lexicon.everyday) {
            let number = everyday.meanings.len() as u16;
            everyday.words.extend(words.split(',').map(|word| (folding.chars(word), number)));
            let part = meaning.strip_prefix('@').and_then(Part::parse);
            let mut row = Meaning { part, ..Meaning::default() };
            for word in meaning.split(',').filter(|_| part.is_none()) {
                match word.strip_prefix('~') {
                    Some(related) => row.related.push(related.to_string()),
                    None => row.written.push(word.to_string()),
                }
            }
            everyday.meanings.push(row);
        }
        everyday.words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        everyday
    }

    /// The everyday words in a query, each with what it means: the query itself where it is one, else,
    /// unless only that is wanted, those of at least two characters that it holds, if they are two fifths of it.
    pub(super) fn find<'query>(
        &self,
        query: &'query [char],
        only_whole: bool,
    ) -> Vec<(&'query [char], &Meaning)> {
        let meaning = |number: u16| &self.meanings[number as usize];
        if let Some((_, number)) = self.words.iter().find(|(word, _)| word == query) {
            return vec![(query, meaning(*number))];
        }
        let mut found: Vec<(usize, &'query [char], u16)> = Vec::new();
        if only_whole {
            return Vec::new();
        }
        for (word, number) in self.words.iter().filter(|(word, _)| word.len() >= 2) {
            let Some(at) = query.windows(word.len()).position(|window| window == *word) else {
                continue;
            };
            let end = at + word.len();
            let is_apart = found.iter().all(|(start, known, same)| {
                (end <= *start || start + known.len() <= at) && same != number
            });
            if is_apart {
                found.push((at, &query[at..end], *number));
            }
        }
        let n_covered: usize = found.iter().map(|(_, word, _)| word.len()).sum();
        if n_covered * 5 < query.len() * 2 {
            // 法律支援案件 does not ask for 案件.
            return Vec::new();
        }
        found.sort_unstable_by_key(|(at, ..)| *at);
        found.into_iter().map(|(_, word, number)| (word, meaning(number))).collect()
    }
}
