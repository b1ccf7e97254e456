//! Structure from text: every character once, and the parts found by their marks.

use expect_test::expect_file;
use report_explorer::ingest::outline::{Outline, read, split_number};
use report_explorer::ingest::{decode, ingest};
use report_explorer::model::{DutyKind, Report, SectionKind, SentenceKind};

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

/// Reports of other governments are not ours to keep here; they are read where they lie beside the
/// checkout.
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

/// Their outlines as read by eye, section by section: what it is, its number, the length of its
/// heading and where it begins. None of their words are kept.
#[test]
fn outlines_of_other_governments_reports_are_those_read_by_eye() {
    let folder = std::path::Path::new("../shared/reports");
    let texts = texts_below(folder);
    if texts.is_empty() {
        println!("skipped: no reports in {}", folder.display());
    }
    for path in texts {
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let parent = path.parent().and_then(|parent| parent.file_name()).expect("a folder");
        let golden = format!("outline/{}-{name}.tsv", parent.to_string_lossy());
        expect_file![golden].assert_eq(&sketch(&text));
    }
}

/// An outline without its words.
fn sketch(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let Outline { sections, title, issuers, date, year, .. } = read(&chars);
    let title = title.map_or(0, |title| title.chars().count());
    let date = date.map_or("-".to_string(), |date| date.to_string());
    let year = year.map_or("-".to_string(), |year| year.to_string());
    let mut lines =
        vec![format!("title {title}\tissuers {}\tdate {date}\tyear {year}", issuers.len())];
    lines.extend(sections.iter().map(|section| {
        let length = section.heading.map_or(0, |heading| heading.len());
        let duty = section.duty.map_or("-".to_string(), |duty| format!("{duty:?}"));
        let number = if section.number.is_empty() { "-" } else { &section.number };
        format!(
            "{}\t{}\t{:?}\t{duty}\t{number}\theading {length}\tat {}",
            section.id, section.level, section.kind, section.span.start
        )
    }));
    lines.join("\n") + "\n"
}

/// Every `.txt` in a folder and those below it; none where the folder is missing.
pub(crate) fn texts_below(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
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

/// Two numbered parts whose paragraphs are numbered, too; one of these is a sentence of its own, and the last
/// part ends in the plan.
const NUMBERED_PARAGRAPHS: &str = "云屏区2022年法治政府建设工作报告\n发布时间: 2023-03-28 17:24\n\
    一、做好执法工作\n\
    （一）按照年度工作部署，以改善环境为中心，加强日常监管，保障群众健康，着力解决影响群众生活的突出问题，\
    严厉打击各类违法行为，全年共作出环境行政处罚决定书20份、罚款75.9万元。\n\
    （二）规范执法程序。落实公示制度。\n\
    二、加强普法工作\n（一）组织学习培训。举办培训6期。\n\
    下一步，我局将继续做好各项工作，加强执法，做好普法，推进法治建设。\n云屏区生态环境局\n";

#[test]
fn a_numbered_paragraph_is_text_and_no_heading() {
    let report = ingest(&decode(&super::bare_source(2022, NUMBERED_PARAGRAPHS)).expect("whole"));
    let section = report.section("section-1-1").expect("it is numbered");
    assert!(section.sentences().all(|sentence| sentence.kind != SentenceKind::Heading));
    assert_eq!(report.item_of(section), "按照年度工作部署");
    let measures: Vec<String> =
        report.sections_for(DutyKind::Measures).iter().map(|at| report.item_of(at)).collect();
    assert_eq!(measures, ["按照年度工作部署", "规范执法程序", "组织学习培训"]);
    let plans: Vec<String> =
        report.sections_for(DutyKind::Plan).iter().map(|at| report.item_of(at)).collect();
    assert_eq!(plans, ["下一步，我局将继续做好各项工作，加强执法，做好普法……"]);
    assert_eq!(report.date.map(|date| date.to_string()).as_deref(), Some("2023-03-28"));
    assert!(report.letter.date.is_none());
}

#[test]
fn a_part_without_sections_is_a_field_of_work_beside_those_of_others() {
    let text = "云屏区2022年法治政府建设工作报告\n一、加强领导\n召开会议6次。\n\
        二、做好执法工作\n（一）规范执法程序。落实公示制度。\n（二）加强日常监管。检查企业20家。\n\
        三、用好法律顾问\n聘请顾问12名。\n云屏区人民政府\n2023年1月5日\n";
    let report = ingest(&decode(&super::bare_source(2022, text)).expect("whole"));
    let measures: Vec<String> =
        report.sections_for(DutyKind::Measures).iter().map(|at| report.item_of(at)).collect();
    assert_eq!(measures, ["加强领导", "规范执法程序", "加强日常监管", "用好法律顾问"]);
}

/// Id, level and heading of every section of a text.
fn headings(text: &str) -> Vec<(String, u8, String)> {
    let chars: Vec<char> = text.chars().collect();
    let heading = |span: Option<report_explorer::text::Span>| {
        span.map_or(String::new(), |span| {
            chars[span.start as usize..span.end as usize].iter().collect()
        })
    };
    let sections = read(&chars).sections;
    sections
        .into_iter()
        .map(|section| (section.id, section.level, heading(section.heading)))
        .collect()
}

#[track_caller]
fn has_headings(text: &str, expected: &[(&str, u8, &str)]) {
    let found = headings(text);
    let found: Vec<(&str, u8, &str)> = found
        .iter()
        .map(|(id, level, heading)| (id.as_str(), *level, heading.as_str()))
        .filter(|(_, _, heading)| !heading.is_empty())
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn headings_of_every_style_are_found_with_their_levels() {
    has_headings(
        "现报告如下。\n第一部分 总体情况\n一．加强领导\n（一 ）学习。全区组织学习。\n1．会前学法\n每月一次。\n2．集中培训\n每年两次。\n(1)岗前\n培训新人。\n第二部分 存在问题\n一、能力不足\n还要提高。\n",
        &[
            ("part-1", 0, "第一部分 总体情况"),
            ("section-1-1", 1, "一．加强领导"),
            ("section-1-1-1", 2, "（一 ）学习。"),
            ("section-1-1-1-1", 3, "1．会前学法"),
            ("section-1-1-1-2", 3, "2．集中培训"),
            ("section-1-1-1-3", 3, "(1)岗前"),
            ("part-2", 0, "第二部分 存在问题"),
            ("section-2-1", 1, "一、能力不足"),
        ],
    );
    has_headings(
        "各位代表：\n现在报告工作，请予审议。\n2016年工作回顾\n过去一年取得新成绩。\n㈠稳增长\n1.总产值达到三千亿元，增长8.8%。\n2.完成投资650亿元，增长19.2%。\n㈡促转型\n一是调结构。关停旧厂三家。\n二是育新企。新增企业两家。\n2017年主要工作\n今年要做好以下工作。\n",
        &[
            ("part-1", 0, "2016年工作回顾"),
            ("section-1-1", 1, "㈠稳增长"),
            ("section-1-2", 1, "㈡促转型"),
            ("section-1-2-1", 2, "一是调结构。"),
            ("section-1-2-2", 2, "二是育新企。"),
            ("part-2", 0, "2017年主要工作"),
        ],
    );
    has_headings("本局全年依法办理案件。没有一件被撤销。\n明年继续。\n", &[]);
}

#[test]
fn a_whole_report_on_one_line_is_cut_at_its_headings() {
    let filler = "全年开展检查，覆盖全部街道，整改到位。".repeat(25);
    let text = format!(
        "2022年，我局依法履职。 一、总体情况 {filler}（一）加强学习。{filler}（二）完善制度。{filler}第二十条第（一）项也要落实。二、落实责任，提升水平（一）规范决策。{filler}三、存在的主要问题 执法力量还有差距。 云屏区司法局 2023年3月29日 来源：云屏区司法局"
    );
    has_headings(
        &text,
        &[
            ("part-1", 0, "一、总体情况"),
            ("section-1-1", 1, "（一）加强学习。"),
            ("section-1-2", 1, "（二）完善制度。"),
            ("part-2", 0, "二、落实责任，提升水平"),
            ("section-2-1", 1, "（一）规范决策。"),
            ("part-3", 0, "三、存在的主要问题"),
        ],
    );
    assert_eq!(leaves(&text), text);
    let outline = read(&text.chars().collect::<Vec<_>>());
    assert_eq!(outline.issuers, ["云屏区司法局"]);
    assert_eq!(outline.date.map(|date| date.to_string()).as_deref(), Some("2023-03-29"));
    assert_eq!(outline.sections.last().map(|section| section.kind), Some(SectionKind::Closing));
}

#[track_caller]
fn is_framed(text: &str, title: Option<&str>, issuers: &[&str], date: Option<&str>) {
    let outline = read(&text.chars().collect::<Vec<_>>());
    assert_eq!(outline.title.as_deref(), title);
    assert_eq!(outline.issuers, issuers);
    assert_eq!(outline.date.map(|date| date.to_string()).as_deref(), date);
    assert_eq!(leaves(text), text);
}

#[test]
fn title_issuers_and_date_stand_in_many_places() {
    let body = "现报告如下。\n一、总体情况\n办理案件12件。\n";
    let title = "云屏区人民政府关于2019年度法治政府建设情况的报告";
    is_framed(&format!("{title}\n{body}"), Some(title), &["云屏区人民政府"], None);
    is_framed(
        &format!(
            "中共云屏区委员会 云屏区人民政府\n关于2019年度法治政府建设\n情况的报告\n（2020年1月6日）\n{body}"
        ),
        Some("中共云屏区委员会 云屏区人民政府关于2019年度法治政府建设情况的报告"),
        &["中共云屏区委员会", "云屏区人民政府"],
        Some("2020-01-06"),
    );
    is_framed(
        &format!(
            "首页\n当前位置：首页 > 公开\n标题：云屏区2019年法治政府建设工作总结\n发布时间：2020-01-08\n{body}云屏区司法局\n2020年1月6日\n"
        ),
        Some("云屏区2019年法治政府建设工作总结"),
        &["云屏区司法局"],
        Some("2020-01-06"),
    );
    is_framed(
        &format!(
            "2019年法治政府建设年度报告\n{body}特此报告。\n附件：统计表\n中共云屏区委员会\n云屏区人民政府\n二〇二〇年一月六日\n附件\n统计表\n一、案件\n12件。\n"
        ),
        Some("2019年法治政府建设年度报告"),
        &["中共云屏区委员会", "云屏区人民政府"],
        Some("2020-01-06"),
    );
    // A letterhead and the document's number stand above it.
    is_framed(
        &format!("云屏区司法局文件\n云司发〔2020〕8号\n关于2019年度法治政府建设情况的报告\n{body}"),
        Some("云屏区司法局关于2019年度法治政府建设情况的报告"),
        &["云屏区司法局"],
        None,
    );
    is_framed(
        "各位代表：\n现在，我代表云屏区人民政府，向大会报告工作。\n一、2019年工作回顾\n好。\n",
        None,
        &["云屏区人民政府"],
        None,
    );
}

#[test]
fn a_speech_says_of_which_place_and_year_it_is_and_what_it_promises() {
    let text = "青岚省云屏区人民代表大会文件\n2026年政府工作报告\n来源：云屏日报\n2026-01-20 09:00\n\
                ——2026年1月18日在云屏区第三届人民代表大会第一次会议上\n各位代表：\n\
                现在，我代表区二届人民政府，向大会报告工作，请云屏区政协委员提出意见。\n\
                过去五年工作回顾\n五年来，云屏区建成学校12所。刚刚过去的2025年，办理案件30件。\n\
                “十五五”时期主要目标任务\n到2030年，建成学校20所。\n\
                2026年重点工作\n建成学校3所。\n";
    let outline = read(&text.chars().collect::<Vec<_>>());
    assert_eq!(outline.issuers, ["云屏区人民政府"]);
    assert_eq!(outline.date.map(|date| date.to_string()).as_deref(), Some("2026-01-18"));
    assert_eq!(outline.year, Some(2025));
    let parts: Vec<Option<DutyKind>> = outline
        .sections
        .iter()
        .filter(|section| section.kind == SectionKind::Part)
        .map(|section| section.duty)
        .collect();
    assert_eq!(parts, [None, Some(DutyKind::Plan), Some(DutyKind::Plan)]);
    // A period that is over is none to come.
    let text = text.replace("“十五五”", "“十四五”");
    let outline = read(&text.chars().collect::<Vec<_>>());
    let n_plans =
        outline.sections.iter().filter(|section| section.duty == Some(DutyKind::Plan)).count();
    assert_eq!(n_plans, 1);
}

#[test]
fn attachments_stand_behind_the_signature_and_have_no_headings() {
    let text = "2019年法治政府建设报告\n一、总体情况\n办理案件12件。\n云屏区司法局  2020年1月6日\n附件1：名词解释\n1.双随机：随机抽取检查对象。\n一、说明\n以上为解释。\n";
    let outline = read(&text.chars().collect::<Vec<_>>());
    let kinds: Vec<SectionKind> = outline.sections.iter().map(|section| section.kind).collect();
    assert_eq!(
        kinds,
        [SectionKind::Title, SectionKind::Part, SectionKind::Closing, SectionKind::Attachment]
    );
    assert_eq!(outline.issuers, ["云屏区司法局"]);
}

/// The duty that a heading is read to meet, in a report on 2020.
fn duty_of(heading: &str) -> Option<DutyKind> {
    let text = format!(
        "2020年法治政府建设报告\n一、2020年工作成效\n做了工作。\n二、{heading}\n以下是正文。\n"
    );
    let outline = read(&text.chars().collect::<Vec<_>>());
    outline.sections.iter().find(|section| section.number == "二").and_then(|section| section.duty)
}

#[test]
fn duties_are_found_by_the_words_of_headings() {
    for heading in [
        "存在的不足",
        "存在不足和原因",
        "不足及原因",
        "存在的主要问题",
        "存在的问题",
        "存在问题及原因分析",
        "问题和差距",
        "问题与不足",
        "差距和不足",
        "存在的薄弱环节",
        "薄弱环节和短板",
        "面临的困难和挑战",
        "困难与问题",
        "短板和不足",
        "工作中存在的突出问题",
        "2020年存在的主要差距",
        "存在的主要问题及改进情况",
        "法治政府建设存在的不足",
        "主要问题和困难",
        "存在问题和整改措施",
        "存在的短板弱项",
        "法治建设中的不足之处",
    ] {
        assert_eq!(duty_of(heading), Some(DutyKind::Shortcomings), "{heading}");
    }
    for heading in [
        "下一步工作打算",
        "下一步工作安排",
        "下步工作计划",
        "下阶段工作",
        "下一阶段重点工作",
        "2021年工作安排",
        "2021年主要工作",
        "2021年度法治政府建设工作要点",
        "2021年工作思路",
        "今后努力方向",
        "努力方向",
        "下一年度主要安排",
        "明年工作打算",
        "工作打算",
        "工作安排",
        "2021年重点任务",
        "2021年法治政府建设的主要任务",
        "改进措施",
        "下年度工作设想",
        "关于2021年工作的建议",
    ] {
        assert_eq!(duty_of(heading), Some(DutyKind::Plan), "{heading}");
    }
    for heading in [
        "党政主要负责人履行推进法治建设第一责任人职责情况",
        "主要负责人履职情况",
        "履行第一责任人职责情况",
        "党政主要领导履行职责情况",
    ] {
        assert_eq!(duty_of(heading), Some(DutyKind::Leadership), "{heading}");
    }
    assert_eq!(duty_of("其他需要报告的事项"), Some(DutyKind::Other));
}

#[test]
fn an_achievement_is_never_taken_for_a_shortcoming_or_a_plan() {
    for heading in [
        "补齐短板弱项，提升执法水平",
        "聚焦突出问题，开展专项整治",
        "坚持问题导向，破解困难和问题",
        "着力解决群众反映的突出问题",
        "整改存在问题，压实责任",
        "2020年重点工作完成情况",
        "2020年主要工作",
        "落实重点任务，推进依法行政",
        "加强行政执法",
        "落实年度工作要点情况",
        "突出重点工作推进",
    ] {
        assert_eq!(duty_of(heading), None, "{heading}");
    }
    for sentence in [
        "补齐公共服务短板，新增学位4290个。",
        "对检查发现仍存在问题的12家单位，督促整改到位。",
        "清醒坚定，主动作为，解决历史遗留问题8个。",
        "对存在的问题全部督促整改，办结率100%。",
        "排查薄弱环节36处，全部整改。",
        "但对存在一些困难的企业，及时解决问题。",
    ] {
        let text =
            format!("一、2020年工作成效\n做了工作。\n{sentence}\n二、下一步工作打算\n继续。\n");
        let outline = read(&text.chars().collect::<Vec<_>>());
        let claimed =
            outline.sections.iter().any(|section| section.duty == Some(DutyKind::Shortcomings));
        assert!(!claimed, "{sentence}");
    }
}

#[test]
fn a_paragraph_that_admits_what_is_lacking_is_found_without_a_heading() {
    for paragraph in [
        "在取得成绩的同时，我们也清醒地认识到，法治政府建设还存在一些不足。",
        "在肯定成绩的同时，我们也清醒认识到发展中存在的短板和不足：一是力量薄弱。",
        "各位代表！发展仍面临诸多挑战：体现在创新不够。",
        "我们也清醒看到，面临不少困难和挑战。",
        "2020年，各项工作虽然取得了新的进步，但还存在一些不足。",
        "虽然取得了一定成绩，但与上级要求相比还有差距。",
    ] {
        let text =
            format!("一、2020年工作成效\n做了工作。\n{paragraph}\n二、2021年工作安排\n继续。\n");
        let outline = read(&text.chars().collect::<Vec<_>>());
        let found: Vec<&str> = outline.sections.iter().map(|section| section.id.as_str()).collect();
        assert_eq!(found, ["part-1", "shortcomings", "part-2"], "{paragraph}");
    }
}

/// A report read with these members of `annotations.json`.
fn corrected(text: &str, members: &str) -> Report {
    let mut source = super::bare_source(2020, text);
    source.annotations.bytes =
        format!("{{\"schema\": 1, {members}, \"figures\": []}}").into_bytes();
    ingest(&decode(&source).unwrap_or_else(|issues| panic!("{issues:?}")))
}

#[test]
fn the_editor_has_the_last_word() {
    let text = "2020年法治政府建设报告\n一、总体情况\n主要负责人担任第一责任人。\n困难与希望\n（一）基层力量\n力量不够，需要补充。\n二、下一步打算\n继续努力。\n";
    let plain = corrected(text, "\"highlights\": []");
    assert_eq!(plain.sections.len(), 4);
    let report = corrected(
        text,
        r#""title": "云屏区报告", "issuers": ["云屏区"], "date": "2021-01-05",
        "sections": [{"quote": "困难与希望", "level": 1, "kind": "shortcomings"}, {"quote": "（一）基层力量", "kind": "text"}, {"quote": "二、下一步", "kind": "part"}],
        "duties": [{"kind": "leadership", "quote": "担任第一责任人", "remove": true}, {"kind": "plan", "quote": "继续努力"}]"#,
    );
    assert_eq!(
        (report.title.as_str(), report.issuers.as_slice()),
        ("云屏区报告", &["云屏区".to_string()][..])
    );
    assert_eq!(report.date.map(|date| date.to_string()).as_deref(), Some("2021-01-05"));
    let kinds: Vec<(SectionKind, u8)> =
        report.sections.iter().map(|section| (section.kind, section.level)).collect();
    assert_eq!(
        kinds,
        [
            (SectionKind::Title, 0),
            (SectionKind::Part, 0),
            (SectionKind::Shortcomings, 0),
            (SectionKind::Part, 0)
        ]
    );
    let met = |kind: DutyKind| {
        let duty = report.duties.iter().find(|duty| duty.kind == kind).expect("all are listed");
        duty.sentences
            .iter()
            .filter_map(|number| report.sentence(*number))
            .map(|(_, sentence)| report.slice(sentence.span))
            .collect::<Vec<_>>()
    };
    assert!(met(DutyKind::Leadership).is_empty());
    assert_eq!(met(DutyKind::Plan), ["继续努力。"]);
    assert_eq!(met(DutyKind::Shortcomings).len(), 3);
}

#[test]
fn a_heading_comes_apart_into_number_and_words() {
    assert_eq!(split_number("一、 总体情况"), ("一、", "总体情况"));
    assert_eq!(split_number("（一）学习。"), ("（一）", "学习。"));
    assert_eq!(split_number("第一部分 总体情况"), ("第一部分", "总体情况"));
    assert_eq!(split_number("困难与希望"), ("", "困难与希望"));
}
