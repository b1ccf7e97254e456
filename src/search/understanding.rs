//! What the everyday words of a query mean in a report, and what the report has of it.

use crate::model::Part;
use crate::text::Span;

use super::everyday::Meaning;
use super::hits::{Hit, HitCollector};
use super::index::Index;

/// An everyday word in a query, and what it means in this report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Understood {
    /// The word.
    pub word: String,
    /// What the report writes for it; or, where it writes none of it, what it would have written.
    pub written: Vec<String>,
    /// Whether the report writes that.
    pub occurs: bool,
    /// What the report writes that has to do with it, where it does not write the word.
    pub related: Vec<String>,
    /// The part of the report that it asks for.
    pub part: Option<Part>,
}

/// What everyday words mean in this report, and what it has of that besides `known`. Spans of new hits
/// are put behind `spans`.
pub(super) fn understand(
    index: &Index,
    meanings: &[(&[char], &Meaning)],
    known: &[Hit],
    spans: &mut Vec<Span>,
) -> (Vec<Understood>, Vec<Hit>) {
    // Where what is written for each word stands.
    let mut found: Vec<(u32, u32, (usize, usize))> = Vec::new();
    let mut understood = Vec::new();
    for (number, (word, meaning)) in meanings.iter().enumerate() {
        let mut occurs = |words: &[char], order: usize| {
            let n_before = found.len();
            if let Some(pattern) = index.text.pattern(words) {
                let length = pattern.len() as u32;
                index
                    .text
                    .find(&pattern, |position| found.push((position, length, (number, order))));
            }
            found.len() > n_before
        };
        let itself = meaning.part.is_none() && occurs(word, 0);
        let word: String = word.iter().collect();
        let mut those = |words: &[String]| -> Vec<String> {
            let occurring = words.iter().enumerate().filter(|(order, words)| {
                occurs(&index.folding.chars(words), order + 1) && **words != word
            });
            occurring.map(|(_, words)| words.clone()).collect()
        };
        let written = those(&meaning.written);
        let is_written = itself || !written.is_empty();
        let related = if is_written { Vec::new() } else { those(&meaning.related) };
        // What it would have written is told by its first words.
        let written = match is_written {
            true => written,
            false => meaning.written.iter().take(1).cloned().collect(),
        };
        let part = meaning.part;
        understood.push(Understood { word, written, occurs: is_written, related, part });
    }
    found.sort_unstable_by_key(|(position, length, _)| (*position, std::cmp::Reverse(*length)));
    let mut hits = HitCollector::new(index);
    // Of each entry the words that it has, and how early in its row the first is.
    let mut words_in = Vec::<(u32, Vec<usize>, usize)>::new();
    for (position, length, (number, order)) in found {
        let entry = index.entry_at(position) as u32;
        if known.iter().any(|hit| hit.entry == entry) {
            continue;
        }
        hits.add(position, length);
        match words_in.last_mut().filter(|(known, ..)| *known == entry) {
            Some((_, numbers, first)) => {
                *first = order.min(*first);
                if !numbers.contains(&number) {
                    numbers.push(number);
                }
            }
            None => words_in.push((entry, vec![number], order)),
        }
    }
    let offset = spans.len() as u32;
    spans.append(&mut hits.spans);
    let mut hits = hits.hits;
    for hit in &mut hits {
        hit.spans = (hit.spans.0 + offset, hit.spans.1 + offset);
    }
    // What has only some of several words is left out where something has them all. Entries are in
    // order in both lists.
    let most = words_in.iter().map(|(_, numbers, _)| numbers.len()).max().unwrap_or_default();
    let mut kept: Vec<(Hit, usize)> = hits
        .into_iter()
        .zip(words_in)
        .filter(|(_, (_, numbers, _))| numbers.len() == most)
        .map(|(hit, (_, _, first))| (hit, first))
        .collect();
    kept.sort_by_key(|(hit, first)| {
        (index.entries[hit.entry as usize].kind, *first, hit.rank, hit.entry)
    });
    let kept = kept.into_iter().map(|(hit, _)| hit).collect();
    (understood, kept)
}
