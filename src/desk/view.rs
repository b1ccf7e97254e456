//! The desk as it is seen: what stands on every tab, and what follows each change of the work.

mod aspect;
mod card;
mod charts;
mod open;
mod preview;
mod publish;
mod review;
mod sections;
mod settings;
mod text;
mod work;

use std::rc::Rc;

use yew::prelude::*;

use super::state::{Act, Desk, Tab};
use crate::app::browser;
use crate::words::DESK as WORDS;

/// Where acts go.
type Dispatch = UseReducerDispatcher<Desk>;

/// The present state, for what answers later than the click that asked for it.
type Present = Rc<std::cell::RefCell<Rc<Desk>>>;

/// The whole desk.
#[component]
pub fn DeskView() -> Html {
    let desk = use_reducer(Desk::default);
    let dispatch = desk.dispatcher();
    let present: Present = use_mut_ref(|| Rc::new(Desk::default()));
    *present.borrow_mut() = Rc::new(Desk::clone(&desk));
    work::use_work(&desk, &dispatch, &present);
    if desk.work.is_none() {
        return html! { <open::Open desk={Shown(desk.clone())} dispatch={Dispatcher(dispatch)} /> };
    }
    let tab = |tab: Tab, words: &'static str| {
        let show = act(&dispatch, move || Act::Show(tab));
        let current = (desk.tab == tab).then_some("page");
        html! { <button type="button" class="tab" aria-current={current} onclick={show}>{ words }</button> }
    };
    let n_open = desk.open_items().len();
    let year = |year: u16| {
        let show = act(&dispatch, move || Act::ShowYear(year));
        let current = (desk.year == year).then_some("true");
        html! { <button type="button" aria-current={current} onclick={show}>{ (WORDS.year)(year) }</button> }
    };
    // Pressed by mouse it leaves the keyboard where it was: the next Enter goes on with the list.
    let stay = Callback::from(|event: MouseEvent| event.prevent_default());
    let years = desk.work.as_ref().map_or(&[][..], |work| work.years.as_slice());
    html! {
        <div class="desk">
            <div class="desk-bar">
                <div class="desk-years">{ for years.iter().map(|known| year(known.year)) }</div>
                <span class="desk-state" role="status">{ state_words(&desk, n_open) }</span>
                <span class="desk-buttons">
                    <button type="button" disabled={!desk.can_undo()} onmousedown={&stay} onclick={act(&dispatch, || Act::Undo)}>{ WORDS.undo }</button>
                    <button type="button" disabled={!desk.can_redo()} onmousedown={&stay} onclick={act(&dispatch, || Act::Redo)}>{ WORDS.redo }</button>
                    <button type="button" onclick={work::save(&desk, &dispatch)}>{ WORDS.save }</button>
                    <label class="button">{ WORDS.open_other }<input type="file" class="visually-hidden" /></label>
                    <button type="button" onclick={work::close(&dispatch)}>{ WORDS.close }</button>
                </span>
            </div>
            { messages(&desk, &dispatch) }
            <nav class="desk-tabs" aria-label={WORDS.tabs}>
                { tab(Tab::Preview, WORDS.tab_preview) }
                { tab(Tab::Review, WORDS.tab_review) }
                { tab(Tab::Sections, WORDS.tab_sections) }
                { tab(Tab::Charts, WORDS.tab_charts) }
                { tab(Tab::Settings, WORDS.tab_settings) }
                { tab(Tab::Publish, WORDS.tab_publish) }
            </nav>
            { view(&desk, dispatch) }
        </div>
    }
}

fn view(desk: &UseReducerHandle<Desk>, dispatch: Dispatch) -> Html {
    if desk.looked.is_none() {
        return html! { <p class="quiet" role="status">{ WORDS.busy_looking }</p> };
    }
    let (shown, dispatch) = (Shown(desk.clone()), Dispatcher(dispatch));
    match desk.tab {
        Tab::Preview => html! { <preview::Preview desk={shown} {dispatch} /> },
        Tab::Review => html! { <review::Review desk={shown} {dispatch} /> },
        Tab::Sections => html! { <sections::Sections desk={shown} {dispatch} /> },
        Tab::Charts => html! { <charts::Charts desk={shown} {dispatch} /> },
        Tab::Settings => settings::settings(desk, &dispatch.0),
        Tab::Publish => html! { <publish::Publish desk={shown} {dispatch} /> },
    }
}

fn state_words(desk: &Desk, n_open: usize) -> String {
    match (desk.busy, n_open) {
        (Some(busy), _) => busy.to_string(),
        (None, _) if desk.looked.is_none() => WORDS.busy_looking.to_string(),
        (None, 0) => WORDS.all_checked.to_string(),
        (None, n_open) => (WORDS.n_open)(n_open),
    }
}

/// What could not be done, what is to be said first, what was done to the file.
fn messages(desk: &Desk, dispatch: &Dispatch) -> Html {
    let failed = desk.failed.as_ref().map(|finding| {
        html! {
            <p class="desk-message" role="alert">
                <b>{ &finding.problem }</b>{ " " }{ &finding.remedy }
            </p>
        }
    });
    let notes = (!desk.notes.is_empty()).then(|| {
        let note = |(what, times): &(String, u32)| {
            let times = if *times > 1 { (WORDS.times)(*times) } else { String::new() };
            html! { <li>{ what }{ times }</li> }
        };
        html! {
            <details class="desk-notes" open={desk.is_told}>
                <summary>{ WORDS.notes }</summary>
                <ul>{ for desk.notes.iter().map(note) }</ul>
            </details>
        }
    });
    html! { <>{ failed }{ open::year_question(desk, dispatch) }{ notes }</> }
}

/// A listener that does one thing.
fn act<E: 'static>(dispatch: &Dispatch, make: impl Fn() -> Act + 'static) -> Callback<E> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| dispatch.dispatch(make()))
}

/// A listener that changes the present year's annotations.
fn change<E: 'static>(
    desk: &UseReducerHandle<Desk>,
    change: impl Fn(&mut crate::ingest::annotation::Annotations) + 'static,
) -> Callback<E> {
    let desk = desk.clone();
    Callback::from(move |_| {
        if let Some(work) = desk.changed(&change) {
            desk.dispatch(Act::Change(work));
        }
    })
}

/// The same with the words that were entered.
fn change_by_words(
    desk: &UseReducerHandle<Desk>,
    change: impl Fn(&mut crate::ingest::annotation::Annotations, String) + 'static,
) -> Callback<Event> {
    let desk = desk.clone();
    browser::entered_text(Callback::from(move |words: String| {
        if let Some(work) =
            desk.changed(|annotations| change(annotations, words.trim().to_string()))
        {
            desk.dispatch(Act::Change(work));
        }
    }))
}

/// The state as a property: it is another after every act.
#[derive(Clone)]
struct Shown(UseReducerHandle<Desk>);

impl PartialEq for Shown {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// The dispatcher as a property.
#[derive(Clone)]
struct Dispatcher(Dispatch);

impl PartialEq for Dispatcher {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// What every view of the desk is given.
#[derive(Clone, PartialEq, Properties)]
struct ViewProps {
    desk: Shown,
    dispatch: Dispatcher,
}
