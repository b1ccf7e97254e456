//! What the report is called, who reports and when, and what each of its lines is.

use std::ops::RangeInclusive;

use yew::prelude::*;

use super::{ViewProps, change_by_words};
use crate::app::browser;
use crate::desk::edit::{rename_topic, set_section};
use crate::desk::state::{Act, Desk};
use crate::ingest::annotation::SectionRole;
use crate::model::{Date, DutyKind, Report, Section, SectionKind, SentenceKind};
use crate::text::{Span, excerpt};
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

#[component]
pub(super) fn Sections(ViewProps { desk, .. }: &ViewProps) -> Html {
    let desk = &desk.0;
    let shows_long = use_state(|| false);
    let Some(looked) = desk.looked.clone() else { return Html::default() };
    let report = &*looked.report;
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
    let lines = lines(report);
    let n_long = lines.iter().filter(|line| line.is_long).count();
    let lines: Vec<Line<'_>> =
        lines.into_iter().filter(|line| *shows_long || !line.is_long).collect();
    let show_long = {
        let shows_long = shows_long.clone();
        Callback::from(move |_: MouseEvent| shows_long.set(!*shows_long))
    };
    let topic = |topic: &str| {
        let old = topic.to_string();
        let enter = change_by_words(desk, move |annotations, words| {
            rename_topic(annotations, &old, &words);
        });
        let n_figures = report.figures.iter().filter(|figure| figure.topic == topic).count();
        html! {
            <label class="desk-field" key={topic.to_string()}>
                <span>{ (WORDS.n_figures)(n_figures) }</span>
                <input value={topic.to_string()} onchange={enter} />
            </label>
        }
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
            if n_long > 0 {
                <p><label class="tick"><input type="checkbox" checked={*shows_long} onclick={show_long} />{ (WORDS.long_lines)(n_long) }</label></p>
            }
            <table class="desk-lines">
                <thead><tr><th>{ WORDS.line }</th><th>{ WORDS.kind }</th><th>{ WORDS.level }</th></tr></thead>
                <tbody>{ for lines.into_iter().map(|line| row(desk, report, line)) }</tbody>
            </table>
            <h2>{ WORDS.topics }</h2>
            <p class="quiet">{ WORDS.topics_hint }</p>
            <div class="desk-fields">{ for report.topics().into_iter().map(topic) }</div>
        </div>
    }
}

/// A line that is a heading, or might be one.
struct Line<'report> {
    span: Span,
    section: Option<&'report Section>,
    /// Whether it can hardly be a heading.
    is_long: bool,
}

/// The headings, what begins a section without one, and every other line: a short one may be a heading that
/// was not found, and any may begin a part.
fn lines(report: &Report) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    // The title has a field of its own, and a letter is one by its place.
    let is_told =
        |section: &&Section| !matches!(section.kind, SectionKind::Title | SectionKind::Letter);
    for section in report.sections.iter().filter(is_told) {
        for (at, paragraph) in section.paragraphs.iter().enumerate() {
            let heading = section.heading.filter(|heading| paragraph.span.contains(*heading));
            let begins = heading.is_some()
                || (at == 0
                    && section.heading.is_none()
                    && role_of(section) != SectionRole::Section);
            let n_chars = report.slice(paragraph.span).trim().chars().count();
            if n_chars == 0 {
                continue;
            }
            let is_long = n_chars > LONGEST_HEADING;
            let first = paragraph.sentences.iter().find(|known| known.kind != SentenceKind::Space);
            let opening = first.filter(|_| is_long).map(|sentence| sentence.span);
            lines.push(Line {
                span: heading.or(opening).unwrap_or(paragraph.span),
                section: begins.then_some(section),
                is_long: is_long && !begins,
            });
        }
    }
    lines
}

/// Most characters shown of a line.
const SHOWN: usize = 60;
/// Most characters of a line that may be a heading.
const LONGEST_HEADING: usize = 40;

fn row(
    desk: &UseReducerHandle<Desk>,
    report: &Report,
    Line { span, section, .. }: Line<'_>,
) -> Html {
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
    let words = excerpt(report.slice(span).trim(), SHOWN, COMMON.punctuation.ellipsis);
    html! {
        <tr key={span.start} class={classes!(section.is_some().then_some("is-heading"), format!("level-{}", level - 1))}>
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
