//! 一图读懂: the pieces of a report below each other on one long picture, or on pages as high as a phone.

use crate::chart::code::modules;
use crate::chart::format::Sheet;
use crate::chart::svg::{Theme, source, write_svg};
use crate::chart::{Anchor, Picture, Shape};
use crate::model::Report;
use crate::words::WORDS;

use super::block::{Block, blocks};
use super::column::Column;
use super::{INNER, MARGIN, MODULE_WIDTH, SCALE, WIDTH};

/// Size of a page in pixels of its file.
pub const PAGE_SIZE: (u32, u32) = (1080, 1440);

/// Height of a page as it is laid out.
const PAGE_HEIGHT: i32 = (PAGE_SIZE.1 / SCALE) as i32;
/// White between two pieces.
const GAP: i32 = 24;
/// Most that the white between two pieces grows by.
const MAX_AIR: i32 = 56;
/// White around the band that the title stands on.
const BAND_MARGIN: i32 = 10;
/// White around the source below the pieces of a page.
const FOOT_MARGIN: i32 = 10;
/// Size of the source, and height of its lines; on a page, which is seen as wide as the phone.
const SOURCE: (i32, i32) = (12, 18);
const PAGE_SOURCE: (i32, i32) = (11, 17);

/// The whole on one picture, 1080 pixels wide; `address` is that of the site, empty while that is not
/// known. None of a report of which nothing can be shown.
pub fn long(report: &Report, address: &str) -> Option<Sheet> {
    let blocks = blocks(report);
    if blocks.is_empty() {
        return None;
    }
    let title = title(report, 0);
    let mut y = title.height + GAP / 2;
    let mut shapes = title.shapes;
    for block in blocks {
        shapes.extend(block.shapes.into_iter().map(|shape| shape.moved(0, y)));
        y += block.height + GAP / 2;
        shapes.push(rule(y));
        y += GAP / 2;
    }
    let end = end(report, address);
    shapes.extend(end.shapes.into_iter().map(|shape| shape.moved(0, y)));
    Some(sheet(report, &picture(shapes, y + end.height + MARGIN)))
}

/// The whole on pages of [`PAGE_SIZE`], each with as many pieces as it has room for. A chart that is
/// higher than a page is left to the long picture.
pub fn pages(report: &Report) -> Vec<Sheet> {
    draw_pages(report).into_iter().map(|picture| sheet(report, &picture)).collect()
}

/// The pages in the pixels they are laid out in, a third of those of their files.
pub fn draw_pages(report: &Report) -> Vec<Picture> {
    let mut foot = Column::new(MARGIN, INNER - 40, 0);
    foot.words(&source(report), PAGE_SOURCE, "note");
    let room = PAGE_HEIGHT - foot.y - 2 * FOOT_MARGIN;
    let pieces = blocks(report).into_iter().filter(|piece| piece.height <= room - MARGIN);
    let pages = filled_evenly(std::iter::once(title(report, 0)).chain(pieces).collect(), room);
    if pages.len() == 1 && pages[0].len() == 1 {
        return Vec::new();
    }
    let n_pages = pages.len();
    let finish = |(nth, page): (usize, Vec<Block>)| {
        // What is left of the height is given to the white above and between the pieces; what is more than
        // they bear lies above and below them all. A title alone is a cover.
        let page = if nth == 0 && page.len() == 1 { vec![title(report, room)] } else { page };
        let n_gaps = page.len() as i32 + 1;
        let free = room - height_of(&page);
        let air = (free / n_gaps).clamp(0, MAX_AIR);
        let mut y = if nth == 0 { 0 } else { MARGIN + air + (free - air * n_gaps) / 2 };
        let mut shapes = Vec::new();
        for piece in page {
            shapes.extend(piece.shapes.into_iter().map(|shape| shape.moved(0, y)));
            y += piece.height + GAP + air;
        }
        let foot_top = room + FOOT_MARGIN;
        shapes.extend(foot.shapes.iter().map(|shape| shape.clone().moved(0, foot_top)));
        shapes.push(rule(room));
        shapes.push(Shape::Text {
            x: WIDTH as i32 - MARGIN,
            y: foot_top + PAGE_SOURCE.0 + 2,
            size: PAGE_SOURCE.0,
            anchor: Anchor::End,
            class: "note",
            words: (WORDS.pictures.page)(nth + 1, n_pages),
        });
        picture(shapes, PAGE_HEIGHT)
    };
    pages.into_iter().enumerate().map(finish).collect()
}

/// The pieces in their order on as few pages as they fit, and so that no page is much emptier than another: least is
/// the sum of what is left free on each, squared.
fn filled_evenly(pieces: Vec<Block>, room: i32) -> Vec<Vec<Block>> {
    // For the pieces from each on: pages, free height squared, and where the second page begins.
    let mut best = vec![(0, 0, pieces.len()); pieces.len() + 1];
    for first in (0..pieces.len()).rev() {
        let fitting = (first + 1..=pieces.len())
            .map(|next| (next, room - height_of(&pieces[first..next])))
            .take_while(|(next, free)| *free >= 0 || *next == first + 1);
        let ways = fitting.map(|(next, free)| {
            let (n_pages, cost, _) = best[next];
            (n_pages + 1, cost + i64::from(free).pow(2), next)
        });
        best[first] = ways.min().unwrap_or_default();
    }
    let mut pieces = pieces.into_iter();
    let mut pages = Vec::new();
    let mut first = 0;
    while pieces.len() > 0 {
        let next = best[first].2;
        pages.push(pieces.by_ref().take(next - first).collect());
        first = next;
    }
    pages
}

/// Height of the pieces of a page, with the white above and between them.
fn height_of(page: &[Block]) -> i32 {
    MARGIN + page.iter().map(|piece| piece.height + GAP).sum::<i32>() - GAP
}

fn rule(y: i32) -> Shape {
    Shape::Line { from: (MARGIN, y), to: (WIDTH as i32 - MARGIN, y), class: "axis" }
}

/// What it is and of which report, light on the main hue, in the middle of a band that is as high as it needs or
/// as `least`.
fn title(report: &Report, least: i32) -> Block {
    let words = title_words(report);
    let height = words.height.max(least - GAP / 2);
    let down = (height - words.height) / 2;
    // Not up to the edges: corners of all pictures are paper, by which a browser's drawing is judged.
    let (x, y) = (BAND_MARGIN, BAND_MARGIN);
    let width = WIDTH as i32 - 2 * BAND_MARGIN;
    let band = Shape::Rect { x, y, width, height: height - y, class: "band" };
    let words = words.shapes.into_iter().map(|shape| shape.moved(0, down));
    Block { shapes: [band].into_iter().chain(words).collect(), height }
}

fn title_words(report: &Report) -> Block {
    let mut column = Column::new(MARGIN, INNER, 30);
    column.words(WORDS.pages.pictures, (15, 24), "on band note");
    column.words(&report.title, (26, 37), "on band");
    column.space(4);
    let issuers = report.issuers.join(WORDS.punctuation.list);
    let date = report.date.map(crate::model::Date::prose).unwrap_or_default();
    column.words(format!("{issuers} {date}").trim(), (12, 20), "on band note");
    column.space(24);
    column.into()
}

/// Where all of it comes from, and the way there.
pub(super) fn end(report: &Report, address: &str) -> Block {
    let code = modules(address);
    let code_width = code.as_ref().map_or(0, |code| code.len() as i32 * MODULE_WIDTH);
    let mut column = Column::new(MARGIN, INNER - code_width, 0);
    column.words(WORDS.pictures.every_number, SOURCE, "note");
    column.words(&source(report), SOURCE, "note");
    let height = column.y.max(code_width);
    if let Some(rows) = code {
        let x = MARGIN + INNER - code_width;
        column.shapes.push(Shape::Modules { x, y: 0, module: MODULE_WIDTH, rows });
    }
    Block { shapes: column.shapes, height }
}

fn picture(shapes: Vec<Shape>, height: i32) -> Picture {
    Picture { width: WIDTH, height: height as u32, ground: shapes, marks: Vec::new() }
}

fn sheet(report: &Report, picture: &Picture) -> Sheet {
    let size = (picture.width * SCALE, picture.height * SCALE);
    let title = (WORDS.punctuation.labelled)(WORDS.pages.pictures, &report.title);
    let svg = write_svg(picture, &title, &source(report), Theme::Light, size);
    Sheet { svg, size, paper: Theme::Light.paper() }
}
