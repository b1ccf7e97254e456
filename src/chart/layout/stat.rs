//! One large number with its sentence.

use crate::chart::picture::{Mark, Picture, wrap};
use crate::chart::rows::Rows;

use super::{LABEL_SIZE, LINE_HEIGHT, Space, write_lines};

/// Sizes of the number, the largest that fits is taken.
const SIZES: [i32; 6] = [96, 80, 64, 52, 40, 30];

pub(super) fn draw(rows: &Rows, space: &Space<'_>) -> Picture {
    let mut picture = Picture { width: space.width, ..Picture::default() };
    let (left, inner) = (space.frame.margin, space.inner());
    let Some(row) = rows.rows.first() else {
        picture.height = space.top as u32;
        return picture;
    };
    let mut mark = Mark { row: 0, top: space.top, ..Mark::default() };
    let fits = |size: &i32| space.frame.width_of(&row.words) * size / LABEL_SIZE <= inner;
    let size = SIZES.into_iter().find(fits).unwrap_or(SIZES[SIZES.len() - 1]);
    let air = space.air.max(0) / 2;
    let base = space.top + size + air;
    let class = if row.open { "amount about" } else { "amount" };
    let lines = wrap(&row.words, size, space.line_width(inner));
    let line_height = size + size / 4;
    let top = base - size;
    let base =
        write_lines(&mut mark.shapes, &lines, (left, top), (size, line_height), class) - size / 4;
    let label = wrap(&row.label, LABEL_SIZE + 3, space.line_width(inner));
    let mut y = base + size / 4;
    y = write_lines(
        &mut mark.shapes,
        &label,
        (left, y),
        (LABEL_SIZE + 3, LINE_HEIGHT + 5),
        "label",
    );
    let sentence = wrap(&rows.sentence, LABEL_SIZE, space.line_width(inner));
    y = write_lines(
        &mut mark.shapes,
        &sentence,
        (left, y + 8),
        (LABEL_SIZE, LINE_HEIGHT + 3),
        "quiet",
    );
    let remark = wrap(&row.remark, LABEL_SIZE, space.line_width(inner));
    y = write_lines(
        &mut mark.shapes,
        &remark,
        (left, y + 4),
        (LABEL_SIZE, LINE_HEIGHT + 3),
        "quiet",
    );
    mark.height = y - space.top;
    picture.height = (y + air) as u32;
    picture.marks.push(mark);
    picture
}
