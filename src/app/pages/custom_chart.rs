//! 自选作图: a chart of figures that the reader chose in the table, or why there can be none.

use yew::prelude::*;

use super::chart::chart_article;
use crate::app::components::figure_chooser::{CHART_PLACE, FigureChooser};
use crate::app::{Navigate, ReportRef, browser};
use crate::chart::custom::{MAX_FIGURES, Refusal, chart_of};
use crate::model::{Chart, Report};
use crate::route::{Choice, Place};
use crate::words::WORDS;

pub(in crate::app) fn custom_chart_page(
    report: &'static Report,
    place: &Place,
    navigate: &Navigate,
) -> Html {
    let (words, Choice { figures, title }) = (&WORDS.chosen_figures, &place.choice);
    let onchange = {
        let (place, navigate) = (place.clone(), navigate.clone());
        browser::entered_text(Callback::from(move |title: String| {
            navigate
                .emit(Place { choice: Choice { title, ..place.choice.clone() }, ..place.clone() });
        }))
    };
    let heading = |chart: &Chart| html! { <h2>{ &chart.title }</h2> };
    let chart = chart_of(report, figures, title);
    html! {
        <article>
            <h1 id="page-title" tabindex="-1">{ WORDS.pages.custom_chart }</h1>
            <div class="two-columns">
                <FigureChooser
                    report={ReportRef(report)}
                    place={place.clone()}
                    navigate={navigate.clone()}
                />
                <div class="main-column" id={CHART_PLACE} tabindex="-1">
                    {
                        match chart {
                            Err(refusal) => {
                                html! { <p class="tool no-chart">{ refusal_message(&refusal) }</p> }
                            }
                            Ok(chart) => html! {
                                <>
                                    <label class="headline">
                                        { words.headline }
                                        <input
                                            type="text"
                                            maxlength="60"
                                            value={chart.title.clone()}
                                            {onchange}
                                        />
                                    </label>
                                    { chart_article(report, &chart, place, navigate, heading(&chart)) }
                                </>
                            },
                        }
                    }
                </div>
            </div>
        </article>
    }
}

/// Why there is no chart, and what to do.
pub(in crate::app) fn refusal_message(refusal: &Refusal) -> String {
    let words = &WORDS.chosen_figures;
    match refusal {
        Refusal::Empty => words.refused_empty.to_string(),
        Refusal::Rank(label) => (words.refused_rank)(label),
        Refusal::Units([(one, one_unit), (other, other_unit)]) => {
            (words.refused_units)(one, one_unit, other, other_unit)
        }
        Refusal::TooMany => (words.refused_too_many)(MAX_FIGURES),
    }
}
