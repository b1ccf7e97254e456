//! What lies between two figures of like meaning, as far as what the reports write bears it out: between
//! approximate numbers there is a least and a most, or nothing to be said.

use crate::analysis::{decimals, grouped};
use crate::model::{Figure, Report};
use crate::number::{Change, Qualifier, Quantity};
use crate::period::{Period, Periods};
use crate::words::COMPARISON;

/// What the later number is beside the earlier one.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    /// Both are exact.
    Exact {
        /// The later less the earlier, in their unit.
        by: f64,
        /// The same in per cent of the earlier, signed; none where that says nothing.
        share: Option<f64>,
    },
    /// At least one is not exact; what is known of the later less the earlier.
    Between {
        /// At least so much.
        least: Option<f64>,
        /// At most so much.
        most: Option<f64>,
    },
    /// Places in an order, which are not taken from each other.
    Ranks,
}

/// The difference of two numbers of one unit.
pub fn difference(earlier: &Quantity, later: &Quantity) -> Difference {
    if earlier.is_rank() || later.is_rank() {
        return Difference::Ranks;
    }
    if earlier.is_exact() && later.is_exact() {
        let by = later.signed() - earlier.signed();
        let is_amount = !is_rate(later) && later.change.is_none() && earlier.signed() > 0.0;
        return Difference::Exact { by, share: is_amount.then(|| by / earlier.signed() * 100.0) };
    }
    let ([low, high], [later_low, later_high]) = (bounds(earlier), bounds(later));
    let less = |one: Option<f64>, other: Option<f64>| Some(one? - other?);
    Difference::Between { least: less(later_low, high), most: less(later_high, low) }
}

/// How many times one number is the other from which on both are hardly of the same span of time.
const FAR: f64 = 3.0;

/// Whether two numbers are so far apart that one of them may be of several years.
pub fn is_far_apart(earlier: &Quantity, later: &Quantity) -> bool {
    let [one, other] = [earlier.value.abs(), later.value.abs()];
    !is_rate(later) && one.min(other) > 0.0 && one.max(other) / one.min(other) >= FAR
}

/// Whether a number is a rate, whose differences are percentage points.
fn is_rate(quantity: &Quantity) -> bool {
    matches!(quantity.unit.as_str(), "%" | "‰")
}

/// What a number lies between, as its words say.
fn bounds(quantity: &Quantity) -> [Option<f64>; 2] {
    match quantity.qualifier {
        // Near a number is on either side of it, nobody knows how far.
        Some(Qualifier::About(_)) => [None, None],
        None | Some(Qualifier::Rank(_)) => [Some(quantity.signed()); 2],
        _ if quantity.change == Some(Change::Down) => {
            [quantity.upper.map(|bound| -bound), quantity.lower.map(|bound| -bound)]
        }
        _ => [quantity.lower, quantity.upper],
    }
}

/// The difference of two numbers in words; empty for ranks. A fall that is larger than the last is more of it, not
/// less.
pub fn words(difference: &Difference, [earlier, later]: [&Quantity; 2]) -> String {
    let words = COMPARISON;
    let unit = match later.unit.as_str() {
        "%" => words.points,
        "‰" => words.points_of_thousand,
        unit => unit,
    };
    let falls = [earlier, later].iter().all(|quantity| quantity.change == Some(Change::Down));
    let (more, less) =
        if falls { (words.smaller_fall, words.larger_fall) } else { (words.more, words.less) };
    let amount = |value: f64| format!("{}{unit}", amount(value.abs()));
    match *difference {
        Difference::Ranks => String::new(),
        Difference::Exact { by: 0.0, .. } => words.same.to_string(),
        Difference::Exact { by, share } => {
            let word = if by > 0.0 { more } else { less };
            let share = share.map_or_else(String::new, |share| {
                (words.share)(by > 0.0, &decimals(share.abs(), 1))
            });
            format!("{word}{}{share}", amount(by))
        }
        Difference::Between { least: Some(least), most: Some(most) } if least > 0.0 => {
            (words.between)(more, &amount(least), &amount(most))
        }
        Difference::Between { least: Some(least), most: Some(most) } if most < 0.0 => {
            (words.between)(less, &amount(most), &amount(least))
        }
        Difference::Between { least: Some(least), .. } if least > 0.0 => {
            (words.at_least)(more, &amount(least))
        }
        Difference::Between { most: Some(most), .. } if most < 0.0 => {
            (words.at_least)(less, &amount(most))
        }
        // 400多件 beside 405件: one cannot tell which is more.
        Difference::Between { .. } => words.unknown.to_string(),
    }
}

/// A difference with no more decimals than numbers of two decimals can give.
fn amount(value: f64) -> String {
    let rounded = (value * 10_000.0).round() / 10_000.0;
    grouped(rounded)
}

/// A change that the later report states itself, beside the one that the two numbers give.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated<'report> {
    /// What the report states.
    pub figure: &'report Figure,
    /// What the two numbers give, in per cent, signed.
    pub computed: f64,
    /// Whether both are the same, rounded as the report rounds.
    pub agrees: bool,
}

/// Most scalars between a number and the change that is stated of it.
const REACH: u32 = 8;

/// The change that `later` states of `figure` right behind it: 1427亿元，增长6.5%.
pub fn stated_change<'report>(
    later: &'report Report,
    figure: &Figure,
    difference: &Difference,
) -> Option<Stated<'report>> {
    let Difference::Exact { share: Some(computed), .. } = *difference else { return None };
    let next = later.figures.iter().find(|next| next.span.start >= figure.span.end)?;
    let is_change = next.quantity.change.is_some() && next.quantity.unit == "%";
    let is_beside = next.sentence == figure.sentence
        && next.span.start - figure.span.end <= REACH
        && next.quantity.is_exact();
    // 年均增速: a mean over several years is no change since the last.
    if !is_change || !is_beside || Periods::of(later).of_figure(next) != Period::Year {
        return None;
    }
    let places = next.quantity.stated.split_once('.').map_or(0, |(_, behind)| behind.len() as i32);
    let rounded = (computed * 10f64.powi(places)).round() / 10f64.powi(places);
    Some(Stated { figure: next, computed, agrees: rounded == next.quantity.signed() })
}

/// A signed share in words for a file: `+7.7%`.
pub fn signed_percent(share: f64) -> String {
    let sign = if share < 0.0 { "-" } else { "+" };
    format!("{sign}{}%", decimals(share.abs(), 1))
}
