//! Which figures stand in a chart; and of the others, why they do not. The reasons are shown to
//! readers, so that nobody takes a missing figure for a hidden one.

use crate::model::{Figure, Report};
use crate::words::WORDS;

/// Figures that stand in no chart for the same reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Uncharted<'report> {
    /// Why.
    pub reason: String,
    /// The figures.
    pub figures: Vec<&'report Figure>,
}

/// How many figures are charted, and the others by reason.
pub fn coverage(report: &Report) -> (usize, Vec<Uncharted<'_>>) {
    let charted =
        |figure: &Figure| report.charts.iter().any(|chart| chart.figures.contains(&figure.id));
    let mut groups: Vec<Uncharted<'_>> = Vec::new();
    for figure in report.figures.iter().filter(|figure| !charted(figure)) {
        let alone = report
            .figures
            .iter()
            .filter(|other| other.quantity.unit == figure.quantity.unit)
            .count()
            == 1;
        let reason = if figure.quantity.is_rank() {
            WORDS.chart_page.reason_rank
        } else if alone {
            WORDS.chart_page.reason_alone
        } else {
            WORDS.chart_page.reason_other
        };
        match groups.iter_mut().find(|group| group.reason == reason) {
            Some(group) => group.figures.push(figure),
            None => groups.push(Uncharted { reason: reason.to_string(), figures: vec![figure] }),
        }
    }
    (report.figures.iter().filter(|figure| charted(figure)).count(), groups)
}
