//! Saving: files handed to the browser, pictures drawn from SVG, and what in-app browsers and
//! frames do not allow.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, Url,
};

use super::{after, window};

/// In-app browsers that drop downloads without a word; a picture on screen can be saved there by a
/// long press.
const NO_DOWNLOADS: &[&str] =
    &["MicroMessenger", "QQ/", "MQQBrowser", "UCBrowser", "Weibo", "DingTalk", "AlipayClient"];

/// Milliseconds that a file stays in memory for the browser to save it.
const KEPT_MS: u32 = 60_000;

/// Whether this is a browser that saves pictures by long press alone.
pub fn saves_by_long_press() -> bool {
    let agent =
        window().and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default();
    NO_DOWNLOADS.iter().any(|name| agent.contains(name))
}

/// Whether the page stands in a frame, whose host may forbid downloads without a word.
pub fn is_framed() -> bool {
    let Some(window) = window() else { return false };
    // Another origin's `top` can be compared, not looked into.
    window.top().map_or(true, |top| top.is_none_or(|top| top != window))
}

/// Hands a text to the browser as a file of that name; says whether it took it.
pub fn save_text(text: &str, kind: &str, name: &str) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok();
    blob.and_then(|blob| Url::create_object_url_with_blob(&blob).ok())
        .is_some_and(|url| save_url(&url, name))
}

/// Hands what is at an address to the browser as a file of that name; says whether it took it.
pub fn save_url(url: &str, name: &str) -> bool {
    let save = || -> Option<()> {
        let body = window()?.document()?.body()?;
        let link =
            window()?.document()?.create_element("a").ok()?.dyn_into::<HtmlAnchorElement>().ok()?;
        link.set_href(url);
        link.set_download(name);
        body.append_child(&link).ok()?;
        link.click();
        link.remove();
        Some(())
    };
    let url = url.to_string();
    after(KEPT_MS, move || drop(Url::revoke_object_url(&url))).forget();
    save().is_some()
}

/// Draws an SVG of `size` pixels and calls `done` with the picture's address, or with none.
pub fn draw_png(svg: &str, size: (u32, u32), done: impl FnOnce(Option<String>) + 'static) {
    let address = svg_address(svg);
    yew::platform::spawn_local(async move {
        let url = match canvas_of(&address, size).await {
            Some(canvas) => match blob_of(&canvas).await {
                Some(blob) => Url::create_object_url_with_blob(&blob).ok(),
                // Old kernels have no toBlob, or one that answers with nothing.
                None => canvas.to_data_url().ok().filter(|url| url.len() > "data:,".len()),
            },
            None => None,
        };
        done(url);
    });
}

/// An SVG as the address of an image.
pub fn svg_address(svg: &str) -> String {
    format!("data:image/svg+xml;charset=utf-8,{}", String::from(js_sys::encode_uri_component(svg)))
}

async fn canvas_of(address: &str, (width, height): (u32, u32)) -> Option<HtmlCanvasElement> {
    let image = HtmlImageElement::new().ok()?;
    let loaded = Promise::new(&mut |resolve: Function, reject: Function| {
        image.set_onload(Some(&resolve));
        image.set_onerror(Some(&reject));
    });
    image.set_src(address);
    JsFuture::from(loaded).await.ok()?;
    let canvas = window()?
        .document()?
        .create_element("canvas")
        .ok()?
        .dyn_into::<HtmlCanvasElement>()
        .ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
    context
        .draw_image_with_html_image_element_and_dw_and_dh(
            &image,
            0.0,
            0.0,
            f64::from(width),
            f64::from(height),
        )
        .ok()?;
    Some(canvas)
}

async fn blob_of(canvas: &HtmlCanvasElement) -> Option<Blob> {
    let to_blob = Reflect::get(canvas, &"toBlob".into()).ok()?.dyn_into::<Function>().ok()?;
    let made = Promise::new(&mut |resolve: Function, reject: Function| {
        if to_blob.call1(canvas, &resolve).is_err() {
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}

/// A promise of the picture as a blob; a clipboard that is written to wants it before it is drawn.
pub(super) fn png_promise(svg: &str, size: (u32, u32)) -> Promise {
    let address = svg_address(svg);
    wasm_bindgen_futures::future_to_promise(async move {
        let canvas = canvas_of(&address, size).await.ok_or(JsValue::NULL)?;
        blob_of(&canvas).await.map(JsValue::from).ok_or(JsValue::NULL)
    })
}
