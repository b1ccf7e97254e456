//! What the reader opened: a figure, a term or a sentence. A sheet from below on phones, beside the
//! text on wide screens.

use yew::prelude::*;

use crate::analysis::{self, Derived};
use crate::app::Go;
use crate::app::components::copy_button::{citation_button, link_button};
use crate::app::components::derived_list::derived_list;
use crate::app::components::quantity::quantity;
use crate::app::components::text::{Marks, text};
use crate::app::hooks::use_place::close;
use crate::model::{Chart, DerivationKind, Figure, Report, Section, Sentence, Term};
use crate::route::{Place, Route, Selection};
use crate::words::WORDS;

pub(in crate::app) fn card(report: &'static Report, place: &Place, go: &Go) -> Html {
    let open =
        place.selection.as_ref().and_then(|selection| open_card(report, selection, place, go));
    open.unwrap_or_else(
        || html! { <aside class="card tool"><p class="quiet">{ WORDS.card.hint }</p></aside> },
    )
}

#[inline(never)]
fn open_card(
    report: &'static Report,
    selection: &Selection,
    place: &Place,
    go: &Go,
) -> Option<Html> {
    let route = &place.route;
    let (kind, body) = match selection {
        Selection::Figure(id) => {
            (WORDS.card.figure, figure_card(report, route, report.figure(id)?))
        }
        Selection::Term(id) => (WORDS.card.term, term_card(report.term(id)?)),
        Selection::Sentence(number) => {
            let (section, sentence) = report.sentence(*number)?;
            (WORDS.card.sentence, sentence_card(report, route, section, sentence))
        }
    };
    let (here, go) = (place.clone(), go.clone());
    let onclick = Callback::from(move |_: MouseEvent| close(&here, &go));
    Some(html! {
        <aside class="card open" role="dialog" aria-labelledby="card-title">
            <header><span class="quiet">{ kind }</span><button type="button" class="close" {onclick}>{ WORDS.buttons.close }</button></header>
            { body }
        </aside>
    })
}

/// The figure's place in the text.
fn in_report(report: &Report, figure: &Figure) -> Place {
    Place {
        selection: Some(Selection::Figure(figure.id.clone())),
        ..Place::page(Route::Report(report.year))
    }
}

fn figure_card(report: &'static Report, route: &Route, figure: &Figure) -> Html {
    let place = in_report(report, figure);
    let sentence = report.sentence(figure.sentence);
    let section = report.section(&figure.section).map(|section| report.section_name(section));
    let to_text =
        format!("{}#{}", route.href(&place.route), Selection::Figure(figure.id.clone()).fragment());
    let derived: Vec<Derived<'_>> = analysis::derive_from(report, &figure.id)
        .into_iter()
        .filter(|derived| derived.derivation.kind == DerivationKind::Share)
        .collect();
    let span = sentence.map_or(figure.quote, |(_, sentence)| sentence.span);
    html! {
        <>
            <h2 id="card-title" tabindex="-1">{ &figure.label }</h2>
            <p class="value">{ quantity(&figure.quantity) }</p>
            <p>{ analysis::explain(&figure.quantity) }</p>
            <blockquote>{ text(report, route, span, Marks::Excerpt) }</blockquote>
            if !derived.is_empty() {
                { derived_list(report, route, &derived) }
            }
            { charts_with(report, route, |id| *id == figure.id) }
            <p class="quiet">{ (WORDS.card.stands_in)(&figure.topic, report.year, &section.unwrap_or_default()) }</p>
            <p class="actions">
                if !matches!(route, Route::Report(_)) {
                    <a class="button" href={to_text}>{ WORDS.card.to_text }</a>
                }
                <a class="button" href={route.href(&Route::Figure(report.year, figure.id.clone()))}>{ WORDS.card.figure_page }</a>
                { sentence_link(report, route, Some(figure.sentence), WORDS.card.this_sentence) }
                { citation_button(report, span, place.clone()) }
                { link_button(place) }
            </p>
        </>
    }
}

fn term_card(term: &Term) -> Html {
    html! {
        <>
            <h2 id="card-title" tabindex="-1">{ &term.term }</h2>
            <p>{ &term.meaning }</p>
            <p class="quiet">{ WORDS.card.editor_note }</p>
        </>
    }
}

fn sentence_card(
    report: &'static Report,
    route: &Route,
    section: &Section,
    sentence: &Sentence,
) -> Html {
    let place = Place {
        selection: Some(Selection::Sentence(sentence.number)),
        ..Place::page(Route::Report(report.year))
    };
    html! {
        <>
            <h2 id="card-title" tabindex="-1">{ report.section_name(section) }</h2>
            <blockquote>{ text(report, route, sentence.span, Marks::Excerpt) }</blockquote>
            { charts_with(report, route, |id| report.figure(id).is_some_and(|figure| figure.sentence == sentence.number)) }
            <p class="actions">
                { citation_button(report, sentence.span, place.clone()) }
                { link_button(place) }
                { sentence_link(report, route, sentence.number.checked_sub(1), WORDS.card.previous_sentence) }
                { sentence_link(report, route, sentence.number.checked_add(1), WORDS.card.next_sentence) }
            </p>
        </>
    }
}

/// The charts that draw a figure of a kind.
fn charts_with(report: &Report, route: &Route, is_meant: impl Fn(&String) -> bool) -> Html {
    let charts: Vec<&Chart> =
        report.charts.iter().filter(|chart| chart.figures.iter().any(&is_meant)).collect();
    let link = |chart: &&Chart| html! { <li><a href={route.href(&Route::Chart(report.year, chart.id.clone()))}>{ &chart.title }</a></li> };
    if charts.is_empty() {
        Html::default()
    } else {
        html! { <><p class="quiet">{ WORDS.card.charts }</p><ul class="inline">{ for charts.iter().map(link) }</ul></> }
    }
}

/// A way to another sentence's card, so that every sentence can be reached from the keyboard.
fn sentence_link(
    report: &Report,
    route: &Route,
    number: Option<u32>,
    words: &'static str,
) -> Option<Html> {
    let number = number.filter(|number| report.sentence(*number).is_some())?;
    let open = Selection::Sentence(number).fragment();
    let href = format!("{}#{open}", route.href(&Route::Report(report.year)));
    Some(html! { <a class="button" {href} data-open={open}>{ words }</a> })
}
