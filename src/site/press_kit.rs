//! 新闻素材包: one ZIP with every chart as SVG and PNG, the tables, and a note on how to use and cite
//! them.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::Refusal;
use crate::model::Report;

/// A file of the kit: its name and its bytes.
pub type KitFile = (String, Vec<u8>);

/// The archive of `files` and a note.
///
/// # Errors
/// If the archive grows beyond what its format holds.
pub fn press_kit(report: &Report, files: &[KitFile]) -> Result<Vec<u8>, Refusal> {
    let refused = |error: &dyn std::fmt::Display| format!("新闻素材包打不成：{error}");
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // No time of day in it: building twice gives the same bytes.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let note = note(report, files);
    for (name, bytes) in files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .chain([("说明.txt", note.as_bytes())])
    {
        archive.start_file(name, options).map_err(|error| refused(&error))?;
        archive.write_all(bytes).map_err(|error| refused(&error))?;
    }
    archive.finish().map(Cursor::into_inner).map_err(|error| refused(&error))
}

fn note(report: &Report, files: &[KitFile]) -> String {
    let date = report.date.map_or_else(String::new, |date| format!("，{}", date.prose()));
    let charts: Vec<String> = report
        .charts
        .iter()
        .map(|chart| format!("  {}\r\n    {}", chart.title, chart.subtitle))
        .collect();
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    // A BOM and CRLF: Windows' own editor opens it.
    format!(
        "\u{feff}《{title}》新闻素材包\r\n\r\n来源：《{title}》（{issuers}{date}）。引用请注明报告名称和日期。\r\n\r\n\
         用法：图片可直接使用，图上的标题、单位、来源请保留。带“多”“余”“超”的数是概数，请照原样写。\r\n\
         标“推算，非报告原文”的数由程序算出，不是报告的数。表格里每个数都附有所在的原句。\r\n\r\n\
         图表：\r\n{charts}\r\n\r\n文件：\r\n  {names}\r\n",
        title = report.title,
        issuers = report.issuers.join("、"),
        charts = charts.join("\r\n"),
        names = names.join("\r\n  "),
    )
}
