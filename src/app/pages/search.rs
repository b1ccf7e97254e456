//! 搜索: everything found for the query in the address; the box above is where it is typed.
//! `src/app/search_box.js` puts it into the page.

use yew::prelude::*;

use crate::answer::search_page_hints;
use crate::app::components::raw_html;
use crate::model::Report;
use crate::route::Route;
use crate::words::WORDS;

pub(in crate::app) fn search_page(report: &Report, here: &Route) -> Html {
    let results = raw_html("div id=\"search-results\"", |html| {
        html.push_str(&search_page_hints(report, here));
    });
    html! {
        <>
            <h1 id="page-title" tabindex="-1">{ WORDS.search.label }</h1>
            { results }
        </>
    }
}
