//! Sending a text on to others, by the sheet that a phone's system has for it (Web Share API).

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::window;

/// Offers a text to other programs. Where there is no sheet, or it cannot be shown, `otherwise` is
/// done instead; a reader who closes it has decided.
pub fn share(text: &str, otherwise: impl Fn() + 'static) {
    let Some(promise) = open_sheet(text) else { return otherwise() };
    yew::platform::spawn_local(async move {
        let is_refused = |error: JsValue| {
            Reflect::get(&error, &"name".into()).ok().is_none_or(|name| name != "AbortError")
        };
        if JsFuture::from(promise).await.err().is_some_and(is_refused) {
            otherwise();
        }
    });
}

fn open_sheet(text: &str) -> Option<Promise> {
    let navigator = window()?.navigator();
    let open = Reflect::get(&navigator, &"share".into()).ok()?.dyn_into::<Function>().ok()?;
    let content = Object::new();
    Reflect::set(&content, &"text".into(), &text.into()).ok()?;
    open.call1(&navigator, &content).ok()?.dyn_into().ok()
}

/// Whether the page is shown inside WeChat, which forwards pages by a menu of its own.
pub fn is_wechat() -> bool {
    let agent = window().and_then(|window| window.navigator().user_agent().ok());
    agent.is_some_and(|agent| agent.contains("MicroMessenger"))
}
