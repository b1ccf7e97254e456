//! The list of every report of the site, by place and year.

use yew::prelude::*;

use crate::app::ReportRef;
use crate::model::{Edition, Report};
use crate::route::Route;
use crate::words::{COMPARISON, WORDS};

/// What the list of all reports is rendered from.
#[derive(Clone, PartialEq, Properties)]
pub struct ArchiveViewProps {
    /// Every report, the home page's first.
    pub reports: Vec<ReportRef>,
    /// Those that have a page side by side.
    pub compared: Vec<(Edition, Edition)>,
}

/// Names of the files with all figures of all reports.
pub const ARCHIVE_FILES: [&str; 3] = ["figures.csv", "figures.xlsx", "figures.json"];

/// Every report, by place and year.
#[component]
pub fn ArchiveView(ArchiveViewProps { reports, compared }: &ArchiveViewProps) -> Html {
    let words = COMPARISON;
    let here = Route::Comparisons;
    let reports: Vec<&'static Report> = reports.iter().map(|report| report.0).collect();
    let places: Vec<&[&'static Report]> =
        reports.chunk_by(|one, other| one.folder == other.folder).collect();
    let row = |report: &&'static Report| {
        let edition = report.edition();
        let others = compared.iter().filter(|(_, later)| *later == edition);
        let link = |(earlier, _): &(Edition, Edition)| {
            let other = reports.iter().find(|known| known.edition() == *earlier);
            let name = other.map_or_else(String::new, |other| {
                if earlier.place == edition.place {
                    (words.year)(earlier.year)
                } else {
                    (words.place_and_year)(&other.site.place, earlier.year)
                }
            });
            html! {
                <li>
                    <a href={here.href(&Route::Compare(*earlier, edition))}>
                        { (words.compare_with)(&name) }
                    </a>
                </li>
            }
        };
        html! {
            <li class="edition">
                <a class="more" href={here.href(&Route::Overview(edition))}>
                    { (words.place_and_year)(&report.site.place, edition.year) }
                </a>
                <span class="quiet">{ &report.title }</span>
                <ul class="inline">{ for others.map(link) }</ul>
            </li>
        }
    };
    let place = |reports: &&[&'static Report]| {
        html! {
            <>
                <h2>{ &reports[0].site.place }</h2>
                <ul class="plain">{ for reports.iter().map(row) }</ul>
            </>
        }
    };
    let file = |(name, label): (&&'static str, &&'static str)| {
        html! { <a class="button" href={*name} download={*name}>{ *label }</a> }
    };
    html! {
        <article class="compare">
            <h1 id="page-title" tabindex="-1">{ WORDS.pages.archive }</h1>
            <p>{ (words.archive)(reports.len(), places.len()) }</p>
            { for places.iter().map(place) }
            <p><a class="more" href={here.href(&Route::Desk)}>{ WORDS.about.desk }</a></p>
            <h2>{ words.downloads }</h2>
            <p>{ words.archive_files }</p>
            <p class="actions">{ for ARCHIVE_FILES.iter().zip(&words.archive_file).map(file) }</p>
        </article>
    }
}
