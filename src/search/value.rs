//! Numbers by value: 19000 finds 1.9万余件, 2.2831e10 finds 228.31亿元, 一百 finds 100.

use super::index::{Index, Kind};
use crate::ingest::number::read_value;
use crate::model::{Report, Span, decimal};

/// Hands the figures whose value the query states, and the sentences that state them, each with the
/// span of the number.
pub(super) fn find_value(
    report: &Report,
    index: &Index,
    query: &str,
    mut hand: impl FnMut(usize, Span),
) {
    let Some((value, unit)) = read_query(query) else { return };
    for (at, figure) in (0..).zip(&report.figures) {
        let (scale, counted) = split_unit(&figure.quantity.unit);
        let same = (figure.quantity.value * scale - value).abs() <= value.abs() * 1e-9;
        if !same || !(unit.is_empty() || unit == counted || unit == figure.quantity.unit) {
            continue;
        }
        if let Some(entry) =
            index.entries.iter().position(|entry| entry.kind == Kind::Figure && entry.at == at)
        {
            let n_chars = index.entries[entry].words.chars().count() as u32;
            let printed = figure.quantity.printed().chars().count() as u32;
            hand(entry, Span::new(n_chars.saturating_sub(printed), n_chars));
        }
        let holds = |span: Option<Span>| span.is_some_and(|span| span.contains(figure.span));
        if let Some(entry) = index.entries.iter().position(|entry| holds(entry.span)) {
            let start = index.entries[entry].span.map_or(0, |span| span.start);
            hand(entry, Span::new(figure.span.start - start, figure.span.end - start));
        }
    }
}

/// The digits of a number that the query has in words, and its unit, as a text would write them.
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

/// The number and the unit that a query is, if it is nothing else; 万 and 亿 are multiplied out.
fn read_query(query: &str) -> Option<(f64, String)> {
    let is_separator = |ch: &char| matches!(ch, ',' | '，') || ch.is_whitespace();
    let plain: String = query
        .chars()
        .filter(|ch| !is_separator(ch))
        .map(|ch| if ch == '％' { '%' } else { ch })
        .collect();
    // A number as computers write it, 2.2831e10 among them; the longest head that is one.
    let written = plain
        .find(|ch: char| !(ch.is_ascii_digit() || matches!(ch, '.' | 'e' | 'E')))
        .unwrap_or(plain.len());
    let (head, rest) = plain.split_at(written);
    if let Some(value) = decimal::read(head)
        && !rest.starts_with(['万', '亿', '千', '百', '十'])
    {
        return Some((value, rest.to_string()));
    }
    let chars: Vec<char> = plain.chars().collect();
    let (value, end) = read_value(&chars)?;
    Some((value, chars[end..].iter().collect()))
}
