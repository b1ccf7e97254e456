//! What the words behind a number say of what is counted: what those did, the state they are in, what a
//! share is a share of or comes to.

use crate::ingest::annotation::LONGEST_LABEL;

use super::phrase::{unspaced, up_to_verb};
use super::words::{DEEDS, NO_NOUN};

/// What a share says of what stands behind it: 71%的机组实现超低排放 is the share of those that did.
pub(super) fn share_of(behind: &str) -> Option<String> {
    let words = unspaced(behind);
    let words = words.strip_prefix('的')?;
    let noun = up_to_verb(words);
    let told = words.strip_prefix(&*noun).filter(|told| !told.is_empty())?;
    let label = format!("{told}的{noun}占比");
    let is_short = label.chars().count() <= LONGEST_LABEL;
    Some(if is_short { label } else { format!("{noun}占比") })
}

/// The noun behind a number with what those did that are counted: 15个小区实现雨污分流.
pub(super) fn those_that(noun: &str, behind: &str) -> Option<String> {
    let words = unspaced(behind);
    let told = words.strip_prefix(noun)?;
    let verb = DEEDS.beginning(told)?;
    let told = told.trim_end_matches(['、', '和', '与', '及', '并']);
    (told.len() > verb.len()).then(|| format!("{told}的{noun}"))
}

/// The state that those are in that are counted: 已申诉成功, 未办结.
pub(super) fn state(behind: &str) -> String {
    const LONGEST: usize = 8;
    let words = unspaced(behind);
    let is_state = words.starts_with(['已', '未', '正', '尚', '均']);
    let state = words.trim_start_matches(['已', '均']);
    let n_chars = state.chars().count();
    if is_state && (2..=LONGEST).contains(&n_chars) { state.to_string() } else { String::new() }
}

/// What a share of a thing comes to, where that is said behind it: 危险废物100%无害化处置.
pub(super) fn outcome(behind: &str) -> String {
    const LONGEST: usize = 8;
    let words = unspaced(behind);
    let is_one = (2..=LONGEST).contains(&words.chars().count())
        && !words.starts_with(['的', '、', '左', '以', '和', '与', '及', '并', '且', '）'])
        && NO_NOUN.beginning(&words).is_none();
    if is_one { words } else { String::new() }
}

/// What the clause says behind a number that its verb has reached.
pub(super) fn aim(behind: &str) -> String {
    let words = unspaced(behind);
    words.trim_start_matches(['的', '以']).to_string()
}
