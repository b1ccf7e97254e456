//! Matching by sound: pinyin in full, by initials or mixed with characters, and characters of the
//! same sound. A character is read as usual unless a phrase around it says otherwise.

use crate::model::Lexicon;

use super::alphabet::{Alphabet, CharId};
use super::fold::Folding;
use super::folded_text::FoldedText;

/// Number of a reading; 0 for none.
type ReadingId = u16;

/// How the characters of a folded text are read.
#[derive(Clone, Debug, Default)]
pub(super) struct Sounds {
    /// Readings by number; the first is empty.
    readings: Vec<Vec<char>>,
    /// The usual reading of each character of the alphabet.
    usual: Vec<ReadingId>,
    /// Positions at which a phrase gives another reading, in order.
    exceptions: Vec<(u32, ReadingId)>,
}

/// How many letters may stand for a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    /// Every reading in full; the last one may be unfinished, since a reader types letter by
    /// letter.
    Full,
    /// In full or by its initial: x, zh or z.
    Mixed,
}

impl Sounds {
    /// The sounds of a text whose positions are sorted.
    pub(super) fn of(lexicon: &Lexicon, folding: &Folding, text: &FoldedText) -> Self {
        let mut sounds = Self {
            readings: vec![Vec::new()],
            usual: vec![0; text.alphabet.len() + 1],
            exceptions: Vec::new(),
        };
        for (reading, characters) in Lexicon::pairs(&lexicon.readings) {
            let reading = sounds.reading_id(reading);
            for id in characters.chars().filter_map(|ch| text.alphabet.id(ch)) {
                sounds.usual[id as usize] = reading;
            }
        }
        for (words, readings) in Lexicon::pairs(&lexicon.phrases) {
            let readings: Vec<ReadingId> =
                readings.split(',').map(|reading| sounds.reading_id(reading)).collect();
            let Some(pattern) = text.pattern(&folding.chars(words)) else { continue };
            text.find(&pattern, |position| {
                sounds.exceptions.extend((position..).zip(readings.iter().copied()))
            });
        }
        // Of two phrases over one position the one that came first in the lexicon counts.
        sounds.exceptions.sort_by_key(|(position, _)| *position);
        sounds.exceptions.dedup_by_key(|(position, _)| *position);
        sounds
    }

    fn reading_id(&mut self, reading: &str) -> ReadingId {
        let reading: Vec<char> = reading.chars().collect();
        let known = self.readings.iter().position(|known| *known == reading);
        let id = known.unwrap_or_else(|| {
            self.readings.push(reading);
            self.readings.len() - 1
        });
        // Chinese has some 400 syllables.
        ReadingId::try_from(id).unwrap_or_default()
    }

    fn usual(&self, id: CharId) -> ReadingId {
        self.usual.get(id as usize).copied().unwrap_or_default()
    }

    /// The reading of the character `id` at a position.
    fn at(&self, position: u32, id: CharId) -> ReadingId {
        match self.exceptions.binary_search_by_key(&position, |(position, _)| *position) {
            Ok(at) => self.exceptions[at].1,
            Err(_) => self.usual(id),
        }
    }

    /// Letters of a character's usual reading, or the character itself.
    pub(super) fn letters(&self, alphabet: &Alphabet, ch: char) -> Vec<char> {
        let reading = alphabet.id(ch).map_or(0, |id| self.usual(id));
        if reading == 0 { vec![ch] } else { self.readings[reading as usize].clone() }
    }

    /// For every character of the alphabet whether `begins` holds for it in one of its readings.
    fn beginners(
        &self,
        text: &FoldedText,
        begins: impl Fn(CharId, ReadingId) -> bool,
    ) -> Vec<bool> {
        let mut beginners: Vec<bool> =
            (0..).zip(&self.usual).map(|(id, reading)| begins(id, *reading)).collect();
        for (position, reading) in &self.exceptions {
            let id = text.ids[*position as usize];
            if let Some(beginner) = beginners.get_mut(id as usize) {
                *beginner |= begins(id, *reading);
            }
        }
        beginners
    }

    /// Calls `emit` with every position at which `pattern` spells what stands there, and the number
    /// of characters it spells.
    pub(super) fn find_spelled(
        &self,
        text: &FoldedText,
        pattern: &[char],
        spelling: Spelling,
        mut emit: impl FnMut(u32, u32),
    ) {
        let Some(first) = pattern.first() else { return };
        let literal = text.pattern_with_gaps(pattern);
        let beginners = self.beginners(text, |id, reading| {
            (id != 0 && id == literal[0]) || self.readings[reading as usize].first() == Some(first)
        });
        for (position, id) in (0..).zip(&text.ids) {
            if beginners.get(*id as usize) == Some(&true)
                && let Some(length) =
                    self.spelled_length(text, position, pattern, &literal, spelling)
            {
                emit(position, length);
            }
        }
    }

    /// How many characters from a position on the whole pattern spells; none if it does not.
    /// `literal` is the pattern in numbers of the alphabet. Whole readings are tried before
    /// initials.
    fn spelled_length(
        &self,
        text: &FoldedText,
        position: u32,
        pattern: &[char],
        literal: &[CharId],
        spelling: Spelling,
    ) -> Option<u32> {
        if pattern.is_empty() {
            return Some(0);
        }
        let id = *text.ids.get(position as usize).filter(|id| **id != 0)?;
        let with_rest = |n_letters: usize| {
            self.spelled_length(
                text,
                position + 1,
                &pattern[n_letters..],
                &literal[n_letters..],
                spelling,
            )
            .map(|rest| rest + 1)
        };
        if id == literal[0]
            && let Some(length) = with_rest(1)
        {
            return Some(length);
        }
        let reading = &self.readings[self.at(position, id) as usize];
        if reading.is_empty() {
            return None;
        }
        if pattern.starts_with(reading) {
            if let Some(length) = with_rest(reading.len()) {
                return Some(length);
            }
        } else if reading.starts_with(pattern) {
            return Some(1);
        }
        if spelling == Spelling::Full || reading[0] != pattern[0] {
            return None;
        }
        let two_letters = reading.len() > 2 && reading[1] == 'h' && pattern.get(1) == Some(&'h');
        two_letters
            .then(|| with_rest(2))
            .flatten()
            .or_else(|| (reading.len() > 1).then(|| with_rest(1)).flatten())
    }

    /// Calls `emit` with every position at which the characters sound like those of `pattern`.
    pub(super) fn find_same_sound(
        &self,
        text: &FoldedText,
        pattern: &[char],
        mut emit: impl FnMut(u32),
    ) {
        let Some(wanted) = text.pattern(pattern) else { return };
        let Some(first) = wanted.first() else { return };
        let same = |wanted: CharId, id: CharId, reading: ReadingId| {
            id == wanted || (reading != 0 && reading == self.usual(wanted))
        };
        let beginners = self.beginners(text, |id, reading| same(*first, id, reading));
        for (position, id) in (0..).zip(&text.ids) {
            if beginners.get(*id as usize) != Some(&true) {
                continue;
            }
            let start = position as usize;
            let Some(ids) = text.ids.get(start..start + wanted.len()) else { return };
            if (position..).zip(ids).zip(&wanted).all(|((position, id), wanted)| {
                *id != 0 && same(*wanted, *id, self.at(position, *id))
            }) {
                emit(position);
            }
        }
    }
}
