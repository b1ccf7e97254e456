//! A number over the years: a dot for each on one scale from zero on, joined by lines, its value above
//! and its year below. Where the words of two would touch, or there is one alone, bars are drawn instead.

use plotters::prelude::{ChartBuilder, IntoDrawingArea};
use plotters_backend::BackendCoord;

use crate::chart::backend::{PictureBackend, Plotted};
use crate::chart::picture::{Anchor, Mark, Picture, Shape};
use crate::chart::rows::{Row, Rows};

use super::{LABEL_SIZE, LINE_HEIGHT, Space, bars};

/// Height of the scale.
const HEIGHT: i32 = 110;
/// Radius of a dot.
const RADIUS: i32 = 6;
/// White between words side by side.
const GAP: i32 = 8;

pub(super) fn draw(rows: &Rows, space: &Space<'_>) -> Picture {
    let n_columns = rows.rows.len() as i32;
    let column = space.inner() / n_columns.max(1);
    let width_of = |words: &str| space.frame.width_of(words) + GAP;
    let is_wide = |row: &Row| width_of(&row.words).max(width_of(&row.label)) > column;
    if n_columns < 2 || rows.rows.iter().any(is_wide) {
        return bars::draw(rows, space);
    }
    let mut picture = Picture { width: space.width, ..Picture::default() };
    // Above the highest dot there is room for its value.
    let top = space.top + LINE_HEIGHT + RADIUS;
    let height = HEIGHT + space.air.max(0);
    let bottom = top + height + RADIUS;
    picture.height = (bottom + LINE_HEIGHT + 4) as u32;
    let whole = PictureBackend::new(&mut picture).into_drawing_area();
    let area = whole.shrink(
        (space.frame.margin + column / 2, top),
        ((column * (n_columns - 1)) as u32, height as u32),
    );
    let last = f64::from(n_columns - 1);
    let Ok(mut plot) = ChartBuilder::on(&area).build_cartesian_2d(0.0..last, rows.start..rows.end)
    else {
        return picture;
    };
    let points: Vec<(f64, f64)> =
        (0..).zip(&rows.rows).map(|(at, row)| (f64::from(at), row.value)).collect();
    let lines = points.windows(2).map(|pair| Plotted {
        points: [pair[0], pair[1]],
        draw: |[from, to]: [BackendCoord; 2], backend: &mut PictureBackend<'_>| {
            backend.push(Shape::Line { from, to, class: "trend" });
        },
    });
    // Drawing into memory cannot fail.
    let _ = plot.draw_series(lines);
    let dots = rows.rows.iter().enumerate().map(|(at, row)| {
        let draw = move |[centre]: [BackendCoord; 1], backend: &mut PictureBackend<'_>| {
            backend.push_mark(dot(at, row, centre, bottom));
        };
        Plotted { points: [points[at]], draw }
    });
    let _ = plot.draw_series(dots);
    drop(plot);
    for mark in &mut picture.marks {
        (mark.top, mark.height) = (space.top, bottom + LINE_HEIGHT - space.top);
        let left = space.frame.margin + mark.row as i32 * column;
        mark.column = Some((left, column));
    }
    let (left, right) = (space.frame.margin, space.frame.margin + space.inner());
    let base = bottom - RADIUS;
    picture.ground.insert(0, Shape::Line { from: (left, base), to: (right, base), class: "axis" });
    picture
}

/// A year's dot, hollow where the report does not say exactly where it is.
fn dot(at: usize, row: &Row, centre: BackendCoord, bottom: i32) -> Mark {
    let words = |y: i32, class: &'static str, words: &str| Shape::Text {
        x: centre.0,
        y,
        size: LABEL_SIZE,
        anchor: Anchor::Middle,
        class,
        words: words.to_string(),
    };
    let class = if row.open { "bar open" } else { "bar" };
    let amount = if row.open { "amount about" } else { "amount" };
    let shapes = vec![
        Shape::Disc { centre, radius: RADIUS, class },
        // As it is said: the year, and then the number.
        words(bottom + LABEL_SIZE, "label", &row.label),
        words(centre.1 - RADIUS - 6, amount, &row.words),
    ];
    Mark { row: at, shapes, ..Mark::default() }
}
