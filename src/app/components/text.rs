//! The report's words, with every figure and term in them marked and linked; no character is changed.

use yew::prelude::*;

use crate::app::Data;
use crate::model::{Accounting, Paragraph, Section, Sentence, SentenceKind, Span};
use crate::route::{Route, Selection};

/// What is marked in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Marks<'found> {
    /// Figures and terms, each with the id its links lead to, and what a search found.
    Reading(&'found [Span]),
    /// Figures alone; the text stands on the page a second time and has no ids.
    Excerpt,
    /// Every number: figure, exclusion or unaccounted.
    Audit,
}

impl Marks<'_> {
    fn found(&self) -> &[Span] {
        if let Self::Reading(found) = self { found } else { &[] }
    }
}

/// A stretch of text that is marked.
struct Mark {
    span: Span,
    html: Html,
}

/// The text at `span` with its marks.
pub(in crate::app) fn text(data: Data, route: &Route, span: Span, marks: Marks<'_>) -> Html {
    let links = if marks == Marks::Audit { audit_marks(data, span) } else { reading_marks(data, route, span, marks) };
    let mut pieces = Vec::new();
    let mut at = span.start;
    for mark in links {
        if mark.span.start > at {
            pieces.push(words(data, Span::new(at, mark.span.start), marks.found()));
        }
        at = mark.span.end;
        pieces.push(mark.html);
    }
    if at < span.end {
        pieces.push(words(data, Span::new(at, span.end), marks.found()));
    }
    pieces.into_iter().collect()
}

/// The words at `span` with what was found in them marked; a find that reaches across links is marked in pieces.
fn words(data: Data, span: Span, found: &[Span]) -> Html {
    let first = found.partition_point(|place| place.end <= span.start);
    if found.get(first).is_none_or(|place| place.start >= span.end) {
        return html! { data.0.slice(span) };
    }
    let mut pieces = Vec::new();
    let mut at = span.start;
    for (number, place) in (first + 1..).zip(&found[first..]).take_while(|(_, place)| place.start < span.end) {
        let (start, end) = (place.start.max(at), place.end.min(span.end));
        pieces.push(html! { data.0.slice(Span::new(at, start)) });
        pieces.push(html! { <mark data-hit={number.to_string()}>{ data.0.slice(Span::new(start, end)) }</mark> });
        at = end;
    }
    pieces.push(html! { data.0.slice(Span::new(at, span.end)) });
    pieces.into_iter().collect()
}

fn reading_marks(data: Data, route: &Route, span: Span, marks: Marks<'_>) -> Vec<Mark> {
    let year = data.year;
    let own_ids = matches!(marks, Marks::Reading(_));
    let figures = data.0.figures.iter().filter(|figure| span.contains(figure.span)).map(|figure| {
        let open = Selection::Figure(figure.id.clone()).fragment();
        let id = own_ids.then(|| open.clone());
        let href = route.href(&Route::Figure(year, figure.id.clone()));
        Mark { span: figure.span, html: html! { <a class="figure" {id} {href} data-open={open}>{ words(data, figure.span, marks.found()) }</a> } }
    });
    let terms = data.0.terms.iter().filter(|_| own_ids).flat_map(|term| term.spans.iter().map(move |place| (term, *place)));
    let terms = terms.filter(|(_, place)| span.contains(*place)).map(|(term, place)| {
        let open = Selection::Term(term.id.clone()).fragment();
        let id = (term.spans.first() == Some(&place)).then(|| open.clone());
        let href = format!("{}#{open}", route.href(&Route::About));
        Mark { span: place, html: html! { <a class="term" {id} {href} data-open={open}>{ words(data, place, marks.found()) }</a> } }
    });
    let mut all: Vec<Mark> = figures.chain(terms).collect();
    all.sort_by_key(|mark| mark.span);
    all
}

#[inline(never)]
fn audit_marks(data: Data, span: Span) -> Vec<Mark> {
    let numbers = data.0.numbers.iter().filter(|number| span.contains(number.span));
    numbers
        .map(|number| {
            let words = data.0.slice(number.span);
            let html = match number.accounting {
                Accounting::Figure(at) => {
                    let figure = &data.0.figures[at as usize];
                    let open = Selection::Figure(figure.id.clone()).fragment();
                    html! { <a class="figure" id={open.clone()} href={Route::Audit(data.year).href(&Route::Figure(data.year, figure.id.clone()))} data-open={open}>{ words }</a> }
                }
                // What a rule tells apart explains itself; only an editor's reason is worth a tap.
                Accounting::Exclusion(at) if data.0.exclusions[at as usize].by_rule => html! { <span class="excluded">{ words }</span> },
                Accounting::Exclusion(at) => html! { <a class="excluded" href={format!("#{}", exclusion_id(data, at))}>{ words }</a> },
                Accounting::Unaccounted => html! { <strong class="unaccounted">{ words }</strong> },
            };
            Mark { span: number.span, html }
        })
        .collect()
}

/// Id of the row that gives the reason; exclusions for the same reason share one.
pub(in crate::app) fn exclusion_id(data: Data, at: u32) -> String {
    let reason = &data.0.exclusions[at as usize].reason;
    let first = data.0.exclusions.iter().position(|known| known.reason == *reason).unwrap_or_default();
    format!("x{first}")
}

/// The lines of a section, its heading left out; sentences that a topic opens stand together.
pub(in crate::app) fn section_text(data: Data, route: &Route, section: &Section, marks: Marks<'_>) -> Html {
    section.paragraphs.iter().flat_map(|paragraph| groups(paragraph, section.heading)).map(|group| group_text(data, route, group, marks)).collect()
}

/// A paragraph's sentences, cut before every topic.
fn groups(paragraph: &Paragraph, heading: Option<Span>) -> Vec<Vec<&Sentence>> {
    let mut groups: Vec<Vec<&Sentence>> = Vec::new();
    for sentence in &paragraph.sentences {
        if sentence.kind == SentenceKind::Space || Some(sentence.span) == heading {
            continue;
        }
        match groups.last_mut().filter(|_| sentence.kind != SentenceKind::Topic) {
            Some(group) => group.push(sentence),
            None => groups.push(vec![sentence]),
        }
    }
    groups
}

fn group_text(data: Data, route: &Route, group: Vec<&Sentence>, marks: Marks<'_>) -> Html {
    let sentences = group.into_iter().map(|sentence| {
        let id = matches!(marks, Marks::Reading(_)).then(|| Selection::Sentence(sentence.number).fragment());
        let class = if sentence.kind == SentenceKind::Topic { "sentence topic" } else { "sentence" };
        html! { <span {class} {id}>{ text(data, route, sentence.span, marks) }</span> }
    });
    html! { <p>{ for sentences }</p> }
}
