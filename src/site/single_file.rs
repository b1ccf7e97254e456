//! `explorer.html`: the whole explorer of one year in one file, to hand on by USB stick or chat. It
//! holds the overview with the program inside, and below it the text, the figures and the charts for
//! readers without a program.

use std::borrow::Cow;

use lol_html::{ElementContentHandlers, RewriteStrSettings, Selector, element, rewrite_str};

use super::assets::{Assets, Sources, source_of};
use super::head::head;
use super::inline::inline;
use super::lzma;
use super::shape::shape;
use super::template::{ALIVE, Holes, Template};
use super::{Article, Program, Refusal, SiteFile, body, main_part};
use crate::archive;
use crate::model::{Editions, Report};
use crate::route::Route;
use crate::words::WORDS;

/// What the style sheet says in this file alone: the program's pages take the place of the plain
/// ones, and data files do not lie beside it, which `NO_FILES` says.
const STYLE: &str = "
.ready #static, .own-site, a[download], ul.downloads li { display: none; }
#static svg.narrow { display: block; }
p.downloads:has(> a[download] + a[download]) { display: none; }
ul.downloads::after { content: 'NO_FILES'; }
#static section { margin-top: 3em; padding-top: 1em; border-top: 1px solid var(--line); }";

/// The file for a report, the only one in it.
///
/// # Errors
/// Says what cannot stand inside a page.
pub(super) async fn single_file(
    template: &Template,
    program: &Program,
    report: &'static Report,
) -> Result<SiteFile, Refusal> {
    let (edition, assets) = (report.edition(), template.assets());
    let home = body(report, &Editions::only(edition), &Route::Home, String::new()).await;
    let shape = shape(&home);
    let mut plain = String::new();
    for (route, name) in [
        (Route::Report(edition), "report"),
        (Route::Figures(edition), "figures"),
        (Route::Charts(edition), "charts"),
    ] {
        let part = main_part(report, &route).await;
        let part = rewritten(&without_tools(&part)?, links_inside(&route, Some(name)))?;
        plain += &format!("<section id=\"at-{name}\">{part}</section>\n");
    }
    let home = rewritten(&home, links_inside(&Route::Home, None))?;
    let script = script(program);
    if script.contains("</script") {
        return Err("the page's script cannot stand inside a page".to_string());
    }
    let data = inline("report-data", &lzma::pack(&archive::write(report)));
    let programs = inline("programs", &program.packed.programs);
    let style = style(assets);
    let Sources { script: script_sources, style: style_source } = template.preview();
    let holes = Holes {
        attributes: format!(
            " data-base=\"file:///\" data-whole data-route=\"\" data-home=\"{edition}\" data-years=\"{}\" \
             data-shape=\"{shape}\" data-report=\"report-data\"",
            edition.year
        ),
        policy: format!(
            "default-src 'none'; script-src {script_sources} 'wasm-unsafe-eval' 'unsafe-eval'; style-src {style_source}; \
             img-src data: blob:; base-uri 'none'; form-action 'none'"
        ),
        head: format!(
            "<style>{style}</style>\n{}",
            head(report, &Route::Home, &Article::of(report, &Route::Home, String::new()))
        ),
        before: ALIVE.to_string(),
        body: home,
        after: format!(
            "<div id=\"static\" class=\"page\">\n{plain}</div>\n{data}{programs}\
             <script id=\"program\" data-search=\"search-program\" data-page=\"page-program\">{script}</script>"
        ),
    };
    Ok(("explorer.html".to_string(), template.filled(&holes)?.into_bytes()))
}

/// What the policy of the file calls its script, the scripts that this one unpacks, and its style: the same for every
/// report.
pub(super) fn sources(program: &Program, assets: &Assets) -> Sources {
    let scripts = [script(program), program.scripts()];
    Sources {
        script: scripts.map(|script| source_of(&script)).join(" "),
        style: source_of(&style(assets)),
    }
}

fn script(program: &Program) -> String {
    [program.single_file_script.as_str(), &program.unpack_script].concat()
}

fn style(assets: &Assets) -> String {
    assets.style().to_string() + &STYLE.replace("NO_FILES", WORDS.files.not_in_single_file)
}

/// What changes the elements that a selector finds.
type Handlers<'a> = Vec<(Cow<'a, Selector>, ElementContentHandlers<'a>)>;

fn rewritten(html: &str, element_content_handlers: Handlers<'_>) -> Result<String, Refusal> {
    let settings = RewriteStrSettings { element_content_handlers, ..Default::default() };
    rewrite_str(html, settings).map_err(|error| format!("explorer.html: {error}"))
}

/// What a reader without a program has no use for: what a program answers, the second drawing of a chart, the ground
/// of a mark that is pointed at, and links from a chart to itself.
const TOOLS: &str = ".tool, svg.chart.wide, svg .ground, .chart-card .more";

/// What is told apart by style alone where there is room for it, and terms, which without their cards are words
/// like others.
const PLAIN_WORDS: &str = "a.term, td .quantity, td .digits, td .unit";

/// A page's part for readers without a program.
fn without_tools(html: &str) -> Result<String, Refusal> {
    let tools = element!(TOOLS, |tool| {
        tool.remove();
        Ok(())
    });
    let openers = element!("[data-open]", |opener| {
        opener.remove_attribute("data-open");
        Ok(())
    });
    let words = element!(PLAIN_WORDS, |words| {
        words.remove_and_keep_content();
        Ok(())
    });
    rewritten(html, vec![tools, openers, words])
}

/// Links of the page `here` lead to places in the file, and one to anywhere else is words; ids begin
/// with the name of their section, so that none is there twice. The program puts its own in their
/// place.
fn links_inside<'a>(here: &'a Route, section: Option<&'a str>) -> Handlers<'a> {
    let links = element!("[href]", move |link| {
        let href = link.get_attribute("href").unwrap_or_default();
        match anchor(&href.replace("&amp;", "&"), here) {
            Some(anchor) => link.set_attribute("href", &format!("#{anchor}"))?,
            None => link.remove_attribute("href"),
        }
        Ok(())
    });
    let ids = element!("[id]", move |named| {
        if let Some((section, id)) = section.zip(named.get_attribute("id")) {
            named.set_attribute("id", &format!("{section}--{id}"))?;
        }
        Ok(())
    });
    vec![links, ids]
}

/// The place in this file that shows what a link on the page `here` leads to.
fn anchor(href: &str, here: &Route) -> Option<String> {
    let (path, fragment) = href.split_once('#').unwrap_or((href, ""));
    let to = if path.is_empty() {
        here.clone()
    } else {
        Route::parse(path.strip_prefix(&here.root())?.split('?').next()?)
    };
    let at = |name: &str, id: &str| {
        if id.is_empty() { format!("at-{name}") } else { format!("{name}--{id}") }
    };
    match to {
        Route::Home if path.is_empty() => Some(fragment.to_string()),
        Route::Home | Route::Overview(_) => Some("app".to_string()),
        Route::Report(_) => Some(at("report", fragment)),
        Route::Figures(_) => Some(at("figures", fragment)),
        // A figure leads from the text to the table, and from the table to the text.
        Route::Figure(_, id) => Some(at(
            if matches!(here, Route::Figures(_)) { "report" } else { "figures" },
            &format!("f-{id}"),
        )),
        Route::Charts(_) => Some(at("charts", fragment)),
        Route::Chart(_, id) => Some(at("charts", &id)),
        _ => None,
    }
}
