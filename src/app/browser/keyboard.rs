//! The keyboard: the Escape key, and the focus, which can be moved to an element or among several.

use gloo::events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::{element, window};

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
    let Some(element) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    let options = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&options, &"preventScroll".into(), &JsValue::TRUE);
    if let Ok(focus) = js_sys::Reflect::get(&element, &"focus".into())
        .and_then(|focus| focus.dyn_into::<js_sys::Function>())
    {
        let _ = focus.call1(&element, &options);
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
    // A link in a picture is no HTML element, but has the same method.
    next().is_some_and(|next| {
        let focus = Reflect::get(&next, &"focus".into())
            .ok()
            .and_then(|focus| focus.dyn_into::<js_sys::Function>().ok());
        focus.is_some_and(|focus| focus.call0(&next).is_ok())
    })
}
