//! How a chart is saved as a picture: size, colours, with or without notes and QR code; and what
//! the file is called. Every choice of a reader gives the same bytes natively and in the browser.

use crate::model::{Chart, Report};
use crate::route::Preset;

use super::code::modules;
use super::layout::{draw, fit};
use super::rows::{Order, rows};
use super::svg::{Notes, Theme, frame, write_svg};
use super::{WIDE, picture::Picture};

/// Longest side of a picture in pixels: phones fail to draw on larger canvases.
pub const MAX_SIDE: u32 = 4096;

/// Pixels of a picture drawn when the site is made for each of its own.
pub const BUILT_SCALE: u32 = 2;

/// How a chart is saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Format {
    /// Size.
    pub preset: Preset,
    /// Dark instead of light.
    pub dark: bool,
    /// With a QR code of the address.
    pub code: bool,
    /// Without the chart's notes.
    pub without_notes: bool,
}

/// A chart ready to be saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The picture as an SVG file.
    pub svg: String,
    /// Its size in pixels.
    pub size: (u32, u32),
    /// The colour around all that is drawn.
    pub paper: &'static str,
}

/// The sheet of a chart; `address` is where its page is, empty while that is not known.
pub fn sheet(
    report: &Report,
    chart: &Chart,
    order: Order,
    address: &str,
    format: &Format,
) -> Sheet {
    let rows = rows(report, chart, order);
    let notes = if format.without_notes { Notes::LeftOut } else { Notes::Included };
    let mut frame = frame(report, chart, &rows, address, notes);
    frame.code = format.code.then(|| modules(address)).flatten();
    let (picture, size): (Picture, (u32, u32)) = match format.preset.size() {
        Some((width, height)) => (fit(&rows, &frame, width, height), (width, height)),
        None => {
            let picture = draw(&rows, &frame, WIDE);
            let size = (picture.width, picture.height);
            (picture, size)
        }
    };
    let theme = if format.dark { Theme::Dark } else { Theme::Light };
    let svg = write_svg(&picture, &chart.title, &chart.description, theme, size);
    Sheet { svg, size, paper: theme.paper() }
}

/// The size of a picture of `size` at `scale`, no side longer than [`MAX_SIDE`], proportions
/// kept.
pub fn pixels(size: (u32, u32), scale: u32) -> (u32, u32) {
    let longest = size.0.max(size.1).max(1);
    let most = f64::from(MAX_SIDE) / f64::from(longest);
    let scale = f64::from(scale.max(1)).min(most);
    let side = |side: u32| ((f64::from(side) * scale).round() as u32).clamp(1, MAX_SIDE);
    (side(size.0), side(size.1))
}

/// Most characters of a chart's words in the name of a file.
const MAX_NAME_LENGTH: usize = 40;

/// The name of a file that says what it holds: 梧州2020-人民调解-1280x720.png.
pub fn file_name(report: &Report, chart: &Chart, size: Option<(u32, u32)>, ending: &str) -> String {
    let name = name_in_files(chart);
    // Two charts of one title are told apart by their ids.
    let before = report.charts.iter().take_while(|known| known.id != chart.id);
    let is_taken = before.map(name_in_files).any(|known| known == name);
    let name = if is_taken { format!("{name}-{}", chart.id) } else { name };
    let size = size.map_or_else(String::new, |(width, height)| format!("-{width}x{height}"));
    named(report, &format!("{name}{size}.{ending}"))
}

/// A file's name with whose and of which year it is before it: 梧州2020-…
pub fn named(report: &Report, name: &str) -> String {
    format!("{}{}-{name}", place_name(&report.site.place), report.year)
}

/// A place as it is called in names of files: 梧州 for 梧州市.
fn place_name(place: &str) -> &str {
    let short = place.trim_end_matches(['省', '市', '县', '区']);
    if short.chars().count() < 2 { place } else { short }
}

fn name_in_files(chart: &Chart) -> String {
    words_in_files(if chart.name.is_empty() { &chart.title } else { &chart.name })
}

/// Words as they stand in the name of a file.
pub fn words_in_files(words: &str) -> String {
    // Characters with a meaning of their own to Windows, URLs or shells are left out.
    words
        .chars()
        .filter(|ch| ch.is_alphanumeric() || matches!(ch, '%' | '.' | '-' | '“' | '”'))
        .take(MAX_NAME_LENGTH)
        .collect()
}
