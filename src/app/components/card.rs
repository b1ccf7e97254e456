//! What the reader opened: a figure, a term or a sentence. A sheet from below on phones, beside the text on wide screens.

use yew::prelude::*;

use crate::analysis::{self, Derived};
use crate::app::components::copy_button::{citation_button, link_button};
use crate::app::components::derived_list::derived_list;
use crate::app::components::quantity::quantity;
use crate::app::components::text::{Marks, text};
use crate::app::{Data, Go, WORDS, browser};
use crate::export::section_name;
use crate::model::{Chart, DerivationKind, Figure, Section, Sentence, Term};
use crate::route::{Place, Route, Selection};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::app) struct CardProps {
    pub data: Data,
    pub place: Place,
    pub go: Go,
}

#[component]
pub(in crate::app) fn Card(CardProps { data, place, go }: &CardProps) -> Html {
    let data = *data;
    let close = {
        let closed = Place { selection: None, ..place.clone() };
        let go = go.clone();
        Callback::from(move |()| {
            if !browser::step_back() {
                go.emit(closed.clone());
            }
        })
    };
    {
        let close = close.clone();
        use_effect_with(place.selection.is_some(), move |open| {
            let listener = open.then(|| browser::listen_escape(move || close.emit(()))).flatten();
            move || drop(listener)
        });
    }
    let content = match &place.selection {
        Some(Selection::Figure(id)) => data.0.figure(id).map(|figure| (WORDS.figure, figure_card(data, &place.route, figure))),
        Some(Selection::Term(id)) => data.0.term(id).map(|term| (WORDS.term, term_card(term))),
        Some(Selection::Sentence(number)) => {
            data.0.sentence(*number).map(|(section, sentence)| (WORDS.sentence, sentence_card(data, &place.route, section, sentence)))
        }
        None => None,
    };
    match content {
        Some((kind, body)) => {
            let onclick = close.reform(|_: MouseEvent| ());
            html! {
                <aside class="card open" role="dialog" aria-labelledby="card-title">
                    <header><span class="quiet">{ kind }</span><button type="button" class="close" {onclick}>{ WORDS.close }</button></header>
                    { body }
                </aside>
            }
        }
        None => html! { <aside class="card tool"><p class="quiet">{ WORDS.card_hint }</p></aside> },
    }
}

/// The figure's place in the text.
fn in_report(data: Data, figure: &Figure) -> Place {
    Place { selection: Some(Selection::Figure(figure.id.clone())), ..Place::page(Route::Report(data.year)) }
}

#[inline(never)]
fn figure_card(data: Data, route: &Route, figure: &Figure) -> Html {
    let place = in_report(data, figure);
    let sentence = data.0.sentence(figure.sentence);
    let section = data.0.section(&figure.section).map(|section| section_name(data.0, section));
    let to_text = format!("{}#{}", route.href(&place.route), Selection::Figure(figure.id.clone()).fragment());
    let derived: Vec<Derived<'_>> =
        analysis::derive_from(data.0, &figure.id).into_iter().filter(|derived| derived.derivation.kind == DerivationKind::Share).collect();
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
            <p class="quiet">{ format!("{} · {}年 · {}", figure.topic, data.year, section.unwrap_or_default()) }</p>
            <p class="actions">
                if !matches!(route, Route::Report(_)) {
                    <a class="button" href={to_text}>{ WORDS.to_text }</a>
                }
                <a class="button" href={route.href(&Route::Figure(data.year, figure.id.clone()))}>{ WORDS.figure_page }</a>
                { sentence_link(data, route, Some(figure.sentence), WORDS.this_sentence) }
                { citation_button(data, span, place.clone()) }
                { link_button(place) }
            </p>
        </>
    }
}

#[inline(never)]
fn term_card(term: &Term) -> Html {
    html! {
        <>
            <h2 id="card-title" tabindex="-1">{ &term.term }</h2>
            <p>{ &term.meaning }</p>
            <p class="quiet">{ WORDS.editor_note }</p>
        </>
    }
}

#[inline(never)]
fn sentence_card(data: Data, route: &Route, section: &Section, sentence: &Sentence) -> Html {
    let place = Place { selection: Some(Selection::Sentence(sentence.number)), ..Place::page(Route::Report(data.year)) };
    html! {
        <>
            <h2 id="card-title" tabindex="-1">{ section_name(data.0, section) }</h2>
            <blockquote>{ text(data, route, sentence.span, Marks::Excerpt) }</blockquote>
            { charts_with(data, route, |id| data.0.figure(id).is_some_and(|figure| figure.sentence == sentence.number)) }
            <p class="actions">
                { citation_button(data, sentence.span, place.clone()) }
                { link_button(place) }
                { sentence_link(data, route, sentence.number.checked_sub(1), WORDS.previous_sentence) }
                { sentence_link(data, route, sentence.number.checked_add(1), WORDS.next_sentence) }
            </p>
        </>
    }
}

/// The charts that draw a figure of a kind.
fn charts_with(data: Data, route: &Route, is_meant: impl Fn(&String) -> bool) -> Html {
    let charts: Vec<&Chart> = data.0.charts.iter().filter(|chart| chart.figures.iter().any(&is_meant)).collect();
    let link = |chart: &&Chart| html! { <li><a href={route.href(&Route::Chart(data.year, chart.id.clone()))}>{ &chart.title }</a></li> };
    if charts.is_empty() {
        Html::default()
    } else {
        html! { <><p class="quiet">{ WORDS.charts_with }</p><ul class="inline">{ for charts.iter().map(link) }</ul></> }
    }
}

/// A way to another sentence's card, so that every sentence can be reached from the keyboard.
fn sentence_link(data: Data, route: &Route, number: Option<u32>, words: &'static str) -> Option<Html> {
    let number = number.filter(|number| data.0.sentence(*number).is_some())?;
    let open = Selection::Sentence(number).fragment();
    let href = format!("{}#{open}", route.href(&Route::Report(data.year)));
    Some(html! { <a class="button" {href} data-open={open}>{ words }</a> })
}
