//! Checks the numbers in a chart's words: its title, subtitle, description and note are typed in. A
//! number there is a figure, a count of what the picture shows, or marked as computed.

use crate::issue::Issue;
use crate::model::{Chart, ChartKind, Figure};
use crate::number::{self, Number, numeral};
use crate::text::{Span, has_word_at};

use super::evidence::Evidence;

/// What marks a number as computed, in the sentence it stands in.
const COMPUTED: &str = "推算";

/// Shares and multiples in words, which no report states by itself.
const SHARES: &[&str] = &["一半", "半数", "过半", "大半", "翻番", "翻一番", "翻了一番", "翻两番"];

/// What stands before or behind 百, 千, 万 and 亿 in amounts without a number: 上千, 百余.
const VAGUE_BEFORE: &[char] = &['数', '几', '上', '近', '超', '逾', '约', '成'];
const VAGUE_BEHIND: &[char] = &['余', '多', '把'];

/// Units in which nothing is counted that a picture shows.
const MEASURES: &[&str] = &["%", "％", "‰", "百分点", "个百分点", "倍", "成"];

pub(super) fn chart_numbers(evidence: &Evidence<'_>) -> Vec<Issue> {
    let mut issues = Vec::new();
    for chart in &evidence.input.annotations.charts {
        let words = [&chart.name, &chart.title, &chart.subtitle, &chart.description, &chart.note];
        let sentences = words
            .into_iter()
            .chain(chart.remarks.iter().map(|remark| &remark.words))
            .flat_map(|words| words.split(['。', '；', '！', '？', ';', '\n']))
            .filter(|sentence| !sentence.contains(COMPUTED));
        issues.extend(sentences.flat_map(|sentence| unfounded(evidence, chart, sentence)).map(
            |printed| {
                evidence.in_annotations(
                    &chart.id,
                    format!("图表「{}」的文字里写了「{printed}」，没有指标是这个数", chart.id),
                    "核对原文，只写报告里有的数，“多”“余”照写；图里的条数用汉字；算出来的数写进推算（derivations），或在同一句里注明“推算”",
                )
            },
        ));
    }
    issues
}

/// The numbers of a sentence that neither the report nor the picture bears out, as printed.
fn unfounded(evidence: &Evidence<'_>, chart: &Chart, sentence: &str) -> Vec<String> {
    let chars: Vec<char> = sentence.chars().collect();
    let numbers: Vec<Number> = number::scan(sentence);
    let printed =
        |span: &Span| -> String { chars[span.start as usize..span.end as usize].iter().collect() };
    let names = names(evidence, &chars);
    let shares: Vec<Span> =
        fractions(&chars).into_iter().chain(vague_amounts(&chars, &numbers)).collect();
    let is_new = |number: &&Number| {
        number.rule().is_none()
            && !names.iter().any(|name| name.contains(number.span))
            && !shares.iter().any(|share| share.overlaps(number.span))
            && !is_figure(evidence, number)
            && !is_counted(evidence, chart, number)
            && !is_named(evidence, chart, &printed(&number.span))
    };
    let mut spans: Vec<Span> = numbers.iter().filter(is_new).map(|number| number.span).collect();
    spans.extend(shares.iter().filter(|share| !names.iter().any(|name| name.contains(**share))));
    spans.sort_unstable();
    spans.iter().map(printed).collect()
}

/// Whether a number belongs to what a figure of the chart is called, of which a title may have a part:
/// 优质、50亿级等项目.
fn is_named(evidence: &Evidence<'_>, chart: &Chart, printed: &str) -> bool {
    let mut figures = chart.figures.iter().filter_map(|id| evidence.report.figure(id));
    figures.any(|figure| figure.label.contains(printed))
}

/// Where the sentence names what the report names: words whose numerals count nothing (三项制度).
fn names(evidence: &Evidence<'_>, chars: &[char]) -> Vec<Span> {
    let annotations = &evidence.input.annotations;
    let names = annotations
        .exclusions
        .iter()
        .map(|exclusion| &exclusion.quote)
        .chain(annotations.figures.iter().flat_map(|figure| [&figure.label, &figure.topic]))
        .chain(evidence.input.terms.iter().map(|term| &term.term))
        .filter(|name| !name.is_empty());
    names.flat_map(|name| spans_of(chars, name)).collect()
}

/// Everywhere that `word` stands.
fn spans_of(chars: &[char], word: &str) -> Vec<Span> {
    let length = word.chars().count();
    (0..chars.len())
        .filter(|at| has_word_at(chars, *at, word))
        .map(|at| Span::new(at as u32, (at + length) as u32))
        .collect()
}

/// 六十分之一, 一半 and the like; 百分之五十 is a number as others are.
fn fractions(chars: &[char]) -> Vec<Span> {
    let run = |at: usize| chars[at..].iter().take_while(|ch| numeral::begins(**ch)).count();
    let fractions = spans_of(chars, "分之").into_iter().filter_map(|middle| {
        let (middle, end) = (middle.start as usize, middle.end as usize);
        let start =
            middle - chars[..middle].iter().rev().take_while(|ch| numeral::begins(**ch)).count();
        let is_fraction = start < middle && run(end) > 0 && chars[start..middle] != ['百'];
        is_fraction.then(|| Span::new(start as u32, (end + run(end)) as u32))
    });
    fractions.chain(SHARES.iter().flat_map(|word| spans_of(chars, word))).collect()
}

/// 上千, 数百, 百余: amounts whose number is left out.
fn vague_amounts(chars: &[char], numbers: &[Number]) -> Vec<Span> {
    let is_vague = |at: &usize| {
        let span = Span::new(*at as u32, *at as u32 + 1);
        let before = at.checked_sub(1).and_then(|before| chars.get(before));
        matches!(chars[*at], '百' | '千' | '万' | '亿')
            && !numbers.iter().any(|number| number.span.contains(span))
            && (before.is_some_and(|ch| VAGUE_BEFORE.contains(ch))
                || chars.get(at + 1).is_some_and(|ch| VAGUE_BEHIND.contains(ch)))
    };
    let span = |at: usize| {
        let start = if at > 0 && VAGUE_BEFORE.contains(&chars[at - 1]) { at - 1 } else { at };
        Span::new(start as u32, (at + 2).min(chars.len()) as u32)
    };
    (0..chars.len()).filter(is_vague).map(span).collect()
}

/// Whether a figure says the same, its 余 or 超 included.
fn is_figure(evidence: &Evidence<'_>, number: &Number) -> bool {
    let same = |figure: &Figure| {
        figure.quantity.value == number.quantity.value
            && figure.quantity.unit == number.quantity.unit
            && figure.quantity.qualifier == number.quantity.qualifier
    };
    evidence.report.figures.iter().any(same)
}

/// Whether it counts what the picture shows, written in Chinese and in none of the chart's units:
/// 四条横条, 前三类, 两组. What stands in Arabic digits is read as data.
fn is_counted(evidence: &Evidence<'_>, chart: &Chart, number: &Number) -> bool {
    let quantity = &number.quantity;
    let n_shown = match chart.kind {
        ChartKind::Outline => evidence.report.sections.len(),
        // What is left over has a bar of its own.
        ChartKind::Parts | ChartKind::Units => chart.figures.len() + 1,
        ChartKind::Flow => chart.figures.len() * 3 / 2,
        _ => chart.figures.len(),
    };
    let is_unit_of_figures = || {
        let figures = chart.figures.iter().filter_map(|id| evidence.report.figure(id));
        figures.into_iter().any(|figure| figure.quantity.unit == quantity.unit)
    };
    let in_digits = quantity.stated.chars().any(|ch| numeral::digit(ch).is_some());
    let is_plain =
        quantity.qualifier.is_none() || (quantity.is_rank() && chart.kind == ChartKind::Outline);
    !in_digits
        && is_plain
        && quantity.value.fract() == 0.0
        && (1.0..=n_shown as f64).contains(&quantity.value)
        && !MEASURES.contains(&quantity.unit.as_str())
        && !is_unit_of_figures()
}
