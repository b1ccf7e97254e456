//! Cuts a line into sentences and the white space around them, and recognizes the short sentences
//! that open a group (优化公共法律服务。). Nothing is dropped: the pieces together are the line.

use crate::model::{Sentence, SentenceKind};
use crate::number::numeral;
use crate::text::Span;

/// Longest sentence that can open a group, in scalars.
const MAX_TOPIC_LENGTH: usize = 28;

/// Whether `ch` ends a sentence.
pub(super) fn is_stop(ch: char) -> bool {
    matches!(ch, '。' | '！' | '？' | '!' | '?')
}

/// Whether `ch` closes quotes or brackets and so belongs to the sentence before it.
pub(super) fn is_closer(ch: char) -> bool {
    matches!(ch, '”' | '’' | '）' | ')' | '》' | '」' | '』' | '"')
}

/// The sentences and spaces of a line whose first scalar is `start`. All are `Body` or `Space` and
/// have number 0; the outline says what they are.
pub(super) fn split(line: &[char], start: u32) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut push = |from: usize, to: usize, kind: SentenceKind| {
        if to > from {
            sentences.push(Sentence {
                number: 0,
                kind,
                span: Span::new(start + from as u32, start + to as u32),
            });
        }
    };
    let mut at = 0;
    while at < line.len() {
        let n_spaces = line[at..].iter().take_while(|ch| ch.is_whitespace()).count();
        push(at, at + n_spaces, SentenceKind::Space);
        at += n_spaces;
        let end = sentence_end(line, at);
        push(at, end, SentenceKind::Body);
        at = end;
    }
    sentences
}

/// One past the sentence that begins at `from`: behind its stop and the quotes and brackets that it
/// closes; without a stop, before the line's last white space.
fn sentence_end(line: &[char], from: usize) -> usize {
    match line[from..].iter().position(|ch| is_stop(*ch)) {
        Some(stop) => {
            let behind = from + stop + 1;
            behind + line[behind..].iter().take_while(|ch| is_closer(**ch) || is_stop(**ch)).count()
        }
        None => line[from..]
            .iter()
            .rposition(|ch| !ch.is_whitespace())
            .map_or(from, |last| from + last + 1),
    }
}

/// The first sentence of a trimmed line.
pub(super) fn first(line: &[char]) -> String {
    line[..sentence_end(line, 0)].iter().collect()
}

/// Whether a sentence can open a group: short, one clause, no digits.
pub(super) fn is_topic(sentence: &[char]) -> bool {
    sentence.len() <= MAX_TOPIC_LENGTH
        && sentence.last() == Some(&'。')
        && !sentence.iter().any(|ch| {
            matches!(ch, ',' | '，' | ';' | '；' | ':' | '：') || numeral::digit(*ch).is_some()
        })
}
