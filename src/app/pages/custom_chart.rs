//! 自选作图: a chart of figures that the reader chose in the table, or why there can be none.

use yew::prelude::*;

use super::chart::chart_article;
use crate::app::{Data, Go, browser};
use crate::chart::custom::{MAX_FIGURES, Refusal, chart_of};
use crate::route::{Choice, Place, Route};
use crate::words::WORDS;

pub(in crate::app) fn custom_chart_page(data: Data, place: &Place, go: &Go) -> Html {
    let Choice { figures, title } = &place.choice;
    let again = Place {
        choice: Choice { title: String::new(), ..place.choice.clone() },
        ..place.to(Route::Figures(data.year))
    };
    let onchange = {
        let (place, go) = (place.clone(), go.clone());
        browser::written(Callback::from(move |title: String| {
            go.emit(Place { choice: Choice { title, ..place.choice.clone() }, ..place.clone() });
        }))
    };
    let chart = chart_of(data.0, figures, title);
    html! {
        <article>
            <h1 id="page-title" tabindex="-1">{ WORDS.custom_chart }</h1>
            <p><a class="more" href={again.href(&place.route)}>{ if figures.is_empty() { "到指标表里选" } else { WORDS.change_choice } }</a></p>
            {
                match chart {
                    Err(refusal) => html! { <p>{ refusal_words(&refusal) }</p> },
                    Ok(chart) => html! {
                        <>
                            <label class="headline">{ WORDS.headline }<input type="text" maxlength="60" value={chart.title.clone()} {onchange} /></label>
                            { chart_article(data, &chart, place, go, html! { <h2>{ &chart.title }</h2> }) }
                        </>
                    },
                }
            }
        </article>
    }
}

/// Why there is no chart, and what to do.
pub(in crate::app) fn refusal_words(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Empty => "还没有选指标。到指标表里勾选同一单位的几个，再点“作图”。".to_string(),
        Refusal::Rank(label) => format!("“{label}”是名次，不是数量，画不出长短；请去掉它。"),
        Refusal::Units([(one, unit), (other, other_unit)]) => {
            format!(
                "单位不同，不能画在一起：“{one}”的单位是{unit}，“{other}”的单位是{other_unit}。件与件次、家与家次也是不同的单位。"
            )
        }
        Refusal::TooMany => format!("一张图最多放{MAX_FIGURES}个指标。"),
    }
}
