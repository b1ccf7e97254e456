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

/// What the numbers of a sentence count, in order.
fn labels_of(sentence: &str) -> Vec<String> {
    let chars: Vec<char> = sentence.chars().collect();
    let numbers = report_explorer::number::scan(sentence);
    let labels = report_explorer::draft::labels(&chars, &numbers).into_iter().zip(&numbers);
    labels.filter(|(_, number)| number.is_figure()).map(|(label, _)| label).collect()
}

#[test]
fn a_label_says_what_is_counted() {
    let cases: &[(&str, &[&str])] = &[
        ("全年办理公证事项812件。", &["办理公证事项"]),
        (
            "新建8个社区食堂、15个充电站和22处口袋公园。",
            &["新建社区食堂", "新建充电站", "新建口袋公园"],
        ),
        ("新增养老机构4家、托育机构9家。", &["新增养老机构", "新增托育机构"]),
        (
            "地区生产总值达912亿元，增长6.1%，居全省第三。",
            &["地区生产总值", "地区生产总值增长", "地区生产总值居全省"],
        ),
        (
            "粮食产量31万吨，蔬菜产量58万吨，分别增长2.1%和4.3%。",
            &["粮食产量", "蔬菜产量", "粮食产量增长", "蔬菜产量增长"],
        ),
        ("水耗、电耗分别下降3.2%和1.9%。", &["水耗下降", "电耗下降"]),
        ("受理行政复议申请93件，审结88件。", &["受理行政复议申请", "行政复议申请审结"]),
        ("清理文件120份，拟废止7份、修订3份。", &["清理文件", "文件拟废止", "文件修订"]),
        ("固定资产投资210亿元，其中工业投资64亿元。", &["固定资产投资", "固定资产投资中工业投资"]),
        (
            "负责人出庭46宗（其中正职25宗，副职21宗），按时答复44宗。",
            &["负责人出庭", "负责人出庭中正职", "负责人出庭中副职", "按时答复"],
        ),
        ("组建3支区级和12支街道级志愿服务队。", &["组建区级志愿服务队", "组建街道级志愿服务队"]),
        ("对全区61家工地进行联合检查。", &["对全区工地进行联合检查"]),
        ("平均办理时限由9天缩短至5天。", &["办理时限", "办理时限"]),
        ("82%的社区建成法律服务室。", &["社区建成法律服务室"]),
        ("办理以街道办为被告的行政诉讼案件6宗。", &["办理以街道办为被告的行政诉讼案件"]),
    ];
    for (sentence, expected) in cases {
        assert_eq!(labels_of(sentence), *expected, "{sentence}");
    }
}

/// In all reports at hand, whatever their style.
#[test]
fn labels_and_topics_are_short_and_whole() {
    use report_explorer::ingest::annotation::{LONGEST_LABEL, LONGEST_TOPIC};
    let texts = super::outline::texts_below(std::path::Path::new("../shared/reports"));
    if texts.is_empty() {
        println!("skipped: no reports in ../shared/reports");
    }
    for path in texts {
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        let input = report_explorer::ingest::Input { text, ..Default::default() };
        let report = report_explorer::ingest::ingest(&input);
        let numbers = report_explorer::number::scan(&report.text);
        let chars: Vec<char> = report.text.chars().collect();
        for (words, longest) in [
            (report_explorer::draft::labels(&chars, &numbers), LONGEST_LABEL),
            (report_explorer::draft::topics(&report, &numbers), LONGEST_TOPIC),
        ] {
            for words in words {
                assert!(words.chars().count() <= longest, "{}: {words}", path.display());
                let is_whole =
                    [('“', '”'), ('（', '）'), ('《', '》')].iter().all(|(open, close)| {
                        words.matches(*open).count() == words.matches(*close).count()
                    });
                assert!(is_whole, "{}: {words}", path.display());
            }
        }
    }
}

/// The draft of a report on 2019, read back.
fn drafted(text: &str) -> serde_json::Value {
    let source = super::bare_source(2019, text);
    let draft = report_explorer::draft::draft(&decode(&source).expect("the text is whole"));
    serde_json::from_str(&draft).expect("a draft is JSON")
}

const HEAD: &str = "云屏区2019年法治政府建设报告\n一、工作情况\n";

#[test]
fn like_things_of_a_sentence_are_a_chart_and_unlike_things_are_none() {
    let like = drafted(&format!("{HEAD}粮食产量31万吨，蔬菜产量58万吨，水果产量12万吨。\n"));
    assert_eq!(like["charts"][0]["title"], "产量");
    assert_eq!(like["charts"][0]["figures"].as_array().map(Vec::len), Some(3));
    for unlike in [
        "新建社区食堂8个，开通公交线路15个，举办讲座22个。",
        "粮食产量31万吨，蔬菜产量58万吨。",
        "粮食产量31万吨，蔬菜产量58亩，水果产量12个。",
        "粮食产量增长3.1%，蔬菜产量增长2.4%，水果产量下降1.2%。",
    ] {
        let draft = drafted(&format!("{HEAD}{unlike}\n"));
        assert_eq!(draft["charts"], serde_json::json!([]), "{unlike}");
    }
}

#[test]
fn ids_are_spelled_from_labels_and_each_is_there_once() {
    let draft = drafted(&format!(
        "{HEAD}粮食产量31万吨，增长2.1%。\n二、其他情况\n粮食产量28万吨，GDP增长6%。\n"
    ));
    let figures = draft["figures"].as_array().expect("a list");
    let ids: Vec<&str> = figures.iter().filter_map(|figure| figure["id"].as_str()).collect();
    assert_eq!(
        ids,
        [
            "liang-shi-chan-liang",
            "liang-shi-chan-liang-zeng-zhang",
            "liang-shi-chan-liang-2",
            "gdp-zeng-zhang"
        ]
    );
}

#[test]
fn what_the_draft_is_not_sure_of_comes_first_and_says_why() {
    let draft = drafted(&format!("{HEAD}办理案件120件。全区共有45。\n"));
    assert_eq!(draft["figures"][0]["doubt"], "后面没有单位");
    assert!(draft["figures"][1].get("doubt").is_none());
    assert_eq!(draft["highlights"], serde_json::json!([draft["figures"][1]["id"]]));
}
