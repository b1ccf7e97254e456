//! The archive program: a query in, what the other reports of the site have on it out. It says which
//! files it needs until it has its answer, and its script fetches them (`src/app/archive_hits.js`); it comes
//! when a reader looks for something on the search page of a site with several reports.

use std::cell::RefCell;

use report_explorer::answer::archive::ArchiveSearch;
use report_explorer::exchange;
use report_explorer::route::Route;

exchange!();

thread_local! {
    static SEARCH: RefCell<ArchiveSearch> = RefCell::default();
    static FILES: RefCell<Vec<Vec<u8>>> = RefCell::default();
}

fn main() {}

/// Begins to look for the query that is the input, behind the path of the page and a line end; the reader
/// has asked for more `n_more` times. How many files it needs, whose paths are the output.
#[unsafe(no_mangle)]
pub extern "C" fn begin(n_more: usize) -> usize {
    let input = take_input();
    let input = String::from_utf8_lossy(&input);
    let (here, query) = input.split_once('\n').unwrap_or_default();
    SEARCH.with_borrow_mut(|search| {
        search.begin(&Route::parse(here), query, n_more);
        put_wanted(search)
    })
}

/// Takes the input as the next of the files that it needs.
#[unsafe(no_mangle)]
pub extern "C" fn give() {
    FILES.with_borrow_mut(|files| files.push(take_input()));
}

/// Goes on with the files given. How many more it needs, whose paths are the output; with none, the
/// output is HTML.
#[unsafe(no_mangle)]
pub extern "C" fn go_on() -> usize {
    let files = FILES.take();
    SEARCH.with_borrow_mut(|search| match search.go_on(&files) {
        Some(html) => {
            put_out(html.into_bytes());
            0
        }
        None => put_wanted(search),
    })
}

/// Puts out the paths of the files that a search needs; how many.
fn put_wanted(search: &ArchiveSearch) -> usize {
    put_out(search.wanted().join("\n").into_bytes());
    search.wanted().len()
}
