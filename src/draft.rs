//! A first `annotations.json` for a new report: every number found, quoted so that its quote occurs
//! once. An editor then names the figures, and moves what is no figure to the exclusions.

use serde_json::{Value, json};

use crate::ingest::annotation::{Occurrence, locate};
use crate::ingest::{Input, ingest};
use crate::model::{Report, SentenceKind};
use crate::number::{self, Number};
use crate::text::Span;

/// The draft, as JSON with one figure a line.
pub fn draft(input: &Input) -> String {
    let report = ingest(input);
    let numbers: Vec<Number> =
        number::scan(&input.text).into_iter().filter(|number| number.rule.is_none()).collect();
    let figures = numbers.iter().enumerate().filter_map(|(at, number)| {
        let quote = shortest_quote(&report, number.span, &numbers)?;
        let figure =
            json!({"id": format!("figure-{}", at + 1), "label": label(&report, number.span), "topic": topic(&report, number.span), "quote": quote});
        Some(format!("    {}", ordered(&figure, &["id", "label", "topic", "quote"])))
    });
    let figures: Vec<String> = figures.collect();
    format!(
        "{{\n  \"schema\": 1,\n  \"highlights\": [],\n  \"figures\": [\n{}\n  ],\n  \"exclusions\": [],\n  \"derivations\": [],\n  \"charts\": []\n}}\n",
        figures.join(",\n")
    )
}

/// The members of a flat object in an order that reads well.
fn ordered(object: &Value, names: &[&str]) -> String {
    let members: Vec<String> =
        names.iter().map(|name| format!("{}: {}", json!(name), object[name])).collect();
    format!("{{{}}}", members.join(", "))
}

/// The number with as much of the words before it, then behind it, as makes it occur once; no other
/// number inside.
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
    // Four characters before the number tell an editor what is counted.
    before
        .filter(|span| span.start + 4 <= number.start || span.start == from)
        .chain(behind)
        .find(once)
        .map(|span| report.slice(span).to_string())
}

/// The words before the number, back to the last comma.
fn label(report: &Report, number: Span) -> String {
    let Some((_, sentence)) = report.sentence_at(number.start) else { return String::new() };
    let before = report.slice(Span::new(sentence.span.start, number.start));
    before.rsplit([',', '，', '。', '、', '；', ';']).next().unwrap_or_default().trim().to_string()
}

/// The sentence that opened the group, or the section's heading.
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
