//! 原文: the whole text, every number a link, with contents that follow the reading.

use yew::prelude::*;

use crate::app::components::contents::Contents;
use crate::app::components::text::{Marks, section_text, text};
use crate::app::{Data, WORDS};
use crate::model::{Section, SectionKind};
use crate::route::{Route, Selection};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::app) struct ReportPageProps {
    pub data: Data,
}

#[component]
pub(in crate::app) fn ReportPage(ReportPageProps { data }: &ReportPageProps) -> Html {
    let data = *data;
    html! {
        <div class="reading">
            <Contents {data} />
            <article class="report" lang="zh-CN">
                <h1 id="page-title" tabindex="-1" class="visually-hidden">{ WORDS.report }</h1>
                <ReportText {data} />
            </article>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ReportTextProps {
    data: Data,
}

/// The text itself; it depends on the report alone, so that opening a card does not draw it again.
#[component]
fn ReportText(ReportTextProps { data }: &ReportTextProps) -> Html {
    let data = *data;
    let route = Route::Report(data.year);
    data.0.sections.iter().map(|section| report_section(data, &route, section)).collect()
}

fn report_section(data: Data, route: &Route, section: &Section) -> Html {
    let words = section.heading.map(|heading| text(data, route, heading, Marks::Reading));
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
    html! { <section id={section.id.clone()} {class}>{ heading }{ section_text(data, route, section, Marks::Reading) }</section> }
}
