//! A dot for each row on one scale: nothing but its place counts, so what stands out is seen at once.

use plotters_backend::BackendCoord;

use crate::chart::backend::{PictureBackend, Plotted};
use crate::chart::picture::{Anchor, Mark, Picture, Shape};
use crate::chart::rows::{Look, Rows};

use super::columns::{Columns, PlacedRow, place};
use super::{LABEL_SIZE, Space};

/// Radius of a dot.
const RADIUS: i32 = 8;

pub(super) fn draw(rows: &Rows, space: &Space<'_>) -> Picture {
    let mut columns = place(rows, space);
    // A dot at either end of the scale has half of itself beside it.
    columns.width -= RADIUS;
    columns.draw(rows, space.width, |plot| {
        let dots = columns.placed.iter().map(|placed| {
            let middle = f64::from(columns.bar_top(placed) + columns.bar / 2);
            let draw = |points: [BackendCoord; 3], backend: &mut PictureBackend<'_>| {
                backend.push_mark(dot(&columns, placed, points));
            };
            let values = [rows.start, placed.row.value, rows.end];
            Plotted { points: values.map(|value| (value, middle)), draw }
        });
        // Drawing into memory cannot fail.
        let _ = plot.draw_series(dots);
    })
}

/// A row's dot on its line, with label and value.
fn dot(
    columns: &Columns<'_>,
    placed: &PlacedRow<'_>,
    [from, centre, to]: [BackendCoord; 3],
) -> Mark {
    let row = placed.row;
    let mut mark = columns.mark(placed);
    mark.shapes.push(Shape::Line { from, to, class: "axis" });
    // Where the report does not say exactly where it is, a dot is hollow.
    let class = match (row.look, row.open) {
        (Look::First, false) => "bar",
        (Look::First, true) => "bar open",
        (Look::Second | Look::Computed, false) => "bar second",
        (Look::Second | Look::Computed, true) => "bar second open",
    };
    mark.shapes.push(Shape::Disc { centre, radius: RADIUS, class });
    mark.shapes.push(Shape::Text {
        x: columns.right,
        y: centre.1 + LABEL_SIZE / 2 - 2,
        size: LABEL_SIZE,
        anchor: Anchor::End,
        class: if row.open { "amount about" } else { "amount" },
        words: row.words.clone(),
    });
    columns.add_remark(placed, &mut mark, Some(centre.0));
    mark
}
