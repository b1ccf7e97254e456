//! 指标: the table of all figures, by topic and unit, in the report's order or by value within a
//! unit.

use yew::prelude::*;

use super::custom_chart::refusal_message;
use crate::app::components::copy_button::citation;
use crate::app::components::quantity::{quantity_html, unit_name};
use crate::app::components::{card_link_attributes, changing_text};
use crate::app::{Navigate, ReportRef, browser};
use crate::chart::custom::chart_of;
use crate::markup::escape;
use crate::model::{Figure, Report};
use crate::period::{Period, Periods};
use crate::route::{FigureFilter, Place, Route, Selection};
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
    // Written once for a filter: neither a tick nor Yew's second rendering writes it again.
    let made = use_memo((ReportRef(report), filter.clone()), |(ReportRef(report), filter)| {
        let shown = shown(report, filter);
        (shown.len(), table(report, &shown))
    });
    let (n_shown, table) = &*made;
    let change = |change: fn(&mut FigureFilter, String)| {
        let (place, navigate) = (place.clone(), navigate.clone());
        browser::selected_value(Callback::from(move |value: String| {
            let mut next = place.with(None);
            change(&mut next.filter, value);
            navigate.emit(next);
        }))
    };
    let set_topic = change(|filter, topic| filter.topic = topic);
    let set_unit = change(|filter, unit| filter.unit = unit);
    let set_order = change(|filter, order| filter.by_value = order == "value");
    let on_tick = {
        let (place, navigate) = (place.clone(), navigate.clone());
        Callback::from(move |id: String| {
            navigate.emit(Place { choice: place.choice.toggled(&id), ..place.with(None) })
        })
    };
    let on_cite = Callback::from(move |id: String| cite(report, &id));
    // Behind the last of hundreds of rows nobody comes by Tab.
    let to_choice = Callback::from(|event: KeyboardEvent| {
        if event.key() == "Enter" && browser::is_focused("table.figures input") {
            event.prevent_default();
            browser::focus_first(CHOICE, ".found-bar");
        }
    });
    // Boxes are ticked in the HTML that is there: in new HTML the one just ticked would lose the
    // focus.
    use_effect_with((place.choice.figures.clone(), table.clone()), |(ticked, _)| {
        browser::set_ticked("table.figures input", ticked)
    });
    html! {
        <div class="two-columns">
            <div class="main-column">
                <h1 id="page-title" tabindex="-1">{ WORDS.pages.all_figures }</h1>
                <p class="downloads">
                    { WORDS.figure_table.download }
                    <a href="../data/figures.csv" download="figures.csv">{ "CSV" }</a>
                    <a href="../data/figures.xlsx" download="figures.xlsx">{ "XLSX" }</a>
                    <a href="../data/figures.json" download="figures.json">{ "JSON" }</a>
                </p>
                <div class="filters tool">
                    { select(WORDS.figure_table.topic, &filter.topic, &topics, set_topic) }
                    { select(WORDS.figure_table.unit, &filter.unit, &units, set_unit) }
                    <label>
                        { WORDS.figure_table.order }
                        <select onchange={set_order}>
                            <option value="" selected={!filter.by_value}>
                                { WORDS.figure_table.order_report }
                            </option>
                            <option value="value" selected={filter.by_value}>
                                { WORDS.figure_table.order_value }
                            </option>
                        </select>
                    </label>
                </div>
                <p class="quiet">
                    <span role="status">{ changing_text((WORDS.figure_table.count)(*n_shown)) }</span>
                    <span class="tool hint">{ WORDS.figure_table.choose_hint }</span>
                </p>
                // One listener for all rows: they are HTML that Yew does not know of.
                <div
                    onchange={browser::value_of_closest("input", on_tick)}
                    onclick={browser::value_of_closest("button", on_cite)}
                    onkeydown={to_choice}
                >
                    { Html::from_html_unchecked(table.clone()) }
                </div>
                if !place.choice.figures.is_empty() {
                    { choice_bar(report, place) }
                }
            </div>
            { topic_list(report, place, &topics) }
        </div>
    }
}

/// The topics beside the table, each with the number of its figures.
fn topic_list(report: &Report, place: &Place, topics: &[&str]) -> Html {
    let item = |topic: &str, label: &'static str| {
        let filter = FigureFilter { topic: topic.to_string(), ..place.filter.clone() };
        let n_figures =
            report.figures.iter().filter(|known| topic.is_empty() || known.topic == topic);
        let n_figures = n_figures.count().to_string();
        let current = (place.filter.topic == topic).then_some("true");
        let href =
            Place { filter, choice: place.choice.clone(), ..place.with(None) }.href(&place.route);
        let name = if topic.is_empty() { label } else { topic };
        html! {
            <li><a {href} aria-current={current}>{ name }<span class="quiet">{ n_figures }</span></a></li>
        }
    };
    let all = item("", WORDS.figure_table.all);
    let each = topics.iter().map(|topic| item(topic, ""));
    html! {
        <nav class="side-column side-list" aria-label={WORDS.figure_table.topic}>
            <h2>{ WORDS.figure_table.topic }</h2>
            <ul class="plain">{ all }{ for each }</ul>
        </nav>
    }
}

/// Units in the order they occur.
fn units(report: &Report) -> Vec<&str> {
    let mut units: Vec<&str> = Vec::new();
    for figure in &report.figures {
        let unit = unit_name(&figure.quantity);
        if !unit.is_empty() && !units.contains(&unit) {
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

fn select(label: &'static str, chosen: &str, values: &[&str], onchange: Callback<Event>) -> Html {
    let option = |value: &&str| {
        html! { <option value={value.to_string()} selected={*value == chosen}>{ *value }</option> }
    };
    html! {
        <label>
            { label }
            <select {onchange}>
                <option value="" selected={chosen.is_empty()}>{ WORDS.figure_table.all }</option>
                { for values.iter().map(option) }
            </select>
        </label>
    }
}

/// Id of what leads on with the chosen figures.
const CHOICE: &str = "choice";

/// How many figures are chosen, with links to their chart and to none chosen; or why they have
/// none.
fn choice_bar(report: &Report, place: &Place) -> Html {
    let choice = &place.choice;
    let chart = chart_of(report, &choice.figures, "");
    let to_chart =
        Place { choice: choice.clone(), ..place.to(Route::CustomChart(report.edition())) };
    let cleared = Place { filter: place.filter.clone(), ..place.to(place.route.clone()) };
    let clear_id = chart.is_err().then_some(CHOICE);
    let mut status = (WORDS.chosen_figures.count)(choice.figures.len());
    if let Err(refusal) = &chart {
        status += WORDS.punctuation.full_stop;
        status += &refusal_message(refusal);
    }
    html! {
        <div class="found-bar" role="group" aria-label={WORDS.pages.custom_chart}>
            <span role="status">
                { changing_text(status) }
                <span class="quiet by-key">{ WORDS.chosen_figures.by_key }</span>
            </span>
            <span class="found-steps">
                if chart.is_ok() {
                    <a id={CHOICE} class="button primary" href={to_chart.href(&place.route)}>
                        { WORDS.chosen_figures.make_chart }
                    </a>
                }
                <a id={clear_id} class="button" href={cleared.href(&place.route)}>
                    { WORDS.chosen_figures.clear }
                </a>
            </span>
        </div>
    }
}

/// The table as HTML: Yew would go over all of its cells when it takes the page over.
fn table(report: &Report, shown: &[&Figure]) -> AttrValue {
    let here = Route::Figures(report.edition());
    let periods = Periods::of(report);
    let rows: String = shown.iter().map(|figure| row(report, &here, &periods, figure)).collect();
    let FigureTable { choose, label, value, section, citation, .. } = WORDS.figure_table;
    format!(
        "<table class=\"figures\" aria-label=\"{}\" data-raw><thead><tr><th scope=\"col\" class=\"tool pick\">\
         <span class=\"visually-hidden\">{choose}</span></th><th scope=\"col\">{label}</th>\
         <th scope=\"col\" class=\"number\">{value}</th>\
         <th scope=\"col\" class=\"secondary\">{section}</th>\
         <th scope=\"col\" class=\"secondary tool\">{citation}</th>\
         </tr></thead><tbody>{rows}</tbody></table>",
        WORDS.pages.figures
    )
    .into()
}

fn row(report: &Report, here: &Route, periods: &Periods<'_>, figure: &Figure) -> String {
    // What is not of the year reported on says so.
    let below = match periods.of_figure(figure) {
        Period::Year => figure.topic.clone(),
        period => period.words(report.year),
    };
    let [id, label, below] = [&figure.id, &figure.label, &below].map(|text| escape(text));
    let choose = escape(&(WORDS.punctuation.labelled)(WORDS.figure_table.choose, &figure.label));
    let href = here.href(&Route::Figure(report.edition(), figure.id.clone()));
    let open = Selection::Figure(figure.id.clone()).fragment();
    let link = card_link_attributes("row-link", true, &href, &open);
    let quantity = quantity_html(figure);
    let section = escape(&report.section_name_of(figure));
    let copy_citation = WORDS.buttons.copy_citation;
    let cite = escape(&(WORDS.punctuation.labelled)(copy_citation, &figure.label));
    format!(
        "<tr><td class=\"tool pick\"><label class=\"tick\">\
         <input type=\"checkbox\" value=\"{id}\" aria-label=\"{choose}\"></label></td>\
         <th scope=\"row\"><a{link}>{label}</a><span class=\"quiet\">{below}</span></th>\
         <td class=\"number\">{quantity}</td><td class=\"secondary\">{section}</td>\
         <td class=\"secondary tool\">\
         <button type=\"button\" id=\"{CITE_BUTTON}{id}\" value=\"{id}\" aria-label=\"{cite}\">{copy_citation}</button>\
         <span id=\"{CITE_MESSAGE}{id}\" role=\"status\"></span></td></tr>"
    )
}

/// What the id of a row's button begins with; the figure's follows.
const CITE_BUTTON: &str = "cite-";

/// What the id of the message beside it begins with.
const CITE_MESSAGE: &str = "cited-";

/// Copies a figure's citation, and says in its row whether that worked.
fn cite(report: &Report, id: &str) {
    let Some(figure) = report.figure(id) else { return };
    let sentence = report.sentence(figure.sentence);
    let quote = sentence.map_or(figure.quote, |(_, sentence)| sentence.span);
    let in_text = Place::in_text(report.edition(), Selection::Figure(figure.id.clone()));
    let citation = citation(report, quote, &in_text);
    let [button, message] = [CITE_BUTTON, CITE_MESSAGE].map(|name| format!("{name}{id}"));
    browser::copy(citation.clone(), move |copied| {
        let outcome = if copied {
            format!("<span class=\"visually-hidden\">{}</span>", WORDS.buttons.copied)
        } else {
            format!("{}<code>{}</code>", WORDS.buttons.not_copied, escape(&citation))
        };
        browser::set_html(&message, &outcome);
        let label = if copied { WORDS.buttons.copied } else { WORDS.buttons.copy_citation };
        browser::set_html(&button, label);
    });
}
