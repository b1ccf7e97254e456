//! The one search box of every page: results while typing, by pointer, keyboard and screen reader.
//! Phones have it within the thumb's reach; while it is used it takes the whole screen, its field on top.

use yew::prelude::*;

use crate::app::browser::{self, Typed};
use crate::app::components::hits::{Found, query_link};
use crate::app::hooks::use_search::Searcher;
use crate::app::{Data, Go, WORDS};
use crate::route::{Finding, Place, Route, View};
use crate::search::LONGEST;

/// Id of the field.
const FIELD: &str = "search-field";
/// Id of the box.
const BOX: &str = "search";
/// What the arrow keys step through.
const STOPS: &str = "input, #search-hits a";
/// Hits of one kind shown while typing; the search page has all.
const MOST: usize = 4;
/// How long typing pauses before the number of hits is said.
const PAUSE_MS: u32 = 700;

#[derive(Clone, PartialEq, Properties)]
pub(in crate::app) struct SearchBoxProps {
    pub data: Data,
    pub place: Place,
    pub go: Go,
    pub searcher: Searcher,
    /// Called when the reader turns to the box.
    pub onwake: Callback<()>,
}

#[component]
pub(in crate::app) fn SearchBox(SearchBoxProps { data, place, go, searcher, onwake }: &SearchBoxProps) -> Html {
    let typed = use_state_eq(Typed::default);
    let open = use_state_eq(|| false);
    let said = use_state_eq(String::new);
    let on_page = matches!(place.route, Route::Search(_) | Route::Embed(_, View::Search));

    {
        let (typed, open, onwake) = (typed.setter(), open.setter(), onwake.clone());
        use_effect_with((), move |()| {
            let close = open.clone();
            let on_typed = move |now: Typed| {
                onwake.emit(());
                typed.set(now);
                open.set(true);
            };
            let listeners = browser::listen_typing(FIELD, LONGEST, on_typed);
            let slash = browser::listen_slash(FIELD);
            let outside = browser::listen_outside(BOX, move || close.set(false));
            move || drop((listeners, slash, outside))
        });
    }
    {
        // Where the address says what is looked for, the field says the same; anywhere else it is empty.
        let (typed, open) = (typed.setter(), open.setter());
        use_effect_with(place.clone(), move |place| {
            let query = &place.finding.query;
            browser::set_input(FIELD, query);
            typed.set(Typed { text: query.clone(), cut_off: false });
            open.set(false);
        });
    }
    {
        let (place, go) = (place.clone(), go.clone());
        use_effect_with(typed.text.clone(), move |text| {
            if on_page && *text != place.finding.query {
                go.emit(Place { finding: Finding::of(text), ..place });
            }
        });
    }
    let outcome = searcher.search(&typed.text);
    let n_hits = outcome.as_ref().map(|(_, outcome)| outcome.hits.len());
    {
        let said = said.setter();
        use_effect_with(n_hits, move |n_hits| {
            let words = n_hits.map_or_else(String::new, |n_hits| format!("{n_hits}条结果"));
            let timer = browser::after(PAUSE_MS, move || said.set(words));
            move || drop(timer)
        });
    }

    let all = Place { finding: Finding::of(&typed.text), ..place.to(Route::Search(data.year)) };
    let onsubmit = {
        let (go, all) = (go.clone(), all.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            go.emit(all.clone());
        })
    };
    let onfocus = {
        let (open, onwake) = (open.setter(), onwake.clone());
        Callback::from(move |_: FocusEvent| {
            onwake.emit(());
            open.set(true);
        })
    };
    let onclose = {
        let open = open.setter();
        Callback::from(move |_: MouseEvent| open.set(false))
    };
    let onkeydown = {
        let (open, is_ready) = (open.setter(), searcher.is_ready());
        Callback::from(move |event: KeyboardEvent| {
            let step = match event.key().as_str() {
                "ArrowDown" => 1,
                "ArrowUp" => -1,
                "Escape" => {
                    // The browser would empty the field; and a card that is open stays so.
                    event.prevent_default();
                    event.stop_propagation();
                    browser::focus(FIELD);
                    open.set(false);
                    return;
                }
                _ => return,
            };
            if is_ready && browser::step_focus(".search", STOPS, step) {
                event.prevent_default();
            }
        })
    };
    let shown = *open && !on_page;
    html! {
        <div id={BOX} class={classes!("search", "tool", shown.then_some("open"), on_page.then_some("in-page"))} {onkeydown}>
            <form role="search" action={place.route.href(&Route::Search(data.year))} {onsubmit}>
                <label class="visually-hidden" for={FIELD}>{ WORDS.search }</label>
                <input id={FIELD} type="search" name="q" placeholder={WORDS.search_hint} autocomplete="off" autocapitalize="off"
                    spellcheck="false" enterkeyhint="search" {onfocus} />
                if shown {
                    <button type="button" class="search-close" onclick={onclose}>{ WORDS.close }</button>
                }
            </form>
            <p class="visually-hidden" role="status">{ &*said }</p>
            if shown {
                <div id="search-hits" class="search-panel" tabindex="-1">
                    if typed.cut_off {
                        <p class="quiet">{ WORDS.search_cut_off }</p>
                    }
                    if let Some((index, outcome)) = &outcome {
                        { panel(&Found { data: *data, index, outcome, query: &typed.text }, place, &all) }
                    } else if searcher.is_ready() {
                        { search_hints(*data, place) }
                    }
                </div>
            }
        </div>
    }
}

#[inline(never)]
fn panel(found: &Found<'_>, here: &Place, all: &Place) -> Html {
    let n_hits = found.outcome.hits.len();
    html! {
        <>
            { found.notice(here) }
            { found.groups(here, MOST) }
            if n_hits > 0 {
                <p><a class="more" href={all.href(&here.route)}>{ format!("{}（{n_hits}条）", WORDS.all_hits) }</a></p>
            }
        </>
    }
}

/// What can be looked for, with some words of this report to begin with.
#[inline(never)]
pub(in crate::app) fn search_hints(data: Data, here: &Place) -> Html {
    let topics = data.0.topics();
    html! {
        <div class="search-hints">
            <p class="quiet">{ WORDS.search_page_hint }</p>
            if !topics.is_empty() {
                <p class="quiet">{ WORDS.search_try }</p>
                <ul class="inline">{ for topics.iter().take(6).map(|topic| html! { <li>{ query_link(data, here, topic) }</li> }) }</ul>
            }
        </div>
    }
}
