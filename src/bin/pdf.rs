//! The PDF program: bytes of a file in, a document or a refusal out, in postcard's form. It comes only when a PDF is opened at the
//! desk (`src/app/desk_worker.js` calls it), since it is as large as all the rest of the desk.

use report_explorer::{exchange, extract};

exchange!();

fn main() {}

/// Reads the file that is the input.
#[unsafe(no_mangle)]
pub extern "C" fn read() {
    let read = extract::read("report.pdf", &take_input());
    // Plain structs are always written to memory.
    put_out(postcard::to_allocvec(&read).unwrap_or_default());
}
