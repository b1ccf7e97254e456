//! Makes small files of every format for the tests.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;

/// An archive of these files.
pub(super) fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(*name, SimpleFileOptions::default()).expect("memory");
        archive.write_all(content.as_bytes()).expect("memory");
    }
    archive.finish().expect("memory").into_inner()
}

/// A Word document of that body, with more files beside it.
pub(super) fn word(body: &str, beside: &[(&str, &str)]) -> Vec<u8> {
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>{body}</w:body></w:document>"
    );
    let mut files = vec![("[Content_Types].xml", "<Types/>"), ("word/document.xml", &document)];
    files.extend(beside);
    archive(&files)
}

/// A paragraph with these properties.
pub(super) fn paragraph(properties: &str, words: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

/// Words at a place on a page, from its upper left corner, in points: left, base line, size.
pub(super) struct Placed<'words>(pub f64, pub f64, pub f64, pub &'words str);

/// How a PDF font says which characters its codes are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Font {
    /// A map from codes to characters.
    Mapped,
    /// The name of an encoding, no map, and no font file.
    Named,
}

/// A PDF file of A4 pages.
pub(super) fn pdf(pages: &[&[Placed<'_>]], font: Font) -> Vec<u8> {
    const HEIGHT: f64 = 842.0;
    let mut objects: Vec<String> = Vec::new();
    let kids: Vec<String> = (0..pages.len()).map(|at| format!("{} 0 R", 6 + at * 2)).collect();
    objects.push("<< /Type /Catalog /Pages 2 0 R >>".to_string());
    objects.push(format!(
        "<< /Type /Pages /Kids [{}] /Count {} /MediaBox [0 0 595 842] >>",
        kids.join(" "),
        pages.len()
    ));
    let (encoding, map) = match font {
        Font::Mapped => ("Identity-H", " /ToUnicode 5 0 R"),
        Font::Named => ("UniGB-UCS2-H", ""),
    };
    objects.push(format!(
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /{encoding} /DescendantFonts [4 0 R]{map} >>"
    ));
    objects.push(
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 90 >> >>"
            .to_string(),
    );
    let mut used: Vec<u16> = pages
        .iter()
        .flat_map(|page| page.iter().flat_map(|placed| placed.3.encode_utf16()))
        .collect();
    used.sort_unstable();
    used.dedup();
    let blocks = used.chunks(100).map(|block| {
        let lines: Vec<String> =
            block.iter().map(|code| format!("<{code:04X}> <{code:04X}>")).collect();
        format!("{} beginbfchar\n{}\nendbfchar\n", block.len(), lines.join("\n"))
    });
    let map = format!(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n{}endcmap end end",
        blocks.collect::<String>()
    );
    objects.push(stream(&map));
    for (at, page) in pages.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents {} 0 R >>",
            7 + at * 2
        ));
        let shown = page.iter().map(|Placed(x, y, size, words)| {
            let codes: String = words.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
            format!("BT /F1 {size} Tf {x} {} Td <{codes}> Tj ET\n", HEIGHT - y)
        });
        objects.push(stream(&shown.collect::<String>()));
    }
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut offsets = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).bytes());
    }
    let start = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", offsets.len() + 1).bytes());
    for offset in &offsets {
        file.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    let size = offsets.len() + 1;
    file.extend(
        format!("trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").bytes(),
    );
    file
}

fn stream(content: &str) -> String {
    format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len())
}

/// An OFD file of one page, places in millimetres.
pub(super) fn ofd(page: &[Placed<'_>]) -> Vec<u8> {
    let objects = page.iter().map(|Placed(x, y, size, words)| {
        let steps = words.chars().count().saturating_sub(1);
        format!(
            "<ofd:TextObject ID=\"9\" Boundary=\"{x} {} 150 {size}\" Font=\"1\" Size=\"{size}\"><ofd:TextCode X=\"0\" Y=\"{size}\" DeltaX=\"g {steps} {size}\">{words}</ofd:TextCode></ofd:TextObject>",
            y - size
        )
    });
    let content = format!(
        "<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Content><ofd:Layer ID=\"2\">{}</ofd:Layer></ofd:Content></ofd:Page>",
        objects.collect::<String>()
    );
    archive(&[
        (
            "OFD.xml",
            "<ofd:OFD xmlns:ofd=\"o\"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        ),
        (
            "Doc_0/Document.xml",
            "<ofd:Document xmlns:ofd=\"o\"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages></ofd:Document>",
        ),
        ("Doc_0/Pages/Page_0/Content.xml", &content),
    ])
}
