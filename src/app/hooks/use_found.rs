//! What was looked for in the report's text, and the place among it that the reader is led to.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::browser;
use crate::route::{Finding, Place, Route};
use crate::text::Span;

/// The places found for the query in the address of the report's page; none without one, on any
/// other page, and until the search program has answered.
#[hook]
pub(in crate::app) fn use_found(place: &Place) -> Option<Rc<[Span]>> {
    let finding = match place.route {
        Route::Report(_) => place.finding.clone(),
        _ => Finding::default(),
    };
    let found = use_state(|| None::<(String, Rc<[Span]>)>);
    {
        let found = found.setter();
        use_effect_with(finding.query.clone(), move |query| {
            if !query.is_empty() {
                let asked = query.clone();
                browser::find(query, move |places| found.set(Some((asked, places.into()))));
            }
        });
    }
    let shown =
        (*found).clone().filter(|(query, _)| *query == finding.query).map(|(_, found)| found);
    use_effect_with((finding, shown.clone()), |(finding, shown)| {
        if finding.hit > 0 && shown.is_some() {
            browser::show_found(finding.hit);
        }
    });
    shown
}
