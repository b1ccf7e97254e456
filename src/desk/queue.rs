//! What is open: everything of a draft that nobody has looked at, the doubtful first, each to be
//! looked at beside its sentence.

use crate::ingest::annotation::{
    Annotations, Aspect, FigureAnnotation, LONGEST_LABEL, LONGEST_TOPIC,
};
use crate::model::Report;
use crate::text::{Span, halved_pair};

/// One thing to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// The figure of that id.
    Figure(String),
    /// Something of the whole report.
    Aspect(Aspect),
    /// A number that is no figure; never open by itself.
    Number(Span),
}

impl Item {
    /// Its name in `unchecked`.
    pub fn name(&self) -> &str {
        match self {
            Self::Figure(id) => id,
            Self::Aspect(aspect) => aspect.name(),
            Self::Number(_) => "",
        }
    }
}

/// Everything that is open: figures that the program doubts, those without a good name, the others in
/// the order of the text, and last what concerns the whole report.
pub fn open_items(report: &Report, annotations: &Annotations) -> Vec<Item> {
    let is_open = |name: &str| annotations.unchecked.iter().any(|unchecked| unchecked == name);
    let mut figures: Vec<(u8, u32, &FigureAnnotation)> = annotations
        .figures
        .iter()
        .filter(|figure| figure.doubt.is_some() || is_open(&figure.id))
        .map(|figure| {
            let at = report.figure(&figure.id).map_or(u32::MAX, |figure| figure.span.start);
            (urgency(figure), at, figure)
        })
        .collect();
    figures.sort_by_key(|(urgency, at, _)| (*urgency, *at));
    let figures = figures.into_iter().map(|(_, _, figure)| Item::Figure(figure.id.clone()));
    let aspects = Aspect::ALL.into_iter().filter(|aspect| is_open(aspect.name()));
    figures.chain(aspects.map(Item::Aspect)).collect()
}

fn urgency(figure: &FigureAnnotation) -> u8 {
    match () {
        () if figure.doubt.is_some() => 0,
        () if !is_well_named(figure) => 1,
        () => 2,
    }
}

/// Whether a figure has a name and a field that can be published.
pub fn is_well_named(figure: &FigureAnnotation) -> bool {
    let fits = |words: &str, longest: usize| {
        let length = words.chars().count();
        (1..=longest).contains(&length) && halved_pair(words).is_none()
    };
    fits(&figure.label, LONGEST_LABEL) && fits(&figure.topic, LONGEST_TOPIC)
}

/// Marks all of a new draft as open: the figures that `before` has not, and every aspect of a report
/// that nobody has annotated.
pub fn open_all(annotations: &mut Annotations, before: &Annotations) {
    let is_new =
        |figure: &&FigureAnnotation| !before.figures.iter().any(|known| known.id == figure.id);
    let new = annotations.figures.iter().filter(is_new).map(|figure| figure.id.clone());
    let mut unchecked: Vec<String> = new.collect();
    if before.figures.is_empty() {
        unchecked.extend(Aspect::ALL.map(|aspect| aspect.name().to_string()));
    }
    annotations.unchecked.extend(unchecked);
}
