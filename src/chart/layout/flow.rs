//! What came in and what became of it: a stream for each pair, all of one scale, so that their widths
//! can be compared; what was not closed leaves it on its own.

use plotters::prelude::{ChartBuilder, IntoDrawingArea};
use plotters_backend::BackendCoord;

use crate::chart::backend::{PictureBackend, Plotted};
use crate::chart::picture::{Mark, Picture, Shape};
use crate::chart::rows::{Look, Row, Rows};

use super::{Space, key};

/// Height of the widest stream.
const HEIGHT: i32 = 120;
/// White between what was closed and what was left.
const GAP: i32 = 16;
/// Width of the bars at both ends of a stream.
const END_WIDTH: i32 = 12;

pub(super) fn draw(rows: &Rows, space: &Space<'_>) -> Picture {
    let mut picture = Picture { width: space.width, ..Picture::default() };
    let height = HEIGHT + space.air.max(0);
    let mut y = space.top;
    let mut at = 0;
    while at < rows.rows.len() {
        let group = group_at(&rows.rows, at);
        y += if at == 0 { 0 } else { 20 };
        let scale = f64::from(height) / rows.end;
        let stream = (group[0].value * scale).round().max(2.0) as i32;
        let has_left = group.len() > 2;
        let bottom = y + stream + if has_left { GAP } else { 0 };
        picture.height = bottom as u32;
        draw_streams(&mut picture, (at, group), rows.end, y..bottom, space, height);
        y = bottom + 8;
        for (nth, row) in group.iter().enumerate() {
            let class = class_of(row, nth);
            let line = key::line((at + nth, row), Some(class), space, y);
            y += line.height + space.air.max(0) / 3;
            match picture.marks.iter_mut().find(|mark| mark.row == at + nth) {
                Some(mark) => {
                    mark.shapes.extend(line.shapes);
                    (mark.top, mark.height) = (line.top, line.height);
                }
                None => picture.marks.push(line),
            }
        }
        at += group.len();
    }
    picture.height = y as u32;
    picture
}

/// The rows of the pair that begins at a place: what came in, what was closed, what is left.
fn group_at(rows: &[Row], at: usize) -> &[Row] {
    let behind = &rows[at + 1..];
    let n = behind.iter().position(|row| row.begins_group).map_or(behind.len(), |next| next);
    &rows[at..=at + n]
}

fn class_of(row: &Row, nth: usize) -> &'static str {
    match (row.look, nth) {
        (Look::Computed, _) => "bar warm",
        (_, 0) => "bar second",
        _ => "bar",
    }
}

/// Draws a pair's streams between their ends.
fn draw_streams(
    picture: &mut Picture,
    (at, group): (usize, &[Row]),
    end: f64,
    rows: std::ops::Range<i32>,
    space: &Space<'_>,
    height: i32,
) {
    let whole = PictureBackend::new(picture).into_drawing_area();
    let area = whole.shrink(
        (space.frame.margin, rows.start),
        (space.inner() as u32, height as u32 + GAP as u32),
    );
    // Values run downwards; the gap is given in their measure.
    let gap = f64::from(GAP) * end / f64::from(height);
    let Ok(mut plot) = ChartBuilder::on(&area).build_cartesian_2d(0.0..1.0, end + gap..0.0) else {
        return;
    };
    let whole_end = [(0.0, 0.0), (0.0, group[0].value), (0.0, 0.0), (0.0, group[0].value)];
    let mut from = 0.0;
    let streams = group.iter().enumerate().map(|(nth, row)| {
        let computed = row.look == Look::Computed;
        let shift = if computed { gap } else { 0.0 };
        let points = if nth == 0 {
            whole_end
        } else {
            from += row.value;
            let begin = from - row.value;
            [(0.0, begin), (0.0, from), (1.0, begin + shift), (1.0, from + shift)]
        };
        let band = (nth > 0).then_some(if computed { "stream left" } else { "stream" });
        let draw = move |corners: [BackendCoord; 4], backend: &mut PictureBackend<'_>| {
            let shapes = stream(band, class_of(row, nth), corners);
            backend.push_mark(Mark { row: at + nth, shapes, ..Mark::default() });
        };
        Plotted { points, draw }
    });
    // Drawing into memory cannot fail.
    let _ = plot.draw_series(streams);
}

/// A stream between its ends: upper and lower left, upper and lower right; without a band it is the end
/// where all of them begin.
fn stream(
    band: Option<&'static str>,
    class: &'static str,
    [upper_left, lower_left, upper_right, lower_right]: [BackendCoord; 4],
) -> Vec<Shape> {
    // However small a value is, its end is two pixels high.
    let end = |x: i32, top: i32, bottom: i32| Shape::Rect {
        x,
        y: top,
        width: END_WIDTH,
        height: (bottom - top).max(2),
        class,
    };
    let Some(class) = band else { return vec![end(upper_left.0, upper_left.1, lower_left.1)] };
    let (left, right) = (upper_left.0 + END_WIDTH, upper_right.0 - END_WIDTH);
    let corners = vec![
        (left, upper_left.1),
        (right, upper_right.1),
        (right, lower_right.1),
        (left, lower_left.1),
    ];
    vec![Shape::Polygon { corners, class }, end(right, upper_right.1, lower_right.1)]
}
