//! Numbers for the characters that occur, so that a folded text takes two bytes a character and
//! tables can be kept by character. Search compares these numbers and not characters.

use std::collections::BTreeMap;

/// The number of a character; 0 is none.
pub(super) type CharId = u16;

/// The characters that occur, numbered from 1 in the order met.
#[derive(Clone, Debug, Default)]
pub(super) struct Alphabet {
    n_chars: usize,
    /// Numbers of the characters of Unicode's basic plane, 0 for those not met; as long as the
    /// highest one met asks for.
    basic: Vec<CharId>,
    /// Numbers of all other characters.
    other: BTreeMap<char, CharId>,
}

impl Alphabet {
    /// How many characters have a number of their own.
    pub(super) fn len(&self) -> usize {
        self.n_chars
    }

    /// The number of a character that occurs.
    pub(super) fn id(&self, ch: char) -> Option<CharId> {
        if ch as u32 > 0xffff {
            return self.other.get(&ch).copied();
        }
        self.basic.get(ch as usize).copied().filter(|id| *id != 0)
    }

    /// The number of a character; a new one if it was not met before.
    pub(super) fn id_or_new(&mut self, ch: char) -> CharId {
        if let Some(id) = self.id(ch) {
            return id;
        }
        // More characters than there are numbers share the last one; Unicode's ideographs in daily
        // use are a tenth of that.
        let id = CharId::try_from(self.n_chars + 1).unwrap_or(CharId::MAX);
        if id < CharId::MAX {
            self.n_chars += 1;
        }
        if ch as u32 > 0xffff {
            self.other.insert(ch, id);
        } else {
            if self.basic.len() <= ch as usize {
                self.basic.resize(ch as usize + 1, 0);
            }
            self.basic[ch as usize] = id;
        }
        id
    }
}
