//! The script that started the page (`src/app/start.js`): it is told where the reader is and asked
//! what the search program finds. Its functions are properties of its own element.

use js_sys::{Function, Promise, Reflect, Uint32Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::element;
use crate::route::Place;
use crate::text::Span;

/// Tells the script and style sheets that the page answers from now on.
pub fn mark_ready() {
    if let Some(ready) = script_function("ready") {
        let _ = ready.call0(&JsValue::NULL);
    }
}

/// Tells the search box the page the reader is on, and the query there.
pub fn update_search_box(place: &Place) {
    if let Some(arrive) = script_function("arrive") {
        let (path, query) = (place.route.path(), &place.search.query);
        let _ = arrive.call2(&JsValue::NULL, &path.into(), &query.into());
    }
}

/// Brings an element into view, clear of every bar that lies over the page.
pub(super) fn show(element: &Element) {
    show_opened(element, false);
}

/// The same of what is opened; what was pressed goes back to where it was pressed when it is closed.
pub(super) fn show_opened(element: &Element, is_pressed: bool) {
    if let Some(show) = script_function("show") {
        let _ = show.call2(&JsValue::NULL, element, &is_pressed.into());
    }
}

/// After a step of the history, brings the reader to where they left it; one that only `closes`
/// something leaves them where they are. Says whether there was such a step.
pub fn arrive_by_steps(closes: bool) -> bool {
    let arrived = script_function("arriveBySteps")
        .and_then(|arrive| arrive.call1(&JsValue::NULL, &closes.into()).ok());
    arrived.is_some_and(|arrived| arrived.is_truthy())
}

/// Asks the search program for the matches of a query in the report's text, and hands them to
/// `then`; never, if that program cannot be loaded.
pub fn find_in_text(query: &str, then: impl FnOnce(Vec<Span>) + 'static) {
    let answer = script_function("places")
        .and_then(|places| places.call1(&JsValue::NULL, &query.into()).ok())
        .and_then(|answer| answer.dyn_into::<Promise>().ok());
    let Some(answer) = answer else { return };
    wasm_bindgen_futures::spawn_local(async move {
        let Ok(places) = JsFuture::from(answer).await else { return };
        let Ok(places) = places.dyn_into::<Uint32Array>() else { return };
        then(places.to_vec().chunks_exact(2).map(|pair| Span::new(pair[0], pair[1])).collect());
    });
}

/// An address as the single file's script translates it (`src/app/single_file.js`): the way
/// `inside` gives the page's own address, `outside` the one that leads there from elsewhere. The
/// same address where there is no such script.
pub(super) fn translate(way: &str, address: String) -> String {
    let translated = script_function(way).and_then(|translate| {
        translate.call1(&JsValue::NULL, &address.as_str().into()).ok()?.as_string()
    });
    translated.unwrap_or(address)
}

/// What an address has for a name in its query, as the search box reads it; empty where it has none.
pub(super) fn query_value(address: &str, name: &str) -> String {
    let value = script_function("queryValue").and_then(|value| {
        value.call2(&JsValue::NULL, &address.into(), &name.into()).ok()?.as_string()
    });
    value.unwrap_or_default()
}

pub(super) fn script_function(name: &str) -> Option<Function> {
    Reflect::get(&element("program")?.into(), &name.into()).ok()?.dyn_into().ok()
}
