//! The desk's core: work that loses nothing, decisions that leave every number accounted for, and tasks
//! as the worker carries them out.

use proptest::prelude::*;
use report_explorer::archive;
use report_explorer::check::check;
use report_explorer::desk::edit::{
    NoChart, add_chart, exclude, include, name_at, rename_figure, rename_topic, set_section,
    settle, switch_highlight,
};
use report_explorer::desk::queue::{Item, open_items};
use report_explorer::desk::task::{Extracted, Finding, Outcome, Task, perform, perform_bytes};
use report_explorer::desk::work::{Files, Work, Year, pack, source, unpack};
use report_explorer::ingest::annotation::{Annotations, Aspect, SectionRole};
use report_explorer::ingest::{decode, ingest};
use report_explorer::model::Edition;
use report_explorer::model::{Figure, Report, SectionKind};
use report_explorer::text::Span;

use super::YUNPING;

fn run(task: Task) -> Outcome {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    tokio::task::LocalSet::new().block_on(&runtime, perform(task))
}

/// The data of this project.
fn wuzhou_files() -> Files {
    ["site.json", "terms.json", "2020/report.txt", "2020/annotations.json"]
        .map(|path| {
            (format!("data/{path}"), std::fs::read(format!("data/{path}")).expect("it is there"))
        })
        .to_vec()
}

/// A report that a clerk opens: read, and drafted.
fn opened(name: &str, bytes: &[u8]) -> Work {
    let Outcome::Extracted(Extracted { text, year, place, .. }) =
        run(Task::Extract { name: name.to_string(), bytes: bytes.to_vec() })
    else {
        panic!("{name} is not read");
    };
    let year = year.unwrap_or(2019);
    let mut work = Work::default();
    work.site.place = if place.is_empty() { "云屏区".to_string() } else { place };
    let annotations = Annotations { schema: 1, ..Annotations::default() };
    work.put(Year { year, text, annotations });
    let Outcome::Drafted(json, unsupported) = run(Task::Draft { files: work.files(), year }) else {
        panic!("{name} is not drafted");
    };
    assert_eq!(unsupported, Vec::<String>::new());
    work.years[0].annotations = serde_json::from_str(&json).expect("annotations");
    work
}

fn looked(work: &Work) -> (Report, Vec<Finding>) {
    match run(Task::Look { files: work.files(), year: work.years[0].year }) {
        Outcome::Looked { report, findings, .. } => {
            (archive::read(&report).expect("a report"), findings)
        }
        other => panic!("{other:?}"),
    }
}

/// The same without readings and other forms, which take long to look up.
fn checked(work: &Work) -> (Report, Vec<Finding>) {
    let source = source(&work.files(), Edition::of_year(work.years[0].year));
    let report = ingest(&decode(&source).expect("it is readable"));
    let findings = check(&source).err().unwrap_or_default().iter().map(Finding::from).collect();
    (report, findings)
}

/// What is wrong besides what a clerk has not looked at yet.
fn wrong(findings: &[Finding]) -> Vec<&Finding> {
    findings.iter().filter(|finding| finding.check != "draft-finished").collect()
}

#[test]
fn work_loses_nothing_on_its_way_through_files_and_archives() {
    for work in [
        Work::read(&wuzhou_files()).expect("the data is whole"),
        opened("a.txt", YUNPING.as_bytes()),
    ] {
        let files = unpack(&pack(&work.files())).expect("an archive");
        assert_eq!(files, work.files());
        assert_eq!(Work::read(&files).expect("it reads its own"), work);
    }
}

#[test]
fn this_sites_own_data_comes_back_as_the_same_report() {
    let work = Work::read(&wuzhou_files()).expect("the data is whole");
    let (report, findings) = looked(&work);
    assert_eq!(findings, []);
    assert_eq!(report, super::wuzhou());
    assert!(work.is_checked());
}

#[test]
fn a_report_nobody_has_checked_says_so_until_everything_is_settled() {
    let mut work = opened("a.txt", YUNPING.as_bytes());
    let (report, findings) = looked(&work);
    assert!(!report.checked && report.title.contains("未经核对"), "{}", report.title);
    assert!(findings.iter().any(|finding| finding.check == "draft-finished"), "{findings:?}");
    let open = open_items(&report, &work.years[0].annotations);
    assert_eq!(open.len(), report.figures.len() + Aspect::ALL.len());
    for (left, item) in (0..open.len()).rev().zip(&open) {
        settle(&mut work.years[0].annotations, item.name());
        assert_eq!(open_items(&report, &work.years[0].annotations).len(), left);
    }
    let (report, findings) = looked(&work);
    assert!(report.checked && !report.title.contains("未经核对"), "{}", report.title);
    assert_eq!(findings, []);
}

#[test]
fn the_doubtful_come_first() {
    let work = opened("a.txt", "云屏区2019年度法治政府建设情况报告\n一、做法\n受理复议案件3件。走访群众六七。办结率96.9%。\n2020年3月1日\n".as_bytes());
    let (report, _) = looked(&work);
    let annotations = &work.years[0].annotations;
    let doubtful = annotations.figures.iter().filter(|figure| figure.doubt.is_some()).count();
    let first: Vec<Item> = open_items(&report, annotations).into_iter().take(doubtful).collect();
    for item in first {
        let figure =
            annotations.figures.iter().find(|figure| figure.id == item.name()).expect("a figure");
        assert!(figure.doubt.is_some(), "{item:?}");
    }
}

#[test]
fn a_new_text_for_a_year_keeps_what_was_decided() {
    let mut work = opened("a.txt", YUNPING.as_bytes());
    let id = work.years[0].annotations.figures[0].id.clone();
    let label = "改过的名称".to_string();
    work.years[0].annotations.figures[0].label = label.clone();
    settle(&mut work.years[0].annotations, &id);
    let year = work.years[0].year;
    work.years[0].text = YUNPING.replacen("。", "。今年新设窗口77个。", 1);
    let Outcome::Drafted(json, _) = run(Task::Draft { files: work.files(), year }) else {
        panic!("it is not drafted")
    };
    let annotations: Annotations = serde_json::from_str(&json).expect("annotations");
    let kept =
        annotations.figures.iter().find(|figure| figure.id == id).expect("it is still there");
    assert_eq!(kept.label, label);
    assert!(!annotations.unchecked.contains(&id));
    let new: Vec<_> =
        annotations.figures.iter().filter(|figure| figure.quote.contains("77")).collect();
    assert!(new.len() == 1 && annotations.unchecked.contains(&new[0].id), "{new:?}");
}

/// A report with a table, as a Word file's is read.
const WITH_TABLE: &str = "云屏区2024年法治政府建设年度报告\n一、主要举措和成效\n全年办结案件120件，开展检查35次。\n表1　行政执法情况\n单位 | 行政处罚（件） | 罚没金额（万元） | 办结率 | 设立年份\n区城管局 | 2186 | 142.60 | 98.5% | 1960\n区市监局 | 12 | — | 100% | 2003\n合计 | 2198 | 142.60 | — | —\n二、存在的不足\n仍有3个部门未按时报送。\n云屏区人民政府\n2025年1月20日\n";

#[test]
fn a_report_with_a_table_is_published_like_any_other() {
    let work = opened("a.txt", WITH_TABLE.as_bytes());
    let (report, findings) = checked(&work);
    assert_eq!(wrong(&findings), Vec::<&Finding>::new());
    let of_table = |figure: &&Figure| figure.label.contains('局') || figure.label.contains("合计");
    let told: Vec<String> = report
        .figures
        .iter()
        .filter(of_table)
        .map(|figure| format!("{} {}", figure.label, figure.quantity.printed()))
        .collect();
    assert_eq!(
        told,
        [
            "区城管局行政处罚 2186件",
            "区城管局罚没金额 142.60万元",
            "区城管局办结率 98.5%",
            "区市监局行政处罚 12件",
            "区市监局办结率 100%",
            "行政处罚合计 2198件",
            "罚没金额合计 142.60万元",
        ]
    );
}

#[test]
fn what_a_corrected_text_has_no_place_for_is_told_and_stands_in_nobodys_way() {
    let mut work = opened("a.txt", WITH_TABLE.as_bytes());
    let id = |work: &Work, label: &str| {
        let figures = &work.years[0].annotations.figures;
        figures.iter().find(|figure| figure.label == label).map(|figure| figure.id.clone())
    };
    let gone = id(&work, "区城管局行政处罚").expect("it is drafted");
    work.years[0].annotations.highlights = vec![gone.clone()];
    work.years[0].text = WITH_TABLE.replace("区城管局 | 2186", "区城市管理局 | 2190");
    let year = work.years[0].year;
    let Outcome::Drafted(json, told) = run(Task::Draft { files: work.files(), year }) else {
        panic!("it is not drafted")
    };
    assert!(told.iter().any(|words| words.contains("2186")), "{told:?}");
    work.years[0].annotations = serde_json::from_str(&json).expect("annotations");
    let (report, findings) = checked(&work);
    assert_eq!(wrong(&findings), Vec::<&Finding>::new());
    assert!(id(&work, "区城市管理局行政处罚").is_some(), "{:?}", report.figures);
}

#[test]
fn what_a_number_is_called_and_shown_in_stays_when_it_is_corrected() {
    let mut work = Work::read(&wuzhou_files()).expect("the data is whole");
    let year = work.years[0].year;
    let chart = |work: &Work| {
        let charts = &work.years[0].annotations.charts;
        charts.iter().find(|chart| chart.figures.iter().any(|id| id == "legal-aid-cases")).cloned()
    };
    let before = chart(&work).expect("a chart shows it");
    rename_figure(&mut work.years[0].annotations, "legal-aid-cases", "免费法律援助");
    let highlights = work.years[0].annotations.highlights.clone();
    work.years[0].text = work.years[0].text.replace("法律援助案件3156件", "法律援助案件3157件");
    let Outcome::Drafted(json, told) = run(Task::Draft { files: work.files(), year }) else {
        panic!("it is not drafted")
    };
    assert!(told.iter().any(|words| words.contains("3156") && words.contains("3157")), "{told:?}");
    work.years[0].annotations = serde_json::from_str(&json).expect("annotations");
    let annotations = &work.years[0].annotations;
    let figures = &annotations.figures;
    let figure = figures.iter().find(|figure| figure.id == "legal-aid-cases").expect("it is kept");
    assert_eq!(figure.label, "免费法律援助");
    assert!(figure.quote.contains("3157"), "{}", figure.quote);
    assert!(figure.doubt.as_ref().is_some_and(|doubt| doubt.contains("3156")));
    assert_eq!(figures.iter().filter(|figure| figure.quote.contains("3157")).count(), 1);
    assert_eq!(chart(&work).expect("it is shown still").figures, before.figures);
    assert_eq!(annotations.highlights, highlights);
    for name in ["legal-aid-cases", ":charts"] {
        assert!(annotations.unchecked.iter().any(|unchecked| unchecked == name), "{name}");
    }
    let (report, _) = looked(&work);
    assert_eq!(report.figure("legal-aid-cases").expect("known").quantity.value, 3157.0);
}

#[test]
fn a_number_can_be_excluded_and_taken_back() {
    let mut work = Work::read(&wuzhou_files()).expect("the data is whole");
    let (report, _) = looked(&work);
    // The words of a chart may speak of its figures.
    let is_in_chart = |id: &String| report.charts.iter().any(|chart| chart.figures.contains(id));
    let figure =
        report.figures.iter().find(|figure| !is_in_chart(&figure.id)).expect("one").clone();
    exclude(&mut work.years[0].annotations, &figure.id, "不是统计数据");
    let (without, findings) = looked(&work);
    assert!(without.figure(&figure.id).is_none());
    assert_eq!(wrong(&findings), Vec::<&Finding>::new());
    // It is named anew by what the text says of it.
    let named = name_at(&without, figure.span).expect("a name");
    assert!(named.chars().count() >= 2, "{named}");
    let names = (figure.label.as_str(), figure.topic.as_str());
    let id =
        include(&without, &mut work.years[0].annotations, figure.span, names).expect("a number");
    let (with, findings) = looked(&work);
    assert_eq!(with.figure(&id).map(|figure| figure.span), Some(figure.span));
    assert_eq!(wrong(&findings), Vec::<&Finding>::new());
}

/// Where some words stand in a report that has them once.
fn span_of(report: &Report, words: &str) -> Span {
    let before = report.text.split(words).next().expect("the words are there");
    let start = before.chars().count() as u32;
    Span::new(start, start + words.chars().count() as u32)
}

#[test]
fn numbers_are_parted_and_joined_by_what_the_clerk_selects() {
    let text = "云屏区2019年法治政府建设工作报告\n一、工作情况\n\
        全年化解纠纷30.151件。培训志愿者12 345人次，走访企业88家。\n云屏区人民政府\n2019年12月18日\n";
    let mut work = opened("报告.txt", text.as_bytes());
    let (before, _) = looked(&work);
    let named = |report: &Report, printed: &str| {
        report.figures.iter().filter(|figure| figure.quantity.printed() == printed).count()
    };
    assert_eq!((named(&before, "30.151件"), named(&before, "151件")), (1, 0));
    for (selected, value) in [("151件", 151.0), ("12 345人次", 12345.0)] {
        let (report, _) = looked(&work);
        let place = span_of(&report, selected);
        let annotations = &mut work.years[0].annotations;
        let id = include(&report, annotations, place, ("某数", "某领域")).expect("it is one");
        let (report, findings) = looked(&work);
        let figure = report.figure(&id).unwrap_or_else(|| panic!("{selected}: {findings:?}"));
        assert_eq!((figure.span, figure.quantity.value), (place, value));
        assert!(findings.iter().all(|finding| finding.check != "numbers-divided"), "{findings:?}");
    }
    let (report, _) = looked(&work);
    assert_eq!((named(&report, "30.151件"), named(&report, "151件")), (0, 1));
    // What is left of it is a number that has to be accounted for, or is by rule.
    let left = span_of(&report, "30");
    assert!(report.numbers.iter().any(|number| number.span.overlaps(left)));
    // What was selected from end to end is as it was.
    let place = span_of(&report, "88家");
    let n_divided = work.years[0].annotations.numbers.len();
    let id = include(&report, &mut work.years[0].annotations, place, ("企业", "某领域"));
    assert!(report.figure(&id.expect("it is one")).is_some());
    assert_eq!((n_divided, work.years[0].annotations.numbers.len()), (2, 2));
}

#[test]
fn a_new_name_goes_on_into_charts_and_a_field_is_renamed_for_all() {
    let mut work = opened("报告.txt", YUNPING.as_bytes());
    let (report, _) = looked(&work);
    let annotations = &mut work.years[0].annotations;
    let alike = report.figures.iter().enumerate().find_map(|(at, first)| {
        let is_alike = |other: &&Figure| other.quantity.unit == first.quantity.unit;
        Some((first, report.figures[at + 1..].iter().find(is_alike)?))
    });
    let (first, second) = alike.expect("two of one unit");
    let ids = [first.id.clone(), second.id.clone()];
    add_chart(&report, annotations, &ids).expect("they make a chart");
    rename_figure(annotations, &first.id, "另一个名字");
    let chart = &annotations.charts[0];
    let told = format!("另一个名字{}", first.quantity.printed());
    assert!(chart.description.starts_with(&told), "{}", chart.description);
    assert!(chart.description.contains(&second.label));

    let of = |annotations: &Annotations, topic: &str| {
        annotations.figures.iter().filter(|figure| figure.topic == topic).count()
    };
    let n_of_topic = of(annotations, &first.topic);
    rename_topic(annotations, &first.topic, "另一个领域");
    assert_eq!((of(annotations, &first.topic), of(annotations, "另一个领域")), (0, n_of_topic));
    rename_topic(annotations, "另一个领域", "");
    assert_eq!(of(annotations, "另一个领域"), n_of_topic, "a field has a name");
}

#[test]
fn unlike_things_make_no_chart() {
    let mut work = Work::read(&wuzhou_files()).expect("the data is whole");
    let (report, _) = looked(&work);
    let of_unit = |unit: &str| {
        let figures = report.figures.iter().filter(|figure| figure.quantity.unit == unit);
        figures.map(|figure| figure.id.clone()).take(2).collect::<Vec<_>>()
    };
    let annotations = &mut work.years[0].annotations;
    let (cases, rates) = (of_unit("件"), of_unit("%"));
    let mixed = [cases[0].clone(), rates[0].clone()];
    assert_eq!(add_chart(&report, annotations, &mixed), Err(NoChart::Units));
    assert_eq!(add_chart(&report, annotations, &cases[..1]), Err(NoChart::TooFew));
    let id = add_chart(&report, annotations, &cases).expect("like things");
    let (report, findings) = looked(&work);
    assert_eq!(report.chart(&id).map(|chart| chart.figures.clone()), Some(cases));
    assert_eq!(findings, []);
}

#[test]
fn a_line_is_what_the_clerk_says() {
    let mut work = opened("a.txt", YUNPING.as_bytes());
    let (report, _) = looked(&work);
    let section =
        report.sections.iter().find(|section| section.heading.is_some()).expect("a heading");
    let heading = section.heading.expect("it has one");
    set_section(
        &report,
        &mut work.years[0].annotations,
        heading,
        SectionRole::Shortcomings,
        Some(1),
    );
    let (changed, _) = looked(&work);
    let at = changed
        .sections
        .iter()
        .find(|section| section.heading == Some(heading))
        .expect("still one");
    assert_eq!(at.kind, SectionKind::Shortcomings);
    set_section(&changed, &mut work.years[0].annotations, heading, SectionRole::Text, None);
    let (changed, _) = looked(&work);
    assert!(changed.sections.iter().all(|section| section.heading != Some(heading)));
}

#[test]
fn what_cannot_be_read_is_said_and_the_worker_goes_on() {
    for (name, bytes) in [
        ("a.docx", &b"PK\x03\x04 broken"[..]),
        ("a.txt", b""),
        ("a.pdf", b"%PDF-1.4"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ] {
        let outcome = run(Task::Extract { name: name.to_string(), bytes: bytes.to_vec() });
        let Outcome::Refused(finding) = outcome else { panic!("{name}: {outcome:?}") };
        assert!(!finding.problem.is_empty() && !finding.remedy.is_empty(), "{name}: {finding:?}");
    }
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let outcome = tokio::task::LocalSet::new().block_on(&runtime, perform_bytes(b"no task"));
    assert!(matches!(postcard::from_bytes(&outcome), Ok(Outcome::Refused(_))));
}

#[test]
fn an_archive_made_to_fill_the_memory_is_none() {
    let huge = vec![b' '; 129 << 20];
    assert_eq!(unpack(&pack(&vec![("data/2020/report.txt".to_string(), huge)])), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 12, ..ProptestConfig::default() })]
    #[test]
    fn decisions_in_any_order_leave_nothing_wrong(decisions in prop::collection::vec((0..5u8, any::<prop::sample::Index>()), 1..12)) {
        let mut work = Work::read(&wuzhou_files()).expect("the data is whole");
        for (kind, index) in decisions {
            let (report, _) = checked(&work);
            let annotations = &mut work.years[0].annotations;
            let figure = &report.figures[index.index(report.figures.len())];
            match kind {
                0 => exclude(annotations, &figure.id, "不是统计数据"),
                1 => {
                    let number = &report.numbers[index.index(report.numbers.len())];
                    let _ = include(&report, annotations, number.span, ("新指标", "其他"));
                }
                2 => switch_highlight(annotations, &figure.id),
                3 => settle(annotations, &figure.id),
                _ => {
                    let like: Vec<String> = report.figures.iter()
                        .filter(|other| other.quantity.unit == figure.quantity.unit)
                        .map(|other| other.id.clone()).take(3).collect();
                    let _ = add_chart(&report, annotations, &like);
                }
            }
            let (_, findings) = checked(&work);
            let unexpected: Vec<&Finding> = wrong(&findings).into_iter()
                // Charts that lose a figure keep words that name its number.
                .filter(|finding| !matches!(finding.check.as_str(), "chart-numbers" | "chart-words"))
                .collect();
            prop_assert!(unexpected.is_empty(), "{unexpected:?}");
        }
    }
}
