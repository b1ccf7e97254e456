//! A figure as a picture to take along: the card that was drawn when the site was made, and buttons for
//! other proportions.

use yew::prelude::*;

use crate::app::components::export_outcome::{
    PictureFile, ShownPicture, Status, outcome, picture_dialog, save_picture, told_address,
    use_picture_dialog,
};
use crate::app::{ReportRef, browser};
use crate::model::Figure;
use crate::pictures::{CARD_SIZES, card, card_name, has_card};
use crate::route::{Place, Route};
use crate::words::WORDS;

#[derive(Clone, PartialEq, Properties)]
pub(in crate::app) struct NumberCardProps {
    pub report: ReportRef,
    pub figure: Figure,
}

/// Ids of the buttons, in the order of [`CARD_SIZES`].
const OPENERS: [&str; 3] = ["save-card-square", "save-card-portrait", "save-card-slide"];

#[component]
pub(in crate::app) fn NumberCard(NumberCardProps { report, figure }: &NumberCardProps) -> Html {
    let report = report.0;
    let status = use_state_eq(Status::default);
    let picture = use_state_eq(|| None::<ShownPicture>);
    use_picture_dialog(&picture);
    let page = Place::page(Route::Figure(report.edition(), figure.id.clone()));
    let is_built = has_card(report, figure);
    let square = card_name(report, figure, CARD_SIZES[0]);
    let button = |(size, opener): ((u32, u32), &'static str)| {
        let file = {
            let (status, picture) = (status.setter(), picture.setter());
            let (figure, page) = (figure.clone(), page.clone());
            // Drawn only when it is asked for.
            Callback::from(move |event: MouseEvent| {
                let sheet = card(report, &figure, size, &told_address(report, &page));
                let name = card_name(report, &figure, size);
                let file = PictureFile {
                    drawing: browser::Drawing {
                        svg: sheet.svg,
                        size: sheet.size,
                        paper: sheet.paper,
                        built: is_built.then(|| "card.png".to_string()),
                    },
                    svg_name: name.replace(".png", ".svg"),
                    built_name: card_name(report, &figure, CARD_SIZES[0]),
                    name,
                    opener,
                };
                save_picture(file, status.clone(), picture.clone()).emit(event);
            })
        };
        let label = (WORDS.figure_page.card_of_size)(size.0, size.1);
        html! { <button id={opener} type="button" class="tool" onclick={file}>{ label }</button> }
    };
    html! {
        <section class="number-card">
            <h2>{ WORDS.figure_page.card }</h2>
            <p class="actions">
                if is_built {
                    <a class="button" href="card.png" download={square}>
                        { (WORDS.figure_page.card_of_size)(CARD_SIZES[0].0, CARD_SIZES[0].1) }
                    </a>
                } else {
                    { button((CARD_SIZES[0], OPENERS[0])) }
                }
                { for CARD_SIZES.into_iter().zip(OPENERS).skip(1).map(button) }
            </p>
            <div role="status">{ outcome(&status, &page, &picture.setter()) }</div>
            if let Some(shown) = &*picture {
                { picture_dialog(shown, &figure.label, &picture.setter()) }
            }
        </section>
    }
}
