//! Where words may be cut that are too long: between the two characters that stand together least often
//! in the text, since those of a word stand together wherever it is used.

use std::collections::BTreeMap;

/// How often each two characters of a text stand beside each other.
#[derive(Debug, Default)]
pub(super) struct Pairs(BTreeMap<(char, char), u32>);

impl Pairs {
    /// Those of a text.
    pub(super) fn of(chars: &[char]) -> Self {
        let mut counts = BTreeMap::new();
        for pair in chars.windows(2) {
            *counts.entry((pair[0], pair[1])).or_default() += 1;
        }
        Self(counts)
    }

    /// How often the characters on both sides of a place stand together.
    fn across(&self, words: &[char], at: usize) -> u32 {
        self.0.get(&(words[at - 1], words[at])).copied().unwrap_or_default()
    }

    /// The place among `places`, all inside `words`, that cuts through a word least likely; the first of
    /// several. None where there are no places.
    pub(super) fn least_likely_inside_a_word(
        &self,
        words: &[char],
        places: impl IntoIterator<Item = usize>,
    ) -> Option<usize> {
        places.into_iter().min_by_key(|at| self.across(words, *at))
    }
}
