//! What can be taken away: the whole site, the single file, the data. What is wrong stands before them.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::preview::explorer;
use super::work::{perform, save_file};
use super::{Dispatch, ViewProps};
use crate::app::browser::desk::{breathe, png_of, site_file};
use crate::desk::mend::place_to_mend;
use crate::desk::state::{Act, Desk};
use crate::desk::task::{Finding, Outcome, Task};
use crate::desk::work::{Work, pack};
use crate::words::DESK as WORDS;

/// The check that only says that somebody has to look at a draft.
const UNFINISHED: &str = "draft-finished";
/// The whole site as one file.
const SITE: &str = "site.zip";

#[component]
pub(super) fn Publish(ViewProps { desk, dispatch }: &ViewProps) -> Html {
    let (desk, dispatch) = (&desk.0, &dispatch.0);
    let progress = use_state(String::new);
    let Some((looked, work)) = desk.looked.clone().zip(desk.work.clone()) else {
        return Html::default();
    };
    let is_wrong = |finding: &&Finding| finding.check != UNFINISHED;
    let wrong: Vec<&Finding> = looked.findings.iter().filter(is_wrong).collect();
    let finding = |finding: &&Finding| {
        let mend = desk.year().map(|year| {
            let (tab, item) = place_to_mend(finding, &year.annotations);
            let dispatch = dispatch.clone();
            let onclick = Callback::from(move |_: MouseEvent| {
                dispatch.dispatch(Act::Select(item.clone()));
                dispatch.dispatch(Act::Show(tab));
            });
            html! { <button type="button" class="desk-mend" {onclick}>{ WORDS.mend }</button> }
        });
        html! {
            <li>
                <b>{ &finding.problem }</b>
                <br />
                <span>{ (WORDS.remedy)(&finding.remedy) }</span>
                { mend }
            </li>
        }
    };
    let offer = |words: &'static str,
                 about: &'static str,
                 onclick: Callback<MouseEvent>,
                 is_open: bool| {
        html! {
            <li>
                <button type="button" class="primary" {onclick} disabled={!is_open}>{ words }</button>
                <p>{ about }</p>
            </li>
        }
    };
    let is_sound = wrong.is_empty();
    let site = make(desk, dispatch, &progress, whole_site, "application/zip", SITE);
    let single = make(desk, dispatch, &progress, single_file, "text/html", "explorer.html");
    let data = {
        let (work, progress) = (work.clone(), progress.clone());
        Callback::from(move |_: MouseEvent| {
            let bytes = pack(&work.files());
            save_file(&bytes, "application/zip", "data.zip");
            progress.set((WORDS.made)("data.zip", bytes.len()));
        })
    };
    html! {
        <div class="desk-publish">
            if !is_sound {
                <h2>{ (WORDS.n_wrong)(wrong.len()) }</h2>
                <ol>{ for wrong.iter().map(finding) }</ol>
            }
            if !looked.warnings.is_empty() {
                <h2>{ (WORDS.n_warnings)(looked.warnings.len()) }</h2>
                <ol>{ for looked.warnings.iter().map(|warning| finding(&warning)) }</ol>
            }
            if !work.is_checked() {
                <p class="desk-message">{ WORDS.published_unchecked }</p>
            }
            if work.site.address.is_empty() {
                <p class="desk-message">{ WORDS.no_address }</p>
            }
            <ul class="plain desk-offers">
                { offer(WORDS.site_zip, WORDS.about_site_zip, site, is_sound) }
                { offer(WORDS.explorer_html, WORDS.about_explorer_html, single, is_sound) }
                { offer(WORDS.data_zip, WORDS.about_data_zip, data, true) }
            </ul>
            <p role="status">{ &*progress }</p>
        </div>
    }
}

/// Where what is being done is told.
type Progress = UseStateHandle<String>;

/// A listener that makes a file and hands it to the browser.
fn make<F>(
    desk: &UseReducerHandle<Desk>,
    dispatch: &Dispatch,
    progress: &Progress,
    file: fn(Rc<Work>, u16, Progress) -> F,
    kind: &'static str,
    name: &'static str,
) -> Callback<MouseEvent>
where
    F: Future<Output = Result<Vec<u8>, Finding>> + 'static,
{
    let (desk, dispatch, progress) = (desk.clone(), dispatch.clone(), progress.clone());
    Callback::from(move |_| {
        let Some(work) = desk.work.clone() else { return };
        let (dispatch, progress, year) = (dispatch.clone(), progress.clone(), desk.year);
        spawn_local(async move {
            match file(work, year, progress.clone()).await {
                Ok(bytes) => {
                    save_file(&bytes, kind, name);
                    let next = if name == SITE { WORDS.upload } else { "" };
                    progress.set((WORDS.made)(name, bytes.len()) + next);
                }
                Err(finding) => {
                    progress.set(String::new());
                    dispatch.dispatch(Act::Fail(finding));
                }
            }
        });
    })
}

async fn single_file(work: Rc<Work>, year: u16, progress: Progress) -> Result<Vec<u8>, Finding> {
    progress.set(WORDS.busy_rendering.to_string());
    explorer(&work, year).await
}

async fn whole_site(work: Rc<Work>, _: u16, progress: Progress) -> Result<Vec<u8>, Finding> {
    progress.set(WORDS.busy_rendering.to_string());
    let files = work.files();
    let mut program = [const { Vec::new() }; 3];
    for (part, name) in program.iter_mut().zip(["program", "desk", "pdf"]) {
        *part = site_file(name).await.map_err(Finding::from)?;
    }
    let Outcome::Pictures(pictures) = perform(Task::Pictures { files: files.clone() }).await?
    else {
        return Err(Finding::default());
    };
    let mut drawn = Vec::new();
    for (at, picture) in pictures.iter().enumerate() {
        progress.set((WORDS.drawing)(at + 1, pictures.len()));
        breathe().await;
        let png = png_of(&picture.svg, picture.size, &picture.paper).await;
        drawn.push(png.ok_or_else(|| Finding {
            problem: WORDS.not_drawn.to_string(),
            remedy: WORDS.not_drawn_remedy.to_string(),
            ..Finding::default()
        })?);
    }
    progress.set(WORDS.busy_packing.to_string());
    match perform(Task::Site { files, program, drawn }).await? {
        Outcome::File(bytes) => Ok(bytes),
        Outcome::Refused(finding) => Err(finding),
        _ => Err(Finding::default()),
    }
}
