//! Pieces of a Word document that need nothing of its reader: page headers, rows and cells, signs of
//! the symbol fonts.

use super::archive::Archive;
use super::writer::{Writer, excerpt};
use super::xml::Element;

/// Page headers and footers are no part of the text; what they say is noted.
pub(super) fn note_furniture(archive: &mut Archive<'_>, writer: &mut Writer) {
    let names = archive.names();
    for (prefix, what) in [("word/header", "页眉"), ("word/footer", "页脚")] {
        let mut said: Vec<String> = Vec::new();
        for name in names.iter().filter(|name| name.starts_with(prefix)) {
            let Some(part) = archive.file(name).and_then(|part| Element::parse(&part)) else {
                continue;
            };
            let mut texts = Vec::new();
            part.descendants("t", &mut texts);
            let words = excerpt(&texts.iter().map(|text| text.text()).collect::<String>());
            if !words.is_empty() && !said.contains(&words) {
                writer.note(format!("{what}没有取用：{words}"));
                said.push(words);
            }
        }
    }
}

/// Rows of a table or cells of a row, content controls and insertions around them left aside.
pub(super) fn parts<'tree>(parent: &'tree Element, name: &str) -> Vec<&'tree Element> {
    let wraps = |element: &&Element| {
        matches!(element.name.as_str(), "sdt" | "sdtContent" | "ins" | "customXml")
    };
    let mut found = Vec::new();
    for element in parent.elements() {
        if element.name == name {
            found.push(element);
        } else if wraps(&element) {
            found.extend(parts(element, name));
        }
    }
    found
}

/// A sign of the symbol fonts.
pub(super) fn symbol(code: &str) -> &'static str {
    match code.to_uppercase().as_str() {
        "F0FE" | "F052" => "☑",
        "F0FC" => "✓",
        "F0A8" | "F0A3" | "F06F" | "F071" => "□",
        "F06C" => "●",
        "F06E" => "■",
        "F0B7" => "•",
        _ => "□",
    }
}
