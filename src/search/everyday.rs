//! Everyday words: what readers say for what reports of this kind write (打官司 for 行政诉讼), and
//! words that ask for a part of the report. The table is the lexicon's, from `data/words.json`.

use crate::model::Lexicon;

use super::fold::Folding;

/// The everyday words of a report, folded, each with the number of its meaning.
#[derive(Clone, Debug, Default)]
pub(super) struct Everyday {
    words: Vec<(Vec<char>, u16)>,
    /// Each as [`Lexicon::everyday`] writes it.
    meanings: Vec<String>,
}

/// An everyday word in a query, with its meaning as the table writes it.
pub(super) type Meant<'a> = (&'a [char], &'a str);

impl Everyday {
    pub(super) fn of(lexicon: &Lexicon, folding: &Folding) -> Self {
        let mut everyday = Self::default();
        for (words, meaning) in Lexicon::pairs(&lexicon.everyday) {
            let number = everyday.meanings.len() as u16;
            everyday.words.extend(words.split(',').map(|word| (folding.chars(word), number)));
            everyday.meanings.push(meaning.to_string());
        }
        everyday
    }

    /// What the query means as a whole, if it is an everyday word.
    pub(super) fn whole<'a>(&'a self, query: &'a [char]) -> Vec<Meant<'a>> {
        let known = self.words.iter().find(|(word, _)| word == query);
        known.map(|(_, number)| (query, &*self.meanings[*number as usize])).into_iter().collect()
    }

    /// The longest everyday words of at least two characters that the query holds, one of each meaning;
    /// none if they are less than two fifths of it: 法律支援案件 does not ask for 案件.
    pub(super) fn inside<'a>(&'a self, query: &'a [char]) -> Vec<Meant<'a>> {
        let mut found: Vec<(&[char], u16)> = Vec::new();
        let (mut at, mut n_covered) = (0, 0);
        while at < query.len() {
            let rest = &query[at..];
            let longest = self
                .words
                .iter()
                .filter(|(word, _)| word.len() >= 2 && rest.starts_with(word))
                .max_by_key(|(word, _)| word.len());
            let Some((word, number)) = longest else {
                at += 1;
                continue;
            };
            if found.iter().all(|(_, known)| known != number) {
                found.push((&rest[..word.len()], *number));
            }
            at += word.len();
            n_covered += word.len();
        }
        if n_covered * 5 < query.len() * 2 {
            return Vec::new();
        }
        found.iter().map(|(word, number)| (*word, &*self.meanings[*number as usize])).collect()
    }
}
