//! 新闻素材包: one ZIP with every chart as SVG and PNG, the tables, and a note on how to use and cite
//! them.

use std::io::{Cursor, Write as _};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::Refusal;
use crate::model::{Date, Report};
use crate::words::WORDS;

/// A file of the kit: its name and its bytes.
pub type KitFile = (String, Vec<u8>);

/// The archive of `files` and a note.
///
/// # Errors
/// If the archive grows beyond what its format holds.
pub fn press_kit(report: &Report, files: &[KitFile]) -> Result<Vec<u8>, Refusal> {
    let note = note(report, files);
    let files = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let with_note = files.chain([(WORDS.files.kit_note_name, note.as_bytes())]);
    archive(with_note).map_err(|error| format!("新闻素材包打不成：{error}"))
}

/// The ZIP archive of files with their names, the same bytes for the same files: no time of day is in it.
///
/// # Errors
/// If it grows beyond what its format holds.
pub fn archive<'file>(
    files: impl Iterator<Item = (&'file str, &'file [u8])>,
) -> ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in files {
        archive.start_file(name, options)?;
        archive.write_all(bytes)?;
    }
    archive.finish().map(Cursor::into_inner)
}

fn note(report: &Report, files: &[KitFile]) -> String {
    let words = &WORDS.files;
    let charts: Vec<String> = report
        .charts
        .iter()
        .map(|chart| format!("  {}\r\n    {}", chart.title, chart.subtitle))
        .collect();
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let date = report.date.map(Date::prose);
    let issuers = report.issuers.join(WORDS.punctuation.list);
    // A BOM and CRLF: Windows' own editor opens it.
    format!(
        "\u{feff}{}\r\n\r\n{}\r\n{}\r\n\r\n{}\r\n  {}\r\n",
        (words.kit_note)(&report.title, &issuers, date.as_deref()).replace('\n', "\r\n"),
        words.kit_charts,
        charts.join("\r\n"),
        words.kit_files,
        names.join("\r\n  "),
    )
}
