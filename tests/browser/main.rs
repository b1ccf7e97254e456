//! The built site in a real browser: what citizens do, and what they still see when something is
//! missing. Needs `dist/` and ChromeDriver; `make test` sees to both.

mod accessibility;
mod archive;
mod changes;
mod chromium;
mod embedding;
mod engines;
mod failures;
mod finding;
mod hosting;
mod kernels;
mod keyboard;
mod links;
mod offline;
mod places;
mod policies;
mod reading;
mod saving;
mod single_file;
mod stage;
mod walk;
