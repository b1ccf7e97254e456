//! 概览: what the report says, on one screen.

use yew::prelude::*;

use crate::app::ReportRef;
use crate::app::components::contents::{bare_heading, heading};
use crate::app::components::quantity::quantity;
use crate::app::components::raw_html;
use crate::app::components::text::{TextMode, write_section_text};
use crate::model::{DutyKind, Figure, Report, Section, SectionKind, SentenceKind};
use crate::route::{Route, Selection};
use crate::words::WORDS;

#[derive(Clone, PartialEq, Properties)]
pub(in crate::app) struct OverviewPageProps {
    pub report: ReportRef,
    pub route: Route,
}

#[component]
pub(in crate::app) fn OverviewPage(
    OverviewPageProps { report, route }: &OverviewPageProps,
) -> Html {
    let ReportRef(report) = *report;
    let text = Route::Report(report.year);
    let planned: Vec<&Section> = sections_below(report, DutyKind::Plan);
    let fields: Vec<&Section> = sections_below(report, DutyKind::Measures);
    let shortcomings =
        report.sections.iter().find(|section| section.kind == SectionKind::Shortcomings);
    let to_section = |section: &Section| format!("{}#{}", route.href(&text), section.id);
    html! {
        <>
            <h1 id="page-title" tabindex="-1">{ &report.title }</h1>
            <h2>{ WORDS.overview.highlights }</h2>
            <ul class="key-figures">{ for highlights(report).into_iter().map(|figure| key_figure(report, route, figure)) }</ul>
            <p><a class="more" href={route.href(&Route::Figures(report.year))}>{ (WORDS.overview.all_figures)(report.figures.len()) }</a></p>
            if !fields.is_empty() {
                <h2>{ (WORDS.overview.areas)(fields.len()) }</h2>
                <ul class="fields">{ for fields.iter().map(|section| field(report, section, to_section(section), &route.href(&text))) }</ul>
            }
            <h2>{ WORDS.overview.shortcomings }</h2>
            if let Some(section) = shortcomings {
                <div class="shortcomings">{ raw_html(|html| write_section_text(html, report, route, section, TextMode::Excerpt)) }</div>
                <p><a class="more" href={to_section(section)}>{ WORDS.overview.to_section }</a></p>
            } else {
                <p>{ WORDS.overview.not_stated }</p>
            }
            <h2>{ (WORDS.overview.plan)(report.year + 1) }</h2>
            if planned.is_empty() {
                <p>{ WORDS.overview.not_stated }</p>
            } else {
                <ol class="plan">{ for planned.iter().map(|section| html! { <li><a href={to_section(section)}>{ bare_heading(report, section) }</a></li> }) }</ol>
            }
            <h2>{ WORDS.overview.duties }</h2>
            <p class="quiet">{ WORDS.overview.duties_source }</p>
            <dl class="duties">{ for report.duties.iter().map(|duty| duty_row(report, route, duty)) }</dl>
        </>
    }
}

/// The figures an editor put first, or the first of every topic.
fn highlights(report: &Report) -> Vec<&Figure> {
    if !report.highlights.is_empty() {
        return report.highlights.iter().filter_map(|id| report.figure(id)).collect();
    }
    report
        .topics()
        .iter()
        .filter_map(|topic| report.figures.iter().find(|figure| figure.topic == *topic))
        .take(8)
        .collect()
}

fn key_figure(report: &Report, route: &Route, figure: &Figure) -> Html {
    let open = Selection::Figure(figure.id.clone()).fragment();
    let href = route.href(&Route::Figure(report.year, figure.id.clone()));
    html! {
        <li>
            <a class="key-figure" id={open.clone()} {href} data-open={open}>
                <span class="value">{ quantity(&figure.quantity) }</span>
                <span class="label">{ &figure.label }</span>
                <span class="quiet">{ &figure.topic }</span>
            </a>
        </li>
    }
}

/// The sections that follow the part meeting a duty.
fn sections_below(report: &Report, kind: DutyKind) -> Vec<&Section> {
    let parts =
        report.duties.iter().filter(|duty| duty.kind == kind).flat_map(|duty| &duty.sentences);
    let parts: Vec<&str> = parts
        .filter_map(|number| report.sentence(*number))
        .map(|(section, _)| section.id.as_str())
        .collect();
    let below = |section: &&Section| {
        section.level == 1
            && section.kind == SectionKind::Section
            && report.part_of(section).is_some_and(|part| parts.contains(&part.id.as_str()))
    };
    let found: Vec<&Section> = report.sections.iter().filter(below).collect();
    if !found.is_empty() {
        return found;
    }
    // A report whose parts have no sections below them: the parts themselves.
    report.sections.iter().filter(|section| parts.contains(&section.id.as_str())).collect()
}

fn field(report: &Report, section: &Section, href: String, text: &str) -> Html {
    let n_figures = report.figures.iter().filter(|figure| figure.section == section.id).count();
    let topics = section.sentences().filter(|sentence| sentence.kind == SentenceKind::Topic).map(|sentence| {
        let words = report.slice(sentence.span).trim_end_matches('。');
        html! { <li><a href={format!("{text}#{}", Selection::Sentence(sentence.number).fragment())}>{ words }</a></li> }
    });
    html! {
        <li>
            <h3><a {href}>{ heading(report, section) }</a></h3>
            if n_figures > 0 {
                <p class="quiet">{ (WORDS.figure_table.count)(n_figures) }</p>
            }
            <ul class="topics">{ for topics }</ul>
        </li>
    }
}

fn duty_row(report: &Report, route: &Route, duty: &crate::model::Duty) -> Html {
    let name = match duty.kind {
        DutyKind::Measures => WORDS.overview.duty_measures,
        DutyKind::Shortcomings => WORDS.overview.duty_shortcomings,
        DutyKind::Leadership => WORDS.overview.duty_leadership,
        DutyKind::Plan => WORDS.overview.duty_plan,
        DutyKind::Other => WORDS.overview.duty_other,
    };
    let place = |number: &u32| {
        let (section, sentence) = report.sentence(*number)?;
        let href = format!(
            "{}#{}",
            route.href(&Route::Report(report.year)),
            Selection::Sentence(sentence.number).fragment()
        );
        let words: String = report.slice(sentence.span).chars().take(18).collect();
        let more = if sentence.span.len() > 18 { WORDS.punctuation.ellipsis } else { "" };
        Some(
            html! { <li><a {href}>{ (WORDS.punctuation.labelled)(&report.section_name(section), &[&words, more].concat()) }</a></li> },
        )
    };
    html! {
        <>
            <dt>{ name }</dt>
            <dd>
                if duty.sentences.is_empty() {
                    { WORDS.overview.not_stated }
                } else {
                    <ul class="plain">{ for duty.sentences.iter().filter_map(place) }</ul>
                }
            </dd>
        </>
    }
}
