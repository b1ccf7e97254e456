//! What was looked for in the report's text, and the place among it that the reader is led to.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::Searcher;
use crate::app::browser;
use crate::model::Span;
use crate::route::Place;

/// The places found for the query in the address; none without one.
#[hook]
pub(in crate::app) fn use_found(place: &Place, searcher: &Searcher) -> Option<Rc<[Span]>> {
    let found = use_memo((place.finding.query.clone(), searcher.clone()), |(query, searcher)| {
        searcher.search(query).map(|(index, outcome)| outcome.spans_in_text(index).into())
    });
    use_effect_with((place.finding.clone(), found.clone()), |(finding, _)| {
        if finding.hit > 0 {
            browser::show_found(finding.hit);
        }
    });
    (*found).clone()
}
