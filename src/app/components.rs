//! Components that pages are made of; each shows one thing. Most are functions that give HTML; only
//! what has a state or listens to the reader is a Yew component.

pub(super) mod card;
pub(super) mod chart_links;
pub(super) mod chart_picture;
pub(super) mod chart_table;
pub(super) mod contents;
pub(super) mod copy_button;
pub(super) mod derived_list;
pub(super) mod export_outcome;
pub(super) mod export_panel;
pub(super) mod figure_chooser;
pub(super) mod layout;
pub(super) mod match_bar;
pub(super) mod number_card;
pub(super) mod page_code;
pub(super) mod print_button;
pub(super) mod quantity;
pub(super) mod read_aloud;
pub(super) mod search_box;
pub(super) mod text;

use yew::prelude::*;

use crate::markup::{escape, write};
use crate::model::Report;

/// The attributes of a link that opens the card of `fragment`; where it `has_id`, the fragment is
/// its id, too. Without the program it leads to `href`.
pub(in crate::app) fn card_link_attributes(
    class: &str,
    has_id: bool,
    href: &str,
    fragment: &str,
) -> String {
    let fragment = escape(fragment);
    let mut attributes = [" class=\"", class, "\""].concat();
    if has_id {
        write(&mut attributes, &[" id=\"", &fragment, "\""]);
    }
    write(&mut attributes, &[" href=\"", &escape(href), "\" data-open=\"", &fragment, "\""]);
    attributes
}

/// A text that changes while the page is read. Each has an element of its own: a translator takes the
/// text's node away, and in that no change would be seen.
pub(in crate::app) fn changing_text(text: impl Into<AttrValue>) -> Html {
    let text: AttrValue = text.into();
    html! { <span key={text.to_string()}>{ text }</span> }
}

/// An element with what `write_inside` writes as text, every text of the report in it escaped.
/// `opening` is its name and its attributes. Yew shows it as it is: it goes over none of it when it
/// takes a page over, and replaces all of it when it changes. One element and not several, so that
/// it is found again whatever a translator or an extension does inside it.
pub(in crate::app) fn raw_html(opening: &str, write_inside: impl FnOnce(&mut String)) -> Html {
    let name = opening.split(' ').next().unwrap_or_default();
    let mut html = String::new();
    write(&mut html, &["<", opening, " data-raw>"]);
    write_inside(&mut html);
    write(&mut html, &["</", name, ">"]);
    Html::from_html_unchecked(html.into())
}

/// Words with the report's date in them, which stays on one line: browsers break behind its hyphens.
pub(in crate::app) fn dated(report: &Report, words: String) -> Html {
    let date = report.date.map(|date| date.to_string()).unwrap_or_default();
    match words.split_once(&date).filter(|_| !date.is_empty()) {
        Some((before, after)) => {
            html! { <>{ before }<span class="date">{ &date }</span>{ after }</> }
        }
        None => html! { <>{ words }</> },
    }
}
