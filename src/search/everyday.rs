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
    /// none if they are less than two fifths of what it asks for: 法律支援案件 does not ask for 案件.
    pub(super) fn inside<'a>(&'a self, query: &'a [char]) -> Vec<Meant<'a>> {
        let mut found: Vec<(&[char], u16)> = Vec::new();
        let (mut at, mut n_covered, mut n_empty) = (0, 0, 0);
        while at < query.len() {
            let rest = &query[at..];
            let longest = self
                .words
                .iter()
                .filter(|(word, _)| word.len() >= 2 && rest.starts_with(word))
                .max_by_key(|(word, _)| word.len());
            let Some((word, number)) = longest else {
                let empty = EMPTY.iter().find(|empty| begins_with(rest, empty));
                let length = empty.map_or(0, |empty| empty.chars().count());
                n_empty += length;
                at += length.max(1);
                continue;
            };
            if found.iter().all(|(_, known)| known != number) {
                found.push((&rest[..word.len()], *number));
            }
            at += word.len();
            n_covered += word.len();
        }
        if n_covered * 5 < (query.len() - n_empty) * 2 {
            return Vec::new();
        }
        found.iter().map(|(word, number)| (*word, &*self.meanings[*number as usize])).collect()
    }
}

/// What stands around what is asked for.
const EMPTY: [&str; 24] = [
    "有没有",
    "是不是",
    "怎么样",
    "为什么",
    "政府",
    "没有",
    "多少",
    "几个",
    "几场",
    "几次",
    "几件",
    "怎么",
    "怎样",
    "什么",
    "哪些",
    "哪里",
    "我们",
    "今年",
    "了",
    "吗",
    "呢",
    "的",
    "我",
    "想",
];

fn begins_with(query: &[char], words: &str) -> bool {
    words.chars().enumerate().all(|(at, ch)| query.get(at) == Some(&ch))
}
