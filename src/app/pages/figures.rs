//! 指标: the table of all figures, by topic and unit, in the report's order or by value within a unit.

use yew::prelude::*;

use super::custom_chart::refusal_words;
use crate::app::components::copy_button::citation_button;
use crate::app::components::quantity::{quantity, unit_name};
use crate::app::{Data, Go, WORDS, browser};
use crate::chart::custom::chart_of;
use crate::export::section_name;
use crate::model::Figure;
use crate::route::{Choice, FigureFilter, Place, Route, Selection};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::app) struct FiguresPageProps {
    pub data: Data,
    pub place: Place,
    pub go: Go,
}

#[component]
pub(in crate::app) fn FiguresPage(FiguresPageProps { data, place, go }: &FiguresPageProps) -> Html {
    let data = *data;
    let filter = &place.filter;
    let topics = data.0.topics();
    let units = units(data);
    let shown = shown(data, filter);
    let chosen = |change: fn(&mut FigureFilter, String)| {
        let (place, go) = (place.clone(), go.clone());
        browser::chosen(Callback::from(move |value: String| {
            let mut next = Place { selection: None, ..place.clone() };
            change(&mut next.filter, value);
            go.emit(next);
        }))
    };
    let order = if filter.by_value { "value" } else { "" };
    html! {
        <>
            <h1 id="page-title" tabindex="-1">{ "全部指标" }</h1>
            <p class="downloads">
                { "下载：" }
                <a href="../data/figures.csv" download="figures.csv">{ "CSV" }</a>
                <a href="../data/figures.xlsx" download="figures.xlsx">{ "XLSX" }</a>
                <a href="../data/figures.json" download="figures.json">{ "JSON" }</a>
            </p>
            <div class="filters tool">
                { select(WORDS.topic, &filter.topic, topics.iter().map(|topic| (*topic, *topic)).collect(), chosen(|filter, value| filter.topic = value)) }
                { select(WORDS.unit, &filter.unit, units.iter().map(|unit| (*unit, *unit)).collect(), chosen(|filter, value| filter.unit = value)) }
                <label>{ WORDS.order }
                    <select onchange={chosen(|filter, value| filter.by_value = value == "value")}>
                        <option value="" selected={order.is_empty()}>{ WORDS.order_report }</option>
                        <option value="value" selected={order == "value"}>{ WORDS.order_value }</option>
                    </select>
                </label>
            </div>
            <p role="status" class="quiet">{ format!("{}个指标", shown.len()) }</p>
            <table class="figures">
                <thead><tr>
                    <th scope="col" class="tool pick"><span class="visually-hidden">{ WORDS.choose_figure }</span></th>
                    <th scope="col">{ WORDS.label }</th><th scope="col" class="number">{ WORDS.value }</th>
                    <th scope="col" class="secondary">{ WORDS.section }</th><th scope="col" class="secondary tool">{ WORDS.citation }</th>
                </tr></thead>
                <tbody>{ for shown.into_iter().map(|figure| row(data, place, go, figure)) }</tbody>
            </table>
            if !place.choice.figures.is_empty() {
                { choice_bar(data, place) }
            }
        </>
    }
}

/// Units in the order they occur.
fn units(data: Data) -> Vec<&'static str> {
    let mut units: Vec<&str> = Vec::new();
    for figure in &data.0.figures {
        let unit = unit_name(&figure.quantity);
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    units
}

fn shown(data: Data, filter: &FigureFilter) -> Vec<&'static Figure> {
    let fits = |figure: &&Figure| {
        (filter.topic.is_empty() || figure.topic == filter.topic) && (filter.unit.is_empty() || unit_name(&figure.quantity) == filter.unit)
    };
    let mut shown: Vec<&Figure> = data.0.figures.iter().filter(fits).collect();
    if filter.by_value {
        // Values of different units are not compared: units stay in the report's order.
        let units = units(data);
        let rank = |figure: &Figure| units.iter().position(|unit| *unit == unit_name(&figure.quantity));
        shown.sort_by(|left, right| rank(left).cmp(&rank(right)).then(right.quantity.value.total_cmp(&left.quantity.value)));
    }
    shown
}

fn select(label: &'static str, chosen: &str, values: Vec<(&str, &str)>, onchange: Callback<Event>) -> Html {
    let option = |(value, words): (&str, &str)| html! { <option value={value.to_string()} selected={value == chosen}>{ words }</option> };
    html! {
        <label>{ label }
            <select {onchange}>
                <option value="" selected={chosen.is_empty()}>{ WORDS.all }</option>
                { for values.into_iter().map(option) }
            </select>
        </label>
    }
}

/// What is chosen, and the way to its chart, or why there is none.
fn choice_bar(data: Data, place: &Place) -> Html {
    let choice = &place.choice;
    let to = |route: Route, choice: Choice| Place { choice, ..place.to(route) };
    let outcome = chart_of(data.0, &choice.figures, "");
    let cleared = Place { filter: place.filter.clone(), ..to(place.route.clone(), Choice::default()) };
    html! {
        <div class="found-bar" role="group" aria-label={WORDS.custom_chart}>
            <span role="status">
                { format!("{}{}个", WORDS.chosen_figures, choice.figures.len()) }
                if let Err(refusal) = &outcome {
                    { "。" }{ refusal_words(refusal) }
                }
            </span>
            <span class="found-steps">
                if outcome.is_ok() {
                    <a class="button primary" href={to(Route::CustomChart(data.year), choice.clone()).href(&place.route)}>{ WORDS.make_chart }</a>
                }
                <a class="button" href={cleared.href(&place.route)}>{ WORDS.clear }</a>
            </span>
        </div>
    }
}

fn row(data: Data, here: &Place, go: &Go, figure: &Figure) -> Html {
    let route = &here.route;
    let onchange = {
        let (next, go) = (Place { selection: None, choice: here.choice.toggled(&figure.id), ..here.clone() }, go.clone());
        Callback::from(move |_: Event| go.emit(next.clone()))
    };
    let checked = here.choice.figures.contains(&figure.id);
    let name = format!("{}：{}", WORDS.choose_figure, figure.label);
    let selection = Selection::Figure(figure.id.clone());
    let open = selection.fragment();
    let href = route.href(&Route::Figure(data.year, figure.id.clone()));
    let section = data.0.section(&figure.section);
    let words = data.0.sentence(figure.sentence).map_or(figure.quote, |(_, sentence)| sentence.span);
    let place = Place { selection: Some(selection), ..Place::page(Route::Report(data.year)) };
    html! {
        <tr key={figure.id.clone()}>
            <td class="tool pick"><label class="tick"><input type="checkbox" {checked} {onchange} aria-label={name} /></label></td>
            <th scope="row">
                <a class="row-link" id={open.clone()} {href} data-open={open}>{ &figure.label }</a>
                <span class="quiet">{ &figure.topic }</span>
            </th>
            <td class="number">{ quantity(&figure.quantity) }</td>
            <td class="secondary">{ section.map(|section| section_name(data.0, section)) }</td>
            <td class="secondary tool">{ citation_button(data, words, place) }</td>
        </tr>
    }
}
