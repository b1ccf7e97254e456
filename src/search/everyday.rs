//! Everyday words: what readers say for what reports of this kind write (打官司 for 行政诉讼), and
//! words that ask for a part of the report. The table is the lexicon's, from `data/words.json`; what
//! else a question holds is looked for as it is.

use crate::model::Lexicon;

use super::fold::Folding;
use super::folded_text::FoldedText;
use super::sound::Sounds;

/// The everyday words of a report, folded, each with the number of its meaning.
#[derive(Clone, Debug, Default)]
pub(super) struct Everyday {
    words: Vec<(Vec<char>, u16)>,
    /// Each as [`Lexicon::everyday`] writes it.
    meanings: Vec<String>,
}

/// An everyday word in a query, with its meaning as the table writes it; or words of the query that the
/// report writes, which mean nothing else.
pub(super) type Meant<'a> = (&'a [char], &'a str);

/// A longer piece of a query, one that stands in more places than this, says too little of what is
/// asked for.
const MOST_PLACES: usize = 16;

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

    /// What a query that sounds like an everyday word means: 听正会 is 听证会.
    pub(super) fn sounding<'a>(
        &'a self,
        query: &[char],
        sounds: &Sounds,
        text: &FoldedText,
    ) -> Vec<Meant<'a>> {
        let is_alike = |one: &char, other: &char| {
            let spell = |ch: &char| sounds.letters(&text.alphabet, *ch);
            one == other || spell(one) == spell(other)
        };
        let known = self.words.iter().find(|(word, _)| {
            let mut pairs = word.iter().zip(query);
            word.len() == query.len()
                && word.len() >= LEAST_SOUNDING
                && pairs.all(|(one, other)| is_alike(one, other))
        });
        known
            .map(|(word, number)| (&**word, &*self.meanings[*number as usize]))
            .into_iter()
            .collect()
    }

    /// What a query holds: its longest everyday words of at least two characters, one of each meaning,
    /// and between them its longest pieces that the text has; none if all that is less than two fifths
    /// of what it asks for.
    pub(super) fn inside<'a>(&'a self, query: &'a [char], text: &FoldedText) -> Vec<Meant<'a>> {
        let mut found: Vec<Meant<'a>> = Vec::new();
        let (mut at, mut n_covered, mut n_empty) = (0, 0, 0);
        while at < query.len() {
            let rest = &query[at..];
            let everyday = self
                .words
                .iter()
                .filter(|(word, _)| word.len() >= 2 && rest.starts_with(word))
                .max_by_key(|(word, _)| word.len());
            let empty = EMPTY.iter().find(|empty| begins_with(rest, empty));
            let n_written = if empty.is_some() { 0 } else { written(rest, text) };
            let n_everyday = everyday.map_or(0, |(word, _)| word.len());
            let length = n_everyday.max(n_written);
            if length == 0 {
                let length = empty.map_or(0, |empty| empty.chars().count());
                n_empty += length;
                at += length.max(1);
                continue;
            }
            let meaning = everyday
                .filter(|_| n_everyday >= n_written)
                .map_or("", |(_, number)| &*self.meanings[*number as usize]);
            if meaning.is_empty() || found.iter().all(|(_, known)| *known != meaning) {
                found.push((&rest[..length], meaning));
            }
            at += length;
            n_covered += length;
        }
        if n_covered * 5 < (query.len() - n_empty) * 2 {
            return Vec::new();
        }
        found
    }
}

/// Fewest characters of an everyday word that is known by its sound.
const LEAST_SOUNDING: usize = 3;

/// Length of the longest piece of at least two characters at the start of a query that the text has, in
/// few enough places to be what is asked for; otherwise 0.
fn written(query: &[char], text: &FoldedText) -> usize {
    let mut longest = 0;
    for length in 2..=query.len() {
        let Some(pattern) = text.pattern(&query[..length]) else { break };
        let mut n_places = 0;
        text.find(&pattern, |_| n_places += 1);
        match n_places {
            0 => break,
            _ if n_places <= MOST_PLACES => longest = length,
            _ => {}
        }
    }
    longest
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
