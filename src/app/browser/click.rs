//! Clicks in the page, read from its HTML: what Yew does not know of (links in the text, in
//! pictures and in tables) needs no listener of its own.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

use super::address::{address_bar, place_of};
use super::save::drops_downloads;
use super::{all, element, window};
use crate::route::{Place, Route, Selection};

/// What a click in the page asks for.
pub enum Click {
    /// A link to a page of this site.
    Page(Box<Place>),
    /// Something to open on the page the reader is on.
    Open(Selection),
    /// Beside the sheet that lies over the page, which closes it.
    Beside,
}

/// Calls `on_click` for every plain click on a link of ours, an element with `data-open`, a sentence, or
/// beside an open sheet. If it answers true, the browser does not follow the link itself.
pub fn listen_clicks(on_click: impl Fn(Click) -> bool + 'static) -> Option<EventListener> {
    let document = window()?.document()?;
    Some(EventListener::new_with_options(
        &document,
        "click",
        EventListenerOptions::enable_prevent_default(),
        move |event| {
            if read_click(event).is_some_and(&on_click) {
                event.prevent_default();
            }
        },
    ))
}

fn read_click(event: &Event) -> Option<Click> {
    let mouse = event.dyn_ref::<MouseEvent>()?;
    let wants_own_window = mouse.ctrl_key()
        || mouse.meta_key()
        || mouse.shift_key()
        || mouse.alt_key()
        || mouse.button() != 0;
    if event.default_prevented() || wants_own_window {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    if let Some(element) = target.closest("[data-open]").ok().flatten() {
        return Selection::parse(&element.get_attribute("data-open")?).map(Click::Open);
    }
    if let Some(link) = target.closest("a[href]").ok().flatten() {
        if link.has_attribute("download") && drops_downloads() {
            // It leads to the file itself there, which the reader sees and may keep.
            let _ = link.remove_attribute("download");
            return None;
        }
        if link.has_attribute("download") || link.has_attribute("target") {
            return None;
        }
        let href = link.get_attribute("href")?;
        let place = place_of(&web_sys::Url::new_with_base(&href, &address_bar()?).ok()?.href())?;
        // An address such as #main is left to the browser.
        return (!href.starts_with('#') && place.route != Route::NotFound)
            .then(|| Click::Page(Box::new(place)));
    }
    if target.closest("button, select, input, summary, label").ok().flatten().is_some()
        || has_selected_text()
    {
        return None;
    }
    if is_beside_sheet(&target) {
        return Some(Click::Beside);
    }
    let sentence = target.closest(".sentence").ok().flatten()?;
    Selection::parse(&sentence.id()).map(Click::Open)
}

/// Whether this lies outside of an open card that lies over the page; on wide screens it stands beside the
/// text, where both are read.
fn is_beside_sheet(target: &Element) -> bool {
    let (Some(card), Some(page)) = (all(".card.open").next(), element("main")) else {
        return false;
    };
    let lies_over =
        card.get_bounding_client_rect().left() < page.get_bounding_client_rect().right();
    lies_over && !card.contains(Some(target))
}

fn has_selected_text() -> bool {
    let selection = window().and_then(|window| window.get_selection().ok().flatten());
    selection.is_some_and(|selection| !selection.is_collapsed())
}
