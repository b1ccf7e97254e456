//! Searches for a query: tries one way of matching after the other until something is found, and
//! puts the hits in the order in which they are shown. Every way is tried with the whole query; a
//! result says which one it was.

use crate::model::Report;
use crate::text::Span;

use super::alphabet::CharId;
use super::index::{Index, Kind};
use super::near::{find_near, nearest_terms};
use super::sound::Spelling;
use super::value::{digits, find_value};

/// Longest query that is searched for, in characters; what follows is cut off.
pub const MAX_QUERY_LENGTH: usize = 64;

/// How the hits were found, in the order tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// The query as it is, folded.
    Exact,
    /// All words of the query, in any order.
    Words,
    /// A number by its value.
    Value,
    /// By pinyin, in full or by initials.
    Pinyin,
    /// By the same sound.
    Sound,
    /// With one character changed, left out or added.
    Near,
}

/// An entry that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its index in [`Index::entries`].
    pub entry: u32,
    /// Lower is better, among hits of one kind: the whole label, its beginning, anywhere.
    rank: u8,
    /// Which of [`SearchResults::spans`] are its own.
    spans: (u32, u32),
}

/// What was found for a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchResults {
    /// By kind, then by rank, then in the report's order.
    pub hits: Vec<Hit>,
    /// How they were found; none if there are none.
    pub method: Option<Method>,
    /// Whether the query was longer than [`MAX_QUERY_LENGTH`].
    pub cut_off: bool,
    /// What to look for instead, where nothing was found.
    pub suggestions: Vec<String>,
    spans: Vec<Span>,
}

impl SearchResults {
    /// What matched, in scalars of the entry's words, in order, without overlaps.
    pub fn spans(&self, hit: &Hit) -> &[Span] {
        self.spans.get(hit.spans.0 as usize..hit.spans.1 as usize).unwrap_or_default()
    }

    /// What matched in the report's text, in its order.
    pub fn spans_in_text(&self, index: &Index) -> Vec<Span> {
        let in_text =
            self.hits.iter().filter_map(|hit| Some((hit, index.entries[hit.entry as usize].span?)));
        let mut spans: Vec<Span> = in_text
            .flat_map(|(hit, entry)| {
                self.spans(hit)
                    .iter()
                    .map(move |span| Span::new(entry.start + span.start, entry.start + span.end))
            })
            .collect();
        spans.sort_unstable();
        spans
    }
}

/// The hits of `query`; none for one that folds to nothing.
pub fn search(report: &Report, index: &Index, query: &str) -> SearchResults {
    let cut_off = query.chars().nth(MAX_QUERY_LENGTH).is_some();
    let query: String = query.chars().take(MAX_QUERY_LENGTH).collect();
    let chars = index.folding.chars(&query);
    let mut hits = HitCollector::new(index);
    let tried = [
        (Method::Exact, exact as fn(&Report, &str, &[char], &mut HitCollector)),
        (Method::Words, words),
        (Method::Value, value),
        (Method::Pinyin, pinyin),
        (Method::Sound, same_sound),
        (Method::Near, |_, _, chars, hits| {
            find_near(&hits.index.text, chars, |position, length| hits.add(position, length))
        }),
    ];
    let mut method = None;
    if !chars.is_empty() {
        method = tried.into_iter().find_map(|(method, attempt)| {
            attempt(report, &query, &chars, &mut hits);
            (!hits.hits.is_empty()).then_some(method)
        });
    }
    let suggestions = if method.is_none() && !chars.is_empty() {
        nearest_terms(report, index, &chars)
    } else {
        Vec::new()
    };
    let HitCollector { mut hits, spans, .. } = hits;
    hits.sort_by_key(|hit| (index.entries[hit.entry as usize].kind, hit.rank, hit.entry));
    SearchResults { hits, method, cut_off, suggestions, spans }
}

/// The query as it is; figures of that value come with it, since 3465 is also 3,465 and 1.9万 is
/// 19000.
fn exact(report: &Report, query: &str, chars: &[char], hits: &mut HitCollector) {
    let index = hits.index;
    if let Some(pattern) = index.text.pattern(chars) {
        index.text.find(&pattern, |position| hits.add(position, pattern.len() as u32));
    }
    if !hits.hits.is_empty() {
        find_value(report, index, query, |entry, span| hits.add_span(entry, span));
    }
}

/// Entries that hold every word of the query.
fn words(_: &Report, query: &str, _: &[char], hits: &mut HitCollector) {
    let index = hits.index;
    let words: Vec<Vec<char>> = query
        .split_whitespace()
        .map(|word| index.folding.chars(word))
        .filter(|word| !word.is_empty())
        .collect();
    let patterns: Option<Vec<Vec<CharId>>> =
        words.iter().map(|word| index.text.pattern(word)).collect();
    let Some(patterns) = patterns.filter(|patterns| patterns.len() >= 2) else { return };
    // How many of the words each entry has, counted in their order: an entry that lacks one is not
    // counted any further.
    let mut counts = vec![0; index.entries.len()];
    for (number, pattern) in patterns.iter().enumerate() {
        index.text.find(pattern, |position| {
            let count = &mut counts[index.entry_at(position)];
            if *count == number {
                *count += 1;
            }
        });
    }
    let mut found: Vec<(u32, u32)> = Vec::new();
    for pattern in &patterns {
        index.text.find(pattern, |position| {
            if counts[index.entry_at(position)] == patterns.len() {
                found.push((position, pattern.len() as u32));
            }
        });
    }
    found.sort_unstable();
    for (position, length) in found {
        hits.add(position, length);
    }
}

/// Figures of the value that the query states; else its digits wherever the text has them: 二〇二〇
/// finds 2020.
fn value(report: &Report, query: &str, _: &[char], hits: &mut HitCollector) {
    let index = hits.index;
    find_value(report, index, query, |entry, span| hits.add_span(entry, span));
    if hits.hits.is_empty()
        && let Some(pattern) = digits(query).and_then(|digits| index.text.pattern(&digits))
    {
        index.text.find(&pattern, |position| hits.add(position, pattern.len() as u32));
    }
}

/// Letters as pinyin: first in full, since many words share the same initials.
fn pinyin(_: &Report, _: &str, chars: &[char], hits: &mut HitCollector) {
    let n_letters = chars.iter().filter(|ch| ch.is_ascii_lowercase()).count();
    if n_letters == 0 || chars.len() < 2 {
        return;
    }
    let Index { text, sounds, .. } = hits.index;
    for spelling in [Spelling::Full, Spelling::Mixed] {
        sounds.find_spelled(text, chars, spelling, |position, length| hits.add(position, length));
        if !hits.hits.is_empty() {
            return;
        }
    }
}

/// Other characters of the same sound; a single one sounds like too many.
fn same_sound(_: &Report, _: &str, chars: &[char], hits: &mut HitCollector) {
    if chars.len() >= 2 {
        let Index { text, sounds, .. } = hits.index;
        sounds.find_same_sound(text, chars, |position| hits.add(position, chars.len() as u32));
    }
}

/// Collects hits, one for each entry, and the spans in it.
struct HitCollector<'index> {
    index: &'index Index,
    hits: Vec<Hit>,
    spans: Vec<Span>,
    /// The entry of the last position added, and the position where it ends.
    current: (usize, u32),
}

impl<'index> HitCollector<'index> {
    fn new(index: &'index Index) -> Self {
        Self { index, hits: Vec::new(), spans: Vec::new(), current: (0, 0) }
    }

    /// Adds what stands at a position; positions come in order.
    fn add(&mut self, position: u32, length: u32) {
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

    /// Adds an entry with a span as a best hit; an entry that was found before becomes one.
    fn add_span(&mut self, entry: usize, span: Span) {
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
