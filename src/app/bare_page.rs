//! A page's own part without what is around it on every page: the single file shows some of them one
//! below the other where there is no program.

use yew::prelude::*;

use crate::app::{ReportRef, pages};
use crate::route::{Place, Route};

/// What a part is rendered from.
#[derive(Clone, PartialEq, Properties)]
pub struct BarePageProps {
    /// The report.
    pub report: ReportRef,
    /// The page.
    pub route: Route,
}

/// A page's own part; nothing on it answers.
#[component]
pub fn BarePage(BarePageProps { report, route }: &BarePageProps) -> Html {
    let ReportRef(report) = *report;
    pages::page(report, &[report.year], &Place::page(route.clone()), &Callback::noop(), None, "")
}
