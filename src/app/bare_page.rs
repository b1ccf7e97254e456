//! A page without what stands around every page. The single file has some of them one below the
//! other for readers whose browser runs no program.

use yew::prelude::*;

use crate::app::{ReportRef, pages};
use crate::model::Editions;
use crate::route::{Place, Route};

/// What a bare page is rendered from.
#[derive(Clone, PartialEq, Properties)]
pub struct BarePageProps {
    /// The report.
    pub report: ReportRef,
    /// The page.
    pub route: Route,
}

/// The page; nothing on it answers to clicks.
#[component]
pub fn BarePage(BarePageProps { report, route }: &BarePageProps) -> Html {
    let ReportRef(report) = *report;
    let editions = Editions::only(report.edition());
    pages::page(report, &editions, &Place::page(route.clone()), &Callback::noop(), None, "")
}
