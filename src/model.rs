//! What a report is: sections of sentences over one text, figures with their quantities, and the
//! numbers that are no figures. All of them point into the text by [`crate::text::Span`]; nothing
//! here is parsed, drawn or read from a file.

mod annotated;
mod edition;
mod lexicon;
mod naming;
mod report;
mod section;

pub use annotated::{
    Accounting, Chart, ChartKind, Derivation, DerivationKind, Duty, DutyKind, Exclusion, Figure,
    FigurePair, KeptPromise, NumberMention, Question, Remark, Term,
};
pub use edition::{Edition, Editions, Folder};
pub use lexicon::{LARGE_PRINT, Lexicon, Part};
pub use naming::{InShort, is_point};
pub use report::{Date, Letter, Report, Site};
pub use section::{Paragraph, Section, SectionKind, Sentence, SentenceKind};
