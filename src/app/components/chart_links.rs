//! Lists of links to charts: those that draw a figure, and all beside a page of charts.

use yew::prelude::*;

use crate::model::{Chart, Report};
use crate::route::Route;
use crate::words::WORDS;

/// Links to the charts that draw a figure whose id `is_meant`; nothing where there is none.
pub(in crate::app) fn charts_with(
    report: &Report,
    here: &Route,
    is_meant: impl Fn(&String) -> bool,
) -> Option<Html> {
    let charts = report.charts.iter().filter(|chart| chart.figures.iter().any(&is_meant));
    let charts: Vec<Html> = charts.map(|chart| chart_link(report, here, chart)).collect();
    (!charts.is_empty()).then(|| html! { <ul class="inline">{ for charts }</ul> })
}

/// All charts of the report, beside a page; the one that the page shows is told.
pub(in crate::app) fn chart_list(report: &Report, here: &Route, shown: Option<&Chart>) -> Html {
    if report.charts.len() < 2 {
        return Html::default();
    }
    let item = |chart: &Chart| {
        let is_shown = shown.is_some_and(|shown| shown.id == chart.id);
        let href = match shown {
            Some(_) => here.href(&Route::Chart(report.edition(), chart.id.clone())),
            None => ["#", &chart.id].concat(),
        };
        let current = is_shown.then_some("true");
        html! { <li><a {href} aria-current={current}>{ &chart.title }</a></li> }
    };
    html! {
        <nav class="side-column side-list" aria-label={WORDS.pages.all_charts}>
            <h2>{ WORDS.pages.all_charts }</h2>
            <ul class="plain">{ for report.charts.iter().map(item) }</ul>
        </nav>
    }
}

fn chart_link(report: &Report, here: &Route, chart: &Chart) -> Html {
    let href = here.href(&Route::Chart(report.edition(), chart.id.clone()));
    html! { <li><a {href}>{ &chart.title }</a></li> }
}
