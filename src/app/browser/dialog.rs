//! A dialog over the whole page: the focus stays in it, Escape closes it and nothing else, and what
//! is behind it cannot be reached.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::keyboard::focus;
use super::{element, window};

/// Opens the `<dialog>` of that id with the focus on its only `button`, and calls `on_close` when the
/// reader wants it closed. It listens as long as what it answers with is kept.
pub fn open_dialog(
    id: &str,
    button: &'static str,
    on_close: impl Fn() + Clone + 'static,
) -> Option<[EventListener; 2]> {
    let dialog = element(id)?;
    let show = Reflect::get(&dialog, &"showModal".into()).ok()?.dyn_into::<Function>();
    if !show.is_ok_and(|show| show.call0(&dialog).is_ok()) {
        // Older kernels know no dialogs: it lies over the page, and the keys below keep the focus in.
        let _ = dialog.set_attribute("open", "");
    }
    focus(button);
    let heard = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    let close = on_close.clone();
    let keys = EventListener::new_with_options(&window()?.into(), "keydown", heard, move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key) else { return };
        // The page behind hears of no key.
        event.stop_propagation();
        match key.as_str() {
            "Escape" => close(),
            "Tab" => focus(button),
            _ => return,
        }
        event.prevent_default();
    });
    // The browser closes it by itself where a phone's gesture stands for the key.
    let closed = EventListener::new(&dialog, "close", move |_| on_close());
    Some([keys, closed])
}
