//! What the other reports of a site have on a query, as HTML. It asks for the files it needs, step by
//! step, and is given them: `src/bin/archive.rs` hands both on.

use std::rc::Rc;

use crate::markup::{escape, write};
use crate::route::{Place, Route, SearchState, Selection};
use crate::search::archive::{ArchiveQuery, CATALOG, Candidate, Catalog, SentenceMatch};
use crate::words::SEARCH;

use super::excerpt::write_excerpt;

/// Reports that are shown for each time the reader asks for more.
const N_REPORTS: usize = 8;
/// Sentences shown of each.
const N_SENTENCES: usize = 2;
/// Most blocks of text fetched each time, since a block may hold the characters of a query and not the query.
const MAX_BLOCKS: usize = 48;
/// What official language has for an everyday word, so many are tried.
const MAX_WRITTEN: usize = 3;

/// A search that goes on as its files come.
#[derive(Default)]
pub struct ArchiveSearch {
    here: Option<Route>,
    query: String,
    /// How many reports may be shown.
    most: usize,
    catalog: Option<Rc<Catalog>>,
    /// What is looked for now, and what else may be: an everyday word has several.
    asked: Option<ArchiveQuery>,
    word: String,
    others: Vec<String>,
    candidates: Option<Vec<Candidate>>,
    /// What is being read: a candidate and which of its blocks.
    reading: Vec<(usize, usize)>,
    /// Candidates that were read or are being read, and blocks that were fetched.
    n_tried: usize,
    n_fetched: usize,
    /// Candidates that hold the query, with the sentences of the first block that does.
    found: Vec<(usize, Vec<SentenceMatch>)>,
    wanted: Vec<String>,
}

impl ArchiveSearch {
    /// A search on the page `here`; the reader has asked for more that many times. Its catalog may be
    /// known from an earlier one.
    pub fn begin(&mut self, here: &Route, query: &str, n_more: usize) {
        let catalog = self.catalog.take();
        let most = N_REPORTS * (n_more + 1);
        let query = query.trim().to_string();
        *self = Self { here: Some(here.clone()), query, most, catalog, ..Self::default() };
        if ArchiveQuery::of(&self.query).is_none() {
            return;
        }
        match self.catalog.clone() {
            Some(catalog) => self.ask(&catalog, self.query.clone()),
            None => self.wanted = vec![CATALOG.to_string()],
        }
    }

    /// The files it needs to go on, from the site's root; none once it has its answer.
    pub fn wanted(&self) -> &[String] {
        &self.wanted
    }

    /// Goes on with the files that were wanted, in their order: the answer, or none while more are.
    pub fn go_on(&mut self, files: &[Vec<u8>]) -> Option<String> {
        self.wanted.clear();
        let answer = match self.catalog.clone() {
            Some(catalog) => self.step(&catalog, files),
            None => {
                let catalog = files.first().and_then(|bytes| Catalog::read(bytes)).map(Rc::new);
                if let Some(catalog) = &catalog {
                    self.ask(catalog, self.query.clone());
                }
                self.catalog = catalog;
                None
            }
        };
        // What can be looked up no further has no answer.
        if answer.is_none() && self.wanted.is_empty() { Some(String::new()) } else { answer }
    }

    fn step(&mut self, catalog: &Catalog, files: &[Vec<u8>]) -> Option<String> {
        let asked = self.asked.clone()?;
        if let Some(candidates) = self.candidates.take() {
            self.read(&asked, &candidates, files);
            self.want_blocks(catalog, &candidates);
            let answer = self.wanted.is_empty().then(|| self.answer(catalog, &candidates));
            self.candidates = Some(candidates);
            return answer;
        }
        let own = self.here.as_ref().and_then(Route::edition);
        let edition = |found: &Candidate| catalog.edition(found);
        let mut candidates = catalog.candidates(&asked, files);
        candidates.retain(|candidate| edition(candidate).is_some_and(|found| Some(found) != own));
        let is_elsewhere =
            |found: &Candidate| edition(found).map(|it| it.place) != own.map(|own| own.place);
        candidates.sort_by_key(is_elsewhere);
        if candidates.is_empty() {
            if self.word == self.query {
                self.others = catalog.written_for(&self.query);
                self.others.truncate(MAX_WRITTEN);
                self.others.reverse();
            }
            return match self.others.pop() {
                Some(word) => {
                    self.ask(catalog, word);
                    None
                }
                None => Some(self.answer(catalog, &[])),
            };
        }
        self.want_blocks(catalog, &candidates);
        self.candidates = Some(candidates);
        None
    }

    /// Reads the blocks that came. Pairs of characters may stand apart: where a block does not hold the query,
    /// the next of its report is read.
    fn read(&mut self, asked: &ArchiveQuery, candidates: &[Candidate], blocks: &[Vec<u8>]) {
        let read = std::mem::take(&mut self.reading);
        self.n_fetched += read.len();
        for ((at, nth), block) in read.into_iter().zip(blocks) {
            let sentences = asked.matches(&String::from_utf8_lossy(block));
            if !sentences.is_empty() {
                self.found.push((at, sentences));
            } else if nth + 1 < candidates[at].blocks.len() {
                self.reading.push((at, nth + 1));
            }
        }
    }

    /// Asks for what is read next: as many reports as may be shown, less those that hold the query.
    fn want_blocks(&mut self, catalog: &Catalog, candidates: &[Candidate]) {
        while self.found.len() + self.reading.len() < self.most && self.n_tried < candidates.len() {
            self.reading.push((self.n_tried, 0));
            self.n_tried += 1;
        }
        // Nothing is said to be nowhere before all of it is read.
        if self.n_fetched >= MAX_BLOCKS.max(2 * self.most) && !self.found.is_empty() {
            self.reading.clear();
        }
        let block = |(at, nth): &(usize, usize)| {
            let candidate = &candidates[*at];
            catalog.block(candidate, *candidate.blocks.get(*nth)?)
        };
        self.reading.retain(|known| block(known).is_some());
        self.wanted = self.reading.iter().filter_map(block).collect();
    }

    /// Looks for these words.
    fn ask(&mut self, catalog: &Catalog, words: String) {
        self.asked = ArchiveQuery::of(&words);
        if let Some(asked) = &self.asked {
            self.wanted = catalog.shards(asked);
        }
        self.word = words;
    }

    fn answer(&mut self, catalog: &Catalog, candidates: &[Candidate]) -> String {
        self.found.sort_by_key(|(at, _)| *at);
        let found = &self.found;
        let has_more = self.n_tried < candidates.len();
        let query = escape(&self.query);
        let said = match &found[..] {
            [] => (SEARCH.in_no_other)(&query),
            _ if self.word != self.query => (SEARCH.written_in_others)(&query, &escape(&self.word)),
            found => (SEARCH.in_others)(&query, &found.len().to_string(), has_more),
        };
        let mut html = String::new();
        write(&mut html, &["<h2>", SEARCH.others, "</h2><p role=\"status\">", &said, "</p>"]);
        for (at, sentences) in found {
            self.write_report(&mut html, catalog, &candidates[*at], sentences);
        }
        if has_more {
            let more = SEARCH.more_others;
            write(
                &mut html,
                &["<p><button type=\"button\" id=\"more-reports\">", more, "</button></p>"],
            );
        }
        html
    }

    /// A report with its sentences, each of which leads to itself.
    fn write_report(
        &self,
        html: &mut String,
        catalog: &Catalog,
        candidate: &Candidate,
        sentences: &[SentenceMatch],
    ) {
        let (Some(edition), Some(here)) = (catalog.edition(candidate), &self.here) else {
            return;
        };
        let place = &catalog.reports[candidate.report].place;
        let name = (SEARCH.report_of)(&escape(place), &edition.year.to_string());
        write(html, &["<h3>", &name, "</h3>"]);
        for sentence in sentences.iter().take(N_SENTENCES) {
            let to = Place::in_text(edition, Selection::Sentence(sentence.number));
            let to = Place { search: SearchState::of(&self.word), ..to };
            write(html, &["<a class=\"hit\" href=\"", &escape(&to.href(here)), "\"><span>"]);
            write_excerpt(html, &sentence.text, &sentence.spans);
            html.push_str("</span></a>");
        }
        if sentences.len() > N_SENTENCES || candidate.blocks.len() > 1 {
            let all = Place {
                search: SearchState::of(&self.word),
                ..Place::page(Route::Report(edition))
            };
            let href = escape(&all.href(here));
            let words = SEARCH.all_in_report;
            write(html, &["<p><a class=\"more\" href=\"", &href, "\">", words, "</a></p>"]);
        }
    }
}
