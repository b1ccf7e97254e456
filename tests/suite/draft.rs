//! A draft for a new report: every number quoted so that the checks find it.

use report_explorer::check::check;
use report_explorer::ingest::{decode, ingest};

#[test]
fn a_draft_of_another_report_passes_every_check_once_topics_are_named() {
    let mut source = super::bare_source(2019, super::YUNPING);
    let draft = report_explorer::draft::draft(&decode(&source).expect("the sample is whole"));
    let mut edited: serde_json::Value = serde_json::from_str(&draft).expect("JSON");
    for figure in edited["figures"].as_array_mut().expect("a list") {
        let figure = figure.as_object_mut().expect("an object");
        figure.remove("doubt");
        for name in ["label", "topic"] {
            if figure[name] == "" {
                figure[name] = "某".into();
            }
        }
    }
    source.annotations.bytes = edited.to_string().into_bytes();
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
        ("引进安和厂等11个高端制造项目。", &["引进高端制造项目"]),
        (
            "查处渔业案件立案50宗，已处罚44宗，已结案37宗，处罚金额138万元。",
            &["查处渔业案件立案", "渔业案件处罚", "渔业案件结案", "渔业案件处罚金额"],
        ),
        (
            "不满意件191宗（其中179宗已申诉成功，12件正在申诉）；挂起件31件（目前4件未办结）。",
            &["不满意件", "不满意件中申诉成功", "不满意件中正在申诉", "挂起件", "挂起件中未办结"],
        ),
        (
            "组织50名科级以上党员干部集中收听收看全国表彰大会现场实况直播。",
            &["组织科级以上党员干部"],
        ),
        (
            "地区产值312亿元，比上年（下同）增长5.2%，增量超过15亿元。",
            &["地区产值", "地区产值增长", "地区产值增量"],
        ),
        (
            "上市企业41家，每平方公里超过1家，总量占全市12%。",
            &["上市企业", "上市企业每平方公里", "上市企业总量占全市"],
        ),
        ("场馆预约平台上线，实现100%开放预约。", &["实现开放预约"]),
        ("建成街心公园6个、共建花园11个。", &["建成街心公园", "建成共建花园"]),
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
        ("平均办理时限由9天缩短至5天。", &["办理时限（变化前）", "办理时限"]),
        ("82%的社区建成法律服务室。", &["建成法律服务室的社区占比"]),
        ("办理以街道办为被告的行政诉讼案件6宗。", &["办理以街道办为被告的行政诉讼案件"]),
        (
            "一、二、三产业增加值分别增长3.1%、4.2%、5.3%。",
            &["第一产业增加值增长", "第二产业增加值增长", "第三产业增加值增长"],
        ),
        (
            "工业增加值增长6.2%，高于全省1.1个百分点。居民收入增长5%。",
            &["工业增加值增长", "工业增加值高于全省", "居民收入增长"],
        ),
        ("税收总额首次突破90亿元。", &["税收总额"]),
        ("筹措3亿元实施社区食堂工程。", &["社区食堂工程筹措"]),
        ("92%行政村通公交车。", &["行政村通公交车占比"]),
        ("建成20万吨级码头3座。", &["建成20万吨级码头"]),
        ("专利拥有量比2020年增长58.1%。", &["专利拥有量增长"]),
        ("15个小区实现雨污分流。", &["实现雨污分流的小区"]),
        ("8000多万农业转移人口落户城镇。", &["农业转移人口落户城镇"]),
        ("排查23个二次供水管理单位。", &["排查二次供水管理单位"]),
        ("12个县（市、区）通过验收。", &["通过验收的县（市、区）"]),
        ("医疗废物100%无害化处置。", &["医疗废物无害化处置"]),
        ("地区生产总值由2018年的91亿元增至143亿元。", &["地区生产总值（变化前）", "地区生产总值"]),
        (
            "养老、医疗、工伤保险参保人数分别增长3.1%、4.2%、5.3%。",
            &["养老保险参保人数增长", "医疗保险参保人数增长", "工伤保险参保人数增长"],
        ),
        ("就业、居民收入分别增长3.1%、4.2%。", &["就业增长", "居民收入增长"]),
        ("新认定专精特新企业4家、高新技术企业9家。", &["新认定专精特新企业", "新认定高新技术企业"]),
        ("与24家单位签约，医共体建设单位3家。", &["与单位签约", "医共体建设单位"]),
        ("事故起数、死亡人数同比下降16%、33%。", &["事故起数下降", "死亡人数下降"]),
        ("完成10类43项154件民生实事。", &["完成民生实事", "完成民生实事", "完成民生实事"]),
        ("3个已建成的大科学装置开放。", &["大科学装置开放"]),
        (
            "合成生物新增企业33家、总数达123家，产值40亿元。",
            &["合成生物新增企业", "合成生物企业总数", "合成生物企业产值"],
        ),
        ("工业增加值确保6%以上的增长。", &["工业增加值增长"]),
        ("第一、第三产业增加值分别增长3.1%、5.2%。", &["第一产业增加值增长", "第三产业增加值增长"]),
        ("民间投资占比40%。", &["民间投资占比"]),
        (
            "收到复议申请37件，审结29件，其中维持18件、撤销7件、驳回4件。",
            &["收到复议申请", "复议申请审结", "复议申请中维持", "复议申请中撤销", "复议申请中驳回"],
        ),
        (
            "接到来电投诉70宗，来邮投诉60宗，其中涉及执法类投诉40宗。",
            &["接到来电投诉", "来邮投诉", "涉及执法类投诉"],
        ),
        (
            "办理处罚案件76件，其中减轻处罚案件12件，罚没金额46万元。",
            &["办理处罚案件", "减轻处罚案件", "罚没金额"],
        ),
        (
            "调解矛盾纠纷962件，调解成功率为98%，涉及金额310万元。",
            &["调解矛盾纠纷", "调解成功率", "矛盾纠纷涉及金额"],
        ),
        (
            "发生火灾9起、伤亡8人，同比分别下降25%和20%。",
            &["发生火灾", "发生伤亡", "火灾下降", "伤亡下降"],
        ),
        (
            "办理代表建议31件、委员提案56件，满意率分别为99.1%和98.7%。",
            &["办理代表建议", "办理委员提案", "代表建议满意率", "委员提案满意率"],
        ),
        (
            "评查行政处罚、行政许可、行政强制案卷分别为20宗、16宗、5宗。",
            &["评查行政处罚案卷", "评查行政许可案卷", "评查行政强制案卷"],
        ),
        ("新设经营主体215户，同比增长8.9%。", &["新设经营主体", "新设经营主体增长"]),
        ("律师事务所由5家发展到20家。", &["律师事务所（变化前）", "律师事务所"]),
        ("审查重大决策、政府合同、招商协议等涉法事务213件。", &["审查涉法事务"]),
        ("整合组建市场监管、生态环境、文化市场、交通运输6支执法队伍。", &["执法队伍"]),
        ("审议通过《全区法治政府建设工作要点和任务分工》等文件7份。", &["审议通过文件"]),
        ("仍有4个问题未完成整改。", &["未完成整改的问题"]),
        ("全县74名负责人完成述法。", &["完成述法的负责人"]),
        ("签约项目42个，计划总投资超90亿元。", &["签约项目", "项目计划总投资"]),
        ("举办法治培训班2期，印发简报9期。", &["举办法治培训班", "印发简报"]),
    ];
    for (sentence, expected) in cases {
        assert_eq!(labels_of(sentence), *expected, "{sentence}");
    }
}

#[test]
fn a_name_that_says_too_little_is_doubtful_and_nothing_planned_is_shown_first() {
    let mut source = super::bare_source(2025, super::YUNPING);
    source.report.bytes = "云屏县政府工作报告\n\n一、2025年工作回顾\n\n粮食产量31万吨。柳溪镇连续保持第一。失业率从5.5%降到5.3%。\n\n\
        二、2026年重点工作\n\n新建学校7所。\n"
        .into();
    let draft = report_explorer::draft::draft(&decode(&source).expect("a report"));
    let draft: serde_json::Value = serde_json::from_str(&draft).expect("JSON");
    let figures = draft["figures"].as_array().expect("a list");
    let doubts = |label: &str| -> Vec<Option<&str>> {
        let named = figures.iter().filter(|figure| figure["label"] == label);
        named.map(|figure| figure["doubt"].as_str()).collect()
    };
    assert_eq!(doubts("失业率"), [None]);
    assert_eq!(doubts("失业率（变化前）"), [None]);
    assert_eq!(doubts("粮食产量"), [None]);
    assert_eq!(doubts("柳溪镇连续"), [Some("名称像是句子的一半")]);
    let highlights = draft["highlights"].as_array().expect("a list");
    let id_of = |label: &str| {
        figures.iter().find(|figure| figure["label"] == label).expect("a figure")["id"].clone()
    };
    assert_eq!(*highlights, [id_of("粮食产量"), id_of("失业率")]);
}

/// In all reports at hand, whatever their style.
#[test]
fn numbers_in_like_words_are_all_accounted_for() {
    let text = "云屏区2019年法治政府建设报告\n一、总体情况\n引进优质产业项目78个，其中百亿级项目2个、三十亿级项目2个、十亿级项目3个，全年签约项目38个。警情降幅排名全市第一，万人警情处于低位。食品、药品安全考核连续5年排名全市第一。获评先进单位。\n云屏区人民政府\n2020年1月6日\n";
    let mut source = super::bare_source(2019, text);
    let draft = report_explorer::draft::draft(&decode(&source).expect("a readable source"));
    source.annotations.bytes = draft.clone().into_bytes();
    let issues = check(&source).err().unwrap_or_default();
    let unaccounted: Vec<_> =
        issues.iter().filter(|issue| issue.check == "numbers-accounted").collect();
    assert!(unaccounted.is_empty(), "{unaccounted:?}\n{draft}");
}

#[test]
fn a_topic_says_what_a_heading_is_about() {
    let cases = [
        ("落实“在形成全面开放新格局上走在全县前列”重要指示。", "形成全面开放新格局"),
        ("坚决贯彻关于深化乡村改革重要指示。", "深化乡村改革"),
        ("坚持以供给侧结构性改革为主线，培育新动能。", "供给侧结构性改革"),
        ("坚持以人民为中心的发展思想。", "以人民为中心"),
        ("2019年以来的工作回顾", "工作回顾"),
        ("“十三五”时期主要成就", "主要成就"),
        ("持之以恒加强政府自身建设。", "加强政府自身建设"),
    ];
    for (heading, topic) in cases {
        let text = format!("云屏区报告\n一、总体情况\n（一）{heading}\n建成学校3所。\n");
        let report = report_explorer::ingest::ingest(
            &decode(&super::bare_source(2019, &text)).expect("a report"),
        );
        let numbers = report_explorer::number::scan(&text);
        let topics = report_explorer::draft::topics(&report, &numbers);
        assert_eq!(topics.last().map(String::as_str), Some(topic), "{heading}");
    }
}

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
    assert_eq!(like["charts"][0]["title"], "粮食、蔬菜等产量");
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
fn changes_are_a_chart_though_what_changed_stands_between_them() {
    let draft = drafted(
        "预算收入78.8亿元，增长19.5%；工业增加值804.2亿元，增长16%；农业增加值220亿元，增长11.4%。",
    );
    let charts = draft["charts"].as_array().expect("a list");
    assert_eq!(charts.len(), 1, "{charts:?}");
    // Not 值增长, though two of the names end so.
    assert_eq!(charts[0]["title"], "预算收入、工业增加值等多项增长");
    assert_eq!(charts[0]["figures"].as_array().map(Vec::len), Some(3));
    let draft = drafted("金融业增加值增长9.1%，商贸业增加值增长6.4%，工业增加值增长8.5%。");
    assert_eq!(draft["charts"][0]["title"], "金融业增加值、商贸业增加值等多项增长");
}

#[test]
fn parts_are_a_chart_of_their_own_that_says_which_is_the_largest() {
    let draft =
        drafted(&format!("{HEAD}收到复议申请37件，审结29件，其中维持18件、撤销7件、驳回4件。\n"));
    assert_eq!(draft["charts"][0]["title"], "复议申请中，维持的最多");
    assert_eq!(draft["charts"][0]["figures"].as_array().map(Vec::len), Some(3));
    // What they are is named by their end where their beginning is half a name.
    let draft =
        drafted(&format!("{HEAD}评查行政处罚、行政许可、行政强制案卷分别为20宗、16宗、5宗。\n"));
    assert_eq!(draft["charts"][0]["title"], "评查行政处罚、评查行政许可等案卷");
    // A whole and its two parts are no three like things.
    let draft = drafted(&format!("{HEAD}负责人出庭应诉46宗（其中正职25宗，副职21宗）。\n"));
    assert_eq!(draft["charts"], serde_json::json!([]));
}

#[test]
fn no_chart_shows_some_of_a_sentence_as_all_of_it_or_a_part_beside_its_whole() {
    for told in [
        "收到投诉103宗，转送投诉10宗，不予受理投诉1宗，告知处理投诉2宗，上门走访居民90宗。",
        "来电投诉270宗，来邮投诉260宗，来访投诉31宗，其中执法类投诉40宗。",
    ] {
        let draft = drafted(&format!("{HEAD}{told}\n"));
        assert_eq!(draft["charts"], serde_json::json!([]), "{told}");
    }
}

#[test]
fn rules_are_no_lawsuits_coordinating_settles_no_dispute_and_a_plan_has_not_come() {
    for told in [
        "出台行政应诉十二条。",
        "协调解决企业诉求203家。",
        "\n二、2020年工作计划\n新增学位9000座。",
    ] {
        let draft = drafted(&format!("{HEAD}{told}\n"));
        let questions = draft["questions"].as_array().map_or(&[][..], Vec::as_slice);
        let by_figures = questions.iter().filter(|question| question["figures"].is_array());
        assert_eq!(by_figures.count(), 0, "{told}: {questions:?}");
    }
}

#[test]
fn questions_are_answered_by_what_came_about_and_by_no_number_twice() {
    let draft = drafted(&format!(
        "{HEAD}收到行政复议申请37件，审结行政复议申请29件，其中维持18件、撤销7件、驳回4件。\
         审核拟印发的行政规范性文件18件，报备行政规范性文件11件。\
         政务服务热线受理诉求95件。政务服务事项网上可办率达98%。\n"
    ));
    let answers = |question: &str| -> Vec<String> {
        let questions = draft["questions"].as_array().expect("questions");
        let asked = questions.iter().find(|known| known["question"] == question);
        let ids = asked.and_then(|asked| asked["figures"].as_array()).cloned().unwrap_or_default();
        let label = |id: &serde_json::Value| {
            let figures = draft["figures"].as_array().expect("figures");
            let figure = figures.iter().find(|figure| figure["id"] == *id).expect("a figure");
            figure["label"].as_str().unwrap_or_default().to_string()
        };
        ids.iter().map(label).collect()
    };
    assert_eq!(answers("不服政府的决定，申请复议的有多少？")[0], "收到行政复议申请");
    assert_eq!(answers("出了哪些规矩？"), ["报备行政规范性文件"]);
    assert_eq!(answers("群众来信来电，办得怎样？"), ["政务服务热线受理诉求"]);
    assert_eq!(answers("办事方便了吗？"), ["政务服务事项网上可办率"]);
}

#[test]
fn points_counted_in_a_paragraph_are_no_headings_and_their_figures_belong_to_its_section() {
    let report = ingest(
        &decode(&super::bare_source(
            2021,
            "云屏区2021年法治工作报告\n一、工作情况\n（一）规范执法\n一是健全制度。制定办法2件。二是强化监督。评查案卷30宗。\n（二）普及法律\n一是组织学习。举办讲座6场。二是送法上门。发放读本90本。\n",
        ))
        .expect("whole"),
    );
    let ids: Vec<&str> = report.sections.iter().map(|section| &*section.id).collect();
    assert!(!ids.contains(&"section-1-1-1"), "{ids:?}");
    let numbers = report_explorer::number::scan(&report.text);
    let topics = report_explorer::draft::topics(&report, &numbers);
    let of_figures: Vec<&String> = topics
        .iter()
        .zip(&numbers)
        .filter(|(_, number)| number.is_figure())
        .map(|(topic, _)| topic)
        .collect();
    assert_eq!(of_figures, ["健全制度", "强化监督", "组织学习", "送法上门"]);
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
            // What is called alike comes first: an editor tells them apart.
            "liang-shi-chan-liang",
            "liang-shi-chan-liang-2",
            "liang-shi-chan-liang-zeng-zhang",
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
