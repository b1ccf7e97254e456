//! Derived numbers, their formulas, and what the words beside a number mean.

use report_explorer::analysis::{Role, decimals, derive, explain, percent, pieces};
use report_explorer::ingest::{SourceFiles, decode, ingest, source::File};
use report_explorer::model::Figure;
use report_explorer::number::scan;

#[test]
fn derived_numbers_are_computed_with_their_formula() {
    let report = super::wuzhou();
    let derived = derive(&report);
    let find =
        |id: &str| derived.iter().find(|derived| derived.derivation.id == id).expect("it is there");
    let closing = find("reconsideration-closing-rate");
    assert_eq!((closing.result.as_str(), closing.formula.as_str()), ("95.0%", "151件 ÷ 159件"));
    assert_eq!(find("litigation-closing-rate").result, "90.1%");
    assert_eq!(
        (find("documents-left").result.as_str(), find("documents-left").formula.as_str()),
        ("546份", "553份 − 5份 − 1份 − 1份")
    );
    assert_eq!(find("legal-services-total").result, "10,921件");
    assert_eq!(find("legal-services-per-centre").result, "6.4件");
}

#[test]
fn a_stated_rate_is_held_against_the_counts_and_a_difference_is_explained() {
    let report = super::wuzhou();
    let derived = derive(&report);
    let find =
        |id: &str| derived.iter().find(|derived| derived.derivation.id == id).expect("it is there");
    let mediated = find("mediations-succeeded");
    assert_eq!(mediated.result, "3,491—3,494件");
    for succeeded in [3491.0, 3494.0] {
        assert_eq!(percent(succeeded, 3604.0).as_deref(), Some("96.9"));
    }
    assert_ne!(percent(3490.0, 3604.0).as_deref(), Some("96.9"));
    assert_ne!(percent(3495.0, 3604.0).as_deref(), Some("96.9"));
    let won = find("litigation-won");
    assert!(
        won.comparison.contains("没有一个整数四舍五入后等于80.5%")
            && won.comparison.contains("228件是80.6%"),
        "{}",
        won.comparison
    );
}

#[test]
fn a_rate_stated_beside_its_counts_is_compared_and_both_are_shown() {
    let mut report = super::wuzhou();
    let closing = report
        .derivations
        .iter_mut()
        .find(|derivation| derivation.id == "reconsideration-closing-rate")
        .expect("it is there");
    closing.stated = Some("mediation-success-rate".to_string());
    let finding = |report: &report_explorer::model::Report| derive(report).remove(0).comparison;
    assert_eq!(
        finding(&report),
        "报告写的是96.9%，按件数算是95.0%：可能统计口径或时点不同，两数并列，不作更正。"
    );
    let rate = report
        .figures
        .iter_mut()
        .find(|figure| figure.id == "mediation-success-rate")
        .expect("it is there");
    (rate.quantity.value, rate.quantity.stated) = (95.0, "95.0".to_string());
    assert_eq!(finding(&report), "与报告写的95.0%一致。");
}

#[test]
fn a_stated_rate_is_compared_by_its_value_however_it_is_written() {
    let mut report = super::wuzhou();
    let closing = report
        .derivations
        .iter_mut()
        .find(|derivation| derivation.id == "reconsideration-closing-rate")
        .expect("it is there");
    // 151件 of 159件 are 94.97%.
    closing.stated = Some("mediation-success-rate".to_string());
    let at = report
        .figures
        .iter()
        .position(|figure| figure.id == "mediation-success-rate")
        .expect("it is there");
    for (stated, agrees) in [
        ("95.0%", true),
        ("95%", true),
        ("94.97%", true),
        ("９５．０％", true),
        ("百分之九十五", true),
        ("百分之九十五点零", true),
        ("百分之九十四点九", false),
        ("近95%", true),
        ("近百分之九十五", true),
        ("近97%", true),
        ("近94%", false),
        ("超94%", true),
        ("超过百分之九十四", true),
        ("超95%", false),
        ("90%以上", true),
        ("96%以上", false),
        ("约95%", true),
        ("约80%", false),
        ("94%～96%", true),
        ("80%～90%", false),
        ("96.9%", false),
    ] {
        let numbers = scan(&format!("结案率为{stated}。"));
        report.figures[at].quantity = numbers[0].quantity.clone();
        let comparison = derive(&report).remove(0).comparison;
        assert_eq!(comparison.starts_with("与报告写的"), agrees, "{stated}: {comparison}");
        assert!(!comparison.contains("分之九十五%"), "{comparison}");
    }
}

#[test]
fn a_change_says_that_it_is_one() {
    let say = |text: &str| explain(&scan(text)[0].quantity);
    assert_eq!(say("警情下降12.3%。"), "报告写的是准确的数。这是下降的幅度，不是达到的数。");
    assert_eq!(say("产值增长近5%。"), "“近”：不到5%。这是上升的幅度，不是达到的数。");
    assert_eq!(say("满意率提高到94%。"), "报告写的是准确的数。");
    let known = super::wuzhou().figures.remove(0);
    let named = |label: &str, text: &str| {
        let quantity = scan(text)[0].quantity.clone();
        let pieces = pieces(&Figure { label: label.to_string(), quantity, ..known.clone() });
        pieces.into_iter().find(|(role, _)| *role == Role::Change).map_or(String::new(), |it| it.1)
    };
    let word = |text: &str| named("", text);
    assert_eq!(word("警情下降12.3%。"), "下降");
    assert_eq!(word("发案减少35件。"), "减少");
    assert_eq!(word("产值增长-3.5%。"), "", "the sign says it");
    assert_eq!(word("办理35件。"), "");
    // A name that says it, says it once; one of the other direction does not.
    assert_eq!(named("产值增长", "产值增长5%。"), "");
    assert_eq!(named("警情下降幅度", "警情下降12.3%。"), "");
    assert_eq!(named("亏损减少", "亏损减少面扩大5%。"), "上升");
}

#[test]
fn what_is_planned_is_told_from_what_was_reached() {
    let text = "云屏区2021年法治工作报告\n一、工作情况\n办理法律援助案件80件。\n二、2022年工作打算\n办理法律援助案件不少于90件，败诉率控制在8%以内。\n";
    let source = super::bare_source(2021, text);
    let draft = report_explorer::draft::merge(&decode(&source).expect("whole"), "").json;
    let annotations = File { path: "annotations.json".to_string(), bytes: draft.into() };
    let report = ingest(&decode(&SourceFiles { annotations, ..source }).expect("a draft"));
    let said: Vec<(String, String, String)> = report
        .figures
        .iter()
        .map(|figure| {
            let said = report_explorer::analysis::explain_figure(&report, figure);
            (figure.label.clone(), figure.quantity.printed(), said)
        })
        .collect();
    let said: Vec<[&str; 3]> =
        said.iter().map(|(one, two, three)| [&**one, &**two, &**three]).collect();
    assert_eq!(
        said,
        [
            ["办理法律援助案件", "80件", "报告写的是准确的数。"],
            [
                "办理法律援助案件（计划）",
                "不少于90件",
                "这是2022年打算做到的数，不是已经做到的。“不少于”：90件或更多（含本数）。"
            ],
            [
                "败诉率（计划）",
                "8%以内",
                "这是2022年打算做到的数，不是已经做到的。“以内”：8%或更少（含本数）。"
            ],
        ]
    );
}

#[test]
fn derived_numbers_are_not_among_the_figures() {
    let report = super::wuzhou();
    for derivation in &report.derivations {
        assert!(report.figure(&derivation.id).is_none());
    }
}

#[test]
fn decimals_round_half_up_on_every_target() {
    assert_eq!(decimals(94.968_553, 1), "95.0");
    assert_eq!(decimals(2.45, 1), "2.5");
    assert_eq!(decimals(0.04, 1), "0.0");
    assert_eq!(decimals(12345.678, 2), "12,345.68");
    assert_eq!(percent(1.0, 0.0), None);
}

#[test]
fn the_word_beside_a_number_is_explained_with_its_bounds() {
    let report = super::wuzhou();
    let say = |id: &str| explain(&report.figure(id).expect("it is there").quantity);
    assert_eq!(say("legal-affairs-handled"), "“多”：比400件多，不到500件；报告没有写确数。");
    assert_eq!(say("one-window-cases"), "“余”：比19,000件多，不到20,000件；报告没有写确数。");
    assert_eq!(say("commitment-project-investment"), "“超”：比228.31亿元多，报告没有写多多少。");
    assert_eq!(say("business-environment-rank"), "名次：第2名，不是数量。");
    assert_eq!(say("notarizations"), "报告写的是准确的数。");
}

#[test]
fn what_a_rate_leaves_is_computed_as_exactly_as_it_is_stated() {
    let report = super::wuzhou();
    let rest = |id: &str| {
        report_explorer::analysis::rest_of_rate(report.figure(id).expect("a figure of 2020"))
    };
    assert_eq!(rest("litigation-win-rate"), "其余19.5%（推算）；报告没有写明其余各是什么。");
    assert!(rest("mediation-success-rate").starts_with("其余3.1%"));
    // Nothing is left, and a number of cases is no rate.
    assert_eq!(rest("on-time-completion-rate"), "");
    assert_eq!(rest("legal-aid-cases"), "");
}
