//! The keyboard: the Escape key, and the focus, which can be moved to an element or among several.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, KeyboardEvent, Node};

use super::program::show;
use super::{active_element, all, element, opener, window, window_height};

/// What Tab stops at.
const STOPS: [&str; 5] = ["a[href]", "button", "input", "select", "summary"];

/// Calls `on_escape` when the Escape key is pressed.
pub fn listen_escape(on_escape: impl Fn() + 'static) -> Option<EventListener> {
    let window = window()?;
    Some(EventListener::new(&window, "keydown", move |event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            on_escape();
        }
    }))
}

/// Has Tab go from what opened the card of that fragment through the card, and on behind what opened it: in the
/// document the card stands behind everything else.
pub fn listen_tab(fragment: String) -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let listener = move |event: &web_sys::Event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|key| key.key() == "Tab") else {
            return;
        };
        let has_rest = key.alt_key() || key.ctrl_key() || key.meta_key();
        if !has_rest && lead_tab(&fragment, key.shift_key()) {
            event.prevent_default();
        }
    };
    Some(EventListener::new_with_options(&window()?.into(), "keydown", options, listener))
}

/// Moves the focus over the border of the card; says whether the browser has no step left to do.
fn lead_tab(fragment: &str, is_back: bool) -> bool {
    let (Some(active), Some(opener)) = (active_element(), opener(fragment)) else { return false };
    let is_shown = |stop: &Element| stop.get_bounding_client_rect().height() > 0.0;
    let stops_in_card = STOPS.map(|stop| format!(".card.open {stop}")).join(", ");
    let stops: Vec<Element> = all(&stops_in_card).filter(is_shown).collect();
    if active == opener && !is_back {
        return stops.first().is_some_and(focus_element);
    }
    // Whatever has it in the card, its title among them.
    let side =
        if is_back { Node::DOCUMENT_POSITION_PRECEDING } else { Node::DOCUMENT_POSITION_FOLLOWING };
    let lies_there = |stop: &Element| active.compare_document_position(stop) & side != 0;
    let is_in_card = active.closest(".card.open").ok().flatten().is_some();
    let leaves = is_in_card && !stops.iter().any(lies_there);
    if leaves {
        receive_focus(&opener);
    }
    // Forward the browser goes on from there.
    leaves && is_back
}

/// Gives the focus to an element, which need be no stop.
pub(super) fn receive_focus(element: &Element) {
    let is_stop = element.matches(&STOPS.join(", ")).unwrap_or_default();
    if !is_stop && !element.has_attribute("tabindex") {
        let _ = element.set_attribute("tabindex", "-1");
    }
    focus_element(element);
}

/// Moves the focus to the element of that id, without scrolling.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        focus_element(&element);
    }
}

/// Moves the focus from the card that was closed back to what opened it, without scrolling; who has left
/// the card stays where they went.
pub fn focus_opener(fragment: &str) {
    // What had it in the card is gone with the card.
    let is_lost = active_element().is_none_or(|active| active.tag_name() == "BODY");
    let opener = opener(fragment).filter(|_| is_lost);
    if let Some(element) = opener {
        focus_element(&element);
    }
}

/// A link in a picture is no HTML element, but has the same method.
pub(super) fn focus_element(element: &Element) -> bool {
    let options = js_sys::Object::new();
    let _ = Reflect::set(&options, &"preventScroll".into(), &JsValue::TRUE);
    let focus = Reflect::get(element, &"focus".into())
        .ok()
        .and_then(|focus| focus.dyn_into::<js_sys::Function>().ok());
    focus.is_some_and(|focus| focus.call1(element, &options).is_ok())
}

/// Gives the focus to the sentence in the middle of the window, unless something has it.
pub fn focus_reading() {
    let height = window_height().unwrap_or_default();
    let is_read = |sentence: &Element| sentence.get_bounding_client_rect().bottom() > height / 2.0;
    if active_element().is_none_or(|active| active.tag_name() == "BODY")
        && let Some(sentence) = all(".report .sentence").find(is_read)
    {
        receive_focus(&sentence);
    }
}

/// Brings what has the focus into view.
pub fn show_focused() {
    if let Some(active) =
        active_element().filter(|active| active.closest("main").ok().flatten().is_some())
    {
        show(&active);
    }
}

/// Moves the focus to the first that a selector finds, without scrolling.
pub fn focus_found(selector: &str) {
    if let Some(element) = all(selector).next() {
        focus_element(&element);
    }
}

/// Moves the focus to the element of that id, unless it is in the same `container` already.
pub fn focus_first(id: &str, container: &str) {
    if active_element().and_then(|active| active.closest(container).ok().flatten()).is_none() {
        focus(id);
    }
}

/// Whether what has the focus is one of the elements of a selector.
pub fn is_focused(selector: &str) -> bool {
    active_element().is_some_and(|active| active.matches(selector).unwrap_or(false))
}

/// Whether the element of that id has the focus.
pub fn has_focus(id: &str) -> bool {
    active_element().is_some_and(|active| active.id() == id)
}

/// Moves the focus by `step` among the elements of a selector that stand in the same `container` as
/// the one that has it; says whether there was one to move to.
pub fn step_focus(container: &str, selector: &str, step: i32) -> bool {
    let next = || -> Option<Element> {
        let active = active_element()?;
        let elements = active.closest(container).ok()??.query_selector_all(selector).ok()?;
        let stops: Vec<Element> =
            (0..elements.length()).filter_map(|at| elements.item(at)?.dyn_into().ok()).collect();
        let at = stops.iter().position(|stop| *stop == active)?;
        stops.get(at.checked_add_signed(step as isize)?).cloned()
    };
    next().is_some_and(|next| {
        show(&next);
        focus_element(&next)
    })
}
