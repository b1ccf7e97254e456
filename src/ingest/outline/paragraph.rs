//! A line as a paragraph of its section: cut into sentences, each told what it is for. Sentences are
//! numbered through the whole report.

use crate::model::{Paragraph, Section, SectionKind, Sentence, SentenceKind, is_point};
use crate::text::Span;

use super::super::sentence;
use super::line::Line;

/// Longest heading: a longer one is a sentence behind a mark.
pub const LONGEST_HEADING: u32 = 60;

/// Adds a line to its section, cut into sentences. Sentences are numbered through the whole report.
pub(super) fn add_line(
    section: &mut Section,
    line: &Line<'_>,
    is_heading: bool,
    n_sentences: &mut u32,
) {
    let mut sentences = sentence::split(line.chars, line.span.start);
    let words_of = |span: Span| {
        let start = (span.start - line.span.start) as usize;
        &line.chars[start..start + span.len() as usize]
    };
    let bodies = sentences.iter().filter(|sentence| sentence.kind == SentenceKind::Body);
    let bodies: Vec<&[char]> = bodies.map(|sentence| words_of(sentence.span)).collect();
    let mut nth = 0;
    for sentence in &mut sentences {
        if sentence.kind == SentenceKind::Body {
            *n_sentences += 1;
            nth += 1;
            sentence.kind = if is_heading && (nth == 1 || section.kind == SectionKind::Title) {
                SentenceKind::Heading
            } else if may_have_topics(section.kind) && opens_group(&bodies[nth - 1..]) {
                SentenceKind::Topic
            } else {
                SentenceKind::Body
            };
        }
        sentence.number = *n_sentences;
    }
    section.heading = section.heading.or_else(|| first_heading(&sentences));
    // （一）with a paragraph behind it: its first sentence names the section and is read as text.
    if is_heading && section.kind != SectionKind::Title && is_text(&sentences) {
        let named = sentences.iter_mut().filter(|known| known.kind == SentenceKind::Heading);
        named.for_each(|sentence| sentence.kind = SentenceKind::Body);
    }
    section.span.end = line.span.end;
    section.paragraphs.push(Paragraph { span: line.span, sentences });
}

/// Whether the first of these sentences opens a group that the next belongs to: 一是力量薄弱。二是…… are
/// points of one list, and none is about the next.
fn opens_group(sentences: &[&[char]]) -> bool {
    match sentences {
        [first, next, ..] => {
            sentence::is_topic(first)
                && !sentence::is_topic(next)
                && !is_point(next.iter().copied())
        }
        _ => false,
    }
}

/// Whether sections of this kind have groups, each opened by a short sentence.
fn may_have_topics(kind: SectionKind) -> bool {
    matches!(kind, SectionKind::Part | SectionKind::Section | SectionKind::Shortcomings)
}

fn first_heading(sentences: &[Sentence]) -> Option<Span> {
    sentences
        .iter()
        .find(|sentence| sentence.kind == SentenceKind::Heading)
        .map(|sentence| sentence.span)
}

/// Whether what stands behind a mark is too long for a heading, and ends as a sentence does.
fn is_text(sentences: &[Sentence]) -> bool {
    first_heading(sentences).is_some_and(|heading| heading.len() > LONGEST_HEADING)
}
