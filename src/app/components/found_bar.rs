//! While the text shows what was found: which of the places this is, and the ways to the next, to
//! all, and out.

use yew::prelude::*;

use crate::model::Report;
use crate::route::{Finding, Place, Route};
use crate::words::WORDS;

/// The bar for `n_found` places.
#[inline(never)]
pub(in crate::app) fn found_bar(report: &Report, place: &Place, n_found: u32) -> Html {
    let (query, hit) = (&place.finding.query, place.finding.hit);
    let at = |hit: u32| Place {
        selection: None,
        finding: Finding { hit, ..place.finding.clone() },
        ..place.clone()
    };
    let link = |to: Place, words: &'static str| html! { <a class="button" href={to.href(&place.route)}>{ words }</a> };
    // Round and round: behind the last comes the first.
    let before = if hit <= 1 { n_found } else { hit - 1 };
    let after = if hit >= n_found { 1 } else { hit + 1 };
    let count = match (n_found, hit) {
        (0, _) => (WORDS.matches.none)(query),
        (_, 0) => (WORDS.matches.count)(query, n_found),
        _ => (WORDS.matches.position)(query, hit, n_found),
    };
    html! {
        <div class="found-bar" role="group" aria-label={WORDS.search.label}>
            <span role="status">{ count }</span>
            <span class="found-steps">
                if n_found > 0 {
                    { link(at(before), WORDS.matches.previous) }
                    { link(at(after), WORDS.matches.next) }
                }
                { link(Place { finding: Finding::of(query), ..Place::page(Route::Search(report.year)) }, WORDS.matches.all_hits) }
                { link(Place { selection: None, finding: Finding::default(), ..place.clone() }, WORDS.buttons.close) }
            </span>
        </div>
    }
}
