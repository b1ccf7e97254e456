//! 指标: the table of all figures, by topic and unit, in the report's order or by value within a
//! unit.

use yew::prelude::*;

use super::custom_chart::refusal_words;
use crate::app::components::card_link_attributes;
use crate::app::components::copy_button::citation;
use crate::app::components::quantity::{quantity_html, unit_name};
use crate::app::{Navigate, ReportRef, browser};
use crate::chart::custom::chart_of;
use crate::markup::escape;
use crate::model::{Figure, Report};
use crate::route::{Choice, FigureFilter, Place, Route, Selection};
use crate::words::{FigureTable, WORDS};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::app) struct FiguresPageProps {
    pub report: ReportRef,
    pub place: Place,
    pub navigate: Navigate,
}

#[component]
pub(in crate::app) fn FiguresPage(
    FiguresPageProps { report, place, navigate }: &FiguresPageProps,
) -> Html {
    let ReportRef(report) = *report;
    let filter = &place.filter;
    let topics = report.topics();
    let units = units(report);
    // Neither a tick nor Yew's second rendering writes it again.
    let made = use_memo((report, filter.clone()), |(report, filter)| {
        let shown = shown(*report, filter);
        (shown.len(), table(*report, &shown))
    });
    let (n_shown, table) = &*made;
    let chosen = |change: fn(&mut FigureFilter, String)| {
        let (place, navigate) = (place.clone(), navigate.clone());
        browser::selected_value(Callback::from(move |value: String| {
            let mut next = Place { selection: None, ..place.clone() };
            change(&mut next.filter, value);
            navigate.emit(next);
        }))
    };
    let onpick = {
        let (place, navigate) = (place.clone(), navigate.clone());
        Callback::from(move |id: String| {
            navigate.emit(Place {
                selection: None,
                choice: place.choice.toggled(&id),
                ..place.clone()
            })
        })
    };
    let oncite = Callback::from(move |id: String| cite(report, &id));
    // Boxes are ticked in the HTML that is there: written anew, it would lose the keyboard.
    use_effect_with((place.choice.figures.clone(), table.clone()), |(ticked, _)| {
        browser::set_ticked("table.figures input", ticked)
    });
    let order = if filter.by_value { "value" } else { "" };
    html! {
        <>
            <h1 id="page-title" tabindex="-1">{ WORDS.pages.all_figures }</h1>
            <p class="downloads">
                { WORDS.figure_table.download }
                <a href="../data/figures.csv" download="figures.csv">{ "CSV" }</a>
                <a href="../data/figures.xlsx" download="figures.xlsx">{ "XLSX" }</a>
                <a href="../data/figures.json" download="figures.json">{ "JSON" }</a>
            </p>
            <div class="filters tool">
                { select(WORDS.figure_table.topic, &filter.topic, topics.iter().map(|topic| (*topic, *topic)).collect(), chosen(|filter, value| filter.topic = value)) }
                { select(WORDS.figure_table.unit, &filter.unit, units.iter().map(|unit| (*unit, *unit)).collect(), chosen(|filter, value| filter.unit = value)) }
                <label>{ WORDS.figure_table.order }
                    <select onchange={chosen(|filter, value| filter.by_value = value == "value")}>
                        <option value="" selected={order.is_empty()}>{ WORDS.figure_table.order_report }</option>
                        <option value="value" selected={order == "value"}>{ WORDS.figure_table.order_value }</option>
                    </select>
                </label>
            </div>
            <p role="status" class="quiet">{ (WORDS.figure_table.count)(*n_shown) }</p>
            <div onchange={browser::value_of_closest("input", onpick)} onclick={browser::value_of_closest("button", oncite)}>
                { Html::from_html_unchecked(table.clone()) }
            </div>
            if !place.choice.figures.is_empty() {
                { choice_bar(report, place) }
            }
        </>
    }
}

/// Units in the order they occur.
fn units(report: &Report) -> Vec<&str> {
    let mut units: Vec<&str> = Vec::new();
    for figure in &report.figures {
        let unit = unit_name(&figure.quantity);
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    units
}

fn shown<'report>(report: &'report Report, filter: &FigureFilter) -> Vec<&'report Figure> {
    let fits = |figure: &&Figure| {
        (filter.topic.is_empty() || figure.topic == filter.topic)
            && (filter.unit.is_empty() || unit_name(&figure.quantity) == filter.unit)
    };
    let mut shown: Vec<&Figure> = report.figures.iter().filter(fits).collect();
    if filter.by_value {
        // Values of different units are not compared: units stay in the report's order.
        let units = units(report);
        let rank =
            |figure: &Figure| units.iter().position(|unit| *unit == unit_name(&figure.quantity));
        shown.sort_by(|left, right| {
            rank(left).cmp(&rank(right)).then(right.quantity.value.total_cmp(&left.quantity.value))
        });
    }
    shown
}

fn select(
    label: &'static str,
    chosen: &str,
    values: Vec<(&str, &str)>,
    onchange: Callback<Event>,
) -> Html {
    let option = |(value, words): (&str, &str)| html! { <option value={value.to_string()} selected={value == chosen}>{ words }</option> };
    html! {
        <label>{ label }
            <select {onchange}>
                <option value="" selected={chosen.is_empty()}>{ WORDS.figure_table.all }</option>
                { for values.into_iter().map(option) }
            </select>
        </label>
    }
}

/// What is chosen, and the way to its chart, or why there is none.
fn choice_bar(report: &Report, place: &Place) -> Html {
    let choice = &place.choice;
    let to = |route: Route, choice: Choice| Place { choice, ..place.to(route) };
    let outcome = chart_of(report, &choice.figures, "");
    let cleared =
        Place { filter: place.filter.clone(), ..to(place.route.clone(), Choice::default()) };
    html! {
        <div class="found-bar" role="group" aria-label={WORDS.pages.custom_chart}>
            <span role="status">
                { (WORDS.chosen_figures.count)(choice.figures.len()) }
                if let Err(refusal) = &outcome {
                    { WORDS.punctuation.full_stop }{ refusal_words(refusal) }
                }
            </span>
            <span class="found-steps">
                if outcome.is_ok() {
                    <a class="button primary" href={to(Route::CustomChart(report.year), choice.clone()).href(&place.route)}>{ WORDS.chosen_figures.make_chart }</a>
                }
                <a class="button" href={cleared.href(&place.route)}>{ WORDS.chosen_figures.clear }</a>
            </span>
        </div>
    }
}

/// The table as HTML: Yew would go over all of its cells when it takes the page over.
fn table(report: &Report, shown: &[&Figure]) -> AttrValue {
    let route = Route::Figures(report.year);
    let rows: String = shown.iter().map(|figure| row(report, &route, figure)).collect();
    let FigureTable { choose, label, value, section, citation, .. } = WORDS.figure_table;
    format!(
        "<table class=\"figures\"><thead><tr>\
         <th scope=\"col\" class=\"tool pick\"><span class=\"visually-hidden\">{choose}</span></th>\
         <th scope=\"col\">{label}</th><th scope=\"col\" class=\"number\">{value}</th>\
         <th scope=\"col\" class=\"secondary\">{section}</th><th scope=\"col\" class=\"secondary tool\">{citation}</th>\
         </tr></thead><tbody>{rows}</tbody></table>"
    )
    .into()
}

fn row(report: &Report, route: &Route, figure: &Figure) -> String {
    let copy_citation = WORDS.buttons.copy_citation;
    let [id, label, topic] = [&figure.id, &figure.label, &figure.topic].map(|text| escape(text));
    let choose = escape(&(WORDS.punctuation.labelled)(WORDS.figure_table.choose, &figure.label));
    let href = route.href(&Route::Figure(report.year, figure.id.clone()));
    let link = card_link_attributes(
        "row-link",
        true,
        &href,
        &Selection::Figure(figure.id.clone()).fragment(),
    );
    let quantity = quantity_html(&figure.quantity);
    let section = report
        .section(&figure.section)
        .map_or_else(String::new, |section| escape(&report.section_name(section)));
    let [button, outcome] = CITE.map(|part| format!("{part}{id}"));
    format!(
        "<tr><td class=\"tool pick\"><label class=\"tick\"><input type=\"checkbox\" value=\"{id}\" aria-label=\"{choose}\"></label></td>\
         <th scope=\"row\"><a{link}>{label}</a><span class=\"quiet\">{topic}</span></th>\
         <td class=\"number\">{quantity}</td><td class=\"secondary\">{section}</td>\
         <td class=\"secondary tool\"><button type=\"button\" id=\"{button}\" value=\"{id}\">{copy_citation}</button>\
         <span id=\"{outcome}\" role=\"status\"></span></td></tr>"
    )
}

/// What the ids of a row's button and of what is said beside it begin with.
const CITE: [&str; 2] = ["cite-", "cited-"];

/// Copies a figure's citation, and says in its row what became of it.
fn cite(report: &Report, id: &str) {
    let Some(figure) = report.figure(id) else { return };
    let words =
        report.sentence(figure.sentence).map_or(figure.quote, |(_, sentence)| sentence.span);
    let place = Place {
        selection: Some(Selection::Figure(figure.id.clone())),
        ..Place::page(Route::Report(report.year))
    };
    let words = citation(report, words, &place);
    let [button, outcome] = CITE.map(|part| format!("{part}{id}"));
    browser::copy(words.clone(), move |copied| {
        let said = if copied {
            String::new()
        } else {
            format!("{}<code>{}</code>", WORDS.buttons.not_copied, escape(&words))
        };
        browser::set_html(&outcome, &said);
        browser::set_html(
            &button,
            if copied { WORDS.buttons.copied } else { WORDS.buttons.copy_citation },
        );
    });
}
