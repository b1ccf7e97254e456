//! Searches for a query: tries one way of matching after the other until something is found, and
//! puts the hits in the order in which they are shown. Every way is tried with the whole query; a
//! result says which one it was.

use crate::model::{Part, Report};
use crate::text::Span;

use super::alphabet::CharId;
use super::everyday::{Meant, core, part_of};
use super::hits::{Hit, HitCollector, sort};
use super::index::{Index, Kind};
use super::near::{find_near, nearest_terms};
use super::sound::Spelling;
use super::understanding::{Understood, understand};
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

/// What was found for a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchResults {
    /// By kind, then by rank, then in the report's order.
    pub hits: Vec<Hit>,
    /// How they were found; none if there are none.
    pub method: Option<Method>,
    /// The everyday words in the query.
    pub understood: Vec<Understood>,
    /// What was found for these, besides `hits`: what has most of them first.
    pub by_meaning: Vec<Hit>,
    /// Whether the query was longer than [`MAX_QUERY_LENGTH`].
    pub cut_off: bool,
    /// What to look for instead, where nothing was found.
    pub suggestions: Vec<String>,
    spans: Vec<Span>,
}

impl SearchResults {
    /// How many hits there are.
    pub fn n_hits(&self) -> usize {
        self.hits.len() + self.by_meaning.len()
    }

    /// What matched, in scalars of the entry's words, in order, without overlaps.
    pub fn spans(&self, hit: &Hit) -> &[Span] {
        self.spans.get(hit.spans.0 as usize..hit.spans.1 as usize).unwrap_or_default()
    }

    /// What matched in the report's text, in its order.
    pub fn spans_in_text(&self, index: &Index) -> Vec<Span> {
        // No entry is in both.
        let hits = self.hits.iter().chain(&self.by_meaning);
        let in_text = hits.filter_map(|hit| Some((hit, index.entries[hit.entry as usize].span?)));
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

/// The hits of `query`, or of what it asks for where the whole is written nowhere; none for one that folds
/// to nothing.
pub fn search(report: &Report, index: &Index, query: &str) -> SearchResults {
    let cut_off = query.chars().nth(MAX_QUERY_LENGTH).is_some();
    let query: String = query.chars().take(MAX_QUERY_LENGTH).map(plain).collect();
    let chars = index.folding.chars(&query);
    let found = search_whole(report, index, &query, &chars);
    let core = core(&chars);
    let is_found = found.n_hits() > 0 || !found.understood.is_empty();
    let is_less = (2..chars.len()).contains(&core.len());
    if (is_found && found.method != Some(Method::Near)) || !is_less {
        return SearchResults { cut_off, ..found };
    }
    // 公证处在哪里 is written nowhere, and what it asks for is.
    let asked: String = core.iter().collect();
    let inner = search_whole(report, index, &asked, core);
    let is_better = inner.n_hits() > 0 || !inner.understood.is_empty() || found.n_hits() == 0;
    SearchResults { cut_off, ..if is_better { inner } else { found } }
}

fn search_whole(report: &Report, index: &Index, query: &str, chars: &[char]) -> SearchResults {
    let mut hits = HitCollector::new(index);
    let mut try_in_order = |tried: &[(Method, Attempt)]| {
        tried.iter().find_map(|(method, attempt)| {
            attempt(report, query, chars, &mut hits);
            (!hits.hits.is_empty()).then_some(*method)
        })
    };
    if chars.is_empty() {
        return SearchResults::default();
    }
    let mut method =
        try_in_order(&[(Method::Exact, exact), (Method::Words, words), (Method::Value, value)]);
    // A query that is an everyday word means what it means; one that holds some may also be what the
    // report writes, with a slip.
    let mut meanings = index.everyday.whole(chars);
    if method.is_none() && meanings.is_empty() {
        meanings = meant_by_each(index, query, chars);
    }
    if method.is_none() && meanings.is_empty() {
        let guesses: [(Method, Attempt); 3] =
            [(Method::Pinyin, pinyin), (Method::Sound, same_sound), (Method::Near, near)];
        meanings = index.everyday.inside(chars, &index.text);
        leave_out_amounts(&mut meanings);
        let has_everyday = meanings.iter().any(|(_, meaning)| !meaning.is_empty());
        let is_question = has_everyday && chars.len() < LEAST_WITH_SLIP;
        method = try_in_order(&guesses[..if is_question { 1 } else { guesses.len() }]);
        meanings.retain(|_| method.is_none());
        if method.is_none() && meanings.is_empty() {
            meanings = index.everyday.sounding(chars, &index.sounds, &index.text);
        }
    }
    let HitCollector { mut hits, mut spans, .. } = hits;
    // What only an explanation says leads to what it explains: 扫码 to the places of 一事一码.
    let is_word = chars.iter().filter(|ch| !ch.is_ascii()).count() >= 2;
    let explained = if is_word { explained_terms(report, index, &hits) } else { String::new() };
    if !explained.is_empty() {
        (method, hits, spans) = (None, Vec::new(), Vec::new());
        if meanings.is_empty() {
            meanings.push((chars, &explained));
        }
    }
    sort(&mut hits, index);
    let (understood, by_meaning) = understand(index, &meanings, &hits, &mut spans);
    let suggestions = match method {
        None if by_meaning.is_empty() => nearest_terms(report, index, chars),
        _ => Vec::new(),
    };
    SearchResults { hits, method, understood, by_meaning, cut_off: false, suggestions, spans }
}

/// 罚了多少钱 asks for fines, and not for every amount of money that the report writes.
fn leave_out_amounts(meanings: &mut Vec<Meant<'_>>) {
    if meanings.iter().any(|(_, meaning)| !meaning.is_empty() && part_of(meaning).is_none()) {
        meanings.retain(|(_, meaning)| part_of(meaning) != Some(Part::Amounts));
    }
}

/// What several words mean that are everyday words each: 民告官 赢.
fn meant_by_each<'a>(index: &'a Index, query: &str, mut chars: &'a [char]) -> Vec<Meant<'a>> {
    let words: Vec<&str> = query.split_whitespace().collect();
    let mut meanings = Vec::new();
    for word in &words {
        // The query folds to what its words fold to.
        let Some((folded, rest)) = chars.split_at_checked(index.folding.chars(word).len()) else {
            return Vec::new();
        };
        chars = rest;
        meanings.extend(index.everyday.whole(folded));
    }
    if words.len() > 1 && meanings.len() == words.len() { meanings } else { Vec::new() }
}

/// The names of the terms that the hits are, separated by commas, where all of them are only inside
/// explanations; otherwise nothing.
fn explained_terms(report: &Report, index: &Index, hits: &[Hit]) -> String {
    let explained = hits.iter().map(|hit| {
        let entry = &index.entries[hit.entry as usize];
        let term = report.terms.get(entry.at as usize).filter(|_| entry.kind == Kind::Term)?;
        (!hit.is_at_start()).then_some(&*term.term)
    });
    explained.collect::<Option<Vec<&str>>>().unwrap_or_default().join(",")
}

/// A character of Cantonese as reports write it, any other as it is.
fn plain(ch: char) -> char {
    match ch {
        '冇' => '没',
        '唔' => '不',
        '咗' => '了',
        '搵' => '找',
        '嘅' => '的',
        _ => ch,
    }
}

/// Fewest characters of a query with everyday words in it that may have a slip.
const LEAST_WITH_SLIP: usize = 4;

/// A way of matching.
type Attempt = fn(&Report, &str, &[char], &mut HitCollector);

/// Most hits that are guesses by one character: 告政府 is not about every 政府.
const MAX_NEAR: usize = 12;

/// With one character changed, left out or added.
fn near(_: &Report, _: &str, chars: &[char], hits: &mut HitCollector) {
    let mut near = HitCollector::new(hits.index);
    find_near(&hits.index.text, chars, |position, length| near.add(position, length));
    if near.hits.len() <= MAX_NEAR {
        *hits = near;
    }
}

/// The query as it is; figures of that value come with it, since 3465 is also 3,465 and 1.9万 is
/// 19000.
fn exact(report: &Report, query: &str, chars: &[char], hits: &mut HitCollector) {
    let index = hits.index;
    if let Some(pattern) = index.text.pattern(chars) {
        let is_number = query.trim().chars().all(|ch| ch.is_ascii_digit());
        index.text.find(&pattern, |position| {
            // 12 is not in 2021—2025.
            if !is_number || !index.joins_numbers(position, pattern.len() as u32) {
                hits.add(position, pattern.len() as u32);
            }
        });
    }
    if !hits.hits.is_empty() {
        find_value(report, index, query, |entry, span| hits.add_span(entry, span));
        // Where the words stand together somewhere, they stand apart elsewhere.
        let mut apart = HitCollector::new(index);
        words(report, query, chars, &mut apart);
        hits.append(apart);
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
    let chars = &plain_letters(chars);
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

/// Letters without the marks of their tones; lue and nue as keyboards and dictionaries disagree on.
fn plain_letters(chars: &[char]) -> Vec<char> {
    const MARKED: [(&str, char); 6] =
        [("āáǎà", 'a'), ("ōóǒò", 'o'), ("ēéěè", 'e'), ("īíǐì", 'i'), ("ūúǔù", 'u'), ("ǖǘǚǜ", 'v')];
    let plain = |ch: &char| {
        MARKED.iter().find(|(marked, _)| marked.contains(*ch)).map_or(*ch, |(_, plain)| *plain)
    };
    let mut letters: Vec<char> = chars.iter().map(plain).collect();
    for at in 1..letters.len().saturating_sub(1) {
        if letters[at] == 'u' && letters[at + 1] == 'e' && matches!(letters[at - 1], 'l' | 'n') {
            letters[at] = 'v';
        }
    }
    letters
}

/// Other characters of the same sound; a single one sounds like too many.
fn same_sound(_: &Report, _: &str, chars: &[char], hits: &mut HitCollector) {
    // Two numbers that sound alike are two.
    if chars.len() >= 2 && !chars.iter().all(char::is_ascii_digit) {
        let Index { text, sounds, .. } = hits.index;
        sounds.find_same_sound(text, chars, |position| hits.add(position, chars.len() as u32));
    }
}
