//! The one search box of every page, as HTML; `src/app/search_box.js` answers in it. Phones have it
//! within the thumb's reach; while it is used it takes the whole screen, its field on top.

use yew::prelude::*;

use crate::app::components::raw_html;
use crate::markup::{escape, write};
use crate::model::Report;
use crate::route::{Route, View};
use crate::words::WORDS;

/// The box on the page `here`; where the site `has_others`, it offers to look in those reports.
pub(in crate::app) fn search_box(report: &Report, here: &Route, has_others: bool) -> Html {
    // There the page itself shows what is found.
    let in_page = matches!(here, Route::Search(_) | Route::Embed(_, View::Search));
    let opening = if in_page {
        "div id=\"search\" role=\"search\" class=\"search tool in-page\""
    } else {
        "div id=\"search\" role=\"search\" class=\"search tool\""
    };
    let elsewhere = match has_others {
        true => [" data-elsewhere=\"", WORDS.search.look_in_others, "\""].concat(),
        false => String::new(),
    };
    let action = escape(&here.href(&Route::Search(report.edition())));
    raw_html(opening, |html| {
        write(
            html,
            &[
                "<form action=\"",
                &action,
                "\"><label class=\"visually-hidden\" for=\"search-field\">",
                WORDS.search.label,
                "</label><input id=\"search-field\" type=\"search\" name=\"q\" placeholder=\"",
                WORDS.search.placeholder,
                "\" autocomplete=\"off\" autocapitalize=\"off\" spellcheck=\"false\" \
                 enterkeyhint=\"search\"><button type=\"button\" id=\"search-close\" \
                 class=\"search-close\">",
                WORDS.buttons.close,
                "</button></form>\
                 <p id=\"search-said\" class=\"visually-hidden\" role=\"status\" data-unit=\"",
                WORDS.search.hits_unit,
                "\"></p>\
                 <div id=\"search-hits\" class=\"search-panel\" tabindex=\"-1\"",
                &elsewhere,
                "></div>",
            ],
        );
    })
}
