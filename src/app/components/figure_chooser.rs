//! Choosing the figures of a chart of one's own: all that can be drawn, by unit. Once one is chosen
//! only those remain that can stand beside it.

use yew::prelude::*;

use crate::app::components::quantity::quantity;
use crate::app::{Navigate, ReportRef, browser};
use crate::model::{Figure, Report};
use crate::route::{Choice, Place};
use crate::words::WORDS;

/// The id of what holds the chart.
pub(in crate::app) const CHART_PLACE: &str = "chart";

#[derive(Clone, PartialEq, Properties)]
pub(in crate::app) struct FigureChooserProps {
    pub report: ReportRef,
    pub place: Place,
    pub navigate: Navigate,
}

#[component]
pub(in crate::app) fn FigureChooser(
    FigureChooserProps { report, place, navigate }: &FigureChooserProps,
) -> Html {
    let ReportRef(report) = *report;
    let (words, chosen) = (&WORDS.chosen_figures, &place.choice.figures);
    // Who comes with a chart sees the chart; who has begun to choose goes on choosing.
    let has_begun = use_mut_ref(|| false);
    let is_open = chosen.is_empty() || *has_begun.borrow();
    let on_tick = {
        let (place, navigate) = (place.clone(), navigate.clone());
        Callback::from(move |id: String| {
            *has_begun.borrow_mut() = true;
            navigate.emit(Place { choice: place.choice.toggled(&id), ..place.with(None) })
        })
    };
    let unit_chosen = chosen.iter().find_map(|id| report.figure(id)).map(unit);
    let groups = groups(report).into_iter();
    let groups = groups.filter(|group| unit_chosen.is_none_or(|chosen| chosen == unit(group[0])));
    let group = |group: Vec<&'static Figure>| {
        html! {
            <fieldset key={unit(group[0])}>
                <legend>{ (words.of_unit)(unit(group[0]), group.len()) }</legend>
                { for group.iter().map(|figure| tick(figure, chosen)) }
            </fieldset>
        }
    };
    let cleared = Place { choice: Choice::default(), ..place.with(None) };
    let label = if chosen.is_empty() { words.choose } else { words.choose_again };
    html! {
        <div class="side-column chooser tool">
            <details class="data" open={is_open}>
                <summary>{ label }</summary>
                <div onchange={browser::value_of_closest("input", on_tick)}>
                    { for groups.map(group) }
                </div>
            </details>
            if !chosen.is_empty() {
                <div class="found-bar" role="group" aria-label={WORDS.pages.custom_chart}>
                    <span role="status">{ (words.count)(chosen.len()) }</span>
                    <span class="found-steps">
                        <a class="button primary to-chart" href={["#", CHART_PLACE].concat()}>
                            { words.to_chart }
                        </a>
                        <a class="button" href={cleared.href(&place.route)}>{ words.clear }</a>
                    </span>
                </div>
            }
        </div>
    }
}

/// Figures that a chart can show, those of one unit together, the largest group first.
fn groups(report: &Report) -> Vec<Vec<&Figure>> {
    let mut groups: Vec<Vec<&Figure>> = Vec::new();
    for figure in report.figures.iter().filter(|figure| !figure.quantity.is_rank()) {
        match groups.iter_mut().find(|group| unit(group[0]) == unit(figure)) {
            Some(group) => group.push(figure),
            None => groups.push(vec![figure]),
        }
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.len()));
    groups
}

fn unit(figure: &Figure) -> &str {
    &figure.quantity.unit
}

fn tick(figure: &Figure, chosen: &[String]) -> Html {
    let checked = chosen.contains(&figure.id);
    html! {
        <label class="tick" key={&*figure.id}>
            <input type="checkbox" value={figure.id.clone()} {checked} />
            <span class="label">{ &figure.label }</span>
            { quantity(figure) }
        </label>
    }
}
