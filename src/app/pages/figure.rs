//! One figure: its value as stated, what the words beside it mean, its sentence, its neighbours,
//! how to cite it.

use yew::prelude::*;

use crate::analysis;
use crate::app::ReportRef;
use crate::app::components::chart_links::charts_with;
use crate::app::components::copy_button::{citation_button, link_button, short_button};
use crate::app::components::derived_list::derived_list;
use crate::app::components::number_card::NumberCard;
use crate::app::components::page_code::PageCode;
use crate::app::components::print_button::print_button;
use crate::app::components::quantity::{quantity, unit_name};
use crate::app::components::raw_html;
use crate::app::components::text::{TextMode, text};
use crate::model::{Editions, Figure, Report, Section, SentenceKind};
use crate::period::period_words;
use crate::route::{Place, Route, Selection};
use crate::text::Span;
use crate::words::WORDS;

pub(in crate::app) fn figure_page(
    report: &'static Report,
    figure: &Figure,
    editions: &Editions,
    other_years: &str,
) -> Html {
    let Some((section, sentence)) = report.sentence(figure.sentence) else {
        return Html::default();
    };
    let here = Route::Figure(report.edition(), figure.id.clone());
    let own_place = Place::page(here.clone());
    let in_text = Place::in_text(report.edition(), Selection::Figure(figure.id.clone()));
    let derived = analysis::derive_from(report, &figure.id);
    html! {
        <article class="two-columns figure-page">
            <div class="main-column">
                <p class="quiet">
                    <a href={here.href(&Route::Figures(report.edition()))}>{ WORDS.pages.figures }</a>
                    { format!(" · {}", figure.topic) }
                </p>
                <h1 id="page-title" tabindex="-1">{ &figure.label }</h1>
                <p class="value large">{ quantity(figure) }</p>
                if let Some(meaning) = report.meaning_of(figure) {
                    <p>{ meaning }</p>
                }
                <p>{ analysis::explain_figure(report, figure) }{ analysis::rest_of_rate(figure) }</p>
                <h2>{ WORDS.figure_page.in_sentence }</h2>
                <blockquote class="context">
                    { sentence_beside(report, &here, sentence.span, -1) }
                    <mark>{ text(report, &here, sentence.span, TextMode::Excerpt(Some(figure.span))) }</mark>
                    { sentence_beside(report, &here, sentence.span, 1) }
                </blockquote>
                <p class="actions">
                    { short_button(report, figure, own_place.clone()) }
                    <a class="button" href={in_text.href(&here)}>{ WORDS.card.to_text }</a>
                    { citation_button(report, sentence.span, own_place.clone()) }
                    { link_button(own_place.clone()) }
                    { print_button(WORDS.print.figure, vec![".figure-page .main-column".to_string()]) }
                </p>
                if !derived.is_empty() {
                    <h2>{ WORDS.derived.mark }</h2>
                    { derived_list(report, &here, &derived) }
                }
                if editions.years.len() > 1 {
                    { raw_html("section class=\"series\"", |html| html.push_str(other_years)) }
                }
                <NumberCard report={ReportRef(report)} figure={figure.clone()} />
                // Another figure has another, which nobody has asked for.
                <PageCode key={figure.id.clone()} place={own_place} />
                { facts(report, &here, figure, section) }
            </div>
            <div class="side-column">
                if let Some(charts) = charts_with(report, &here, |id| *id == figure.id) {
                    <h2>{ WORDS.card.charts }</h2>
                    { charts }
                }
                { figures_of_same_topic(report, &here, figure) }
                { previous_and_next(report, &here, figure) }
            </div>
        </article>
    }
}

fn facts(report: &Report, here: &Route, figure: &Figure, section: &Section) -> Html {
    let to_section = format!("{}#{}", here.href(&Route::Report(report.edition())), section.id);
    html! {
        <dl class="facts">
            <dt>{ WORDS.figure_page.stated }</dt>
            <dd>{ report.slice(figure.span) }</dd>
            <dt>{ WORDS.figure_table.unit }</dt>
            <dd>{ unit_name(&figure.quantity) }</dd>
            <dt>{ WORDS.figure_page.year }</dt>
            <dd>{ period_words(report, figure) }</dd>
            <dt>{ WORDS.figure_table.section }</dt>
            <dd><a href={to_section}>{ section_title(report, section) }</a></dd>
        </dl>
    }
}

/// A section's name and, where it has one, its heading.
fn section_title(report: &Report, section: &Section) -> String {
    let name = report.section_name(section);
    let heading = report.bare_heading_of(section);
    // A part without a number is called by its heading.
    if section.heading.is_some() && heading != name { format!("{name} {heading}") } else { name }
}

/// The sentence `step` after the one at `span`, if it is of the same paragraph.
fn sentence_beside(report: &Report, here: &Route, span: Span, step: isize) -> Html {
    let Some((section, _)) = report.sentence_at(span.start) else { return Html::default() };
    let Some(paragraph) = section.paragraphs.iter().find(|paragraph| paragraph.span.contains(span))
    else {
        return Html::default();
    };
    let sentences: Vec<_> = paragraph
        .sentences
        .iter()
        .filter(|sentence| {
            sentence.kind != SentenceKind::Space && section.heading != Some(sentence.span)
        })
        .collect();
    let at = sentences
        .iter()
        .position(|sentence| sentence.span == span)
        .and_then(|at| at.checked_add_signed(step));
    // What opens the next group is about something else.
    at.and_then(|at| sentences.get(at))
        .filter(|beside| step < 0 || beside.kind != SentenceKind::Topic)
        .map(|sentence| text(report, here, sentence.span, TextMode::Excerpt(None)))
        .unwrap_or_default()
}

fn figures_of_same_topic(report: &Report, here: &Route, figure: &Figure) -> Html {
    let others: Vec<&Figure> = report
        .figures
        .iter()
        .filter(|other| other.topic == figure.topic && other.id != figure.id)
        .collect();
    if others.is_empty() {
        return Html::default();
    }
    let row = |other: &&Figure| {
        html! {
            <li>
                <a href={here.href(&Route::Figure(report.edition(), other.id.clone()))}>
                    <span>{ &other.label }</span>
                    <span class="number">{ quantity(other) }</span>
                </a>
            </li>
        }
    };
    html! {
        <>
            <h2>{ (WORDS.figure_page.same_topic)(&figure.topic) }</h2>
            <ul class="rows">{ for others.iter().map(row) }</ul>
        </>
    }
}

/// Links to the figures before and after in the report's order.
fn previous_and_next(report: &Report, here: &Route, figure: &Figure) -> Html {
    let at = report.figures.iter().position(|known| known.id == figure.id).unwrap_or_default();
    let previous = at.checked_sub(1).and_then(|at| report.figures.get(at));
    let next = report.figures.get(at + 1);
    let link = |other: Option<&Figure>, label: &'static str| {
        other.map(|other| {
            let href = here.href(&Route::Figure(report.edition(), other.id.clone()));
            let label = (WORDS.punctuation.labelled)(label, &other.label);
            html! { <a class="button" {href}>{ label }</a> }
        })
    };
    html! {
        <nav class="beside" aria-label={WORDS.figure_table.order_report}>
            { link(previous, WORDS.figure_page.previous) }
            { link(next, WORDS.figure_page.next) }
        </nav>
    }
}
