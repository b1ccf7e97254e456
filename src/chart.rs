//! Chart to picture: rows from figures, laid out by plotters, drawn by a back end of our own into a
//! [`Picture`]. The same picture becomes Yew nodes on screen and an SVG file; native and WASM give
//! the same bytes.
//!
//! 1. [`rows`] says what is drawn: one row a mark, with its words and its figure.
//! 2. [`layout`] gives every row its place, for one width; plotters maps values to pixels.
//! 3. [`picture`] is the outcome; [`svg`] writes it as a file.

mod backend;
pub mod code;
pub mod coverage;
pub mod custom;
pub mod format;
pub mod layout;
pub mod picture;
pub mod rows;

pub mod svg;
pub mod table;

pub use layout::{Frame, draw, fit};
pub use picture::{Anchor, Mark, Picture, Shape, text_width};

/// Width of a chart on a phone, in pixels.
pub const NARROW: u32 = 360;
/// Width of a chart beside or below wide text, in pixels.
pub const WIDE: u32 = 720;
