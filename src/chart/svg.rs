//! A chart as an SVG file that needs nothing else: it has title, description, language, colours and
//! source. Word processors can place it as it is.

use std::fmt::Write as _;

use crate::markup::escape;
use crate::model::{Chart, Report};
use crate::number::decimal;
use crate::palette::{self, Palette};
use crate::words::WORDS;

use super::code::modules;
use super::layout::{Frame, draw};
use super::picture::{Anchor, Picture, Run, Shape};
use super::rows::{Order, Rows, rows};

/// Fonts with Chinese characters, the same as on screen.
pub const FONTS: &str = "'PingFang SC','HarmonyOS Sans SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif";

/// Fonts of the report's own words: a Song face, as print has it.
const SERIF_FONTS: &str = "'Songti SC','SimSun','Noto Serif CJK SC','Source Han Serif SC',serif";

/// Colours of a file; on screen the style sheet has them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Ink on paper.
    #[default]
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &palette::LIGHT,
            Self::Dark => &palette::DARK,
        }
    }

    /// The colour of the ground.
    #[allow(clippy::misnamed_getters, reason = "a picture's paper is the colour of cards")]
    pub fn paper(self) -> &'static str {
        self.palette().card
    }

    /// The attributes that make a class visible. A style sheet would be shorter, but word
    /// processors read none in a picture, or half of one.
    fn paint(self, class: &str) -> String {
        let Palette { card, ink, second_ink, line, accent, second_accent, warm, .. } =
            self.palette();
        let bold = |colour: &str| format!("fill=\"{colour}\" font-weight=\"700\"");
        match class {
            "bar" => format!("fill=\"{accent}\""),
            "bar second" => format!("fill=\"{second_accent}\""),
            "bar computed" => {
                format!("fill=\"none\" stroke=\"{second_ink}\" stroke-dasharray=\"3 3\"")
            }
            "bar third" => format!("fill=\"{second_ink}\""),
            "bar left" => format!("fill=\"none\" stroke=\"{second_ink}\""),
            "bar open" => {
                format!("fill=\"{}\" stroke=\"{accent}\" stroke-width=\"3\"", self.paper())
            }
            "bar second open" => {
                format!("fill=\"{}\" stroke=\"{second_accent}\" stroke-width=\"3\"", self.paper())
            }
            "stream" => format!("fill=\"{accent}\" fill-opacity=\"0.35\""),
            "stream left" => format!("fill=\"{warm}\" fill-opacity=\"0.35\""),
            "bar warm" => format!("fill=\"{warm}\""),
            "axis" => format!("stroke=\"{line}\""),
            "trend" => format!("stroke=\"{accent}\" stroke-width=\"2\""),
            "amount" => bold(accent),
            "amount about" => bold(warm),
            "title" => bold(ink),
            "band" => format!("fill=\"{accent}\""),
            "on band" => bold(card),
            "on band note" => format!("fill=\"{card}\""),
            "quote" => format!("fill=\"{ink}\" font-family=\"{SERIF_FONTS}\""),
            "quote lit" => format!("{} font-family=\"{SERIF_FONTS}\"", bold(accent)),
            "note" => format!("fill=\"{second_ink}\""),
            _ => format!("fill=\"{ink}\""),
        }
    }
}

/// The file of a chart, `width` pixels wide and as high as it needs to be.
pub fn chart_svg(
    report: &Report,
    chart: &Chart,
    address: &str,
    width: u32,
    theme: Theme,
) -> String {
    let rows = rows(report, chart, Order::Given);
    let picture = draw(&rows, &frame(report, chart, &rows, address, Notes::Included), width);
    write_svg(&picture, &chart.title, &chart.description, theme, (picture.width, picture.height))
}

/// Whether a picture has the chart's notes below it. What is approximate or computed is said in
/// either case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notes {
    /// With them.
    Included,
    /// Without them.
    LeftOut,
}

/// The words around a chart in its picture, so that a picture passed on still says what it shows
/// and where that comes from.
pub fn frame(report: &Report, chart: &Chart, rows: &Rows, address: &str, notes: Notes) -> Frame {
    let mut footer = Vec::new();
    footer.extend(rows.about_note().map(str::to_string));
    footer.extend(rows.computed_note().map(str::to_string));
    if !chart.note.is_empty() && notes == Notes::Included {
        footer.push(chart.note.clone());
    }
    footer.push(source(report));
    if !address.is_empty() {
        footer.push(address.to_string());
    }
    Frame {
        title: chart.title.clone(),
        subtitle: chart.subtitle.clone(),
        footer,
        code: None,
        margin: 20,
        spacing: 0,
        large: false,
    }
}

/// Where the numbers come from, in one line.
pub fn source(report: &Report) -> String {
    let date = report.date.map(|date| date.to_string());
    let issuers = report.issuers.join(WORDS.punctuation.list);
    (WORDS.pictures.source)(&report.title, &issuers, date.as_deref())
}

/// A picture as SVG of `size` pixels, whatever size it was laid out for.
pub fn write_svg(
    picture: &Picture,
    title: &str,
    description: &str,
    theme: Theme,
    size: (u32, u32),
) -> String {
    let Picture { width, height, .. } = picture;
    // Where proportions differ by less than a pixel, so much more or less paper is shown. A picture that
    // may be stretched would have none of its own to whoever shows it smaller.
    let high = f64::from(*width) * f64::from(size.1) / f64::from(size.0.max(1));
    let is_alike = (high - f64::from(*height)).abs() < 1.0;
    let (high, stretch) = match is_alike {
        true => ((high * 1000.0).round() / 1000.0, ""),
        false => (f64::from(*height), " preserveAspectRatio=\"none\""),
    };
    let high_words = decimal::write(high);
    let paper = theme.paper();
    let paint = |class: &str| theme.paint(class);
    let mut svg = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {width} {high_words}\"{stretch} role=\"img\" lang=\"zh-CN\" \
         aria-labelledby=\"t d\" font-family=\"{FONTS}\">\n<title id=\"t\">{}</title>\n<desc id=\"d\">{}</desc>\n\
         <rect width=\"{width}\" height=\"{}\" fill=\"{paper}\"/>",
        size.0,
        size.1,
        escape(title),
        escape(description),
        high.ceil() as u32
    );
    for shape in picture.ground.iter().chain(picture.marks.iter().flat_map(|mark| &mark.shapes)) {
        write_shape(&mut svg, shape, &paint);
        svg.push('\n');
    }
    svg + "</svg>\n"
}

/// The QR code of an address as a picture of its own, `label` told to who cannot see it; none for an
/// address that no code holds.
pub fn code_picture(address: &str, label: &str) -> Option<String> {
    let rows = modules(address)?;
    let (size, path, label) = (rows.len(), dark_modules(0, 0, 1, &rows), escape(label));
    Some(format!(
        "<svg class=\"qr-code\" role=\"img\" aria-label=\"{label}\" viewBox=\"0 0 {size} {size}\">\
         <rect width=\"{size}\" height=\"{size}\" fill=\"#fff\"/><path d=\"{path}\"/></svg>"
    ))
}

/// Rectangles as one path.
pub(crate) fn cells_path(cells: &[[i32; 4]]) -> String {
    let rectangle =
        |[x, y, width, height]: &[i32; 4]| format!("M{x} {y}h{width}v{height}h-{width}z");
    cells.iter().map(rectangle).collect()
}

/// Writes a shape; `paint` gives the attributes that say what its class looks like.
pub(crate) fn write_shape(svg: &mut String, shape: &Shape, paint: &dyn Fn(&str) -> String) {
    // Writing to a string cannot fail.
    let _ = match shape {
        Shape::Rect { x, y, width, height, class } => {
            write!(
                svg,
                "<rect {} x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>",
                paint(class)
            )
        }
        Shape::Disc { centre, radius, class } => {
            write!(
                svg,
                "<circle {} cx=\"{}\" cy=\"{}\" r=\"{radius}\"/>",
                paint(class),
                centre.0,
                centre.1
            )
        }
        Shape::Polygon { corners, class } => {
            let points: Vec<String> = corners.iter().map(|(x, y)| format!("{x},{y}")).collect();
            write!(svg, "<polygon {} points=\"{}\"/>", paint(class), points.join(" "))
        }
        Shape::Cells { cells, class } => {
            write!(svg, "<path {} d=\"{}\"/>", paint(class), cells_path(cells))
        }
        Shape::Modules { x, y, module, rows } => {
            let size = module * rows.len() as i32;
            let path = dark_modules(*x, *y, *module, rows);
            write!(
                svg,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{size}\" height=\"{size}\" fill=\"#fff\"/>\n<path d=\"{path}\" fill=\"#000\"/>"
            )
        }
        Shape::Line { from, to, class } => {
            write!(
                svg,
                "<line {} x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>",
                paint(class),
                from.0,
                from.1,
                to.0,
                to.1
            )
        }
        Shape::Runs { x, y, runs } => {
            let runs: String = runs
                .iter()
                .map(|Run { words, size, class }| {
                    format!(
                        "<tspan {} font-size=\"{size}\">{}</tspan>",
                        paint(class),
                        escape(words)
                    )
                })
                .collect();
            write!(svg, "<text x=\"{x}\" y=\"{y}\">{runs}</text>")
        }
        Shape::Text { x, y, size, anchor, class, words } => {
            write!(
                svg,
                "<text {} x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{}>{}</text>",
                paint(class),
                anchor_attribute(*anchor),
                escape(words)
            )
        }
    };
}

/// The dark modules as one path, runs of a row in one piece: scanners want no gaps between them.
fn dark_modules(x: i32, y: i32, module: i32, rows: &[Vec<bool>]) -> String {
    let mut path = String::new();
    for (row, top) in rows.iter().zip((y..).step_by(module as usize)) {
        let mut left = x;
        for run in row.chunk_by(|one, other| one == other) {
            let width = module * run.len() as i32;
            if run[0] {
                let _ = write!(path, "M{left} {top}h{width}v{module}h-{width}z");
            }
            left += width;
        }
    }
    path
}

fn anchor_attribute(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    }
}
