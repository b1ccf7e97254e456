//! What a clerk decides, as changes of `annotations.json`: every function takes what the report says
//! now and leaves annotations that say one thing more. Nothing here asks; a decision that cannot be
//! carried out answers with the reason.

use std::collections::BTreeSet;

use crate::draft::{common, figure_quote, labels, new_id, shortest_quote};
use crate::ingest::annotation::{
    Annotations, ExclusionAnnotation, FigureAnnotation, NumberAnnotation, SectionAnnotation,
    SectionRole, occurrences,
};
use crate::model::{Accounting, Chart, ChartKind, Figure, NumberMention, Report};
use crate::number;
use crate::text::Span;

/// Somebody has looked at what is called `name`: a figure's id or an aspect's name.
pub fn settle(annotations: &mut Annotations, name: &str) {
    annotations.unchecked.retain(|unchecked| unchecked != name);
    if let Some(figure) = figure_mut(annotations, name) {
        figure.doubt = None;
    }
}

/// What a figure is called; what charts say of it by its old name, they say by the new one.
pub fn rename_figure(annotations: &mut Annotations, id: &str, label: &str) {
    let Some(figure) = figure_mut(annotations, id) else { return };
    let old = std::mem::replace(&mut figure.label, label.to_string());
    if old.is_empty() || label.is_empty() {
        return;
    }
    for chart in
        annotations.charts.iter_mut().filter(|chart| chart.figures.iter().any(|known| known == id))
    {
        if chart.title == old {
            chart.title = label.to_string();
        }
        // As a draft tells it, name and number: 公证事项3465件.
        let told = chart.description.split_inclusive(['，', '。']).map(|piece| {
            match piece.strip_prefix(&*old) {
                Some(number)
                    if number
                        .starts_with(|ch: char| ch.is_ascii_digit() || "超近约".contains(ch)) =>
                {
                    format!("{label}{number}")
                }
                _ => piece.to_string(),
            }
        });
        chart.description = told.collect();
    }
}

/// All figures of a field of work belong to a field of another name.
pub fn rename_topic(annotations: &mut Annotations, old: &str, new: &str) {
    if new.is_empty() {
        return;
    }
    for figure in annotations.figures.iter_mut().filter(|figure| figure.topic == old) {
        figure.topic = new.to_string();
    }
}

/// What a figure belongs to, and in which unit it is counted.
pub fn name_figure(
    annotations: &mut Annotations,
    id: &str,
    change: impl FnOnce(&mut FigureAnnotation),
) {
    if let Some(figure) = figure_mut(annotations, id) {
        change(figure);
    }
}

fn figure_mut<'a>(annotations: &'a mut Annotations, id: &str) -> Option<&'a mut FigureAnnotation> {
    annotations.figures.iter_mut().find(|figure| figure.id == id)
}

/// A figure is none, for that reason; it leaves charts, highlights, questions and what is computed of it.
pub fn exclude(annotations: &mut Annotations, id: &str, reason: &str) {
    if let Some(quote) = remove(annotations, id) {
        annotations.exclusions.push(ExclusionAnnotation { quote, reason: reason.to_string() });
    }
}

/// Takes a figure away, and out of everything that shows it; its quote.
pub(super) fn remove(annotations: &mut Annotations, id: &str) -> Option<String> {
    let at = annotations.figures.iter().position(|figure| figure.id == id)?;
    let quote = annotations.figures.remove(at).quote;
    annotations.unchecked.retain(|unchecked| unchecked != id);
    annotations.highlights.retain(|highlight| highlight != id);
    for question in &mut annotations.questions {
        question.figures.retain(|figure| figure != id);
    }
    annotations
        .questions
        .retain(|question| !question.figures.is_empty() || question.part.is_some());
    // In other kinds each figure has its place; without it the picture is another.
    annotations
        .charts
        .retain(|chart| chart.kind.can_sort() || !chart.figures.iter().any(|figure| figure == id));
    for chart in &mut annotations.charts {
        chart.figures.retain(|figure| figure != id);
        chart.remarks.retain(|remark| remark.figure != id);
        chart.highlight.take_if(|highlight| highlight == id);
    }
    annotations
        .charts
        .retain(|chart| chart.kind == ChartKind::Outline || !chart.figures.is_empty());
    annotations.derivations.retain(|derivation| {
        let of = derivation.figures.iter().chain(&derivation.stated);
        !of.into_iter().any(|figure| figure == id)
    });
    Some(quote)
}

/// The number that `selected` touches is a figure of that name; its id. What cuts a number or holds several
/// is one number itself.
///
/// # Errors
/// Where there is no number.
pub fn include(
    report: &Report,
    annotations: &mut Annotations,
    selected: Span,
    (label, topic): (&str, &str),
) -> Result<String, NoNumber> {
    let touched: Vec<Span> = report
        .numbers
        .iter()
        .map(|number| number.span)
        .filter(|span| span.overlaps(selected))
        .collect();
    let divided = divided(report, selected, &touched);
    let (span, unit) = match (divided, touched.first()) {
        (Some(place), _) => (place, None),
        (None, Some(span)) => (*span, None),
        (None, None) => number_with_unit(report, selected).ok_or(NoNumber)?,
    };
    if let Some(figure) = report.figures.iter().find(|figure| figure.span == span) {
        return Ok(figure.id.clone());
    }
    let mut places: Vec<Span> = report.numbers.iter().map(|number| number.span).collect();
    if divided.is_some() {
        divide(report, annotations, span, &touched)?;
        places.retain(|known| !touched.contains(known));
        places.push(span);
        places.sort_unstable();
    }
    let scanned = number::scan(&report.text);
    let data = scanned.iter().filter(|number| number.is_figure());
    let data: Vec<Span> = data.map(|number| number.span).collect();
    let quote = figure_quote(report, span, &places, &data).ok_or(NoNumber)?;
    free(report, annotations, span, &places);
    let mut taken: BTreeSet<String> =
        annotations.figures.iter().map(|figure| figure.id.clone()).collect();
    let id = new_id(label, &mut taken);
    annotations.figures.push(FigureAnnotation {
        id: id.clone(),
        label: label.to_string(),
        topic: topic.to_string(),
        quote,
        unit,
        change: None,
        doubt: None,
    });
    annotations.unchecked.push(id.clone());
    Ok(id)
}

/// What was selected, without the blanks around it, if it cuts the number that it touches or holds several.
fn divided(report: &Report, selected: Span, touched: &[Span]) -> Option<Span> {
    let words = report.slice(selected);
    let lead = words.chars().take_while(|ch| ch.is_whitespace()).count() as u32;
    let start = selected.start + lead;
    let place = Span::new(start, start + words.trim().chars().count() as u32);
    let has_digits = |span: Span| {
        report.slice(span).chars().any(|ch| ch.is_ascii_digit() || ('０'..='９').contains(&ch))
    };
    let cuts = |number: &Span| {
        let before = Span::new(number.start, place.start.clamp(number.start, number.end));
        let behind = Span::new(place.end.clamp(number.start, number.end), number.end);
        has_digits(before) || has_digits(behind)
    };
    let is_divided = match touched {
        [] => false,
        [one] => cuts(one),
        _ => true,
    };
    (is_divided && has_digits(place)).then_some(place)
}

/// What stands at `place` is one number; what was read there instead is no figure any more.
fn divide(
    report: &Report,
    annotations: &mut Annotations,
    place: Span,
    touched: &[Span],
) -> Result<(), NoNumber> {
    let chars: Vec<char> = report.text.chars().collect();
    let numbers = number::scan(&report.text);
    let read = number::read_as_one(&chars, &numbers, place, &[]).ok_or(NoNumber)?;
    if !read.iter().any(|number| number.span == place) {
        return Err(NoNumber);
    }
    let quote = shortest_quote(report, place, &[]).ok_or(NoNumber)?;
    let lost = report.figures.iter().filter(|figure| touched.contains(&figure.span));
    for figure in lost {
        remove(annotations, &figure.id);
    }
    let number = report.slice(place).to_string();
    annotations.numbers.push(NumberAnnotation { quote, number });
    Ok(())
}

/// What the text says that the number in a stretch of it counts; none where it says nothing.
pub fn name_at(report: &Report, selected: Span) -> Option<String> {
    let chars: Vec<char> = report.text.chars().collect();
    let numbers = number::scan(&report.text);
    let named = numbers.iter().zip(labels(&chars, &numbers));
    let mut named = named.filter(|(number, _)| number.span.overlaps(selected));
    named.next().map(|(_, label)| label).filter(|label| !label.is_empty())
}

/// There is no number in what was selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoNumber;

/// A number that is one only with the unit behind it, as it was selected.
fn number_with_unit(report: &Report, selected: Span) -> Option<(Span, Option<String>)> {
    let words = report.slice(selected).trim();
    let is_numeral = |ch: char| "零一二三四五六七八九十百千万亿两半几数多余超近约第".contains(ch);
    let unit = words.trim_start_matches(|ch: char| is_numeral(ch) || ch.is_ascii_digit());
    if unit.is_empty() || unit == words {
        return None;
    }
    let numbers = number::scan_with_units(&report.text, &[unit]);
    let found = numbers.iter().find(|number| number.span.overlaps(selected))?;
    Some((found.span, Some(unit.to_string())))
}

/// Takes a number out of the exclusions; what else they exclude stays so.
fn free(report: &Report, annotations: &mut Annotations, span: Span, places: &[Span]) {
    let covers = |exclusion: &ExclusionAnnotation| {
        occurrences(report, &exclusion.quote).iter().any(|found| found.contains(span))
    };
    let (opened, kept): (Vec<_>, Vec<_>) =
        std::mem::take(&mut annotations.exclusions).into_iter().partition(covers);
    annotations.exclusions = kept;
    for ExclusionAnnotation { quote, reason } in opened {
        for place in occurrences(report, &quote) {
            let others = places.iter().filter(|other| place.contains(**other) && **other != span);
            for quote in others.filter_map(|other| shortest_quote(report, *other, places)) {
                annotations.exclusions.push(ExclusionAnnotation { quote, reason: reason.clone() });
            }
        }
    }
}

/// What the line at `line` is.
pub fn set_section(
    report: &Report,
    annotations: &mut Annotations,
    line: Span,
    kind: SectionRole,
    level: Option<u8>,
) {
    let words = report.slice(line).trim_end_matches(['\n', ' ', '　']);
    // A heading that stands twice is told by the line before it.
    let quote = if occurrences(report, words).len() == 1 {
        words.to_string()
    } else {
        let before = report.text.chars().take(line.start as usize).collect::<Vec<char>>();
        let n_before = before.iter().rev().skip(1).take_while(|ch| **ch != '\n').count() as u32;
        let start = line.start.saturating_sub(n_before + 1);
        report.slice(Span::new(start, line.end)).trim_end().to_string()
    };
    annotations.sections.retain(|section| !section.quote.ends_with(words));
    annotations.sections.push(SectionAnnotation { quote, level, kind });
}

/// Shows a figure first, or no more.
pub fn switch_highlight(annotations: &mut Annotations, id: &str) {
    let before = annotations.highlights.len();
    annotations.highlights.retain(|highlight| highlight != id);
    if annotations.highlights.len() == before {
        annotations.highlights.push(id.to_string());
    }
}

/// Why figures make no chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoChart {
    /// There are fewer than two.
    TooFew,
    /// Their units differ.
    Units,
}

/// A chart of those figures; its id.
///
/// # Errors
/// Where they make none.
pub fn add_chart(
    report: &Report,
    annotations: &mut Annotations,
    ids: &[String],
) -> Result<String, NoChart> {
    let figures: Vec<&Figure> = ids.iter().filter_map(|id| report.figure(id)).collect();
    let [first, second, ..] = figures.as_slice() else { return Err(NoChart::TooFew) };
    let unit = &first.quantity.unit;
    if figures.iter().any(|figure| figure.quantity.unit != *unit) {
        return Err(NoChart::Units);
    }
    let is_share = |figure: &&Figure| (0.0..=100.0).contains(&figure.quantity.value);
    let kind = if unit == "%" && figures.iter().all(is_share) {
        ChartKind::Rates
    } else {
        ChartKind::Bars
    };
    let labels: Vec<&str> = figures.iter().map(|figure| figure.label.as_str()).collect();
    let title = match common(&labels) {
        Some(common) => common,
        None if first.topic == second.topic => first.topic.clone(),
        None => first.label.clone(),
    };
    let mut taken: BTreeSet<String> =
        annotations.charts.iter().map(|chart| chart.id.clone()).collect();
    let id = new_id(&format!("{title}比较"), &mut taken);
    let told: Vec<String> = figures
        .iter()
        .map(|figure| format!("{}{}", figure.label, figure.quantity.printed()))
        .collect();
    // In front, where it is seen.
    let chart = Chart {
        id: id.clone(),
        name: String::new(),
        title,
        subtitle: format!("{}年，单位：{unit}", report.year),
        kind,
        figures: ids.to_vec(),
        description: format!("{}。", told.join("，")),
        note: String::new(),
        highlight: None,
        remarks: Vec::new(),
    };
    annotations.charts.insert(0, chart);
    Ok(id)
}

/// The figure that a number is, if it is one.
pub fn figure_at<'a>(report: &'a Report, number: &NumberMention) -> Option<&'a Figure> {
    match number.accounting {
        Accounting::Figure(at) => report.figures.get(at as usize),
        _ => None,
    }
}
