//! Hooks: each listens to one thing of the browser and gives its present value.

pub(super) mod use_place;
pub(super) mod use_reading_position;
pub(super) mod use_text_matches;
