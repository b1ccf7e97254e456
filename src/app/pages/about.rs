//! 关于: where the report comes from, how its numbers were read, the data to take away, the terms in
//! plain words.

use yew::prelude::*;

use crate::app::Data;
use crate::route::{Route, Selection};
use crate::words::WORDS;

pub(in crate::app) fn about_page(data: Data, years: &[u16]) -> Html {
    let route = Route::About;
    let year = data.year;
    let file = |name: &'static str, words: &'static str| html! { <li><a href={format!("../{year}/data/{name}")} download={name}>{ words }</a></li> };
    let term = |term: &'static crate::model::Term| {
        let id = Selection::Term(term.id.clone()).fragment();
        html! { <><dt {id}>{ &term.term }</dt><dd>{ &term.meaning }</dd></> }
    };
    html! {
        <>
            <h1 id="page-title" tabindex="-1">{ "关于" }</h1>
            <p>{ format!("这里展示《{}》：原文一字不改，每个数字都连着写它的那句话。报告由{}发布，这里只是换一种看法；如有出入，以原件为准。", data.title, data.issuers.join("、")) }</p>
            if !data.site.source.is_empty() {
                <p><a href={data.site.source.clone()} rel="noopener" target="_blank">{ "原件发布地址（打开另一个网站）" }</a></p>
            }
            if !data.site.contact.is_empty() {
                <p>{ format!("发现错误，请联系：{}", data.site.contact) }</p>
            }
            <h2>{ "数字怎样读出" }</h2>
            <p>{ "数值由程序从原文读出，没有人另行输入。带“多”“余”“超”的是概数，照原文显示，并说明可能的范围。程序自己算的数都标“推算，非报告原文”，写明算法。" }</p>
            <p><a class="more" href={route.href(&Route::Audit(year))}>{ "核对：原文的每一个数和它的去处" }</a></p>
            <h2>{ "下载数据" }</h2>
            <ul class="rows downloads">
                { file("report.txt", "报告原文（TXT）") }
                { file("figures.csv", "全部指标（CSV，Excel 可打开）") }
                { file("figures.xlsx", "全部指标（XLSX）") }
                { file("figures.json", "全部指标（JSON）") }
                { file("press-kit.zip", "新闻素材包（ZIP）：全部图表的图片和数据") }
                { file("report.json", "全文结构与位置（JSON）") }
                <li><a href={format!("{}explorer.html", route.root())} download="explorer.html">{ "整个网站（一个 HTML 文件，不联网也能看）" }</a></li>
            </ul>
            <h2>{ "放到自己的网站" }</h2>
            <ul class="rows">
                <li><a href={route.href(&Route::EmbedGuide)}>{ "嵌入指南：把报告或一张图放进别的网页" }</a></li>
                <li><a href={route.href(&Route::Deploy)}>{ "部署：把这些文件放到服务器上" }</a></li>
            </ul>
            if years.len() > 1 {
                <h2>{ "其他年度" }</h2>
                <ul class="rows">{ for years.iter().map(|year| html! { <li><a href={route.href(&Route::Overview(*year))}>{ format!("{year}年") }</a></li> }) }</ul>
            }
            <h2>{ "个人信息" }</h2>
            <p>{ "本页不设 Cookie，不统计访问，不向其他网站发送任何内容；查找和作图都在您的设备上进行。" }</p>
            <h2>{ format!("术语（{}）", WORDS.editor_note) }</h2>
            <dl class="terms">{ for data.0.terms.iter().map(term) }</dl>
        </>
    }
}
