//! What is made once, at build time, besides pages and plain data: the program's files, what works
//! without network, and files that a reader's browser may not make. Native only: bytes out, no
//! files written; the same fonts, the same bytes.

pub mod assets;
pub mod compress;
pub mod offline;
pub mod parts;
pub mod press_kit;
pub mod program;
pub mod raster;
pub mod single_file;
pub mod workbook;

use crate::chart::format::{Format, file_name, pixels, sheet};
use crate::chart::rows::Order;
use crate::chart::table::chart_csv;
use crate::export;
use crate::model::Report;
use crate::route::Route;
use press_kit::press_kit;
use raster::Rasterizer;
use workbook::figures_xlsx;

/// A file of the site: its path from the root, and its bytes.
pub type SiteFile = (String, Vec<u8>);

/// Pixels of a static picture for each of its own.
const SCALE: u32 = 2;

/// Paths of all files made here for a report, from the site's root.
pub fn paths(report: &Report) -> Vec<String> {
    let charts =
        report.charts.iter().map(|chart| format!("{}/charts/{}.png", report.year, chart.id));
    charts
        .chain(["figures.xlsx", "press-kit.zip"].map(|name| format!("{}/data/{name}", report.year)))
        .collect()
}

/// The files of [`paths`], in its order.
///
/// # Errors
/// The first that cannot be made.
pub fn files(report: &Report, rasterizer: &Rasterizer) -> Result<Vec<(String, Vec<u8>)>, Refusal> {
    let mut bytes = Vec::new();
    let mut kit = Vec::new();
    for chart in &report.charts {
        let sheet = sheet(
            report,
            chart,
            Order::Given,
            &export::whole_address(report, &Route::Chart(report.year, chart.id.clone())),
            &Format::default(),
        );
        let png = rasterizer.png(&sheet.svg, SCALE as f32)?;
        let name = |size, ending| format!("图表/{}", file_name(report, chart, size, ending));
        kit.push((name(None, "svg"), sheet.svg.into_bytes()));
        kit.push((name(Some(pixels(sheet.size, SCALE)), "png"), png.clone()));
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

/// Why a file could not be made, in Chinese, for the terminal.
pub type Refusal = String;
