//! The styles of a Word document, as far as they change its text: numbering, hidden characters and
//! lines of a table of contents. A style has what it does not say itself from the one it is based
//! on.

use std::collections::BTreeMap;

use super::xml::Element;

/// Longest chain of styles that are based on each other.
const LONGEST_CHAIN: usize = 16;

/// Every style by its id.
#[derive(Default)]
pub(super) struct Styles {
    by_id: BTreeMap<String, Style>,
    default_paragraph: String,
}

#[derive(Default)]
struct Style {
    based_on: String,
    numbering: NumberingOf,
    hidden: Option<bool>,
    is_contents: bool,
}

/// What the properties of a paragraph or a style say about its number.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct NumberingOf {
    /// Which list.
    pub list: Option<String>,
    /// Which level of it, from 0.
    pub level: Option<usize>,
}

impl NumberingOf {
    /// What a `pPr` says.
    pub(super) fn of(properties: Option<&Element>) -> Self {
        let numbering = properties.and_then(|properties| properties.child("numPr"));
        let value = |name: &str| numbering?.child(name)?.attribute("val");
        Self {
            list: value("numId").map(str::to_string),
            level: value("ilvl").and_then(|level| level.parse().ok()),
        }
    }

    /// This, and where it says nothing, what `other` says.
    fn or(self, other: &NumberingOf) -> Self {
        Self { list: self.list.or_else(|| other.list.clone()), level: self.level.or(other.level) }
    }
}

impl Styles {
    /// The styles of `styles.xml`.
    pub(super) fn of(document: &Element) -> Self {
        let mut styles = Self::default();
        for style in document.elements().filter(|element| element.name == "style") {
            let id = style.attribute("styleId").unwrap_or_default().to_string();
            let is_default = matches!(style.attribute("default"), Some("1" | "true" | "on"));
            if is_default && style.attribute("type") == Some("paragraph") {
                styles.default_paragraph.clone_from(&id);
            }
            let value = |name: &str| style.child(name).and_then(|child| child.attribute("val"));
            let name = value("name").unwrap_or_default().to_lowercase();
            let read = Style {
                based_on: value("basedOn").unwrap_or_default().to_string(),
                numbering: NumberingOf::of(style.child("pPr")),
                hidden: style.child("rPr").and_then(hidden),
                is_contents: name.starts_with("toc ") && !name.contains("heading"),
            };
            styles.by_id.insert(id, read);
        }
        styles
    }

    /// A style and those it is based on, nearest first; the default one where none is named.
    fn chain(&self, id: Option<&str>) -> impl Iterator<Item = (&str, &Style)> {
        let find = |id: &str| self.by_id.get_key_value(id).map(|(id, style)| (id.as_str(), style));
        let first = find(id.unwrap_or(&self.default_paragraph));
        std::iter::successors(first, move |(_, style)| find(&style.based_on)).take(LONGEST_CHAIN)
    }

    /// The number of a paragraph with these properties, and the style that names its list, where a
    /// style does.
    pub(super) fn numbering(&self, properties: Option<&Element>) -> (NumberingOf, Option<&str>) {
        let own = NumberingOf::of(properties);
        let style =
            self.chain(style_id(properties)).find(|(_, style)| style.numbering.list.is_some());
        let named_by = style.filter(|_| own.list.is_none()).map(|(id, _)| id);
        let of_style = style.map(|(_, style)| style.numbering.clone()).unwrap_or_default();
        // A level without a list counts only beside the style's list.
        (own.or(&of_style), named_by)
    }

    /// Whether text of this style is hidden.
    pub(super) fn hides(&self, id: Option<&str>) -> bool {
        id.is_some() && self.chain(id).find_map(|(_, style)| style.hidden) == Some(true)
    }

    /// Whether paragraphs of this style are lines of the table of contents.
    pub(super) fn is_contents(&self, id: Option<&str>) -> bool {
        id.is_some() && self.chain(id).any(|(_, style)| style.is_contents)
    }
}

/// The style that a `pPr` names.
pub(super) fn style_id(properties: Option<&Element>) -> Option<&str> {
    properties?.child("pStyle")?.attribute("val")
}

/// Whether an `rPr` says that text is hidden.
pub(super) fn hidden(properties: &Element) -> Option<bool> {
    let vanish = properties.child("vanish")?;
    Some(!matches!(vanish.attribute("val"), Some("0" | "false" | "off")))
}
