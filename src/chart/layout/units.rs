//! Every case a mark: a field of small squares, those of each part in its colour. Where there are too
//! many to be told apart, a square stands for several, and a line says for how many.

use crate::chart::picture::{Anchor, Picture, Shape};
use crate::chart::rows::{Look, Row, Rows};
use crate::words::WORDS;

use super::{Space, key};

/// Most marks of a picture; up to that many cases each has its own.
const MAX_MARKS: f64 = 1000.0;
/// What a mark may stand for.
const WORTHS: [f64; 3] = [1.0, 2.0, 5.0];
/// Sides of a mark with the white beside it.
const CELLS: std::ops::RangeInclusive<i32> = 5..=34;
/// Most of a picture's width that the field is high, in per cent.
const MAX_HEIGHT: i32 = 60;
/// Marks of a whole line are a multiple of this, so that they can be counted.
const LINE: i32 = 10;

pub(super) fn draw(rows: &Rows, space: &Space<'_>) -> Picture {
    let whole = whole_of(rows);
    let worth = worth_of(whole);
    let n_marks = (whole / worth).ceil().max(1.0) as i32;
    let (cell, columns) = grid(n_marks, space.inner());
    let field = Field { left: space.frame.margin, top: space.top, cell, columns, n_marks };
    let mut picture = Picture { width: space.width, ..Picture::default() };
    let mut y = space.top + field.height();
    if worth > 1.0 {
        let size = space.note_size();
        y += size * 3 / 2;
        picture.ground.push(Shape::Text {
            x: field.left,
            y,
            size,
            anchor: Anchor::Start,
            class: "note",
            words: (WORDS.pictures.mark_worth)(worth as u32, &rows.unit),
        });
    }
    y += 10 + space.air.max(0) / 2;
    let mut from = 0.0;
    let mut nth = 0;
    for (at, row) in rows.rows.iter().enumerate() {
        let is_whole = is_whole(rows, at);
        let class = (!is_whole).then(|| key::class(row, nth));
        let mut mark = key::line((at, row), class, space, y);
        if let Some(class) = class {
            let to = from + row.value / worth;
            mark.shapes.insert(0, Shape::Cells { cells: field.cells(from, to), class });
            from = to;
            nth += usize::from(row.look != Look::Computed);
        }
        y += mark.height + space.air.max(0) / 2;
        picture.marks.push(mark);
    }
    picture.height = y as u32;
    picture
}

/// Whether the row is the whole that the others are parts of.
fn is_whole(rows: &Rows, at: usize) -> bool {
    at == 0 && rows.rows.len() > 1 && !is_single_rate(rows)
}

/// Whether there is one figure and what it leaves of a hundred.
fn is_single_rate(rows: &Rows) -> bool {
    matches!(rows.rows.as_slice(), [_, Row { look: Look::Computed, .. }]) && rows.unit == "%"
}

fn whole_of(rows: &Rows) -> f64 {
    match rows.rows.as_slice() {
        _ if is_single_rate(rows) => 100.0,
        [first] if rows.unit == "%" => first.value.max(100.0),
        [first, ..] => first.value,
        [] => 0.0,
    }
}

/// How many cases a mark stands for: as few as can be.
fn worth_of(whole: f64) -> f64 {
    let mut ten = 1.0;
    loop {
        if let Some(worth) =
            WORTHS.iter().map(|worth| worth * ten).find(|worth| whole / worth <= MAX_MARKS)
        {
            return worth;
        }
        ten *= 10.0;
    }
}

/// The largest marks that fit, with the number of them in a line.
fn grid(n_marks: i32, inner: i32) -> (i32, i32) {
    let columns_of = |cell: i32| (inner / cell / LINE * LINE).max(LINE);
    let fits = |cell: &i32| {
        let n_lines = (n_marks + columns_of(*cell) - 1) / columns_of(*cell);
        columns_of(*cell) * cell <= inner && n_lines * cell <= inner * MAX_HEIGHT / 100
    };
    let cell = CELLS.rev().find(fits).unwrap_or(*CELLS.start());
    (cell, columns_of(cell))
}

/// The field of marks.
struct Field {
    left: i32,
    top: i32,
    cell: i32,
    columns: i32,
    n_marks: i32,
}

impl Field {
    fn height(&self) -> i32 {
        (self.n_marks + self.columns - 1) / self.columns * self.cell
    }

    /// The marks from one number to another; where either lies inside a mark, it is a piece of one.
    fn cells(&self, from: f64, to: f64) -> Vec<[i32; 4]> {
        let side = self.cell - (self.cell / 6).max(1);
        let (first, last) = (from.floor() as i32, (to.ceil() as i32).min(self.n_marks));
        let cell = |nth: i32| {
            let begin = ((from - f64::from(nth)).clamp(0.0, 1.0) * f64::from(side)).round() as i32;
            let end = ((to - f64::from(nth)).clamp(0.0, 1.0) * f64::from(side)).round() as i32;
            let x = self.left + nth % self.columns * self.cell + begin;
            let y = self.top + nth / self.columns * self.cell;
            [x, y, end - begin, side]
        };
        (first..last).map(cell).filter(|[_, _, width, _]| *width > 0).collect()
    }
}
