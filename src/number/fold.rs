//! A text made ready for reading numbers: one form for each character that has several (widths,
//! compatibility forms, 壹 for 一, О for 〇), and without the white space that typesetting left inside
//! a number. Each character keeps its place in the text, so that nothing is lost.

use super::numeral::{chinese_digit, digit, multiplier};
use super::table::CELL_MARK;
use super::unit;

/// A text as the reader of numbers sees it.
pub(super) struct Folded {
    /// The characters in one form each.
    pub chars: Vec<char>,
    /// The same characters as printed.
    pub printed: Vec<char>,
    /// The place of each in the text.
    pub places: Vec<u32>,
}

/// Forms of characters of numbers, dates and units; the first of two is read as the second.
const FORMS: &str = "萬万億亿兩两⼀一⼆二⼋八⼗十⼈人⼾户⽇日⽉月⽚片⾥里⽶米⽀支⽅方⽄斤⼩小⼤大⼯工⼦子⾯面⻔门⻋车⻚页\
    \u{f9d1}六\u{f9b2}零\u{f9e9}里\u{f98e}年\u{fa01}度\u{f961}率：:∶:﹕:／/＋+－-−-﹣-‐-‑-–~—~―~─~～~〜~﹪%％%．.﹒.（(）)\u{2022}·\u{30fb}·\u{2027}·﹐,";

/// Numerals of banks. Some are other words, too (陆, 收拾), so two must stand together.
const FORMAL: &str = "壹一贰二貳二叁三參三肆四伍五陆六陸六柒七捌八玖九拾十佰百仟千";

/// Characters that stand for 〇 among Chinese digits.
const CIRCLES: &str = "○◯〇OＯoОо0０";

fn form_in(table: &str, ch: char) -> Option<char> {
    let mut chars = table.chars();
    std::iter::from_fn(|| Some((chars.next()?, chars.next()?)))
        .find_map(|(form, read)| (form == ch).then_some(read))
}

fn one_form(ch: char) -> char {
    match ch {
        // Letters, digits and marks of full width lie in the order of ASCII; ， stays, since it is
        // the comma of Chinese prose.
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            char::from_u32(ch as u32 - 0xFEE0).unwrap_or(ch)
        }
        ch if ch.is_ascii()
            || ('\u{4e00}'..='\u{9fff}').contains(&ch) && !"萬億兩".contains(ch) =>
        {
            ch
        }
        ch => form_in(FORMS, ch).unwrap_or(ch),
    }
}

impl Folded {
    /// The text ready for reading.
    pub(super) fn of(text: &str) -> Self {
        let printed: Vec<char> = text.chars().collect();
        let mut chars: Vec<char> = printed.iter().map(|ch| one_form(*ch)).collect();
        fold_formal(&mut chars);
        fold_circles(&mut chars);
        let mut folded = Self { chars: Vec::new(), printed: Vec::new(), places: Vec::new() };
        let mut at = 0;
        while at < chars.len() {
            let n_spaces = chars[at..].iter().take_while(|ch| ch.is_whitespace()).count();
            if n_spaces > 0 && is_inside_a_number(&folded.chars, &chars, at, at + n_spaces) {
                at += n_spaces;
                continue;
            }
            for place in at..at + n_spaces.max(1) {
                folded.chars.push(chars[place]);
                folded.printed.push(printed[place]);
                folded.places.push(place as u32);
            }
            at += n_spaces.max(1);
        }
        folded
    }

    /// What the text prints from `start` to `end`, without the white space inside.
    pub(super) fn print(&self, start: usize, end: usize) -> String {
        self.printed[start..end].iter().collect()
    }

    /// A unit that ends at `end`, with the brackets of the text: 间（套）; ％ and % are one.
    pub(super) fn unit(&self, name: &str, end: usize) -> String {
        let start = end.saturating_sub(name.chars().count());
        if name.contains(['(', '/', ',']) { self.print(start, end) } else { name.to_string() }
    }
}

fn fold_formal(chars: &mut [char]) {
    let mut at = 0;
    while at < chars.len() {
        let is_formal = |ch: &&char| form_in(FORMAL, **ch).is_some() || "万亿零".contains(**ch);
        let n = if form_in(FORMAL, chars[at]).is_some() {
            chars[at..].iter().take_while(is_formal).count()
        } else {
            0
        };
        if n >= 2 {
            for ch in &mut chars[at..at + n] {
                *ch = form_in(FORMAL, *ch).unwrap_or(*ch);
            }
        }
        at += n.max(1);
    }
}

/// 二○二一年, 二О二О年, 二0一九年: circles among the four digits of a year.
fn fold_circles(chars: &mut [char]) {
    let mut at = 0;
    while at < chars.len() {
        let is_part = |ch: &&char| chinese_digit(**ch).is_some() || CIRCLES.contains(**ch);
        let n = chars[at..].iter().take_while(is_part).count();
        let is_year = n == 4
            && matches!(chars[at], '一' | '二')
            && (chars[at + 1] == '九' || CIRCLES.contains(chars[at + 1]));
        if is_year {
            for ch in chars[at..at + n].iter_mut().filter(|ch| CIRCLES.contains(**ch)) {
                *ch = '〇';
            }
        }
        at += n.max(1);
    }
}

/// Spaces that set off groups of three digits (ISO 80000-1, 7.3.1).
fn is_thin(ch: char) -> bool {
    matches!(ch, '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{2006}')
}

/// Whether the white space `start..end` of `chars` stands inside a number or between it and the words
/// that belong to it; `before` is what has been read so far.
fn is_inside_a_number(before: &[char], chars: &[char], start: usize, end: usize) -> bool {
    let (Some(&last), Some(&next)) = (before.last(), chars.get(end)) else { return false };
    let n_lines = chars[start..end].iter().filter(|ch| **ch == '\n').count();
    let n_digits = chars[end..].iter().take_while(|ch| digit(**ch).is_some()).count();
    let digits_before = before.iter().rev().take_while(|ch| digit(**ch).is_some()).count();
    // Nothing but a list's number stands at the head of a line by itself.
    let stands_alone = |n: usize| {
        before[..before.len() - n]
            .iter()
            .rev()
            .find(|ch| !matches!(ch, ' ' | '\u{3000}' | '\t'))
            .is_none_or(|ch| *ch == '\n')
    };
    // The last cell of a table's row has nothing to do with the first of the next.
    let is_in_table =
        || before.iter().rev().take_while(|ch| **ch != '\n').any(|ch| *ch == CELL_MARK);
    if n_lines > 1 || n_lines == 1 && is_in_table() {
        return false;
    }
    if digits_before > 0 && n_digits > 0 {
        let is_group = n_digits == 3
            && digits_before <= 3
            && chars.get(end + 3) != Some(&'.')
            && chars[start..end].iter().all(|ch| is_thin(*ch))
            && end == start + 1;
        // A line that ends in digits goes on in the next, unless that begins with a list's number.
        let is_broken = n_lines == 1
            && !stands_alone(digits_before)
            && !matches!(chars.get(end + n_digits), Some('.' | '、' | ')' | '年' | '月'))
            && unit::begins(chars, end + n_digits);
        return is_group || is_broken;
    }
    if last == '.' && n_digits > 0 {
        // 96. 9%, but not the number of a list: 1. 3个.
        let digits = before[..before.len() - 1].iter().rev();
        let n = digits.take_while(|ch| digit(**ch).is_some()).count();
        return n > 0 && !stands_alone(n + 1) && unit::begins(chars, end + n_digits);
    }
    let ends_a_number = digits_before > 0
        || (multiplier(last).is_some() || matches!(last, '余' | '多'))
            && before.iter().rev().skip(1).take(3).any(|ch| digit(*ch).is_some());
    if ends_a_number {
        return matches!(next, '余' | '多' | '%' | '万' | '亿' | '.')
            || n_lines == 0 && matches!(next, '、' | '~' | '号')
            || digit(next).is_none()
                && unit::begins(chars, end)
                && !(n_lines == 1 && stands_alone(digits_before));
    }
    if n_lines > 0 {
        return false;
    }
    // Between words and digits (增长 8.8%), and before a mark of a list (6.4% 、0.3%).
    n_digits > 0
        && !last.is_whitespace()
        && !last.is_ascii()
        && last != '\u{3000}'
        && !is_stop(last)
        || next == '、'
}

/// Whether a character ends a clause.
pub(super) fn is_stop(ch: char) -> bool {
    matches!(ch, '。' | '，' | '；' | '：' | '！' | '？' | ',' | ';' | ':' | '!' | '?' | '\n')
}
