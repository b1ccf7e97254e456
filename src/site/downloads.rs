//! What a reader can take away from a report, as plain files: links to them work without a script.

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
use crate::route::Route;

/// Text and tables, and every chart as SVG and CSV.
pub fn written(report: &Report) -> Vec<SiteFile> {
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

/// Paths of the files that need drawing or packing, from the site's root.
pub fn paths(report: &Report) -> Vec<String> {
    let charts =
        report.charts.iter().map(|chart| format!("{}/charts/{}.png", report.year, chart.id));
    charts
        .chain(["figures.xlsx", "press-kit.zip"].map(|name| format!("{}/data/{name}", report.year)))
        .collect()
}

/// A picture that is drawn before the site is whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// What it looks like.
    pub svg: String,
    /// Its size as PNG, in pixels.
    pub size: (u32, u32),
    /// The colour around all that is drawn, `#rrggbb`.
    pub paper: String,
}

/// Every picture of a report's files, in their order.
pub fn pictures(report: &Report) -> Vec<Picture> {
    let picture = |chart: &Chart| {
        let Sheet { svg, size, paper } = built_sheet(report, chart);
        Picture { svg, size: pixels(size, BUILT_SCALE), paper: paper.to_string() }
    };
    report.charts.iter().map(picture).collect()
}

/// A chart as it is drawn when the site is made.
fn built_sheet(report: &Report, chart: &Chart) -> Sheet {
    let route = Route::Chart(report.year, chart.id.clone());
    let address = export::whole_address(report, &route);
    sheet(report, chart, Order::Given, &address, &Format::default())
}

/// The files of [`paths`], in its order.
///
/// # Errors
/// The first that cannot be made.
pub fn drawn(report: &Report, draw: Draw<'_>) -> Result<Vec<SiteFile>, Refusal> {
    let mut bytes = Vec::new();
    let mut kit = Vec::new();
    for chart in &report.charts {
        let sheet = built_sheet(report, chart);
        let png = draw(&sheet.svg, BUILT_SCALE)?;
        let name = |size, ending| format!("图表/{}", file_name(report, chart, size, ending));
        kit.push((name(None, "svg"), sheet.svg.into_bytes()));
        kit.push((name(Some(pixels(sheet.size, BUILT_SCALE)), "png"), png.clone()));
        kit.push((name(None, "csv"), chart_csv(report, chart, Order::Given).into_bytes()));
        bytes.push(png);
    }
    let workbook = figures_xlsx(report)?;
    kit.push(("全部指标.xlsx".to_string(), workbook.clone()));
    kit.push(("全部指标.csv".to_string(), export::figures_csv(report).into_bytes()));
    kit.push(("报告原文.txt".to_string(), report.text.clone().into_bytes()));
    bytes.push(workbook);
    bytes.push(press_kit(report, &kit)?);
    Ok(paths(report).into_iter().zip(bytes).collect())
}
