//! The search program: a report's bytes and a query in, hits out. It knows neither Yew nor the
//! browser, so that it is small and answers before the page is taken over (`src/app/search_box.js`
//! calls it).
//!
//! Text is UTF-8, places are pairs of little-endian `u32`.

use std::cell::RefCell;

use report_explorer::answer::Searcher;
use report_explorer::archive;
use report_explorer::exchange;
use report_explorer::route::Route;

exchange!();

thread_local! {
    static SEARCHER: RefCell<Option<Searcher>> = RefCell::default();
}

fn main() {}

/// Opens the report whose bytes are the input; 0 if they are none.
#[unsafe(no_mangle)]
pub extern "C" fn open() -> u32 {
    SEARCHER.with_borrow_mut(|searcher| {
        *searcher = archive::read(&take_input()).map(Searcher::of);
        u32::from(searcher.is_some())
    })
}

/// Answers the query that is the input, behind the path of the page and a line end: for the box
/// below its field, or with `every` hit. The number of hits, -1 where nothing was looked for; the
/// output is HTML.
#[unsafe(no_mangle)]
pub extern "C" fn answer(every: u32) -> i32 {
    let input = take_input();
    let input = String::from_utf8_lossy(&input);
    let (here, query) = input.split_once('\n').unwrap_or_default();
    let here = Route::parse(here);
    SEARCHER.with_borrow(|searcher| {
        let Some(searcher) = searcher else { return -1 };
        let answer =
            if every == 0 { searcher.panel(&here, query) } else { searcher.results(&here, query) };
        put_out(answer.html.into_bytes());
        answer.n_hits.map_or(-1, |n_hits| n_hits as i32)
    })
}

/// Finds the query that is the input in the report's text: number of matches, whose places are the
/// output.
#[unsafe(no_mangle)]
pub extern "C" fn places() -> u32 {
    let input = take_input();
    let query = String::from_utf8_lossy(&input);
    SEARCHER.with_borrow(|searcher| {
        let Some(searcher) = searcher else { return 0 };
        let matches = searcher.text_matches(&query);
        let places = matches.iter().flat_map(|span| [span.start, span.end]);
        put_out(places.flat_map(u32::to_le_bytes).collect());
        matches.len() as u32
    })
}
