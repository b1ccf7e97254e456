//! The clipboard, by whatever way the browser has: text, a table, a picture.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlElement, HtmlTextAreaElement};

use super::keyboard::focus_element;
use super::picture::{Drawing, png_promise};
use super::{active_element, window};

/// Puts text on the clipboard and then says whether it is there. Where the asynchronous clipboard
/// is missing or refused (http pages, frames, old kernels) the old command is tried.
pub fn copy(text: String, done: impl Fn(bool) + 'static) {
    let promise = write("writeText", &JsValue::from_str(&text));
    settle(promise, move || copy_by_command(&text), done);
}

/// Puts a table on the clipboard, as HTML for word processors and as text for all else.
pub fn copy_table(html: String, text: String, done: impl Fn(bool) + 'static) {
    let blob = |kind: &str, words: &str| {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        Blob::new_with_str_sequence_and_options(&Array::of1(&words.into()), &options)
            .ok()
            .map(JsValue::from)
    };
    let item = blob("text/html", &html)
        .zip(blob("text/plain", &text))
        .and_then(|(html, text)| item(&[("text/html", html), ("text/plain", text)]));
    settle(
        item.and_then(|item| write("write", &Array::of1(&item))),
        move || select_and_copy(&html),
        done,
    );
}

/// Puts a picture on the clipboard.
pub fn copy_picture(drawing: Drawing, done: impl Fn(bool) + 'static) {
    // Safari wants a promise; a blob that comes later is no longer the answer to a press.
    let item = item(&[("image/png", png_promise(drawing).into())]);
    settle(item.and_then(|item| write("write", &Array::of1(&item))), || false, done);
}

/// A property that is there.
fn get(from: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(from, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// What the clipboard takes: the same content in several kinds.
fn item(parts: &[(&str, JsValue)]) -> Option<JsValue> {
    let make = get(&window()?.into(), "ClipboardItem")?.dyn_into::<Function>().ok()?;
    let content = Object::new();
    for (kind, value) in parts {
        Reflect::set(&content, &(*kind).into(), value).ok()?;
    }
    Reflect::construct(&make, &Array::of1(&content)).ok()
}

/// Calls a method of the asynchronous clipboard, which may not be there.
fn write(method: &str, what: &JsValue) -> Option<Promise> {
    let clipboard = get(&window()?.navigator(), "clipboard")?;
    let write = get(&clipboard, method)?.dyn_into::<Function>().ok()?;
    write.call1(&clipboard, what).ok()?.dyn_into().ok()
}

/// Says whether a promise to write was kept; tries it `otherwise` where there is none or it was
/// not.
fn settle(
    promise: Option<Promise>,
    otherwise: impl Fn() -> bool + 'static,
    done: impl Fn(bool) + 'static,
) {
    let Some(promise) = promise else { return done(otherwise()) };
    yew::platform::spawn_local(async move {
        let is_written = JsFuture::from(promise).await.is_ok();
        done(is_written || otherwise());
    });
}

fn command_copy() -> Option<bool> {
    let document = window()?.document()?;
    let command = get(&document, "execCommand")?.dyn_into::<Function>().ok()?;
    Some(command.call1(&document, &"copy".into()).ok()?.is_truthy())
}

fn copy_by_command(text: &str) -> bool {
    // The text to be copied takes the keyboard, and gives it back.
    let reading = active_element();
    let copied = || -> Option<bool> {
        let document = window()?.document()?;
        let area =
            document.create_element("textarea").ok()?.dyn_into::<HtmlTextAreaElement>().ok()?;
        area.set_value(text);
        area.set_class_name("clipboard");
        area.set_read_only(true);
        document.body()?.append_child(&area).ok()?;
        area.select();
        let copied = command_copy();
        area.remove();
        copied
    };
    let is_copied = copied().unwrap_or(false);
    if let Some(reading) = reading {
        focus_element(&reading);
    }
    is_copied
}

/// Shows the HTML off screen, selects it and copies the selection. `html` is ours, with every word
/// in it escaped.
fn select_and_copy(html: &str) -> bool {
    let copied = || -> Option<bool> {
        let document = window()?.document()?;
        let holder = document.create_element("div").ok()?.dyn_into::<HtmlElement>().ok()?;
        holder.set_class_name("clipboard");
        holder.set_inner_html(html);
        document.body()?.append_child(&holder).ok()?;
        let selection = window()?.get_selection().ok()??;
        let _ = selection.select_all_children(&holder);
        let copied = command_copy();
        let _ = selection.remove_all_ranges();
        holder.remove();
        copied
    };
    copied().unwrap_or(false)
}
