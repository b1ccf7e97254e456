//! Checks of the parts and sections that were found in the text. What is wrong here is mostly a
//! heading lost or misprinted in `report.txt`.

use crate::ingest::furniture::{before_furniture, is_furniture};
use crate::ingest::outline::{self, is_signature};
use crate::issue::Issue;
use crate::model::{Section, SectionKind, SentenceKind};
use crate::text::Span;

use super::evidence::Evidence;

/// There is a text, whatever its headings, and no numbered heading is empty.
pub(super) fn parts_found(evidence: &Evidence<'_>) -> Vec<Issue> {
    let sections = &evidence.report.sections;
    let is_body = |section: &&Section| {
        let is_around = matches!(
            section.kind,
            SectionKind::Letter
                | SectionKind::Title
                | SectionKind::Closing
                | SectionKind::Attachment
        );
        !is_around && section.sentences().any(|sentence| sentence.kind != SentenceKind::Space)
    };
    if !sections.iter().any(|section| is_body(&section)) {
        return vec![evidence.in_report(
            0,
            "除了标题和落款，没有找到正文".to_string(),
            "核对是否少了正文；正文被认成别的，在 annotations.json 的 sections 里写明",
        )];
    }
    let numbered = sections.iter().filter(|section| !section.number.is_empty());
    let empty = numbered.filter(|section| {
        let heading = section.heading.map_or("", |heading| evidence.report.slice(heading));
        heading.trim_end_matches('。').chars().count() <= section.number.chars().count() + 1
    });
    empty
        .map(|section| {
            evidence.in_report(
                section.span.start,
                format!("「{}」后面没有标题", section.number),
                "补上标题，或去掉这个编号",
            )
        })
        .collect()
}

/// The text ends as reports do: half a file should not be published. What a web page has below an article
/// says nothing of its end.
pub(super) fn report_ended(evidence: &Evidence<'_>) -> Vec<Issue> {
    const TAIL: usize = 12;
    let mut start = 0;
    let lines = evidence.input.text.split('\n').map(|line| {
        let at = start;
        start += line.chars().count() as u32 + 1;
        (before_furniture(line.trim()), at)
    });
    let last = lines.filter(|(line, _)| !line.is_empty() && !is_furniture(line)).last();
    let Some((last, at)) = last else { return Vec::new() };
    let is_end = last.ends_with(['。', '！', '？', '”', '）', ')', '日'])
        || last.ends_with("印发")
        || is_signature(last);
    if is_end {
        return Vec::new();
    }
    let n_before = last.chars().count().saturating_sub(TAIL);
    let tail: String = last.chars().skip(n_before).collect();
    let problem = format!("报告没有结尾：最后一行停在「{tail}」");
    let remedy = "核对原件是不是到这里为止，少了的补上；没有少的，不用改";
    vec![evidence.in_report(at, problem, remedy)]
}

/// The year that the text says it reports on is that of its folder: a 政府工作报告 of 2024 tells of 2023, and with the
/// wrong one a plan passes for what was done.
pub(super) fn year_agrees(evidence: &Evidence<'_>) -> Vec<Issue> {
    let chars: Vec<char> = evidence.input.text.chars().collect();
    let (year, told) = (evidence.report.year, outline::read(&chars).year);
    let Some(told) = told.filter(|told| *told != year) else { return Vec::new() };
    let text = &evidence.input.text;
    let at = text.find(&format!("{told}年")).map_or(0, |at| text[..at].chars().count());
    vec![evidence.in_report(
        at as u32,
        format!("报告说的像是{told}年的工作，这里把它放在{year}年"),
        "按报告说的那一年改文件夹的名字；年份没有错的，不用改",
    )]
}

/// No two sections share an id, else links would always open the first; and no number is used twice
/// on the same level.
pub(super) fn sections_reachable(evidence: &Evidence<'_>) -> Vec<Issue> {
    let sections = &evidence.report.sections;
    let mut issues = Vec::new();
    for (at, section) in sections.iter().enumerate() {
        let repeated = sections[..at].iter().any(|known| known.id == section.id);
        let number_repeated = !section.number.is_empty()
            && section.kind != SectionKind::Shortcomings
            && sections[..at]
                .iter()
                .rev()
                .take_while(|known| known.level >= section.level)
                .any(|known| known.level == section.level && known.number == section.number);
        if repeated || number_repeated {
            let problem = format!(
                "同一级里有两个「{}」",
                if section.number.is_empty() { &section.id } else { &section.number }
            );
            issues.push(evidence.in_report(
                section.span.start,
                problem,
                "核对原件的编号；若原件如此，请反馈，不要改动原文",
            ));
        }
    }
    issues
}

/// The dates that stand in lines of their own are days of the calendar, from 1900 on: files bear
/// them.
pub(super) fn dates_exist(evidence: &Evidence<'_>) -> Vec<Issue> {
    let chars: Vec<char> = evidence.input.text.chars().collect();
    let issue = |span: &Span| {
        let written = evidence.report.slice(*span);
        let problem = format!("日历上没有「{written}」这一天");
        evidence.in_report(span.start, problem, "核对原件的日期，改正年、月、日")
    };
    outline::impossible_dates(&chars).iter().map(issue).collect()
}
