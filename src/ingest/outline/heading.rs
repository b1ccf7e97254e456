//! Which lines are headings, and of which level: by their numbers, and where there are none, by
//! their words. A style of numbers counts as headings only if most of its lines read like some; the
//! styles that a text uses make its levels, the outermost first.

use super::super::{sentence, wording};
use super::line::Line;
use super::mark::Style;

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    pub style: Style,
    /// Its number as it names the section; empty without one.
    pub number: String,
    /// 0 for the outermost.
    pub level: u8,
}

/// Deepest level.
const DEEPEST: u8 = 3;

/// The headings among `lines`; those that `may_head` denies are none.
pub(super) fn find(lines: &[Line<'_>], may_head: impl Fn(usize) -> bool) -> Vec<Option<Heading>> {
    let mut has_text = false;
    let mut found: Vec<Option<Heading>> = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let heading = may_head(at).then(|| candidate(line, has_text)).flatten();
        has_text |= line.ends_a_sentence() || heading.is_some();
        found.push(heading);
    }
    for style in [Style::Item, Style::SubItem, Style::Ordinal] {
        drop_unless_most_head(lines, &mut found, style);
    }
    drop_bare_unnumbered(lines, &mut found);
    set_levels(&mut found);
    found
}

/// The heading that a line may be. A short line without a number is one only behind some text:
/// before it stands the title.
fn candidate(line: &Line<'_>, has_text: bool) -> Option<Heading> {
    let Some(mark) = line.mark() else {
        let is_heading = has_text && wording::is_unnumbered_heading(&line.text());
        return is_heading.then(|| Heading {
            style: Style::Unnumbered,
            number: String::new(),
            level: 0,
        });
    };
    let number = line.trimmed()[..mark.number_len].iter().filter(|ch| !ch.is_whitespace());
    let is_chapter = mark.style == Style::Chapter;
    (!is_chapter || (line.trimmed().len() <= CHAPTER && !line.ends_a_sentence())).then(|| Heading {
        style: mark.style,
        number: number.collect(),
        level: 0,
    })
}

/// Longest heading of a chapter.
const CHAPTER: usize = 50;

/// Lists whose items are text are no headings.
fn drop_unless_most_head(lines: &[Line<'_>], found: &mut [Option<Heading>], style: Style) {
    let is_of_style =
        |heading: &Option<Heading>| heading.as_ref().is_some_and(|heading| heading.style == style);
    let all: Vec<usize> = (0..found.len()).filter(|at| is_of_style(&found[*at])).collect();
    let n_heading = all.iter().filter(|at| reads_like_heading(&lines[**at])).count();
    if n_heading * 5 < all.len() * 4 {
        for at in all {
            found[at] = None;
        }
    } else {
        for at in all.into_iter().filter(|at| !reads_like_heading(&lines[*at])) {
            found[at] = None;
        }
    }
}

/// Whether what stands behind a number is a heading: a line without a stop, or a short sentence
/// before others.
fn reads_like_heading(line: &Line<'_>) -> bool {
    const SHORT_LINE: usize = 40;
    const SHORT_SENTENCE: usize = 32;
    let chars = line.trimmed();
    let words = &chars[line.mark().map_or(0, |mark| mark.len).min(chars.len())..];
    let first = sentence::first(words);
    let has_clauses = first.contains(['，', ',', '；', ';', '：', ':']);
    let length = first.chars().count();
    if length == words.len() {
        !line.ends_a_sentence() && (2..=SHORT_LINE).contains(&length) && !has_clauses
    } else {
        (4..=SHORT_SENTENCE).contains(&length) && !has_clauses
    }
}

/// A short line without a number heads something: text has to come behind it.
fn drop_bare_unnumbered(lines: &[Line<'_>], found: &mut [Option<Heading>]) {
    for at in 0..found.len() {
        let is_unnumbered =
            found[at].as_ref().is_some_and(|known| known.style == Style::Unnumbered);
        let next = (at + 1..lines.len()).find(|next| !lines[*next].is_blank());
        let heads = next.is_some_and(|next| found[next].is_some() || lines[next].ends_a_sentence());
        if is_unnumbered && !heads {
            found[at] = None;
        }
    }
}

/// The styles in use, outermost first, are the levels.
fn set_levels(found: &mut [Option<Heading>]) {
    let styles: Vec<(Style, &str)> =
        found.iter().flatten().map(|heading| (heading.style, heading.number.as_str())).collect();
    let position = |style: Style| styles.iter().position(|(known, _)| *known == style);
    // Unnumbered headings stand above 一、 where those begin anew below them, else beside them.
    let begin_anew =
        styles.iter().filter(|(style, number)| *style == Style::Part && *number == "一").count()
            > 1;
    let beside = match (position(Style::Unnumbered), position(Style::Part)) {
        (Some(unnumbered), Some(part)) => part < unnumbered && !begin_anew,
        _ => false,
    };
    let rank =
        |style: Style| if beside && style == Style::Unnumbered { Style::Part } else { style };
    let mut used: Vec<Style> = styles.iter().map(|(style, _)| rank(*style)).collect();
    used.sort_unstable();
    used.dedup();
    for heading in found.iter_mut().flatten() {
        let level = used.iter().position(|style| *style == rank(heading.style)).unwrap_or(0);
        heading.level = (level as u8).min(DEEPEST);
    }
}
