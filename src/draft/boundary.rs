//! Where words may be cut that are too long: between the two characters that stand together least often
//! in the text, since those of a word stand together wherever it is used.

use std::cell::OnceCell;
use std::collections::BTreeMap;

/// How often each two characters of a text stand beside each other; counted when it is first asked for.
#[derive(Debug)]
pub(super) struct Pairs<'text> {
    chars: &'text [char],
    counts: OnceCell<BTreeMap<(char, char), u32>>,
}

impl<'text> Pairs<'text> {
    /// Those of a text.
    pub(super) fn of(chars: &'text [char]) -> Self {
        Self { chars, counts: OnceCell::new() }
    }

    fn counts(&self) -> &BTreeMap<(char, char), u32> {
        self.counts.get_or_init(|| {
            let mut counts = BTreeMap::new();
            for pair in self.chars.windows(2) {
                *counts.entry((pair[0], pair[1])).or_default() += 1;
            }
            counts
        })
    }

    /// How often the characters on both sides of a place stand together.
    fn across(&self, words: &[char], at: usize) -> u32 {
        self.counts().get(&(words[at - 1], words[at])).copied().unwrap_or_default()
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
