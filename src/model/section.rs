//! The structure of a text: sections of paragraphs of sentences. Together they cover every
//! character once.

use serde::{Deserialize, Serialize};

use crate::text::Span;

use super::DutyKind;

/// A stretch of the text under one heading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// Stable id: `letter`, `front`, `title`, `preamble`, `part-1`, `section-1-3`,
    /// `section-1-3-2`, `shortcomings`, `plan`, `closing`, `attachment`.
    pub id: String,
    /// What it is.
    pub kind: SectionKind,
    /// The duty of art. 24 that its heading says it meets, or that it meets as a paragraph.
    pub duty: Option<DutyKind>,
    /// 0 for the outermost, 1 for a section inside a part, 3 at most.
    pub level: u8,
    /// Its number as printed: 一, (三); empty without one.
    pub number: String,
    /// Its heading as printed, number included.
    pub heading: Option<Span>,
    /// All of it, heading included, subsections not.
    pub span: Span,
    /// Its lines.
    pub paragraphs: Vec<Paragraph>,
}

impl Section {
    /// Its sentences in order, spaces between them included.
    pub fn sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.paragraphs.iter().flat_map(|paragraph| &paragraph.sentences)
    }
}

/// What a section is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SectionKind {
    /// The covering letter.
    Letter,
    /// The lines of the title.
    Title,
    /// What comes before the first part.
    Preamble,
    /// A part of the outermost level: 一、二、…
    Part,
    /// A section below a part: (一)(二)…
    Section,
    /// 不足与原因.
    Shortcomings,
    /// Signature and date at the end.
    Closing,
    /// What is attached behind them.
    Attachment,
}

/// A line of the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Paragraph {
    /// The line with its line break.
    pub span: Span,
    /// Its sentences and the spaces around them; together the whole span.
    pub sentences: Vec<Sentence>,
}

/// A sentence, or the white space between sentences.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    /// Running number from 1; a space has the number of the sentence before it.
    pub number: u32,
    /// What it is.
    pub kind: SentenceKind,
    /// Where it stands.
    pub span: Span,
}

/// What a sentence is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SentenceKind {
    /// A heading.
    Heading,
    /// The short sentence that opens a group: 优化公共法律服务。
    Topic,
    /// Any other.
    Body,
    /// Indents and line breaks.
    Space,
}
