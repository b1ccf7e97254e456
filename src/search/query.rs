//! A query and its hits: which way of matching found them, in which order they are shown.

use super::index::{CharId, Index, Kind};
use super::near::{find_near, nearest_terms};
use super::sound::{Spelling, find_same_sound, find_spelled};
use super::value::{digits, find_value};
use crate::model::{Report, Span};

/// Longest query looked at, in characters; more is cut off.
pub const LONGEST: usize = 64;

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

/// Something found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Place among [`Index::entries`].
    pub entry: u32,
    /// Lower is better, among hits of one kind: the whole label, its beginning, anywhere.
    rank: u8,
    /// Its spans in [`Outcome::spans`].
    spans: (u32, u32),
}

/// What a query gave.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// By kind, then by rank, then in the report's order.
    pub hits: Vec<Hit>,
    /// How they were found; none if there are none.
    pub method: Option<Method>,
    /// Whether the query was longer than [`LONGEST`].
    pub cut_off: bool,
    /// What to look for instead, where nothing was found.
    pub suggestions: Vec<String>,
    spans: Vec<Span>,
}

impl Outcome {
    /// What matched, in scalars of the entry's words, in order, without overlaps.
    pub fn spans(&self, hit: &Hit) -> &[Span] {
        self.spans.get(hit.spans.0 as usize..hit.spans.1 as usize).unwrap_or_default()
    }

    /// What matched in the report's text, in its order.
    #[inline(never)]
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
#[inline(never)]
pub fn search(report: &Report, index: &Index, query: &str) -> Outcome {
    let cut_off = query.chars().nth(LONGEST).is_some();
    let query: String = query.chars().take(LONGEST).collect();
    let chars = index.folding.chars(&query);
    let mut found = Found::new(index);
    let tried = [
        (Method::Exact, exact as fn(&Report, &str, &[char], &mut Found)),
        (Method::Words, words),
        (Method::Value, value),
        (Method::Pinyin, pinyin),
        (Method::Sound, |_, _, chars, found| {
            if chars.len() >= 2 {
                find_same_sound(found.index, chars, |place| found.add(place, chars.len() as u32));
            }
        }),
        (Method::Near, |_, _, chars, found| {
            find_near(found.index, chars, |place, length| found.add(place, length))
        }),
    ];
    let mut method = None;
    if !chars.is_empty() {
        method = tried.into_iter().find_map(|(method, attempt)| {
            attempt(report, &query, &chars, &mut found);
            (!found.hits.is_empty()).then_some(method)
        });
    }
    let suggestions = if method.is_none() && !chars.is_empty() {
        nearest_terms(report, index, &chars)
    } else {
        Vec::new()
    };
    let Found { mut hits, spans, .. } = found;
    hits.sort_by_key(|hit| (index.entries[hit.entry as usize].kind, hit.rank, hit.entry));
    Outcome { hits, method, cut_off, suggestions, spans }
}

/// The query as it is; figures of that value come with it, since 3465 is also 3,465 and 1.9万 is
/// 19000.
fn exact(report: &Report, query: &str, chars: &[char], found: &mut Found) {
    let index = found.index;
    if let Some(pattern) = index.pattern(chars) {
        index.find(&pattern, |place| found.add(place, pattern.len() as u32));
    }
    if !found.hits.is_empty() {
        find_value(report, index, query, |entry, span| found.add_span(entry, span));
    }
}

/// Entries that hold every word of the query.
fn words(_: &Report, query: &str, _: &[char], found: &mut Found) {
    let index = found.index;
    let words: Vec<Vec<char>> = query
        .split_whitespace()
        .map(|word| index.folding.chars(word))
        .filter(|word| !word.is_empty())
        .collect();
    let patterns: Option<Vec<Vec<CharId>>> = words.iter().map(|word| index.pattern(word)).collect();
    let Some(patterns) = patterns.filter(|patterns| patterns.len() >= 2) else { return };
    // How many of the words each entry has, counted in their order: an entry drops out with the
    // first it lacks.
    let mut counts = vec![0; index.entries.len()];
    for (number, pattern) in patterns.iter().enumerate() {
        index.find(pattern, |place| {
            let count = &mut counts[index.entry_at(place)];
            if *count == number {
                *count += 1;
            }
        });
    }
    let mut places: Vec<(u32, u32)> = Vec::new();
    for pattern in &patterns {
        index.find(pattern, |place| {
            if counts[index.entry_at(place)] == patterns.len() {
                places.push((place, pattern.len() as u32));
            }
        });
    }
    places.sort_unstable();
    for (place, length) in places {
        found.add(place, length);
    }
}

/// Figures of the value that the query states; else its digits wherever the text has them: 二〇二〇
/// finds 2020.
fn value(report: &Report, query: &str, _: &[char], found: &mut Found) {
    let index = found.index;
    find_value(report, index, query, |entry, span| found.add_span(entry, span));
    if found.hits.is_empty()
        && let Some(pattern) = digits(query).and_then(|digits| index.pattern(&digits))
    {
        index.find(&pattern, |place| found.add(place, pattern.len() as u32));
    }
}

/// Letters as pinyin: in full first, since initials are many things to many words.
fn pinyin(_: &Report, _: &str, chars: &[char], found: &mut Found) {
    let n_letters = chars.iter().filter(|ch| ch.is_ascii_lowercase()).count();
    if n_letters == 0 || chars.len() < 2 {
        return;
    }
    for spelling in [Spelling::Full, Spelling::Mixed] {
        find_spelled(found.index, chars, spelling, |place, length| found.add(place, length));
        if !found.hits.is_empty() {
            return;
        }
    }
}

/// Hits in the making, one an entry.
struct Found<'index> {
    index: &'index Index,
    hits: Vec<Hit>,
    spans: Vec<Span>,
    /// The entry of the last hit by place, and where it ends in the run.
    current: (usize, u32),
}

impl<'index> Found<'index> {
    fn new(index: &'index Index) -> Self {
        Self { index, hits: Vec::new(), spans: Vec::new(), current: (0, 0) }
    }

    /// Adds what stands at a place of the run; places come in order.
    fn add(&mut self, place: u32, length: u32) {
        if place >= self.current.1 {
            let entry = self.index.entry_at(place);
            self.current = (entry, self.index.entry_end(entry));
        }
        let entry = self.current.0;
        let span = self.index.original(place, length);
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
                let rank = match self.index.entries[entry].kind {
                    Kind::Sentence => 0,
                    _ if self.index.is_start(place) && length == self.index.entry_length(entry) => {
                        1
                    }
                    _ if self.index.is_start(place) => 2,
                    _ => 3,
                };
                self.spans.push(span);
                self.hits.push(Hit { entry: entry as u32, rank, spans: (n_spans, n_spans + 1) });
            }
        }
    }

    /// Adds a span of an entry as its best, unless the entry is among the hits already; then it
    /// moves ahead.
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
