//! Numbers computed from figures, with their formulas and how they compare with what the report
//! states; and what 多, 余 and 超 mean for a value. All of it is marked 推算，非报告原文 and kept out of
//! `figures.json`.

use crate::model::{Derivation, DerivationKind, Figure, Report};
use crate::number::group_digits;
use crate::number::{Qualifier, Quantity, decimal};

/// How what this project computes is marked wherever it is shown.
pub const COMPUTED: &str = "推算，非报告原文";

/// A derived number, ready to show.
#[derive(Clone, Debug, PartialEq)]
pub struct Derived<'report> {
    /// What the editor asked for.
    pub derivation: &'report Derivation,
    /// The figures it is made from, in order.
    pub figures: Vec<&'report Figure>,
    /// The number, unit included: 95.0%, 546份.
    pub result: String,
    /// How it was made: 151件 ÷ 159件.
    pub formula: String,
    /// How it compares with what the report states; empty where there is nothing to compare.
    pub comparison: String,
}

/// Every derivation of the report whose figures are there.
pub fn derive(report: &Report) -> Vec<Derived<'_>> {
    report.derivations.iter().filter_map(|derivation| derive_one(report, derivation)).collect()
}

/// The derivations that use a figure.
pub fn derive_from<'report>(report: &'report Report, figure: &str) -> Vec<Derived<'report>> {
    let uses = |derivation: &&Derivation| {
        derivation.figures.iter().chain(&derivation.stated).any(|id| id == figure)
    };
    report
        .derivations
        .iter()
        .filter(uses)
        .filter_map(|derivation| derive_one(report, derivation))
        .collect()
}

fn derive_one<'report>(
    report: &'report Report,
    derivation: &'report Derivation,
) -> Option<Derived<'report>> {
    let figures: Vec<&Figure> =
        derivation.figures.iter().map(|id| report.figure(id)).collect::<Option<_>>()?;
    let (first, rest) = figures.split_first()?;
    let value = |figure: &Figure| figure.quantity.value;
    let joined = |sign: &str| {
        figures.iter().map(|figure| figure.quantity.printed()).collect::<Vec<_>>().join(sign)
    };
    let about = if figures.iter().all(|figure| figure.quantity.is_exact()) { "" } else { "约" };
    let unit = &first.quantity.unit;
    let (result, formula, comparison) = match derivation.kind {
        DerivationKind::Share => {
            let whole = value(rest.first()?);
            let share = percent(value(first), whole)?;
            let stated = derivation.stated.as_ref().and_then(|id| report.figure(id));
            (
                format!("{about}{share}%"),
                joined(" ÷ "),
                stated.map_or_else(String::new, |stated| compare(stated, value(first), whole)),
            )
        }
        DerivationKind::Remainder => {
            let left = value(first) - rest.iter().map(|figure| value(figure)).sum::<f64>();
            (format!("{about}{}{unit}", grouped(left)), joined(" − "), String::new())
        }
        DerivationKind::Total => (
            format!("{about}{}{unit}", grouped(figures.iter().map(|figure| value(figure)).sum())),
            joined(" + "),
            String::new(),
        ),
        DerivationKind::Ratio => {
            let per = rest.first()?;
            let ratio = value(first) / value(per);
            ratio.is_finite().then(|| {
                (
                    format!("{about}{}{unit}", decimals(ratio, 1)),
                    format!("{}（每{}）", joined(" ÷ "), per.quantity.unit),
                    String::new(),
                )
            })?
        }
        DerivationKind::ImpliedCount => {
            let whole = rest.first()?;
            let (result, comparison) = implied(&first.quantity, &whole.quantity);
            (
                result,
                format!("{} × {}", whole.quantity.printed(), first.quantity.printed()),
                comparison,
            )
        }
    };
    Some(Derived { derivation, figures, result, formula, comparison })
}

/// `part` of `whole` in per cent to one decimal, rounded half up; none if there is no whole.
pub fn percent(part: f64, whole: f64) -> Option<String> {
    (whole > 0.0).then(|| decimals(part / whole * 100.0, 1))
}

/// A value with thousands separators and no needless decimals.
pub fn grouped(value: f64) -> String {
    group_digits(&decimal::write(value))
}

/// A value with `places` decimals, rounded half up; the same digits on every target.
pub fn decimals(value: f64, places: i32) -> String {
    let scale = 10f64.powi(places);
    // A decimal such as 2.45 may be slightly smaller in binary; the addition makes up for that.
    let scaled = (value * scale + 0.5 + 1e-9).floor();
    let whole = (scaled / scale).floor();
    let rest = (scaled - whole * scale) as u32;
    format!("{}.{rest:0width$}", group_digits(&decimal::write(whole)), width = places as usize)
}

/// Decimals of a stated rate: 96.9 has one.
fn n_decimals(quantity: &Quantity) -> i32 {
    let digits = quantity.stated.trim_end_matches(|ch: char| !ch.is_ascii_digit());
    digits.rsplit_once('.').map_or(0, |(_, decimals)| decimals.len() as i32)
}

/// How a stated rate compares with the one that its counts give.
fn compare(stated: &Figure, part: f64, whole: f64) -> String {
    let places = n_decimals(&stated.quantity);
    let computed = if places == 0 {
        decimal::write((part / whole * 100.0 + 0.5).floor())
    } else {
        decimals(part / whole * 100.0, places)
    };
    if format!("{computed}%") == stated.quantity.printed() {
        format!("与报告写的{}一致。", stated.quantity.printed())
    } else {
        format!(
            "报告写的是{}，按件数算是{computed}%：可能统计口径或时点不同，两数并列，不作更正。",
            stated.quantity.printed()
        )
    }
}

/// The whole numbers of `whole` whose share rounds to a stated rate, and in words whether there are
/// any.
fn implied(rate: &Quantity, whole: &Quantity) -> (String, String) {
    let places = n_decimals(rate);
    let half = 0.5 * 10f64.powi(-places);
    let lowest = ((rate.value - half) / 100.0 * whole.value - 1e-9).ceil();
    let highest = ((rate.value + half) / 100.0 * whole.value - 1e-9).ceil() - 1.0;
    let unit = &whole.unit;
    if lowest > highest {
        let nearest = (rate.value / 100.0 * whole.value + 0.5).floor();
        let near_rate = percent(nearest, whole.value).unwrap_or_default();
        let comparison = format!(
            "{}里没有一个整数四舍五入后等于{}：最近的{}{unit}是{near_rate}%。可能分母不是这个数，或小数是截去的。",
            whole.printed(),
            rate.printed(),
            grouped(nearest)
        );
        return (format!("约{}{unit}", grouped(nearest)), comparison);
    }
    let result = if lowest == highest {
        format!("{}{unit}", grouped(lowest))
    } else {
        format!("{}—{}{unit}", grouped(lowest), grouped(highest))
    };
    (result, format!("这些件数四舍五入后都是{}。", rate.printed()))
}

/// What the word beside a number says about its value, in one sentence for readers.
pub fn explain(quantity: &Quantity) -> String {
    let Quantity { value, unit, qualifier, lower, upper, .. } = quantity;
    let with_unit = |value: f64| format!("{}{unit}", grouped(value));
    match qualifier {
        None => "报告写的是确数。".to_string(),
        Some(Qualifier::Over(word)) => match upper {
            Some(upper) => format!(
                "“{word}”：比{}多，不到{}；报告没有写确数。",
                with_unit(*value),
                with_unit(*upper)
            ),
            None => format!("“{word}”：比{}多；报告没有写确数。", with_unit(*value)),
        },
        Some(Qualifier::MoreThan(word)) => {
            format!("“{word}”：比{}多，报告没有写多多少。", with_unit(*value))
        }
        Some(Qualifier::AtLeast(word)) => {
            format!("“{word}”：{}或更多（含本数）。", with_unit(*value))
        }
        Some(Qualifier::LessThan(word)) => format!("“{word}”：不到{}。", with_unit(*value)),
        Some(Qualifier::AtMost(word)) => {
            format!("“{word}”：{}或更少（含本数）。", with_unit(*value))
        }
        Some(Qualifier::About(word)) => {
            format!("“{word}”：在{}上下，可能多，也可能少。", with_unit(*value))
        }
        Some(Qualifier::Between(word)) => match (lower, upper) {
            (Some(lower), Some(upper)) => {
                format!("“{word}”：在{}和{}之间。", with_unit(*lower), with_unit(*upper))
            }
            _ => format!("“{word}”：概数。"),
        },
        Some(Qualifier::Rank(_)) => format!("名次：第{}名，不是数量。", grouped(*value)),
    }
}
