//! A chart on a page: its picture for narrow and wide screens, each row's mark a link to its figure
//! or section. Written as HTML and not by Yew, which would go over each shape when it takes a page
//! over; texts go through [`escape`].

use std::fmt::Write as _;

use yew::prelude::*;

use crate::app::browser;
use crate::app::components::{card_link_attributes, raw_html};
use crate::chart::picture::UNIT;
use crate::chart::rows::{Row, Rows, Subject};
use crate::chart::svg::write_shape;
use crate::chart::{Frame, Mark, Picture, Shape, draw};
use crate::markup::escape;
use crate::model::{Chart, Report};
use crate::route::{Route, Selection};
use crate::words::WORDS;

/// Widths of the picture, as wide as there is room in the smallest window and on a wide page; between
/// them the style sheet makes it larger.
const WIDTHS: [(u32, &str); 2] = [(280, "chart narrow"), (640, "chart wide")];
/// The same in large print: on the smallest phone no letter of it is under 18 pixels.
const LARGE_WIDTHS: [(u32, &str); 2] = [(240, "chart narrow"), (560, "chart wide")];

/// How far readers may set letters apart without losing any, in thousandths of their size (WCAG 2.2,
/// 1.4.12).
const LETTER_SPACING: i32 = 120;

/// The picture; the arrow keys step through its marks.
pub(in crate::app) fn chart_picture(
    report: &Report,
    here: &Route,
    chart: &Chart,
    rows: &Rows,
    large: bool,
) -> Html {
    with_arrow_keys(raw_html("div", |html| write_pictures(html, report, here, chart, rows, large)))
}

/// Lets the arrow keys step through all marks of the picture they are pressed in.
pub(in crate::app) fn with_arrow_keys(pictures: Html) -> Html {
    let onkeydown = Callback::from(|event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowDown" | "ArrowRight" => 1,
            "ArrowUp" | "ArrowLeft" => -1,
            _ => return,
        };
        if browser::step_focus("svg", "a.mark", step) {
            event.prevent_default();
        }
    });
    html! { <div {onkeydown}>{ pictures }</div> }
}

/// Writes the picture in both widths; the style sheet shows one of them, so that none is drawn
/// again when the program comes or the screen turns.
pub(in crate::app) fn write_pictures(
    html: &mut String,
    report: &Report,
    here: &Route,
    chart: &Chart,
    rows: &Rows,
    large: bool,
) {
    let frame = Frame { spacing: LETTER_SPACING, large, ..Frame::default() };
    for (width, class) in if large { LARGE_WIDTHS } else { WIDTHS } {
        // Without a frame: on a page the title and the source stand in the HTML.
        let picture = draw(rows, &frame, width);
        let link = |row: &Row| mark_attributes(report, here, row);
        write_picture(html, &chart.title, rows, (&picture, class), &link);
    }
}

/// Writes one picture; `link` gives the attributes of the link that a row is, none where it is none.
fn write_picture(
    html: &mut String,
    title: &str,
    rows: &Rows,
    (picture, class): (&Picture, &str),
    link: &dyn Fn(&Row) -> Option<String>,
) {
    let (width, height, title) = (picture.width, picture.height, escape(title));
    // Writing to a string cannot fail.
    let _ = write!(
        html,
        "<svg class=\"{class}\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" role=\"group\" aria-label=\"{title}\"><g aria-hidden=\"true\">"
    );
    write_shapes(html, &picture.ground);
    html.push_str("</g>");
    for mark in &picture.marks {
        if let Some(row) = rows.rows.get(mark.row) {
            write_mark(html, width, mark, row, link);
        }
    }
    html.push_str("</svg>");
}

/// The attributes of the link that a row of a report's own chart is.
fn mark_attributes(report: &Report, here: &Route, row: &Row) -> Option<String> {
    // Browsers do not ask `<base>` where a link inside a picture opens, and a frame holds no other page.
    let target = if matches!(here, Route::Embed(..)) { " target=\"_blank\"" } else { "" };
    let attributes = match &row.subject {
        Subject::Figure(id) => Some(card_link_attributes(
            "mark",
            false,
            &here.href(&Route::Figure(report.edition(), id.clone())),
            &Selection::Figure(id.clone()).fragment(),
        )),
        Subject::Section(id) => Some(format!(
            " class=\"mark\" href=\"{}\"",
            escape(&format!("{}#{id}", here.href(&Route::Report(report.edition()))))
        )),
        Subject::Rest => None,
    };
    attributes.map(|attributes| attributes + target)
}

/// Writes a row as one link across the whole width, however short its bar.
fn write_mark(
    html: &mut String,
    width: u32,
    mark: &Mark,
    row: &Row,
    link: &dyn Fn(&Row) -> Option<String>,
) {
    let Some(attributes) = link(row) else { return write_shapes(html, &mark.shapes) };
    // What is seen of it, in that order: who speaks to the page says what they read.
    let label = (WORDS.punctuation.labelled)(&row.label, &row.words);
    let parts = [label.as_str(), &row.remark];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let label = escape(&parts.join(WORDS.punctuation.list));
    let Mark { top, height, column, .. } = mark;
    let (left, width) = column.unwrap_or((0, width as i32));
    let _ = write!(
        html,
        "<a{attributes} aria-label=\"{label}\">\
         <rect class=\"ground\" x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\"/>"
    );
    write_shapes(html, &mark.shapes);
    html.push_str("</a>");
}

/// Writes a number over the years for both widths, each year's mark a link to `hrefs`, in order.
#[cfg(feature = "site")]
pub(in crate::app) fn write_series(html: &mut String, title: &str, rows: &Rows, hrefs: &[String]) {
    let frame = Frame { spacing: LETTER_SPACING, ..Frame::default() };
    for (width, class) in WIDTHS {
        let picture = draw(rows, &frame, width);
        let link = |row: &Row| {
            let at = rows.rows.iter().position(|known| known == row)?;
            Some(format!(" class=\"mark\" href=\"{}\"", escape(hrefs.get(at)?)))
        };
        write_picture(html, title, rows, (&picture, class), &link);
    }
}

/// Writes shapes whose colours the style sheet has, by their classes.
fn write_shapes(html: &mut String, shapes: &[Shape]) {
    shapes.iter().for_each(|shape| write_shape(html, shape, &|class| format!("class=\"{class}\"")));
}

/// What a chart is of, its unit in one line.
pub(in crate::app) fn subtitle_html(chart: &Chart) -> String {
    let unit = chart.subtitle.find(UNIT).unwrap_or(chart.subtitle.len());
    let [before, unit] = [&chart.subtitle[..unit], &chart.subtitle[unit..]].map(escape);
    [before.as_ref(), "<span class=\"together\">", unit.as_ref(), "</span>"].concat()
}
