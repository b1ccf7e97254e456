//! What the report is called, who reports and when, and what each of its lines is.

use std::ops::RangeInclusive;

use yew::prelude::*;

use super::change_by_words;
use crate::app::browser;
use crate::desk::edit::set_section;
use crate::desk::state::{Act, Desk};
use crate::ingest::annotation::SectionRole;
use crate::model::{Date, DutyKind, Report, Section, SectionKind};
use crate::text::Span;
use crate::words::{DESK as WORDS, WORDS as COMMON};

const ROLES: [SectionRole; 10] = [
    SectionRole::Part,
    SectionRole::Section,
    SectionRole::Measures,
    SectionRole::Shortcomings,
    SectionRole::Leadership,
    SectionRole::Plan,
    SectionRole::Other,
    SectionRole::Closing,
    SectionRole::Attachment,
    SectionRole::Text,
];

/// Years that a report can be of.
const YEARS: RangeInclusive<u16> = 1978..=2099;

pub(super) fn sections(desk: &UseReducerHandle<Desk>, report: &Report) -> Html {
    let title = change_by_words(desk, |annotations, words| {
        annotations.title = Some(words).filter(|words| !words.is_empty());
    });
    let issuers = change_by_words(desk, |annotations, words| {
        let names = words.split(['、', '，', ' ', '　', ',']).filter(|name| !name.is_empty());
        let names: Vec<String> = names.map(str::to_string).collect();
        annotations.issuers = Some(names).filter(|names| !names.is_empty());
    });
    let date =
        change_by_words(desk, |annotations, words| annotations.date = Date::try_from(words).ok());
    let year = {
        let desk = desk.clone();
        browser::entered_text(Callback::from(move |words: String| {
            let year = words.trim().parse().ok().filter(|year| YEARS.contains(year));
            let changed = year.and_then(|year| desk.work.as_ref()?.with_year(desk.year, year));
            desk.dispatch(match changed {
                Some(work) => Act::Change(work),
                None => Act::Fail(WORDS.year_not_taken.to_string().into()),
            });
        }))
    };
    let shown_date = report.date.map(|date| date.to_string()).unwrap_or_default();
    html! {
        <div class="desk-sections">
            <h2>{ WORDS.aspect_title }</h2>
            <label class="desk-field"><span>{ WORDS.title }</span><input value={report.title.trim_end_matches(COMMON.punctuation.unchecked_title).to_string()} onchange={title} /></label>
            <label class="desk-field"><span>{ WORDS.year_reported }</span><input type="number" inputmode="numeric" min={YEARS.start().to_string()} max={YEARS.end().to_string()} value={report.year.to_string()} onchange={year} /></label>
            <label class="desk-field"><span>{ WORDS.issuers }</span><input value={report.issuers.join(WORDS.list)} onchange={issuers} /></label>
            <label class="desk-field"><span>{ WORDS.date }</span><input type="date" value={shown_date} onchange={date} /></label>
            <h2>{ WORDS.aspect_sections }</h2>
            <p class="quiet">{ WORDS.sections_hint }</p>
            <table class="desk-lines">{ for lines(report).into_iter().map(|line| row(desk, report, line)) }</table>
        </div>
    }
}

/// A line that is a heading, or might be one.
struct Line<'report> {
    span: Span,
    section: Option<&'report Section>,
}

/// The headings, and every short line: one of those may be a heading that was not found.
fn lines(report: &Report) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    for section in &report.sections {
        for paragraph in &section.paragraphs {
            let heading = section.heading.filter(|heading| paragraph.span.contains(*heading));
            let n_chars = report.slice(paragraph.span).trim().chars().count();
            if heading.is_some() || (1..=LONGEST_HEADING).contains(&n_chars) {
                lines.push(Line {
                    span: heading.unwrap_or(paragraph.span),
                    section: heading.map(|_| section),
                });
            }
        }
    }
    lines
}

/// Most characters of a line that may be a heading.
const LONGEST_HEADING: usize = 40;

fn row(desk: &UseReducerHandle<Desk>, report: &Report, Line { span, section }: Line<'_>) -> Html {
    let role = section.map_or(SectionRole::Text, role_of);
    let level = section.map_or(1, |section| section.level + 1);
    let set = move |desk: &UseReducerHandle<Desk>, role: SectionRole, level: u8| {
        let Some(looked) = desk.looked.clone() else { return };
        let work = desk.changed(|annotations| {
            set_section(
                &looked.report,
                annotations,
                span,
                role,
                Some(level).filter(|_| role != SectionRole::Text),
            );
        });
        if let Some(work) = work {
            desk.dispatch(Act::Change(work));
        }
    };
    let choose_role = {
        let desk = desk.clone();
        browser::selected_value(Callback::from(move |chosen: String| {
            if let Some(role) = ROLES.into_iter().find(|role| name(*role) == chosen) {
                set(&desk, role, level);
            }
        }))
    };
    let choose_level = {
        let desk = desk.clone();
        browser::selected_value(Callback::from(move |chosen: String| {
            let level = chosen.parse().unwrap_or(level);
            let role = if role == SectionRole::Text { SectionRole::Section } else { role };
            set(&desk, role, level);
        }))
    };
    let option = |known: &SectionRole| {
        html! { <option value={name(*known)} selected={*known == role}>{ name(*known) }</option> }
    };
    let level_option = |known: u8| {
        html! { <option value={known.to_string()} selected={known == level}>{ known }</option> }
    };
    let words = report.slice(span).trim().to_string();
    html! {
        <tr class={classes!(section.is_some().then_some("is-heading"), format!("level-{}", level - 1))}>
            <td>{ &words }</td>
            <td><select aria-label={(WORDS.kind_of)(&words)} onchange={choose_role}>{ for ROLES.iter().map(option) }</select></td>
            <td>
                if section.is_some() {
                    <select aria-label={(WORDS.level_of)(&words)} onchange={choose_level}>{ for (1..=4).map(level_option) }</select>
                }
            </td>
        </tr>
    }
}

fn role_of(section: &Section) -> SectionRole {
    match (section.kind, section.duty) {
        (SectionKind::Closing, _) => SectionRole::Closing,
        (SectionKind::Attachment, _) => SectionRole::Attachment,
        (SectionKind::Shortcomings, _) | (_, Some(DutyKind::Shortcomings)) => {
            SectionRole::Shortcomings
        }
        (_, Some(DutyKind::Plan)) => SectionRole::Plan,
        (_, Some(DutyKind::Leadership)) => SectionRole::Leadership,
        (_, Some(DutyKind::Other)) => SectionRole::Other,
        (_, Some(DutyKind::Measures)) => SectionRole::Measures,
        (SectionKind::Part, None) => SectionRole::Part,
        (_, None) => SectionRole::Section,
    }
}

fn name(role: SectionRole) -> &'static str {
    let at = ROLES.iter().position(|known| *known == role).unwrap_or(0);
    WORDS.roles[at]
}
