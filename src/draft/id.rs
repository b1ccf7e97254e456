//! The id of a figure that nobody has named yet: its label in pinyin, so that the same label has the
//! same address in every year.

use std::collections::BTreeSet;

use pinyin::ToPinyin;

/// Longest id, in characters, before the number that tells two apart.
const LONGEST: usize = 40;

/// The id for a label, which is none of `taken`; it is then one of them.
pub fn new_id(label: &str, taken: &mut BTreeSet<String>) -> String {
    let spelled = spelled(label);
    let id = (1..)
        .map(|number| if number == 1 { spelled.clone() } else { format!("{spelled}-{number}") })
        .find(|id| !taken.contains(id))
        .unwrap_or_default();
    taken.insert(id.clone());
    id
}

/// A label's syllables joined by `-`, as many as fit.
fn spelled(label: &str) -> String {
    let mut spelled = String::new();
    let mut is_joined = false;
    for ch in label.chars() {
        let syllable = match ch.to_pinyin() {
            Some(reading) => reading.plain().replace('ü', "v"),
            None if ch.is_ascii_alphanumeric() => ch.to_ascii_lowercase().to_string(),
            None => {
                is_joined = false;
                continue;
            }
        };
        // The letters of GDP stay together.
        let joins = is_joined && ch.is_ascii_alphanumeric();
        if spelled.len() + syllable.len() + 1 > LONGEST {
            break;
        }
        if !joins && !spelled.is_empty() {
            spelled.push('-');
        }
        spelled += &syllable;
        is_joined = ch.is_ascii_alphanumeric();
    }
    if spelled.is_empty() { "figure".to_string() } else { spelled }
}
