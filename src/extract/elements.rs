//! What the elements of a web page do to its text: which begin a line, which lie side by side, which
//! nobody reads.

use ego_tree::NodeRef;
use scraper::node::{Element, Node};

/// Elements that begin a line of their own.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "li"
            | "ul"
            | "ol"
            | "dl"
            | "dd"
            | "dt"
            | "tr"
            | "table"
            | "tbody"
            | "thead"
            | "caption"
            | "section"
            | "article"
            | "main"
            | "header"
            | "footer"
            | "nav"
            | "aside"
            | "form"
            | "blockquote"
            | "center"
            | "pre"
            | "figure"
            | "figcaption"
            | "hr"
            | "body"
            | "html"
            | "address"
            | "fieldset"
            | "details"
            | "summary"
    )
}

/// Elements whose text nobody reads.
pub(super) fn is_unread(element: &Element) -> bool {
    let name = element.name();
    let style = || element.attr("style").unwrap_or_default().to_lowercase().replace(' ', "");
    matches!(
        name,
        "head"
            | "script"
            | "style"
            | "noscript"
            | "template"
            | "iframe"
            | "object"
            | "select"
            | "button"
            | "textarea"
            | "svg"
            | "math"
            | "audio"
            | "video"
            | "rt"
            | "rp"
    ) || element.attr("hidden").is_some()
        || style().contains("display:none")
        || style().contains("visibility:hidden")
}

/// A cell of a table.
pub(super) fn is_cell(node: &NodeRef<'_, Node>) -> bool {
    node.value().as_element().is_some_and(|element| matches!(element.name(), "td" | "th"))
}
