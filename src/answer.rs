//! What the search box and the search page answer, as HTML: the hits by kind, with what matched
//! marked, where each stands and a way there. Every foreign text goes through [`escape`].

use crate::markup::{escape, write};
use crate::model::Report;
use crate::route::{Finding, Place, Route, Selection};
use crate::search::{Entry, Hit, Index, Kind, Method, SearchResults, search};
use crate::text::Span;
use crate::words::SEARCH;

/// Most characters of a hit's words that are shown, and how many of them stand before the first
/// that matched.
const EXCERPT: usize = 64;
const LEAD: usize = 14;

/// Hits of one kind shown while typing; the search page has all.
const MOST: usize = 4;

/// Topics of the report that are offered before anything is typed.
const N_HINTS: usize = 6;

/// A report that can be searched.
pub struct Searcher {
    report: Report,
    index: Index,
}

impl Searcher {
    /// Makes the index of a report.
    pub fn of(report: Report) -> Self {
        Self { index: Index::of(&report), report }
    }

    /// What the box shows below its field on the page `here`: the first hits of each kind, or what
    /// can be looked for before anything is typed.
    pub fn panel(&self, here: &Route, query: &str) -> Answer {
        let Some(answer) = self.answer(here, query) else {
            return Answer { html: hints(&self.report, here), n_hits: None };
        };
        let mut html = String::new();
        if answer.outcome.cut_off {
            write(&mut html, &["<p class=\"quiet\">", SEARCH.cut_off, "</p>"]);
        }
        answer.write_hits(&mut html, MOST);
        let n_hits = answer.outcome.hits.len();
        if n_hits > 0 {
            let all = search_page(&self.report, query);
            let href = escape(&all.href(here));
            let all_hits = (SEARCH.all_hits)(&n_hits.to_string());
            write(
                &mut html,
                &["<p><a class=\"more\" href=\"", &href, "\">", &all_hits, "</a></p>"],
            );
        }
        Answer { html, n_hits: Some(n_hits) }
    }

    /// What the search page shows: every hit, or what can be looked for.
    pub fn results(&self, here: &Route, query: &str) -> Answer {
        let Some(answer) = self.answer(here, query) else {
            return Answer { html: results_hints(&self.report, here), n_hits: None };
        };
        let n_hits = answer.outcome.hits.len();
        let mut html = String::new();
        if n_hits > 0 {
            let count = (SEARCH.n_hits)(&escape(query.trim()), &n_hits.to_string());
            write(&mut html, &["<p>", &count, "</p>"]);
        }
        answer.write_hits(&mut html, usize::MAX);
        Answer { html, n_hits: Some(n_hits) }
    }

    /// Where the report's text has what is looked for, in its order.
    pub fn places(&self, query: &str) -> Vec<Span> {
        search(&self.report, &self.index, query).spans_in_text(&self.index)
    }

    /// What a query gives; none for a query of no characters.
    fn answer<'a>(&'a self, here: &'a Route, query: &'a str) -> Option<Hits<'a>> {
        let outcome = Some(query)
            .filter(|query| !query.trim().is_empty())
            .map(|query| search(&self.report, &self.index, query))?;
        Some(Hits { searcher: self, outcome, query, here })
    }
}

/// What is shown for a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its HTML.
    pub html: String,
    /// How many hits there are; none before anything is typed.
    pub n_hits: Option<usize>,
}

/// The hits of one query, on the page where they are shown.
struct Hits<'a> {
    searcher: &'a Searcher,
    outcome: SearchResults,
    query: &'a str,
    here: &'a Route,
}

impl Hits<'_> {
    /// Writes the hits, `most` of each kind, and before them how they were found; or what to look
    /// for instead.
    fn write_hits(&self, html: &mut String, most: usize) {
        match self.outcome.method {
            None => self.write_suggestions(html),
            Some(method) => {
                if let Some(words) = method_words(method) {
                    write(html, &["<p class=\"quiet\">", words, "</p>"]);
                }
            }
        }
        let places = self.outcome.spans_in_text(&self.searcher.index);
        let kind = |hit: &Hit| self.entry(hit).kind;
        for hits in self.outcome.hits.chunk_by(|left, right| kind(left) == kind(right)) {
            let (name, n_hits) = (kind_name(kind(&hits[0])), hits.len().to_string());
            write(
                html,
                &[
                    "<section class=\"hits\"><h3>",
                    name,
                    "<span class=\"quiet\">",
                    &n_hits,
                    "</span></h3><ul class=\"plain\">",
                ],
            );
            hits.iter().take(most).for_each(|hit| self.write_row(html, hit, &places));
            html.push_str("</ul></section>");
        }
    }

    fn write_suggestions(&self, html: &mut String) {
        let no_hits = (SEARCH.no_hits)(&escape(self.query.trim()));
        write(html, &["<p>", &no_hits, "</p>"]);
        if !self.outcome.suggestions.is_empty() {
            write(html, &["<p>", SEARCH.did_you_mean, "</p>"]);
            write_queries(html, &self.searcher.report, self.here, &self.outcome.suggestions);
        }
    }

    fn entry(&self, hit: &Hit) -> &Entry {
        &self.searcher.index.entries[hit.entry as usize]
    }

    fn write_row(&self, html: &mut String, hit: &Hit, places: &[Span]) {
        let entry = self.entry(hit);
        write(
            html,
            &[
                "<li><a class=\"hit\" href=\"",
                &escape(&self.target(hit, places).href(self.here)),
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
        let (report, entry) = (&self.searcher.report, self.entry(hit));
        let in_text = Place {
            finding: Finding::of(self.query.trim()),
            ..Place::page(Route::Report(report.year))
        };
        let at = entry.at as usize;
        match entry.kind {
            Kind::LargePrint => Place { large: true, ..Place::page(self.here.clone()) },
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
        let report = &self.searcher.report;
        match entry.kind {
            Kind::LargePrint => SEARCH.in_large_print.to_string(),
            Kind::Figure => report
                .figures
                .get(entry.at as usize)
                .map_or_else(String::new, |figure| figure.topic.clone()),
            Kind::Chart => SEARCH.in_charts.to_string(),
            Kind::Term => SEARCH.in_terms.to_string(),
            Kind::Heading | Kind::Sentence => report
                .sentence(entry.at)
                .map_or_else(String::new, |(section, _)| report.section_name(section)),
        }
    }
}

/// What can be looked for, with some words of this report to begin with.
fn hints(report: &Report, here: &Route) -> String {
    let mut html = String::new();
    let hint = SEARCH.hint;
    write(&mut html, &["<div class=\"search-hints\"><p class=\"quiet\">", hint, "</p>"]);
    let topics: Vec<&str> = report.topics().into_iter().take(N_HINTS).collect();
    if !topics.is_empty() {
        write(&mut html, &["<p class=\"quiet\">", SEARCH.examples, "</p>"]);
        write_queries(&mut html, report, here, &topics);
    }
    html.push_str("</div>");
    html
}

/// What the search page shows before anything is typed.
pub fn results_hints(report: &Report, here: &Route) -> String {
    let mut html = hints(report, here);
    let href = escape(&here.href(&Route::Report(report.year)));
    let words = SEARCH.read_all;
    write(&mut html, &["<p><a class=\"more\" href=\"", &href, "\">", words, "</a></p>"]);
    html
}

/// Links that look for other words.
fn write_queries(html: &mut String, report: &Report, here: &Route, queries: &[impl AsRef<str>]) {
    html.push_str("<ul class=\"inline\">");
    for words in queries.iter().map(AsRef::as_ref) {
        let (href, words) = (escape(&search_page(report, words).href(here)), escape(words));
        write(html, &["<li><a class=\"button\" href=\"", &href, "\">", &words, "</a></li>"]);
    }
    html.push_str("</ul>");
}

/// Where all hits of a query are.
fn search_page(report: &Report, query: &str) -> Place {
    Place { finding: Finding::of(query), ..Place::page(Route::Search(report.year)) }
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
        html.push_str(SEARCH.ellipsis);
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
        html.push_str(SEARCH.ellipsis);
    }
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::LargePrint => SEARCH.kind_large_print,
        Kind::Figure => SEARCH.kind_figure,
        Kind::Chart => SEARCH.kind_chart,
        Kind::Heading => SEARCH.kind_heading,
        Kind::Term => SEARCH.kind_term,
        Kind::Sentence => SEARCH.kind_sentence,
    }
}

/// How hits were found, where it is not the plain way.
fn method_words(method: Method) -> Option<&'static str> {
    match method {
        Method::Exact => None,
        Method::Words => Some(SEARCH.by_words),
        Method::Value => Some(SEARCH.by_value),
        Method::Pinyin => Some(SEARCH.by_pinyin),
        Method::Sound => Some(SEARCH.by_sound),
        Method::Near => Some(SEARCH.by_near),
    }
}
