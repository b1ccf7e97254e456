//! The page: Yew components over one report. Pages arrange, components show, hooks listen, the core
//! computes.
//!
//! The same components are rendered natively at build time (`src/site.rs`) and taken over in
//! the browser. State is the address alone ([`Place`]); [`browser`] is the only module that touches
//! the browser.

pub mod bare_page;
pub mod browser;
#[cfg(feature = "site")]
pub mod compare_view;
mod components;
pub mod frame_view;
mod hooks;
mod pages;

use yew::prelude::*;

#[cfg(feature = "page")]
use crate::model::Edition;
use crate::model::{Editions, Report};
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
    /// The report that the page is of.
    pub report: ReportRef,
    /// What else is in the archive.
    pub editions: Editions,
    /// The page the HTML was made for.
    pub route: Route,
    /// The HTML of a guide, on its page; empty on all others.
    pub article: AttrValue,
}

/// The whole page.
#[component]
pub fn App(AppProps { report, editions, route, article }: &AppProps) -> Html {
    let ReportRef(report) = *report;
    let (place, navigate) = use_place(route, report, editions);
    let text_matches = use_text_matches(&place);
    let page = pages::page(report, editions, &place, &navigate, text_matches, article);
    layout(report, editions, &place, &navigate, page)
}

/// Goes to the place that a component emits.
pub type Navigate = Callback<Place>;

/// Takes over the HTML that is there, a page of `report`.
#[cfg(feature = "page")]
pub fn start(report: Report) {
    let Some(root) = browser::app_root() else { return };
    let route = Route::parse(&browser::page_value("data-route").unwrap_or_default());
    let only = Editions::only(report.edition());
    let editions = Editions {
        home: browser::page_value("data-home")
            .and_then(|home| Edition::parse(&home))
            .unwrap_or(only.home),
        years: browser::page_value("data-years").map_or(only.years, |years| {
            years.split(' ').filter_map(|year| year.parse().ok()).collect()
        }),
        has_places: browser::page_value("data-places").is_some(),
    };
    let report = ReportRef(Box::leak(Box::new(report)));
    let renderer = yew::Renderer::<App>::with_root_and_props(
        root,
        AppProps { report, editions, route, article: "".into() },
    );
    // `src/app/take_over.js` has cleared a page that others had changed.
    if browser::page_value("data-anew").is_some() {
        renderer.render();
    } else {
        renderer.hydrate();
    }
}
