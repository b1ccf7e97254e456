//! The outline of a report: which lines are letter, title, headings of four levels, shortcomings,
//! closing and attachments. It is found by marks, words and positions alone, never fails, and
//! claims nothing that is not certain; what an editor says about a line comes first.
//!
//! ```text
//! report       := letter? front? title? preamble? (heading | shortcomings | plan)* closing? attachment?
//! letter       := every line up to one that is a date alone, addressed to somebody
//! front        := what a web page had above the title
//! title        := one to three lines that end like a title (报告, 总结, 情况 …)
//! preamble     := what is left before the first heading
//! heading      := 第一部分 | 一、 | （一） | 1. | (1) | 一是 | a short line named like a heading; up to
//!                 the first stop, the rest of its line and the lines behind it are its text
//! shortcomings := a heading of the table in `wording`, or a paragraph that begins by admitting
//! plan         := the same of the year to come
//! closing      := 特此报告。, signature and date at the end
//! attachment   := 附件, 名词解释 behind it
//! ```
//!
//! A line that nothing above fits is text of the section before it: every scalar lies in exactly
//! one sentence or space.

mod date;
mod frame;
mod heading;
mod line;
mod mark;
mod paragraph;
mod year;

use crate::model::{Date, DutyKind, Letter, Section, SectionKind};
use crate::text::Span;

use super::annotation::SectionRole;
use super::{furniture, sentence, wording};

use frame::Frame;
use heading::Heading;
use line::{Line, calendar_day};
use mark::Style;
pub use paragraph::LONGEST_HEADING;
use paragraph::add_line;

pub(crate) use line::is_signature;

/// What the outline of a text says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// Sections in order.
    pub sections: Vec<Section>,
    /// Parts of the letter.
    pub letter: Letter,
    /// The title, its lines joined.
    pub title: Option<String>,
    /// Who reports.
    pub issuers: Vec<String>,
    /// The date it bears.
    pub date: Option<Date>,
    /// The year it reports on.
    pub year: Option<u16>,
}

/// What an editor says about the line at `at`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Correction {
    /// A scalar of the line.
    pub at: u32,
    /// Its level, from 1; none: as found.
    pub level: Option<u8>,
    /// What it is.
    pub role: SectionRole,
}

/// The outline of `chars`, the scalars of a report's text.
pub fn read(chars: &[char]) -> Outline {
    read_corrected(chars, None, &[])
}

/// The outline with what an editor says. `year` is the one reported on, where it is known.
pub fn read_corrected(chars: &[char], year: Option<u16>, corrections: &[Correction]) -> Outline {
    let lines = line::split(chars);
    let frame = Frame::find(&lines);
    let headings = find_headings(&lines, &frame, corrections);
    let letter_lines = frame.letter_end.map_or(&[][..], |end| &lines[..=end]);
    let closing_end = frame.attachment_start.unwrap_or(lines.len());
    let closing_lines =
        frame.closing_start.map_or(&[][..], |start| &lines[start..closing_end.max(start)]);
    let title = frame.title_words(&lines);
    let signers = [letter_lines, closing_lines].into_iter().map(frame::signers);
    let issuers = signers
        .chain(std::iter::once_with(|| {
            title.as_deref().map(frame::issuers_in_title).unwrap_or_default()
        }))
        .chain(std::iter::once_with(|| frame::issuer_in_speech(&lines).into_iter().collect()))
        .find(|issuers: &Vec<String>| !issuers.is_empty())
        .unwrap_or_default();
    let signed_date = |line: &Line<'_>| {
        let written = line.written_date().or_else(|| Some(line.signature_and_date()?.1));
        written.and_then(calendar_day)
    };
    let date = letter_lines
        .iter()
        .rev()
        .chain(closing_lines)
        .find_map(signed_date)
        .or_else(|| date::below_title(&lines, &frame.title).filter(|_| title.is_some()))
        .or_else(|| date::published(&lines));
    let found_year = year::reported(&lines, &headings, title.as_deref(), date);
    let year = year.or(found_year);
    let headed = duties_headed(&lines, &headings, year);
    let reader =
        Reader { lines: &lines, frame: &frame, headings: &headings, corrections, year, headed };
    Outline {
        sections: reader.sections(),
        letter: frame::read_letter(letter_lines),
        title,
        issuers,
        date,
        year,
    }
}

/// The lines that date a report by a day that no calendar has.
pub fn impossible_dates(chars: &[char]) -> Vec<Span> {
    let lines = line::split(chars);
    let is_impossible = |line: &&Line<'_>| {
        let written = line.written_date().or_else(|| Some(line.signature_and_date()?.1));
        written.is_some_and(|written| calendar_day(written).is_none())
    };
    lines.iter().filter(is_impossible).map(Line::trimmed_span).collect()
}

/// A heading's number, with its mark, and its words.
pub fn split_number(heading: &str) -> (&str, &str) {
    let chars: Vec<char> = heading.chars().collect();
    let length = mark::read(&chars).map_or(0, |mark| mark.len);
    let at = heading.char_indices().nth(length).map_or(heading.len(), |(at, _)| at);
    (heading[..at].trim_end(), &heading[at..])
}

fn find_headings(
    lines: &[Line<'_>],
    frame: &Frame,
    corrections: &[Correction],
) -> Vec<Option<Heading>> {
    let is_text = |at: usize| {
        correction_of(&lines[at], corrections)
            .is_some_and(|correction| correction.role == SectionRole::Text)
    };
    let mut headings = heading::find(lines, |at| {
        frame.letter_end.is_none_or(|end| at > end)
            && at >= frame.title.end
            && !frame.contents.contains(&at)
            && frame.closing_start.is_none_or(|start| at < start)
            && frame.attachment_start.is_none_or(|start| at < start)
            && !is_text(at)
    });
    for (line, heading) in lines.iter().zip(&mut headings) {
        let Some(correction) = correction_of(line, corrections) else { continue };
        if correction.role == SectionRole::Text {
            continue;
        }
        let made = heading.get_or_insert_with(|| {
            let number_len = line.mark().map_or(0, |mark| mark.number_len);
            let number = line.trimmed()[..number_len].iter().collect();
            Heading { style: Style::Unnumbered, number, level: 0 }
        });
        made.level = correction.level.map_or(made.level, |level| level.clamp(1, 4) - 1);
    }
    headings
}

fn correction_of(line: &Line<'_>, corrections: &[Correction]) -> Option<Correction> {
    let is_here = |known: &&Correction| line.span.start <= known.at && known.at < line.span.end;
    corrections.iter().find(is_here).copied()
}

/// What a heading says that its part is about.
fn duty_of(line: &Line<'_>, year: Option<u16>) -> Option<DutyKind> {
    let heading = sentence::first(line.trimmed());
    wording::duty_of_heading(split_number(&heading).1, year)
}

fn duties_headed(
    lines: &[Line<'_>],
    headings: &[Option<Heading>],
    year: Option<u16>,
) -> Vec<DutyKind> {
    let outer = lines
        .iter()
        .zip(headings)
        .filter(|(_, heading)| heading.as_ref().is_some_and(|heading| heading.level < 2));
    outer.filter_map(|(line, _)| duty_of(line, year)).collect()
}

/// All that decides to which section a line belongs.
struct Reader<'read, 'text> {
    lines: &'read [Line<'text>],
    frame: &'read Frame,
    headings: &'read [Option<Heading>],
    corrections: &'read [Correction],
    year: Option<u16>,
    /// The duties that some heading names.
    headed: Vec<DutyKind>,
}

impl Reader<'_, '_> {
    /// Every line in the section it opens or continues.
    fn sections(&self) -> Vec<Section> {
        let mut sections: Vec<Section> = Vec::new();
        let mut n_sentences = 0;
        let first_heading =
            self.headings.iter().position(Option::is_some).unwrap_or(self.lines.len());
        for (at, line) in self.lines.iter().enumerate() {
            sections.extend(self.opened(at, line, first_heading, &sections));
            if let Some(section) = sections.last_mut() {
                let is_heading = self.headings[at].is_some() || self.frame.title.contains(&at);
                add_line(section, line, is_heading, &mut n_sentences);
            }
        }
        sections
    }

    /// The section that the line at `at` opens, if it opens one; `before` are those before it.
    fn opened(
        &self,
        at: usize,
        line: &Line<'_>,
        first_heading: usize,
        before: &[Section],
    ) -> Option<Section> {
        let frame = self.frame;
        let last = before.last().map(|section| section.kind);
        let plain = |id: &str, kind: SectionKind, level: u8| {
            Some(open_section(line, id.to_string(), kind, level))
        };
        if frame.letter_end.is_some_and(|end| at <= end) {
            return plain("letter", SectionKind::Letter, 0).filter(|_| last.is_none());
        }
        if !frame.title.is_empty() && at < frame.title.start {
            return plain("front", SectionKind::Preamble, 0).filter(|_| last.is_none());
        }
        if frame.title.contains(&at) {
            return plain("title", SectionKind::Title, 0)
                .filter(|_| last != Some(SectionKind::Title));
        }
        if frame.closing_start == Some(at) {
            return plain("closing", SectionKind::Closing, 0);
        }
        if frame.attachment_start == Some(at) {
            return plain("attachment", SectionKind::Attachment, 0);
        }
        if let Some(heading) = &self.headings[at] {
            return Some(self.open_heading(line, heading, before));
        }
        if at < first_heading {
            let begins =
                last.is_none() || (!line.is_blank() && last != Some(SectionKind::Preamble));
            return plain("preamble", SectionKind::Preamble, 0).filter(|_| begins);
        }
        let is_body = !matches!(last, Some(SectionKind::Closing | SectionKind::Attachment));
        if !is_body || correction_of(line, self.corrections).is_some() {
            return None;
        }
        self.open_paragraph(at, line, before)
    }

    /// A part without a heading: a paragraph that admits what is lacking or says what comes next, or
    /// what a web page has below the text.
    fn open_paragraph(&self, at: usize, line: &Line<'_>, before: &[Section]) -> Option<Section> {
        let opening = opening(line);
        let has = |duty: DutyKind| before.iter().any(|section| section.duty == Some(duty));
        let heads = |duty: DutyKind| self.headed.contains(&duty);
        let level =
            before.last().map_or(0, |section| u8::from(section.kind != SectionKind::Preamble));
        let open = |id: &str, kind: SectionKind, duty: Option<DutyKind>| {
            Some(Section { duty, ..open_section(line, id.to_string(), kind, level) })
        };
        let is_late = |share: u32| {
            line.span.start * 100 > self.lines.last().map_or(0, |last| last.span.end) * share
        };
        if wording::admits_shortcomings(&opening)
            && !has(DutyKind::Shortcomings)
            && !has(DutyKind::Plan)
            && !heads(DutyKind::Shortcomings)
        {
            return open("shortcomings", SectionKind::Shortcomings, Some(DutyKind::Shortcomings));
        }
        if wording::opens_plan(&opening)
            && is_late(70)
            && !has(DutyKind::Plan)
            && !heads(DutyKind::Plan)
        {
            return open("plan", SectionKind::Section, Some(DutyKind::Plan));
        }
        const MOST_BELOW: usize = 40;
        let is_below = at > 0
            && is_late(90)
            && at + MOST_BELOW >= self.lines.len()
            && furniture::is_furniture(&line.text())
            && self.lines[at..].iter().all(|line| {
                line.is_blank() || !line.ends_a_sentence() || furniture::is_furniture(&line.text())
            });
        is_below.then(|| open_section(line, "closing".to_string(), SectionKind::Closing, 0))
    }

    /// A section with a heading. Ids count those before it, since numbers may be misprinted.
    fn open_heading(&self, line: &Line<'_>, heading: &Heading, before: &[Section]) -> Section {
        let correction = correction_of(line, self.corrections);
        let inside = before.iter().rev().find(|section| section.level < heading.level);
        let is_covered = inside.is_some_and(|section| section.duty.is_some());
        let found = duty_of(line, self.year).filter(|_| heading.level < 2 && !is_covered);
        let (kind, duty) = match correction.map(|correction| correction.role) {
            Some(role) => role.kind_and_duty(heading.level),
            None => (SectionKind::Part, found),
        };
        let kind = match (kind, duty) {
            (SectionKind::Part | SectionKind::Section, Some(DutyKind::Shortcomings)) => {
                SectionKind::Shortcomings
            }
            (SectionKind::Part | SectionKind::Section, _) if heading.level == 0 => {
                SectionKind::Part
            }
            (SectionKind::Part | SectionKind::Section, _) => SectionKind::Section,
            (kind, _) => kind,
        };
        Section {
            number: heading.number.clone(),
            duty,
            ..open_section(line, id_of(heading.level, before), kind, heading.level)
        }
    }
}

/// `part-2`, `section-2-3`, `section-2-3-1`: the counts of headings down to this one.
fn id_of(level: u8, before: &[Section]) -> String {
    let counted =
        |section: &&Section| section.id.starts_with("part-") || section.id.starts_with("section-");
    let mut counts = vec![0; usize::from(level) + 1];
    let mut wanted = level;
    for section in before.iter().rev().filter(counted) {
        if section.level <= wanted {
            // A level that is left out on the way counts as none.
            wanted = section.level;
            counts[usize::from(wanted)] += 1;
        }
    }
    counts[usize::from(level)] += 1;
    if level == 0 {
        return format!("part-{}", counts[0]);
    }
    let written: Vec<String> = counts.iter().map(u32::to_string).collect();
    format!("section-{}", written.join("-"))
}

/// A section that begins with `line` and holds nothing yet.
fn open_section(line: &Line<'_>, id: String, kind: SectionKind, level: u8) -> Section {
    let span = Span::new(line.span.start, line.span.start);
    let (number, heading, duty) = (String::new(), None, None);
    Section { id, kind, duty, level, number, heading, span, paragraphs: Vec::new() }
}

/// The first sentences of a line, as far as they tell what it is about.
fn opening(line: &Line<'_>) -> String {
    const LENGTH: usize = 90;
    line.trimmed().iter().take(LENGTH).collect()
}
