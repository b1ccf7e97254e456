//! A report as the programs read it, in postcard's compact form: reading JSON would cost a slow phone
//! 30 kB more of program (brotli). The newest lies in the modules, any other in a file.

use crate::model::Report;

/// The name of a module's custom section that holds the newest report.
pub const SECTION: &str = "report";

/// The report in these bytes; none if they are broken or of another format.
pub fn read(bytes: &[u8]) -> Option<Report> {
    let report: Report = postcard::from_bytes(bytes).ok()?;
    (report.schema == Report::SCHEMA).then(|| report.reindex())
}

/// What [`read`] reads.
pub fn write(report: &Report) -> Vec<u8> {
    // Writing plain structs to memory cannot fail.
    postcard::to_allocvec(report).unwrap_or_default()
}
