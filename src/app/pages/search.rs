//! 搜索: everything found for the query in the address; the box above is where it is typed.

use yew::prelude::*;

use crate::app::components::hits::{Found, search_hints};
use crate::app::searcher::Searcher;
use crate::app::{Data, WORDS};
use crate::route::{Place, Route};

pub(in crate::app) fn search_page(data: Data, place: &Place, searcher: &Searcher) -> Html {
    let query = &place.finding.query;
    let outcome = searcher.search(query);
    html! {
        <>
            <h1 id="page-title" tabindex="-1">{ WORDS.search }</h1>
            if let Some((index, outcome)) = &outcome {
                { results(&Found { data, index, outcome, query, here: place }) }
            } else {
                { Html::from_html_unchecked(search_hints(data, place).into()) }
                <p><a class="more" href={place.route.href(&Route::Report(data.year))}>{ "读全文" }</a></p>
            }
        </>
    }
}

fn results(found: &Found<'_>) -> Html {
    let n_hits = found.outcome.hits.len();
    html! {
        <>
            if n_hits > 0 {
                <p>{ format!("“{}”：{n_hits}条结果", found.query.trim()) }</p>
            }
            { Html::from_html_unchecked(found.html(usize::MAX).into()) }
        </>
    }
}
