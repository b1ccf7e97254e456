//! Two reports, or all of them, as tables to take away: CSV, a workbook and JSON of the same rows.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use serde_json::{Map, Value, json};

use super::Refusal;
use crate::compare::{Basis, Comparison, Difference, difference};
use crate::export::{self, change_words, csv_file, csv_text, csv_value, json_number};
use crate::model::{Figure, Report};
use crate::number::Change;
use crate::route::Route;
use crate::words::COMPARISON;

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words; empty for none.
    Text(String),
    /// A number.
    Number(f64),
    /// Nothing.
    Empty,
}

impl Cell {
    fn of(number: Option<f64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_string())
    }
}

/// A table with a name for each column, as people read it and as programs do.
#[derive(Clone, Debug)]
pub struct Table {
    title: String,
    columns: &'static [&'static str],
    keys: &'static [&'static str],
    rows: Vec<Vec<Cell>>,
    /// The year of the newest report, for the workbook's date: building twice gives the same bytes.
    year: u16,
}

impl Table {
    /// The rows.
    pub fn rows(&self) -> &[Vec<Cell>] {
        &self.rows
    }

    /// As CSV.
    pub fn csv(&self) -> Vec<u8> {
        let cell = |cell: &Cell| match cell {
            Cell::Text(text) => csv_text(text),
            Cell::Number(number) => csv_value(*number),
            Cell::Empty => String::new(),
        };
        let rows = self.rows.iter().map(|row| row.iter().map(cell).collect());
        csv_file(self.columns, rows).into_bytes()
    }

    /// As JSON, the keys in English.
    pub fn json(&self) -> Vec<u8> {
        let value = |cell: &Cell| match cell {
            Cell::Text(text) => Value::from(text.as_str()),
            Cell::Number(number) => Value::Number(json_number(*number)),
            Cell::Empty => Value::Null,
        };
        let row = |row: &Vec<Cell>| {
            let cells = self.keys.iter().zip(row);
            Value::Object(
                cells.map(|(key, cell)| ((*key).to_string(), value(cell))).collect::<Map<_, _>>(),
            )
        };
        let rows: Vec<Value> = self.rows.iter().map(row).collect();
        let file = json!({"schema": Report::SCHEMA, "title": self.title, "rows": rows});
        (serde_json::to_string_pretty(&file).unwrap_or_default() + "\n").into_bytes()
    }

    /// As a workbook.
    ///
    /// # Errors
    /// What the writer refuses: texts beyond a cell's limit.
    pub fn xlsx(&self) -> Result<Vec<u8>, Refusal> {
        self.write_xlsx().map_err(|error| format!("{}：工作簿写不成：{error}", self.title))
    }

    fn write_xlsx(&self) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        let created = ExcelDateTime::from_ymd(self.year + 1, 1, 1)?;
        workbook.set_properties(
            &DocProperties::new().set_title(&self.title).set_creation_datetime(&created),
        );
        let head = Format::new().set_bold().set_background_color("#E4EDF6");
        let sheet = workbook.add_worksheet().set_name(COMPARISON.sheet)?;
        for (column, name) in (0..).zip(self.columns) {
            sheet.write_string_with_format(0, column, *name, &head)?;
            let longest = self.rows.iter().filter_map(|row| match row.get(usize::from(column)) {
                Some(Cell::Text(text)) => Some(text.chars().count()),
                _ => None,
            });
            // Ideographs are two of its characters wide.
            let width = longest.max().unwrap_or(5).clamp(5, 20) * 2;
            sheet.set_column_width(column, width as f64)?;
        }
        for (at, row) in (1..).zip(&self.rows) {
            for (column, cell) in (0..).zip(row) {
                match cell {
                    Cell::Text(text) if text.is_empty() => {}
                    Cell::Text(text) => drop(sheet.write_string(at, column, text)?),
                    Cell::Number(number) => drop(sheet.write_number(at, column, *number)?),
                    Cell::Empty => {}
                }
            }
        }
        sheet.set_freeze_panes(1, 1)?;
        sheet.autofilter(0, 0, self.rows.len() as u32, self.columns.len() as u16 - 1)?;
        workbook.save_to_buffer()
    }
}

const COMPARISON_KEYS: [&str; 15] = [
    "label",
    "topic",
    "earlier_id",
    "earlier_value",
    "earlier_stated",
    "earlier_sentence",
    "later_id",
    "later_value",
    "later_stated",
    "later_sentence",
    "unit",
    "difference",
    "difference_percent",
    "words",
    "basis",
];

/// Two reports, a pair a row.
pub fn comparison_table(comparison: &Comparison) -> Table {
    let Comparison { earlier, later, pairs, .. } = comparison;
    let row = |pair| {
        let [one, other] = comparison.figures(pair);
        let between = difference(&one.quantity, &other.quantity);
        let (by, share) = match between {
            Difference::Exact { by, share } if comparison.is_of_one_scope() => {
                (Some(rounded(by)), share.map(|share| (share * 10.0).round() / 10.0))
            }
            _ => (None, None),
        };
        let basis = match pair.basis {
            Basis::Editor => COMPARISON.confirmed,
            Basis::Id | Basis::Name | Basis::Words => COMPARISON.unconfirmed,
        };
        vec![
            other.label.as_str().into(),
            other.topic.as_str().into(),
            one.id.as_str().into(),
            Cell::Number(one.quantity.signed()),
            Cell::Text(one.quantity.printed()),
            earlier.sentence_of(one).trim().into(),
            other.id.as_str().into(),
            Cell::Number(other.quantity.signed()),
            Cell::Text(other.quantity.printed()),
            later.sentence_of(other).trim().into(),
            other.quantity.unit.as_str().into(),
            Cell::of(by),
            Cell::of(share),
            Cell::Text(crate::compare::difference::words(
                &between,
                [&one.quantity, &other.quantity],
            )),
            basis.into(),
        ]
    };
    Table {
        title: comparison.title(),
        columns: &COMPARISON.columns,
        keys: &COMPARISON_KEYS,
        rows: pairs.iter().map(row).collect(),
        year: later.year,
    }
}

/// What two decimal numbers give, without what binary ones add.
fn rounded(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}

const ARCHIVE_KEYS: [&str; 16] = [
    "place",
    "year",
    "id",
    "label",
    "topic",
    "value",
    "unit",
    "qualifier",
    "stated",
    "change",
    "lower",
    "upper",
    "sentence",
    "section",
    "report",
    "url",
];

/// Every figure of every report, a number a row.
pub fn archive_table(reports: &[&'static Report]) -> Table {
    let row = |report: &'static Report, figure: &'static Figure| {
        let quantity = &figure.quantity;
        let qualifier = quantity.qualifier.as_ref().map_or("", |qualifier| qualifier.word());
        let route = Route::Figure(report.edition(), figure.id.clone());
        vec![
            report.site.place.as_str().into(),
            Cell::Number(f64::from(report.year)),
            figure.id.as_str().into(),
            figure.label.as_str().into(),
            figure.topic.as_str().into(),
            Cell::Number(quantity.value),
            quantity.unit.as_str().into(),
            qualifier.into(),
            Cell::Text(quantity.printed()),
            change_of(quantity.change),
            Cell::of(quantity.lower),
            Cell::of(quantity.upper),
            report.sentence_of(figure).trim().into(),
            Cell::Text(report.section_name_of(figure)),
            report.title.as_str().into(),
            Cell::Text(export::whole_address(report, &route)),
        ]
    };
    let all = reports
        .iter()
        .flat_map(|report| report.figures.iter().map(move |figure| row(report, figure)));
    Table {
        title: crate::words::WORDS.pages.archive.to_string(),
        columns: &COMPARISON.archive_columns,
        keys: &ARCHIVE_KEYS,
        rows: all.collect(),
        year: reports.iter().map(|report| report.year).max().unwrap_or_default(),
    }
}

fn change_of(change: Option<Change>) -> Cell {
    change_words(change).into()
}
