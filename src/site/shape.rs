//! The shape of a page: a number for the nodes that the page program looks for when it takes the HTML
//! over. `src/app/take_over.js` counts the same in the browser, where others may have changed them.

use std::cell::RefCell;
use std::rc::Rc;

use lol_html::{RewriteStrSettings, doc_comments, doc_text, element, end_tag, rewrite_str};

/// FNV-1a of the kinds of nodes in their order: `<name`, `t` and `c` for a text and a comment, `>`
/// where an element ends. What the program takes as it is (`data-raw`) is left out.
struct Shape {
    hash: u32,
    in_raw: bool,
}

impl Shape {
    fn add(&mut self, words: &[&str]) {
        if self.in_raw {
            return;
        }
        for byte in words.iter().flat_map(|word| word.bytes()) {
            self.hash = (self.hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
}

/// The shape of the HTML inside `<div id="app">`, in hex; of what cannot be read it is empty, and
/// such a page is drawn anew.
pub(super) fn shape(html: &str) -> String {
    let shape = Rc::new(RefCell::new(Shape { hash: 0x811c_9dc5, in_raw: false }));
    let (at_element, at_text, at_comment) = (shape.clone(), shape.clone(), shape.clone());
    let elements = element!("*", move |element| {
        let mut shape = at_element.borrow_mut();
        shape.add(&["<", &element.tag_name()]);
        if !element.can_have_content() {
            shape.add(&[">"]);
        } else if !shape.in_raw {
            shape.in_raw = element.has_attribute("data-raw");
            let (at_end, was_raw) = (at_element.clone(), shape.in_raw);
            element.on_end_tag(end_tag!(move |_| {
                let mut shape = at_end.borrow_mut();
                shape.in_raw &= !was_raw;
                shape.add(&[">"]);
                Ok(())
            }))?;
        }
        Ok(())
    });
    let texts = doc_text!(move |text| {
        if text.last_in_text_node() {
            at_text.borrow_mut().add(&["t"]);
        }
        Ok(())
    });
    let comments = doc_comments!(move |_| {
        at_comment.borrow_mut().add(&["c"]);
        Ok(())
    });
    let settings = RewriteStrSettings {
        element_content_handlers: vec![elements],
        document_content_handlers: vec![texts, comments],
        ..Default::default()
    };
    let is_read = rewrite_str(html, settings).is_ok();
    let hash = shape.borrow().hash;
    if is_read { format!("{hash:x}") } else { String::new() }
}
