//! Fields of a form: listeners that hand on what was chosen or entered in them, and ticks set from
//! outside.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::all;

/// A listener that hands on the value chosen in a `select`.
pub fn selected_value(change: yew::Callback<String>) -> yew::Callback<Event> {
    change.reform(|event: Event| {
        let field =
            event.target().and_then(|target| target.dyn_into::<web_sys::HtmlSelectElement>().ok());
        field.map(|field| field.value()).unwrap_or_default()
    })
}

/// A listener that hands on the `value` of the element, among those of a selector, that an event
/// comes from; one is enough for all rows of a table.
pub fn value_of_closest<E: AsRef<Event> + 'static>(
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

/// A listener that hands on the text entered in a field, once it is left or Enter is pressed.
pub fn entered_text(change: yew::Callback<String>) -> yew::Callback<Event> {
    change.reform(|event: Event| {
        let field =
            event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        field.map(|field| field.value()).unwrap_or_default()
    })
}

/// Ticks those boxes among the ones a selector finds whose value is among these, and no others.
pub fn set_ticked(selector: &str, values: &[String]) {
    for field in
        all(selector).filter_map(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok())
    {
        field.set_checked(values.contains(&field.value()));
    }
}
