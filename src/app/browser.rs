//! The browser, as the page needs it: address, history, clipboard, scrolling. Nothing else touches
//! `web_sys` or `gloo`. Whatever a host page or an old kernel may lack answers with none or does
//! nothing; nothing panics.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent, Window};

use crate::model::Report;
use crate::route::{Place, Route, Selection};

mod clipboard;
mod program;
mod save;
mod typing;

/// Listens until it is dropped.
pub use gloo::events::EventListener as Listener;

pub use clipboard::{copy, copy_picture, copy_table};
use program::translate;
pub use program::{Part, mark_ready, with_part};
pub use save::{draw_png, is_framed, save_text, save_url, saves_by_long_press, svg_address};
pub use typing::{
    Typed, after, listen_outside, listen_press, listen_slash, listen_typing, set_input, step_focus,
    typed,
};

fn window() -> Option<Window> {
    web_sys::window()
}

fn element(id: &str) -> Option<Element> {
    window()?.document()?.get_element_by_id(id)
}

/// A value the build wrote on `<html>`: `data-route`, `data-years`.
pub fn page_value(name: &str) -> Option<String> {
    window()?.document()?.document_element()?.get_attribute(name)
}

/// The site's root as a whole address, found from where this page lies in it.
fn root() -> Option<String> {
    let route = Route::parse(&page_value("data-route")?);
    let base = page_value("data-base")?;
    let root = web_sys::Url::new_with_base(&route.root(), &base).ok()?;
    Some(root.href())
}

/// Remembers the address the page was loaded from, before the history moves on. A single file has
/// it from the build.
pub fn remember_base() {
    if page_value("data-base").is_some() {
        return;
    }
    let base = address_bar();
    let html = window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    if let (Some(base), Some(html)) = (base, html) {
        let _ = html.set_attribute("data-base", &base);
    }
}

/// The place an address names; none if it lies outside the site.
fn place_of(href: &str) -> Option<Place> {
    let url = web_sys::Url::new(href).ok()?;
    let root = web_sys::Url::new(&root()?).ok()?;
    if url.origin() != root.origin() {
        return None;
    }
    let path = url.pathname().strip_prefix(&root.pathname())?.to_string();
    let fragment = url.hash();
    let query = url.search_params();
    let fragment = fragment.strip_prefix('#').unwrap_or_default();
    Some(Place::read(Route::parse(&path), fragment, |name| query.get(name).unwrap_or_default()))
}

/// The whole address in the address bar.
pub fn address_bar() -> Option<String> {
    window()?.location().href().ok().map(|href| translate("inside", href))
}

/// The place the address bar shows.
pub fn here() -> Option<Place> {
    place_of(&address_bar()?)
}

/// The whole address of a place.
pub fn address(place: &Place) -> Option<String> {
    let url = web_sys::Url::new_with_base(&place.route.path(), &root()?).ok()?;
    let query = url.search_params();
    for (name, value) in place.query() {
        query.set(name, &value);
    }
    if let Some(selection) = &place.selection {
        url.set_hash(&selection.fragment());
    }
    Some(translate("outside", url.href()))
}

/// Shows a place in the address bar, as a new step of the history or in place of the present one.
pub fn show_address(place: &Place, new_step: bool) {
    let (Some(window), Some(address)) = (window(), address(place)) else { return };
    let Ok(history) = window.history() else { return };
    // A sandboxed frame or a file refuses this; the page then works without an address.
    let _ = if new_step {
        history.push_state_with_url(&JsValue::TRUE, "", Some(&address))
    } else {
        history.replace_state_with_url(
            &history.state().unwrap_or(JsValue::NULL),
            "",
            Some(&address),
        )
    };
}

/// Goes back one step if this page made it, so that closing a card leaves no trace; says whether it
/// did.
pub fn step_back() -> bool {
    let history = window().and_then(|window| window.history().ok());
    match history {
        Some(history) if history.state().is_ok_and(|state| state.is_truthy()) => {
            history.back().is_ok()
        }
        _ => false,
    }
}

/// Calls `on_place` when the reader goes back or forward.
pub fn listen_history(on_place: impl Fn() + 'static) -> Option<EventListener> {
    let window = window()?;
    Some(EventListener::new(&window, "popstate", move |_| on_place()))
}

/// Calls `on_escape` when the Escape key is pressed.
pub fn listen_escape(on_escape: impl Fn() + 'static) -> Option<EventListener> {
    let window = window()?;
    Some(EventListener::new(&window, "keydown", move |event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            on_escape();
        }
    }))
}

/// Hands on the value that was chosen in a `select`.
pub fn chosen(change: yew::Callback<String>) -> yew::Callback<Event> {
    change.reform(|event: Event| {
        let field =
            event.target().and_then(|target| target.dyn_into::<web_sys::HtmlSelectElement>().ok());
        field.map(|field| field.value()).unwrap_or_default()
    })
}

/// Hands on the `value` of the element among those of a selector that an event comes from, so that
/// a table needs one listener for all of its rows.
pub fn value_at<E: AsRef<Event> + 'static>(
    selector: &'static str,
    then: yew::Callback<String>,
) -> yew::Callback<E> {
    yew::Callback::from(move |event: E| {
        let target = event.as_ref().target().and_then(|target| target.dyn_into::<Element>().ok());
        let from = target.and_then(|target| target.closest(selector).ok().flatten());
        if let Some(value) = from.and_then(|from| from.get_attribute("value")) {
            then.emit(value);
        }
    })
}

/// Hands on the text that was written into a field, once it is left or Enter is pressed.
pub fn written(change: yew::Callback<String>) -> yew::Callback<Event> {
    change.reform(|event: Event| {
        let field =
            event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        field.map(|field| field.value()).unwrap_or_default()
    })
}

/// What a click in the page asks for.
pub enum Click {
    /// A link to a page of this site.
    Page(Box<Place>),
    /// Something to open on the page the reader is on.
    Open(Selection),
}

/// Calls `on_click` for every plain click on a link of ours, an element with `data-open`, or a
/// sentence. If it answers true, the browser does not follow the link itself.
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
    if let Some(opener) = target.closest("[data-open]").ok().flatten() {
        return Selection::parse(&opener.get_attribute("data-open")?).map(Click::Open);
    }
    if let Some(link) = target.closest("a[href]").ok().flatten() {
        if link.has_attribute("download") || link.has_attribute("target") {
            return None;
        }
        let href = link.get_attribute("href")?;
        let place = place_of(&web_sys::Url::new_with_base(&href, &address_bar()?).ok()?.href())?;
        // An address such as #main is the browser's to follow.
        return (!href.starts_with('#') && place.route != Route::NotFound)
            .then(|| Click::Page(Box::new(place)));
    }
    if target.closest("button, select, input, summary, label").ok().flatten().is_some()
        || has_selected_text()
    {
        return None;
    }
    let sentence = target.closest(".sentence").ok().flatten()?;
    Selection::parse(&sentence.id()).map(Click::Open)
}

fn has_selected_text() -> bool {
    let selection = window().and_then(|window| window.get_selection().ok().flatten());
    selection.is_some_and(|selection| !selection.is_collapsed())
}

/// Title of the tab.
#[inline(never)]
pub fn set_title(report: &Report, route: &Route) {
    if let Some(document) = window().and_then(|window| window.document()) {
        document.set_title(&route.full_title(report));
    }
}

/// Marks the element of that id as what the reader opened, and no other. The text is drawn once and
/// stays as it is; the mark is a class that Yew does not know of.
pub fn mark_opened(id: Option<&str>) {
    for marked in all(".opened") {
        let _ = marked.class_list().remove_1("opened");
    }
    if let Some(element) = id.and_then(element) {
        let _ = element.class_list().add_1("opened");
    }
}

/// Puts HTML into the element of that id; nothing unescaped may be in it.
pub fn set_html(id: &str, html: &str) {
    if let Some(element) = element(id) {
        element.set_inner_html(html);
    }
}

/// Ticks those boxes among the ones a selector finds whose value is among these, and no others.
pub fn set_ticked(selector: &str, values: &[String]) {
    for field in
        all(selector).filter_map(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok())
    {
        field.set_checked(values.contains(&field.value()));
    }
}

/// Gives the element of that id a class, or takes it away.
pub fn set_class(id: &str, class: &str, has: bool) {
    if let Some(element) = element(id) {
        let _ = element.class_list().toggle_with_force(class, has);
    }
}

/// Scrolls the element of that id into view, without motion.
pub fn scroll_to(id: &str) {
    if let Some(element) = element(id) {
        show(&element);
    }
}

fn show(element: &Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Every element that a selector finds.
fn all(selector: &str) -> impl Iterator<Item = Element> {
    let found = window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector_all(selector).ok());
    let n_found = found.as_ref().map_or(0, |found| found.length());
    (0..n_found).filter_map(move |at| found.as_ref()?.item(at)?.dyn_into().ok())
}

/// Marks the places of that number among those found as the present one, and scrolls to it. Like
/// [`mark_opened`], by a class that Yew does not know of.
pub fn show_found(number: u32) {
    for marked in all("mark.now") {
        let _ = marked.class_list().remove_1("now");
    }
    for (at, piece) in all(&format!("mark[data-hit='{number}']")).enumerate() {
        let _ = piece.class_list().add_1("now");
        if at == 0 {
            show(&piece);
        }
    }
}

/// Sets large print for the whole page, or takes it back.
pub fn set_large(large: bool) {
    if let Some(html) = window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element())
    {
        let _ = html.class_list().toggle_with_force("large", large);
    }
}

/// Scrolls to the head of the page.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Whether the element of that id can be seen now.
pub fn is_visible(id: &str) -> bool {
    let height = window()
        .and_then(|window| window.inner_height().ok())
        .and_then(|height| height.as_f64())
        .unwrap_or(0.0);
    element(id)
        .map(|element| element.get_bounding_client_rect())
        .is_some_and(|place| place.top() >= 0.0 && place.bottom() <= height)
}

/// Whether the element of that id has the keyboard.
pub fn has_focus(id: &str) -> bool {
    let active = window()
        .and_then(|window| window.document())
        .and_then(|document| document.active_element());
    active.is_some_and(|active| active.id() == id)
}

/// Moves the keyboard to the element of that id, without scrolling.
pub fn focus(id: &str) {
    let Some(element) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    let options = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&options, &"preventScroll".into(), &JsValue::TRUE);
    if let Ok(focus) = js_sys::Reflect::get(&element, &"focus".into())
        .and_then(|focus| focus.dyn_into::<js_sys::Function>())
    {
        let _ = focus.call1(&element, &options);
    }
}

/// Place in `ids` of the last whose element begins in the upper third of the window.
pub fn reading_position(ids: &[String]) -> Option<usize> {
    let height = window()?.inner_height().ok()?.as_f64()?;
    let begun = |id: &String| {
        element(id).is_some_and(|element| element.get_bounding_client_rect().top() <= height / 3.0)
    };
    ids.iter().rposition(begun)
}

/// Calls `on_scroll` while the page is scrolled.
pub fn listen_scroll(on_scroll: impl Fn() + 'static) -> Option<EventListener> {
    let window = window()?;
    Some(EventListener::new(&window, "scroll", move |_| on_scroll()))
}

/// The element the page lives in.
#[cfg(feature = "page")]
pub fn app_root() -> Option<Element> {
    element("app")
}

/// The bytes at an address of this site; none on any failure.
#[cfg(feature = "page")]
pub async fn fetch(address: &str) -> Option<Vec<u8>> {
    use wasm_bindgen_futures::JsFuture;
    let response = JsFuture::from(window()?.fetch_with_str(address))
        .await
        .ok()?
        .dyn_into::<web_sys::Response>()
        .ok()?;
    if !response.ok() {
        return None;
    }
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}
