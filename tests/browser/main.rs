//! The built site in a real browser: what citizens do, and what they still see when something is
//! missing. Needs `dist/` and ChromeDriver; `make test` sees to both.

mod accessibility;
mod appearance;
mod archive;
mod changes;
mod chromium;
mod comparing;
mod contents;
mod desk;
mod embedding;
mod engines;
mod failures;
mod finding;
mod hosting;
#[path = "../kernel_floor.rs"]
#[allow(dead_code, reason = "only the native tests refuse")]
mod kernel_floor;
mod kernels;
mod keyboard;
mod large_print;
mod links;
mod offline;
mod places;
mod policies;
mod printing;
mod read_aloud;
mod reading;
mod saving;
mod servers;
mod sights;
mod single_file;
mod stage;
mod tree;
mod walk;
mod wide;
