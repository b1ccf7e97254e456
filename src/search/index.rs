//! What can be found, folded, in one run of characters, and where in it every character stands.

use std::collections::BTreeMap;

use super::fold::Folding;
use super::sound::Sounds;
use crate::model::{LARGE_PRINT, Lexicon, Report, SentenceKind, Span};

/// Kinds of what can be found, in the order they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The switch to large print.
    LargePrint,
    /// A figure.
    Figure,
    /// A chart.
    Chart,
    /// A heading, or the topic sentence of a group.
    Heading,
    /// A term.
    Term,
    /// A sentence.
    Sentence,
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// Its place in the report: among the figures, charts or terms; of a sentence its number.
    pub at: u32,
    /// The words searched and shown.
    pub words: String,
    /// Where a sentence stands in the text.
    pub span: Option<Span>,
    /// Place of its first character in the run.
    start: u32,
}

/// A folded character as the index knows it; 0 stands between entries, so that nothing matches
/// across.
pub(super) type CharId = u16;

/// The folded corpus.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// In the order of the run.
    pub entries: Vec<Entry>,
    pub(super) folding: Folding,
    pub(super) sounds: Sounds,
    pub(super) alphabet: Alphabet,
    pub(super) run: Vec<CharId>,
    /// For every character of the run, its place in its entry's words.
    origins: Vec<u32>,
    /// For every character of the alphabet, where its places begin in `places`.
    bounds: Vec<u32>,
    /// Where in the run each character stands, in order, one character after the other.
    places: Vec<u32>,
}

impl Index {
    /// The index of all that a report offers.
    #[inline(never)]
    pub fn of(report: &Report) -> Self {
        let mut index = Self::empty(&report.lexicon);
        index.add(Kind::LargePrint, 0, LARGE_PRINT.to_string(), None);
        for (at, figure) in (0..).zip(&report.figures) {
            index.add(
                Kind::Figure,
                at,
                format!("{} {}", figure.label, figure.quantity.printed()),
                None,
            );
        }
        for (at, chart) in (0..).zip(&report.charts) {
            index.add(Kind::Chart, at, format!("{} · {}", chart.title, chart.subtitle), None);
        }
        for (_, sentence) in report.sentences() {
            let kind = match sentence.kind {
                SentenceKind::Space => continue,
                SentenceKind::Heading | SentenceKind::Topic => Kind::Heading,
                SentenceKind::Body => Kind::Sentence,
            };
            index.add(
                kind,
                sentence.number,
                report.slice(sentence.span).to_string(),
                Some(sentence.span),
            );
        }
        for (at, term) in (0..).zip(&report.terms) {
            index.add(Kind::Term, at, format!("{}：{}", term.term, term.meaning), None);
        }
        index.finish(&report.lexicon)
    }

    /// An index without entries; [`Index::finish`] it after the last [`Index::add`].
    pub fn empty(lexicon: &Lexicon) -> Self {
        Self { folding: Folding::of(lexicon), ..Self::default() }
    }

    /// Adds an entry; those of one kind keep their order.
    pub fn add(&mut self, kind: Kind, at: u32, words: String, span: Option<Span>) {
        let start = self.run.len() as u32;
        let (run, origins, alphabet) = (&mut self.run, &mut self.origins, &mut self.alphabet);
        self.folding.fold(&words, |ch, origin| {
            run.push(alphabet.id_or_new(ch));
            origins.push(origin);
        });
        run.push(0);
        origins.push(0);
        self.entries.push(Entry { kind, at, words, span, start });
    }

    /// Sorts the run's places by character and sets the sounds.
    pub fn finish(mut self, lexicon: &Lexicon) -> Self {
        let mut bounds = vec![0_u32; self.alphabet.chars.len() + 3];
        for id in &self.run {
            bounds[*id as usize + 1] += 1;
        }
        for id in 1..bounds.len() {
            bounds[id] += bounds[id - 1];
        }
        let mut next = bounds.clone();
        self.places = vec![0; self.run.len()];
        for (place, id) in (0..).zip(&self.run) {
            let slot = &mut next[*id as usize];
            self.places[*slot as usize] = place;
            *slot += 1;
        }
        self.bounds = bounds;
        self.sounds = Sounds::of(lexicon, &self);
        self
    }

    /// Where in the run a character stands, in order.
    pub(super) fn places(&self, id: CharId) -> &[u32] {
        let bound = |at: usize| self.bounds.get(at).copied().unwrap_or_default() as usize;
        self.places.get(bound(id as usize)..bound(id as usize + 1)).unwrap_or_default()
    }

    /// The pattern in the index's characters; none if it has one that occurs nowhere.
    pub(super) fn pattern(&self, chars: &[char]) -> Option<Vec<CharId>> {
        chars.iter().map(|ch| self.alphabet.id(*ch)).collect()
    }

    /// Hands every place in the run where `pattern` stands, in order. The rarest of its characters
    /// narrows the run down to a few places; only there is compared.
    pub(super) fn find(&self, pattern: &[CharId], mut hand: impl FnMut(u32)) {
        let Some(at) = (0..pattern.len()).min_by_key(|at| self.places(pattern[*at]).len()) else {
            return;
        };
        for place in self.places(pattern[at]) {
            let Some(start) = (*place as usize).checked_sub(at) else { continue };
            if self.run[start..].starts_with(pattern) {
                hand(start as u32);
            }
        }
    }

    /// Place among the entries of the one that holds a place in the run.
    pub(super) fn entry_at(&self, place: u32) -> usize {
        self.entries.partition_point(|entry| entry.start <= place) - 1
    }

    /// One past the place in the run where an entry ends.
    pub(super) fn entry_end(&self, entry: usize) -> u32 {
        self.entries.get(entry + 1).map_or(self.run.len() as u32, |next| next.start)
    }

    /// Length of an entry in folded characters.
    pub(super) fn entry_length(&self, entry: usize) -> u32 {
        self.entry_end(entry) - self.entries[entry].start - 1
    }

    /// What `length` characters at a place in the run are in their entry's words, in scalars.
    pub(super) fn original(&self, place: u32, length: u32) -> Span {
        let place = place as usize;
        Span::new(self.origins[place], self.origins[place + (length as usize).max(1) - 1] + 1)
    }

    /// Whether a place in the run is the first of its entry.
    pub(super) fn is_start(&self, place: u32) -> bool {
        place == 0 || self.run[place as usize - 1] == 0
    }
}

/// The characters that occur, numbered from 1 in the order met.
#[derive(Clone, Debug, Default)]
pub(super) struct Alphabet {
    /// By number less one.
    pub(super) chars: Vec<char>,
    /// Numbers of the characters of the basic plane, 0 for those not met; grown to the highest one
    /// met.
    basic: Vec<CharId>,
    /// Numbers of all other characters.
    other: BTreeMap<char, CharId>,
}

impl Alphabet {
    /// The number of a character that occurs.
    pub(super) fn id(&self, ch: char) -> Option<CharId> {
        if ch as u32 > 0xffff {
            return self.other.get(&ch).copied();
        }
        self.basic.get(ch as usize).copied().filter(|id| *id != 0)
    }

    fn id_or_new(&mut self, ch: char) -> CharId {
        if let Some(id) = self.id(ch) {
            return id;
        }
        // More characters than there are numbers share the last; Unicode's ideographs in daily use
        // are a tenth of that.
        let id = CharId::try_from(self.chars.len() + 1).unwrap_or(CharId::MAX);
        if id < CharId::MAX {
            self.chars.push(ch);
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
