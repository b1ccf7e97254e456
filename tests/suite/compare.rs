//! Two reports side by side: pairs are those that readers judged alike, differences are no more exact
//! than what the reports write, and nothing is said that an editor or the text does not bear out.

use std::path::Path;

use report_explorer::compare::difference::{difference, words};
use report_explorer::compare::{self, Answers, Basis, Comparison, Pair, pairs, stated_change};
use report_explorer::draft;
use report_explorer::ingest::{self, SourceFiles, source::File};
use report_explorer::model::Report;
use report_explorer::number::scan;
use report_explorer::site::comparison_files::{Cell, archive_table, comparison_table};
use report_explorer::text::Span;

/// A report of `../shared/reports` with the annotations that the program drafts; none without the folder.
pub(super) fn drafted(path: &str, year: u16) -> Option<Report> {
    let text = std::fs::read_to_string(Path::new("../shared/reports").join(path)).ok()?;
    Some(draft_of(&super::bare_source(year, &text)))
}

fn draft_of(source: &SourceFiles) -> Report {
    let draft = draft::merge(&ingest::decode(source).expect("a readable source"), "").json;
    let annotations = File { path: "annotations.json".to_string(), bytes: draft.into() };
    let source = SourceFiles { annotations, ..source.clone() };
    ingest::ingest(&ingest::decode(&source).expect("a draft can be read"))
}

/// A report of our own making, with the annotations that a program drafts.
fn made_up(year: u16, text: &str) -> &'static mut Report {
    Box::leak(Box::new(draft_of(&super::bare_source(year, text))))
}

/// Judged by hand before the pairing was written: where the two numbers stand, and how sure.
struct Judged {
    earlier: Span,
    later: Span,
    is_sure: bool,
}

fn judged(key: &str) -> Vec<Judged> {
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let at = |cell: usize| cells[cell].parse().expect("a place");
        Judged {
            earlier: Span::new(at(0), at(1)),
            later: Span::new(at(2), at(3)),
            is_sure: cells[4] == "sure",
        }
    };
    key.lines().map(row).collect()
}

/// Two years of one district and two districts of one year, read by two people.
const KEYS: [(&str, u16, &str, u16, &str); 2] = [
    ("guangming/2022.txt", 2021, "guangming/2023.txt", 2022, include_str!("compare/guangming.tsv")),
    (
        "places-2022/luohu.txt",
        2021,
        "places-2022/nanshan.txt",
        2021,
        include_str!("compare/districts.tsv"),
    ),
];

#[test]
fn proposed_pairs_are_those_that_readers_judged_to_be_alike() {
    let (mut n_found, mut n_right, mut n_sure, mut n_sure_found) = (0, 0, 0, 0);
    for (one, year, other, other_year, key) in KEYS {
        let Some((earlier, later)) = drafted(one, year).zip(drafted(other, other_year)) else {
            println!("skipped: no reports in ../shared/reports");
            return;
        };
        let judged = judged(key);
        let found = pairs(&earlier, &later);
        let is = |judged: &Judged, pair: &Pair| {
            judged.earlier.contains(earlier.figures[pair.earlier].span)
                && judged.later.contains(later.figures[pair.later].span)
        };
        let sure: Vec<&Judged> = judged.iter().filter(|judged| judged.is_sure).collect();
        n_found += found.len();
        n_right += found.iter().filter(|pair| judged.iter().any(|judged| is(judged, pair))).count();
        n_sure += sure.len();
        n_sure_found +=
            sure.iter().filter(|judged| found.iter().any(|pair| is(judged, pair))).count();
    }
    let (precision, recall) =
        (n_right as f64 / n_found as f64, n_sure_found as f64 / n_sure as f64);
    println!("pairs: precision {precision:.3}, recall {recall:.3} of the sure ones");
    assert!(precision >= 0.95, "{n_right} of {n_found}");
    assert!(recall >= 0.80, "{n_sure_found} of {n_sure}");
}

#[test]
fn a_difference_is_no_more_exact_than_the_numbers() {
    let between = |one: &str, other: &str| {
        let quantity = |text: &str| scan(text)[0].quantity.clone();
        let (one, other) = (quantity(one), quantity(other));
        words(&difference(&one, &other), [&one, &other])
    };
    for (one, other, expected) in [
        ("办理3156件。", "办理3382件。", "多226件（+7.2%）"),
        ("办理3382件。", "办理3156件。", "少226件（−6.7%）"),
        ("办理3156件。", "办理3156件。", "一样"),
        ("投资228.31亿元。", "投资230亿元。", "多1.69亿元（+0.7%）"),
        ("满意率96.9%。", "满意率94%。", "少2.9个百分点"),
        ("产值增长12.3%。", "产值增长5%。", "少7.3个百分点"),
        ("警情下降12.3%。", "警情下降5%。", "降幅小7.3个百分点"),
        ("警情下降16.5%。", "警情下降23%。", "降幅大6.5个百分点"),
        // 400多件 lies between 400 and 500.
        ("办理400多件。", "办理520件。", "多20件到120件"),
        ("办理520件。", "办理400多件。", "少20件到120件"),
        ("办理400多件。", "办理450件。", "报告写的不都是确数，多少算不出"),
        ("办理超过500件。", "办理400件。", "至少少100件"),
        ("办理300件。", "办理超过500件。", "至少多200件"),
        ("办理300件。", "办理约500件。", "报告写的不都是确数，多少算不出"),
        ("排名第2。", "排名第1。", ""),
    ] {
        assert_eq!(between(one, other), expected, "{one} {other}");
    }
}

const EARLIER: &str = "关于2019年工作情况的报告\n一、工作情况\n全年办理法律援助案件3156件。全区生产总值100亿元，增长5%。新建充电桩40个。行政复议案件审结近300件。\n二、下一年工作安排\n推进公共法律服务中心建设，建成十个村级法律服务站。新建充电桩60个。加强古树名木的普查和保护工作。\n";
const LATER: &str = "关于2020年工作情况的报告\n一、工作情况\n全年办理法律援助案件3382件。全区生产总值112亿元，增长6.5%。建成村级法律服务站十二个，公共法律服务中心投入使用。新建充电桩75个。\n二、下一年工作安排\n继续办好民生实事，新建充电桩90个。\n";

#[test]
fn what_was_done_is_never_paired_with_what_is_planned() {
    let (earlier, later) = (made_up(2019, EARLIER), made_up(2020, LATER));
    let told: Vec<(String, String)> = pairs(earlier, later)
        .iter()
        .map(|pair| {
            let printed = |report: &Report, at: usize| report.figures[at].quantity.printed();
            (printed(earlier, pair.earlier), printed(later, pair.later))
        })
        .collect();
    let has = |one: &str, other: &str| told.contains(&(one.to_string(), other.to_string()));
    assert!(has("3156件", "3382件"), "{told:?}");
    assert!(has("100亿元", "112亿元"), "{told:?}");
    assert!(has("5%", "6.5%"), "{told:?}");
    assert!(has("40个", "75个") && has("60个", "90个"), "{told:?}");
}

#[test]
fn names_may_say_less_units_may_differ_and_modifiers_must_agree() {
    let of = |year: u16, done: &str| {
        let text = format!("云屏区{year}年工作报告\n一、工作情况\n{done}\n云屏区人民政府\n");
        made_up(year, &text)
    };
    let earlier =
        of(2021, "完成土地整备入库100公顷。建成社区长者服务站17家。公共预算收入增长11.4%。");
    let later = of(
        2022,
        "完成土地入库123公顷。建成社区长者服务站11个。公共预算收入剔除不可比因素增长14%。",
    );
    let told: Vec<[String; 2]> = pairs(earlier, later)
        .iter()
        .map(|pair| [&earlier.figures[pair.earlier], &later.figures[pair.later]])
        .map(|both| both.map(|figure| figure.quantity.printed()))
        .collect();
    assert_eq!(told, [["100公顷", "123公顷"], ["17家", "11个"]].map(|both| both.map(String::from)));
}

#[test]
fn nothing_lies_between_a_city_and_a_district() {
    let of = |place: &str| {
        let report = made_up(2020, LATER);
        report.site.place = place.to_string();
        report.folder = place.to_string();
        &*report
    };
    let scope = |one: &str, other: &str| Comparison::of(of(one), of(other)).is_of_one_scope();
    assert!(scope("青岚市云屏区", "青岚市澄湖区"));
    assert!(!scope("青岚市", "青岚市云屏区"));
    let by_cell = |one: &str, other: &str| {
        let table = comparison_table(&Comparison::of(of(one), of(other)));
        table.rows()[0].iter().filter(|cell| matches!(cell, Cell::Number(_))).count()
    };
    assert!(by_cell("青岚市", "青岚市云屏区") < by_cell("青岚市云屏区", "青岚市澄湖区"));
}

#[test]
fn a_stated_change_stands_beside_the_one_that_the_numbers_give() {
    let (earlier, later) = (made_up(2019, EARLIER), made_up(2020, LATER));
    let find = |report: &'static Report, printed: &str| {
        report.figures.iter().find(|figure| figure.quantity.printed() == printed).expect("is there")
    };
    let (one, other) = (find(earlier, "100亿元"), find(later, "112亿元"));
    let between = difference(&one.quantity, &other.quantity);
    let stated = stated_change(later, other, &between).expect("the report states 6.5%");
    assert!(!stated.agrees);
    assert_eq!(stated.computed.round(), 12.0);
}

#[test]
fn the_largest_changes_are_of_exact_numbers_of_the_year() {
    let earlier = made_up(
        2021,
        "云屏区2021年工作报告\n一、工作情况。全年办理公证事项800件。受理行政复议申请50件。新建口袋公园400多处。地区生产总值500亿元。\n二、下一年安排。计划新建社区食堂10个。\n云屏区人民政府\n2022年1月5日",
    );
    let later = made_up(
        2022,
        "云屏区2022年工作报告\n一、工作情况。全年办理公证事项600件。受理行政复议申请75件。新建口袋公园410处。地区生产总值505亿元。\n二、下一年安排。计划新建社区食堂14个。\n云屏区人民政府\n2023年1月5日",
    );
    let comparison = Comparison::of(earlier, later);
    let told: Vec<(String, i64)> = comparison
        .largest_changes(9)
        .iter()
        .map(|(pair, share)| (comparison.figures(pair)[1].quantity.printed(), share.round() as i64))
        .collect();
    let expected = [("75件", 50), ("505亿元", 1), ("600件", -25)]
        .map(|(value, share)| (value.to_string(), share));
    assert_eq!(told, expected);
    assert_eq!(comparison.largest_changes(1).len(), 1);
    // A picture of it and a frame show the same.
    let card = report_explorer::pictures::comparison_card(&comparison, "https://www.example.cn/");
    let card = card.expect("something changed");
    assert_eq!(card.size, (1280, 720));
    for words in ["受理行政复议申请", "50件 → 75件", "+50.0%", "推算", "云屏区2021年工作报告"]
    {
        assert!(card.svg.contains(words), "no {words} in {}", card.svg);
    }
    assert!(!card.svg.contains("14个"), "a plan is no change");
}

#[test]
fn an_editor_has_the_last_word_on_pairs_and_promises() {
    let (earlier, later) = (made_up(2019, EARLIER), made_up(2020, LATER));
    let id = |report: &Report, printed: &str| {
        let figure = report.figures.iter().find(|figure| figure.quantity.printed() == printed);
        figure.expect("is there").id.clone()
    };
    let pair = |figure: String, with: Option<String>| {
        serde_json::from_value(
            serde_json::json!({"figure": figure, "edition": "2019", "with": with}),
        )
        .expect("a pair")
    };
    later.pairs =
        vec![pair(id(later, "3382件"), None), pair(id(later, "75个"), Some(id(earlier, "60个")))];
    let quoted = serde_json::json!({"edition": "2019", "promise": "加强古树名木", "with": null});
    later.promises = vec![serde_json::from_value(quoted).expect("a promise")];
    let comparison = Comparison::of(earlier, later);
    let basis = |printed: &str| {
        let at = later.figures.iter().position(|figure| figure.quantity.printed() == printed);
        comparison.pairs.iter().find(|pair| Some(pair.later) == at).map(|pair| pair.basis)
    };
    assert_eq!(basis("3382件"), None);
    assert_eq!(basis("75个"), Some(Basis::Editor));
    let answers = |words: &str| {
        let promise =
            comparison.promises.iter().find(|known| earlier.slice(known.promise).contains(words));
        promise.map(|promise| promise.answers.clone())
    };
    assert_eq!(answers("古树名木"), Some(Answers::NotMentioned));
    // The others are looked for by their words.
    let Some(Answers::Found(found)) = answers("村级法律服务站") else { panic!("a promise") };
    assert!(later.slice(found[0].sentence).contains("建成村级法律服务站"));
    assert!(found[0].common.iter().any(|span| later.slice(*span).contains("法律服务站")));
}

#[test]
fn pairs_with_what_is_not_there_are_told() {
    let (earlier, later) = (made_up(2019, EARLIER), made_up(2020, LATER));
    let pair = |edition: &str, with: &str| {
        let json =
            serde_json::json!({"figure": later.figures[0].id, "edition": edition, "with": with});
        serde_json::from_value(json).expect("a pair")
    };
    let pairs = vec![
        pair("2018", "a"),
        pair("2019", "no-such-figure"),
        pair("2019", &earlier.figures[0].id),
    ];
    let reports = [Report { pairs, ..later.clone() }, earlier.clone()];
    let issues = compare::issues(&reports, |report| report.edition().to_string());
    let problems: Vec<&str> = issues.iter().map(|issue| issue.problem.as_str()).collect();
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[0].contains("2018") && problems[1].contains("no-such-figure"), "{problems:?}");
}

#[test]
fn tables_have_a_row_for_each_pair_and_each_figure_and_open_as_workbooks() {
    let (earlier, later): (&'static Report, &'static Report) =
        (made_up(2019, EARLIER), made_up(2020, LATER));
    let comparison = Comparison::of(earlier, later);
    let table = comparison_table(&comparison);
    assert_eq!(table.rows().len(), comparison.pairs.len());
    let all = archive_table(&[later, earlier]);
    assert_eq!(all.rows().len(), earlier.figures.len() + later.figures.len());
    for table in [&table, &all] {
        let n_rows = table.rows().len();
        let csv = String::from_utf8(table.csv()).expect("UTF-8");
        assert!(csv.starts_with('\u{feff}') && csv.matches("\r\n").count() == n_rows + 1, "{csv}");
        let json: serde_json::Value = serde_json::from_slice(&table.json()).expect("JSON");
        assert_eq!(json["rows"].as_array().map(Vec::len), Some(n_rows));
        let bytes = std::io::Cursor::new(table.xlsx().expect("a workbook"));
        let mut workbook = calamine::open_workbook_auto_from_rs(bytes).expect("it opens");
        let sheet = calamine::Reader::worksheets(&mut workbook).remove(0).1;
        assert_eq!(sheet.height(), n_rows + 1);
    }
    // The numbers of a pair and what lies between them are numbers, not words.
    let row = &table.rows()[0];
    let numbers = row.iter().filter(|cell| matches!(cell, Cell::Number(_))).count();
    assert_eq!(numbers, 4, "{row:?}");
}

#[test]
fn every_report_is_compared_with_the_one_before_and_pages_stay_few() {
    let year = |year: u16, folder: &str| {
        let report = made_up(year, LATER);
        report.folder = folder.to_string();
        &*report
    };
    let editions = |reports: &[&'static Report]| -> Vec<String> {
        let name = |report: &Report| report.edition().to_string();
        let compared = compare::compared(reports).into_iter();
        compared.map(|(one, other)| format!("{} {}", name(one), name(other))).collect()
    };
    let few =
        [year(2020, ""), year(2019, ""), year(2018, ""), year(2020, "lin"), year(2017, "shan")];
    assert_eq!(
        editions(&few),
        ["2019 2020", "2018 2020", "2018 2019", "2020 lin/2020", "2020 shan/2017"]
    );
    let ten: Vec<&Report> = (2011..=2020).rev().map(|at| year(at, "")).collect();
    let ten = editions(&ten);
    assert_eq!(ten.len(), 17, "{ten:?}");
    assert!(ten.contains(&"2013 2014".to_string()) && ten.contains(&"2011 2020".to_string()));
}
