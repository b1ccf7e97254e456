//! What the reader types: a field's text once an input method is done with it, keys that lead to
//! the field and from hit to hit.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::{JsString, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::{element, focus, window};

/// What a field holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// Its text, or as much of it as was asked for.
    pub text: String,
    /// Whether it holds more than that.
    pub cut_off: bool,
}

fn field(id: &str) -> Option<HtmlInputElement> {
    element(id)?.dyn_into().ok()
}

/// What the field of that id holds, at most `longest` characters of it.
pub fn typed(id: &str, longest: usize) -> Option<Typed> {
    read(&field(id)?, longest)
}

/// More than is asked for is cut off before it is copied, so that megabytes that were pasted cost
/// nothing.
fn read(field: &HtmlInputElement, longest: usize) -> Option<Typed> {
    let value: JsString = Reflect::get(field, &"value".into()).ok()?.dyn_into().ok()?;
    // A character is one or two UTF-16 units.
    let text = value.slice(0, 2 * longest as u32).as_string()?;
    let cut_off = text.chars().nth(longest).is_some() || value.length() > 2 * longest as u32;
    Some(Typed { text: text.chars().take(longest).collect(), cut_off })
}

/// Calls `on_typed` whenever the field of that id has other text. While an input method composes,
/// nothing happens: its letters are no words yet.
pub fn listen_typing(
    id: &str,
    longest: usize,
    on_typed: impl Fn(Typed) + Clone + 'static,
) -> Vec<EventListener> {
    let Some(field) = field(id) else { return Vec::new() };
    let listen = |name: &'static str| {
        let (own, on_typed) = (field.clone(), on_typed.clone());
        EventListener::new(&field, name, move |event| {
            let composing = Reflect::get(event, &"isComposing".into())
                .is_ok_and(|composing| composing.is_truthy());
            // Engines differ in whether the last input comes before or after the end of a
            // composition.
            let settled = !composing || event.type_() == "compositionend";
            if let Some(typed) = settled.then(|| read(&own, longest)).flatten() {
                on_typed(typed);
            }
        })
    };
    vec![listen("input"), listen("compositionend")]
}

/// Puts text into the field of that id, unless it is there.
pub fn set_input(id: &str, text: &str) {
    if let Some(field) = field(id)
        && field.value() != text
    {
        field.set_value(text);
    }
}

/// Lets `/` lead to the field of that id, where it is not typed into another.
pub fn listen_slash(id: &'static str) -> Option<EventListener> {
    let window = window()?;
    Some(EventListener::new_with_options(
        &window,
        "keydown",
        EventListenerOptions::enable_prevent_default(),
        move |event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
            let writing = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlElement>().ok())
                .is_some_and(|target| {
                    target.is_content_editable()
                        || matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
                });
            if key.key() == "/" && !writing && !key.ctrl_key() && !key.meta_key() && !key.alt_key()
            {
                event.prevent_default();
                focus(id);
            }
        },
    ))
}

/// Moves the keyboard by `step` among the elements of a selector that stand in the same `container`
/// as the one that has it; says whether there was anywhere to go.
#[inline(never)]
pub fn step_focus(container: &str, selector: &str, step: i32) -> bool {
    let next = || -> Option<Element> {
        let active = window()?.document()?.active_element()?;
        let found = active.closest(container).ok()??.query_selector_all(selector).ok()?;
        let stops: Vec<Element> =
            (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect();
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

/// Calls `on_press` when the element of that id is clicked.
pub fn listen_press(id: &str, on_press: impl Fn() + 'static) -> Option<EventListener> {
    let element = element(id)?;
    Some(EventListener::new(&element, "click", move |_| on_press()))
}

/// Calls `on_outside` when something outside the element of that id is pressed.
pub fn listen_outside(id: &'static str, on_outside: impl Fn() + 'static) -> Option<EventListener> {
    let document = window()?.document()?;
    Some(EventListener::new(&document, "mousedown", move |event| {
        let inside = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        if !element(id).is_some_and(|element| element.contains(inside.as_ref())) {
            on_outside();
        }
    }))
}

/// Calls `then` once, after so many milliseconds, unless what it answers with is dropped before.
pub fn after(pause_ms: u32, then: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(pause_ms, then)
}
