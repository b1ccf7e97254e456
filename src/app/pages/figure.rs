//! One figure: its value as stated, what the words beside it mean, its sentence, its neighbours,
//! how to cite it.

use yew::prelude::*;

use crate::analysis;
use crate::app::components::contents::bare_heading;
use crate::app::components::copy_button::{citation_button, link_button};
use crate::app::components::derived_list::derived_list;
use crate::app::components::quantity::{quantity, unit_name};
use crate::app::components::text::{TextMode, text};
use crate::model::{Figure, Report, Section, SentenceKind};
use crate::route::{Place, Route, Selection};
use crate::text::Span;
use crate::words::WORDS;

pub(in crate::app) fn figure_page(report: &'static Report, figure: &Figure) -> Html {
    let route = Route::Figure(report.year, figure.id.clone());
    let derived = analysis::derive_from(report, &figure.id);
    let Some((section, sentence)) = report.sentence(figure.sentence) else {
        return Html::default();
    };
    let in_text = format!(
        "{}#{}",
        route.href(&Route::Report(report.year)),
        Selection::Figure(figure.id.clone()).fragment()
    );
    let in_section = format!("{}#{}", route.href(&Route::Report(report.year)), section.id);
    let own = Place::page(route.clone());
    let neighbours =
        report.figures.iter().filter(|other| other.topic == figure.topic && other.id != figure.id);
    html! {
        <article class="figure-page">
            <p class="quiet"><a href={route.href(&Route::Figures(report.year))}>{ WORDS.pages.figures }</a>{ format!(" · {}", figure.topic) }</p>
            <h1 id="page-title" tabindex="-1">{ &figure.label }</h1>
            <p class="value large">{ quantity(&figure.quantity) }</p>
            <p>{ analysis::explain(&figure.quantity) }</p>
            <dl class="facts">
                <dt>{ WORDS.figure_page.stated }</dt><dd>{ report.slice(figure.span) }</dd>
                <dt>{ WORDS.figure_table.unit }</dt><dd>{ unit_name(&figure.quantity) }</dd>
                <dt>{ WORDS.figure_page.year }</dt><dd>{ (WORDS.punctuation.year)(report.year) }</dd>
                <dt>{ WORDS.figure_table.section }</dt><dd><a href={in_section}>{ section_words(report, section) }</a></dd>
            </dl>
            <h2>{ WORDS.figure_page.in_sentence }</h2>
            <blockquote class="context">
                { around(report, &route, sentence.span, -1) }
                <mark>{ text(report, &route, sentence.span, TextMode::Excerpt) }</mark>
                { around(report, &route, sentence.span, 1) }
            </blockquote>
            <p class="actions">
                <a class="button" href={in_text}>{ WORDS.card.to_text }</a>
                { citation_button(report, sentence.span, own.clone()) }
                { link_button(own) }
            </p>
            if !derived.is_empty() {
                <h2>{ WORDS.derived.mark }</h2>
                { derived_list(report, &route, &derived) }
            }
            if neighbours.clone().next().is_some() {
                <h2>{ (WORDS.figure_page.same_topic)(&figure.topic) }</h2>
                <ul class="rows">{ for neighbours.map(|other| neighbour(&route, other, report)) }</ul>
            }
            { beside(report, &route, figure) }
        </article>
    }
}

/// A section's name and, where it has one, its heading.
fn section_words(report: &Report, section: &Section) -> String {
    let name = report.section_name(section);
    if section.heading.is_some() {
        format!("{name} {}", bare_heading(report, section))
    } else {
        name
    }
}

/// The sentence before or after, if it is of the same paragraph.
fn around(report: &Report, route: &Route, span: Span, step: isize) -> Html {
    let Some((section, _)) = report.sentence_at(span.start) else { return Html::default() };
    let Some(paragraph) = section.paragraphs.iter().find(|paragraph| paragraph.span.contains(span))
    else {
        return Html::default();
    };
    let spoken: Vec<_> = paragraph
        .sentences
        .iter()
        .filter(|sentence| {
            sentence.kind != SentenceKind::Space && section.heading != Some(sentence.span)
        })
        .collect();
    let at = spoken
        .iter()
        .position(|sentence| sentence.span == span)
        .and_then(|at| at.checked_add_signed(step));
    at.and_then(|at| spoken.get(at))
        .map(|sentence| text(report, route, sentence.span, TextMode::Excerpt))
        .unwrap_or_default()
}

fn neighbour(route: &Route, figure: &Figure, report: &Report) -> Html {
    html! { <li><a href={route.href(&Route::Figure(report.year, figure.id.clone()))}><span>{ &figure.label }</span><span class="number">{ quantity(&figure.quantity) }</span></a></li> }
}

/// The figures before and after in the report's order.
fn beside(report: &Report, route: &Route, figure: &Figure) -> Html {
    let at = report.figures.iter().position(|known| known.id == figure.id).unwrap_or_default();
    let link = |other: Option<&Figure>, words: &'static str| {
        other.map(|other| html! { <a class="button" href={route.href(&Route::Figure(report.year, other.id.clone()))}>{ (WORDS.punctuation.labelled)(words, &other.label) }</a> })
    };
    let before = at.checked_sub(1).and_then(|at| report.figures.get(at));
    html! { <nav class="beside" aria-label={WORDS.figure_table.order_report}>{ link(before, WORDS.figure_page.previous) }{ link(report.figures.get(at + 1), WORDS.figure_page.next) }</nav> }
}
