//! What the everyday words of a query mean in a report, and what the report has of it.

use crate::model::Part;
use crate::text::Span;

use super::everyday::{Meant, part_of};
use super::hits::{Hit, HitCollector, N_RANKS, sort};
use super::index::{Index, Kind};

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
    meanings: &[Meant<'_>],
    known: &[Hit],
    spans: &mut Vec<Span>,
) -> (Vec<Understood>, Vec<Hit>) {
    // Where what is written for each word stands; and with that the length, the number of the word and
    // how late in its row the words come, in one number.
    let mut found: Vec<(u32, u32)> = Vec::new();
    let mut understood = Vec::new();
    for (number, (word, meaning)) in meanings.iter().enumerate() {
        let part = part_of(meaning);
        let own: String = word.iter().collect();
        let mut this = Understood { word: own.clone(), part, ..Understood::default() };
        let mut order = 0;
        let mut occurs = |words: &[char]| {
            let n_before = found.len();
            if let Some(pattern) = index.text.pattern(words) {
                let rest = (pattern.len() as u32) << 16 | (number as u32) << 8 | order;
                index.text.find(&pattern, |position| found.push((position, rest)));
            }
            order += 1;
            // An explanation of a term is none of the report's words.
            let is_written = found[n_before..]
                .iter()
                .any(|(position, _)| index.entries[index.entry_at(*position)].kind != Kind::Term);
            if !is_written {
                found.truncate(n_before);
            }
            is_written
        };
        let words = meaning.split(',').filter(|words| part.is_none() && !words.is_empty());
        this.occurs = part.is_none() && occurs(word);
        for words in words {
            let related = words.strip_prefix('~');
            // What is only related is looked at where the word itself is not written.
            if related.is_some() && this.occurs {
                break;
            }
            let words = related.unwrap_or(words);
            let is_there = occurs(&index.folding.chars(words));
            let told = match related {
                Some(_) => &mut this.related,
                None => &mut this.written,
            };
            if is_there && words != own {
                told.push(words.to_string());
            }
            this.occurs |= is_there && related.is_none();
        }
        if !this.occurs {
            // What it would have written.
            let first =
                meaning.split(',').next().filter(|first| part.is_none() && !first.starts_with('~'));
            this.written.extend(first.map(str::to_string));
        }
        // A piece that only explanations have is no answer.
        if !meaning.is_empty() || this.occurs {
            understood.push(this);
        }
    }
    found.sort_unstable();
    let mut hits = HitCollector::new(index);
    // Of each hit which words it has, as bits, and how late in its row the first comes.
    let mut words_of: Vec<(u32, u8)> = Vec::new();
    for (position, rest) in found {
        let entry = index.entry_at(position) as u32;
        if known.iter().any(|hit| hit.entry == entry) {
            continue;
        }
        hits.add(position, rest >> 16);
        let (bit, order) = (1 << (rest >> 8 & 31), (rest & 255) as u8);
        match words_of.get_mut(hits.hits.len() - 1) {
            Some((bits, first)) => (*bits, *first) = (*bits | bit, order.min(*first)),
            None => words_of.push((bit, order)),
        }
    }
    // What has only some of several words is left out where something has them all.
    let is_own = |hit: &Hit| index.entries[hit.entry as usize].kind != Kind::Term;
    let own = hits.hits.iter().zip(&words_of).filter(|(hit, _)| is_own(hit));
    let most = own.map(|(_, (bits, _))| bits.count_ones()).max().unwrap_or_default();
    let offset = spans.len() as u32;
    spans.append(&mut hits.spans);
    let mut kept = Vec::new();
    for (hit, (bits, first)) in hits.hits.into_iter().zip(words_of) {
        if bits.count_ones() >= most {
            let spans = (hit.spans.0 + offset, hit.spans.1 + offset);
            kept.push(Hit { rank: first * N_RANKS + hit.rank, spans, ..hit });
        }
    }
    sort(&mut kept, index);
    (understood, kept)
}
