//! The formats a chart is saved in: proportions, size, colours, what stands beside the rows; and
//! the file's name.

use crate::model::{Chart, Report};

use super::code::modules;
use super::layout::{draw, fit};
use super::rows::{Order, rows};
use super::svg::{Theme, Words, frame, write_svg};
use super::{WIDE, picture::Picture};

/// Longest side of a picture in pixels; larger canvases fail on phones.
pub const LONGEST_SIDE: u32 = 4096;

/// Proportions of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Preset {
    /// As wide as on a wide page, as high as it needs to be.
    #[default]
    Original,
    /// 1280 × 720, for slides.
    Slide,
    /// 1080 × 1080.
    Square,
    /// 1080 × 1440, for phones.
    Portrait,
    /// 900 × 383, the cover of an article in WeChat.
    Cover,
}

impl Preset {
    /// All of them, in the order offered.
    pub const ALL: [Self; 5] =
        [Self::Original, Self::Slide, Self::Square, Self::Portrait, Self::Cover];

    /// Its name in an address.
    pub fn id(self) -> &'static str {
        match self {
            Self::Original => "",
            Self::Slide => "1280x720",
            Self::Square => "1080x1080",
            Self::Portrait => "1080x1440",
            Self::Cover => "900x383",
        }
    }

    /// The preset of that name, the original for any other.
    pub fn parse(id: &str) -> Self {
        Self::ALL.into_iter().find(|preset| preset.id() == id).unwrap_or_default()
    }

    /// Its size in pixels, where it has one of its own.
    pub fn size(self) -> Option<(u32, u32)> {
        let (width, height) = self.id().split_once('x')?;
        Some((width.parse().ok()?, height.parse().ok()?))
    }
}

/// How a chart is saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Format {
    /// Proportions.
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
    /// The picture as a file that stands by itself.
    pub svg: String,
    /// Its size in pixels.
    pub size: (u32, u32),
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
    let words = if format.without_notes { Words::WithoutNotes } else { Words::All };
    let mut frame = frame(report, chart, &rows, address, words);
    frame.code =
        Some(address).filter(|address| format.code && !address.is_empty()).and_then(modules);
    let (picture, size): (Picture, (u32, u32)) = match format.preset.size() {
        Some((width, height)) => (fit(&rows, &frame, width, height), (width, height)),
        None => {
            let picture = draw(&rows, &frame, WIDE);
            let size = (picture.width, picture.height);
            (picture, size)
        }
    };
    let theme = if format.dark { Theme::Dark } else { Theme::Light };
    Sheet { svg: write_svg(&picture, &chart.title, &chart.description, theme, size), size }
}

/// The size of a picture of `size` at `scale`, no side longer than [`LONGEST_SIDE`], proportions
/// kept.
pub fn pixels(size: (u32, u32), scale: u32) -> (u32, u32) {
    let longest = size.0.max(size.1).max(1);
    let most = f64::from(LONGEST_SIDE) / f64::from(longest);
    let scale = f64::from(scale.max(1)).min(most);
    let side = |side: u32| ((f64::from(side) * scale).round() as u32).clamp(1, LONGEST_SIDE);
    (side(size.0), side(size.1))
}

/// The name of a file that says what it holds: 梧州2020-人民调解-1280x720.png.
pub fn file_name(report: &Report, chart: &Chart, size: Option<(u32, u32)>, ending: &str) -> String {
    let place = report.site.place.trim_end_matches(['省', '市', '县', '区']);
    let place = if place.chars().count() < 2 { report.site.place.as_str() } else { place };
    let words = if chart.name.is_empty() { &chart.title } else { &chart.name };
    // What Windows, URLs or shells take for something else is left out.
    let name: String = words
        .chars()
        .filter(|ch| ch.is_alphanumeric() || matches!(ch, '%' | '.' | '-' | '“' | '”'))
        .take(40)
        .collect();
    let size = size.map_or_else(String::new, |(width, height)| format!("-{width}x{height}"));
    format!("{place}{}-{name}{size}.{ending}", report.year)
}
