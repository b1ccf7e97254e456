//! The report and its parts, as `report.json` holds them; the page reads the same types back.

use serde::{Deserialize, Serialize};

use super::{CharIndex, Quantity, Span};

/// One year's report: its text, the structure over it, and all that an editor said about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Version of this format; readers refuse another.
    pub schema: u32,
    /// The year reported on.
    pub year: u16,
    /// Title of the report, without book-title marks.
    pub title: String,
    /// Who reports, as the text signs it.
    pub issuers: Vec<String>,
    /// The date the report bears.
    pub date: Option<Date>,
    /// Whose site this is.
    pub site: Site,
    /// The covering letter's parts, where there is one.
    pub letter: Letter,
    /// The text, to the byte.
    pub text: String,
    /// Sections in the text's order. Their sentences cover every scalar of the text exactly once.
    pub sections: Vec<Section>,
    /// Figures in the text's order.
    pub figures: Vec<Figure>,
    /// Every number of the text, and how it is accounted for.
    pub numbers: Vec<NumberMention>,
    /// What an editor or a rule says is no figure.
    pub exclusions: Vec<Exclusion>,
    /// Figures to show first.
    pub highlights: Vec<String>,
    /// Numbers computed from figures; never among them.
    pub derivations: Vec<Derivation>,
    /// Charts in the editor's order.
    pub charts: Vec<Chart>,
    /// Where the duties of art. 24 are met.
    pub duties: Vec<Duty>,
    /// Plain words for the terms that occur.
    pub terms: Vec<Term>,
    /// Byte offsets of the text; made anew wherever the report is read.
    #[serde(skip)]
    pub index: CharIndex,
}

impl Report {
    /// Version of the format written and read here.
    pub const SCHEMA: u32 = 1;

    /// The text at `span`.
    pub fn slice(&self, span: Span) -> &str {
        self.index.slice(&self.text, span)
    }

    /// The figure of that id.
    pub fn figure(&self, id: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.id == id)
    }

    /// The chart of that id.
    pub fn chart(&self, id: &str) -> Option<&Chart> {
        self.charts.iter().find(|chart| chart.id == id)
    }

    /// The term of that id.
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }

    /// The section of that id.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// Every sentence with its section, in the text's order.
    pub fn sentences(&self) -> impl Iterator<Item = (&Section, &Sentence)> {
        self.sections.iter().flat_map(|section| section.sentences().map(move |sentence| (section, sentence)))
    }

    /// The sentence of that number, with its section.
    pub fn sentence(&self, number: u32) -> Option<(&Section, &Sentence)> {
        self.sentences().find(|(_, sentence)| sentence.number == number && sentence.kind != SentenceKind::Space)
    }

    /// The sentence that holds the scalar at `at`, with its section.
    pub fn sentence_at(&self, at: u32) -> Option<(&Section, &Sentence)> {
        self.sentences().find(|(_, sentence)| sentence.span.start <= at && at < sentence.span.end)
    }

    /// The part (一、二、) a section belongs to: itself, or the nearest part before it.
    pub fn part_of(&self, section: &Section) -> Option<&Section> {
        let at = self.sections.iter().position(|known| known.id == section.id)?;
        self.sections[..=at].iter().rev().find(|known| known.kind == SectionKind::Part || known.level == 0).filter(|part| part.kind == SectionKind::Part)
    }

    /// Topics of the figures, in the text's order, each once.
    pub fn topics(&self) -> Vec<&str> {
        let mut topics: Vec<&str> = Vec::new();
        for figure in &self.figures {
            if !topics.contains(&figure.topic.as_str()) {
                topics.push(&figure.topic);
            }
        }
        topics
    }

    /// Restores what is not in the JSON.
    pub fn reindex(mut self) -> Self {
        self.index = CharIndex::of(&self.text);
        self
    }
}

/// Whose explorer this is; `data/site.json`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// Place the reports are of: 梧州市.
    pub place: String,
    /// Whole address the site is reached at, ending in `/`; empty while there is none.
    #[serde(default)]
    pub address: String,
    /// Whom to write to about errors; may be empty.
    #[serde(default)]
    pub contact: String,
    /// Where the original was published; may be empty.
    #[serde(default)]
    pub source: String,
}

/// A calendar day. In JSON and data: `2021-02-03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    /// Year.
    pub year: u16,
    /// Month, 1–12.
    pub month: u8,
    /// Day, 1–31.
    pub day: u8,
}

impl Date {
    /// The day as prose has it: 2021年2月3日.
    pub fn prose(self) -> String {
        format!("{}年{}月{}日", self.year, self.month, self.day)
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for Date {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        let mut parts = written.splitn(3, '-');
        let mut next = || parts.next().and_then(|part| part.parse::<u16>().ok());
        match (next(), next(), next()) {
            (Some(year), Some(month @ 1..=12), Some(day @ 1..=31)) => Ok(Self { year, month: month as u8, day: day as u8 }),
            _ => Err(format!("`{written}` is no date of the form 2021-02-03")),
        }
    }
}

/// The parts of a covering letter (呈报) that the text states.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Letter {
    /// To whom: 自治区党委、自治区人民政府.
    pub addressee: Option<Span>,
    /// Who signs it.
    pub issuers: Option<Span>,
    /// The line with its date.
    pub date: Option<Span>,
}

/// A stretch of the text under one heading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// Stable id: `letter`, `title`, `preamble`, `part-1`, `section-1-3`, `shortcomings`, `closing`.
    pub id: String,
    /// What it is.
    pub kind: SectionKind,
    /// 0 for the outermost, 1 for a section inside a part.
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
    /// The title line.
    Title,
    /// What comes before the first numbered part.
    Preamble,
    /// 一、二、…
    Part,
    /// (一)(二)…
    Section,
    /// 不足与原因.
    Shortcomings,
    /// Signature and date at the end.
    Closing,
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

/// What a sentence does.
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

/// A quantity of the report that an editor named.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Stable id in kebab-case; part of its address.
    pub id: String,
    /// What is counted: 法律援助案件.
    pub label: String,
    /// Field of work: 公共法律服务.
    pub topic: String,
    /// The quantity, read from the text.
    pub quantity: Quantity,
    /// Where the quantity stands.
    pub span: Span,
    /// The piece of text the editor quoted.
    pub quote: Span,
    /// Number of its sentence.
    pub sentence: u32,
    /// Id of its section.
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
    /// The figure at that place of [`Report::figures`].
    Figure(u32),
    /// The exclusion at that place of [`Report::exclusions`].
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
    /// How.
    pub kind: DerivationKind,
    /// Figure ids, in the order the kind wants them.
    pub figures: Vec<String>,
    /// A figure that states the same rate, to compare with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<String>,
    /// What a reader must know about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
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
    /// What is seen.
    pub title: String,
    /// What is counted: unit, scope, year.
    pub subtitle: String,
    /// How it is drawn.
    pub kind: ChartKind,
    /// Figure ids in drawing order.
    #[serde(default)]
    pub figures: Vec<String>,
    /// The picture in words.
    pub description: String,
    /// What a reader must know to read it rightly.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChartKind {
    /// Horizontal bars of one unit.
    Bars,
    /// Bars two by two: received and closed.
    Pairs,
    /// Rates on 0–100 %.
    Rates,
    /// The first figure is the whole, the others its parts; what is left over is computed.
    Parts,
    /// The report itself: length and figures of each section.
    Outline,
}

/// A duty that 法治政府建设与责任落实督察工作规定 art. 24 lays on the report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Duty {
    /// Which.
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
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// What it means, in one or two sentences.
    pub meaning: String,
    /// Where it stands; filled in from the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spans: Vec<Span>,
}
