//! CSV as Excel reads it: UTF-8 with a BOM and lines that end in CRLF, else Chinese is garbled;
//! cells quoted as RFC 4180 has it.

use crate::number::decimal;

/// A file of a header and rows of finished cells.
pub(crate) fn csv_file(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let header = header.iter().map(|name| (*name).to_string()).collect();
    let mut file = String::from("\u{feff}");
    for cells in std::iter::once(header).chain(rows) {
        file.push_str(&cells.join(","));
        file.push_str("\r\n");
    }
    file
}

/// A text cell: quoted where RFC 4180 asks for it, and with a `'` before what a spreadsheet would
/// take for a formula.
pub(crate) fn csv_text(text: &str) -> String {
    let safe = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_string()
    };
    if safe.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", safe.replace('"', "\"\""))
    } else {
        safe
    }
}

/// A value cell: a bare number, so that spreadsheets take it for one.
pub(crate) fn csv_value(value: f64) -> String {
    decimal::write(value)
}
