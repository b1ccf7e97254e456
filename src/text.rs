//! Stretches of a text, counted in Unicode scalar values; the index that finds them in UTF-8; and
//! comparing words with what stands at a place. Everything that points into a report does so by
//! these spans.

use serde::{Deserialize, Serialize};

/// Scalars `start..end` of a text. In JSON: `[start, end]`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(from = "(u32, u32)", into = "(u32, u32)")]
pub struct Span {
    /// First scalar.
    pub start: u32,
    /// One past the last scalar.
    pub end: u32,
}

impl Span {
    /// The span `start..end`.
    pub fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// Number of scalars.
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether nothing lies in it.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a scalar.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl From<(u32, u32)> for Span {
    fn from((start, end): (u32, u32)) -> Self {
        Self { start, end: end.max(start) }
    }
}

impl From<Span> for (u32, u32) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

/// Byte offset of every scalar of one text, so that a [`Span`] can be cut out of UTF-8 without
/// counting again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CharIndex {
    offsets: Vec<u32>,
}

impl CharIndex {
    /// The index of `text`.
    pub fn of(text: &str) -> Self {
        let mut offsets: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).collect();
        offsets.push(text.len() as u32);
        Self { offsets }
    }

    /// Number of scalars of the text.
    pub fn n_chars(&self) -> u32 {
        self.offsets.len() as u32 - 1
    }

    /// The piece of `text` at `span`; what lies past the end is left out.
    pub fn slice<'text>(&self, text: &'text str, span: Span) -> &'text str {
        let at = |scalar: u32| {
            self.offsets.get(scalar as usize).map_or(text.len(), |offset| *offset as usize)
        };
        &text[at(span.start)..at(span.end)]
    }

    /// The scalar that begins at byte `offset` of the text.
    pub fn scalar_at(&self, offset: usize) -> u32 {
        self.offsets.partition_point(|known| (*known as usize) < offset) as u32
    }
}

/// Whether `word` stands at `at`.
pub fn has_word_at(chars: &[char], at: usize, word: &str) -> bool {
    let mut here = chars.iter().skip(at);
    word.chars().all(|ch| here.next() == Some(&ch))
}

/// Where `word` begins, if it ends at `end`.
pub fn word_ending_at(chars: &[char], end: usize, word: &str) -> Option<usize> {
    let start = end.checked_sub(word.chars().count())?;
    has_word_at(chars, start, word).then_some(start)
}

/// A pair of quotes or brackets of which words hold more of one half than of the other, as where they
/// were cut out of a sentence.
pub fn halved_pair(words: &str) -> Option<(char, char)> {
    const PAIRS: [(char, char); 4] = [('“', '”'), ('（', '）'), ('《', '》'), ('(', ')')];
    let is_halved = |(open, close): &(char, char)| {
        words.matches(*open).count() != words.matches(*close).count()
    };
    PAIRS.into_iter().find(is_halved)
}

/// Where `words` stand in a text, in bytes, if they stand there once.
pub fn found_once(text: &str, words: &str) -> Option<usize> {
    let mut found = text.match_indices(words).map(|(at, _)| at);
    found.next().filter(|_| !words.is_empty() && found.next().is_none())
}

/// What stands for words that are left out (GB/T 15834).
pub const ELLIPSIS: &str = "……";

/// At most the first `most` characters of a text, with `ellipsis` behind them if that is not all of it. It
/// ends where a clause does, if one ends in the second half of them.
pub fn excerpt(text: &str, most: usize, ellipsis: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_string() };
    let clause = text[..end].rfind(['，', '；', '。', '：']);
    let half = text.char_indices().nth(most / 2).map_or(0, |(at, _)| at);
    [&text[..clause.filter(|at| *at >= half).unwrap_or(end)], ellipsis].concat()
}
