//! Any bytes as a clerk's file: no panic, no control characters in the text, and notes that lie in it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use report_explorer::extract::{contract, read};

fuzz_target!(|bytes: &[u8]| {
    for name in ["a", "a.txt", "a.html", "a.docx"] {
        let Ok(document) = read(name, bytes) else { continue };
        assert!(!document.text.chars().any(|ch| ch.is_control() && ch != '\n'));
        let n_chars = document.text.chars().count() as u32;
        assert!(document.notes.iter().all(|note| note.span.start <= note.span.end && note.span.end <= n_chars));
        assert!(contract::json(&document).ends_with("}\n"));
    }
});
