//! A button that copies a text, or hands it to the sheet by which a phone forwards things, and says
//! whether that worked. Where it did not, it shows the text to be copied by hand.

use yew::prelude::*;

use crate::app::browser;
use crate::app::components::changing_text;
use crate::export;
use crate::model::{Figure, Report};
use crate::route::Place;
use crate::text::Span;
use crate::words::WORDS;

/// For how long a button says that it has copied.
const FRESH_MS: u32 = 4000;

#[derive(Clone, PartialEq, Properties)]
pub(in crate::app) struct CopyButtonProps {
    pub label: &'static str,
    /// Makes the text when the button is pressed.
    pub text: Callback<(), String>,
    /// Whether it is meant for others: it is copied only where the system has no sheet for that.
    #[prop_or_default]
    pub forwards: bool,
}

#[component]
pub(in crate::app) fn CopyButton(props: &CopyButtonProps) -> Html {
    let CopyButtonProps { label, text, forwards } = props;
    // Whether the last press copied its text, and that text.
    let last_copy = use_state(|| None::<(bool, String)>);
    // Whether that was a moment ago: another button may have copied something since.
    let is_fresh = use_state_eq(|| false);
    let fading = use_mut_ref(|| None);
    let onclick = {
        let (make_text, last_copy, forwards) = (text.clone(), last_copy.setter(), *forwards);
        let is_fresh = is_fresh.setter();
        move |_: MouseEvent| {
            let text = make_text.emit(());
            let (shared, last_copy) = (text.clone(), last_copy.clone());
            let (is_fresh, fading) = (is_fresh.clone(), fading.clone());
            let copy = move || {
                let (copied, last_copy) = (text.clone(), last_copy.clone());
                let (is_fresh, fading) = (is_fresh.clone(), fading.clone());
                browser::copy(text.clone(), move |is_copied| {
                    last_copy.set(Some((is_copied, copied.clone())));
                    is_fresh.set(is_copied);
                    let is_fresh = is_fresh.clone();
                    let fade = move || is_fresh.set(false);
                    *fading.borrow_mut() = Some(browser::after(FRESH_MS, fade));
                });
            };
            if forwards { browser::share(&shared, copy) } else { copy() }
        }
    };
    let copied = last_copy.as_ref().is_some_and(|(copied, _)| *copied);
    html! {
        <span class="copy tool">
            <button type="button" {onclick}>
                { changing_text(if *is_fresh { WORDS.buttons.copied } else { *label }) }
            </button>
            <span class="copy-outcome" role="status">
                if let Some((false, text)) = last_copy.as_ref() {
                    { WORDS.buttons.not_copied }
                    <code>{ text }</code>
                } else if copied && *forwards {
                    { WORDS.buttons.to_paste }
                    if browser::is_wechat() { { WORDS.buttons.in_wechat } }
                } else if *is_fresh {
                    // Gone with the word on the button, so that the next time is said, too.
                    <span class="visually-hidden">{ (WORDS.punctuation.labelled)(WORDS.buttons.copied, label) }</span>
                }
            </span>
        </span>
    }
}

/// A button that copies the address of a place.
pub(in crate::app) fn link_button(place: Place) -> Html {
    let text = Callback::from(move |()| browser::address(&place).unwrap_or_default());
    html! { <CopyButton label={WORDS.buttons.copy_link} {text} /> }
}

/// A button for what is sent on to others: a figure in one short line, and the address of a place.
pub(in crate::app) fn short_button(report: &'static Report, figure: &Figure, place: Place) -> Html {
    let value = figure.quantity.printed();
    let short = (WORDS.figure_page.short)(&report.site.place, report.year, &figure.label, &value);
    let text = Callback::from(move |()| {
        let address = browser::address(&place).unwrap_or_default();
        format!("{short}\n{address}")
    });
    html! { <CopyButton label={WORDS.figure_page.forward} {text} forwards=true /> }
}

/// A button for a citation of the text at `quote`, with the address of a place.
pub(in crate::app) fn citation_button(report: &'static Report, quote: Span, place: Place) -> Html {
    let text = Callback::from(move |()| citation(report, quote, &place));
    html! { <CopyButton label={WORDS.buttons.copy_citation} {text} /> }
}

/// The citation of the text at `quote`, with the address of a place.
pub(in crate::app) fn citation(report: &Report, quote: Span, place: &Place) -> String {
    let Some((section, _)) = report.sentence_at(quote.start) else { return String::new() };
    export::citation(report, section, quote, &browser::address(place).unwrap_or_default())
}
