//! What stands around every page: whose report this is, the search box, links to the main pages,
//! and the card beside the page.

use yew::prelude::*;

use crate::app::Navigate;
use crate::app::components::card::card;
use crate::app::components::read_aloud::ReadAloud;
use crate::app::components::search_box::search_box;
use crate::app::components::{changing_text, dated};
use crate::model::{Edition, Editions, Report};
use crate::route::{Place, Route, View};
use crate::words::WORDS;

/// A `page` with all that stands around it.
pub(in crate::app) fn layout(
    report: &'static Report,
    editions: &Editions,
    place: &Place,
    navigate: &Navigate,
    page: Html,
) -> Html {
    let (here, edition) = (&place.route, report.edition());
    let submitted_on =
        report.date.map(|date| (WORDS.layout.dated)(&date.prose(), report.letter.date.is_some()));
    let with_card = !matches!(
        here,
        Route::AboutReport(_)
            | Route::About
            | Route::Comparisons
            | Route::Compare(..)
            | Route::EmbedGuide
            | Route::Deploy
            | Route::Desk
            | Route::NotFound
            | Route::Search(_)
            | Route::Pictures(_)
            | Route::Embed(_, View::Search)
    );
    // What stands beside these pages gives way to the card.
    let with_aside = matches!(
        here,
        Route::Home
            | Route::Overview(_)
            | Route::Embed(_, View::Explorer)
            | Route::Figures(_)
            | Route::Figure(..)
            | Route::Charts(_)
            | Route::Chart(..)
            | Route::CustomChart(_)
    );
    // Whose site it says it is, that it leads to.
    let (home, about) = if edition == editions.home {
        (Route::Home, Route::About)
    } else {
        (Route::Overview(edition), Route::AboutReport(edition))
    };
    let has_opened = place.selection.is_some();
    let switch = |next: Place| navigate.reform(move |_: MouseEvent| next.clone());
    // The colours of large print go with it.
    let contrast = place.contrast && !place.large;
    let switch_print = switch(Place { large: !place.large, contrast, ..place.clone() });
    let switch_contrast = switch(Place { contrast: !place.contrast, ..place.clone() });
    let other_contrast =
        if place.contrast { WORDS.layout.contrast_off } else { WORDS.layout.contrast_on };
    html! {
        <div class="page">
            <a class="skip" href="#main">{ WORDS.layout.skip }</a>
            <header class="site">
                <a class="site-name" href={here.href(&home)}>
                    <span>{ (WORDS.layout.site_name)(&report.site.place, edition.year) }</span>
                    <span class="site-date">{ submitted_on }</span>
                </a>
                { other_editions(here, edition, editions) }
                <span class="header-switches">
                    <ReadAloud route={here.clone()} />
                    if place.large {
                        <button type="button" class="header-switch contrast-switch tool" onclick={switch_contrast}>
                            { changing_text(other_contrast) }
                        </button>
                    }
                    // Pages without a program are asked for anew.
                    if !here.has_program() && *here != Route::NotFound {
                        <a class="header-switch enlarge" href="?large=1">{ WORDS.layout.large_on }</a>
                        <a class="header-switch reduce" href="?">{ WORDS.layout.large_off }</a>
                    }
                    <button type="button" class="header-switch large-switch tool" onclick={switch_print}>
                        // The page is in large print before a program knows.
                        <span class="enlarge">{ WORDS.layout.large_on }</span>
                        <span class="reduce">{ WORDS.layout.large_off }</span>
                    </button>
                </span>
            </header>
            { search_box(report, here, editions.has_others()) }
            <nav class="places" aria-label={WORDS.layout.navigation}>
                { page_link(here, Route::Overview(edition), WORDS.pages.overview) }
                { page_link(here, Route::Report(edition), WORDS.pages.report) }
                { page_link(here, Route::Figures(edition), WORDS.pages.figures) }
                { page_link(here, Route::Charts(edition), WORDS.pages.charts) }
                { page_link(here, about, WORDS.pages.more) }
            </nav>
            if !report.checked {
                <p class="unchecked" role="note">{ WORDS.punctuation.unchecked }</p>
            }
            <p class="unavailable" role="status">{ WORDS.layout.unavailable }</p>
            <div
                class={classes!(
                    "columns",
                    with_card.then_some("with-card"),
                    with_aside.then_some("with-aside"),
                    has_opened.then_some("opened"),
                )}
            >
                <main id="main" tabindex="-1">{ page }</main>
                if with_card {
                    { card(report, place, navigate) }
                }
            </div>
            // A frame has neither header nor footer.
            <p class="in-frame">
                <a class="more" href={here.href(&whole_page(here))} target="_blank" rel="noopener">
                    { WORDS.buttons.open_page }
                </a>
            </p>
            <footer class="site">
                <p>{ (WORDS.punctuation.titled)(&report.title) }</p>
                <p>
                    { report.issuers.join(" ") }
                    { report.date.map(|date| dated(report, (WORDS.layout.date)(&date.to_string()))) }
                </p>
                if !report.site.address.is_empty() {
                    <p class="on-paper">
                        { WORDS.print.address }{ &report.site.address }{ here.path() }
                    </p>
                }
            </footer>
        </div>
    }
}

/// The page that a view in a frame is of; any other is its own.
fn whole_page(here: &Route) -> Route {
    match here {
        Route::Embed(edition, view) => view.page(*edition),
        page => page.clone(),
    }
}

/// The way to other reports: to the one other year or, of more, to the list of all.
fn other_editions(here: &Route, edition: Edition, editions: &Editions) -> Html {
    let others: Vec<u16> =
        editions.years.iter().copied().filter(|year| *year != edition.year).collect();
    let (to, label) = match others[..] {
        [] if !editions.has_places => return Html::default(),
        [year] if !editions.has_places => {
            (Route::Overview(Edition { year, ..edition }), (WORDS.punctuation.year)(year))
        }
        _ => (Route::Comparisons, WORDS.layout.other_editions.to_string()),
    };
    html! { <span class="years"><a href={here.href(&to)}>{ label }</a></span> }
}

/// A link to a main page; marked while the reader is on it or on a page below it.
fn page_link(here: &Route, to: Route, label: &'static str) -> Html {
    let same = *here == to
        || (matches!(here, Route::Home | Route::Embed(_, View::Explorer))
            && matches!(to, Route::Overview(_)));
    let below = matches!(
        (here, &to),
        (Route::Figure(..), Route::Figures(_))
            | (Route::Chart(..) | Route::CustomChart(_), Route::Charts(_))
            | (
                Route::Audit(_)
                    | Route::Comparisons
                    | Route::Compare(..)
                    | Route::EmbedGuide
                    | Route::Deploy
                    | Route::Desk,
                Route::AboutReport(_) | Route::About
            )
            | (Route::AboutReport(_), Route::About)
    );
    let current = if same { Some("page") } else { below.then_some("true") };
    html! { <a href={here.href(&to)} aria-current={current}>{ label }</a> }
}
