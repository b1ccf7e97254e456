//! The script that started the page (`src/app/start.js`): what it is told, and what it is asked.
//! Its functions lie on its own element.

use js_sys::{Function, Promise, Reflect, Uint32Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::element;
use crate::route::Place;
use crate::text::Span;

/// Tells the script and style sheets that the page answers from now on.
pub fn mark_ready() {
    if let Some(ready) = script_function("ready") {
        let _ = ready.call0(&JsValue::NULL);
    }
}

/// Tells the search box where the reader is now, and what is looked for there.
pub fn update_search_box(place: &Place) {
    if let Some(arrive) = script_function("arrive") {
        let (path, query) = (place.route.path(), &place.search.query);
        let _ = arrive.call2(&JsValue::NULL, &path.into(), &query.into());
    }
}

/// Asks the search program where the report's text has what is looked for. Nothing comes of it if
/// that program cannot be loaded.
pub fn find_in_text(query: &str, then: impl FnOnce(Vec<Span>) + 'static) {
    let coming = script_function("places")
        .and_then(|places| places.call1(&JsValue::NULL, &query.into()).ok())
        .and_then(|coming| coming.dyn_into::<Promise>().ok());
    let Some(coming) = coming else { return };
    wasm_bindgen_futures::spawn_local(async move {
        let Ok(places) = JsFuture::from(coming).await else { return };
        let Ok(places) = places.dyn_into::<Uint32Array>() else { return };
        then(places.to_vec().chunks_exact(2).map(|pair| Span::new(pair[0], pair[1])).collect());
    });
}

/// An address as a script has it that knows other ones: `inside` a single file, or from `outside`
/// it (`src/app/single_file.js`).
pub(super) fn translate(way: &str, address: String) -> String {
    let translated = script_function(way).and_then(|translate| {
        translate.call1(&JsValue::NULL, &address.as_str().into()).ok()?.as_string()
    });
    translated.unwrap_or(address)
}

fn script_function(name: &str) -> Option<Function> {
    Reflect::get(&element("program")?.into(), &name.into()).ok()?.dyn_into().ok()
}
