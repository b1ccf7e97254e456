//! A chart's numbers as a table: the same rows, with the sentence behind each.

use crate::export::{address, csv_text, csv_value, section_name, sentence_of};
use crate::model::{Chart, Report};
use crate::route::Route;

use super::rows::{Order, Rows, Subject, rows};

/// The chart's CSV: BOM, CRLF, RFC 4180.
pub fn chart_csv(report: &Report, chart: &Chart) -> String {
    let mut csv = String::from("\u{feff}指标,数值,单位,原文,所在句,章节,链接\r\n");
    let Rows { rows, unit, .. } = rows(report, chart, Order::Given);
    for row in rows {
        let (unit, stated, sentence, section, link) = match &row.subject {
            Subject::Figure(id) => match report.figure(id) {
                Some(figure) => {
                    let section = report.section(&figure.section).map_or_else(String::new, |section| section_name(report, section));
                    (
                        unit.clone(),
                        figure.quantity.printed(),
                        sentence_of(report, figure).to_string(),
                        section,
                        Route::Figure(report.year, id.clone()),
                    )
                }
                None => continue,
            },
            Subject::Section(_) => (unit.clone(), row.words.clone(), String::new(), row.label.clone(), Route::Report(report.year)),
            Subject::Rest => {
                (unit.clone(), "推算，非报告原文".to_string(), String::new(), String::new(), Route::Chart(report.year, chart.id.clone()))
            }
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
