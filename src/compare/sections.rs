//! Which sections of a report speak of what is to come, and which of several years together: what stands
//! in them is beside nothing that was done in one year.

use crate::model::{DutyKind, Report, Section};

/// Words of headings and sentences over several years.
pub(super) const OF_YEARS: [&str; 10] =
    ["累计", "本届", "新一届", "五年", "四年", "三年", "年来", "十三五", "十四五", "任期"];

/// Ids of sections of a kind, those below their headings included.
pub(super) struct Sections<'report> {
    /// They speak of what is to come.
    pub(super) planned: Vec<&'report str>,
    /// They speak of several years.
    pub(super) of_years: Vec<&'report str>,
}

impl<'report> Sections<'report> {
    pub(super) fn of(report: &'report Report) -> Self {
        let plan = report.duties.iter().filter(|duty| duty.kind == DutyKind::Plan);
        let heads: Vec<&str> = plan
            .flat_map(|duty| &duty.sentences)
            .filter_map(|number| report.sentence(*number))
            .map(|(section, _)| section.id.as_str())
            .collect();
        let is_of_years = |section: &Section| {
            let heading = section.heading.map_or("", |heading| report.slice(heading));
            OF_YEARS.iter().any(|word| heading.contains(word))
        };
        Self {
            planned: below(report, |section| heads.contains(&section.id.as_str())),
            of_years: below(report, is_of_years),
        }
    }
}

/// The sections that `is_head` is true of, and all below them.
fn below(report: &Report, is_head: impl Fn(&Section) -> bool) -> Vec<&str> {
    // The level of the heading that what follows stands below.
    let mut level = None;
    let mut found = Vec::new();
    for section in &report.sections {
        if level.is_some_and(|level| section.level <= level) {
            level = None;
        }
        if level.is_none() && is_head(section) {
            level = Some(section.level);
        }
        if level.is_some() {
            found.push(section.id.as_str());
        }
    }
    found
}
