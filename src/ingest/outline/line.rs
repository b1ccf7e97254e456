//! The lines of a text. A whole report on one line is cut before and behind its headings and before
//! its signature, so that all else sees lines.

use crate::model::Date;
use crate::number::numeral;
use crate::text::Span;

use super::super::sentence;
use super::mark::{self, Mark, Style};

/// A line of the text, its line break included, or a piece of a very long one.
pub(super) struct Line<'text> {
    pub span: Span,
    pub chars: &'text [char],
}

impl<'text> Line<'text> {
    /// Its scalars without the white space around them.
    pub(super) fn trimmed(&self) -> &'text [char] {
        let start =
            self.chars.iter().position(|ch| !ch.is_whitespace()).unwrap_or(self.chars.len());
        let end = self.chars.iter().rposition(|ch| !ch.is_whitespace()).map_or(start, |at| at + 1);
        &self.chars[start..end]
    }

    /// Where [`Line::trimmed`] stands.
    pub(super) fn trimmed_span(&self) -> Span {
        let lead = self.chars.iter().take_while(|ch| ch.is_whitespace()).count() as u32;
        Span::new(self.span.start + lead, self.span.start + lead + self.trimmed().len() as u32)
    }

    pub(super) fn text(&self) -> String {
        self.trimmed().iter().collect()
    }

    pub(super) fn is_blank(&self) -> bool {
        self.trimmed().is_empty()
    }

    /// Whether it ends as sentences do, closing quotes and brackets left aside.
    pub(super) fn ends_a_sentence(&self) -> bool {
        self.trimmed()
            .iter()
            .rev()
            .find(|ch| !sentence::is_closer(**ch))
            .is_some_and(|ch| sentence::is_stop(*ch) || matches!(ch, ':' | '：' | ';' | '；'))
    }

    /// The number at its head.
    pub(super) fn mark(&self) -> Option<Mark> {
        mark::read(self.trimmed())
    }

    /// The date, if the line is nothing else, brackets left aside, and the calendar has that day.
    pub(super) fn date(&self) -> Option<Date> {
        self.written_date().and_then(calendar_day)
    }

    /// Year, month and day as written, if the line is nothing else.
    pub(super) fn written_date(&self) -> Option<WrittenDate> {
        let text = self.text();
        written_date(text.trim_matches(['（', '）', '(', ')', '　', ' ']))
    }

    /// Who signs and when, where both stand in one line.
    pub(super) fn signature_and_date(&self) -> Option<(Span, WrittenDate)> {
        const LONGEST: usize = 80;
        let line = self.trimmed();
        if line.len() > LONGEST {
            return None;
        }
        let gap = line.iter().rposition(|ch| ch.is_whitespace())?;
        let written: String = line[gap + 1..].iter().collect();
        let date = written_date(&written)?;
        let signer: String = line[..gap].iter().collect();
        let start = self.trimmed_span().start;
        names_an_issuer(signer.trim())
            .then(|| (Span::new(start, start + signer.trim_end().chars().count() as u32), date))
    }
}

/// Year, month and day.
pub(super) type WrittenDate = [u16; 3];

/// The day, if the calendar has it.
pub(super) fn calendar_day([year, month, day]: WrittenDate) -> Option<Date> {
    Date::try_from(format!("{year:04}-{month:02}-{day:02}")).ok()
}

/// 2021年2月3日 or 二〇二一年二月三日.
pub(super) fn written_date(written: &str) -> Option<WrittenDate> {
    let (year, rest) = written.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let day = rest.strip_suffix('日')?;
    let read = |written: &str| -> Option<u16> {
        let plain =
            |ch: char| if matches!(ch, '○' | 'О' | 'O' | '0' | '零') { '〇' } else { ch };
        let chars: Vec<char> = written.trim().chars().collect();
        let is_arabic = chars.first().is_some_and(|ch| ch.is_ascii_digit());
        let chars: Vec<char> =
            if is_arabic { chars } else { chars.into_iter().map(plain).collect() };
        let numeral = numeral::read(&chars, 0).filter(|numeral| numeral.end == chars.len())?;
        Some(numeral.value as u16)
    };
    Some([read(year)?, read(month)?, read(day)?])
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

/// Whether words end as the names of those who report do.
pub(super) fn names_an_issuer(words: &str) -> bool {
    let plain =
        words.trim_end_matches(|ch: char| matches!(ch, '）' | ')' | '章') || ch.is_whitespace());
    BODIES.iter().any(|body| plain.ends_with(body)) && !words.contains(['。', '，', '；'])
}

/// Whether a line is the name of a public body and nothing else: 某市司法局.
pub(crate) fn is_signature(line: &str) -> bool {
    /// In scalars; several bodies may sign in one line.
    const LONGEST: usize = 60;
    let line = line.trim();
    let is_name = |ch: char| {
        ch.is_whitespace() || ch.is_alphabetic() || matches!(ch, '（' | '）' | '(' | ')' | '·')
    };
    line.starts_with(char::is_alphabetic)
        && line.chars().count() <= LONGEST
        && line.chars().all(is_name)
        && names_an_issuer(line)
}

/// The lines of a text, very long ones cut.
pub(super) fn split(chars: &[char]) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in chars.split_inclusive(|ch| *ch == '\n') {
        let mut from = 0;
        for cut in cuts(line).into_iter().chain([line.len()]) {
            if cut > from {
                let span = Span::new((start + from) as u32, (start + cut) as u32);
                lines.push(Line { span, chars: &line[from..cut] });
                from = cut;
            }
        }
        start += line.len();
    }
    lines
}

/// Shortest line that can hold a whole report.
const WHOLE_TEXT: usize = 800;

/// Longest heading inside a line.
const HEADING: usize = 70;

/// Where a line is cut that holds a whole report: at 一、, 二、 … one after the other.
fn cuts(line: &[char]) -> Vec<usize> {
    if line.len() < WHOLE_TEXT {
        return Vec::new();
    }
    let mut cuts = Vec::new();
    let (mut part, mut section, mut item) = (0, 0, 0);
    let mut open_heading = None;
    for at in 0..line.len() {
        let before = at.checked_sub(1).map(|at| line[at]);
        let is_apart = before.is_none_or(|ch| {
            ch.is_whitespace() || sentence::is_stop(ch) || sentence::is_closer(ch)
        });
        let in_heading = open_heading.is_some_and(|start| at - start <= HEADING);
        let opens_a_bracket = matches!(line[at], '（' | '(');
        if !(is_apart || (in_heading && opens_a_bracket)) {
            continue;
        }
        let found = mark::read(&line[at..]).filter(|found| match found.style {
            Style::Part => is_apart && found.number == part + 1,
            Style::Section => {
                before != Some('第')
                    && part > 0
                    && (found.number == 1 || (section..=section + 2).contains(&found.number))
                    && found.number > 0
            }
            Style::Item => is_apart && part > 0 && (found.number == 1 || found.number == item + 1),
            _ => false,
        });
        // What comes next is often the last paragraph, without a heading.
        let is_late = at * 10 > line.len() * 7;
        if is_apart && is_late && line[at..].starts_with(&['下', '一', '步']) {
            cuts.push(at);
        }
        if let Some(found) = found {
            cuts.push(at);
            open_heading = None;
            match found.style {
                Style::Part => {
                    (part, section, item) = (found.number, 0, 0);
                    open_heading = Some(at);
                }
                Style::Section => {
                    (section, item) = (found.number, 0);
                    open_heading = Some(at);
                }
                _ => item = found.number,
            }
        } else if in_heading && before.is_some_and(char::is_whitespace) {
            // 一、总体情况 2022年…: the heading ends at the space.
            let start = open_heading.unwrap_or(at);
            let has_words =
                mark::read(&line[start..]).is_some_and(|mark| at > start + mark.len + 1);
            let has_stop = line[start..at].iter().any(|ch| sentence::is_stop(*ch));
            if has_words && !has_stop {
                cuts.push(at);
            }
            if has_words {
                open_heading = None;
            }
        }
    }
    if part < 2 {
        return Vec::new();
    }
    cuts.extend(signature_cuts(line));
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

/// Before and behind a signature with its date at the end of a whole text, and before what sites
/// put there.
fn signature_cuts(line: &[char]) -> Vec<usize> {
    const TAIL: usize = 200;
    let from = line.len().saturating_sub(TAIL);
    let mut words: Vec<(usize, String)> = Vec::new();
    let mut start = None;
    for at in from..=line.len() {
        let is_gap = line.get(at).is_none_or(|ch| ch.is_whitespace());
        match (start, is_gap) {
            (None, false) => start = Some(at),
            (Some(begin), true) => {
                words.push((begin, line[begin..at].iter().collect()));
                start = None;
            }
            _ => {}
        }
    }
    let mut cuts = Vec::new();
    for (at, (begin, word)) in words.iter().enumerate() {
        let is_signer = |word: &str| names_an_issuer(word) && word.chars().count() <= 40;
        if written_date(word).is_some() && at > 0 && is_signer(&words[at - 1].1) {
            cuts.extend([words[at - 1].0, *begin]);
            cuts.extend(words.get(at + 1).map(|(next, _)| *next));
        } else if ["来源：", "附件下载", "附件："].iter().any(|opening| word.starts_with(opening))
        {
            cuts.push(*begin);
        }
    }
    cuts
}
