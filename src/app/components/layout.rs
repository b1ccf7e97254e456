//! The frame of every page: whose report this is, the ways to the main pages, the page itself, and
//! the card beside it.

use yew::prelude::*;

use crate::app::Go;
use crate::app::components::card::card;
use crate::app::components::search_box::search_box;
use crate::model::Report;
use crate::route::{Place, Route, View};
use crate::words::WORDS;

/// The frame around a `page`, with the search box in it.
pub(in crate::app) fn layout(
    report: &'static Report,
    years: &[u16],
    place: &Place,
    go: &Go,
    page: Html,
) -> Html {
    let route = &place.route;
    let year = report.year;
    let date = report.date.map(|date| (WORDS.layout.submitted_on)(&date.prose()));
    let other_years = years.iter().filter(|known| **known != year).map(|known| {
        html! { <a href={route.href(&Route::Overview(*known))}>{ (WORDS.punctuation.year)(*known) }</a> }
    });
    let with_card = !matches!(
        route,
        Route::About
            | Route::EmbedGuide
            | Route::Deploy
            | Route::NotFound
            | Route::Search(_)
            | Route::Embed(_, View::Search)
    );
    let onclick = {
        let (place, go) = (place.clone(), go.clone());
        Callback::from(move |_: MouseEvent| go.emit(Place { large: !place.large, ..place.clone() }))
    };
    html! {
        <div class="page">
            <a class="skip" href="#main">{ WORDS.layout.skip }</a>
            <header class="site">
                <a class="site-name" href={route.href(&Route::Home)}>
                    { (WORDS.layout.site_name)(&report.site.place, year) }<span class="site-date">{ date }</span>
                </a>
                if years.len() > 1 {
                    <span class="years">{ for other_years }</span>
                }
                <button type="button" class="large-switch tool" {onclick}>{ if place.large { WORDS.layout.large_off } else { WORDS.layout.large_on } }</button>
            </header>
            { search_box(report, route) }
            <nav class="places" aria-label={WORDS.layout.navigation}>
                { place_link(route, Route::Overview(year), WORDS.pages.overview) }
                { place_link(route, Route::Report(year), WORDS.pages.report) }
                { place_link(route, Route::Figures(year), WORDS.pages.figures) }
                { place_link(route, Route::Charts(year), WORDS.pages.charts) }
                { place_link(route, Route::About, WORDS.pages.more) }
            </nav>
            <p class="unavailable" role="status">{ WORDS.layout.unavailable }</p>
            <div class={if with_card { "columns with-card" } else { "columns" }}>
                <main id="main" tabindex="-1">{ page }</main>
                if with_card {
                    { card(report, place, go) }
                }
            </div>
            <footer class="site">
                <p>{ (WORDS.punctuation.titled)(&report.title) }</p>
                <p>{ report.issuers.join(" ") }{ report.date.map(|date| (WORDS.layout.date)(&date.to_string())) }</p>
            </footer>
        </div>
    }
}

/// A way to a main page; marked while the reader is on it or on a page below it.
fn place_link(here: &Route, to: Route, words: &'static str) -> Html {
    let same = *here == to
        || (matches!(here, Route::Home | Route::Embed(_, View::Explorer))
            && matches!(to, Route::Overview(_)));
    let below = matches!(
        (here, &to),
        (Route::Figure(..), Route::Figures(_))
            | (Route::Chart(..) | Route::CustomChart(_), Route::Charts(_))
            | (Route::Audit(_) | Route::EmbedGuide | Route::Deploy, Route::About)
    );
    let current = if same { Some("page") } else { below.then_some("true") };
    html! { <a href={here.href(&to)} aria-current={current}>{ words }</a> }
}
