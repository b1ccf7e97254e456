//! The clipboard, by whatever way the browser has.

use wasm_bindgen::{JsCast, JsValue};

use super::window;

/// Puts text on the clipboard and then says whether it is there. Where the asynchronous clipboard is missing or
/// refused (http pages, frames, old kernels) the old command is tried.
pub fn copy(text: String, done: impl Fn(bool) + 'static) {
    let get = |from: &JsValue, name: &str| js_sys::Reflect::get(from, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null());
    let promise = window().and_then(|window| get(&window.navigator(), "clipboard")).and_then(|clipboard| {
        let write = get(&clipboard, "writeText")?.dyn_into::<js_sys::Function>().ok()?;
        write.call1(&clipboard, &JsValue::from_str(&text)).ok()?.dyn_into::<js_sys::Promise>().ok()
    });
    let Some(promise) = promise else {
        done(copy_by_command(&text));
        return;
    };
    yew::platform::spawn_local(async move {
        let written = wasm_bindgen_futures::JsFuture::from(promise).await.is_ok();
        done(written || copy_by_command(&text));
    });
}

fn copy_by_command(text: &str) -> bool {
    let copied = || -> Option<bool> {
        let document = window()?.document()?;
        let area = document.create_element("textarea").ok()?.dyn_into::<web_sys::HtmlTextAreaElement>().ok()?;
        area.set_value(text);
        area.set_class_name("clipboard");
        area.set_read_only(true);
        document.body()?.append_child(&area).ok()?;
        area.select();
        let command = js_sys::Reflect::get(&document, &"execCommand".into()).ok()?.dyn_into::<js_sys::Function>().ok();
        let copied = command.and_then(|command| command.call1(&document, &"copy".into()).ok()).is_some_and(|copied| copied.is_truthy());
        area.remove();
        Some(copied)
    };
    copied().unwrap_or(false)
}
