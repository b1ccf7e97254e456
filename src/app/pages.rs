//! Pages: each arranges components for one route.

mod about;
mod audit;
mod chart;
mod charts;
mod custom_chart;
mod figure;
mod figures;
mod not_found;
mod overview;
mod pictures;
mod report;
mod search;

use std::rc::Rc;

use yew::prelude::*;

use super::components::raw_html;
use super::{Navigate, ReportRef};
use crate::model::{Editions, Report};
use crate::route::{Place, Route, View};
use crate::text::Span;

/// The page at a place. `text_matches` are marked in the report's text; `article` is
/// HTML that was written elsewhere.
pub(super) fn page(
    report: &'static Report,
    editions: &Editions,
    place: &Place,
    navigate: &Navigate,
    text_matches: Option<Rc<[Span]>>,
    article: &str,
) -> Html {
    match &place.route {
        Route::Home | Route::Overview(_) | Route::Embed(_, View::Explorer) => {
            html! {
                <overview::OverviewPage report={ReportRef(report)} route={place.route.clone()} />
            }
        }
        Route::Figures(_) => {
            html! {
                <figures::FiguresPage
                    report={ReportRef(report)}
                    place={place.clone()}
                    navigate={navigate.clone()}
                />
            }
        }
        Route::Figure(_, id) => match report.figure(id) {
            Some(figure) => figure::figure_page(report, figure, editions, article),
            None => not_found::not_found_page(report),
        },
        Route::Charts(_) => {
            html! { <charts::ChartsPage report={ReportRef(report)} large={place.large} /> }
        }
        Route::Chart(_, id) => match report.chart(id) {
            Some(chart) => chart::chart_page(report, chart, place, navigate),
            None => not_found::not_found_page(report),
        },
        Route::CustomChart(_) => custom_chart::custom_chart_page(report, place, navigate),
        Route::Search(_) | Route::Embed(_, View::Search) => {
            search::search_page(report, editions, place)
        }
        Route::Pictures(_) => html! { <pictures::PicturesPage report={ReportRef(report)} /> },
        Route::Audit(_) => html! { <audit::AuditPage report={ReportRef(report)} /> },
        Route::AboutReport(_) | Route::About => about::about_page(report, editions, &place.route),
        Route::Comparisons
        | Route::Compare(..)
        | Route::EmbedGuide
        | Route::Deploy
        | Route::Desk => raw_html("div", |html| html.push_str(article)),
        Route::Report(_) => report::report_page(report, place, text_matches),
        Route::Embed(..) | Route::NotFound => not_found::not_found_page(report),
    }
}
