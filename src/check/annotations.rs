//! Checks of `annotations.json` and `terms.json`: ids, quotes, values, exclusions, terms. Each of
//! them compares what an editor wrote with the text.

use std::collections::BTreeSet;

use crate::ingest::annotation::{
    EverydayRow, NumberAnnotation, Occurrence, locate, numbers_inside, occurrences,
};
use crate::issue::Issue;
use crate::model::{Accounting, Chart, Question, Term};
use crate::route::topic_id;
use crate::text::Span;

use super::evidence::{Evidence, line_of};

pub(super) fn schema_known(evidence: &Evidence<'_>) -> Vec<Issue> {
    let schema = evidence.input.annotations.schema;
    let issue = || {
        evidence.in_annotations(
            "schema",
            format!("格式版本是 {schema}，这里只认识 1"),
            "写成 \"schema\": 1",
        )
    };
    (schema != 1).then(issue).into_iter().collect()
}

fn is_kebab_case(id: &str) -> bool {
    !id.is_empty()
        && id.split('-').all(|word| {
            !word.is_empty()
                && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
}

pub(super) fn ids_valid(evidence: &Evidence<'_>) -> Vec<Issue> {
    let annotations = &evidence.input.annotations;
    let mut issues = Vec::new();
    let kinds = [
        ("指标", annotations.figures.iter().map(|figure| &figure.id).collect::<Vec<_>>()),
        ("图表", annotations.charts.iter().map(|chart| &chart.id).collect()),
        ("推算", annotations.derivations.iter().map(|derivation| &derivation.id).collect()),
    ];
    for (kind, ids) in kinds {
        for (at, id) in ids.iter().enumerate() {
            if kind == "图表" && *id == Chart::CUSTOM {
                issues.push(evidence.in_annotations(
                    id,
                    format!("图表编号「{id}」留给读者的自选作图"),
                    "换一个编号",
                ));
            } else if !is_kebab_case(id) {
                issues.push(evidence.in_annotations(
                    id,
                    format!("{kind}编号「{id}」不合规"),
                    "只用小写字母、数字和连字符，例如 legal-aid-cases",
                ));
            } else if ids[..at].contains(id) {
                issues.push(evidence.in_annotations(
                    id,
                    format!("{kind}编号「{id}」用了两次"),
                    "换一个没有用过的编号；已发布的编号不要改",
                ));
            }
        }
    }
    issues
}

pub(super) fn words_written(evidence: &Evidence<'_>) -> Vec<Issue> {
    let annotations = &evidence.input.annotations;
    let figures = annotations
        .figures
        .iter()
        .filter(|figure| figure.label.trim().is_empty() || figure.topic.trim().is_empty());
    let exclusions =
        annotations.exclusions.iter().filter(|exclusion| exclusion.reason.trim().is_empty());
    figures
        .map(|figure| {
            evidence.in_annotations(
                &figure.id,
                format!("指标「{}」没有名称（label）或领域（topic）", figure.id),
                "写上名称（最多 20 个字）和领域（最多 10 个字）",
            )
        })
        .chain(exclusions.map(|exclusion| {
            evidence.in_annotations(
                &exclusion.quote,
                format!("排除项「{}」没有理由", exclusion.quote),
                "写明这些数字为什么不是指标",
            )
        }))
        .collect()
}

/// No two topics have one address, and each has one: it is spelled as the topic is read, so that it
/// stays the same whatever else the report holds.
pub(super) fn topics_apart(evidence: &Evidence<'_>) -> Vec<Issue> {
    let topics = evidence.report.topics();
    let ids: Vec<String> = topics.iter().map(|topic| topic_id(evidence.report, topic)).collect();
    let issue = |at: usize| {
        let (topic, id) = (topics[at], &ids[at]);
        let problem = match ids[..at].iter().position(|known| known == id) {
            Some(first) => {
                format!("领域「{}」和「{topic}」的地址都是 embed/topic/{id}/", topics[first])
            }
            None if id.is_empty() && !topic.trim().is_empty() => {
                format!("领域「{topic}」没有可以作地址的字")
            }
            None => return None,
        };
        let remedy = "是同一个领域的，统一成一种写法；不是的，换一个读音不同的名称（topic）";
        Some(evidence.in_annotations(topic, problem, remedy))
    };
    (0..topics.len()).filter_map(issue).collect()
}

pub(super) fn quote_found_once(evidence: &Evidence<'_>) -> Vec<Issue> {
    let annotations = &evidence.input.annotations;
    let figures = annotations.figures.iter().map(|figure| &figure.quote);
    let duties = annotations.duties.iter().map(|duty| &duty.quote);
    let issue = |quote: &String| match locate(evidence.report, quote) {
        Occurrence::Once(_) => None,
        Occurrence::Never => Some(evidence.in_annotations(
            quote,
            format!("引文「{quote}」在原文里找不到"),
            "从 report.txt 里逐字复制（标点、全角半角都要一样）",
        )),
        Occurrence::Often(n) => Some(evidence.in_annotations(
            quote,
            format!("引文「{quote}」在原文里出现了 {n} 次"),
            "在前后多抄几个字，让它只出现一次",
        )),
    };
    figures.chain(duties).filter_map(issue).collect()
}

/// Every stretch that is said to be one number stands in the text once, and is read as one.
pub(super) fn numbers_divided(evidence: &Evidence<'_>) -> Vec<Issue> {
    let issue = |known: &NumberAnnotation| {
        let NumberAnnotation { quote, number } = known;
        let problem = match known.place(&evidence.input.text) {
            None => format!("「{quote}」里的「{number}」在原文里不是正好出现一次"),
            Some(place)
                if !evidence
                    .numbers
                    .iter()
                    .any(|read| place.contains(read.span) && read.span.start == place.start) =>
            {
                format!("「{number}」读不成一个数")
            }
            Some(_) => return None,
        };
        let remedy = "quote 从原文逐字复制，只出现一次；number 是其中一个数，连单位";
        Some(evidence.in_annotations(quote, problem, remedy))
    };
    evidence.input.annotations.numbers.iter().filter_map(issue).collect()
}

pub(super) fn value_parses(evidence: &Evidence<'_>) -> Vec<Issue> {
    let mut issues = Vec::new();
    for figure in &evidence.input.annotations.figures {
        let Occurrence::Once(quote) = locate(evidence.report, &figure.quote) else { continue };
        let inside = numbers_inside(evidence.report, quote, evidence.numbers);
        match inside.as_slice() {
            [] => issues.push(evidence.in_annotations(
                &figure.quote,
                format!("引文「{}」里没有数", figure.quote),
                "引文要包含这个指标的数和单位；单位少见的，用 unit 字段写明",
            )),
            [number] if !quote.contains(number.span) => {
                let printed = evidence.report.slice(number.span);
                issues.push(evidence.in_annotations(
                    &figure.quote,
                    format!("引文「{}」截断了「{printed}」", figure.quote),
                    "把数、限定词和单位都抄进引文",
                ));
            }
            [number] if figure.unit.as_ref().is_some_and(|unit| *unit != number.quantity.unit) => {
                let problem = format!(
                    "引文「{}」里读到的单位是「{}」，不是「{}」",
                    figure.quote,
                    number.quantity.unit,
                    figure.unit.as_deref().unwrap_or_default()
                );
                issues.push(evidence.in_annotations(
                    &figure.quote,
                    problem,
                    "unit 要与数字后面的字一样，或者去掉 unit",
                ));
            }
            [_] => {}
            _ => issues.push(evidence.in_annotations(
                &figure.quote,
                format!("引文「{}」里有 {} 个数", figure.quote, inside.len()),
                "缩短引文，只留这个指标的数",
            )),
        }
    }
    issues
}

pub(super) fn figure_counted_once(evidence: &Evidence<'_>) -> Vec<Issue> {
    let figures = &evidence.report.figures;
    let twice = figures.iter().enumerate().filter_map(|(at, figure)| {
        figures[..at]
            .iter()
            .find(|known| known.span == figure.span && known.id != figure.id)
            .map(|known| (known, figure))
    });
    twice
        .map(|(known, figure)| {
            let printed = evidence.report.slice(figure.span);
            evidence.in_annotations(
                &figure.id,
                format!("「{}」和「{}」指的是同一个数「{printed}」", known.id, figure.id),
                "删去一个，或把引文改到另一个数上",
            )
        })
        .collect()
}

pub(super) fn exclusion_used(evidence: &Evidence<'_>) -> Vec<Issue> {
    let mut issues = Vec::new();
    for exclusion in &evidence.input.annotations.exclusions {
        let spans = occurrences(evidence.report, &exclusion.quote);
        let covers = spans
            .iter()
            .any(|span| evidence.numbers.iter().any(|number| span.contains(number.span)));
        let figure = evidence
            .report
            .figures
            .iter()
            .find(|figure| spans.iter().any(|span| span.overlaps(figure.span)));
        if spans.is_empty() {
            issues.push(evidence.in_annotations(
                &exclusion.quote,
                format!("排除项「{}」在原文里找不到", exclusion.quote),
                "从 report.txt 里逐字复制，或删去这一项",
            ));
        } else if !covers {
            issues.push(evidence.in_annotations(
                &exclusion.quote,
                format!("排除项「{}」里没有完整的数", exclusion.quote),
                "把整个数抄进去；如果不需要，删去这一项",
            ));
        } else if let Some(figure) = figure {
            issues.push(evidence.in_annotations(
                &exclusion.quote,
                format!("排除项「{}」盖住了指标「{}」", exclusion.quote, figure.id),
                "一个数要么是指标，要么排除：改短引文，或删去一项",
            ));
        }
    }
    issues
}

/// Characters of the text shown on each side of a number without an account.
const CONTEXT: u32 = 10;

pub(super) fn numbers_accounted(evidence: &Evidence<'_>) -> Vec<Issue> {
    let report = evidence.report;
    let missing =
        report.numbers.iter().filter(|number| number.accounting == Accounting::Unaccounted);
    missing
        .map(|number| {
            let from = number.span.start.saturating_sub(CONTEXT);
            let to = (number.span.end + CONTEXT).min(report.index.n_chars());
            let around = report.slice(Span::new(from, to)).replace('\n', " ");
            let printed = report.slice(number.span);
            evidence.in_report(
                number.span.start,
                format!("「{printed}」没有交代（…{around}…）"),
                "在 annotations.json 里为它写一个指标（figures），或写一个排除项和理由（exclusions）",
            )
        })
        .collect()
}

pub(super) fn questions_answered(evidence: &Evidence<'_>) -> Vec<Issue> {
    let issue = |question: &Question, problem: String| {
        let remedy =
            "question 写问题，figures（指标编号）和 part（部分）写一种；报告没有答案的问题删去";
        evidence.in_annotations(&question.question, problem, remedy)
    };
    let questions = evidence.input.annotations.questions.iter();
    questions
        .filter_map(|question| {
            let Question { question: words, figures, part, .. } = question;
            let is_answered = evidence.report.questions.iter().any(|kept| kept.question == *words);
            if words.trim().is_empty() || figures.is_empty() == part.is_none() {
                Some(issue(question, format!("问题「{words}」没有写全")))
            } else if !is_answered {
                Some(issue(question, format!("问题「{words}」在报告里没有答案")))
            } else {
                None
            }
        })
        .collect()
}

pub(super) fn words_valid(evidence: &Evidence<'_>) -> Vec<Issue> {
    let rows = &evidence.input.words.words;
    let issue = |word: &str, problem: String| {
        let line = line_of(&evidence.source.words.bytes, word);
        let remedy = "每行写 words（平常的说法）和 means（报告的写法）或 part（要找的部分）；说法不重复，里面没有空格、逗号和冒号";
        Issue::new("", &evidence.source.words.path, line, &problem, remedy)
    };
    let mut known = BTreeSet::new();
    let mut issues = Vec::new();
    for EverydayRow { words, means, related, part } in rows {
        let first = words.first().map_or("", String::as_str);
        if words.is_empty() || (means.is_empty() && related.is_empty()) == part.is_none() {
            issues.push(issue(first, format!("说法「{first}」没有写意思，或者两种都写了")));
        }
        for word in words.iter().chain(means).chain(related) {
            let breaks = |ch: char| ch.is_whitespace() || matches!(ch, ',' | ':' | '@' | '~');
            if word.is_empty() || word.contains(breaks) {
                issues.push(issue(word, format!("「{word}」是空的，或者有空格、逗号、冒号")));
            }
        }
        for word in words {
            if !known.insert(word) {
                issues.push(issue(word, format!("说法「{word}」写了两次")));
            }
        }
    }
    issues
}

pub(super) fn terms_valid(evidence: &Evidence<'_>) -> Vec<Issue> {
    let terms = &evidence.input.terms;
    let issue = |term: &Term, problem: String| {
        let line = line_of(&evidence.source.terms.bytes, &term.id);
        Issue::new(
            "",
            &evidence.source.terms.path,
            line,
            &problem,
            "编号用小写字母、数字和连字符，不重复；写上术语和解释",
        )
    };
    terms
        .iter()
        .enumerate()
        .filter_map(|(at, term)| {
            if !is_kebab_case(&term.id)
                || term.term.trim().is_empty()
                || term.meaning.trim().is_empty()
            {
                Some(issue(term, format!("术语「{}」的编号不合规，或没有写全", term.id)))
            } else if terms[..at].iter().any(|known| known.id == term.id || known.term == term.term)
            {
                Some(issue(term, format!("术语「{}」写了两次", term.term)))
            } else {
                None
            }
        })
        .collect()
}
