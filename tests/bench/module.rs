//! The core as a module for `make bench`: search over many copies of a report, charts, and the
//! extraction of a text, callable from JavaScript.

#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, reason = "called by the scripts beside it alone")]

use report_explorer::chart::svg::{Theme, chart_svg};
use report_explorer::extract;
use report_explorer::model::{Report, SentenceKind};
use report_explorer::search::{Index, Kind, search};
use wasm_bindgen::prelude::wasm_bindgen;

fn read(report_json: &str) -> Report {
    serde_json::from_str::<Report>(report_json).expect("report.json of this version").reindex()
}

#[wasm_bindgen]
pub struct Search {
    report: Report,
    index: Index,
}

#[wasm_bindgen]
impl Search {
    /// All sentences, `copies` times.
    #[wasm_bindgen(constructor)]
    pub fn new(report_json: &str, copies: u32) -> Self {
        let report = read(report_json);
        let mut index = Index::empty(&report.lexicon);
        for _ in 0..copies {
            for (_, sentence) in
                report.sentences().filter(|(_, sentence)| sentence.kind != SentenceKind::Space)
            {
                index.add(
                    Kind::Sentence,
                    sentence.number,
                    report.slice(sentence.span).to_string(),
                    Some(sentence.span),
                );
            }
        }
        let index = index.finish(&report.lexicon);
        Self { report, index }
    }

    /// Number of hits; all of them are found, ranked and have their spans.
    pub fn search(&self, query: &str) -> u32 {
        search(&self.report, &self.index, query).hits.len() as u32
    }

    /// Numbers of the sentences that hold the query.
    pub fn sentences(&self, query: &str) -> Vec<u32> {
        search(&self.report, &self.index, query)
            .hits
            .iter()
            .map(|hit| self.index.entries[hit.entry as usize].at)
            .collect()
    }
}

#[wasm_bindgen]
pub struct Charts(Report);

#[wasm_bindgen]
impl Charts {
    #[wasm_bindgen(constructor)]
    pub fn new(report_json: &str) -> Self {
        Self(read(report_json))
    }

    pub fn ids(&self) -> Vec<String> {
        self.0.charts.iter().map(|chart| chart.id.clone()).collect()
    }

    pub fn svg(&self, id: &str, width: u32) -> String {
        self.0
            .chart(id)
            .map_or_else(String::new, |chart| chart_svg(&self.0, chart, "", width, Theme::Light))
    }
}

/// What `report-explorer extract` prints of a text file.
#[wasm_bindgen]
pub fn extract_text(bytes: &[u8]) -> String {
    let document = extract::read("report.txt", bytes).expect("a text");
    extract::contract::json(&document)
}
