//! OFD files (GB/T 33190): pages of text objects at places, templates of pages among them. The
//! text is laid out again by the same eye that reads PDF.

use super::archive::{Archive, resolve};
use super::layout::{self, Glyph, Page};
use super::writer::Writer;
use super::xml::Element;
use super::{Answer, broken, refuse};

/// Takes an OFD file down.
pub(super) fn read(bytes: &[u8], writer: &mut Writer) -> Answer<()> {
    let mut archive = Archive::open(bytes).ok_or_else(|| broken(".ofd"))?;
    if archive.names().iter().any(|name| name.eq_ignore_ascii_case("Encryptions.xml")) {
        return Err(refuse(
            "OFD 加了密，读不了",
            "用能打开它的软件打开，去掉加密或打印为 PDF 再试；也可以用 .docx 原件",
        ));
    }
    let index = xml(&mut archive, "OFD.xml").ok_or_else(|| broken(".ofd"))?;
    let mut pages = Vec::new();
    for body in index.elements().filter(|element| element.name == "DocBody") {
        let Some(root) = body.child("DocRoot") else { continue };
        let path = resolve("OFD.xml", root.text().trim());
        let document = xml(&mut archive, &path).ok_or_else(|| broken(".ofd"))?;
        read_document(&mut archive, &path, &document, &mut pages);
    }
    if pages.iter().all(|page| page.glyphs.is_empty()) {
        return Err(refuse(
            "OFD 里只有图片，没有文字（扫描件）",
            "找有文字的原件（.docx）；没有时先用文字识别（OCR），逐字核对后存为 .docx",
        ));
    }
    layout::write(&pages, writer);
    Ok(())
}

fn xml(archive: &mut Archive<'_>, path: &str) -> Option<Element> {
    Element::parse(&archive.file(path)?)
}

fn read_document(archive: &mut Archive<'_>, path: &str, document: &Element, pages: &mut Vec<Page>) {
    let common = document.child("CommonData");
    let area = common.and_then(|common| common.child("PageArea"));
    let usual_height = area.and_then(page_height).unwrap_or(297.0);
    let templates: Vec<(&str, Element)> = common
        .into_iter()
        .flat_map(Element::elements)
        .filter(|element| element.name == "TemplatePage")
        .filter_map(|template| {
            let location = resolve(path, template.attribute("BaseLoc")?);
            Some((template.attribute("ID")?, xml(archive, &location)?))
        })
        .collect();
    let listed = document.child("Pages").into_iter().flat_map(Element::elements);
    for page in listed.filter(|element| element.name == "Page") {
        let location = page.attribute("BaseLoc").map(|location| resolve(path, location));
        let Some(content) = location.and_then(|location| xml(archive, &location)) else { continue };
        let height = content.child("Area").and_then(page_height).unwrap_or(usual_height);
        let mut read = Page { height, glyphs: Vec::new() };
        for used in content.elements().filter(|element| element.name == "Template") {
            let template =
                templates.iter().find(|(id, _)| used.attribute("TemplateID") == Some(id));
            if let Some((_, template)) = template {
                read_page(template, &mut read);
            }
        }
        read_page(&content, &mut read);
        pages.push(read);
    }
}

fn page_height(area: &Element) -> Option<f64> {
    numbers(&area.child("PhysicalBox")?.text()).get(3).copied().filter(|height| *height > 0.0)
}

fn read_page(content: &Element, page: &mut Page) {
    let mut objects = Vec::new();
    content.descendants("TextObject", &mut objects);
    for object in objects {
        read_text(object, page);
    }
}

/// The characters of a text object, each at its place.
fn read_text(object: &Element, page: &mut Page) {
    let attribute = |name: &str| object.attribute(name).map(numbers).unwrap_or_default();
    let boundary = attribute("Boundary");
    let (left, top) = (nth(&boundary, 0), nth(&boundary, 1));
    let matrix = attribute("CTM");
    let [a, b, c, d, e, f] = <[f64; 6]>::try_from(matrix).unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
    let font_size = attribute("Size").first().copied().unwrap_or(4.0);
    let narrowed = attribute("HScale").first().copied().unwrap_or(1.0);
    let (mut x, mut y) = (0.0, 0.0);
    for code in object.elements().filter(|element| element.name == "TextCode") {
        let start = |name: &str, before: f64| {
            code.attribute(name)
                .map(numbers)
                .and_then(|given| given.first().copied())
                .unwrap_or(before)
        };
        (x, y) = (start("X", x), start("Y", y));
        let steps = |name: &str| code.attribute(name).map(deltas).unwrap_or_default();
        let (across, down) = (steps("DeltaX"), steps("DeltaY"));
        for (at, ch) in code.text().chars().enumerate() {
            let width = font_size * narrowed * if ch.is_ascii() { 0.5 } else { 1.0 };
            page.glyphs.push(Glyph {
                words: ch.to_string(),
                x: left + a * x + c * y + e,
                y: top + b * x + d * y + f,
                width: width * a.hypot(b),
                size: font_size * c.hypot(d),
            });
            x += across.get(at).or(across.last()).copied().unwrap_or(if down.is_empty() {
                width
            } else {
                0.0
            });
            y += down.get(at).copied().unwrap_or(0.0);
        }
    }
}

fn nth(numbers: &[f64], at: usize) -> f64 {
    numbers.get(at).copied().unwrap_or(0.0)
}

fn numbers(written: &str) -> Vec<f64> {
    written.split_whitespace().filter_map(|number| number.parse().ok()).collect()
}

/// Steps from character to character; `g 3 4.2` is 4.2 three times.
fn deltas(written: &str) -> Vec<f64> {
    const MOST: usize = 100_000;
    let mut steps = Vec::new();
    let mut words = written.split_whitespace();
    while let Some(word) = words.next() {
        if word == "g" {
            let times = words.next().and_then(|times| times.parse::<usize>().ok()).unwrap_or(0);
            let step = words.next().and_then(|step| step.parse::<f64>().ok()).unwrap_or(0.0);
            steps.extend(std::iter::repeat_n(step, times.min(MOST)));
        } else {
            steps.extend(word.parse::<f64>().ok());
        }
    }
    steps
}
