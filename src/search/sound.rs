//! Matching by sound: pinyin in full, by initials or mixed with characters, and characters of the
//! same sound.

use super::index::{CharId, Index};
use crate::model::Lexicon;

/// Number of a reading; 0 for none.
type ReadingId = u16;

/// How the characters of an index are read.
#[derive(Clone, Debug, Default)]
pub(super) struct Sounds {
    /// Readings by number; the first is empty.
    readings: Vec<Vec<char>>,
    /// The usual reading of each character of the alphabet.
    usual: Vec<ReadingId>,
    /// Places of the run where a phrase gives another reading, in order.
    exceptions: Vec<(u32, ReadingId)>,
}

/// How many letters may stand for a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    /// Every reading in full; the last may still be in the typing.
    Full,
    /// In full or by its initial: x, zh or z.
    Mixed,
}

impl Sounds {
    /// The sounds of an index whose run is complete.
    pub(super) fn of(lexicon: &Lexicon, index: &Index) -> Self {
        let mut sounds = Self {
            readings: vec![Vec::new()],
            usual: vec![0; index.alphabet.chars.len() + 1],
            exceptions: Vec::new(),
        };
        for (reading, characters) in Lexicon::pairs(&lexicon.readings) {
            let reading = sounds.number(reading);
            for id in characters.chars().filter_map(|ch| index.alphabet.id(ch)) {
                sounds.usual[id as usize] = reading;
            }
        }
        for (words, readings) in Lexicon::pairs(&lexicon.phrases) {
            let readings: Vec<ReadingId> =
                readings.split(',').map(|reading| sounds.number(reading)).collect();
            let Some(pattern) = index.pattern(&index.folding.chars(words)) else { continue };
            index.find(&pattern, |place| {
                sounds.exceptions.extend((place..).zip(readings.iter().copied()))
            });
        }
        // Of two phrases over one place the one that came first in the lexicon counts.
        sounds.exceptions.sort_by_key(|(place, _)| *place);
        sounds.exceptions.dedup_by_key(|(place, _)| *place);
        sounds
    }

    fn number(&mut self, reading: &str) -> ReadingId {
        let reading: Vec<char> = reading.chars().collect();
        let known = self.readings.iter().position(|known| *known == reading);
        let number = known.unwrap_or_else(|| {
            self.readings.push(reading);
            self.readings.len() - 1
        });
        // Chinese has some 400 syllables.
        ReadingId::try_from(number).unwrap_or_default()
    }

    fn usual(&self, id: CharId) -> ReadingId {
        self.usual.get(id as usize).copied().unwrap_or_default()
    }

    fn at(&self, place: u32, id: CharId) -> ReadingId {
        match self.exceptions.binary_search_by_key(&place, |(place, _)| *place) {
            Ok(at) => self.exceptions[at].1,
            Err(_) => self.usual(id),
        }
    }

    /// Letters of a character's usual reading, or the character itself.
    pub(super) fn letters(&self, index: &Index, ch: char) -> Vec<char> {
        let reading = index.alphabet.id(ch).map_or(0, |id| self.usual(id));
        if reading == 0 { vec![ch] } else { self.readings[reading as usize].clone() }
    }

    /// For every character of the alphabet whether `begins` holds for it in one of its readings.
    fn beginners(&self, index: &Index, begins: impl Fn(CharId, ReadingId) -> bool) -> Vec<bool> {
        let mut beginners: Vec<bool> =
            (0..).zip(&self.usual).map(|(id, reading)| begins(id, *reading)).collect();
        for (place, reading) in &self.exceptions {
            let id = index.run[*place as usize];
            if let Some(beginner) = beginners.get_mut(id as usize) {
                *beginner |= begins(id, *reading);
            }
        }
        beginners
    }
}

/// Hands every place in the run that `pattern` spells, with the number of characters.
pub(super) fn find_spelled(
    index: &Index,
    pattern: &[char],
    spelling: Spelling,
    mut hand: impl FnMut(u32, u32),
) {
    let Some(first) = pattern.first() else { return };
    let literal: Vec<CharId> =
        pattern.iter().map(|ch| index.alphabet.id(*ch).unwrap_or_default()).collect();
    let beginners = index.sounds.beginners(index, |id, reading| {
        (id != 0 && id == literal[0])
            || index.sounds.readings[reading as usize].first() == Some(first)
    });
    for (place, id) in (0..).zip(&index.run) {
        if beginners.get(*id as usize) == Some(&true)
            && let Some(length) = spells(index, place, pattern, &literal, spelling)
        {
            hand(place, length);
        }
    }
}

/// How many characters from `place` on the pattern spells; whole readings are tried before
/// initials.
fn spells(
    index: &Index,
    place: u32,
    pattern: &[char],
    literal: &[CharId],
    spelling: Spelling,
) -> Option<u32> {
    if pattern.is_empty() {
        return Some(0);
    }
    let id = *index.run.get(place as usize).filter(|id| **id != 0)?;
    let rest = |length: usize| {
        spells(index, place + 1, &pattern[length..], &literal[length..], spelling)
            .map(|rest| rest + 1)
    };
    if id == literal[0]
        && let Some(length) = rest(1)
    {
        return Some(length);
    }
    let reading = &index.sounds.readings[index.sounds.at(place, id) as usize];
    if reading.is_empty() {
        return None;
    }
    if pattern.starts_with(reading) {
        if let Some(length) = rest(reading.len()) {
            return Some(length);
        }
    } else if reading.starts_with(pattern) {
        return Some(1);
    }
    if spelling == Spelling::Full || reading[0] != pattern[0] {
        return None;
    }
    let two = reading.len() > 2 && reading[1] == 'h' && pattern.get(1) == Some(&'h');
    two.then(|| rest(2)).flatten().or_else(|| (reading.len() > 1).then(|| rest(1)).flatten())
}

/// Hands every place whose characters sound like those of `pattern`.
pub(super) fn find_same_sound(index: &Index, pattern: &[char], mut hand: impl FnMut(u32)) {
    let Some(wanted) = index.pattern(pattern) else { return };
    let Some(first) = wanted.first() else { return };
    let same = |wanted: CharId, id: CharId, reading: ReadingId| {
        id == wanted || (reading != 0 && reading == index.sounds.usual(wanted))
    };
    let beginners = index.sounds.beginners(index, |id, reading| same(*first, id, reading));
    for (place, id) in (0..).zip(&index.run) {
        if beginners.get(*id as usize) != Some(&true) {
            continue;
        }
        let Some(run) = index.run.get(place as usize..place as usize + wanted.len()) else {
            return;
        };
        if (place..).zip(run).zip(&wanted).all(|((place, id), wanted)| {
            *id != 0 && same(*wanted, *id, index.sounds.at(place, *id))
        }) {
            hand(place);
        }
    }
}
