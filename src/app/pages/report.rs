//! 原文: the whole text, every number a link, with contents that follow the reading.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::ReportRef;
use crate::app::components::contents::Contents;
use crate::app::components::match_bar::match_bar;
use crate::app::components::print_button::print_button;
use crate::app::components::raw_html;
use crate::app::components::text::{TextMode, write_section_text, write_sentence, write_text};
use crate::markup::write;
use crate::model::{Report, Section, SectionKind};
use crate::route::{Place, Route};
use crate::text::Span;
use crate::words::WORDS;

/// The page, with the matches of the query marked in its text where there is a query.
pub(in crate::app) fn report_page(
    report: &'static Report,
    place: &Place,
    text_matches: Option<Rc<[Span]>>,
) -> Html {
    let bar = text_matches.as_ref().map(|matches| match_bar(report, place, matches));
    let matches = text_matches.unwrap_or_default();
    html! {
        <div class="reading">
            <Contents report={ReportRef(report)}>
                <article class="report" lang="zh-CN">
                    <h1 id="page-title" tabindex="-1" class="visually-hidden">
                        { WORDS.pages.report }
                    </h1>
                    <a class="skip to-contents" href="#contents">{ WORDS.layout.skip_to_contents }</a>
                    <ReportText report={ReportRef(report)} {matches} />
                    <p class="actions">{ print_button(WORDS.print.whole_text, Vec::new()) }</p>
                </article>
            </Contents>
            { bar }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ReportTextProps {
    report: ReportRef,
    /// The matches marked in it.
    matches: Rc<[Span]>,
}

/// The text itself; it depends on nothing that a card changes, so that opening one does not draw it
/// again.
#[component]
fn ReportText(ReportTextProps { report, matches }: &ReportTextProps) -> Html {
    let ReportRef(report) = *report;
    let route = Route::Report(report.edition());
    report.sections.iter().map(|section| report_section(report, &route, section, matches)).collect()
}

/// A section, its element drawn by Yew so that it stays when other words are marked in it.
fn report_section(report: &Report, route: &Route, section: &Section, matches: &[Span]) -> Html {
    let class = match section.kind {
        SectionKind::Letter => Some("letter"),
        SectionKind::Shortcomings => Some("shortcomings"),
        SectionKind::Closing | SectionKind::Attachment => Some("letter"),
        _ => None,
    };
    let mode = TextMode::Reading(matches);
    let words = raw_html("div", |html| {
        write_heading(html, report, route, section, mode);
        write_section_text(html, report, route, section, mode);
    });
    html! { <section id={section.id.clone()} {class}>{ words }</section> }
}

fn write_heading(
    html: &mut String,
    report: &Report,
    route: &Route,
    section: &Section,
    mode: TextMode<'_>,
) {
    let Some(heading) = section.heading else { return };
    let (element, attributes) = match (section.kind, section.level) {
        (SectionKind::Title, _) => ("h2", " class=\"report-title\""),
        (_, 0) => ("h2", ""),
        (_, 1) => ("h3", ""),
        (_, 2) => ("h4", ""),
        _ => ("h5", ""),
    };
    let number = report.sentence_at(heading.start).map(|(_, sentence)| sentence.number);
    write(html, &["<", element, attributes, ">"]);
    write_sentence(html, "sentence", number, |html| write_text(html, report, route, heading, mode));
    write(html, &["</", element, ">"]);
}
