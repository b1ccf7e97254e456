//! The outline of a report: which lines are letter, title, parts, sections, shortcomings, closing.
//! It is found by marks and positions alone and never fails.
//!
//! ```text
//! report       := letter? title? preamble? (part | section | shortcomings)* closing?
//! letter       := every line up to one that is a date alone, if a numbered part comes after it
//! title        := the first line behind the letter, if it ends without a stop
//! preamble     := what is left before the first part
//! part         := "一、" heading, then its lines
//! section      := "(一)" heading up to the first stop, then the rest of the line and its lines
//! shortcomings := a line without number that speaks of what is lacking, or a heading that does
//! closing      := 特此报告。, signature and date at the end; either of the two may be missing
//! ```
//!
//! Brackets and digits of either width, and indents, make no difference. A line that nothing above
//! fits is text of the section before it: every scalar lies in exactly one sentence or space.

use crate::model::{Date, Letter, Paragraph, Section, SectionKind, Sentence, SentenceKind};
use crate::number::numeral;
use crate::text::Span;

use super::sentence;

/// What the outline of a text says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// Sections in order.
    pub sections: Vec<Section>,
    /// Parts of the letter.
    pub letter: Letter,
    /// The title line.
    pub title: Option<Span>,
    /// Who signs.
    pub issuers: Option<Span>,
    /// The date it bears.
    pub date: Option<Date>,
}

/// The outline of `chars`, the scalars of a report's text.
pub fn read(chars: &[char]) -> Outline {
    let lines = split_lines(chars);
    let pieces = Pieces::find(&lines);
    let letter_lines = pieces.letter_end.map_or(&[][..], |end| &lines[..=end]);
    let closing_lines = pieces.closing_start.map_or(&[][..], |start| &lines[start..]);
    let letter = read_letter(letter_lines);
    Outline {
        sections: read_sections(&lines, &pieces),
        title: pieces.title.map(|at| lines[at].trimmed_span()),
        issuers: letter.issuers.or_else(|| signature(closing_lines)),
        date: letter_lines.iter().rev().chain(closing_lines).find_map(Line::date),
        letter,
    }
}

/// A line of the text, its line break included.
struct Line<'text> {
    span: Span,
    chars: &'text [char],
}

impl Line<'_> {
    /// Its scalars without the white space around them.
    fn trimmed(&self) -> &[char] {
        let start =
            self.chars.iter().position(|ch| !ch.is_whitespace()).unwrap_or(self.chars.len());
        let end = self.chars.iter().rposition(|ch| !ch.is_whitespace()).map_or(start, |at| at + 1);
        &self.chars[start..end]
    }

    /// Where [`Line::trimmed`] stands.
    fn trimmed_span(&self) -> Span {
        let lead =
            self.chars.iter().take_while(|ch| ch.is_whitespace()).count().min(self.chars.len())
                as u32;
        Span::new(self.span.start + lead, self.span.start + lead + self.trimmed().len() as u32)
    }

    fn text(&self) -> String {
        self.trimmed().iter().collect()
    }

    fn is_blank(&self) -> bool {
        self.trimmed().is_empty()
    }

    /// Whether it ends as sentences do, closing quotes and brackets left aside.
    fn ends_a_sentence(&self) -> bool {
        self.trimmed()
            .iter()
            .rev()
            .find(|ch| !sentence::is_closer(**ch))
            .is_some_and(|ch| sentence::is_stop(*ch) || matches!(ch, ':' | '：' | ';' | '；'))
    }

    /// The number at its head, as printed, and what it opens: `一、` a part, `(一)` a section.
    fn number(&self) -> Option<(SectionKind, String)> {
        let line = self.trimmed();
        let numerals = |from: usize| {
            line.iter()
                .skip(from)
                .take_while(|ch| numeral::begins(**ch) && numeral::digit(**ch).is_none())
                .count()
        };
        if matches!(line.first(), Some('(' | '（')) {
            let n = numerals(1);
            return (n > 0 && matches!(line.get(n + 1), Some(')' | '）')))
                .then(|| (SectionKind::Section, line[..n + 2].iter().collect()));
        }
        let n = numerals(0);
        (n > 0 && line.get(n) == Some(&'、'))
            .then(|| (SectionKind::Part, line[..n].iter().collect()))
    }

    /// The date, if the line is nothing else and the calendar has that day.
    fn date(&self) -> Option<Date> {
        let [year, month, day] = self.written_date()?;
        Date::try_from(format!("{year:04}-{month:02}-{day:02}")).ok()
    }

    /// Year, month and day as written, if the line is nothing else.
    fn written_date(&self) -> Option<[u16; 3]> {
        let text = self.text();
        let (year, rest) = text.split_once('年')?;
        let (month, rest) = rest.split_once('月')?;
        let day = rest.strip_suffix('日')?;
        let read = |written: &str| -> Option<u16> {
            let chars: Vec<char> = written.trim().chars().collect();
            let numeral = numeral::read(&chars, 0).filter(|numeral| numeral.end == chars.len())?;
            Some(numeral.value as u16)
        };
        Some([read(year)?, read(month)?, read(day)?])
    }
}

fn split_lines(chars: &[char]) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in chars.split_inclusive(|ch| *ch == '\n') {
        let end = start + line.len();
        lines.push(Line { span: Span::new(start as u32, end as u32), chars: line });
        start = end;
    }
    lines
}

/// The lines at which the pieces of a report begin and end.
struct Pieces {
    /// The last line of the letter.
    letter_end: Option<usize>,
    /// The title.
    title: Option<usize>,
    /// The first numbered heading; the number of lines where there is none.
    first_part: usize,
    /// The first line of the closing.
    closing_start: Option<usize>,
}

impl Pieces {
    fn find(lines: &[Line<'_>]) -> Self {
        let first_part =
            lines.iter().position(|line| line.number().is_some()).unwrap_or(lines.len());
        let letter_end = lines[..first_part]
            .iter()
            .rposition(|line| line.written_date().is_some())
            .filter(|_| first_part < lines.len());
        let behind_letter = letter_end.map_or(0, |at| at + 1);
        let title = (behind_letter..first_part)
            .find(|at| !lines[*at].is_blank())
            .filter(|at| !lines[*at].ends_a_sentence());
        Self { letter_end, title, first_part, closing_start: closing_start(lines, first_part) }
    }

    /// The section that the line at `at` opens, if it opens one; `before` are those before it.
    fn section_opened(&self, at: usize, line: &Line<'_>, before: &[Section]) -> Option<Section> {
        let last = before.last().map(|section| section.kind);
        let unnumbered = |id: &str, kind: SectionKind, level: u8| {
            Some(open_section(line, id.to_string(), kind, level, String::new()))
        };
        if self.letter_end.is_some_and(|end| at <= end) {
            return unnumbered("letter", SectionKind::Letter, 0).filter(|_| last.is_none());
        }
        if self.title == Some(at) {
            return unnumbered("title", SectionKind::Title, 0);
        }
        if at < self.first_part {
            let begins =
                last.is_none() || (!line.is_blank() && last != Some(SectionKind::Preamble));
            return unnumbered("preamble", SectionKind::Preamble, 0).filter(|_| begins);
        }
        if self.closing_start == Some(at) {
            return unnumbered("closing", SectionKind::Closing, 0);
        }
        if let Some((kind, number)) = line.number() {
            return Some(open_numbered(line, kind, number, before));
        }
        let lists_shortcomings = self.closing_start.is_none_or(|closing| at < closing)
            && speaks_of_shortcomings(&line.text())
            && !before.iter().any(|known| known.kind == SectionKind::Shortcomings);
        unnumbered("shortcomings", SectionKind::Shortcomings, 1).filter(|_| lists_shortcomings)
    }
}

/// The line at which the closing begins: a date near the end, its signature, and 特此报告 before.
fn closing_start(lines: &[Line<'_>], first_part: usize) -> Option<usize> {
    let last = lines.iter().rposition(|line| !line.is_blank())?;
    let closes = lines[last].written_date().is_some() || is_signature(&lines[last].text());
    (closes && last > first_part).then_some(())?;
    let mut start = last;
    while start > first_part + 1 && may_close(&lines[start - 1]) {
        start -= 1;
    }
    Some(start)
}

/// Whether a line can belong to the closing: blank, a signature, or 特此报告。
fn may_close(line: &Line<'_>) -> bool {
    let text = line.text();
    line.is_blank()
        || (!line.ends_a_sentence() && line.number().is_none())
        || (text.ends_with("报告。") && text.chars().count() <= MAX_FORMULA_LENGTH)
}

/// Most characters of a formula that ends a report: 特此报告。
const MAX_FORMULA_LENGTH: usize = 8;

/// The letter of which `lines` are all lines, the last one its date.
fn read_letter(lines: &[Line<'_>]) -> Letter {
    let Some((date, above)) = lines.split_last() else { return Letter::default() };
    let ends_in_colon = |line: &&Line<'_>| matches!(line.trimmed().last(), Some(':' | '：'));
    Letter {
        addressee: above.iter().find(ends_in_colon).map(Line::trimmed_span),
        issuers: above
            .iter()
            .rev()
            .find(|line| !line.is_blank())
            .filter(|line| !line.ends_a_sentence())
            .map(Line::trimmed_span),
        date: Some(date.trimmed_span()),
    }
}

/// Who signs in the closing of which `lines` are all lines.
fn signature(lines: &[Line<'_>]) -> Option<Span> {
    lines
        .iter()
        .find(|line| !line.is_blank() && line.written_date().is_none() && !line.ends_a_sentence())
        .map(Line::trimmed_span)
}

/// What names of public bodies end in.
const BODIES: &[&str] = &[
    "政府",
    "委员会",
    "委",
    "局",
    "厅",
    "部",
    "署",
    "院",
    "会",
    "府",
    "办公室",
    "办",
    "处",
    "所",
    "中心",
    "站",
    "校",
    "组",
    "队",
    "公司",
    "集团",
    "银行",
];

/// Longest signature, in scalars; several bodies may sign in one line.
const MAX_SIGNATURE_LENGTH: usize = 60;

/// Whether a line is the name of a public body and nothing else: 某市司法局.
pub(super) fn is_signature(line: &str) -> bool {
    let line = line.trim();
    let is_name = |ch: char| {
        ch.is_whitespace() || ch.is_alphabetic() || matches!(ch, '（' | '）' | '(' | ')' | '·')
    };
    line.starts_with(char::is_alphabetic)
        && line.chars().count() <= MAX_SIGNATURE_LENGTH
        && line.chars().all(is_name)
        && BODIES.iter().any(|body| line.ends_with(body))
}

/// The lines that are a date and nothing else, of a day that no calendar has.
pub fn impossible_dates(chars: &[char]) -> Vec<Span> {
    split_lines(chars)
        .iter()
        .filter(|line| line.written_date().is_some() && line.date().is_none())
        .map(Line::trimmed_span)
        .collect()
}

/// Every line in the section it opens or continues.
fn read_sections(lines: &[Line<'_>], pieces: &Pieces) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut n_sentences = 0;
    for (at, line) in lines.iter().enumerate() {
        sections.extend(pieces.section_opened(at, line, &sections));
        if let Some(section) = sections.last_mut() {
            add_line(section, line, &mut n_sentences);
        }
    }
    sections
}

/// A section that begins with `line` and holds nothing yet.
fn open_section(
    line: &Line<'_>,
    id: String,
    kind: SectionKind,
    level: u8,
    number: String,
) -> Section {
    let span = Span::new(line.span.start, line.span.start);
    Section { id, kind, level, number, heading: None, span, paragraphs: Vec::new() }
}

/// A part or section with a number of its own. Ids count those before it, since numbers may be
/// misprinted.
fn open_numbered(
    line: &Line<'_>,
    kind: SectionKind,
    number: String,
    before: &[Section],
) -> Section {
    let is_part = |section: &&Section| section.level == 0 && !section.number.is_empty();
    let is_section = |section: &&Section| section.level == 1 && !section.number.is_empty();
    let n_parts = before.iter().filter(is_part).count();
    let (id, level) = if kind == SectionKind::Part {
        (format!("part-{}", n_parts + 1), 0)
    } else {
        let in_part = before.iter().rev().take_while(|section| !is_part(section));
        (format!("section-{n_parts}-{}", in_part.filter(is_section).count() + 1), 1)
    };
    let heading = sentence::first(line.trimmed());
    let kind = if heading_names_shortcomings(&heading) { SectionKind::Shortcomings } else { kind };
    open_section(line, id, kind, level, number)
}

fn speaks_of_shortcomings(text: &str) -> bool {
    ["不足", "问题", "差距", "短板", "薄弱"].iter().any(|word| text.contains(word))
        && ["存在", "清醒"].iter().any(|word| text.contains(word))
}

fn heading_names_shortcomings(heading: &str) -> bool {
    ["不足", "存在的问题", "存在问题", "短板"].iter().any(|words| heading.contains(words))
}

/// Adds a line to its section, cut into sentences. Sentences are numbered through the whole report.
fn add_line(section: &mut Section, line: &Line<'_>, n_sentences: &mut u32) {
    let is_first = section.paragraphs.is_empty();
    let mut sentences = sentence::split(line.chars, line.span.start);
    let n_bodies = sentences.iter().filter(|sentence| sentence.kind == SentenceKind::Body).count();
    let mut nth = 0;
    for sentence in &mut sentences {
        if sentence.kind == SentenceKind::Body {
            *n_sentences += 1;
            nth += 1;
            let start = (sentence.span.start - line.span.start) as usize;
            let words = &line.chars[start..start + sentence.span.len() as usize];
            sentence.kind = if heads(section, is_first && nth == 1) {
                SentenceKind::Heading
            } else if may_have_topics(section.kind) && nth < n_bodies && sentence::is_topic(words) {
                SentenceKind::Topic
            } else {
                SentenceKind::Body
            };
        }
        sentence.number = *n_sentences;
    }
    section.heading = section.heading.or_else(|| first_heading(&sentences));
    section.span.end = line.span.end;
    section.paragraphs.push(Paragraph { span: line.span, sentences });
}

/// Whether a sentence is the section's heading: the title is all heading, a numbered section's is
/// its first sentence.
fn heads(section: &Section, is_first: bool) -> bool {
    section.kind == SectionKind::Title || (is_first && !section.number.is_empty())
}

/// Whether sections of this kind have groups, each opened by a short sentence.
fn may_have_topics(kind: SectionKind) -> bool {
    matches!(kind, SectionKind::Part | SectionKind::Section | SectionKind::Shortcomings)
}

fn first_heading(sentences: &[Sentence]) -> Option<Span> {
    sentences
        .iter()
        .find(|sentence| sentence.kind == SentenceKind::Heading)
        .map(|sentence| sentence.span)
}
