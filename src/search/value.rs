//! Matching numbers by value, however they are written: 19000 finds 1.9万余件, 2.2831e10 finds
//! 228.31亿元, 一百 finds 100. Only figures are matched by value; other numbers are found by their
//! digits.

use crate::model::Report;
use crate::number::decimal;
use crate::number::numeral;
use crate::text::Span;

use super::index::{Index, Kind};

/// The largest power of ten that is no larger than a value; no logarithm, whose code is large.
fn magnitude(value: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 <= value {
        power *= 10.0;
    }
    power
}

/// Calls `emit` with the entry of every figure that has the query's value, and with that of its
/// sentence; each with the span of the number in its words.
pub(super) fn find_value(
    report: &Report,
    index: &Index,
    query: &str,
    mut emit: impl FnMut(usize, Span),
) {
    let Some((value, unit)) = read_query(query) else { return };
    // 三千多件 is any number from there on that is no larger in kind.
    let (unit, most) = match unit.strip_prefix(['多', '余', '来', '几']) {
        Some(unit) => (unit.to_string(), value + magnitude(value)),
        None => (unit, value),
    };
    for (at, figure) in (0..).zip(&report.figures) {
        let (scale, counted) = split_unit(&figure.quantity.unit);
        let own = figure.quantity.value * scale;
        let same = (own - value).abs() <= value.abs() * 1e-9 || (own > value && own < most);
        if !same || !(unit.is_empty() || unit == counted || unit == figure.quantity.unit) {
            continue;
        }
        if let Some(entry) =
            index.entries.iter().position(|entry| entry.kind == Kind::Figure && entry.at == at)
        {
            let n_chars = index.entries[entry].words.chars().count() as u32;
            let printed = figure.quantity.printed().chars().count() as u32;
            emit(entry, Span::new(n_chars.saturating_sub(printed), n_chars));
        }
        let holds = |span: Option<Span>| span.is_some_and(|span| span.contains(figure.span));
        if let Some(entry) = index.entries.iter().position(|entry| holds(entry.span)) {
            let start = index.entries[entry].span.map_or(0, |span| span.start);
            emit(entry, Span::new(figure.span.start - start, figure.span.end - start));
        }
    }
}

/// The query's number in digits with its unit, as a text would write them; none if it has digits.
pub(super) fn digits(query: &str) -> Option<Vec<char>> {
    let (value, unit) = read_query(query)?;
    let digits = format!("{}{unit}", decimal::write(value));
    (digits != query).then(|| digits.chars().collect())
}

/// The factor that a unit's 万 or 亿 stands for, and the unit without it.
fn split_unit(unit: &str) -> (f64, &str) {
    if let Some(unit) = unit.strip_prefix('亿') {
        (1e8, unit)
    } else if let Some(unit) = unit.strip_prefix('万') {
        (1e4, unit)
    } else {
        (1.0, unit)
    }
}

/// The number and the unit of a query that holds nothing else; 万 and 亿 are multiplied out.
fn read_query(query: &str) -> Option<(f64, String)> {
    let is_separator = |ch: &char| matches!(ch, ',' | '，') || ch.is_whitespace();
    let plain: String = query
        .chars()
        .filter(|ch| !is_separator(ch))
        .map(|ch| if ch == '％' { '%' } else { ch })
        .collect();
    // First as computers write numbers, 2.2831e10 among them.
    let head_end = plain
        .find(|ch: char| !(ch.is_ascii_digit() || matches!(ch, '.' | 'e' | 'E')))
        .unwrap_or(plain.len());
    let (head, rest) = plain.split_at(head_end);
    if let Some(value) = decimal::read(head)
        && !rest.starts_with(['万', '亿', '千', '百', '十'])
    {
        return Some((value, rest.to_string()));
    }
    let share = plain.strip_prefix("百分之");
    let chars: Vec<char> = share.unwrap_or(&plain).chars().collect();
    let numeral = numeral::read(&chars, 0)?;
    // 十四五 is a plan and no 14 or 15 of anything.
    if numeral.upper.is_some() {
        return None;
    }
    let unit: String = chars[numeral.end..].iter().collect();
    match share {
        Some(_) => unit.is_empty().then(|| (numeral.value, "%".to_string())),
        None => Some((numeral.value, unit)),
    }
}
