//! 搜索: everything found for the query in the address; the box above is where it is typed.
//! `src/app/search_box.js` puts it into the page.

use yew::prelude::*;

use crate::answer::search_page_hints;
use crate::app::components::raw_html;
use crate::model::{Editions, Report};
use crate::route::{Place, Route};
use crate::words::WORDS;

pub(in crate::app) fn search_page(
    report: &'static Report,
    editions: &Editions,
    place: &Place,
) -> Html {
    let here = &place.route;
    let results = raw_html("div id=\"search-results\"", |html| {
        html.push_str(&search_page_hints(report, here));
    });
    let opening = format!(
        "section id=\"archive-hits\" class=\"hits\" data-failed=\"{}\"",
        WORDS.search.others_failed
    );
    html! {
        <>
            <h1 id="page-title" tabindex="-1">{ WORDS.search.label }</h1>
            { results }
            // A search in a frame is of the report that it is a view of.
            if editions.has_others() && matches!(here, Route::Search(_)) {
                { raw_html(&opening, |_| {}) }
            }
        </>
    }
}
