//! The list of the report's sections: above the text on phones, beside it on wide screens. The
//! section being read is marked in it.

use yew::prelude::*;

use crate::app::components::changing_text;
use crate::app::components::print_button::print_button;
use crate::app::hooks::use_reading_position::use_reading_position;
use crate::app::{ReportRef, browser};
use crate::model::Section;
use crate::words::WORDS;

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
    use_effect_with(reached, |_| {
        browser::show_within(".contents.wide", "[aria-current]");
        // Unfolded before there was a program.
        browser::show_within(".contents-list", "[aria-current]");
    });
    let item = |(at, section): (usize, &Section)| {
        let current = (reached == at).then_some("location");
        html! {
            <li class={format!("level-{}", section.level)}>
                <a href={format!("#{}", section.id)} aria-current={current}>
                    { report.short_heading_of(section) }
                </a>
            </li>
        }
    };
    let items: Html = sections.iter().enumerate().map(item).collect();
    let buttons = html! {
        <p class="actions">
            { print_button(WORDS.print.whole_text, Vec::new()) }
            if let Some(section) = sections.get(reached) {
                { print_button((WORDS.print.section)(&report.short_heading_of(section)), with_inner(sections, reached)) }
            }
        </p>
    };
    let current_heading = sections.get(reached).map(|section| report.short_heading_of(section));
    html! {
        <>
            <details class="contents narrow">
                <summary onclick={|_: MouseEvent| browser::show_soon(".contents.narrow [aria-current]")}>
                    <span class="contents-word">{ WORDS.layout.contents }</span>
                    { current_heading.map(changing_text) }
                </summary>
                <div class="contents-list">
                    <ol onclick={|_: MouseEvent| browser::fold(".contents.narrow")}>{ items.clone() }</ol>
                    { buttons.clone() }
                </div>
            </details>
            { children.clone() }
            // After the text, which arrives the sooner for it; wide screens show the list beside
            // it.
            <nav id="contents" class="contents wide" aria-label={WORDS.layout.contents} tabindex="-1">
                <ol>{ items }</ol>
                // Their words change with what is read: nothing stands below them that would move.
                { buttons }
            </nav>
        </>
    }
}

/// The section at `at` and those that lie in it, as selectors.
fn with_inner(sections: &[Section], at: usize) -> Vec<String> {
    let outer = &sections[at];
    let inner = sections[at + 1..].iter().take_while(|section| section.level > outer.level);
    std::iter::once(outer).chain(inner).map(|section| format!("[id='{}']", section.id)).collect()
}
