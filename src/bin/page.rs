//! The page's entry: takes over the HTML that is there, with the report it is handed.

use report_explorer::{app, archive};
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Opens the report whose bytes these are (`src/app/start.js` has them from the module itself, or from
/// an older year's file).
///
/// # Errors
/// If they are not a report of this version.
#[wasm_bindgen]
pub fn open(bytes: &[u8]) -> Result<(), String> {
    app::start(archive::read(bytes).ok_or("the report is of another version")?);
    Ok(())
}
