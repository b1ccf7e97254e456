//! 打印: a button that prints the page, or parts of it alone.

use yew::prelude::*;

use crate::app::browser;
use crate::app::components::changing_text;

/// What stands below every page, on paper, too: of which report it is.
const SOURCE: &str = "footer.site";

/// A button that prints what these selectors find and of which report it is; the whole page where
/// there are none.
pub(in crate::app) fn print_button(label: impl Into<AttrValue>, parts: Vec<String>) -> Html {
    let parts: Vec<String> = match parts[..] {
        [] => parts,
        _ => parts.into_iter().chain([SOURCE.to_string()]).collect(),
    };
    let onclick = move |_: MouseEvent| browser::print(&parts);
    html! {
        <button type="button" class="print tool" {onclick}>{ changing_text(label) }</button>
    }
}
