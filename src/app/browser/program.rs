//! The parts of the program behind the first, loaded when they are wanted by the script that
//! started the page (`src/app/start.js`); `src/publish/parts.rs` says what is in them.

use std::cell::Cell;

use wasm_bindgen::{JsCast, JsValue};

use super::{element, window};

/// A part of the program behind the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What shows the report's own page, and takes any page over.
    Page,
    /// Search.
    Search,
    /// Everything.
    Rest,
}

thread_local! {
    static LOADED: Cell<[bool; 3]> = const { Cell::new([false; 3]) };
}

/// Calls `then` when a part is there: at once if it is, else when it has come. If it cannot be
/// loaded, the page goes on without it, as the script has it.
pub fn with_part(part: Part, then: impl FnOnce() + 'static) {
    // Only a program in one piece is started by another script.
    let Some(load) = script_function("load").filter(|_| !LOADED.get()[part as usize]) else {
        return then();
    };
    let name = match part {
        Part::Page => "page",
        Part::Search => "search",
        Part::Rest => "rest",
    };
    let Some(coming) = load
        .call1(&JsValue::NULL, &name.into())
        .ok()
        .and_then(|coming| coming.dyn_into::<js_sys::Promise>().ok())
    else {
        return;
    };
    yew::platform::spawn_local(async move {
        if wasm_bindgen_futures::JsFuture::from(coming).await.is_ok() {
            let mut loaded = LOADED.get();
            loaded[part as usize] = true;
            LOADED.set(if part == Part::Rest { [true; 3] } else { loaded });
            then();
        }
    });
}

/// Tells the script and style sheets that the page answers from now on.
pub fn mark_ready() {
    if let Some(html) = window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element())
    {
        let _ = html.class_list().add_1("ready");
    }
    if let Some(ready) = script_function("ready") {
        let _ = ready.call0(&JsValue::NULL);
    }
}

/// An address as a script has it that knows other ones: `inside` a single file, or from `outside`
/// it (`src/app/single_file.js`).
pub(super) fn translate(way: &str, address: String) -> String {
    let translated = script_function(way).and_then(|translate| {
        translate.call1(&JsValue::NULL, &address.as_str().into()).ok()?.as_string()
    });
    translated.unwrap_or(address)
}

/// A function that the script left for the program, on the element that names the module.
fn script_function(name: &str) -> Option<js_sys::Function> {
    js_sys::Reflect::get(&element("program")?.into(), &name.into()).ok()?.dyn_into().ok()
}
