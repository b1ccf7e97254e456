//! The pieces of 一图读懂, one below the other: a question with its numbers, a chart, what was not done
//! well, what comes next. Each is as high as it needs to be and is never cut.

use crate::chart::rows::{Order, rows};
use crate::chart::{Frame, Shape, draw_low};
use crate::model::{Chart, ChartKind, DutyKind, Figure, InShort, Question, Report, Section};
use crate::text::excerpt;
use crate::words::WORDS;

use super::column::Column;
use super::{INNER, MARGIN};

/// A piece, drawn from the upper edge 0 on.
pub(super) struct Block {
    pub shapes: Vec<Shape>,
    pub height: i32,
}

impl From<Column> for Block {
    fn from(column: Column) -> Self {
        Self { shapes: column.shapes, height: column.y }
    }
}

/// Size of a heading, of text, of what is said beside, each with the height of its lines.
const HEADING: (i32, i32) = (20, 29);
const TEXT: (i32, i32) = (15, 24);
const ASIDE: (i32, i32) = (13, 19);
/// Sizes of a number; the largest that fits is taken.
const NUMBER_SIZES: [i32; 4] = [46, 40, 34, 28];
/// Most charts where no editor chose any.
const MAX_CHARTS: usize = 3;
/// Most sections named of a part; most characters of a part that has none, and of a heading.
const MAX_SECTIONS: usize = 6;
const PART_LENGTH: usize = 90;
const SECTION_LENGTH: usize = 44;

/// What 一图读懂 shows of a report, in the editor's order or the usual one.
pub(super) fn blocks(report: &Report) -> Vec<Block> {
    let usual = || {
        let charts = usual_charts(report).into_iter().map(|chart| format!("charts/{}", chart.id));
        let asked =
            |id: &&String| report.questions.iter().any(|question| question.figures.contains(id));
        let shown = report.highlights.iter().filter(|id| !asked(id)).take(MAX_HIGHLIGHTS);
        let shown = shown.map(|id| format!("{FIGURES}{id}"));
        let names = ["questions".to_string()].into_iter().chain(shown).chain(charts);
        names.chain(["shortcomings", "plan"].map(str::to_string)).collect()
    };
    let names: Vec<String> =
        if report.pictures.is_empty() { usual() } else { report.pictures.clone() };
    let is_figure = |name: &String| name.starts_with(FIGURES);
    let mut before = None;
    let mut blocks = Vec::new();
    for name in &names {
        // The first of several figures says what they are.
        let begins_figures = is_figure(name) && !before.is_some_and(is_figure);
        let heading = begins_figures.then_some(WORDS.overview.highlights);
        blocks.extend(named(report, name, heading));
        before = Some(name);
    }
    blocks
}

/// How the names of figures begin.
const FIGURES: &str = "figures/";

/// Most figures of those to show first that no question asks for: with their heading they fill a page.
const MAX_HIGHLIGHTS: usize = 3;

/// The charts that say more than bars do, then others; none of the text's own length.
fn usual_charts(report: &Report) -> Vec<&Chart> {
    let is_shown = |chart: &&Chart| !matches!(chart.kind, ChartKind::Outline | ChartKind::Stat);
    let (bars, others): (Vec<&Chart>, Vec<&Chart>) =
        report.charts.iter().filter(is_shown).partition(|chart| chart.kind == ChartKind::Bars);
    others.into_iter().chain(bars).take(MAX_CHARTS).collect()
}

/// The pieces of a name in [`Report::pictures`], a figure below its heading where it has one; none if the report
/// has not that.
fn named(report: &Report, name: &str, heading: Option<&str>) -> Vec<Block> {
    let asked = |kind| report.questions.iter().find(|question| question.part == Some(kind));
    let of_part = |kind, heading| {
        let heading = asked(kind).map_or(heading, |question| question.question.as_str());
        part(report, kind, heading).into_iter().collect()
    };
    match name.split_once('/') {
        Some(("charts", id)) => {
            report.chart(id).map(|one| chart(report, one)).into_iter().collect()
        }
        Some(("figures", id)) => {
            let figures = report.figure(id).into_iter().map(|figure| {
                let mut column = Column::new(MARGIN, INNER, 0);
                if let Some(heading) = heading {
                    column.words(heading, HEADING, "title");
                    column.space(8);
                }
                number(report, figure, &mut column);
                column.into()
            });
            figures.collect()
        }
        _ if name == "questions" => {
            let answered = report.questions.iter().filter(|question| !question.figures.is_empty());
            answered.map(|one| question(report, one)).collect()
        }
        _ if name == "shortcomings" => of_part(DutyKind::Shortcomings, WORDS.overview.shortcomings),
        _ if name == "plan" => of_part(DutyKind::Plan, &(WORDS.overview.plan)(report.year + 1)),
        _ => Vec::new(),
    }
}

fn question(report: &Report, question: &Question) -> Block {
    let mut column = Column::new(MARGIN, INNER, 0);
    column.words(&question.question, HEADING, "title");
    for figure in question.figures.iter().filter_map(|id| report.figure(id)) {
        column.space(8);
        number(report, figure, &mut column);
    }
    if !question.note.is_empty() {
        column.space(6);
        column.words(&question.note, ASIDE, "note");
    }
    column.into()
}

/// A number, what it counts, and where the report says so.
fn number(report: &Report, figure: &Figure, column: &mut Column) {
    column.quantity(figure, &NUMBER_SIZES);
    column.words(&figure.label, TEXT, "label");
    column.words(&(WORDS.pictures.stands_in)(&report.section_name_of(figure)), ASIDE, "note");
}

fn chart(report: &Report, chart: &Chart) -> Block {
    let mut column = Column::new(MARGIN, INNER, 0);
    column.words(&chart.title, HEADING, "title");
    column.words(&chart.subtitle, ASIDE, "note");
    column.space(8);
    let rows = rows(report, chart, Order::Given);
    let picture = draw_low(&rows, &Frame::default(), INNER as u32);
    let top = column.y;
    let shapes =
        picture.ground.into_iter().chain(picture.marks.into_iter().flat_map(|mark| mark.shapes));
    column.shapes.extend(shapes.map(|shape| shape.moved(MARGIN, top)));
    column.space(picture.height as i32);
    let notes = rows.about_note().into_iter().chain(rows.computed_note());
    for note in notes.chain([chart.note.as_str()]) {
        column.words(note, ASIDE, "note");
    }
    column.into()
}

/// A part of the report in short: its sections by their names, else its first words.
fn part(report: &Report, kind: DutyKind, heading: &str) -> Option<Block> {
    let in_short = report.in_short(kind)?;
    let mut column = Column::new(MARGIN, INNER, 0);
    column.words(heading, HEADING, "title");
    column.space(4);
    let ellipsis = WORDS.punctuation.ellipsis;
    let (section, items): (&Section, Vec<String>) = match in_short {
        InShort::Sections(sections) => {
            let items = sections.iter().map(|section| report.item_of(section)).collect();
            (report.part_of(sections[0]).unwrap_or(sections[0]), items)
        }
        InShort::Points(section, points) => {
            (section, points.into_iter().map(str::to_string).collect())
        }
        InShort::Sentence(section, sentence) => {
            let words = excerpt(report.slice(sentence.span).trim(), PART_LENGTH, ellipsis);
            column.words(&words, TEXT, "quote");
            (section, Vec::new())
        }
    };
    for words in items.iter().take(MAX_SECTIONS) {
        let words = excerpt(words, SECTION_LENGTH, ellipsis);
        column.words(&(WORDS.pictures.item)(&words), TEXT, "quote");
        column.space(4);
    }
    if items.len() > MAX_SECTIONS {
        column.words(&(WORDS.pictures.more_items)(items.len() - MAX_SECTIONS), ASIDE, "note");
    }
    column.words(&(WORDS.pictures.stands_in)(&report.section_name(section)), ASIDE, "note");
    Some(column.into())
}
