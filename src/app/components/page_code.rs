//! The QR code of a place: made when it is asked for, since only then is the address known that the reader
//! is at.

use yew::prelude::*;

use crate::app::browser;
use crate::app::components::raw_html;
use crate::chart::svg::code_picture;
use crate::route::Place;
use crate::words::WORDS;

#[derive(Clone, PartialEq, Properties)]
pub(in crate::app) struct PageCodeProps {
    pub place: Place,
}

#[component]
pub(in crate::app) fn PageCode(PageCodeProps { place }: &PageCodeProps) -> Html {
    let code = use_state(|| None::<String>);
    let label = WORDS.figure_page.code;
    let make = {
        let (code, place) = (code.setter(), place.clone());
        move |_: MouseEvent| {
            code.set(browser::address(&place).and_then(|address| code_picture(&address, label)))
        }
    };
    html! {
        <details class="data page-code tool">
            <summary onclick={make}>{ label }</summary>
            if let Some(code) = &*code {
                { raw_html("div", |html| html.push_str(code)) }
            }
        </details>
    }
}
