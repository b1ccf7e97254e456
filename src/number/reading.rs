//! Reads one quantity: a numeral with the word before it (超, 近, 第, 负), 余 or 多 inside, its unit, and
//! the word behind (以上, 左右). What a reading means for the rest of the text is left to
//! [`super::scan`].
//!
//! ```text
//! quantity := before? sign? amount behind?           超228.31亿元   -3.5%   600人左右   数十家
//!           | before? amount range amount            63%～68%   3—5个   5至10万元
//!           | before? numeral 分之 numeral behind?    百分之九十六点九   三分之二
//!           | before? digits (/ or ：) digits         1/4   2.52∶1
//! amount   := numeral 余? 万? 余? unit?               1.9万余件   10余万元   十几件   三四个   3个半月
//! ```

use crate::text::has_word_at;

use super::fold::{Folded, is_stop};
use super::numeral::{self, Numeral, large_multiplier, n_digits, rounded};
use super::unit::{Unit, is_money, unit_at};
use super::{Qualifier, Quantity, qualifier};

/// A quantity and the scalars `start..end` of the folded text that print it, unit included.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reading {
    pub start: usize,
    /// Where the numeral begins.
    pub at: usize,
    /// One past the number, where the unit begins.
    pub number_end: usize,
    pub end: usize,
    pub quantity: Quantity,
    /// Whether the unit stands in no table.
    pub guessed: bool,
    pub numeral: Numeral,
    /// Two numbers with a range mark, a fraction or a ratio: more than a numeral with its unit.
    pub composed: bool,
}

/// What may stand between the two numbers of a range.
const RANGE_MARKS: &[char] = &['~', '-', '至', '到'];

/// A numeral with its unit; 余 or 多 and a multiplier behind it (10余万) are counted in.
struct Amount {
    numeral: Numeral,
    value: f64,
    /// What one more in the last digit that counts adds: 余 says less than that.
    step: f64,
    over: Option<Qualifier>,
    number_end: usize,
    unit: Option<Unit>,
    end: usize,
}

impl Amount {
    fn unit_name(&self) -> &str {
        self.unit.as_ref().map_or("", |unit| &unit.name)
    }

    fn has_known_unit(&self) -> bool {
        self.unit.as_ref().is_some_and(|unit| !unit.guessed)
    }
}

/// The quantity whose numeral begins at `at`. `own` are units that editors name besides the usual
/// ones.
pub(super) fn read(text: &Folded, at: usize, own: &[&str]) -> Option<Reading> {
    if let Some(reading) = read_parts(text, at) {
        return Some(reading);
    }
    let amount = read_amount(&text.chars, at, own)?;
    Some(read_range(text, at, &amount, own).unwrap_or_else(|| qualify(text, at, amount)))
}

/// 余, 多, 几 or 来 behind a numeral that ends at `end`: so many and some more.
fn over_at(chars: &[char], numeral: &Numeral) -> Option<Qualifier> {
    let word = *chars.get(numeral.end)?;
    let is_round = (numeral.value / 10.0).fract() == 0.0;
    let ends_in_multiplier = numeral::multiplier(chars[numeral.end - 1]).is_some();
    // Behind 来 there must be something counted: 二〇二〇年来 and 5来 are nothing of the kind.
    let counts = || unit_at(chars, numeral.end + 1, false, &[]).is_some();
    match word {
        '余' | '多' => Some(Qualifier::Over(word.to_string())),
        '几' if ends_in_multiplier => Some(Qualifier::Over(word.to_string())),
        '来' if is_round && counts() => Some(Qualifier::About(word.to_string())),
        _ => None,
    }
}

fn read_amount(chars: &[char], at: usize, own: &[&str]) -> Option<Amount> {
    let numeral = numeral::read(chars, at)?;
    let unit_at = |at: usize| unit_at(chars, at, numeral.arabic, own);
    let (mut value, mut step, mut end) = (numeral.value, numeral.step, numeral.end);
    let over = over_at(chars, &numeral);
    // 228.31亿元: the unit is 亿元, so 亿 is taken away from the number again.
    let scale = |end: usize| match &chars[end.saturating_sub(2)..end] {
        ['万', '亿'] if end - at >= 2 => Some((2, 1e12)),
        [.., '亿'] => Some((1, 1e8)),
        [.., '万'] => Some((1, 1e4)),
        _ => None,
    };
    let mut unit = None;
    if over.is_some() {
        end += 1;
        // 10余万: the step is that of 10, and all of it is times 10,000; but 10余万元 keeps its unit.
        while let Some(multiplier) = chars.get(end).copied().and_then(large_multiplier)
            && unit_at(end).is_none()
        {
            // 1亿3千多万: what stands behind 亿 alone is times 10,000.
            let whole = if multiplier < 1e8 { (value / 1e8).floor() * 1e8 } else { 0.0 };
            value = rounded(whole + (value - whole) * multiplier);
            (step, end) = (step * multiplier, end + 1);
        }
        unit = unit_at(end);
        // 3亿多元: 亿元, too.
        if let (Some(money), Some((n, multiplier))) = (&mut unit, scale(numeral.end))
            && is_money(&money.name)
            && end == numeral.end + 1
        {
            money.name.insert_str(0, &String::from_iter(&chars[numeral.end - n..numeral.end]));
            (value, step) = (rounded(value / multiplier), rounded(step / multiplier));
        }
    } else if let Some((n, multiplier)) = scale(end) {
        let money = unit_at(end - n).filter(|unit| !unit.guessed && is_money(&unit.name));
        let bare = numeral.n_numerals > n && unit_at(end).is_none_or(|unit| unit.guessed);
        if money.is_some() {
            (value, step, end) = (rounded(value / multiplier), step / multiplier, end - n);
            unit = money;
        } else if bare && multiplier >= 1e8 && !matches!(chars.get(end), Some('级' | '人')) {
            // 突破三千亿大关: money, and nothing else is counted in 亿 without saying what.
            (value, step, end) = (rounded(value / multiplier), step / multiplier, end - n);
            let name = chars[end..end + n].iter().collect();
            unit = Some(Unit { name, end: end + n, guessed: false });
        }
    }
    let mut unit = unit.or_else(|| unit_at(end));
    let number_end = end;
    // 3个半月 is 3.5 of them; 4个半天 is four half-days.
    if let Some(half) = unit.as_ref().filter(|unit| unit.name == "个").map(|unit| unit.end)
        && chars.get(half) == Some(&'半')
        && let Some(longer) = unit_at(half + 1).filter(|unit| !unit.guessed)
    {
        (value, end) = (value + 0.5, half + 1);
        unit = Some(longer);
    }
    let number_end = number_end.max(end);
    let end = unit.as_ref().map_or(number_end, |unit| unit.end);
    Some(Amount { numeral, value, step, over, number_end, unit, end })
}

/// Longest way back from a number to the 从 or 由 that belongs to it.
const MAX_BACK: usize = 16;

/// Whether 从 or 由 stands before `at` in its clause: what follows is a change and no range.
fn is_from(chars: &[char], at: usize) -> bool {
    let before = chars[at.saturating_sub(MAX_BACK)..at].iter().rev();
    before
        .take_while(|ch| !is_stop(**ch) && **ch != '、')
        .any(|ch| matches!(ch, '从' | '由' | '自'))
}

/// `63%～68%`: a second, larger amount of the same unit behind a range mark makes one quantity of
/// the two.
fn read_range(text: &Folded, at: usize, first: &Amount, own: &[&str]) -> Option<Reading> {
    let chars = &text.chars;
    let mark = *chars.get(first.end).filter(|mark| RANGE_MARKS.contains(mark))?;
    if matches!(mark, '至' | '到') && is_from(chars, at) {
        return None;
    }
    let second = read_amount(chars, first.end + 1, own)?;
    let unit = second.unit.as_ref().filter(|unit| !unit.guessed)?;
    let mut value = first.value;
    // 1.5万-2万元: the unit has 万, so the first loses it.
    let scaled =
        unit.name.chars().next().filter(|scale| chars[..first.number_end].last() == Some(scale));
    if is_money(&unit.name) && scaled.is_some() && first.unit.is_none() {
        value = rounded(value / if scaled == Some('万') { 1e4 } else { 1e8 });
    }
    // 5至10万人: the multiplier behind the second holds for the first.
    let second_digits = n_digits(chars, first.end + 1);
    let scale = chars[first.end + 1 + second_digits..second.number_end].iter().collect::<String>();
    if matches!(scale.as_str(), "万" | "亿") && first.unit.is_none() {
        let multiplier = if scale == "万" { 1e4 } else { 1e8 };
        value = if value * multiplier < second.value { value * multiplier } else { value };
    }
    let same_kind = second.numeral.arabic == first.numeral.arabic
        && (first.unit.is_none() || first.unit_name() == unit.name);
    if first.over.is_some() || second.over.is_some() || !same_kind || second.value <= value {
        return None;
    }
    let start = qualifier::before(chars, at, Some(&unit.name)).map_or(at, |(start, _)| start);
    let quantity = Quantity {
        value,
        unit: text.unit(&unit.name, second.end),
        qualifier: Some(Qualifier::Between(text.print(first.end, first.end + 1))),
        change: None,
        stated: text.print(start, second.number_end),
        lower: Some(value),
        upper: Some(second.value),
    };
    Some(Reading {
        start,
        at,
        number_end: second.number_end,
        end: second.end,
        quantity,
        guessed: false,
        numeral: first.numeral.clone(),
        composed: true,
    })
}

/// Where the sign before a number at `at` begins.
fn sign_before(chars: &[char], at: usize) -> Option<usize> {
    let sign = at.checked_sub(1)?;
    let before = sign.checked_sub(1).map(|before| chars[before]);
    let is_sign = match chars[sign] {
        '-' => before.is_none_or(|ch| {
            ch == '(' || !ch.is_ascii() && !numeral::begins(ch) && ch != '~' || ch == '\n'
        }),
        '负' => !before.is_some_and(|ch| "正胜担肩自欺抱背减".contains(ch)),
        _ => false,
    };
    is_sign.then_some(sign)
}

/// The amount with the word before it, inside it or behind it, and the bounds that word sets.
fn qualify(text: &Folded, at: usize, amount: Amount) -> Reading {
    let chars = &text.chars;
    let sign = sign_before(chars, at).filter(|_| amount.numeral.arabic);
    let mut start = sign.unwrap_or(at);
    let first = chars[at];
    let vague = qualifier::vague_before(chars, at).filter(|_| numeral::multiplier(first).is_some());
    let value = if sign.is_some() { -amount.value } else { amount.value };
    let (value, vague) = match vague {
        Some((vague_start, times, word)) if sign.is_none() => {
            start = vague_start;
            (value * times, Some(word))
        }
        _ => (value, None),
    };
    let unit_name = amount.unit.as_ref().map(|unit| unit.name.as_str());
    let before = qualifier::before(chars, start, unit_name);
    if let Some((word_start, _)) = &before {
        start = *word_start;
    }
    let pair = amount.numeral.upper.map(|_| Qualifier::Between(text.print(at, amount.numeral.end)));
    let qualifier = (amount.over.clone())
        .or(vague)
        .or(before.map(|(_, word)| word))
        .or(pair)
        .or_else(|| qualifier::behind(chars, amount.end));
    let (lower, upper) = bounds(value, &qualifier, amount.step, amount.numeral.upper);
    let quantity = Quantity {
        value,
        unit: text.unit(amount.unit_name(), amount.end),
        qualifier,
        change: None,
        stated: text.print(start, amount.number_end),
        lower,
        upper,
    };
    Reading {
        start,
        at,
        number_end: amount.number_end,
        end: amount.end,
        quantity,
        guessed: amount.unit.is_some() && !amount.has_known_unit(),
        numeral: amount.numeral,
        composed: false,
    }
}

/// The bounds that a word sets.
pub(super) fn bounds(
    value: f64,
    qualifier: &Option<Qualifier>,
    step: f64,
    pair: Option<f64>,
) -> (Option<f64>, Option<f64>) {
    match qualifier {
        Some(Qualifier::Over(_)) => (Some(value), Some(rounded(value + step))),
        Some(Qualifier::MoreThan(_) | Qualifier::AtLeast(_)) => (Some(value), None),
        Some(Qualifier::LessThan(_) | Qualifier::AtMost(_)) => (None, Some(value)),
        Some(Qualifier::Between(_)) => (Some(value), pair),
        Some(Qualifier::About(_) | Qualifier::Rank(_)) | None => (None, None),
    }
}

/// A number made of two: 百分之五, 三分之二, 1/4, 2.52∶1.
fn read_parts(text: &Folded, at: usize) -> Option<Reading> {
    let chars = &text.chars;
    let first = numeral::read(chars, at)?;
    let (second, value, unit) = if has_word_at(chars, first.end, "分之") {
        let second = numeral::read(chars, first.end + 2)?;
        let (value, unit) = match first.value {
            100.0 => (second.value, "%"),
            1e3 => (second.value, "‰"),
            1e4 => (second.value, "‱"),
            whole if whole > 0.0 => (second.value / whole, ""),
            _ => return None,
        };
        (second, value, unit)
    } else {
        let plain = |from: usize, end: usize| {
            chars[from..end].iter().all(|ch| numeral::digit(*ch).is_some() || *ch == '.')
        };
        let mark = *chars.get(first.end)?;
        let second = numeral::read(chars, first.end + 1)?;
        let again = chars.get(second.end) == Some(&mark) && n_digits(chars, second.end + 1) > 0
            || at > 1 && chars[at - 1] == mark && numeral::digit(chars[at - 2]).is_some();
        if again
            || !plain(at, first.end)
            || !plain(first.end + 1, second.end)
            || second.value == 0.0
        {
            return None;
        }
        let is_fraction = mark == '/'
            && first.value < second.value
            && second.value <= 1000.0
            && !chars[at..second.end].contains(&'.')
            && unit_at(chars, second.end, true, &[]).is_none_or(|unit| unit.guessed);
        let is_ratio = mark == ':';
        if !is_fraction && !is_ratio {
            return None;
        }
        let value = first.value / second.value;
        (second, value, "")
    };
    let over = over_at(chars, &second).filter(|_| !unit.is_empty());
    let end = second.end + usize::from(over.is_some());
    // 百分之五至百分之十.
    let upper = chars.get(end).filter(|mark| RANGE_MARKS.contains(mark) && !is_from(chars, at));
    let upper = upper.and_then(|_| {
        let words = &chars[at..first.end + 2];
        let behind = end + 1 + words.len();
        let upper = numeral::read(chars, behind)?;
        (!unit.is_empty() && chars[end + 1..].starts_with(words) && upper.value > value)
            .then_some(upper)
    });
    let sign = sign_before(chars, at);
    let value = if sign.is_some() { -value } else { value };
    let before = qualifier::before(chars, sign.unwrap_or(at), Some(unit));
    let start = before.as_ref().map_or(sign.unwrap_or(at), |(start, _)| *start);
    let between = upper.as_ref().map(|_| Qualifier::Between(text.print(end, end + 1)));
    let qualifier =
        between.or(over).or(before.map(|(_, word)| word)).or_else(|| qualifier::behind(chars, end));
    let end = upper.as_ref().map_or(end, |upper| upper.end);
    let (lower, upper) = bounds(value, &qualifier, second.step, upper.map(|upper| upper.value));
    let quantity = Quantity {
        value,
        unit: unit.to_string(),
        qualifier,
        change: None,
        stated: text.print(start, end),
        lower,
        upper,
    };
    Some(Reading {
        start,
        at,
        number_end: end,
        end,
        quantity,
        guessed: false,
        numeral: first,
        composed: true,
    })
}
