//! The keyboard: the Escape key, and the focus, which can be moved to an element or among several.

use gloo::events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, KeyboardEvent};

use super::program::show;
use super::{element, opener, window};

/// Calls `on_escape` when the Escape key is pressed.
pub fn listen_escape(on_escape: impl Fn() + 'static) -> Option<EventListener> {
    let window = window()?;
    Some(EventListener::new(&window, "keydown", move |event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            on_escape();
        }
    }))
}

/// Moves the focus to the element of that id, without scrolling.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        focus_element(&element);
    }
}

/// Moves the focus back to what opened that fragment, without scrolling.
pub fn focus_opener(fragment: &str) {
    if let Some(element) = opener(fragment) {
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

/// Brings what has the focus into view.
pub fn show_focused() {
    let active = window().and_then(|window| window.document()?.active_element());
    if let Some(active) = active.filter(|active| active.closest("main").ok().flatten().is_some()) {
        show(&active);
    }
}

/// Moves the focus to the element of that id, unless it is in the same `container` already.
pub fn focus_first(id: &str, container: &str) {
    let active = window().and_then(|window| window.document()?.active_element());
    if active.and_then(|active| active.closest(container).ok().flatten()).is_none() {
        focus(id);
    }
}

/// Whether the element of that id has the focus.
pub fn has_focus(id: &str) -> bool {
    let active = window().and_then(|window| window.document()?.active_element());
    active.is_some_and(|active| active.id() == id)
}

/// Moves the focus by `step` among the elements of a selector that stand in the same `container` as
/// the one that has it; says whether there was one to move to.
pub fn step_focus(container: &str, selector: &str, step: i32) -> bool {
    let next = || -> Option<Element> {
        let active = window()?.document()?.active_element()?;
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
