//! Numbers computed from figures, each with its formula and marked as no part of the report.

use yew::prelude::*;

use crate::analysis::Derived;
use crate::model::{Derivation, Figure, Report};
use crate::route::{Route, Selection};
use crate::words::WORDS;

/// The list, each number with links to the figures it is computed from.
pub(in crate::app) fn derived_list(report: &Report, here: &Route, derived: &[Derived<'_>]) -> Html {
    let figure_link = |figure: &&Figure| {
        let href = here.href(&Route::Figure(report.edition(), figure.id.clone()));
        let open = Selection::Figure(figure.id.clone()).fragment();
        let label = format!("{} {}", figure.label, figure.quantity.printed());
        html! { <li><a {href} data-open={open}>{ label }</a></li> }
    };
    let item = |derived: &Derived<'_>| {
        let formula = (WORDS.punctuation.labelled)(WORDS.derived.mark, &derived.formula);
        let Derivation { label, note, .. } = derived.derivation;
        html! {
            <li class="derived">
                <p class="derived-head">
                    <span class="derived-label">{ label }</span>
                    <strong>{ &derived.result }</strong>
                </p>
                <p class="quiet">{ formula }</p>
                if !derived.comparison.is_empty() || !note.is_empty() {
                    <p>{ &derived.comparison }{ note }</p>
                }
                <ul class="inline">{ for derived.figures.iter().map(figure_link) }</ul>
            </li>
        }
    };
    html! { <ul class="plain">{ for derived.iter().map(item) }</ul> }
}
