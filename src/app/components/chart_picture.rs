//! A chart on screen: the picture for the width there is, every mark a link to its figure or section.

use yew::prelude::*;

use crate::app::{Data, browser};
use crate::chart::rows::{Row, Rows, Subject};
use crate::chart::{Anchor, Frame, Mark, NARROW, Picture, Shape, WIDE, draw};
use crate::model::Chart;
use crate::route::{Route, Selection};

/// Both widths; the style sheet shows one, so that nothing is drawn again and nothing moves.
pub(in crate::app) fn chart_picture(data: Data, route: &Route, chart: &Chart, rows: &Rows) -> Html {
    // On a page the words around the chart stand in the HTML.
    let frame = Frame::default();
    let narrow = draw(rows, &frame, NARROW - 40);
    let wide = draw(rows, &frame, WIDE - 60);
    html! {
        <>
            { svg(data, route, chart, rows, &narrow, "chart narrow") }
            { svg(data, route, chart, rows, &wide, "chart wide") }
        </>
    }
}

fn svg(data: Data, route: &Route, chart: &Chart, rows: &Rows, picture: &Picture, class: &'static str) -> Html {
    // The arrow keys step through all marks.
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
    let view_box = format!("0 0 {} {}", picture.width, picture.height);
    let marks = picture.marks.iter().filter_map(|mark| Some((mark, rows.rows.get(mark.row)?)));
    html! {
        <svg {class} {onkeydown} viewBox={view_box} width={picture.width.to_string()} height={picture.height.to_string()} role="group" aria-label={chart.title.clone()}>
            <g aria-hidden="true">{ for picture.ground.iter().map(shape) }</g>
            { for marks.map(|(mark, row)| mark_link(data, route, picture.width, mark, row)) }
        </svg>
    }
}

/// All of a row is one link, however short its bar.
fn mark_link(data: Data, route: &Route, width: u32, mark: &Mark, row: &Row) -> Html {
    let ground = html! { <rect class="ground" x="0" y={mark.top.to_string()} width={width.to_string()} height={mark.height.to_string()} /> };
    let shapes = mark.shapes.iter().map(shape);
    let label = format!("{}：{}", row.label, row.words);
    match &row.subject {
        Subject::Figure(id) => {
            let open = Selection::Figure(id.clone()).fragment();
            let href = route.href(&Route::Figure(data.year, id.clone()));
            html! { <a class="mark" {href} data-open={open} aria-label={label}>{ ground }{ for shapes }</a> }
        }
        Subject::Section(id) => {
            let href = format!("{}#{id}", route.href(&Route::Report(data.year)));
            html! { <a class="mark" {href} aria-label={label}>{ ground }{ for shapes }</a> }
        }
        Subject::Rest => html! { <g>{ for shapes }</g> },
    }
}

fn shape(shape: &Shape) -> Html {
    match shape {
        Shape::Rect { x, y, width, height, class } => {
            html! { <rect class={*class} x={x.to_string()} y={y.to_string()} width={width.to_string()} height={height.to_string()} /> }
        }
        // Saved pictures alone have a code.
        Shape::Modules { .. } => Html::default(),
        Shape::Line { from, to, class } => {
            html! { <line class={*class} x1={from.0.to_string()} y1={from.1.to_string()} x2={to.0.to_string()} y2={to.1.to_string()} /> }
        }
        Shape::Text { x, y, size, anchor, class, words } => {
            let anchor = match anchor {
                Anchor::Start => None,
                Anchor::Middle => Some("middle"),
                Anchor::End => Some("end"),
            };
            html! { <text class={*class} x={x.to_string()} y={y.to_string()} font-size={size.to_string()} text-anchor={anchor}>{ words }</text> }
        }
    }
}
