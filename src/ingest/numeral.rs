//! Number words: Arabic digits of both widths with 万 and 亿 behind them, and Chinese numerals.
//! `read(chars, at)` gives the longest numeral that begins at `at`.

use crate::model::decimal;

/// A numeral read from the text, without qualifier or unit.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Numeral {
    /// One past its last scalar.
    pub end: usize,
    /// Its value; of a pair such as 三四, the first.
    pub value: f64,
    /// The second of a pair of neighbours (三四), else none.
    pub upper: Option<f64>,
    /// The worth of its last digit that counts: 0.1万 in 1.9万, 100 in 400.
    pub step: f64,
    /// Written with Arabic digits.
    pub arabic: bool,
    /// Number of characters that are numerals, 万 and 亿 included.
    pub n_numerals: usize,
}

/// The worth of a digit, Arabic of either width.
pub(super) fn digit(ch: char) -> Option<u32> {
    match ch {
        '0'..='9' => Some(ch as u32 - '0' as u32),
        '０'..='９' => Some(ch as u32 - '０' as u32),
        _ => None,
    }
}

/// The worth of a Chinese digit.
fn chinese_digit(ch: char) -> Option<u32> {
    match ch {
        '〇' | '零' => Some(0),
        '两' => Some(2),
        _ => "一二三四五六七八九".chars().position(|known| known == ch).map(|at| at as u32 + 1),
    }
}

/// The worth of a place word.
fn scale(ch: char) -> Option<f64> {
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
pub(super) fn begins(ch: char) -> bool {
    digit(ch).is_some() || chinese_digit(ch).is_some() || scale(ch).is_some()
}

/// The worth of a place word that says little by itself (万家灯火, 千方百计).
pub(super) fn place(ch: char) -> Option<f64> {
    scale(ch).filter(|worth| *worth >= 100.0)
}

/// The numeral at `at`, if there is one.
pub(super) fn read(chars: &[char], at: usize) -> Option<Numeral> {
    let first = *chars.get(at)?;
    if digit(first).is_some() {
        Some(read_arabic(chars, at))
    } else if begins(first) {
        read_chinese(chars, at)
    } else {
        None
    }
}

/// Digits, thousands separators and a decimal point: the end, the value, and the number of
/// decimals.
fn read_digits(chars: &[char], start: usize) -> (usize, f64, usize) {
    let is_digit = |at: usize| chars.get(at).copied().and_then(digit).is_some();
    let run = |from: usize| (from..).take_while(|at| is_digit(*at)).count();
    let mut written = String::new();
    let mut at = start;
    let mut push = |from: usize, n: usize| {
        written.extend(
            chars[from..from + n]
                .iter()
                .filter_map(|ch| digit(*ch))
                .filter_map(|worth| char::from_digit(worth, 10)),
        )
    };

    let lead = run(at);
    push(at, lead);
    at += lead;
    if lead <= 3 {
        while chars.get(at) == Some(&',') && run(at + 1) == 3 {
            push(at + 1, 3);
            at += 4;
        }
    }
    let mut n_decimals = 0;
    if matches!(chars.get(at), Some('.' | '．')) && is_digit(at + 1) {
        n_decimals = run(at + 1);
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

/// The worth of the last digit of `value` that is not zero, `n_decimals` places behind the point at
/// most.
fn last_step(value: f64, n_decimals: usize) -> f64 {
    if n_decimals > 0 {
        return 10f64.powi(-(n_decimals as i32));
    }
    let mut step = 1.0;
    while value > 0.0 && value % (step * 10.0) == 0.0 {
        step *= 10.0;
    }
    step
}

/// `1.9万`, `3百万`, `1万9千`; each part is smaller than the one before.
fn read_arabic(chars: &[char], start: usize) -> Numeral {
    let (mut at, mut value, n_decimals) = read_digits(chars, start);
    let mut step = last_step(value, n_decimals);
    let mut place = read_scales(chars, &mut at);
    if place > 1.0 {
        value = round(value * place);
        step = 10f64.powi(-(n_decimals as i32)) * place;
        while let Some(next) = chars.get(at).copied().and_then(digit) {
            let mut after = at + 1;
            let smaller = read_scales(chars, &mut after);
            if smaller <= 1.0 || smaller >= place {
                break;
            }
            value += f64::from(next) * smaller;
            (at, place, step) = (after, smaller, smaller);
        }
    }
    Numeral { end: at, value, upper: None, step, arabic: true, n_numerals: at - start }
}

/// Place words from `at` on, multiplied; `at` moves behind them.
fn read_scales(chars: &[char], at: &mut usize) -> f64 {
    let mut product = 1.0;
    while let Some(worth) = chars.get(*at).copied().and_then(place) {
        product *= worth;
        *at += 1;
    }
    product
}

/// Takes away what multiplying by ten thousand leaves behind the digits: 1.9 × 10000 is 19000.
fn round(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

/// 一百零五, 二〇二〇, 三四, 十七八, 九十六点九.
fn read_chinese(chars: &[char], start: usize) -> Option<Numeral> {
    let is_numeral = |at: usize| {
        chars.get(at).is_some_and(|ch| chinese_digit(*ch).is_some() || scale(*ch).is_some())
    };
    let mut end = start + (start..).take_while(|at| is_numeral(*at)).count();
    let run = &chars[start..end];
    let n_numerals = run.len();

    let positional = run.len() > 1 && run.iter().all(|ch| chinese_digit(*ch).is_some());
    let neighbours = |first: char, second: char| match (chinese_digit(first), chinese_digit(second))
    {
        (Some(first @ 1..), Some(second)) => second == first + 1,
        _ => false,
    };
    let pair_at = (0..run.len().saturating_sub(1)).find(|at| {
        let (before, after) = (at.checked_sub(1).map(|at| run[at]), run.get(at + 2));
        neighbours(run[*at], run[at + 1])
            && before.is_none_or(|ch| scale(ch).is_some())
            && after.is_none_or(|ch| scale(*ch).is_some())
    });
    if let Some(pair) = pair_at {
        let without = |skip: usize| -> Vec<char> {
            run.iter().enumerate().filter(|(at, _)| *at != skip).map(|(_, ch)| *ch).collect()
        };
        let (value, step) = worth(&without(pair + 1));
        let (upper, _) = worth(&without(pair));
        return Some(Numeral { end, value, upper: Some(upper), step, arabic: false, n_numerals });
    }
    let (mut value, mut step) = if positional {
        (
            run.iter()
                .filter_map(|ch| chinese_digit(*ch))
                .fold(0.0, |sum, worth| sum * 10.0 + f64::from(worth)),
            1.0,
        )
    } else {
        worth(run)
    };
    if chars.get(end) == Some(&'点')
        && chars.get(end + 1).copied().and_then(chinese_digit).is_some()
    {
        let mut at = end + 1;
        step = 1.0;
        while let Some(next) = chars.get(at).copied().and_then(chinese_digit) {
            step /= 10.0;
            value += f64::from(next) * step;
            at += 1;
        }
        (end, value) = (at, round(value));
    }
    Some(Numeral { end, value, upper: None, step, arabic: false, n_numerals })
}

/// Worth of a run of numerals with place words, and the worth of its last place.
fn worth(run: &[char]) -> (f64, f64) {
    let (mut total, mut section, mut pending, mut step) = (0.0, 0.0, None, 1.0);
    for ch in run {
        if let Some(digit) = chinese_digit(*ch) {
            pending = Some(f64::from(digit));
            step = 1.0;
        } else if let Some(place) = scale(*ch) {
            if place >= 1e4 {
                section += pending.take().unwrap_or(0.0);
                let base = if section == 0.0 && total == 0.0 { 1.0 } else { section };
                (total, section) = if place > 1e4 && total > 0.0 {
                    ((total + section) * place, 0.0)
                } else {
                    (total + base * place, 0.0)
                };
            } else {
                section += pending.take().unwrap_or(1.0) * place;
            }
            step = place;
        }
    }
    (total + section + pending.unwrap_or(0.0), step)
}
