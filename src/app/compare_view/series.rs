//! A figure's number in other years, on its page.

use yew::prelude::*;

use super::side;
use crate::app::components::chart_picture::write_series;
use crate::app::components::raw_html;
use crate::chart::rows::over_years;
use crate::compare::difference::{Difference, difference, words as difference_words};
use crate::compare::name_of;
use crate::model::{Figure, Report};
use crate::period::Periods;
use crate::route::Route;
use crate::words::COMPARISON;

/// What the figure's page has of other years.
#[derive(Clone, PartialEq, Properties)]
pub struct SeriesProps {
    /// The figure in each year's report that has it, oldest first.
    pub points: Vec<SeriesPoint>,
    /// The page.
    pub here: Route,
}

/// A figure in one year's report.
#[derive(Clone, Copy, Debug)]
pub struct SeriesPoint {
    /// The report.
    pub report: &'static Report,
    /// The figure.
    pub figure: &'static Figure,
    /// Whether somebody has confirmed that it is of like meaning.
    pub is_confirmed: bool,
    /// Whether the report has a page side by side with the one that the figure's page is of.
    pub is_compared: bool,
}

impl PartialEq for SeriesPoint {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.figure, other.figure)
    }
}

/// The number in other years.
#[component]
pub fn Series(SeriesProps { points, here }: &SeriesProps) -> Html {
    let words = COMPARISON;
    let Some(own) = points.iter().find(|point| here.edition() == Some(point.report.edition()))
    else {
        return Html::default();
    };
    let name = |point: &SeriesPoint| {
        let SeriesPoint { report, figure, .. } = *point;
        let period = Periods::of(report).of_figure(figure);
        name_of((words.year)(report.year), report, period)
    };
    let named: Vec<(String, &Figure)> =
        points.iter().map(|point| (name(point), point.figure)).collect();
    let rows = over_years(&named);
    let href = |point: &SeriesPoint| {
        here.href(&Route::Figure(point.report.edition(), point.figure.id.clone()))
    };
    let hrefs: Vec<String> = points.iter().map(href).collect();
    let others = points.iter().filter(|point| *point != own);
    let other = |point: &SeriesPoint| {
        let [earlier, later] =
            if point.report.year < own.report.year { [point, own] } else { [own, point] };
        let comparison = Route::Compare(earlier.report.edition(), later.report.edition());
        let between = difference(&earlier.figure.quantity, &later.figure.quantity);
        let quantities = [&earlier.figure.quantity, &later.figure.quantity];
        let computed = difference_words(&between, quantities);
        html! {
            <section class="pair">
                { side(point.report, here, &name(point), point.figure) }
                if between != Difference::Ranks {
                    <p class="between">
                        { (words.from_to)(earlier.report.year, later.report.year) }
                        <strong>{ computed }</strong>
                        <span class="quiet">{ words.computed }</span>
                    </p>
                }
                <p class="quiet">
                    { if point.is_confirmed { words.confirmed } else { words.unconfirmed } }
                </p>
                if point.is_compared {
                    <p>
                        <a class="more" href={here.href(&comparison)}>
                            { (words.to_comparison)(earlier.report.year, later.report.year) }
                        </a>
                    </p>
                }
            </section>
        }
    };
    html! {
        <>
            <h2>{ words.other_years }</h2>
            if !own.figure.quantity.is_rank() {
                { raw_html("div", |html| {
                    write_series(html, &(words.series)(&own.figure.label), &rows, &hrefs);
                }) }
            }
            { for others.map(other) }
        </>
    }
}
