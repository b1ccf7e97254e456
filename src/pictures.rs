//! Pictures of a report to take away: a card for each figure, 一图读懂, the whole report on one long
//! picture or a set of pages, and 一眼看全文, its sentences as bars. All are laid out in pixels of a phone and written three times as large.

mod block;
mod card;
mod column;
#[cfg(feature = "site")]
mod comparison;
mod foot;
mod long;
mod text_map;

use crate::chart::format::named;
use crate::model::{Figure, Report};
use crate::words::WORDS;

pub use card::{card, card_name, draw_card};
#[cfg(feature = "site")]
pub use comparison::comparison_card;
pub use long::{PAGE_SIZE, draw_pages, long, pages};
pub use text_map::{
    Bar, HEADING_SIZE, MAP_WIDTH, TextMap, draw_text_map, text_map, text_map_sheet,
};

/// Sizes of a card in pixels; the first is drawn when the site is made.
pub const CARD_SIZES: [(u32, u32); 3] = [(1080, 1080), (1080, 1440), (1280, 720)];

/// Most figures of a report that all get a card when the site is made.
const MAX_CARDS: usize = 200;

/// Whether a figure's card is drawn when the site is made: of a long report only those of figures that
/// an editor put first, asked for or charted.
pub fn has_card(report: &Report, figure: &Figure) -> bool {
    report.figures.len() <= MAX_CARDS
        || report.highlights.contains(&figure.id)
        || report.questions.iter().any(|question| question.figures.contains(&figure.id))
        || report.charts.iter().any(|chart| chart.figures.contains(&figure.id))
}

/// What a file among the pictures is called where it is saved: 梧州2020-一图读懂-long.png.
pub fn file_name(report: &Report, name: &str) -> String {
    named(report, &format!("{}-{name}", WORDS.pages.pictures))
}

/// Pixels of a file for each that is laid out.
const SCALE: u32 = 3;
/// Width of a phone, and so of what is read on one.
const WIDTH: u32 = 360;
/// White at both sides.
const MARGIN: i32 = 24;
/// Width of what is written between them.
const INNER: i32 = WIDTH as i32 - 2 * MARGIN;
/// Pixels a module of a QR code is wide.
const MODULE_WIDTH: i32 = 2;
