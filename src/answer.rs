//! What the search box and the search page answer, as HTML: the hits by kind, each with its matches
//! marked, its location and a link. Every text of a report or a reader goes through [`escape`].

pub mod archive;
mod excerpt;
mod naming;
mod part;

use crate::markup::{escape, write};
use crate::model::Report;
use crate::route::{Place, Route, SearchState, Selection};
use crate::search::{
    Entry, Hit, Index, Kind, MAX_QUERY_LENGTH, Method, SearchResults, Understood, search,
};
use crate::text::Span;
use crate::words::{SEARCH, WORDS};
use excerpt::write_excerpt;
use naming::{kind_label, method_label};
use part::rows_of;

/// Most hits of one kind that are shown below the search box; the search page has all.
const MAX_HITS_IN_PANEL: usize = 4;

/// How many topics of the report are offered before anything is typed.
const N_EXAMPLES: usize = 6;

/// A report with the index that it is searched by.
pub struct Searcher {
    report: Report,
    index: Index,
}

impl Searcher {
    /// Makes the index of a report.
    pub fn of(report: Report) -> Self {
        Self { index: Index::of(&report), report }
    }

    /// What the box shows below its field on the page `here`: the first hits of each kind, or
    /// examples of queries before anything is typed.
    pub fn panel(&self, here: &Route, query: &str) -> Answer {
        let Some(hits) = self.hits(here, query) else {
            return Answer { html: hints(&self.report, here, &self.examples()), n_hits: None };
        };
        let mut html = String::new();
        hits.write(&mut html, MAX_HITS_IN_PANEL);
        let (n_hits, n_of_parts) = (hits.results.n_hits(), hits.n_of_parts());
        // What a part of the report answers is cut, too.
        let n_listed = if n_hits > 0 { n_hits } else { n_of_parts };
        if n_hits > 0 || n_of_parts > MAX_HITS_IN_PANEL {
            let all = search_page(&self.report, query);
            let href = escape(&all.href(here));
            let all_hits = (SEARCH.all_hits)(&n_listed.to_string());
            write(
                &mut html,
                &["<p><a class=\"more\" href=\"", &href, "\">", &all_hits, "</a></p>"],
            );
        }
        Answer { html, n_hits: Some(n_hits + n_of_parts) }
    }

    /// What the search page shows: every hit, or examples of queries.
    pub fn results(&self, here: &Route, query: &str) -> Answer {
        let Some(hits) = self.hits(here, query) else {
            return Answer { html: search_page_hints(&self.report, here), n_hits: None };
        };
        let (n_hits, n_of_parts) = (hits.results.n_hits(), hits.n_of_parts());
        let mut html = String::new();
        if n_hits > 0 {
            let count = (SEARCH.n_hits)(&escape(query.trim()), &n_hits.to_string());
            write(&mut html, &["<p>", &count, "</p>"]);
        }
        hits.write(&mut html, usize::MAX);
        Answer { html, n_hits: Some(n_hits + n_of_parts) }
    }

    /// The matches of a query in the report's text, in its order.
    pub fn text_matches(&self, query: &str) -> Vec<Span> {
        search(&self.report, &self.index, query).spans_in_text(&self.index)
    }

    /// Everyday words that this report answers, and topics of it.
    fn examples(&self) -> Vec<&str> {
        let answered = SEARCH.example_queries.into_iter().filter(|query| {
            let results = search(&self.report, &self.index, query);
            let has_part = results.understood.iter().any(|understood| {
                understood.part.is_some_and(|part| !rows_of(&self.report, part).is_empty())
            });
            results.method == Some(Method::Exact) || !results.by_meaning.is_empty() || has_part
        });
        answered.chain(self.report.topics().into_iter().take(N_EXAMPLES)).collect()
    }

    /// The hits of a query; none for a query of no characters.
    fn hits<'a>(&'a self, here: &'a Route, query: &'a str) -> Option<Hits<'a>> {
        let results = Some(query)
            .filter(|query| !query.trim().is_empty())
            .map(|query| search(&self.report, &self.index, query))?;
        Some(Hits { searcher: self, results, query, here })
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
    results: SearchResults,
    query: &'a str,
    here: &'a Route,
}

impl Hits<'_> {
    /// Writes how much of the query was looked for and how the hits were found, and then the first
    /// `most` of each kind; where there are none, other queries.
    fn write(&self, html: &mut String, most: usize) {
        if self.results.cut_off {
            let words = (SEARCH.cut_off)(&MAX_QUERY_LENGTH.to_string());
            write(html, &["<p class=\"quiet\">", &words, "</p>"]);
        }
        self.write_parts(html, most);
        match self.results.method {
            None if self.results.by_meaning.is_empty() => self.write_suggestions(html),
            None => {}
            Some(method) => {
                if let Some(label) = method_label(method) {
                    write(html, &["<p class=\"quiet\">", label, "</p>"]);
                }
            }
        }
        let matches = self.results.spans_in_text(&self.searcher.index);
        self.write_hits(html, &self.results.hits, &matches, most);
        self.write_pieces(html);
        let understood = self.results.understood.iter().filter(|it| it.part.is_none());
        for it in understood.filter(|_| !self.results.by_meaning.is_empty()) {
            let word = &escape(&it.word);
            let written = it.written.first().map(String::as_str);
            let shown = match (it.occurs, it.related.is_empty()) {
                (true, _) if self.is_written(it) => continue,
                (true, _) => (SEARCH.written_as)(word, &it.written),
                (false, false) => (SEARCH.related)(word, written, &it.related),
                (false, true) => (SEARCH.not_written)(word, written),
            };
            write(html, &["<p class=\"meaning\">", &shown, "</p>"]);
        }
        self.write_hits(html, &self.results.by_meaning, &matches, most);
    }

    /// Says of what the report does not write as it was asked that it writes pieces of it, and which.
    fn write_pieces(&self, html: &mut String) {
        let understood = self.results.understood.iter().filter(|it| self.is_written(it));
        let pieces: Vec<String> = understood.map(|it| escape(&it.word)).collect();
        if self.results.method.is_none() && !pieces.is_empty() {
            let said = (SEARCH.pieces)(&escape(self.query.trim()), &pieces);
            write(html, &["<p class=\"meaning\">", &said, "</p>"]);
        }
    }

    /// Whether the report writes a word as the reader does.
    fn is_written(&self, it: &Understood) -> bool {
        let text = &self.searcher.report.text;
        it.part.is_none() && it.occurs && (it.written.is_empty() || text.contains(&it.word))
    }

    /// How much there is of the parts of the report that the query asks for.
    fn n_of_parts(&self) -> usize {
        let parts = self.results.understood.iter().filter_map(|understood| understood.part);
        parts.map(|part| rows_of(&self.searcher.report, part).len()).sum()
    }

    /// Writes the parts of the report that the query asks for: the first sentence of each, or its figures.
    fn write_parts(&self, html: &mut String, most: usize) {
        for part in self.results.understood.iter().filter_map(|understood| understood.part) {
            let rows = rows_of(&self.searcher.report, part);
            if rows.is_empty() {
                let issuers = escape(&self.searcher.report.issuers.join(WORDS.punctuation.list));
                write(html, &["<p class=\"meaning\">", &(SEARCH.no_part)(part, &issuers), "</p>"]);
                continue;
            }
            let label = (SEARCH.part)(part);
            write(html, &["<section class=\"hits\"><h2>", label, "</h2><ul class=\"plain\">"]);
            for (place, words, location) in rows.into_iter().take(most) {
                let href = escape(&place.href(self.here));
                let (words, location) = (escape(&words), escape(&location));
                write(
                    html,
                    &[
                        "<li><a class=\"hit\" href=\"",
                        &href,
                        "\"><span>",
                        &words,
                        "</span><span class=\"quiet\">",
                        &location,
                        "</span></a></li>",
                    ],
                );
            }
            html.push_str("</ul></section>");
        }
    }

    /// Writes the first `most` of each kind.
    fn write_hits(&self, html: &mut String, hits: &[Hit], matches: &[Span], most: usize) {
        let kind = |hit: &Hit| self.entry(hit).kind;
        for hits in hits.chunk_by(|left, right| kind(left) == kind(right)) {
            let (label, n_hits) = (kind_label(kind(&hits[0])), hits.len().to_string());
            write(
                html,
                &[
                    "<section class=\"hits\"><h2>",
                    label,
                    "<span class=\"quiet\">",
                    &n_hits,
                    "</span></h2><ul class=\"plain\">",
                ],
            );
            hits.iter().take(most).for_each(|hit| self.write_row(html, hit, matches));
            html.push_str("</ul></section>");
        }
    }

    fn write_suggestions(&self, html: &mut String) {
        let report = &self.searcher.report;
        let understood = &self.results.understood;
        if understood.is_empty() {
            let no_hits = (SEARCH.no_hits)(&escape(self.query.trim()));
            write(html, &["<p>", &no_hits, "</p>"]);
        }
        for Understood { word, written, .. } in understood.iter().filter(|it| it.part.is_none()) {
            let absent = (SEARCH.not_written)(&escape(word), written.first().map(String::as_str));
            write(html, &["<p class=\"meaning\">", &absent, "</p>"]);
        }
        if !self.results.suggestions.is_empty() && understood.is_empty() {
            write(html, &["<p>", SEARCH.did_you_mean, "</p>"]);
            write_query_links(html, report, self.here, &self.results.suggestions);
        }
        // Where a part was asked for and is there, it is shown.
        if self.n_of_parts() == 0 {
            write(html, &["<p class=\"quiet\">", SEARCH.elsewhere, "</p>"]);
            write_query_links(html, report, self.here, &self.searcher.examples());
        }
    }

    fn entry(&self, hit: &Hit) -> &Entry {
        &self.searcher.index.entries[hit.entry as usize]
    }

    fn write_row(&self, html: &mut String, hit: &Hit, matches: &[Span]) {
        let entry = self.entry(hit);
        write(
            html,
            &[
                "<li><a class=\"hit\" href=\"",
                &escape(&self.target(hit, matches).href(self.here)),
                "\"><span>",
            ],
        );
        write_excerpt(html, &entry.words, self.results.spans(hit));
        write(
            html,
            &["</span><span class=\"quiet\">", &escape(&self.location(entry)), "</span></a></li>"],
        );
    }

    /// Where a hit leads. One in the text leads to its number among the `matches` marked there.
    fn target(&self, hit: &Hit, matches: &[Span]) -> Place {
        let (report, entry) = (&self.searcher.report, self.entry(hit));
        let in_text = Place {
            search: SearchState::of(self.query.trim()),
            ..Place::page(Route::Report(report.edition()))
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
            Kind::Chart => Place::page(
                report.charts.get(at).map_or(Route::Charts(report.edition()), |chart| {
                    Route::Chart(report.edition(), chart.id.clone())
                }),
            ),
            Kind::Term => Place {
                selection: report.terms.get(at).map(|term| Selection::Term(term.id.clone())),
                ..in_text
            },
            Kind::Heading | Kind::Sentence => {
                let first = entry
                    .span
                    .zip(self.results.spans(hit).first())
                    .map(|(span, first)| span.start + first.start);
                let at = matches.iter().position(|span| Some(span.start) == first);
                Place {
                    search: SearchState {
                        match_number: at.map_or(0, |at| at as u32 + 1),
                        ..in_text.search
                    },
                    ..in_text
                }
            }
        }
    }

    fn location(&self, entry: &Entry) -> String {
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

/// What can be typed, by example.
fn hints(report: &Report, here: &Route, examples: &[&str]) -> String {
    let mut html = String::new();
    let hint = SEARCH.hint;
    write(&mut html, &["<div class=\"search-hints tool\"><p class=\"quiet\">", hint, "</p>"]);
    if !examples.is_empty() {
        write(&mut html, &["<p class=\"quiet\">", SEARCH.examples, "</p>"]);
        write_query_links(&mut html, report, here, examples);
    }
    html.push_str("</div>");
    html
}

/// What the search page shows before anything is typed: in its HTML, before there is a program, too.
pub fn search_page_hints(report: &Report, here: &Route) -> String {
    let topics: Vec<&str> = report.topics().into_iter().take(N_EXAMPLES).collect();
    let mut html = hints(report, here, &topics);
    let href = escape(&here.href(&Route::Report(report.edition())));
    let read_all = SEARCH.read_all;
    write(&mut html, &["<p><a class=\"more\" href=\"", &href, "\">", read_all, "</a></p>"]);
    html
}

/// Writes links that search for other queries.
fn write_query_links(
    html: &mut String,
    report: &Report,
    here: &Route,
    queries: &[impl AsRef<str>],
) {
    html.push_str("<ul class=\"inline\">");
    for query in queries.iter().map(AsRef::as_ref) {
        let (href, query) = (escape(&search_page(report, query).href(here)), escape(query));
        write(html, &["<li><a class=\"button\" href=\"", &href, "\">", &query, "</a></li>"]);
    }
    html.push_str("</ul>");
}

/// The search page of a query.
fn search_page(report: &Report, query: &str) -> Place {
    Place { search: SearchState::of(query), ..Place::page(Route::Search(report.edition())) }
}
