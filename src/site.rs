//! The whole site: reports and the program in, every file with its path out. The tool reads the one and
//! writes the other; nothing here touches a disk, a clock or a network.
//!
//! ```text
//! reports ─┬─> the newest as bytes, put into the modules ───────┐
//!          │   scripts and style, named by their content ───────┴─> assets ─┐
//!          ├─> every route as HTML, in index.html with its holes filled <───┤
//!          ├─> downloads: text, tables, pictures, press kit                 │
//!          └─> explorer.html, the service worker  <─────────────────────────┘
//!              each file that gets smaller compressed beside itself,
//!              and last the deploy guide, which says how large all that is
//! ```
//!
//! It compiles for WebAssembly, too: the desk makes the same site in the browser.

pub mod assets;
mod briefing;
pub mod comparison_files;
#[cfg(feature = "tool")]
pub mod compress;
mod desk_file;
pub mod downloads;
mod guide;
mod gzip;
mod head;
mod hole;
pub mod inline;
pub mod lzma;
pub mod module;
pub mod offline;
pub mod press_kit;
mod program;
mod shape;
mod side_by_side;
mod single_file;
mod template;
mod uploads;
mod word_document;
pub mod workbook;

use yew::{AttrValue, LocalServerRenderer};

use crate::app::bare_page::{BarePage, BarePageProps};
use crate::app::frame_view::{FrameView, FrameViewProps};
use crate::app::{App, AppProps, ReportRef};
use crate::archive;
use crate::compare::Comparison;
use crate::model::{Edition, Editions, Report};
use crate::route::{Route, View};
use crate::search;
use assets::Assets;
use guide::guide;
pub use gzip::packed_programs;
use head::{head, sitemap};
pub use program::{Modules, Program};

pub use template::Template;

/// A file of the site: its path from the root, and its bytes.
pub type SiteFile = (String, Vec<u8>);

/// Why a file could not be made, in Chinese, for the terminal.
pub type Refusal = String;

/// Draws a picture of that many pixels for each of its own: SVG in, PNG out.
pub type Draw<'a> = &'a dyn Fn(&str, u32) -> Result<Vec<u8>, Refusal>;

/// The loader for other people's pages; its name is for good, since they have it in theirs.
const EMBED: &str = include_str!("app/embed.js");

/// The archive of the data that a site is made of, at its root: the desk opens it.
pub const DATA: &str = "data.zip";

/// Every picture that is drawn for the site of `reports`, in the order in which they are asked for.
pub fn pictures(reports: &[&'static Report]) -> Vec<downloads::Picture> {
    let compared = side_by_side::pictures(&side_by_side::comparisons(reports));
    let own = reports.iter().flat_map(|report| downloads::pictures(report));
    compared.into_iter().chain(own).map(|(_, picture)| picture).collect()
}

/// Every file of the site for `reports`, newest first, which were read from the archive `data`, and
/// what `compress` makes of them.
///
/// # Errors
/// The first file that cannot be made.
pub async fn site(
    program: &Program,
    reports: &[&'static Report],
    data: Vec<u8>,
    draw: Draw<'_>,
    compress: impl Fn(&[SiteFile]) -> Vec<SiteFile>,
) -> Result<Vec<SiteFile>, Refusal> {
    let Some(newest) = reports.first() else { return Ok(Vec::new()) };
    let template = template_of(program, newest)?;
    // Pages are rendered of what lives as long as the reports.
    let comparisons = side_by_side::comparisons(reports).leak();
    let mut files = compared_pages_and_data(&template, reports, comparisons).await;
    if reports.len() > 1 {
        files.extend(side_by_side::files(reports, comparisons)?);
        for (path, picture) in side_by_side::pictures(comparisons) {
            files.push((path, draw(&picture.svg, picture.scale)?));
        }
    }
    files.retain(|(path, _)| *path != file_of(&Route::Deploy));
    for report in reports {
        files.extend(
            downloads::drawn(report, draw)
                .map_err(|refusal| format!("{}：{refusal}", report.edition()))?,
        );
    }
    files.extend(offline::files(newest, &program.worker_script, template.assets(), &files));
    files.push(single_file::single_file(&template, program, newest).await?);
    if program.has_desk() {
        files.push(desk_file::desk_file(&template, program, newest, &data).await?);
    }
    files.push((DATA.to_string(), data));
    files.extend(template.assets().files());
    files.extend(compress(&files));
    let article = guide_of(&template, newest, &Route::Deploy, &files);
    let deploy =
        [page(&template, newest, &editions_of(reports), &Route::Deploy, Some(article)).await];
    files.extend(compress(&deploy));
    files.extend(deploy);
    match repeated_path(&files) {
        Some(path) => Err(format!(
            "{path}：两个文件要写到这一个地址\n    怎么办：给其中一个指标、图表或领域换一个编号或名称"
        )),
        None => Ok(files),
    }
}

/// `explorer.html` for one report.
///
/// # Errors
/// Says what cannot stand inside a page.
pub async fn explorer(program: &Program, report: &'static Report) -> Result<Vec<u8>, Refusal> {
    // Nothing lies beside it that would have to be named by its content.
    let scripts =
        Program { modules: Modules::default(), packed: Default::default(), ..program.clone() };
    let template = template_of(&scripts, report)?;
    single_file::single_file(&template, program, report).await.map(|(_, bytes)| bytes)
}

/// A path that two of the files have; disks that take upper and lower case as one are thought of.
pub fn repeated_path(files: &[SiteFile]) -> Option<&str> {
    let mut paths: Vec<(String, &str)> =
        files.iter().map(|(path, _)| (path.to_lowercase(), path.as_str())).collect();
    paths.sort_unstable();
    paths.windows(2).find(|pair| pair[0].0 == pair[1].0).map(|pair| pair[1].1)
}

fn editions_of(reports: &[&'static Report]) -> Vec<Edition> {
    reports.iter().map(|report| report.edition()).collect()
}

/// A report without what the search program neither looks through nor shows.
fn searched(report: &Report) -> Report {
    let mut report = report.clone();
    report.numbers.clear();
    report.exclusions.clear();
    report.derivations.clear();
    report.questions.clear();
    report.pictures.clear();
    for chart in &mut report.charts {
        chart.description.clear();
        chart.figures.clear();
    }
    report
}

/// A report without what the page program leaves to the search program.
fn shown(report: &Report) -> Report {
    Report { lexicon: report.lexicon.of_topics(&report.topics()), ..report.clone() }
}

/// The template, with the program's files named and the newest report in its modules.
///
/// # Errors
/// If the template has not the holes that pages fill.
pub fn template_of(program: &Program, newest: &Report) -> Result<Template, Refusal> {
    let with_report = |module: &[u8], report: &Report| {
        module::with_section(module, archive::SECTION, &archive::write(report))
    };
    let page = with_report(&program.modules.page, &shown(newest));
    let search = with_report(&program.modules.search, &searched(newest));
    let assets = Assets::of(program, page, search);
    let preview = single_file::sources(program, &assets);
    Template::new(&program.template, assets, preview)
}

/// All pages, and the data that needs no drawing.
pub async fn pages_and_data(template: &Template, reports: &[&'static Report]) -> Vec<SiteFile> {
    compared_pages_and_data(template, reports, side_by_side::comparisons(reports).leak()).await
}

/// The same, of reports that have been compared.
async fn compared_pages_and_data(
    template: &Template,
    reports: &[&'static Report],
    comparisons: &'static [Comparison],
) -> Vec<SiteFile> {
    let editions = editions_of(reports);
    let mut files = Vec::new();
    let Some(newest) = reports.first() else { return files };
    for route in [Route::Home, Route::About, Route::NotFound] {
        files.push(page(template, newest, &editions, &route, None).await);
    }
    for route in [Route::EmbedGuide, Route::Desk] {
        let article = guide_of(template, newest, &route, &[]);
        files.push(page(template, newest, &editions, &route, Some(article)).await);
    }
    if reports.len() > 1 {
        let html = side_by_side::archive_page(reports, comparisons).await;
        let article = Article::of(newest, &Route::Comparisons, html);
        files.push(page(template, newest, &editions, &Route::Comparisons, Some(article)).await);
        files.extend(search::archive::files(reports));
    }
    for comparison in comparisons {
        for (report, route, article) in side_by_side::comparison_pages(comparison).await {
            files.push(page(template, report, &editions, &route, Some(article)).await);
        }
    }
    files.push(("embed.js".to_string(), EMBED.into()));
    if !newest.site.address.is_empty() {
        files.push(("sitemap.xml".to_string(), sitemap(reports).into_bytes()));
    }
    for report in reports {
        for route in Route::all(report) {
            let article = match &route {
                Route::Figure(_, id) => match report.figure(id) {
                    Some(figure) => {
                        let html = side_by_side::series(report, figure, comparisons).await;
                        Some(Article::of(report, &route, html))
                    }
                    None => None,
                },
                _ => None,
            };
            files.push(page(template, report, &editions, &route, article).await);
        }
        files.extend(downloads::written(report));
    }
    let article = guide_of(template, newest, &Route::Deploy, &files);
    let deploy = page(template, newest, &editions, &Route::Deploy, Some(article)).await;
    files.push(deploy);
    files
}

/// What is written outside of the page's components and stands on it, and what the page is called.
pub(crate) struct Article {
    /// Title for the browser's tab and for forwarded links.
    pub title: String,
    /// One or two sentences on what the page holds.
    pub description: String,
    /// The HTML.
    pub html: String,
    /// Path of the picture that stands for it, if it has one of its own.
    pub picture: Option<String>,
}

impl Article {
    /// An article on a page that has its title by itself.
    fn of(report: &Report, route: &Route, html: String) -> Self {
        let (title, description) = (route.full_title(report), route.description(report));
        Self { title, description, html, picture: None }
    }
}

/// A guide; `files` are those that the deploy guide tells the sizes of.
fn guide_of(
    template: &Template,
    report: &'static Report,
    route: &Route,
    files: &[SiteFile],
) -> Article {
    Article::of(report, route, guide(report, route, &template.widest_policy(), files))
}

/// A page as a file.
async fn page(
    template: &Template,
    report: &'static Report,
    all: &[Edition],
    route: &Route,
    article: Option<Article>,
) -> SiteFile {
    let editions = Editions::of(all, report.edition());
    let article = article.unwrap_or_else(|| Article::of(report, route, String::new()));
    let head = head(report, route, &article);
    let body = match route {
        Route::Embed(_, view) if !view.has_program() => view_body(report, view, article.html).await,
        _ => body(report, &editions, route, article.html).await,
    };
    let html = template.page(report, route, &editions, &head, body);
    (file_of(route), html.into_bytes())
}

/// Path of the file that a page lies in.
fn file_of(route: &Route) -> String {
    let path = route.path();
    let is_folder = path.is_empty() || path.ends_with('/');
    if is_folder { format!("{path}index.html") } else { path }
}

/// The page's HTML inside `<div id="app">`, with what the browser needs to take it over; an `article`
/// that is written elsewhere stands in it.
async fn body(
    report: &'static Report,
    editions: &Editions,
    route: &Route,
    article: String,
) -> String {
    let (report, editions, route) = (ReportRef(report), editions.clone(), route.clone());
    let props = AppProps { report, editions, route, article: AttrValue::from(article) };
    LocalServerRenderer::<App>::with_props(props).render().await
}

/// A view's HTML, with what of it is written elsewhere; no program takes it over.
async fn view_body(report: &'static Report, view: &View, article: String) -> String {
    let (report, article) = (ReportRef(report), AttrValue::from(article));
    let props = FrameViewProps { report, view: view.clone(), article };
    LocalServerRenderer::<FrameView>::with_props(props).hydratable(false).render().await
}

/// A page's own part, without what is around it on every page; no program takes it over.
async fn main_part(report: &'static Report, route: &Route) -> String {
    let props = BarePageProps { report: ReportRef(report), route: route.clone() };
    LocalServerRenderer::<BarePage>::with_props(props).hydratable(false).render().await
}
