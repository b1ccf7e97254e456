//! Charts as PNG: the same SVG that readers save, drawn with the fonts of the machine that builds.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use crate::site::Refusal;

/// Draws SVG; holds the fonts, which take a while to find.
pub struct Rasterizer {
    options: Options<'static>,
}

/// Families that have Chinese, the preferred first; a machine that builds needs one of them.
const FAMILIES: &[&str] = &[
    "PingFang SC",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
    "SimSun",
];

impl Rasterizer {
    /// A rasterizer with the system's fonts.
    ///
    /// # Errors
    /// If none of them has Chinese: pictures would come out without words.
    pub fn with_system_fonts() -> Result<Self, Refusal> {
        let mut fonts = fontdb::Database::new();
        fonts.load_system_fonts();
        let is_there = |family: &&&str| {
            fonts.faces().any(|face| face.families.iter().any(|(name, _)| name == **family))
        };
        let family =
            *FAMILIES.iter().find(is_there).ok_or("这台机器没有中文字体，图片会没有字\n    怎么办：安装一种，例如 apt-get install fonts-noto-cjk")?;
        fonts.set_sans_serif_family(family);
        // For machines without a Song face: rather another face than no words.
        fonts.set_serif_family(family);
        Ok(Self { options: Options { fontdb: Arc::new(fonts), ..Options::default() } })
    }

    /// The picture as PNG, `scale` pixels for each of its own.
    ///
    /// # Errors
    /// If the SVG cannot be read or has no size.
    pub fn png(&self, svg: &str, scale: u32) -> Result<Vec<u8>, Refusal> {
        let tree =
            Tree::from_str(svg, &self.options).map_err(|error| format!("图片画不成：{error}"))?;
        let size = tree.size().to_int_size().scale_by(scale as f32).ok_or("图片没有大小")?;
        let mut pixels = Pixmap::new(size.width(), size.height()).ok_or("图片太大")?;
        resvg::render(
            &tree,
            Transform::from_scale(scale as f32, scale as f32),
            &mut pixels.as_mut(),
        );
        pixels.encode_png().map_err(|error| format!("图片写不成：{error}"))
    }
}
