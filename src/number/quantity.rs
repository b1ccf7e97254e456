//! A quantity as a report states it: value, unit, direction of a change, and what a word such as 余
//! or 近 says about its bounds. It keeps the words as printed, since they are shown beside whatever
//! is made of them.

use serde::{Deserialize, Serialize};

use super::Qualifier;

/// A stated quantity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// The number in `unit`: 1.9万余件 is 19000, 负8.6% is -8.6, 下降12.3% is 12.3.
    pub value: f64,
    /// The unit as printed (件, 家次, 亿元, %); empty for a rank. Of a list (44.1、21.6和11.8亿元) each has
    /// the unit that stands behind the last.
    pub unit: String,
    /// The word that qualifies the number, if any.
    #[serde(default)]
    pub qualifier: Option<Qualifier>,
    /// The number as printed, with its qualifier, without its unit and the white space inside:
    /// 1.9万余.
    pub stated: String,
    /// Lower bound in `unit`; the qualifier says whether the bound itself is possible.
    #[serde(default)]
    pub lower: Option<f64>,
    /// Upper bound in `unit`, in the same way.
    #[serde(default)]
    pub upper: Option<f64>,
    /// Whether the number says by how much something rose or fell.
    #[serde(default)]
    pub change: Option<Change>,
}

/// The direction of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// 增长, 提高, 增加.
    Up,
    /// 下降, 减少, 压减.
    Down,
}

impl Change {
    /// `up` or `down`, as in the data files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
        }
    }
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

    /// Whether it lies between two stated numbers: 3—5个, 三四个.
    pub fn is_range(&self) -> bool {
        matches!(self.qualifier, Some(Qualifier::Between(_)))
    }

    /// The value with the sign that it has on an axis: a fall lies below zero.
    pub fn signed(&self) -> f64 {
        if self.change == Some(Change::Down) { -self.value.abs() } else { self.value }
    }

    /// What of the unit stands behind [`Quantity::stated`]: nothing where the number has it inside
    /// (百分之九十六), and 元 of 亿元 behind 3亿多.
    pub fn unit_behind(&self) -> &str {
        if self.stated.contains("分之") {
            return "";
        }
        let number = self.stated.trim_end_matches(['余', '多']);
        match self.unit.trim_start_matches(['万', '亿']) {
            counted if number.len() < self.stated.len() && !counted.is_empty() => {
                let scale = &self.unit[..self.unit.len() - counted.len()];
                if number.ends_with(scale) { counted } else { &self.unit }
            }
            _ => &self.unit,
        }
    }

    /// The quantity as printed: 1.9万余件.
    pub fn printed(&self) -> String {
        format!("{}{}{}", self.stated, self.unit_behind(), self.word_behind())
    }

    /// The word behind the unit that keeps the number from being exact: 以内 of 8%以内; empty where there is none.
    pub fn word_behind(&self) -> &str {
        let word = self.qualifier.as_ref().map(|qualifier| qualifier.word());
        word.filter(|word| !self.stated.contains(word)).unwrap_or_default()
    }

    /// [`Quantity::stated`] in three pieces, as it is set in large type: the word before, the
    /// numeral with its sign and thousands separators, and what follows (万余).
    pub fn display(&self) -> (&str, String, &str) {
        let is_numeral =
            |ch: char| ch.is_ascii_digit() || matches!(ch, '.' | ',' | '０'..='９' | '．');
        let Some(digits) = self.stated.find(is_numeral) else {
            return ("", self.stated.clone(), "");
        };
        let signed = self.stated[..digits].strip_suffix(['-', '－', '−', '负']);
        let (before, rest) = self.stated.split_at(signed.map_or(digits, str::len));
        let sign = digits - before.len();
        let end = rest[sign..].find(|ch| !is_numeral(ch)).map_or(rest.len(), |end| sign + end);
        (before, format!("{}{}", &rest[..sign], group_digits(&rest[sign..end])), &rest[end..])
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
