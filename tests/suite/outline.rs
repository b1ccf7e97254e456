//! Structure from text: every character once, and the parts found by their marks.

use report_explorer::ingest::outline::read;
use report_explorer::ingest::{decode, ingest};
use report_explorer::model::{SectionKind, SentenceKind};

fn leaves(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let outline = read(&chars);
    let sentences = outline.sections.iter().flat_map(|section| section.sentences());
    sentences
        .flat_map(|sentence| chars[sentence.span.start as usize..sentence.span.end as usize].iter())
        .collect()
}

#[test]
fn both_samples_come_back_exactly() {
    let wuzhou = super::wuzhou().text;
    assert_eq!(leaves(&wuzhou), wuzhou);
    assert_eq!(leaves(super::YUNPING), super::YUNPING);
}

/// Reports of other governments are not ours to keep here; they lie beside the checkout where its
/// makers work.
#[test]
fn reports_of_other_governments_come_back_exactly() {
    let folder = std::path::Path::new("../shared/reports");
    let texts = texts_below(folder);
    if texts.is_empty() {
        println!("skipped: no reports in {}", folder.display());
    }
    for path in texts {
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        assert!(leaves(&text) == text, "{} does not come back exactly", path.display());
    }
}

/// Every `.txt` in a folder and those below it; none where the folder is missing.
fn texts_below(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.expect("readable").path());
    paths
        .flat_map(|path| {
            let is_text = path.extension().is_some_and(|extension| extension == "txt");
            if path.is_dir() { texts_below(&path) } else { Vec::from_iter(is_text.then_some(path)) }
        })
        .collect()
}

proptest::proptest! {
    #[test]
    fn any_text_comes_back_exactly(text in "(?s).{0,200}") {
        assert_eq!(leaves(&text), text);
    }

    #[test]
    fn any_text_of_report_marks_comes_back_exactly(text in "[一二三、（）()。：:，,2021年月日\\n 　“”不足存在原因a报告]{0,120}") {
        assert_eq!(leaves(&text), text);
    }
}

#[test]
fn wuzhou_has_its_parts() {
    let report = super::wuzhou();
    let ids: Vec<&str> = report.sections.iter().map(|section| section.id.as_str()).collect();
    let expected = [
        "letter",
        "title",
        "preamble",
        "part-1",
        "section-1-1",
        "section-1-2",
        "section-1-3",
        "section-1-4",
        "section-1-5",
        "shortcomings",
        "part-2",
        "section-2-1",
        "section-2-2",
        "section-2-3",
        "section-2-4",
        "section-2-5",
    ];
    assert_eq!(ids, expected);
    assert_eq!(
        report.letter.addressee.map(|span| report.slice(span)),
        Some("自治区党委、自治区人民政府:")
    );
    assert_eq!(
        report.letter.issuers.map(|span| report.slice(span)),
        Some("中共梧州市委员会 梧州市人民政府")
    );
    assert_eq!(report.issuers, ["中共梧州市委员会", "梧州市人民政府"]);
    assert_eq!(report.date.map(|date| date.to_string()).as_deref(), Some("2021-02-03"));
    assert_eq!(report.title, "梧州市2020年度法治政府建设工作报告");
}

#[test]
fn wuzhou_topics_open_their_groups() {
    let report = super::wuzhou();
    let topics: Vec<&str> = report
        .sentences()
        .filter(|(_, sentence)| sentence.kind == SentenceKind::Topic)
        .map(|(_, sentence)| report.slice(sentence.span))
        .collect();
    let expected = [
        "加强党对法治政府建设的组织领导。",
        "切实履行推进法治政府建设第一责任人职责。",
        "强化考核评价和督促检查。",
        "完善立法体制机制。",
        "加强重点领域立法。",
        "落实地方性法规、政府规章和规范性文件清理长效机制。",
        "优化公共法律服务。",
        "稳步开展人民调解。",
        "发挥政府法律顾问作用。",
        "为疫情防控提供法治保障。",
        "加强生态环境保护和治理。",
        "创新完善工作机制。",
        "深化“放管服”改革。",
        "深化行政复议体制改革。",
        "规范公正文明执法。",
        "推进重点政务内容公开。",
        "主动接受人大监督。",
        "加强政务诚信建设。",
        "落实领导干部学法制度。",
    ];
    assert_eq!(topics, expected);
}

#[test]
fn yunping_parses_with_full_width_marks_and_no_title() {
    let input = decode(&super::bare_source(2019, super::YUNPING)).expect("the sample is whole");
    let report = ingest(&input);
    let parts = report.sections.iter().filter(|section| section.kind == SectionKind::Part).count();
    let sections =
        report.sections.iter().filter(|section| section.kind == SectionKind::Section).count();
    assert_eq!((parts, sections), (8, 17));
    assert_eq!(report.title, "青岚市云屏区2019年度法治政府建设工作报告");
    assert_eq!(report.date.map(|date| date.to_string()).as_deref(), Some("2019-12-18"));
    assert_eq!(report.issuers, ["青岚市云屏区人民政府"]);
    assert_eq!(report.sections.last().map(|section| section.kind), Some(SectionKind::Closing));
    let heading = report
        .section("section-3-1")
        .and_then(|section| section.heading)
        .map(|span| report.slice(span));
    assert_eq!(heading, Some("（一）完善文件管理流程。"));
}
