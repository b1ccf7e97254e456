//! Whose site it is, whom to write to, and the terms in plain words.

use yew::prelude::*;

use super::{Dispatch, act};
use crate::app::browser;
use crate::desk::state::{Act, Desk};
use crate::desk::work::Work;
use crate::model::{Site, Term};
use crate::words::DESK as WORDS;

pub(super) fn settings(desk: &UseReducerHandle<Desk>, dispatch: &Dispatch) -> Html {
    let Some(work) = desk.work.clone() else { return Html::default() };
    let field = |label: &'static str,
                 hint: &'static str,
                 value: &str,
                 set: fn(&mut Site, String)| {
        let enter = change_work(desk, move |work, words| {
            set(&mut work.site, words);
            work.site = std::mem::take(&mut work.site).normalized();
        });
        html! {
            <label class="desk-field">
                <span>{ label }</span><input value={value.to_string()} onchange={enter} /><span class="quiet">{ hint }</span>
            </label>
        }
    };
    let site = &work.site;
    let term = |(at, term): (usize, &Term)| {
        let enter = |label: &'static str, value: &str, set: fn(&mut Term, String)| {
            let enter = change_work(desk, move |work, words| {
                if let Some(term) = work.terms.get_mut(at) {
                    set(term, words);
                }
            });
            html! { <td><input aria-label={label} value={value.to_string()} onchange={enter} /></td> }
        };
        let remove = {
            let mut work = Work::clone(&work);
            work.terms.remove(at);
            act(dispatch, move || Act::Change(work.clone()))
        };
        html! {
            <tr key={term.id.clone()}>
                { enter(WORDS.term, &term.term, |term, words| term.term = words) }
                { enter(WORDS.meaning, &term.meaning, |term, words| term.meaning = words) }
                <td><button type="button" onclick={remove}>{ WORDS.remove }</button></td>
            </tr>
        }
    };
    let add = {
        let mut work = Work::clone(&work);
        let free = (1..)
            .map(|number| format!("term-{number}"))
            .find(|id| !work.terms.iter().any(|term| term.id == *id));
        work.terms.push(Term {
            id: free.unwrap_or_default(),
            term: WORDS.new_term.to_string(),
            meaning: WORDS.new_meaning.to_string(),
            ..empty_term()
        });
        act(dispatch, move || Act::Change(work.clone()))
    };
    let remove_year = {
        let mut work = Work::clone(&work);
        work.years.retain(|year| year.year != desk.year);
        let next = work.years.first().map(|year| year.year);
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Act::Change(work.clone()));
            if let Some(next) = next {
                dispatch.dispatch(Act::ShowYear(next));
            }
        })
    };
    html! {
        <div class="desk-settings">
            <h2>{ WORDS.site }</h2>
            { field(WORDS.place, WORDS.place_hint, &site.place, |site, words| site.place = words) }
            { field(WORDS.address, WORDS.address_hint, &site.address, |site, words| site.address = words) }
            { field(WORDS.contact, WORDS.contact_hint, &site.contact, |site, words| site.contact = words) }
            { field(WORDS.source, WORDS.source_hint, &site.source, |site, words| site.source = words) }
            if work.years.len() > 1 {
                <p><button type="button" onclick={remove_year}>{ (WORDS.remove_year)(desk.year) }</button></p>
            }
            <h2>{ WORDS.terms }</h2>
            <table class="desk-terms">{ for work.terms.iter().enumerate().map(term) }</table>
            <p><button type="button" onclick={add}>{ WORDS.add_term }</button></p>
        </div>
    }
}

fn empty_term() -> Term {
    Term {
        id: String::new(),
        term: String::new(),
        also: Vec::new(),
        meaning: String::new(),
        spans: Vec::new(),
    }
}

/// A listener that changes the work by the words that were entered.
fn change_work(
    desk: &UseReducerHandle<Desk>,
    change: impl Fn(&mut Work, String) + 'static,
) -> Callback<Event> {
    let desk = desk.clone();
    browser::entered_text(Callback::from(move |words: String| {
        if let Some(work) = &desk.work {
            let mut work = Work::clone(work);
            change(&mut work, words.trim().to_string());
            desk.dispatch(Act::Change(work));
        }
    }))
}
