//! One large number with its sentence.

use crate::chart::picture::{Mark, Picture};
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
    let class = if row.open { "amount about" } else { "amount" };
    let lines = space.wrap(&row.words, size, inner);
    // A line of large letters is higher than they are.
    let top = space.top + size / 5 + air;
    let line = (size, size + size / 4);
    let mut y = write_lines(&mut mark.shapes, &lines, (left, top), line, class);
    let label = space.wrap(&row.label, LABEL_SIZE + 3, inner);
    let mut words = Vec::new();
    y = write_lines(&mut words, &label, (left, y), (LABEL_SIZE + 3, LINE_HEIGHT + 5), "label");
    // As it is said: what is counted, and then how many.
    mark.shapes.splice(0..0, words);
    // Beside the mark: a link is called by its number, not by a whole sentence.
    let sentence = space.wrap(&rows.sentence, LABEL_SIZE, inner);
    let line = (LABEL_SIZE, LINE_HEIGHT + 3);
    y = write_lines(&mut picture.ground, &sentence, (left, y + 8), line, "note");
    let remark = space.wrap(&row.remark, LABEL_SIZE, inner);
    y = write_lines(&mut mark.shapes, &remark, (left, y + 4), line, "note");
    mark.height = y - space.top;
    picture.height = (y + air) as u32;
    picture.marks.push(mark);
    picture
}
