//! A button that copies a text made when it is pressed, and says whether that worked.

use yew::prelude::*;

use crate::app::browser;
use crate::export;
use crate::model::Report;
use crate::route::Place;
use crate::text::Span;
use crate::words::WORDS;

#[derive(Clone, PartialEq, Properties)]
pub(in crate::app) struct CopyButtonProps {
    pub label: &'static str,
    /// Makes the text.
    pub text: Callback<(), String>,
}

#[component]
pub(in crate::app) fn CopyButton(CopyButtonProps { label, text }: &CopyButtonProps) -> Html {
    let outcome = use_state(|| None::<(bool, String)>);
    let onclick = {
        let (text, outcome) = (text.clone(), outcome.setter());
        move |_: MouseEvent| {
            let words = text.emit(());
            let outcome = outcome.clone();
            browser::copy(words.clone(), move |copied| outcome.set(Some((copied, words.clone()))));
        }
    };
    let copied = outcome.as_ref().is_some_and(|(copied, _)| *copied);
    html! {
        <span class="copy tool">
            <button type="button" {onclick}>{ if copied { WORDS.buttons.copied } else { *label } }</button>
            <span class="copy-outcome" role="status">
                if let Some((false, words)) = outcome.as_ref() {
                    { WORDS.buttons.not_copied }<code>{ words }</code>
                }
            </span>
        </span>
    }
}

/// A button for the address of a place.
pub(in crate::app) fn link_button(place: Place) -> Html {
    let text = Callback::from(move |()| browser::address(&place).unwrap_or_default());
    html! { <CopyButton label={WORDS.buttons.copy_link} {text} /> }
}

/// A button for a citation of `words`, which stand in the section at their start.
pub(in crate::app) fn citation_button(report: &'static Report, words: Span, place: Place) -> Html {
    let text = Callback::from(move |()| citation(report, words, &place));
    html! { <CopyButton label={WORDS.buttons.copy_citation} {text} /> }
}

/// The citation of `words`, which stand in the section at their start, with the address of a place.
pub(in crate::app) fn citation(report: &Report, words: Span, place: &Place) -> String {
    let Some((section, _)) = report.sentence_at(words.start) else { return String::new() };
    export::citation(report, section, words, &browser::address(place).unwrap_or_default())
}
