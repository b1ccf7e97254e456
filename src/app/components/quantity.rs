//! A quantity as it is set in large type: the number, its unit, and in a hue of its own the word
//! that keeps it from being exact. Written as HTML and not by Yew, since a table has dozens of
//! them; texts go through [`escape`].

use yew::prelude::*;

use crate::analysis::change_word;
use crate::app::components::raw_html;
use crate::markup::escape;
use crate::number::Quantity;
use crate::words::WORDS;

/// The quantity.
pub(in crate::app) fn quantity(quantity: &Quantity) -> Html {
    raw_html("span", |html| html.push_str(&quantity_html(quantity)))
}

/// The quantity, for what is itself written as HTML.
pub(in crate::app) fn quantity_html(quantity: &Quantity) -> String {
    let (before, digits, after) = quantity.display();
    let before = match before {
        word if quantity.is_rank() && !word.is_empty() => format!("<b>{}</b>", escape(word)),
        word => inexact(word),
    };
    // The report's own words, 万余 and 亿多: only the second character is set apart.
    let over = |ch: char| matches!(ch, '余' | '多');
    let after: String = after
        .split_inclusive(over)
        .map(|words| {
            let (plain, word) = words.split_at(words.find(over).unwrap_or(words.len()));
            escape(plain) + &inexact(word)
        })
        .collect();
    let behind = quantity
        .qualifier
        .as_ref()
        .map(|qualifier| qualifier.word())
        .filter(|word| !quantity.stated.contains(word));
    let behind = behind.map(inexact).unwrap_or_default();
    let (digits, unit) = (escape(&digits), escape(quantity.unit_behind()));
    let change = change_word(quantity);
    format!(
        "<span class=\"quantity\">{change}{before}<span class=\"digits\">{digits}</span>\
         <span class=\"unit\">{after}{unit}{behind}</span></span>"
    )
}

/// A word that keeps the number from being exact, set apart; nothing for none.
fn inexact(word: &str) -> String {
    if word.is_empty() { String::new() } else { format!("<b class=\"about\">{}</b>", escape(word)) }
}

/// The unit as a filter names it; a rank has none of its own.
pub(in crate::app) fn unit_name(quantity: &Quantity) -> &str {
    if quantity.is_rank() && quantity.unit.is_empty() {
        WORDS.figure_table.rank_unit
    } else {
        &quantity.unit
    }
}
