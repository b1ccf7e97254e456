//! What every page uses: style, scripts and programs, each named by its own content, so
//! that hosts may keep them for good and no version is ever mixed with another.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest as _, Sha256, Sha384};

use super::hole::fill;
use crate::embed_code::{EXPLORER_HEIGHT, FRAME_HEIGHTS, LEAST_EXPLORER_HEIGHT};
use crate::palette;

use super::{Program, SiteFile};

/// The style sheet, as it is written: what a first view of the report needs, and the rest.
const FIRST_STYLE: &str = include_str!("../app/style.css");
const REST_STYLE: &str = include_str!("../app/style-rest.css");

/// Scripts that need no program.
const FRAME: &str = include_str!("../app/frame.js");
const GUIDE: &str = include_str!("../app/guide.js");
/// The style of the desk, which comes with nothing else.
const DESK_STYLE: &str = include_str!("../app/desk.css");

/// What the names of files begin with that only the desk loads.
const OF_DESK: [&str; 4] = ["desk-", "desk/", "pdf-", "program-"];

/// Whether only the desk loads the file of this path.
pub(super) fn is_of_desk(path: &str) -> bool {
    OF_DESK.iter().any(|start| path.starts_with(start))
}

/// A file named by what is in it.
pub struct Asset {
    /// `page-0123456789abcdef.js`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Asset {
    /// A file whose name begins and ends so.
    pub fn of(stem: &str, extension: &str, bytes: Vec<u8>) -> Self {
        let digest = Sha256::digest(&bytes);
        let hash: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Self { name: format!("{stem}-{hash}.{extension}"), bytes }
    }

    /// The value of an `integrity` attribute.
    pub fn integrity(&self) -> String {
        format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(&self.bytes)))
    }
}

/// The files that pages name.
pub struct Assets {
    /// The style sheet; pages carry it inside, and fetch it only where a host's policy refuses that.
    pub style: Asset,
    /// The half of it that the report's own page carries.
    pub first_style: String,
    /// The other half, which comes there with the page program.
    pub rest_style: Asset,
    /// The script in the head of every page.
    pub head_script: String,
    /// The same on pages that are taken over, where it asks for the search program, too: one script
    /// keeps the first view waiting for less than two.
    pub first_script: String,
    /// The script that starts the page.
    pub start: Asset,
    /// The script of pages in frames.
    pub frame: Asset,
    /// The script of the embed guide.
    pub guide: Asset,
    /// The search program, with the newest report in it.
    pub search: Asset,
    /// The archive program.
    pub archive: Asset,
    /// The script of the page program.
    pub page_script: Asset,
    /// The page program.
    pub page: Asset,
    /// The style of the desk.
    pub desk_style: Asset,
    /// The script that starts the desk.
    pub desk_script: Asset,
    /// The script of its worker.
    pub desk_worker_script: Asset,
    /// The script of the desk program.
    pub desk_program_script: Asset,
    /// The desk program.
    pub desk: Asset,
    /// The program that reads PDF files.
    pub pdf: Asset,
    /// All of [`Program`] as bytes: what the desk makes other sites of.
    pub program: Asset,
}

impl Assets {
    /// Names the files of the program.
    pub fn of(program: &Program, page: Vec<u8>, search: Vec<u8>) -> Self {
        let script = |stem: &str, text: &str| Asset::of(stem, "js", text.into());
        let head_script = program.head_script.trim_end();
        let (first_style, rest_style) = (style_sheet(FIRST_STYLE), style_sheet(REST_STYLE));
        Self {
            style: Asset::of("style", "css", format!("{first_style}\n{rest_style}").into_bytes()),
            first_style,
            rest_style: Asset::of("style-rest", "css", rest_style.into_bytes()),
            head_script: head_script.to_string(),
            first_script: [head_script, program.search_ahead_script.trim_end()].concat(),
            start: script("start", &program.start_script),
            frame: script("frame", &frame_script()),
            guide: script("guide", GUIDE),
            search: Asset::of("search", "wasm", search),
            archive: Asset::of("archive", "wasm", program.modules.archive.clone()),
            page_script: script("page", &program.page_script),
            page: Asset::of("page", "wasm", page),
            desk_style: Asset::of("desk", "css", style_sheet(DESK_STYLE).into_bytes()),
            desk_script: script("desk", &program.desk_script),
            desk_worker_script: script("desk-worker", &program.desk_worker_script),
            desk_program_script: script("desk-program", &program.desk_program_script),
            desk: Asset::of("desk", "wasm", program.modules.desk.clone()),
            pdf: Asset::of("pdf", "wasm", program.modules.pdf.clone()),
            program: Asset::of("program", "postcard", program.file()),
        }
    }

    /// The style sheet's text.
    pub fn style(&self) -> &str {
        std::str::from_utf8(&self.style.bytes).unwrap_or_default()
    }

    /// What a policy calls the style sheet inside a page, whole or half.
    pub fn style_source(&self) -> String {
        format!("{} {}", source_of(self.style()), source_of(&self.first_style))
    }

    /// What a page that is taken over may ask for.
    pub fn of_program(&self) -> [&Asset; 6] {
        [&self.style, &self.rest_style, &self.start, &self.search, &self.page_script, &self.page]
    }

    /// What only the desk asks for.
    pub fn of_desk(&self) -> [&Asset; 7] {
        [
            &self.desk_style,
            &self.desk_script,
            &self.desk_worker_script,
            &self.desk_program_script,
            &self.desk,
            &self.pdf,
            &self.program,
        ]
    }

    /// All of them that are built as files at the site's root.
    pub fn files(&self) -> Vec<SiteFile> {
        let others = [&self.frame, &self.guide, &self.archive].into_iter().chain(self.of_desk());
        let all = self.of_program().into_iter().chain(others);
        all.filter(|asset| !asset.bytes.is_empty())
            .map(|asset| (asset.name.clone(), asset.bytes.clone()))
            .collect()
    }
}

/// What a policy calls the scripts and the styles inside a page.
pub struct Sources {
    /// The scripts.
    pub script: String,
    /// The styles.
    pub style: String,
}

/// What a policy calls an inline style or script of that text.
pub fn source_of(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// The script of frames with the heights that the explorer may be given.
fn frame_script() -> String {
    let filled = fill(FRAME, |name| match name {
        "lowest" => Some(LEAST_EXPLORER_HEIGHT.to_string()),
        "highest" => Some(FRAME_HEIGHTS.end().to_string()),
        "usual" => Some(EXPLORER_HEIGHT.to_string()),
        _ => None,
    });
    filled.unwrap_or_default()
}

/// A style sheet with its colours in it, squeezed.
fn style_sheet(style: &str) -> String {
    let filled = fill(style, |name| match name {
        "light" => Some(palette::LIGHT.properties()),
        "dark" => Some(palette::DARK.properties()),
        "contrast" => Some(palette::CONTRAST.properties()),
        "forced" => Some(palette::FORCED.properties()),
        _ => None,
    });
    squeeze(&filled.unwrap_or_default())
}

/// What may be left out around the signs of a style sheet that is written as ours is: one space
/// after `:`, `,` and `;`, one before `{`, and none of these in a string.
const LOOSE: [(&str, &str); 7] =
    [("\n", ""), (" {", "{"), ("{ ", "{"), (": ", ":"), (", ", ","), ("; ", ";"), (";}", "}")];

/// A style sheet without comments, indentation and needless spaces.
fn squeeze(style: &str) -> String {
    let mut plain = String::new();
    let mut rest = style;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    let lines = plain.lines().map(str::trim).collect::<Vec<_>>().join("\n");
    LOOSE.iter().fold(lines, |style, (loose, tight)| style.replace(loose, tight))
}
