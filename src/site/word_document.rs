//! A Word document (ECMA-376, WordprocessingML) of headings, paragraphs, tables, pictures and footnotes:
//! the parts that office programs need to open it without repair. Written here and not by a crate, since
//! the one that is kept numbers its parts by a counter of the process and dates them by a clock, and the
//! same report must give the same bytes.

use super::Refusal;
use super::press_kit::archive;
use crate::markup::escape;

/// What runs on in a paragraph.
pub(super) enum Run<'a> {
    /// Words.
    Plain(&'a str),
    /// Words in bold.
    Bold(&'a str),
    /// Words in the colour and size of what is said beside.
    Quiet(&'a str),
    /// The number of a footnote with this text.
    Note(&'a str),
}

/// A document as it grows.
#[derive(Default)]
pub(super) struct WordDocument {
    body: String,
    notes: Vec<String>,
    /// PNG files, in the order they stand in the text.
    pictures: Vec<Vec<u8>>,
}

/// English Metric Units in a pixel of 1/96 inch, and across the text of a page (A4 less its margins).
const UNITS_PER_PIXEL: u32 = 9525;
const TEXT_WIDTH: u32 = 5_760_000;
/// Two pictures of this height stand on a page.
const MAX_HEIGHT: u32 = 3_300_000;
/// The same width in twentieths of a point, for tables.
const TABLE_WIDTH: u32 = 9070;

impl WordDocument {
    /// A heading; level 0 is the document's title.
    pub(super) fn heading(&mut self, level: u8, words: &str) {
        let style = if level == 0 { "Title".to_string() } else { format!("Heading{level}") };
        self.paragraph_in(&style, &[Run::Plain(words)]);
    }

    /// A paragraph.
    pub(super) fn paragraph(&mut self, runs: &[Run<'_>]) {
        self.paragraph_in("Normal", runs);
    }

    /// A paragraph of a list.
    pub(super) fn item(&mut self, runs: &[Run<'_>]) {
        self.paragraph_in("ListParagraph", runs);
    }

    fn paragraph_in(&mut self, style: &str, runs: &[Run<'_>]) {
        let inside = self.paragraph_of(style, runs);
        self.body += &inside;
    }

    fn paragraph_of(&mut self, style: &str, runs: &[Run<'_>]) -> String {
        let runs: String = runs.iter().map(|run| self.run(run)).collect();
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>")
    }

    fn run(&mut self, run: &Run<'_>) -> String {
        let text = |properties: &str, words: &str| {
            format!("<w:r>{properties}<w:t xml:space=\"preserve\">{}</w:t></w:r>", words_in(words))
        };
        match run {
            Run::Plain(words) => text("", words),
            Run::Bold(words) => text("<w:rPr><w:b/></w:rPr>", words),
            Run::Quiet(words) => text(QUIET, words),
            Run::Note(words) => {
                self.notes.push((*words).to_string());
                // Numbers 0 and 1 are the two rules above notes.
                let number = self.notes.len() + 1;
                format!(
                    "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"{number}\"/></w:r>"
                )
            }
        }
    }

    /// A PNG of that many pixels, as wide as it is at 96 a inch and no wider than the text, nor higher than half a page; `description`
    /// is what it says.
    pub(super) fn picture(&mut self, png: Vec<u8>, (width, height): (u32, u32), description: &str) {
        self.pictures.push(png);
        let number = self.pictures.len();
        let [width, height] = [width, height].map(|pixels| f64::from(pixels * UNITS_PER_PIXEL));
        let scale = (f64::from(TEXT_WIDTH) / width).min(f64::from(MAX_HEIGHT) / height).min(1.0);
        let [wide, high] = [width, height].map(|length| (length * scale) as u32);
        let words = words_in(description);
        self.body += &format!(
            "<w:p><w:pPr><w:pStyle w:val=\"Normal\"/><w:keepNext/></w:pPr><w:r><w:drawing><wp:inline>\
             <wp:extent cx=\"{wide}\" cy=\"{high}\"/><wp:docPr id=\"{number}\" name=\"{number}\" descr=\"{words}\"/>\
             <a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>\
             <pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"{number}.png\" descr=\"{words}\"/><pic:cNvPicPr/></pic:nvPicPr>\
             <pic:blipFill><a:blip r:embed=\"picture{number}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
             <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{wide}\" cy=\"{high}\"/></a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>\
             </wp:inline></w:drawing></w:r></w:p>"
        );
    }

    /// A table whose columns have these shares of its width; its first row is said again on each page.
    pub(super) fn table(&mut self, shares: &[u32], head: &[&str], rows: &[Vec<Vec<Run<'_>>>]) {
        let whole: u32 = shares.iter().sum();
        let widths: Vec<u32> =
            shares.iter().map(|share| TABLE_WIDTH * share / whole.max(1)).collect();
        let grid: String =
            widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
        let cell = |width: &u32, inside: String| {
            format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{inside}</w:tc>")
        };
        let mut table = format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"Figures\"/><w:tblW w:w=\"{TABLE_WIDTH}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>\
             <w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        );
        for (width, words) in widths.iter().zip(head) {
            table += &cell(width, self.paragraph_of("Cell", &[Run::Bold(words)]));
        }
        table += "</w:tr>";
        for row in rows {
            table += "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
            for (width, runs) in widths.iter().zip(row) {
                table += &cell(width, self.paragraph_of("Cell", runs));
            }
            table += "</w:tr>";
        }
        // Two tables without a paragraph between them are one.
        self.body += &(table + "</w:tbl><w:p/>");
    }

    /// The file. `title` and `author` stand in its properties.
    ///
    /// # Errors
    /// If it grows beyond what its format holds.
    pub(super) fn bytes(self, title: &str, author: &str, lang: &str) -> Result<Vec<u8>, Refusal> {
        let notes: String =
            self.notes.iter().zip(2..).map(|(words, number)| note(number, words)).collect();
        let mut links = String::new();
        for number in 1..=self.pictures.len() {
            links +=
                &relationship(&format!("picture{number}"), "image", &format!("media/{number}.png"));
        }
        let mut files: Vec<(String, Vec<u8>)> = [
            ("[Content_Types].xml", CONTENT_TYPES.to_string()),
            ("_rels/.rels", relationships(&[
                relationship("document", "officeDocument", "word/document.xml"),
                "<Relationship Id=\"properties\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>".to_string(),
            ].concat())),
            ("docProps/core.xml", format!(
                "{XML}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
                 xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>\
                 <dc:language>{lang}</dc:language></cp:coreProperties>", words_in(title), words_in(author))),
            ("word/document.xml", format!(
                "{XML}<w:document {NAMESPACES}><w:body>{}<w:sectPr>\
                 <w:footerReference w:type=\"default\" r:id=\"footer\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
                 <w:pgMar w:top=\"1418\" w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/>\
                 </w:sectPr></w:body></w:document>", self.body)),
            ("word/styles.xml", styles(lang)),
            ("word/footer.xml", FOOTER.replace("{XML}", XML).replace("{NAMESPACES}", NAMESPACES)),
            ("word/footnotes.xml", format!(
                "{XML}<w:footnotes {NAMESPACES}>\
                 <w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
                 <w:footnote w:type=\"continuationSeparator\" w:id=\"1\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>\
                 {notes}</w:footnotes>")),
            ("word/settings.xml", format!(
                "{XML}<w:settings {NAMESPACES}><w:footnotePr><w:footnote w:id=\"0\"/><w:footnote w:id=\"1\"/></w:footnotePr></w:settings>")),
            ("word/_rels/document.xml.rels", relationships(&[
                relationship("styles", "styles", "styles.xml"),
                relationship("settings", "settings", "settings.xml"),
                relationship("footnotes", "footnotes", "footnotes.xml"),
                relationship("footer", "footer", "footer.xml"),
                links,
            ].concat())),
        ]
        .into_iter()
        .map(|(path, text)| (path.to_string(), text.into_bytes()))
        .collect();
        for (png, number) in self.pictures.into_iter().zip(1..) {
            files.push((format!("word/media/{number}.png"), png));
        }
        archive(files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())))
            .map_err(|error| format!("简报打不成：{error}"))
    }
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";
const QUIET: &str = "<w:rPr><w:color w:val=\"595959\"/><w:sz w:val=\"19\"/></w:rPr>";

const CONTENT_TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>\
    <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
    <Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>\
    <Override PartName=\"/word/settings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml\"/>\
    <Override PartName=\"/word/footnotes.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml\"/>\
    <Override PartName=\"/word/footer.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>\
    <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
    </Types>";

/// The number of the page, in the middle.
const FOOTER: &str = "{XML}<w:ftr {NAMESPACES}><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>\
    <w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>";

/// The styles: text in a Song face, headings in a Hei face, as official documents are set (GB/T 9704).
fn styles(lang: &str) -> String {
    let style = |id: &str, name: &str, paragraph: &str, run: &str| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>\
             <w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        )
    };
    const HEI: &str = "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"黑体\"/>";
    let heading = |level: u8, size: u32, before: u32| {
        style(
            &format!("Heading{level}"),
            &format!("heading {level}"),
            &format!(
                "<w:keepNext/><w:spacing w:before=\"{before}\" w:after=\"120\"/><w:outlineLvl w:val=\"{}\"/>",
                level - 1
            ),
            &format!("{HEI}<w:sz w:val=\"{size}\"/>"),
        )
    };
    [
        XML,
        "<w:styles ",
        NAMESPACES,
        "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"宋体\"/>\
         <w:sz w:val=\"22\"/><w:lang w:val=\"en-US\" w:eastAsia=\"",
        lang,
        "\"/></w:rPr></w:rPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>\
         <w:pPr><w:spacing w:after=\"120\" w:line=\"360\" w:lineRule=\"auto\"/></w:pPr></w:style>",
        &style("Title", "Title", "<w:jc w:val=\"center\"/><w:spacing w:before=\"240\" w:after=\"240\"/>", &format!("{HEI}<w:sz w:val=\"36\"/>")),
        &heading(1, 30, 360),
        &heading(2, 24, 240),
        &style("ListParagraph", "List Paragraph", "<w:spacing w:after=\"60\"/><w:ind w:left=\"420\" w:hanging=\"210\"/>", ""),
        &style("Cell", "Cell", "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"280\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"20\"/>"),
        &style("FootnoteText", "footnote text", "<w:spacing w:after=\"0\" w:line=\"260\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"18\"/>"),
        "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/>\
         <w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>\
         <w:style w:type=\"table\" w:styleId=\"Figures\"><w:name w:val=\"Figures\"/><w:tblPr><w:tblBorders>\
         <w:top w:val=\"single\" w:sz=\"8\" w:color=\"404040\"/><w:bottom w:val=\"single\" w:sz=\"8\" w:color=\"404040\"/>\
         <w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"BFBFBF\"/></w:tblBorders>\
         <w:tblCellMar><w:left w:w=\"60\" w:type=\"dxa\"/><w:right w:w=\"60\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style></w:styles>",
    ]
    .concat()
}

fn note(number: usize, words: &str) -> String {
    format!(
        "<w:footnote w:id=\"{number}\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr>\
         <w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>\
         <w:r><w:t xml:space=\"preserve\"> {}</w:t></w:r></w:p></w:footnote>",
        words_in(words)
    )
}

fn relationship(id: &str, kind: &str, target: &str) -> String {
    format!(
        "<Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/>"
    )
}

fn relationships(all: &str) -> String {
    format!(
        "{XML}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{all}</Relationships>"
    )
}

/// Words inside XML, on one line; characters that XML cannot hold are left out.
fn words_in(words: &str) -> String {
    let allowed = words.chars().filter(|ch| !ch.is_control() || *ch == '\n');
    escape(&allowed.map(|ch| if ch == '\n' { ' ' } else { ch }).collect::<String>()).to_string()
}
