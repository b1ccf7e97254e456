//! Parts that pages are made of; each shows one thing.

pub(super) mod card;
pub(super) mod chart_picture;
pub(super) mod chart_table;
pub(super) mod contents;
pub(super) mod copy_button;
pub(super) mod derived_list;
pub(super) mod export_panel;
pub(super) mod found_bar;
pub(super) mod layout;
pub(super) mod quantity;
pub(super) mod search_box;
pub(super) mod text;

use crate::markup::{escape, write};

/// The attributes of a link that opens a card, `id` being the card's where it `has_id`.
pub(in crate::app) fn opener(class: &str, has_id: bool, href: &str, open: &str) -> String {
    let open = escape(open);
    let mut attributes = [" class=\"", class, "\""].concat();
    if has_id {
        write(&mut attributes, &[" id=\"", &open, "\""]);
    }
    write(&mut attributes, &[" href=\"", &escape(href), "\" data-open=\"", &open, "\""]);
    attributes
}

/// What is written as HTML, every foreign text in it escaped, for Yew to show as it is. It goes
/// over none of it when it takes a page over, and puts all of it in anew when a letter of it
/// changes.
pub(in crate::app) fn written(write: impl FnOnce(&mut String)) -> yew::Html {
    let mut html = String::new();
    write(&mut html);
    yew::Html::from_html_unchecked(html.into())
}
