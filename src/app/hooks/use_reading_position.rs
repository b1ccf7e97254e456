//! Which of some elements the reader has reached.

use yew::prelude::*;

use crate::app::browser;

/// The number of the last element of `ids` that has been reached; the first before the page
/// listens.
#[hook]
pub(in crate::app) fn use_reading_position(ids: Vec<String>) -> usize {
    let position = use_state_eq(|| 0);
    {
        let position = position.setter();
        use_effect_with(ids, move |ids| {
            let ids = ids.clone();
            let read = move || position.set(browser::reading_position(&ids).unwrap_or(0));
            read();
            let listener = browser::listen_moves(read);
            move || drop(listener)
        });
    }
    *position
}
