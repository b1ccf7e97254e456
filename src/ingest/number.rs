//! Finds every number of a text: Arabic digits of both widths, and Chinese numerals that count,
//! rank or have two places. Dates, years, document numbers and list numbers are told apart by rule;
//! all else is for an editor to name.

use crate::model::{Quantity, Span};

use super::numeral::{self, digit};
use super::quantity;

/// A number of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Where it stands: the word before it, the numeral, its unit.
    pub span: Span,
    /// What it says.
    pub quantity: Quantity,
    /// Why it is no data, where a rule can tell.
    pub rule: Option<&'static str>,
}

/// Every number of `text`, in order, none overlapping another.
pub fn scan(text: &str) -> Vec<Number> {
    scan_with_unit(text, None)
}

/// [`scan`], with one more unit than the usual ones: what an editor wrote for a figure.
pub fn scan_with_unit(text: &str, own_unit: Option<&str>) -> Vec<Number> {
    let chars: Vec<char> = text.chars().collect();
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !numeral::begins(chars[at]) {
            at += 1;
            continue;
        }
        if let Some((end, rule)) = rule_at(&chars, at) {
            if let Some(reading) = quantity::read(&chars, at, None) {
                numbers.push(Number {
                    span: span(at, end),
                    quantity: reading.quantity,
                    rule: Some(rule),
                });
            }
            at = end;
            continue;
        }
        match quantity::read(&chars, at, own_unit) {
            Some(reading) if counts(&reading, &chars) => {
                at = reading.end.max(at + 1);
                numbers.push(Number {
                    span: span(reading.start, reading.end),
                    quantity: reading.quantity,
                    rule: None,
                });
            }
            Some(reading) => at = reading.numeral.end.max(at + 1),
            None => at += 1,
        }
    }
    numbers
}

/// The value of the numeral at the head of `chars` (1.9万, 一百, 228.31亿), and one past its end.
pub fn read_value(chars: &[char]) -> Option<(f64, usize)> {
    numeral::read(chars, 0).map(|numeral| (numeral.value, numeral.end))
}

fn span(start: usize, end: usize) -> Span {
    Span::new(start as u32, end as u32)
}

/// Whether a reading is a number at all: 一致, 统一 and 万家 are words, 三地, 第一 and 十九 are numbers.
fn counts(reading: &quantity::Reading, chars: &[char]) -> bool {
    reading.numeral.arabic
        || reading.quantity.is_rank()
        || reading.numeral.n_numerals > 1
        || (reading.has_unit
            && numeral::place(chars[reading.start]).is_none()
            && !(reading.start > 0
                && matches!(chars[reading.start - 1], '统' | '唯' | '同' | '逐')))
}

/// The end and the name of what is no data by its form: a date, a year, a document's or a list's
/// number.
fn rule_at(chars: &[char], at: usize) -> Option<(usize, &'static str)> {
    date_at(chars, at).or_else(|| document_at(chars, at)).or_else(|| list_number_at(chars, at))
}

/// 2021年2月3日, 2020年度, 2016—2020年, 12月18日, 2021-02-03, 二〇二〇年.
fn date_at(chars: &[char], at: usize) -> Option<(usize, &'static str)> {
    let is = |at: usize, ch: char| chars.get(at) == Some(&ch);
    let short = |at: usize| -> Option<usize> {
        let n = run(chars, at);
        (1..=2).contains(&n).then_some(at + n)
    };
    let day_behind = |month_end: usize| {
        short(month_end).filter(|end| is(*end, '日')).map_or(month_end, |end| end + 1)
    };
    let month_behind = |year_end: usize| {
        short(year_end).filter(|end| is(*end, '月')).map_or(year_end, |end| day_behind(end + 1))
    };

    if let Some(end) = year_at(chars, at) {
        if is(end, '年') {
            let end = month_behind(end + 1);
            return Some(if is(end, '度') {
                (end + 1, "年份")
            } else {
                (end, if end > at + 5 { "日期" } else { "年份" })
            });
        }
        let ranges = matches!(chars.get(end), Some('—' | '–' | '-' | '－' | '～' | '~' | '至'));
        if let Some(last) = year_at(chars, end + 1).filter(|last| ranges && is(*last, '年')) {
            return Some((if is(last + 1, '度') { last + 2 } else { last + 1 }, "年份"));
        }
        if matches!(chars.get(end), Some('-' | '.' | '/')) {
            let separator = chars[end];
            if let Some(end) =
                short(end + 1).filter(|end| is(*end, separator)).and_then(|end| short(end + 1))
            {
                return Some((end, "日期"));
            }
        }
        return None;
    }
    let end = short(at).filter(|end| is(*end, '月'))?;
    Some((day_behind(end + 1), "日期"))
}

/// Four digits that can be a year of this kind of report, in either script.
fn year_at(chars: &[char], at: usize) -> Option<usize> {
    let end = at + 4;
    let year = chars.get(at..end)?;
    let arabic = run(chars, at) == 4
        && matches!((digit(year[0]), digit(year[1])), (Some(1), Some(9)) | (Some(2), Some(0)));
    let chinese = matches!(year[0], '一' | '二')
        && matches!(year[1], '九' | '〇' | '零')
        && numeral::read(chars, at).is_some_and(|numeral| numeral.end == end);
    (arabic || chinese).then_some(end)
}

/// 〔2019〕28号, both numbers one.
fn document_at(chars: &[char], at: usize) -> Option<(usize, &'static str)> {
    let opened = at
        .checked_sub(1)
        .is_some_and(|before| matches!(chars[before], '〔' | '[' | '［' | '(' | '（'));
    let end = year_at(chars, at).filter(|_| opened)?;
    matches!(chars.get(end), Some('〕' | ']' | '］' | ')' | '）')).then_some(())?;
    let number = if chars.get(end + 1) == Some(&'第') { end + 2 } else { end + 1 };
    let number_end = number + run(chars, number);
    (number_end > number && chars.get(number_end) == Some(&'号'))
        .then_some((number_end + 1, "文号"))
}

/// `1.`, `十一、` or `(1)` at the head of a line.
fn list_number_at(chars: &[char], at: usize) -> Option<(usize, &'static str)> {
    let head = chars[..at]
        .iter()
        .rev()
        .take_while(|ch| **ch != '\n')
        .all(|ch| matches!(ch, ' ' | '　' | '\t' | '(' | '（'));
    let end = at + chars[at..].iter().take_while(|ch| numeral::begins(**ch)).count();
    let marked = matches!(chars.get(end), Some('、' | '．' | ')' | '）'))
        || (chars.get(end) == Some(&'.') && chars.get(end + 1).copied().and_then(digit).is_none());
    (head && marked).then_some((end, "序号"))
}

fn run(chars: &[char], at: usize) -> usize {
    chars.iter().skip(at).take_while(|ch| digit(**ch).is_some()).count()
}
