//! What time a figure is of, and that a draft shows nothing as a year's result that is not.

use report_explorer::ingest::{decode, ingest};
use report_explorer::model::{DutyKind, Report};
use report_explorer::period::{Period, Periods};

const TEXT: &str = "各位代表：
现在，我代表区人民政府向大会报告工作。
一、2021年工作回顾
地区生产总值增长6.5%，办理行政复议案件120件，累计开展执法检查800次。
一年来，新建公办幼儿园5所、民办幼儿园3所、普惠幼儿园2所。落实“三年行动”，整治河道9条。
五年来，新增学位3万个。经济总量连上台阶，地区生产总值年均增速9.1%，居民收入年均增长7%。
二、存在的问题
各位代表！
学位供给仍然不足，执法力量还不均衡。
三、2022年工作安排
新建公办幼儿园7所、民办幼儿园4所、普惠幼儿园6所，地区生产总值增长8%。今年一季度，地区生产总值增长9.6%。
";

fn report() -> Report {
    let source = super::bare_source(2021, TEXT);
    let draft = report_explorer::draft::draft(&decode(&source).expect("the text is whole"));
    let source = super::with_annotations(source, &draft);
    ingest(&decode(&source).expect("a draft can be read"))
}

#[test]
fn a_plan_and_a_mean_over_years_are_no_result_of_the_year() {
    let report = report();
    let periods = Periods::of(&report);
    let told: Vec<(String, Period)> = report
        .figures
        .iter()
        .map(|figure| (figure.quantity.printed(), periods.of_figure(figure)))
        .collect();
    let of = |period: Period| -> Vec<&str> {
        told.iter().filter(|known| known.1 == period).map(|known| known.0.as_str()).collect()
    };
    assert_eq!(of(Period::Next), ["7所", "4所", "6所", "8%"], "{told:?}");
    assert_eq!(of(Period::Begun), ["9.6%"], "{told:?}");
    assert_eq!(of(Period::Years), ["3万个", "9.1%", "7%"], "{told:?}");
    assert!(of(Period::Year).contains(&"800次") && of(Period::Year).contains(&"9条"), "{told:?}");
}

#[test]
fn a_mean_says_so_in_its_name() {
    let report = report();
    let labels: Vec<&str> = report.figures.iter().map(|figure| figure.label.as_str()).collect();
    assert!(labels.contains(&"地区生产总值年均增速"), "{labels:?}");
    assert!(labels.contains(&"居民收入年均增长"), "{labels:?}");
}

#[test]
fn a_draft_draws_no_plan_and_answers_with_the_year_first() {
    let report = report();
    let periods = Periods::of(&report);
    assert!(!report.charts.is_empty());
    for chart in &report.charts {
        for figure in chart.figures.iter().filter_map(|id| report.figure(id)) {
            assert_ne!(periods.of_figure(figure), Period::Next, "{}", chart.title);
        }
    }
    let question = report.questions.iter().find(|known| known.question.contains("经济增长"));
    let answers = &question.expect("it is asked").figures;
    let first = report.figure(&answers[0]).expect("it is there");
    assert_eq!(first.quantity.printed(), "6.5%", "{answers:?}");
}

#[test]
fn hearers_that_are_addressed_are_no_answer() {
    let report = report();
    let (_, sentence) = report.beginning_of(DutyKind::Shortcomings).expect("it is said");
    assert!(report.slice(sentence.span).contains("学位供给"), "{}", report.slice(sentence.span));
    assert!(report.title.contains("政府工作报告"), "{}", report.title);
}
