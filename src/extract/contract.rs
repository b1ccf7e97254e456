//! What a file was read as, in one JSON object: text, title, issuers, date, outline, numbers, notes.
//! Its keys and their order are promised to programs; positions count Unicode scalar values.

use serde::Serialize;
use serde_json::Number as JsonNumber;

use crate::draft::{labels, topics};
use crate::export::json_number;
use crate::ingest::outline;
use crate::ingest::{self, Input};
use crate::model::{DutyKind, Report, Section, SectionKind};
use crate::number::{Change, Number, Qualifier, Reason};

use super::Document;

#[derive(Serialize)]
struct Extract<'read> {
    schema: u32,
    format: &'static str,
    text: &'read str,
    title: &'read str,
    issuers: &'read [String],
    date: Option<String>,
    year: Option<u16>,
    sections: Vec<ReadSection<'read>>,
    numbers: Vec<ReadNumber<'read>>,
    notes: Vec<ReadNote<'read>>,
}

#[derive(Serialize)]
struct ReadSection<'read> {
    id: &'read str,
    level: u8,
    number: &'read str,
    heading: &'read str,
    kind: &'static str,
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct ReadNumber<'read> {
    start: u32,
    end: u32,
    stated: &'read str,
    value: JsonNumber,
    upper: Option<JsonNumber>,
    unit: &'read str,
    qualifier: Option<&'read str>,
    change: Option<&'static str>,
    kind: &'static str,
    reason: Option<&'static str>,
    label: String,
    topic: String,
    sure: bool,
}

#[derive(Serialize)]
struct ReadNote<'read> {
    start: u32,
    end: u32,
    what: &'read str,
}

/// What `document` was read as, as JSON with a line break at its end.
pub fn json(document: &Document) -> String {
    let input = Input { text: document.text.clone(), ..Input::default() };
    let report = ingest::ingest(&input);
    let chars: Vec<char> = input.text.chars().collect();
    let outline = outline::read(&chars);
    let numbers = ingest::numbers_of(&input);
    let names = labels(&chars, &numbers).into_iter().zip(topics(&report, &numbers));
    let extract = Extract {
        schema: 1,
        format: document.format.extension(),
        text: &document.text,
        title: outline.title.as_deref().unwrap_or_default(),
        issuers: &report.issuers,
        date: report.date.map(|date| date.to_string()),
        year: outline.year,
        sections: report.sections.iter().map(|section| read_section(section, &report)).collect(),
        numbers: numbers
            .iter()
            .zip(names)
            .map(|(number, names)| read_number(number, names, &chars))
            .collect(),
        notes: document
            .notes
            .iter()
            .map(|note| ReadNote { start: note.span.start, end: note.span.end, what: &note.what })
            .collect(),
    };
    serde_json::to_string(&extract).unwrap_or_default() + "\n"
}

/// A section; its number with the mark behind it, its heading without.
fn read_section<'read>(section: &'read Section, report: &'read Report) -> ReadSection<'read> {
    let heading = section.heading.map_or("", |span| report.slice(span));
    let (number, words) = outline::split_number(heading);
    ReadSection {
        id: &section.id,
        level: section.level + 1,
        number,
        heading: words,
        kind: kind(section),
        start: section.span.start,
        end: section.span.end,
    }
}

fn kind(section: &Section) -> &'static str {
    match (section.kind, section.duty) {
        (SectionKind::Letter, _) => "letter",
        (SectionKind::Title, _) => "title",
        (SectionKind::Preamble, _) => "preamble",
        (SectionKind::Closing, _) => "closing",
        (SectionKind::Attachment, _) => "attachment",
        (SectionKind::Shortcomings, _) | (_, Some(DutyKind::Shortcomings)) => "shortcomings",
        (_, Some(DutyKind::Plan)) => "plan",
        (_, Some(DutyKind::Leadership)) => "leadership",
        (_, Some(DutyKind::Other)) => "other",
        (_, Some(DutyKind::Measures)) => "measures",
        (SectionKind::Part, None) => "part",
        (SectionKind::Section, None) => "section",
    }
}

fn read_number<'read>(
    number: &'read Number,
    (label, topic): (String, String),
    chars: &[char],
) -> ReadNumber<'read> {
    let quantity = &number.quantity;
    // 3—5个 and 三四个 need no word: they have two bounds. 超过 and 超 are one word to whoever compares.
    let word = quantity.qualifier.as_ref().filter(|word| !matches!(word, Qualifier::Between(_)));
    let word = word.map(|word| if word.word() == "超过" { "超" } else { word.word() });
    let span = number.span_with_words(chars);
    let topic = if number.is_figure() { topic } else { String::new() };
    ReadNumber {
        start: span.start,
        end: span.end,
        stated: &quantity.stated,
        value: json_number(quantity.value),
        upper: quantity.upper.filter(|_| quantity.is_range()).map(json_number),
        unit: &quantity.unit,
        qualifier: word,
        change: quantity.change.map(Change::name),
        kind: if number.is_figure() { "figure" } else { "exclusion" },
        reason: number.reason.map(Reason::name),
        label,
        topic,
        sure: number.doubt.is_none(),
    }
}
