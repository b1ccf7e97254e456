//! A chart as a table: its rows, each with the sentence that states the number. As CSV, and as HTML
//! and text for pasting.

use crate::export::{csv_file, csv_text, csv_value, whole_address};
use crate::markup::escape;
use crate::model::{Chart, Report};
use crate::route::Route;
use crate::words::{FigureTable, WORDS};

use super::rows::{Order, Rows, Subject, rows};
use super::svg::source;

/// The chart as CSV.
pub fn chart_csv(report: &Report, chart: &Chart, order: Order) -> String {
    let Rows { rows, unit, .. } = rows(report, chart, order);
    // A column more, so that no row goes without it.
    let unchecked = (!report.checked).then_some(WORDS.punctuation.unchecked);
    let cells = rows.iter().filter_map(|row| {
        let (stated, sentence, section, link) = match &row.subject {
            Subject::Figure(id) => {
                let figure = report.figure(id)?;
                (
                    figure.quantity.printed(),
                    report.sentence_of(figure),
                    report.section_name_of(figure),
                    Route::Figure(report.edition(), id.clone()),
                )
            }
            Subject::Section(_) => {
                (row.words.clone(), "", row.label.clone(), Route::Report(report.edition()))
            }
            Subject::Rest => (
                WORDS.derived.mark.to_string(),
                "",
                String::new(),
                Route::Chart(report.edition(), chart.id.clone()),
            ),
        };
        let mut cells = vec![
            csv_text(&row.label),
            csv_value(row.value),
            csv_text(&unit),
            csv_text(&stated),
            csv_text(sentence),
            csv_text(&section),
            csv_text(&whole_address(report, &link)),
        ];
        cells.extend(unchecked.map(csv_text));
        Some(cells)
    });
    let header: Vec<&str> = WORDS.files.chart_columns.into_iter().chain(unchecked).collect();
    csv_file(&header, cells)
}

/// The chart as an HTML table with headline, unit and source, for word processors; and as text with
/// tabs, for everything else.
pub fn chart_paste(report: &Report, chart: &Chart, order: Order) -> (String, String) {
    let Rows { rows, .. } = rows(report, chart, order);
    let (mut html, mut text) = (String::new(), String::new());
    for row in &rows {
        let sentence = match &row.subject {
            Subject::Figure(id) => {
                report.figure(id).map_or("", |figure| report.sentence_of(figure))
            }
            Subject::Section(_) => "",
            Subject::Rest => WORDS.derived.mark,
        };
        html += &format!(
            "<tr><td>{}</td><td align=\"right\">{}</td><td>{}</td></tr>",
            escape(&row.label),
            escape(&row.words),
            escape(sentence)
        );
        text += &format!("{}\t{}\t{sentence}\n", row.label, row.words);
    }
    let source = source(report);
    let FigureTable { label, value, sentence, .. } = WORDS.figure_table;
    let text = format!(
        "{}\n{}\n{label}\t{value}\t{sentence}\n{text}{source}\n",
        chart.title, chart.subtitle
    );
    let (title, subtitle, source) =
        (escape(&chart.title), escape(&chart.subtitle), escape(&source));
    let head = format!("<tr><th>{label}</th><th>{value}</th><th>{sentence}</th></tr>");
    let html = format!(
        "<p><b>{title}</b><br>{subtitle}</p><table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">{head}{html}</table><p>{source}</p>"
    );
    (html, text)
}
