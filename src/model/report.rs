//! The report itself, with its site, date and letter, in the form that `report.json` holds. Its
//! methods look things up by id, number or span.

use serde::{Deserialize, Serialize};

use crate::text::{CharIndex, Span};

use super::{
    Chart, Derivation, Duty, DutyKind, Edition, Exclusion, Figure, FigurePair, Folder, KeptPromise,
    Lexicon, NumberMention, Question, Section, SectionKind, Sentence, SentenceKind, Term,
};

/// One year's report: its text, the structure over it, and all that an editor said about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Version of this format; readers refuse another.
    pub schema: u32,
    /// The folder of the place it is of; empty for the place whose site this is.
    #[serde(default)]
    pub folder: String,
    /// The year reported on.
    pub year: u16,
    /// Title of the report, without book-title marks; while it is not `checked`, with a word of that
    /// behind it.
    pub title: String,
    /// Whether somebody has looked at all that a program read; where not, every page and every file says
    /// so.
    pub checked: bool,
    /// Who reports, as the text signs it.
    pub issuers: Vec<String>,
    /// The date the report bears.
    pub date: Option<Date>,
    /// Whose site this is.
    pub site: Site,
    /// The covering letter's parts, where there is one.
    pub letter: Letter,
    /// The text of `report.txt`, unchanged.
    pub text: String,
    /// Sections in the text's order. Their sentences cover every scalar of the text exactly once.
    pub sections: Vec<Section>,
    /// Figures in the text's order.
    pub figures: Vec<Figure>,
    /// Every number of the text, and how it is accounted for.
    pub numbers: Vec<NumberMention>,
    /// What an editor or a rule says is no figure.
    pub exclusions: Vec<Exclusion>,
    /// What citizens ask, in the editor's order; only what the report answers.
    pub questions: Vec<Question>,
    /// Figures to show first.
    pub highlights: Vec<String>,
    /// What 一图读懂 shows, in its order; empty for the usual ([`crate::pictures`]).
    pub pictures: Vec<String>,
    /// Numbers computed from figures; never among them.
    pub derivations: Vec<Derivation>,
    /// Charts in the editor's order.
    pub charts: Vec<Chart>,
    /// Figures of other reports that an editor says are of like meaning, or that there are none.
    pub pairs: Vec<FigurePair>,
    /// What became of promises of other reports, as far as an editor says so.
    pub promises: Vec<KeptPromise>,
    /// The duties of art. 24, each with the sentences that meet it.
    pub duties: Vec<Duty>,
    /// The terms that occur, in plain words.
    pub terms: Vec<Term>,
    /// Readings and other forms of the characters, for search.
    pub lexicon: Lexicon,
    /// Byte offsets of the text; not written, but made again wherever a report is read.
    #[serde(skip)]
    pub index: CharIndex,
}

/// Characters from which on a sentence that addresses its hearers says more.
const LONGEST_ADDRESS: usize = 12;

impl Report {
    /// Version of the format written and read here.
    pub const SCHEMA: u32 = 1;

    /// Which report it is.
    pub fn edition(&self) -> Edition {
        Edition { place: Folder::parse(&self.folder).unwrap_or_default(), year: self.year }
    }

    /// Whether it is of the kind of which the law says what has to be in it (厅字〔2019〕28号, article 24): no other
    /// report owes that.
    pub fn is_of_law(&self) -> bool {
        ["法治", "依法行政"].iter().any(|word| self.title.contains(word))
    }

    /// The section on what was not done well; none where the report is not read to state that, be there
    /// such a heading or not.
    pub fn shortcomings(&self) -> Option<&Section> {
        let mut stated = self.duties.iter().filter(|duty| duty.kind == DutyKind::Shortcomings);
        let mut sections = self.sections.iter();
        let section = sections.find(|section| section.kind == SectionKind::Shortcomings);
        section.filter(|_| stated.any(|duty| !duty.sentences.is_empty()))
    }

    /// The text at `span`.
    pub fn slice(&self, span: Span) -> &str {
        self.index.slice(&self.text, span)
    }

    /// The figure of that id.
    pub fn figure(&self, id: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.id == id)
    }

    /// What a figure counts, in plain words, where its name has a term that needs them; none where it has two,
    /// of which each would explain a part alone: “跨省通办”“同城通办”.
    pub fn meaning_of(&self, figure: &Figure) -> Option<&str> {
        let named = || self.terms.iter().filter(|term| figure.label.contains(&term.term));
        let longest = named().max_by_key(|term| term.term.len())?;
        let is_whole = named().all(|term| longest.term.contains(&term.term));
        is_whole.then_some(&*longest.meaning)
    }

    /// Where a duty is met first: the section, and the first sentence there that says something, which
    /// stands behind the heading.
    pub fn beginning_of(&self, kind: DutyKind) -> Option<(&Section, &Sentence)> {
        let duty = self.duties.iter().find(|duty| duty.kind == kind)?;
        let (section, first) = self.sentence(*duty.sentences.first()?)?;
        // 各位代表！ says nothing yet.
        let is_address = |sentence: &Sentence| {
            let words = self.slice(sentence.span).trim();
            words.starts_with("各位")
                && words.ends_with(['！', '!', '：', ':', '，', '。'])
                && words.chars().count() < LONGEST_ADDRESS
        };
        let says = |sentence: &&Sentence| {
            sentence.kind == SentenceKind::Body
                && sentence.number >= first.number
                && !is_address(sentence)
        };
        Some((section, section.sentences().find(says).unwrap_or(first)))
    }

    /// The sections below the parts of the report that meet a duty, and such parts as have none.
    pub fn sections_for(&self, kind: DutyKind) -> Vec<&Section> {
        let parts =
            self.duties.iter().filter(|duty| duty.kind == kind).flat_map(|duty| &duty.sentences);
        let parts: Vec<&str> = parts
            .filter_map(|number| self.sentence(*number))
            .map(|(section, _)| section.id.as_str())
            .collect();
        let below = |section: &&Section| {
            section.level == 1
                && section.kind == SectionKind::Section
                && section.duty.is_none_or(|duty| duty == kind)
                && self.part_of(section).is_some_and(|part| parts.contains(&part.id.as_str()))
        };
        // A part that has no sections below it stands for itself.
        let is_whole = |section: &Section| {
            let is_above = |other: &Section| {
                self.part_of(other).is_some_and(|part| part.id == section.id && part.id != other.id)
            };
            parts.contains(&section.id.as_str())
                && !self.sections.iter().any(|other| below(&other) && is_above(other))
        };
        self.sections.iter().filter(|section| below(section) || is_whole(section)).collect()
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
        self.sections
            .iter()
            .flat_map(|section| section.sentences().map(move |sentence| (section, sentence)))
    }

    /// The sentence of that number, with its section.
    pub fn sentence(&self, number: u32) -> Option<(&Section, &Sentence)> {
        self.sentences()
            .find(|(_, sentence)| sentence.number == number && sentence.kind != SentenceKind::Space)
    }

    /// The sentence that holds the scalar at `at`, with its section. All of them stand in the text's
    /// order and leave nothing out, so that it is found by halving.
    pub fn sentence_at(&self, at: u32) -> Option<(&Section, &Sentence)> {
        let before = |span: Span| span.end <= at;
        let section = self.sections.partition_point(|section| before(section.span));
        let section = self.sections.get(section)?;
        let paragraph = section.paragraphs.partition_point(|paragraph| before(paragraph.span));
        let sentences = &section.paragraphs.get(paragraph)?.sentences;
        let sentence = sentences.get(sentences.partition_point(|known| before(known.span)))?;
        (sentence.span.start <= at).then_some((section, sentence))
    }

    /// The part (一、二、) a section belongs to: itself, or the nearest part before it.
    pub fn part_of(&self, section: &Section) -> Option<&Section> {
        let at = self.sections.iter().position(|known| known.id == section.id)?;
        self.sections[..=at]
            .iter()
            .rev()
            .find(|known| known.kind == SectionKind::Part || known.level == 0)
            .filter(|part| part.kind == SectionKind::Part)
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

    /// The report with its index, which is not part of what is written.
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

impl Site {
    /// The site without white space around its words, and its address with the `/` that whole
    /// addresses of pages are made with.
    pub fn normalized(self) -> Self {
        let [place, mut address, contact, source] =
            [self.place, self.address, self.contact, self.source]
                .map(|words| words.trim().to_string());
        if !address.is_empty() && !address.ends_with('/') {
            address.push('/');
        }
        Self { place, address, contact, source }
    }
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
            (Some(year @ 1900..=9999), Some(month @ 1..=12), Some(day))
                if (1..=days_in(year, month)).contains(&day) =>
            {
                Ok(Self { year, month: month as u8, day: day as u8 })
            }
            _ => Err(format!("`{written}` is no date of the form 2021-02-03")),
        }
    }
}

fn days_in(year: u16, month: u16) -> u16 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The lines of a covering letter (呈报) that say who reports to whom and when.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Letter {
    /// Whom it is addressed to: 自治区党委、自治区人民政府.
    pub addressee: Option<Span>,
    /// Who signs it.
    pub issuers: Option<Span>,
    /// The line with its date.
    pub date: Option<Span>,
}
