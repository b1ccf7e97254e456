//! A chart's numbers as a table: the same rows, with the sentence behind each. As CSV, and as HTML
//! and text to paste.

use crate::export::{address, csv_text, csv_value};
use crate::markup::escape;
use crate::model::{Chart, Report};
use crate::route::Route;

use super::rows::{Order, Rows, Subject, rows};
use super::svg::source;

/// The chart's CSV: BOM, CRLF, RFC 4180.
pub fn chart_csv(report: &Report, chart: &Chart, order: Order) -> String {
    let mut csv = String::from("\u{feff}指标,数值,单位,原文,所在句,章节,链接\r\n");
    let Rows { rows, unit, .. } = rows(report, chart, order);
    for row in rows {
        let (unit, stated, sentence, section, link) = match &row.subject {
            Subject::Figure(id) => match report.figure(id) {
                Some(figure) => (
                    unit.clone(),
                    figure.quantity.printed(),
                    report.sentence_of(figure).to_string(),
                    report.section_name_of(figure),
                    Route::Figure(report.year, id.clone()),
                ),
                None => continue,
            },
            Subject::Section(_) => (
                unit.clone(),
                row.words.clone(),
                String::new(),
                row.label.clone(),
                Route::Report(report.year),
            ),
            Subject::Rest => (
                unit.clone(),
                "推算，非报告原文".to_string(),
                String::new(),
                String::new(),
                Route::Chart(report.year, chart.id.clone()),
            ),
        };
        let cells = [
            csv_text(&row.label),
            csv_value(row.value),
            csv_text(&unit),
            csv_text(&stated),
            csv_text(&sentence),
            csv_text(&section),
            csv_text(&address(report, &link)),
        ];
        csv.push_str(&cells.join(","));
        csv.push_str("\r\n");
    }
    csv
}

/// The chart as an HTML table with headline, unit and source, as word processors paste it; and as
/// text with tabs.
pub fn chart_paste(report: &Report, chart: &Chart, order: Order) -> (String, String) {
    let Rows { rows, .. } = rows(report, chart, order);
    let (mut html, mut text) = (String::new(), String::new());
    for row in &rows {
        let sentence = match &row.subject {
            Subject::Figure(id) => {
                report.figure(id).map_or("", |figure| report.sentence_of(figure))
            }
            Subject::Section(_) => "",
            Subject::Rest => "推算，非报告原文",
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
    let text = format!("{}\n{}\n指标\t数值\t所在句\n{text}{source}\n", chart.title, chart.subtitle);
    let (title, subtitle, source) =
        (escape(&chart.title), escape(&chart.subtitle), escape(&source));
    let head = "<tr><th>指标</th><th>数值</th><th>所在句</th></tr>";
    let html = format!(
        "<p><b>{title}</b><br>{subtitle}</p><table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">{head}{html}</table><p>{source}</p>"
    );
    (html, text)
}
