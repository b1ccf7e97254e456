//! What an everyday word leads to that asks for a part of the report: its first sentence, or the figures of
//! a kind.

use crate::model::{DutyKind, Figure, InShort, Part, Report, Section};
use crate::route::{Place, Route, Selection};
use crate::text::excerpt;
use crate::words::{SEARCH, WORDS};

use super::excerpt::EXCERPT_LENGTH;

/// What is shown of a part: where it leads, its words and where they stand.
pub(super) fn rows_of(report: &Report, part: Part) -> Vec<(Place, String, String)> {
    let figures = |is_meant: fn(&Figure) -> bool| -> Vec<(Place, String, String)> {
        let meant = report.figures.iter().filter(|figure| is_meant(figure));
        meant
            .map(|figure| {
                let place = Place::in_text(report.edition(), Selection::Figure(figure.id.clone()));
                let words = [&*figure.label, " ", &figure.quantity.printed()].concat();
                (place, words, figure.topic.clone())
            })
            .collect()
    };
    let row = |section: &Section, words: &str| {
        let place = Place {
            anchor: Some(section.id.clone()),
            ..Place::page(Route::Report(report.edition()))
        };
        let shown = excerpt(words, EXCERPT_LENGTH, SEARCH.ellipsis);
        (place, shown, report.section_name(section))
    };
    let duty = |kind: DutyKind| match report.in_short(kind) {
        None => Vec::new(),
        Some(InShort::Sections(sections)) => {
            sections.into_iter().map(|section| row(section, &report.item_of(section))).collect()
        }
        Some(InShort::Points(section, points)) => {
            points.into_iter().map(|point| row(section, point)).collect()
        }
        Some(InShort::Sentence(section, sentence)) => {
            vec![row(section, report.slice(sentence.span).trim())]
        }
    };
    match part {
        Part::Measures => duty(DutyKind::Measures),
        Part::Shortcomings => duty(DutyKind::Shortcomings),
        Part::Leadership => duty(DutyKind::Leadership),
        Part::Plan => duty(DutyKind::Plan),
        Part::Changes => figures(|figure| figure.quantity.change.is_some()),
        Part::Amounts => figures(|figure| figure.quantity.unit.ends_with('元')),
        Part::Ranks => figures(|figure| figure.quantity.is_rank()),
        Part::Contact if report.site.contact.is_empty() => Vec::new(),
        Part::Origin if report.issuers.is_empty() => Vec::new(),
        Part::Origin => {
            let about = Route::AboutReport(report.edition());
            let date = report.date.map(|date| date.to_string()).unwrap_or_default();
            let issuers = report.issuers.join(WORDS.punctuation.list);
            vec![(Place::page(about), issuers, date)]
        }
        Part::Contact => {
            let about = Route::AboutReport(report.edition());
            vec![(Place::page(about), report.site.contact.clone(), String::new())]
        }
    }
}
