//! Finds every substring of what a report offers, without cutting it into words; else what has the
//! same value or sound, or one character changed. Matches are given as spans of the original words.
//!
//! 1. [`fold`] makes the same characters of what is the same to a reader.
//! 2. `folded_text` holds all folded words and the positions of each character of its `alphabet`;
//!    `sound` says how they are read.
//! 3. [`index`] fills both with the entries that a report offers.
//! 4. [`query`] tries, in order: exact, several words, number by `value`; what `everyday` words mean;
//!    pinyin and same `sound`, `near`.
//! 5. [`archive`] finds in all reports of a site, by files of which a query needs few.

mod alphabet;
pub mod archive;
mod everyday;
pub mod fold;
mod folded_text;
mod hits;
pub mod index;
mod near;
pub mod query;
mod sound;
mod understanding;
mod value;

pub use hits::Hit;
pub use index::{Entry, Index, Kind};
pub use query::{MAX_QUERY_LENGTH, Method, SearchResults, search};
pub use understanding::Understood;
