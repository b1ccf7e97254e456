//! What stands at the foot of a picture: where it is from, and the QR code of its page.

use crate::chart::Shape;
use crate::chart::code::modules;

use super::column::Column;
use super::{MARGIN, MODULE_WIDTH};

/// Size of the source, and height of its lines.
const SOURCE: (i32, i32) = (10, 15);

/// Draws these lines and the code of an address, if it is known; returns the upper edge of all that.
pub(super) fn foot(
    lines: &[String],
    address: &str,
    (width, height): (i32, i32),
    shapes: &mut Vec<Shape>,
) -> i32 {
    let code = modules(address);
    let code_width = code.as_ref().map_or(0, |code| code.len() as i32 * MODULE_WIDTH);
    let mut words = Column::new(MARGIN, width - 2 * MARGIN - code_width, 0);
    for line in lines {
        words.words(line, SOURCE, "note");
    }
    let top = height - MARGIN + 4 - words.y.max(code_width);
    let line =
        Shape::Line { from: (MARGIN, top - 8), to: (width - MARGIN, top - 8), class: "axis" };
    shapes.push(line);
    shapes.extend(words.shapes.into_iter().map(|shape| shape.moved(0, top)));
    if let Some(rows) = code {
        let x = width - MARGIN - code_width + 4 * MODULE_WIDTH;
        shapes.push(Shape::Modules { x, y: top, module: MODULE_WIDTH, rows });
    }
    top - 8
}
