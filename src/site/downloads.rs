//! What a reader can take away from a report, as plain files: links to them work without a script.

use super::briefing;
use super::press_kit::press_kit;
use super::workbook::figures_xlsx;
use super::{Draw, Refusal, SiteFile};
use serde::{Deserialize, Serialize};

use crate::archive;
use crate::chart::WIDE;
use crate::chart::format::{BUILT_SCALE, Format, Sheet, file_name, pixels, sheet};
use crate::chart::rows::Order;
use crate::chart::svg::{Theme, chart_svg};
use crate::chart::table::chart_csv;
use crate::export;
use crate::model::{Chart, Report};
use crate::pictures;
use crate::route::Route;
use crate::words::WORDS;

/// Text and tables, and every chart as SVG and CSV.
pub fn written(report: &Report) -> Vec<SiteFile> {
    let folder = format!("{}/data", report.edition());
    let mut files = vec![
        (format!("{folder}/report.txt"), report.text.clone().into_bytes()),
        (format!("{folder}/figures.json"), export::figures_json(report).into_bytes()),
        (format!("{folder}/figures.csv"), export::figures_csv(report).into_bytes()),
        (format!("{folder}/report.json"), export::report_json(report).into_bytes()),
        (format!("{folder}/report.postcard"), archive::write(report)),
    ];
    for chart in &report.charts {
        let path = format!("{}/charts/{}", report.edition(), chart.id);
        let route = Route::Chart(report.edition(), chart.id.clone());
        let address = export::whole_address(report, &route);
        files.push((
            format!("{path}.svg"),
            chart_svg(report, chart, &address, WIDE, Theme::Light).into_bytes(),
        ));
        files.push((format!("{path}.csv"), chart_csv(report, chart, Order::Given).into_bytes()));
    }
    let address = overview_address(report);
    let map = pictures::text_map_sheet(report, &address);
    let sheets = pictures::long(report, &address).into_iter().map(|sheet| ("long", sheet));
    for (name, sheet) in sheets.chain([("map", map)]) {
        files.push((format!("{}/pictures/{name}.svg", report.edition()), sheet.svg.into_bytes()));
    }
    files
}

/// Where the report's overview is; empty while that is not known.
fn overview_address(report: &Report) -> String {
    export::whole_address(report, &Route::Overview(report.edition()))
}

/// A picture that is drawn before the site is whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// What it looks like.
    pub svg: String,
    /// Its size as PNG, in pixels.
    pub size: (u32, u32),
    /// Pixels of the PNG for each of its own.
    pub scale: u32,
    /// The colour around all that is drawn, `#rrggbb`.
    pub paper: String,
}

impl Picture {
    /// A sheet that is drawn with so many pixels for each of its own.
    pub(super) fn of(Sheet { svg, size, paper }: Sheet, scale: u32) -> Self {
        Self { svg, size: pixels(size, scale), scale, paper: paper.to_string() }
    }
}

/// Every picture of a report's files: its path from the site's root, and how it is drawn.
pub fn pictures(report: &Report) -> Vec<(String, Picture)> {
    let (year, picture) = (report.edition(), Picture::of);
    let charts = report.charts.iter().map(|chart| {
        (
            format!("{year}/charts/{}.png", chart.id),
            picture(built_sheet(report, chart), BUILT_SCALE),
        )
    });
    let cards =
        report.figures.iter().filter(|figure| pictures::has_card(report, figure)).map(|figure| {
            let address = export::whole_address(report, &Route::Figure(year, figure.id.clone()));
            let sheet = pictures::card(report, figure, pictures::CARD_SIZES[0], &address);
            (format!("{year}/figures/{}/card.png", figure.id), picture(sheet, 1))
        });
    let address = overview_address(report);
    let long = pictures::long(report, &address)
        .map(|sheet| (format!("{year}/pictures/long.png"), picture(sheet, 1)));
    let pages = pictures::pages(report)
        .into_iter()
        .zip(1..)
        .map(|(sheet, nth)| (format!("{year}/pictures/{nth}.png"), picture(sheet, 1)));
    let map = pictures::text_map_sheet(report, &address);
    let map = (format!("{year}/pictures/map.png"), picture(map, 1));
    charts.chain(cards).chain(long).chain(pages).chain([map]).collect()
}

/// A chart as it is drawn when the site is made.
fn built_sheet(report: &Report, chart: &Chart) -> Sheet {
    let route = Route::Chart(report.edition(), chart.id.clone());
    let address = export::whole_address(report, &route);
    sheet(report, chart, Order::Given, &address, &Format::default())
}

/// Paths of the files that need drawing or packing, from the site's root.
pub fn paths(report: &Report) -> Vec<String> {
    let packed = ["figures.xlsx", "briefing.docx", "press-kit.zip"]
        .map(|name| format!("{}/data/{name}", report.edition()));
    pictures(report).into_iter().map(|(path, _)| path).chain(packed).collect()
}

/// The files of [`paths`], in its order.
///
/// # Errors
/// The first that cannot be made.
pub fn drawn(report: &Report, draw: Draw<'_>) -> Result<Vec<SiteFile>, Refusal> {
    let pictures = pictures(report);
    let mut files = Vec::new();
    for (path, picture) in &pictures {
        files.push((path.clone(), draw(&picture.svg, picture.scale)?));
    }
    let png =
        |path: &str| files.iter().find(|(known, _)| known == path).map(|(_, bytes)| bytes.clone());
    let (mut kit, mut shown) = (Vec::new(), Vec::new());
    // The charts are the first of the pictures.
    for (chart, ((_, picture), (_, png))) in report.charts.iter().zip(pictures.iter().zip(&files)) {
        let name = |size, ending| format!("图表/{}", file_name(report, chart, size, ending));
        kit.push((name(None, "svg"), picture.svg.clone().into_bytes()));
        kit.push((name(Some(picture.size), "png"), png.clone()));
        kit.push((name(None, "csv"), chart_csv(report, chart, Order::Given).into_bytes()));
        let (width, height) = picture.size;
        shown.push((png.clone(), (width / picture.scale, height / picture.scale)));
    }
    for figure in &report.figures {
        let name = pictures::card_name(report, figure, pictures::CARD_SIZES[0]);
        kit.extend(
            png(&format!("{}/figures/{}/card.png", report.edition(), figure.id))
                .map(|bytes| (format!("数字卡片/{name}"), bytes)),
        );
    }
    let folder = format!("{}/pictures/", report.edition());
    for (path, bytes) in &files {
        if let Some(name) = path.strip_prefix(&folder) {
            let name = pictures::file_name(report, name);
            kit.push((format!("一图读懂/{name}"), bytes.clone()));
        }
    }
    let briefing = briefing::briefing(report, &shown)?;
    kit.push((WORDS.files.briefing_name.to_string(), briefing.clone()));
    let workbook = figures_xlsx(report)?;
    kit.push(("全部指标.xlsx".to_string(), workbook.clone()));
    kit.push(("全部指标.csv".to_string(), export::figures_csv(report).into_bytes()));
    kit.push(("报告原文.txt".to_string(), report.text.clone().into_bytes()));
    let kit = press_kit(report, &kit)?;
    files.push((format!("{}/data/figures.xlsx", report.edition()), workbook));
    files.push((format!("{}/data/briefing.docx", report.edition()), briefing));
    files.push((format!("{}/data/press-kit.zip", report.edition()), kit));
    Ok(files)
}
