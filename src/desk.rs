//! The desk (工作台): any report opened, corrected and published in the browser, by the code that the
//! tool runs. Nothing is sent anywhere.
//!
//! ```text
//! a file ──> task (worker): extract ──> draft ──┐
//! archive, this site's own data ────────────────┴─> work ──> task: look ──> what is shown
//!                                                    ^                        │
//!                                                    └── edit <── a decision ─┘
//! work ──> task: pictures ──> drawn here ──> task: site ──> site.zip, explorer.html, data.zip
//! ```
//!
//! [`work`] is the data folder in memory, [`edit`] what a clerk decides, [`queue`] what is open,
//! [`mend`] where what is wrong is put right, [`task`] what the worker does. [`state`] holds all that is
//! shown, and the views are Yew.

pub mod edit;
mod mend;
pub mod queue;
pub mod renew;
mod state;
pub mod task;
mod view;
pub mod work;

pub use view::DeskView;

/// Opens the desk in the element that the page has for it.
#[cfg(feature = "desk-program")]
pub fn start() {
    if let Some(root) = crate::app::browser::desk::root() {
        yew::Renderer::<view::DeskView>::with_root(root).render();
    }
}
