//! Word documents (.docx): the text as Word shows it, with the numbers it computes, tracked changes
//! as accepted, tables, notes and text boxes where they belong. Page headers, hidden text and the
//! table of contents are left out with a note.

use crate::number::BETWEEN_CELLS;
use std::collections::BTreeMap;

use super::archive::{Archive, resolve};
use super::numbering::Numbering;
use super::styles::{Styles, hidden, style_id};
use super::word_parts::{note_furniture, parts, symbol};
use super::writer::{Writer, excerpt};
use super::xml::Element;
use super::{Answer, broken};

/// Takes a Word document down.
pub(super) fn read(bytes: &[u8], writer: &mut Writer) -> Answer<()> {
    let mut archive = Archive::open(bytes).ok_or_else(|| broken(".docx"))?;
    let path = document_path(&mut archive);
    let document = xml(&mut archive, &path).ok_or_else(|| broken(".docx"))?;
    let body = document.child("body").ok_or_else(|| broken(".docx"))?;
    let mut beside = |name: &str| xml(&mut archive, &resolve(&path, name));
    let (styles, numbering) = (beside("styles.xml"), beside("numbering.xml"));
    let (footnotes, endnotes) = (beside("footnotes.xml"), beside("endnotes.xml"));
    let notes = Notes { footnotes: by_id(footnotes.as_ref()), endnotes: by_id(endnotes.as_ref()) };
    let mut reader = Reader {
        styles: styles.as_ref().map(Styles::of).unwrap_or_default(),
        numbering: numbering.as_ref().map(Numbering::of).unwrap_or_default(),
        notes: &notes,
        fields: Vec::new(),
        pending: String::new(),
        left_out: LeftOut::default(),
        beside: Line::default(),
        writer,
    };
    reader.blocks(body);
    reader.finish();
    note_furniture(&mut archive, writer);
    Ok(())
}

/// Where the document lies; `word/document.xml` nearly always.
fn document_path(archive: &mut Archive<'_>) -> String {
    let relations = xml(archive, "_rels/.rels");
    let main = relations.as_ref().and_then(|relations| {
        relations.elements().find(|relation| {
            relation.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
        })
    });
    let target = main.and_then(|relation| relation.attribute("Target"));
    target.unwrap_or("word/document.xml").trim_start_matches('/').to_string()
}

fn xml(archive: &mut Archive<'_>, path: &str) -> Option<Element> {
    Element::parse(&archive.file(path)?)
}

fn by_id(notes: Option<&Element>) -> BTreeMap<&str, &Element> {
    let all = notes.into_iter().flat_map(Element::elements);
    all.filter(|note| note.attribute("type").is_none_or(|kind| kind == "normal"))
        .filter_map(|note| Some((note.attribute("id")?, note)))
        .collect()
}

struct Notes<'tree> {
    footnotes: BTreeMap<&'tree str, &'tree Element>,
    endnotes: BTreeMap<&'tree str, &'tree Element>,
}

/// What is left out of the paragraphs, to be noted behind each.
#[derive(Default)]
struct LeftOut {
    hidden: String,
    deleted: usize,
    inserted: usize,
    contents: usize,
    pictures: usize,
}

/// One paragraph on its way, with what is written behind it.
#[derive(Default)]
struct Line<'tree> {
    words: String,
    boxes: Vec<&'tree Element>,
    notes: Vec<(&'static str, &'tree Element)>,
}

/// A field (a date, a cross-reference, a table of contents): what it says is its result, what it
/// computes is not shown.
#[derive(Default)]
struct Field {
    instruction: String,
    in_result: bool,
}

struct Reader<'tree, 'writer> {
    styles: Styles,
    numbering: Numbering,
    notes: &'tree Notes<'tree>,
    /// Fields that are open, which may reach over paragraphs.
    fields: Vec<Field>,
    /// A paragraph whose end was deleted: the next one goes on with it.
    pending: String,
    left_out: LeftOut,
    /// Text boxes and notes of a table, to be written behind it.
    beside: Line<'tree>,
    writer: &'writer mut Writer,
}

impl<'tree> Reader<'tree, '_> {
    fn blocks(&mut self, parent: &'tree Element) {
        for element in parent.elements() {
            match element.name.as_str() {
                "p" => self.paragraph(element),
                "tbl" => self.table(element),
                "sdt" if is_contents(element) => self.left_out.contents += 1,
                "sdt" | "sdtContent" | "customXml" | "smartTag" | "ins" | "moveTo" => {
                    self.blocks(element);
                }
                "altChunk" => self.writer.note("嵌入的另一个文件没有取用".to_string()),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, paragraph: &'tree Element) {
        let properties = paragraph.child("pPr");
        if self.styles.is_contents(style_id(properties)) {
            self.left_out.contents += 1;
            return;
        }
        let mut line = Line::default();
        let is_hidden = self.styles.hides(style_id(properties));
        self.inline(paragraph, is_hidden, &mut line);
        if properties.and_then(|properties| properties.at(&["rPr", "del"])).is_some() {
            self.pending.push_str(&line.words);
        } else if !is_hidden {
            let number = self.number(properties, &line);
            let before = std::mem::take(&mut self.pending);
            self.write(&format!("{number}{before}{}", line.words));
        }
        self.write_beside(line);
    }

    /// The number that Word prints before a paragraph.
    fn number(&mut self, properties: Option<&Element>, line: &Line<'_>) -> String {
        let (numbering, style) = self.styles.numbering(properties);
        let style = style.map(str::to_string);
        let number = self.numbering.next(&numbering, style.as_deref()).unwrap_or_default();
        let is_bare = line.words.trim().is_empty() && self.pending.is_empty();
        if is_bare && !number.is_empty() {
            self.writer.note(format!("空段落的自动编号没有取用：{}", number.trim()));
            return String::new();
        }
        number
    }

    fn write(&mut self, words: &str) {
        self.writer.paragraph(words);
        let LeftOut { hidden, pictures, .. } = &mut self.left_out;
        if !hidden.trim().is_empty() {
            self.writer.note(format!("隐藏文字没有取用：{}", excerpt(hidden)));
        }
        if *pictures > 0 {
            self.writer.note(format!("这里有图片 {pictures} 张，图里的文字没有取用"));
        }
        (*hidden, *pictures) = (String::new(), 0);
    }

    /// Text boxes and notes, behind the paragraph they hang on.
    fn write_beside(&mut self, line: Line<'tree>) {
        for text_box in line.boxes {
            self.writer.note("以下是文本框里的文字".to_string());
            self.blocks(text_box);
        }
        for (kind, note) in line.notes {
            self.writer.note(format!("以下一段是上文的{kind}"));
            let words = self.plain_text(note);
            self.write(&format!("注：{words}"));
        }
    }

    /// The paragraphs of a note or cell as one line.
    fn plain_text(&mut self, parent: &'tree Element) -> String {
        let mut line = Line::default();
        let mut paragraphs = Vec::new();
        parent.descendants("p", &mut paragraphs);
        for paragraph in paragraphs {
            if !line.words.trim().is_empty() {
                line.words.push(' ');
            }
            let properties = paragraph.child("pPr");
            let number =
                self.number(properties, &Line { words: "…".to_string(), ..Line::default() });
            line.words.push_str(&number);
            self.inline(paragraph, self.styles.hides(style_id(properties)), &mut line);
        }
        self.beside.boxes.append(&mut line.boxes);
        self.beside.notes.append(&mut line.notes);
        let words = line.words.split('\n').map(str::trim).collect::<Vec<_>>().join(" ");
        words.trim().to_string()
    }

    /// Rows as lines with ` | ` between cells; what only arranges text has one cell a row, and its
    /// paragraphs are like all others.
    fn table(&mut self, table: &'tree Element) {
        let rows = parts(table, "tr");
        let start = self.writer.at();
        let is_table = rows.iter().any(|row| parts(row, "tc").len() > 1);
        for row in rows {
            if row.at(&["trPr", "del"]).is_some() {
                self.left_out.deleted += 1;
                continue;
            }
            let cells = parts(row, "tc");
            if let [cell] = cells[..] {
                self.blocks(cell);
                continue;
            }
            let words: Vec<String> = cells.into_iter().map(|cell| self.plain_text(cell)).collect();
            if words.iter().any(|words| !words.is_empty()) {
                self.write(words.join(BETWEEN_CELLS).trim_end_matches(BETWEEN_CELLS));
            }
        }
        if is_table {
            let beside = std::mem::take(&mut self.beside);
            self.write_beside(beside);
            self.writer.note_from(start, "表格：每行一段，单元格之间用“ | ”隔开".to_string());
        }
    }

    /// What stands inside a paragraph.
    fn inline(&mut self, parent: &'tree Element, is_hidden: bool, line: &mut Line<'tree>) {
        for element in parent.elements() {
            match element.name.as_str() {
                "r" => self.run(element, is_hidden, line),
                "ins" | "moveTo" => {
                    self.left_out.inserted += 1;
                    self.inline(element, is_hidden, line);
                }
                "del" | "moveFrom" => self.left_out.deleted += 1,
                "pPr" | "rPr" | "sdtPr" | "proofErr" => {}
                "ruby" => {
                    if let Some(base) = element.child("rubyBase") {
                        self.inline(base, is_hidden, line);
                    }
                }
                _ => self.inline(element, is_hidden, line),
            }
        }
    }

    fn run(&mut self, run: &'tree Element, is_hidden: bool, line: &mut Line<'tree>) {
        let properties = run.child("rPr");
        let style = properties
            .and_then(|properties| properties.child("rStyle"))
            .and_then(|style| style.attribute("val"));
        let is_hidden =
            properties.and_then(hidden).unwrap_or_else(|| is_hidden || self.styles.hides(style));
        for element in run.elements() {
            self.run_part(element, is_hidden, line);
        }
    }

    fn run_part(&mut self, element: &'tree Element, is_hidden: bool, line: &mut Line<'tree>) {
        let mut show = |words: &str| {
            let in_field = self.fields.iter().all(|field| field.in_result && !field.is_contents());
            if is_hidden {
                self.left_out.hidden.push_str(words);
            } else if in_field {
                line.words.push_str(words);
            }
        };
        match element.name.as_str() {
            "t" => show(&element.text()),
            "tab" | "ptab" => show(" "),
            "br" | "cr" => show("\n"),
            "noBreakHyphen" => show("-"),
            "sym" => show(symbol(element.attribute("char").unwrap_or_default())),
            "instrText" => {
                if let Some(field) = self.fields.last_mut() {
                    field.instruction.push_str(&element.text());
                }
            }
            "fldChar" => self.field(element.attribute("fldCharType").unwrap_or_default()),
            "footnoteReference" | "endnoteReference" => {
                let is_footnote = element.name == "footnoteReference";
                let notes = if is_footnote { &self.notes.footnotes } else { &self.notes.endnotes };
                let note = element.attribute("id").and_then(|id| notes.get(id));
                line.notes
                    .extend(note.map(|note| (if is_footnote { "脚注" } else { "尾注" }, *note)));
            }
            "drawing" | "pict" | "object" => {
                let n_boxes = line.boxes.len();
                element.descendants("txbxContent", &mut line.boxes);
                self.left_out.pictures += usize::from(line.boxes.len() == n_boxes);
            }
            "AlternateContent" => {
                let choice = element.child("Choice").or_else(|| element.child("Fallback"));
                for part in choice.into_iter().flat_map(Element::elements) {
                    self.run_part(part, is_hidden, line);
                }
            }
            "ruby" => {
                if let Some(base) = element.child("rubyBase") {
                    self.inline(base, is_hidden, line);
                }
            }
            _ => {}
        }
    }

    fn field(&mut self, mark: &str) {
        match mark {
            "begin" => self.fields.push(Field::default()),
            "separate" => {
                if let Some(field) = self.fields.last_mut() {
                    field.in_result = true;
                    self.left_out.contents += usize::from(field.is_contents());
                }
            }
            "end" => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    /// What was held back, and notes about the whole.
    fn finish(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        self.write(&pending);
        let LeftOut { deleted, inserted, contents, .. } = self.left_out;
        if deleted + inserted > 0 {
            self.writer.note_from(
                0,
                format!("修订按“接受”处理：插入 {inserted} 处取用，删除 {deleted} 处没有取用"),
            );
        }
        if contents > 0 {
            self.writer.note_from(0, "目录没有取用".to_string());
        }
    }
}

impl Field {
    fn is_contents(&self) -> bool {
        self.instruction.trim_start().starts_with("TOC")
    }
}

/// Whether a content control holds the table of contents.
fn is_contents(control: &Element) -> bool {
    let gallery = control.at(&["sdtPr", "docPartObj", "docPartGallery"]);
    gallery.and_then(|gallery| gallery.attribute("val")) == Some("Table of Contents")
}
