//! 图表: every chart, and which figures none of them shows.

use yew::prelude::*;

use crate::app::ReportRef;
use crate::app::components::chart_links::chart_list;
use crate::app::components::chart_picture::{subtitle_html, with_arrow_keys, write_pictures};
use crate::app::components::raw_html;
use crate::chart::coverage::coverage;
use crate::chart::rows::{Order, rows};
use crate::markup::{escape, write};
use crate::model::{Chart, Report};
use crate::route::Route;
use crate::words::WORDS;

#[derive(Clone, PartialEq, Properties)]
pub(in crate::app) struct ChartsPageProps {
    pub report: ReportRef,
    /// In large print.
    pub large: bool,
}

#[component]
pub(in crate::app) fn ChartsPage(ChartsPageProps { report, large }: &ChartsPageProps) -> Html {
    let ReportRef(report) = *report;
    let here = Route::Charts(report.edition());
    // Yew renders twice when it takes a page over; the charts are drawn once.
    let cards = use_memo((ReportRef(report), *large), |(ReportRef(report), large)| {
        raw_html("div class=\"charts\"", |html| {
            report.charts.iter().for_each(|chart| write_card(html, report, chart, *large))
        })
    });
    let (n_charted, uncharted) = coverage(report);
    let n_figures = report.figures.len();
    let reasons = uncharted.iter().map(|group| {
        let labels: Vec<&str> = group.figures.iter().map(|figure| figure.label.as_str()).collect();
        let labels = labels.join(WORDS.punctuation.list);
        html! { <li>{ (WORDS.chart_page.uncharted_because)(&labels, &group.reason) }</li> }
    });
    let charted = (WORDS.chart_page.charted)(report.charts.len(), n_figures, n_charted);
    let uncharted = if n_charted < n_figures {
        (WORDS.chart_page.uncharted)(n_figures - n_charted)
    } else {
        WORDS.chart_page.all_charted.to_string()
    };
    html! {
        <div class="two-columns">
            <div class="main-column">
                <h1 id="page-title" tabindex="-1">{ WORDS.pages.charts }</h1>
                if report.charts.is_empty() {
                    <p>{ WORDS.chart_page.none }</p>
                } else {
                    <p>{ charted + &uncharted }</p>
                }
                if n_charted < n_figures && !report.charts.is_empty() {
                    <details class="data">
                        <summary>{ WORDS.chart_page.why_uncharted }</summary>
                        <ul class="quiet reasons">{ for reasons }</ul>
                    </details>
                }
                <p class="downloads">
                    <a href="../data/press-kit.zip" download="press-kit.zip">
                        { WORDS.chart_page.press_kit }
                    </a>
                    <a href="../data/briefing.docx" download="briefing.docx">
                        { WORDS.chart_page.briefing }
                    </a>
                    <a href={here.href(&Route::Pictures(report.edition()))}>{ WORDS.pages.pictures }</a>
                    <a class="tool" href={here.href(&Route::CustomChart(report.edition()))}>
                        { WORDS.pages.custom_chart }
                    </a>
                </p>
                { with_arrow_keys((*cards).clone()) }
            </div>
            { chart_list(report, &here, None) }
        </div>
    }
}

/// Writes a chart with its headline, and a link to its page.
fn write_card(html: &mut String, report: &Report, chart: &Chart, large: bool) {
    let here = Route::Charts(report.edition());
    let page = escape(&here.href(&Route::Chart(report.edition(), chart.id.clone())));
    let [id, title, note] = [&chart.id, &chart.title, &chart.note].map(|text| escape(text));
    let subtitle = subtitle_html(chart);
    let caption = [
        "<figcaption><h2><a href=\"",
        &page,
        "\">",
        &title,
        "</a></h2><p class=\"quiet\">",
        &subtitle,
        "</p></figcaption>",
    ];
    write(html, &["<figure class=\"chart-card\" id=\"", &id, "\">", &caption.concat()]);
    write_pictures(html, report, &here, chart, &rows(report, chart, Order::Given), large);
    if !note.is_empty() {
        write(html, &["<p class=\"quiet\">", &note, "</p>"]);
    }
    let more = WORDS.chart_page.more;
    write(html, &["<p><a class=\"more\" href=\"", &page, "\">", more, "</a></p></figure>"]);
}
