//! The text around what is looked at, every number in it marked: a press selects it, and what is
//! selected by hand can be made a figure.

use yew::prelude::*;

use super::card::include_at;
use crate::app::browser::desk::selected_text;
use crate::app::browser::value_of_closest;
use crate::desk::edit::figure_at;
use crate::desk::queue::Item;
use crate::desk::state::{Act, Desk};
use crate::desk::task::Finding;
use crate::model::{Accounting, NumberMention, Report, Section};
use crate::text::Span;
use crate::words::DESK as WORDS;

/// The section that the item stands in, or the first.
pub(super) fn section_text(
    desk: &UseReducerHandle<Desk>,
    report: &Report,
    item: Option<&Item>,
) -> Html {
    let at = match item {
        Some(Item::Figure(id)) => report.figure(id).map(|figure| figure.span),
        Some(Item::Number(span)) => Some(*span),
        _ => None,
    };
    let start = at.map_or(0, |span| span.start);
    let Some((section, _)) = report.sentence_at(start) else { return Html::default() };
    let position = report.sections.iter().position(|known| known.id == section.id).unwrap_or(0);
    let neighbour = |by: isize, words: &'static str| {
        let to = position.checked_add_signed(by).and_then(|at| report.sections.get(at));
        let first =
            to.and_then(|to| report.numbers.iter().find(|number| to.span.contains(number.span)));
        let item = first.map(|number| item_of(report, number));
        let go = {
            let (desk, item) = (desk.clone(), item.clone());
            Callback::from(move |_: MouseEvent| desk.dispatch(Act::Select(item.clone())))
        };
        html! { <button type="button" disabled={item.is_none()} onclick={go}>{ words }</button> }
    };
    let select = {
        let desk = desk.clone();
        let starts: Vec<(u32, Item)> = report
            .numbers
            .iter()
            .map(|number| (number.span.start, item_of(report, number)))
            .collect();
        value_of_closest(
            "button.number",
            Callback::from(move |start: String| {
                let start = start.parse::<u32>().ok();
                let item = starts.iter().find(|(known, _)| Some(*known) == start);
                desk.dispatch(Act::Select(item.map(|(_, item)| item.clone())));
            }),
        )
    };
    let make = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| match selected_text() {
            Some(span) => include_at(&desk, span),
            None => desk.dispatch(Act::Fail(Finding::from(WORDS.nothing_selected.to_string()))),
        })
    };
    html! {
        <div class="desk-text">
            <p class="desk-decisions">
                { neighbour(-1, WORDS.previous_section) }
                { neighbour(1, WORDS.next_section) }
                <button type="button" onclick={make}>{ WORDS.make_figure }</button>
            </p>
            <div class="desk-section" onclick={select}>{ paragraphs(report, section, at) }</div>
        </div>
    }
}

fn item_of(report: &Report, number: &NumberMention) -> Item {
    figure_at(report, number)
        .map_or(Item::Number(number.span), |figure| Item::Figure(figure.id.clone()))
}

fn paragraphs(report: &Report, section: &Section, at: Option<Span>) -> Html {
    let paragraph = |span: Span| {
        let numbers: Vec<&NumberMention> =
            report.numbers.iter().filter(|number| span.contains(number.span)).collect();
        let mut from = span.start;
        let mut pieces = Vec::new();
        for number in numbers {
            pieces.push(plain(report, Span::new(from, number.span.start)));
            let is_current = at == Some(number.span);
            let kind = match number.accounting {
                Accounting::Figure(_) => "figure",
                Accounting::Exclusion(_) => "excluded",
                Accounting::Unaccounted => "unaccounted",
            };
            pieces.push(html! {
                <button
                    type="button"
                    class={classes!("number", kind, is_current.then_some("current"))}
                    value={number.span.start.to_string()}
                    data-start={number.span.start.to_string()}
                >
                    { report.slice(number.span) }
                </button>
            });
            from = number.span.end;
        }
        pieces.push(plain(report, Span::new(from, span.end)));
        html! { <p>{ for pieces }</p> }
    };
    section.paragraphs.iter().map(|known| paragraph(known.span)).collect()
}

fn plain(report: &Report, span: Span) -> Html {
    html! { <span data-start={span.start.to_string()}>{ report.slice(span) }</span> }
}
