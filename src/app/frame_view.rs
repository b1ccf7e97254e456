//! Views for frames in other people's pages that need no program: one chart, one figure, the
//! figures of a topic. Each names its source and leads to the page with everything around it;
//! `src/app/frame.js` gives it the colours and sizes that its address asks for.

use yew::prelude::*;

use crate::analysis;
use crate::app::ReportRef;
use crate::app::components::chart_picture::{chart_picture, subtitle_html};
use crate::app::components::chart_table::chart_table;
use crate::app::components::quantity::quantity;
use crate::app::components::text::{TextMode, text};
use crate::app::components::{dated, raw_html};
use crate::chart::format::file_name;
use crate::chart::rows::{Order, rows};
use crate::model::{Chart, Figure, Report};
use crate::route::{Route, Selection, View, topic_of};
use crate::words::WORDS;

/// What a view is rendered from.
#[derive(Clone, PartialEq, Properties)]
pub struct FrameViewProps {
    /// The report.
    pub report: ReportRef,
    /// What is shown of it.
    pub view: View,
    /// What of it is written elsewhere, as HTML.
    #[prop_or_default]
    pub article: AttrValue,
}

/// The view; empty for one that needs the program, or of what the report does not have.
#[component]
pub fn FrameView(FrameViewProps { report, view, article }: &FrameViewProps) -> Html {
    let ReportRef(report) = *report;
    let here = Route::Embed(report.edition(), view.clone());
    let content = match view {
        View::Chart(id) => report.chart(id).map(|chart| chart_view(report, &here, chart)),
        View::Figure(id) => report.figure(id).map(|figure| figure_view(report, &here, figure)),
        View::Topic(id) => topic_of(report, id).map(|topic| topic_view(report, &here, topic)),
        View::Comparison(_) => Some(Html::from_html_unchecked(article.clone())),
        View::Explorer | View::Search => None,
    };
    let date = report.date.map(|date| date.to_string());
    html! {
        <main id="embed" class="embed">
            if !report.checked {
                <p class="unchecked" role="note">{ WORDS.punctuation.unchecked }</p>
            }
            { content }
            <p class="credit quiet">
                // Of two reports it names both itself.
                if !matches!(view, View::Comparison(_)) {
                    { dated(report, (WORDS.chart_page.credit)(&report.title, date.as_deref())) }
                }
                <a href={here.href(&view.page(report.edition()))}>{ WORDS.buttons.open_page }</a>
            </p>
        </main>
    }
}

fn chart_view(report: &Report, here: &Route, chart: &Chart) -> Html {
    let rows = rows(report, chart, Order::Given);
    let file = |ending: &str, label: &'static str| {
        let folder = here.href(&Route::Charts(report.edition()));
        let href = format!("{folder}{}.{ending}", chart.id);
        let name = file_name(report, chart, None, ending);
        html! { <a class="button" {href} download={name}>{ label }</a> }
    };
    html! {
        <>
            <figure>
                <figcaption>
                    <h1>{ &chart.title }</h1>
                    { raw_html("p class=\"quiet\"", |html| html.push_str(&subtitle_html(chart))) }
                </figcaption>
                { chart_picture(report, here, chart, &rows, false) }
                if let Some(note) = rows.about_note() {
                    <p class="quiet">{ note }</p>
                }
                if !chart.note.is_empty() {
                    <p class="quiet">{ &chart.note }</p>
                }
            </figure>
            <details class="data">
                <summary>{ WORDS.chart_page.table }</summary>
                { chart_table(report, here, &rows) }
            </details>
            <p class="actions">
                { file("png", "PNG") }
                { file("svg", "SVG") }
                { file("csv", "CSV") }
            </p>
        </>
    }
}

fn figure_view(report: &Report, here: &Route, figure: &Figure) -> Html {
    let span = report.sentence(figure.sentence).map_or(figure.quote, |(_, sentence)| sentence.span);
    html! {
        <>
            <h1 id={Selection::Figure(figure.id.clone()).fragment()}>{ &figure.label }</h1>
            <p class="value">{ quantity(figure) }</p>
            <p>{ analysis::explain_figure(report, figure) }</p>
            <blockquote>{ text(report, here, span, TextMode::Excerpt(Some(figure.span))) }</blockquote>
        </>
    }
}

fn topic_view(report: &Report, here: &Route, topic: &str) -> Html {
    let row = |figure: &Figure| {
        let id = Selection::Figure(figure.id.clone()).fragment();
        let href = here.href(&Route::Figure(report.edition(), figure.id.clone()));
        html! {
            <li {id}>
                <a {href}>
                    <span>{ &figure.label }</span>
                    <span class="number">{ quantity(figure) }</span>
                </a>
            </li>
        }
    };
    let figures = report.figures.iter().filter(|figure| figure.topic == topic);
    html! {
        <>
            <h1>{ topic }</h1>
            <ul class="rows">{ for figures.map(row) }</ul>
        </>
    }
}
