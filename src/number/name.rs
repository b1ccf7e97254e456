//! Numbers that are part of a name by their form: of a document, a hotline, a telephone, a product (5G,
//! PM2.5), a scheme (1+6+31), a web address.

use super::date::{Match, year_at};
use super::numeral::{self, n_digits};
use super::reason::Reason;
use super::unit::{self, unit_at};
use crate::text::has_word_at;

/// The name that begins with the number at `at`.
pub(super) fn name_at(chars: &[char], at: usize) -> Option<Match> {
    document_at(chars, at)
        .or_else(|| article_at(chars, at))
        .or_else(|| caption_at(chars, at))
        .or_else(|| token_at(chars, at))
}

/// 表1, 附图2: what stands at the head of a line or in brackets, or is called annexed.
fn caption_at(chars: &[char], at: usize) -> Option<Match> {
    let before = |n: usize| at.checked_sub(n).map(|place| chars[place]);
    let is_named = matches!(before(1), Some('表' | '图'))
        && before(2).is_none_or(|ch| matches!(ch, '\n' | '附' | '见' | '(' | '　' | ' '));
    let end = at + n_digits(chars, at);
    let ends = chars
        .get(end)
        .is_none_or(|ch| matches!(ch, ' ' | '　' | ':' | '：' | ')' | '\n' | '。' | '，'));
    (is_named && end > at && ends).then_some((end, Reason::Name))
}

/// The number of a telephone at `at`, of those that are no date.
pub(super) fn dialled_at(chars: &[char], at: usize) -> Option<Match> {
    telephone_at(chars, at).or_else(|| hotline_at(chars, at))
}

/// 〔2019〕28号, both numbers one.
fn document_at(chars: &[char], at: usize) -> Option<Match> {
    let opened = at.checked_sub(1).is_some_and(|before| "〔[［(【﹝".contains(chars[before]));
    let end = year_at(chars, at).filter(|_| opened)?;
    let closed = chars.get(end).is_some_and(|ch| "〕]］)】﹞".contains(*ch));
    let number = end + 1 + usize::from(chars.get(end + 1) == Some(&'第'));
    let number_end = number + n_digits(chars, number);
    let is_document = closed && number_end > number && chars.get(number_end) == Some(&'号');
    is_document.then_some((number_end + 1, Reason::Document))
}

/// 第二十四条 of a law, 713号令, 80号文.
fn article_at(chars: &[char], at: usize) -> Option<Match> {
    let end = numeral::read(chars, at)?.end;
    let ranked = at > 0 && chars[at - 1] == '第';
    let next = *chars.get(end)?;
    if ranked && matches!(next, '条' | '款' | '章' | '节' | '编' | '页') {
        return Some((end + 1, Reason::Document));
    }
    if next != '号' {
        return None;
    }
    let papers = ["令", "文", "公告", "通告", "议案", "建议", "提案", "决定", "公报", "》"];
    let is_paper = ranked || papers.iter().any(|word| has_word_at(chars, end + 1, word));
    Some((end + 1, if is_paper { Reason::Document } else { Reason::Name }))
}

fn is_latin(ch: char) -> bool {
    ch.is_ascii_alphabetic() || ch == '_'
}

/// 5G, PM2.5, U-12, 1+6+31, 7×24小时, digits of an address.
fn token_at(chars: &[char], at: usize) -> Option<Match> {
    numeral::digit(chars[at])?;
    let before = |n: usize| at.checked_sub(n).map(|place| chars[place]);
    let joins = |ch: char| matches!(ch, '+' | '×' | '*' | 'x' | 'X');
    let numeral = numeral::read(chars, at)?;
    let digits_end =
        at + chars[at..].iter().take(MAX_NUMBER).take_while(|ch| in_number(**ch)).count();
    let next = chars.get(digits_end).copied();
    let after = chars.get(digits_end + 1).copied();
    let known_unit = unit_at(chars, numeral.end, true, &[]).filter(|unit| !unit.guessed);

    let joined = next.is_some_and(joins) && after.is_some_and(|ch| ch.is_ascii_alphanumeric())
        || before(1).is_some_and(|ch| ch == '+' || ch == '×')
            && before(2).is_some_and(|ch| ch.is_ascii_alphanumeric());
    // GDP3000亿元 is an amount behind letters; PM2.5 and T3 are names.
    let n_letters = chars[..at].iter().rev().take(3).take_while(|ch| is_latin(**ch)).count();
    let counted = known_unit.as_ref().is_some_and(|unit| unit.name != "日" && unit.name != "年");
    let behind_letters = n_letters > 0 && !(n_letters >= 3 && counted)
        || before(1) == Some('-') && before(2).is_some_and(is_latin);
    let before_letters = next.is_some_and(is_latin) && known_unit.is_none();
    let in_address = (before(1) == Some('/') || next == Some('/')) && n_digits(chars, at) >= 5
        || next == Some('_');
    if !(joined || behind_letters || before_letters || in_address) {
        return None;
    }
    let in_token = |ch: &&char| {
        ch.is_ascii_alphanumeric() || joins(**ch) || matches!(**ch, '.' | '_') && !joined
    };
    let mut end = at + chars[at..].iter().take_while(in_token).count();
    // A full stop at the end is the sentence's.
    while end > digits_end && !chars[end - 1].is_ascii_alphanumeric() {
        end -= 1;
    }
    let end = if has_word_at(chars, end, "小时") { end + 2 } else { end };
    Some((end.max(at + 1), Reason::Name))
}

/// Most characters of a number in digits that is looked at for what follows it.
const MAX_NUMBER: usize = 40;

fn in_number(ch: char) -> bool {
    numeral::digit(ch).is_some() || matches!(ch, '.' | ',')
}

/// 0771-1234567, 400-123-4567, 13812345678: what nobody counts.
fn telephone_at(chars: &[char], at: usize) -> Option<Match> {
    let mut end = at + n_digits(chars, at);
    let (first, mut n) = (end - at, end - at);
    while chars.get(end) == Some(&'-') && n_digits(chars, end + 1) >= 3 {
        n += n_digits(chars, end + 1);
        end += 1 + n_digits(chars, end + 1);
    }
    let joined = n > first && n >= 7;
    let before: String = chars[at.saturating_sub(3)..at].iter().collect();
    if first == 6 && (before.contains("邮编") || before.ends_with("编码:")) {
        return Some((end, Reason::Name));
    }
    let long = first >= 9 && !unit::begins(chars, end) && chars.get(end) != Some(&'.');
    (joined || long).then_some((end, Reason::Name))
}

/// Words behind a number that is dialled.
const DIALLED: &[&str] = &[
    "热线", "平台", "专线", "电话", "便民", "政务", "举报", "投诉", "接警", "报警", "指挥", "急救",
    "服务", "公共", "市民", "市长", "诉求", "法律", "消防", "维权", "联动", "工单", "、", "”",
];

/// 12345热线, 110接警, 96333平台: short numbers that the ministry of industry gives out (电信网编号计划).
fn hotline_at(chars: &[char], at: usize) -> Option<Match> {
    let n = n_digits(chars, at);
    let begins = |lead: &[char]| chars[at..].starts_with(lead);
    let short = n == 3 && begins(&['1']) && matches!(chars[at + 1], '1' | '2');
    let long = n == 5 && (begins(&['1', '2']) || begins(&['9', '5']) || begins(&['9', '6']));
    let end = at + n;
    if !(short || long) || chars.get(end) == Some(&'.') || chars.get(end) == Some(&'%') {
        return None;
    }
    let dialled = DIALLED.iter().any(|word| has_word_at(chars, end, word));
    let counted = unit::begins(chars, end) && !dialled;
    let is_known = begins(&['1', '2', '3']) && long;
    // 110、119 in a row are dialled, 110、24和3件 are counted.
    let in_list = chars.get(end) == Some(&'、') && (n != 3 || hotline_follows(chars, end + 1));
    let listed = chars.get(end) != Some(&'、') || in_list;
    (!counted && listed && (dialled || is_known)).then_some((end, Reason::Name))
}

fn hotline_follows(chars: &[char], at: usize) -> bool {
    let n = n_digits(chars, at);
    let dialled = DIALLED.iter().any(|word| has_word_at(chars, at + n, word));
    (n == 3 || n == 5) && chars.get(at) == Some(&'1') && dialled
}
