//! A place for everything: words around the chart, rows in it. Values go to pixels through
//! plotters.

use plotters::coord::Shift;
use plotters::element::{Drawable, PointCollection};
use plotters::prelude::{ChartBuilder, DrawingArea, IntoDrawingArea};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

use crate::number::decimal;

use super::backend::PictureBackend;
use super::picture::{Anchor, Mark, Picture, Shape, text_width, wrap};
use super::rows::{Look, Row, Rows};

/// Words around the rows; each may be empty. On a page they stand in the HTML, in a file in the
/// picture.
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
}

const LABEL_SIZE: i32 = 15;
const LINE: i32 = 21;
const BAR: i32 = 20;
/// From this width on, labels stand beside their bars.
const LABELS_BESIDE: u32 = 560;
/// Pixels a module of a QR code is wide.
const MODULE: i32 = 3;
/// What a row grows by at most where a format leaves room, and what it may lose where there is
/// little: a saved picture is looked at and not tapped.
const MOST_AIR: i32 = 64;
const LEAST_AIR: i32 = -12;

/// A row with its place.
struct Placed<'rows> {
    at: usize,
    row: &'rows Row,
    lines: Vec<String>,
    top: i32,
    height: i32,
}

/// The picture of `rows` for a width of at least 240 pixels, as high as it needs to be.
pub fn draw(rows: &Rows, frame: &Frame, width: u32) -> Picture {
    draw_within(rows, frame, width, 0, 0)
}

/// The picture of `rows` in the proportions of `width` to `height`: drawn as large as fits, room
/// left over given to the rows. Its own size is the one it is laid out for, not the one asked for.
pub fn fit(rows: &Rows, frame: &Frame, width: u32, height: u32) -> Picture {
    let height_for = |layout_width: u32| {
        (u64::from(layout_width) * u64::from(height) / u64::from(width.max(1))) as u32
    };
    let fits = |layout_width: &u32| {
        draw_within(rows, frame, *layout_width, 0, LEAST_AIR).height <= height_for(*layout_width)
    };
    let layout_width = (320..8000).step_by(20).find(fits).unwrap_or(8000);
    draw_within(rows, frame, layout_width, height_for(layout_width), LEAST_AIR)
}

fn draw_within(
    rows: &Rows,
    frame: &Frame,
    width: u32,
    least_height: u32,
    least_air: i32,
) -> Picture {
    let width = width.max(240);
    let inner = width as i32 - 2 * frame.margin;
    let beside = width >= LABELS_BESIDE;
    let longest = rows.rows.iter().map(|row| text_width(&row.label, LABEL_SIZE)).max().unwrap_or(0);
    let label_width = if beside { longest.min(inner * 2 / 5) } else { inner };
    let value_width =
        rows.rows.iter().map(|row| text_width(&row.words, LABEL_SIZE)).max().unwrap_or(0) + 8;
    let bar_left = if beside { frame.margin + label_width + 14 } else { frame.margin };
    let bar_width = (width as i32 - frame.margin - bar_left - value_width).max(40);

    let mut ground = Vec::new();
    let head = head(frame, inner, &mut ground);
    let axis = if rows.ticks.is_empty() { 0 } else { LINE };
    let mut placed = place(rows, label_width, beside, head, least_air);
    let rows_end =
        |placed: &[Placed<'_>]| placed.last().map_or(head, |last| last.top + last.height);
    let foot_height = foot(frame, inner, 0, &mut Vec::new());
    let needed = rows_end(&placed) + axis + foot_height + frame.margin;
    let room = (least_height as i32 - needed).max(0);
    let air = (least_air + room / placed.len().max(1) as i32).min(MOST_AIR);
    if air > least_air {
        placed = place(rows, label_width, beside, head, air);
    }
    let rows_end = rows_end(&placed);
    let height = (rows_end + axis + foot_height + frame.margin).max(least_height as i32);
    foot(frame, inner, height - frame.margin - foot_height, &mut ground);

    let mut picture = Picture { width, height: height as u32, ground, marks: Vec::new() };
    let place = Place {
        bar_left,
        bar_width,
        bar: BAR + air / 3,
        top: head,
        bottom: rows_end,
        beside,
        margin: frame.margin,
    };
    // Drawing into memory has no error to report.
    let _ = draw_rows(&mut picture, rows, &placed, &place);
    picture
}

/// Where the plot lies.
struct Place {
    bar_left: i32,
    bar_width: i32,
    /// Height of a bar.
    bar: i32,
    top: i32,
    bottom: i32,
    beside: bool,
    margin: i32,
}

/// Title and subtitle; gives the upper edge of the rows.
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

/// Notes and source from `top` on, the code to their right; gives the height of all.
fn foot(frame: &Frame, inner: i32, top: i32, ground: &mut Vec<Shape>) -> i32 {
    const SIZE: i32 = 12;
    let code_size = frame.code.as_ref().map_or(0, |code| code.len() as i32 * MODULE);
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
            module: MODULE,
            rows: rows.clone(),
        });
    }
    height
}

/// The rows from `top` on, each `air` pixels higher than it needs to be.
fn place(rows: &Rows, label_width: i32, beside: bool, top: i32, air: i32) -> Vec<Placed<'_>> {
    let mut top = top;
    let mut placed = Vec::new();
    for (at, row) in rows.rows.iter().enumerate() {
        let lines = wrap(&row.label, LABEL_SIZE, label_width);
        let label_height = lines.len() as i32 * LINE;
        // A row is a finger high at least.
        let height = if beside {
            label_height.max(BAR).max(32) + 12
        } else {
            (label_height + BAR + 14).max(48)
        } + air;
        top += if row.begins_group { 16 } else { 0 };
        placed.push(Placed { at, row, lines, top, height });
        top += height;
    }
    placed
}

type Outcome = Result<(), DrawingErrorKind<<PictureBackend<'static> as DrawingBackend>::ErrorType>>;

fn draw_rows(picture: &mut Picture, rows: &Rows, placed: &[Placed<'_>], place: &Place) -> Outcome {
    let area = PictureBackend::new(picture).into_drawing_area();
    let plot: DrawingArea<PictureBackend<'_>, Shift> = area.shrink(
        (place.bar_left, place.top),
        (place.bar_width as u32, (place.bottom - place.top).max(1) as u32),
    );
    let height = f64::from((place.bottom - place.top).max(1));
    // Values run to the right, rows downwards in pixels.
    let Ok(mut chart) = ChartBuilder::on(&plot).build_cartesian_2d(0.0..rows.end, height..0.0)
    else {
        return Ok(());
    };
    let ticks = rows.ticks.iter().map(|value| Tick {
        value: *value,
        height,
        ends: [(*value, 0.0), (*value, height)],
    });
    let _ = chart.draw_series(ticks);
    let bars = placed.iter().map(|row| {
        let bar_top = f64::from(
            row.top - place.top
                + if place.beside {
                    (row.height - place.bar) / 2
                } else {
                    row.lines.len() as i32 * LINE
                },
        );
        Bar { placed: row, place, ends: [(0.0, bar_top), (row.row.value, bar_top)] }
    });
    let _ = chart.draw_series(bars);
    Ok(())
}

/// A line across all rows, with its value below.
struct Tick {
    value: f64,
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
    ) -> Outcome {
        let (Some(from), Some(to)) = (points.next(), points.next()) else { return Ok(()) };
        let bottom = from.1 + self.height as i32;
        backend.push(Shape::Line { from, to: (to.0, bottom), class: "axis" });
        let words = format!("{}%", decimal::write(self.value));
        let anchor = if self.value == 0.0 { Anchor::Start } else { Anchor::Middle };
        backend.push(Shape::Text {
            x: from.0,
            y: bottom + 16,
            size: 12,
            anchor,
            class: "quiet",
            words,
        });
        Ok(())
    }
}

/// A row's bar with its label and value.
struct Bar<'rows> {
    placed: &'rows Placed<'rows>,
    place: &'rows Place,
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
    ) -> Outcome {
        let (Some(start), Some(end)) = (points.next(), points.next()) else { return Ok(()) };
        let Placed { at, row, lines, top, height } = self.placed;
        let mut mark = Mark { row: *at, top: *top, height: *height, shapes: Vec::new() };
        let (label_x, anchor) = if self.place.beside {
            (self.place.bar_left - 14, Anchor::End)
        } else {
            (self.place.margin, Anchor::Start)
        };
        let label_top =
            if self.place.beside { top + (height - lines.len() as i32 * LINE) / 2 } else { *top };
        for (nth, line) in lines.iter().enumerate() {
            let y = label_top + nth as i32 * LINE + LABEL_SIZE;
            mark.shapes.push(Shape::Text {
                x: label_x,
                y,
                size: LABEL_SIZE,
                anchor,
                class: "label",
                words: line.clone(),
            });
        }
        // However small, a value is seen: two pixels at least.
        let length = (end.0 - start.0).max(if row.value > 0.0 { 2 } else { 0 });
        let class = match row.look {
            Look::First => "bar",
            Look::Second => "bar second",
            Look::Computed => "bar computed",
        };
        // An open end: the last pieces of the bar stand apart, as it is not said where it ends.
        let open = row.open && length >= 16;
        let closed = if open { (length * 3 / 4).max(length - 24) } else { length };
        mark.shapes.push(Shape::Rect {
            x: start.0,
            y: start.1,
            width: closed,
            height: self.place.bar,
            class,
        });
        let mut piece = closed + 3;
        while open && piece < length {
            mark.shapes.push(Shape::Rect {
                x: start.0 + piece,
                y: start.1,
                width: 3.min(length - piece),
                height: self.place.bar,
                class,
            });
            piece += 6;
        }
        let class = if row.open { "amount about" } else { "amount" };
        mark.shapes.push(Shape::Text {
            x: start.0 + length + 8,
            y: start.1 + (self.place.bar + LABEL_SIZE) / 2 - 2,
            size: LABEL_SIZE,
            anchor: Anchor::Start,
            class,
            words: row.words.clone(),
        });
        backend.push_mark(mark);
        Ok(())
    }
}
