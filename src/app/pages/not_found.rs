//! What an address without a page shows.

use yew::prelude::*;

use crate::app::Data;
use crate::route::Route;

pub(in crate::app) fn not_found_page(data: Data) -> Html {
    let route = Route::NotFound;
    html! {
        <>
            <h1 id="page-title" tabindex="-1">{ "没有这一页" }</h1>
            <p>{ "地址可能抄错了，或者这个指标改了名字。" }</p>
            <p><a class="more" href={route.href(&Route::Home)}>{ format!("到《{}》的概览", data.title) }</a></p>
        </>
    }
}
