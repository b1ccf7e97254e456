//! Reads one quantity: a numeral with the word before it (超, 近, 第), 余 or 多 inside, its unit, and
//! the word behind (以上, 左右). What a reading means for the rest of the text is left to
//! [`super::scan`].
//!
//! ```text
//! quantity := before? numeral 余? 万? 余? unit? behind?      超228.31亿元   1.9万余件   10余万元   600人左右
//!           | before? numeral unit? range numeral unit       63%～68%       3—5个      三四个
//!           | 百分之 numeral                                  百分之九十六点九
//! ```

use crate::text::word_ending_at;

use super::numeral::{self, Numeral};
use super::{Qualifier, Quantity, qualifier, unit::unit_at};

/// A quantity and the scalars `start..end` of the text that print it, unit included.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reading {
    pub start: usize,
    pub end: usize,
    pub quantity: Quantity,
    /// Whether a unit stands behind the numeral.
    pub has_unit: bool,
    pub numeral: Numeral,
}

/// What may stand between the two numbers of a range.
const RANGE_MARKS: &[char] = &['～', '~', '—', '–', '-', '－', '至'];

/// A numeral with its unit; 余 or 多 and a multiplier behind it (10余万) are counted in.
struct Amount {
    numeral: Numeral,
    value: f64,
    /// What one more in the last digit that counts adds: 余 says less than that.
    step: f64,
    over: Option<char>,
    /// One past the number, where the unit begins.
    number_end: usize,
    unit: Option<String>,
    /// One past the unit.
    end: usize,
}

/// The quantity whose numeral begins at `at`. `own_unit` is a unit the editor names besides the
/// usual ones.
pub(super) fn read(chars: &[char], at: usize, own_unit: Option<&str>) -> Option<Reading> {
    let amount = read_amount(chars, at, own_unit)?;
    Some(read_range(chars, at, &amount, own_unit).unwrap_or_else(|| qualify(chars, at, amount)))
}

fn read_amount(chars: &[char], at: usize, own_unit: Option<&str>) -> Option<Amount> {
    let numeral = numeral::read(chars, at)?;
    let arabic = numeral.arabic;
    let unit_at = |at: usize| unit_at(chars, at, arabic, own_unit);
    let (mut value, mut step, mut end) = (numeral.value, numeral.step, numeral.end);
    let over = chars.get(end).copied().filter(|ch| matches!(ch, '余' | '多'));
    if over.is_some() {
        end += 1;
        // 10余万: the step is that of 10, and all of it is times 10,000; but 10余万元 keeps its unit.
        let multiplier = chars.get(end).copied().and_then(numeral::large_multiplier);
        if let Some(multiplier) = multiplier.filter(|_| unit_at(end).is_none()) {
            (value, step, end) = (value * multiplier, step * multiplier, end + 1);
        }
    } else if let Some(multiplier) =
        numeral::large_multiplier(chars[end - 1]).filter(|_| arabic && unit_at(end - 1).is_some())
    {
        // 228.31亿元: the unit is 亿元, so 亿 is taken away from the number again.
        let divided = |value: f64| numeral::rounded(value / multiplier);
        (value, step, end) = (divided(value), divided(step), end - 1);
    }
    let unit = unit_at(end);
    let unit_end = end + unit.as_deref().map_or(0, |unit| unit.chars().count());
    Some(Amount { numeral, value, step, over, number_end: end, unit, end: unit_end })
}

/// `63%～68%`: a second, larger amount of the same unit behind a range mark makes one quantity of
/// the two.
fn read_range(
    chars: &[char],
    at: usize,
    first: &Amount,
    own_unit: Option<&str>,
) -> Option<Reading> {
    let mark = chars
        .get(first.end)
        .filter(|mark| RANGE_MARKS.contains(mark) && (**mark != '至' || first.unit.is_none()))?;
    let second = read_amount(chars, first.end + 1, own_unit)?;
    let same_kind = second.numeral.arabic == first.numeral.arabic
        && second.unit.is_some()
        && (first.unit.is_none() || first.unit == second.unit);
    if first.over.is_some() || second.over.is_some() || !same_kind || second.value <= first.value {
        return None;
    }
    let quantity = Quantity {
        value: first.value,
        unit: second.unit.unwrap_or_default(),
        qualifier: Some(Qualifier::Between(mark.to_string())),
        stated: chars[at..second.number_end].iter().collect(),
        lower: Some(first.value),
        upper: Some(second.value),
    };
    Some(Reading {
        start: at,
        end: second.end,
        quantity,
        has_unit: true,
        numeral: first.numeral.clone(),
    })
}

/// The amount with the word before it, inside it or behind it, and the bounds that word sets.
fn qualify(chars: &[char], at: usize, amount: Amount) -> Reading {
    let Amount { numeral, value, step, over, number_end, mut unit, end } = amount;
    let (mut start, mut before) = (at, None);
    if let Some((word_start, qualifier)) = qualifier::before(chars, at, unit.as_deref()) {
        (start, before) = (word_start, Some(qualifier));
    }
    if let Some(word_start) = word_ending_at(chars, at, "百分之").filter(|_| unit.is_none()) {
        (start, unit) = (word_start, Some("%".to_string()));
    }
    let over = over.map(|word| Qualifier::Over(word.to_string()));
    let pair =
        || numeral.upper.map(|_| Qualifier::Between(chars[at..numeral.end].iter().collect()));
    let qualifier = over.or(before).or_else(pair).or_else(|| qualifier::behind(chars, end));
    let (lower, upper) = match &qualifier {
        Some(Qualifier::Over(_)) => (Some(value), Some(numeral::rounded(value + step))),
        Some(Qualifier::MoreThan(_) | Qualifier::AtLeast(_)) => (Some(value), None),
        Some(Qualifier::LessThan(_) | Qualifier::AtMost(_)) => (None, Some(value)),
        Some(Qualifier::Between(_)) => (Some(value), numeral.upper),
        Some(Qualifier::About(_) | Qualifier::Rank(_)) | None => (None, None),
    };
    let has_unit = unit.is_some();
    let stated = chars[start..number_end].iter().collect();
    let unit = unit.unwrap_or_default();
    let quantity = Quantity { value, unit, qualifier, stated, lower, upper };
    Reading { start, end, quantity, has_unit, numeral }
}
