//! One chart: the picture or its table, in the order the reader wants, its words, its files.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::components::chart_picture::chart_picture;
use crate::app::components::chart_table::chart_table;
use crate::app::components::copy_button::link_button;
use crate::app::{Data, Go, WORDS};
use crate::chart::rows::{Order, rows};
use crate::chart::svg::source;
use crate::model::{Chart, ChartKind};
use crate::route::{ChartView, Place, Route};

pub(in crate::app) fn chart_page(data: Data, chart: &'static Chart, place: &Place, go: &Go) -> Html {
    let route = &place.route;
    let order = match place.view.sort.as_str() {
        "value" => Order::ByValue,
        "report" => Order::ByReport,
        _ => Order::Given,
    };
    let rows = rows(data.0, chart, order);
    let go_to = |change: fn(&mut ChartView, &Event)| {
        let (place, go) = (place.clone(), go.clone());
        Callback::from(move |event: Event| {
            let mut next = Place { selection: None, ..place.clone() };
            change(&mut next.view, &event);
            go.emit(next);
        })
    };
    let switch = {
        let (place, go) = (place.clone(), go.clone());
        Callback::from(move |_: MouseEvent| {
            let view = ChartView { table: !place.view.table, ..place.view.clone() };
            go.emit(Place { selection: None, view, ..place.clone() });
        })
    };
    let sort = &place.view.sort;
    let option = |value: &'static str, words: &'static str| html! { <option {value} selected={sort == value}>{ words }</option> };
    let file = |ending: &str, words: &'static str| {
        let name = format!("{}.{ending}", chart.id);
        html! { <a class="button" href={format!("../{name}")} download={name}>{ words }</a> }
    };
    let sortable = matches!(chart.kind, ChartKind::Bars | ChartKind::Rates) && rows.rows.len() > 1;
    html! {
        <article>
            <p class="quiet"><a href={route.href(&Route::Charts(data.year))}>{ WORDS.charts }</a></p>
            <figure class="chart-card single">
                <figcaption>
                    <h1 id="page-title" tabindex="-1">{ &chart.title }</h1>
                    <p class="quiet">{ &chart.subtitle }</p>
                </figcaption>
                if place.view.table {
                    { chart_table(data, route, &rows) }
                } else {
                    { chart_picture(data, route, chart, &rows) }
                }
                if rows.rows.iter().any(|row| row.open) {
                    <p class="quiet">{ "末端断开的横条是概数，画到报告写出的数。" }</p>
                }
                if !chart.note.is_empty() {
                    <p class="quiet">{ &chart.note }</p>
                }
                <p class="quiet">{ source(data.0) }</p>
            </figure>
            <div class="actions">
                <span class="tool"><button type="button" onclick={switch}>{ if place.view.table { WORDS.as_chart } else { WORDS.as_table } }</button></span>
                if sortable {
                    <label class="tool sort"><span class="visually-hidden">{ WORDS.order }</span>
                        <select onchange={go_to(|view, event| view.sort = event.target_unchecked_into::<HtmlSelectElement>().value())}>
                            { option("", WORDS.order_given) }{ option("value", WORDS.order_by_value) }{ option("report", WORDS.order_report) }
                        </select>
                    </label>
                }
                { file("svg", "下载图片（SVG）") }
                { file("csv", "下载数据（CSV）") }
                { link_button(Place { selection: None, ..place.clone() }) }
            </div>
            <h2>{ "文字描述" }</h2>
            <p>{ &chart.description }</p>
            <details class="data"><summary>{ "数据表" }</summary>{ chart_table(data, route, &rows) }</details>
        </article>
    }
}
