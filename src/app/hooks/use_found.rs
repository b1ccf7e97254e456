//! What was looked for in the report's text, and the place among it that the reader is led to.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::Searcher;
use crate::app::browser;
use crate::route::{Finding, Place, Route};
use crate::text::Span;

/// The places found for the query in the address of the report's page; none without one, and on any
/// other page.
#[hook]
pub(in crate::app) fn use_found(place: &Place, searcher: &Searcher) -> Option<Rc<[Span]>> {
    let finding = if matches!(place.route, Route::Report(_)) {
        place.finding.clone()
    } else {
        Finding::default()
    };
    let found = use_memo((finding.query.clone(), searcher.clone()), |(query, searcher)| {
        searcher.search(query).map(|(index, outcome)| outcome.spans_in_text(index).into())
    });
    use_effect_with((finding, found.clone()), |(finding, _)| {
        if finding.hit > 0 {
            browser::show_found(finding.hit);
        }
    });
    (*found).clone()
}
