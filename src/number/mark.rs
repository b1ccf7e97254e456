//! The numbers of lists and headings: 1. （一） 一、 一是 ① ㈠. They stand at the head of a line or
//! behind the end of a sentence (GB/T 9704 sets 一、（一）1.（1） as the order of levels).

use super::date::Match;
use super::fold::is_stop;
use super::numeral::{self, digit, is_chinese, n_digits};
use super::reason::Reason;
use super::unit;

/// Longest number of a list in digits.
const MAX_DIGITS: usize = 3;

/// A character that is the number of a list by itself: ① ⑴ ⒈ ㈠ ㊀.
pub(super) fn is_mark(ch: char) -> bool {
    matches!(ch, '①'..='⒛' | '⓪'..='⓿' | '❶'..='➓' | '㈠'..='㈩' | '㊀'..='㊉' | '㉑'..='㉟' | '㊱'..='㊿')
}

/// Where a number of a list stands, and in digits the number itself.
pub(super) struct Mark {
    pub start: usize,
    pub end: usize,
    pub number: Option<u32>,
}

impl Mark {
    pub(super) fn reason(&self) -> Match {
        (self.end, Reason::List)
    }
}

/// Whether nothing but white space and an opening bracket stands before `at` in its line.
fn heads_line(chars: &[char], at: usize) -> bool {
    let before = chars[..at].iter().rev();
    before
        .take(8)
        .find(|ch| !matches!(ch, ' ' | '\u{3000}' | '\t' | '\u{a0}' | '(' | '#' | '*' | '\u{feff}'))
        .is_none_or(|ch| matches!(ch, '\n' | '\r' | '\u{c}'))
}

/// Whether a sentence, or a clause of a list, ends before `at`.
fn heads_sentence(chars: &[char], at: usize) -> bool {
    let before = chars[..at].iter().rev().find(|ch| !ch.is_whitespace());
    before.is_none_or(|ch| {
        matches!(ch, '。' | '；' | ';' | ':' | '！' | '？' | '”' | '》' | ')' | '>')
    })
}

/// The number of a list at `at`, where a numeral begins; `last` is the number before it of those in
/// digits.
pub(super) fn mark_at(chars: &[char], at: usize, last: Option<u32>) -> Option<Mark> {
    bracketed(chars, at).or_else(|| match digit(chars[at]) {
        Some(_) => in_digits(chars, at, last),
        None => in_words(chars, at),
    })
}

/// （一）, (2), 1）.
fn bracketed(chars: &[char], at: usize) -> Option<Mark> {
    let end = at + chars[at..].iter().take_while(|ch| numeral::begins(**ch)).count();
    let closed = chars[end..].iter().take(2).position(|ch| *ch == ')')?;
    // （一 ） with a space inside, but （2021 ） is none.
    let is_short = end - at <= MAX_DIGITS && chars[end..end + closed].iter().all(|ch| *ch == ' ');
    let start = at.checked_sub(1).filter(|before| chars[*before] == '(');
    let opened = start.is_some() || heads_line(chars, at);
    let value = numeral::read(chars, at)?.value;
    (is_short && opened && value < 100.0).then(|| Mark {
        start: start.unwrap_or(at),
        end: end + closed + 1,
        number: None,
    })
}

/// `1.` and `1、` at a head; glued to what they count, too: 40.151件 is heading 40 and 151件.
fn in_digits(chars: &[char], at: usize, last: Option<u32>) -> Option<Mark> {
    let n = n_digits(chars, at);
    let end = at + n;
    let mark = *chars.get(end).filter(|ch| matches!(ch, '.' | '、' | ':'))?;
    if n > MAX_DIGITS || n > 1 && digit(chars[at]) == Some(0) {
        return None;
    }
    let digits = chars[at..end].iter().filter_map(|ch| digit(*ch));
    let number = digits.fold(0, |number, digit| number * 10 + digit);
    let found = Some(Mark { start: at, end: end + 1, number: Some(number) });
    let decimals = n_digits(chars, end + 1);
    if decimals == 0 {
        let heads =
            heads_line(chars, at) || heads_sentence(chars, at) && last_is_near(number, last);
        return found.filter(|_| heads && mark != ':');
    }
    if mark != '.' || !heads_line(chars, at) {
        return None;
    }
    let behind = end + 1 + decimals;
    // 1.1 and 1.2.3 number a heading.
    let mut nested = behind;
    while chars.get(nested) == Some(&'.') && n_digits(chars, nested + 1) > 0 {
        nested += 1 + n_digits(chars, nested + 1);
    }
    let is_year = decimals == 4 && chars.get(behind) == Some(&'年');
    let follows = last.is_some_and(|last| last + 1 == number);
    if is_year || counts_whole(chars, behind) || follows && nested == behind {
        return found;
    }
    let is_heading = decimals <= 2 && n <= 2 && !unit::begins(chars, nested);
    let is_heading = is_heading && !matches!(chars.get(nested), Some('~' | '-' | ':' | '/'));
    is_heading.then_some(Mark { start: at, end: nested, number: None })
}

/// In a text on one line, a number of a list goes on from the one before.
fn last_is_near(number: u32, last: Option<u32>) -> bool {
    number == 1 || last.is_some_and(|last| last + 1 == number)
}

/// Whether a unit stands at `at` that is counted in whole numbers: 40.151件 has no decimals.
fn counts_whole(chars: &[char], at: usize) -> bool {
    let whole = "件家名人个项宗起场次份所座台套辆户条处支批届张位例组篇部栋间艘架头枚粒艘镇村街";
    chars.get(at).is_some_and(|ch| whole.contains(*ch))
        && !chars[at..].starts_with(&['个', '百'])
        && !chars[at..].starts_with(&['人', '均'])
}

/// 一、 and 一是 at the head of a sentence.
fn in_words(chars: &[char], at: usize) -> Option<Mark> {
    let n = chars[at..].iter().take(4).take_while(|ch| is_chinese(**ch)).count();
    let end = at + n;
    let next = *chars.get(end).filter(|_| n <= 3)?;
    let before = at.checked_sub(1).map(|before| chars[before]);
    let heads_clause = before.is_none_or(|ch| {
        is_stop(ch) || ch.is_whitespace() || matches!(ch, '、' | '(' | '“' | '”' | ')' | '—' | '~')
    });
    let is_mark = match next {
        // 二、三产业 are two of three sectors.
        '、' if is_chinese(*chars.get(end + 1)?) && chars.get(end + 2) == Some(&'产') => false,
        '、' | '.' => heads_line(chars, at) || heads_sentence(chars, at),
        '是' => heads_clause && n <= 2,
        _ => false,
    };
    is_mark.then_some(Mark { start: at, end: end + 1, number: None })
}
