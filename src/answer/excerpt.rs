//! The piece of a text that a hit shows: around its first match, with all matches in it marked.

use crate::markup::{escape, write};
use crate::text::Span;
use crate::words::SEARCH;

/// Most characters shown of the text that a hit stands in.
pub(super) const EXCERPT_LENGTH: usize = 64;

/// How many of them stand before the first match.
const LENGTH_BEFORE_MATCH: usize = 14;

/// Writes the text around the first match, every match in it marked.
pub(super) fn write_excerpt(html: &mut String, text: &str, matches: &[Span]) {
    let chars: Vec<char> = text.chars().collect();
    let first = matches.first().map_or(0, |span| span.start as usize);
    let start = if chars.len() > EXCERPT_LENGTH {
        first.saturating_sub(LENGTH_BEFORE_MATCH).min(chars.len() - EXCERPT_LENGTH)
    } else {
        0
    };
    let end = chars.len().min(start + EXCERPT_LENGTH);
    let slice =
        |from: usize, to: usize| escape(&chars[from..to.max(from)].iter().collect::<String>());
    if start > 0 {
        html.push_str(SEARCH.ellipsis);
    }
    let mut at = start;
    for span in matches {
        let (from, to) = ((span.start as usize).clamp(at, end), (span.end as usize).clamp(at, end));
        html.push_str(&slice(at, from));
        if to > from {
            write(html, &["<mark>", &slice(from, to), "</mark>"]);
        }
        at = to;
    }
    html.push_str(&slice(at, end));
    if end < chars.len() {
        html.push_str(SEARCH.ellipsis);
    }
}
