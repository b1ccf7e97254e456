//! A chart as a table: its rows, each with the sentence that states the number. As CSV, and as HTML
//! and text for pasting.

use crate::analysis::COMPUTED;
use crate::export::{address, csv_file, csv_text, csv_value};
use crate::markup::escape;
use crate::model::{Chart, Report};
use crate::route::Route;

use super::rows::{Order, Rows, Subject, rows};
use super::svg::source;

/// Header of a chart's CSV.
const CSV_HEADER: [&str; 7] = ["指标", "数值", "单位", "原文", "所在句", "章节", "链接"];

/// The chart as CSV.
pub fn chart_csv(report: &Report, chart: &Chart, order: Order) -> String {
    let Rows { rows, unit, .. } = rows(report, chart, order);
    let cells = rows.iter().filter_map(|row| {
        let (stated, sentence, section, link) = match &row.subject {
            Subject::Figure(id) => {
                let figure = report.figure(id)?;
                (
                    figure.quantity.printed(),
                    report.sentence_of(figure),
                    report.section_name_of(figure),
                    Route::Figure(report.year, id.clone()),
                )
            }
            Subject::Section(_) => {
                (row.words.clone(), "", row.label.clone(), Route::Report(report.year))
            }
            Subject::Rest => (
                COMPUTED.to_string(),
                "",
                String::new(),
                Route::Chart(report.year, chart.id.clone()),
            ),
        };
        Some(vec![
            csv_text(&row.label),
            csv_value(row.value),
            csv_text(&unit),
            csv_text(&stated),
            csv_text(sentence),
            csv_text(&section),
            csv_text(&address(report, &link)),
        ])
    });
    csv_file(&CSV_HEADER, cells)
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
            Subject::Rest => COMPUTED,
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
