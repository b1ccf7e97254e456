//! Pages: each arranges the parts for one route.

mod about;
mod audit;
mod chart;
mod charts;
mod custom_chart;
mod figure;
mod figures;
mod not_found;
mod overview;
mod report;
mod search;

use yew::prelude::*;

use std::rc::Rc;

use super::components::written;
use super::{Data, Go};
use crate::route::{Place, Route, View};
use crate::text::Span;

/// The page at a place; in the report's text is marked what was `found`, and an
/// `article` stands on the page of a guide.
pub(super) fn page(
    data: Data,
    years: &[u16],
    place: &Place,
    go: &Go,
    found: Option<Rc<[Span]>>,
    article: &str,
) -> Html {
    match &place.route {
        Route::Home | Route::Overview(_) | Route::Embed(_, View::Explorer) => {
            html! { <overview::OverviewPage {data} route={place.route.clone()} /> }
        }
        Route::Figures(_) => {
            html! { <figures::FiguresPage {data} place={place.clone()} go={go.clone()} /> }
        }
        Route::Figure(_, id) => match data.0.figure(id) {
            Some(figure) => figure::figure_page(data, figure),
            None => not_found::not_found_page(data),
        },
        Route::Charts(_) => html! { <charts::ChartsPage {data} /> },
        Route::Chart(_, id) => match data.0.chart(id) {
            Some(chart) => chart::chart_page(data, chart, place, go),
            None => not_found::not_found_page(data),
        },
        Route::CustomChart(_) => custom_chart::custom_chart_page(data, place, go),
        Route::Search(_) | Route::Embed(_, View::Search) => search::search_page(data, &place.route),
        Route::Audit(_) => html! { <audit::AuditPage {data} /> },
        Route::About => about::about_page(data, years),
        Route::EmbedGuide | Route::Deploy => written(|html| html.push_str(article)),
        Route::Report(_) => report::report_page(data, place, found),
        Route::Embed(..) | Route::NotFound => not_found::not_found_page(data),
    }
}
