//! What changed most from one year of a place to another, before all that stands side by side: a list that
//! leads to each pair with its two sentences.

use yew::prelude::*;

use crate::compare::difference::{is_far_apart, signed_percent};
use crate::compare::{Comparison, Difference, Pair, difference};
use crate::period::Period;
use crate::words::COMPARISON;

/// Most changes that are listed.
const MOST: usize = 12;
/// Least of them that are worth a list.
const LEAST: usize = 3;

/// The list; nothing for two places, of which none rose or fell.
pub(super) fn largest_changes(comparison: &Comparison) -> Html {
    let changes = changes(comparison);
    if !comparison.is_of_one_place() || changes.len() < LEAST {
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

/// The largest changes in per cent, from the largest rise to the largest fall. Both numbers are exact and of
/// the year that is reported on.
fn changes(comparison: &Comparison) -> Vec<(&Pair, f64)> {
    let share_of = |pair: &Pair| {
        let [one, other] = comparison.figures(pair).map(|figure| &figure.quantity);
        let is_doubtful = !pair.basis.is_confirmed() && is_far_apart(one, other);
        if pair.is_explained || pair.periods != [Period::Year; 2] || is_doubtful {
            return None;
        }
        match difference(one, other) {
            Difference::Exact { share: Some(share), .. } if share != 0.0 => Some(share),
            _ => None,
        }
    };
    let mut changes: Vec<(&Pair, f64)> =
        comparison.pairs.iter().filter_map(|pair| Some((pair, share_of(pair)?))).collect();
    changes.sort_by(|(_, one), (_, other)| other.abs().total_cmp(&one.abs()));
    changes.truncate(MOST);
    changes.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    changes
}
