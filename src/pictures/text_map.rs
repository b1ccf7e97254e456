//! 一眼看全文: every sentence of the report as a bar where it stands, as long as it is, its figures
//! lit. It is laid out once, for the overview and for a file.

use crate::chart::format::Sheet;
use crate::chart::svg::{Theme, source, write_svg};
use crate::chart::{Anchor, Picture, Shape};
use crate::model::{Report, Section, SectionKind, Sentence, SentenceKind};
use crate::text::{Span, excerpt};
use crate::words::WORDS;

use super::block::Block;
use super::column::Column;
use super::long::end;
use super::{INNER, MARGIN, SCALE, WIDTH};

/// A report's sentences as bars, `INNER` pixels wide, from the upper edge 0 on.
#[derive(Debug, Default, PartialEq)]
pub struct TextMap {
    /// The sentences in the text's order.
    pub bars: Vec<Bar>,
    /// Names of the sections, and where they stand: the base of their letters.
    pub headings: Vec<(i32, String)>,
    /// How high all is.
    pub height: i32,
}

/// A sentence. Where it is broken into lines it has several rectangles: left, upper edge, width,
/// height of each.
#[derive(Debug, PartialEq)]
pub struct Bar {
    /// The sentence's number.
    pub sentence: u32,
    /// What it covers.
    pub cells: Vec<[i32; 4]>,
    /// Where its figures stand.
    pub lit: Vec<[i32; 4]>,
}

/// Width of the map.
pub const MAP_WIDTH: i32 = INNER;
/// Height of a line, of a bar on it, and of a figure, which stands out by more than its colour.
const LINE: i32 = 9;
const BAR: i32 = 5;
const LIT: i32 = 7;
/// Least width of a figure.
const MIN_LIT: i32 = 2;
/// Height of a heading's line.
const HEADING: i32 = 22;
/// Size of its letters.
pub const HEADING_SIZE: i32 = 12;
/// Most characters of a heading; they fit in large print, too.
const MAX_HEADING: usize = 17;
/// Most headings with those of the second level; of more the outermost alone are shown.
const MAX_HEADINGS: usize = 12;
/// Characters on the shortest line.
const SHORTEST: i32 = MAP_WIDTH / 3;
/// Lengths of a line in hundredths of the shortest; the first is taken with which the map has at most
/// [`MAX_LINES`], else the last: a bar that is shorter still could not be pressed.
const STRETCHES: [i32; 6] = [100, 150, 200, 300, 400, 600];
const MAX_LINES: i32 = 64;

/// The map of a report.
pub fn text_map(report: &Report) -> TextMap {
    let laid_out = |stretch: &i32| Layout::of(report, SHORTEST * stretch / 100);
    let fits = |layout: &Layout| layout.n_lines <= MAX_LINES;
    let mut layouts = STRETCHES.iter().map(laid_out);
    let last = || laid_out(&STRETCHES[STRETCHES.len() - 1]);
    layouts.find(fits).unwrap_or_else(last).map
}

/// The map as a file 1080 pixels wide; `address` is that of the site, empty while that is not known.
pub fn text_map_sheet(report: &Report, address: &str) -> Sheet {
    let picture = draw_text_map(report, address);
    let size = (picture.width * SCALE, picture.height * SCALE);
    let title = (WORDS.punctuation.labelled)(WORDS.pictures.text_map, &report.title);
    let svg = write_svg(&picture, &title, &source(report), Theme::Light, size);
    Sheet { svg, size, paper: Theme::Light.paper() }
}

/// The file in the pixels it is laid out in, a third of its own.
pub fn draw_text_map(report: &Report, address: &str) -> Picture {
    let map = text_map(report);
    let words = &WORDS.pictures;
    let mut head = Column::new(MARGIN, INNER, 24);
    head.words(words.text_map, (20, 29), "title");
    head.words(&report.title, (15, 23), "label");
    head.words(&(words.text_map_legend)(map.bars.len(), report.figures.len()), (12, 19), "note");
    head.space(14);
    let top = head.y;
    let mut shapes = head.shapes;
    shapes.extend(map.shapes().into_iter().map(|shape| shape.moved(MARGIN, top)));
    let foot_top = top + map.height + 16;
    let Block { shapes: foot, height } = end(report, address);
    shapes.extend(foot.into_iter().map(|shape| shape.moved(0, foot_top)));
    let height = (foot_top + height + MARGIN) as u32;
    Picture { width: WIDTH, height, ground: shapes, marks: Vec::new() }
}

impl TextMap {
    fn shapes(&self) -> Vec<Shape> {
        let heading = |(y, words): &(i32, String)| Shape::Text {
            x: 0,
            y: *y,
            size: HEADING_SIZE,
            anchor: Anchor::Start,
            class: "note",
            words: words.clone(),
        };
        let all = |cells: fn(&Bar) -> &Vec<[i32; 4]>| {
            self.bars.iter().flat_map(cells).copied().collect::<Vec<_>>()
        };
        let bars = Shape::Cells { cells: all(|bar| &bar.cells), class: "bar second" };
        let lit = Shape::Cells { cells: all(|bar| &bar.lit), class: "bar" };
        self.headings.iter().map(heading).chain([bars, lit]).collect()
    }
}

fn is_named(section: &Section, level: u8) -> bool {
    section.level <= level && section.heading.is_some() && section.kind != SectionKind::Title
}

/// A map while it is laid out: where the next character stands.
struct Layout {
    map: TextMap,
    /// Deepest level of sections that are named.
    level: u8,
    /// Characters on a line.
    length: i32,
    /// The line's upper edge, and how many characters are on it.
    top: i32,
    used: i32,
    n_lines: i32,
}

impl Layout {
    fn of(report: &Report, length: i32) -> Self {
        let n_named = |level| report.sections.iter().filter(|it| is_named(it, level)).count();
        let level = u8::from(n_named(1) <= MAX_HEADINGS);
        let map = TextMap::default();
        let mut layout = Self { map, level, length, top: 0, used: 0, n_lines: 0 };
        for section in &report.sections {
            layout.add_section(report, section);
        }
        layout.break_line();
        layout.map.height = layout.top;
        layout
    }

    fn add_section(&mut self, report: &Report, section: &Section) {
        self.break_line();
        if is_named(section, self.level) {
            let heading = report.short_heading_of(section);
            let words = excerpt(&heading, MAX_HEADING, WORDS.punctuation.ellipsis);
            self.map.headings.push((self.top + HEADING_SIZE + 4, words));
            self.top += HEADING;
        }
        for paragraph in &section.paragraphs {
            self.break_line();
            let said = paragraph.sentences.iter().filter(|it| it.kind != SentenceKind::Space);
            for sentence in said {
                self.add_sentence(report, sentence);
            }
        }
    }

    fn add_sentence(&mut self, report: &Report, sentence: &Sentence) {
        let length = sentence.span.end as i32 - sentence.span.start as i32;
        let spans = report
            .figures
            .iter()
            .filter(|figure| figure.sentence == sentence.number)
            .map(|figure| self.cells_of(figure.span, sentence.span.start, LIT, MIN_LIT));
        let lit = spans.flatten().collect();
        let mut cells = self.cells_of(sentence.span, sentence.span.start, BAR, 1);
        // White before the next one.
        if let Some([_, _, width, _]) = cells.last_mut() {
            *width = (*width - 1).max(1);
        }
        self.map.bars.push(Bar { sentence: sentence.number, cells, lit });
        let end = self.used + length;
        self.n_lines += end / self.length;
        self.top += end / self.length * LINE;
        self.used = end % self.length;
    }

    /// The rectangles of a stretch of the sentence that begins at `start` in the text and where the
    /// layout stands now.
    fn cells_of(&self, span: Span, start: u32, height: i32, min_width: i32) -> Vec<[i32; 4]> {
        let (mut from, to) = (
            self.used + (span.start as i32 - start as i32),
            self.used + (span.end as i32 - start as i32),
        );
        let mut cells = Vec::new();
        while from < to {
            let line = from / self.length;
            let end = to.min((line + 1) * self.length);
            let x = |at: i32| (at - line * self.length) * MAP_WIDTH / self.length;
            let width = (x(end) - x(from)).max(min_width);
            let left = x(from).min(MAP_WIDTH - width);
            cells.push([left, self.top + line * LINE + (LINE - height) / 2, width, height]);
            from = end;
        }
        cells
    }

    fn break_line(&mut self) {
        if self.used > 0 {
            self.top += LINE;
            self.n_lines += 1;
            self.used = 0;
        }
    }
}
