//! A draft for a new report: every number quoted so that the checks find it.

use report_explorer::check::check;
use report_explorer::ingest::decode;

#[test]
fn a_draft_of_another_report_passes_every_check_once_topics_are_named() {
    let mut source = super::bare_source(2019, super::YUNPING);
    let draft = report_explorer::draft::draft(&decode(&source).expect("the sample is whole"));
    source.annotations.bytes = draft
        .replace("\"label\": \"\"", "\"label\": \"某\"")
        .replace("\"topic\": \"\"", "\"topic\": \"某\"")
        .into_bytes();
    let report = check(&source).unwrap_or_else(|issues| panic!("{issues:#?}\n{draft}"));
    assert_eq!(report.figures.len(), 31);
    // 一次, 一件: no data, but for an editor to confirm.
    assert!(draft.contains("固定说法；可能是数量，也可能只是合称"), "{draft}");
}
