//! Finds every number of a text: Arabic digits of both widths, and Chinese numerals that count,
//! rank or have two places. What no rule calls a date, a document's or a list's number is for an
//! editor to name.

use crate::text::Span;

use super::{Quantity, numeral, reading, rule::rule_at};

/// A number of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Where it stands: the word before it, the numeral, its unit.
    pub span: Span,
    /// What it says.
    pub quantity: Quantity,
    /// Why it is no data, where its form alone says so: 日期, 年份, 文号, 序号.
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
            if let Some(reading) = reading::read(&chars, at, None) {
                numbers.push(number(at, end, reading.quantity, Some(rule)));
            }
            at = end;
            continue;
        }
        match reading::read(&chars, at, own_unit) {
            Some(reading) if is_number(&reading, &chars) => {
                at = reading.end.max(at + 1);
                numbers.push(number(reading.start, reading.end, reading.quantity, None));
            }
            Some(reading) => at = reading.numeral.end.max(at + 1),
            None => at += 1,
        }
    }
    numbers
}

fn number(start: usize, end: usize, quantity: Quantity, rule: Option<&'static str>) -> Number {
    Number { span: Span::new(start as u32, end as u32), quantity, rule }
}

/// Whether numerals are a number at all and no part of a word: 一致, 统一 and 万家 are words, 三地,
/// 第一 and 十九 are numbers.
fn is_number(reading: &reading::Reading, chars: &[char]) -> bool {
    reading.numeral.arabic
        || reading.quantity.is_rank()
        || reading.numeral.n_numerals > 1
        || (reading.has_unit
            && numeral::large_multiplier(chars[reading.start]).is_none()
            && !(reading.start > 0
                && matches!(chars[reading.start - 1], '统' | '唯' | '同' | '逐')))
}
