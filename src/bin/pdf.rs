//! The PDF program: bytes of a file in, a document or a refusal out, in postcard's form. It comes only when a PDF is opened at the
//! desk (`src/app/desk_worker.js` calls it), since it is as large as all the rest of the desk.

use std::cell::RefCell;

use report_explorer::extract;

#[derive(Default)]
struct Program {
    input: Vec<u8>,
    output: Vec<u8>,
}

thread_local! {
    static PROGRAM: RefCell<Program> = RefCell::default();
}

fn main() {}

/// Where to write so many bytes of input.
#[unsafe(no_mangle)]
pub extern "C" fn input(n_bytes: usize) -> *mut u8 {
    PROGRAM.with_borrow_mut(|program| {
        program.input = vec![0; n_bytes];
        program.input.as_mut_ptr()
    })
}

/// Reads the file that is the input.
#[unsafe(no_mangle)]
pub extern "C" fn read() {
    PROGRAM.with_borrow_mut(|program| {
        let read = extract::read("report.pdf", &std::mem::take(&mut program.input));
        // Plain structs are always written to memory.
        program.output = postcard::to_allocvec(&read).unwrap_or_default();
    });
}

/// Where the outcome is.
#[unsafe(no_mangle)]
pub extern "C" fn output() -> *const u8 {
    PROGRAM.with_borrow(|program| program.output.as_ptr())
}

/// How many bytes it has.
#[unsafe(no_mangle)]
pub extern "C" fn output_length() -> usize {
    PROGRAM.with_borrow(|program| program.output.len())
}
