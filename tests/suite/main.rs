//! Native tests, one file a feature; fixtures lie in a folder of the feature's name.

mod analysis;
mod archive_search;
mod charts;
mod checks;
mod compare;
mod desk;
mod draft;
mod embedding;
mod export;
mod extract;
#[path = "../kernel_floor.rs"]
mod kernel_floor;
mod layers;
mod markup;
mod numbers;
mod offline;
mod outline;
mod pages;
mod period;
mod pictures;
mod publish;
mod quantities;
mod report;
mod routes;
mod search;
mod sources;
mod speech;
mod style;
mod tool;
mod words;

use report_explorer::check::check;
use report_explorer::files;
use report_explorer::ingest::source::{File, SourceFiles};
use report_explorer::lexicon::lexicon_of;
use report_explorer::model::{Edition, Report};

/// The second sample, without annotations: a report written for these tests, of a place that does
/// not exist, in full-width marks and without a letter or a title.
const YUNPING: &str = include_str!("outline/yunping-2019.txt");

/// The files of the first report.
fn wuzhou_source() -> SourceFiles {
    files::read_edition("data".as_ref(), Edition::of_year(2020)).expect("data/2020 is complete")
}

/// The first report.
fn wuzhou() -> Report {
    let mut report = check(&wuzhou_source()).expect("data/2020 passes every check");
    report.lexicon = lexicon_of(&report);
    report
}

/// A source around a text, with nothing annotated.
fn bare_source(year: u16, text: &str) -> SourceFiles {
    let file = |path: &str, content: &str| File { path: path.to_string(), bytes: content.into() };
    SourceFiles {
        year,
        report: file("report.txt", text),
        annotations: file("annotations.json", r#"{"schema": 1, "figures": []}"#),
        terms: file("terms.json", r#"{"terms": []}"#),
        site: file("site.json", r#"{"place": "青岚市云屏区"}"#),
        words: File::default(),
        ..SourceFiles::default()
    }
}

/// The source with these annotations.
fn with_annotations(source: SourceFiles, annotations: &str) -> SourceFiles {
    let annotations =
        File { path: "annotations.json".to_string(), bytes: annotations.as_bytes().into() };
    SourceFiles { annotations, ..source }
}
