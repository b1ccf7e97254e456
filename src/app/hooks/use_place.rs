//! Where the reader is. Follows links, openers and the history; what a component asks for goes
//! through `go`.

use yew::prelude::*;

use crate::app::Go;
use crate::app::browser::{self, Click};
use crate::model::Report;
use crate::route::{Place, Route, Selection};

/// The present place, and the way to another.
#[hook]
pub(in crate::app) fn use_place(route: &Route, report: &'static Report) -> (Place, Go) {
    // The first rendering is the one the HTML holds; what the address adds to it comes after.
    let place = use_state_eq(|| Place::page(route.clone()));
    let go = {
        let place = place.clone();
        use_callback((*place).clone(), move |next: Place, now| {
            browser::show_address(&next, !next.refines(now));
            place.set(next);
        })
    };
    {
        let place = place.setter();
        use_effect_with((), move |()| {
            browser::remember_base();
            browser::mark_ready();
            let follow = move || {
                if let Some(here) = browser::here() {
                    let selection = here.selection.filter(|selection| selection.exists(report));
                    place.set(Place { selection, ..here });
                }
            };
            follow();
            let listener = browser::listen_address(follow);
            move || drop(listener)
        });
    }
    {
        let go = go.clone();
        use_effect_with((*place).clone(), move |place| {
            let (here, opened) =
                (place.clone(), place.selection.as_ref().map(|_| (place.clone(), go.clone())));
            let clicks = browser::listen_clicks(move |click| answer(click, &here, report, &go));
            let escape =
                opened.and_then(|(here, go)| browser::listen_escape(move || close(&here, &go)));
            move || drop((clicks, escape))
        });
    }
    use_scroll(&place, report);
    ((*place).clone(), go)
}

/// Closes what is open: a step back if it was opened here, else the same place without it.
pub(in crate::app) fn close(here: &Place, go: &Go) {
    if !browser::step_back() {
        go.emit(Place { selection: None, ..here.clone() });
    }
}

/// Goes where a click asks, if that lies within the year at hand; says whether it did.
fn answer(click: Click, here: &Place, report: &Report, go: &Go) -> bool {
    match click {
        Click::Open(selection) if selection.exists(report) => {
            go.emit(Place { selection: Some(selection), ..here.clone() });
            true
        }
        Click::Page(place)
            if place.route.year().is_none_or(|year| year == report.year)
                && place.route.exists(report) =>
        {
            go.emit(Place { large: place.large || here.large, ..*place });
            true
        }
        Click::Open(_) | Click::Page(_) => false,
    }
}

/// After a step: the title, the place on the page, and the keyboard go along.
#[hook]
fn use_scroll(place: &Place, report: &'static Report) {
    let previous = use_mut_ref(|| place.clone());
    use_effect_with(place.clone(), move |place| {
        let before = previous.replace(place.clone());
        browser::tell_search(place);
        if before.route != place.route {
            browser::set_title(report, &place.route);
            // A place that was found scrolls itself into view.
            if place.selection.is_none() && place.finding.hit == 0 {
                browser::scroll_to_top();
            }
            browser::focus("page-title");
        }
        browser::set_large(place.large);
        browser::mark_opened(place.selection.as_ref().map(Selection::fragment).as_deref());
        if let Some(selection) = &place.selection {
            if before.selection.as_ref() != Some(selection) {
                let id = selection.fragment();
                if !browser::is_visible(&id) {
                    browser::scroll_to(&id);
                }
                browser::focus("card-title");
            }
        } else if let Some(closed) = before.selection.filter(|_| before.route == place.route) {
            browser::focus(&closed.fragment());
        }
    });
}
