//! A clerk's file to text: bytes and a file's name in, text and notes out, or one refusal that
//! names the thing, the place and the way out. What was left out, joined or taken for furniture
//! stands in the notes; nothing happens silently.
//!
//! 1. `format` says by its content what a file is, and refuses what no text can be read from.
//! 2. `plain`, `word`, `web_page`, `pdf` and `ofd` read one format each; `encoding`, `archive` and
//!    `xml` are what they share.
//! 3. `layout` makes lines and paragraphs of characters on a page, for PDF and OFD.
//! 4. `writer` takes the text down and leaves out what nobody sees.
//! 5. [`contract`] prints what was read, outline and numbers included.

mod archive;
pub mod contract;
mod elements;
mod encoding;
mod format;
mod layout;
mod numbering;
mod ofd;
#[cfg(feature = "pdf")]
mod pdf;
mod plain;
mod styles;
mod unified;
mod web_page;
mod word;
mod word_parts;
mod writer;
mod xml;

use serde::{Deserialize, Serialize};

use crate::text::Span;

pub use format::Format;

/// What a file says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What it was.
    pub format: Format,
    /// Its text: lines that end in `\n`, without control characters or any that nobody sees.
    pub text: String,
    /// What was not taken down as it stood.
    pub notes: Vec<Note>,
}

impl Document {
    /// What was done on the way to the text, alike notes together, each with how often.
    pub fn counted_notes(&self) -> Vec<(String, u32)> {
        let mut counted: Vec<(String, u32)> = Vec::new();
        for note in &self.notes {
            match counted.iter_mut().find(|(what, _)| *what == note.what) {
                Some((_, times)) => *times += 1,
                None => counted.push((note.what.clone(), 1)),
            }
        }
        counted
    }
}

/// Something that was left out, joined or moved on the way to the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Where in the text; empty where something is no longer there.
    pub span: Span,
    /// What was done.
    pub what: String,
}

/// Why a file cannot be read, and the way out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The file's name.
    pub file: String,
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub remedy: String,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { file, problem, remedy } = self;
        write!(out, "{file}：{problem}\n    怎么办：{remedy}")
    }
}

/// What a reader of one format answers with: the problem and its remedy.
type Answer<T> = Result<T, (String, String)>;

/// The text of the file `name` of which `bytes` is the content.
pub fn read(name: &str, bytes: &[u8]) -> Result<Document, Refusal> {
    read_content(name, bytes).map_err(|(problem, remedy)| Refusal {
        file: name.to_string(),
        problem,
        remedy,
    })
}

fn read_content(name: &str, bytes: &[u8]) -> Answer<Document> {
    let format = Format::of(name, bytes)?;
    let mut writer = writer::Writer::default();
    match format {
        Format::Text => plain::read(bytes, &mut writer)?,
        Format::Word => word::read(bytes, &mut writer)?,
        Format::WebPage => web_page::read(bytes, &mut writer)?,
        #[cfg(feature = "pdf")]
        Format::Pdf => pdf::read(bytes, &mut writer)?,
        // It has a program of its own.
        #[cfg(not(feature = "pdf"))]
        Format::Pdf => return Err(refuse("这里读不了 PDF", "另存为 .docx 或 .txt 再试")),
        Format::Ofd => ofd::read(bytes, &mut writer)?,
    }
    let (text, notes) = writer.finish();
    if text.trim().is_empty() {
        return Err(refuse(
            "里面没有文字",
            "如果是扫描件或图片，先用文字识别（OCR）转成文字，核对后存为 .docx 或 .txt",
        ));
    }
    Ok(Document { format, text, notes })
}

/// A problem with its remedy.
fn refuse(problem: &str, remedy: &str) -> (String, String) {
    (problem.to_string(), remedy.to_string())
}

/// The refusal of a file that begins like its format and then cannot be read.
fn broken(format: &str) -> (String, String) {
    refuse(
        &format!("{format} 文件不完整或已损坏"),
        "重新下载或复制一次；用原来的软件打开，另存为 .docx 再试",
    )
}
