//! Years and plan periods that words name.

use crate::number::numeral;

/// The years from 1990 to 2099 that words name.
pub(super) fn years_in(words: &str) -> Vec<u16> {
    let chars: Vec<char> = words.chars().collect();
    let year = |at: usize| {
        let digits: String = chars.get(at..at + 4)?.iter().collect();
        let apart = at == 0 || !chars[at - 1].is_ascii_digit();
        let year: u16 = digits.parse().ok()?;
        let behind: String = chars.iter().skip(at + 4).take(1).collect();
        (apart && (1990..2100).contains(&year) && behind == "年").then_some(year)
    };
    (0..chars.len()).filter_map(year).collect()
}

/// Whether a heading over a plan period (“十五五”时期主要目标任务) speaks of one that is still to come when
/// `year` is over: “十五”, the tenth, began in 2001, and each has five years.
pub(super) fn names_coming_period(words: &str, year: Option<u16>) -> bool {
    let Some((before, _)) = words.split_once("”时期") else { return false };
    let Some((_, period)) = before.rsplit_once('“') else { return false };
    let Some(number) = period.strip_suffix('五') else { return false };
    let chars: Vec<char> = number.chars().collect();
    let read = numeral::read(&chars, 0).filter(|read| read.end == chars.len());
    let last = read.map(|read| FIRST_PERIOD_BEGINS + 5 * read.value as u16 - 1);
    last.zip(year).is_some_and(|(last, year)| last > year)
}

/// When the first five-year plan began.
const FIRST_PERIOD_BEGINS: u16 = 1953;

/// The year that words say has just gone by: 刚刚过去的2022年.
pub(super) fn year_just_gone(words: &str) -> Option<u16> {
    let (_, behind) = words.split_once("刚刚过去的")?;
    let year = years_in(behind).first().copied()?;
    behind.starts_with(&year.to_string()).then_some(year)
}
