//! The page inside Chromium: what only a browser can show of its parts.

#![cfg(target_arch = "wasm32")]

use report_explorer::app::browser;
use report_explorer::model::Report;
use report_explorer::{analysis, archive, export};
use wasm_bindgen_test::wasm_bindgen_test;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const REPORT: &str = include_str!("suite/report/report.json");

/// The report as a program is handed it.
fn report() -> Report {
    let report: Report = serde_json::from_str(REPORT).expect("report.json of this version");
    archive::read(&archive::write(&report)).expect("what is written can be read")
}

#[wasm_bindgen_test]
fn a_report_that_is_handed_over_is_whole() {
    let report = report();
    assert!(report.figures.len() >= 40);
    assert_eq!(report.index.n_chars() as usize, report.text.chars().count());
    assert!(archive::read(&archive::write(&report)[1..]).is_none());
}

#[wasm_bindgen_test]
fn files_made_in_the_browser_are_those_made_natively() {
    let report = report();
    assert_eq!(export::report_json(&report), REPORT);
    assert_eq!(
        export::figures_csv(&report).replace("\r\n", "\n"),
        include_str!("suite/export/figures.csv")
    );
}

#[wasm_bindgen_test]
fn numbers_are_formatted_as_natively() {
    assert_eq!(analysis::decimals(151.0 / 159.0 * 100.0, 1), "95.0");
    assert_eq!(analysis::grouped(228.31), "228.31");
}

#[wasm_bindgen_test]
fn a_page_that_is_none_of_ours_gives_no_place_and_no_panic() {
    assert_eq!(browser::here(), None);
    assert_eq!(browser::page_value("data-route"), None);
    browser::scroll_to("nothing");
    browser::focus("nothing");
}
