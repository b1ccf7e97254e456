//! Addresses where the whole explorer is one file (`explorer.html`): no page lies beside it, so the place stands behind
//! `#/` in the file's own address, and in memory where a sandbox refuses even that.

use std::cell::RefCell;

use super::{page_value, window};

/// What links are read from: the file's own address may be one that knows no folders.
const ROOT: &str = "file:///";

thread_local! {
    static SHOWN: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The site's root inside the file; none where each page has an address of its own.
pub(super) fn root() -> Option<String> {
    page_value("data-single").map(|_| ROOT.to_string())
}

/// The address inside the file that an address of the file names, if it names one.
fn inside(address: &str) -> Option<String> {
    match address.split_once('#') {
        Some((_, fragment)) => fragment.strip_prefix('/').map(|rest| format!("{ROOT}{rest}")),
        None => Some(ROOT.to_string()),
    }
}

/// What stands for the address bar's `href`.
pub(super) fn address_bar(href: String) -> String {
    match root() {
        Some(root) => SHOWN.with_borrow(Clone::clone).or_else(|| inside(&href)).unwrap_or(root),
        None => href,
    }
}

/// An address inside the file as one that leads to it from outside.
pub(super) fn outside(address: String) -> String {
    let rest = root().and_then(|root| Some(address.strip_prefix(&root)?.to_string()));
    let file = window().and_then(|window| window.location().href().ok());
    match (rest, file) {
        (Some(rest), Some(file)) => format!("{}#/{rest}", file.split('#').next().unwrap_or_default()),
        _ => address,
    }
}

/// Remembers an address of the file as the one that is shown. One such as `#main` leads to a place on the same page.
pub(super) fn remember(address: &str) {
    if let Some(inside) = inside(address) {
        SHOWN.set(Some(inside));
    }
}

/// Remembers what the history went to.
pub(super) fn follow() {
    if let Some(href) = window().and_then(|window| window.location().href().ok()) {
        remember(&href);
    }
}
