//! What a page says about itself in its head: title, description, the card of a forwarded link, and
//! the same for machines.

use serde_json::{Value, json};

use super::Article;
use crate::export;
use crate::markup::escape;
use crate::model::Report;
use crate::pictures::has_card;
use crate::route::{Route, View};

/// Title, description, Open Graph, JSON-LD; whole addresses only where the site has one.
pub(super) fn head(report: &Report, route: &Route, article: &Article) -> String {
    let one_line = |text: String| escape(&text).replace('\n', " ");
    let title = one_line(article.title.clone());
    let description = one_line(article.description.clone());
    let mut head = format!(
        "<title>{title}</title><meta name=\"description\" content=\"{description}\">\
         <meta property=\"og:type\" content=\"article\"><meta property=\"og:title\" content=\"{title}\">\
         <meta property=\"og:description\" content=\"{description}\"><meta property=\"og:locale\" content=\"zh_CN\">"
    );
    if !report.site.address.is_empty() && *route != Route::NotFound {
        let address = escape(&export::address(report, &canonical(report, route)));
        head += &format!(
            "<link rel=\"canonical\" href=\"{address}\"><meta property=\"og:url\" content=\"{address}\">"
        );
        if let Some(picture) = article.picture.clone().or_else(|| picture(report, route)) {
            head += &format!(
                "<meta property=\"og:image\" content=\"{}\">",
                escape(&format!("{}{picture}", report.site.address))
            );
        }
    }
    if !matches!(route, Route::NotFound | Route::Embed(..)) {
        // `</script>` in a text must not end it.
        head += &format!(
            "<script type=\"application/ld+json\">{}</script>",
            linked_data(report, route).to_string().replace('<', "\\u003c")
        );
    }
    head
}

/// The page to remember of those that show the same: the home page is its report's overview, a view for
/// frames its page.
fn canonical(report: &Report, route: &Route) -> Route {
    match route {
        Route::Embed(edition, view) => view.page(*edition),
        Route::Home => Route::Overview(report.edition()),
        Route::About => Route::AboutReport(report.edition()),
        _ => route.clone(),
    }
}

/// The picture of a page: its chart's, its figure's card, or the report's first.
fn picture(report: &Report, route: &Route) -> Option<String> {
    let chart = match route {
        Route::Chart(_, id) | Route::Embed(_, View::Chart(id)) => report.chart(id),
        Route::Figure(_, id) | Route::Embed(_, View::Figure(id)) => {
            let figure = report.figure(id).filter(|figure| has_card(report, figure));
            if let Some(figure) = figure {
                return Some(format!("{}/figures/{}/card.png", report.edition(), figure.id));
            }
            None
        }
        _ => None,
    };
    let chart = chart.or(report.charts.first())?;
    Some(format!("{}/charts/{}.png", report.edition(), chart.id))
}

/// The page in the words of schema.org.
fn linked_data(report: &Report, route: &Route) -> Value {
    let publisher = json!({"@type": "GovernmentOrganization", "name": report.issuers.first().unwrap_or(&report.site.place)});
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": match route {
            Route::Home | Route::Overview(_) | Route::Figures(_) => "Dataset",
            Route::Report(_) => "Report",
            _ => "WebPage",
        },
        "name": route.title(report),
        "description": route.description(report),
        "inLanguage": "zh-CN",
        "publisher": publisher,
    });
    if let Some(date) = report.date {
        data["datePublished"] = date.to_string().into();
    }
    if report.site.address.is_empty() {
        return data;
    }
    data["url"] = export::address(report, &canonical(report, route)).into();
    if data["@type"] == "Dataset" {
        let file = |name: &str, kind: &str| json!({"@type": "DataDownload", "encodingFormat": kind, "contentUrl": format!("{}{}/data/{name}", report.site.address, report.edition())});
        data["distribution"] =
            json!([file("figures.json", "application/json"), file("figures.csv", "text/csv")]);
        data["creator"] = data["publisher"].clone();
    }
    data
}

/// `sitemap.xml`: every page worth finding.
pub(super) fn sitemap(reports: &[&'static Report]) -> String {
    let mut addresses = Vec::new();
    for report in reports {
        let pages = Route::all(report).into_iter().filter(|route| {
            !matches!(route, Route::Embed(..) | Route::CustomChart(_) | Route::Search(_))
        });
        addresses.extend(pages.map(|route| export::address(report, &route)));
    }
    if let Some(newest) = reports.first() {
        addresses.extend(
            [Route::EmbedGuide, Route::Deploy].iter().map(|route| export::address(newest, route)),
        );
    }
    let locations: String = addresses
        .iter()
        .map(|address| format!("<url><loc>{}</loc></url>\n", escape(address)))
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{locations}</urlset>\n"
    )
}
