//! What an address without a page shows.

use yew::prelude::*;

use crate::model::Report;
use crate::route::Route;
use crate::words::WORDS;

pub(in crate::app) fn not_found_page(report: &Report) -> Html {
    let edition = report.edition();
    let elsewhere = [
        (Route::Search(edition), WORDS.pages.search),
        (Route::Report(edition), WORDS.pages.report),
        (Route::Figures(edition), WORDS.pages.figures),
        (Route::Charts(edition), WORDS.pages.charts),
    ];
    let link = |(route, name): (Route, &'static str)| {
        html! { <a class="button" href={Route::NotFound.href(&route)}>{ name }</a> }
    };
    html! {
        <>
            <h1 id="page-title" tabindex="-1">{ WORDS.pages.not_found }</h1>
            <p>{ WORDS.pages.not_found_why }</p>
            <p>
                <a class="more" href={Route::NotFound.href(&Route::Home)}>
                    { (WORDS.pages.to_overview)(&report.title) }
                </a>
            </p>
            <p class="actions">{ for elsewhere.into_iter().map(link) }</p>
        </>
    }
}
