//! What one report promised, beside the sentences of the next that speak of the same.

use yew::prelude::*;

use crate::app::components::raw_html;
use crate::compare::{Answer, Answers, Comparison, Promise};
use crate::markup::{escape, write};
use crate::model::Report;
use crate::period::{Period, Periods};
use crate::route::{Place, Route, Selection};
use crate::text::Span;
use crate::words::{COMPARISON, WORDS};

/// What was promised, beside what is said of it; promises that nothing is found for stand together.
pub(super) fn promise_list(comparison: &'static Comparison, here: &Route) -> Html {
    let words = COMPARISON;
    let (answered, silent): (Vec<&Promise>, Vec<&Promise>) =
        comparison.promises.iter().partition(|promise| is_answered(promise));
    let silent_row = |promise: &&Promise| {
        html! { <li>{ sentence_link(comparison.earlier, here, promise.promise) }</li> }
    };
    html! {
        <>
            <p>{ words.how_promises_are_found }</p>
            { for answered.into_iter().map(|promise| promise_row(comparison, here, promise)) }
            if !silent.is_empty() {
                <details class="data">
                    <summary>{ (words.more_promises)(silent.len()) }</summary>
                    <p class="quiet">{ words.no_answer }</p>
                    <ul class="rows">{ for silent.iter().map(silent_row) }</ul>
                </details>
            }
        </>
    }
}

/// Whether anything is said of a promise, be it that nothing was.
pub(super) fn is_answered(promise: &Promise) -> bool {
    !matches!(&promise.answers, Answers::Found(found) if found.is_empty())
}

fn promise_row(comparison: &'static Comparison, here: &Route, promise: &Promise) -> Html {
    let words = COMPARISON;
    let [name, other_name] = comparison.names();
    let answer = |answer: &Answer| answer_html(comparison.later, here, answer);
    html! {
        <section class="pair">
            <div class="sides">
                <div class="side">
                    <p class="quiet">{ (words.promised_in)(&name) }</p>
                    { sentence_link(comparison.earlier, here, promise.promise) }
                </div>
                <div class="side">
                    <p class="quiet">{ (words.answered_in)(&other_name) }</p>
                    {
                        match &promise.answers {
                            Answers::Confirmed(found) => html! {
                                <>{ answer(found) }<p class="quiet">{ words.confirmed }</p></>
                            },
                            Answers::NotMentioned => html! { <p>{ words.not_mentioned }</p> },
                            Answers::Found(found) => html! { <>{ for found.iter().map(answer) }</> },
                        }
                    }
                </div>
            </div>
        </section>
    }
}

/// Most characters of a sentence that are shown; the whole of it is a tap away.
const MOST_SHOWN: u32 = 110;

/// The part of a sentence with the most words that the promise has, too, those marked.
fn answer_html(report: &'static Report, here: &Route, answer: &Answer) -> Html {
    let Answer { sentence, common } = answer;
    let shown = shown(*sentence, common);
    let is_of_years = Periods::of(report).of_sentence(*sentence) == Period::Years;
    html! {
        <blockquote class="context">
            if is_of_years {
                <p class="quiet">{ COMPARISON.answer_of_years }</p>
            }
            { raw_html("span", |html| {
                let words = |start: u32, end: u32| escape(report.slice(Span::new(start, end)));
                let ellipsis = |is_cut: bool| if is_cut { WORDS.punctuation.ellipsis } else { "" };
                html.push_str(ellipsis(shown.start > sentence.start));
                let mut at = shown.start;
                for span in common.iter().filter(|span| shown.contains(**span)) {
                    write(html, &[&words(at, span.start), "<mark>", &words(span.start, span.end), "</mark>"]);
                    at = span.end;
                }
                write(html, &[&words(at, shown.end), ellipsis(shown.end < sentence.end)]);
            }) }
            { to_sentence(report, here, *sentence) }
        </blockquote>
    }
}

/// What is shown of a sentence: all of it, or the stretch with the most of `marked`.
fn shown(sentence: Span, marked: &[Span]) -> Span {
    if sentence.end - sentence.start <= MOST_SHOWN {
        return sentence;
    }
    let stretch = |from: u32| {
        let start = from.min(sentence.end - MOST_SHOWN).max(sentence.start);
        Span::new(start, start + MOST_SHOWN)
    };
    let n_marked = |stretch: &Span| -> u32 {
        let inside = marked.iter().filter(|span| stretch.contains(**span));
        inside.map(|span| span.end - span.start).sum()
    };
    // Of those with as much the first.
    let stretches = marked.iter().map(|span| stretch(span.start));
    stretches.rev().max_by_key(n_marked).unwrap_or_else(|| stretch(sentence.start))
}

fn sentence_link(report: &'static Report, here: &Route, sentence: Span) -> Html {
    let shown = shown(sentence, &[]);
    let ellipsis = if shown == sentence { "" } else { WORDS.punctuation.ellipsis };
    html! {
        <blockquote class="context">
            <span>{ report.slice(shown).trim() }{ ellipsis }</span>
            { to_sentence(report, here, sentence) }
        </blockquote>
    }
}

fn to_sentence(report: &'static Report, here: &Route, sentence: Span) -> Html {
    let number = report.sentence_at(sentence.start).map(|(_, sentence)| sentence.number);
    let href = number
        .map(|number| Place::in_text(report.edition(), Selection::Sentence(number)).href(here));
    html! { <a class="more" {href}>{ COMPARISON.to_text }</a> }
}
