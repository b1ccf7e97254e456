//! A clerk's file to text, format by format. The files are made here; no one else's report is among
//! them.

mod contract;
mod files;
mod laid_out;
mod plain;
mod refused;
mod web_page;
mod word;

use report_explorer::extract::{Document, read};

/// The document of a file that can be read; no text has a control character.
#[track_caller]
fn document(name: &str, bytes: &[u8]) -> Document {
    let document = read(name, bytes).unwrap_or_else(|refusal| panic!("{refusal}"));
    assert!(!document.text.chars().any(|ch| ch.is_control() && ch != '\n'), "{:?}", document.text);
    let n_chars = document.text.chars().count() as u32;
    for note in &document.notes {
        assert!(note.span.start <= note.span.end && note.span.end <= n_chars, "{note:?}");
    }
    document
}

/// Whether a note says `words`.
fn notes(document: &Document, words: &str) -> bool {
    document.notes.iter().any(|note| note.what.contains(words))
}
