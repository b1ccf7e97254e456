//! 简报: the report's overview as a Word document, for whoever must write about it. Every number has the
//! sentence it stands in as a footnote; charts stand as pictures with their descriptions.

use super::Refusal;
use super::word_document::{Run, WordDocument};
use crate::export;
use crate::model::{Chart, DutyKind, Figure, InShort, Question, Report};
use crate::period::{Period, Periods};
use crate::route::Route;
use crate::words::WORDS;

/// A chart as it is drawn: its PNG, and its size in pixels as it is shown.
pub(super) type Drawn = (Vec<u8>, (u32, u32));

/// Most sections named of a part.
const MAX_SECTIONS: usize = 12;

/// The document; `drawn` are the report's charts in their order.
///
/// # Errors
/// If it grows beyond what its format holds.
pub(super) fn briefing(report: &Report, drawn: &[Drawn]) -> Result<Vec<u8>, Refusal> {
    let (words, overview) = (&WORDS.files, &WORDS.overview);
    let periods = Periods::of(report);
    let mut document = WordDocument::default();
    let title = (words.briefing)(&report.title);
    let issuers = report.issuers.join(WORDS.punctuation.list);
    document.heading(0, &title);
    let source =
        (words.notes)(&report.title, &issuers, report.date.map(|it| it.prose()).as_deref());
    document.paragraph(&[Run::Quiet(&source[0])]);
    let address = export::whole_address(report, &Route::Overview(report.edition()));
    document.paragraph(&[Run::Quiet(words.briefing_note), Run::Quiet(&address)]);
    if !report.checked {
        document.paragraph(&[Run::Bold(WORDS.punctuation.unchecked)]);
    }
    let of = |figure: &Figure| FigureWords::of(report, &periods, figure);
    if !report.questions.is_empty() {
        document.heading(1, overview.questions);
        for question in &report.questions {
            write_question(&mut document, report, question, &of);
        }
    }
    let highlights: Vec<FigureWords> =
        report.highlights.iter().filter_map(|id| report.figure(id)).map(of).collect();
    if !highlights.is_empty() {
        document.heading(1, overview.highlights);
        highlights.iter().for_each(|figure| figure.write(&mut document));
    }
    if !report.charts.is_empty() {
        document.heading(1, WORDS.pages.charts);
    }
    for (chart, (png, size)) in report.charts.iter().zip(drawn) {
        write_chart(&mut document, chart, png, *size);
    }
    document.heading(1, overview.shortcomings);
    match report.shortcomings() {
        Some(section) => {
            for paragraph in &section.paragraphs {
                document.paragraph(&[Run::Plain(report.slice(paragraph.span).trim())]);
            }
        }
        None => write_part(&mut document, report, DutyKind::Shortcomings),
    }
    document.heading(1, &(overview.plan)(report.year + 1));
    write_part(&mut document, report, DutyKind::Plan);
    document.heading(1, WORDS.pages.all_figures);
    write_table(&mut document, report, &periods);
    document.bytes(&title, &issuers, WORDS.lang)
}

/// A figure as it is said in a line: its name, its value, what time it is of where that is not the year
/// reported on, and its sentence with its place in the report.
struct FigureWords {
    label: String,
    value: String,
    period: String,
    sentence: String,
}

impl FigureWords {
    fn of(report: &Report, periods: &Periods, figure: &Figure) -> Self {
        let sentence = report.sentence(figure.sentence);
        let quote = sentence.map_or(figure.quote, |(_, sentence)| sentence.span);
        let period = periods.of_figure(figure);
        Self {
            label: figure.label.clone(),
            value: figure.quantity.printed(),
            period: if period == Period::Year { String::new() } else { period.words(report.year) },
            sentence: (WORDS.files.in_sentence)(
                &report.section_name_of(figure),
                report.slice(quote).trim(),
            ),
        }
    }

    fn write(&self, document: &mut WordDocument) {
        let period = (WORDS.files.of_time)(&self.period);
        document.item(&[
            Run::Plain("· "),
            Run::Plain(&self.label),
            Run::Quiet(if self.period.is_empty() { "" } else { &period }),
            Run::Plain(" "),
            Run::Bold(&self.value),
            Run::Note(&self.sentence),
        ]);
    }
}

fn write_question(
    document: &mut WordDocument,
    report: &Report,
    question: &Question,
    of: &dyn Fn(&Figure) -> FigureWords,
) {
    document.heading(2, &question.question);
    if let Some(kind) = question.part {
        write_part(document, report, kind);
    }
    for figure in question.figures.iter().filter_map(|id| report.figure(id)) {
        of(figure).write(document);
    }
    if !question.note.is_empty() {
        document.paragraph(&[Run::Quiet(&question.note)]);
    }
}

/// A part of the report by the names of its sections, else by how it begins.
fn write_part(document: &mut WordDocument, report: &Report, kind: DutyKind) {
    match report.in_short(kind) {
        Some(InShort::Sections(sections)) => {
            for section in sections.iter().take(MAX_SECTIONS) {
                document.item(&[Run::Plain("· "), Run::Plain(&report.item_of(section))]);
            }
        }
        Some(InShort::Points(_, points)) => {
            for point in points.into_iter().take(MAX_SECTIONS) {
                document.item(&[Run::Plain("· "), Run::Plain(point)]);
            }
        }
        Some(InShort::Sentence(_, sentence)) => {
            document.paragraph(&[Run::Plain(report.slice(sentence.span).trim())]);
        }
        None => document.paragraph(&[Run::Plain(WORDS.overview.not_stated)]),
    }
}

fn write_chart(document: &mut WordDocument, chart: &Chart, png: &[u8], size: (u32, u32)) {
    document.heading(2, &chart.title);
    document.picture(png.to_vec(), size, &chart.description);
    let note = [chart.subtitle.as_str(), chart.note.as_str()].join(WORDS.punctuation.full_stop);
    document.paragraph(&[Run::Quiet(&note)]);
}

fn write_table(document: &mut WordDocument, report: &Report, periods: &Periods) {
    let table = &WORDS.figure_table;
    let figures: Vec<(FigureWords, String)> = report
        .figures
        .iter()
        .map(|figure| (FigureWords::of(report, periods, figure), report.section_name_of(figure)))
        .collect();
    // Where all numbers are of the year reported on, no column says so.
    let has_periods = figures.iter().any(|(figure, _)| !figure.period.is_empty());
    let rows: Vec<Vec<Vec<Run<'_>>>> = figures
        .iter()
        .map(|(figure, section)| {
            let period = has_periods.then_some(&figure.period);
            let cells = [&figure.label, &figure.value].into_iter().chain(period).chain([section]);
            cells.map(|words| vec![Run::Plain(words)]).collect()
        })
        .collect();
    let period = has_periods.then_some((4, WORDS.figure_page.year));
    let columns = [(9, table.label), (4, table.value)].into_iter().chain(period);
    let (shares, head): (Vec<u32>, Vec<&str>) = columns.chain([(5, table.section)]).unzip();
    document.table(&shares, &head, &rows);
}
