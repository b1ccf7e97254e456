//! A first `annotations.json` for a new report: a figure for every number that is data, and an
//! exclusion for each that is none but not beyond doubt, each with a quote that occurs once. An
//! editor then names the figures and looks at the exclusions.

use serde_json::{Value, json};

use crate::ingest::annotation::{Occurrence, locate};
use crate::ingest::{Input, ingest};
use crate::model::{Report, SentenceKind};
use crate::number::{self, Number};
use crate::text::Span;

/// Fewest characters that a quote has before its number, so that an editor sees what is counted.
const MIN_BEFORE: u32 = 4;

/// The draft, as JSON with one figure a line.
pub fn draft(input: &Input) -> String {
    let report = ingest(input);
    let numbers: Vec<Number> =
        number::scan(&input.text).into_iter().filter(|number| number.rule().is_none()).collect();
    let (figures, doubtful): (Vec<&Number>, Vec<&Number>) =
        numbers.iter().partition(|number| number.is_figure());
    let exclusions = doubtful.into_iter().filter_map(|number| {
        let quote = shortest_quote(&report, number.span, &numbers)?;
        let words = number.reason?.words();
        let reason = match number.doubt {
            Some(doubt) => format!("{words}；{}", doubt.words()),
            None => words.to_string(),
        };
        let exclusion = json!({"quote": quote, "reason": reason});
        Some(format!("    {}", ordered(&exclusion, &["quote", "reason"])))
    });
    let exclusions: Vec<String> = exclusions.collect();
    let figures = figures.into_iter().enumerate().filter_map(|(at, number)| {
        let quote = shortest_quote(&report, number.span, &numbers)?;
        let figure =
            json!({"id": format!("figure-{}", at + 1), "label": label(&report, number.span), "topic": topic(&report, number.span), "quote": quote});
        Some(format!("    {}", ordered(&figure, &["id", "label", "topic", "quote"])))
    });
    let figures: Vec<String> = figures.collect();
    format!(
        "{{\n  \"schema\": 1,\n  \"highlights\": [],\n  \"figures\": [\n{}\n  ],\n  \"exclusions\": [\n{}\n  ],\n  \"derivations\": [],\n  \"charts\": []\n}}\n",
        figures.join(",\n"),
        exclusions.join(",\n")
    )
}

/// A flat JSON object with its members in the order of `names`.
fn ordered(object: &Value, names: &[&str]) -> String {
    let members: Vec<String> =
        names.iter().map(|name| format!("{}: {}", json!(name), object[name])).collect();
    format!("{{{}}}", members.join(", "))
}

/// The number with as few characters before it, and if that is not enough behind it, as make a
/// quote that occurs once and holds no other number.
fn shortest_quote(report: &Report, number: Span, numbers: &[Number]) -> Option<String> {
    let line = report.sentence_at(number.start)?.1.span;
    let from = numbers
        .iter()
        .map(|known| known.span.end)
        .filter(|end| *end <= number.start)
        .max()
        .unwrap_or(0)
        .max(line.start);
    let to = numbers
        .iter()
        .map(|known| known.span.start)
        .filter(|start| *start >= number.end)
        .min()
        .unwrap_or(line.end)
        .min(line.end);
    let before = (from..=number.start).rev().map(|start| Span::new(start, number.end));
    let behind = (number.end..=to).map(|end| Span::new(from, end));
    let once = |span: &Span| matches!(locate(report, report.slice(*span)), Occurrence::Once(_));
    before
        .filter(|span| span.start + MIN_BEFORE <= number.start || span.start == from)
        .chain(behind)
        .find(once)
        .map(|span| report.slice(span).to_string())
}

/// A first label: the words before the number, back to the last comma or stop.
fn label(report: &Report, number: Span) -> String {
    let Some((_, sentence)) = report.sentence_at(number.start) else { return String::new() };
    let before = report.slice(Span::new(sentence.span.start, number.start));
    before.rsplit([',', '，', '。', '、', '；', ';']).next().unwrap_or_default().trim().to_string()
}

/// A first topic: the sentence that opens the group, or the section's heading.
fn topic(report: &Report, number: Span) -> String {
    let Some((section, _)) = report.sentence_at(number.start) else { return String::new() };
    let opened = section
        .sentences()
        .filter(|sentence| {
            sentence.kind == SentenceKind::Topic && sentence.span.start <= number.start
        })
        .last();
    let words = opened
        .map(|sentence| sentence.span)
        .or(section.heading)
        .map_or("", |span| report.slice(span));
    words.trim_end_matches('。').to_string()
}
