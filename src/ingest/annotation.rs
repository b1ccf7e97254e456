//! What an editor writes in `annotations.json` and `terms.json`, and how its quotes are found in
//! the text. Values are never typed in: a quote points at the text, and the number is read there.

use memchr::memmem::Finder;
use serde::{Deserialize, Serialize};

use crate::model::{
    Chart, Date, Derivation, DutyKind, FigurePair, KeptPromise, Part, Question, Report,
    SectionKind, Term,
};
use crate::number::{BETWEEN_CELLS, Change, Number};
use crate::text::{Span, found_once};

/// Longest name of a figure, in scalars.
pub const LONGEST_LABEL: usize = 20;

/// Longest name of a field of work, in scalars.
pub const LONGEST_TOPIC: usize = 10;

/// `data/<year>/annotations.json`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Annotations {
    /// Version of this format: 1.
    pub schema: u32,
    /// The report's title, where it is not the one found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who reports, where it is not who was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuers: Option<Vec<String>>,
    /// The date the report bears, where it is not the one found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Headings that are none, or of another kind or level, and such as were not found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<SectionAnnotation>,
    /// Numbers that are parted otherwise than they were read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<NumberAnnotation>,
    /// The figures.
    pub figures: Vec<FigureAnnotation>,
    /// What is no figure, and why.
    #[serde(default)]
    pub exclusions: Vec<ExclusionAnnotation>,
    /// What citizens ask, and what answers it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
    /// Ids of the figures to show first.
    #[serde(default)]
    pub highlights: Vec<String>,
    /// What 一图读懂 shows, in its order: `questions`, `charts/<id>`, `figures/<id>`, `shortcomings`,
    /// `plan`; empty for the usual.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<String>,
    /// Numbers to compute.
    #[serde(default)]
    pub derivations: Vec<Derivation>,
    /// Charts.
    #[serde(default)]
    pub charts: Vec<Chart>,
    /// Figures of other reports that are of like meaning, where the program does not find it, and such
    /// as it takes for that and are not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pairs: Vec<FigurePair>,
    /// What became of what another report promised.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub promises: Vec<KeptPromise>,
    /// Duties of art. 24 that are met where the rules do not find it, or not met where they do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<DutyAnnotation>,
    /// What a draft says and nobody has looked at yet: ids of figures, and the names of
    /// [`Aspect`]s. A report with any is marked as unchecked wherever it is shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unchecked: Vec<String>,
}

impl Annotations {
    /// Whether nothing of a draft is left that nobody has looked at.
    pub fn is_checked(&self) -> bool {
        self.unchecked.is_empty() && self.figures.iter().all(|figure| figure.doubt.is_none())
    }
}

/// What else of a draft is to be looked at, besides its figures; in `unchecked` by its name behind a
/// colon, which no id has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// Title, issuers and date.
    Title,
    /// Headings and the kinds of sections.
    Sections,
    /// What is no figure.
    Exclusions,
    /// What the overview shows first.
    Highlights,
    /// The charts.
    Charts,
}

impl Aspect {
    /// All of them, as they are looked at.
    pub const ALL: [Self; 5] =
        [Self::Title, Self::Sections, Self::Exclusions, Self::Highlights, Self::Charts];

    /// Its name in `unchecked`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => ":title",
            Self::Sections => ":sections",
            Self::Exclusions => ":exclusions",
            Self::Highlights => ":highlights",
            Self::Charts => ":charts",
        }
    }
}

/// A figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureAnnotation {
    /// Stable id in kebab-case.
    pub id: String,
    /// What is counted.
    pub label: String,
    /// Field of work.
    pub topic: String,
    /// Text that occurs once and holds one number.
    pub quote: String,
    /// The unit, where another is read than the editor means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The direction of the change that the number states, where the words before it do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// What a draft is not sure of; an editor settles it and takes it away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<String>,
}

/// A stretch of the text that is one number: part of what was read as one, or all of what was read as two.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberAnnotation {
    /// Text that occurs once.
    pub quote: String,
    /// The number in it, which occurs once there.
    pub number: String,
}

impl NumberAnnotation {
    /// Where the number stands in a text; none unless it is found once.
    pub fn place(&self, text: &str) -> Option<Span> {
        let at = found_once(text, &self.quote)? + found_once(&self.quote, &self.number)?;
        let start = text[..at].chars().count() as u32;
        Some(Span::new(start, start + self.number.chars().count() as u32))
    }
}

/// Text whose numbers are no figures, wherever it occurs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExclusionAnnotation {
    /// The text.
    pub quote: String,
    /// Why.
    pub reason: String,
}

/// A sentence that meets a duty, or does not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DutyAnnotation {
    /// The duty.
    pub kind: DutyKind,
    /// Text that occurs once; every sentence that it touches is meant.
    pub quote: String,
    /// Whether the sentences are taken away from the duty.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub remove: bool,
}

/// What a line is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionAnnotation {
    /// Text of the line that occurs once.
    pub quote: String,
    /// Its level as a heading, from 1; none: as found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    /// What it is.
    pub kind: SectionRole,
}

/// What an editor can say that a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SectionRole {
    /// No heading.
    Text,
    /// The heading of a part that is none of those below.
    Part,
    /// The same, below a part.
    Section,
    /// The heading over what was done.
    Measures,
    /// The heading over what is lacking.
    Shortcomings,
    /// The heading over what the first responsible person did.
    Leadership,
    /// The heading over the year to come.
    Plan,
    /// The heading over what else is reported.
    Other,
    /// The first line of signature and date.
    Closing,
    /// The first line of an attachment.
    Attachment,
}

impl SectionRole {
    /// The kind of a section of that role at a level, and the duty it meets.
    pub(super) fn kind_and_duty(self, level: u8) -> (SectionKind, Option<DutyKind>) {
        let plain = if level == 0 { SectionKind::Part } else { SectionKind::Section };
        match self {
            Self::Text | Self::Part | Self::Section => (plain, None),
            Self::Measures => (plain, Some(DutyKind::Measures)),
            Self::Shortcomings => (SectionKind::Shortcomings, Some(DutyKind::Shortcomings)),
            Self::Leadership => (plain, Some(DutyKind::Leadership)),
            Self::Plan => (plain, Some(DutyKind::Plan)),
            Self::Other => (plain, Some(DutyKind::Other)),
            Self::Closing => (SectionKind::Closing, None),
            Self::Attachment => (SectionKind::Attachment, None),
        }
    }
}

/// `data/terms.json`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Glossary {
    /// The terms.
    pub terms: Vec<Term>,
}

/// `data/words.json`: what readers say for what reports of this kind write.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EverydayWords {
    /// The rows.
    pub words: Vec<EverydayRow>,
}

/// Words that mean the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EverydayRow {
    /// Everyday words.
    pub words: Vec<String>,
    /// What reports write for them, the most usual first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub means: Vec<String>,
    /// What they write that has to do with it, but is not the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<String>,
    /// The part of a report that they ask for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
}

impl EverydayWords {
    /// The table of [`crate::model::Lexicon::everyday`].
    pub fn table(&self) -> String {
        let rows = self.words.iter().map(|EverydayRow { words, means, related, part }| {
            let related = related.iter().map(|word| format!("~{word}"));
            let written = || means.iter().cloned().chain(related).collect::<Vec<_>>().join(",");
            let meaning = part.map_or_else(written, |part| format!("@{}", part.name()));
            format!("{}:{meaning}", words.join(","))
        });
        rows.collect::<Vec<_>>().join(" ")
    }
}

/// How often a quote occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occurrence {
    /// Not at all.
    Never,
    /// Once, here.
    Once(Span),
    /// That many times.
    Often(usize),
}

/// Where `quote` occurs in the report's text, if it occurs once.
pub fn locate(report: &Report, quote: &str) -> Occurrence {
    match occurrences(report, quote).as_slice() {
        [] => Occurrence::Never,
        [span] => Occurrence::Once(*span),
        spans => Occurrence::Often(spans.len()),
    }
}

/// Every span at which `quote` stands, overlapping ones included.
pub fn occurrences(report: &Report, quote: &str) -> Vec<Span> {
    if quote.is_empty() {
        return Vec::new();
    }
    let n_chars = quote.chars().count() as u32;
    let first = quote.chars().next().map_or(1, char::len_utf8);
    let finder = Finder::new(quote.as_bytes());
    let mut from = 0;
    let starts = std::iter::from_fn(|| {
        let at = from + finder.find(&report.text.as_bytes()[from..])?;
        from = at + first;
        Some(at)
    });
    starts
        .map(|at| report.index.scalar_at(at))
        .map(|start| Span::new(start, start + n_chars))
        .collect()
}

/// The numbers that `quote` means: those in it that are data; where there is none, what an editor says is
/// data though no rule does. Of several cells of a table's row the last is meant: the others say which row.
pub fn numbers_inside<'numbers>(
    report: &Report,
    quote: Span,
    numbers: &'numbers [Number],
) -> Vec<&'numbers Number> {
    let mut inside = data_inside(quote, numbers);
    if report.slice(quote).contains(BETWEEN_CELLS) {
        inside.drain(..inside.len().saturating_sub(1));
    }
    inside
}

fn data_inside(quote: Span, numbers: &[Number]) -> Vec<&Number> {
    let from = numbers.partition_point(|number| number.span.end <= quote.start);
    let inside = numbers[from..].iter().take_while(|number| number.span.start < quote.end);
    let (figures, others): (Vec<&Number>, Vec<&Number>) =
        inside.partition(|number| number.is_figure());
    if figures.is_empty() { others } else { figures }
}
