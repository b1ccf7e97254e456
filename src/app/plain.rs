//! A page's own part without what is around it on every page: the single file shows some of them one
//! below the other where there is no program.

use yew::prelude::*;

use crate::app::{Data, pages};
use crate::route::{Place, Route};

/// What a part is rendered from.
#[derive(Clone, PartialEq, Properties)]
pub struct PlainProps {
    /// The report.
    pub data: Data,
    /// The page.
    pub route: Route,
}

/// A page's own part; nothing on it answers.
#[component]
pub fn Plain(PlainProps { data, route }: &PlainProps) -> Html {
    pages::page(*data, &[data.year], &Place::page(route.clone()), &Callback::noop(), None, "")
}
