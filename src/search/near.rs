//! Matching with one character wrong, missing or too many; and, where even that finds nothing,
//! names in the report that sound like the query. Both come last, since they guess what the reader
//! meant.

use crate::model::{Report, SentenceKind};

use super::alphabet::CharId;
use super::folded_text::FoldedText;
use super::index::Index;

/// Fewest characters of a query that may have a wrong one.
const MIN_LENGTH: usize = 3;

/// Most suggestions offered.
const MAX_SUGGESTIONS: usize = 5;

/// Least likeness of a suggestion to the query, between 0 and 1: two of five syllables the same.
const MIN_LIKENESS: f64 = 0.4;
/// The same for letters, of which any two words share some.
const MIN_LIKENESS_OF_LETTERS: f64 = 0.6;

/// Calls `emit` with the position and length of everything that differs from `chars` by one
/// character, in order. First those are tried that keep most of the query: a character is missing
/// in it, then one is wrong, then one is too many.
pub(super) fn find_near(text: &FoldedText, chars: &[char], mut emit: impl FnMut(u32, u32)) {
    if chars.len() < MIN_LENGTH {
        return;
    }
    let pattern = text.pattern_with_gaps(chars);
    let mut found: Vec<(u32, u32)> = Vec::new();
    for at in 1..pattern.len() {
        find_with_gap(text, &pattern[..at], &pattern[at..], &mut found);
    }
    if found.is_empty() {
        for at in 0..pattern.len() {
            find_with_gap(text, &pattern[..at], &pattern[at + 1..], &mut found);
            // 胜诉率 is no slip of 败诉率.
            let other = opposite(text, chars[at]);
            found.retain(|(position, _)| Some(text.ids[*position as usize + at]) != other);
        }
    }
    // Of three characters each says too much.
    if found.is_empty() && chars.len() > MIN_LENGTH {
        for at in 0..pattern.len() {
            let without = [&pattern[..at], &pattern[at + 1..]].concat();
            if !without.contains(&0) {
                text.find(&without, |position| found.push((position, without.len() as u32)));
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    for (position, length) in found {
        emit(position, length);
    }
}

/// Characters of opposite meaning, two by two.
const OPPOSITES: [(char, char); 12] = [
    ('胜', '败'),
    ('增', '减'),
    ('升', '降'),
    ('涨', '跌'),
    ('有', '无'),
    ('收', '支'),
    ('高', '低'),
    ('快', '慢'),
    ('进', '出'),
    ('多', '少'),
    ('上', '下'),
    ('新', '旧'),
];

/// The character of opposite meaning, if the text has it.
fn opposite(text: &FoldedText, ch: char) -> Option<CharId> {
    let of = |(one, other): &(char, char)| match ch {
        ch if ch == *one => Some(*other),
        ch if ch == *other => Some(*one),
        _ => None,
    };
    OPPOSITES.iter().find_map(of).and_then(|other| text.alphabet.id(other))
}

/// Finds `before`, any one character, `behind`; the longer of the two is looked up.
fn find_with_gap(
    text: &FoldedText,
    before: &[CharId],
    behind: &[CharId],
    found: &mut Vec<(u32, u32)>,
) {
    // In a pattern 0 is a character that occurs nowhere, in the text it is the end of an entry:
    // they must not match.
    if before.contains(&0) || behind.contains(&0) {
        return;
    }
    let length = before.len() + 1 + behind.len();
    let mut add = |start: Option<u32>| {
        let Some(start) = start else { return };
        let Some(ids) = text.ids.get(start as usize..start as usize + length) else { return };
        if ids.starts_with(before) && ids[before.len()] != 0 && ids.ends_with(behind) {
            found.push((start, length as u32));
        }
    };
    if behind.len() >= before.len() {
        text.find(behind, |position| add(position.checked_sub(before.len() as u32 + 1)));
    } else {
        text.find(before, |position| add(Some(position)));
    }
}

/// Names in the report that sound most like the query: terms, figures, topics, headings. A query of
/// letters is compared letter by letter with their pinyin, any other syllable by syllable.
pub(super) fn nearest_terms(report: &Report, index: &Index, chars: &[char]) -> Vec<String> {
    let by_letter = chars.iter().all(char::is_ascii_alphabetic);
    let least = if by_letter { MIN_LIKENESS_OF_LETTERS } else { MIN_LIKENESS };
    // Of two syllables one alone says nothing: 苍梧 is not 八五, and 仲栽 may be 仲裁.
    let is_short = chars.len() <= 2 && !by_letter;
    let spell = |chars: &[char]| -> Vec<Vec<char>> {
        let syllables = chars.iter().map(|ch| index.sounds.letters(&index.text.alphabet, *ch));
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
        let may_be = !is_short || name.contains(chars);
        if may_be && likeness >= least && !likely.iter().any(|(_, known)| *known == name) {
            likely.push((likeness, name));
        }
    }
    likely.sort_by(|left, right| right.0.total_cmp(&left.0));
    likely.into_iter().take(MAX_SUGGESTIONS).map(|(_, name)| name.to_string()).collect()
}

/// 1 less the edits that lead from one to the other (Levenshtein distance), as a share of the
/// longer.
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
