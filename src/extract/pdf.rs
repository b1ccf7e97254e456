//! PDF files with a text layer: every character with its place, by way of an interpreter that draws
//! nothing. What a font says no character for is counted and noted; a scan is refused.

use encoding_rs::GB18030;
use hayro_interpret::font::{Glyph as FontGlyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::{Dict, Name};
use hayro_interpret::hayro_syntax::page::Page as PdfPage;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, SoftMask, TransformExt as _, interpret_page,
};

use super::layout::{self, Glyph, Page};
use super::writer::Writer;
use super::{Answer, broken, refuse};

/// Units of a font's design to one of its size.
const UNITS: f64 = 1000.0;

/// Takes a PDF file down.
pub(super) fn read(bytes: &[u8], writer: &mut Writer) -> Answer<()> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => refuse(
            "PDF 加了打开密码，读不了",
            "打开它，去掉密码后另存（或打印为 PDF）再试；也可以用 .docx 原件",
        ),
        LoadPdfError::Decryption(_) => refuse(
            "PDF 的加密方式不认识，读不了",
            "打开它，打印为新的 PDF 再试；也可以用 .docx 原件",
        ),
        LoadPdfError::Invalid => broken("PDF"),
    })?;
    let cache = InterpreterCache::new();
    let mut reader = Reader::default();
    let mut pages = Vec::new();
    for page in pdf.pages().iter() {
        let transform = page.initial_transform(true).to_kurbo();
        let (width, height) = page.render_dimensions();
        let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let settings = InterpreterSettings::default();
        let mut context = Context::new(transform, area, &cache, pdf.xref(), settings);
        reader.codes = Codes::of(page);
        reader.page.height = f64::from(height);
        interpret_page(page, &mut context, &mut reader);
        pages.push(std::mem::take(&mut reader.page));
    }
    let n_glyphs: usize = pages.iter().map(|page| page.glyphs.len()).sum();
    if n_glyphs == 0 && (reader.n_images > 0 || reader.n_unknown == 0) {
        return Err(refuse(
            "PDF 里只有图片，没有文字（扫描件）",
            "找有文字的原件（.docx 或由它导出的 PDF）；没有时先用文字识别（OCR），逐字核对后存为 .docx",
        ));
    }
    if reader.n_unknown > n_glyphs {
        return Err(refuse(
            "PDF 的字体没有写明每个字是什么，取出来会是乱码",
            "用 .docx 原件；或在 Word 里打开原件，重新导出 PDF",
        ));
    }
    if reader.n_unknown > 0 {
        writer.note(format!(
            "有 {} 个字的字体没有写明是什么字，没有取用；请对照原件",
            reader.n_unknown
        ));
    }
    layout::write(&pages, writer);
    Ok(())
}

/// Takes characters with their places where others would draw.
#[derive(Default)]
struct Reader {
    page: Page,
    codes: Codes,
    n_images: usize,
    n_unknown: usize,
}

impl Reader {
    fn glyph(&mut self, glyph: &FontGlyph<'_>, transform: Affine) {
        let Some(words) = self.words(glyph) else {
            self.n_unknown += 1;
            return;
        };
        let origin = transform * Point::ZERO;
        let length = |x: f64, y: f64| (transform * Point::new(x, y)).distance(origin);
        let advance = match glyph {
            FontGlyph::Outline(outline) => outline.advance_width(),
            FontGlyph::Type3(drawn) => drawn.advance_width(),
        };
        let width = advance.map_or(UNITS / 2.0, f64::from);
        let size = length(0.0, UNITS);
        let width = length(width, 0.0);
        self.page.glyphs.push(Glyph { words, x: origin.x, y: origin.y, width, size });
    }

    fn words(&self, glyph: &FontGlyph<'_>) -> Option<String> {
        let words = match glyph.as_unicode() {
            Some(BfString::Char(ch)) => ch.to_string(),
            Some(BfString::String(words)) => words,
            None => self.codes.character(glyph.char_code())?.to_string(),
        };
        (!words.contains(['\0', '\u{fffd}'])).then_some(words)
    }
}

/// What the codes of a page's fonts are, where a font itself does not say which characters they
/// stand for.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Codes {
    #[default]
    Unknown,
    Unicode,
    Chinese,
}

impl Codes {
    fn of(page: &PdfPage<'_>) -> Self {
        let fonts = &page.resources().fonts;
        let names = fonts.keys().filter_map(|name| fonts.get::<Dict<'_>>(name.as_str()));
        let silent = names.filter(|font| !font.contains_key("ToUnicode"));
        let encodings = silent.filter_map(|font| {
            font.get::<Name<'_>>("Encoding").map(|name| name.as_str().to_string())
        });
        let named = encodings.filter_map(|name| match name.as_str() {
            name if name.contains("UCS2") || name.contains("UTF16") => Some(Codes::Unicode),
            name if name.starts_with("GB") => Some(Codes::Chinese),
            _ => None,
        });
        named.last().unwrap_or_default()
    }

    fn character(self, code: u32) -> Option<char> {
        match self {
            Codes::Unknown => None,
            Codes::Unicode => char::from_u32(code),
            Codes::Chinese => {
                let bytes = code.to_be_bytes();
                let first = bytes.iter().position(|byte| *byte != 0)?;
                let (words, _, failed) = GB18030.decode(&bytes[first..]);
                words.chars().next().filter(|_| !failed)
            }
        }
    }
}

impl<'a> Device<'a> for Reader {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            self.glyph(glyph, props.transform * glyph.transform());
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.n_images += 1;
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
