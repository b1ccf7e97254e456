//! The matches of the reader's query in the report's text. The search program finds them, so that
//! they come some time after the page.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::browser;
use crate::route::{Place, Route, SearchState, Selection};
use crate::text::Span;

/// The matches of the query in the address of the report's page; none without a query, on any other
/// page, and until the search program has answered. Scrolls to the one whose number is in the
/// address.
#[hook]
pub(in crate::app) fn use_text_matches(place: &Place) -> Option<Rc<[Span]>> {
    let search = match place.route {
        Route::Report(_) => place.search.clone(),
        _ => SearchState::default(),
    };
    // The last answer, with its query.
    let answer = use_state(|| None::<(String, Rc<[Span]>)>);
    {
        let answer = answer.setter();
        use_effect_with(search.query.clone(), move |query| {
            if !query.is_empty() {
                let asked = query.clone();
                browser::find_in_text(query, move |matches| {
                    answer.set(Some((asked, matches.into())));
                });
            }
        });
    }
    let matches =
        (*answer).clone().filter(|(query, _)| *query == search.query).map(|(_, matches)| matches);
    let opened = place.selection.as_ref().map(Selection::fragment);
    let found = (place.route.clone(), search.clone(), matches.clone());
    use_effect_with((found.clone(), opened), |((_, search, _), opened)| {
        // The text is drawn anew with its matches, and loses the marks of what is open and present.
        browser::mark_opened(opened.as_deref());
        browser::mark_match(search.match_number);
    });
    use_effect_with(found, |(_, search, matches)| {
        if search.match_number > 0 && matches.is_some() {
            browser::scroll_to_match();
            browser::focus_first("next-match", ".found-bar");
        }
    });
    matches
}
