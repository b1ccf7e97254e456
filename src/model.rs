//! What a report is: sections of sentences over one text, figures with their quantities, and what is no figure.
//! Every place is a [`Span`] into the text; nothing here is computed, drawn or read from anywhere.

pub mod quantity;
mod report;
mod span;

pub use quantity::{Qualifier, Quantity};
pub use report::{
    Accounting, Chart, ChartKind, Date, Derivation, DerivationKind, Duty, DutyKind, Exclusion, Figure, Letter, NumberMention, Paragraph,
    Report, Section, SectionKind, Sentence, SentenceKind, Site, Term,
};
pub use span::{CharIndex, Span};
