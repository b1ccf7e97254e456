//! Text to report: decodes the files of one year and puts sections, figures and terms over the
//! text. [`decode`] refuses files that cannot be read; [`ingest()`] never fails: what an editor
//! wrote and the text does not bear out is left out, and the checks say what that was.
//!
//! 1. [`source`] decodes the files.
//! 2. [`outline`] finds parts and sections, `sentence` cuts their lines.
//! 3. [`crate::number`] finds every number.
//! 4. [`annotation`] is what an editor wrote; each quote is looked up in the text.
//! 5. `duty` finds where the duties of art. 24 are met, by the words in `wording`.

pub mod annotation;
mod duty;
pub(crate) mod furniture;
pub mod outline;
mod sentence;
pub mod source;
mod wording;
mod year_words;

use crate::model::{
    Accounting, Derivation, Exclusion, Figure, Lexicon, NumberMention, Report, Term,
};
use crate::number::{self, Number, Quantity};
use crate::text::{CharIndex, Span, found_once};
use crate::words::WORDS;

use annotation::{ExclusionAnnotation, FigureAnnotation, Occurrence, SectionAnnotation};
use outline::Correction;

pub use source::{Input, SourceFiles, decode};

/// The report that `input` describes.
pub fn ingest(input: &Input) -> Report {
    let text = &input.text;
    let chars: Vec<char> = text.chars().collect();
    let index = CharIndex::of(text);
    let annotations = &input.annotations;
    let corrections: Vec<Correction> = annotations
        .sections
        .iter()
        .filter_map(|section| correction(section, text, &index))
        .collect();
    let year = Some(input.year).filter(|year| *year > 0);
    let outline = outline::read_corrected(&chars, year, &corrections);
    let numbers = numbers_of(input);

    let mut report = Report {
        schema: Report::SCHEMA,
        folder: input.folder.clone(),
        year: year.or(outline.year).unwrap_or_default(),
        title: annotations.title.clone().or(outline.title).unwrap_or_else(|| {
            // What the text never speaks of is not in its title either.
            let subject = match () {
                // A head of government to a people's congress.
                () if text.contains("各位代表") => "政府",
                () if text.contains("法治政府建设") => "法治政府建设",
                () => "",
            };
            format!("{}{}年度{subject}工作报告", input.site.place, input.year)
        }),
        checked: annotations.is_checked(),
        issuers: annotations.issuers.clone().unwrap_or(outline.issuers),
        date: annotations.date.or(outline.date),
        site: input.site.clone(),
        letter: outline.letter,
        text: text.clone(),
        sections: outline.sections,
        figures: Vec::new(),
        numbers: Vec::new(),
        exclusions: Vec::new(),
        questions: Vec::new(),
        highlights: input.annotations.highlights.clone(),
        pictures: input.annotations.pictures.clone(),
        derivations: Vec::new(),
        charts: input.annotations.charts.clone(),
        pairs: annotations.pairs.clone(),
        promises: annotations.promises.clone(),
        duties: Vec::new(),
        terms: Vec::new(),
        lexicon: Lexicon::default(),
        index,
    };
    report.figures = input
        .annotations
        .figures
        .iter()
        .filter_map(|annotation| place_figure(annotation, &report, &numbers))
        .collect();
    report.figures.sort_by_key(|figure| figure.span);
    let known = |id: &String| report.figures.iter().any(|figure| figure.id == *id);
    let usable =
        |derivation: &&Derivation| derivation.figures.iter().chain(&derivation.stated).all(known);
    report.derivations = input.annotations.derivations.iter().filter(usable).cloned().collect();
    report.highlights.retain(known);
    for chart in &mut report.charts {
        chart.figures.retain(known);
    }
    report.exclusions = place_exclusions(&input.annotations.exclusions, &report, &numbers);
    report.numbers = account(&numbers, &report.figures, &report.exclusions);
    report.terms = place_terms(&input.terms, &report);
    report.lexicon.everyday = input.words.table();
    report.duties = duty::find(&report, &input.annotations.duties);
    let is_met = |kind| {
        report.duties.iter().any(|duty| Some(duty.kind) == kind && !duty.sentences.is_empty())
    };
    let known = |id: &String| report.figure(id).is_some();
    let mut questions = input.annotations.questions.clone();
    for question in &mut questions {
        question.figures.retain(known);
    }
    questions.retain(|question| !question.figures.is_empty() || is_met(question.part));
    report.questions = questions;
    // With its title the mark is on every page, in every picture, file and citation.
    if !report.checked {
        report.title += WORDS.punctuation.unchecked_title;
    }
    report
}

/// What an editor says about a line; none unless its quote occurs once.
fn correction(section: &SectionAnnotation, text: &str, index: &CharIndex) -> Option<Correction> {
    let at = found_once(text, &section.quote)?;
    let lead = section.quote.chars().take_while(|ch| ch.is_whitespace()).count() as u32;
    let at = index.scalar_at(at) + lead;
    Some(Correction { at, level: section.level, role: section.kind })
}

/// Every number of the text, with the units that editors named, and parted as they said.
pub fn numbers_of(input: &Input) -> Vec<Number> {
    let units = input.annotations.figures.iter().filter_map(|figure| figure.unit.as_deref());
    let units: Vec<&str> = units.collect();
    let mut numbers = number::scan_with_units(&input.text, &units);
    if input.annotations.numbers.is_empty() {
        return numbers;
    }
    let chars: Vec<char> = input.text.chars().collect();
    for known in input.annotations.numbers.iter().filter_map(|known| known.place(&input.text)) {
        numbers = number::read_as_one(&chars, &numbers, known, &units).unwrap_or(numbers);
    }
    numbers
}

/// The figure that an editor described; none unless its quote occurs once and holds one number.
fn place_figure(
    annotation: &FigureAnnotation,
    report: &Report,
    numbers: &[Number],
) -> Option<Figure> {
    let Occurrence::Once(quote) = annotation::locate(report, &annotation.quote) else {
        return None;
    };
    let [number] = annotation::numbers_inside(report, quote, numbers)[..] else { return None };
    let (section, sentence) = report.sentence_at(number.span.start)?;
    Some(Figure {
        id: annotation.id.clone(),
        label: annotation.label.clone(),
        topic: annotation.topic.clone(),
        quantity: Quantity {
            change: annotation.change.or(number.quantity.change),
            ..number.quantity.clone()
        },
        span: number.span,
        quote,
        sentence: sentence.number,
        section: section.id.clone(),
    })
}

/// The exclusions by editors and, where they say nothing, by rule, in the text's order; an editor's
/// quote excludes wherever it occurs.
fn place_exclusions(
    annotations: &[ExclusionAnnotation],
    report: &Report,
    numbers: &[Number],
) -> Vec<Exclusion> {
    let mut exclusions: Vec<Exclusion> =
        annotations
            .iter()
            .flat_map(|annotation| {
                annotation::occurrences(report, &annotation.quote).into_iter().map(|span| {
                    Exclusion { span, reason: annotation.reason.clone(), by_rule: false }
                })
            })
            .collect();
    // The editor has the last word.
    let decided = |span: Span| {
        exclusions.iter().any(|exclusion| exclusion.span.contains(span))
            || report.figures.iter().any(|figure| figure.span == span)
    };
    let by_rule = numbers.iter().filter(|number| !decided(number.span)).filter_map(|number| {
        let reason = number.rule()?.words().to_string();
        Some(Exclusion { span: number.span, reason, by_rule: true })
    });
    let by_rule: Vec<Exclusion> = by_rule.collect();
    exclusions.extend(by_rule);
    exclusions.sort_by_key(|exclusion| exclusion.span);
    exclusions
}

/// Every number with the figure or exclusion that accounts for it.
fn account(numbers: &[Number], figures: &[Figure], exclusions: &[Exclusion]) -> Vec<NumberMention> {
    let accounting = |number: &Number| {
        if let Some(at) = figures.iter().position(|figure| figure.span == number.span) {
            Accounting::Figure(at as u32)
        } else if let Some(at) =
            exclusions.iter().position(|exclusion| exclusion.span.contains(number.span))
        {
            Accounting::Exclusion(at as u32)
        } else {
            Accounting::Unaccounted
        }
    };
    numbers
        .iter()
        .map(|number| NumberMention { span: number.span, accounting: accounting(number) })
        .collect()
}

/// The terms that occur, each with its first occurrence in every section. Where a term stands
/// inside a longer one, the longer one counts; where it overlaps a figure, the figure.
fn place_terms(terms: &[Term], report: &Report) -> Vec<Term> {
    let mut taken: Vec<Span> = Vec::new();
    let mut by_length: Vec<&Term> = terms.iter().collect();
    by_length.sort_by_key(|term| std::cmp::Reverse(term.term.chars().count()));
    let mut placed: Vec<Term> = by_length
        .into_iter()
        .filter_map(|term| {
            let mut spans: Vec<Span> = std::iter::once(&term.term)
                .chain(&term.also)
                .flat_map(|word| annotation::occurrences(report, word))
                .collect();
            spans.sort();
            spans.retain(|span| {
                !taken.iter().any(|known| known.overlaps(*span))
                    && !report.figures.iter().any(|figure| figure.span.overlaps(*span))
            });
            let mut sections: Vec<&str> = Vec::new();
            spans.retain(|span| {
                let section =
                    report.sentence_at(span.start).map_or("", |(section, _)| section.id.as_str());
                let first = !sections.contains(&section);
                sections.push(section);
                first
            });
            taken.extend(&spans);
            (!spans.is_empty()).then(|| Term { spans, ..term.clone() })
        })
        .collect();
    placed.sort_by_key(|term| term.spans[0]);
    placed
}

/// Whether a text names a year, in digits of any script.
pub fn names_year(text: &str, year: u16) -> bool {
    let written = |digits: &str| -> String {
        let digit = |ch: char| digits.chars().nth(ch as usize - '0' as usize).unwrap_or(ch);
        year.to_string().chars().map(digit).collect()
    };
    let scripts =
        ["0123456789", "０１２３４５６７８９", "〇一二三四五六七八九", "○一二三四五六七八九"];
    scripts.iter().any(|digits| text.contains(&written(digits)))
}
