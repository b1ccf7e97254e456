//! Hits while they are collected: one for each entry, with the spans that matched in it.

use crate::text::Span;

use super::index::{Index, Kind};

/// An entry that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its index in [`Index::entries`].
    pub entry: u32,
    /// Lower is better, among hits of one kind: the whole label, its beginning, anywhere.
    pub(super) rank: u8,
    /// Which of [`super::SearchResults::spans`] are its own.
    pub(super) spans: (u32, u32),
}

impl Hit {
    /// Whether what was found is how the entry begins.
    pub(super) fn is_at_start(&self) -> bool {
        matches!(self.rank % N_RANKS, 1 | 2)
    }
}

/// Ranks that hits of one way of matching have.
pub(super) const N_RANKS: u8 = 4;

/// Puts hits in the order in which they are shown: by kind, then by rank, then as in the report.
pub(super) fn sort(hits: &mut [Hit], index: &Index) {
    hits.sort_by_key(|hit| (index.entries[hit.entry as usize].kind, hit.rank, hit.entry));
}

/// Collects hits, one for each entry, and the spans in it.
pub(super) struct HitCollector<'index> {
    pub(super) index: &'index Index,
    pub(super) hits: Vec<Hit>,
    pub(super) spans: Vec<Span>,
    /// The entry of the last position added, and the position where it ends.
    current: (usize, u32),
}

impl<'index> HitCollector<'index> {
    pub(super) fn new(index: &'index Index) -> Self {
        Self { index, hits: Vec::new(), spans: Vec::new(), current: (0, 0) }
    }

    /// Adds what stands at a position; positions come in order.
    pub(super) fn add(&mut self, position: u32, length: u32) {
        if position >= self.current.1 {
            let entry = self.index.entry_at(position);
            self.current = (entry, self.index.entry_end(entry));
        }
        let entry = self.current.0;
        let span = self.index.original(position, length);
        let n_spans = self.spans.len() as u32;
        match self.hits.last_mut().filter(|hit| hit.entry == entry as u32) {
            Some(hit) => match self.spans.last_mut().filter(|last| last.end > span.start) {
                // 人人人 holds 人人 twice; shown is one stretch.
                Some(last) => last.end = last.end.max(span.end),
                None => {
                    self.spans.push(span);
                    hit.spans.1 = n_spans + 1;
                }
            },
            None => {
                let at_start = self.index.text.is_start(position);
                let rank = match self.index.entries[entry].kind {
                    Kind::Sentence => 0,
                    _ if at_start && length == self.index.entry_length(entry) => 1,
                    _ if at_start => 2,
                    _ => 3,
                };
                self.spans.push(span);
                self.hits.push(Hit { entry: entry as u32, rank, spans: (n_spans, n_spans + 1) });
            }
        }
    }

    /// Adds what another has found and this has not, behind its own.
    pub(super) fn append(&mut self, other: Self) {
        for hit in other.hits {
            if self.hits.iter().any(|known| known.entry == hit.entry) {
                continue;
            }
            let start = self.spans.len() as u32;
            self.spans.extend(&other.spans[hit.spans.0 as usize..hit.spans.1 as usize]);
            let spans = (start, self.spans.len() as u32);
            self.hits.push(Hit { rank: hit.rank + N_RANKS, spans, ..hit });
        }
    }

    /// Adds an entry with a span as a best hit; an entry that was found before becomes one.
    pub(super) fn add_span(&mut self, entry: usize, span: Span) {
        match self.hits.iter_mut().find(|hit| hit.entry == entry as u32) {
            Some(hit) => hit.rank = 0,
            None => {
                let n_spans = self.spans.len() as u32;
                self.spans.push(span);
                self.hits.push(Hit { entry: entry as u32, rank: 0, spans: (n_spans, n_spans + 1) });
            }
        }
    }
}
