//! The numbers before headings, in the ways reports print them: 第一部分, 一、, （一）, 1., (1), 一是.
//! Brackets and digits of either width and spaces around them make no difference.

/// A number at the head of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// How it is written.
    pub style: Style,
    /// What it counts.
    pub number: u32,
    /// Characters of the number as it names a section: 一, (一), 第一部分.
    pub number_len: usize,
    /// Characters with the mark and the spaces behind it.
    pub len: usize,
}

/// A way to number, from the outermost to the innermost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Style {
    /// 第一部分, 第一章.
    Chapter,
    /// A short line that is named like a heading, without a number.
    Unnumbered,
    /// 一、
    Part,
    /// （一）
    Section,
    /// 1.
    Item,
    /// (1), ①.
    SubItem,
    /// 一是.
    Ordinal,
}

/// The number that `line` begins with, if it begins with one; white space before it is not looked
/// over.
pub(super) fn read(line: &[char]) -> Option<Mark> {
    chapter(line)
        .or_else(|| in_brackets(line))
        .or_else(|| single_sign(line))
        .or_else(|| chinese(line))
        .or_else(|| arabic(line))
}

fn mark(line: &[char], style: Style, number: u32, number_len: usize, end: usize) -> Mark {
    let spaces = line[end..].iter().take_while(|ch| ch.is_whitespace() && **ch != '\n').count();
    Mark { style, number, number_len, len: end + spaces }
}

fn n_spaces(line: &[char], at: usize) -> usize {
    line.iter().skip(at).take_while(|ch| matches!(ch, ' ' | '　' | '\u{a0}')).count()
}

/// 第一部分, with what may stand behind it: 第一部分：
fn chapter(line: &[char]) -> Option<Mark> {
    let ('第', rest) = (*line.first()?, &line[1..]) else { return None };
    let (number, length) = chinese_number(rest).or_else(|| digits(rest))?;
    let behind: String = rest.iter().skip(length).take(2).collect();
    let unit = ["部分", "篇", "章", "节"].into_iter().find(|unit| behind.starts_with(unit))?;
    let number_len = 1 + length + unit.chars().count();
    let end =
        number_len + usize::from(matches!(line.get(number_len), Some('、' | '：' | ':' | '，')));
    // 第一部分完成 is text; a heading is set apart or begins with what it names.
    Some(mark(line, Style::Chapter, number, number_len, end))
}

/// （一）, (1).
fn in_brackets(line: &[char]) -> Option<Mark> {
    if !matches!(line.first(), Some('(' | '（')) {
        return None;
    }
    let start = 1 + n_spaces(line, 1);
    let rest = line.get(start..)?;
    let (style, (number, length)) = match chinese_number(rest) {
        Some(read) => (Style::Section, read),
        None => (Style::SubItem, digits(rest).filter(|(number, _)| *number < 100)?),
    };
    let close = start + length + n_spaces(line, start + length);
    matches!(line.get(close), Some(')' | '）'))
        .then(|| mark(line, style, number, close + 1, close + 1))
}

/// ㈠, ⑴, ①.
fn single_sign(line: &[char]) -> Option<Mark> {
    let sign = *line.first()? as u32;
    let (style, number) = match sign {
        0x3220..=0x3229 => (Style::Section, sign - 0x321f),
        0x2474..=0x2487 => (Style::SubItem, sign - 0x2473),
        0x2460..=0x2473 => (Style::SubItem, sign - 0x245f),
        _ => return None,
    };
    let end = 1 + usize::from(matches!(line.get(1), Some('、' | '.' | '．')));
    Some(mark(line, style, number, 1, end))
}

/// 一、, 一．, 一是.
fn chinese(line: &[char]) -> Option<Mark> {
    let (number, length) = chinese_number(line)?;
    let at = length + n_spaces(line, length);
    match line.get(at)? {
        '、' | '．' | '.' | '﹑' => Some(mark(line, Style::Part, number, length, at + 1)),
        // One whose successor stands in the same paragraph counts points of its text.
        '是' if at == length && !has_successor(&line[at..]) => {
            Some(mark(line, Style::Ordinal, number, at + 1, at + 1))
        }
        _ => None,
    }
}

/// Whether a further 二是, 三是 … begins a sentence or a clause there.
fn has_successor(line: &[char]) -> bool {
    line.windows(3).any(|at| {
        matches!(at[0], '。' | '；' | ';') && "二三四五六七八九十".contains(at[1]) && at[2] == '是'
    })
}

/// `1.`, `1．`, `1、`; `1.5万` is none.
fn arabic(line: &[char]) -> Option<Mark> {
    let (number, length) = digits(line).filter(|(number, _)| (1..1000).contains(number))?;
    let at = length + n_spaces(line, length);
    let is_followed_by_digit = line.get(at + 1).is_some_and(|ch| ch.is_numeric());
    match line.get(at)? {
        '、' => {}
        '.' | '．' if !is_followed_by_digit => {}
        _ => return None,
    }
    Some(mark(line, Style::Item, number, length, at + 1))
}

/// A number in Arabic digits of either width, and how many there are.
fn digits(line: &[char]) -> Option<(u32, usize)> {
    const MOST: usize = 4;
    let value = |ch: &char| match ch {
        '0'..='9' => Some(*ch as u32 - '0' as u32),
        '０'..='９' => Some(*ch as u32 - '０' as u32),
        _ => None,
    };
    let read: Vec<u32> = line.iter().map_while(value).take(MOST + 1).collect();
    (1..=MOST)
        .contains(&read.len())
        .then(|| (read.iter().fold(0, |number, digit| number * 10 + digit), read.len()))
}

/// A Chinese number below one hundred, and how many characters it has.
fn chinese_number(line: &[char]) -> Option<(u32, usize)> {
    const DIGITS: &str = "一二三四五六七八九";
    let digit = |at: usize| {
        let position = DIGITS.chars().position(|known| Some(&known) == line.get(at))?;
        Some(position as u32 + 1)
    };
    let is_ten = |at: usize| line.get(at) == Some(&'十');
    Some(match (digit(0), is_ten(0)) {
        (Some(tens), _) if is_ten(1) => match digit(2) {
            Some(ones) => (tens * 10 + ones, 3),
            None => (tens * 10, 2),
        },
        (Some(ones), _) if digit(1).is_none() => (ones, 1),
        (None, true) => match digit(1) {
            Some(ones) => (10 + ones, 2),
            None => (10, 1),
        },
        _ => return None,
    })
}
