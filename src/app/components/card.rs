//! What the reader opened: a figure, a term or a sentence. A sheet from below on phones, beside the
//! text on wide screens.

use yew::prelude::*;

use crate::analysis::{self, Derived};
use crate::app::Navigate;
use crate::app::components::chart_links::charts_with;
use crate::app::components::copy_button::{citation_button, link_button, short_button};
use crate::app::components::derived_list::derived_list;
use crate::app::components::quantity::quantity;
use crate::app::components::text::{TextMode, text};
use crate::app::hooks::use_place::close;
use crate::model::{DerivationKind, Figure, Report, Section, Sentence, Term};
use crate::period::period_words;
use crate::route::{Place, Route, Selection};
use crate::words::WORDS;

/// The card beside the page: what is open at `place`, or how to open something.
pub(in crate::app) fn card(report: &'static Report, place: &Place, navigate: &Navigate) -> Html {
    if let Some(selection) = &place.selection {
        return open_card(report, selection, place, navigate);
    }
    let hint = match place.route {
        Route::Report(_) => WORDS.card.hint,
        Route::Audit(_) => WORDS.card.hint_number,
        // What leads on stands in its place.
        _ => return Html::default(),
    };
    html! { <aside class="card tool"><p class="quiet">{ hint }</p></aside> }
}

fn open_card(
    report: &'static Report,
    selection: &Selection,
    place: &Place,
    navigate: &Navigate,
) -> Html {
    let here = &place.route;
    let known = match selection {
        Selection::Figure(id) => {
            report.figure(id).map(|figure| (WORDS.card.figure, figure_card(report, here, figure)))
        }
        Selection::Term(id) => report.term(id).map(|term| (WORDS.card.term, term_card(term))),
        Selection::Sentence(number) => report.sentence(*number).map(|(section, sentence)| {
            (WORDS.card.sentence, sentence_card(report, here, section, sentence))
        }),
    };
    let (kind, body) = known.unwrap_or_else(|| (WORDS.card.unknown, unknown_card(here, report)));
    let onclick = {
        let (place, navigate) = (place.clone(), navigate.clone());
        Callback::from(move |_: MouseEvent| close(&place, &navigate))
    };
    html! {
        <div class="card open" role="dialog" aria-labelledby="card-title">
            <div class="card-head">
                <span class="quiet">{ kind }</span>
                <button type="button" class="close" {onclick}>{ WORDS.buttons.close }</button>
            </div>
            { body }
        </div>
    }
}

/// For an address whose figure, term or sentence this report has not: it was cut off on its way, or
/// the report was edited since.
fn unknown_card(here: &Route, report: &Report) -> Html {
    html! {
        <>
            <h2 id="card-title" tabindex="-1">{ WORDS.card.unknown_title }</h2>
            <p>{ WORDS.card.unknown_why }</p>
            <p class="actions">
                <a class="button" href={here.href(&Route::Figures(report.edition()))}>
                    { WORDS.pages.all_figures }
                </a>
            </p>
        </>
    }
}

fn figure_card(report: &'static Report, here: &Route, figure: &Figure) -> Html {
    let in_text = Place::in_text(report.edition(), Selection::Figure(figure.id.clone()));
    let figure_page = Route::Figure(report.edition(), figure.id.clone());
    let sentence = report.sentence(figure.sentence);
    let span = sentence.map_or(figure.quote, |(_, sentence)| sentence.span);
    let section = report.section_name_of(figure);
    let shares: Vec<Derived<'_>> = analysis::derive_from(report, &figure.id)
        .into_iter()
        .filter(|derived| derived.derivation.kind == DerivationKind::Share)
        .collect();
    html! {
        <>
            <h2 id="card-title" tabindex="-1">{ &figure.label }</h2>
            <p class="value">{ quantity(figure) }</p>
            <p>{ analysis::explain_figure(report, figure) }</p>
            <blockquote>
                { text(report, here, span, TextMode::Excerpt(Some(figure.span))) }
            </blockquote>
            <p class="actions">
                if !matches!(here, Route::Report(_)) {
                    <a class="button" href={in_text.href(here)}>{ WORDS.card.to_text }</a>
                }
                <a class="button" href={here.href(&figure_page)}>{ WORDS.card.figure_page }</a>
                { sentence_link(report, here, Some(figure.sentence), WORDS.card.this_sentence) }
                { short_button(report, figure, Place::page(figure_page)) }
                { citation_button(report, span, in_text.clone()) }
                { link_button(in_text) }
            </p>
            if !shares.is_empty() {
                { derived_list(report, here, &shares) }
            }
            if let Some(charts) = charts_with(report, here, |id| *id == figure.id) {
                <p class="quiet">{ WORDS.card.charts }</p>
                { charts }
            }
            <p class="quiet">
                { (WORDS.card.stands_in)(&figure.topic, &period_words(report, figure), &section) }
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
    here: &Route,
    section: &Section,
    sentence: &Sentence,
) -> Html {
    let in_text = Place::in_text(report.edition(), Selection::Sentence(sentence.number));
    let is_here =
        |id: &String| report.figure(id).is_some_and(|figure| figure.sentence == sentence.number);
    let (before, after) = (sentence.number.checked_sub(1), sentence.number.checked_add(1));
    html! {
        <>
            <h2 id="card-title" tabindex="-1">{ report.section_name(section) }</h2>
            <blockquote>{ text(report, here, sentence.span, TextMode::Excerpt(None)) }</blockquote>
            <p class="actions">
                if !matches!(here, Route::Report(_)) {
                    <a class="button" href={in_text.href(here)}>{ WORDS.card.to_text }</a>
                }
                { citation_button(report, sentence.span, in_text.clone()) }
                { link_button(in_text) }
                { sentence_link(report, here, before, WORDS.card.previous_sentence) }
                { sentence_link(report, here, after, WORDS.card.next_sentence) }
            </p>
            if let Some(charts) = charts_with(report, here, is_here) {
                <p class="quiet">{ WORDS.card.charts }</p>
                { charts }
            }
        </>
    }
}

/// A link to another sentence's card, so that every sentence can be reached from the keyboard.
fn sentence_link(
    report: &Report,
    here: &Route,
    number: Option<u32>,
    label: &'static str,
) -> Option<Html> {
    let number = number.filter(|number| report.sentence(*number).is_some())?;
    let selection = Selection::Sentence(number);
    let open = selection.fragment();
    let href = Place::in_text(report.edition(), selection).href(here);
    Some(html! { <a class="button" {href} data-open={open}>{ label }</a> })
}
