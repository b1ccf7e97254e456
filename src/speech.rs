//! A text as it is read aloud: numbers, signs and brackets in the words a person would say, so that
//! every speech synthesizer says them right (1.9万余件 is 一点九万余件, 2020年 is 二零二零年).

use crate::number::numeral::digit;

/// Units before which 2 is 两, not 二.
const COUNTED: &[char] = &[
    '件', '个', '家', '名', '次', '项', '部', '条', '份', '起', '宗', '场', '期', '批', '台', '套',
    '人', '户', '所', '处', '篇', '类', '种', '轮', '位', '支', '张', '间', '座', '万', '亿', '千',
];

/// Marks that are not said at all.
const SILENT: &[char] = &['“', '”', '‘', '’', '《', '》', '「', '」', '【', '】', '\u{200b}', '*'];

/// The words in which a text is said.
pub fn spoken(text: &str) -> String {
    let chars: Vec<char> = text.chars().map(plain).collect();
    let mut words = String::new();
    let mut at = 0;
    while let Some(ch) = chars.get(at).copied() {
        if ch.is_ascii_digit() {
            at = say_number(&chars, at, &mut words);
            continue;
        }
        at += 1;
        match ch {
            '(' | ')' | '（' | '）' | '〔' | '〕' | '[' | ']' | '—' | '…' => {
                pause(&mut words)
            }
            '㎡' => words.push_str("平方米"),
            '℃' => words.push_str("摄氏度"),
            '+' => words.push('加'),
            '-' | '−' if is_sign(&chars, at - 1) => words.push('负'),
            '\n' | '\u{3000}' => pause(&mut words),
            _ if SILENT.contains(&ch) => {}
            _ => words.push(ch),
        }
    }
    words.trim_start_matches('，').to_string()
}

/// A character in its usual width.
fn plain(ch: char) -> char {
    match (digit(ch), ch) {
        (Some(value), _) => (b'0' + value as u8) as char,
        (_, '％') => '%',
        (_, '．') => '.',
        (_, '＋') => '+',
        (_, '－') => '-',
        (_, '：' | '∶') => ':',
        _ => ch,
    }
}

/// A short silence, once.
fn pause(words: &mut String) {
    if !words.ends_with(['，', '。', '；', '、', '：']) {
        words.push('，');
    }
}

/// Whether the dash there is a sign: nothing is counted before it.
fn is_sign(chars: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| chars.get(at));
    let behind = chars.get(at + 1);
    behind.is_some_and(char::is_ascii_digit)
        && !before.is_some_and(|ch| ch.is_ascii_alphanumeric() || matches!(ch, '%' | '‰'))
}

/// A number in digits: its whole part without separators, and its decimals.
struct Digits {
    whole: String,
    decimals: String,
    end: usize,
}

/// Reads the digits at a place. A comma with three digits behind it parts thousands.
fn digits_at(chars: &[char], at: usize) -> Digits {
    let run = |from: usize| chars[from..].iter().take_while(|ch| ch.is_ascii_digit()).count();
    let mut end = at + run(at);
    let mut whole: String = chars[at..end].iter().collect();
    while whole.len() <= 9
        && (end - at <= 3 || whole.len() > end - at - 4)
        && chars.get(end).is_some_and(|ch| matches!(ch, ',' | '，'))
        && end + 1 < chars.len()
        && run(end + 1) == 3
    {
        whole.extend(&chars[end + 1..end + 4]);
        end += 4;
    }
    let mut decimals = String::new();
    if chars.get(end) == Some(&'.') && end + 1 < chars.len() && run(end + 1) > 0 {
        let last = end + 1 + run(end + 1);
        decimals = chars[end + 1..last].iter().collect();
        end = last;
    }
    Digits { whole, decimals, end }
}

/// Says the number at a place, with what belongs to it; returns where it ends.
fn say_number(chars: &[char], at: usize, words: &mut String) -> usize {
    let number = digits_at(chars, at);
    let next = chars.get(number.end).copied();
    let follows = |from: usize| chars.get(from).is_some_and(char::is_ascii_digit);
    let is_whole = number.decimals.is_empty();
    // 2021-02-03
    if is_whole && number.whole.len() == 4 && next == Some('-') {
        let rest: String = chars[number.end..].iter().take(6).collect();
        let parts: Vec<&str> = rest.split('-').collect();
        if let ["", month, day] = parts.as_slice()
            && [month, day].iter().all(|part| part.len() == 2 && is_digits(part))
        {
            words.push_str(&one_by_one(&number.whole));
            words.push('年');
            words.push_str(&whole_words(month.trim_start_matches('0')));
            words.push('月');
            words.push_str(&whole_words(day.trim_start_matches('0')));
            words.push('日');
            return number.end + 6;
        }
    }
    if number.whole.starts_with('0') && next == Some('-') && follows(number.end + 1) {
        let local = digits_at(chars, number.end + 1);
        if local.whole.len() >= 7 {
            words.push_str(&on_the_telephone(&number.whole));
            words.push('，');
            words.push_str(&on_the_telephone(&local.whole));
            return local.end;
        }
    }
    match next {
        Some('%') => {
            words.push_str("百分之");
            words.push_str(&number.words());
            say_range(chars, number.end + 1, words)
        }
        Some('‰') => {
            words.push_str("千分之");
            words.push_str(&number.words());
            number.end + 1
        }
        Some('/') if is_whole && follows(number.end + 1) => {
            let whole = digits_at(chars, number.end + 1);
            words.push_str(&whole.words());
            words.push_str("分之");
            words.push_str(&number.words());
            whole.end
        }
        Some(':') if follows(number.end + 1) => {
            words.push_str(&number.words());
            words.push('比');
            number.end + 1
        }
        // 12·4
        Some('·' | '.') if is_whole && follows(number.end + 1) => {
            words.push_str(&number.words());
            number.end + 1
        }
        _ if range_behind(chars, number.end) => {
            let end = skip_dashes(chars, number.end);
            let second = digits_at(chars, end);
            // 4.5-5%: the sign belongs to both.
            if chars.get(second.end) == Some(&'%') {
                words.push_str("百分之");
                words.push_str(&number.words());
                words.push('到');
                words.push_str(&second.words());
                return second.end + 1;
            }
            let is_year = number.is_year() && second.is_year();
            words.push_str(&if is_year { one_by_one(&number.whole) } else { number.words() });
            words.push('到');
            end
        }
        _ => {
            words.push_str(&say_alone(chars, at, &number));
            number.end
        }
    }
}

/// What the number at a place is called that nothing else belongs to.
fn say_alone(chars: &[char], at: usize, number: &Digits) -> String {
    let next = chars.get(number.end).copied();
    let before = at.checked_sub(1).and_then(|at| chars.get(at)).copied();
    if !number.decimals.is_empty() {
        return number.words();
    }
    let has_separators = number.whole.len() < number.end - at;
    let is_year = number.is_year() && (next == Some('年') || matches!(before, Some('〔' | '[')));
    if is_year {
        return one_by_one(&number.whole);
    }
    let is_hotline = number.whole.len() == 5 && number.whole.starts_with("123") && !has_separators;
    let is_telephone = number.whole.len() >= 7
        && !has_separators
        && !next.is_some_and(|ch| ('\u{4e00}'..='\u{9fff}').contains(&ch));
    if is_hotline || is_telephone {
        return on_the_telephone(&number.whole);
    }
    if number.whole.len() > 1 && number.whole.starts_with('0') {
        return one_by_one(&number.whole);
    }
    let is_counted = next.is_some_and(|ch| COUNTED.contains(&ch)) && before != Some('第');
    if number.whole == "2" && is_counted { "两".to_string() } else { number.words() }
}

/// Behind a rate: the second end of a range.
fn say_range(chars: &[char], end: usize, words: &mut String) -> usize {
    if range_behind(chars, end) {
        words.push('到');
        return skip_dashes(chars, end);
    }
    end
}

/// Whether a dash and another number follow.
fn range_behind(chars: &[char], end: usize) -> bool {
    let behind = skip_dashes(chars, end);
    behind > end && chars.get(behind).is_some_and(char::is_ascii_digit)
}

fn skip_dashes(chars: &[char], at: usize) -> usize {
    let is_dash = |ch: &&char| matches!(ch, '-' | '—' | '–' | '~' | '～' | '−');
    at + chars[at.min(chars.len())..].iter().take(2).take_while(is_dash).count()
}

impl Digits {
    fn is_year(&self) -> bool {
        self.whole.len() == 4 && self.decimals.is_empty() && self.whole.starts_with(['1', '2'])
    }

    fn words(&self) -> String {
        let whole = whole_words(&self.whole);
        if self.decimals.is_empty() {
            whole
        } else {
            format!("{whole}点{}", one_by_one(&self.decimals))
        }
    }
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

const NAMES: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// Every digit by itself.
fn one_by_one(digits: &str) -> String {
    digits.bytes().map(|digit| NAMES[usize::from(digit - b'0')]).collect()
}

/// Every digit as it is said on the telephone.
fn on_the_telephone(digits: &str) -> String {
    one_by_one(digits).replace('一', "幺")
}

/// A whole number as it is said; digit by digit where it is longer than numbers have names.
fn whole_words(digits: &str) -> String {
    let Some(value) = digits.parse::<u64>().ok().filter(|_| digits.len() <= 16) else {
        return one_by_one(digits);
    };
    if value == 0 {
        return NAMES[0].to_string();
    }
    let groups = [(1_0000_0000_0000, "万亿"), (1_0000_0000, "亿"), (1_0000, "万"), (1, "")];
    let mut words = String::new();
    let mut needs_zero = false;
    for (size, name) in groups {
        let group = value / size % 10_000;
        if group == 0 {
            needs_zero = !words.is_empty();
            continue;
        }
        if !words.is_empty() && (needs_zero || group < 1000) {
            words.push_str(NAMES[0]);
        }
        words.push_str(&group_words(group));
        words.push_str(name);
        needs_zero = false;
    }
    // 十二, not 一十二.
    words.strip_prefix("一十").map_or(words.clone(), |rest| format!("十{rest}"))
}

/// A number below ten thousand.
fn group_words(group: u64) -> String {
    let mut words = String::new();
    let mut skipped = false;
    for (size, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = group / size % 10;
        if digit == 0 {
            skipped = !words.is_empty();
            continue;
        }
        if skipped {
            words.push_str(NAMES[0]);
        }
        skipped = false;
        words.push_str(NAMES[digit as usize]);
        words.push_str(name);
    }
    words
}
