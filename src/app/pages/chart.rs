//! One chart: the picture or its table, in the order the reader wants, its words, its files.

use yew::prelude::*;

use crate::app::components::chart_picture::chart_picture;
use crate::app::components::chart_table::chart_table;
use crate::app::components::copy_button::link_button;
use crate::app::components::export_panel::ExportPanel;
use crate::app::{Navigate, ReportRef, browser};
use crate::chart::format::file_name;
use crate::chart::rows::{Order, rows};
use crate::chart::svg::source;
use crate::model::{Chart, ChartKind, Report};
use crate::route::{ChartOptions, Place, Route};
use crate::words::WORDS;

/// The page of an editor's chart.
pub(in crate::app) fn chart_page(
    report: &'static Report,
    chart: &Chart,
    place: &Place,
    navigate: &Navigate,
) -> Html {
    html! {
        <article>
            <p class="quiet"><a href={place.route.href(&Route::Charts(report.year))}>{ WORDS.pages.charts }</a></p>
            { chart_article(report, chart, place, navigate, html! { <h1 id="page-title" tabindex="-1">{ &chart.title }</h1> }) }
        </article>
    }
}

/// A chart with all that can be done with it, below a heading of the page's own.
pub(in crate::app) fn chart_article(
    report: &'static Report,
    chart: &Chart,
    place: &Place,
    navigate: &Navigate,
    heading: Html,
) -> Html {
    let (route, view) = (&place.route, &place.chart_options);
    let order = match view.sort.as_str() {
        "value" => Order::ByValue,
        "report" => Order::ByReport,
        _ => Order::Given,
    };
    let rows = rows(report, chart, order);
    let with =
        |chart_options: ChartOptions| Place { selection: None, chart_options, ..place.clone() };
    let sorted = {
        let (place, navigate) = (place.clone(), navigate.clone());
        browser::selected_value(Callback::from(move |sort: String| {
            navigate.emit(Place {
                selection: None,
                chart_options: ChartOptions { sort, ..place.chart_options.clone() },
                ..place.clone()
            });
        }))
    };
    let option = |value: &'static str, words: &'static str| html! { <option {value} selected={view.sort == value}>{ words }</option> };
    let file = |ending: &str, words: &'static str| {
        let href = format!("../{}.{ending}", chart.id);
        html! { <a class="button" {href} download={file_name(report, chart, None, ending)}>{ words }</a> }
    };
    let sortable = matches!(chart.kind, ChartKind::Bars | ChartKind::Rates) && rows.rows.len() > 1;
    let table = with(ChartOptions { table: !view.table, ..view.clone() });
    let export = with(ChartOptions { export: !view.export, ..view.clone() });
    html! {
        <>
            <figure class="chart-card single">
                <figcaption>
                    { heading }
                    <p class="quiet">{ &chart.subtitle }</p>
                </figcaption>
                if view.table {
                    { chart_table(report, route, &rows) }
                } else {
                    { chart_picture(report, route, chart, &rows) }
                }
                if rows.rows.iter().any(|row| row.open) {
                    <p class="quiet">{ WORDS.pictures.open_end }</p>
                }
                if !chart.note.is_empty() {
                    <p class="quiet">{ &chart.note }</p>
                }
                <p class="quiet">{ source(report) }</p>
            </figure>
            <div class="actions">
                <a class="button primary tool" href={export.href(route)} aria-expanded={view.export.to_string()}>{ WORDS.export.title }</a>
                <a class="button tool" href={table.href(route)}>{ if view.table { WORDS.chart_page.as_chart } else { WORDS.chart_page.as_table } }</a>
                if sortable {
                    <label class="tool sort"><span class="visually-hidden">{ WORDS.figure_table.order }</span>
                        <select onchange={sorted}>
                            { option("", WORDS.chart_page.order_given) }{ option("value", WORDS.chart_page.order_value) }{ option("report", WORDS.figure_table.order_report) }
                        </select>
                    </label>
                }
                if chart.id != Chart::CUSTOM {
                    { file("png", "PNG") }
                    { file("svg", "SVG") }
                    { file("csv", "CSV") }
                }
                { link_button(with(ChartOptions { export: false, ..view.clone() })) }
            </div>
            if view.export {
                <ExportPanel report={ReportRef(report)} chart={chart.clone()} {order} place={place.clone()} navigate={navigate.clone()} />
            }
            <h2>{ WORDS.chart_page.description }</h2>
            <p>{ &chart.description }</p>
            <details class="data"><summary>{ WORDS.chart_page.table }</summary>{ chart_table(report, route, &rows) }</details>
        </>
    }
}
