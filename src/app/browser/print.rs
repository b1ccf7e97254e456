//! Printing: the page as it is, or parts of it alone.

use gloo::events::EventListener;
use web_sys::Element;

use super::{all, window};

/// On what is not printed while parts of the page are printed alone.
const LEFT_OUT: &str = "left-out";

/// Prints the elements that these selectors find, and nothing else of the page; the whole page where
/// there are none. Where the browser cannot print, as inside other programs, nothing happens.
pub fn print(selectors: &[String]) {
    let Some(window) = window() else { return };
    let parts: Vec<Element> = selectors.iter().flat_map(|selector| all(selector)).collect();
    for part in &parts {
        leave_out_beside(part, &parts);
    }
    // Not every browser has printed when the call returns; kernels without the event keep what they
    // leave out, which is seen on paper only.
    EventListener::once(&window, "afterprint", |_| {
        for element in all(&format!(".{LEFT_OUT}")) {
            let _ = element.class_list().remove_1(LEFT_OUT);
        }
    })
    .forget();
    let _ = window.print();
}

/// Marks everything beside a part and beside what it lies in, unless one of the parts is there.
fn leave_out_beside(part: &Element, parts: &[Element]) {
    let mut inner = part.clone();
    while let Some(outer) = inner.parent_element() {
        let beside = outer.children();
        for element in (0..beside.length()).filter_map(|at| beside.item(at)) {
            if !parts.iter().any(|part| element.contains(Some(part))) {
                let _ = element.class_list().add_1(LEFT_OUT);
            }
        }
        inner = outer;
    }
}
