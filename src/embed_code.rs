//! The codes that webmasters paste into pages of their own to show a view of the explorer there: an
//! element, a frame with a script, a frame without. Each works on hosts that forbid what the one
//! before it needs.

use std::fmt::Write as _;
use std::ops::RangeInclusive;

use crate::model::Edition;
use crate::route::{Route, View};

/// What a frame may do besides showing itself: run its program, open links, download files.
const SANDBOX: &str = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox \
    allow-downloads allow-forms allow-top-navigation-by-user-activation";

/// The rights of the host page that a frame may use.
const ALLOW: &str = "clipboard-write; web-share; fullscreen";

/// Heights in pixels that a frame may ask its host for; others are ignored.
pub const FRAME_HEIGHTS: RangeInclusive<u32> = 40..=20_000;

/// Height of a frame in pixels where the webmaster chose none.
pub const DEFAULT_HEIGHT: u32 = 480;

/// Height of the whole explorer in pixels, which scrolls inside its frame.
pub const EXPLORER_HEIGHT: u32 = 720;

/// The least of it.
pub const LEAST_EXPLORER_HEIGHT: u32 = 200;

/// The script that gives every frame of ours the height it asks for. It stands before the frame, so
/// that no message comes too early. The frame is found by its window, and only messages from the
/// frame's own address count. `!important`, since old pages have style rules for all frames.
const RESIZE: &str = r#"
addEventListener("message", function (event) {
  var data = event.data, frames = document.getElementsByTagName("iframe"), i;
  if (!data || data.reportExplorer !== 1 || data.type !== "height" || !(data.height >= MIN && data.height <= MAX)) return;
  for (i = 0; i < frames.length; i++) {
    if (frames[i].contentWindow === event.source && frames[i].src.indexOf(event.origin + "/") === 0)
      frames[i].style.cssText = "all:initial!important;display:block!important;width:100%!important;height:" + Math.ceil(data.height) + "px!important";
  }
});
"#;

/// Colours of an embedded view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    /// As the reader's system has it.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Strong contrast.
    Contrast,
}

impl Scheme {
    /// The word for it in addresses and attributes.
    pub fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }
}

/// How the webmaster wants the view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Its colours.
    pub theme: Scheme,
    /// Large print.
    pub large: bool,
    /// Without buttons.
    pub plain: bool,
    /// With the table open.
    pub table: bool,
    /// With links to files.
    pub download: bool,
    /// Height in pixels until the frame reports its own; where the host strips scripts it stays.
    pub height: u32,
    /// Whether the host's `#…` opens the same place inside, and the other way round. Only the
    /// element can do that.
    pub hash: bool,
    /// Whether the host is notified of views, searches and exports.
    pub events: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            theme: Scheme::Auto,
            large: false,
            plain: false,
            table: false,
            download: true,
            height: DEFAULT_HEIGHT,
            hash: false,
            events: false,
        }
    }
}

impl Options {
    /// Names and values, of what differs from the default, that both the element and the frame's
    /// address take.
    fn pairs(&self) -> Vec<(&'static str, &'static str)> {
        let choices = [
            (self.theme != Scheme::Auto, ("theme", self.theme.word())),
            (self.large, ("large", "1")),
            (self.plain, ("plain", "1")),
            (self.table, ("table", "1")),
            (!self.download, ("download", "0")),
            (self.events, ("events", "1")),
        ];
        choices.into_iter().filter(|(chosen, _)| *chosen).map(|(_, pair)| pair).collect()
    }
}

/// The three codes for a view (`explorer`, `search`, `chart/<id>`, `figure/<id>`, `topic/<id>`) of
/// one year: the element with its loader, a frame that a few lines of script resize, and a frame of
/// fixed height without any script. `site` is the site's whole address, ending in `/`; `picture` is
/// an address from the site's root. The codes are plain ASCII, so that they work in pages of any
/// encoding (GBK).
///
/// The element's frame comes late where it is out of sight, and until then its link with the picture
/// stands there. Frames without a loader come at once: one that is out of sight would be printed as
/// a white box, and could not be led to.
pub fn codes(
    site: &str,
    edition: Edition,
    view: &str,
    options: &Options,
    title: &str,
    picture: Option<&str>,
) -> [String; 3] {
    let (base, name, words) = (escape_ascii(site), escape_ascii(view), escape_ascii(title));
    let page = format!(
        "{base}{}",
        escape_ascii(
            &View::parse(view).map_or(Route::Overview(edition), |view| view.page(edition)).path()
        )
    );

    let inside = match picture {
        Some(picture) => {
            format!("<img src=\"{base}{}\" alt=\"{words}\" width=\"100%\">", escape_ascii(picture))
        }
        None => words.clone(),
    };
    let mut element = format!(
        "<script src=\"{base}embed.js\" charset=\"utf-8\" async></script>\n<report-explorer view=\"{name}\" year=\"{edition}\" title=\"{words}\" height=\"{}\"",
        options.height
    );
    let host_side = options.hash.then_some(("hash", "1"));
    for (attribute, value) in options.pairs().into_iter().chain(host_side) {
        let _ = write!(element, " {attribute}=\"{value}\"");
    }
    let _ = write!(
        element,
        "><a href=\"{page}\" target=\"_blank\" rel=\"noopener\">{inside}</a></report-explorer>"
    );

    // The whole explorer scrolls inside; it has no height of its own.
    let whole = View::parse(view).is_some_and(|view| view.has_program());
    let fixed = whole.then(|| format!("height={}", options.height));
    let query: Vec<String> = fixed
        .into_iter()
        .chain(options.pairs().iter().map(|(name, value)| format!("{name}={value}")))
        .collect();
    let question = if query.is_empty() { "" } else { "?" };
    let frame = |style: &str| {
        format!(
            "<iframe src=\"{base}{edition}/embed/{name}/{question}{}\" title=\"{words}\" width=\"100%\" height=\"{}\" frameborder=\"0\"{style} \
             allow=\"{ALLOW}\" sandbox=\"{SANDBOX}\"><a href=\"{page}\">{words}</a></iframe>",
            query.join("&amp;"),
            options.height
        )
    };
    // Without script, its own style attribute protects the height from the host's rules for all
    // frames, from those that are `!important`, too.
    let style = format!(
        " style=\"all:initial!important;display:block!important;width:100%!important;height:{}px!important\"",
        options.height
    );
    let script = format!("<script>{}</script>\n", resize_script());
    [element, script + &frame(""), frame(&style)]
}

/// The script of the second code, [`RESIZE`] with the heights that it allows; a host's policy may
/// name it by its hash.
pub fn resize_script() -> String {
    RESIZE
        .replace("MIN", &FRAME_HEIGHTS.start().to_string())
        .replace("MAX", &FRAME_HEIGHTS.end().to_string())
}

/// The text as it may stand in HTML of any encoding: all but plain ASCII as numbers.
fn escape_ascii(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for ch in text.chars() {
        if matches!(ch, '&' | '<' | '>' | '"' | '\'') || !(' '..='~').contains(&ch) {
            let _ = write!(escaped, "&#{};", u32::from(ch));
        } else {
            escaped.push(ch);
        }
    }
    escaped
}
