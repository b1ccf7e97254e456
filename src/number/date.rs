//! Numbers that are dates, years, times or spans of years by their form: 2021年2月3日, 1—9月, 近三年,
//! 一季度, 16:56. GB/T 7408 has the forms in digits.

use super::numeral::{self, chinese_digit, digit, n_digits};
use super::reason::Reason;
use crate::text::{has_word_at, word_ending_at};

/// One past a number, and why it is no data.
pub(super) type Match = (usize, Reason);

/// The date at `at`.
pub(super) fn date_at(chars: &[char], at: usize) -> Option<Match> {
    match year_at(chars, at) {
        Some(end) => dated_year(chars, end)
            .or_else(|| range_of_years(chars, end))
            .or_else(|| date_in_digits(chars, end)),
        None => months_at(chars, at)
            .or_else(|| day_at(chars, at))
            .or_else(|| time_at(chars, at))
            .or_else(|| span_at(chars, at))
            .or_else(|| memorial_at(chars, at)),
    }
}

fn is(chars: &[char], at: usize, ch: char) -> bool {
    chars.get(at) == Some(&ch)
}

fn is_range_mark(chars: &[char], at: usize) -> bool {
    matches!(chars.get(at), Some('~' | '-' | '至' | '到'))
}

/// A year with 年 at `year_end`, with what follows of month, day or 度.
fn dated_year(chars: &[char], year_end: usize) -> Option<Match> {
    if !is(chars, year_end, '年') {
        return None;
    }
    let after_year = year_end + 1;
    let end = month(chars, after_year).map_or(after_year, |month_end| after_day(chars, month_end));
    Some(if is(chars, end, '度') {
        (end + 1, Reason::Year)
    } else {
        (end, if end > after_year { Reason::Date } else { Reason::Year })
    })
}

/// 2016—2020年, (2021-2025) behind its first year.
fn range_of_years(chars: &[char], first_end: usize) -> Option<Match> {
    let marks = (0..2).take_while(|n| is_range_mark(chars, first_end + n)).count();
    let last_end = year_at(chars, first_end + marks).filter(|_| marks > 0)?;
    if !is(chars, last_end, '年') {
        let closed = chars.get(last_end).is_none_or(|ch| !ch.is_alphanumeric() && *ch != '%');
        return closed.then_some((last_end, Reason::Year));
    }
    Some((last_end + 1 + usize::from(is(chars, last_end + 1, '度')), Reason::Year))
}

/// 2021-02-03 behind its year.
fn date_in_digits(chars: &[char], year_end: usize) -> Option<Match> {
    let separator = *chars.get(year_end).filter(|ch| matches!(ch, '-' | '.' | '/'))?;
    let month_end =
        one_or_two_digits(chars, year_end + 1).filter(|end| is(chars, *end, separator))?;
    Some((one_or_two_digits(chars, month_end + 1)?, Reason::Date))
}

/// Four digits that can be a year of this kind of report, in either script.
pub(super) fn year_at(chars: &[char], at: usize) -> Option<usize> {
    let end = at + 4;
    let year = chars.get(at..end)?;
    let arabic = n_digits(chars, at) == 4
        && matches!((digit(year[0]), digit(year[1])), (Some(1), Some(9)) | (Some(2), Some(0)));
    let chinese = matches!(year[0], '一' | '二')
        && matches!(year[1], '九' | '〇' | '零')
        && numeral::read(chars, at).is_some_and(|numeral| numeral.end == end);
    (arabic || chinese).then_some(end)
}

/// One past the one or two digits at `at`.
fn one_or_two_digits(chars: &[char], at: usize) -> Option<usize> {
    let n = n_digits(chars, at);
    (1..=2).contains(&n).then_some(at + n)
}

/// A number of up to 31 in either script: its end and value.
fn small(chars: &[char], at: usize) -> Option<(usize, f64)> {
    if let Some(end) = one_or_two_digits(chars, at) {
        let value = chars[at..end].iter().filter_map(|ch| digit(*ch));
        return Some((end, f64::from(value.fold(0, |value, digit| value * 10 + digit))));
    }
    let is_small = |ch: &&char| chinese_digit(**ch).is_some() || **ch == '十';
    let n = chars.iter().skip(at).take_while(is_small).count();
    let numeral = numeral::read(chars, at).filter(|_| (1..=3).contains(&n))?;
    (numeral.end == at + n && numeral.upper.is_none()).then_some((numeral.end, numeral.value))
}

/// One past 月 or the 月份 behind a month's number.
fn month(chars: &[char], at: usize) -> Option<usize> {
    let (end, value) = small(chars, at)?;
    let is_month = (1.0..=12.0).contains(&value) && is(chars, end, '月');
    is_month.then(|| end + 1 + usize::from(is(chars, end + 1, '份')))
}

/// One past the day behind a month, a second day behind a range mark (3月14日-20日) included; or the
/// month's end.
fn after_day(chars: &[char], month_end: usize) -> usize {
    let day = |at: usize| {
        small(chars, at)
            .filter(|(end, value)| *value <= 31.0 && matches!(chars.get(*end), Some('日' | '号')))
            .map(|(end, _)| end + 1)
    };
    let Some(end) = day(month_end) else {
        // 3月14-20日.
        let first = small(chars, month_end).filter(|(end, _)| is_range_mark(chars, *end));
        return first.and_then(|(end, _)| day(end + 1)).unwrap_or(month_end);
    };
    if is_range_mark(chars, end) { day(end + 1).unwrap_or(end) } else { end }
}

/// 12月18日, 7月份, 1—9月.
fn months_at(chars: &[char], at: usize) -> Option<Match> {
    if let Some(end) = month(chars, at) {
        return Some((after_day(chars, end), Reason::Date));
    }
    let (first_end, _) = small(chars, at).filter(|(end, _)| is_range_mark(chars, *end))?;
    Some((month(chars, first_end + 1)?, Reason::Date))
}

/// Words before a number of days that is no day of a month.
const DAYS_COUNTED: &str = "于过少多近约超前短减缩时期每仅用";

/// 20日, but not 不少于30日 and 10日内.
fn day_at(chars: &[char], at: usize) -> Option<Match> {
    let (end, value) = small(chars, at)?;
    let counted = at > 0 && DAYS_COUNTED.contains(chars[at - 1]) || is(chars, end + 1, '内');
    (is(chars, end, '日') && (1.0..=31.0).contains(&value) && !counted)
        .then_some((end + 1, Reason::Date))
}

/// 16:56, 09:02:33, 9时30分. A ratio is no time: 比例为1:20.
fn time_at(chars: &[char], at: usize) -> Option<Match> {
    let (end, hour) = small(chars, at).filter(|(_, hour)| *hour <= 24.0)?;
    if is(chars, end, ':') && n_digits(chars, end + 1) == 2 && digit(chars[at]).is_some() {
        let minutes = small(chars, end + 1).filter(|(_, minutes)| *minutes < 60.0)?;
        let is_ratio = chars[at.saturating_sub(6)..at].contains(&'比')
            || matches!(chars.get(minutes.0), Some('.' | '%'))
            || at > 0 && chars[at - 1] == ':';
        let seconds = is(chars, minutes.0, ':') && n_digits(chars, minutes.0 + 1) == 2;
        let end = if seconds { minutes.0 + 3 } else { minutes.0 };
        return (!is_ratio).then_some((end, Reason::Date));
    }
    let is_hour = matches!(chars.get(end), Some('时' | '点'));
    let with_minutes = small(chars, end + 1)
        .filter(|(minute_end, _)| is(chars, *minute_end, '分') && is_hour)
        .map(|(minute_end, _)| minute_end + 1);
    let of_a_day = at > 0 && matches!(chars[at - 1], '午' | '日' | '晚' | '晨' | '间' | '~' | '至');
    with_minutes
        .or_else(|| (is(chars, end, '时') && of_a_day && hour <= 24.0).then_some(end + 1))
        .map(|end| (end, Reason::Date))
}

/// Words that make a number of years a span: behind it, and before it.
const SPANS_BEHIND: &[&str] = &[
    "来",
    "间",
    "以来",
    "行动",
    "规划",
    "计划",
    "前",
    "后",
    "内",
    "之内",
    "时间",
    "期规划",
    "代",
    "翻",
];
const SPANS_BEFORE: &[&str] =
    &["近", "过去", "未来", "这", "前", "最近", "往后", "今后", "后", "下一", "最后", "头", "上一"];

/// 三年, 近3年来, 20世纪90年代, 40周年, 一季度. Years counted in digits are data (连续9年).
fn span_at(chars: &[char], at: usize) -> Option<Match> {
    let numeral = numeral::read(chars, at).filter(|numeral| numeral.value <= 100.0)?;
    let end = numeral.end;
    let is_whole = numeral.value.fract() == 0.0;
    for word in ["周年", "世纪", "年代", "季度", "年"] {
        if !has_word_at(chars, end, word) || !is_whole {
            continue;
        }
        let end = end + word.chars().count();
        if word != "年" {
            return Some((end, Reason::Date));
        }
        let sentence = ["以上有期", "以下有期", "有期徒刑", "以上至"];
        if sentence.iter().any(|word| has_word_at(chars, end, word)) {
            return Some((end, Reason::Phrase));
        }
        let before = SPANS_BEFORE.iter().any(|word| word_ending_at(chars, at, word).is_some());
        let behind = SPANS_BEHIND.iter().any(|word| has_word_at(chars, end, word));
        return (!numeral.arabic || before || behind).then_some((end, Reason::Date));
    }
    None
}

/// 12·4, 3·15: days that have a name.
fn memorial_at(chars: &[char], at: usize) -> Option<Match> {
    let (end, month) = small(chars, at).filter(|(end, _)| is(chars, *end, '·'))?;
    let (end, day) = small(chars, end + 1)?;
    (month <= 12.0 && day <= 31.0).then_some((end, Reason::Name))
}
