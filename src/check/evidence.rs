//! What the checks look at, and how they say in which line of a file something is wrong. Checks
//! find issues; the table in [`super::CHECKS`] names them.

use crate::ingest::{Input, SourceFiles};
use crate::issue::Issue;
use crate::model::Report;
use crate::number::Number;

/// All that a check may look at.
pub(super) struct Evidence<'data> {
    /// The files.
    pub source: &'data SourceFiles,
    /// Their content.
    pub input: &'data Input,
    /// The report made from it.
    pub report: &'data Report,
    /// The numbers of the text.
    pub numbers: &'data [Number],
}

impl Evidence<'_> {
    /// An issue in `annotations.json`, at the first line that holds `words`.
    pub(super) fn in_annotations(&self, words: &str, problem: String, remedy: &str) -> Issue {
        let line = line_of(&self.source.annotations.bytes, words);
        Issue::new("", &self.source.annotations.path, line, &problem, remedy)
    }

    /// An issue in `site.json`, at the line of that field.
    pub(super) fn in_site(&self, field: &str, problem: String, remedy: &str) -> Issue {
        let line = line_of(&self.source.site.bytes, field);
        Issue::new("", &self.source.site.path, line, &problem, remedy)
    }

    /// An issue in `report.txt`, at the line of the scalar `at`.
    pub(super) fn in_report(&self, at: u32, problem: String, remedy: &str) -> Issue {
        let line = 1 + self.input.text.chars().take(at as usize).filter(|ch| *ch == '\n').count();
        Issue::new("", &self.source.report.path, line, &problem, remedy)
    }
}

/// The line of `bytes` that holds `words` as a JSON string, that of an id or a quote first; 1 where
/// there is none.
pub(super) fn line_of(bytes: &[u8], words: &str) -> usize {
    let text = String::from_utf8_lossy(bytes);
    let quoted = serde_json::to_string(words).unwrap_or_default();
    let line = text.lines().position(|line| {
        line.contains(&quoted) && (line.contains("\"id\"") || line.contains("\"quote\""))
    });
    line.or_else(|| text.lines().position(|line| line.contains(&quoted))).map_or(1, |at| at + 1)
}
