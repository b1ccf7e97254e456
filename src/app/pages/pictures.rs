//! 一图读懂: the whole report on one long picture, to be read here or taken along.

use yew::prelude::*;

use crate::app::ReportRef;
use crate::app::components::raw_html;
use crate::export;
use crate::model::Report;
use crate::pictures;
use crate::route::Route;
use crate::words::WORDS;

#[derive(Clone, PartialEq, Properties)]
pub(in crate::app) struct PicturesPageProps {
    pub report: ReportRef,
}

#[component]
pub(in crate::app) fn PicturesPage(PicturesPageProps { report }: &PicturesPageProps) -> Html {
    let ReportRef(report) = *report;
    // Yew renders twice when it takes a page over; the picture is drawn once.
    let picture = use_memo(ReportRef(report), |ReportRef(report)| {
        let address = export::whole_address(report, &Route::Overview(report.edition()));
        let pages = pictures::draw_pages(report).len();
        pictures::long(report, &address).map(|sheet| (sheet.svg, pages))
    });
    let words = &WORDS.picture_page;
    html! {
        <>
            <h1 id="page-title" tabindex="-1">{ WORDS.pages.pictures }</h1>
            if let Some((svg, n_pages)) = &*picture {
                <p>{ words.introduction }</p>
                { downloads(report, *n_pages) }
                <div class="long-picture">{ raw_html("div", |html| html.push_str(svg)) }</div>
            } else {
                <p>{ words.nothing }</p>
            }
        </>
    }
}

/// Links to the picture and its pages as files.
fn downloads(report: &Report, n_pages: usize) -> Html {
    let words = &WORDS.picture_page;
    let file = |name: String, label: String| {
        let download = pictures::file_name(report, &name);
        html! { <a class="button" href={name} {download}>{ label }</a> }
    };
    let page = |nth: usize| file(format!("{nth}.png"), (words.page)(nth));
    html! {
        <>
            <p class="actions">
                { file("long.png".to_string(), words.long_png.to_string()) }
                { file("long.svg".to_string(), words.long_svg.to_string()) }
                { file("map.png".to_string(), words.map_png.to_string()) }
                { file("map.svg".to_string(), words.map_svg.to_string()) }
            </p>
            <p class="quiet">{ (words.pages)(n_pages) }</p>
            <p class="actions">{ for (1..=n_pages).map(page) }</p>
        </>
    }
}
