//! A chart's rows as a table: values as stated, each with the words it stands for.

use yew::prelude::*;

use crate::chart::rows::{Row, Rows, Subject};
use crate::model::Report;
use crate::route::{Route, Selection};
use crate::words::WORDS;

/// The table, as a link on the page `here` has its addresses.
pub(in crate::app) fn chart_table(report: &Report, here: &Route, rows: &Rows) -> Html {
    html! {
        <table class="chart-table">
            <thead>
                <tr>
                    <th scope="col">{ WORDS.figure_table.label }</th>
                    <th scope="col" class="number">{ WORDS.figure_table.value }</th>
                    <th scope="col" class="secondary">{ WORDS.figure_table.sentence }</th>
                </tr>
            </thead>
            <tbody>{ for rows.rows.iter().map(|row| table_row(report, here, row)) }</tbody>
        </table>
    }
}

fn table_row(report: &Report, here: &Route, row: &Row) -> Html {
    let (label, sentence) = match &row.subject {
        Subject::Figure(id) => {
            let href = here.href(&Route::Figure(report.edition(), id.clone()));
            let open = Selection::Figure(id.clone()).fragment();
            let link = html! { <a class="row-link" {href} data-open={open}>{ &row.label }</a> };
            (link, report.figure(id).map_or("", |figure| report.sentence_of(figure)))
        }
        Subject::Section(id) => {
            let href = format!("{}#{id}", here.href(&Route::Report(report.edition())));
            (html! { <a class="row-link" {href}>{ &row.label }</a> }, "")
        }
        Subject::Rest => (html! { &row.label }, WORDS.derived.mark),
    };
    html! {
        <tr>
            <th scope="row">{ label }</th>
            <td class="number">{ &row.words }</td>
            <td class="secondary quiet">{ sentence }</td>
        </tr>
    }
}
