//! The bar below the report's text while matches of a query are marked in it: which of them is
//! shown, and links to the next, to all hits, and to the text without marks.

use yew::prelude::*;

use crate::model::Report;
use crate::route::{Place, Route, SearchState};
use crate::words::WORDS;

/// The bar for a query with `n_matches` in the text.
#[inline(never)]
pub(in crate::app) fn match_bar(report: &Report, place: &Place, n_matches: u32) -> Html {
    let SearchState { query, match_number } = &place.search;
    let at_match = |match_number: u32| Place {
        selection: None,
        search: SearchState { query: query.clone(), match_number },
        ..place.clone()
    };
    // Behind the last comes the first.
    let previous = if *match_number <= 1 { n_matches } else { match_number - 1 };
    let next = if *match_number >= n_matches { 1 } else { match_number + 1 };
    let all_hits =
        Place { search: SearchState::of(query), ..Place::page(Route::Search(report.year)) };
    let without = Place { selection: None, search: SearchState::default(), ..place.clone() };
    let link = |to: Place, label: &'static str| {
        html! { <a class="button" href={to.href(&place.route)}>{ label }</a> }
    };
    let status = match (n_matches, *match_number) {
        (0, _) => (WORDS.matches.none)(query),
        (_, 0) => (WORDS.matches.count)(query, n_matches),
        (_, number) => (WORDS.matches.position)(query, number, n_matches),
    };
    html! {
        <div class="found-bar" role="group" aria-label={WORDS.search.label}>
            <span role="status">{ status }</span>
            <span class="found-steps">
                if n_matches > 0 {
                    { link(at_match(previous), WORDS.matches.previous) }
                    { link(at_match(next), WORDS.matches.next) }
                }
                { link(all_hits, WORDS.matches.all_hits) }
                { link(without, WORDS.buttons.close) }
            </span>
        </div>
    }
}
