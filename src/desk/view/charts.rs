//! Which figures are shown first, and which make charts: ticked in one table, each chart seen at once.

use yew::prelude::*;

use super::{ViewProps, change, change_by_words};
use crate::app::browser::svg_address;
use crate::chart::WIDE;
use crate::chart::svg::{Theme, chart_svg};
use crate::desk::edit::{NoChart, add_chart, switch_highlight};
use crate::desk::state::Act;
use crate::desk::task::Finding;
use crate::model::{Chart, Figure};
use crate::words::DESK as WORDS;

#[component]
pub(super) fn Charts(ViewProps { desk, .. }: &ViewProps) -> Html {
    let desk = &desk.0;
    let ticked = use_state(Vec::<String>::new);
    let Some(looked) = desk.looked.clone() else { return Html::default() };
    let report = &*looked.report;
    let row = |figure: &Figure| {
        let id = figure.id.clone();
        let highlight = {
            let id = id.clone();
            change(desk, move |annotations| switch_highlight(annotations, &id))
        };
        let tick = {
            let (ticked, id) = (ticked.clone(), id.clone());
            Callback::from(move |_: MouseEvent| {
                let mut next = (*ticked).clone();
                next.retain(|known| *known != id);
                if next.len() == ticked.len() {
                    next.push(id.clone());
                }
                ticked.set(next);
            })
        };
        html! {
            <tr>
                <td><label class="tick"><input type="checkbox" checked={report.highlights.contains(&id)} onclick={highlight} aria-label={(WORDS.highlight_of)(&figure.label)} /></label></td>
                <td><label class="tick"><input type="checkbox" checked={ticked.contains(&id)} onclick={tick} aria-label={(WORDS.chart_of)(&figure.label)} /></label></td>
                <td>{ &figure.label }</td>
                <td class="desk-value">{ figure.quantity.printed() }</td>
                <td class="quiet">{ &figure.topic }</td>
            </tr>
        }
    };
    let make = {
        let (desk, ticked, looked) = (desk.clone(), ticked.clone(), looked.clone());
        Callback::from(move |_: MouseEvent| {
            let mut made = Ok(String::new());
            let work =
                desk.changed(|annotations| made = add_chart(&looked.report, annotations, &ticked));
            match (made, work) {
                (Ok(_), Some(work)) => {
                    desk.dispatch(Act::Change(work));
                    ticked.set(Vec::new());
                }
                (Err(NoChart::Units), _) => {
                    desk.dispatch(Act::Fail(Finding::from(WORDS.units_differ.to_string())))
                }
                _ => desk.dispatch(Act::Fail(Finding::from(WORDS.too_few.to_string()))),
            }
        })
    };
    let chart = |chart: &Chart| {
        let id = chart.id.clone();
        let edit = |label: &'static str, value: &str, set: fn(&mut Chart, String)| {
            let id = id.clone();
            let enter = change_by_words(desk, move |annotations, words| {
                if let Some(chart) = annotations.charts.iter_mut().find(|chart| chart.id == id) {
                    set(chart, words);
                }
            });
            html! { <label class="desk-field"><span>{ label }</span><input value={value.to_string()} onchange={enter} /></label> }
        };
        let remove = {
            let id = id.clone();
            change(desk, move |annotations| annotations.charts.retain(|chart| chart.id != id))
        };
        let svg = chart_svg(report, chart, "", WIDE, Theme::Light);
        html! {
            <li key={chart.id.clone()} class="desk-chart">
                <img src={svg_address(&svg)} alt={chart.description.clone()} />
                { edit(WORDS.chart_title, &chart.title, |chart, words| chart.title = words) }
                { edit(WORDS.chart_subtitle, &chart.subtitle, |chart, words| chart.subtitle = words) }
                { edit(WORDS.chart_description, &chart.description, |chart, words| chart.description = words) }
                <button type="button" onclick={remove}>{ WORDS.remove_chart }</button>
            </li>
        }
    };
    html! {
        <div class="desk-charts">
            <div>
                <p class="desk-decisions">
                    <button type="button" class="primary" onclick={make}>{ (WORDS.make_chart)(ticked.len()) }</button>
                </p>
                <table>
                    <thead><tr><th>{ WORDS.highlight }</th><th>{ WORDS.in_chart }</th><th>{ WORDS.label }</th><th>{ WORDS.value }</th><th>{ WORDS.topic }</th></tr></thead>
                    <tbody>{ for report.figures.iter().map(row) }</tbody>
                </table>
            </div>
            <ul class="plain">{ for report.charts.iter().map(chart) }</ul>
        </div>
    }
}
