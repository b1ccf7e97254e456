//! The list of sections around the text; it follows the reading.

use yew::prelude::*;

use crate::app::ReportRef;
use crate::app::hooks::use_reading_position::use_reading_position;
use crate::model::{Report, Section};
use crate::words::WORDS;

/// A section's heading, or its name where it has none.
pub(in crate::app) fn heading(report: &Report, section: &Section) -> String {
    match section.heading {
        Some(span) => report.slice(span).trim_end_matches('。').to_string(),
        None => report.section_name(section),
    }
}

/// A heading without its number, where a list or the section's name has it.
pub(in crate::app) fn bare_heading(report: &Report, section: &Section) -> String {
    heading(report, section)
        .trim_start_matches(section.number.as_str())
        .trim_start_matches('、')
        .to_string()
}

#[derive(Clone, PartialEq, Properties)]
pub(in crate::app) struct ContentsProps {
    pub report: ReportRef,
    /// The text.
    pub children: Html,
}

#[component]
pub(in crate::app) fn Contents(ContentsProps { report, children }: &ContentsProps) -> Html {
    let ReportRef(report) = *report;
    let sections = &report.sections;
    let reached = use_reading_position(sections.iter().map(|section| section.id.clone()).collect());
    let link = |(at, section): (usize, &Section)| {
        let current = (reached == at).then_some("location");
        html! {
            <li class={format!("level-{}", section.level)}>
                <a href={format!("#{}", section.id)} aria-current={current}>{ short_heading(report, section) }</a>
            </li>
        }
    };
    let links: Html = sections.iter().enumerate().map(link).collect();
    let now = sections.get(reached).map(|section| short_heading(report, section));
    html! {
        <>
            <details class="contents narrow">
                <summary><span class="contents-word">{ WORDS.layout.contents }</span>{ now }</summary>
                <ol>{ links.clone() }</ol>
            </details>
            { children.clone() }
            // Behind the text, which is on its way sooner by as much; wide screens show it beside.
            <nav class="contents wide" aria-label={WORDS.layout.contents}><ol>{ links }</ol></nav>
        </>
    }
}

/// The heading up to its first comma: the second half repeats what the first began.
fn short_heading(report: &Report, section: &Section) -> String {
    let heading = heading(report, section);
    heading.split([',', '，']).next().unwrap_or(&heading).to_string()
}
