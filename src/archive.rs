//! The years at hand in the browser: the newest is part of the program, any other is read when its
//! pages are opened. Both are in postcard's compact form: reading JSON would cost a slow phone 30
//! kB more of program (brotli).

use crate::model::Report;

/// The newest year's report, checked and written at build time (`src/build.rs`).
#[cfg(feature = "page")]
const NEWEST: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/report.postcard"));

/// The report that is part of the program.
#[cfg(feature = "page")]
pub fn newest() -> Option<Report> {
    read(NEWEST)
}

/// The report in a `report.postcard`; none if it is broken or of another format.
pub fn read(bytes: &[u8]) -> Option<Report> {
    let report: Report = postcard::from_bytes(bytes).ok()?;
    (report.schema == Report::SCHEMA).then(|| report.reindex())
}

/// `report.postcard`: what [`read`] reads.
pub fn write(report: &Report) -> Vec<u8> {
    // Writing plain structs to memory cannot fail.
    postcard::to_allocvec(report).unwrap_or_default()
}
