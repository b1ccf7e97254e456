//! Two reports side by side in a frame of other people's pages: what is shown first of them, each leading to
//! its two sentences.

use yew::prelude::*;

use crate::compare::{Comparison, Pair};
use crate::route::{Route, View};

use super::changes::change_row;
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
    let row = |(pair, share): &(&Pair, Option<f64>)| change_row(comparison, &page, pair, *share);
    html! {
        <>
            <h1>{ comparison.title() }</h1>
            <p class="quiet">{ Comparison::note_of(&rows) }</p>
            <ul class="rows">{ for rows.iter().map(row) }</ul>
            <p class="quiet">{ comparison.source() }</p>
        </>
    }
}
