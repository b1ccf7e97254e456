//! Finds every substring: folds text and query alike, looks up the places of the query's rarest
//! character, and compares there. Full recall, no segmentation; what matched is told in the
//! original's own characters.
//!
//! 1. [`fold`] makes texts comparable. 2. [`index`] holds the folded corpus and the places of every
//! character.
//! 3. [`query`] tries, in order: exact, several words, number by `value`, pinyin and same `sound`,
//! `near`.

pub mod fold;
pub mod index;
mod near;
pub mod query;
mod sound;
mod value;

pub use index::{Entry, Index, Kind};
pub use query::{Hit, LONGEST, Method, Outcome, search};
