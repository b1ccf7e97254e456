//! 关于: where the report comes from, how its numbers were read, the data to take away, the terms in
//! plain words.

use yew::prelude::*;

use crate::model::{Report, Term};
use crate::route::{Route, Selection};
use crate::words::WORDS;

pub(in crate::app) fn about_page(report: &Report, years: &[u16]) -> Html {
    let route = Route::About;
    let year = report.year;
    let file = |name: &'static str, words: &'static str| html! { <li><a href={format!("../{year}/data/{name}")} download={name}>{ words }</a></li> };
    let term = |term: &Term| {
        let id = Selection::Term(term.id.clone()).fragment();
        html! { <><dt {id}>{ &term.term }</dt><dd>{ &term.meaning }</dd></> }
    };
    html! {
        <>
            <h1 id="page-title" tabindex="-1">{ WORDS.pages.about }</h1>
            <p>{ (WORDS.about.introduction)(&report.title, &report.issuers.join(WORDS.punctuation.list)) }</p>
            if !report.site.source.is_empty() {
                <p><a href={report.site.source.clone()} rel="noopener" target="_blank">{ WORDS.about.source }</a></p>
            }
            if !report.site.contact.is_empty() {
                <p>{ (WORDS.about.contact)(&report.site.contact) }</p>
            }
            <h2>{ WORDS.about.numbers }</h2>
            <p>{ WORDS.about.how_numbers_are_read }</p>
            <p><a class="more" href={route.href(&Route::Audit(year))}>{ WORDS.about.to_audit }</a></p>
            <h2>{ WORDS.about.downloads }</h2>
            <ul class="rows downloads">
                { file("report.txt", WORDS.about.report_txt) }
                { file("figures.csv", WORDS.about.figures_csv) }
                { file("figures.xlsx", WORDS.about.figures_xlsx) }
                { file("figures.json", WORDS.about.figures_json) }
                { file("press-kit.zip", WORDS.about.press_kit) }
                { file("report.json", WORDS.about.report_json) }
                <li><a href={format!("{}explorer.html", route.root())} download="explorer.html">{ WORDS.about.single_file }</a></li>
            </ul>
            <h2>{ WORDS.about.own_site }</h2>
            <ul class="rows">
                <li><a href={route.href(&Route::EmbedGuide)}>{ WORDS.about.embed_guide }</a></li>
                <li><a href={route.href(&Route::Deploy)}>{ WORDS.about.deploy }</a></li>
            </ul>
            if years.len() > 1 {
                <h2>{ WORDS.about.other_years }</h2>
                <ul class="rows">{ for years.iter().map(|year| html! { <li><a href={route.href(&Route::Overview(*year))}>{ (WORDS.punctuation.year)(*year) }</a></li> }) }</ul>
            }
            <h2>{ WORDS.about.privacy }</h2>
            <p>{ WORDS.about.no_tracking }</p>
            <h2>{ WORDS.about.terms }</h2>
            <dl class="terms">{ for report.terms.iter().map(term) }</dl>
        </>
    }
}
