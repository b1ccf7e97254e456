//! XML as a tree of elements by their local names: what documents of Word and OFD are made of.
//! Namespaces are left out, since none of the names read here means two things.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::encoding::decode;

/// Deepest nesting that is read; the trees are walked by recursion.
const MOST_LEVELS: usize = 200;

/// An element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Element {
    /// Local name.
    pub name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Child>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Child {
    Element(Element),
    Text(String),
}

impl Element {
    /// The document's outermost element; none where it is no XML.
    pub(super) fn parse(bytes: &[u8]) -> Option<Element> {
        let text = decode(bytes, None)?.text;
        let mut reader = Reader::from_str(&text);
        let mut open: Vec<Element> = Vec::new();
        loop {
            match reader.read_event().ok()? {
                Event::Start(start) if open.len() < MOST_LEVELS => open.push(element(&start)),
                Event::Start(_) | Event::Eof => return None,
                Event::Empty(start) => {
                    open.last_mut()?.children.push(Child::Element(element(&start)))
                }
                Event::End(_) => {
                    let closed = open.pop()?;
                    match open.last_mut() {
                        Some(parent) => parent.children.push(Child::Element(closed)),
                        None => return Some(closed),
                    }
                }
                Event::Text(text) => add_text(&mut open, &text.xml10_content()),
                Event::CData(text) => add_text(&mut open, &text.xml10_content()),
                Event::GeneralRef(reference) => {
                    let resolved = match reference.resolve_char_ref() {
                        Ok(Some(ch)) => ch.to_string(),
                        _ => resolve_predefined_entity(&reference.xml10_content())?.to_string(),
                    };
                    add_text(&mut open, &resolved);
                }
                _ => {}
            }
        }
    }

    /// The attribute of that local name.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The elements directly inside.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            Child::Text(_) => None,
        })
    }

    /// The first element of that name directly inside.
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// The element at the end of a path of names.
    pub(super) fn at(&self, path: &[&str]) -> Option<&Element> {
        path.iter().try_fold(self, |element, name| element.child(name))
    }

    /// The first elements of that name on every way down, in the order of the document.
    pub(super) fn descendants<'tree>(&'tree self, name: &str, found: &mut Vec<&'tree Element>) {
        for element in self.elements() {
            if element.name == name {
                found.push(element);
            } else {
                element.descendants(name, found);
            }
        }
    }

    /// The text directly inside.
    pub(super) fn text(&self) -> String {
        let texts = self.children.iter().filter_map(|child| match child {
            Child::Text(text) => Some(text.as_str()),
            Child::Element(_) => None,
        });
        texts.collect()
    }
}

fn element(start: &BytesStart<'_>) -> Element {
    let attributes = start.attributes().flatten().map(|attribute| {
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap_or_default();
        (attribute.key.local_name().as_ref().to_string(), value.into_owned())
    });
    Element {
        name: start.local_name().as_ref().to_string(),
        attributes: attributes.collect(),
        children: Vec::new(),
    }
}

fn add_text(open: &mut [Element], words: &str) {
    let Some(element) = open.last_mut() else { return };
    match element.children.last_mut() {
        Some(Child::Text(text)) => text.push_str(words),
        _ => element.children.push(Child::Text(words.to_string())),
    }
}
