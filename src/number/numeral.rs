//! Numerals: Arabic digits of both widths with 万 and 亿 behind them, and Chinese numerals. [`read`]
//! gives the longest one that begins at a place of a text.

use crate::text::has_word_at;

use super::decimal;

/// A numeral read from a text, without qualifier or unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Numeral {
    /// One past its last scalar.
    pub end: usize,
    /// Its value; of a pair such as 三四, the first.
    pub value: f64,
    /// The second of a pair of neighbours (三四), else none.
    pub upper: Option<f64>,
    /// The value of one in its last digit that is not zero: 0.1万 in 1.9万, 100 in 400.
    pub step: f64,
    /// Written with Arabic digits.
    pub arabic: bool,
    /// Number of characters that are numerals, 万 and 亿 included.
    pub n_numerals: usize,
}

/// The value of an Arabic digit of either width.
pub fn digit(ch: char) -> Option<u32> {
    match ch {
        '0'..='9' => Some(ch as u32 - '0' as u32),
        '０'..='９' => Some(ch as u32 - '０' as u32),
        _ => None,
    }
}

/// The value of a Chinese digit.
pub(super) fn chinese_digit(ch: char) -> Option<u32> {
    match ch {
        '〇' | '零' => Some(0),
        '两' => Some(2),
        _ => "一二三四五六七八九".chars().position(|known| known == ch).map(|at| at as u32 + 1),
    }
}

/// The value of a word that multiplies what stands before it.
pub(super) fn multiplier(ch: char) -> Option<f64> {
    Some(match ch {
        '十' => 1e1,
        '百' => 1e2,
        '千' => 1e3,
        '万' => 1e4,
        '亿' => 1e8,
        _ => return None,
    })
}

/// Whether `ch` can begin a numeral.
pub fn begins(ch: char) -> bool {
    digit(ch).is_some() || is_chinese(ch)
}

/// Whether `ch` is a Chinese numeral.
pub(super) fn is_chinese(ch: char) -> bool {
    chinese_digit(ch).is_some() || multiplier(ch).is_some()
}

/// The value of 百, 千, 万 or 亿. They multiply digits before them; by themselves they are mostly part
/// of a word (万家灯火, 千方百计).
pub(super) fn large_multiplier(ch: char) -> Option<f64> {
    multiplier(ch).filter(|value| *value >= 100.0)
}

/// The numeral at `at`, if there is one.
pub fn read(chars: &[char], at: usize) -> Option<Numeral> {
    let first = *chars.get(at)?;
    if digit(first).is_some() {
        Some(read_arabic(chars, at))
    } else if begins(first) {
        Some(read_chinese(chars, at))
    } else {
        None
    }
}

/// Number of Arabic digits from `at` on.
pub(super) fn n_digits(chars: &[char], at: usize) -> usize {
    chars.iter().skip(at).take_while(|ch| digit(**ch).is_some()).count()
}

/// Digits, thousands separators and a decimal point: the end, the value, and the number of
/// decimals.
fn read_digits(chars: &[char], start: usize) -> (usize, f64, usize) {
    let mut written = String::new();
    let mut at = start;
    let mut push = |from: usize, n: usize| {
        written.extend(
            chars[from..from + n]
                .iter()
                .filter_map(|ch| digit(*ch))
                .filter_map(|value| char::from_digit(value, 10)),
        )
    };

    let lead = n_digits(chars, at);
    push(at, lead);
    at += lead;
    if lead <= 3 {
        while matches!(chars.get(at), Some(',' | '，')) && n_digits(chars, at + 1) == 3 {
            push(at + 1, 3);
            at += 4;
        }
    }
    let mut n_decimals = 0;
    if matches!(chars.get(at), Some('.' | '．')) && n_digits(chars, at + 1) > 0 {
        n_decimals = n_digits(chars, at + 1);
        push(at + 1, n_decimals);
        at += 1 + n_decimals;
    }
    if n_decimals > 0 {
        let point = written.len() - n_decimals;
        written.insert(point, '.');
    }
    // Of more digits than an `f64` holds, the leading ones count.
    let value = decimal::read(&written).unwrap_or_else(|| {
        written
            .bytes()
            .take_while(u8::is_ascii_digit)
            .fold(0.0, |value, digit| value * 10.0 + f64::from(digit - b'0'))
    });
    (at, value, n_decimals)
}

/// The value of one in the last digit of `value` that is not zero; of one in the last decimal where
/// there are decimals.
fn last_step(value: f64, n_decimals: usize) -> f64 {
    if n_decimals > 0 {
        return 10f64.powi(-(n_decimals.min(300) as i32));
    }
    let mut step = 1.0;
    while value > 0.0 && step < 1e15 && value % (step * 10.0) == 0.0 {
        step *= 10.0;
    }
    step
}

/// `1.9万`, `3百万`, `1万9千`, `1亿3000万`, `12万3456`: what follows 万 or 亿 is smaller than it.
fn read_arabic(chars: &[char], start: usize) -> Numeral {
    let (mut at, mut value, n_decimals) = read_digits(chars, start);
    let mut step = last_step(value, n_decimals);
    let mut multiplier = read_multipliers(chars, &mut at);
    if multiplier > 1.0 {
        value = rounded(value * multiplier);
        step = 10f64.powi(-(n_decimals.min(300) as i32)) * multiplier;
        while let Some(count) = (1..=4).find(|count| *count == n_digits(chars, at)) {
            let mut after = at + count;
            let smaller = read_multipliers(chars, &mut after);
            let last = multiplier == 1e4 && count == 4 && smaller == 1.0;
            // 390万65岁以上 is two numbers, and so is 10万2021年.
            if smaller >= multiplier || smaller == 1.0 && (!last || is_part_of_more(chars, after)) {
                break;
            }
            let digits = chars[at..at + count].iter().filter_map(|ch| digit(*ch));
            value += digits.fold(0.0, |value, digit| value * 10.0 + f64::from(digit)) * smaller;
            (at, multiplier, step) = (after, smaller, smaller);
        }
    }
    Numeral { end: at, value, upper: None, step, arabic: true, n_numerals: at - start }
}

/// Whether digits that end at `at` belong to what follows: decimals, a year.
fn is_part_of_more(chars: &[char], at: usize) -> bool {
    matches!(chars.get(at), Some('.' | '．' | '年' | ',' | '，')) && n_digits(chars, at + 1) > 0
        || chars.get(at) == Some(&'年')
}

/// Units of measure that begin with 千: 3千瓦 is three of them.
const KILO: &[&str] = &["千瓦", "千克", "千米", "千伏", "千卡", "千帕", "千焦", "千赫", "千字节"];

/// 百, 千, 万 and 亿 from `at` on, multiplied; `at` moves behind them.
fn read_multipliers(chars: &[char], at: &mut usize) -> f64 {
    let mut product = 1.0;
    while let Some(value) = chars.get(*at).copied().and_then(large_multiplier) {
        if KILO.iter().any(|unit| has_word_at(chars, *at, unit)) || product >= 1e12 {
            break;
        }
        product *= value;
        *at += 1;
    }
    product
}

/// Takes away what binary multiplication leaves behind the decimals: 1.9 × 10000 is 19000, and
/// 228.31 × 1e8 ÷ 1e8 is 228.31 again.
pub(super) fn rounded(value: f64) -> f64 {
    // Of 280.9亿 so many digits would be more than a number has.
    let steps = if value.abs() < 1e9 { 1e6 } else { 1.0 };
    (value * steps).round() / steps
}

/// 一百零五, 二〇二〇, 三四, 十七八, 九十六点九, 一万二.
fn read_chinese(chars: &[char], start: usize) -> Numeral {
    let mut n_numerals = 0;
    while chars.get(start + n_numerals).is_some_and(|ch| is_chinese(*ch))
        && !(n_numerals > 0 && KILO.iter().any(|unit| has_word_at(chars, start + n_numerals, unit)))
    {
        n_numerals += 1;
    }
    let mut end = start + n_numerals;
    let run = &chars[start..end];
    let numeral = |end: usize, value: f64, upper: Option<f64>, step: f64| Numeral {
        end,
        value,
        upper,
        step,
        arabic: false,
        n_numerals,
    };

    if let Some(pair) = neighbours_in(run) {
        let without = |left_out: usize| [&run[..left_out], &run[left_out + 1..]].concat();
        let (value, step) = value_of(&without(pair + 1));
        let (upper, _) = value_of(&without(pair));
        return numeral(end, value, Some(upper), step);
    }
    let digit_by_digit = n_numerals > 1 && run.iter().all(|ch| chinese_digit(*ch).is_some());
    let (mut value, mut step) =
        if digit_by_digit { (positional_value(run), 1.0) } else { value_of(run) };
    let decimal_at = |at: usize| chars.get(at).copied().and_then(chinese_digit);
    if chars.get(end) == Some(&'点') && decimal_at(end + 1).is_some() {
        let mut at = end + 1;
        step = 1.0;
        while let Some(next) = decimal_at(at) {
            step /= 10.0;
            value += f64::from(next) * step;
            at += 1;
        }
        (end, value) = (at, rounded(value));
        // 一点五万, 九点二亿.
        if let Some(multiplier) = chars.get(end).copied().and_then(large_multiplier) {
            (end, value, step) = (end + 1, rounded(value * multiplier), step * multiplier);
        }
    }
    numeral(end, value, None, step)
}

/// Where two neighbouring digits stand for "one or the other": 三四, 十七八, 三四十.
fn neighbours_in(run: &[char]) -> Option<usize> {
    let follow = |first: char, second: char| match (chinese_digit(first), chinese_digit(second)) {
        (Some(first @ 1..), Some(second)) => second == first + 1,
        _ => false,
    };
    (0..run.len().saturating_sub(1)).find(|at| {
        let (before, after) = (at.checked_sub(1).map(|at| run[at]), run.get(at + 2));
        follow(run[*at], run[at + 1])
            && before.is_none_or(|ch| multiplier(ch).is_some())
            && after.is_none_or(|ch| multiplier(*ch).is_some())
    })
}

/// The value of digits written one after the other: 二〇二〇.
fn positional_value(run: &[char]) -> f64 {
    run.iter()
        .filter_map(|ch| chinese_digit(*ch))
        .fold(0.0, |value, digit| value * 10.0 + f64::from(digit))
}

/// The value of digits with multipliers (一百零五), and the value of one in the last of them.
fn value_of(run: &[char]) -> (f64, f64) {
    // `below` is what lies below the next 万 or 亿.
    let (mut total, mut below, mut pending, mut step) = (0.0, 0.0, None, 1.0);
    for (at, ch) in run.iter().enumerate() {
        if let Some(digit) = chinese_digit(*ch) {
            pending = Some(f64::from(digit));
            // 一万二 is 12,000, and 三千五百六 is 3,560; 一百零五 is 105.
            let before = at.checked_sub(1).and_then(|before| large_multiplier(run[before]));
            step = before.filter(|_| at + 1 == run.len()).map_or(1.0, |before| before / 10.0);
        } else if let Some(multiplier) = multiplier(*ch) {
            if multiplier >= 1e4 {
                below += pending.take().unwrap_or(0.0);
                let base = if below == 0.0 && total == 0.0 { 1.0 } else { below };
                (total, below) = if multiplier > 1e4 && total > 0.0 {
                    ((total + below) * multiplier, 0.0)
                } else {
                    (total + base * multiplier, 0.0)
                };
            } else {
                below += pending.take().unwrap_or(1.0) * multiplier;
            }
            step = multiplier;
        }
    }
    (total + below + pending.map_or(0.0, |digit| digit * step), step)
}
