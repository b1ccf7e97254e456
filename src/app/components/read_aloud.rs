//! 朗读: the switch that has the page read aloud, and the bar that steers it. Neither is seen where
//! the browser has no Chinese voice of its own.

use yew::prelude::*;

use crate::app::browser::{self, Reader, Reading};
use crate::app::components::changing_text;
use crate::number::decimal;
use crate::route::Route;
use crate::words::WORDS;

#[derive(Clone, PartialEq, Properties)]
pub(in crate::app) struct ReadAloudProps {
    /// The page; what is read of it ends with it.
    pub route: Route,
}

/// How fast it is read, in tenths of the usual, slowest first.
const RATES: [u8; 4] = [7, 10, 13, 16];
/// The usual one of them.
const USUAL: usize = 1;
/// The switch; the keyboard comes back to it.
const SWITCH: &str = "read-aloud";
const PAUSE: &str = "pause-reading";

#[component]
pub(in crate::app) fn ReadAloud(ReadAloudProps { route }: &ReadAloudProps) -> Html {
    let has_voice = use_state_eq(|| false);
    let reading = use_state_eq(Reading::default);
    let rate = use_state_eq(|| USUAL);
    let reader = {
        let reading = reading.setter();
        use_memo((), move |()| Reader::new(move |now| reading.set(now)))
    };
    {
        let has_voice = has_voice.setter();
        use_effect_with((), move |()| {
            let listener = browser::listen_voices(move |known| has_voice.set(known));
            move || drop(listener)
        });
    }
    // Leaving the page ends it.
    {
        let reader = reader.clone();
        use_effect_with(route.clone(), move |_| move || reader.stop());
    }
    {
        let (reader, is_on) = (reader.clone(), *reading != Reading::Off);
        use_effect_with(is_on, move |is_on| {
            let leaving = is_on.then(|| {
                let (on_escape, on_leave) = (reader.clone(), reader.clone());
                let escape = browser::listen_escape(move || {
                    on_escape.stop();
                    browser::focus(SWITCH);
                });
                (escape, browser::listen_leaving(move || on_leave.stop()))
            });
            move || drop(leaving)
        });
    }
    let press = |act: fn(&Reader)| {
        let reader = reader.clone();
        Callback::from(move |_: MouseEvent| act(&reader))
    };
    let is_on = *reading != Reading::Off;
    let switch = {
        let (reader, is_on) = (reader.clone(), is_on);
        Callback::from(move |_: MouseEvent| if is_on { reader.stop() } else { reader.start() })
    };
    let words = &WORDS.read_aloud;
    // Its room is kept until it is known, and where there is no voice: nothing beside it moves.
    let class = classes!("header-switch", "tool", (!*has_voice).then_some("unvoiced"));
    html! {
        <>
            <button id={SWITCH} type="button" {class} onclick={switch}>
                { changing_text(if is_on { words.stop } else { words.start }) }
            </button>
            if is_on {
                <div class="found-bar reading-bar" role="group" aria-label={words.start}>
                    <span class="found-steps">
                        <button type="button" class="button" onclick={press(|reader| reader.step(-1))}>
                            { words.previous }
                        </button>
                        <button
                            id={PAUSE}
                            type="button"
                            class="button"
                            onclick={press(Reader::pause_or_go_on)}
                        >
                            { changing_text(if *reading == Reading::On { words.pause } else { words.go_on }) }
                        </button>
                        <button type="button" class="button" onclick={press(|reader| reader.step(1))}>
                            { words.next }
                        </button>
                        { rate_button(&reader, &rate) }
                        <button type="button" class="button" onclick={press(Reader::stop)}>
                            { words.stop }
                        </button>
                    </span>
                </div>
            }
        </>
    }
}

/// The button that goes through the rates.
fn rate_button(reader: &std::rc::Rc<Reader>, rate: &UseStateHandle<usize>) -> Html {
    let onclick = {
        let (reader, rate) = (reader.clone(), rate.clone());
        Callback::from(move |_: MouseEvent| {
            let next = (*rate + 1) % RATES.len();
            reader.set_rate(f32::from(RATES[next]) / 10.0);
            rate.set(next);
        })
    };
    html! {
        <button type="button" class="button" {onclick}>
            { changing_text((WORDS.read_aloud.rate)(&decimal::write(f64::from(RATES[**rate]) / 10.0))) }
        </button>
    }
}
