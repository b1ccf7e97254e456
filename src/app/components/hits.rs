//! What was found, grouped by kind: the words with what matched marked, where they stand, and a way there.

use yew::prelude::*;

use crate::app::{Data, WORDS};
use crate::export::section_name;
use crate::model::Span;
use crate::route::{Finding, Place, Route, Selection};
use crate::search::{Entry, Hit, Index, Kind, Method, Outcome};

/// Most characters of a hit's words that are shown, and how many of them stand before the first that matched.
const EXCERPT: usize = 64;
const LEAD: usize = 14;

/// What all hits of one query have in common.
pub(in crate::app) struct Found<'search> {
    pub data: Data,
    pub index: &'search Index,
    pub outcome: &'search Outcome,
    pub query: &'search str,
}

impl Found<'_> {
    /// The hits, `most` of each kind.
    pub(in crate::app) fn groups(&self, here: &Place, most: usize) -> Html {
        let kind = |hit: &Hit| self.entry(hit).kind;
        let groups = self.outcome.hits.chunk_by(|left, right| kind(left) == kind(right));
        let group = |hits: &[Hit]| {
            html! {
                <section class="hits">
                    <h3>{ kind_name(kind(&hits[0])) }<span class="quiet">{ hits.len() }</span></h3>
                    <ul class="plain">{ for hits.iter().take(most).map(|hit| self.row(here, hit)) }</ul>
                </section>
            }
        };
        groups.map(group).collect()
    }

    /// What to know about the outcome before its hits: how they were found, or what to look for instead.
    pub(in crate::app) fn notice(&self, here: &Place) -> Html {
        let Some(method) = self.outcome.method else { return self.suggestions(here) };
        match method_words(method) {
            Some(words) => html! { <p class="quiet">{ words }</p> },
            None => Html::default(),
        }
    }

    fn suggestions(&self, here: &Place) -> Html {
        let suggestion = |words: &String| html! { <li>{ query_link(self.data, here, words) }</li> };
        html! {
            <>
                <p>{ format!("{}“{}”。", WORDS.nothing_found, self.query.trim()) }</p>
                if !self.outcome.suggestions.is_empty() {
                    <p>{ WORDS.did_you_mean }</p>
                    <ul class="inline">{ for self.outcome.suggestions.iter().map(suggestion) }</ul>
                }
            </>
        }
    }

    fn entry(&self, hit: &Hit) -> &Entry {
        &self.index.entries[hit.entry as usize]
    }

    fn row(&self, here: &Place, hit: &Hit) -> Html {
        let entry = self.entry(hit);
        html! {
            <li>
                <a class="hit" href={self.target(here, hit).href(&here.route)}>
                    <span>{ marked(&entry.words, self.outcome.spans(hit)) }</span>
                    <span class="quiet">{ self.whereabouts(entry) }</span>
                </a>
            </li>
        }
    }

    /// Where a hit leads: to its place in the text, where everything found stays marked.
    fn target(&self, here: &Place, hit: &Hit) -> Place {
        let (report, entry) = (self.data.0, self.entry(hit));
        let in_text = Place { finding: Finding::of(self.query.trim()), ..Place::page(Route::Report(report.year)) };
        let at = entry.at as usize;
        match entry.kind {
            Kind::LargePrint => Place { selection: None, large: true, ..here.clone() },
            Kind::Figure => Place { selection: report.figures.get(at).map(|figure| Selection::Figure(figure.id.clone())), ..in_text },
            Kind::Chart => Place::page(report.charts.get(at).map_or(Route::Charts(report.year), |chart| Route::Chart(report.year, chart.id.clone()))),
            Kind::Term => Place { selection: report.terms.get(at).map(|term| Selection::Term(term.id.clone())), ..in_text },
            Kind::Heading | Kind::Sentence => {
                let first = entry.span.zip(self.outcome.spans(hit).first()).map(|(span, first)| span.start + first.start);
                let place = self.outcome.spans_in_text(self.index).iter().position(|span| Some(span.start) == first);
                Place { finding: Finding { hit: place.map_or(0, |place| place as u32 + 1), ..in_text.finding }, ..in_text }
            }
        }
    }

    fn whereabouts(&self, entry: &Entry) -> String {
        let report = self.data.0;
        match entry.kind {
            Kind::LargePrint => WORDS.large_on.to_string(),
            Kind::Figure => report.figures.get(entry.at as usize).map_or_else(String::new, |figure| figure.topic.clone()),
            Kind::Chart => WORDS.charts.to_string(),
            Kind::Term => WORDS.editor_note.to_string(),
            Kind::Heading | Kind::Sentence => report.sentence(entry.at).map_or_else(String::new, |(section, _)| section_name(report, section)),
        }
    }
}

/// A link that looks for other words.
pub(in crate::app) fn query_link(data: Data, here: &Place, words: &str) -> Html {
    let place = Place { finding: Finding::of(words), ..Place::page(Route::Search(data.year)) };
    html! { <a class="button" href={place.href(&here.route)}>{ words }</a> }
}

/// The words around the first match, every match in them marked.
fn marked(words: &str, spans: &[Span]) -> Html {
    let chars: Vec<char> = words.chars().collect();
    let first = spans.first().map_or(0, |span| span.start as usize);
    let start = if chars.len() > EXCERPT { first.saturating_sub(LEAD).min(chars.len() - EXCERPT) } else { 0 };
    let end = chars.len().min(start + EXCERPT);
    let slice = |from: usize, to: usize| chars[from..to.max(from)].iter().collect::<String>();
    let mut pieces = Vec::new();
    let mut at = start;
    for span in spans {
        let (from, to) = ((span.start as usize).clamp(at, end), (span.end as usize).clamp(at, end));
        pieces.push(html! { slice(at, from) });
        if to > from {
            pieces.push(html! { <mark>{ slice(from, to) }</mark> });
        }
        at = to;
    }
    pieces.push(html! { slice(at, end) });
    html! { <>{ if start > 0 { "……" } else { "" } }{ for pieces }{ if end < chars.len() { "……" } else { "" } }</> }
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::LargePrint => WORDS.kind_large_print,
        Kind::Figure => WORDS.figures,
        Kind::Chart => WORDS.charts,
        Kind::Heading => WORDS.kind_heading,
        Kind::Term => WORDS.term,
        Kind::Sentence => WORDS.kind_sentence,
    }
}

/// How hits were found, where it is not the plain way.
fn method_words(method: Method) -> Option<&'static str> {
    match method {
        Method::Exact => None,
        Method::Words => Some(WORDS.found_words),
        Method::Value => Some(WORDS.found_value),
        Method::Pinyin => Some(WORDS.found_pinyin),
        Method::Sound => Some(WORDS.found_sound),
        Method::Near => Some(WORDS.found_near),
    }
}
