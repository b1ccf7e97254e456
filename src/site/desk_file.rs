//! `desk.html`: the desk in one file, for a machine without network or a USB stick. It holds all that
//! the desk's page loads, and the data of this site.

use super::assets::{Sources, source_of};
use super::gzip::pack;
use super::head::head;
use super::inline::inline;
use super::template::{Holes, Template};
use super::{Article, Program, Refusal, SiteFile, guide};
use crate::model::Report;
use crate::route::Route;

/// The file, with the archive of the site's data in it.
///
/// # Errors
/// Says what cannot stand inside a page.
pub(super) async fn desk_file(
    template: &Template,
    program: &Program,
    report: &'static Report,
    data: &[u8],
) -> Result<SiteFile, Refusal> {
    let assets = template.assets();
    let scripts = [&program.single_file_script, &program.desk_program_script, &program.desk_script];
    let script = scripts.map(String::as_str).concat();
    let worker =
        [&program.desk_program_script, &program.desk_worker_script].map(String::as_str).concat();
    if script.contains("</script") || worker.contains("</script") {
        return Err("the desk's script cannot stand inside a page".to_string());
    }
    let files = [
        ("desk-module", program.modules.desk.as_slice()),
        ("pdf-module", &program.modules.pdf),
        ("program-file", &assets.program.bytes),
        ("data-file", data),
    ];
    let inside: String = files.iter().map(|(id, bytes)| inline(id, &pack(bytes))).collect();
    let style = format!(
        "{}{}",
        assets.style(),
        std::str::from_utf8(&assets.desk_style.bytes).unwrap_or_default()
    );
    let article = guide::guide(report, &Route::Desk, "", &[]);
    let article = Article::of(report, &Route::Desk, article);
    let Sources { script: preview_script, style: preview_style } = template.preview();
    let holes = Holes {
        attributes: String::new(),
        policy: format!(
            "default-src 'none'; script-src {} {preview_script} blob: 'wasm-unsafe-eval' 'unsafe-eval'; style-src {} {preview_style}; \
             img-src data: blob:; worker-src blob:; frame-src blob:; base-uri 'none'; form-action 'none'",
            source_of(&script),
            source_of(&style),
        ),
        head: format!("<style>{style}</style>\n{}", head(report, &Route::Desk, &article)),
        before: String::new(),
        body: format!(
            "<div class=\"page\"><main id=\"main\" tabindex=\"-1\">{}</main></div>",
            article.html
        ),
        after: format!(
            "{inside}<script type=\"text/plain\" id=\"worker-script\">{worker}</script>\n\
             <script id=\"program\" data-desk=\"desk-module\" data-pdf=\"pdf-module\" \
             data-program=\"program-file\" data-data=\"data-file\" data-worker=\"worker-script\">{script}</script>"
        ),
    };
    Ok(("desk.html".to_string(), template.filled(&holes)?.into_bytes()))
}
