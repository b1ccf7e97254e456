//! Where everything of a chart is drawn, for one width: the words around it, and between them what
//! its form makes of the rows. Plotters turns values into pixels.

mod bars;
mod columns;
mod dots;
mod flow;
mod key;
#[cfg(feature = "site")]
mod slope;
mod stat;
mod units;

use super::picture::{Anchor, Picture, Shape, text_width, wrap};
use super::rows::{Form, Rows};

/// What surrounds the rows; each may be empty. On a page these words are HTML, in a saved file they
/// are part of the picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frame {
    /// What is seen.
    pub title: String,
    /// What is counted.
    pub subtitle: String,
    /// Notes and source, a paragraph each.
    pub footer: Vec<String>,
    /// Modules of a QR code, beside the footer.
    pub code: Option<Vec<Vec<bool>>>,
    /// White on all four sides.
    pub margin: i32,
    /// Room for letters that a reader sets apart, in thousandths of their size.
    pub spacing: i32,
    /// Whether nothing is set smaller than the labels, for large print.
    pub large: bool,
}

impl Frame {
    /// Width of a label or value, its letters and words as far apart as a reader may want them.
    pub(super) fn width_of(&self, words: &str) -> i32 {
        // Between words it is 4/3 of that more (WCAG 2.2, 1.4.12: .12 and .16 of the size).
        let gaps = 3 * words.chars().count() + 4 * words.matches(' ').count();
        text_width(words, LABEL_SIZE) + (gaps as i32 * self.spacing * LABEL_SIZE / 3 + 999) / 1000
    }
}

/// Size of the letters of what is said beside.
const NOTE_SIZE: i32 = 12;
/// Size of the letters of labels and values.
const LABEL_SIZE: i32 = 15;
/// Height of a line of a label.
const LINE_HEIGHT: i32 = 21;
/// Narrowest picture; for less, words would be broken at every character.
const MIN_WIDTH: u32 = 240;
/// Pixels a module of a QR code is wide.
const MODULE_WIDTH: i32 = 3;
/// Most that a row grows by where a format leaves room.
const MAX_AIR: i32 = 64;
/// What a row may lose where a format leaves little room: a saved picture is not tapped, so its
/// rows need not be a finger high.
const MIN_AIR: i32 = -12;
/// The widths that a picture of given proportions is tried with, narrowest and so largest letters
/// first.
const WIDTHS_TO_FIT: std::ops::Range<u32> = 320..8000;
/// Steps between them.
const WIDTH_STEP: usize = 20;

/// The picture of `rows` for a width (240 pixels at least), as high as it needs to be.
pub fn draw(rows: &Rows, frame: &Frame, width: u32) -> Picture {
    draw_within(rows, frame, width, 0, 0)
}

/// The same as low as can be, for pictures that nobody taps.
pub fn draw_low(rows: &Rows, frame: &Frame, width: u32) -> Picture {
    draw_within(rows, frame, width, 0, MIN_AIR)
}

/// The picture of `rows` in the proportions of `width` to `height`: letters as large as fit, and
/// the height that is left given to the rows. It has the size it is laid out for, not the one asked
/// for: the writer of the file scales it.
pub fn fit(rows: &Rows, frame: &Frame, width: u32, height: u32) -> Picture {
    let height_for = |layout_width: u32| {
        (u64::from(layout_width) * u64::from(height) / u64::from(width.max(1))) as u32
    };
    let fits = |layout_width: &u32| {
        draw_within(rows, frame, *layout_width, 0, MIN_AIR).height <= height_for(*layout_width)
    };
    let layout_width = WIDTHS_TO_FIT.step_by(WIDTH_STEP).find(fits).unwrap_or(WIDTHS_TO_FIT.end);
    draw_within(rows, frame, layout_width, height_for(layout_width), MIN_AIR)
}

fn draw_within(
    rows: &Rows,
    frame: &Frame,
    width: u32,
    least_height: u32,
    least_air: i32,
) -> Picture {
    let width = width.max(MIN_WIDTH);
    let inner = width as i32 - 2 * frame.margin;
    let mut ground = Vec::new();
    let top = head(frame, inner, &mut ground);
    let foot_height = foot(frame, inner, 0, &mut Vec::new());
    let draw = |air: i32| draw_form(rows, &Space { frame, width, top, air });

    let mut picture = draw(least_air);
    let needed = picture.height as i32 + foot_height + frame.margin;
    let room = (least_height as i32 - needed).max(0);
    let air = (least_air + room / rows.rows.len().max(1) as i32).min(MAX_AIR);
    if air > least_air {
        picture = draw(air);
    }
    let height = (picture.height as i32 + foot_height + frame.margin).max(least_height as i32);
    foot(frame, inner, height - frame.margin - foot_height, &mut ground);
    ground.append(&mut picture.ground);
    Picture { width, height: height as u32, ground, marks: picture.marks }
}

/// Where the rows are drawn, from below the head on.
struct Space<'frame> {
    frame: &'frame Frame,
    /// Width of the picture.
    width: u32,
    /// Upper edge of what is drawn.
    top: i32,
    /// Pixels that each row is higher than it needs to be.
    air: i32,
}

impl Space<'_> {
    /// Width between the margins.
    fn inner(&self) -> i32 {
        self.width as i32 - 2 * self.frame.margin
    }

    /// Size of the letters of what is said beside.
    fn note_size(&self) -> i32 {
        if self.frame.large { LABEL_SIZE } else { NOTE_SIZE }
    }

    /// Lines no wider than `width` with their letters and words as far apart as a reader may want them.
    fn wrap(&self, words: &str, size: i32, width: i32) -> Vec<String> {
        let is_narrow = |line: &String| self.frame.width_of(line) * size <= width * LABEL_SIZE;
        let narrower = (width / 2..=width).rev().step_by(4);
        let mut tried = narrower.map(|width| wrap(words, size, width));
        tried
            .find(|lines| lines.iter().all(is_narrow))
            .unwrap_or_else(|| wrap(words, size, width / 2))
    }

    /// Width of a line whose letters a reader may set apart.
    fn line_width(&self, width: i32) -> i32 {
        width * 1000 / (1000 + self.frame.spacing)
    }
}

/// The rows in their form; the picture's height is where they end.
fn draw_form(rows: &Rows, space: &Space<'_>) -> Picture {
    match rows.form {
        Form::Bars => bars::draw(rows, space),
        Form::Dots => dots::draw(rows, space),
        Form::Units => units::draw(rows, space),
        Form::Flow => flow::draw(rows, space),
        Form::Stat => stat::draw(rows, space),
        #[cfg(feature = "site")]
        Form::Slope => slope::draw(rows, space),
    }
}

/// Draws title and subtitle; returns the upper edge of the rows.
fn head(frame: &Frame, inner: i32, ground: &mut Vec<Shape>) -> i32 {
    let mut y = frame.margin;
    for (words, size, class) in [(&frame.title, 21, "title"), (&frame.subtitle, 14, "note")] {
        let lines = wrap(words, size, inner);
        y = write_lines(ground, &lines, (frame.margin, y), (size, size * 7 / 5), class);
    }
    if frame.title.is_empty() { y } else { y + 12 }
}

/// Draws notes and source from `top` on, the QR code to their right; returns their height.
fn foot(frame: &Frame, inner: i32, top: i32, ground: &mut Vec<Shape>) -> i32 {
    const SIZE: i32 = 12;
    let code_size = frame.code.as_ref().map_or(0, |code| code.len() as i32 * MODULE_WIDTH);
    let mut y = if frame.footer.is_empty() { top } else { top + 12 };
    for words in &frame.footer {
        let lines = wrap(words, SIZE, (inner - code_size).max(SIZE * 8));
        y = write_lines(ground, &lines, (frame.margin, y), (SIZE, SIZE * 3 / 2), "note");
    }
    let height = (y - top).max(code_size);
    if let Some(rows) = &frame.code {
        ground.push(Shape::Modules {
            x: frame.margin + inner - code_size,
            y: top + height - code_size,
            module: MODULE_WIDTH,
            rows: rows.clone(),
        });
    }
    height
}

/// Words below each other, each line one of `lines`; returns where they end.
fn write_lines(
    shapes: &mut Vec<Shape>,
    lines: &[String],
    (x, top): (i32, i32),
    (size, line_height): (i32, i32),
    class: &'static str,
) -> i32 {
    for (line, top) in lines.iter().zip((top..).step_by(line_height as usize)) {
        let (words, anchor) = (line.clone(), Anchor::Start);
        shapes.push(Shape::Text { x, y: top + size, size, anchor, class, words });
    }
    top + lines.len() as i32 * line_height
}
