//! Pages as ready HTML: every route rendered natively into the template that Trunk left, and the
//! files beside them. Values in, values out: the tool writes them.

mod guide;
mod head;
mod template;

use yew::LocalServerRenderer;

use crate::app::embed::{Embed, EmbedProps};
use crate::app::{App, AppProps, Data, Searcher};
use crate::archive;
use crate::chart::WIDE;
use crate::chart::rows::Order;
use crate::chart::svg::{Theme, chart_svg};
use crate::chart::table::chart_csv;
use crate::export;
use crate::model::Report;
use crate::publish::SiteFile;
use crate::route::{Route, View};
use guide::guide;
use head::{head, sitemap};

pub use template::Template;

/// The loader for other people's pages; its name is for good, since they have it in theirs.
const EMBED: &str = include_str!("app/embed.js");

/// Stands for the path of the site on its host, until it is known.
const SITE_PATH: &str = "\u{1}";

/// The path in a whole address: `/fazhi/` of `https://example.gov.cn/fazhi/`.
fn site_path(address: &str) -> &str {
    let behind_scheme = address.find("://").map_or(0, |at| at + 3);
    address[behind_scheme..].find('/').map_or("/", |at| &address[behind_scheme + at..])
}

/// Every file of the site for `reports`, newest first: pages and data.
pub async fn render_site(template: &Template, reports: &[&'static Report]) -> Vec<SiteFile> {
    let years: Vec<u16> = reports.iter().map(|report| report.year).collect();
    let mut files = Vec::new();
    let Some(newest) = reports.first() else { return files };
    let of_the_site =
        [Route::Home, Route::About, Route::EmbedGuide, Route::Deploy, Route::NotFound];
    files.extend(render_pages(template, newest, &years, &of_the_site).await);
    files.push(("embed.js".to_string(), EMBED.into()));
    if !newest.site.address.is_empty() {
        files.push(("sitemap.xml".to_string(), sitemap(reports).into_bytes()));
    }
    for report in reports {
        files.extend(render_pages(template, report, &years, &Route::all(report)).await);
        files.extend(data_files(report));
    }
    files
}

/// The pages of some routes, in an archive of `years`.
pub async fn render_pages(
    template: &Template,
    report: &'static Report,
    years: &[u16],
    routes: &[Route],
) -> Vec<SiteFile> {
    let mut pages = Vec::with_capacity(routes.len());
    for route in routes {
        pages.push(render_page(template, report, years, route).await);
    }
    pages
}

async fn render_page(
    template: &Template,
    report: &'static Report,
    years: &[u16],
    route: &Route,
) -> SiteFile {
    let body = match route {
        Route::Embed(_, view) if !view.has_program() => render_view(report, view).await,
        Route::EmbedGuide | Route::Deploy => render_body(report, years, route)
            .await
            .replace("<div id=\"guide\"></div>", &guide(report, route, template.policy())),
        _ => render_body(report, years, route).await,
    };
    let shown: Vec<String> = years.iter().map(u16::to_string).collect();
    let html = template
        .fill(route, &shown.join(" "), &head(report, route), &body)
        .replace(SITE_PATH, site_path(&report.site.address));
    let path = route.path();
    let file =
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path };
    (file, html.into_bytes())
}

/// A view's HTML; no program takes it over.
async fn render_view(report: &'static Report, view: &View) -> String {
    let props = EmbedProps { data: Data(report), view: view.clone() };
    LocalServerRenderer::<Embed>::with_props(props).hydratable(false).render().await
}

/// The page's HTML inside `<div id="app">`, with what the browser needs to take it over.
pub async fn render_body(report: &'static Report, years: &[u16], route: &Route) -> String {
    let data = Data(report);
    let props = AppProps {
        data,
        years: years.to_vec(),
        route: route.clone(),
        searcher: Searcher::of(data),
        answered: None,
    };
    LocalServerRenderer::<App>::with_props(props).render().await
}

/// The year's data as plain files.
fn data_files(report: &Report) -> Vec<SiteFile> {
    let folder = format!("{}/data", report.year);
    let mut files = vec![
        (format!("{folder}/report.txt"), report.text.clone().into_bytes()),
        (format!("{folder}/figures.json"), export::figures_json(report).into_bytes()),
        (format!("{folder}/figures.csv"), export::figures_csv(report).into_bytes()),
        (format!("{folder}/report.json"), export::report_json(report).into_bytes()),
        (format!("{folder}/report.postcard"), archive::write(report)),
    ];
    for chart in &report.charts {
        let path = format!("{}/charts/{}", report.year, chart.id);
        let route = Route::Chart(report.year, chart.id.clone());
        let address = export::whole_address(report, &route);
        files.push((
            format!("{path}.svg"),
            chart_svg(report, chart, &address, WIDE, Theme::Light).into_bytes(),
        ));
        files.push((format!("{path}.csv"), chart_csv(report, chart, Order::Given).into_bytes()));
    }
    files
}
