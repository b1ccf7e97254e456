//! What the desk asks of its script (`src/app/desk.js`): tasks carried out beside the page, files that
//! a clerk drops, pastes or chooses, and work that is kept between visits.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::KeyboardEvent;

use super::keyboard::focus;
use super::program::script_function;
use super::{element, picture, window};
use crate::text::Span;

/// The id of the button that accepts what is looked at.
pub const ACCEPT: &str = "desk-accept";

/// Why something asked of the script was not done, in the browser's words.
pub type Failure = String;

async fn ask(name: &str, argument: &JsValue) -> Result<JsValue, Failure> {
    let words = |error: JsValue| error.as_string().unwrap_or_else(|| format!("{error:?}"));
    let function = script_function(name).ok_or_else(|| name.to_string())?;
    let answer = function.call1(&JsValue::NULL, argument).map_err(words)?;
    let answer: Promise = answer.dyn_into().map_err(words)?;
    JsFuture::from(answer).await.map_err(words)
}

async fn ask_bytes(name: &str, argument: &JsValue) -> Result<Vec<u8>, Failure> {
    let answer = ask(name, argument).await?;
    answer.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).map_err(|_| name.to_string())
}

/// Carries out a task, as bytes, in the worker.
pub async fn perform(task: &[u8]) -> Result<Vec<u8>, Failure> {
    ask_bytes("perform", &Uint8Array::from(task)).await
}

/// The document in a PDF file, or why it cannot be read, in postcard's form.
pub async fn read_pdf(file: &[u8]) -> Result<Vec<u8>, Failure> {
    ask_bytes("readPdf", &Uint8Array::from(file)).await
}

/// A file of this site that the page names: `program`, `data`.
pub async fn site_file(name: &str) -> Result<Vec<u8>, Failure> {
    ask_bytes("file", &name.into()).await
}

/// Stops what the worker does.
pub fn cancel() {
    if let Some(cancel) = script_function("cancel") {
        let _ = cancel.call0(&JsValue::NULL);
    }
}

/// Keeps work in this browser.
pub async fn keep(work: &[u8]) -> Result<(), Failure> {
    ask("keep", &Uint8Array::from(work)).await.map(drop)
}

/// Work that was kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Which of them it is.
    pub slot: f64,
    /// The work.
    pub work: Vec<u8>,
    /// When it was kept, in words.
    pub at: String,
}

/// The work of earlier visits, the last first.
pub async fn kept() -> Vec<Kept> {
    let kept =
        ask("kept", &JsValue::NULL).await.ok().and_then(|kept| kept.dyn_into::<Array>().ok());
    let read = |each: JsValue| {
        let each = each.dyn_into::<Array>().ok()?;
        let work = each.get(1).dyn_into::<Uint8Array>().ok()?.to_vec();
        Some(Kept { slot: each.get(0).as_f64()?, work, at: each.get(2).as_string()? })
    };
    kept.map_or_else(Vec::new, |kept| kept.iter().filter_map(read).collect())
}

/// Deletes work that is kept.
pub async fn forget(slot: f64) -> Result<(), Failure> {
    ask("forget", &slot.into()).await.map(drop)
}

/// Work goes on in the slot of earlier work, or in one of its own.
pub fn take_slot(slot: Option<f64>) {
    if let Some(take) = script_function("takeSlot") {
        let _ = take.call1(&JsValue::NULL, &slot.unwrap_or_default().into());
    }
}

/// Whether the browser asks before the page is left.
pub fn set_unsaved(is_unsaved: bool) {
    if let Some(program) = element("program") {
        let _ = Reflect::set(&program, &"unsaved".into(), &is_unsaved.into());
    }
}

/// Calls `take` with name and content of every file that is opened, and whether it is a PDF, as long as
/// the page stands.
pub fn listen_files(take: impl Fn(String, Vec<u8>, bool) + 'static) {
    let take = Closure::<dyn Fn(String, Vec<u8>, bool)>::new(take);
    if let Some(listen) = script_function("listenFiles") {
        let _ = listen.call1(&JsValue::NULL, take.as_ref());
    }
    take.forget();
}

/// What is selected in the text, in its scalars.
pub fn selected_text() -> Option<Span> {
    let selected = script_function("selected")?.call0(&JsValue::NULL).ok()?;
    let places = selected.dyn_into::<Array>().ok()?;
    let at = |place: u32| places.get(place).as_f64().map(|at| at as u32);
    Some(Span::new(at(0)?, at(1)?)).filter(|span| span.start < span.end)
}

/// A picture of that size as PNG; none where the browser hands out another.
pub async fn png_of(svg: &str, size: (u32, u32), paper: &str) -> Option<Vec<u8>> {
    let blob = picture::png_blob(svg, size, paper).await?;
    let read = Reflect::get(&blob, &"arrayBuffer".into()).ok()?.dyn_into::<Function>().ok()?;
    let buffer = read.call0(&blob).ok()?.dyn_into::<Promise>().ok()?;
    let buffer = JsFuture::from(buffer).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// A pause in which the page is drawn and typing heard.
pub async fn breathe() {
    let pause = Promise::new(&mut |resolve: Function, _| {
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback(&resolve);
        }
    });
    let _ = JsFuture::from(pause).await;
}

/// The element that the desk stands in.
pub fn root() -> Option<web_sys::Element> {
    element("desk")
}

/// Calls `act` with the key that is pressed outside of fields and buttons, `z` and `y` with the control
/// key, as long as it is kept.
pub fn listen_keys(act: impl Fn(&str) + 'static) -> Option<EventListener> {
    let document = window()?.document()?;
    let heard = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&document, "keydown", heard, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let inside = |selector: &str| {
            target.as_ref().is_some_and(|target| target.closest(selector).ok().flatten().is_some())
        };
        let key = event.key();
        // A key that is held decides one thing and not the whole list.
        let decides = key == "Enter" && !inside("textarea")
            || matches!(key.as_str(), "x" | "X") && !inside("input, select, textarea");
        if event.repeat() && decides {
            event.prevent_default();
            return;
        }
        let with_control = event.ctrl_key() || event.meta_key();
        let key = match (with_control, event.shift_key(), key.as_str()) {
            // Fields take their own last letters back.
            (true, _, _) if inside("input[type=text], input:not([type]), textarea") => return,
            (true, true, "z" | "Z") | (true, _, "y") => "y",
            (true, _, "z") => "z",
            (true, ..) => return,
            (_, _, "Enter") if inside("button, a, select, summary, textarea") => return,
            // What was entered is taken; the next one accepts it.
            (_, _, "Enter") if inside("input") => {
                // Else the button that now has the keyboard would be pressed by it.
                event.prevent_default();
                focus(ACCEPT);
                return;
            }
            // Letters alone act only where the list is gone through, which takes the keyboard wherever it is pressed.
            _ if !inside(".desk-review") => return,
            (_, _, "Enter") => "Enter",
            (_, _, "x" | "X") if !inside("input, select, textarea") => "x",
            (_, _, "j" | "J") if !inside("input, select, textarea") => "j",
            (_, _, "k" | "K") if !inside("input, select, textarea") => "k",
            _ => return,
        };
        event.prevent_default();
        act(key);
    }))
}
