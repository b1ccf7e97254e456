//! A first `annotations.json` for a new report: a figure for every number that is data, and an
//! exclusion for each that is none but not beyond doubt, each with a quote that occurs once. What
//! an editor wrote before stays as it is, and what the text no longer bears out is listed.

mod behind;
mod boundary;
mod carried;
mod cell;
mod chart;
mod clause;
mod highlight;
mod id;
mod label;
mod phrase;
mod question;
mod quote;
mod topic;
mod words;

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::ingest::annotation::{
    Annotations, LONGEST_LABEL, Occurrence, locate, numbers_inside, occurrences,
};
use crate::ingest::{Input, ingest, numbers_of};
use crate::model::Report;
use crate::number::Number;
use crate::period::{Period, Periods, is_attached};
use crate::text::Span;

pub use chart::common;
pub use id::new_id;
pub use label::labels;
pub use quote::{changed_quote, figure_quote, shortest_quote};
pub use topic::topics;

use quote::{MIN_BEFORE, free_from};

/// Annotations for a text, with all that an editor wrote before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// `annotations.json`: one figure a line.
    pub json: String,
    /// Figures that are new.
    pub n_new: usize,
    /// What an editor wrote and the text does not bear out, each with words for the editor.
    pub unsupported: Vec<(Unsupported, String)>,
}

/// The draft for a report that nobody has annotated.
pub fn draft(input: &Input) -> String {
    merge(input, "").json
}

/// The annotations of `before`, which `input` holds decoded, and a figure for every number that
/// they do not account for.
pub fn merge(input: &Input, before: &str) -> Draft {
    let report = ingest(input);
    let all = numbers_of(input);
    let chars: Vec<char> = report.text.chars().collect();
    let names = labels(&chars, &all).into_iter().zip(topics(&report, &all));
    let (names, numbers): (Vec<(String, String)>, Vec<Number>) =
        names.zip(all).filter(|(_, number)| number.rule().is_none()).unzip();
    let names = told_apart(&report, names, &numbers);
    let places: Vec<Span> = numbers.iter().map(|number| number.span).collect();
    let data_places: Vec<Span> =
        numbers.iter().filter(|number| number.is_figure()).map(|number| number.span).collect();
    let is_new = |(_, number): &(&(String, String), &Number)| {
        let figure = report.figures.iter().any(|figure| figure.span.overlaps(number.span));
        let mut exclusions = report.exclusions.iter();
        !figure && !exclusions.any(|exclusion| exclusion.span.contains(number.span))
    };
    let figures = input.annotations.figures.iter();
    let mut taken: BTreeSet<String> = figures.map(|figure| figure.id.clone()).collect();
    let (data, doubtful): (Vec<_>, Vec<_>) =
        names.iter().zip(&numbers).filter(is_new).partition(|(_, number)| number.is_figure());
    let named: Vec<Named<'_>> = data
        .into_iter()
        .filter_map(|((label, topic), number)| {
            let quote = figure_quote(&report, number.span, &places, &data_places)?;
            Some(Named { id: id::new_id(label, &mut taken), label, topic, quote, number })
        })
        .collect();
    let is_first = input.annotations.figures.is_empty();
    let highlights = if is_first { highlight::highlights(&report, &named) } else { Vec::new() };
    let questions = if is_first && input.annotations.questions.is_empty() {
        question::questions(&report, &named, |figure| is_sure(&report, figure, &named))
    } else {
        Vec::new()
    };
    let charts =
        if is_first { chart::charts(&report, &chars, input.year, &named) } else { Vec::new() };
    let mut new: Vec<Value> = named
        .iter()
        .map(|figure| {
            let Named { id, label, topic, quote, number } = figure;
            let mut entry = json!({"id": id, "label": label, "topic": topic, "quote": quote});
            let doubt = number.doubt.map(|doubt| doubt.words());
            if let Some(doubt) = doubt.or_else(|| doubtful_label(figure, &named)) {
                entry["doubt"] = json!(doubt);
            }
            entry
        })
        .collect();
    // What is doubtful is to be looked at first.
    new.sort_by_key(|figure| figure.get("doubt").is_none());
    let excluded = doubtful.into_iter().filter_map(|(_, number)| {
        // An exclusion holds wherever its quote occurs.
        let quote = shortest_quote(&report, number.span, &places).or_else(|| {
            let line = report.sentence_at(number.span.start)?.1.span.start;
            let free = free_from(number.span, &places);
            let start = number.span.start.saturating_sub(MIN_BEFORE).max(line).max(free);
            Some(report.slice(Span::new(start, number.span.end)).to_string())
        })?;
        let words = number.reason?.words();
        let reason = match number.doubt {
            Some(doubt) => format!("{words}；{}", doubt.words()),
            None => words.to_string(),
        };
        Some(json!({"quote": quote, "reason": reason}))
    });
    let excluded: Vec<Value> = excluded.collect();
    let n_new = new.len();
    let mut annotations = serde_json::from_str::<Map<String, Value>>(before).unwrap_or_default();
    for (name, empty) in [
        ("schema", json!(1)),
        ("questions", json!([])),
        ("highlights", json!([])),
        ("figures", json!([])),
        ("exclusions", json!([])),
        ("derivations", json!([])),
        ("charts", json!([])),
    ] {
        annotations.entry(name).or_insert(empty);
    }
    for (name, new) in [
        ("questions", questions),
        ("highlights", highlights),
        ("figures", new),
        ("exclusions", excluded),
        ("charts", charts),
    ] {
        if let Some(Value::Array(list)) = annotations.get_mut(name) {
            list.extend(new);
        }
    }
    let unsupported = unsupported(input, &report, &numbers);
    Draft { json: written(&annotations), n_new, unsupported }
}

/// Behind the name of what is not of the year.
fn told_by(period: Period) -> &'static str {
    match period {
        Period::Next => "（计划）",
        Period::Begun => "（头几个月）",
        Period::Year | Period::Years => "",
    }
}

/// The names and topics of `numbers`; a plan says that it is one, and months of the next year where a result has
/// the same name.
fn told_apart(
    report: &Report,
    names: Vec<(String, String)>,
    numbers: &[Number],
) -> Vec<(String, String)> {
    let periods = Periods::of(report);
    let suffix_of = |label: &str, number: &Number| {
        told_by(periods.at(number.span, label, &number.quantity.unit))
    };
    let results: BTreeSet<String> = names
        .iter()
        .zip(numbers)
        .filter(|((label, _), number)| number.is_figure() && suffix_of(label, number).is_empty())
        .map(|((label, _), _)| label.clone())
        .collect();
    let name = |((label, topic), number): ((String, String), &Number)| {
        let suffix = suffix_of(&label, number);
        let length = label.chars().count() + suffix.chars().count();
        let is_needed = suffix == told_by(Period::Next) || results.contains(&label);
        let is_needed = is_needed && length <= LONGEST_LABEL;
        (label + if is_needed { suffix } else { "" }, topic)
    };
    names.into_iter().zip(numbers).map(name).collect()
}

/// A figure of the draft.
struct Named<'draft> {
    id: String,
    label: &'draft str,
    topic: &'draft str,
    quote: String,
    number: &'draft Number,
}

impl Named<'_> {
    /// What time it is of.
    fn period(&self, periods: &Periods<'_>) -> Period {
        periods.at(self.number.span, self.label, &self.number.quantity.unit)
    }
}

/// Why an editor should look at what a figure is called, in Chinese; none where nothing speaks against it.
fn doubtful_label(figure: &Named<'_>, all: &[Named<'_>]) -> Option<&'static str> {
    let length = figure.label.chars().count();
    let is_like = |other: &&Named<'_>| {
        other.label == figure.label
            && other.number.quantity.unit == figure.number.quantity.unit
            && other.number.quantity.change == figure.number.quantity.change
    };
    match () {
        () if figure.label.is_empty() => Some("没有找到名称"),
        () if length < SHORTEST_SURE || phrase::is_weak(figure.label) => {
            Some("名称太短，说不清数的是什么")
        }
        () if phrase::split_verb(figure.label).1.is_empty() => Some("名称只有动词"),
        () if all.iter().filter(is_like).count() > 1 => Some("名称与另一个数相同，要分得开"),
        () if length >= LONGEST_LABEL - 1 => Some("名称较长，看看是否完整"),
        () if is_cut(figure.label) => Some("名称像是句子的一半"),
        () => None,
    }
}

/// Fewest characters of a name that is not doubtful.
const SHORTEST_SURE: usize = 3;

/// Whether a name ends or begins as no noun does.
fn is_cut(label: &str) -> bool {
    const BEGINNINGS: &[char] = &['与', '和', '对', '为', '在', '从', '被', '将', '把', '以', '及'];
    const ENDS: &[&str] = &[
        "保持", "连续", "进入", "在", "与", "和", "至", "了", "从", "全国", "全省", "全市", "全区",
    ];
    label.starts_with(BEGINNINGS) || ENDS.iter().any(|end| label.ends_with(end))
}

/// Whether a figure can be shown by itself: nothing about it is in doubt, and it has happened.
fn is_sure(report: &Report, figure: &Named<'_>, all: &[Named<'_>]) -> bool {
    let quantity = &figure.number.quantity;
    figure.number.doubt.is_none()
        && !quantity.is_range()
        && !quantity.is_rank()
        && !is_planned(report, figure.number.span)
        && !is_explained(report, figure.number.span)
        && !figure.label.ends_with(label::BEFORE_CHANGE)
        && doubtful_label(figure, all).is_none()
}

/// Whether a place stands in what explains the report's words.
fn is_explained(report: &Report, place: Span) -> bool {
    report.sentence_at(place.start).is_some_and(|(section, _)| is_attached(report, &section.id))
}

/// Whether a place stands below a heading, or in a sentence, that says what is to come.
fn is_planned(report: &Report, place: Span) -> bool {
    const HEADINGS: &[&str] = &[
        "下一步",
        "今后",
        "明年",
        "来年",
        "重点工作",
        "目标",
        "总体要求",
        "工作安排",
        "打算",
        "计划",
        "主要任务",
        "工作建议",
        "展望",
        "思路",
    ];
    const SENTENCES: &[&str] = &["力争", "预期目标", "预计", "将"];
    let heads = |level: u8| {
        report
            .sections
            .iter()
            .rev()
            .find(|section| section.span.start <= place.start && section.level <= level)
    };
    let headings = [heads(0), heads(1)].into_iter().flatten();
    let is_headed = headings.filter_map(|section| section.heading).any(|heading| {
        let heading = report.slice(heading);
        HEADINGS.iter().any(|word| heading.contains(word))
    });
    is_headed
        || report.sentence_at(place.start).is_some_and(|(_, sentence)| {
            let before = report.slice(Span::new(sentence.span.start, place.start));
            SENTENCES.iter().any(|word| before.contains(word))
        })
}

/// `annotations.json` with all that they say.
pub fn annotations_json(annotations: &Annotations) -> String {
    match serde_json::to_value(annotations) {
        Ok(Value::Object(members)) => written(&members),
        _ => String::new(),
    }
}

/// The members one below the other, and of lists of objects one object a line.
fn written(annotations: &Map<String, Value>) -> String {
    let members = annotations.iter().map(|(name, value)| {
        let objects = value.as_array().filter(|list| list.iter().any(Value::is_object));
        let value = match objects {
            Some(list) => {
                let lines: Vec<String> =
                    list.iter().map(|object| format!("    {}", on_one_line(object))).collect();
                format!("[\n{}\n  ]", lines.join(",\n"))
            }
            None => on_one_line(value),
        };
        format!("  {}: {value}", json!(name))
    });
    format!("{{\n{}\n}}\n", members.collect::<Vec<_>>().join(",\n"))
}

fn on_one_line(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let members: Vec<String> = members
                .iter()
                .map(|(name, value)| format!("{}: {}", json!(name), on_one_line(value)))
                .collect();
            format!("{{{}}}", members.join(", "))
        }
        Value::Array(list) => {
            format!("[{}]", list.iter().map(on_one_line).collect::<Vec<_>>().join(", "))
        }
        plain => plain.to_string(),
    }
}

/// What an editor wrote and the text does not bear out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsupported {
    /// A figure, by its id.
    Figure(String),
    /// An exclusion, a heading or a duty, by its quote.
    Quote(String),
}

/// What of the annotations the text does not bear out, each with words for the editor.
fn unsupported(input: &Input, report: &Report, numbers: &[Number]) -> Vec<(Unsupported, String)> {
    let annotations = &input.annotations;
    let count = |quote: &str| match locate(report, quote) {
        Occurrence::Once(_) => None,
        Occurrence::Never => Some("原文里找不到".to_string()),
        Occurrence::Often(times) => Some(format!("在原文里出现了 {times} 次")),
    };
    let figures = annotations.figures.iter().filter_map(|figure| {
        let problem = count(&figure.quote).or_else(|| {
            let Occurrence::Once(span) = locate(report, &figure.quote) else { return None };
            let n_numbers = numbers_inside(report, span, numbers).len();
            (n_numbers != 1).then(|| format!("里面有 {n_numbers} 个数"))
        })?;
        let words = format!("指标「{}」的引文「{}」{problem}", figure.id, figure.quote);
        Some((Unsupported::Figure(figure.id.clone()), words))
    });
    let exclusions = annotations
        .exclusions
        .iter()
        .filter(|exclusion| occurrences(report, &exclusion.quote).is_empty())
        .map(|exclusion| {
            let words = format!("排除项「{}」原文里找不到", exclusion.quote);
            (Unsupported::Quote(exclusion.quote.clone()), words)
        });
    let sections = annotations.sections.iter().map(|section| ("章节", &section.quote));
    let duties = annotations.duties.iter().map(|duty| ("法定内容", &duty.quote));
    let quoted = sections.chain(duties).filter_map(|(kind, quote)| {
        let words = format!("{kind}的引文「{quote}」{}", count(quote)?);
        Some((Unsupported::Quote(quote.clone()), words))
    });
    figures.chain(exclusions).chain(quoted).collect()
}
