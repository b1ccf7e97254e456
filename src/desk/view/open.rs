//! The empty desk: a file is chosen, dropped or pasted, or work goes on that is there already. And the
//! question that a file without a year leaves.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::work::{open_kept, open_site, put};
use super::{Dispatch, ViewProps, messages};
use crate::app::browser;
use crate::app::browser::desk as script;
use crate::app::browser::desk::Kept;
use crate::desk::state::{Act, Desk};
use crate::desk::work::{Work, unpack};
use crate::words::DESK as WORDS;

#[component]
pub(super) fn Open(ViewProps { desk, dispatch }: &ViewProps) -> Html {
    let kept = use_state(Vec::<Kept>::new);
    {
        let kept = kept.clone();
        use_effect_with((), move |()| {
            spawn_local(async move { kept.set(script::kept().await) });
        });
    }
    // It is gone for good: the first press only asks.
    let sure = use_state(|| None);
    let dispatch = &dispatch.0;
    let earlier = |work: &Kept| {
        let is_sure = *sure == Some(work.slot);
        let forget = {
            let (kept, sure, slot) = (kept.clone(), sure.clone(), work.slot);
            Callback::from(move |_: MouseEvent| {
                if !is_sure {
                    return sure.set(Some(slot));
                }
                let kept = kept.clone();
                spawn_local(async move {
                    if script::forget(slot).await.is_ok() {
                        kept.set(script::kept().await);
                    }
                });
            })
        };
        html! {
            <li key={work.slot.to_string()}>
                { kept_words(work) }{ " " }
                <button type="button" onclick={open_kept(work.clone(), dispatch)}>{ WORDS.go_on }</button>{ " " }
                <button type="button" onclick={forget}>{ if is_sure { WORDS.forget_sure } else { WORDS.forget } }</button>
            </li>
        }
    };
    let last_visit = (!kept.is_empty()).then(|| {
        html! {
            <div class="desk-kept">
                <p>{ WORDS.kept }</p>
                <ul class="plain">{ for kept.iter().map(earlier) }</ul>
            </div>
        }
    });
    let busy = desk.0.busy.map(|words| {
        let cancel = {
            let dispatch = dispatch.clone();
            Callback::from(move |_: MouseEvent| {
                script::cancel();
                dispatch.dispatch(Act::Idle);
            })
        };
        html! {
            <p role="status" class="desk-busy">
                { words }{ " " }<button type="button" onclick={cancel}>{ WORDS.cancel }</button>
            </p>
        }
    });
    html! {
        <div class="desk desk-open">
            { messages(&desk.0, dispatch) }
            <div class="desk-drop">
                <p class="desk-invitation">{ WORDS.drop }</p>
                <p>
                    <label class="button primary">
                        { WORDS.choose }<input type="file" class="visually-hidden" />
                    </label>
                </p>
                <p class="quiet">{ WORDS.formats }</p>
            </div>
            { busy }
            { last_visit }
            <p>
                <button type="button" onclick={open_site(dispatch)}>{ WORDS.open_site }</button>
            </p>
        </div>
    }
}

/// Whose work it is, of which years, and when it was kept.
fn kept_words(kept: &Kept) -> String {
    let work = unpack(&kept.work).and_then(|files| Work::read(&files).ok()).unwrap_or_default();
    let years = work.years.iter().map(|year| (WORDS.year)(year.year)).collect::<Vec<_>>();
    (WORDS.kept_at)(&work.site.place, &years.join(WORDS.list), &kept.at)
}

/// Which year a report is of, where it does not say, or says one that is there already.
pub(super) fn year_question(desk: &Desk, dispatch: &Dispatch) -> Html {
    let Some(asked) = desk.asked.clone() else { return Html::default() };
    let forget = super::act(dispatch, || Act::Forget);
    let put = {
        let (known, dispatch) = (desk.work.clone(), dispatch.clone());
        move |year: u16| spawn_local(put((*asked).clone(), year, dispatch.clone(), known.clone()))
    };
    let put_as = |year: u16| {
        let put = put.clone();
        Callback::from(move |_: MouseEvent| put(year))
    };
    let answer = {
        let put = put.clone();
        browser::entered_text(Callback::from(move |words: String| {
            let year = words.trim().parse().ok().filter(|year| (1949..=2999).contains(year));
            year.into_iter().for_each(&put);
        }))
    };
    let there = desk.asked.as_ref().and_then(|asked| asked.year);
    let words = there.map_or(WORDS.which_year.to_string(), WORDS.year_is_there);
    let replace = there.map(|year| {
        html! { <><button type="button" class="primary" onclick={put_as(year)}>{ (WORDS.replace_year)(year) }</button>{ " " }</> }
    });
    html! {
        <p class="desk-message">
            { replace }
            <label>{ words }{ " " }<input type="number" min="1949" max="2999" class="desk-year" onchange={answer} /></label>{ " " }
            <button type="button">{ WORDS.answer }</button>{ " " }
            <button type="button" onclick={forget}>{ WORDS.cancel }</button>
        </p>
    }
}
