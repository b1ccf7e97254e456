//! Every named check has a folder of its name that fails it; the base passes all.

use std::path::Path;

use report_explorer::check::{CHECKS, WARNINGS, check, check_with, examine};
use report_explorer::export;
use report_explorer::files;
use report_explorer::ingest::source::SourceFiles;
use report_explorer::issue::Issue;
use report_explorer::lexicon::lexicon_of;
use report_explorer::model::Edition;
use report_explorer::route::{Route, topic_id};

const FOLDER: &str = "tests/suite/checks";

/// The base with the files that the fixture puts in their place.
fn fixture(name: &str) -> SourceFiles {
    let file = |file: &str| {
        let own = Path::new(FOLDER).join(name).join(file);
        let path = if own.exists() { own } else { Path::new(FOLDER).join("base").join(file) };
        files::read(&path).expect("the base is complete")
    };
    SourceFiles {
        year: 2020,
        report: file("report.txt"),
        annotations: file("annotations.json"),
        terms: file("terms.json"),
        site: file("site.json"),
        // Without a file of its own a site has the words that every site has.
        words: files::read_if_there(&Path::new(FOLDER).join(name).join("words.json"))
            .expect("readable"),
        ..SourceFiles::default()
    }
}

#[test]
fn the_base_passes_every_check() {
    assert_eq!(check(&fixture("base")).err(), None);
}

#[test]
fn every_check_fails_on_its_fixture_and_says_where_and_what_to_do() {
    for known in CHECKS {
        assert!(Path::new(FOLDER).join(known.name).is_dir(), "no fixture for {}", known.name);
        let issues = check(&fixture(known.name)).err().unwrap_or_default();
        let issue: &Issue = issues
            .iter()
            .find(|issue| issue.check == known.name)
            .unwrap_or_else(|| panic!("{} did not fail: {issues:?}", known.name));
        assert!(issue.file.contains(known.name) || issue.file.contains("base"), "{issue}");
        assert!(issue.line > 0 && !issue.problem.is_empty() && !issue.remedy.is_empty(), "{issue}");
    }
}

#[test]
fn what_should_be_looked_at_once_more_is_published_all_the_same() {
    let warned = |source: &SourceFiles| -> Vec<Issue> {
        let examined = examine(source, |report| report.lexicon.clone()).expect("readable");
        assert_eq!(examined.issues, []);
        examined.warnings
    };
    assert_eq!(warned(&fixture("base")), []);
    for known in WARNINGS {
        let found = warned(&fixture(known.name));
        assert_eq!(found.iter().map(|issue| issue.check).collect::<Vec<_>>(), [known.name]);
        assert!(found[0].line > 1 && !found[0].remedy.is_empty(), "{}", found[0]);
    }
    // An editor who says what differs is asked no more.
    let mut source = fixture("chart-alike");
    let text = String::from_utf8(source.annotations.bytes.clone()).expect("UTF-8");
    let text =
        text.replace("\"kind\": \"bars\"", "\"kind\": \"bars\", \"note\": \"两项业务不同。\"");
    source.annotations.bytes = text.into_bytes();
    assert_eq!(warned(&source), []);
}

#[test]
fn every_fixture_belongs_to_a_check() {
    for entry in std::fs::read_dir(FOLDER).expect("the folder is there") {
        let name = entry.expect("readable").file_name().into_string().expect("UTF-8");
        assert!(
            name == "base" || CHECKS.iter().chain(WARNINGS).any(|known| known.name == name),
            "{name} belongs to no check"
        );
    }
}

#[test]
fn all_issues_are_said_at_once_with_their_lines() {
    let mut source = fixture("base");
    let text = String::from_utf8(source.annotations.bytes.clone()).expect("UTF-8");
    let text =
        text.replace("公证事项3465件\"", "公证事项9999件\"").replace("\"整改20家\"", "\"整改\"");
    source.annotations.bytes = text.into_bytes();
    let issues = check(&source).expect_err("two quotes are wrong");
    let found: Vec<(&str, usize)> = issues
        .iter()
        .filter(|issue| issue.file.ends_with("annotations.json"))
        .map(|issue| (issue.check, issue.line))
        .collect();
    assert!(
        found.contains(&("quote-found-once", 5)) && found.contains(&("value-parses", 10)),
        "{found:?}"
    );
    assert!(
        issues.iter().filter(|issue| issue.check == "numbers-accounted").count() == 2,
        "the two numbers are left unaccounted"
    );
}

/// The base with words of its annotations replaced.
fn changed(changes: &[(&str, &str)]) -> SourceFiles {
    let mut source = fixture("base");
    let mut text = String::from_utf8(source.annotations.bytes.clone()).expect("UTF-8");
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    source.annotations.bytes = text.into_bytes();
    source
}

/// The problems that one check finds.
fn found(source: &SourceFiles, name: &str) -> Vec<String> {
    let issues = check_with(source, lexicon_of).err().unwrap_or_default();
    issues.into_iter().filter(|issue| issue.check == name).map(|issue| issue.problem).collect()
}

#[test]
fn numbers_in_words_of_charts_are_figures_counts_of_the_picture_or_marked() {
    let base = "公证事项3465件，法律援助案件3156件。";
    // What the description says, and what of it no figure bears out.
    let cases: &[(&str, &[&str])] = &[
        ("公证事项3465件，仲裁案件50多件，办结率96.9%。", &[]),
        ("两条横条，前两类都由中心办理，召开第二次会议。", &[]),
        ("截至2020年底，两项业务；见2021年计划。", &[]),
        ("公证约为法律援助的一点一倍，推算，非报告原文。", &[]),
        ("前者不到后者的六十分之一。", &["六十分之一"]),
        ("占三分之二，超过一半。", &["三分之二", "一半"]),
        ("公证三千四百件。", &["三千四百件"]),
        ("公证三千四百六十五件。", &[]),
        ("都在三千件以上。", &["三千件"]),
        ("两类相差三百多件。", &["三百多件"]),
        ("公证是援助的两倍。", &["两倍"]),
        ("占七成，百分之五十由中心办理。", &["七成", "百分之五十"]),
        ("公证两件。", &["两件"]),
        ("三条横条。", &["三条"]),
        ("公证3456件，公证３４５６件。", &["3456件", "３４５６件"]),
        ("仲裁50件。", &["50件"]),
        ("2条横条。", &["2条"]),
        ("全省第一。", &["第一"]),
        ("上千件，数百家，百余名。", &["上千件", "数百家", "百余名"]),
        ("推算在前一句。其余309件。", &["309件"]),
    ];
    for (words, expected) in cases {
        let said = found(&changed(&[(base, words)]), "chart-numbers");
        assert_eq!(said.len(), expected.len(), "{words}: {said:?}");
        for number in *expected {
            assert!(
                said.iter().any(|problem| problem.contains(&format!("「{number}」"))),
                "{words}: {said:?}"
            );
        }
    }
    // A part of what a charted figure is called may stand alone.
    let (label, named) = ("\"label\": \"公证事项\"", "\"label\": \"50亿级公证事项\"");
    let words = "50亿级等3465件。";
    assert_eq!(found(&changed(&[(base, words)]), "chart-numbers").len(), 1);
    assert_eq!(found(&changed(&[(base, words), (label, named)]), "chart-numbers").len(), 0);
    for field in ["name", "title", "subtitle", "note"] {
        let (title, subtitle) = ("\"title\": \"公证", "\"subtitle\": \"法律");
        let from = if field == "subtitle" { subtitle } else { title };
        let rest = if field.ends_with("title") { "" } else { "\", \"title\": \"" };
        let to = format!("\"{field}\": \"十分之一{rest}");
        assert_eq!(found(&changed(&[(from, &to)]), "chart-numbers").len(), 1, "{field}");
    }
}

#[test]
fn topics_that_are_spelled_alike_are_told_before_one_page_takes_the_others_place() {
    let spelled = |one: &str, other: &str| {
        let with = |topic: &str| format!("\"topic\": \"{topic}\"");
        // The second first: either may be spelled as the other was.
        changed(&[(&with("监督"), &with(other)), (&with("法律服务"), &with(one))])
    };
    for (one, other, id) in [
        ("公证", "公正", "gong-zheng"),
        ("“监督”", "监督", "jian-du"),
        ("行政、复议", "行政（复议）", "xing-zheng-fu-yi"),
    ] {
        let said = found(&spelled(one, other), "topics-apart");
        let [problem] = said.as_slice() else { panic!("{one}, {other}: {said:?}") };
        for words in [one, other, &format!("embed/topic/{id}/")] {
            assert!(problem.contains(words), "{problem}");
        }
    }
    assert_eq!(found(&spelled("法律服务", "()"), "topics-apart").len(), 1);
    for (one, other) in [("公证", "仲裁"), ("公证服务", "公证"), ("APP", "5G")] {
        assert_eq!(found(&spelled(one, other), "topics-apart"), [""; 0], "{one}, {other}");
    }
}

#[test]
fn the_address_of_a_topic_hangs_on_the_topic_alone() {
    // None of its characters stands anywhere else in the base.
    let source = changed(&[("\"topic\": \"监督\"", "\"topic\": \"营商环境\"")]);
    let report = check_with(&source, lexicon_of).expect("a topic may have any name");
    assert_eq!(topic_id(&report, "营商环境"), "ying-shang-huan-jing");
    let mut source = source;
    source.report.bytes.extend("优化营商环境。\n".bytes());
    let mut report = check_with(&source, lexicon_of).expect("a sentence more");
    assert_eq!(topic_id(&report, "营商环境"), "ying-shang-huan-jing");
    // As much of the readings as the page's program is given.
    let all = report.lexicon.readings.len();
    report.lexicon = report.lexicon.of_topics(&report.topics());
    assert_eq!(topic_id(&report, "营商环境"), "ying-shang-huan-jing");
    assert!(report.lexicon.readings.len() < all);
}

#[test]
fn whose_site_it_is_and_where_it_lies_is_whole_or_refused() {
    let with = |json: &str| {
        let mut source = fixture("base");
        source.site.bytes = json.as_bytes().to_vec();
        source
    };
    for (json, address) in [
        (
            r#"{"place": " 某市 ", "address": "https://example.gov.cn/fazhi2020"}"#,
            "https://example.gov.cn/fazhi2020/2020/figures/",
        ),
        (
            r#"{"place": "某市", "address": " http://10.1.2.3:8080 "}"#,
            "http://10.1.2.3:8080/2020/figures/",
        ),
        (
            r#"{"place": "某市", "address": "https://www.example.gov.cn/a.b/", "source": "http://example.gov.cn/t.html?id=1#x"}"#,
            "https://www.example.gov.cn/a.b/2020/figures/",
        ),
        (r#"{"place": "某市", "address": "", "source": ""}"#, "2020/figures/"),
    ] {
        let report = check(&with(json)).unwrap_or_else(|issues| panic!("{json}: {issues:?}"));
        assert_eq!(export::address(&report, &Route::Figures(Edition::of_year(2020))), address);
        assert_eq!(report.site.place, "某市");
    }
    for (json, words) in [
        (r#"{"place": ""}"#, "地名"),
        (r#"{"place": "　 "}"#, "地名"),
        (r#"{"place": "某市", "address": "www.example.gov.cn/fazhi/"}"#, "网站地址"),
        (r#"{"place": "某市", "address": "/fazhi/"}"#, "网站地址"),
        (r#"{"place": "某市", "address": "https:///fazhi/"}"#, "网站地址"),
        (r#"{"place": "某市", "address": "ftp://example.gov.cn/"}"#, "网站地址"),
        (r#"{"place": "某市", "address": "https://example.gov.cn/fazhi/index.html"}"#, "网站地址"),
        (r#"{"place": "某市", "address": "https://example.gov.cn/?a=1"}"#, "网站地址"),
        (r##"{"place": "某市", "address": "https://example.gov.cn/#x"}"##, "网站地址"),
        (r#"{"place": "某市", "address": "https://example.gov.cn/a b/"}"#, "网站地址"),
        (r#"{"place": "某市", "source": "javascript:alert(1)"}"#, "原件地址"),
        (r#"{"place": "某市", "source": "JavaScript://example.gov.cn/%0aalert(1)"}"#, "原件地址"),
        (r#"{"place": "某市", "source": "data:text/html,x"}"#, "原件地址"),
        (r#"{"place": "某市", "source": "见本局网站"}"#, "原件地址"),
        (r#"{"place": "某市", "source": "https://user@example.gov.cn/"}"#, "原件地址"),
    ] {
        let issues = check(&with(json)).expect_err(json);
        let [issue] = issues.as_slice() else { panic!("{json}: {issues:?}") };
        assert!(
            issue.check == "site-valid"
                && issue.problem.contains(words)
                && issue.file.ends_with("site.json"),
            "{issue}"
        );
    }
}

#[test]
fn a_day_that_no_calendar_has_is_told_with_its_line() {
    let dated = |date: &str| {
        let mut source = fixture("base");
        let text = String::from_utf8(source.report.bytes).expect("UTF-8");
        source.report.bytes = text.replace("2021年2月3日", date).into_bytes();
        check(&source)
    };
    for date in ["2021年2月28日", "2020年2月29日", "2000年2月29日", "二〇二一年十二月三十一日"]
    {
        assert!(dated(date).is_ok_and(|report| report.date.is_some()), "{date}");
    }
    for date in [
        "2021年2月31日",
        "2021年2月29日",
        "1900年2月29日",
        "2021年4月31日",
        "2021年13月1日",
        "2021年0月1日",
        "2021年1月0日",
        "二〇二一年二月三十日",
        "1021年2月3日",
    ] {
        let issues = dated(date).expect_err(date);
        let issue = issues.iter().find(|issue| issue.check == "dates-exist");
        let issue = issue.unwrap_or_else(|| panic!("{date}: {issues:?}"));
        assert!(issue.line == 5 && issue.problem.contains(date), "{issue}");
    }
}

/// Each leaving of a draft is named; what an editor has settled passes.
#[test]
fn nothing_of_a_draft_is_left() {
    const ID: &str = "\"id\": \"units-corrected\"";
    const LABEL: &str = "\"label\": \"整改单位\"";
    let cases = [
        ((ID, "\"id\": \"figure-12\""), "figure-12"),
        ((LABEL, "\"label\": \"“整改单位\""), "截下来"),
        ((LABEL, "\"label\": \"、整改单位\""), "截下来"),
        (
            (LABEL, "\"label\": \"经过检查发现问题以后按照要求在期限内完成整改的单位\""),
            "最多 20 个",
        ),
        (("\"topic\": \"监督\"", "\"topic\": \"市场监督管理部门的日常检查\""), "最多 10 个"),
        ((ID, "\"doubt\": \"后面没有单位\", \"id\": \"units-corrected\""), "后面没有单位"),
    ];
    for ((from, to), said) in cases {
        let problems = found(&changed(&[(from, to)]), "draft-finished");
        assert!(problems.iter().any(|problem| problem.contains(said)), "{to}: {problems:?}");
    }
}

/// Many reports number nothing, and some have no headings.
#[test]
fn a_report_needs_no_numbered_parts_but_a_text() {
    let mut source = fixture("base");
    let text = String::from_utf8(source.report.bytes.clone()).expect("UTF-8");
    let bare: Vec<&str> =
        text.lines().filter(|line| !line.starts_with(['一', '二', '('])).collect();
    source.report.bytes = (bare.join("\n") + "\n").into_bytes();
    assert_eq!(found(&source, "parts-found"), Vec::<String>::new());
    source.report.bytes = "某市2020年度法治政府建设工作报告（2021年2月3日）\n".into();
    assert_eq!(found(&source, "parts-found").len(), 1);
}
