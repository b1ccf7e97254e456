//! The rows of a chart: label, words, value and look of each, made from figures. Where they are
//! drawn is no matter here.

use crate::analysis;
use crate::model::{Chart, ChartKind, Figure, Report, Section, SectionKind};
use crate::words::WORDS;

/// What a row stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The figure of that id.
    Figure(String),
    /// The section of that id.
    Section(String),
    /// What is left of the whole: computed, not in the report.
    Rest,
}

/// How a row's bar looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The first or only series.
    First,
    /// The second of a pair, or a part of a whole.
    Second,
    /// Computed, not in the report.
    Computed,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What is counted.
    pub label: String,
    /// Its value as stated, set beside the bar.
    pub words: String,
    /// Length of the bar; below zero it runs to the left.
    pub value: f64,
    /// What it stands for.
    pub subject: Subject,
    /// How it looks.
    pub look: Look,
    /// Whether the value is approximate; the end of the bar is then left open.
    pub open: bool,
    /// Whether it is the first of a group, with white before it.
    pub begins_group: bool,
}

/// All rows of a chart, with the end of their scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    /// In drawing order.
    pub rows: Vec<Row>,
    /// Value at the left end: zero, or the largest fall.
    pub start: f64,
    /// Value at the right end; bars begin at zero.
    pub end: f64,
    /// Values with a line across the chart.
    pub ticks: Vec<f64>,
    /// The unit, as printed.
    pub unit: String,
    /// Whether there is a row that the report does not state.
    pub computed: bool,
}

/// In which order the reader wants the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As the editor has them.
    #[default]
    Given,
    /// Largest first.
    ByValue,
    /// As the report states them.
    ByReport,
}

/// The rows of a chart.
pub fn rows(report: &Report, chart: &Chart, order: Order) -> Rows {
    let mut figures: Vec<&Figure> =
        chart.figures.iter().filter_map(|id| report.figure(id)).collect();
    // Pairs and parts mean something by their order.
    if matches!(chart.kind, ChartKind::Bars | ChartKind::Rates) {
        match order {
            Order::Given => {}
            Order::ByValue => figures
                .sort_by(|left, right| right.quantity.signed().total_cmp(&left.quantity.signed())),
            Order::ByReport => figures.sort_by_key(|figure| figure.span),
        }
    }
    let unit = figures.first().map_or_else(String::new, |figure| figure.quantity.unit.clone());
    let mut rows: Vec<Row> =
        figures.iter().enumerate().map(|(at, figure)| figure_row(chart.kind, at, figure)).collect();
    match chart.kind {
        ChartKind::Parts => rows.extend(rest(&figures)),
        ChartKind::Outline => rows = outline(report),
        ChartKind::Shares => shares(&mut rows),
        ChartKind::Bars | ChartKind::Pairs | ChartKind::Rates => {}
    }
    let largest = rows.iter().map(|row| row.value).fold(0.0, f64::max);
    let start = rows.iter().map(|row| row.value).fold(0.0, f64::min);
    // Rates above 100 and changes below 0 have an axis of their own.
    let (end, ticks) = match chart.kind {
        ChartKind::Rates if start == 0.0 && largest <= 100.0 => (100.0, vec![0.0, 50.0, 100.0]),
        ChartKind::Rates if start == 0.0 => (largest, vec![0.0, 100.0]),
        _ if start < 0.0 => (largest, vec![0.0]),
        _ => (largest.max(1.0), Vec::new()),
    };
    let computed = rows.iter().any(|row| row.look == Look::Computed);
    let unit =
        if chart.kind == ChartKind::Outline { WORDS.pictures.characters.to_string() } else { unit };
    Rows { rows, start, end, ticks, unit, computed }
}

fn figure_row(kind: ChartKind, at: usize, figure: &Figure) -> Row {
    let two_by_two = matches!(kind, ChartKind::Pairs | ChartKind::Shares);
    let second = (two_by_two && at % 2 == 1) || (kind == ChartKind::Parts && at > 0);
    let (before, digits, after) = figure.quantity.display();
    let behind = figure
        .quantity
        .qualifier
        .as_ref()
        .map(|qualifier| qualifier.word())
        .filter(|word| !figure.quantity.stated.contains(word));
    Row {
        label: figure.label.clone(),
        words: format!(
            "{}{before}{digits}{after}{}{}",
            analysis::change_word(&figure.quantity),
            figure.quantity.unit_behind(),
            behind.unwrap_or_default()
        ),
        value: figure.quantity.signed(),
        subject: Subject::Figure(figure.id.clone()),
        look: if second { Look::Second } else { Look::First },
        open: !figure.quantity.is_exact(),
        begins_group: two_by_two && at > 0 && at.is_multiple_of(2),
    }
}

/// Gives every rate the length of its share of the amount before it; its words stay as stated.
fn shares(rows: &mut [Row]) {
    for pair in rows.chunks_mut(2) {
        if let [amount, rate] = pair {
            rate.value *= amount.value / 100.0;
        }
    }
}

/// What the parts leave of the whole.
fn rest(figures: &[&Figure]) -> Option<Row> {
    let (whole, parts) = figures.split_first()?;
    let left = whole.quantity.value - parts.iter().map(|part| part.quantity.value).sum::<f64>();
    (left > 0.0).then(|| Row {
        label: WORDS.pictures.rest.to_string(),
        words: format!("{}{}", analysis::grouped(left), whole.quantity.unit),
        value: left,
        subject: Subject::Rest,
        look: Look::Computed,
        open: figures.iter().any(|figure| !figure.quantity.is_exact()),
        begins_group: false,
    })
}

/// The report itself: characters and figures of every section.
fn outline(report: &Report) -> Vec<Row> {
    let spoken = |section: &&Section| {
        !matches!(
            section.kind,
            SectionKind::Title
                | SectionKind::Letter
                | SectionKind::Closing
                | SectionKind::Attachment
        )
    };
    report
        .sections
        .iter()
        .filter(spoken)
        .map(|section| {
            let n_chars =
                report.slice(section.span).chars().filter(|ch| !ch.is_whitespace()).count();
            let n_figures =
                report.figures.iter().filter(|figure| figure.section == section.id).count();
            Row {
                label: report.section_name(section),
                words: (WORDS.pictures.section_size)(&analysis::grouped(n_chars as f64), n_figures),
                value: n_chars as f64,
                subject: Subject::Section(section.id.clone()),
                look: if n_figures > 0 { Look::First } else { Look::Second },
                open: false,
                begins_group: section.level == 0 && section.kind == SectionKind::Part,
            }
        })
        .collect()
}
