//! Pictures drawn from SVG on a canvas, and looked at before they are given away: browsers that
//! resist fingerprinting hand out something else than what was drawn.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::save::{FileAddress, drops_downloads};
use super::window;

/// A picture to be drawn.
#[derive(Clone)]
pub struct Drawing {
    /// What it looks like.
    pub svg: String,
    /// Its size as PNG, in pixels.
    pub size: (u32, u32),
    /// The colour around all that is drawn, `#rrggbb`.
    pub paper: &'static str,
    /// The address of the same picture drawn when the site was made, if there is one.
    pub built: Option<String>,
}

/// What became of a drawing.
pub enum Drawn {
    /// It is a PNG of its size.
    Png(FileAddress),
    /// The picture drawn when the site was made stands in for it.
    Built(FileAddress),
    /// Neither can be had here; the SVG itself can.
    Svg(FileAddress),
}

/// Draws a picture and calls `done` with it.
pub fn draw_picture(drawing: Drawing, done: impl FnOnce(Drawn) + 'static) {
    yew::platform::spawn_local(async move {
        let built = async || -> Option<Drawn> {
            let address = drawing.built.as_deref()?;
            loaded(address).await.map(|_| Drawn::Built(FileAddress::plain(address)))
        };
        // An address of the site is what a long press saves best.
        let first = if drops_downloads() { built().await } else { None };
        let drawn = match first {
            Some(drawn) => Some(drawn),
            None => png(&drawing).await.map(Drawn::Png),
        };
        let drawn = match drawn {
            Some(drawn) => Some(drawn),
            None => built().await,
        };
        done(drawn.unwrap_or_else(|| {
            let file = FileAddress::of_text(&drawing.svg, "image/svg+xml");
            Drawn::Svg(file.unwrap_or_else(|| FileAddress::plain(&svg_address(&drawing.svg))))
        }));
    });
}

/// Longest address with a picture in it: some in-app browsers break down over longer ones.
const MAX_DATA_ADDRESS_LENGTH: usize = 1_000_000;

/// The address of a PNG that shows the drawing.
async fn png(drawing: &Drawing) -> Option<FileAddress> {
    let canvas = canvas_of(&svg_address(&drawing.svg), drawing.size).await?;
    let with_data = || {
        let address = canvas.to_data_url().ok().filter(|url| url.len() > "data:,".len());
        address.map(|address| FileAddress::plain(&address))
    };
    // Where it is to be pressed: WeChat offers to save no picture of a blob.
    let pressed = if drops_downloads() { with_data() } else { None };
    let file = match pressed.filter(|file| file.as_str().len() < MAX_DATA_ADDRESS_LENGTH) {
        Some(file) => Some(file),
        // Old kernels have no toBlob, or one that answers with nothing.
        None => {
            blob_of(&canvas).await.and_then(|blob| FileAddress::of_blob(&blob)).or_else(with_data)
        }
    }?;
    shows(file.as_str(), drawing.paper).await.then_some(file)
}

/// A promise of the picture as a blob; a clipboard that is written to wants it before it is drawn.
pub(super) fn png_promise(drawing: Drawing) -> Promise {
    wasm_bindgen_futures::future_to_promise(async move {
        let blob = png_blob(&drawing.svg, drawing.size, drawing.paper).await;
        blob.map(JsValue::from).ok_or(JsValue::NULL)
    })
}

/// A picture as PNG, if it shows what was drawn.
pub(super) async fn png_blob(svg: &str, size: (u32, u32), paper: &str) -> Option<Blob> {
    let canvas = canvas_of(&svg_address(svg), size).await?;
    let blob = blob_of(&canvas).await?;
    let file = FileAddress::of_blob(&blob)?;
    shows(file.as_str(), paper).await.then_some(blob)
}

/// An SVG as the address of an image.
pub fn svg_address(svg: &str) -> String {
    format!("data:image/svg+xml;charset=utf-8,{}", String::from(js_sys::encode_uri_component(svg)))
}

/// Side of the small copy that is looked at, in pixels: each corner of it is paper.
const LOOKED_AT: u32 = 64;

/// How much a part of a colour may differ, up to 255: some browsers add a noise that nobody sees.
const NOISE: u8 = 24;

/// Whether a picture shows what was drawn: paper in its corners, and something else somewhere.
/// Instead of it some browsers give out stripes, others plain white.
async fn shows(picture: &str, paper: &str) -> bool {
    let looked_at = async || -> Option<Vec<u8>> {
        let canvas = canvas_of(picture, (LOOKED_AT, LOOKED_AT)).await?;
        let side = f64::from(LOOKED_AT);
        let pixels = context_of(&canvas)?.get_image_data(0.0, 0.0, side, side).ok()?;
        Some(pixels.data().0)
    };
    let Some(pixels) = looked_at().await else { return false };
    let paper = u32::from_str_radix(&paper[1..], 16).unwrap_or_default();
    let paper = (paper << 8 | 0xff).to_be_bytes();
    let is_paper =
        |pixel: &[u8]| pixel.iter().zip(paper).all(|(part, wanted)| part.abs_diff(wanted) <= NOISE);
    let side = LOOKED_AT as usize;
    let corners = [0, side - 1, side * (side - 1), side * side - 1];
    let are_paper = corners.iter().all(|at| pixels.get(4 * at..4 * at + 4).is_some_and(is_paper));
    are_paper && !pixels.chunks(4).all(is_paper)
}

/// The image at an address, once it is there.
async fn loaded(address: &str) -> Option<HtmlImageElement> {
    let image = HtmlImageElement::new().ok()?;
    let loaded = Promise::new(&mut |resolve: Function, reject: Function| {
        image.set_onload(Some(&resolve));
        image.set_onerror(Some(&reject));
    });
    image.set_src(address);
    JsFuture::from(loaded).await.ok()?;
    Some(image)
}

async fn canvas_of(address: &str, (width, height): (u32, u32)) -> Option<HtmlCanvasElement> {
    let image = loaded(address).await?;
    let canvas = window()?
        .document()?
        .create_element("canvas")
        .ok()?
        .dyn_into::<HtmlCanvasElement>()
        .ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    context_of(&canvas)?
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

fn context_of(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
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
