//! 自选作图: a chart of figures that a reader chose, with all the words an editor's chart has; or why
//! there can be none. Only figures of one unit can be compared by length, so a choice of others is
//! refused with the reason.

use crate::model::{Chart, ChartKind, Figure, Report};
use crate::words::WORDS;

/// Most figures in one chart.
pub const MAX_FIGURES: usize = 30;

/// Most characters of a reader's title.
const MAX_TITLE_LENGTH: usize = 60;

/// Why there is no chart of what was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was chosen, or nothing that exists.
    Empty,
    /// A rank has no length.
    Rank(String),
    /// Two units, each with a figure that has it.
    Units([(String, String); 2]),
    /// More than [`MAX_FIGURES`].
    TooMany,
}

/// The chart of the figures of those ids; unknown ids are ignored. An empty title is filled in.
pub fn chart_of(report: &Report, ids: &[String], title: &str) -> Result<Chart, Refusal> {
    let mut figures: Vec<&Figure> = Vec::new();
    for figure in ids.iter().filter_map(|id| report.figure(id)) {
        if !figures.iter().any(|known| known.id == figure.id) {
            figures.push(figure);
        }
    }
    let first = *figures.first().ok_or(Refusal::Empty)?;
    if figures.len() > MAX_FIGURES {
        return Err(Refusal::TooMany);
    }
    if let Some(rank) = figures.iter().find(|figure| figure.quantity.is_rank()) {
        return Err(Refusal::Rank(rank.label.clone()));
    }
    let unit = |figure: &Figure| (figure.label.clone(), figure.quantity.unit.clone());
    if let Some(other) = figures.iter().find(|figure| figure.quantity.unit != first.quantity.unit) {
        return Err(Refusal::Units([unit(first), unit(other)]));
    }
    let kind = if first.quantity.unit == "%" { ChartKind::Rates } else { ChartKind::Bars };
    let labels: Vec<&str> = figures.iter().map(|figure| figure.label.as_str()).collect();
    let stated: Vec<String> = figures
        .iter()
        .map(|figure| format!("{}{}", figure.label, figure.quantity.printed()))
        .collect();
    let (words, title) = (&WORDS.custom_chart, title.trim());
    let usual_title = (words.title)(&labels);
    // Above the source of a government nobody else's words stand unmarked.
    let is_own = !title.is_empty() && title != usual_title;
    Ok(Chart {
        id: Chart::CUSTOM.to_string(),
        name: words.name.to_string(),
        title: if is_own { title.chars().take(MAX_TITLE_LENGTH).collect() } else { usual_title },
        subtitle: (words.subtitle)(figures.len(), report.year, &first.quantity.unit),
        kind,
        figures: figures.iter().map(|figure| figure.id.clone()).collect(),
        description: (words.description)(&stated),
        note: if is_own { [words.own_title, words.note].concat() } else { words.note.to_string() },
        highlight: None,
        remarks: Vec::new(),
    })
}
