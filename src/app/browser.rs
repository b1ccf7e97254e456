//! The browser, as the page needs it; nothing else touches `web_sys` or `gloo`. What a host page
//! forbids or an old browser lacks answers with none or does nothing; nothing panics.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Window};

mod address;
mod click;
mod clipboard;
#[cfg(feature = "desk")]
pub mod desk;
mod dialog;
mod field;
mod keyboard;
mod picture;
mod print;
mod program;
mod save;
mod share;
mod sight;
mod speech;

/// Listens until it is dropped.
pub use gloo::events::EventListener as Listener;

pub use address::{
    Step, address, address_bar, here, listen_address, listen_leaving, show_address, step_back,
};
pub use click::{Click, listen_clicks};
pub use clipboard::{copy, copy_picture, copy_table};
pub use dialog::open_dialog;
pub use field::{entered_text, selected_value, set_ticked, value_of_closest};
pub use keyboard::{
    focus, focus_first, focus_found, focus_opener, focus_reading, has_focus, is_focused,
    listen_escape, listen_tab, show_focused, step_focus,
};
pub use picture::{Drawing, Drawn, draw_picture, svg_address};
pub use print::print;
pub use program::{arrive_by_steps, find_in_text, mark_ready, update_search_box};
pub use save::{FileAddress, drops_downloads, is_framed};
pub use share::{is_wechat, share};
pub use sight::{
    focus_anchor, fold, is_at_top, listen_moves, mark_match, mark_opened, reading_position,
    scroll_to, scroll_to_anchor, scroll_to_match, scroll_to_top, set_contrast, set_large,
    set_title, show_soon, show_within, shown_print,
};
pub use speech::{Reader, Reading, listen_voices};

fn window() -> Option<Window> {
    web_sys::window()
}

fn element(id: &str) -> Option<Element> {
    window()?.document()?.get_element_by_id(id)
}

/// The page's `<html>`.
fn html() -> Option<Element> {
    window()?.document()?.document_element()
}

/// What has the focus; the page's body where nothing has.
fn active_element() -> Option<Element> {
    window()?.document()?.active_element()
}

/// In pixels; scroll bars belong to it.
fn window_height() -> Option<f64> {
    window()?.inner_height().ok()?.as_f64()
}

/// What stands on the page for something that can be opened: a link in the window that opens it, as
/// the one that was pressed, else the element of that id, else the first link.
fn opener(fragment: &str) -> Option<Element> {
    let height = window_height()?;
    let is_in_window = |link: &Element| {
        let rect = link.get_bounding_client_rect();
        rect.bottom() > 0.0 && rect.top() < height
    };
    let links = || all(&format!("main [data-open='{fragment}']"));
    links().find(is_in_window).or_else(|| element(fragment)).or_else(|| links().next())
}

/// A value the build wrote on `<html>`: `data-route`, `data-years`.
pub fn page_value(name: &str) -> Option<String> {
    html()?.get_attribute(name)
}

/// Whether all of the explorer is one file, with nothing beside it.
pub fn is_single_file() -> bool {
    page_value("data-whole").is_some()
}

/// Every element that a selector finds.
fn all(selector: &str) -> impl Iterator<Item = Element> + use<> {
    let found = window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector_all(selector).ok());
    let n_found = found.as_ref().map_or(0, |found| found.length());
    (0..n_found).filter_map(move |at| found.as_ref()?.item(at)?.dyn_into().ok())
}

/// Puts HTML into the element of that id; nothing unescaped may be in it.
pub fn set_html(id: &str, html: &str) {
    if let Some(element) = element(id) {
        element.set_inner_html(html);
    }
}

/// The element the page lives in.
#[cfg(feature = "page")]
pub fn app_root() -> Option<Element> {
    element("app")
}

/// Calls `then` once, after so many milliseconds, unless what it answers with is dropped before.
pub fn after(pause_ms: u32, then: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(pause_ms, then)
}
