//! The frame of a page's HTML: Trunk's `index.html` with the policy, the style sheet and the program put into it.

use crate::app::WORDS;
use crate::publish::assets::{Assets, part_names};
use crate::route::Route;

use super::escape;

/// The template with its two holes: the end of `<head>`, and the inside of `<div id="app">`.
pub struct Template {
    head: String,
    before_app: String,
    after_app: String,
    program: String,
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
        let (before, after) = rest.split_once(hole).ok_or("the template has no <div id=\"app\">")?;
        // The style sheet is part of the page: fetching it would keep the text waiting for a round trip.
        let head = head.replace("style-src 'self'", &format!("style-src 'self' {}", assets.style_source()));
        let policy = head
            .split_once("Content-Security-Policy\" content=\"")
            .and_then(|(_, policy)| Some(policy.split_once('"')?.0.to_string()))
            .ok_or("the template has no Content-Security-Policy")?;
        Ok(Self {
            head: format!("{}\n<style>{}</style>\n", head.trim_end(), assets.style()),
            before_app: format!("</head>{before}<noscript><p class=\"page unavailable\">{}</p></noscript>\n{hole}", WORDS.unavailable),
            after_app: after.to_string(),
            program: program(assets),
            policy,
        })
    }

    /// The policy of every page, as a header would have it.
    pub fn policy(&self) -> &str {
        &self.policy
    }

    /// A page: the template with relative addresses going up to `root`, more in the head, and the page's HTML.
    pub(super) fn fill(&self, route: &Route, years: &str, head: &str, body: &str) -> String {
        if !route.has_program() {
            return self.fill_static(head, body);
        }
        let root = route.root();
        let up = |html: &str| html.replace("=\"./", &format!("=\"{root}"));
        let html = format!("<html data-route=\"{}\" data-years=\"{years}\"", escape(&route.path()));
        let program = if matches!(route, Route::Report(_)) { self.program.replace(WHOLE, "") } else { self.program.clone() };
        let start = self.head.replacen("<html", &html, 1);
        format!("{start}{}{head}{}{body}{}", up(&program), up(&self.before_app), up(&self.after_app))
    }

    /// A page that asks nothing of the program. One shown at any depth cannot know the way up: its links lead to the
    /// site's own path.
    fn fill_static(&self, head: &str, body: &str) -> String {
        format!("{}{head}{}{body}{}", self.head, self.before_app, self.after_app).replace("=\"./", &format!("=\"{}", super::SITE_PATH))
    }
}

/// Marks a page that begins with the whole program.
const WHOLE: &str = " data-whole";

/// The program's files; `src/app/start.js` reads them.
fn program(assets: &Assets) -> String {
    let href = |at: usize| format!("./{}", assets.parts[at].name);
    let later: String = part_names().enumerate().skip(1).map(|(at, name)| format!(" data-{name}=\"{}\"", href(at))).collect();
    format!(
        "<link id=\"program\" rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"{}\"{later} data-style=\"./{}\"{WHOLE}>\n\
         <script defer src=\"./{}\" integrity=\"{}\"></script>\n",
        href(0),
        assets.style.name,
        assets.script.name,
        assets.script.integrity()
    )
}
