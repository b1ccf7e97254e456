//! Chart to picture: rows from figures, laid out through plotters, drawn into a [`Picture`]. The
//! same picture is written into pages and into SVG files; native and WASM give the same bytes.
//!
//! 1. [`rows`] says what is drawn: a mark for each row, with its words and its figure.
//! 2. [`layout`] says where, for one width; plotters maps values to pixels and draws on `backend`.
//! 3. [`picture`] is what comes of it; [`svg`] writes it as a file, [`mod@format`] in the sizes and
//!    colours that a reader can choose.
//! 4. [`table`] has the same rows as data; [`custom`] makes a chart of figures a reader chose.

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

pub use layout::{Frame, draw, draw_low, fit};
pub use picture::{Anchor, Mark, Picture, Run, Shape, text_width};

/// Width of a picture for a wide page, in pixels.
pub const WIDE: u32 = 720;
