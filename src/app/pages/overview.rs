//! 概览: what the report says, on one screen.

use yew::prelude::*;

use crate::app::ReportRef;
use crate::app::components::quantity::quantity;
use crate::app::components::raw_html;
use crate::app::components::text::{TextMode, write_section_text};
use crate::chart::svg::cells_path;
use crate::markup::{escape, write};
use crate::model::{
    Duty, DutyKind, Figure, InShort, Question, Report, Section, Sentence, SentenceKind,
};
use crate::period::{Period, Periods};
use crate::pictures::{HEADING_SIZE, MAP_WIDTH, text_map};
use crate::route::{Place, Route, Selection};
use crate::text::excerpt;
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
    let (here, words) = (route, &WORDS.overview);
    let to_section = |section: &Section| to_section(report, here, section);
    let areas = report.sections_for(DutyKind::Measures);
    // Each part numbers its sections anew.
    let by_part = areas_by_part(report, &areas);
    let has_parts = by_part.len() > 1;
    let fields = |areas: &Vec<&Section>| {
        let part = report.part_of(areas[0]).filter(|part| has_parts && part.id != areas[0].id);
        let heading = part.map(|part| {
            html! { <h3 class="part"><a href={to_section(part)}>{ report.heading_of(part) }</a></h3> }
        });
        let items = areas.iter().map(|section| area_item(report, here, section));
        html! { <>{ heading }<ul class="fields">{ for items }</ul></> }
    };
    let plans = report.sections_for(DutyKind::Plan);
    // What an answer has named whole is not named again.
    let is_plan_told = (1..=MAX_SECTIONS).contains(&plans.len())
        && report.questions.iter().any(|question| question.part == Some(DutyKind::Plan));
    let plan = |section: &&Section| {
        html! { <li><a href={to_section(section)}>{ report.item_of(section) }</a></li> }
    };
    let lacking = || report.duties.iter().filter(|duty| duty.kind == DutyKind::Shortcomings);
    let is_stated = lacking().any(|duty| !duty.sentences.is_empty());
    let asked = |figure: &Figure| {
        report.questions.iter().any(|question| question.figures.contains(&figure.id))
    };
    let figures = highlights(report).into_iter().filter(|figure| !asked(figure));
    let figures = key_figures(report, here, figures);
    let questions = report.questions.iter().map(|question| question_item(report, here, question));
    let tells_change = report.figures.iter().any(|figure| figure.quantity.change.is_some());
    let duties = report.duties.iter().map(|duty| duty_rows(report, here, duty));
    html! {
        <div class="two-columns overview">
            <div class="main-column">
                <div class="answers">
                    <h1 id="page-title" tabindex="-1">{ &report.title }</h1>
                    if !report.questions.is_empty() {
                        <h2>{ words.questions }</h2>
                        <ul class="questions">{ for questions }</ul>
                    }
                    if !tells_change && !report.figures.is_empty() {
                        if !report.questions.is_empty() {
                            <h3>{ words.better_or_worse }</h3>
                        }
                        <p class="quiet">{ words.no_previous }</p>
                    }
                    if !figures.is_empty() {
                        <h2>{ words.highlights }</h2>
                        <ul class="key-figures">{ for figures }</ul>
                    }
                    <p>
                        <a class="more" href={here.href(&Route::Figures(report.edition()))}>
                            { (words.all_figures)(report.figures.len()) }
                        </a>
                    </p>
                    <p>
                        <a class="more" href={here.href(&Route::Pictures(report.edition()))}>
                            { words.to_pictures }
                        </a>
                    </p>
                </div>
                <div class="parts">
                    if !areas.is_empty() {
                        <h2>{ (words.areas)(areas.len()) }</h2>
                        { for by_part.iter().map(fields) }
                    }
                    <h2>{ words.shortcomings }</h2>
                    if let Some(section) = report.shortcomings() {
                        <div class="shortcomings">
                            { raw_html("div", |html| {
                                let mode = TextMode::Excerpt(None);
                                write_section_text(html, report, here, section, mode)
                            }) }
                        </div>
                        <p><a class="more" href={to_section(section)}>{ words.to_section }</a></p>
                    } else if is_stated {
                        <dl class="duties">
                            { for lacking().map(|duty| duty_rows(report, here, duty)) }
                        </dl>
                    } else {
                        <p>{ words.not_stated }</p>
                    }
                    if !is_plan_told {
                        <h2>{ (words.plan)(report.year + 1) }</h2>
                        if plans.is_empty() {
                            <p>{ words.not_stated }</p>
                        } else {
                            <ol class="plan">{ for plans.iter().map(plan) }</ol>
                        }
                    }
                </div>
            </div>
            <div class="side-column">
                <section class="whole-text">
                    <h2>{ WORDS.pictures.text_map }</h2>
                    { whole_text(report, here) }
                </section>
                if report.is_of_law() {
                    <section class="required">
                        <h2>{ words.duties }</h2>
                        <p class="quiet">{ words.duties_source }</p>
                        <dl class="duties">{ for duties }</dl>
                    </section>
                }
            </div>
        </div>
    }
}

/// The address of a section in the text.
fn to_section(report: &Report, here: &Route, section: &Section) -> String {
    format!("{}#{}", here.href(&Route::Report(report.edition())), section.id)
}

/// Most figures shown where no editor put any first.
const MAX_HIGHLIGHTS: usize = 8;

/// The figures an editor put first, or the first of every topic.
fn highlights(report: &Report) -> Vec<&Figure> {
    if !report.highlights.is_empty() {
        return report.highlights.iter().filter_map(|id| report.figure(id)).collect();
    }
    report
        .topics()
        .iter()
        .filter_map(|topic| report.figures.iter().find(|figure| figure.topic == *topic))
        .take(MAX_HIGHLIGHTS)
        .collect()
}

/// Tiles of figures; what is said below one is not said again below the next.
fn key_figures<'a>(
    report: &Report,
    here: &Route,
    figures: impl Iterator<Item = &'a Figure>,
) -> Vec<Html> {
    let mut said = String::new();
    let tile = |figure| {
        let before = std::mem::replace(&mut said, said_below(report, figure));
        key_figure(report, here, figure, if said == before { "" } else { &said })
    };
    figures.map(tile).collect()
}

fn key_figure(report: &Report, here: &Route, figure: &Figure, said_below: &str) -> Html {
    let open = Selection::Figure(figure.id.clone()).fragment();
    let href = here.href(&Route::Figure(report.edition(), figure.id.clone()));
    html! {
        <li>
            <a class="key-figure" id={open.clone()} {href} data-open={open}>
                <span class="value">{ quantity(figure) }</span>
                <span class="label">{ &figure.label }</span>
                if !said_below.is_empty() {
                    <span class="quiet">{ said_below }</span>
                }
            </a>
        </li>
    }
}

/// Below a number of the year reported on what it means or its topic; below any other what time it is of.
fn said_below(report: &Report, figure: &Figure) -> String {
    match Periods::of(report).of_figure(figure) {
        Period::Year => report.meaning_of(figure).unwrap_or(&figure.topic).to_string(),
        period => period.words(report.year),
    }
}

/// The whole text as bars that lead to their sentences. They are for pointer and touch: who reads by
/// ear or goes by keys has the text itself, one link away.
fn whole_text(report: &Report, here: &Route) -> Html {
    let map = text_map(report);
    let legend = (WORDS.pictures.text_map_legend)(map.bars.len(), report.figures.len());
    let (width, height) = (MAP_WIDTH.to_string(), map.height.to_string());
    let bars = raw_html("div class=\"text-map\"", |html| {
        let view = ["0 0 ", &width, " ", &height].concat();
        let size = HEADING_SIZE.to_string();
        let attributes = ["\" font-size=\"", &size, "\">"].concat();
        write(html, &["<svg aria-hidden=\"true\" viewBox=\"", &view, &attributes]);
        for (y, words) in &map.headings {
            write(html, &["<text y=\"", &y.to_string(), "\">", &escape(words), "</text>"]);
        }
        for bar in &map.bars {
            let place = Place::in_text(report.edition(), Selection::Sentence(bar.sentence));
            let (href, sentence) = (escape(&place.href(here)), cells_path(&bar.cells));
            write(html, &["<a tabindex=\"-1\" href=\"", &href, "\"><path d=\"", &sentence, "\"/>"]);
            if !bar.lit.is_empty() {
                write(html, &["<path class=\"lit\" d=\"", &cells_path(&bar.lit), "\"/>"]);
            }
            html.push_str("</a>");
        }
        html.push_str("</svg>");
    });
    html! {
        <>
            <p class="quiet">{ legend }<span class="press-bar">{ WORDS.overview.press_bar }</span></p>
            { bars }
        </>
    }
}

/// A question with its answer: its figures, or how the part begins that answers it.
fn question_item(report: &Report, here: &Route, question: &Question) -> Html {
    let figures = question.figures.iter().filter_map(|id| report.figure(id));
    let figures = key_figures(report, here, figures);
    let answer = question.part.map(|kind| part_answer(report, here, kind));
    html! {
        <li>
            <h3>{ &question.question }</h3>
            if let Some(answer) = answer {
                { answer }
            } else {
                <ul class="key-figures">{ for figures }</ul>
            }
            if !question.note.is_empty() {
                <p class="quiet">{ &question.note }</p>
            }
        </li>
    }
}

/// Most sections named of a part.
const MAX_SECTIONS: usize = 5;
/// Most characters shown of a part that has no sections.
const PART_LENGTH: usize = 80;

/// What a part of the report says, in short: its sections by their names, else its first words; and
/// the way there.
fn part_answer(report: &Report, here: &Route, kind: DutyKind) -> Html {
    let to_all = |section: &Section| {
        let href = to_section(report, here, section);
        html! { <p><a class="more" {href}>{ WORDS.overview.answer_in_full }</a></p> }
    };
    match report.in_short(kind) {
        None => Html::default(),
        Some(InShort::Sections(sections)) => {
            let item = |section: &&Section| {
                let href = to_section(report, here, section);
                html! { <li><a {href}>{ report.item_of(section) }</a></li> }
            };
            let shown = sections.iter().take(MAX_SECTIONS).map(item);
            let first = report.part_of(sections[0]).unwrap_or(sections[0]);
            html! { <><ol class="plan">{ for shown }</ol>{ to_all(first) }</> }
        }
        Some(InShort::Points(section, points)) => {
            let item = |words: &&str| html! { <li>{ words }</li> };
            let shown = points.iter().take(MAX_SECTIONS).map(item);
            html! { <><ul class="plain">{ for shown }</ul>{ to_all(section) }</> }
        }
        Some(InShort::Sentence(section, sentence)) => {
            let words = report.slice(sentence.span).trim();
            let shown = excerpt(words, PART_LENGTH, WORDS.punctuation.ellipsis);
            html! { <><p>{ shown }</p>{ to_all(section) }</> }
        }
    }
}

/// Fields of work, those of one part of the report together.
fn areas_by_part<'a>(report: &Report, areas: &[&'a Section]) -> Vec<Vec<&'a Section>> {
    let part = |section: &&Section| report.part_of(section).map(|part| part.id.clone());
    areas.chunk_by(|one, other| part(one) == part(other)).map(<[_]>::to_vec).collect()
}

/// A field of work, with links to its topics.
fn area_item(report: &Report, here: &Route, section: &Section) -> Html {
    let n_figures = report.figures.iter().filter(|figure| figure.section == section.id).count();
    let topic_item = |sentence: &Sentence| {
        let topic = report.slice(sentence.span).trim_end_matches('。');
        html! { <li><a href={to_sentence(report, here, sentence)}>{ topic }</a></li> }
    };
    let topics = section.sentences().filter(|sentence| sentence.kind == SentenceKind::Topic);
    html! {
        <li>
            <h3><a href={to_section(report, here, section)}>{ &section.number }{ report.item_of(section) }</a></h3>
            if n_figures > 0 {
                <p class="quiet">{ (WORDS.figure_table.count)(n_figures) }</p>
            }
            <ul class="topics">{ for topics.map(topic_item) }</ul>
        </li>
    }
}

/// The address of a sentence in the text.
fn to_sentence(report: &Report, here: &Route, sentence: &Sentence) -> String {
    Place::in_text(report.edition(), Selection::Sentence(sentence.number)).href(here)
}

/// Most characters shown of a sentence that meets a duty.
const EXCERPT_LENGTH: usize = 18;

/// A duty, with links to the sentences that meet it.
fn duty_rows(report: &Report, here: &Route, duty: &Duty) -> Html {
    let name = match duty.kind {
        DutyKind::Measures => WORDS.overview.duty_measures,
        DutyKind::Shortcomings => WORDS.overview.duty_shortcomings,
        DutyKind::Leadership => WORDS.overview.duty_leadership,
        DutyKind::Plan => WORDS.overview.duty_plan,
        DutyKind::Other => WORDS.overview.duty_other,
    };
    let sentence_item = |number: &u32| {
        let (section, sentence) = report.sentence(*number)?;
        let words = report.slice(sentence.span);
        let shown = excerpt(words, EXCERPT_LENGTH, WORDS.punctuation.ellipsis);
        let label = (WORDS.punctuation.labelled)(&report.section_name(section), &shown);
        Some(html! { <li><a href={to_sentence(report, here, sentence)}>{ label }</a></li> })
    };
    html! {
        <>
            <dt>{ name }</dt>
            <dd>
                if duty.sentences.is_empty() {
                    { WORDS.overview.not_stated }
                } else {
                    <ul class="plain">
                        { for duty.sentences.iter().filter_map(sentence_item) }
                    </ul>
                }
            </dd>
        </>
    }
}
