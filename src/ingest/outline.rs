//! The outline of a report: which lines are letter, title, parts, sections, shortcomings, closing.
//!
//! ```text
//! report  := letter? title? preamble? part* closing?
//! letter  := every line up to one that is a date alone, if a numbered part comes after it
//! title   := the first line behind the letter, if it ends without a stop
//! part    := "一、" heading, then lines and sections
//! section := "(一)" heading, up to the first stop; then the rest of the line and lines without a number
//! short-
//! comings := a line without number that speaks of what is lacking, or a heading that does
//! closing := 特此报告。, signature and date at the end
//! ```
//!
//! Brackets and digits of both widths, and indents, are the same to it. Whatever it does not know
//! stays text of the section it stands in: every scalar lies in exactly one sentence or space.

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

/// A line with its scalars.
struct Line<'text> {
    span: Span,
    chars: &'text [char],
}

impl Line<'_> {
    fn trimmed(&self) -> &[char] {
        let start =
            self.chars.iter().position(|ch| !ch.is_whitespace()).unwrap_or(self.chars.len());
        let end = self.chars.iter().rposition(|ch| !ch.is_whitespace()).map_or(start, |at| at + 1);
        &self.chars[start..end]
    }

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

    fn ends_a_sentence(&self) -> bool {
        self.trimmed()
            .iter()
            .rev()
            .find(|ch| !sentence::is_closer(**ch))
            .is_some_and(|ch| sentence::is_stop(*ch) || matches!(ch, ':' | '：' | ';' | '；'))
    }

    /// The number at its head: `一、` or `(一)`.
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

    /// The date, if the line is nothing else.
    fn date(&self) -> Option<Date> {
        let text = self.text();
        let (year, rest) = text.split_once('年')?;
        let (month, rest) = rest.split_once('月')?;
        let day = rest.strip_suffix('日')?;
        let number = |written: &str| -> Option<u16> {
            let chars: Vec<char> = written.trim().chars().collect();
            let numeral = numeral::read(&chars, 0).filter(|numeral| numeral.end == chars.len())?;
            Some(numeral.value as u16)
        };
        Date::try_from(format!("{:04}-{:02}-{:02}", number(year)?, number(month)?, number(day)?))
            .ok()
    }
}

fn lacks(text: &str) -> bool {
    ["不足", "问题", "差距", "短板", "薄弱"].iter().any(|word| text.contains(word))
        && ["存在", "清醒"].iter().any(|word| text.contains(word))
}

fn heading_lacks(text: &str) -> bool {
    text.contains("不足")
        || text.contains("存在的问题")
        || text.contains("存在问题")
        || text.contains("短板")
}

/// The outline of `chars`, the scalars of a report's text. Never fails.
pub fn read(chars: &[char]) -> Outline {
    let lines = split_lines(chars);
    let mut outline = Outline::default();
    let first_part = lines.iter().position(|line| line.number().is_some()).unwrap_or(lines.len());
    let letter_end = lines[..first_part]
        .iter()
        .rposition(|line| line.date().is_some())
        .filter(|_| first_part < lines.len());
    let body_start = letter_end.map_or(0, |at| at + 1);
    let title_at = (body_start..first_part)
        .find(|at| !lines[*at].is_blank())
        .filter(|at| !lines[*at].ends_a_sentence());
    let closing_at = closing_start(&lines, first_part);

    if let Some(end) = letter_end {
        outline.letter.addressee = lines[..end]
            .iter()
            .find(|line| matches!(line.trimmed().last(), Some(':' | '：')))
            .map(Line::trimmed_span);
        outline.letter.date = Some(lines[end].trimmed_span());
        outline.letter.issuers = lines[..end]
            .iter()
            .rev()
            .find(|line| !line.is_blank())
            .filter(|line| !line.ends_a_sentence())
            .map(Line::trimmed_span);
        outline.date = lines[end].date();
        outline.issuers = outline.letter.issuers;
    }
    if let Some(at) = closing_at {
        outline.date = outline.date.or_else(|| lines[at..].iter().find_map(Line::date));
        outline.issuers = outline.issuers.or_else(|| {
            lines[at..]
                .iter()
                .find(|line| !line.is_blank() && line.date().is_none() && !line.ends_a_sentence())
                .map(Line::trimmed_span)
        });
    }
    outline.title = title_at.map(|at| lines[at].trimmed_span());

    let (mut n_parts, mut n_sections, mut n_sentences) = (0, 0, 0);
    for (at, line) in lines.iter().enumerate() {
        let begins = if letter_end.is_some_and(|end| at <= end) {
            (at == 0).then(|| ("letter".to_string(), SectionKind::Letter, 0, String::new()))
        } else if Some(at) == title_at {
            Some(("title".to_string(), SectionKind::Title, 0, String::new()))
        } else if at < first_part {
            let fresh = !line.is_blank()
                && !outline.sections.last().is_some_and(|last| last.kind == SectionKind::Preamble);
            fresh.then(|| ("preamble".to_string(), SectionKind::Preamble, 0, String::new()))
        } else if Some(at) == closing_at {
            Some(("closing".to_string(), SectionKind::Closing, 0, String::new()))
        } else if let Some((kind, number)) = line.number() {
            let (id, level) = if kind == SectionKind::Part {
                (n_parts, n_sections) = (n_parts + 1, 0);
                (format!("part-{n_parts}"), 0)
            } else {
                n_sections += 1;
                (format!("section-{n_parts}-{n_sections}"), 1)
            };
            let kind = if heading_lacks(&sentence::first(line.trimmed())) {
                SectionKind::Shortcomings
            } else {
                kind
            };
            Some((id, kind, level, number))
        } else if closing_at.is_none_or(|closing| at < closing)
            && lacks(&line.text())
            && !outline.sections.iter().any(|known| known.kind == SectionKind::Shortcomings)
        {
            Some(("shortcomings".to_string(), SectionKind::Shortcomings, 1, String::new()))
        } else {
            None
        };
        if begins.is_some() || outline.sections.is_empty() {
            let (id, kind, level, number) =
                begins.unwrap_or(("preamble".to_string(), SectionKind::Preamble, 0, String::new()));
            outline.sections.push(Section {
                id,
                kind,
                level,
                number,
                heading: None,
                span: Span::new(line.span.start, line.span.start),
                paragraphs: Vec::new(),
            });
        }
        let Some(section) = outline.sections.last_mut() else { continue };
        let is_heading = section.paragraphs.is_empty() && !section.number.is_empty();
        let sentences = split_line(line, section.kind, is_heading, &mut n_sentences);
        if is_heading || section.kind == SectionKind::Title {
            section.heading = section.heading.or_else(|| {
                sentences
                    .iter()
                    .find(|sentence| sentence.kind == SentenceKind::Heading)
                    .map(|sentence| sentence.span)
            });
        }
        section.span.end = line.span.end;
        section.paragraphs.push(Paragraph { span: line.span, sentences });
    }
    outline
}

fn split_lines(chars: &[char]) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for piece in chars.split_inclusive(|ch| *ch == '\n') {
        let end = start + piece.len();
        lines.push(Line { span: Span::new(start as u32, end as u32), chars: piece });
        start = end;
    }
    lines
}

/// The line at which the closing begins: a date near the end, its signature, and 特此报告 before.
fn closing_start(lines: &[Line<'_>], first_part: usize) -> Option<usize> {
    let last = lines.iter().rposition(|line| !line.is_blank())?;
    lines[last].date().filter(|_| last > first_part)?;
    let mut start = last;
    while start > first_part + 1 {
        let line = &lines[start - 1];
        let text = line.text();
        let closes = line.is_blank()
            || (!line.ends_a_sentence() && line.number().is_none())
            || (text.ends_with("报告。") && text.chars().count() <= 8);
        if !closes {
            break;
        }
        start -= 1;
    }
    Some(start)
}

fn split_line(
    line: &Line<'_>,
    kind: SectionKind,
    is_heading: bool,
    n_sentences: &mut u32,
) -> Vec<Sentence> {
    let mut sentences = sentence::split(line.chars, line.span.start);
    let may_have_topics =
        matches!(kind, SectionKind::Part | SectionKind::Section | SectionKind::Shortcomings);
    let n_spoken = sentences.iter().filter(|sentence| sentence.kind == SentenceKind::Body).count();
    let mut nth = 0;
    for sentence in &mut sentences {
        if sentence.kind == SentenceKind::Body {
            *n_sentences += 1;
            nth += 1;
            let from = (sentence.span.start - line.span.start) as usize;
            let words = &line.chars[from..from + sentence.span.len() as usize];
            if (is_heading && nth == 1) || kind == SectionKind::Title {
                sentence.kind = SentenceKind::Heading;
            } else if may_have_topics && nth < n_spoken && sentence::is_topic(words) {
                sentence.kind = SentenceKind::Topic;
            }
        }
        sentence.number = *n_sentences;
    }
    sentences
}
