//! Which sentences meet the duties of 法治政府建设与责任落实督察工作规定 art. 24. Rules find them by headings
//! and words; an editor's quotes add to those.

use crate::model::{Duty, DutyKind, Report, Section, SectionKind, Sentence, SentenceKind};

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
    order
        .into_iter()
        .map(|kind| {
            let by_rule = report.sentences().filter(|(section, sentence)| {
                sentence.kind != SentenceKind::Space && meets(kind, report, section, sentence)
            });
            let by_editor = annotations
                .iter()
                .filter(|annotation| annotation.kind == kind)
                .filter_map(|annotation| match locate(report, &annotation.quote) {
                    Occurrence::Once(span) => report.sentence_at(span.start),
                    Occurrence::Never | Occurrence::Often(_) => None,
                });
            let mut sentences: Vec<u32> =
                by_rule.chain(by_editor).map(|(_, sentence)| sentence.number).collect();
            sentences.sort_unstable();
            sentences.dedup();
            Duty { kind, sentences }
        })
        .collect()
}

/// Whether the rules take a sentence to meet a duty.
fn meets(kind: DutyKind, report: &Report, section: &Section, sentence: &Sentence) -> bool {
    let words = report.slice(sentence.span);
    let is_heading = section.heading == Some(sentence.span);
    match kind {
        DutyKind::Measures => is_heading && section.kind == SectionKind::Part && !plans(words),
        DutyKind::Shortcomings => section.kind == SectionKind::Shortcomings,
        DutyKind::Leadership => words.contains("第一责任人"),
        DutyKind::Plan => is_heading && section.kind == SectionKind::Part && plans(words),
        DutyKind::Other => false,
    }
}

/// Whether a heading is about the year to come.
fn plans(heading: &str) -> bool {
    ["计划", "安排", "打算", "下一步", "下步"].iter().any(|word| heading.contains(word))
}
