//! Quotes by which annotations point at a number: as short as says which, and found once in the text.

use crate::model::Report;
use crate::number::{self, BETWEEN_CELLS, Number};
use crate::text::Span;

/// Fewest characters that a quote has before its number, so that an editor sees what is counted.
pub(super) const MIN_BEFORE: u32 = 4;

/// The number with as few characters before it, and if that is not enough behind it, as make a
/// quote that occurs once and holds no other number.
pub fn shortest_quote(report: &Report, number: Span, numbers: &[Span]) -> Option<String> {
    let sentence = report.sentence_at(number.start)?.1.span;
    let paragraphs = report.sections.iter().flat_map(|section| &section.paragraphs);
    let paragraph = paragraphs.map(|known| known.span).find(|known| known.contains(number))?;
    [sentence, paragraph].iter().find_map(|line| quote_within(report, number, numbers, *line))
}

/// The same in words that lie in `line`.
fn quote_within(report: &Report, number: Span, numbers: &[Span], line: Span) -> Option<String> {
    let from = free_from(number, numbers).max(line.start);
    let next = numbers.partition_point(|known| known.start < number.end);
    let to = numbers.get(next).map_or(line.end, |known| known.start.min(line.end));
    let before = (from..=number.start).rev().map(|start| Span::new(start, number.end));
    let behind = (number.end..=to).map(|end| Span::new(from, end));
    before
        .filter(|span| span.start + MIN_BEFORE <= number.start || span.start == from)
        .chain(behind)
        .map(|span| report.slice(span).trim_end())
        .find(|words| occurs_once(&report.text, words))
        .map(str::to_string)
}

/// The same for a figure, whose quote may hold what is no data by rule: 三十亿级项目2个 beside 百亿级项目2个; and
/// the cells before it, where the same number stands in another row of a table.
pub fn figure_quote(
    report: &Report,
    number: Span,
    places: &[Span],
    data: &[Span],
) -> Option<String> {
    shortest_quote(report, number, places)
        .or_else(|| shortest_quote(report, number, data))
        .or_else(|| quote_of_cells(report, number))
}

/// The number with as many whole cells of its row before it as make a quote that occurs once.
fn quote_of_cells(report: &Report, number: Span) -> Option<String> {
    let row = report.sentence_at(number.start)?.1.span;
    let words = report.slice(Span::new(row.start, number.end)).trim_start();
    let cells = words.rmatch_indices(BETWEEN_CELLS).map(|(at, mark)| &words[at + mark.len()..]);
    let quotes = cells.filter(|words| words.contains(BETWEEN_CELLS)).chain([words]);
    quotes
        .filter(|words| words.contains(BETWEEN_CELLS))
        .find(|words| occurs_once(&report.text, words))
        .map(str::to_string)
}

/// The quote of a number that a corrected text has in place of that of `quote`: around it stands the same, in the
/// same unit, and nowhere else.
pub fn changed_quote(report: &Report, numbers: &[Number], quote: &str) -> Option<String> {
    let old = number::scan(quote);
    let [old] = &old[..] else { return None };
    let chars: Vec<char> = quote.chars().collect();
    let before: String = chars[..old.span.start as usize].iter().collect();
    let behind: String = chars[old.span.end as usize..].iter().collect();
    let end = report.text.chars().count() as u32;
    let mut like = numbers.iter().filter_map(|number| {
        let start = number.span.start.checked_sub(old.span.start)?;
        let span = Span::new(start, (number.span.end + behind.chars().count() as u32).min(end));
        let words = report.slice(span);
        let is_like = number.quantity.unit == old.quantity.unit
            && words.starts_with(&before)
            && words.ends_with(&behind);
        is_like.then(|| words.to_string())
    });
    let (quote, None) = (like.next()?, like.next()) else { return None };
    occurs_once(&report.text, &quote).then_some(quote)
}

/// Where the last number before `number` ends: a quote that begins there holds no other. `numbers` are
/// in order and do not overlap.
pub(super) fn free_from(number: Span, numbers: &[Span]) -> u32 {
    let n_before = numbers.partition_point(|known| known.end <= number.start);
    n_before.checked_sub(1).map_or(0, |last| numbers[last].end)
}

/// Whether `quote` occurs once in `text`.
fn occurs_once(text: &str, quote: &str) -> bool {
    let length = quote.chars().next().map_or(0, char::len_utf8);
    length > 0 && text.find(quote).is_some_and(|first| !text[first + length..].contains(quote))
}
