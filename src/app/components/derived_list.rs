//! Numbers computed from figures, each with its formula and marked as no part of the report.

use yew::prelude::*;

use crate::analysis::Derived;
use crate::model::Report;
use crate::route::{Route, Selection};
use crate::words::WORDS;

pub(in crate::app) fn derived_list(
    report: &Report,
    route: &Route,
    derived: &[Derived<'_>],
) -> Html {
    let item = |derived: &Derived<'_>| {
        let sources = derived.figures.iter().map(|figure| {
            let open = Selection::Figure(figure.id.clone()).fragment();
            html! { <li><a href={route.href(&Route::Figure(report.year, figure.id.clone()))} data-open={open}>{ format!("{} {}", figure.label, figure.quantity.printed()) }</a></li> }
        });
        html! {
            <li class="derived">
                <p class="derived-head"><span class="derived-label">{ &derived.derivation.label }</span><strong>{ &derived.result }</strong></p>
                <p class="quiet">{ (WORDS.punctuation.labelled)(WORDS.derived.mark, &derived.formula) }</p>
                if !derived.comparison.is_empty() || !derived.derivation.note.is_empty() {
                    <p>{ &derived.comparison }{ &derived.derivation.note }</p>
                }
                <ul class="inline">{ for sources }</ul>
            </li>
        }
    };
    html! { <ul class="plain">{ for derived.iter().map(item) }</ul> }
}
