//! figures.xlsx: all figures with typed numbers, the sentence behind each and a link to its page; and
//! each chart as one that can be edited, below the numbers it is drawn of.

use rust_xlsxwriter::{
    Chart as NativeChart, ChartAxisLabelPosition, ChartDataLabel, ChartDataLabelPosition,
    ChartFont, ChartFormat, ChartSolidFill, ChartType, DocProperties, ExcelDateTime, Format,
    FormatAlign, Url, Workbook, Worksheet, XlsxError,
};

use super::Refusal;
use crate::chart::rows::{Order, Rows, Subject, rows};
use crate::chart::svg::source;
use crate::export::{change_words, csv_header, whole_address};
use crate::model::{Chart, Date, Figure, Report};
use crate::palette;
use crate::period::Periods;
use crate::route::Route;
use crate::words::WORDS;

/// Width of each column, in characters of the default font.
const WIDTHS: [f64; 13] = [28.0, 30.0, 12.0, 8.0, 8.0, 14.0, 70.0, 18.0, 7.0, 7.0, 40.0, 8.0, 16.0];

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
    // Both are arrays of one length: no column goes without its name.
    let columns: [(&str, f64); WIDTHS.len()] =
        std::array::from_fn(|column| (csv_header()[column], WIDTHS[column]));
    for (column, (name, width)) in (0..).zip(columns) {
        sheet.write_string_with_format(0, column, name, &head)?;
        sheet.set_column_width(column, width)?;
    }
    let periods = Periods::of(report);
    for (row, figure) in (1..).zip(&report.figures) {
        write_figure(sheet, row, report, figure, &periods, &wrapped)?;
    }
    sheet.set_freeze_panes(1, 2)?;
    sheet.autofilter(0, 0, report.figures.len() as u32, WIDTHS.len() as u16 - 1)?;

    let mut names: Vec<String> = Vec::new();
    for chart in &report.charts {
        let name = sheet_name(chart, &names);
        let sheet = workbook.add_worksheet().set_name(&name)?;
        write_chart(sheet, &name, report, chart, (&head, &wrapped))?;
        names.push(name);
    }

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
    periods: &Periods<'_>,
    wrapped: &Format,
) -> Result<(), XlsxError> {
    let section = report
        .section(&figure.section)
        .map_or_else(String::new, |section| report.section_name(section));
    let link = whole_address(report, &Route::Figure(report.edition(), figure.id.clone()));
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
    if !link.is_empty() {
        sheet.write_url(row, 10, Url::new(link))?;
    }
    sheet.write_string(row, 11, change_words(figure.quantity.change))?;
    sheet.write_string(row, 12, periods.of_figure(figure).words(report.year))?;
    Ok(())
}

/// Most characters of a sheet's name.
const MAX_SHEET_NAME_LENGTH: usize = 31;

/// What the sheet of a chart is called; no two of `taken` are the same.
fn sheet_name(chart: &Chart, taken: &[String]) -> String {
    let words = if chart.name.is_empty() { &chart.title } else { &chart.name };
    let plain: String = words.chars().filter(|ch| !"[]:*?/\\'".contains(*ch)).collect();
    let name = |suffix: &str| {
        let room = MAX_SHEET_NAME_LENGTH - suffix.chars().count();
        plain.chars().take(room).collect::<String>() + suffix
    };
    let is_free = |name: &String| !name.is_empty() && !taken.contains(name) && !is_own(name);
    let numbered = || (2..).map(|nth| name(&format!("-{nth}")));
    std::iter::once(name("")).chain(numbered()).find(is_free).unwrap_or_default()
}

/// Whether the workbook has a sheet of that name for something else.
fn is_own(name: &str) -> bool {
    [WORDS.files.figure_sheet, WORDS.files.note_sheet].contains(&name)
}

/// Width of a native chart in pixels, and the height of one of its bars.
const CHART_WIDTH: u32 = 720;
const BAR_HEIGHT: u32 = 44;

/// A chart's rows with their sentences, and below them the chart.
fn write_chart(
    sheet: &mut Worksheet,
    name: &str,
    report: &Report,
    chart: &Chart,
    (head, wrapped): (&Format, &Format),
) -> Result<(), XlsxError> {
    let Rows { rows, start, .. } = rows(report, chart, Order::Given);
    let [label, value, unit, stated, sentence, ..] = WORDS.files.chart_columns;
    let widths = [30.0, 12.0, 8.0, 16.0, 60.0];
    for (column, (words, width)) in
        (0..).zip([label, value, unit, stated, sentence].into_iter().zip(widths))
    {
        sheet.write_string_with_format(0, column, words, head)?;
        sheet.set_column_width(column, width)?;
    }
    for (at, row) in (1..).zip(&rows) {
        let figure = match &row.subject {
            Subject::Figure(id) => report.figure(id),
            Subject::Section(_) | Subject::Rest => None,
        };
        sheet.write_string(at, 0, &row.label)?;
        sheet.write_number(at, 1, row.value)?;
        sheet.write_string(at, 2, figure.map_or("", |figure| &figure.quantity.unit))?;
        let (stated, words) = match (&row.subject, figure) {
            (_, Some(figure)) => (figure.quantity.printed(), report.sentence_of(figure)),
            (Subject::Rest, None) => (WORDS.derived.mark.to_string(), ""),
            (_, None) => (row.words.clone(), ""),
        };
        sheet.write_string(at, 3, &stated)?;
        sheet.write_string_with_format(at, 4, words, wrapped)?;
    }
    let last = rows.len() as u32;
    let below = [chart.subtitle.as_str(), &chart.note, &source(report)].map(str::to_string);
    for (at, words) in (last + 2..).zip(below.iter().filter(|words| !words.is_empty())) {
        sheet.write_string(at, 0, words)?;
    }
    if rows.is_empty() {
        return Ok(());
    }
    sheet.set_landscape().set_print_fit_to_pages(1, 1);
    sheet.insert_chart(last + 6, 0, &native_chart(name, chart, last, start < 0.0))?;
    Ok(())
}

/// A chart of the first `last` rows of a sheet, with the look of ours; `falls`: some are below zero.
fn native_chart(sheet: &str, chart: &Chart, last: u32, falls: bool) -> NativeChart {
    let accent = ChartSolidFill::new().set_color(palette::LIGHT.accent).clone();
    let mut native = NativeChart::new(ChartType::Bar);
    native
        .add_series()
        .set_categories((sheet, 1, 0, last, 0))
        .set_values((sheet, 1, 1, last, 1))
        .set_name(chart.subtitle.as_str())
        .set_gap(60)
        .set_format(ChartFormat::new().set_solid_fill(&accent))
        .set_data_label(
            ChartDataLabel::new().show_value().set_position(ChartDataLabelPosition::OutsideEnd),
        );
    native.title().set_name(chart.title.as_str()).set_font(ChartFont::new().set_size(14));
    native.legend().set_hidden();
    // The first row is the uppermost, as in ours.
    native.y_axis().set_reverse();
    native.x_axis().set_major_gridlines(false).set_hidden(true);
    if falls {
        // Names stand beside the bars, not in them.
        native.y_axis().set_label_position(ChartAxisLabelPosition::Low);
    } else {
        native.x_axis().set_min(0);
    }
    if chart.kind.has_rates() {
        native.x_axis().set_max(100);
    }
    native.set_width(CHART_WIDTH).set_height(140 + BAR_HEIGHT * last);
    native
}
