//! Checks of charts and derived numbers: the figures they use, their units and sums. A chart repeats
//! no numbers, so what can be wrong is what it refers to and what it says (`chart_words`).

use crate::issue::Issue;
use crate::model::{Chart, ChartKind, DerivationKind, Figure};

use super::evidence::Evidence;

fn figures_of<'data>(evidence: &Evidence<'data>, ids: &[String]) -> Vec<&'data Figure> {
    ids.iter().filter_map(|id| evidence.report.figure(id)).collect()
}

pub(super) fn references_known(evidence: &Evidence<'_>) -> Vec<Issue> {
    let annotations = &evidence.input.annotations;
    let charts = annotations.charts.iter().flat_map(|chart| {
        chart.figures.iter().map(move |id| (format!("图表「{}」", chart.id), id))
    });
    let marks = annotations.charts.iter().flat_map(|chart| {
        let ids = chart.highlight.iter().chain(chart.remarks.iter().map(|remark| &remark.figure));
        ids.filter(|id| !chart.figures.contains(id)).map(|id| {
            evidence.in_annotations(
                &chart.id,
                format!("图表「{}」要突出或注明「{id}」，图里没有这个指标", chart.id),
                "highlight 和 remarks 里写这张图 figures 里有的编号",
            )
        })
    });
    let derivations = annotations.derivations.iter().flat_map(|derivation| {
        derivation
            .figures
            .iter()
            .chain(&derivation.stated)
            .map(move |id| (format!("推算「{}」", derivation.id), id))
    });
    let highlights = annotations.highlights.iter().map(|id| ("重点（highlights）".to_string(), id));
    let questions = annotations.questions.iter().flat_map(|question| {
        question.figures.iter().map(move |id| (format!("问题「{}」", question.question), id))
    });
    let pairs = annotations
        .pairs
        .iter()
        .map(|pair| (format!("与{}的配对（pairs）", pair.edition), &pair.figure));
    let is_known = |name: &str| match name.split_once('/') {
        Some(("charts", id)) => annotations.charts.iter().any(|chart| chart.id == id),
        Some(("figures", id)) => annotations.figures.iter().any(|figure| figure.id == id),
        _ => matches!(name, "questions" | "shortcomings" | "plan"),
    };
    let pictures = annotations.pictures.iter().filter(|name| !is_known(name)).map(|name| {
        evidence.in_annotations(
            name,
            format!("一图读懂（pictures）里写了没有的内容「{name}」"),
            "写 questions、shortcomings、plan、charts/图表编号或 figures/指标编号",
        )
    });
    charts
        .chain(derivations)
        .chain(highlights)
        .chain(questions)
        .chain(pairs)
        .filter(|(_, id)| !annotations.figures.iter().any(|figure| figure.id == **id))
        .map(|(from, id)| {
            evidence.in_annotations(
                id,
                format!("{from}引用了没有的指标「{id}」"),
                "改成 figures 里有的编号，或先补上这个指标",
            )
        })
        .chain(marks)
        .chain(pictures)
        .collect()
}

pub(super) fn chart_words(evidence: &Evidence<'_>) -> Vec<Issue> {
    let charts = &evidence.input.annotations.charts;
    let silent = charts.iter().filter(|chart| {
        [&chart.title, &chart.subtitle, &chart.description]
            .iter()
            .any(|words| words.trim().is_empty())
    });
    let mut issues: Vec<Issue> = silent
        .map(|chart| {
            evidence.in_annotations(
                &chart.id,
                format!("图表「{}」缺少标题、副标题或文字描述", chart.id),
                "三项都写：标题说看到什么，副标题说数的是什么，描述让看不见图的人也知道",
            )
        })
        .collect();
    let drawn_without =
        charts.iter().filter(|chart| chart.kind != ChartKind::Outline && chart.figures.is_empty());
    issues.extend(drawn_without.map(|chart| {
        evidence.in_annotations(
            &chart.id,
            format!("图表「{}」没有指标", chart.id),
            "在 figures 里写上指标编号",
        )
    }));
    if evidence.report.date.is_none() && !charts.is_empty() {
        issues.push(evidence.in_report(
            0,
            "报告没有写日期，图表无法注明来源日期".to_string(),
            "核对原件的落款日期（单独一行，如 2021年2月3日）",
        ));
    }
    issues
}

pub(super) fn chart_unit(evidence: &Evidence<'_>) -> Vec<Issue> {
    let issue = |chart: &Chart| {
        let mut figures = figures_of(evidence, &chart.figures);
        if chart.kind == ChartKind::Shares {
            if let Some(issue) = shares_unit(evidence, chart, &figures) {
                return Some(issue);
            }
            figures = figures.into_iter().step_by(2).collect();
        }
        let first = figures.first()?;
        let other = figures.iter().find(|figure| figure.quantity.unit != first.quantity.unit)?;
        let problem = format!(
            "图表「{}」里单位不同：「{}」是{}，「{}」是{}",
            chart.id, first.id, first.quantity.unit, other.id, other.quantity.unit
        );
        Some(evidence.in_annotations(
            &chart.id,
            problem,
            "分成两张图；件与件次、家与家次也是不同的单位",
        ))
    };
    let rate = |chart: &Chart| {
        let figure = figures_of(evidence, &chart.figures)
            .into_iter()
            .find(|figure| figure.quantity.unit != "%")?;
        chart.kind.has_rates().then(|| {
            evidence.in_annotations(
                &chart.id,
                format!("比率图「{}」里的「{}」不是百分数", chart.id, figure.id),
                "比率图（rates、dots）只放单位是 % 的指标",
            )
        })
    };
    let charts = &evidence.input.annotations.charts;
    charts.iter().filter_map(issue).chain(charts.iter().filter_map(rate)).collect()
}

/// Bars beside each other say that they can be compared. Where what is counted has nothing in common, by
/// field of work and by words, and no note says what differs, it is to be looked at.
pub(super) fn chart_alike(evidence: &Evidence<'_>) -> Vec<Issue> {
    let compares = |chart: &&Chart| matches!(chart.kind, ChartKind::Bars | ChartKind::Units);
    let apart = |chart: &Chart| {
        let figures = figures_of(evidence, &chart.figures);
        let is_alone = |figure: &&&Figure| {
            let others = figures.iter().filter(|other| other.id != figure.id);
            others.clone().count() > 0
                && others.clone().all(|other| {
                    other.topic != figure.topic && !share_a_word(&other.label, &figure.label)
                })
        };
        let alone = figures.iter().find(is_alone).filter(|_| chart.note.trim().is_empty())?;
        Some(evidence.in_annotations(
            &chart.id,
            format!("图表「{}」里的「{}」与别的数不是同类的东西", chart.id, alone.label),
            "换成同类的指标，或在附注（note）里写明它们有什么不同",
        ))
    };
    evidence.input.annotations.charts.iter().filter(compares).filter_map(apart).collect()
}

/// Whether two names have two characters beside each other in common.
fn share_a_word(one: &str, other: &str) -> bool {
    let chars: Vec<char> = one.chars().collect();
    chars.windows(2).any(|pair| other.contains(&pair.iter().collect::<String>()))
}

/// How many figures a kind of chart takes.
pub(super) fn chart_figures(evidence: &Evidence<'_>) -> Vec<Issue> {
    let problem = |chart: &Chart| {
        let n_figures = chart.figures.len();
        let remedy = match chart.kind {
            ChartKind::Flow if !n_figures.is_multiple_of(2) => "按“收到、审结、收到、审结”成对写",
            ChartKind::Stat if n_figures > 1 => "只写一个指标；几个指标用别的图",
            _ => return None,
        };
        let problem = format!("图表「{}」的指标个数不对：{n_figures}个", chart.id);
        Some(evidence.in_annotations(&chart.id, problem, remedy))
    };
    evidence.input.annotations.charts.iter().filter_map(problem).collect()
}

/// Amounts and rates must alternate.
fn shares_unit(evidence: &Evidence<'_>, chart: &Chart, figures: &[&Figure]) -> Option<Issue> {
    let fits = |(at, figure): (usize, &&Figure)| (figure.quantity.unit == "%") == (at % 2 == 1);
    let paired = figures.len().is_multiple_of(2) && figures.iter().enumerate().all(fits);
    (!paired).then(|| {
        let problem = format!("比重图「{}」的指标不成对", chart.id);
        evidence.in_annotations(
            &chart.id,
            problem,
            "按“数量、它的比率、数量、它的比率”的顺序写，比率的单位是 %",
        )
    })
}

pub(super) fn parts_within_whole(evidence: &Evidence<'_>) -> Vec<Issue> {
    let annotations = &evidence.input.annotations;
    let charts = annotations
        .charts
        .iter()
        .filter(|chart| chart.kind.has_parts())
        .map(|chart| (&chart.id, chart.figures.as_slice()));
    let streams = annotations
        .charts
        .iter()
        .filter(|chart| chart.kind == ChartKind::Flow)
        .flat_map(|chart| chart.figures.chunks(2).map(|pair| (&chart.id, pair)));
    let remainders = annotations
        .derivations
        .iter()
        .filter(|derivation| derivation.kind == DerivationKind::Remainder);
    let shares = annotations
        .derivations
        .iter()
        .filter(|derivation| derivation.kind == DerivationKind::Share);
    let mut issues: Vec<Issue> = charts
        .chain(streams)
        .chain(remainders.map(|derivation| (&derivation.id, derivation.figures.as_slice())))
        .filter_map(|(id, figures)| {
            let figures = figures_of(evidence, figures);
            let (whole, parts) = figures.split_first()?;
            let sum: f64 = parts.iter().map(|part| part.quantity.value).sum();
            let problem = format!("「{id}」的部分之和 {sum} 超过总数 {}", whole.quantity.value);
            (sum > whole.quantity.value)
                .then(|| evidence.in_annotations(id, problem, "第一个指标应是总数；核对各指标"))
        })
        .collect();
    issues.extend(shares.filter_map(|derivation| {
        let figures = figures_of(evidence, &derivation.figures);
        let [part, whole] = figures.as_slice() else {
            return Some(evidence.in_annotations(
                &derivation.id,
                format!("占比「{}」要有两个指标", derivation.id),
                "先写部分，再写总数",
            ));
        };
        let problem = format!(
            "占比「{}」超过 100%：{} 大于 {}",
            derivation.id, part.quantity.value, whole.quantity.value
        );
        (part.quantity.value > whole.quantity.value)
            .then(|| evidence.in_annotations(&derivation.id, problem, "先写部分，再写总数"))
    }));
    issues
}

pub(super) fn approximate_marked(evidence: &Evidence<'_>) -> Vec<Issue> {
    let annotations = &evidence.input.annotations;
    let derivations = annotations
        .derivations
        .iter()
        .filter(|derivation| derivation.note.trim().is_empty())
        .map(|derivation| (&derivation.id, &derivation.figures));
    let charts = annotations
        .charts
        .iter()
        .filter(|chart| chart.kind.has_parts() || chart.kind == ChartKind::Flow)
        .filter(|chart| chart.figures.len() > 1 && chart.note.trim().is_empty())
        .map(|chart| (&chart.id, &chart.figures));
    derivations
        .chain(charts)
        .filter_map(|(id, figures)| {
            let figure = figures_of(evidence, figures)
                .into_iter()
                .find(|figure| !figure.quantity.is_exact())?;
            let problem =
                format!("「{id}」由概数「{}」算出，却没有说明", figure.quantity.printed());
            Some(evidence.in_annotations(
                id,
                problem,
                "写上 note，说明这是概数，结果只是大约；或不要推算",
            ))
        })
        .collect()
}
