//! What the reader opened: a figure, a term or a sentence. A sheet from below on phones, beside the
//! text on wide screens.

use yew::prelude::*;

use crate::analysis::{self, Derived};
use crate::app::components::copy_button::{citation_button, link_button};
use crate::app::components::derived_list::derived_list;
use crate::app::components::quantity::quantity;
use crate::app::components::text::{Marks, text};
use crate::app::hooks::use_place::close;
use crate::app::{Data, Go};
use crate::model::{Chart, DerivationKind, Figure, Section, Sentence, Term};
use crate::route::{Place, Route, Selection};
use crate::words::WORDS;

pub(in crate::app) fn card(data: Data, place: &Place, go: &Go) -> Html {
    let open = place.selection.as_ref().and_then(|selection| open_card(data, selection, place, go));
    open.unwrap_or_else(
        || html! { <aside class="card tool"><p class="quiet">{ WORDS.card.hint }</p></aside> },
    )
}

#[inline(never)]
fn open_card(data: Data, selection: &Selection, place: &Place, go: &Go) -> Option<Html> {
    let route = &place.route;
    let (kind, body) = match selection {
        Selection::Figure(id) => (WORDS.card.figure, figure_card(data, route, data.0.figure(id)?)),
        Selection::Term(id) => (WORDS.card.term, term_card(data.0.term(id)?)),
        Selection::Sentence(number) => {
            let (section, sentence) = data.0.sentence(*number)?;
            (WORDS.card.sentence, sentence_card(data, route, section, sentence))
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
fn in_report(data: Data, figure: &Figure) -> Place {
    Place {
        selection: Some(Selection::Figure(figure.id.clone())),
        ..Place::page(Route::Report(data.year))
    }
}

fn figure_card(data: Data, route: &Route, figure: &Figure) -> Html {
    let place = in_report(data, figure);
    let sentence = data.0.sentence(figure.sentence);
    let section = data.0.section(&figure.section).map(|section| data.0.section_name(section));
    let to_text =
        format!("{}#{}", route.href(&place.route), Selection::Figure(figure.id.clone()).fragment());
    let derived: Vec<Derived<'_>> = analysis::derive_from(data.0, &figure.id)
        .into_iter()
        .filter(|derived| derived.derivation.kind == DerivationKind::Share)
        .collect();
    let span = sentence.map_or(figure.quote, |(_, sentence)| sentence.span);
    html! {
        <>
            <h2 id="card-title" tabindex="-1">{ &figure.label }</h2>
            <p class="value">{ quantity(&figure.quantity) }</p>
            <p>{ analysis::explain(&figure.quantity) }</p>
            <blockquote>{ text(data, route, span, Marks::Excerpt) }</blockquote>
            if !derived.is_empty() {
                { derived_list(data, route, &derived) }
            }
            { charts_with(data, route, |id| *id == figure.id) }
            <p class="quiet">{ (WORDS.card.stands_in)(&figure.topic, data.year, &section.unwrap_or_default()) }</p>
            <p class="actions">
                if !matches!(route, Route::Report(_)) {
                    <a class="button" href={to_text}>{ WORDS.card.to_text }</a>
                }
                <a class="button" href={route.href(&Route::Figure(data.year, figure.id.clone()))}>{ WORDS.card.figure_page }</a>
                { sentence_link(data, route, Some(figure.sentence), WORDS.card.this_sentence) }
                { citation_button(data, span, place.clone()) }
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

fn sentence_card(data: Data, route: &Route, section: &Section, sentence: &Sentence) -> Html {
    let place = Place {
        selection: Some(Selection::Sentence(sentence.number)),
        ..Place::page(Route::Report(data.year))
    };
    html! {
        <>
            <h2 id="card-title" tabindex="-1">{ data.0.section_name(section) }</h2>
            <blockquote>{ text(data, route, sentence.span, Marks::Excerpt) }</blockquote>
            { charts_with(data, route, |id| data.0.figure(id).is_some_and(|figure| figure.sentence == sentence.number)) }
            <p class="actions">
                { citation_button(data, sentence.span, place.clone()) }
                { link_button(place) }
                { sentence_link(data, route, sentence.number.checked_sub(1), WORDS.card.previous_sentence) }
                { sentence_link(data, route, sentence.number.checked_add(1), WORDS.card.next_sentence) }
            </p>
        </>
    }
}

/// The charts that draw a figure of a kind.
fn charts_with(data: Data, route: &Route, is_meant: impl Fn(&String) -> bool) -> Html {
    let charts: Vec<&Chart> =
        data.0.charts.iter().filter(|chart| chart.figures.iter().any(&is_meant)).collect();
    let link = |chart: &&Chart| html! { <li><a href={route.href(&Route::Chart(data.year, chart.id.clone()))}>{ &chart.title }</a></li> };
    if charts.is_empty() {
        Html::default()
    } else {
        html! { <><p class="quiet">{ WORDS.card.charts }</p><ul class="inline">{ for charts.iter().map(link) }</ul></> }
    }
}

/// A way to another sentence's card, so that every sentence can be reached from the keyboard.
fn sentence_link(
    data: Data,
    route: &Route,
    number: Option<u32>,
    words: &'static str,
) -> Option<Html> {
    let number = number.filter(|number| data.0.sentence(*number).is_some())?;
    let open = Selection::Sentence(number).fragment();
    let href = format!("{}#{open}", route.href(&Route::Report(data.year)));
    Some(html! { <a class="button" {href} data-open={open}>{ words }</a> })
}
