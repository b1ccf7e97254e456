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
    let row = |(pair, share): &(&Pair, f64)| {
        let figures = comparison.figures(pair);
        let [one, other] = figures.map(|figure| figure.quantity.printed());
        html! {
            <li>
                <a href={format!("#{}", pair_id(comparison, pair))}>
                    <span>
                        { &figures[1].label }
                        <span class="quiet becomes">{ (COMPARISON.becomes)(&one, &other) }</span>
                    </span>
                    <span class="number">{ signed_percent(*share) }</span>
                </a>
            </li>
        }
    };
    html! {
        <>
            <h2 id="largest">{ COMPARISON.largest }</h2>
            <p class="quiet">{ COMPARISON.largest_note }</p>
            <ul class="rows">{ for changes.iter().map(row) }</ul>
        </>
    }
}

/// The id of a pair's own place on the page.
pub(super) fn pair_id(comparison: &Comparison, pair: &Pair) -> String {
    let [_, other] = comparison.figures(pair);
    format!("pair-{}", other.id)
}
