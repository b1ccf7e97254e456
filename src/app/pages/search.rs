//! 搜索: everything found for the query in the address; the box above is where it is typed.

use yew::prelude::*;

use crate::app::components::hits::Found;
use crate::app::components::search_box::search_hints;
use crate::app::hooks::use_search::Searcher;
use crate::app::{Data, WORDS};
use crate::route::{Place, Route};

#[inline(never)]
pub(in crate::app) fn search_page(data: Data, place: &Place, searcher: &Searcher) -> Html {
    let query = &place.finding.query;
    let outcome = searcher.search(query);
    html! {
        <>
            <h1 id="page-title" tabindex="-1">{ WORDS.search }</h1>
            if let Some((index, outcome)) = &outcome {
                { results(&Found { data, index, outcome, query }, place) }
            } else {
                { search_hints(data, place) }
                <p><a class="more" href={place.route.href(&Route::Report(data.year))}>{ "读全文" }</a></p>
            }
        </>
    }
}

fn results(found: &Found<'_>, place: &Place) -> Html {
    let n_hits = found.outcome.hits.len();
    html! {
        <>
            if n_hits > 0 {
                <p>{ format!("“{}”：{n_hits}条结果", found.query.trim()) }</p>
            }
            { found.notice(place) }
            { found.groups(place, usize::MAX) }
        </>
    }
}
