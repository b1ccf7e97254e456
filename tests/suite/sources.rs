//! Bad files: each one clear error that names file, line and remedy.

use report_explorer::check::check;
use report_explorer::ingest::source::SourceFiles;
use report_explorer::issue::Issue;

#[track_caller]
fn only_issue(change: impl Fn(&mut SourceFiles)) -> Issue {
    let mut source = super::wuzhou_source();
    change(&mut source);
    let issues = check(&source).expect_err("the data is bad");
    assert_eq!(issues.len(), 1, "{issues:?}");
    let issue = issues.into_iter().next().expect("one");
    assert!(issue.line > 0 && !issue.remedy.is_empty(), "{issue}");
    issue
}

#[track_caller]
fn says(issue: &Issue, file: &str, line: usize, words: &str) {
    assert!(
        issue.file.ends_with(file) && issue.line == line && issue.problem.contains(words),
        "{issue}"
    );
}

#[test]
fn a_byte_order_mark_is_refused() {
    let issue =
        only_issue(|source| source.report.bytes.splice(0..0, *b"\xef\xbb\xbf").for_each(drop));
    says(&issue, "report.txt", 1, "BOM");
}

#[test]
fn windows_line_ends_are_refused() {
    let issue = only_issue(|source| {
        let text = String::from_utf8(source.report.bytes.clone()).expect("UTF-8").replacen(
            "\n二、",
            "\r\n二、",
            1,
        );
        source.report.bytes = text.into_bytes();
    });
    says(&issue, "report.txt", 14, "CRLF");
}

#[test]
fn gb18030_is_refused_by_name() {
    // 中共梧州市委员会 in GB18030.
    let issue = only_issue(|source| {
        source.report.bytes =
            b"\xd6\xd0\xb9\xb2\xce\xe0\xd6\xdd\xca\xd0\xce\xaf\xd4\xb1\xbb\xe1\n".to_vec()
    });
    says(&issue, "report.txt", 1, "GB18030");
}

#[test]
fn an_empty_file_is_refused() {
    says(&only_issue(|source| source.report.bytes.clear()), "report.txt", 1, "空");
    says(
        &only_issue(|source| source.report.bytes = b"\n \n".to_vec()),
        "report.txt",
        1,
        "没有文字",
    );
    says(&only_issue(|source| source.annotations.bytes.clear()), "annotations.json", 1, "空");
}

#[test]
fn a_truncated_report_is_refused_in_a_character_or_between() {
    let whole = super::wuzhou_source().report.bytes;
    let text = String::from_utf8(whole.clone()).expect("UTF-8");
    let cut = text.find("调解成功率").expect("in the text");
    says(&only_issue(|source| source.report.bytes.truncate(cut + 1)), "report.txt", 11, "断开");
    says(&only_issue(|source| source.report.bytes.truncate(cut)), "report.txt", 11, "没有结尾");
}

#[test]
fn broken_json_is_told_with_line_and_kind() {
    let broken = |from: &'static str, to: &'static str| {
        only_issue(move |source| {
            let text = String::from_utf8(source.annotations.bytes.clone()).expect("UTF-8");
            assert!(text.contains(from), "{from}");
            source.annotations.bytes = text.replacen(from, to, 1).into_bytes();
        })
    };
    says(&broken("\"schema\": 1,", "\"schema\": 1"), "annotations.json", 3, "少了逗号");
    says(
        &broken("\"topic\": \"重点领域立法\"", "\"themes\": \"重点领域立法\""),
        "annotations.json",
        5,
        "没有这个字段",
    );
}

#[test]
fn a_quote_that_occurs_twice_or_never_is_told_with_the_quote() {
    let changed = |to: &'static str| {
        let mut source = super::wuzhou_source();
        let text = String::from_utf8(source.annotations.bytes.clone()).expect("UTF-8");
        source.annotations.bytes = text
            .replacen(
                "\"审查协议合同\", \"topic\": \"政府法律顾问\", \"quote\": \"协议合同50多份\"",
                &format!("\"审查协议合同\", \"topic\": \"政府法律顾问\", \"quote\": \"{to}\""),
                1,
            )
            .into_bytes();
        check(&source)
            .err()
            .unwrap_or_default()
            .into_iter()
            .find(|issue| issue.check == "quote-found-once")
            .expect("found")
    };
    assert!(changed("法治政府").problem.contains("出现了"), "twice");
    assert!(changed("协议合同六十份").problem.contains("找不到"), "never");
}
