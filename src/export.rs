//! What leaves the explorer: figures as JSON and CSV, the report as JSON, and citations. It is all
//! returned as text; writing files is left to the caller.

mod csv;

use serde::Serialize;

use crate::model::{Chart, Date, Report, Section};
use crate::number::Change;
use crate::period::Periods;
use crate::route::Route;
use crate::text::Span;
use crate::words::WORDS;

pub(crate) use csv::{csv_file, csv_text, csv_value};

/// `figures.json`: the public form of the figures. Fields keep their names and meaning within one
/// `schema`.
#[derive(Debug, Serialize)]
struct FiguresFile<'report> {
    schema: u32,
    report: ReportHead<'report>,
    figures: Vec<FigureRecord<'report>>,
}

#[derive(Debug, Serialize)]
struct ReportHead<'report> {
    title: &'report str,
    checked: bool,
    year: u16,
    place: &'report str,
    issuers: &'report [String],
    date: Option<Date>,
    url: String,
}

#[derive(Debug, Serialize)]
struct FigureRecord<'report> {
    id: &'report str,
    label: &'report str,
    topic: &'report str,
    value: serde_json::Number,
    unit: &'report str,
    qualifier: Option<&'report str>,
    stated: &'report str,
    lower: Option<serde_json::Number>,
    upper: Option<serde_json::Number>,
    change: Option<&'static str>,
    period: &'static str,
    quote: &'report str,
    sentence: &'report str,
    section: &'report str,
    start: u32,
    end: u32,
    url: String,
}

/// A whole number without `.0`, so that 3465 stays 3465 in the file.
pub(crate) fn json_number(value: f64) -> serde_json::Number {
    if value.fract() == 0.0 && value.abs() < 9e15 {
        (value as i64).into()
    } else {
        serde_json::Number::from_f64(value).unwrap_or_else(|| 0.into())
    }
}

/// The whole address of a page; its address from the root where the site's own is not known.
pub fn address(report: &Report, route: &Route) -> String {
    format!("{}{}", report.site.address, route.path())
}

/// The whole address of a page; empty where the site's own is not known, for pictures and citations
/// that must not carry half an address.
pub fn whole_address(report: &Report, route: &Route) -> String {
    if report.site.address.is_empty() { String::new() } else { address(report, route) }
}

/// `figures.json`.
pub fn figures_json(report: &Report) -> String {
    let periods = Periods::of(report);
    let figures = report.figures.iter().map(|figure| FigureRecord {
        id: &figure.id,
        label: &figure.label,
        topic: &figure.topic,
        value: json_number(figure.quantity.value),
        unit: &figure.quantity.unit,
        qualifier: figure.quantity.qualifier.as_ref().map(|qualifier| qualifier.word()),
        stated: &figure.quantity.stated,
        lower: figure.quantity.lower.map(json_number),
        upper: figure.quantity.upper.map(json_number),
        change: figure.quantity.change.map(Change::name),
        period: periods.of_figure(figure).name(),
        quote: report.slice(figure.quote),
        sentence: report.sentence_of(figure),
        section: &figure.section,
        start: figure.span.start,
        end: figure.span.end,
        url: address(report, &Route::Figure(report.edition(), figure.id.clone())),
    });
    let file = FiguresFile {
        schema: Report::SCHEMA,
        report: ReportHead {
            title: &report.title,
            checked: report.checked,
            year: report.year,
            place: &report.site.place,
            issuers: &report.issuers,
            date: report.date,
            url: address(report, &Route::Overview(report.edition())),
        },
        figures: figures.collect(),
    };
    pretty(&file)
}

/// `report.json`: the structure with its spans.
pub fn report_json(report: &Report) -> String {
    pretty(report)
}

fn pretty(value: &impl Serialize) -> String {
    // Writing plain structs to a string cannot fail: no maps with odd keys, no I/O.
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

/// Header of `figures.csv` and `figures.xlsx`.
pub fn csv_header() -> [&'static str; 13] {
    WORDS.files.figure_columns
}

/// The direction of a change in a cell of `figures.csv` and `figures.xlsx`.
pub fn change_words(change: Option<Change>) -> &'static str {
    match change {
        Some(Change::Up) => WORDS.changes.up[0],
        Some(Change::Down) => WORDS.changes.down[0],
        None => "",
    }
}

/// `figures.csv`.
pub fn figures_csv(report: &Report) -> String {
    // A column more, so that no row goes without it.
    let unchecked = (!report.checked).then_some(WORDS.punctuation.unchecked);
    let periods = Periods::of(report);
    let figures = report.figures.iter().map(|figure| {
        let word = figure.quantity.qualifier.as_ref().map_or("", |qualifier| qualifier.word());
        let mut cells = vec![
            csv_text(&figure.id),
            csv_text(&figure.label),
            csv_value(figure.quantity.value),
            csv_text(&figure.quantity.unit),
            csv_text(word),
            csv_text(&figure.quantity.printed()),
            csv_text(report.sentence_of(figure)),
            csv_text(&report.section_name_of(figure)),
            figure.span.start.to_string(),
            figure.span.end.to_string(),
            csv_text(&whole_address(report, &Route::Figure(report.edition(), figure.id.clone()))),
            csv_text(change_words(figure.quantity.change)),
            csv_text(&periods.of_figure(figure).words(report.year)),
        ];
        cells.extend(unchecked.map(csv_text));
        cells
    });
    let header: Vec<&str> = csv_header().into_iter().chain(unchecked).collect();
    csv_file(&header, figures)
}

/// A citation of words of the report: 《…》（2021年2月3日），第一部分（三）：“……”，address (after a space, so that a program that finds addresses finds this one).
pub fn citation(report: &Report, section: &Section, words: Span, address: &str) -> String {
    let (date, quote) = (report.date.map(Date::prose), report.slice(words).trim());
    let section = report.section_name(section);
    (WORDS.files.citation)(&report.title, date.as_deref(), &section, quote) + " " + address
}

/// A citation of a chart: headline, subtitle, 《…》（2021年2月3日）, address.
pub fn chart_citation(report: &Report, chart: &Chart, address: &str) -> String {
    let date = report.date.map(Date::prose);
    let (title, subtitle) = (&chart.title, &chart.subtitle);
    (WORDS.files.chart_citation)(title, subtitle, &report.title, date.as_deref()) + " " + address
}
