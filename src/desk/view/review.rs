//! What is open, one beside the other: the list, what is looked at, and the text around it. Keys do
//! what the buttons do.

use yew::prelude::*;

use super::card::{accept, card, exclude_current, step, whole_words};
use super::text::section_text;
use super::{ViewProps, act};
use crate::app::browser;
use crate::app::browser::desk::{ACCEPT, listen_keys};
use crate::desk::queue::{Item, open_items};
use crate::desk::state::Act;
use crate::ingest::annotation::Aspect;
use crate::model::Report;
use crate::words::DESK as WORDS;

#[component]
pub(super) fn Review(ViewProps { desk, dispatch }: &ViewProps) -> Html {
    let (desk, dispatch) = (&desk.0, &dispatch.0);
    {
        let desk = desk.clone();
        use_effect(move || {
            let listener = listen_keys(move |key| match key {
                "Enter" => accept(&desk),
                "x" => exclude_current(&desk),
                "j" => step(&desk, 1),
                "k" => step(&desk, -1),
                "z" => desk.dispatch(Act::Undo),
                "y" => desk.dispatch(Act::Redo),
                _ => {}
            });
            move || drop(listener)
        });
    }
    // With the keyboard on it, Enter alone goes through the list.
    let item = desk.current.as_ref().map(|item| item.name().to_string());
    use_effect_with((item, desk.n_shown), |_| browser::focus_first(ACCEPT, ".desk-bar"));
    let Some((looked, year)) = desk.looked.clone().zip(desk.year()) else { return Html::default() };
    let report = &*looked.report;
    let items = open_items(report, &year.annotations);
    let current = desk.current.clone().or_else(|| items.first().cloned());
    let figures = report.figures.iter().map(|figure| Item::Figure(figure.id.clone()));
    let all = figures.chain(Aspect::ALL.map(Item::Aspect));
    let decided: Vec<Item> = all.filter(|item| !items.contains(item)).collect();
    let row = |item: &Item| {
        let select = {
            let item = item.clone();
            act(dispatch, move || Act::Select(Some(item.clone())))
        };
        let is_current = current.as_ref() == Some(item);
        html! {
            <li key={item.name().to_string()}>
                <button type="button" aria-current={is_current.then_some("true")} onclick={select}>
                    { item_words(report, item) }
                </button>
            </li>
        }
    };
    html! {
        <div class="desk-review" tabindex="-1">
            <div class="desk-work">
                { card(desk, report, current.as_ref()) }
                { section_text(desk, report, current.as_ref()) }
            </div>
            <div class="desk-queue">
                <h2>{ (WORDS.n_open)(items.len()) }</h2>
                if items.is_empty() {
                    <p>{ WORDS.nothing_open }</p>
                }
                <ol>{ for items.iter().map(row) }</ol>
                if !decided.is_empty() {
                    <details>
                        <summary>{ (WORDS.n_decided)(decided.len()) }</summary>
                        <ol>{ for decided.iter().map(row) }</ol>
                    </details>
                }
            </div>
        </div>
    }
}

/// An item in one line.
fn item_words(report: &Report, item: &Item) -> String {
    match item {
        Item::Figure(id) => report.figure(id).map_or_else(
            || id.clone(),
            |figure| (WORDS.labelled)(&figure.label, &whole_words(&figure.quantity)),
        ),
        Item::Aspect(aspect) => aspect_words(*aspect).to_string(),
        Item::Number(span) => report.slice(*span).to_string(),
    }
}

/// What an aspect is called.
pub(super) fn aspect_words(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Title => WORDS.aspect_title,
        Aspect::Sections => WORDS.aspect_sections,
        Aspect::Exclusions => WORDS.aspect_exclusions,
        Aspect::Highlights => WORDS.aspect_highlights,
        Aspect::Charts => WORDS.aspect_charts,
    }
}
