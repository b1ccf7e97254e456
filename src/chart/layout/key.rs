//! What the marks and streams of a picture are: a line for each row below it, with a piece of its
//! colour, what is counted and how many.

use crate::chart::picture::{Anchor, Mark, Shape, wrap};
use crate::chart::rows::{Look, Row};

use super::{LABEL_SIZE, LINE_HEIGHT, Space, write_lines};

/// Side of a piece of colour.
const SWATCH: i32 = 14;

/// Widest line: label and number stand near each other.
const MAX_WIDTH: i32 = 380;

/// The class of a row's marks; `nth` counts the parts of a whole from zero.
pub(super) fn class(row: &Row, nth: usize) -> &'static str {
    match (row.look, nth % 3) {
        (Look::Computed, _) => "bar left",
        (_, 0) => "bar",
        (_, 1) => "bar second",
        _ => "bar third",
    }
}

/// The line of a row from `top` on; `class` is that of what it stands for, none for a whole.
pub(super) fn line(
    (at, row): (usize, &Row),
    class: Option<&'static str>,
    space: &Space<'_>,
    top: i32,
) -> Mark {
    let frame = space.frame;
    let left = frame.margin + SWATCH + 10;
    let right = (space.width as i32 - frame.margin).min(left + MAX_WIDTH);
    let width = right - left - frame.width_of(&row.words) - 12;
    let lines = wrap(&row.label, LABEL_SIZE, space.line_width(width));
    let text_height = lines.len().max(1) as i32 * LINE_HEIGHT;
    // As high as a finger is wide, so that it can be tapped.
    let height = (text_height + 14).max(48 + space.air.min(0));
    let text_top = top + (height - text_height) / 2;
    let mut mark = Mark { row: at, top, height, ..Mark::default() };
    if let Some(class) = class {
        let (x, y) = (frame.margin, text_top + (LINE_HEIGHT - SWATCH) / 2);
        mark.shapes.push(Shape::Rect { x, y, width: SWATCH, height: SWATCH, class });
    }
    let line = (LABEL_SIZE, LINE_HEIGHT);
    write_lines(&mut mark.shapes, &lines, (left, text_top), line, "label");
    mark.shapes.push(Shape::Text {
        x: right,
        y: text_top + LABEL_SIZE,
        size: LABEL_SIZE,
        anchor: Anchor::End,
        class: if row.open { "amount about" } else { "amount" },
        words: row.words.clone(),
    });
    mark
}
