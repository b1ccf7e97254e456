//! Search before the page is taken over. The box answers as soon as the part that searches is
//! there, which is half of what taking over needs; it shows what [`super::components::search_box`]
//! does, which then goes on with it.

use std::cell::RefCell;
use std::rc::Rc;

use super::Data;
use super::browser::{self, Listener, Part, Typed};
use super::components::hits::panel;
use super::components::search_box::{BOX, CLOSE, FIELD, PANEL};
use super::searcher::Searcher;
use crate::route::{Place, Route, View};
use crate::search::MAX_QUERY_LENGTH;

/// Between these Yew looks for HTML that it did not write itself when it takes a page over.
const MARKS: [&str; 2] = ["<!--<#>-->", "<!--</#>-->"];

/// Answers until it is dropped.
pub(super) struct EarlySearch {
    /// What the open box answers. What comes after it is dropped draws nothing.
    answered: Rc<RefCell<Option<Typed>>>,
    listeners: Vec<Listener>,
}

impl EarlySearch {
    /// Begins with what is in the field already.
    pub(super) fn begin(data: Data, searcher: &Searcher, route: &Route) -> Self {
        let mut early = Self { answered: Rc::default(), listeners: Vec::new() };
        // There the page itself shows what is found.
        if matches!(route, Route::Search(_) | Route::Embed(_, View::Search)) {
            return early;
        }
        let (answered, searcher, here) =
            (Rc::downgrade(&early.answered), searcher.clone(), Place::page(route.clone()));
        let answer = move |typed: Typed| {
            let (answered, searcher, here) = (answered.clone(), searcher.clone(), here.clone());
            browser::with_part(Part::Search, move || {
                let Some(answered) = answered.upgrade() else { return };
                searcher.wake();
                let html = panel(data, &here, &typed, searcher.search(&typed.text).as_ref());
                browser::set_html(PANEL, &[MARKS[0], &html, MARKS[1]].concat());
                browser::set_class(BOX, "open", true);
                answered.replace(Some(typed));
            });
        };
        let typed = browser::typed(FIELD, MAX_QUERY_LENGTH).unwrap_or_default();
        if !typed.text.is_empty() || browser::has_focus(FIELD) {
            answer(typed);
        }
        early.listeners = browser::listen_typing(FIELD, MAX_QUERY_LENGTH, answer);
        let answered = early.answered.clone();
        early.listeners.extend(browser::listen_press(CLOSE, move || close(&answered)));
        early
    }

    /// What the box shows now and goes on with; closed, it shows nothing.
    pub(super) fn answered(&self) -> Option<Typed> {
        self.answered.borrow().clone()
    }
}

/// The box as the HTML has it.
fn close(answered: &RefCell<Option<Typed>>) {
    answered.replace(None);
    browser::set_class(BOX, "open", false);
    browser::set_html(PANEL, "");
}
