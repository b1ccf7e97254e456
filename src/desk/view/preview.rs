//! The explorer as readers will have it: the single file of the year, in a frame that can do nothing
//! to the desk.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::work::perform;
use super::{ViewProps, act};
use crate::app::browser::FileAddress;
use crate::app::browser::desk::site_file;
use crate::desk::state::{Act, Tab};
use crate::desk::task::{Finding, Outcome, Task};
use crate::desk::work::Work;
use crate::words::DESK as WORDS;

#[component]
pub(super) fn Preview(ViewProps { desk, dispatch }: &ViewProps) -> Html {
    let desk = &desk.0;
    let shown = use_state(|| None::<(u32, FileAddress)>);
    {
        let shown = shown.clone();
        let (work, year, dispatch) = (desk.work.clone(), desk.year, dispatch.0.clone());
        use_effect_with(desk.version, move |version| {
            let version = *version;
            spawn_local(async move {
                let Some(work) = work else { return };
                match explorer(&work, year).await {
                    Ok(file) => {
                        let address = FileAddress::of_bytes(&file, "text/html;charset=utf-8");
                        shown.set(address.map(|address| (version, address)));
                    }
                    Err(finding) => dispatch.dispatch(Act::Fail(finding)),
                }
            });
        });
    }
    let n_open = desk.open_items().len();
    html! {
        <div class="desk-preview">
            if n_open > 0 {
                <p class="desk-message">
                    { (WORDS.preview_unchecked)(n_open) }{ " " }
                    <button type="button" class="primary" onclick={act(&dispatch.0, || Act::Show(Tab::Review))}>{ WORDS.start_review }</button>
                </p>
            }
            if let Some((version, address)) = &*shown {
                <iframe
                    key={*version}
                    title={WORDS.tab_preview}
                    src={address.as_str().to_string()}
                    sandbox="allow-scripts allow-popups allow-downloads"
                />
            } else {
                <p role="status" class="quiet">{ WORDS.busy_rendering }</p>
            }
        </div>
    }
}

/// The single file of a year.
pub(super) async fn explorer(work: &Work, year: u16) -> Result<Vec<u8>, Finding> {
    let program = site_file("program").await.map_err(Finding::from)?;
    match perform(Task::Explorer { files: work.files(), year, program }).await? {
        Outcome::File(bytes) => Ok(bytes),
        Outcome::Refused(finding) => Err(finding),
        _ => Err(Finding::default()),
    }
}
