//! `explorer.html`: the whole explorer of one year in one file, to hand on by USB stick or chat. It
//! holds the overview with the program inside, and below it the text, the figures and the charts
//! for readers without a program.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use super::SiteFile;
use super::assets::{Assets, part_names, source_of};
use crate::route::Route;

/// The script in front of the program's.
const SCRIPT: &str = include_str!("../app/single_file.js");

/// What the style sheet says in this file alone: the program's pages take the place of the plain
/// ones, and data files do not lie beside it.
const STYLE: &str = "
.ready #static, #static .tool, a[download], ul.downloads li { display: none; }
p.downloads:has(> a[download] + a[download]) { display: none; }
ul.downloads::after { content: '这是单个文件，不含数据文件；数据在网站上下载。'; }
#static section { margin-top: 3em; padding-top: 1em; border-top: 1px solid var(--line); }";

/// The pages it is made of.
pub fn routes(year: u16) -> [Route; 4] {
    [Route::Home, Route::Report(year), Route::Figures(year), Route::Charts(year)]
}

/// The file, out of the pages of [`routes`] in a site with this one year.
///
/// # Errors
/// Says which page is missing or is not as the template makes it.
pub fn single_file(year: u16, assets: &Assets, site: &[SiteFile]) -> Result<SiteFile, String> {
    let page = |route: &Route| {
        let path = format!("{}index.html", route.path());
        let (_, bytes) =
            site.iter().find(|(known, _)| *known == path).ok_or(format!("there is no {path}"))?;
        std::str::from_utf8(bytes).map_err(|error| format!("{path}: {error}"))
    };
    let (head, body) = split(page(&Route::Home)?, "</head>")?;
    let (body, end) = split(body, "</body>")?;
    let (body, _) = split(body, "<link id=\"program\"")?;
    let plain = [
        (Route::Report(year), "report"),
        (Route::Figures(year), "figures"),
        (Route::Charts(year), "charts"),
    ]
    .iter()
    .map(|(route, name)| {
        let main = between(page(route)?, "<main", "</main>")?;
        let (_, main) = split(main, ">")?;
        Ok(format!(
            "<section id=\"at-{name}\">{}</section>\n",
            with_own_ids(&with_links_inside(main, route), name)
        ))
    })
    .collect::<Result<String, String>>()?;
    let script = format!(
        "{SCRIPT}{}",
        std::str::from_utf8(&assets.script.bytes).map_err(|error| error.to_string())?
    );
    if script.contains("</script") {
        return Err("the page's script cannot stand inside a page".to_string());
    }
    let parts: String = part_names()
        .zip(&assets.parts)
        .map(|(name, part)| {
            format!(
                "<script type=\"text/plain\" id=\"part-{name}\">{}</script>\n",
                BASE64_STANDARD.encode(&part.bytes)
            )
        })
        .collect();
    let html = format!(
        "{}</head>{}<div id=\"static\" class=\"page\">\n{plain}</div>\n<link id=\"program\" data-whole>\n{parts}<script>{script}</script>\n</body>{end}",
        head_of(head, assets, &script)?,
        with_links_inside(body, &Route::Home)
    );
    Ok(("explorer.html".to_string(), html.into_bytes()))
}

/// The head of the overview, asking for nothing from outside.
fn head_of(head: &str, assets: &Assets, script: &str) -> Result<String, String> {
    let policy = between(head, "Content-Security-Policy\" content=\"", "\"")?;
    let style = format!("{}{STYLE}", assets.style());
    let own_policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval' 'unsafe-eval'; style-src {}; img-src data: blob:; base-uri 'none'; form-action 'none'",
        source_of(script),
        source_of(&style)
    );
    Ok(head
        .replacen("<html", "<html data-base=\"file:///\"", 1)
        .replacen(policy, &own_policy, 1)
        .replacen(
            &format!("<style>{}</style>", assets.style()),
            &format!("<style>{style}</style>"),
            1,
        ))
}

/// Links of the page `here` as links to places in this file; one to anywhere else is words. The
/// program puts its own in their place.
fn with_links_inside(html: &str, here: &Route) -> String {
    let mut pieces = html.split(" href=\"");
    let mut inside = pieces.next().unwrap_or_default().to_string();
    for piece in pieces {
        let (href, rest) = piece.split_once('"').unwrap_or((piece, ""));
        if let Some(anchor) = anchor(href, here) {
            inside += &format!(" href=\"#{anchor}\"");
        }
        inside += rest;
    }
    inside
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

/// The same HTML with ids that no other section has.
fn with_own_ids(html: &str, name: &str) -> String {
    html.replace(" id=\"", &format!(" id=\"{name}--"))
}

fn split<'a>(html: &'a str, mark: &str) -> Result<(&'a str, &'a str), String> {
    html.split_once(mark).ok_or_else(|| format!("a page has no {mark}"))
}

fn between<'a>(html: &'a str, from: &str, to: &str) -> Result<&'a str, String> {
    Ok(split(split(html, from)?.1, to)?.0)
}
