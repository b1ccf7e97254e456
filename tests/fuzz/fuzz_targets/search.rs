//! Any query over the report at hand: no panic, and every span lies on characters of what it marks.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use report_explorer::lexicon::lexicon_of;
use report_explorer::model::{Edition, Report};
use report_explorer::search::{Index, search};
use report_explorer::{check, files};

static CORPUS: LazyLock<(Report, Index)> = LazyLock::new(|| {
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data");
    let year = files::years(data.as_ref()).expect("data")[0];
    let mut report = check::check(&files::read_edition(data.as_ref(), Edition::of_year(year)).expect("data")).expect("sound data");
    report.lexicon = lexicon_of(&report);
    let index = Index::of(&report);
    (report, index)
});

fuzz_target!(|query: &str| {
    let (report, index) = &*CORPUS;
    let outcome = search(report, index, query);
    for hit in &outcome.hits {
        let n_chars = index.entries[hit.entry as usize].words.chars().count() as u32;
        let mut last = 0;
        for span in outcome.spans(hit) {
            assert!(last <= span.start && span.start < span.end && span.end <= n_chars, "{span:?} of {n_chars}");
            last = span.end;
        }
    }
    for span in outcome.spans_in_text(index) {
        assert!(!report.slice(span).is_empty());
    }
});
