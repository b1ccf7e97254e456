//! A dot for each row on one scale: nothing but its place counts, so what stands out is seen at once.

use plotters::element::{Drawable, PointCollection};
use plotters_backend::BackendCoord;

use crate::chart::backend::{DrawingResult, PictureBackend};
use crate::chart::picture::{Anchor, Picture, Shape};
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
            let ends = [(rows.start, middle), (placed.row.value, middle), (rows.end, middle)];
            Dot { placed, columns: &columns, ends }
        });
        // Drawing into memory cannot fail.
        let _ = plot.draw_series(dots);
    })
}

/// A row's dot on its line, with label and value.
struct Dot<'rows> {
    placed: &'rows PlacedRow<'rows>,
    columns: &'rows Columns<'rows>,
    ends: [(f64, f64); 3],
}

impl<'dot> PointCollection<'dot, (f64, f64)> for &'dot Dot<'_> {
    type Point = &'dot (f64, f64);
    type IntoIter = &'dot [(f64, f64); 3];

    fn point_iter(self) -> Self::IntoIter {
        &self.ends
    }
}

impl Drawable<PictureBackend<'_>> for Dot<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        backend: &mut PictureBackend<'_>,
        _: (u32, u32),
    ) -> DrawingResult {
        let (Some(from), Some(centre), Some(to)) = (points.next(), points.next(), points.next())
        else {
            return Ok(());
        };
        let row = self.placed.row;
        let mut mark = self.columns.mark(self.placed);
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
            x: self.columns.right,
            y: centre.1 + LABEL_SIZE / 2 - 2,
            size: LABEL_SIZE,
            anchor: Anchor::End,
            class: if row.open { "amount about" } else { "amount" },
            words: row.words.clone(),
        });
        self.columns.add_remark(self.placed, &mut mark);
        backend.push_mark(mark);
        Ok(())
    }
}
