//! What was found, grouped by kind: the words with what matched marked, where they stand, and a way
//! there. Written as HTML and not by Yew, so that hits are shown before the page is taken over
//! (`app::early_search`); every text but our own words goes through [`escape`].

use crate::app::browser::Typed;
use crate::app::{Data, WORDS};
use crate::markup::{escape, write};
use crate::route::{Finding, Place, Route, Selection};
use crate::search::{Entry, Hit, Index, Kind, Method, SearchResults};
use crate::text::Span;

/// Most characters of a hit's words that are shown, and how many of them stand before the first
/// that matched.
const EXCERPT: usize = 64;
const LEAD: usize = 14;

/// Hits of one kind shown while typing; the search page has all.
const MOST: usize = 4;

/// Where all hits of a query are.
pub(in crate::app) fn all_hits(data: Data, here: &Place, query: &str) -> Place {
    Place { finding: Finding::of(query), ..here.to(Route::Search(data.year)) }
}

/// What the search box shows below its field, in HTML: hits, or before anything is typed what can
/// be looked for.
#[inline(never)]
pub(in crate::app) fn panel(
    data: Data,
    here: &Place,
    typed: &Typed,
    outcome: Option<&(&Index, SearchResults)>,
) -> String {
    let Some((index, outcome)) = outcome else { return search_hints(data, here) };
    let mut html = String::new();
    if typed.cut_off {
        write(&mut html, &["<p class=\"quiet\">", WORDS.search_cut_off, "</p>"]);
    }
    html.push_str(&Found { data, index, outcome, query: &typed.text, here }.html(MOST));
    let n_hits = outcome.hits.len();
    if n_hits > 0 {
        let all = all_hits(data, here, &typed.text);
        let count = n_hits.to_string();
        write(
            &mut html,
            &[
                "<p><a class=\"more\" href=\"",
                &escape(&all.href(&here.route)),
                "\">",
                WORDS.all_hits,
                "（",
                &count,
                "条）</a></p>",
            ],
        );
    }
    html
}

/// What all hits of one query have in common.
pub(in crate::app) struct Found<'search> {
    pub data: Data,
    pub index: &'search Index,
    pub outcome: &'search SearchResults,
    pub query: &'search str,
    /// Where they are shown.
    pub here: &'search Place,
}

impl Found<'_> {
    /// Every hit in HTML, `most` of each kind; before them what to know about the outcome.
    pub(in crate::app) fn html(&self, most: usize) -> String {
        let mut html = String::new();
        match self.outcome.method {
            None => self.write_suggestions(&mut html),
            Some(method) => {
                if let Some(words) = method_words(method) {
                    write(&mut html, &["<p class=\"quiet\">", words, "</p>"]);
                }
            }
        }
        let places = self.outcome.spans_in_text(self.index);
        let kind = |hit: &Hit| self.entry(hit).kind;
        for hits in self.outcome.hits.chunk_by(|left, right| kind(left) == kind(right)) {
            let (name, n_hits) = (kind_name(kind(&hits[0])), hits.len().to_string());
            write(
                &mut html,
                &[
                    "<section class=\"hits\"><h3>",
                    name,
                    "<span class=\"quiet\">",
                    &n_hits,
                    "</span></h3><ul class=\"plain\">",
                ],
            );
            hits.iter().take(most).for_each(|hit| self.write_row(&mut html, hit, &places));
            html.push_str("</ul></section>");
        }
        html
    }

    fn write_suggestions(&self, html: &mut String) {
        write(html, &["<p>", WORDS.nothing_found, "“", &escape(self.query.trim()), "”。</p>"]);
        if !self.outcome.suggestions.is_empty() {
            write(html, &["<p>", WORDS.did_you_mean, "</p>"]);
            write_queries(html, self.data, self.here, &self.outcome.suggestions);
        }
    }

    fn entry(&self, hit: &Hit) -> &Entry {
        &self.index.entries[hit.entry as usize]
    }

    fn write_row(&self, html: &mut String, hit: &Hit, places: &[Span]) {
        let entry = self.entry(hit);
        write(
            html,
            &[
                "<li><a class=\"hit\" href=\"",
                &escape(&self.target(hit, places).href(&self.here.route)),
                "\"><span>",
            ],
        );
        write_marked(html, &entry.words, self.outcome.spans(hit));
        write(
            html,
            &[
                "</span><span class=\"quiet\">",
                &escape(&self.whereabouts(entry)),
                "</span></a></li>",
            ],
        );
    }

    /// Where a hit leads: to its place in the text, where all `places` found stay marked.
    fn target(&self, hit: &Hit, places: &[Span]) -> Place {
        let (report, entry) = (self.data.0, self.entry(hit));
        let in_text = Place {
            finding: Finding::of(self.query.trim()),
            ..Place::page(Route::Report(report.year))
        };
        let at = entry.at as usize;
        match entry.kind {
            Kind::LargePrint => Place { selection: None, large: true, ..self.here.clone() },
            Kind::Figure => Place {
                selection: report
                    .figures
                    .get(at)
                    .map(|figure| Selection::Figure(figure.id.clone())),
                ..in_text
            },
            Kind::Chart => {
                Place::page(report.charts.get(at).map_or(Route::Charts(report.year), |chart| {
                    Route::Chart(report.year, chart.id.clone())
                }))
            }
            Kind::Term => Place {
                selection: report.terms.get(at).map(|term| Selection::Term(term.id.clone())),
                ..in_text
            },
            Kind::Heading | Kind::Sentence => {
                let first = entry
                    .span
                    .zip(self.outcome.spans(hit).first())
                    .map(|(span, first)| span.start + first.start);
                let place = places.iter().position(|span| Some(span.start) == first);
                Place {
                    finding: Finding {
                        hit: place.map_or(0, |place| place as u32 + 1),
                        ..in_text.finding
                    },
                    ..in_text
                }
            }
        }
    }

    fn whereabouts(&self, entry: &Entry) -> String {
        let report = self.data.0;
        match entry.kind {
            Kind::LargePrint => WORDS.large_on.to_string(),
            Kind::Figure => report
                .figures
                .get(entry.at as usize)
                .map_or_else(String::new, |figure| figure.topic.clone()),
            Kind::Chart => WORDS.charts.to_string(),
            Kind::Term => WORDS.editor_note.to_string(),
            Kind::Heading | Kind::Sentence => report
                .sentence(entry.at)
                .map_or_else(String::new, |(section, _)| report.section_name(section)),
        }
    }
}

/// What can be looked for, in HTML, with some words of this report to begin with.
#[inline(never)]
pub(in crate::app) fn search_hints(data: Data, here: &Place) -> String {
    let mut html = String::new();
    write(
        &mut html,
        &["<div class=\"search-hints\"><p class=\"quiet\">", WORDS.search_page_hint, "</p>"],
    );
    let topics: Vec<&str> = data.0.topics().into_iter().take(6).collect();
    if !topics.is_empty() {
        write(&mut html, &["<p class=\"quiet\">", WORDS.search_try, "</p>"]);
        write_queries(&mut html, data, here, &topics);
    }
    html.push_str("</div>");
    html
}

/// Links that look for other words.
fn write_queries(html: &mut String, data: Data, here: &Place, queries: &[impl AsRef<str>]) {
    html.push_str("<ul class=\"inline\">");
    for words in queries.iter().map(AsRef::as_ref) {
        let place = Place { finding: Finding::of(words), ..Place::page(Route::Search(data.year)) };
        write(
            html,
            &[
                "<li><a class=\"button\" href=\"",
                &escape(&place.href(&here.route)),
                "\">",
                &escape(words),
                "</a></li>",
            ],
        );
    }
    html.push_str("</ul>");
}

/// The words around the first match, every match in them marked.
fn write_marked(html: &mut String, words: &str, spans: &[Span]) {
    let chars: Vec<char> = words.chars().collect();
    let first = spans.first().map_or(0, |span| span.start as usize);
    let start = if chars.len() > EXCERPT {
        first.saturating_sub(LEAD).min(chars.len() - EXCERPT)
    } else {
        0
    };
    let end = chars.len().min(start + EXCERPT);
    let slice =
        |from: usize, to: usize| escape(&chars[from..to.max(from)].iter().collect::<String>());
    if start > 0 {
        html.push_str("……");
    }
    let mut at = start;
    for span in spans {
        let (from, to) = ((span.start as usize).clamp(at, end), (span.end as usize).clamp(at, end));
        html.push_str(&slice(at, from));
        if to > from {
            write(html, &["<mark>", &slice(from, to), "</mark>"]);
        }
        at = to;
    }
    html.push_str(&slice(at, end));
    if end < chars.len() {
        html.push_str("……");
    }
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
