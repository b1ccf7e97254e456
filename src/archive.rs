//! The years at hand in the browser: the newest is part of the program, any other is read when its pages are opened.

use crate::model::Report;

/// The newest year's report, checked and written at build time (`src/build.rs`).
#[cfg(feature = "page")]
const NEWEST: &str = include_str!(concat!(env!("OUT_DIR"), "/report.json"));

/// The report that is part of the program.
#[cfg(feature = "page")]
pub fn newest() -> Option<Report> {
    read(NEWEST)
}

/// The report in a `report.json`; none if it is broken or of another format.
pub fn read(json: &str) -> Option<Report> {
    let report: Report = serde_json::from_str(json).ok()?;
    (report.schema == Report::SCHEMA).then(|| report.reindex())
}
