//! What expressions of official reports read as: a table of them, and what holds for any text.

use proptest::prelude::*;
use report_explorer::number::{Number, decimal, scan};

/// Sentences of our own making, each with all its numbers.
const EXPRESSIONS: &str = include_str!("number/expressions.txt");

/// The table's lines: text and what it reads as.
fn expressions() -> impl Iterator<Item = (String, &'static str)> {
    EXPRESSIONS
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split_once('\t').unwrap_or_else(|| panic!("no tab in {line}")))
        .map(|(text, readings)| (text.replace('~', "\n"), readings))
}

/// A number as the table writes it.
fn written(number: &Number, chars: &[char]) -> String {
    let span = number.span_with_words(chars);
    let printed: String = chars[span.start as usize..span.end as usize].iter().collect();
    let printed = printed.replace('\n', "~");
    let doubt = if number.doubt.is_some() { " ?" } else { "" };
    if let Some(reason) = number.reason {
        return format!("{printed}: {}{doubt}", reason.name());
    }
    let quantity = &number.quantity;
    let upper = quantity.upper.filter(|_| quantity.is_range());
    let upper = upper.map_or_else(String::new, |upper| format!("~{upper}"));
    let unit = if quantity.unit.is_empty() { "-" } else { &quantity.unit };
    let word =
        quantity.qualifier.as_ref().map_or(String::new(), |word| format!(" {}", word.word()));
    let change = quantity.change.map_or(String::new(), |change| format!(" {}", change.name()));
    format!("{printed}: {}{upper} {unit}{word}{change}{doubt}", quantity.value)
}

#[test]
fn every_expression_reads_as_the_table_says() {
    let mut wrong = Vec::new();
    let mut n_lines = 0;
    for (text, expected) in expressions() {
        n_lines += 1;
        let chars: Vec<char> = text.chars().collect();
        let found: Vec<String> = scan(&text).iter().map(|number| written(number, &chars)).collect();
        let found = if found.is_empty() { "-".to_string() } else { found.join(" | ") };
        if found != expected {
            wrong.push(format!("{text}\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(n_lines >= 300, "{n_lines} expressions");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_printed_of_a_figure_reads_the_same_again() {
    for (text, _) in expressions() {
        for number in scan(&text).into_iter().filter(|number| number.is_figure()) {
            let quantity = &number.quantity;
            // A rank says what it is by the words around it, and 40: 2 by those behind.
            if quantity.is_rank() || quantity.unit.is_empty() || number.doubt.is_some() {
                continue;
            }
            let printed = quantity.printed();
            assert!(!printed.contains("%%"));
            assert!(!(printed.contains('分') && printed.contains('%')));
            let again = scan(&format!("共{printed}。"));
            let [again] = again.as_slice() else { panic!("{printed} of {text}: {again:?}") };
            assert_eq!(
                (again.quantity.value, &again.quantity.unit),
                (quantity.value, &quantity.unit),
                "{printed} of {text}"
            );
        }
    }
}

#[test]
fn a_number_of_a_list_is_read_with_the_mark_that_ends_it() {
    let numbers = scan("（一）加强领导\n40.151件");
    let reasons: Vec<_> =
        numbers.iter().map(|number| number.rule().map(|rule| rule.words())).collect();
    assert_eq!(reasons, [Some("序号"), Some("序号"), None]);
}

/// Characters of which reports, and everything that numbers are made of, consist.
const ALPHABET: &str = "[0-9０-９一二三四五六七八九十百千万亿零〇○两几数点余多来约近超上第前年月日个件人元岁号届%％‰.．,，、。；：∶:/～~—\\-－−+×（）()〔〕《》“”增长下降提高到至分之负的和与G米①㈠⼆壹贰\n\u{a0}\u{2009} 　a-z]{0,60}";

fn digits_lie_in_numbers(text: &str) -> Result<(), TestCaseError> {
    let numbers = scan(text);
    let n_chars = text.chars().count() as u32;
    let mut end = 0;
    for number in &numbers {
        prop_assert!(number.span.start >= end && !number.span.is_empty(), "{text}: {number:?}");
        end = number.span.end;
    }
    prop_assert!(end <= n_chars);
    for (at, ch) in (0..).zip(text.chars()) {
        let is_digit = ch.is_ascii_digit() || ('０'..='９').contains(&ch);
        let covered =
            || numbers.iter().any(|number| number.span.start <= at && at < number.span.end);
        prop_assert!(!is_digit || covered(), "{ch} at {at} of {text:?}: {numbers:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn every_digit_of_what_reports_are_made_of_lies_in_one_number(text in ALPHABET) {
        digits_lie_in_numbers(&text)?;
    }

    #[test]
    fn every_digit_of_any_text_lies_in_one_number(text in any::<String>()) {
        digits_lie_in_numbers(&text)?;
    }

    #[test]
    fn a_quantity_that_is_written_reads_the_same(
        mantissa in 1u64..99_999_999,
        places in 0usize..4,
        unit in prop::sample::select(vec!["件", "家次", "亿元", "%", "公里", "平方米", "吨"]),
        before in prop::sample::select(vec!["", "超", "近", "约", "不低于"]),
        verb in prop::sample::select(vec!["办理", "增长", "下降"]),
    ) {
        let value = mantissa as f64 / 10f64.powi(places as i32);
        let text = format!("全年{verb}{before}{}{unit}，", decimal::write(value));
        let numbers = scan(&text);
        prop_assert_eq!(numbers.len(), 1, "{}", text);
        let quantity = &numbers[0].quantity;
        prop_assert_eq!(quantity.value, value, "{}", text);
        prop_assert_eq!(quantity.unit.as_str(), unit);
        prop_assert_eq!(quantity.qualifier.as_ref().map_or("", |word| word.word()), before);
        let change = match verb { "增长" => "up", "下降" => "down", _ => "" };
        prop_assert_eq!(quantity.change.map_or("", |change| change.name()), change);
    }
}
