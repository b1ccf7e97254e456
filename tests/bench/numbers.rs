//! Prints the numbers of a text as JSON, in the shape that `make bench ONLY=extract` holds against
//! labels made by hand: `cargo run --example numbers FILE`.

use report_explorer::number::{Number, Qualifier, scan};
use serde::Serialize;

#[derive(Serialize)]
struct Record {
    start: u32,
    end: u32,
    stated: String,
    value: f64,
    upper: Option<f64>,
    unit: String,
    qualifier: Option<String>,
    change: Option<&'static str>,
    kind: &'static str,
    reason: Option<&'static str>,
    sure: bool,
    doubt: Option<&'static str>,
}

fn record(number: Number, chars: &[char]) -> Record {
    let span = number.span_with_words(chars);
    let quantity = number.quantity;
    // 3—5个 and 三四个 need no word: they have two bounds.
    let word = quantity.qualifier.as_ref().filter(|word| !matches!(word, Qualifier::Between(_)));
    Record {
        start: span.start,
        end: span.end,
        value: quantity.value,
        upper: quantity.upper.filter(|_| quantity.is_range()),
        // 超过 and 超 are one word to whoever compares.
        qualifier: word
            .map(|word| if word.word() == "超过" { "超" } else { word.word() }.to_string()),
        change: quantity.change.map(|change| change.name()),
        kind: if number.reason.is_none() { "figure" } else { "exclusion" },
        reason: number.reason.map(|reason| reason.name()),
        sure: number.doubt.is_none(),
        doubt: number.doubt.map(|doubt| doubt.words()),
        unit: quantity.unit,
        stated: quantity.stated,
    }
}

fn main() {
    let path = std::env::args().nth(1).expect("a text file");
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let text = String::from_utf8(bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
    let chars: Vec<char> = text.chars().collect();
    let numbers: Vec<Record> =
        scan(&text).into_iter().map(|number| record(number, &chars)).collect();
    println!("{}", serde_json::json!({ "schema": 1, "numbers": numbers }));
}
