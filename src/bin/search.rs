//! The search program: a report's bytes and a query in, hits out. It knows neither Yew nor the
//! browser, so that it is small and answers before the page is taken over (`src/app/search_box.js`
//! calls it).
//!
//! Its script writes into [`input`] and reads what [`output`] points to: text in UTF-8, and places as
//! pairs of little-endian `u32`.

use std::cell::RefCell;

use report_explorer::answer::Searcher;
use report_explorer::archive;
use report_explorer::route::Route;

#[derive(Default)]
struct Program {
    input: Vec<u8>,
    output: Vec<u8>,
    searcher: Option<Searcher>,
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

/// Where the last output is.
#[unsafe(no_mangle)]
pub extern "C" fn output() -> *const u8 {
    PROGRAM.with_borrow(|program| program.output.as_ptr())
}

/// How many bytes it has.
#[unsafe(no_mangle)]
pub extern "C" fn output_length() -> usize {
    PROGRAM.with_borrow(|program| program.output.len())
}

/// Opens the report whose bytes are the input; 0 if they are none.
#[unsafe(no_mangle)]
pub extern "C" fn open() -> u32 {
    PROGRAM.with_borrow_mut(|program| {
        program.searcher = archive::read(&program.input).map(Searcher::of);
        u32::from(program.searcher.is_some())
    })
}

/// Answers the query that is the input, behind the path of the page and a line end: for the box
/// below its field, or with `every` hit. The number of hits, -1 where nothing was looked for; the
/// output is HTML.
#[unsafe(no_mangle)]
pub extern "C" fn answer(every: u32) -> i32 {
    PROGRAM.with_borrow_mut(|program| {
        let input = String::from_utf8_lossy(&program.input);
        let (here, query) = input.split_once('\n').unwrap_or_default();
        let here = Route::parse(here);
        let Some(searcher) = &program.searcher else { return -1 };
        let answer =
            if every == 0 { searcher.panel(&here, query) } else { searcher.results(&here, query) };
        program.output = answer.html.into_bytes();
        answer.n_hits.map_or(-1, |n_hits| n_hits as i32)
    })
}

/// Finds the query that is the input in the report's text: number of matches, whose places are the
/// output.
#[unsafe(no_mangle)]
pub extern "C" fn places() -> u32 {
    PROGRAM.with_borrow_mut(|program| {
        let query = String::from_utf8_lossy(&program.input);
        let Some(searcher) = &program.searcher else { return 0 };
        let matches = searcher.text_matches(&query);
        program.output = matches
            .iter()
            .flat_map(|span| [span.start, span.end])
            .flat_map(u32::to_le_bytes)
            .collect();
        matches.len() as u32
    })
}
