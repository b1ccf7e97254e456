//! Where the reader is: the address bar, the history, and addresses of this site. A sandboxed frame
//! or a file refuses to change its address; the page then works without one.

use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};

use super::program::{query_value, translate};
use super::{page_value, window};
use crate::route::{Place, Route};

/// The site's root as a whole address, found from where the page that was loaded lies in it
/// (`data-base`, which the page's script has written before the history moved on).
fn root() -> Option<String> {
    let route = Route::parse(&page_value("data-route")?);
    let base = page_value("data-base")?;
    let root = web_sys::Url::new_with_base(&route.root(), &base).ok()?;
    Some(root.href())
}

/// The place an address names; none if it lies outside the site.
pub(super) fn place_of(href: &str) -> Option<Place> {
    let url = web_sys::Url::new(href).ok()?;
    let root = web_sys::Url::new(&root()?).ok()?;
    if url.origin() != root.origin() {
        return None;
    }
    let path = url.pathname().strip_prefix(&root.pathname())?.to_string();
    // What a server gave for this address says better what page it is than the address does: there
    // are servers to which `2020/Report/` is the same.
    let is_first = web_sys::Url::new(&page_value("data-base")?).ok()?.pathname() == url.pathname();
    let route =
        if is_first { Route::parse(&page_value("data-route")?) } else { Route::parse(&path) };
    let fragment = url.hash();
    let fragment = fragment.strip_prefix('#').unwrap_or_default();
    Some(Place::read(route, fragment, |name| query_value(href, name)))
}

/// The whole address in the address bar.
pub fn address_bar() -> Option<String> {
    window()?.location().href().ok().map(|href| translate("inside", href))
}

/// The place the address bar shows.
pub fn here() -> Option<Place> {
    place_of(&address_bar()?)
}

/// The whole address of a place.
pub fn address(place: &Place) -> Option<String> {
    let url = web_sys::Url::new_with_base(&place.route.path(), &root()?).ok()?;
    let query = url.search_params();
    for (name, value) in place.query() {
        query.set(name, &value);
    }
    if let Some(fragment) = place.fragment() {
        url.set_hash(&fragment);
    }
    Some(translate("outside", url.href()))
}

/// How a place comes into the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// In place of the present one.
    Same,
    /// As a new one.
    New,
    /// As a new one that only opens something where the reader is; to close it is to step back.
    Opening,
}

/// Shows a place in the address bar.
pub fn show_address(place: &Place, step: Step) {
    let (Some(window), Some(address)) = (window(), address(place)) else { return };
    let Ok(history) = window.history() else { return };
    // A sandboxed frame or a file refuses this; the page then works without an address.
    let _ = match step {
        Step::Same => {
            let state = history.state().unwrap_or(JsValue::NULL);
            // What was found there has led on (`src/app/search_box.js`).
            if let Some(state) = state.dyn_ref::<js_sys::Object>() {
                let _ = Reflect::delete_property(state, &"search".into());
            }
            history.replace_state_with_url(&state, "", Some(&address))
        }
        Step::New => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        Step::Opening => history.push_state_with_url(&opening(), "", Some(&address)),
    };
}

/// What the history keeps with a step that only opened something; `src/app/sight.js` adds the reader's
/// place to every step.
const OPENING: &str = "opening";

fn opening() -> JsValue {
    let state = js_sys::Object::new();
    let _ = Reflect::set(&state, &OPENING.into(), &JsValue::TRUE);
    state.into()
}

/// Goes back over a step that only opened something, so that closing it leaves no trace; says whether
/// there was one.
pub fn step_back() -> bool {
    let Some(history) = window().and_then(|window| window.history().ok()) else { return false };
    let state = history.state().unwrap_or(JsValue::NULL);
    let is_opening = Reflect::get(&state, &OPENING.into()).is_ok_and(|value| value.is_truthy());
    is_opening && history.back().is_ok()
}

/// Calls `on_place` when the reader goes back or forward, within this document or from another to this
/// one as it was left, or the search box has written what is looked for into the address.
pub fn listen_address(on_place: impl Fn() + 'static) -> Option<[EventListener; 2]> {
    let window = window()?;
    let on_place = Rc::new(on_place);
    let on_return = Rc::clone(&on_place);
    Some([
        EventListener::new(&window, "popstate", move |_| on_place()),
        EventListener::new(&window, "pageshow", move |event| {
            if Reflect::get(event, &"persisted".into()).is_ok_and(|value| value.is_truthy()) {
                on_return();
            }
        }),
    ])
}

/// Calls `on_leave` when the reader leaves for another document.
pub fn listen_leaving(on_leave: impl Fn() + 'static) -> Option<EventListener> {
    let window = window()?;
    Some(EventListener::new(&window, "pagehide", move |_| on_leave()))
}
