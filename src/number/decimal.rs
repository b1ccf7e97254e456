//! Reads and writes decimal numbers, exactly for every number a report can state. The standard
//! library does so for any number at all, but its tables would add 25 kB to the page (brotli).

/// 2⁵³: every whole number below it is an exact `f64`.
const MAX_EXACT_WHOLE: f64 = 9_007_199_254_740_992.0;

/// Powers of ten up to this one are exact.
const MAX_EXACT_POWER: i32 = 22;

/// The value of `19000`, `96.9` or `2.2831e10`, as near as an `f64` comes; none for other text and
/// for numbers beyond those an `f64` holds exactly.
pub fn read(text: &str) -> Option<f64> {
    let (digits, exponent) = match text.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let mantissa: u64 = [whole, decimals].concat().parse().ok()?;
    let exponent = exponent.checked_sub(decimals.len() as i32)?;
    if whole.starts_with('+')
        || mantissa as f64 >= MAX_EXACT_WHOLE
        || exponent.abs() > MAX_EXACT_POWER
    {
        return None;
    }
    // A single operation on two exact numbers gives the nearest `f64`.
    let (mantissa, power) = (mantissa as f64, 10f64.powi(exponent.abs()));
    Some(if exponent < 0 { mantissa / power } else { mantissa * power })
        .filter(|value| *value < MAX_EXACT_WHOLE)
}

/// A value in the fewest digits that read back as it, at most nine of them decimals: `19000`,
/// `96.9`.
pub fn write(value: f64) -> String {
    let sign = if value < 0.0 { "-" } else { "" };
    let value = value.abs();
    let scaled = |places: i32| (value * 10f64.powi(places)).round();
    let places = (0..9).find(|places| scaled(*places) / 10f64.powi(*places) == value).unwrap_or(9);
    let digits = format!("{:0>width$}", scaled(places) as u64, width = places as usize + 1);
    let (whole, decimals) = digits.split_at(digits.len() - places as usize);
    let point = if decimals.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{decimals}")
}
