//! A column of words that grows downwards: headings, numbers, quotations, each as many lines as it
//! needs.

use crate::analysis::{self, Role};
use crate::chart::picture::wrap;
use crate::chart::{Anchor, Run, Shape, text_width};
use crate::model::Figure;

/// The column; what is added stands below what is there.
pub(super) struct Column {
    pub shapes: Vec<Shape>,
    left: i32,
    width: i32,
    /// Where it ends.
    pub y: i32,
}

impl Column {
    /// An empty column that begins at `top`.
    pub(super) fn new(left: i32, width: i32, top: i32) -> Self {
        Self { shapes: Vec::new(), left, width, y: top }
    }

    /// White.
    pub(super) fn space(&mut self, height: i32) {
        self.y += height;
    }

    /// Words of one look.
    pub(super) fn words(
        &mut self,
        words: &str,
        (size, line_height): (i32, i32),
        class: &'static str,
    ) {
        for words in wrap(words, size, self.width) {
            let (x, y, anchor) = (self.left, self.base(size, line_height), Anchor::Start);
            self.shapes.push(Shape::Text { x, y, size, anchor, class, words });
            self.y += line_height;
        }
    }

    /// A quantity in the largest of `sizes` that fits, its unit half as large.
    pub(super) fn quantity(&mut self, figure: &Figure, sizes: &[i32]) {
        let width = |runs: &[Run]| runs.iter().map(|run| text_width(&run.words, run.size)).sum();
        let fits = |runs: &Vec<Run>| -> bool {
            let width: i32 = width(runs);
            width <= self.width
        };
        let Some(size) =
            sizes.iter().find(|size| fits(&quantity_runs(figure, **size))).or(sizes.last())
        else {
            return;
        };
        let (x, y) = (self.left, self.y + size * 9 / 10);
        self.shapes.push(Shape::Runs { x, y, runs: quantity_runs(figure, *size) });
        self.y += size * 11 / 10;
    }

    /// A quotation in which the characters of `lit` stand out.
    pub(super) fn quote(&mut self, text: &str, lit: std::ops::Range<usize>, size: i32) {
        let line_height = size * 17 / 10;
        let mut from = 0;
        for line in wrap(text, size, self.width) {
            // A line is a piece of the text; between two of them only spaces were left out.
            let Some(at) = text[from..].find(&line).map(|at| from + at) else { continue };
            let end = at + line.len();
            let (start, stop) = (lit.start.clamp(at, end), lit.end.clamp(at, end));
            let pieces = [(at..start, "quote"), (start..stop, "quote lit"), (stop..end, "quote")];
            let runs = pieces
                .into_iter()
                .filter(|(piece, _)| !piece.is_empty())
                .map(|(piece, class)| Run { words: text[piece].to_string(), size, class })
                .collect();
            let (x, y) = (self.left, self.base(size, line_height));
            self.shapes.push(Shape::Runs { x, y, runs });
            self.y += line_height;
            from = end;
        }
    }

    fn base(&self, size: i32, line_height: i32) -> i32 {
        self.y + (line_height - size) / 2 + size * 17 / 20
    }
}

/// A quantity as it is set in large type, the words that keep it from being exact in their own hue.
fn quantity_runs(figure: &Figure, size: i32) -> Vec<Run> {
    let run = |(role, words): (Role, String)| {
        let size = if role == Role::Digits { size } else { size / 2 };
        let class = if role == Role::About { "amount about" } else { "amount" };
        Run { words, size, class }
    };
    analysis::pieces(figure).into_iter().map(run).collect()
}
