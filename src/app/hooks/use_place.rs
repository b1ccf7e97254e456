//! Where the reader is: the page's whole state. It changes by clicks on links, by the history and
//! by what components ask for through [`Navigate`]; title, scrolling and the keyboard follow it.

use yew::prelude::*;

use crate::app::Navigate;
use crate::app::browser::{self, Click, Step};
use crate::model::Report;
use crate::route::{Place, Route};

/// The present place, and the callback that goes to another.
#[hook]
pub(in crate::app) fn use_place(route: &Route, report: &'static Report) -> (Place, Navigate) {
    // The first rendering is the one the HTML holds; what the address adds to it comes after.
    let place = use_state_eq(|| Place::page(route.clone()));
    let navigate = {
        let place = place.clone();
        use_callback((*place).clone(), move |next: Place, now| {
            browser::show_address(&next, step(&next, now));
            place.set(next);
        })
    };
    use_address(place.setter(), report);
    use_clicks(&place, &navigate, report);
    use_effects_of_place(&place, report);
    ((*place).clone(), navigate)
}

/// How `next` comes into the history behind `now`. A card that came with another page is no opening:
/// closing it leaves the reader there.
fn step(next: &Place, now: &Place) -> Step {
    let opened = Place { selection: None, ..next.clone() } == *now;
    match () {
        () if next == now || next.refines(now) => Step::Same,
        () if opened => Step::Opening,
        () => Step::New,
    }
}

/// Reads the place from the address, at first and whenever the history changes it.
#[hook]
fn use_address(place: UseStateSetter<Place>, report: &'static Report) {
    use_effect_with((), move |()| {
        browser::remember_base();
        browser::mark_ready();
        let read_address = move || {
            if let Some(here) = browser::here() {
                let selection = here.selection.filter(|selection| selection.exists(report));
                place.set(Place { selection, ..here });
            }
        };
        read_address();
        let listener = browser::listen_address(read_address);
        move || drop(listener)
    });
}

/// Follows clicks, and closes what is open when Escape is pressed.
#[hook]
fn use_clicks(place: &Place, navigate: &Navigate, report: &'static Report) {
    let navigate = navigate.clone();
    use_effect_with(place.clone(), move |place| {
        let clicks = {
            let (place, navigate) = (place.clone(), navigate.clone());
            browser::listen_clicks(move |click| follow_click(click, &place, report, &navigate))
        };
        let escape = place.selection.is_some().then(|| {
            let place = place.clone();
            browser::listen_escape(move || close(&place, &navigate))
        });
        move || drop((clicks, escape))
    });
}

/// Closes what is open: a step back in the history if a step opened it, else a new step to the place
/// without it.
pub(in crate::app) fn close(here: &Place, navigate: &Navigate) {
    if !browser::step_back() {
        navigate.emit(Place { selection: None, ..here.clone() });
    }
}

/// Goes where a click leads, if the program has that page; says whether it went.
fn follow_click(click: Click, here: &Place, report: &Report, navigate: &Navigate) -> bool {
    match click {
        Click::Open(selection) if selection.exists(report) => {
            navigate.emit(Place { selection: Some(selection), ..here.clone() });
            true
        }
        Click::Page(place)
            if place.route.year().is_none_or(|year| year == report.year)
                && place.route.exists(report) =>
        {
            navigate.emit(Place { large: place.large || here.large, ..*place });
            true
        }
        Click::Open(_) | Click::Page(_) => false,
    }
}

/// Has title, scrolling and the keyboard follow the place.
#[hook]
fn use_effects_of_place(place: &Place, report: &'static Report) {
    let previous = use_mut_ref(|| place.clone());
    use_effect_with(place.clone(), move |place| {
        let before = previous.replace(place.clone());
        browser::update_search_box(place);
        if before.route != place.route {
            browser::set_title(report, &place.route);
            // A match scrolls itself into view.
            if place.selection.is_none() && place.search.match_number == 0 {
                browser::scroll_to_top();
            }
            browser::focus("page-title");
        }
        browser::set_large(place.large);
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
