//! A quantity as it is set in large type: the number, its unit, and in a hue of its own the word
//! that keeps it from being exact. Written as HTML and not by Yew, since a table has dozens of
//! them; texts go through [`escape`].

use yew::prelude::*;

use crate::analysis::{self, Role};
use crate::app::components::raw_html;
use crate::markup::escape;
use crate::model::Figure;
use crate::number::Quantity;
use crate::words::WORDS;

/// The quantity.
pub(in crate::app) fn quantity(figure: &Figure) -> Html {
    raw_html("span", |html| html.push_str(&quantity_html(figure)))
}

/// The quantity, for what is itself written as HTML.
pub(in crate::app) fn quantity_html(figure: &Figure) -> String {
    let pieces = analysis::pieces(figure);
    let at = pieces.iter().position(|(role, _)| *role == Role::Digits).unwrap_or_default();
    let html = |pieces: &[(Role, String)]| pieces.iter().map(piece_html).collect::<String>();
    let (before, digits, behind) =
        (html(&pieces[..at]), html(&pieces[at..=at]), html(&pieces[at + 1..]));
    format!(
        "<span class=\"quantity\">{before}<span class=\"digits\">{digits}</span>\
         <span class=\"unit\">{behind}</span></span>"
    )
}

fn piece_html((role, words): &(Role, String)) -> String {
    let words = escape(words);
    match role {
        Role::Rank => format!("<b>{words}</b>"),
        Role::About => format!("<b class=\"about\">{words}</b>"),
        Role::Change | Role::Digits | Role::Unit => words,
    }
}

/// The unit as a filter names it; a rank has none of its own.
pub(in crate::app) fn unit_name(quantity: &Quantity) -> &str {
    if quantity.is_rank() && quantity.unit.is_empty() {
        WORDS.figure_table.rank_unit
    } else {
        &quantity.unit
    }
}
