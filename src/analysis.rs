//! Numbers computed from figures, with their formulas and how they compare with what the report
//! states; and what 多, 余 and 超 mean for a value. All of it is marked 推算，非报告原文 and kept out of
//! `figures.json`.

use crate::model::{Derivation, DerivationKind, Figure, Report};
use crate::number::{Change, Qualifier, Quantity, decimal, group_digits};
use crate::period::{Period, Periods};
use crate::words::WORDS;

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
    let about = if figures.iter().all(|figure| figure.quantity.is_exact()) {
        ""
    } else {
        WORDS.derived.about
    };
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
                    (WORDS.derived.per)(&joined(" ÷ "), &per.quantity.unit),
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

/// Decimals of a stated rate: 96.9, ９６．９ and 九十六点九 have one.
fn n_decimals(quantity: &Quantity) -> i32 {
    let Some((_, behind)) = quantity.stated.split_once(['.', '．', '点']) else { return 0 };
    let is_digit = |ch: &char| {
        ch.is_ascii_digit() || "０１２３４５６７８９〇零一二三四五六七八九".contains(*ch)
    };
    behind.chars().take_while(is_digit).count() as i32
}

/// How far from a rate that is about so much (近97%, 约七成) one may lie that is still meant by it.
const ABOUT: f64 = 0.05;

/// Whether a computed rate is what a stated one says: the same after rounding, or within the bounds
/// that the word beside it sets.
fn agrees(stated: &Quantity, rate: f64, rounded: f64) -> bool {
    let value = stated.value;
    let is_near = (rate - value).abs() <= value.abs() * ABOUT;
    match &stated.qualifier {
        None | Some(Qualifier::Rank(_)) => rounded == value,
        Some(Qualifier::MoreThan(_)) => rate > value && is_near,
        Some(Qualifier::LessThan(_)) => rate < value && is_near,
        Some(Qualifier::AtLeast(_)) => rounded >= value,
        Some(Qualifier::AtMost(_)) => rounded <= value,
        Some(Qualifier::About(_)) => is_near,
        Some(Qualifier::Over(_) | Qualifier::Between(_)) => {
            stated.lower.is_none_or(|lower| rounded >= lower)
                && stated.upper.is_none_or(|upper| rounded <= upper)
        }
    }
}

/// How a stated rate compares with the one that its counts give.
fn compare(stated: &Figure, part: f64, whole: f64) -> String {
    let places = n_decimals(&stated.quantity);
    let rate = part / whole * 100.0;
    let computed =
        if places == 0 { decimal::write((rate + 0.5).floor()) } else { decimals(rate, places) };
    let rounded = decimal::read(&computed.replace(',', "")).unwrap_or(rate);
    if agrees(&stated.quantity, rate, rounded) {
        (WORDS.derived.agrees)(&stated.quantity.printed())
    } else {
        (WORDS.derived.differs)(&stated.quantity.printed(), &format!("{computed}%"))
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
        let nearest = format!("{}{unit}", grouped(nearest));
        let comparison = (WORDS.derived.no_count_fits)(
            &whole.printed(),
            &rate.printed(),
            &nearest,
            &format!("{near_rate}%"),
        );
        return (format!("{}{nearest}", WORDS.derived.about), comparison);
    }
    let result = if lowest == highest {
        format!("{}{unit}", grouped(lowest))
    } else {
        format!("{}—{}{unit}", grouped(lowest), grouped(highest))
    };
    (result, (WORDS.derived.count_fits)(&rate.printed()))
}

/// The direction of a change in a word, to stand before the number; nothing where there is none, and
/// where the number's own sign says it.
fn change_word(quantity: &Quantity) -> &'static str {
    let [share, count] = match quantity.change {
        Some(_) if quantity.value < 0.0 => return "",
        Some(Change::Up) => WORDS.changes.up,
        Some(Change::Down) => WORDS.changes.down,
        None => return "",
    };
    let is_share =
        ["%", "‰", "分点", "倍", "成", "番"].iter().any(|unit| quantity.unit.ends_with(unit));
    if is_share { share } else { count }
}

/// What a piece of a quantity is, as it is set in large type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Whether it rose or fell.
    Change,
    /// The 第 of a rank.
    Rank,
    /// A word that keeps the number from being exact.
    About,
    /// The number.
    Digits,
    /// What is counted, and what of the number is a word (万).
    Unit,
}

/// Words of a name that say in which direction something went.
const RISES: [&str; 8] = ["增长", "增速", "增幅", "增加", "提升", "提高", "上升", "上涨"];
const FALLS: [&str; 8] = ["下降", "降低", "降幅", "减少", "压减", "压缩", "回落", "缩短"];

/// Whether a figure's name says how it changed, so that its number need not: 地区生产总值增长.
fn is_change_named(figure: &Figure) -> bool {
    let words = match figure.quantity.change {
        Some(Change::Up) => RISES,
        Some(Change::Down) => FALLS,
        None => return false,
    };
    words.iter().any(|word| figure.label.contains(word))
}

/// A figure's quantity piece by piece, in the order it is read; none of the pieces is empty.
pub fn pieces(figure: &Figure) -> Vec<(Role, String)> {
    let quantity = &figure.quantity;
    let direction = if is_change_named(figure) { "" } else { change_word(quantity) };
    let (before, digits, after) = quantity.display();
    let rank = if quantity.is_rank() { Role::Rank } else { Role::About };
    let mut pieces = vec![
        (Role::Change, direction.to_string()),
        (rank, before.to_string()),
        (Role::Digits, digits),
    ];
    // The report's own words, 万余 and 亿多: only the second character is set apart.
    let over = |ch: char| matches!(ch, '余' | '多');
    pieces.extend(after.split_inclusive(over).flat_map(|words| {
        let (plain, word) = words.split_at(words.find(over).unwrap_or(words.len()));
        [(Role::Unit, plain.to_string()), (Role::About, word.to_string())]
    }));
    pieces.push((Role::Unit, quantity.unit_behind().to_string()));
    pieces.push((Role::About, quantity.word_behind().to_string()));
    pieces.retain(|(_, words)| !words.is_empty());
    pieces
}

/// What a rate leaves, computed to as many decimals as it is stated to; empty for anything else.
pub fn rest_of_rate(figure: &Figure) -> String {
    let quantity = &figure.quantity;
    let is_rate = quantity.unit == "%"
        && quantity.qualifier.is_none()
        && quantity.change.is_none()
        && figure.label.ends_with('率')
        && (0.0..100.0).contains(&quantity.value);
    if !is_rate {
        return String::new();
    }
    let printed = quantity.printed();
    let n_decimals = printed
        .split_once('.')
        .map_or(0, |(_, decimals)| decimals.chars().take_while(char::is_ascii_digit).count());
    let rest = 100.0 - quantity.value;
    let rest = match n_decimals {
        0 => decimal::write(rest),
        _ => decimals(rest, n_decimals as i32),
    };
    (WORDS.figure_page.rest)(&format!("{rest}%"))
}

/// What a figure's number says, in a sentence or two for readers: whether it is still to come, and what the word
/// beside it means.
pub fn explain_figure(report: &Report, figure: &Figure) -> String {
    let said = explain(&figure.quantity);
    if Periods::of(report).of_figure(figure) != Period::Next {
        return said;
    }
    let is_exact = said == WORDS.explanations.exact;
    (WORDS.explanations.planned)(report.year + 1) + if is_exact { "" } else { &said }
}

/// What the word beside a number says about its value, in one sentence for readers.
pub fn explain(quantity: &Quantity) -> String {
    let words = &WORDS.explanations;
    let change = match quantity.change {
        Some(Change::Up) => words.rise,
        Some(Change::Down) => words.fall,
        None => "",
    };
    explain_qualifier(quantity) + change
}

fn explain_qualifier(quantity: &Quantity) -> String {
    let Quantity { value, unit, qualifier, lower, upper, .. } = quantity;
    let with_unit = |value: f64| format!("{}{unit}", grouped(value));
    let (words, stated) = (&WORDS.explanations, with_unit(*value));
    match qualifier {
        None => words.exact.to_string(),
        Some(Qualifier::Over(word)) => match upper {
            Some(upper) => (words.over_below)(word, &stated, &with_unit(*upper)),
            None => (words.over)(word, &stated),
        },
        Some(Qualifier::MoreThan(word)) => (words.more_than)(word, &stated),
        Some(Qualifier::AtLeast(word)) => (words.at_least)(word, &stated),
        Some(Qualifier::LessThan(word)) => (words.less_than)(word, &stated),
        Some(Qualifier::AtMost(word)) => (words.at_most)(word, &stated),
        Some(Qualifier::About(word)) => (words.about)(word, &stated),
        Some(Qualifier::Between(word)) => match (lower, upper) {
            (Some(lower), Some(upper)) => {
                (words.between)(word, &with_unit(*lower), &with_unit(*upper))
            }
            _ => (words.approximate)(word),
        },
        Some(Qualifier::Rank(word)) => {
            (if word == "前" { words.first_few } else { words.rank })(&grouped(*value))
        }
    }
}
