//! Two reports side by side in a frame of other people's pages: what is shown first of them, each leading to
//! its two sentences.

use yew::prelude::*;

use crate::compare::Pair;
use crate::compare::difference::signed_percent;
use crate::route::{Route, View};
use crate::words::{COMPARISON, WORDS};

use super::changes::pair_id;
use super::{CompareViewProps, ComparisonRef};

/// Most pairs that a frame shows.
const MOST: usize = 5;

/// The view that frames show of two reports.
#[component]
pub fn CompareFrame(CompareViewProps { comparison }: &CompareViewProps) -> Html {
    let ComparisonRef(comparison) = *comparison;
    let [earlier, later] = [comparison.earlier, comparison.later].map(|report| report.edition());
    let here = Route::Embed(later, View::Comparison(earlier.slug()));
    let page = here.href(&Route::Compare(earlier, later));
    let rows = comparison.shown_first(MOST);
    let is_change = rows.iter().any(|(_, share)| share.is_some());
    let titles = [comparison.earlier, comparison.later]
        .map(|report| (WORDS.punctuation.titled)(&report.title));
    let row = |(pair, share): &(&Pair, Option<f64>)| {
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
    };
    html! {
        <>
            <h1>{ comparison.title() }</h1>
            <p class="quiet">
                { if is_change { COMPARISON.largest_computed } else { COMPARISON.like } }
            </p>
            <ul class="rows">{ for rows.iter().map(row) }</ul>
            <p class="quiet">{ (COMPARISON.card_source)(&titles) }</p>
        </>
    }
}
