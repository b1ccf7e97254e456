//! Finds every number of a text: Arabic digits of both widths, and Chinese numerals that count,
//! rank or have two places. Says of each whether it is data, and why not, and whether it rose or
//! fell; and gives the members of a list the unit, and the direction of change, that they share.

use crate::text::Span;

use super::change::{change_before, change_behind};
use super::fold::Folded;
use super::mark::{Mark, is_mark, mark_at};
use super::phrase::{Enclosed, Verdict, enclosures, is_number, judge, word_end};
use super::reading::{self, Reading, bounds};
use super::reason::{Doubt, Reason};
use super::table::{Cell, cells};
use super::{Quantity, date, name, numeral, qualifier};

/// A number of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Where it stands: the word before it, the numeral, its unit.
    pub span: Span,
    /// What it says.
    pub quantity: Quantity,
    /// Why it is no data; none for a figure.
    pub reason: Option<Reason>,
    /// What makes the reading doubtful.
    pub doubt: Option<Doubt>,
}

impl Number {
    /// Whether it is data.
    pub fn is_figure(&self) -> bool {
        self.reason.is_none()
    }

    /// Why it is no data beyond doubt.
    pub fn rule(&self) -> Option<Reason> {
        self.reason.filter(|_| self.doubt.is_none())
    }

    /// [`Number::span`] with the word behind the unit that qualifies it (90%以上).
    pub fn span_with_words(&self, chars: &[char]) -> Span {
        let word = qualifier::behind(chars, self.span.end as usize);
        let length = word.filter(|word| self.quantity.qualifier.as_ref() == Some(word));
        let length = length.map_or(0, |word| word.word().chars().count() as u32);
        Span::new(self.span.start, self.span.end + length)
    }
}

/// A number in the folded text, before its span is known.
struct Found {
    start: usize,
    number_end: usize,
    end: usize,
    quantity: Quantity,
    verdict: Verdict,
    /// Whether its unit is its own and known.
    has_unit: bool,
    arabic: bool,
    /// What 万 or 亿 in it multiplies by.
    scale: f64,
}

/// Every number of `text`, in order, none overlapping another.
pub fn scan(text: &str) -> Vec<Number> {
    scan_with_units(text, &[])
}

/// [`scan`], with more units than the usual ones: what an editor wrote for figures.
pub fn scan_with_units(text: &str, own_units: &[&str]) -> Vec<Number> {
    let folded = Folded::of(text);
    let mut found = find(&folded, own_units);
    share_in_lists(&folded.chars, &mut found);
    let place = |at: usize| folded.places.get(at).copied().unwrap_or_default();
    found
        .into_iter()
        .map(|found| Number {
            span: Span::new(place(found.start), place(found.end - 1) + 1),
            quantity: found.quantity,
            reason: found.verdict.0,
            doubt: found.verdict.1,
        })
        .collect()
}

fn find(text: &Folded, own_units: &[&str]) -> Vec<Found> {
    let chars = &text.chars;
    let (enclosed, cells) = (enclosures(chars), cells(chars));
    let mut found: Vec<Found> = Vec::new();
    let mut last_mark = None;
    let mut at = 0;
    while at < chars.len() {
        if is_mark(chars[at]) {
            found.push(excluded(text, at, at, at + 1, Reason::List));
            at += 1;
            continue;
        }
        if !numeral::begins(chars[at]) {
            at += 1;
            continue;
        }
        if let Some(mark) = mark_at(chars, at, last_mark) {
            last_mark = mark.number.or(last_mark);
            let Mark { start, .. } = mark;
            let (end, reason) = mark.reason();
            found.push(excluded(text, start, at, end, reason));
            at = end;
            continue;
        }
        let cell = cells.get(cells.partition_point(|cell| cell.end <= at));
        let cell = cell.filter(|cell| cell.start <= at);
        if let Some(counted) = cell.and_then(|cell| counted_in(text, cell, at, own_units)) {
            at = counted.end;
            found.push(counted);
            continue;
        }
        let ruled = name::name_at(chars, at)
            .or_else(|| date::date_at(chars, at))
            .or_else(|| name::dialled_at(chars, at));
        if let Some((end, reason)) = ruled {
            let ranked = at > 0 && chars[at - 1] == '第';
            found.push(excluded(text, at - usize::from(ranked), at, end, reason));
            at = end;
            continue;
        }
        let floor = found.last().map_or(0, |last| last.end);
        let read = reading::read(text, at, own_units).filter(|reading| reading.start >= floor);
        let read = read.or_else(|| reading::read(text, at, own_units).map(without_words(text)));
        let Some(reading) = read else {
            at += 1;
            continue;
        };
        if let Some(end) = word_end(chars, at).filter(|_| !reading.numeral.arabic) {
            at = end.max(reading.numeral.end);
            continue;
        }
        if !is_number(chars, &reading) {
            at = reading.numeral.end.max(at + 1);
            continue;
        }
        at = reading.end.max(at + 1);
        found.push(judged(chars, enclosed[reading.at], reading));
    }
    found
}

/// The number at `at` as its cell of a table says: it counts what heads the cell, in the unit of its column;
/// or it is a number in an order, or a year.
fn counted_in(text: &Folded, cell: &Cell, at: usize, own_units: &[&str]) -> Option<Found> {
    let heads = |words: &[&str]| words.iter().any(|word| cell.column.ends_with(word));
    if heads(&["序号", "编号", "代码"]) {
        return Some(excluded(text, at, at, cell.end, Reason::List));
    }
    if heads(&["年份", "年度", "时间", "日期"]) {
        return Some(excluded(text, at, at, cell.end, Reason::Year));
    }
    let reading = reading::read(text, at, own_units)?;
    let mut counted = judged(&text.chars, Enclosed::default(), reading);
    counted.verdict.0 = None;
    if counted.quantity.unit.is_empty() && !cell.unit.is_empty() {
        counted.quantity.unit = cell.unit.clone();
        (counted.has_unit, counted.verdict.1) = (true, None);
    }
    Some(counted)
}

/// A reading that begins with its numeral: the words before it belong to the number before.
fn without_words(text: &Folded) -> impl Fn(Reading) -> Reading + '_ {
    |reading| {
        let stated = text.print(reading.at, reading.number_end);
        let quantity =
            Quantity { stated, qualifier: None, lower: None, upper: None, ..reading.quantity };
        Reading { start: reading.at, quantity, ..reading }
    }
}

fn judged(chars: &[char], enclosed: Enclosed, reading: Reading) -> Found {
    let verdict = judge(chars, enclosed, &reading);
    let mut quantity = reading.quantity;
    let mut end = reading.end;
    if reading.guessed && verdict.0.is_some() {
        (quantity.unit, end) = (String::new(), reading.number_end);
    }
    let scale = match chars[..reading.number_end].last() {
        Some('万') => 1e4,
        Some('亿') => 1e8,
        _ => 1.0,
    };
    Found {
        start: reading.start,
        number_end: reading.number_end,
        end: end.max(reading.start + 1),
        has_unit: !quantity.unit.is_empty() && !reading.guessed,
        scale,
        quantity,
        verdict,
        arabic: reading.numeral.arabic,
    }
}

/// A number that a rule found from `start` to `end`, its numeral at `at`.
fn excluded(text: &Folded, start: usize, at: usize, end: usize, reason: Reason) -> Found {
    let value = numeral::read(&text.chars, at).map_or(0.0, |numeral| numeral.value);
    let quantity = Quantity {
        value,
        unit: String::new(),
        qualifier: None,
        change: None,
        stated: text.print(start, end),
        lower: None,
        upper: None,
    };
    Found {
        start,
        number_end: end,
        end,
        quantity,
        verdict: (Some(reason), None),
        has_unit: true,
        arabic: true,
        scale: 1.0,
    }
}

/// What stands between the members of a list.
const BETWEEN_MEMBERS: &[&str] = &["、", "和", "及", "与", "以及", "或", ",", "，", "、和", "~"];

/// 44.1、21.6和11.8亿元: the unit behind the last is that of all. Then, in order, what each says of a
/// change; 分别增长17.9%和16.2%: both grew.
fn share_in_lists(chars: &[char], found: &mut [Found]) {
    let follows = |before: &Found, after: &Found| {
        before.end <= after.start && after.start - before.end <= 2 && {
            let between: String = chars[before.end..after.start].iter().collect();
            BETWEEN_MEMBERS.contains(&between.trim())
        }
    };
    for at in (1..found.len()).rev() {
        let (before, after) = found.split_at_mut(at);
        let (Some(before), Some(after)) = (before.last_mut(), after.first()) else { continue };
        if before.has_unit || !before.arabic || !after.has_unit || !after.arabic {
            continue;
        }
        if before.quantity.is_rank() || after.quantity.is_rank() || !follows(before, after) {
            continue;
        }
        if after.verdict.0.is_some() {
            // 14、16号线; 2019、2020、2021年.
            let listed = matches!(after.verdict.0, Some(Reason::Name | Reason::Year));
            if listed && before.verdict.0.is_none() {
                before.verdict = (after.verdict.0, None);
                before.has_unit = true;
            }
            continue;
        }
        if before.verdict.0.is_some() {
            continue;
        }
        // 3.5、2.1和1.2万人: 万 is that of all, too.
        let scale = after.scale;
        let quantity = &mut before.quantity;
        let alike = (0.01..100.0).contains(&(quantity.value * scale / after.quantity.value));
        if scale > 1.0 && alike && before.scale == 1.0 {
            before.scale = scale;
            quantity.stated.push(if scale == 1e4 { '万' } else { '亿' });
            quantity.value = numeral::rounded(quantity.value * scale);
            (quantity.lower, quantity.upper) =
                bounds(quantity.value, &quantity.qualifier, scale, None);
        }
        quantity.unit.clone_from(&after.quantity.unit);
        before.end = before.number_end;
        (before.has_unit, before.verdict.1) = (true, None);
    }
    for at in 0..found.len() {
        let (before, after) = found.split_at_mut(at);
        let (before, Some(after)) = (before.last(), after.first_mut()) else { continue };
        if after.verdict.0.is_some() || after.quantity.is_rank() {
            continue;
        }
        let floor = before.map_or(0, |before| before.end);
        let shared = before
            .filter(|before| before.quantity.unit == after.quantity.unit && follows(before, after));
        let negative = after.quantity.value < 0.0;
        let unit = &after.quantity.unit;
        let behind = || change_behind(chars, after.end).filter(|_| unit == "%");
        let own = change_before(chars, after.start, floor, unit, negative).or_else(behind);
        after.quantity.change = own.or(shared.and_then(|before| before.quantity.change));
    }
}
