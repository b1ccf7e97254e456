//! The one search box of every page: results while typing, by pointer, keyboard and screen reader.
//! Phones have it within the thumb's reach; while it is used it takes the whole screen, its field
//! on top.

use yew::prelude::*;

use crate::app::browser::{self, Part, Typed};
use crate::app::components::hits::{all_hits, panel};
use crate::app::searcher::Searcher;
use crate::app::{Data, Go, WORDS};
use crate::route::{Finding, Place, Route, View};
use crate::search::MAX_QUERY_LENGTH;

/// Id of the field.
pub(in crate::app) const FIELD: &str = "search-field";
/// Id of the box.
pub(in crate::app) const BOX: &str = "search";
/// Id of what is shown below the field while the box is open.
pub(in crate::app) const PANEL: &str = "search-hits";
/// Id of the button that closes the box where it takes the whole screen.
pub(in crate::app) const CLOSE: &str = "search-close";
/// What the arrow keys step through.
const STOPS: &str = "input, #search-hits a";
/// How long typing pauses before the number of hits is said.
const PAUSE_MS: u32 = 700;

#[derive(Clone, PartialEq, Properties)]
pub(in crate::app) struct SearchBoxProps {
    pub data: Data,
    pub place: Place,
    pub go: Go,
    pub searcher: Searcher,
    /// What the box shows already when the page is taken over.
    pub answered: Option<Typed>,
}

#[component]
pub(in crate::app) fn SearchBox(
    SearchBoxProps { data, place, go, searcher, answered }: &SearchBoxProps,
) -> Html {
    let typed = use_state_eq(|| answered.clone().unwrap_or_default());
    let open = use_state_eq(|| answered.is_some());
    let said = use_state_eq(String::new);
    // Drawn once more when the part that searches has come.
    let awake = use_state_eq(|| searcher.is_ready());
    let on_page = matches!(place.route, Route::Search(_) | Route::Embed(_, View::Search));

    // The reader turns to the box.
    let onwake = {
        let (searcher, awake, open) = (searcher.clone(), awake.setter(), open.setter());
        Callback::from(move |()| {
            let (searcher, awake) = (searcher.clone(), awake.clone());
            browser::with_part(Part::Search, move || {
                searcher.wake();
                awake.set(true);
            });
            open.set(true);
        })
    };
    {
        let (typed, close, onwake) = (typed.setter(), open.setter(), onwake.clone());
        use_effect_with((), move |()| {
            if browser::has_focus(FIELD) {
                onwake.emit(());
            }
            let on_typed = move |now: Typed| {
                typed.set(now);
                onwake.emit(());
            };
            let listeners = browser::listen_typing(FIELD, MAX_QUERY_LENGTH, on_typed);
            let slash = browser::listen_slash(FIELD);
            let outside = browser::listen_outside(BOX, move || close.set(false));
            move || drop((listeners, slash, outside))
        });
    }
    {
        // After a step the field says what the address says is looked for; before the first it may
        // have words already.
        let (typed, open, before) = (typed.setter(), open.setter(), use_mut_ref(|| place.clone()));
        use_effect_with(place.clone(), move |place| {
            if before.replace(place.clone()) == *place {
                return;
            }
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

    let onsubmit = {
        let (go, all) = (go.clone(), all_hits(*data, place, &typed.text));
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            go.emit(all.clone());
        })
    };
    let onfocus = onwake.reform(|_: FocusEvent| ());
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
    let class = match (shown, on_page) {
        (true, _) => "search tool open",
        (_, true) => "search tool in-page",
        _ => "search tool",
    };
    html! {
        <div id={BOX} {class} {onkeydown}>
            <form role="search" action={place.route.href(&Route::Search(data.year))} {onsubmit}>
                <label class="visually-hidden" for={FIELD}>{ WORDS.search }</label>
                <input id={FIELD} type="search" name="q" placeholder={WORDS.search_hint} autocomplete="off" autocapitalize="off"
                    spellcheck="false" enterkeyhint="search" {onfocus} />
                <button type="button" id={CLOSE} class="search-close" onclick={onclose}>{ WORDS.close }</button>
            </form>
            <p class="visually-hidden" role="status">{ &*said }</p>
            <div id={PANEL} class="search-panel" tabindex="-1">
                if shown && searcher.is_ready() {
                    { Html::from_html_unchecked(panel(*data, place, &typed, outcome.as_ref()).into()) }
                }
            </div>
        </div>
    }
}
