//! A quantity as a report states it: value, unit, and what a word such as 余 or 近 says about its
//! bounds. It keeps the words as printed, since they are shown beside whatever is made of them.

use serde::{Deserialize, Serialize};

use super::Qualifier;

/// A stated quantity. `stated` followed by `unit` is what the text prints, to the character.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// The number in `unit`: 1.9万余件 is 19000.
    pub value: f64,
    /// The unit as printed (件, 家次, 亿元, %); empty for a rank.
    pub unit: String,
    /// The word that qualifies the number, if any.
    #[serde(default)]
    pub qualifier: Option<Qualifier>,
    /// The number as printed, with its qualifier, without its unit: 1.9万余.
    pub stated: String,
    /// Lower bound in `unit`; the qualifier says whether the bound itself is possible.
    #[serde(default)]
    pub lower: Option<f64>,
    /// Upper bound in `unit`, in the same way.
    #[serde(default)]
    pub upper: Option<f64>,
}

impl Quantity {
    /// Whether the number is exact, so that sums and shares of it are exact, too.
    pub fn is_exact(&self) -> bool {
        matches!(self.qualifier, None | Some(Qualifier::Rank(_)))
    }

    /// Whether this is a place in an order (第2), no amount.
    pub fn is_rank(&self) -> bool {
        matches!(self.qualifier, Some(Qualifier::Rank(_)))
    }

    /// The quantity as printed: 1.9万余件. 百分之九十六 has its unit (%) inside.
    pub fn printed(&self) -> String {
        if self.stated.starts_with("百分之") {
            self.stated.clone()
        } else {
            format!("{}{}", self.stated, self.unit)
        }
    }

    /// [`Quantity::stated`] in three pieces, as it is set in large type: the word before, the
    /// numeral with thousands separators, and what follows (万余).
    pub fn display(&self) -> (&str, String, &str) {
        let is_numeral =
            |ch: char| ch.is_ascii_digit() || matches!(ch, '.' | ',' | '０'..='９' | '．');
        let Some(start) = self.stated.find(is_numeral) else {
            return ("", self.stated.clone(), "");
        };
        let (before, rest) = self.stated.split_at(start);
        let (digits, after) = rest.split_at(rest.find(|ch| !is_numeral(ch)).unwrap_or(rest.len()));
        (before, group_digits(digits), after)
    }
}

/// `14256` as `14,256`; decimals stay as they are.
pub fn group_digits(number: &str) -> String {
    let (whole, decimals) = number.find('.').map_or((number, ""), |point| number.split_at(point));
    if whole.len() < 4 || !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return number.to_string();
    }
    let lead = whole.len() % 3;
    let mut grouped = whole[..lead].to_string();
    for (at, ch) in whole[lead..].char_indices() {
        if at % 3 == 0 && !grouped.is_empty() {
            grouped.push(',');
        }
        grouped.push(ch);
    }
    grouped + decimals
}
