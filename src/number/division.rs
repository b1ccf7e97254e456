//! A stretch of the text read as one number, whatever digits stand beside it or blanks in it: how an editor
//! parts what was read as one (40.151件 is heading 40 and 151件) and joins what was read as two.

use crate::text::Span;

use super::scan::{Number, scan_with_units};

/// `numbers`, all those of the text of `chars`, with what stands at `place` read as one number, and what is left
/// of those that it cuts read by itself; none if it is not one number.
pub fn read_as_one(
    chars: &[char],
    numbers: &[Number],
    place: Span,
    own_units: &[&str],
) -> Option<Vec<Number>> {
    let cut: Vec<&Number> = numbers.iter().filter(|number| number.span.overlaps(place)).collect();
    let read = |span: Span, is_one: bool| -> Vec<Number> {
        let places: Vec<u32> = (span.start..span.end)
            .filter(|at| !is_one || !chars[*at as usize].is_whitespace())
            .collect();
        let words: String = places.iter().map(|at| chars[*at as usize]).collect();
        let mut found = scan_with_units(&words, own_units);
        for number in &mut found {
            let (first, last) = (number.span.start as usize, number.span.end as usize - 1);
            number.span = Span::new(places[first], places[last] + 1);
        }
        found
    };
    let mut one = read(place, true);
    let [number] = &mut one[..] else { return None };
    // What stands before it is no part of the stretch, but may say that it rose.
    let before = cut.iter().find(|number| number.span.start == place.start);
    number.quantity.change =
        number.quantity.change.or(before.and_then(|known| known.quantity.change));
    let first = cut.first().map_or(place.start, |number| number.span.start.min(place.start));
    let last = cut.last().map_or(place.end, |number| number.span.end.max(place.end));
    let left = [Span::new(first, place.start), Span::new(place.end, last)];
    let left = left.into_iter().filter(|span| span.start < span.end);
    let mut divided: Vec<Number> =
        numbers.iter().filter(|number| !number.span.overlaps(place)).cloned().collect();
    divided.extend(left.flat_map(|span| read(span, false)).chain(one));
    divided.sort_by_key(|number| number.span);
    Some(divided)
}
