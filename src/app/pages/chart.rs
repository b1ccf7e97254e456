//! One chart: its picture or its table in the order the reader wants, its words, and what can be
//! done with it.

use yew::prelude::*;

use crate::app::components::chart_links::chart_list;
use crate::app::components::chart_picture::{chart_picture, subtitle_html};
use crate::app::components::chart_table::chart_table;
use crate::app::components::copy_button::link_button;
use crate::app::components::export_panel::{ExportPanel, OPENER};
use crate::app::components::print_button::print_button;
use crate::app::components::{dated, raw_html};
use crate::app::{Navigate, ReportRef, browser};
use crate::chart::format::file_name;
use crate::chart::rows::{Order, Rows, rows};
use crate::chart::svg::source;
use crate::model::{Chart, Report};
use crate::route::{ChartOptions, Place, Route, View};
use crate::words::WORDS;

/// The page of an editor's chart.
pub(in crate::app) fn chart_page(
    report: &'static Report,
    chart: &Chart,
    place: &Place,
    navigate: &Navigate,
) -> Html {
    let heading = html! { <h1 id="page-title" tabindex="-1">{ &chart.title }</h1> };
    html! {
        <article>
            <p class="quiet">
                <a href={place.route.href(&Route::Charts(report.edition()))}>{ WORDS.pages.charts }</a>
            </p>
            <div class="two-columns">
                <div class="main-column">
                    { chart_article(report, chart, place, navigate, heading) }
                </div>
                { chart_list(report, &place.route, Some(chart)) }
            </div>
        </article>
    }
}

/// A chart with its words, its table and all that can be done with it, below a `heading`.
pub(in crate::app) fn chart_article(
    report: &'static Report,
    chart: &Chart,
    place: &Place,
    navigate: &Navigate,
    heading: Html,
) -> Html {
    let (here, options) = (&place.route, &place.chart_options);
    let order = match options.sort.as_str() {
        "value" => Order::ByValue,
        "report" => Order::ByReport,
        _ => Order::Given,
    };
    let rows = rows(report, chart, order);
    html! {
        <>
            <figure class="chart-card single">
                <figcaption>
                    { heading }
                    { raw_html("p class=\"quiet\"", |html| html.push_str(&subtitle_html(chart))) }
                </figcaption>
                if options.table {
                    { chart_table(report, here, &rows) }
                } else {
                    { chart_picture(report, here, chart, &rows, place.large) }
                }
                if let Some(note) = rows.about_note() {
                    <p class="quiet">{ note }</p>
                }
                if !chart.note.is_empty() {
                    <p class="quiet">{ &chart.note }</p>
                }
                <p class="quiet">{ dated(report, source(report)) }</p>
            </figure>
            { actions(report, chart, &rows, place, navigate) }
            if options.export {
                <ExportPanel
                    report={ReportRef(report)}
                    chart={chart.clone()}
                    {order}
                    place={place.clone()}
                    navigate={navigate.clone()}
                />
            }
            <h2>{ WORDS.chart_page.description }</h2>
            <p>{ &chart.description }</p>
            <details class="data">
                <summary>{ WORDS.chart_page.table }</summary>
                { chart_table(report, here, &rows) }
            </details>
        </>
    }
}

/// What can be done with a chart: export, table or picture, order, files, link.
fn actions(
    report: &Report,
    chart: &Chart,
    rows: &Rows,
    place: &Place,
    navigate: &Navigate,
) -> Html {
    let (here, options) = (&place.route, &place.chart_options);
    let with = |chart_options: ChartOptions| Place { chart_options, ..place.with(None) };
    let export = with(ChartOptions { export: !options.export, ..options.clone() });
    let table = with(ChartOptions { table: !options.table, ..options.clone() });
    let table_label =
        if options.table { WORDS.chart_page.as_chart } else { WORDS.chart_page.as_table };
    let can_sort = chart.kind.can_sort() && rows.rows.len() > 1;
    let file = |ending: &str, label: &'static str| {
        let href = format!("../{}.{ending}", chart.id);
        let name = file_name(report, chart, None, ending);
        html! { <a class="button" {href} download={name}>{ label }</a> }
    };
    html! {
        <div class="actions">
            <a
                id={OPENER}
                class="button primary tool"
                href={export.href(here)}
                aria-expanded={options.export.to_string()}
                onclick={|_: MouseEvent| browser::focus(OPENER)}
            >
                { WORDS.export.title }
            </a>
            <a class="button tool" href={table.href(here)}>{ table_label }</a>
            if can_sort {
                { order_field(place, navigate) }
            }
            if chart.id != Chart::CUSTOM {
                { file("png", "PNG") }
                { file("svg", "SVG") }
                { file("csv", "CSV") }
            }
            { link_button(with(ChartOptions { export: false, ..options.clone() })) }
            if chart.id != Chart::CUSTOM {
                <a class="button" href={embed_guide(here, chart)}>{ WORDS.chart_page.embed }</a>
            }
            { print_button(WORDS.print.chart, vec![".chart-card.single".to_string()]) }
        </div>
    }
}

/// The address of the guide with this chart chosen in it.
fn embed_guide(here: &Route, chart: &Chart) -> String {
    let view = View::Chart(chart.id.clone()).path();
    format!("{}?view={view}", here.href(&Route::EmbedGuide))
}

fn order_field(place: &Place, navigate: &Navigate) -> Html {
    let onchange = {
        let (place, navigate) = (place.clone(), navigate.clone());
        browser::selected_value(Callback::from(move |sort: String| {
            let chart_options = ChartOptions { sort, ..place.chart_options.clone() };
            navigate.emit(Place { chart_options, ..place.with(None) });
        }))
    };
    let given = match place.route {
        Route::CustomChart(_) => WORDS.chart_page.order_chosen,
        _ => WORDS.chart_page.order_given,
    };
    let option = |value: &'static str, label: &'static str| {
        let selected = place.chart_options.sort == value;
        html! { <option {value} {selected}>{ label }</option> }
    };
    html! {
        <label class="tool sort">
            <span class="visually-hidden">{ WORDS.figure_table.order }</span>
            <select {onchange}>
                { option("", given) }
                { option("value", WORDS.chart_page.order_value) }
                { option("report", WORDS.figure_table.order_report) }
            </select>
        </label>
    }
}
