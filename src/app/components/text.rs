//! The report's text with elements around its figures, terms and matches; no character is changed.
//! Written as HTML and not by Yew, which would go over hundreds of elements when it takes the page
//! over; the text goes through [`escape`].

use yew::prelude::*;

use crate::app::components::{card_link_attributes, raw_html};
use crate::markup::{escape, write};
use crate::model::{Accounting, Paragraph, Report, Section, Sentence, SentenceKind};
use crate::route::{Route, Selection};
use crate::text::Span;

/// What the text is shown for, which decides the elements in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum TextMode<'matches> {
    /// To be read: links on figures and terms, with ids that other links lead to, and marks on
    /// these matches of a query.
    Reading(&'matches [Span]),
    /// To be quoted: links on figures, the one that is asked for marked, if one is. It has no ids, since
    /// it stands on the page a second time.
    Excerpt(Option<Span>),
    /// To be checked: an element on every number, as figure, exclusion or unaccounted.
    Audit,
}

impl TextMode<'_> {
    fn matches(&self) -> &[Span] {
        if let Self::Reading(matches) = self { matches } else { &[] }
    }
}

/// An element around a stretch of text.
struct InlineElement {
    span: Span,
    name: &'static str,
    attributes: String,
}

/// The text at `span` with its elements; links lead away from the page `here`.
pub(in crate::app) fn text(report: &Report, here: &Route, span: Span, mode: TextMode<'_>) -> Html {
    raw_html("span", |html| write_text(html, report, here, span, mode))
}

/// Writes the text at `span` with its elements.
pub(in crate::app) fn write_text(
    html: &mut String,
    report: &Report,
    here: &Route,
    span: Span,
    mode: TextMode<'_>,
) {
    let elements = if mode == TextMode::Audit {
        number_elements(report, here, span)
    } else {
        figure_and_term_links(report, here, span, mode)
    };
    let mut at = span.start;
    for InlineElement { span, name, attributes } in elements {
        // Of two that overlap the first stands: no character is written twice.
        if span.start < at {
            continue;
        }
        write_characters(html, report, Span::new(at, span.start), mode.matches());
        write(html, &["<", name, &attributes, ">"]);
        write_characters(html, report, span, mode.matches());
        write(html, &["</", name, ">"]);
        at = span.end;
    }
    write_characters(html, report, Span::new(at, span.end), mode.matches());
}

/// Writes the characters at `span` with the matches in them marked; a match that reaches across
/// elements is marked in pieces of one number.
fn write_characters(html: &mut String, report: &Report, span: Span, matches: &[Span]) {
    let first = matches.partition_point(|place| place.end <= span.start);
    let mut at = span.start;
    for (number, place) in
        (first + 1..).zip(&matches[first..]).take_while(|(_, place)| place.start < span.end)
    {
        let (start, end) = (place.start.max(at), place.end.min(span.end));
        html.push_str(&escape(report.slice(Span::new(at, start))));
        let (number, words) = (number.to_string(), escape(report.slice(Span::new(start, end))));
        write(html, &["<mark data-hit=\"", &number, "\">", &words, "</mark>"]);
        at = end;
    }
    html.push_str(&escape(report.slice(Span::new(at, span.end))));
}

/// A link on every figure and, where the text is to be read, on every term.
fn figure_and_term_links(
    report: &Report,
    here: &Route,
    span: Span,
    mode: TextMode<'_>,
) -> Vec<InlineElement> {
    let has_ids = matches!(mode, TextMode::Reading(_));
    let figures = report.figures.iter().filter(|figure| span.contains(figure.span)).map(|figure| {
        let href = here.href(&Route::Figure(report.edition(), figure.id.clone()));
        let open = Selection::Figure(figure.id.clone()).fragment();
        let is_asked = mode == TextMode::Excerpt(Some(figure.span));
        let class = if is_asked { "figure asked" } else { "figure" };
        let attributes = card_link_attributes(class, has_ids, &href, &open);
        InlineElement { span: figure.span, name: "a", attributes }
    });
    let is_free = |place: Span| !report.figures.iter().any(|figure| figure.span.overlaps(place));
    let terms = report
        .terms
        .iter()
        .filter(|_| has_ids)
        .flat_map(|term| term.spans.iter().map(move |place| (term, *place)))
        .filter(|(_, place)| span.contains(*place) && is_free(*place))
        .map(|(term, place)| {
            let open = Selection::Term(term.id.clone()).fragment();
            let href = format!("{}#{open}", here.href(&Route::AboutReport(report.edition())));
            let is_first = term.spans.first() == Some(&place);
            let attributes = card_link_attributes("term", is_first, &href, &open);
            InlineElement { span: place, name: "a", attributes }
        });
    let mut links: Vec<InlineElement> = figures.chain(terms).collect();
    links.sort_by_key(|link| link.span);
    links
}

/// An element on every number, by what accounts for it.
fn number_elements(report: &Report, here: &Route, span: Span) -> Vec<InlineElement> {
    let numbers = report.numbers.iter().filter(|number| span.contains(number.span));
    numbers
        .map(|number| {
            let (name, attributes) = match number.accounting {
                Accounting::Figure(at) => {
                    let id = &report.figures[at as usize].id;
                    let href = here.href(&Route::Figure(report.edition(), id.clone()));
                    let open = Selection::Figure(id.clone()).fragment();
                    ("a", card_link_attributes("figure", true, &href, &open))
                }
                // A rule's exclusion explains itself; only an editor's has a reason to read.
                Accounting::Exclusion(at) if report.exclusions[at as usize].by_rule => {
                    ("span", " class=\"excluded\"".to_string())
                }
                Accounting::Exclusion(at) => {
                    ("a", format!(" class=\"excluded\" href=\"#{}\"", exclusion_id(report, at)))
                }
                Accounting::Unaccounted => ("strong", " class=\"unaccounted\"".to_string()),
            };
            InlineElement { span: number.span, name, attributes }
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

/// Writes the text of a section without its heading, a paragraph for every group of sentences that
/// a topic opens.
pub(in crate::app) fn write_section_text(
    html: &mut String,
    report: &Report,
    here: &Route,
    section: &Section,
    mode: TextMode<'_>,
) {
    for group in section.paragraphs.iter().flat_map(|paragraph| groups(paragraph, section.heading))
    {
        html.push_str("<p>");
        for sentence in group {
            let class =
                if sentence.kind == SentenceKind::Topic { "sentence topic" } else { "sentence" };
            let number = matches!(mode, TextMode::Reading(_)).then_some(sentence.number);
            write_sentence(html, class, number, |html| {
                write_text(html, report, here, sentence.span, mode)
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
