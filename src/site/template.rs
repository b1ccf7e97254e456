//! The frame of every page: `index.html` with its holes filled. What the same file tells Trunk is left
//! out.

use super::DATA;
use super::assets::{Asset, Assets, Sources, source_of};
use super::hole::fill;
use super::shape::shape;
use crate::markup::escape;
use crate::model::{Editions, Report};
use crate::palette;
use crate::route::Route;
use crate::words::WORDS;

/// What stands in the holes of one page.
#[derive(Default)]
pub(super) struct Holes {
    /// Attributes of `<html>`, each with a space before it.
    pub attributes: String,
    /// Content-Security-Policy.
    pub policy: String,
    /// The end of `<head>`.
    pub head: String,
    /// What stands before the page: what is shown without a program.
    pub before: String,
    /// The inside of `<div id="app">`.
    pub body: String,
    /// What stands behind the page.
    pub after: String,
}

/// `index.html`, and what is the same in the holes of all pages.
pub struct Template {
    html: String,
    assets: Assets,
    /// What the policy of the single file calls its scripts and its style.
    preview: Sources,
}

impl Template {
    /// The template, once it is sure that it has all its holes and no other.
    ///
    /// # Errors
    /// Says which hole is unknown, missing or there twice.
    pub fn new(html: &str, assets: Assets, preview: Sources) -> Result<Self, String> {
        let is_ours = |line: &&str| !line.contains("data-trunk");
        let html = html.lines().filter(is_ours).collect::<Vec<_>>().join("\n");
        let template = Self { html, assets, preview };
        template.filled(&Holes::default())?;
        Ok(template)
    }

    /// What the policy of the single file calls its scripts and its style.
    pub(super) fn preview(&self) -> &Sources {
        &self.preview
    }

    /// The program's files.
    pub fn assets(&self) -> &Assets {
        &self.assets
    }

    /// The page with its holes filled.
    ///
    /// # Errors
    /// Says which hole is unknown, missing or there twice.
    pub(super) fn filled(&self, holes: &Holes) -> Result<String, String> {
        let once = [
            ("attributes", holes.attributes.as_str()),
            ("policy", &holes.policy),
            ("head", &holes.head),
            ("before", &holes.before),
            ("body", &holes.body),
            ("after", &holes.after),
        ];
        let anywhere = [("paper", palette::LIGHT.paper), ("dark-paper", palette::DARK.paper)];
        for (name, _) in once {
            if self.html.matches(&format!("{{{{{name}}}}}")).count() != 1 {
                return Err(format!("the template has no single {{{{{name}}}}}"));
            }
        }
        let values = once.into_iter().chain(anywhere);
        fill(&self.html, |hole| {
            values.clone().find(|(name, _)| *name == hole).map(|(_, value)| value.to_string())
        })
        .map_err(|name| format!("the template has an unknown hole: {name}"))
    }

    /// A page of the site.
    pub(super) fn page(
        &self,
        report: &Report,
        route: &Route,
        editions: &Editions,
        head: &str,
        body: String,
    ) -> String {
        let root = route.root();
        let kind = Kind::of(report, route);
        let half_style = matches!(route, Route::Report(_));
        let style = if half_style { &self.assets.first_style } else { self.assets.style() };
        // Shown at any depth, the page for unknown addresses has a base of its own.
        let first_script = match kind {
            Kind::NotFound(_) => String::new(),
            Kind::Program => format!(
                "<script data-search=\"{root}{}\">{}</script>",
                self.assets.search.name, self.assets.first_script
            ),
            _ => format!("<script>{}</script>", self.assets.head_script),
        };
        let base = match kind {
            // Links in a frame lead out of it.
            Kind::View => "<base target=\"_blank\">".to_string(),
            // It cannot know the way up.
            Kind::NotFound(path) => format!("<base href=\"{}\">", escape(path)),
            _ => String::new(),
        };
        let mut attributes = match kind {
            Kind::Program => page_attributes(route, editions, &body),
            Kind::View => String::new(),
            _ => " class=\"static\"".to_string(),
        };
        if half_style {
            attributes += " data-half-style";
        }
        let before = match kind {
            // What its address asks for is there before it is shown, so that no dark view flashes. A
            // frame without an origin of its own could not check the script's integrity.
            Kind::View => format!(
                "<script src=\"{root}{}\" data-style=\"{}\"></script>",
                self.assets.frame.name, self.assets.style.name
            ),
            Kind::Program => ALIVE.to_string(),
            _ => notice(),
        };
        // Asked for before the style, whose bytes come with the page; it runs when all is there.
        let program = match kind {
            Kind::Program => self.program(&root, editions),
            _ => String::new(),
        };
        let after = match kind {
            Kind::Guide => script(&self.assets.guide, &root, ""),
            Kind::Desk => self.desk(&root),
            _ => String::new(),
        };
        let policy = match kind {
            Kind::Desk => self.widest_policy(),
            Kind::NotFound(_) => self.policy_of("", "", "", "'self'"),
            _ => self.policy(),
        };
        let desk_style = match kind {
            Kind::Desk => {
                format!("<link rel=\"stylesheet\" href=\"{root}{}\">", self.assets.desk_style.name)
            }
            _ => String::new(),
        };
        let holes = Holes {
            attributes,
            policy,
            head: format!(
                "{first_script}{program}<style>{style}</style>\n{desk_style}{base}{head}"
            ),
            before,
            body,
            after,
        };
        // `Template::new` has seen that the holes are these.
        self.filled(&holes).unwrap_or_default()
    }

    /// The policy of every page, as a header would have it. The style sheet is part of the page: fetching
    /// it would keep the text waiting for a round trip.
    fn policy(&self) -> String {
        self.policy_of("", "", "", "'none'")
    }

    /// What every page asks for, as a host's header may have it: the desk shows the single file of a report in
    /// a frame, whose address is a blob, and the page for unknown addresses has a base of its own.
    pub(super) fn widest_policy(&self) -> String {
        let Sources { script, style } = &self.preview;
        self.policy_of(&format!(" {script}"), &format!(" {style}"), " blob:", "'self'")
    }

    fn policy_of(&self, script: &str, style: &str, frame: &str, base: &str) -> String {
        format!(
            "default-src 'none'; script-src 'self' {}{script} 'wasm-unsafe-eval' 'unsafe-eval'; style-src 'self' {}{style}; \
             img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
             frame-src 'self'{frame}; base-uri {base}; form-action 'self'",
            [&self.assets.head_script, &self.assets.first_script]
                .map(|script| source_of(script))
                .join(" "),
            self.assets.style_source(),
        )
    }

    /// The script that starts the desk, and the names of what it loads.
    fn desk(&self, root: &str) -> String {
        let Assets {
            desk_script, desk_worker_script, desk_program_script, desk, pdf, program, ..
        } = &self.assets;
        let names = format!(
            " id=\"program\" data-desk=\"{}\" data-script=\"{}\" data-worker=\"{}\" data-pdf=\"{}\" \
             data-program=\"{}\" data-data=\"{DATA}\"",
            desk.name, desk_program_script.name, desk_worker_script.name, pdf.name, program.name
        );
        script(desk_script, root, &names)
    }

    /// The script that starts the page, and the names of what it loads.
    fn program(&self, root: &str, editions: &Editions) -> String {
        let Assets { style, rest_style, frame, search, archive, page, page_script, start, .. } =
            &self.assets;
        let archive = match editions.has_others() {
            true => [" data-archive=\"", &archive.name, "\""].concat(),
            false => String::new(),
        };
        let names = format!(
            " id=\"program\" data-search=\"{}\" data-page=\"{}\" data-script=\"{}\" data-style=\"{}\" \
             data-rest-style=\"{}\" data-frame=\"{}\"{archive}",
            search.name, page.name, page_script.name, style.name, rest_style.name, frame.name
        );
        script(start, root, &names)
    }
}

/// What a page needs besides its HTML.
#[derive(Clone, Copy)]
enum Kind<'a> {
    /// It is taken over by the program.
    Program,
    /// A view for frames without one.
    View,
    /// The embed guide, which has a script of its own.
    Guide,
    /// The desk, whose program draws it.
    Desk,
    /// The page for unknown addresses, in a site at this path.
    NotFound(&'a str),
    /// Nothing.
    Plain,
}

impl<'a> Kind<'a> {
    fn of(report: &'a Report, route: &Route) -> Self {
        match route {
            Route::Embed(_, view) if !view.has_program() => Self::View,
            Route::EmbedGuide => Self::Guide,
            Route::Desk => Self::Desk,
            Route::NotFound => Self::NotFound(path_of(&report.site.address)),
            _ if route.has_program() => Self::Program,
            _ => Self::Plain,
        }
    }
}

/// The path in a whole address: `/fazhi/` of `https://example.gov.cn/fazhi/`.
fn path_of(address: &str) -> &str {
    let behind_scheme = address.find("://").map_or(0, |at| at + 3);
    address[behind_scheme..].find('/').map_or("/", |at| &address[behind_scheme + at..])
}

/// What the program reads from `<html>`.
fn page_attributes(route: &Route, editions: &Editions, body: &str) -> String {
    let Editions { home, years, has_places } = editions;
    let years: Vec<String> = years.iter().map(u16::to_string).collect();
    // The report of the home page lies in the program.
    let other = route.edition().filter(|edition| edition != home);
    let report = other.map_or_else(String::new, |edition| {
        format!(" data-report=\"{edition}/data/report.postcard\"")
    });
    let places = if *has_places { " data-places" } else { "" };
    format!(
        " data-route=\"{}\" data-home=\"{home}\" data-years=\"{}\"{places} data-shape=\"{}\" data-waiting=\"{}\"{report}",
        escape(&route.path()),
        years.join(" "),
        shape(body),
        WORDS.layout.waiting
    )
}

/// What the script sets, and no saved copy of the page keeps: a copy has all that the program made of
/// the page, but no program. It has a place on the page, since some copies leave out what has none.
pub(super) const ALIVE: &str = "<input id=\"alive\" type=\"checkbox\" class=\"visually-hidden\" disabled aria-hidden=\"true\">";

/// What a page says where no script runs.
fn notice() -> String {
    let words = WORDS.layout.unavailable;
    format!("<noscript><p class=\"page unavailable\">{words}</p></noscript>")
}

fn script(asset: &Asset, root: &str, attributes: &str) -> String {
    format!(
        "<script{attributes} defer src=\"{root}{}\" integrity=\"{}\"></script>",
        asset.name,
        asset.integrity()
    )
}
