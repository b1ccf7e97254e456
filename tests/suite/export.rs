//! The published files, exactly as the contract has them.

use expect_test::expect_file;
use report_explorer::export;
use serde_json::Value;

fn figures() -> Value {
    serde_json::from_str(&export::figures_json(&super::wuzhou())).expect("valid JSON")
}

#[test]
fn every_figure_has_the_fields_of_the_contract_and_no_other() {
    let file = figures();
    assert_eq!(file["schema"], 1);
    let mut expected = [
        "id",
        "label",
        "topic",
        "value",
        "unit",
        "qualifier",
        "stated",
        "lower",
        "upper",
        "change",
        "period",
        "quote",
        "sentence",
        "section",
        "start",
        "end",
        "url",
    ]
    .map(String::from);
    expected.sort();
    let figures = file["figures"].as_array().expect("a list");
    assert_eq!(figures.len(), 43);
    for figure in figures {
        let names: Vec<String> = figure.as_object().expect("an object").keys().cloned().collect();
        let mut names = names;
        names.sort();
        assert_eq!(names, expected);
    }
}

#[test]
fn start_and_end_cut_what_is_stated_out_of_the_text() {
    let text: Vec<char> = super::wuzhou().text.chars().collect();
    for figure in figures()["figures"].as_array().expect("a list") {
        let number = |name: &str| figure[name].as_u64().expect("a whole number") as usize;
        let word = |name: &str| figure[name].as_str().expect("a string").to_string();
        let cut: String = text[number("start")..number("end")].iter().collect();
        assert_eq!(cut, word("stated") + word("unit").as_str(), "{figure}");
        assert!(word("sentence").contains(&cut) && word("quote").contains(&cut), "{figure}");
    }
}

#[test]
fn the_examples_of_the_contract_hold() {
    let file = figures();
    let find = |id: &str| {
        file["figures"]
            .as_array()
            .expect("a list")
            .iter()
            .find(|figure| figure["id"] == id)
            .expect("it is there")
            .clone()
    };
    let window = find("one-window-cases");
    assert_eq!(
        (&window["value"], &window["qualifier"], &window["stated"], &window["unit"]),
        (&19000.into(), &"余".into(), &"1.9万余".into(), &"件".into())
    );
    assert_eq!((&window["lower"], &window["upper"]), (&19000.into(), &20000.into()));
    assert_eq!(find("commitment-project-investment")["value"], 228.31);
    assert_eq!(find("commitment-project-investment")["unit"], "亿元");
    assert_eq!(find("business-environment-rank")["stated"], "第2");
    assert_eq!(window["change"], Value::Null);
}

#[test]
fn figures_csv_is_the_golden_one() {
    // Golden files are compared without their CR; the next test insists on it.
    expect_file!["export/figures.csv"]
        .assert_eq(&export::figures_csv(&super::wuzhou()).replace("\r\n", "\n"));
}

#[test]
fn figures_csv_reads_back_row_by_row() {
    let csv = export::figures_csv(&super::wuzhou());
    assert!(csv.starts_with('\u{feff}') && csv.ends_with("\r\n"));
    let rows = parse_csv(csv.trim_start_matches('\u{feff}'));
    assert_eq!(
        rows[0].join(","),
        "编号,指标,数值,单位,限定词,原文,所在句,章节,起,止,链接,变化,所指时间"
    );
    assert_eq!(rows.len(), 44);
    let report = super::wuzhou();
    for (row, figure) in rows[1..].iter().zip(&report.figures) {
        assert_eq!(row.len(), 13);
        assert_eq!(row[12], "2020年");
        assert_eq!(row[2].parse::<f64>().ok(), Some(figure.quantity.value), "{row:?}");
        assert_eq!(row[5], figure.quantity.printed());
        assert_eq!(row[10], "", "half an address leads nowhere");
    }
    let mut report = super::wuzhou();
    report.site.address = "https://example.gov.cn/fazhi/".to_string();
    let csv = export::figures_csv(&report);
    let rows = parse_csv(csv.trim_start_matches('\u{feff}'));
    assert_eq!(rows[1][10], "https://example.gov.cn/fazhi/2020/figures/local-regulations-passed/");
}

#[test]
fn a_change_is_in_every_file_with_its_direction() {
    let mut report = super::wuzhou();
    report.figures[0].quantity =
        report_explorer::number::scan("警情下降22.3%。").remove(0).quantity;
    let file: Value = serde_json::from_str(&export::figures_json(&report)).expect("JSON");
    assert_eq!(file["figures"][0]["value"], 22.3);
    assert_eq!(file["figures"][0]["change"], "down");
    let csv = export::figures_csv(&report);
    let rows = parse_csv(csv.trim_start_matches('\u{feff}'));
    assert_eq!((rows[1][11].as_str(), rows[2][11].as_str()), ("下降", ""));
}

/// RFC 4180, strictly: quotes only around whole fields, CRLF between records.
fn parse_csv(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut chars = text.chars().peekable();
    let mut quoted = false;
    while let Some(ch) = chars.next() {
        let row = rows.last_mut().expect("there is one");
        let cell = row.last_mut().expect("there is one");
        match ch {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => {
                assert_eq!(chars.next(), Some('\n'));
                rows.push(vec![String::new()]);
            }
            other => cell.push(other),
        }
    }
    rows.pop();
    rows
}

#[test]
fn a_citation_names_report_date_place_words_and_address() {
    let report = super::wuzhou();
    let figure = report.figure("legal-aid-cases").expect("it is there");
    let (section, sentence) = report.sentence(figure.sentence).expect("it is there");
    let cited =
        export::citation(&report, section, sentence.span, "https://example.gov.cn/2020/report/#s1");
    assert!(
        cited.starts_with(
            "《梧州市2020年度法治政府建设工作报告》（2021年2月3日），第一部分（三）：“加快整合"
        ),
        "{cited}"
    );
    assert!(cited.ends_with("司法鉴定4249件。” https://example.gov.cn/2020/report/#s1"), "{cited}");
}

/// The press kit is one folder: no file of it may take another's place.
#[test]
fn charts_of_one_title_have_files_of_their_own() {
    let mut report = super::wuzhou();
    let mut twin = report.charts[0].clone();
    twin.id = "twin".to_string();
    report.charts.push(twin);
    let names: std::collections::BTreeSet<String> = report
        .charts
        .iter()
        .map(|chart| report_explorer::chart::format::file_name(&report, chart, None, "svg"))
        .collect();
    assert_eq!(names.len(), report.charts.len(), "{names:?}");
}
