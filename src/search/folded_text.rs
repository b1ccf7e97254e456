//! All entries' folded words as one text, with the positions of every character in it. A pattern is
//! looked up at the positions of its rarest character: that finds every substring, without a guess
//! where words begin.

use super::alphabet::{Alphabet, CharId};

/// A folded text of many entries. A position counts its characters from 0.
#[derive(Clone, Debug, Default)]
pub(super) struct FoldedText {
    pub(super) alphabet: Alphabet,
    /// Its characters; 0 stands behind every entry, so that nothing matches across.
    pub(super) ids: Vec<CharId>,
    /// For every character of the alphabet, where its positions begin in `positions`.
    bounds: Vec<u32>,
    /// The positions of each character in order, one character after the other.
    positions: Vec<u32>,
}

impl FoldedText {
    /// Length in characters, the ends of entries included.
    pub(super) fn len(&self) -> u32 {
        self.ids.len() as u32
    }

    /// Adds a folded character.
    pub(super) fn push(&mut self, ch: char) {
        self.ids.push(self.alphabet.id_or_new(ch));
    }

    /// Ends an entry.
    pub(super) fn end_entry(&mut self) {
        self.ids.push(0);
    }

    /// Sorts the positions by character. Nothing is found before, and nothing is added behind it.
    pub(super) fn sort_positions(&mut self) {
        let mut bounds = vec![0_u32; self.alphabet.len() + 3];
        for id in &self.ids {
            bounds[*id as usize + 1] += 1;
        }
        for id in 1..bounds.len() {
            bounds[id] += bounds[id - 1];
        }
        let mut next = bounds.clone();
        self.positions = vec![0; self.ids.len()];
        for (position, id) in (0..).zip(&self.ids) {
            let slot = &mut next[*id as usize];
            self.positions[*slot as usize] = position;
            *slot += 1;
        }
        self.bounds = bounds;
    }

    /// The positions of a character, in order.
    fn positions(&self, id: CharId) -> &[u32] {
        let bound = |at: usize| self.bounds.get(at).copied().unwrap_or_default() as usize;
        self.positions.get(bound(id as usize)..bound(id as usize + 1)).unwrap_or_default()
    }

    /// The pattern as numbers of the alphabet; none if a character of it occurs nowhere.
    pub(super) fn pattern(&self, chars: &[char]) -> Option<Vec<CharId>> {
        chars.iter().map(|ch| self.alphabet.id(*ch)).collect()
    }

    /// The pattern as numbers of the alphabet, 0 for a character that occurs nowhere.
    pub(super) fn pattern_with_gaps(&self, chars: &[char]) -> Vec<CharId> {
        chars.iter().map(|ch| self.alphabet.id(*ch).unwrap_or_default()).collect()
    }

    /// Calls `emit` with every position at which `pattern` stands, in order.
    pub(super) fn find(&self, pattern: &[CharId], mut emit: impl FnMut(u32)) {
        let rarest = (0..pattern.len()).min_by_key(|at| self.positions(pattern[*at]).len());
        let Some(rarest) = rarest else { return };
        for position in self.positions(pattern[rarest]) {
            let Some(start) = (*position as usize).checked_sub(rarest) else { continue };
            if self.ids[start..].starts_with(pattern) {
                emit(start as u32);
            }
        }
    }

    /// Whether an entry begins at a position.
    pub(super) fn is_start(&self, position: u32) -> bool {
        position == 0 || self.ids[position as usize - 1] == 0
    }
}
