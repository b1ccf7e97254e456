//! One character wrong, missing or too many; and, where even that finds nothing, the terms nearest
//! to the query.

use super::index::{CharId, Index};
use crate::model::{Report, SentenceKind};

/// Fewest characters of a query that may have a wrong one.
const SHORTEST: usize = 3;

/// Most suggestions offered.
const N_SUGGESTIONS: usize = 5;

/// Least likeness of a suggestion, between 0 and 1: two of five syllables, or most of the letters,
/// since any two words share some.
const LEAST_LIKENESS: f64 = 0.4;
const LEAST_LIKENESS_OF_LETTERS: f64 = 0.6;

/// Hands every place with its length that differs from `chars` by one character, in order. The less
/// of the query is given up, the better: first a character that is missing, then one that is wrong,
/// then one too many.
pub(super) fn find_near(index: &Index, chars: &[char], mut hand: impl FnMut(u32, u32)) {
    if chars.len() < SHORTEST {
        return;
    }
    // 0 stands between entries and in no pattern that is looked up.
    let pattern: Vec<CharId> =
        chars.iter().map(|ch| index.alphabet.id(*ch).unwrap_or_default()).collect();
    let mut found: Vec<(u32, u32)> = Vec::new();
    for at in 1..pattern.len() {
        find_with_gap(index, &pattern[..at], &pattern[at..], &mut found);
    }
    if found.is_empty() {
        for at in 0..pattern.len() {
            find_with_gap(index, &pattern[..at], &pattern[at + 1..], &mut found);
        }
    }
    if found.is_empty() {
        for at in 0..pattern.len() {
            let without = [&pattern[..at], &pattern[at + 1..]].concat();
            if !without.contains(&0) {
                index.find(&without, |place| found.push((place, without.len() as u32)));
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    for (place, length) in found {
        hand(place, length);
    }
}

/// Places of `before`, any one character, `behind`; looked up by the longer of the two.
fn find_with_gap(index: &Index, before: &[CharId], behind: &[CharId], found: &mut Vec<(u32, u32)>) {
    // A character that occurs nowhere is 0 in a pattern, and in the run what stands between
    // entries.
    if before.contains(&0) || behind.contains(&0) {
        return;
    }
    let length = before.len() + 1 + behind.len();
    let mut add = |start: Option<u32>| {
        let Some(start) = start else { return };
        let Some(run) = index.run.get(start as usize..start as usize + length) else { return };
        if run.starts_with(before) && run[before.len()] != 0 && run.ends_with(behind) {
            found.push((start, length as u32));
        }
    };
    if behind.len() >= before.len() {
        index.find(behind, |place| add(place.checked_sub(before.len() as u32 + 1)));
    } else {
        index.find(before, |place| add(Some(place)));
    }
}

/// Names in the report that sound or look most like the query: terms, figures, headings. A query of
/// letters is compared letter by letter with their pinyin, any other syllable by syllable.
pub(super) fn nearest_terms(report: &Report, index: &Index, chars: &[char]) -> Vec<String> {
    let by_letter = chars.iter().all(char::is_ascii_alphabetic);
    let least = if by_letter { LEAST_LIKENESS_OF_LETTERS } else { LEAST_LIKENESS };
    let spell = |chars: &[char]| -> Vec<Vec<char>> {
        let syllables = chars.iter().map(|ch| index.sounds.letters(index, *ch));
        if by_letter {
            syllables.flatten().map(|letter| vec![letter]).collect()
        } else {
            syllables.collect()
        }
    };
    let query = spell(chars);
    let terms = report.terms.iter().map(|term| term.term.as_str());
    let labels = report.figures.iter().map(|figure| figure.label.as_str());
    let topics = report.topics().into_iter();
    let headings = report
        .sentences()
        .filter(|(_, sentence)| sentence.kind == SentenceKind::Topic)
        .map(|(_, sentence)| report.slice(sentence.span));
    let mut likely: Vec<(f64, &str)> = Vec::new();
    for name in terms
        .chain(labels)
        .chain(topics)
        .chain(headings.map(|heading| heading.trim_end_matches('。')))
    {
        let likeness = likeness(&query, &spell(&index.folding.chars(name)));
        if likeness >= least && !likely.iter().any(|(_, known)| *known == name) {
            likely.push((likeness, name));
        }
    }
    likely.sort_by(|left, right| right.0.total_cmp(&left.0));
    likely.into_iter().take(N_SUGGESTIONS).map(|(_, name)| name.to_string()).collect()
}

/// 1 less the edits that lead from one to the other, as a share of the longer.
fn likeness(one: &[Vec<char>], other: &[Vec<char>]) -> f64 {
    let mut edits: Vec<usize> = (0..=other.len()).collect();
    for (row, left) in one.iter().enumerate() {
        let mut diagonal = edits[0];
        edits[0] = row + 1;
        for (at, right) in other.iter().enumerate() {
            let changed = diagonal + usize::from(left != right);
            diagonal = edits[at + 1];
            edits[at + 1] = changed.min(diagonal + 1).min(edits[at] + 1);
        }
    }
    1.0 - edits[other.len()] as f64 / one.len().max(other.len()).max(1) as f64
}
