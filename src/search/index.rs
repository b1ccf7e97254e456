//! What can be found: figures, charts, headings, sentences and terms of a report, each an entry
//! with the words that are searched and shown.

use crate::model::{LARGE_PRINT, Lexicon, Report, SentenceKind};
use crate::text::Span;

use super::everyday::Everyday;
use super::fold::Folding;
use super::folded_text::FoldedText;
use super::sound::Sounds;

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
    /// A sentence.
    Sentence,
    /// A term: how it is explained is not the report's, and comes last.
    Term,
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// Which one: its index among the report's figures, charts or terms; of a sentence its number.
    pub at: u32,
    /// The words searched and shown.
    pub words: String,
    /// Where a sentence stands in the text.
    pub span: Option<Span>,
    /// Position of its first character in the folded text.
    start: u32,
}

/// All that can be found, ready to be searched.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// In the order of the text.
    pub entries: Vec<Entry>,
    pub(super) folding: Folding,
    pub(super) sounds: Sounds,
    pub(super) text: FoldedText,
    pub(super) everyday: Everyday,
    /// For every character of the text, which one of its entry's words it was folded from.
    origins: Vec<u32>,
}

impl Index {
    /// The index of all that a report offers.
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
        let start = self.text.len();
        let (text, origins) = (&mut self.text, &mut self.origins);
        self.folding.fold(&words, |ch, origin| {
            text.push(ch);
            origins.push(origin);
        });
        text.end_entry();
        origins.push(0);
        self.entries.push(Entry { kind, at, words, span, start });
    }

    /// Makes the added entries ready to be found, by their characters and by their sounds.
    pub fn finish(mut self, lexicon: &Lexicon) -> Self {
        self.text.sort_positions();
        self.sounds = Sounds::of(lexicon, &self.folding, &self.text);
        self.everyday = Everyday::of(lexicon, &self.folding);
        self
    }

    /// Which of the entries holds a position.
    pub(super) fn entry_at(&self, position: u32) -> usize {
        self.entries.partition_point(|entry| entry.start <= position) - 1
    }

    /// One past the position at which an entry ends.
    pub(super) fn entry_end(&self, entry: usize) -> u32 {
        self.entries.get(entry + 1).map_or(self.text.len(), |next| next.start)
    }

    /// Length of an entry in folded characters.
    pub(super) fn entry_length(&self, entry: usize) -> u32 {
        self.entry_end(entry) - self.entries[entry].start - 1
    }

    /// Whether what `length` digits at a position are in their entry's words is more than one number.
    pub(super) fn joins_numbers(&self, position: u32, length: u32) -> bool {
        let words = &self.entries[self.entry_at(position)].words;
        let span = self.original(position, length);
        let mut written = words.chars().skip(span.start as usize).take(span.len() as usize);
        written.any(|ch| !ch.is_numeric() && !matches!(ch, ',' | '，' | '.' | '．' | ' '))
    }

    /// What `length` characters at a position are in their entry's words, in scalars.
    pub(super) fn original(&self, position: u32, length: u32) -> Span {
        let first = position as usize;
        let last = first + (length as usize).max(1) - 1;
        Span::new(self.origins[first], self.origins[last] + 1)
    }
}
