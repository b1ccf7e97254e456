//! What is looked at of the whole report: title and date, its parts, what counts as no figure, what is
//! shown first and drawn.

use yew::prelude::*;

use super::act;
use super::card::{accept, include_button, marked, steps, whole_words};
use super::review::aspect_words;
use crate::app::browser::desk::ACCEPT;
use crate::app::browser::svg_address;
use crate::chart::WIDE;
use crate::chart::svg::{Theme, chart_svg};
use crate::desk::state::{Act, Desk, Tab};
use crate::ingest::annotation::Aspect;
use crate::model::{Chart, DutyKind, Exclusion, Report};
use crate::text::{Span, excerpt};
use crate::words::{DESK as WORDS, WORDS as COMMON};

type Handle = UseReducerHandle<Desk>;

/// Most characters shown of a part that was found.
const FOUND_LENGTH: usize = 40;
/// The parts that readers ask for.
const PARTS: [DutyKind; 2] = [DutyKind::Shortcomings, DutyKind::Plan];

/// Where a part was found, or that it was not.
fn part_found(report: &Report, part: DutyKind) -> Html {
    let name = match part {
        DutyKind::Plan => COMMON.overview.duty_plan,
        _ => COMMON.overview.duty_shortcomings,
    };
    let found = report.beginning_of(part).map(|(section, sentence)| {
        let words =
            excerpt(report.slice(sentence.span).trim(), FOUND_LENGTH, COMMON.punctuation.ellipsis);
        (WORDS.labelled)(&report.section_name(section), &words)
    });
    let words = found.unwrap_or_else(|| WORDS.part_not_found.to_string());
    html! { <li><b>{ name }</b>{ " " }{ words }</li> }
}

/// Something of the whole report.
pub(super) fn aspect_card(desk: &Handle, report: &Report, aspect: Aspect) -> Html {
    let go = |tab: Tab| html! { <button type="button" onclick={act(&desk.dispatcher(), move || Act::Show(tab))}>{ WORDS.go_there }</button> };
    let inside = match aspect {
        Aspect::Title => html! {
            <>
                <p>{ &report.title }</p>
                <p>{ report.issuers.join(WORDS.list) }</p>
                <p>{ report.date.map_or(WORDS.no_date.to_string(), |date| date.prose()) }</p>
                { go(Tab::Sections) }
            </>
        },
        Aspect::Sections => html! {
            <>
                <ul class="plain">{ for PARTS.iter().map(|part| part_found(report, *part)) }</ul>
                <ul class="desk-outline">{ for report.sections.iter().filter_map(|section| {
                    section.heading?;
                    let (level, words) = (format!("level-{}", section.level), report.item_of(section));
                    Some(html! { <li class={level}>{ &section.number }{ words }</li> })
                }) }</ul>
                { go(Tab::Sections) }
            </>
        },
        Aspect::Exclusions => exclusions(desk, report),
        Aspect::Highlights => {
            let figures = report.highlights.iter().filter_map(|id| report.figure(id));
            let words = figures
                .map(|figure| (WORDS.labelled)(&figure.label, &whole_words(&figure.quantity)));
            html! {
                <>
                    <p>{ WORDS.about_highlights }</p>
                    <ul>{ for words.map(|words| html! { <li>{ words }</li> }) }</ul>
                    { go(Tab::Charts) }
                </>
            }
        }
        Aspect::Charts => {
            let picture = |chart: &Chart| {
                let svg = chart_svg(report, chart, "", WIDE, Theme::Light);
                html! { <li><img src={svg_address(&svg)} alt={chart.description.clone()} /></li> }
            };
            html! {
                <>
                    if report.charts.is_empty() {
                        <p>{ WORDS.no_charts }</p>
                    }
                    <ul class="plain desk-pictures">{ for report.charts.iter().map(picture) }</ul>
                    { go(Tab::Charts) }
                </>
            }
        }
    };
    let take = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| accept(&desk))
    };
    html! {
        <>
            <h2>{ aspect_words(aspect) }</h2>
            { inside }
            <p class="desk-decisions">
                <button type="button" id={ACCEPT} class="primary" onclick={take}>{ WORDS.accept }<kbd aria-hidden="true">{ "Enter" }</kbd></button>
                { steps(desk) }
            </p>
        </>
    }
}

/// Everything that is no figure, with its reason, to glance over.
fn exclusions(desk: &Handle, report: &Report) -> Html {
    let row = |exclusion: &Exclusion| {
        let sentence = report.sentence_at(exclusion.span.start).map(|(_, sentence)| sentence.span);
        let from =
            exclusion.span.start.saturating_sub(8).max(sentence.map_or(0, |span| span.start));
        let to = (exclusion.span.end + 8).min(sentence.map_or(exclusion.span.end, |span| span.end));
        html! {
            <tr>
                <td>{ marked(report, Span::new(from, to.max(exclusion.span.end)), exclusion.span) }</td>
                <td>{ &exclusion.reason }</td>
                <td><button type="button" onclick={include_button(desk, exclusion.span)}>{ WORDS.include }</button></td>
            </tr>
        }
    };
    html! {
        <div class="scroll desk-exclusions" tabindex="0">
            <table>{ for report.exclusions.iter().map(row) }</table>
        </div>
    }
}
