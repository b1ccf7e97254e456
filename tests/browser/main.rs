//! The built site in a real browser: what citizens do, and what they still see when something is
//! missing. Needs `dist/` and ChromeDriver; `make test` sees to both.

mod appearance;
mod archive;
mod chromium;
mod embedding;
mod engines;
mod failures;
mod finding;
#[path = "../kernel_floor.rs"]
#[allow(dead_code, reason = "only the native tests refuse")]
mod kernel_floor;
mod kernels;
mod offline;
mod policies;
mod reading;
mod saving;
mod single_file;
mod walk;
