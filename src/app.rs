//! The page: Yew components over one report. Pages arrange, components show, hooks listen, the core
//! computes.
//!
//! The same components are rendered natively at build time (`src/site.rs`) and taken over in
//! the browser. State is the address alone ([`Place`]); [`browser`] is the only module that touches
//! the browser.

pub mod bare_page;
pub mod browser;
mod components;
pub mod frame_view;
mod hooks;
mod pages;

use yew::prelude::*;

use crate::model::Report;
use crate::route::{Place, Route};
use components::layout::layout;
use hooks::use_place::use_place;
use hooks::use_text_matches::use_text_matches;

/// The report as a component's property. It lives as long as the page, so that Yew can copy it and
/// compare it by its address; functions take the `&Report` inside.
#[derive(Clone, Copy, Debug)]
pub struct ReportRef(pub &'static Report);

impl PartialEq for ReportRef {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

/// What the page starts from.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The report of the page's year.
    pub report: ReportRef,
    /// Every year of the archive, newest first.
    pub years: Vec<u16>,
    /// The page the HTML was made for.
    pub route: Route,
    /// The HTML of a guide, on its page; empty on all others.
    pub article: AttrValue,
}

/// The whole page.
#[component]
pub fn App(AppProps { report, years, route, article }: &AppProps) -> Html {
    let ReportRef(report) = *report;
    let (place, navigate) = use_place(route, report, years);
    let text_matches = use_text_matches(&place);
    let page = pages::page(report, years, &place, &navigate, text_matches, article);
    layout(report, years, &place, &navigate, page)
}

/// Goes to the place that a component emits.
pub type Navigate = Callback<Place>;

/// Takes over the HTML that is there, a page of `report`.
#[cfg(feature = "page")]
pub fn start(report: Report) {
    let Some(root) = browser::app_root() else { return };
    let route = Route::parse(&browser::page_value("data-route").unwrap_or_default());
    let years = browser::page_value("data-years").map_or_else(
        || vec![report.year],
        |years| years.split(' ').filter_map(|year| year.parse().ok()).collect(),
    );
    let report = ReportRef(Box::leak(Box::new(report)));
    let renderer = yew::Renderer::<App>::with_root_and_props(
        root,
        AppProps { report, years, route, article: "".into() },
    );
    // `src/app/take_over.js` has cleared a page that others had changed.
    if browser::page_value("data-anew").is_some() {
        renderer.render();
    } else {
        renderer.hydrate();
    }
}
