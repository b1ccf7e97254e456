//! Pages as ready HTML: every route rendered natively into the template that Trunk left, and the files beside them.
//! Values in, values out: the tool writes them.

mod template;

use yew::LocalServerRenderer;

use crate::app::{App, AppProps, Data};
use crate::archive;
use crate::chart::WIDE;
use crate::chart::rows::Order;
use crate::chart::svg::{Theme, chart_svg};
use crate::chart::table::chart_csv;
use crate::export;
use crate::model::Report;
use crate::publish::SiteFile;
use crate::route::Route;

pub use template::Template;

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
    for route in [Route::Home, Route::About, Route::NotFound] {
        files.push(render_page(template, newest, &years, &route).await);
    }
    for report in reports {
        for route in Route::all(report) {
            files.push(render_page(template, report, &years, &route).await);
        }
        files.extend(data_files(report));
    }
    files
}

async fn render_page(template: &Template, report: &'static Report, years: &[u16], route: &Route) -> SiteFile {
    let body = render_body(report, years, route).await;
    let shown: Vec<String> = years.iter().map(u16::to_string).collect();
    let html = template.fill(route, &shown.join(" "), &head(report, route), &body).replace(SITE_PATH, site_path(&report.site.address));
    let path = route.path();
    let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path };
    (file, html.into_bytes())
}

/// The page's HTML inside `<div id="app">`, with what the browser needs to take it over.
pub async fn render_body(report: &'static Report, years: &[u16], route: &Route) -> String {
    let props = AppProps { data: Data(report), years: years.to_vec(), route: route.clone() };
    LocalServerRenderer::<App>::with_props(props).render().await
}

/// Title and description, and what makes a card of a forwarded link.
fn head(report: &Report, route: &Route) -> String {
    let title = escape(&route.full_title(report));
    let description = escape(&route.description(report));
    let mut head = format!(
        "<title>{title}</title><meta name=\"description\" content=\"{description}\">\
         <meta property=\"og:type\" content=\"article\"><meta property=\"og:title\" content=\"{title}\">\
         <meta property=\"og:description\" content=\"{description}\"><meta property=\"og:locale\" content=\"zh_CN\">"
    );
    if *route == Route::NotFound {
        head += "<meta name=\"robots\" content=\"noindex\">";
    } else if !report.site.address.is_empty() {
        // The overview of the newest year has two addresses; the shorter is the one to remember.
        let address = escape(&export::address(report, route));
        if matches!(route, Route::Chart(..)) {
            head += &format!("<meta property=\"og:image\" content=\"{}.png\">", address.trim_end_matches('/'));
        }
        head += &format!("<link rel=\"canonical\" href=\"{address}\"><meta property=\"og:url\" content=\"{address}\">");
    }
    head
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
        files.push((format!("{path}.svg"), chart_svg(report, chart, &address, WIDE, Theme::Light).into_bytes()));
        files.push((format!("{path}.csv"), chart_csv(report, chart, Order::Given).into_bytes()));
    }
    files
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\n', " ")
}
