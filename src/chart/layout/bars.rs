//! A bar for each row, from zero on; the end of an approximate one is left open.

use plotters_backend::BackendCoord;

use crate::chart::backend::{PictureBackend, Plotted};
use crate::chart::picture::{Anchor, Mark, Picture, Shape};
use crate::chart::rows::{Look, Rows};

use super::columns::{Columns, PlacedRow, place};
use super::{LABEL_SIZE, Space};

pub(super) fn draw(rows: &Rows, space: &Space<'_>) -> Picture {
    let columns = place(rows, space);
    columns.draw(rows, space.width, |plot| {
        let bars = columns.placed.iter().map(|placed| {
            let top = f64::from(columns.bar_top(placed));
            let draw = |ends: [BackendCoord; 2], backend: &mut PictureBackend<'_>| {
                backend.push_mark(bar(&columns, placed, ends));
            };
            Plotted { points: [(0.0, top), (placed.row.value, top)], draw }
        });
        // Drawing into memory cannot fail.
        let _ = plot.draw_series(bars);
    })
}

/// A row's bar from `start` to `end`, with its label and value.
fn bar(columns: &Columns<'_>, placed: &PlacedRow<'_>, [start, end]: [BackendCoord; 2]) -> Mark {
    let row = placed.row;
    let mut mark = columns.mark(placed);
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
        height: columns.bar,
        class,
    });
    let mut piece = closed + 3;
    while open && piece < length {
        let width = 3.min(length - piece);
        mark.shapes.push(Shape::Rect {
            x: place(piece, width),
            y: start.1,
            width,
            height: columns.bar,
            class,
        });
        piece += 6;
    }
    let class = if row.open { "amount about" } else { "amount" };
    mark.shapes.push(Shape::Text {
        x: start.0 + if falls { 8 } else { length + 8 },
        y: start.1 + (columns.bar + LABEL_SIZE) / 2 - 2,
        size: LABEL_SIZE,
        anchor: Anchor::Start,
        class,
        words: row.words.clone(),
    });
    columns.add_remark(placed, &mut mark, None);
    mark
}
