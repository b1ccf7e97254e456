//! What follows a change of the work: the worker reads it, the browser keeps it. And the ways in: files
//! that are opened, and work of before.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::{Dispatch, Present};
use crate::app::browser::desk as script;
use crate::app::browser::{FileAddress, after};
use crate::archive;
use crate::desk::state::{Act, Desk, Looked};
use crate::desk::task::{Extracted, Finding, Outcome, Task};
use crate::desk::work::{Work, Year, pack, terms_in, unpack};
use crate::extract::{Document, Refusal};
use crate::model::Site;
use crate::words::DESK as WORDS;

/// Milliseconds without a change after which the work is read and kept.
const PAUSE_MS: u32 = 120;

/// Has everything follow the work, and listens to files.
#[hook]
pub(super) fn use_work(desk: &UseReducerHandle<Desk>, dispatch: &Dispatch, present: &Present) {
    {
        let (dispatch, present) = (dispatch.clone(), present.clone());
        use_effect_with((), move |()| {
            script::listen_files(move |name, bytes, is_pdf| {
                let (dispatch, present) = (dispatch.clone(), present.clone());
                spawn_local(open(name, bytes, is_pdf, dispatch, present));
            });
        });
    }
    let (dispatch, present) = (dispatch.clone(), present.clone());
    use_effect_with(desk.version, move |version| {
        let version = *version;
        let timer = after(PAUSE_MS, move || {
            let desk = present.borrow().clone();
            spawn_local(follow(desk, version, dispatch));
        });
        move || drop(timer)
    });
}

/// Has the worker read the work, and the browser keep it.
async fn follow(desk: Rc<Desk>, version: u32, dispatch: Dispatch) {
    script::set_unsaved(desk.work.is_some() && !desk.saved);
    let Some(work) = &desk.work else { return };
    let files = work.files();
    let _ = script::keep(&pack(&files)).await;
    match perform(Task::Look { files, year: desk.year }).await {
        Ok(Outcome::Looked { report, findings, warnings }) => {
            let Some(report) = archive::read(&report) else { return };
            let looked = Looked { report: Rc::new(report), findings, warnings };
            dispatch.dispatch(Act::Look(version, Rc::new(looked)));
        }
        Ok(Outcome::Refused(finding)) | Err(finding) => dispatch.dispatch(Act::Fail(finding)),
        Ok(_) => {}
    }
}

/// Has the worker carry out a task.
pub(super) async fn perform(task: Task) -> Result<Outcome, Finding> {
    // Plain structs are always written to memory.
    let task = postcard::to_allocvec(&task).unwrap_or_default();
    let broken = |failure: String| Finding {
        problem: WORDS.broken.to_string(),
        remedy: WORDS.broken_remedy.to_string(),
        place: failure,
        check: String::new(),
    };
    let outcome = script::perform(&task).await.map_err(broken)?;
    postcard::from_bytes(&outcome).map_err(|_| Finding::default())
}

/// A file that is opened: an archive of work, or a report.
async fn open(name: String, bytes: Vec<u8>, is_pdf: bool, dispatch: Dispatch, present: Present) {
    let is_work =
        |files: &Vec<(String, Vec<u8>)>| files.iter().any(|(path, _)| path.ends_with("report.txt"));
    if let Some(files) = unpack(&bytes).filter(is_work) {
        match Work::read(&files) {
            Ok(work) => open_work(work, &dispatch),
            Err(issues) => {
                let finding = issues.first().map(Finding::from).unwrap_or_default();
                dispatch.dispatch(Act::Fail(finding));
            }
        }
        return;
    }
    dispatch.dispatch(Act::Busy(WORDS.busy_extracting));
    let outcome =
        if is_pdf { read_pdf(&bytes).await } else { perform(Task::Extract { name, bytes }).await };
    match outcome {
        Ok(Outcome::Extracted(extracted)) => {
            let known = present.borrow().clone();
            let is_there =
                |year: u16| known.work.as_ref().is_some_and(|work| work.year(year).is_some());
            match extracted.year.filter(|year| !is_there(*year)) {
                Some(year) => put(extracted, year, dispatch, known.work.clone()).await,
                None => dispatch.dispatch(Act::Ask(Rc::new(extracted))),
            }
        }
        Ok(Outcome::Refused(finding)) | Err(finding) => dispatch.dispatch(Act::Fail(finding)),
        Ok(_) => dispatch.dispatch(Act::Idle),
    }
}

async fn read_pdf(bytes: &[u8]) -> Result<Outcome, Finding> {
    let read = script::read_pdf(bytes).await.map_err(Finding::from)?;
    match postcard::from_bytes::<Result<Document, Refusal>>(&read) {
        Ok(Ok(document)) => perform(Task::Describe(document)).await,
        Ok(Err(refusal)) => Err(refusal.into()),
        Err(_) => Err(Finding::default()),
    }
}

/// Puts a report into the work as that year's, with a draft that keeps what was written for it.
pub(super) async fn put(
    extracted: Extracted,
    year: u16,
    dispatch: Dispatch,
    known: Option<Rc<Work>>,
) {
    dispatch.dispatch(Act::Busy(WORDS.busy_drafting));
    let mut work = match &known {
        Some(work) => Work::clone(work),
        None => Work {
            site: Site { place: extracted.place.clone(), ..Site::default() },
            terms: site_terms().await,
            words: Vec::new(),
            years: Vec::new(),
            places: Vec::new(),
        },
    };
    let annotations =
        work.year(year).map_or_else(Default::default, |year| year.annotations.clone());
    let annotations = crate::ingest::annotation::Annotations { schema: 1, ..annotations };
    work.put(Year { year, text: extracted.text.clone(), annotations });
    match perform(Task::Draft { files: work.files(), year }).await {
        Ok(Outcome::Drafted(json, unsupported)) => {
            let Ok(annotations) = serde_json::from_str(&json) else { return };
            work.put(Year { year, text: extracted.text.clone(), annotations });
            let unsupported = unsupported.into_iter().map(|problem| (problem, 1));
            let notes = unsupported.chain(extracted.notes);
            let place = &work.site.place;
            let is_other = known.is_some()
                && !extracted.place.is_empty()
                && !extracted.place.contains(place.as_str())
                && !place.contains(extracted.place.as_str());
            let other = is_other.then(|| ((WORDS.other_place)(&extracted.place, place), 1));
            let notes = other.into_iter().chain(notes).collect();
            dispatch.dispatch(match known {
                Some(_) => Act::Add { work, year, notes },
                None => {
                    script::take_slot(None);
                    Act::Open { work, year, notes }
                }
            });
        }
        Ok(Outcome::Refused(finding)) | Err(finding) => dispatch.dispatch(Act::Fail(finding)),
        Ok(_) => dispatch.dispatch(Act::Idle),
    }
}

/// The glossary of this site: what terms mean is the same everywhere.
async fn site_terms() -> Vec<crate::model::Term> {
    let data = script::site_file("data").await.ok();
    data.and_then(|data| unpack(&data)).map_or_else(Vec::new, |files| terms_in(&files))
}

fn open_work(work: Work, dispatch: &Dispatch) {
    script::take_slot(None);
    let year = work.years.first().map_or(0, |year| year.year);
    dispatch.dispatch(Act::Open { work, year, notes: Vec::new() });
}

/// A listener that opens what this site is made of.
pub(super) fn open_site(dispatch: &Dispatch) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| {
        let dispatch = dispatch.clone();
        spawn_local(async move {
            dispatch.dispatch(Act::Busy(WORDS.busy_loading));
            let data = script::site_file("data").await.ok();
            let work = data.and_then(|data| unpack(&data)).map(|files| Work::read(&files));
            match work {
                Some(Ok(work)) => open_work(work, &dispatch),
                _ => dispatch.dispatch(Act::Fail(Finding::from(WORDS.no_site_data.to_string()))),
            }
        });
    })
}

/// A listener that goes on with work of an earlier visit.
pub(super) fn open_kept(kept: script::Kept, dispatch: &Dispatch) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| match unpack(&kept.work).map(|files| Work::read(&files)) {
        Some(Ok(work)) => {
            open_work(work, &dispatch);
            script::take_slot(Some(kept.slot));
        }
        _ => dispatch.dispatch(Act::Fail(Finding::from(WORDS.kept_broken.to_string()))),
    })
}

/// A listener that saves the work as a file.
pub(super) fn save(desk: &UseReducerHandle<Desk>, dispatch: &Dispatch) -> Callback<MouseEvent> {
    let (desk, dispatch) = (desk.clone(), dispatch.clone());
    Callback::from(move |_| {
        let Some(work) = &desk.work else { return };
        if save_file(&pack(&work.files()), "application/zip", &(WORDS.work_name)(&work.site.place))
        {
            script::set_unsaved(false);
            dispatch.dispatch(Act::Saved);
        }
    })
}

/// Hands a file to the browser.
pub(super) fn save_file(bytes: &[u8], kind: &str, name: &str) -> bool {
    FileAddress::of_bytes(bytes, kind).is_some_and(|file| file.save(name))
}

/// A listener that takes everything off the desk; what is kept in the browser stays until it is deleted.
pub(super) fn close(dispatch: &Dispatch) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| {
        script::set_unsaved(false);
        dispatch.dispatch(Act::Clear);
    })
}
