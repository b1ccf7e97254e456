//! 概览: what the report says, on one screen.

use yew::prelude::*;

use crate::app::Data;
use crate::app::components::contents::{bare_heading, heading};
use crate::app::components::quantity::quantity;
use crate::app::components::text::{Marks, write_section_text};
use crate::app::components::written;
use crate::model::{DutyKind, Figure, Section, SectionKind, SentenceKind};
use crate::route::{Route, Selection};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::app) struct OverviewPageProps {
    pub data: Data,
    pub route: Route,
}

#[component]
pub(in crate::app) fn OverviewPage(OverviewPageProps { data, route }: &OverviewPageProps) -> Html {
    let data = *data;
    let report = Route::Report(data.year);
    let planned: Vec<&Section> = sections_below(data, DutyKind::Plan);
    let fields: Vec<&Section> = sections_below(data, DutyKind::Measures);
    let shortcomings =
        data.0.sections.iter().find(|section| section.kind == SectionKind::Shortcomings);
    let to_section = |section: &Section| format!("{}#{}", route.href(&report), section.id);
    html! {
        <>
            <h1 id="page-title" tabindex="-1">{ &data.title }</h1>
            <h2>{ "这一年，报告说了什么" }</h2>
            <ul class="key-figures">{ for highlights(data).into_iter().map(|figure| key_figure(data, route, figure)) }</ul>
            <p><a class="more" href={route.href(&Route::Figures(data.year))}>{ format!("全部{}个指标", data.figures.len()) }</a></p>
            if !fields.is_empty() {
                <h2>{ format!("{}个方面的工作", chinese(fields.len())) }</h2>
                <ul class="fields">{ for fields.iter().map(|section| field(data, section, to_section(section), &route.href(&report))) }</ul>
            }
            <h2>{ "不足与原因" }</h2>
            if let Some(section) = shortcomings {
                <div class="shortcomings">{ written(|html| write_section_text(html, data, route, section, Marks::Excerpt)) }</div>
                <p><a class="more" href={to_section(section)}>{ "看原文这一段" }</a></p>
            } else {
                <p>{ crate::words::WORDS.not_stated }</p>
            }
            <h2>{ format!("{}年打算做什么", data.year + 1) }</h2>
            if planned.is_empty() {
                <p>{ crate::words::WORDS.not_stated }</p>
            } else {
                <ol class="plan">{ for planned.iter().map(|section| html! { <li><a href={to_section(section)}>{ bare_heading(data, section) }</a></li> }) }</ol>
            }
            <h2>{ "按规定应当报告的内容" }</h2>
            <p class="quiet">{ "《法治政府建设与责任落实督察工作规定》第二十四条列出的内容，报告写在哪里" }</p>
            <dl class="duties">{ for data.0.duties.iter().map(|duty| duty_row(data, route, duty)) }</dl>
        </>
    }
}

/// The figures an editor put first, or the first of every topic.
fn highlights(data: Data) -> Vec<&'static Figure> {
    if !data.highlights.is_empty() {
        return data.0.highlights.iter().filter_map(|id| data.0.figure(id)).collect();
    }
    data.0
        .topics()
        .iter()
        .filter_map(|topic| data.0.figures.iter().find(|figure| figure.topic == *topic))
        .take(8)
        .collect()
}

fn key_figure(data: Data, route: &Route, figure: &Figure) -> Html {
    let open = Selection::Figure(figure.id.clone()).fragment();
    let href = route.href(&Route::Figure(data.year, figure.id.clone()));
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
fn sections_below(data: Data, kind: DutyKind) -> Vec<&'static Section> {
    let parts =
        data.0.duties.iter().filter(|duty| duty.kind == kind).flat_map(|duty| &duty.sentences);
    let parts: Vec<&str> = parts
        .filter_map(|number| data.0.sentence(*number))
        .map(|(section, _)| section.id.as_str())
        .collect();
    let below = |section: &&Section| {
        section.level == 1
            && section.kind == SectionKind::Section
            && data.0.part_of(section).is_some_and(|part| parts.contains(&part.id.as_str()))
    };
    let found: Vec<&Section> = data.0.sections.iter().filter(below).collect();
    if !found.is_empty() {
        return found;
    }
    // A report whose parts have no sections below them: the parts themselves.
    data.0.sections.iter().filter(|section| parts.contains(&section.id.as_str())).collect()
}

fn field(data: Data, section: &Section, href: String, report: &str) -> Html {
    let n_figures = data.0.figures.iter().filter(|figure| figure.section == section.id).count();
    let topics = section.sentences().filter(|sentence| sentence.kind == SentenceKind::Topic).map(|sentence| {
        let words = data.0.slice(sentence.span).trim_end_matches('。');
        html! { <li><a href={format!("{report}#{}", Selection::Sentence(sentence.number).fragment())}>{ words }</a></li> }
    });
    html! {
        <li>
            <h3><a {href}>{ heading(data, section) }</a></h3>
            if n_figures > 0 {
                <p class="quiet">{ format!("{n_figures}个指标") }</p>
            }
            <ul class="topics">{ for topics }</ul>
        </li>
    }
}

fn chinese(number: usize) -> String {
    const NUMERALS: [&str; 11] = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
    NUMERALS.get(number).map_or_else(|| number.to_string(), |numeral| numeral.to_string())
}

fn duty_row(data: Data, route: &Route, duty: &crate::model::Duty) -> Html {
    let name = match duty.kind {
        DutyKind::Measures => "上一年度的主要举措和成效",
        DutyKind::Shortcomings => "存在的不足和原因",
        DutyKind::Leadership => "党政主要负责人履行第一责任人职责的情况",
        DutyKind::Plan => "下一年度的主要安排",
        DutyKind::Other => "其他需要报告的情况",
    };
    let place = |number: &u32| {
        let (section, sentence) = data.0.sentence(*number)?;
        let href = format!(
            "{}#{}",
            route.href(&Route::Report(data.year)),
            Selection::Sentence(sentence.number).fragment()
        );
        let words: String = data.0.slice(sentence.span).chars().take(18).collect();
        let more = if sentence.span.len() > 18 { "……" } else { "" };
        Some(
            html! { <li><a {href}>{ format!("{}：{words}{more}", data.0.section_name(section)) }</a></li> },
        )
    };
    html! {
        <>
            <dt>{ name }</dt>
            <dd>
                if duty.sentences.is_empty() {
                    { crate::words::WORDS.not_stated }
                } else {
                    <ul class="plain">{ for duty.sentences.iter().filter_map(place) }</ul>
                }
            </dd>
        </>
    }
}
