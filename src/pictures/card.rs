//! A figure as a picture: its number, what it counts, its sentence with the number lit, the source and
//! the way to its page.

use crate::chart::format::{Sheet, named, words_in_files};
use crate::chart::svg::{Theme, source, write_svg};
use crate::chart::{Picture, Shape};
use crate::model::{Figure, Report};
use crate::number::numeral::digit;
use crate::period::{Period, Periods};
use crate::words::WORDS;

use super::column::Column;
use super::foot::foot;
use super::{MARGIN, SCALE};

/// Sizes of the number; the largest that fits is taken.
const NUMBER_SIZES: [i32; 6] = [88, 76, 64, 54, 46, 38];
/// Height that a long sentence gets at least, before the number is made smaller.
const ROOM_FOR_SENTENCE: i32 = 80;
/// Sizes of the sentence; the largest that leaves room for all of it is taken.
const SENTENCE_SIZES: [i32; 6] = [17, 16, 15, 14, 13, 12];
/// Pixels of a slide's file for each that is laid out.
const SLIDE_SCALE: u32 = 2;

/// The card of a figure in `size` pixels; `address` is where its page is, empty while that is not
/// known.
pub fn card(report: &Report, figure: &Figure, size: (u32, u32), address: &str) -> Sheet {
    let picture = draw_card(report, figure, size, address);
    let title = (WORDS.punctuation.labelled)(&figure.label, &figure.quantity.printed());
    let svg = write_svg(&picture, &title, report.sentence_of(figure), Theme::Light, size);
    Sheet { svg, size, paper: Theme::Light.paper() }
}

/// The card in the pixels it is laid out in, a third of those of its file, or half of a slide's.
pub fn draw_card(report: &Report, figure: &Figure, size: (u32, u32), address: &str) -> Picture {
    // What is wider than high is for slides, not for phones: letters need not be as large.
    let scale = if size.0 > size.1 { SLIDE_SCALE } else { SCALE };
    let (width, height) = ((size.0 / scale) as i32, (size.1 / scale) as i32);
    // Between the margins: corners of all pictures are paper, by which a browser's drawing is judged.
    let band = Shape::Rect { x: MARGIN, y: 0, width: width - 2 * MARGIN, height: 8, class: "band" };
    let mut shapes = vec![band];
    let lines = [(WORDS.pictures.stands_in)(&report.section_name_of(figure)), source(report)];
    let foot = foot(&lines, address, (width, height), &mut shapes);
    let inner = width - 2 * MARGIN;
    let words = &WORDS.pictures;
    let period = Periods::of(report).of_figure(figure);
    let is_of_year = period == Period::Year && report.title.contains(words.subject);
    let subject = if is_of_year { words.subject } else { "" };
    let kicker = (words.kicker)(&report.site.place, &period.words(report.year), subject);
    let head = |number_sizes: &[i32], with_meaning: bool| {
        let mut head = Column::new(MARGIN, inner, 24);
        head.words(&kicker, (11, 18), "note");
        head.space(6);
        head.words(&figure.label, (20, 28), "title");
        head.quantity(figure, number_sizes);
        head.space(6);
        if let Some(meaning) = report.meaning_of(figure).filter(|_| with_meaning) {
            head.words(meaning, (11, 17), "note");
            head.space(6);
        }
        head
    };
    let sentence = Sentence::of(report, figure);
    // The number gives way to the sentence, but stays the largest thing on the card; then what it means
    // does.
    let smallest = &NUMBER_SIZES[NUMBER_SIZES.len() - 1..];
    let head = (0..NUMBER_SIZES.len())
        .map(|from| head(&NUMBER_SIZES[from..], true))
        .chain([head(smallest, false)])
        .find(|head| foot - 16 - head.y >= sentence.height(12, inner).min(ROOM_FOR_SENTENCE))
        .unwrap_or_else(|| head(smallest, false));
    let quote = sentence.fit(inner, head.y, foot - 16);
    shapes.extend(head.shapes);
    shapes.extend(quote.shapes);
    Picture { width: width as u32, height: height as u32, ground: shapes, marks: Vec::new() }
}

/// What the file of a card is called where it is saved: 梧州2020-法律援助案件-1080x1080.png.
pub fn card_name(report: &Report, figure: &Figure, (width, height): (u32, u32)) -> String {
    let name = words_in_files(&figure.label);
    // Two figures of one name are told apart by their ids, as charts are.
    let before = report.figures.iter().take_while(|known| known.id != figure.id);
    let is_taken = before.map(|known| words_in_files(&known.label)).any(|known| known == name);
    let name = if is_taken { format!("{name}-{}", figure.id) } else { name };
    named(report, &format!("{name}-{width}x{height}.png"))
}

/// A figure's sentence, and where in it the number stands.
struct Sentence {
    text: String,
    /// Bytes of the number.
    lit: std::ops::Range<usize>,
}

impl Sentence {
    fn of(report: &Report, figure: &Figure) -> Self {
        let text = report.sentence_of(figure).trim().replace('\n', "");
        let printed = report.slice(figure.span);
        // The figure's own number where the sentence has the same twice.
        let before = report.sentence(figure.sentence).map_or("", |(_, sentence)| {
            report.slice(crate::text::Span::new(sentence.span.start, figure.span.start))
        });
        let nth = before.matches(printed).count();
        let at = text.match_indices(printed).nth(nth).map_or(0, |(at, _)| at);
        let lit = if text[at..].starts_with(printed) { at..at + printed.len() } else { 0..0 };
        Self { text, lit }
    }

    fn column(&self, size: i32, width: i32, top: i32) -> Column {
        let mut column = Column::new(MARGIN, width, top);
        column.quote(&self.text, self.lit.clone(), size);
        column
    }

    fn height(&self, size: i32, width: i32) -> i32 {
        self.column(size, width, 0).y
    }

    /// The sentence between two heights: all of it in the largest letters that fit, else the clauses
    /// around the number.
    fn fit(&self, width: i32, top: i32, bottom: i32) -> Column {
        let columns = || SENTENCE_SIZES.iter().map(|size| self.column(*size, width, top));
        if let Some(column) = columns().find(|column| column.y <= bottom) {
            return column;
        }
        let size = SENTENCE_SIZES[SENTENCE_SIZES.len() - 1];
        let column = |kept: std::ops::Range<usize>| self.piece(kept).column(size, width, top);
        let bounds = self.clause_bounds();
        let mut first = bounds.partition_point(|bound| *bound <= self.lit.start).max(1) - 1;
        let mut last = bounds.partition_point(|bound| *bound < self.lit.end).min(bounds.len() - 1);
        let mut best = column(bounds[first]..bounds[last]);
        if best.y > bottom {
            // One clause is too long already: as many characters on either side as fit.
            let around = (0..=MAX_AROUND).rev().map(|most| self.around(most));
            return around.map(column).find(|column| column.y <= bottom).unwrap_or(best);
        }
        // Clauses are taken in by turns, those behind and those before.
        loop {
            let wider = [(first, last + 1), (first.wrapping_sub(1), last)]
                .into_iter()
                .filter(|(first, last)| *first < bounds.len() && *last < bounds.len())
                .map(|(first, last)| (column(bounds[first]..bounds[last]), first, last))
                .find(|(column, ..)| column.y <= bottom);
            let Some((column, from, to)) = wider else { return best };
            (best, first, last) = (column, from, to);
        }
    }

    /// The number with at most `most` characters on either side, other numbers whole.
    fn around(&self, most: usize) -> std::ops::Range<usize> {
        let is_digit = |ch: Option<char>| ch.is_some_and(|ch| digit(ch).is_some());
        let cuts = |at: usize| {
            let before = self.text[..at].trim_end_matches([',', '，', '.']).chars().next_back();
            let behind = self.text[at..].trim_start_matches([',', '，', '.']).chars().next();
            is_digit(before) && is_digit(behind)
        };
        let before = self.text[..self.lit.start].char_indices().rev().take(most);
        let behind = self.text[self.lit.end..].char_indices().take(most);
        let starts = before.map(|(at, _)| at).filter(|at| !cuts(*at));
        let ends = behind.map(|(at, ch)| self.lit.end + at + ch.len_utf8()).filter(|at| !cuts(*at));
        starts.last().unwrap_or(self.lit.start)..ends.last().unwrap_or(self.lit.end)
    }

    /// Where clauses begin and end, in bytes. A comma between digits is part of a number.
    fn clause_bounds(&self) -> Vec<usize> {
        let chars: Vec<(usize, char)> = self.text.char_indices().collect();
        let is_digit = |at: Option<&(usize, char)>| at.is_some_and(|(_, ch)| digit(*ch).is_some());
        let ends = chars.iter().enumerate().filter(|(nth, (_, ch))| {
            let is_inside = is_digit(nth.checked_sub(1).and_then(|before| chars.get(before)))
                && is_digit(chars.get(nth + 1));
            CLAUSE_ENDS.contains(ch) && !is_inside
        });
        let mut bounds = vec![0];
        bounds.extend(ends.map(|(_, (at, ch))| at + ch.len_utf8()));
        bounds.push(self.text.len());
        bounds.dedup();
        bounds
    }

    /// A piece of the sentence, with an ellipsis where something is left out.
    fn piece(&self, kept: std::ops::Range<usize>) -> Self {
        let ellipsis = WORDS.punctuation.ellipsis;
        let before = if kept.start > 0 { ellipsis } else { "" };
        let behind = if kept.end < self.text.len() { ellipsis } else { "" };
        let shift = |at: usize| at.saturating_sub(kept.start) + before.len();
        Self {
            text: format!("{before}{}{behind}", &self.text[kept.clone()]),
            lit: shift(self.lit.start)..shift(self.lit.end),
        }
    }
}

/// Most characters on either side of a number in a clause that is too long.
const MAX_AROUND: usize = 120;

/// What ends a clause.
const CLAUSE_ENDS: [char; 6] = ['，', ',', '；', ';', '。', '：'];
