//! Where everything of a chart is drawn, for one width: the words around it, and its rows one below
//! the other. Plotters turns values into pixels.

use plotters::coord::Shift;
use plotters::element::{Drawable, PointCollection};
use plotters::prelude::{ChartBuilder, DrawingArea, IntoDrawingArea};
use plotters_backend::BackendCoord;

use crate::number::decimal;

use super::backend::{DrawingResult, PictureBackend};
use super::picture::{Anchor, Mark, Picture, Shape, text_width, wrap};
use super::rows::{Look, Row, Rows};

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
}

impl Frame {
    /// Width of a label or value, its letters and words as far apart as a reader may want them.
    fn width_of(&self, words: &str) -> i32 {
        // Between words it is 4/3 of that more (WCAG 2.2, 1.4.12: .12 and .16 of the size).
        let gaps = 3 * words.chars().count() + 4 * words.matches(' ').count();
        text_width(words, LABEL_SIZE) + (gaps as i32 * self.spacing * LABEL_SIZE / 3 + 999) / 1000
    }
}

/// Size of the letters of labels and values.
const LABEL_SIZE: i32 = 15;
/// Height of a line of a label.
const LINE_HEIGHT: i32 = 21;
/// Height of a bar.
const BAR_HEIGHT: i32 = 20;
/// Narrowest picture; for less, words would be broken at every character.
const MIN_WIDTH: u32 = 240;
/// From this width on, labels stand beside their bars.
const WIDTH_FOR_LABELS_BESIDE: u32 = 560;
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

/// A row, and where it is drawn.
struct PlacedRow<'rows> {
    at: usize,
    row: &'rows Row,
    lines: Vec<String>,
    top: i32,
    height: i32,
}

/// The picture of `rows` for a width (240 pixels at least), as high as it needs to be.
pub fn draw(rows: &Rows, frame: &Frame, width: u32) -> Picture {
    draw_within(rows, frame, width, 0, 0)
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
    let beside = width >= WIDTH_FOR_LABELS_BESIDE;
    let longest = rows.rows.iter().map(|row| frame.width_of(&row.label)).max().unwrap_or(0);
    let label_width = if beside { longest.min(inner * 2 / 5) } else { inner };
    let value_width = rows.rows.iter().map(|row| frame.width_of(&row.words)).max().unwrap_or(0) + 8;
    let bar_left = if beside { frame.margin + label_width + 14 } else { frame.margin };
    let bar_width = (width as i32 - frame.margin - bar_left - value_width).max(40);

    let mut ground = Vec::new();
    let head = head(frame, inner, &mut ground);
    let axis = if rows.ticks.is_empty() { 0 } else { LINE_HEIGHT };
    // What is set apart must still fit into its line.
    let line_width = label_width * 1000 / (1000 + frame.spacing);
    let mut placed = place_rows(rows, line_width, beside, head, least_air);
    let rows_end =
        |placed: &[PlacedRow<'_>]| placed.last().map_or(head, |last| last.top + last.height);
    let foot_height = foot(frame, inner, 0, &mut Vec::new());
    let needed = rows_end(&placed) + axis + foot_height + frame.margin;
    let room = (least_height as i32 - needed).max(0);
    let air = (least_air + room / placed.len().max(1) as i32).min(MAX_AIR);
    if air > least_air {
        placed = place_rows(rows, line_width, beside, head, air);
    }
    let rows_end = rows_end(&placed);
    let height = (rows_end + axis + foot_height + frame.margin).max(least_height as i32);
    foot(frame, inner, height - frame.margin - foot_height, &mut ground);

    let mut picture = Picture { width, height: height as u32, ground, marks: Vec::new() };
    let area = PlotArea {
        bar_left,
        bar_width,
        bar: BAR_HEIGHT + air / 3,
        top: head,
        bottom: rows_end,
        beside,
        margin: frame.margin,
    };
    // Drawing into memory cannot fail.
    let _ = draw_rows(&mut picture, rows, &placed, &area);
    picture
}

/// Where the rows lie, and how they are drawn in it.
struct PlotArea {
    bar_left: i32,
    bar_width: i32,
    /// Height of a bar.
    bar: i32,
    top: i32,
    bottom: i32,
    beside: bool,
    margin: i32,
}

/// Draws title and subtitle; returns the upper edge of the rows.
fn head(frame: &Frame, inner: i32, ground: &mut Vec<Shape>) -> i32 {
    let mut y = frame.margin;
    for (words, size, class) in [(&frame.title, 21, "title"), (&frame.subtitle, 14, "quiet")] {
        for line in wrap(words, size, inner) {
            ground.push(Shape::Text {
                x: frame.margin,
                y: y + size,
                size,
                anchor: Anchor::Start,
                class,
                words: line,
            });
            y += size * 7 / 5;
        }
    }
    if frame.title.is_empty() { y } else { y + 12 }
}

/// Draws notes and source from `top` on, the QR code to their right; returns their height.
fn foot(frame: &Frame, inner: i32, top: i32, ground: &mut Vec<Shape>) -> i32 {
    const SIZE: i32 = 12;
    let code_size = frame.code.as_ref().map_or(0, |code| code.len() as i32 * MODULE_WIDTH);
    let mut y = if frame.footer.is_empty() { top } else { top + 12 };
    for words in &frame.footer {
        for line in wrap(words, SIZE, (inner - code_size).max(SIZE * 8)) {
            ground.push(Shape::Text {
                x: frame.margin,
                y: y + SIZE,
                size: SIZE,
                anchor: Anchor::Start,
                class: "quiet",
                words: line,
            });
            y += SIZE * 3 / 2;
        }
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

/// The rows from `top` on, each `air` pixels higher than it needs to be.
fn place_rows(
    rows: &Rows,
    line_width: i32,
    beside: bool,
    top: i32,
    air: i32,
) -> Vec<PlacedRow<'_>> {
    let mut top = top;
    let mut placed = Vec::new();
    for (at, row) in rows.rows.iter().enumerate() {
        let lines = wrap(&row.label, LABEL_SIZE, line_width);
        let label_height = lines.len() as i32 * LINE_HEIGHT;
        // A row is as high as a finger is wide, so that it can be tapped.
        let height = if beside {
            label_height.max(BAR_HEIGHT).max(32) + 12
        } else {
            (label_height + BAR_HEIGHT + 14).max(48)
        } + air;
        top += if row.begins_group { 16 } else { 0 };
        placed.push(PlacedRow { at, row, lines, top, height });
        top += height;
    }
    placed
}

fn draw_rows(
    picture: &mut Picture,
    rows: &Rows,
    placed: &[PlacedRow<'_>],
    area: &PlotArea,
) -> DrawingResult {
    let whole = PictureBackend::new(picture).into_drawing_area();
    let plot: DrawingArea<PictureBackend<'_>, Shift> = whole.shrink(
        (area.bar_left, area.top),
        (area.bar_width as u32, (area.bottom - area.top).max(1) as u32),
    );
    let height = f64::from((area.bottom - area.top).max(1));
    // Values run to the right; rows run downwards and are given in pixels.
    let Ok(mut chart) =
        ChartBuilder::on(&plot).build_cartesian_2d(rows.start..rows.end, height..0.0)
    else {
        return Ok(());
    };
    let ticks = rows.ticks.iter().map(|value| Tick {
        words: format!("{}{}", decimal::write(*value), rows.unit),
        at_edge: *value == rows.start,
        height,
        ends: [(*value, 0.0), (*value, height)],
    });
    let _ = chart.draw_series(ticks);
    let bars = placed.iter().map(|row| {
        let bar_top = f64::from(
            row.top - area.top
                + if area.beside {
                    (row.height - area.bar) / 2
                } else {
                    row.lines.len() as i32 * LINE_HEIGHT
                },
        );
        Bar { placed: row, area, ends: [(0.0, bar_top), (row.row.value, bar_top)] }
    });
    let _ = chart.draw_series(bars);
    Ok(())
}

/// A line across all rows, with its value below.
struct Tick {
    words: String,
    at_edge: bool,
    height: f64,
    ends: [(f64, f64); 2],
}

impl<'tick> PointCollection<'tick, (f64, f64)> for &'tick Tick {
    type Point = &'tick (f64, f64);
    type IntoIter = &'tick [(f64, f64); 2];

    fn point_iter(self) -> Self::IntoIter {
        &self.ends
    }
}

impl Drawable<PictureBackend<'_>> for Tick {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        backend: &mut PictureBackend<'_>,
        _: (u32, u32),
    ) -> DrawingResult {
        let (Some(from), Some(to)) = (points.next(), points.next()) else { return Ok(()) };
        let bottom = from.1 + self.height as i32;
        backend.push(Shape::Line { from, to: (to.0, bottom), class: "axis" });
        backend.push(Shape::Text {
            x: from.0,
            y: bottom + 16,
            size: 12,
            anchor: if self.at_edge { Anchor::Start } else { Anchor::Middle },
            class: "quiet",
            words: self.words.clone(),
        });
        Ok(())
    }
}

/// A row's bar with its label and value.
struct Bar<'rows> {
    placed: &'rows PlacedRow<'rows>,
    area: &'rows PlotArea,
    ends: [(f64, f64); 2],
}

impl<'bar> PointCollection<'bar, (f64, f64)> for &'bar Bar<'_> {
    type Point = &'bar (f64, f64);
    type IntoIter = &'bar [(f64, f64); 2];

    fn point_iter(self) -> Self::IntoIter {
        &self.ends
    }
}

impl Drawable<PictureBackend<'_>> for Bar<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        backend: &mut PictureBackend<'_>,
        _: (u32, u32),
    ) -> DrawingResult {
        let (Some(start), Some(end)) = (points.next(), points.next()) else { return Ok(()) };
        let PlacedRow { at, row, lines, top, height } = self.placed;
        let mut mark = Mark { row: *at, top: *top, height: *height, shapes: Vec::new() };
        let (label_x, anchor) = if self.area.beside {
            (self.area.bar_left - 14, Anchor::End)
        } else {
            (self.area.margin, Anchor::Start)
        };
        let label_top = if self.area.beside {
            top + (height - lines.len() as i32 * LINE_HEIGHT) / 2
        } else {
            *top
        };
        for (nth, line) in lines.iter().enumerate() {
            let y = label_top + nth as i32 * LINE_HEIGHT + LABEL_SIZE;
            mark.shapes.push(Shape::Text {
                x: label_x,
                y,
                size: LABEL_SIZE,
                anchor,
                class: "label",
                words: line.clone(),
            });
        }
        // However small a value is, its bar is two pixels long; a fall runs from zero to the left.
        let falls = row.value < 0.0;
        let length = (end.0 - start.0).abs().max(if row.value == 0.0 { 0 } else { 2 });
        let place = |from: i32, width: i32| start.0 + if falls { -from - width } else { from };
        let class = match row.look {
            Look::First => "bar",
            Look::Second => "bar second",
            Look::Computed => "bar computed",
        };
        // The end of an approximate value's bar is broken into pieces, as the report does not say
        // where it is.
        let open = row.open && length >= 16;
        let closed = if open { (length * 3 / 4).max(length - 24) } else { length };
        mark.shapes.push(Shape::Rect {
            x: place(0, closed),
            y: start.1,
            width: closed,
            height: self.area.bar,
            class,
        });
        let mut piece = closed + 3;
        while open && piece < length {
            let width = 3.min(length - piece);
            mark.shapes.push(Shape::Rect {
                x: place(piece, width),
                y: start.1,
                width,
                height: self.area.bar,
                class,
            });
            piece += 6;
        }
        let class = if row.open { "amount about" } else { "amount" };
        mark.shapes.push(Shape::Text {
            x: start.0 + if falls { 8 } else { length + 8 },
            y: start.1 + (self.area.bar + LABEL_SIZE) / 2 - 2,
            size: LABEL_SIZE,
            anchor: Anchor::Start,
            class,
            words: row.words.clone(),
        });
        backend.push_mark(mark);
        Ok(())
    }
}
