//! Which year a report is of, by its headings, its title, its date and what a speech says.

use crate::model::{Date, DutyKind};

use super::super::{sentence, wording, year_words};
use super::heading::Heading;
use super::line::Line;

/// The year reported on: that of a heading that looks back, the one that a speech says has just gone by,
/// that of the title, the one before that of a heading over what is to come, or the one before the date.
pub(super) fn reported(
    lines: &[Line<'_>],
    headings: &[Option<Heading>],
    title: Option<&str>,
    date: Option<Date>,
) -> Option<u16> {
    const LOOKS_BACK: &[&str] = &["回顾", "成效", "总结", "工作情况", "主要情况", "基本情况"];
    const FIRST_MONTHS: u8 = 6;
    // Within these a speech says of which year it is.
    const PASSAGES: usize = 60;
    let of_heading = lines
        .iter()
        .zip(headings)
        .filter(|(_, heading)| heading.as_ref().is_some_and(|heading| heading.level == 0));
    let looks_back =
        of_heading.map(|(line, _)| sentence::first(line.trimmed())).find_map(|words| {
            let looks_back = LOOKS_BACK.iter().any(|word| words.contains(word));
            year_words::years_in(&words).first().copied().filter(|_| looks_back)
        });
    let just_gone = || {
        let words = lines.iter().filter(|line| !line.is_blank()).map(Line::text);
        words.take(PASSAGES).find_map(|words| year_words::year_just_gone(&words))
    };
    let before_planned = || {
        let headings = lines.iter().zip(headings).filter(|(_, heading)| heading.is_some());
        headings.map(|(line, _)| sentence::first(line.trimmed())).find_map(|words| {
            let planned = year_words::years_in(&words).first().copied()?;
            wording::duty_of_heading(&words, Some(planned - 1))
                .filter(|duty| *duty == DutyKind::Plan)
                .map(|_| planned - 1)
        })
    };
    let of_title = || year_words::years_in(title?).first().copied();
    // A 政府工作报告 has the year it is given in.
    let is_given_in = title.is_some_and(|title| title.ends_with("政府工作报告"));
    looks_back
        .or_else(just_gone)
        .or_else(|| of_title().filter(|_| !is_given_in))
        .or_else(before_planned)
        .or_else(of_title)
        .or_else(|| date.map(|date| date.year - u16::from(date.month <= FIRST_MONTHS)))
}
