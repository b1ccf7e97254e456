//! Where at the desk something that is wrong can be put right: on which tab, and at which figure.

use serde_json::Value;

use super::queue::Item;
use super::state::Tab;
use super::task::Finding;
use crate::draft::annotations_json;
use crate::ingest::annotation::Annotations;

/// The tab, and the figure that the finding is about, by the line of the file that it names.
pub(super) fn place_to_mend(finding: &Finding, annotations: &Annotations) -> (Tab, Option<Item>) {
    let (path, line) = finding.place.rsplit_once(':').unwrap_or((&finding.place, ""));
    let line: usize = line.parse().unwrap_or(1);
    match path.rsplit('/').next() {
        Some("site.json" | "terms.json" | "words.json") => (Tab::Settings, None),
        Some("annotations.json") => in_annotations(&annotations_json(annotations), line),
        _ => (Tab::Sections, None),
    }
}

/// The same for a line of the annotations, which have one object a line below the name of their list.
fn in_annotations(text: &str, line: usize) -> (Tab, Option<Item>) {
    let lines: Vec<&str> = text.lines().take(line).collect();
    let name = lines.iter().rev().find_map(|line| {
        let (name, _) = line.strip_prefix("  \"")?.split_once('"')?;
        Some(name)
    });
    let object = lines.last().map(|line| line.trim().trim_end_matches(','));
    let id = object
        .and_then(|object| serde_json::from_str::<Value>(object).ok())
        .and_then(|object| Some(object.get("id")?.as_str()?.to_string()));
    match name {
        Some("figures") => (Tab::Review, id.map(Item::Figure)),
        Some("exclusions" | "questions" | "unchecked") => (Tab::Review, None),
        Some("charts" | "highlights" | "derivations" | "pictures") => (Tab::Charts, None),
        _ => (Tab::Sections, None),
    }
}
