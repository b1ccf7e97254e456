//! What becomes of a clerk's work when the text below it is corrected: a number that was changed keeps its name and
//! its place, and what the text has no place for is taken away.

use super::edit::remove;
use crate::draft::Unsupported;
use crate::ingest::annotation::{Annotations, Aspect};
use crate::model::Chart;
use crate::number;
use crate::text::Span;
use crate::words::DESK as WORDS;

/// Gives a figure whose number was corrected in the text its new quote, if `changed_quote` knows one for the old,
/// and has it looked at again with the charts that show it; else takes away what the text does not bear out. Words
/// on what became of it, where it stays.
pub fn renew(
    annotations: &mut Annotations,
    unsupported: &Unsupported,
    changed_quote: impl Fn(&str) -> Option<String>,
) -> Option<String> {
    let renewed = match unsupported {
        Unsupported::Figure(id) => annotations
            .figures
            .iter_mut()
            .find(|figure| figure.id == *id)
            .and_then(|figure| changed_quote(&figure.quote).map(|quote| (figure, quote))),
        Unsupported::Quote(_) => None,
    };
    let Some((figure, quote)) = renewed else {
        drop_unsupported(annotations, unsupported);
        return None;
    };
    figure.doubt = Some((WORDS.number_changed)(&figure.quote));
    let words = (WORDS.renewed)(&figure.label, &figure.quote, &quote);
    let told = |quote: &str| format!("{}{}", figure.label, printed_number(quote));
    let (old, new) = (told(&figure.quote), told(&quote));
    figure.quote = quote;
    let id = figure.id.clone();
    for chart in annotations.charts.iter_mut().filter(|chart| chart.figures.contains(&id)) {
        chart.description = chart.description.replace(&old, &new);
    }
    let shows = |chart: &Chart| chart.figures.contains(&id);
    let charts = Aspect::Charts.name().to_string();
    let again = annotations.charts.iter().any(shows).then_some(charts);
    for name in again.into_iter().chain([id]) {
        if !annotations.unchecked.contains(&name) {
            annotations.unchecked.push(name);
        }
    }
    Some(words)
}

/// The number of a quote, with its unit.
fn printed_number(quote: &str) -> String {
    let numbers = number::scan(quote);
    let span = numbers.first().map_or(Span::new(0, 0), |number| number.span);
    quote.chars().skip(span.start as usize).take((span.end - span.start) as usize).collect()
}

/// Takes what the text does not bear out away.
fn drop_unsupported(annotations: &mut Annotations, unsupported: &Unsupported) {
    match unsupported {
        Unsupported::Figure(id) => drop(remove(annotations, id)),
        Unsupported::Quote(quote) => {
            annotations.exclusions.retain(|exclusion| exclusion.quote != *quote);
            annotations.sections.retain(|section| section.quote != *quote);
            annotations.duties.retain(|duty| duty.quote != *quote);
        }
    }
}
