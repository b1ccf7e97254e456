//! What a report is: sections of sentences over one text, figures with their quantities, and what
//! is no figure. Every place is a [`Span`] into the text; nothing here is computed, drawn or read
//! from anywhere.

mod annotated;
pub mod decimal;
mod lexicon;
pub mod quantity;
mod report;
mod section;
mod span;

pub use annotated::{
    Accounting, Chart, ChartKind, Derivation, DerivationKind, Duty, DutyKind, Exclusion, Figure,
    NumberMention, Term,
};
pub use lexicon::{LARGE_PRINT, Lexicon};
pub use quantity::{Qualifier, Quantity};
pub use report::{Date, Letter, Report, Site};
pub use section::{Paragraph, Section, SectionKind, Sentence, SentenceKind};
pub use span::{CharIndex, Span};
