//! What lets a reader come back without network, and put the site among their apps: the service
//! worker with its list of files, the web app manifest, and the icon.

use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::SiteFile;
use super::assets::Assets;
use crate::model::{Edition, Report};
use crate::palette;
use crate::route::Route;
use crate::words::{Offline, WORDS};

/// The site's hue and paper.
const ACCENT: &str = palette::LIGHT.accent;
const PAPER: &str = palette::LIGHT.paper;

/// Worker, manifest and icon of the whole `site`, whose newest report is `report`.
pub fn files(report: &Report, script: &str, assets: &Assets, site: &[SiteFile]) -> Vec<SiteFile> {
    vec![
        ("sw.js".to_string(), worker(report, script, assets, site).into_bytes()),
        ("manifest.webmanifest".to_string(), manifest(report).into_bytes()),
        ("icon.svg".to_string(), icon().into_bytes()),
    ]
}

/// The pages that every reader is given for later.
fn pages(edition: Edition) -> [Route; 7] {
    [
        Route::Home,
        Route::Overview(edition),
        Route::Report(edition),
        Route::Figures(edition),
        Route::Charts(edition),
        Route::Search(edition),
        Route::About,
    ]
}

fn worker(report: &Report, script: &str, assets: &Assets, site: &[SiteFile]) -> String {
    let program = assets.of_program().into_iter().map(|asset| asset.name.clone());
    let files: Vec<String> =
        program.chain(pages(report.edition()).iter().map(Route::path)).collect();
    format!(
        "const VERSION={},FILES={},OFFLINE={};\n{}\n",
        json!(version(assets, &files, site)),
        json!(files),
        json!(offline_page(report, assets)),
        script
    )
}

/// Names a version by what is in it: the program, the pages given to everyone, and every year's
/// data.
fn version(assets: &Assets, files: &[String], site: &[SiteFile]) -> String {
    let mut digest = Sha256::new();
    assets.of_program().iter().for_each(|asset| digest.update(&asset.name));
    for (path, bytes) in site {
        let address = path.strip_suffix("index.html").unwrap_or(path);
        if files.iter().any(|file| file == address) || path.ends_with("/report.postcard") {
            digest.update(Sha256::digest(path));
            digest.update(Sha256::digest(bytes));
        }
    }
    digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// What stands in for a page that was never read here. The worker puts the site's address before
/// its links.
fn offline_page(report: &Report, assets: &Assets) -> String {
    let Offline { title, why, .. } = WORDS.offline;
    let lang = WORDS.lang;
    let link =
        |route: Route, words: &str| format!("<li><a href=\"./{}\">{words}</a></li>", route.path());
    format!(
        "<!DOCTYPE html><html lang=\"{lang}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{title}</title><link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"./{}\"></head>\
         <body><div class=\"page\"><main><h1>{title}</h1><p>{why}</p>\
         <p>{}</p><ul class=\"rows\">{}{}{}{}</ul></main></div></body></html>",
        assets.style.name,
        (WORDS.offline.available)(report.year),
        link(Route::Overview(report.edition()), WORDS.pages.overview),
        link(Route::Report(report.edition()), WORDS.pages.report),
        link(Route::Figures(report.edition()), WORDS.pages.figures),
        link(Route::Charts(report.edition()), WORDS.pages.charts),
    )
}

fn manifest(report: &Report) -> String {
    let manifest = json!({
        "name": (WORDS.pages.site)(&report.site.place),
        "short_name": WORDS.pages.site_short,
        "lang": WORDS.lang,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "theme_color": ACCENT,
        "background_color": PAPER,
        "icons": [{"src": "icon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any maskable"}],
    });
    format!("{manifest:#}\n")
}

/// Four bars, inside the circle that a launcher may cut out.
fn icon() -> String {
    let bars: String = [(136, 130), (204, 190), (272, 160), (340, 230)]
        .map(|(left, height)| {
            format!("<rect x=\"{left}\" y=\"{}\" width=\"44\" height=\"{height}\"/>", 371 - height)
        })
        .concat();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 512 512\"><rect width=\"512\" height=\"512\" fill=\"{ACCENT}\"/>\
         <g fill=\"{PAPER}\">{bars}</g></svg>\n"
    )
}
