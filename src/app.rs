//! The page: Yew components over one report. Pages arrange, components show, hooks listen, the core
//! computes.
//!
//! The same components are rendered natively at build time ([`crate::prerender`]) and taken over in
//! the browser. State is the address alone ([`Place`]); [`browser`] is the only module that touches
//! the browser.

pub mod browser;
mod components;
pub mod embed;
mod hooks;
mod pages;
pub mod plain;

use std::ops::Deref;

use yew::prelude::*;

use crate::model::Report;
use crate::route::{Place, Route};
use components::layout::layout;
use hooks::use_found::use_found;
use hooks::use_place::use_place;

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
    /// A guide's HTML on its page, which has no program.
    pub article: AttrValue,
}

/// The whole page.
#[component]
pub fn App(AppProps { data, years, route, article }: &AppProps) -> Html {
    let data = *data;
    let (place, go) = use_place(route, data);
    let found = use_found(&place);
    let page = pages::page(data, years, &place, &go, found, article);
    layout(data, years, &place, &go, page)
}

/// Where a component asks the address to go.
pub type Go = Callback<Place>;

/// Takes over the page that is there, of the report that is given.
#[cfg(feature = "page")]
pub fn start(report: Report) {
    let Some(root) = browser::app_root() else { return };
    let route = Route::parse(&browser::page_value("data-route").unwrap_or_default());
    let years = browser::page_value("data-years").map_or_else(
        || vec![report.year],
        |years| years.split(' ').filter_map(|year| year.parse().ok()).collect(),
    );
    let data = Data(Box::leak(Box::new(report)));
    let renderer = yew::Renderer::<App>::with_root_and_props(
        root,
        AppProps { data, years, route, article: "".into() },
    );
    // Without rendered HTML (the bare template under `trunk serve`) there is nothing to take over.
    if browser::page_value("data-route").is_some() {
        renderer.hydrate();
    } else {
        renderer.render();
    }
}
