//! What the reader sees: scrolling, the element that is opened, the present match, the tab's title,
//! large print.

use gloo::events::EventListener;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::keyboard::receive_focus;
use super::program::{show, show_opened};
use super::{active_element, after, all, element, html, opener, window, window_height};
use crate::model::Report;
use crate::route::Route;

/// Title of the tab.
pub fn set_title(report: &Report, route: &Route) {
    if let Some(document) = window().and_then(|window| window.document()) {
        document.set_title(&route.full_title(report));
    }
}

/// Sets a class on the element of that id, which the reader opened, and on no other. Yew does not
/// know of it, so that the text need not be rendered again.
pub fn mark_opened(id: Option<&str>) {
    for marked in all(".opened") {
        let _ = marked.class_list().remove_1("opened");
    }
    if let Some(element) = id.and_then(element) {
        let _ = element.class_list().add_1("opened");
    }
}

/// Brings what was opened by that fragment into view; what was pressed on this page goes back to where it
/// was pressed when it is closed.
pub fn scroll_to(fragment: &str, is_pressed: bool) {
    if let Some(element) = opener(fragment) {
        show_opened(&element, is_pressed);
    }
}

/// Brings the part of the page that an address leads to to the top, and the keyboard into it.
pub fn scroll_to_anchor(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
        receive_focus(&heading_in(element));
    }
}

fn heading_in(part: Element) -> Element {
    part.query_selector("h1, h2, h3, h4, h5").ok().flatten().unwrap_or(part)
}

/// Brings the keyboard to the heading of that part of the page, or to the part where it has none.
pub fn focus_anchor(id: &str) {
    let Some(target) = element(id).map(heading_in) else { return };
    // A browser that has scrolled there takes the focus away once the page has heard of it.
    after(0, move || receive_focus(&target)).forget();
}

/// Shows the first element that a selector finds in what is just being unfolded.
pub fn show_soon(selector: &'static str) {
    let show = move || {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        if let Some(element) = all(selector).next() {
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    };
    after(0, show).forget();
}

/// Scrolls a box until the first element that a selector finds in it stands in it; the page stays, and so does a
/// box that is gone through by keys.
pub fn show_within(scrolled: &str, selector: &str) {
    let Some(scrolled) = all(scrolled).next() else { return };
    if active_element().is_some_and(|active| scrolled.contains(Some(&active))) {
        return;
    }
    let Some(element) = scrolled.query_selector(selector).ok().flatten() else { return };
    let (outer, inner) = (scrolled.get_bounding_client_rect(), element.get_bounding_client_rect());
    if inner.top() < outer.top() || inner.bottom() > outer.bottom() {
        let above = outer.height() / 3.0;
        scrolled.set_scroll_top(scrolled.scroll_top() + (inner.top() - outer.top() - above) as i32);
    }
}

/// Closes what can be unfolded.
pub fn fold(selector: &str) {
    for details in all(selector) {
        let _ = details.remove_attribute("open");
    }
}

/// Whether the reader is at the top of the page.
pub fn is_at_top() -> bool {
    window().and_then(|window| window.page_y_offset().ok()).is_some_and(|top| top < 1.0)
}

/// Sets a class on the pieces of the match of that number and on no other; like [`mark_opened`],
/// unknown to Yew.
pub fn mark_match(number: u32) {
    for marked in all("mark.now") {
        let _ = marked.class_list().remove_1("now");
    }
    for piece in all(&format!("mark[data-hit='{number}']")) {
        let _ = piece.class_list().add_1("now");
    }
}

/// Brings the match that is marked into view.
pub fn scroll_to_match() {
    if let Some(piece) = all("mark.now").next() {
        show(&piece);
    }
}

/// Sets large print for the whole page, or takes it back.
pub fn set_large(large: bool) {
    if let Some(html) = html() {
        let _ = html.class_list().toggle_with_force("large", large);
    }
}

/// Sets the colours of high contrast for the whole page, or takes them back.
pub fn set_contrast(contrast: bool) {
    let Some(html) = html() else { return };
    if contrast {
        let _ = html.set_attribute(THEME, CONTRAST);
    } else if !super::is_framed() && html.get_attribute(THEME).as_deref() == Some(CONTRAST) {
        let _ = html.remove_attribute(THEME);
    }
}

/// Whether the page is in large print, and whether in the colours of high contrast.
pub fn shown_print() -> (bool, bool) {
    html().map_or((false, false), |html| {
        let contrast = html.get_attribute(THEME).as_deref() == Some(CONTRAST);
        (html.class_list().contains("large"), contrast)
    })
}

/// Where the style sheets read the reader's colours; a frame's host may have set them.
const THEME: &str = "data-theme";
const CONTRAST: &str = "contrast";

/// Scrolls to the top of the page.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Place in `ids` of the last whose element begins above the line at which one reads; the first at the
/// top of the page, however short the first ones are.
pub fn reading_position(ids: &[String]) -> Option<usize> {
    let top_of = |id: &str| Some(element(id)?.get_bounding_client_rect().top());
    let window = window()?;
    if window.page_y_offset().ok()? <= 0.0 {
        return Some(0);
    }
    let height = window_height()?;
    let page = html()?.get_bounding_client_rect();
    // A quarter down; in the last quarter of a window further, until all of it is read: what stands there
    // comes no higher.
    let quarter = height / 4.0;
    let n_left = page.bottom() - height;
    let line = quarter + 3.0 * (quarter - n_left).max(0.0);
    // What the address leads to is read first, however short it is; near the end it comes no higher.
    let anchor = window.location().hash().ok()?;
    let reach = quarter.max(height - n_left);
    let led_to = top_of(anchor.trim_start_matches('#')).filter(|top| (-1.0..reach).contains(top));
    let line = led_to.map_or(line, |top| top + 1.0);
    ids.iter().rposition(|id| top_of(id).is_some_and(|top| top <= line))
}

/// Calls `on_move` while the page is scrolled, and where a link led to a place that is in sight already.
pub fn listen_moves(on_move: impl Fn() + Clone + 'static) -> Option<[EventListener; 2]> {
    let window = window()?;
    let listen = |event: &'static str| {
        let on_move = on_move.clone();
        EventListener::new(&window, event, move |_| on_move())
    };
    Some(["scroll", "hashchange"].map(listen))
}
