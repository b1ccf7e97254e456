//! The list of sections around the text; it follows the reading.

use yew::prelude::*;

use crate::app::Data;
use crate::app::hooks::use_reading_position::use_reading_position;
use crate::model::Section;
use crate::words::WORDS;

/// A section's heading, or its name where it has none.
pub(in crate::app) fn heading(data: Data, section: &Section) -> String {
    match section.heading {
        Some(span) => data.0.slice(span).trim_end_matches('。').to_string(),
        None => data.0.section_name(section),
    }
}

/// A heading without its number, where a list or the section's name has it.
pub(in crate::app) fn bare_heading(data: Data, section: &Section) -> String {
    heading(data, section)
        .trim_start_matches(section.number.as_str())
        .trim_start_matches('、')
        .to_string()
}

#[derive(Clone, PartialEq, Properties)]
pub(in crate::app) struct ContentsProps {
    pub data: Data,
    /// The text.
    pub children: Html,
}

#[component]
pub(in crate::app) fn Contents(ContentsProps { data, children }: &ContentsProps) -> Html {
    let data = *data;
    let sections = &data.0.sections;
    let reached = use_reading_position(sections.iter().map(|section| section.id.clone()).collect());
    let link = |(at, section): (usize, &Section)| {
        let current = (reached == at).then_some("location");
        html! {
            <li class={format!("level-{}", section.level)}>
                <a href={format!("#{}", section.id)} aria-current={current}>{ short_heading(data, section) }</a>
            </li>
        }
    };
    let links: Html = sections.iter().enumerate().map(link).collect();
    let now = sections.get(reached).map(|section| short_heading(data, section));
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
fn short_heading(data: Data, section: &Section) -> String {
    let heading = heading(data, section);
    heading.split([',', '，']).next().unwrap_or(&heading).to_string()
}
