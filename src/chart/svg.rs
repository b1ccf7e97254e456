//! A chart as an SVG file that stands by itself: title, description, language, colours, source.

use std::fmt::Write as _;

use crate::model::{Chart, Report};

use super::layout::{Frame, draw};
use super::picture::{Anchor, Picture, Shape};
use super::rows::{Order, rows};

/// Fonts that have the characters; the same as on screen.
pub const FONTS: &str = "'PingFang SC','HarmonyOS Sans SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif";

/// Colours of a file; on screen the style sheet has them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Ink on paper.
    #[default]
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Paper, ink, second ink, line, accent, lighter accent, warm.
    fn colours(self) -> [&'static str; 7] {
        match self {
            Self::Light => ["#ffffff", "#1d2126", "#565d66", "#e3dfd6", "#14508c", "#7ea3c9", "#a4480c"],
            Self::Dark => ["#1c2026", "#e8e6e1", "#a3a9b1", "#30353c", "#8fbdf0", "#4f7299", "#f0a56b"],
        }
    }
}

/// The file of a chart, `width` pixels wide.
pub fn chart_svg(report: &Report, chart: &Chart, address: &str, width: u32, theme: Theme) -> String {
    let rows = rows(report, chart, Order::Given);
    let picture = draw(&rows, &frame(report, chart, rows.rows.iter().any(|row| row.open), rows.computed, address), width);
    write_svg(&picture, &chart.title, &chart.description, theme)
}

/// The words in the picture of a chart, so that a picture that is passed on keeps its evidence.
pub fn frame(report: &Report, chart: &Chart, open: bool, computed: bool, address: &str) -> Frame {
    let mut footer = Vec::new();
    if open {
        footer.push("末端断开的横条是概数，画到报告写出的数。".to_string());
    }
    if computed {
        footer.push("浅色虚框为推算，非报告原文。".to_string());
    }
    if !chart.note.is_empty() {
        footer.push(chart.note.clone());
    }
    footer.push(source(report));
    if !address.is_empty() {
        footer.push(address.to_string());
    }
    Frame { title: chart.title.clone(), subtitle: chart.subtitle.clone(), footer, margin: 20 }
}

/// Where the numbers come from, in one line.
pub fn source(report: &Report) -> String {
    let date = report.date.map_or_else(String::new, |date| format!("，{date}"));
    format!("资料来源：《{}》（{}{date}）", report.title, report.issuers.join("、"))
}

/// A picture as SVG.
pub fn write_svg(picture: &Picture, title: &str, description: &str, theme: Theme) -> String {
    let Picture { width, height, .. } = picture;
    let [paper, ink, quiet, line, accent, second, warm] = theme.colours();
    let mut svg = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" lang=\"zh-CN\" \
         aria-labelledby=\"t d\" font-family=\"{FONTS}\">\n<title id=\"t\">{}</title>\n<desc id=\"d\">{}</desc>\n\
         <style>text{{fill:{ink}}}.quiet{{fill:{quiet}}}.title,.amount{{font-weight:700}}.amount{{fill:{accent}}}.about{{fill:{warm}}}\
         .bar{{fill:{accent}}}.second{{fill:{second}}}.computed{{fill:none;stroke:{quiet};stroke-dasharray:3 3}}.axis{{stroke:{line}}}</style>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>",
        escape(title),
        escape(description)
    );
    for shape in picture.ground.iter().chain(picture.marks.iter().flat_map(|mark| &mark.shapes)) {
        let _ = match shape {
            Shape::Rect { x, y, width, height, class } => {
                writeln!(svg, "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>")
            }
            Shape::Line { from, to, class } => {
                writeln!(svg, "<line class=\"{class}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>", from.0, from.1, to.0, to.1)
            }
            Shape::Text { x, y, size, anchor, class, words } => {
                writeln!(
                    svg,
                    "<text class=\"{class}\" x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{}>{}</text>",
                    anchor_attribute(*anchor),
                    escape(words)
                )
            }
        };
    }
    svg + "</svg>\n"
}

fn anchor_attribute(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    }
}

fn escape(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
