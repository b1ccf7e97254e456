//! A quantity set large: the number, its unit, and in the warm hue the word that keeps it from being exact.

use yew::prelude::*;

use crate::app::WORDS;
use crate::model::Quantity;

pub(in crate::app) fn quantity(quantity: &Quantity) -> Html {
    let (before, digits, after) = quantity.display();
    let over = |ch: char| matches!(ch, '余' | '多');
    let after = after.chars().map(|ch| {
        if over(ch) {
            html! { <b class="about">{ ch }</b> }
        } else {
            html! { ch }
        }
    });
    let behind = quantity.qualifier.as_ref().map(|qualifier| qualifier.word()).filter(|word| !quantity.stated.contains(word));
    html! {
        <span class="quantity">
            if !before.is_empty() {
                <b class={(!quantity.is_rank()).then_some("about")}>{ before }</b>
            }
            <span class="digits">{ digits }</span>
            <span class="unit">
                { for after }
                { &quantity.unit }
                if let Some(word) = behind {
                    <b class="about">{ word }</b>
                }
            </span>
        </span>
    }
}

/// The unit as a filter names it; a rank has none of its own.
pub(in crate::app) fn unit_name(quantity: &Quantity) -> &str {
    if quantity.is_rank() && quantity.unit.is_empty() { WORDS.rank_unit } else { &quantity.unit }
}
