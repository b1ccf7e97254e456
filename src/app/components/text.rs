//! The report's words, with every figure and term in them marked and linked; no character is
//! changed. Written as HTML and not by Yew, which would go over hundreds of elements when it takes
//! the page over; the words go through [`escape`].

use yew::prelude::*;

use crate::app::components::{opener, written};
use crate::markup::{escape, write};
use crate::model::{Accounting, Paragraph, Report, Section, Sentence, SentenceKind};
use crate::route::{Route, Selection};
use crate::text::Span;

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

/// A stretch of text that is marked: the element around it, with its attributes.
struct Mark {
    span: Span,
    element: &'static str,
    attributes: String,
}

/// The text at `span` with its marks.
pub(in crate::app) fn text(report: &Report, route: &Route, span: Span, marks: Marks<'_>) -> Html {
    written(|html| write_text(html, report, route, span, marks))
}

/// Writes the text at `span` with its marks.
pub(in crate::app) fn write_text(
    html: &mut String,
    report: &Report,
    route: &Route,
    span: Span,
    marks: Marks<'_>,
) {
    let links = if marks == Marks::Audit {
        audit_marks(report, span)
    } else {
        reading_marks(report, route, span, marks)
    };
    let mut at = span.start;
    for Mark { span, element, attributes } in links {
        // Of two that overlap the first is marked: no word stands twice.
        if span.start < at {
            continue;
        }
        write_words(html, report, Span::new(at, span.start), marks.found());
        write(html, &["<", element, &attributes, ">"]);
        write_words(html, report, span, marks.found());
        write(html, &["</", element, ">"]);
        at = span.end;
    }
    write_words(html, report, Span::new(at, span.end), marks.found());
}

/// Writes the words at `span` with what was found in them marked; a find that reaches across links
/// is marked in pieces.
fn write_words(html: &mut String, report: &Report, span: Span, found: &[Span]) {
    let first = found.partition_point(|place| place.end <= span.start);
    let mut at = span.start;
    for (number, place) in
        (first + 1..).zip(&found[first..]).take_while(|(_, place)| place.start < span.end)
    {
        let (start, end) = (place.start.max(at), place.end.min(span.end));
        html.push_str(&escape(report.slice(Span::new(at, start))));
        write(
            html,
            &[
                "<mark data-hit=\"",
                &number.to_string(),
                "\">",
                &escape(report.slice(Span::new(start, end))),
                "</mark>",
            ],
        );
        at = end;
    }
    html.push_str(&escape(report.slice(Span::new(at, span.end))));
}

fn reading_marks(report: &Report, route: &Route, span: Span, marks: Marks<'_>) -> Vec<Mark> {
    let year = report.year;
    let own_ids = matches!(marks, Marks::Reading(_));
    let figures = report.figures.iter().filter(|figure| span.contains(figure.span)).map(|figure| {
        let open = Selection::Figure(figure.id.clone()).fragment();
        let href = route.href(&Route::Figure(year, figure.id.clone()));
        Mark {
            span: figure.span,
            element: "a",
            attributes: opener("figure", own_ids, &href, &open),
        }
    });
    let terms = report
        .terms
        .iter()
        .filter(|_| own_ids)
        .flat_map(|term| term.spans.iter().map(move |place| (term, *place)));
    let is_free = |place: &Span| !report.figures.iter().any(|figure| figure.span.overlaps(*place));
    let terms =
        terms.filter(|(_, place)| span.contains(*place) && is_free(place)).map(|(term, place)| {
            let open = Selection::Term(term.id.clone()).fragment();
            let href = format!("{}#{open}", route.href(&Route::About));
            Mark {
                span: place,
                element: "a",
                attributes: opener("term", term.spans.first() == Some(&place), &href, &open),
            }
        });
    let mut all: Vec<Mark> = figures.chain(terms).collect();
    all.sort_by_key(|mark| mark.span);
    all
}

#[inline(never)]
fn audit_marks(report: &Report, span: Span) -> Vec<Mark> {
    let numbers = report.numbers.iter().filter(|number| span.contains(number.span));
    numbers
        .map(|number| {
            let (element, attributes) = match number.accounting {
                Accounting::Figure(at) => {
                    let id = &report.figures[at as usize].id;
                    let href =
                        Route::Audit(report.year).href(&Route::Figure(report.year, id.clone()));
                    ("a", opener("figure", true, &href, &Selection::Figure(id.clone()).fragment()))
                }
                // What a rule tells apart explains itself; only an editor's reason is worth a tap.
                Accounting::Exclusion(at) if report.exclusions[at as usize].by_rule => {
                    ("span", " class=\"excluded\"".to_string())
                }
                Accounting::Exclusion(at) => {
                    ("a", format!(" class=\"excluded\" href=\"#{}\"", exclusion_id(report, at)))
                }
                Accounting::Unaccounted => ("strong", " class=\"unaccounted\"".to_string()),
            };
            Mark { span: number.span, element, attributes }
        })
        .collect()
}

/// Id of the row that gives the reason; exclusions for the same reason share one.
pub(in crate::app) fn exclusion_id(report: &Report, at: u32) -> String {
    let reason = &report.exclusions[at as usize].reason;
    let first =
        report.exclusions.iter().position(|known| known.reason == *reason).unwrap_or_default();
    format!("x{first}")
}

/// Writes the lines of a section, its heading left out; sentences that a topic opens stand
/// together.
pub(in crate::app) fn write_section_text(
    html: &mut String,
    report: &Report,
    route: &Route,
    section: &Section,
    marks: Marks<'_>,
) {
    for group in section.paragraphs.iter().flat_map(|paragraph| groups(paragraph, section.heading))
    {
        html.push_str("<p>");
        for sentence in group {
            let class =
                if sentence.kind == SentenceKind::Topic { "sentence topic" } else { "sentence" };
            let number = matches!(marks, Marks::Reading(_)).then_some(sentence.number);
            write_sentence(html, class, number, |html| {
                write_text(html, report, route, sentence.span, marks)
            });
        }
        html.push_str("</p>");
    }
}

/// Writes the element around a sentence's text, with an id where its number is given.
pub(in crate::app) fn write_sentence(
    html: &mut String,
    class: &str,
    number: Option<u32>,
    write_text: impl FnOnce(&mut String),
) {
    write(html, &["<span class=\"", class, "\""]);
    if let Some(number) = number {
        write(html, &[" id=\"", &Selection::Sentence(number).fragment(), "\""]);
    }
    html.push('>');
    write_text(html);
    html.push_str("</span>");
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
