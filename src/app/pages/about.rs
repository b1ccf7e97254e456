//! 关于: where the report comes from, how its numbers were read, the data to take away, the terms in
//! plain words.

use yew::prelude::*;

use crate::model::{Editions, Report, Term};
use crate::route::{Route, Selection};
use crate::words::WORDS;

pub(in crate::app) fn about_page(report: &Report, editions: &Editions, here: &Route) -> Html {
    let (edition, words) = (report.edition(), &WORDS.about);
    let issuers = report.issuers.join(WORDS.punctuation.list);
    let file = |name: &'static str, label: &'static str| {
        html! { <li><a href={format!("{}{edition}/data/{name}", here.root())} download={name}>{ label }</a></li> }
    };
    let single_file = format!("{}explorer.html", here.root());
    let term = |term: &Term| {
        let id = Selection::Term(term.id.clone()).fragment();
        html! { <><dt {id}>{ &term.term }</dt><dd>{ &term.meaning }</dd></> }
    };
    html! {
        <>
            <h1 id="page-title" tabindex="-1">{ WORDS.pages.about }</h1>
            <p>{ (words.introduction)(&report.title, &issuers) }</p>
            if !report.site.source.is_empty() {
                <p>
                    <a href={report.site.source.clone()} rel="noopener" target="_blank">
                        { words.source }
                    </a>
                </p>
            }
            if !report.site.contact.is_empty() {
                <p>{ (words.contact)(&report.site.contact) }</p>
            }
            <h2>{ words.downloads }</h2>
            <ul class="rows downloads">
                <li><a href={here.href(&Route::Pictures(edition))}>{ WORDS.overview.to_pictures }</a></li>
                { file("report.txt", words.report_txt) }
                { file("figures.csv", words.figures_csv) }
                { file("figures.xlsx", words.figures_xlsx) }
                { file("figures.json", words.figures_json) }
                { file("briefing.docx", words.briefing) }
                { file("press-kit.zip", words.press_kit) }
                { file("report.json", words.report_json) }
                <li><a href={single_file} download="explorer.html">{ words.single_file }</a></li>
            </ul>
            <h2 class="own-site">{ words.own_site }</h2>
            <ul class="rows own-site">
                <li><a href={here.href(&Route::Desk)}>{ words.desk }</a></li>
                <li><a href={here.href(&Route::EmbedGuide)}>{ words.embed_guide }</a></li>
                <li><a href={here.href(&Route::Deploy)}>{ words.deploy }</a></li>
            </ul>
            if editions.has_others() {
                <h2>{ words.other_editions }</h2>
                <p><a class="more" href={here.href(&Route::Comparisons)}>{ words.to_archive }</a></p>
            }
            <h2>{ words.numbers }</h2>
            <p>{ words.how_numbers_are_read }</p>
            <p><a class="more" href={here.href(&Route::Audit(edition))}>{ words.to_audit }</a></p>
            <h2>{ words.privacy }</h2>
            <p>{ words.no_tracking }</p>
            <h2>{ words.terms }</h2>
            <dl class="terms">{ for report.terms.iter().map(term) }</dl>
        </>
    }
}
