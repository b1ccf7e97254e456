//! 原文: the whole text, every number a link, with contents that follow the reading.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::contents::Contents;
use crate::app::components::found_bar::found_bar;
use crate::app::components::text::{Marks, section_text, text};
use crate::app::{Data, WORDS};
use crate::model::{Section, SectionKind, Span};
use crate::route::{Place, Route, Selection};

/// The page, `found` marked in its text if something was looked for.
pub(in crate::app) fn report_page(data: Data, place: &Place, found: Option<Rc<[Span]>>) -> Html {
    let bar = found.as_ref().map(|found| found_bar(data, place, found.len() as u32));
    let found = found.unwrap_or_default();
    html! {
        <div class="reading">
            <Contents {data}>
                <article class="report" lang="zh-CN">
                    <h1 id="page-title" tabindex="-1" class="visually-hidden">{ WORDS.report }</h1>
                    <ReportText {data} {found} />
                </article>
            </Contents>
            { bar }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ReportTextProps {
    data: Data,
    /// What is marked as found.
    found: Rc<[Span]>,
}

/// The text itself; it depends on nothing that a card changes, so that opening one does not draw it again.
#[component]
fn ReportText(ReportTextProps { data, found }: &ReportTextProps) -> Html {
    let data = *data;
    let route = Route::Report(data.year);
    data.0.sections.iter().map(|section| report_section(data, &route, section, found)).collect()
}

fn report_section(data: Data, route: &Route, section: &Section, found: &[Span]) -> Html {
    let words = section.heading.map(|heading| text(data, route, heading, Marks::Reading(found)));
    let id =
        section.heading.and_then(|heading| data.0.sentence_at(heading.start)).map(|(_, sentence)| Selection::Sentence(sentence.number).fragment());
    let heading = words.map(|words| match (section.kind, section.level) {
        (SectionKind::Title, _) => html! { <h2 class="report-title"><span class="sentence" {id}>{ words }</span></h2> },
        (_, 0) => html! { <h2><span class="sentence" {id}>{ words }</span></h2> },
        _ => html! { <h3><span class="sentence" {id}>{ words }</span></h3> },
    });
    let class = match section.kind {
        SectionKind::Letter => Some("letter"),
        SectionKind::Shortcomings => Some("shortcomings"),
        SectionKind::Closing => Some("letter"),
        _ => None,
    };
    html! { <section id={section.id.clone()} {class}>{ heading }{ section_text(data, route, section, Marks::Reading(found)) }</section> }
}
