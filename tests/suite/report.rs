//! The first report: its bytes, its numbers, its structure as published.

use expect_test::expect_file;
use report_explorer::model::{Accounting, DutyKind, InShort, Report};
use report_explorer::{archive, export};
use sha2::{Digest as _, Sha256};

#[test]
fn the_text_is_kept_to_the_byte() {
    let digest = Sha256::digest(super::wuzhou_source().report.bytes);
    let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, "df7fb35b471d7fed4bca43dbad49823124d9425f3d2bbcca9a93c7fd83f3344a");
}

#[test]
fn every_number_is_a_figure_or_an_exclusion() {
    let report = super::wuzhou();
    let figures = report
        .numbers
        .iter()
        .filter(|number| matches!(number.accounting, Accounting::Figure(_)))
        .count();
    assert!(report.numbers.iter().all(|number| number.accounting != Accounting::Unaccounted));
    assert_eq!((figures, report.figures.len()), (43, 43));
}

#[test]
fn report_json_is_the_golden_one() {
    expect_file!["report/report.json"].assert_eq(&export::report_json(&super::wuzhou()));
}

#[test]
fn what_the_page_reads_is_what_was_written() {
    let report = super::wuzhou();
    let bytes = archive::write(&report);
    assert_eq!(archive::read(&bytes), Some(report));
    for length in [0, 1, bytes.len() / 2, bytes.len() - 1] {
        assert_eq!(archive::read(&bytes[..length]), None, "the first {length} bytes are no report");
    }
}

#[test]
fn another_schema_is_not_read() {
    let later = Report { schema: Report::SCHEMA + 1, ..super::wuzhou() };
    assert_eq!(archive::read(&archive::write(&later)), None);
}

#[test]
fn the_duties_of_article_24_lead_into_the_text() {
    let report = super::wuzhou();
    let places = |kind: DutyKind| {
        let duty =
            report.duties.iter().find(|duty| duty.kind == kind).expect("all five are listed");
        duty.sentences
            .iter()
            .filter_map(|number| report.sentence(*number))
            .map(|(section, sentence)| (section.id.as_str(), report.slice(sentence.span)))
            .collect::<Vec<_>>()
    };
    assert_eq!(places(DutyKind::Measures), [("part-1", "一、2020年度法治政府建设工作成效")]);
    assert_eq!(places(DutyKind::Plan), [("part-2", "二、2021年梧州法治政府建设工作计划")]);
    assert_eq!(
        places(DutyKind::Shortcomings).iter().map(|(section, _)| *section).collect::<Vec<_>>(),
        ["shortcomings", "shortcomings"]
    );
    assert!(
        places(DutyKind::Leadership)
            .iter()
            .all(|(section, words)| *section == "section-1-1" && words.contains("第一责任人"))
    );
    assert_eq!(places(DutyKind::Leadership).len(), 2);
    assert!(places(DutyKind::Other).is_empty(), "the report says nothing else: 报告未载明");
}

#[test]
fn terms_stand_where_they_occur_and_never_on_a_figure() {
    let report = super::wuzhou();
    assert!(report.terms.len() >= 20, "{}", report.terms.len());
    for term in &report.terms {
        for span in &term.spans {
            let words = report.slice(*span);
            assert!(
                words == term.term || term.also.iter().any(|also| also == words),
                "{words} is not {}",
                term.term
            );
            assert!(!report.figures.iter().any(|figure| figure.span.overlaps(*span)));
        }
    }
}

#[test]
fn shortcomings_counted_out_inside_a_sentence_are_told_as_points() {
    let text = "云屏区2024年法治政府建设年度报告\n一、主要举措和成效\n全年办结案件120件。\n二、存在的不足\n虽然取得了一定成效，但仍存在一些不足：一是个别单位、部门重视不够，报告迟交。二是基层力量薄弱，5个镇未配齐人员；三是普法不细。\n云屏区人民政府\n2025年1月20日\n";
    let source = super::bare_source(2024, text);
    let report = report_explorer::ingest::ingest(
        &report_explorer::ingest::decode(&source).expect("it is readable"),
    );
    let Some(InShort::Points(_, points)) = report.in_short(DutyKind::Shortcomings) else {
        panic!("no points")
    };
    assert_eq!(points, ["一是个别单位、部门重视不够", "二是基层力量薄弱", "三是普法不细"]);
}
