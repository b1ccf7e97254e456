//! Two reports side by side as a picture: what changed most, or of two places the first pairs, with both
//! values, and the way to the page that has all of them.

use crate::chart::format::Sheet;
use crate::chart::svg::{Theme, write_svg};
use crate::chart::{Anchor, Picture, Shape};
use crate::compare::difference::signed_percent;
use crate::compare::{Comparison, Pair};
use crate::words::WORDS;

use super::MARGIN;
use super::column::Column;
use super::foot::foot;

/// Size of the picture in pixels: that of forwarded links.
const SIZE: (u32, u32) = (1280, 720);
/// Pixels of the file for each that is laid out.
const SCALE: u32 = 2;
/// Most pairs that are shown.
const MOST: usize = 5;
/// Size and line height of a pair's words.
const ROW: (i32, i32) = (14, 21);
/// Room for the share at the right.
const SHARE_WIDTH: i32 = 96;

/// The picture; `address` is where the page is, empty while that is not known. None where nothing stands
/// side by side.
pub fn comparison_card(comparison: &Comparison, address: &str) -> Option<Sheet> {
    let rows = comparison.shown_first(MOST);
    if rows.is_empty() {
        return None;
    }
    let title = comparison.title();
    let labelled = |pair: &Pair| {
        let [_, figure] = comparison.figures(pair);
        (WORDS.punctuation.labelled)(&figure.label, &comparison.values(pair))
    };
    let described: Vec<String> = rows.iter().map(|(pair, _)| labelled(pair)).collect();
    let picture = draw(comparison, &rows, address);
    let svg = write_svg(&picture, &title, &described.join("；"), Theme::Light, SIZE);
    Some(Sheet { svg, size: SIZE, paper: Theme::Light.paper() })
}

fn draw(comparison: &Comparison, rows: &[(&Pair, Option<f64>)], address: &str) -> Picture {
    let (width, height) = ((SIZE.0 / SCALE) as i32, (SIZE.1 / SCALE) as i32);
    let inner = width - 2 * MARGIN;
    let mut shapes = vec![Shape::Rect { x: MARGIN, y: 0, width: inner, height: 8, class: "band" }];
    let top = foot(&[comparison.source()], address, (width, height), &mut shapes);
    let mut column = Column::new(MARGIN, inner, 22);
    column.words(&comparison.title(), (20, 28), "title");
    column.space(2);
    column.words(&Comparison::note_of(rows), (11, 18), "note");
    for (pair, share) in rows {
        let [_, figure] = comparison.figures(pair);
        // What does not fit any more is on the page.
        if column.y + 2 * ROW.1 > top {
            break;
        }
        column.space(4);
        let line = column.y;
        let mut words = Column::new(MARGIN, inner - SHARE_WIDTH, line);
        words.words(&figure.label, ROW, "label");
        words.words(&comparison.values(pair), (12, 18), "note");
        if words.y > top {
            break;
        }
        column.space(words.y - line);
        column.shapes.extend(words.shapes);
        column.shapes.push(Shape::Text {
            x: MARGIN + inner,
            y: line + 24,
            size: 20,
            anchor: Anchor::End,
            class: "amount",
            words: share.map_or(String::new(), signed_percent),
        });
    }
    shapes.extend(column.shapes);
    Picture { width: width as u32, height: height as u32, ground: shapes, marks: Vec::new() }
}
