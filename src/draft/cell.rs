//! Labels of numbers in tables: what heads the row and the column of a cell says what its number counts.

use crate::number::{Number, cells};

/// Gives the numbers that fill a cell their labels, in place of what the words around them said.
pub(super) fn name_cells(text: &[char], numbers: &[Number], labels: &mut [String]) {
    for cell in cells(text) {
        let at = numbers.binary_search_by_key(&cell.start, |number| number.span.start as usize);
        if let Some(at) = at.ok().filter(|at| numbers[*at].is_figure()) {
            labels[at] = cell.label();
        }
    }
}
