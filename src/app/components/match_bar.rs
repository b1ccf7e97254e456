//! The bar below the report's text while matches of a query are marked in it: which of them is
//! shown, and links to the next, to all hits, and to the text without marks. The keyboard comes here
//! with a hit, so that Enter leads from one to the next.

use yew::prelude::*;

use crate::app::components::changing_text;
use crate::model::Report;
use crate::route::{Place, Route, SearchState, Selection};
use crate::text::Span;
use crate::words::WORDS;

/// The bar for a query with these matches in the text.
pub(in crate::app) fn match_bar(report: &Report, place: &Place, matches: &[Span]) -> Html {
    let SearchState { query, match_number } = &place.search;
    let n_matches = matches.len() as u32;
    let at_match = |match_number: u32| Place {
        search: SearchState { query: query.clone(), match_number },
        ..place.with(None)
    };
    // Behind the last comes the first.
    let previous = if *match_number <= 1 { n_matches } else { match_number - 1 };
    let next = if *match_number >= n_matches { 1 } else { match_number + 1 };
    let all_hits =
        Place { search: SearchState::of(query), ..Place::page(Route::Search(report.edition())) };
    let without = Place { search: SearchState::default(), ..place.with(None) };
    let link = |to: Place, label: &'static str| {
        html! { <a class="button" href={to.href(&place.route)}>{ label }</a> }
    };
    // The sentence of the match, to be heard with the link that has the keyboard.
    let sentence = matches
        .get(match_number.saturating_sub(1) as usize)
        .and_then(|place| report.sentence_at(place.start))
        .map(|(_, sentence)| Selection::Sentence(sentence.number).fragment());
    let next_link = {
        let href = at_match(next).href(&place.route);
        html! {
            <a id="next-match" class="button" {href} aria-describedby={sentence}>
                { if n_matches > 1 { WORDS.matches.next } else { WORDS.matches.again } }
            </a>
        }
    };
    let status = match (n_matches, *match_number) {
        (0, _) => (WORDS.matches.none)(query),
        (_, 0) => (WORDS.matches.count)(query, n_matches),
        (_, number) => (WORDS.matches.position)(query, number, n_matches),
    };
    html! {
        <div class="found-bar" role="group" aria-label={WORDS.search.label}>
            <span role="status">{ changing_text(status) }</span>
            <span class="found-steps">
                if n_matches > 1 {
                    { link(at_match(previous), WORDS.matches.previous) }
                }
                // With a single match, too, it comes back to it; and the keyboard has a place here.
                if n_matches > 0 {
                    { next_link }
                }
                { link(all_hits, WORDS.matches.all_hits) }
                { link(without, WORDS.buttons.close) }
            </span>
        </div>
    }
}
