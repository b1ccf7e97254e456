//! Charts for a draft: only where a sentence gives three or more like things in one unit, so that a
//! picture says something. Unlike things that share a unit are none.

use serde_json::{Value, json};

use crate::model::Report;
use crate::period::{Period, Periods};
use crate::text::Span;

use super::Named;
use super::id::new_id;
use super::question::is_part;
use super::words::CHANGES;

/// Fewest bars that say more than the sentence.
const FEWEST: usize = 3;
/// And most.
const MOST: usize = 12;
/// What labels have in common when they count like things: so many characters at their beginning, or at
/// their end.
const COMMON_BEGINNING: usize = 4;
const COMMON_END: usize = 2;

/// The charts, in the order of the text.
pub(super) fn charts(
    report: &Report,
    chars: &[char],
    year: u16,
    figures: &[Named<'_>],
) -> Vec<Value> {
    let periods = Periods::of(report);
    let mut charts = Vec::new();
    let mut taken = std::collections::BTreeSet::new();
    let mut titles = std::collections::BTreeSet::new();
    let mut seen = std::collections::BTreeSet::new();
    for at in 0..figures.len() {
        if seen.contains(&at) {
            continue;
        }
        let sentence =
            report.sentence_at(figures[at].number.span.start).map(|(_, found)| found.number);
        let quantity = &figures[at].number.quantity;
        let is_inside = |other: &usize| {
            let start = figures[*other].number.span.start;
            report.sentence_at(start).map(|(_, found)| found.number) == sentence
        };
        let is_like = |other: &usize| {
            let (figure, other) = (&figures[*other], &figures[*other].number.quantity);
            // A whole is not drawn beside its parts.
            other.unit == quantity.unit
                && other.change == quantity.change
                && is_part(figure.label) == is_part(figures[at].label)
        };
        let following = (at..figures.len()).take_while(is_inside);
        // Between changes stands what changed: 预算收入78.8亿元，增长19.5%；工业增加值804.2亿元，增长16%.
        let like: Vec<usize> = match quantity.change {
            Some(_) => following.filter(is_like).collect(),
            None => following.take_while(is_like).collect(),
        };
        seen.extend(like.iter().copied());
        let like: Vec<&Named<'_>> = like.into_iter().map(|at| &figures[at]).collect();
        let labels: Vec<&str> = like.iter().map(|figure| figure.label).collect();
        let is_plain = like.iter().all(|figure| {
            let quantity = &figure.number.quantity;
            !quantity.is_rank() && !quantity.is_range() && figure.number.doubt.is_none()
        });
        let period = like[0].period(&periods);
        // A plan is no result, and what explains words is of no year.
        let is_told = !super::is_planned(report, like[0].number.span)
            && !super::is_explained(report, like[0].number.span)
            && !matches!(period, Period::Next | Period::Begun)
            && like.iter().all(|figure| figure.period(&periods) == period);
        let Some(common) = common(&labels).filter(|_| is_plain && is_told) else { continue };
        if !(FEWEST..=MOST).contains(&like.len()) || quantity.unit.is_empty() {
            continue;
        }
        // A picture of some of a sentence's parts, or of one beside its whole, would be read as all of it.
        let is_left_out = |other: &usize| {
            let (name, other) = (figures[*other].label, &figures[*other].number);
            other.quantity.unit == quantity.unit
                && other.quantity.change == quantity.change
                && !like.iter().any(|figure| figure.number.span == other.span)
                // The whole whose parts these are.
                && !(is_part(like[0].label) && !is_part(name) && other.span < like[0].number.span)
        };
        // Those of a sentence stand beside each other.
        let before = (0..at).rev().take_while(is_inside);
        let after = (at..figures.len()).take_while(is_inside);
        let is_whole = !before.chain(after).any(|other| is_left_out(&other))
            && like.windows(2).all(|pair| {
                let between =
                    Span { start: pair[0].number.span.end, end: pair[1].number.span.start };
                !report.slice(between).contains("其中")
            });
        if !is_whole {
            continue;
        }
        // Of 金融业增加值增长, 工业增加值增长 the change is what they share, not 业增加值增长.
        let change = CHANGES.iter().find(|change| common.ends_with(*change));
        let change = change.filter(|_| quantity.change.is_some());
        let common = change.map_or(common, |change| change.to_string());
        // Parts are told by their whole: which of them is the largest.
        let whole = common.strip_suffix('中').filter(|_| is_part(like[0].label));
        let largest = whole.and_then(|whole| {
            let values = || like.iter().map(|figure| figure.number.quantity.value);
            let most = values().fold(f64::MIN, f64::max);
            let mut most = like.iter().filter(|one| one.number.quantity.value == most);
            let (Some(figure), None) = (most.next(), most.next()) else { return None };
            Some(format!("{whole}中，{}的最多", figure.label.strip_prefix(common.as_str())?))
        });
        // 增长 of three fields is three charts: each says of what.
        let topic = like[0].topic;
        // 增长 or 企业 alone says nothing: some of the things have to be named.
        let says_little = common.chars().count() < 3 || CHANGES.contains(&common);
        let named = || {
            let own = |label: &&str| label.strip_suffix(common.as_str()).map(str::to_string);
            let own: Vec<String> = labels.iter().take(2).filter_map(own).collect();
            let named = own.join("、");
            match CHANGES.contains(&common) {
                // How many they are is seen, and a number here would have to be one of the report's.
                true => format!("{named}等多项{common}"),
                false => format!("{named}等{common}"),
            }
        };
        let first = if says_little { named() } else { common.clone() };
        let title = [largest, Some(first), Some(format!("{topic}：{common}"))]
            .into_iter()
            .flatten()
            .find(|title| titles.insert(title.clone()));
        let Some(title) = title else { continue };
        let ids: Vec<&str> = like.iter().map(|figure| figure.id.as_str()).collect();
        let told: Vec<String> = like
            .iter()
            .map(|figure| {
                let printed = report.slice(figure.number.span_with_words(chars));
                format!("{}{}", figure.label, printed.split_whitespace().collect::<String>())
            })
            .collect();
        charts.push(json!({
            "id": new_id(&format!("{common}比较"), &mut taken),
            "title": title,
            "subtitle": format!("{}，单位：{}", period.words(year), quantity.unit),
            "kind": "bars",
            "figures": ids,
            "description": format!("{}。", told.join("，")),
        }));
    }
    charts
}

/// What all labels have in common, if that is enough to be what they count; none for labels that are the
/// same.
pub fn common(labels: &[&str]) -> Option<String> {
    let chars: Vec<Vec<char>> = labels.iter().map(|label| label.chars().collect()).collect();
    let (first, rest) = chars.split_first()?;
    let is_apart = labels.iter().enumerate().all(|(at, label)| !labels[..at].contains(label));
    let shared = |get: &dyn Fn(&[char], usize) -> Option<char>| {
        (0..first.len())
            .take_while(|at| rest.iter().all(|other| get(other, *at) == get(first, *at)))
            .count()
    };
    let beginning = shared(&|chars, at| chars.get(at).copied());
    let mut end = shared(&|chars, at| chars.iter().rev().nth(at).copied());
    // 制定的文件, 修订的文件 are 文件.
    while end > 0 && matches!(first[first.len() - end], '的' | '等' | '、' | '和') {
        end -= 1;
    }
    // A few characters at the beginning may be half a name: 评查行政处罚案卷, 评查行政许可案卷.
    let is_by_end = end >= COMMON_END && (beginning < COMMON_BEGINNING || 2 * end >= beginning);
    let words = match () {
        () if is_by_end => &first[first.len() - end..],
        () if beginning >= COMMON_BEGINNING => &first[..beginning],
        () => return None,
    };
    is_apart.then(|| words.iter().collect())
}
