//! What one report promised, beside the sentences of the next that speak of the same.

use yew::prelude::*;

use crate::app::components::raw_html;
use crate::compare::{Answer, Answers, Comparison, Promise};
use crate::markup::{escape, write};
use crate::model::Report;
use crate::route::{Place, Route, Selection};
use crate::text::Span;
use crate::words::COMPARISON;

/// What was promised, beside what is said of it; promises that nothing is found for stand together.
pub(super) fn promise_list(comparison: &'static Comparison, here: &Route) -> Html {
    let words = COMPARISON;
    let is_open =
        |promise: &&Promise| matches!(&promise.answers, Answers::Found(found) if found.is_empty());
    let (silent, answered): (Vec<&Promise>, Vec<&Promise>) =
        comparison.promises.iter().partition(is_open);
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

/// A sentence with the words marked that the promise has, too.
fn answer_html(report: &'static Report, here: &Route, answer: &Answer) -> Html {
    let Answer { sentence, common } = answer;
    html! {
        <blockquote class="context">
            { raw_html("span", |html| {
                let mut at = sentence.start;
                for span in common {
                    html.push_str(&escape(report.slice(Span::new(at, span.start))));
                    write(html, &["<mark>", &escape(report.slice(*span)), "</mark>"]);
                    at = span.end;
                }
                html.push_str(&escape(report.slice(Span::new(at, sentence.end))));
            }) }
            { to_sentence(report, here, *sentence) }
        </blockquote>
    }
}

fn sentence_link(report: &'static Report, here: &Route, sentence: Span) -> Html {
    html! {
        <blockquote class="context">
            <span>{ report.slice(sentence).trim() }</span>
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
