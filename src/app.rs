//! The page: Yew components over one report. Pages arrange, components show, hooks listen, the core computes.
//!
//! The same components are rendered natively at build time ([`crate::prerender`]) and taken over in the browser.
//! State is the address alone ([`Place`]); [`browser`] is the only module that touches the browser.

pub mod browser;
mod components;
pub mod embed;
mod hooks;
mod pages;
pub mod words;

use std::ops::Deref;

use yew::prelude::*;

use crate::model::Report;
use crate::route::{Place, Route, View};
use browser::Part;
use components::layout::Layout;
use components::search_box::SearchBox;
#[cfg(feature = "page")]
use hooks::use_place::part_for;
use hooks::use_place::use_place;
use hooks::use_search::use_search;
use words::{Words, ZH};

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
}

/// The whole page.
#[component]
pub fn App(AppProps { data, years, route }: &AppProps) -> Html {
    let data = *data;
    let (place, go) = use_place(route, data);
    let awake = use_state_eq(|| false);
    let searcher = use_search(data, *awake || !place.finding.query.is_empty());
    let page = match &place.route {
        Route::Home | Route::Overview(_) | Route::Embed(_, View::Explorer) => {
            html! { <pages::overview::OverviewPage {data} route={place.route.clone()} /> }
        }
        Route::Report(_) => html! { <pages::report::ReportPage {data} place={place.clone()} searcher={searcher.clone()} /> },
        Route::Figures(_) => html! { <pages::figures::FiguresPage {data} place={place.clone()} go={go.clone()} /> },
        Route::Figure(_, id) => match data.0.figure(id) {
            Some(figure) => pages::figure::figure_page(data, figure),
            None => pages::not_found::not_found_page(data),
        },
        Route::Charts(_) => html! { <pages::charts::ChartsPage {data} /> },
        Route::Chart(_, id) => match data.0.chart(id) {
            Some(chart) => pages::chart::chart_page(data, chart, &place, &go),
            None => pages::not_found::not_found_page(data),
        },
        Route::CustomChart(_) => pages::custom_chart::custom_chart_page(data, &place, &go),
        Route::Search(_) | Route::Embed(_, View::Search) => pages::search::search_page(data, &place, &searcher),
        Route::Audit(_) => html! { <pages::audit::AuditPage {data} /> },
        Route::About => pages::about::about_page(data, years),
        // Their text is put in where they are rendered.
        Route::EmbedGuide | Route::Deploy => html! { <div id="guide"></div> },
        Route::Embed(..) | Route::NotFound => pages::not_found::not_found_page(data),
    };
    let onwake = {
        let awake = awake.setter();
        Callback::from(move |()| {
            let awake = awake.clone();
            browser::with_part(Part::Search, move || awake.set(true));
        })
    };
    let search = html! { <SearchBox {data} place={place.clone()} go={go.clone()} {searcher} {onwake} /> };
    html! { <Layout {data} years={years.clone()} {place} {go} {search}>{ page }</Layout> }
}

/// Where a component asks the address to go.
pub type Go = Callback<Place>;

/// Takes over the page: at once for the newest year, after its data has come for another.
#[cfg(feature = "page")]
pub fn start() {
    let Some(newest) = crate::archive::newest() else { return };
    let route = Route::parse(&browser::page_value("data-route").unwrap_or_default());
    let years =
        browser::page_value("data-years").map_or_else(|| vec![newest.year], |years| years.split(' ').filter_map(|year| year.parse().ok()).collect());
    match route.year().filter(|year| *year != newest.year) {
        None => take_over(newest, years, route),
        Some(year) => yew::platform::spawn_local(async move {
            let address = format!("{}{year}/data/report.postcard", route.root());
            if let Some(report) = browser::fetch(&address).await.as_deref().and_then(crate::archive::read) {
                take_over(report, years, route);
            }
        }),
    }
}

#[cfg(feature = "page")]
fn take_over(report: Report, years: Vec<u16>, route: Route) {
    browser::with_part(part_for(&Place::page(route.clone())), move || show(report, years, route));
}

#[cfg(feature = "page")]
fn show(report: Report, years: Vec<u16>, route: Route) {
    let Some(root) = browser::app_root() else { return };
    let data = Data(Box::leak(Box::new(report)));
    let renderer = yew::Renderer::<App>::with_root_and_props(root, AppProps { data, years, route });
    // Without rendered HTML (the bare template under `trunk serve`) there is nothing to take over.
    if browser::page_value("data-route").is_some() {
        renderer.hydrate();
    } else {
        renderer.render();
    }
}
