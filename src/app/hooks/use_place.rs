//! Where the reader is: the page's whole state. It changes by clicks on links, by the history and
//! by what components ask for through [`Navigate`]; title, scrolling and the keyboard follow it.

use yew::prelude::*;

use crate::app::Navigate;
use crate::app::browser::{self, Click, Step};
use crate::model::{Editions, Report};
use crate::route::{Place, Route, SearchState};

/// The present place, and the callback that goes to another.
#[hook]
pub(in crate::app) fn use_place(
    route: &Route,
    report: &'static Report,
    editions: &Editions,
) -> (Place, Navigate) {
    // The first rendering is the one the HTML holds; what the address adds to it comes after.
    let place = use_state_eq(|| Place::page(route.clone()));
    let navigate = {
        let place = place.clone();
        use_callback((*place).clone(), move |next: Place, now| {
            // What is open on another page, or where other words are looked for, is a step of its own behind
            // that page, so that Back closes it there.
            let is_elsewhere = next.route != now.route || next.search.query != now.search.query;
            if next.selection.is_some() && is_elsewhere {
                browser::show_address(&next.with(None), Step::New);
                browser::show_address(&next, Step::Opening);
            } else {
                browser::show_address(&next, step(&next, now));
            }
            place.set(next);
        })
    };
    use_address(place.setter());
    use_clicks(&place, &navigate, report, editions);
    use_effects_of_place(&place, report);
    ((*place).clone(), navigate)
}

/// How `next` comes into the history behind `now`. One card in place of another is no step of its
/// own, so that Back closes the last.
fn step(next: &Place, now: &Place) -> Step {
    let opens = next.selection.is_some() && next.with(None) == now.with(None);
    let changes_print =
        *next == Place { large: next.large, contrast: next.contrast, ..now.clone() };
    match () {
        () if changes_print || next.refines(now) => Step::Same,
        () if opens && now.selection.is_some() => Step::Same,
        () if opens => Step::Opening,
        () => Step::New,
    }
}

/// Reads the place from the address, at first and whenever the history changes it.
#[hook]
fn use_address(place: UseStateSetter<Place>) {
    use_effect_with((), move |()| {
        browser::mark_ready();
        let read_address = move |is_first: bool| {
            let Some(mut here) = browser::here() else { return };
            // The print is the reader's, a step of the history leaves it as it is; a frame's is its host's.
            let (large, contrast) = browser::shown_print();
            let asked = (here.large, here.contrast);
            if !browser::is_framed() {
                here.large = large || is_first && here.large;
                here.contrast = contrast || is_first && here.contrast;
            }
            if (here.large, here.contrast) != asked {
                browser::show_address(&here, Step::Same);
            }
            place.set(here);
        };
        read_address(true);
        let listener = browser::listen_address(move || read_address(false));
        move || drop(listener)
    });
}

/// Follows clicks; while something is open, Escape closes it and Tab leads through it.
#[hook]
fn use_clicks(place: &Place, navigate: &Navigate, report: &'static Report, editions: &Editions) {
    let (navigate, editions) = (navigate.clone(), editions.clone());
    use_effect_with(place.clone(), move |place| {
        let clicks = {
            let (place, navigate, editions) = (place.clone(), navigate.clone(), editions.clone());
            browser::listen_clicks(move |click| {
                follow_click(click, &place, report, &editions, &navigate)
            })
        };
        let keys = place.selection.as_ref().map(|selection| {
            let place = place.clone();
            let escape = browser::listen_escape(move || close(&place, &navigate));
            (escape, browser::listen_tab(selection.fragment()))
        });
        move || drop((clicks, keys))
    });
}

/// Closes what is open: a step back in the history if a step opened it, else a new step to the place
/// without it.
pub(in crate::app) fn close(here: &Place, navigate: &Navigate) {
    if !browser::step_back() {
        navigate.emit(here.with(None));
    }
}

/// Goes where a click leads, if the program has that page; says whether it went.
fn follow_click(
    click: Click,
    here: &Place,
    report: &Report,
    editions: &Editions,
    navigate: &Navigate,
) -> bool {
    match click {
        Click::Open(selection) if selection.exists(report) => {
            navigate.emit(here.with(Some(selection)));
            true
        }
        Click::Page(place) if place.route.is_at_hand(report, editions) => {
            let next = Place {
                large: place.large || here.large,
                contrast: place.contrast || here.contrast,
                ..*place
            };
            // Who asks for the match they are at wants to see it again; who asks for the page they are on is
            // at its end and wants its beginning.
            if next == *here && next.search.match_number > 0 {
                browser::scroll_to_match();
            } else if next == *here && next.anchor.is_none() {
                browser::scroll_to_top();
            }
            // A link to the page as it is, without what was searched for or chosen on it, is a step;
            // what is typed or chosen there is none.
            if next != *here && next.refines(here) && next.search == SearchState::default() {
                browser::show_address(&next, Step::New);
            }
            navigate.emit(next);
            true
        }
        Click::Beside => {
            close(here, navigate);
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
        if before == *place {
            // Nothing has changed: it has just been taken over, and what its address says is not known yet.
            return;
        }
        browser::set_large(place.large);
        browser::set_contrast(place.contrast);
        if before.route == place.route {
            follow_on_page(&before, place);
        } else {
            browser::set_title(report, &place.route);
            follow_to_page(place);
        }
    });
}

/// Another page: the reader is where they left it, or where its address leads, else at its top.
fn follow_to_page(place: &Place) {
    browser::focus("page-title");
    if browser::arrive_by_steps(false) {
        return;
    }
    // A match comes later than the page, and scrolls itself into view.
    if place.search.match_number == 0 {
        browser::scroll_to_top();
        // In a low window a bar may lie over it.
        browser::show_focused();
    }
    if let Some(selection) = &place.selection {
        browser::scroll_to(&selection.fragment(), false);
        browser::focus("card-title");
    } else if let Some(anchor) = &place.anchor {
        browser::scroll_to_anchor(anchor);
    }
}

/// The same page: what was opened is in view, and the keyboard in its card; what was closed has the
/// keyboard again, and the reader stays where they are.
fn follow_on_page(before: &Place, place: &Place) {
    let closed = before.selection.as_ref().filter(|_| place.selection.is_none());
    let is_step = browser::arrive_by_steps(closed.is_some());
    if let Some(selection) = &place.selection {
        if before.selection.as_ref() != Some(selection) {
            // A hit was not pressed where it stands.
            let is_pressed = before.search.query == place.search.query;
            browser::scroll_to(&selection.fragment(), is_pressed);
            browser::focus("card-title");
        }
    } else if let Some(closed) = closed.filter(|_| is_step || place.anchor.is_none()) {
        browser::focus_opener(&closed.fragment());
    } else if let Some(anchor) =
        place.anchor.as_ref().filter(|_| !is_step && before.anchor != place.anchor)
    {
        // The browser has scrolled to it.
        browser::focus_anchor(anchor);
    } else if place.search.query.is_empty() && !before.search.query.is_empty() {
        // The bar that had the keyboard is gone.
        browser::focus_reading();
    } else if place.choice.figures.is_empty() && !before.choice.figures.is_empty() {
        // The bar that had the keyboard is gone.
        browser::focus_found(".chooser summary");
        browser::show_focused();
    } else if before.choice != place.choice || before.chart_options != place.chart_options {
        // What was pressed may have moved.
        browser::show_focused();
    }
}
