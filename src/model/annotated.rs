//! What an editor or a rule says about a text: figures, exclusions, derived numbers, charts,
//! duties, terms. Each points at the text or at other figures; none repeats a number.

use serde::{Deserialize, Serialize};

use crate::number::Quantity;
use crate::text::Span;

/// A quantity of the report that an editor named.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Stable id in kebab-case; part of its address.
    pub id: String,
    /// What is counted: 法律援助案件.
    pub label: String,
    /// Field of work, by which figures are grouped: 公共法律服务.
    pub topic: String,
    /// The quantity, read from the text.
    pub quantity: Quantity,
    /// Where the quantity stands.
    pub span: Span,
    /// The text that the editor quoted.
    pub quote: Span,
    /// Number of the sentence it stands in.
    pub sentence: u32,
    /// Id of the section it stands in.
    pub section: String,
}

/// A number of the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NumberMention {
    /// Where it stands, qualifier and unit included.
    pub span: Span,
    /// What accounts for it.
    pub accounting: Accounting,
}

/// What accounts for a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Accounting {
    /// The figure of that index in [`super::Report::figures`].
    Figure(u32),
    /// The exclusion of that index in [`super::Report::exclusions`].
    Exclusion(u32),
    /// Nothing yet; `make check` fails.
    Unaccounted,
}

/// A piece of text whose numbers are no figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Exclusion {
    /// Where it stands.
    pub span: Span,
    /// Why its numbers are no data.
    pub reason: String,
    /// Whether a rule found it (years, dates, numbering), not an editor.
    pub by_rule: bool,
}

/// A number this project computes from figures. Marked 推算，非报告原文 wherever shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Derivation {
    /// Stable id in kebab-case.
    pub id: String,
    /// What is computed: 行政复议审结率.
    pub label: String,
    /// How it is computed.
    pub kind: DerivationKind,
    /// Figure ids in the order that [`DerivationKind`] describes.
    pub figures: Vec<String>,
    /// A figure that states the same rate, to compare with.
    #[serde(default)]
    pub stated: Option<String>,
    /// What a reader must know about it.
    #[serde(default)]
    pub note: String,
}

/// How a derived number is made from the figures a, b, c …
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DerivationKind {
    /// a ÷ b, in per cent.
    Share,
    /// a − b − c …, in their unit.
    Remainder,
    /// a + b + c …, in their unit.
    Total,
    /// a ÷ b, in a's unit for each of b's.
    Ratio,
    /// The whole numbers of b that the stated rate a allows.
    ImpliedCount,
}

/// A chart over figures; it holds no numbers of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chart {
    /// Stable id in kebab-case; part of its address.
    pub id: String,
    /// A few words for names of files: 人民调解. Where it is empty, the title is used.
    #[serde(default)]
    pub name: String,
    /// Headline: what the chart shows.
    pub title: String,
    /// What is counted: unit, scope, year.
    pub subtitle: String,
    /// How it is drawn.
    pub kind: ChartKind,
    /// Figure ids in drawing order.
    #[serde(default)]
    pub figures: Vec<String>,
    /// The picture in words, for those who do not see it.
    pub description: String,
    /// What a reader must know in order not to misread it.
    #[serde(default)]
    pub note: String,
    /// Id of the figure that the chart is about; the others step back behind it.
    #[serde(default)]
    pub highlight: Option<String>,
    /// What is said beside single marks.
    #[serde(default)]
    pub remarks: Vec<Remark>,
}

/// A few words beside a chart's mark.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remark {
    /// Id of the figure whose mark it stands at.
    pub figure: String,
    /// The words.
    pub words: String,
}

impl Chart {
    /// The id of a chart that a reader put together; no editor's chart may have it.
    pub const CUSTOM: &str = "custom";
}

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChartKind {
    /// Horizontal bars of one unit.
    Bars,
    /// Bars two by two: received and closed.
    Pairs,
    /// Rates on 0–100 %, as bars.
    Rates,
    /// Rates as dots on one scale: what stands out is seen at once.
    Dots,
    /// The first figure is the whole, the others its parts; what is left over is computed.
    Parts,
    /// Amounts, each followed by a rate of it: a bar for the amount, and below it one of that share
    /// of its length.
    Shares,
    /// Every case a mark: the first figure is the whole, the others its parts, and what is left over
    /// is computed. A single rate is so many of a hundred marks.
    Units,
    /// Two by two, what came in and what was closed of it, as streams of one scale; what is left over
    /// is computed.
    Flow,
    /// One large number with its sentence.
    Stat,
    /// The report itself: length and figures of each section.
    Outline,
}

impl ChartKind {
    /// Whether its figures may stand in any order; pairs and parts mean something by theirs.
    pub fn can_sort(self) -> bool {
        matches!(self, Self::Bars | Self::Rates | Self::Dots)
    }

    /// Whether its first figure is a whole, and the others are parts of it.
    pub fn has_parts(self) -> bool {
        matches!(self, Self::Parts | Self::Units)
    }

    /// Whether all its figures are rates.
    pub fn has_rates(self) -> bool {
        matches!(self, Self::Rates | Self::Dots)
    }
}

/// What citizens ask of a report, and what in it answers: figures, or a part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The question in plain words.
    pub question: String,
    /// Ids of the figures that answer it.
    #[serde(default)]
    pub figures: Vec<String>,
    /// The part that answers it.
    #[serde(default)]
    pub part: Option<DutyKind>,
    /// What has to be known with the answer: what is counted, what the report leaves out.
    #[serde(default)]
    pub note: String,
}

/// A figure of this report and the one of like meaning in another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigurePair {
    /// Id of the figure.
    pub figure: String,
    /// The other report's folder in the data: `2019`, `luohu/2022`.
    pub edition: String,
    /// Id of the figure there; none: there is none of like meaning.
    pub with: Option<String>,
}

/// What another report promised, and what this one says of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptPromise {
    /// The other report's folder in the data.
    pub edition: String,
    /// Words of the promise that occur there once.
    pub promise: String,
    /// Words of the sentence about it that occur here once; none: nothing is said of it.
    pub with: Option<String>,
}

/// A duty that 法治政府建设与责任落实督察工作规定 art. 24 lays on the report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Duty {
    /// Which duty.
    pub kind: DutyKind,
    /// Numbers of the sentences that meet it; none: 报告未载明.
    pub sentences: Vec<u32>,
}

/// The contents that art. 24 asks for, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DutyKind {
    /// 上一年度推进法治政府建设的主要举措和成效.
    Measures,
    /// 存在的不足和原因.
    Shortcomings,
    /// 党政主要负责人履行推进法治建设第一责任人职责的情况.
    Leadership,
    /// 下一年度的主要安排.
    Plan,
    /// 其他需要报告的情况.
    Other,
}

/// A term in plain words; an editor's note, no part of the report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Stable id in kebab-case.
    pub id: String,
    /// The term as the text writes it, quotation marks left out.
    pub term: String,
    /// Other spellings found in texts.
    #[serde(default)]
    pub also: Vec<String>,
    /// What it means, in one or two sentences.
    pub meaning: String,
    /// Where it stands; empty in `terms.json`, filled in by ingest.
    #[serde(default)]
    pub spans: Vec<Span>,
}
