//! Which sentences meet the duties of 法治政府建设与责任落实督察工作规定 art. 24: those of the sections whose
//! headings say so, or that an editor quotes. An editor's quotes take away as well.

use crate::model::{Duty, DutyKind, Report, Section, SectionKind, Sentence, SentenceKind};
use crate::text::Span;

use super::annotation::{DutyAnnotation, Occurrence, locate};

/// The duties in the regulation's order, each with the sentences that meet it.
pub(super) fn find(report: &Report, annotations: &[DutyAnnotation]) -> Vec<Duty> {
    let order = [
        DutyKind::Measures,
        DutyKind::Shortcomings,
        DutyKind::Leadership,
        DutyKind::Plan,
        DutyKind::Other,
    ];
    order.into_iter().map(|kind| find_one(kind, report, annotations)).collect()
}

fn find_one(kind: DutyKind, report: &Report, annotations: &[DutyAnnotation]) -> Duty {
    let quoted = |remove: bool| {
        annotations
            .iter()
            .filter(move |annotation| annotation.kind == kind && annotation.remove == remove)
            .flat_map(|annotation| touched(report, &annotation.quote))
    };
    let mut sentences: Vec<u32> = by_rule(kind, report);
    sentences.extend(quoted(false));
    let removed: Vec<u32> = quoted(true).collect();
    sentences.retain(|number| !removed.contains(number));
    sentences.sort_unstable();
    sentences.dedup();
    Duty { kind, sentences }
}

/// The sentences that a quote touches.
fn touched(report: &Report, quote: &str) -> Vec<u32> {
    let Occurrence::Once(span) = locate(report, quote) else { return Vec::new() };
    report
        .sentences()
        .filter(|(_, sentence)| {
            sentence.kind != SentenceKind::Space && sentence.span.overlaps(span)
        })
        .map(|(_, sentence)| sentence.number)
        .collect()
}

fn by_rule(kind: DutyKind, report: &Report) -> Vec<u32> {
    let mut sentences = Vec::new();
    let mut inside: Option<u8> = None;
    for section in &report.sections {
        if inside.is_some_and(|level| section.level <= level) {
            inside = None;
        }
        let is_named = meets(kind, section);
        if is_named {
            inside = Some(section.level);
        }
        // What is lacking is shown whole; of all else the heading leads into the text.
        let is_whole = kind == DutyKind::Shortcomings && inside.is_some();
        let shown = section.sentences().filter(|sentence| {
            sentence.kind != SentenceKind::Space
                && (is_whole || (is_named && opens(section, sentence)))
        });
        sentences.extend(shown.map(|sentence| sentence.number));
    }
    if kind == DutyKind::Leadership && sentences.is_empty() {
        sentences.extend(report.sentences().filter_map(|(_, sentence)| {
            let words = report.slice(sentence.span);
            (sentence.kind != SentenceKind::Space && speaks_of_leadership(words))
                .then_some(sentence.number)
        }));
    }
    sentences
}

/// Whether a section meets a duty as a whole. A part that meets no other tells what was done.
fn meets(kind: DutyKind, section: &Section) -> bool {
    section.duty == Some(kind)
        || (kind == DutyKind::Measures
            && section.duty.is_none()
            && section.kind == SectionKind::Part)
}

/// Whether a sentence is what a section is opened by: its heading, or without one all of it.
fn opens(section: &Section, sentence: &Sentence) -> bool {
    section.heading.is_none_or(|heading: Span| heading == sentence.span)
}

/// Whether a sentence speaks of the first responsible person, and does not only name the rules by
/// their title: it says so outside of it, or who is meant.
fn speaks_of_leadership(words: &str) -> bool {
    let mut outside = String::new();
    let mut n_open = 0u32;
    for ch in words.chars() {
        match ch {
            '《' => n_open += 1,
            '》' => n_open = n_open.saturating_sub(1),
            _ if n_open == 0 => outside.push(ch),
            _ => {}
        }
    }
    let who = ["第一责任人", "主要负责", "主要领导", "履行", "落实", "书记", "党政"];
    words.contains("第一责任人") && who.iter().any(|word| outside.contains(word))
}
