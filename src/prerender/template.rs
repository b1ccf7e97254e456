//! The frame of a page's HTML: Trunk's `index.html` with the policy, the style sheet and the
//! program put into it.

use crate::app::WORDS;
use crate::markup::escape;
use crate::publish::assets::{Asset, Assets, part_names};
use crate::route::Route;

/// The template with its two holes: the end of `<head>`, and the inside of `<div id="app">`.
pub struct Template {
    head: String,
    before_app: String,
    after_app: String,
    style: String,
    first_style: String,
    program: String,
    /// The script of views for frames.
    frame: String,
    /// The script of the embed guide.
    guide: String,
    policy: String,
}

impl Template {
    /// Finds the holes in `index.html` and fills in what is the same on every page.
    ///
    /// # Errors
    /// Says which hole is not there.
    pub fn read(html: &str, assets: &Assets) -> Result<Self, String> {
        let (head, rest) = html.split_once("</head>").ok_or("the template has no </head>")?;
        let hole = r#"<div id="app">"#;
        let (before, after) =
            rest.split_once(hole).ok_or("the template has no <div id=\"app\">")?;
        // The style sheet is part of the page: fetching it would keep the text waiting for a round
        // trip.
        let head = head
            .replace("style-src 'self'", &format!("style-src 'self' {}", assets.style_source()));
        let policy = head
            .split_once("Content-Security-Policy\" content=\"")
            .and_then(|(_, policy)| Some(policy.split_once('"')?.0.to_string()))
            .ok_or("the template has no Content-Security-Policy")?;
        Ok(Self {
            head: format!("{}\n", head.trim_end()),
            style: format!("<style>{}</style>\n", assets.style()),
            first_style: format!("<style>{}</style>\n", assets.first_style),
            before_app: format!(
                "</head>{before}<noscript><p class=\"page unavailable\">{}</p></noscript>\n{hole}",
                WORDS.unavailable
            ),
            after_app: after.to_string(),
            program: program(assets),
            // A frame without an origin of its own could not check the script's integrity.
            frame: format!("<script src=\"./{}\"></script>\n", assets.frame.name),
            guide: script(&assets.guide, "defer "),
            policy,
        })
    }

    /// The policy of every page, as a header would have it.
    pub fn policy(&self) -> &str {
        &self.policy
    }

    /// A page: the template with relative addresses going up to the root, more in the head, and the
    /// page's HTML.
    pub(super) fn fill(&self, route: &Route, years: &str, head: &str, body: &str) -> String {
        let is_view = matches!(route, Route::Embed(_, view) if !view.has_program());
        let (attributes, style, program) = match route {
            Route::Report(_) => {
                (page_attributes(route, years), &self.first_style, self.program.replace(WHOLE, ""))
            }
            Route::EmbedGuide => (STATIC.to_string(), &self.style, self.guide.clone()),
            _ if is_view => (String::new(), &self.style, String::new()),
            _ if !route.has_program() => (STATIC.to_string(), &self.style, String::new()),
            _ => (page_attributes(route, years), &self.style, self.program.clone()),
        };
        let start = self.head.replacen("<html", &format!("<html{attributes}"), 1);
        // Links in a frame lead out of it. What its address asks for is there before it is shown,
        // so that no dark view flashes; of tools it says nothing, it has none.
        let (base, frame, before_app) = if is_view {
            ("<base target=\"_blank\">", self.frame.as_str(), without_notice(&self.before_app))
        } else {
            ("", "", self.before_app.clone())
        };
        // The program comes last: nothing keeps the text waiting.
        let after_app = self.after_app.replacen("</body>", &format!("{program}</body>"), 1);
        // Shown at any depth, the page for unknown addresses cannot know the way up: its links,
        // those in its body too, have the site's own path.
        let root =
            if *route == Route::NotFound { super::SITE_PATH.to_string() } else { route.root() };
        let up = |html: &str| html.replace("=\"./", &format!("=\"{root}"));
        let body = if *route == Route::NotFound { up(body) } else { body.to_string() };
        format!(
            "{}{style}{base}{head}{}{body}{}",
            up(&start),
            up(&format!("{frame}{before_app}")),
            up(&after_app)
        )
    }
}

/// What the program reads from `<html>`.
fn page_attributes(route: &Route, years: &str) -> String {
    format!(" data-route=\"{}\" data-years=\"{years}\"", escape(&route.path()))
}

/// Marks a page without program.
const STATIC: &str = " class=\"static\"";

fn without_notice(before_app: &str) -> String {
    match (before_app.split_once("<noscript>"), before_app.split_once("</noscript>")) {
        (Some((before, _)), Some((_, after))) => format!("{before}{after}"),
        _ => before_app.to_string(),
    }
}

/// Marks a page that begins with the whole program.
const WHOLE: &str = " data-whole";

/// The program's files; `src/app/start.js` reads them.
fn program(assets: &Assets) -> String {
    let href = |at: usize| format!("./{}", assets.parts[at].name);
    let later: String = part_names()
        .enumerate()
        .skip(1)
        .map(|(at, name)| format!(" data-{name}=\"{}\"", href(at)))
        .collect();
    format!(
        "<link id=\"program\" rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"{}\"{later} data-style=\"./{}\" \
         data-rest-style=\"./{}\" data-frame=\"./{}\"{WHOLE}>\n{}",
        href(0),
        assets.style.name,
        assets.rest_style.name,
        assets.frame.name,
        script(&assets.script, "defer ")
    )
}

fn script(asset: &Asset, when: &str) -> String {
    format!(
        "<script {when}src=\"./{}\" integrity=\"{}\"></script>\n",
        asset.name,
        asset.integrity()
    )
}
