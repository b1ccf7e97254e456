//! figures.xlsx: all figures with typed numbers, the sentence behind each and a link to its page.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Url, Workbook, Worksheet, XlsxError,
};

use super::Refusal;
use crate::export::{address, change_words, csv_header};
use crate::model::{Date, Figure, Report};
use crate::route::Route;
use crate::words::WORDS;

/// Width of each column, in characters of the default font.
const WIDTHS: [f64; 12] = [28.0, 30.0, 12.0, 8.0, 8.0, 14.0, 70.0, 18.0, 7.0, 7.0, 40.0, 8.0];

/// The workbook.
///
/// # Errors
/// What the writer refuses: texts beyond a cell's limit.
pub fn figures_xlsx(report: &Report) -> Result<Vec<u8>, Refusal> {
    write(report).map_err(|error| format!("figures.xlsx 写不成：{error}"))
}

fn write(report: &Report) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The report's own date instead of a clock's: building twice gives the same bytes.
    let date =
        report.date.map_or((report.year + 1, 1, 1), |date| (date.year, date.month, date.day));
    let created = ExcelDateTime::from_ymd(date.0, date.1, date.2)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title(&report.title)
            .set_author(report.issuers.join(WORDS.punctuation.list))
            .set_creation_datetime(&created),
    );

    let head = Format::new().set_bold().set_background_color("#E4EDF6");
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let sheet = workbook.add_worksheet().set_name(WORDS.files.figure_sheet)?;
    for (column, (name, width)) in (0..).zip(csv_header().into_iter().zip(WIDTHS)) {
        sheet.write_string_with_format(0, column, name, &head)?;
        sheet.set_column_width(column, width)?;
    }
    for (row, figure) in (1..).zip(&report.figures) {
        write_figure(sheet, row, report, figure, &wrapped)?;
    }
    sheet.set_freeze_panes(1, 2)?;
    sheet.autofilter(0, 0, report.figures.len() as u32, WIDTHS.len() as u16 - 1)?;

    let sheet = workbook.add_worksheet().set_name(WORDS.files.note_sheet)?;
    sheet.set_column_width(0, 100.0)?;
    let (issuers, date) =
        (report.issuers.join(WORDS.punctuation.list), report.date.map(Date::prose));
    let notes = (WORDS.files.notes)(&report.title, &issuers, date.as_deref());
    for (row, words) in (0..).zip(notes) {
        sheet.write_string_with_format(row, 0, words, &wrapped)?;
    }
    workbook.save_to_buffer()
}

fn write_figure(
    sheet: &mut Worksheet,
    row: u32,
    report: &Report,
    figure: &Figure,
    wrapped: &Format,
) -> Result<(), XlsxError> {
    let section = report
        .section(&figure.section)
        .map_or_else(String::new, |section| report.section_name(section));
    let link = address(report, &Route::Figure(report.year, figure.id.clone()));
    sheet.write_string(row, 0, &figure.id)?;
    sheet.write_string(row, 1, &figure.label)?;
    sheet.write_number(row, 2, figure.quantity.value)?;
    sheet.write_string(row, 3, &figure.quantity.unit)?;
    sheet.write_string(
        row,
        4,
        figure.quantity.qualifier.as_ref().map_or("", |qualifier| qualifier.word()),
    )?;
    sheet.write_string(row, 5, figure.quantity.printed())?;
    sheet.write_string_with_format(row, 6, report.sentence_of(figure), wrapped)?;
    sheet.write_string(row, 7, section)?;
    sheet.write_number(row, 8, figure.span.start)?;
    sheet.write_number(row, 9, figure.span.end)?;
    if report.site.address.is_empty() {
        sheet.write_string(row, 10, link)?;
    } else {
        sheet.write_url(row, 10, Url::new(link))?;
    }
    sheet.write_string(row, 11, change_words(figure.quantity.change))?;
    Ok(())
}
