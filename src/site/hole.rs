//! Holes in a text, `{{name}}`: pages, style sheets and guides are filled and never searched.

/// The text with every `{{name}}` in it replaced by what `value` gives for the name.
///
/// # Errors
/// The first name that has no value.
pub(super) fn fill(text: &str, value: impl Fn(&str) -> Option<String>) -> Result<String, String> {
    let mut pieces = text.split("{{");
    let mut filled = pieces.next().unwrap_or_default().to_string();
    for piece in pieces {
        let (name, rest) = piece.split_once("}}").ok_or(piece)?;
        filled += &value(name).ok_or(name)?;
        filled += rest;
    }
    Ok(filled)
}
