//! What changed most from one year of a place to another, before all that stands side by side: a list that
//! leads to each pair with its two sentences.

use yew::prelude::*;

use crate::compare::difference::signed_percent;
use crate::compare::{Comparison, Pair};
use crate::words::COMPARISON;

/// Most changes that are listed.
const MOST: usize = 12;
/// Least of them that are worth a list.
const LEAST: usize = 3;

/// The list; nothing for two places.
pub(super) fn largest_changes(comparison: &Comparison) -> Html {
    let changes = comparison.largest_changes(MOST);
    if changes.len() < LEAST {
        return Html::default();
    }
    let row = |(pair, share): &(&Pair, f64)| change_row(comparison, "", pair, Some(*share));
    html! {
        <>
            <h2 id="largest">{ COMPARISON.largest }</h2>
            <p class="quiet">{ COMPARISON.largest_note }</p>
            <ul class="rows">{ for changes.iter().map(row) }</ul>
        </>
    }
}

/// A pair in one line, which leads to its two sentences on `page`.
pub(super) fn change_row(
    comparison: &Comparison,
    page: &str,
    pair: &Pair,
    share: Option<f64>,
) -> Html {
    let [_, figure] = comparison.figures(pair);
    html! {
        <li>
            <a href={format!("{page}#{}", pair_id(comparison, pair))}>
                <span>
                    { &figure.label }
                    <span class="quiet becomes">{ comparison.values(pair) }</span>
                </span>
                <span class="number">{ share.map(signed_percent) }</span>
            </a>
        </li>
    }
}

/// The id of a pair's own place on the page.
pub(super) fn pair_id(comparison: &Comparison, pair: &Pair) -> String {
    let [_, other] = comparison.figures(pair);
    format!("pair-{}", other.id)
}
