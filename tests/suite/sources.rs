//! Bad files: each one clear error that names file, line and remedy.

use report_explorer::check::{check, examine};
use report_explorer::ingest::source::{File, SourceFiles};
use report_explorer::ingest::{decode, ingest};
use report_explorer::issue::Issue;
use report_explorer::model::{Lexicon, SectionKind};

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
fn what_a_web_page_has_below_a_report_is_not_taken_for_a_missing_end() {
    let mut source = super::bare_source(2019, super::YUNPING);
    let text = format!(
        "{}\n\n【我要纠错】责任编辑：某某\n扫一扫在手机打开当前页\n",
        super::YUNPING.trim_end()
    );
    source.report.bytes = text.into_bytes();
    assert!(report_explorer::ingest::decode(&source).is_ok());
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
fn a_report_cut_in_a_character_is_refused() {
    let whole = super::wuzhou_source().report.bytes;
    let text = String::from_utf8(whole.clone()).expect("UTF-8");
    let cut = text.find("调解成功率").expect("in the text");
    says(&only_issue(|source| source.report.bytes.truncate(cut + 1)), "report.txt", 11, "断开");
}

#[test]
fn a_report_cut_between_sentences_is_told_and_no_more() {
    let mut source = super::wuzhou_source();
    let text = String::from_utf8(source.report.bytes.clone()).expect("UTF-8");
    source.report.bytes.truncate(text.find("调解成功率").expect("in the text"));
    let told = warnings(&source);
    assert_eq!(told.iter().map(|issue| issue.check).collect::<Vec<_>>(), ["report-ended"]);
    says(&told[0], "report.txt", 11, "没有结尾");
}

fn warnings(source: &SourceFiles) -> Vec<Issue> {
    examine(source, |_| Lexicon::default()).expect("it is readable").warnings
}

#[test]
fn what_a_web_page_puts_behind_the_last_sentence_is_no_end_that_lacks() {
    let text = "一、工作情况\n（一）加强服务。优化法律服务。";
    let ended = |behind: &str| {
        let source = super::bare_source(2020, &format!("{text}{behind}\n"));
        warnings(&source).iter().all(|issue| issue.check != "report-ended")
    };
    for behind in ["", "来源：云屏区司法局 附件下载", "\n来源：云屏区司法局", "\n\n附件下载"]
    {
        assert!(ended(behind), "{behind}");
    }
    assert!(!ended("继续推进"));
}

#[test]
fn a_report_in_one_paragraph_with_the_menu_before_it_is_no_furniture() {
    let body = "加强服务。优化法律服务，全年办理公证事项812件。".repeat(12);
    let text = format!("青岚市司法局2020年法治政府建设报告\n当前位置： 首页 公告 {body}\n");
    let report = ingest(&decode(&super::bare_source(2020, &text)).expect("it is readable"));
    assert_eq!(report.numbers.len(), 13, "the year and one a sentence");
    assert!(
        warnings(&super::bare_source(2020, &text))
            .iter()
            .all(|issue| issue.check != "report-ended")
    );
}

#[test]
fn a_report_may_end_in_a_signature_without_a_date() {
    let text = "一、工作情况\n（一）加强服务。优化法律服务。\n";
    let ended = |last: &str| {
        let source = super::bare_source(2020, &format!("{text}{last}\n"));
        match warnings(&source).iter().any(|issue| issue.check == "report-ended") {
            true => None,
            false => Some(ingest(&decode(&source).expect("it is readable"))),
        }
    };
    for signature in [
        "青岚市司法局",
        "　　青岚市云屏区人民政府办公室",
        "青岚市生态环境局（云屏分局）监测中心",
        "中共青岚市委员会 青岚市人民政府",
        "青岚市公安局交通警察支队",
    ] {
        let report = ended(signature).unwrap_or_else(|| panic!("{signature} is no end"));
        let closing = report.sections.last().expect("there are sections");
        assert_eq!(closing.kind, SectionKind::Closing, "{signature}");
        assert_eq!(report.issuers.join(" "), signature.trim(), "{signature}");
        assert_eq!(report.slice(closing.span).trim(), signature.trim());
    }
    for unfinished in
        ["（二）加强市委办公室", "会同市司法局、市公安局", "继续推进", "市司法局，市公安局"]
    {
        assert!(ended(unfinished).is_none(), "{unfinished}");
    }
}

#[test]
fn a_character_that_nobody_sees_is_named_with_its_file_and_place() {
    type Pick = fn(&mut SourceFiles) -> &mut File;
    let in_report: Pick = |source| &mut source.report;
    let in_json: Pick = |source| &mut source.annotations;
    // Where it is put, in front of what, as what, and how it is called.
    let cases: &[(Pick, &str, &str, usize, &str)] = &[
        (in_report, "公证事项3465件", "\u{200b}", 11, "U+200B（零宽空格）"),
        (in_report, "公证事项3465件", "\u{feff}", 11, "U+FEFF"),
        (in_report, "公证事项3465件", "\u{202e}", 11, "U+202E（文字方向符）"),
        (in_report, "公证事项3465件", "\u{c}", 11, "U+000C（换页符）"),
        (in_report, "公证事项3465件", "\u{85}", 11, "U+0085（控制字符）"),
        (in_report, "公证事项3465件", "\u{fffd}", 11, "U+FFFD（替换符）"),
        (in_report, "公证事项3465件", "\u{ffff}", 11, "U+FFFF"),
        (in_json, "公证事项\", \"topic\"", "\u{200b}", 20, "U+200B"),
        (in_json, "公证事项\", \"topic\"", "\u{1}", 20, "U+0001（控制字符）"),
        (in_json, "公证事项\", \"topic\"", "\\u0007", 20, "U+0007（控制字符）"),
        (in_json, "公证事项\", \"topic\"", "\\u202E", 20, "U+202E"),
        (in_json, "公证事项\", \"topic\"", "\\f", 20, "U+000C（换页符）"),
    ];
    for (pick, before, hidden, line, words) in cases {
        let issue = only_issue(|source| {
            let file = pick(source);
            let text = String::from_utf8(file.bytes.clone()).expect("UTF-8");
            assert!(text.contains(before));
            file.bytes = text.replacen(before, &format!("{hidden}{before}"), 1).into_bytes();
        });
        let file = pick(&mut super::wuzhou_source()).path.clone();
        says(&issue, &file, *line, words);
        assert!(issue.problem.contains("共 1 处"), "{issue}");
    }
    for (file, text) in
        [("terms.json", "{\"terms\": []}\u{2028}"), ("site.json", "{\"place\": \"某\u{ad}市\"}")]
    {
        let issue = only_issue(|source| {
            let changed = if file == "terms.json" { &mut source.terms } else { &mut source.site };
            changed.bytes = text.as_bytes().to_vec();
        });
        says(&issue, file, 1, "看不见的字符");
    }
    // Every kind of them once, where it stands first, with how often.
    let mut source = super::wuzhou_source();
    source.report.bytes.extend("\u{200b}。\u{200b}\u{c}。\n".bytes());
    let issues = check(&source).expect_err("two kinds");
    let said: Vec<bool> = issues
        .iter()
        .map(|issue| issue.problem.contains("U+200B") && issue.problem.contains("共 2 处"))
        .collect();
    assert_eq!(said, [true, false], "{issues:?}");
}

#[test]
fn what_is_seen_is_no_reason_to_refuse_a_file() {
    // Indents, hard spaces, a rare ideograph with its variant, words in other scripts, a line break in a quote.
    for harmless in ["　　", "\u{a0}", "\t", "葛\u{e0100}", "𠮷", "é", "①", "\\n", "\\\\u200b"]
    {
        let mut source = super::wuzhou_source();
        let text = String::from_utf8(source.annotations.bytes.clone()).expect("UTF-8");
        let changed =
            text.replacen("会议的次序，不是数量", &format!("会议的次序{harmless}，不是数量"), 1);
        assert_ne!(changed, text);
        source.annotations.bytes = changed.into_bytes();
        let issues = check(&source).err().unwrap_or_default();
        let hidden = issues.iter().find(|issue| issue.problem.contains("看不见"));
        assert!(hidden.is_none(), "{harmless:?}: {hidden:?}");
    }
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
        13,
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
