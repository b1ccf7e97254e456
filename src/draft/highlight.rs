//! What the overview of a new report shows first.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::model::Report;

use super::Named;

/// Most figures that the overview shows first.
const MOST_HIGHLIGHTS: usize = 6;

/// What the overview of a new report shows first: of the fields that the report counts most of the largest
/// amount in the field's usual unit, if it is sure and can be understood alone.
pub(super) fn highlights(report: &Report, figures: &[Named<'_>]) -> Vec<Value> {
    let of_topic = |topic: &str| figures.iter().filter(|figure| figure.topic == topic).count();
    let mut topics = BTreeSet::new();
    let amounts = figures.iter().filter(|figure| {
        let quantity = &figure.number.quantity;
        // How long something takes is a rule as often as a result, and meetings are no result.
        let is_time = quantity.unit.ends_with(['日', '天', '年', '月']);
        super::is_sure(report, figure, figures)
            && quantity.change.is_none()
            && !quantity.unit.is_empty()
            && !is_time
            && !figure.label.starts_with("召开")
    });
    let amounts: Vec<&Named<'_>> = amounts.collect();
    let of_unit = |topic: &str, unit: &str| {
        amounts
            .iter()
            .filter(|other| other.topic == topic && other.number.quantity.unit == unit)
            .count()
    };
    let largest = |topic: &str| {
        let of_topic = amounts.iter().filter(|figure| figure.topic == topic);
        of_topic.copied().max_by(|one, other| {
            let rank = |figure: &Named<'_>| {
                (of_unit(topic, &figure.number.quantity.unit), figure.number.quantity.value)
            };
            rank(one).partial_cmp(&rank(other)).unwrap_or(Ordering::Equal)
        })
    };
    let mut first: Vec<&Named<'_>> = amounts
        .iter()
        .filter(|figure| topics.insert(figure.topic))
        .filter_map(|figure| largest(figure.topic))
        .collect();
    first.sort_by_key(|figure| Reverse(of_topic(figure.topic)));
    first.truncate(MOST_HIGHLIGHTS);
    first.sort_by_key(|figure| figure.number.span.start);
    first.into_iter().map(|figure| json!(figure.id)).collect()
}
