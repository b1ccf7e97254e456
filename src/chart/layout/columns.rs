//! Rows one below the other in columns: the label, and beside or below it the plot with its scale.
//! Bars and dots are drawn in them.

use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::{Cartesian2d, ChartBuilder, ChartContext, DrawingArea, IntoDrawingArea};
use plotters_backend::BackendCoord;

use crate::chart::backend::{PictureBackend, Plotted};
use crate::chart::picture::{Anchor, Mark, Picture, Shape, text_width, wrap};
use crate::chart::rows::{Form, Row, Rows};
use crate::number::decimal;

use super::{LABEL_SIZE, LINE_HEIGHT, Space, write_lines};

/// Height of a bar, and of the line that a dot stands on.
pub(super) const BAR_HEIGHT: i32 = 20;
/// From this width on, labels stand beside their bars.
const WIDTH_FOR_LABELS_BESIDE: u32 = 560;
/// Size of the letters of a remark, and the height of its lines.
const REMARK: (i32, i32) = (13, 19);

/// A row, and where it is drawn.
pub(super) struct PlacedRow<'rows> {
    pub at: usize,
    pub row: &'rows Row,
    pub lines: Vec<String>,
    pub top: i32,
    pub height: i32,
    remark: Vec<String>,
    /// Size of the remark's letters, and the height of its lines.
    remark_size: (i32, i32),
}

/// Where the rows lie, and how they are drawn in it.
pub(super) struct Columns<'rows> {
    /// The rows from above.
    pub placed: Vec<PlacedRow<'rows>>,
    /// Left edge of the plot.
    pub left: i32,
    /// Width of the plot.
    pub width: i32,
    /// Height of a bar.
    pub bar: i32,
    top: i32,
    bottom: i32,
    beside: bool,
    margin: i32,
    /// Where values end that stand in a column of their own.
    pub right: i32,
    /// Size of the letters of the scale.
    note_size: i32,
}

/// The chart that values are drawn on: they run to the right; rows run downwards, in pixels.
pub(super) type Plot<'picture, 'area> =
    ChartContext<'area, PictureBackend<'picture>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// The rows in their columns.
pub(super) fn place<'rows>(rows: &'rows Rows, space: &Space<'_>) -> Columns<'rows> {
    let (frame, inner) = (space.frame, space.inner());
    let beside = space.width >= WIDTH_FOR_LABELS_BESIDE;
    let longest = rows.rows.iter().map(|row| frame.width_of(&row.label)).max().unwrap_or(0);
    let label_width = if beside { longest.min(inner * 2 / 5) } else { inner };
    let value_width = rows.rows.iter().map(|row| frame.width_of(&row.words)).max().unwrap_or(0) + 8;
    let left = if beside { frame.margin + label_width + 14 } else { frame.margin };
    let right = space.width as i32 - frame.margin;
    let mut columns = Columns {
        placed: Vec::new(),
        left,
        width: (right - left - value_width).max(40),
        bar: BAR_HEIGHT + space.air / 3,
        top: space.top,
        bottom: space.top,
        beside,
        margin: frame.margin,
        right,
        note_size: space.note_size(),
    };
    let remark_size = if frame.large { (LABEL_SIZE, LINE_HEIGHT) } else { REMARK };
    for (at, row) in rows.rows.iter().enumerate() {
        // What is set apart must still fit into its line.
        let lines = wrap(&row.label, LABEL_SIZE, space.line_width(label_width));
        let remark = wrap(&row.remark, remark_size.0, space.line_width(right - left));
        let label_height = lines.len() as i32 * LINE_HEIGHT;
        // A row is as high as a finger is wide, so that it can be tapped.
        let height = if beside {
            label_height.max(BAR_HEIGHT).max(32) + 12
        } else {
            (label_height + BAR_HEIGHT + 14).max(48)
        } + remark.len() as i32 * remark_size.1
            + space.air;
        columns.bottom += if row.begins_group { 16 } else { 0 };
        columns.placed.push(PlacedRow {
            at,
            row,
            lines,
            top: columns.bottom,
            height,
            remark,
            remark_size,
        });
        columns.bottom += height;
    }
    columns
}

impl Columns<'_> {
    /// The picture of the scale and of what `draw` puts on it.
    pub(super) fn draw(
        &self,
        rows: &Rows,
        width: u32,
        draw: impl FnOnce(&mut Plot<'_, '_>),
    ) -> Picture {
        let axis = if rows.ticks.is_empty() { 0 } else { LINE_HEIGHT };
        let height = (self.bottom + axis) as u32;
        let mut picture = Picture { width, height, ..Picture::default() };
        {
            let whole = PictureBackend::new(&mut picture).into_drawing_area();
            let area: DrawingArea<PictureBackend<'_>, Shift> =
                whole.shrink((self.left, self.top), (self.width as u32, self.height() as u32));
            let height = f64::from(self.height());
            let plot =
                ChartBuilder::on(&area).build_cartesian_2d(rows.start..rows.end, height..0.0);
            if let Ok(mut plot) = plot {
                let is_short = rows.form == Form::Dots && !self.beside;
                let ticks = rows.ticks.iter().map(|value| {
                    let draw = move |ends: [BackendCoord; 2], backend: &mut PictureBackend<'_>| {
                        self.draw_tick(rows, *value, ends, backend);
                    };
                    // Lines of a scale that has lines of its own would only strike labels through.
                    let top = if is_short { height - 6.0 } else { 0.0 };
                    Plotted { points: [(*value, top), (*value, height)], draw }
                });
                // Drawing into memory cannot fail.
                let _ = plot.draw_series(ticks);
                draw(&mut plot);
            }
        }
        picture
    }

    /// A line across all rows, with its value below.
    fn draw_tick(
        &self,
        rows: &Rows,
        value: f64,
        [from, to]: [BackendCoord; 2],
        backend: &mut PictureBackend<'_>,
    ) {
        backend.push(Shape::Line { from, to, class: "axis" });
        backend.push(Shape::Text {
            x: from.0,
            y: to.1 + self.note_size + 4,
            size: self.note_size,
            anchor: if value == rows.start { Anchor::Start } else { Anchor::Middle },
            class: "note",
            words: format!("{}{}", decimal::write(value), rows.unit),
        });
    }

    fn height(&self) -> i32 {
        (self.bottom - self.top).max(1)
    }

    /// Upper edge of a row's bar, from the upper edge of the plot.
    pub(super) fn bar_top(&self, placed: &PlacedRow<'_>) -> i32 {
        let label = placed.lines.len() as i32 * LINE_HEIGHT;
        let below = if self.beside { (placed.core() - self.bar) / 2 } else { label };
        placed.top - self.top + below
    }

    /// A row's mark with its label.
    pub(super) fn mark(&self, placed: &PlacedRow<'_>) -> Mark {
        let PlacedRow { at, lines, top, height, .. } = placed;
        let mut mark = Mark { row: *at, top: *top, height: *height, ..Mark::default() };
        let (x, anchor, label_top) = if self.beside {
            let label_height = lines.len() as i32 * LINE_HEIGHT;
            (self.left - 14, Anchor::End, top + (placed.core() - label_height) / 2)
        } else {
            (self.margin, Anchor::Start, *top)
        };
        for (line, top) in lines.iter().zip((label_top..).step_by(LINE_HEIGHT as usize)) {
            let (y, words) = (top + LABEL_SIZE, line.clone());
            mark.shapes.push(Shape::Text { x, y, size: LABEL_SIZE, anchor, class: "label", words });
        }
        mark
    }

    /// Adds a row's remark to its mark, behind all else that is said of it; `middle` is what it is said of:
    /// it stands below that, so far as there is room.
    pub(super) fn add_remark(&self, placed: &PlacedRow<'_>, mark: &mut Mark, middle: Option<i32>) {
        let top = placed.top + placed.core() - 6;
        let size = placed.remark_size;
        let width = placed.remark.iter().map(|line| text_width(line, size.0)).max().unwrap_or(0);
        let farthest = (self.right - width).max(self.left);
        let x = middle.map_or(self.left, |x| (x - width / 2).clamp(self.left, farthest));
        write_lines(&mut mark.shapes, &placed.remark, (x, top), size, "note");
    }
}

impl PlacedRow<'_> {
    /// Height without the remark.
    fn core(&self) -> i32 {
        self.height - self.remark.len() as i32 * self.remark_size.1
    }
}
