//! Numbers that are no data by their form alone: dates and years, numbers of documents, and the
//! numbers of a list. Each rule gives the number's end and the name of the rule, which readers see.

use super::numeral::{self, digit};

/// One past a number, and the name of the rule that says it is no data.
type Match = (usize, &'static str);

/// The rule that the number at `at` falls under, if any.
pub(super) fn rule_at(chars: &[char], at: usize) -> Option<Match> {
    date_at(chars, at).or_else(|| document_at(chars, at)).or_else(|| list_number_at(chars, at))
}

/// 2021年2月3日, 2020年度, 2016—2020年, 12月18日, 2021-02-03, 二〇二一年二月三日.
fn date_at(chars: &[char], at: usize) -> Option<Match> {
    match year_at(chars, at) {
        Some(end) => dated_year(chars, at, end)
            .or_else(|| range_of_years(chars, end))
            .or_else(|| date_in_digits(chars, end)),
        None => {
            let end = digits_before(chars, at, '月')?;
            Some((after_day(chars, end), "日期"))
        }
    }
}

/// A year with 年 at `year_end`, with what follows of month, day or 度.
fn dated_year(chars: &[char], at: usize, year_end: usize) -> Option<Match> {
    if !is(chars, year_end, '年') {
        return None;
    }
    let after_year = year_end + 1;
    let end = digits_before(chars, after_year, '月')
        .or_else(|| numeral_before(chars, after_year, '月'))
        .map_or(after_year, |month_end| after_day(chars, month_end));
    Some(if is(chars, end, '度') {
        (end + 1, "年份")
    } else {
        (end, if end > at + 5 { "日期" } else { "年份" })
    })
}

/// 2016—2020年 behind its first year.
fn range_of_years(chars: &[char], first_end: usize) -> Option<Match> {
    let separated =
        matches!(chars.get(first_end), Some('—' | '–' | '-' | '－' | '～' | '~' | '至'));
    let last_end =
        year_at(chars, first_end + 1).filter(|end| separated && is(chars, *end, '年'))?;
    Some((if is(chars, last_end + 1, '度') { last_end + 2 } else { last_end + 1 }, "年份"))
}

/// 2021-02-03 behind its year.
fn date_in_digits(chars: &[char], year_end: usize) -> Option<Match> {
    let separator = *chars.get(year_end).filter(|ch| matches!(ch, '-' | '.' | '/'))?;
    let month_end =
        one_or_two_digits(chars, year_end + 1).filter(|end| is(chars, *end, separator))?;
    Some((one_or_two_digits(chars, month_end + 1)?, "日期"))
}

/// Four digits that can be a year of this kind of report, in either script.
fn year_at(chars: &[char], at: usize) -> Option<usize> {
    let end = at + 4;
    let year = chars.get(at..end)?;
    let arabic = n_digits(chars, at) == 4
        && matches!((digit(year[0]), digit(year[1])), (Some(1), Some(9)) | (Some(2), Some(0)));
    let chinese = matches!(year[0], '一' | '二')
        && matches!(year[1], '九' | '〇' | '零')
        && numeral::read(chars, at).is_some_and(|numeral| numeral.end == end);
    (arabic || chinese).then_some(end)
}

/// 〔2019〕28号, both numbers one.
fn document_at(chars: &[char], at: usize) -> Option<Match> {
    let opened = at
        .checked_sub(1)
        .is_some_and(|before| matches!(chars[before], '〔' | '[' | '［' | '(' | '（'));
    let end = year_at(chars, at).filter(|_| opened)?;
    matches!(chars.get(end), Some('〕' | ']' | '］' | ')' | '）')).then_some(())?;
    let number = if is(chars, end + 1, '第') { end + 2 } else { end + 1 };
    let number_end = number + n_digits(chars, number);
    (number_end > number && is(chars, number_end, '号')).then_some((number_end + 1, "文号"))
}

/// `1.`, `十一、` or `(1)` at the head of a line.
fn list_number_at(chars: &[char], at: usize) -> Option<Match> {
    let head = chars[..at]
        .iter()
        .rev()
        .take_while(|ch| **ch != '\n')
        .all(|ch| matches!(ch, ' ' | '　' | '\t' | '(' | '（'));
    let end = at + chars[at..].iter().take_while(|ch| numeral::begins(**ch)).count();
    let marked = matches!(chars.get(end), Some('、' | '．' | ')' | '）'))
        || (is(chars, end, '.') && chars.get(end + 1).copied().and_then(digit).is_none());
    (head && marked).then_some((end, "序号"))
}

fn is(chars: &[char], at: usize, ch: char) -> bool {
    chars.get(at) == Some(&ch)
}

/// Number of Arabic digits from `at` on.
fn n_digits(chars: &[char], at: usize) -> usize {
    chars.iter().skip(at).take_while(|ch| digit(**ch).is_some()).count()
}

/// One past the one or two digits at `at`.
fn one_or_two_digits(chars: &[char], at: usize) -> Option<usize> {
    let n = n_digits(chars, at);
    (1..=2).contains(&n).then_some(at + n)
}

/// One past `word`, if it stands behind one or two digits at `at`.
fn digits_before(chars: &[char], at: usize, word: char) -> Option<usize> {
    one_or_two_digits(chars, at).filter(|end| is(chars, *end, word)).map(|end| end + 1)
}

/// One past `word`, if it stands behind a Chinese numeral at `at` that can be a month or a day.
fn numeral_before(chars: &[char], at: usize, word: char) -> Option<usize> {
    let numeral = numeral::read(chars, at)?;
    let fits = !numeral.arabic && numeral.upper.is_none() && numeral.value <= 31.0;
    (fits && is(chars, numeral.end, word)).then_some(numeral.end + 1)
}

/// One past the day behind a month, or the month's end.
fn after_day(chars: &[char], month_end: usize) -> usize {
    digits_before(chars, month_end, '日')
        .or_else(|| numeral_before(chars, month_end, '日'))
        .unwrap_or(month_end)
}
