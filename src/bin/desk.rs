//! The desk's entry: opens the desk on the page, and carries out its tasks in the worker.

use report_explorer::desk;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Opens the desk on the page that `src/app/desk.js` has loaded.
#[wasm_bindgen]
pub fn open() {
    desk::start();
}

/// Carries out the task that these bytes are; the outcome as bytes.
#[wasm_bindgen]
pub async fn perform(task: Vec<u8>) -> Vec<u8> {
    desk::task::perform_bytes(&task).await
}
