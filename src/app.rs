//! The page: Yew components over one report. Pages arrange, components show, hooks listen, the core
//! computes.
//!
//! The same components are rendered natively at build time ([`crate::prerender`]) and taken over in
//! the browser. State is the address alone ([`Place`]); [`browser`] is the only module that touches
//! the browser.

pub mod browser;
mod components;
#[cfg(feature = "page")]
mod early_search;
pub mod embed;
mod hooks;
mod pages;
mod searcher;
pub mod words;

use std::ops::Deref;

use yew::prelude::*;

use crate::model::Report;
use crate::route::{Place, Route};
use components::layout::layout;
use components::search_box::SearchBox;
use hooks::use_found::use_found;
#[cfg(feature = "page")]
use hooks::use_place::part_for;
use hooks::use_place::use_place;
use words::{Words, ZH};

pub use searcher::Searcher;

/// The words shown.
pub const WORDS: &Words = &ZH;

/// A report that lives as long as the page; copying and comparing it costs nothing.
#[derive(Clone, Copy, Debug)]
pub struct Data(pub &'static Report);

impl PartialEq for Data {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Deref for Data {
    type Target = Report;

    fn deref(&self) -> &Report {
        self.0
    }
}

/// What the page starts from.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The report of the page's year.
    pub data: Data,
    /// Every year of the archive, newest first.
    pub years: Vec<u16>,
    /// The page the HTML was made for.
    pub route: Route,
    /// What searches.
    pub searcher: Searcher,
    /// What the search box shows already; none where the HTML has it closed.
    pub answered: Option<browser::Typed>,
}

/// The whole page.
#[component]
pub fn App(AppProps { data, years, route, searcher, answered }: &AppProps) -> Html {
    let data = *data;
    let (place, go) = use_place(route, data);
    if !place.finding.query.is_empty() {
        searcher.wake();
    }
    let found = use_found(&place, searcher);
    let page = match &place.route {
        Route::Report(_) => pages::report::report_page(data, &place, found),
        _ => pages::page(data, years, &place, &go, searcher),
    };
    let search = html! { <SearchBox {data} place={place.clone()} go={go.clone()} searcher={searcher.clone()} answered={answered.clone()} /> };
    layout(data, years, &place, &go, search, page)
}

/// Where a component asks the address to go.
pub type Go = Callback<Place>;

/// Takes over the page: at once for the newest year, after its data has come for another.
#[cfg(feature = "page")]
pub fn start() {
    let Some(newest) = crate::archive::newest() else { return };
    let route = Route::parse(&browser::page_value("data-route").unwrap_or_default());
    let years = browser::page_value("data-years").map_or_else(
        || vec![newest.year],
        |years| years.split(' ').filter_map(|year| year.parse().ok()).collect(),
    );
    match route.year().filter(|year| *year != newest.year) {
        None => take_over(newest, years, route),
        Some(year) => yew::platform::spawn_local(async move {
            let address = format!("{}{year}/data/report.postcard", route.root());
            if let Some(report) =
                browser::fetch(&address).await.as_deref().and_then(crate::archive::read)
            {
                take_over(report, years, route);
            }
        }),
    }
}

#[cfg(feature = "page")]
fn take_over(report: Report, years: Vec<u16>, route: Route) {
    let data = Data(Box::leak(Box::new(report)));
    let searcher = Searcher::of(data);
    let early = early_search::EarlySearch::begin(data, &searcher, &route);
    browser::with_part(part_for(&Place::page(route.clone())), move || {
        // Not in one go with what made the part ready: a tap or a key comes between.
        browser::after(0, move || {
            show(AppProps { data, years, route, searcher, answered: early.answered() })
        })
        .forget();
    });
}

/// Where the page's part of the program begins.
#[cfg(feature = "page")]
#[inline(never)]
fn show(props: AppProps) {
    let Some(root) = browser::app_root() else { return };
    let renderer = yew::Renderer::<App>::with_root_and_props(root, props);
    // Without rendered HTML (the bare template under `trunk serve`) there is nothing to take over.
    if browser::page_value("data-route").is_some() {
        renderer.hydrate();
    } else {
        renderer.render();
    }
}
