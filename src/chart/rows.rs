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
    /// What the editor says beside it; mostly nothing.
    pub remark: String,
}

/// How rows become a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// A bar for each.
    #[default]
    Bars,
    /// A dot for each, all on one scale.
    Dots,
    /// Every case a mark.
    Units,
    /// Streams of what came in and what became of it.
    Flow,
    /// One large number.
    Stat,
    /// A number over the years.
    #[cfg(feature = "site")]
    Slope,
}

/// All rows of a chart, with the end of their scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    /// How they are drawn.
    pub form: Form,
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
    /// The sentence below a single number; empty for other forms.
    pub sentence: String,
}

impl Rows {
    /// How approximate values are drawn; none if there are none, or where it needs no word.
    pub fn about_note(&self) -> Option<&'static str> {
        let words = &WORDS.pictures;
        let note = match self.form {
            Form::Bars => words.open_end,
            Form::Dots => words.open_dot,
            #[cfg(feature = "site")]
            Form::Slope => words.open_dot,
            Form::Units | Form::Flow => words.open_count,
            Form::Stat => return None,
        };
        self.rows.iter().any(|row| row.open).then_some(note)
    }

    /// What marks the rows that the report does not state; none if there are none.
    pub fn computed_note(&self) -> Option<&'static str> {
        let note = match self.form {
            Form::Units | Form::Flow => WORDS.pictures.computed_rest,
            _ => WORDS.pictures.computed,
        };
        self.computed.then_some(note)
    }
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
    if chart.kind.can_sort() {
        match order {
            Order::Given => {}
            Order::ByValue => figures
                .sort_by(|left, right| right.quantity.signed().total_cmp(&left.quantity.signed())),
            Order::ByReport => figures.sort_by_key(|figure| figure.span),
        }
    }
    let unit = figures.first().map_or_else(String::new, |figure| figure.quantity.unit.clone());
    let mut rows: Vec<Row> =
        figures.iter().enumerate().map(|(at, figure)| figure_row(chart, at, figure)).collect();
    match chart.kind {
        ChartKind::Parts => rows.extend(rest(&figures)),
        ChartKind::Units => match figures.as_slice() {
            [rate] if unit == "%" => rows.extend(rest_of(100.0, rate.quantity.value, &figures)),
            _ => rows.extend(rest(&figures)),
        },
        ChartKind::Flow => rows = streams(rows, &figures),
        ChartKind::Outline => rows = outline(report),
        ChartKind::Shares => shares(&mut rows),
        ChartKind::Bars
        | ChartKind::Pairs
        | ChartKind::Rates
        | ChartKind::Dots
        | ChartKind::Stat => {}
    }
    let largest = rows.iter().map(|row| row.value).fold(0.0, f64::max);
    let start = rows.iter().map(|row| row.value).fold(0.0, f64::min);
    let is_scale = matches!(chart.kind, ChartKind::Rates | ChartKind::Dots);
    // Rates above 100 and changes below 0 have an axis of their own.
    let (end, ticks) = match start == 0.0 {
        true if is_scale && largest <= 100.0 => (100.0, vec![0.0, 50.0, 100.0]),
        true if is_scale => (largest, vec![0.0, 100.0]),
        true => (largest.max(1.0), Vec::new()),
        false => (largest, vec![0.0]),
    };
    let computed = rows.iter().any(|row| row.look == Look::Computed);
    let unit =
        if chart.kind == ChartKind::Outline { WORDS.pictures.characters.to_string() } else { unit };
    let sentence = match figures.as_slice() {
        [figure, ..] if chart.kind == ChartKind::Stat => report.sentence_of(figure).to_string(),
        _ => String::new(),
    };
    Rows { form: form(chart.kind), rows, start, end, ticks, unit, computed, sentence }
}

fn form(kind: ChartKind) -> Form {
    match kind {
        ChartKind::Dots => Form::Dots,
        ChartKind::Units => Form::Units,
        ChartKind::Flow => Form::Flow,
        ChartKind::Stat => Form::Stat,
        ChartKind::Bars
        | ChartKind::Pairs
        | ChartKind::Rates
        | ChartKind::Parts
        | ChartKind::Shares
        | ChartKind::Outline => Form::Bars,
    }
}

fn figure_row(chart: &Chart, at: usize, figure: &Figure) -> Row {
    let two_by_two = matches!(chart.kind, ChartKind::Pairs | ChartKind::Shares | ChartKind::Flow);
    let steps_back = chart.highlight.as_ref().is_some_and(|id| *id != figure.id);
    let second =
        (two_by_two && at % 2 == 1) || (chart.kind == ChartKind::Parts && at > 0) || steps_back;
    let remark = chart.remarks.iter().find(|remark| remark.figure == figure.id);
    Row {
        label: figure.label.clone(),
        words: words_of(figure),
        value: figure.quantity.signed(),
        subject: Subject::Figure(figure.id.clone()),
        look: if second { Look::Second } else { Look::First },
        open: !figure.quantity.is_exact(),
        begins_group: two_by_two && at > 0 && at.is_multiple_of(2),
        remark: remark.map_or_else(String::new, |remark| remark.words.clone()),
    }
}

/// One number in several reports, each with what its row is called.
#[cfg(feature = "site")]
pub fn over_years(points: &[(String, &Figure)]) -> Rows {
    let row = |(label, figure): &(String, &Figure)| Row {
        label: label.clone(),
        words: words_of(figure),
        value: figure.quantity.signed(),
        subject: Subject::Figure(figure.id.clone()),
        look: Look::First,
        open: !figure.quantity.is_exact(),
        begins_group: false,
        remark: String::new(),
    };
    let rows: Vec<Row> = points.iter().map(row).collect();
    let largest = rows.iter().map(|row| row.value).fold(0.0, f64::max);
    let start = rows.iter().map(|row| row.value).fold(0.0, f64::min);
    // A scale needs two ends.
    let end = if largest > start { largest } else { start + 1.0 };
    let unit = points.first().map_or_else(String::new, |(_, figure)| figure.quantity.unit.clone());
    Rows {
        form: Form::Slope,
        rows,
        start,
        end,
        ticks: Vec::new(),
        unit,
        computed: false,
        sentence: String::new(),
    }
}

/// A figure's number as it is set beside its mark.
fn words_of(figure: &Figure) -> String {
    analysis::pieces(figure).into_iter().map(|(_, words)| words).collect()
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
    let (whole, parts) = figures.split_first().filter(|(_, parts)| !parts.is_empty())?;
    rest_of(whole.quantity.value, parts.iter().map(|part| part.quantity.value).sum(), figures)
}

/// What is left of `whole` without `part`; both were made of `figures`.
fn rest_of(whole: f64, part: f64, figures: &[&Figure]) -> Option<Row> {
    let unit = &figures.first()?.quantity.unit;
    // Per cent have a digit or two behind the point; what floating numbers add to them goes.
    let left = ((whole - part) * 1e6).round() / 1e6;
    (left > 0.0).then(|| Row {
        label: WORDS.pictures.rest.to_string(),
        words: format!("{}{unit}", analysis::grouped(left)),
        value: left,
        subject: Subject::Rest,
        look: Look::Computed,
        open: figures.iter().any(|figure| !figure.quantity.is_exact()),
        begins_group: false,
        remark: String::new(),
    })
}

/// Every two rows followed by what the second leaves of the first.
fn streams(rows: Vec<Row>, figures: &[&Figure]) -> Vec<Row> {
    rows.chunks(2)
        .zip(figures.chunks(2))
        .flat_map(|(rows, figures)| rows.iter().cloned().chain(rest(figures)))
        .collect()
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
                remark: String::new(),
            }
        })
        .collect()
}
