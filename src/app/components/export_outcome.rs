//! What became of a press that saves or copies a chart, and what else can be done where it may have
//! failed. A browser says of no download whether it came; nothing here says more than is known.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::browser::{self, Drawing, Drawn, FileAddress};
use crate::app::components::copy_button::{CopyButton, link_button};
use crate::export;
use crate::model::Report;
use crate::route::{Choice, Place};
use crate::words::WORDS;

/// What became of the last press.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::app) enum Status {
    #[default]
    Nothing,
    Drawing,
    /// The browser was given a file.
    HandedOver(Saved),
    /// The browser would have dropped it.
    Refused(Saved),
    /// What was copied, as its button says it.
    Copied(&'static str),
    PictureNotCopied,
    /// The text, to be copied by hand.
    TextNotCopied(AttrValue),
}

/// A file to be saved.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::app) struct Saved {
    pub name: String,
    /// Why it is not the one that was asked for; empty where it is.
    pub instead: &'static str,
    pub content: Content,
}

#[derive(Clone, Debug, PartialEq)]
pub(in crate::app) enum Content {
    Picture(Rc<FileAddress>),
    Text(AttrValue),
}

/// The picture over the whole screen.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::app) struct ShownPicture {
    pub address: Rc<FileAddress>,
    /// The button that asked for it.
    pub opener: &'static str,
}

impl ShownPicture {
    pub(super) const ID: &'static str = "picture";
    pub(super) const CLOSE: &'static str = "close-picture";
}

const SHOW_PICTURE: &str = "show-picture";

/// Says what became of the last press on the chart of that `page`.
pub(in crate::app) fn outcome(
    status: &Status,
    page: &Place,
    picture: &UseStateSetter<Option<ShownPicture>>,
) -> Html {
    let words = &WORDS.export;
    match status {
        Status::Nothing => Html::default(),
        Status::Drawing => html! { <p>{ words.drawing }</p> },
        Status::Copied(what) => {
            html! { <p>{ (WORDS.punctuation.labelled)(WORDS.buttons.copied, what) }</p> }
        }
        Status::HandedOver(saved) => handed_over(saved, page, picture),
        Status::Refused(Saved { name, content, .. }) => html! {
            <>
                <p>{ (words.refused)(name) }</p>
                <p class="actions" key={name.clone()}>
                    { content_button(content, picture) }
                    { link_button(page.clone()) }
                </p>
            </>
        },
        Status::PictureNotCopied => html! { <p>{ words.picture_not_copied }</p> },
        Status::TextNotCopied(text) => html! {
            <>
                <p>{ WORDS.buttons.not_copied }</p>
                <pre tabindex="0"><code>{ text }</code></pre>
            </>
        },
    }
}

fn handed_over(
    Saved { name, instead, content }: &Saved,
    page: &Place,
    picture: &UseStateSetter<Option<ShownPicture>>,
) -> Html {
    let words = &WORDS.export;
    let otherwise = match content {
        Content::Picture(_) => words.if_no_picture,
        Content::Text(_) => words.if_no_text,
    };
    // A frame's host may have forbidden what a page of its own may do.
    let (words, open_page) = if browser::is_framed() {
        let href = browser::address(page);
        let open_page = html! {
            <a class="button" {href} target="_blank" rel="noopener">{ WORDS.buttons.open_page }</a>
        };
        ((words.handed_over_in_frame)(name), open_page)
    } else {
        ((words.handed_over)(name), Html::default())
    };
    html! {
        <>
            <p>{ *instead }{ words }{ otherwise }</p>
            <p class="actions" key={name.clone()}>
                { content_button(content, picture) }
                { open_page }
            </p>
        </>
    }
}

/// The button that shows a picture, or copies a text. It stands below a key: one that copied another
/// file must not say so of this.
fn content_button(content: &Content, picture: &UseStateSetter<Option<ShownPicture>>) -> Html {
    match content {
        Content::Picture(address) => {
            let shown = ShownPicture { address: address.clone(), opener: SHOW_PICTURE };
            let picture = picture.clone();
            let onclick = move |_: MouseEvent| picture.set(Some(shown.clone()));
            html! {
                <button id={SHOW_PICTURE} type="button" {onclick}>
                    { WORDS.export.show_picture }
                </button>
            }
        }
        Content::Text(text) => {
            let text = text.clone();
            let text = Callback::from(move |()| text.to_string());
            html! { <CopyButton label={WORDS.export.copy_content} {text} /> }
        }
    }
}

/// The picture over the whole screen, to be saved by a long press.
pub(in crate::app) fn picture_dialog(
    shown: &ShownPicture,
    title: &str,
    picture: &UseStateSetter<Option<ShownPicture>>,
) -> Html {
    let picture = picture.clone();
    let onclick = move |_: MouseEvent| picture.set(None);
    html! {
        <dialog
            id={ShownPicture::ID}
            class="press tool"
            aria-modal="true"
            aria-label={WORDS.export.press_to_save}
        >
            <p>
                { WORDS.export.press_to_save }
                <button id={ShownPicture::CLOSE} type="button" {onclick}>
                    { WORDS.buttons.close }
                </button>
            </p>
            <img src={shown.address.as_str().to_string()} alt={title.to_string()} />
        </dialog>
    }
}

/// Where a page is, as a picture of it says. Where all is one file, its address is a place on the
/// reader's own disk; the site's is said instead.
pub(in crate::app) fn told_address(report: &Report, page: &Place) -> String {
    if browser::is_single_file() {
        export::whole_address(report, &page.route)
    } else {
        // A headline of the reader's own stands on the picture, and would be a third of the address.
        let choice = Choice { title: String::new(), ..page.choice.clone() };
        browser::address(&Place { choice, ..page.clone() }).unwrap_or_default()
    }
}

/// A picture to be drawn and saved, with the names it may get.
#[derive(Clone)]
pub(in crate::app) struct PictureFile {
    pub drawing: Drawing,
    pub name: String,
    /// Its name as SVG, where it cannot be drawn.
    pub svg_name: String,
    /// That of the picture drawn when the site was made, where that stands in for it.
    pub built_name: String,
    /// The button that asks for it.
    pub opener: &'static str,
}

/// Draws a picture and hands it to the browser, or shows it where only a long press can save it.
pub(in crate::app) fn save_picture(
    file: PictureFile,
    status: UseStateSetter<Status>,
    picture: UseStateSetter<Option<ShownPicture>>,
) -> Callback<MouseEvent> {
    Callback::from(move |_: MouseEvent| {
        status.set(Status::Drawing);
        let (status, picture) = (status.clone(), picture.clone());
        let PictureFile { drawing, name, svg_name, built_name, opener } = file.clone();
        browser::draw_picture(drawing, move |drawn| {
            let (address, name, instead) = match drawn {
                Drawn::Png(address) => (address, name, ""),
                Drawn::Built(address) => (address, built_name, WORDS.export.built_instead),
                Drawn::Svg(address) => (address, svg_name, WORDS.export.svg_instead),
            };
            let address = Rc::new(address);
            if browser::drops_downloads() {
                status.set(Status::Nothing);
                picture.set(Some(ShownPicture { address, opener }));
            } else {
                address.save(&name);
                let content = Content::Picture(address);
                status.set(Status::HandedOver(Saved { name, instead, content }));
            }
        });
    })
}

/// Keeps the focus in the picture while it covers the screen, and then gives it back to the button
/// that asked for it.
#[hook]
pub(in crate::app) fn use_picture_dialog(picture: &UseStateHandle<Option<ShownPicture>>) {
    let opener = use_mut_ref(|| None::<&'static str>);
    let set = picture.setter();
    use_effect_with((**picture).clone(), move |picture| {
        let opened = picture.as_ref().map(|shown| {
            *opener.borrow_mut() = Some(shown.opener);
            browser::open_dialog(ShownPicture::ID, ShownPicture::CLOSE, move || set.set(None))
        });
        if picture.is_none()
            && let Some(opener) = opener.take()
        {
            browser::focus(opener);
        }
        move || drop(opened)
    });
}
