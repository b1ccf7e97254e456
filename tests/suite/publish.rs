//! Files made at build time, read back by other people's readers: workbook, picture with its code,
//! press kit.

use std::io::{Cursor, Read as _};

use calamine::{Data, Reader as _, Xlsx};
use report_explorer::chart::format::{Format, sheet};
use report_explorer::chart::rows::Order;
use report_explorer::raster::Rasterizer;
use report_explorer::route::Preset;
use report_explorer::site::compress::compressed;
use report_explorer::site::downloads::{drawn, paths};
use report_explorer::site::module::with_section;
use report_explorer::site::workbook::figures_xlsx;

const ADDRESS: &str = "https://example.gov.cn/fazhi/2020/charts/rates/";

#[test]
fn the_workbook_has_a_row_a_figure_with_typed_numbers() {
    let report = super::wuzhou();
    let bytes = figures_xlsx(&report).expect("it can be written");
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let sheet = workbook.worksheet_range("指标").expect("the sheet");
    assert_eq!(sheet.height(), 1 + report.figures.len());
    let row: Vec<&Data> =
        sheet.rows().find(|row| row[0] == "one-window-cases").expect("the figure").iter().collect();
    assert_eq!(row[2], &Data::Float(19000.0));
    assert_eq!(
        (row[3].to_string(), row[4].to_string(), row[5].to_string()),
        ("件".into(), "余".into(), "1.9万余件".into())
    );
    assert!(row[6].to_string().contains("无差别全科受理1.9万余件"));
}

#[test]
fn every_chart_can_be_edited_in_the_workbook_below_its_numbers() {
    let report = super::wuzhou();
    let bytes = figures_xlsx(&report).expect("it can be written");
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).expect("an archive");
    let mut charts = String::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("readable");
        if file.name().expect("UTF-8").starts_with("xl/charts/chart") {
            file.read_to_string(&mut charts).expect("UTF-8");
        }
    }
    assert_eq!(charts.matches("<c:barChart>").count(), report.charts.len());
    for chart in &report.charts {
        assert!(charts.contains(&chart.title), "{}", chart.title);
    }
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let sheet = workbook.worksheet_range("各项比率").expect("the sheet");
    assert_eq!(sheet.get((6, 1)), Some(&Data::Float(80.5)));
    assert!(sheet.get((6, 4)).is_some_and(|cell| cell.to_string().contains("胜诉率达80.5%")));
}

#[test]
fn building_twice_gives_the_same_workbook() {
    let report = super::wuzhou();
    assert!(figures_xlsx(&report) == figures_xlsx(&report));
}

#[test]
fn the_code_in_a_picture_leads_to_its_page() {
    let report = super::wuzhou();
    let chart = report.chart("rates").expect("it is there");
    let rasterizer = Rasterizer::with_system_fonts().expect("fonts with Chinese");
    for preset in Preset::ALL {
        for dark in [false, true] {
            let format = Format { preset, dark, code: true, without_notes: false };
            let sheet = sheet(&report, chart, Order::Given, ADDRESS, &format);
            let png = rasterizer.png(&sheet.svg, 2).expect("it can be drawn");
            let pixels = resvg::tiny_skia::Pixmap::decode_png(&png).expect("a picture");
            assert_eq!((pixels.width(), pixels.height()), (2 * sheet.size.0, 2 * sheet.size.1));
            let luma = |x: usize, y: usize| {
                pixels.pixel(x as u32, y as u32).map_or(255, |pixel| pixel.green())
            };
            let mut seen = rqrr::PreparedImage::prepare_from_greyscale(
                pixels.width() as usize,
                pixels.height() as usize,
                luma,
            );
            let codes: Vec<String> =
                seen.detect_grids().iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect();
            assert_eq!(codes, [ADDRESS], "{preset:?}, dark {dark}");
        }
    }
}

#[test]
fn words_are_drawn_not_left_out() {
    let report = super::wuzhou();
    let rasterizer = Rasterizer::with_system_fonts().expect("fonts with Chinese");
    let sheet = sheet(&report, &report.charts[0], Order::Given, "", &Format::default());
    let picture = rasterizer.png(&sheet.svg, 1).expect("it can be drawn");
    let without_words: String =
        sheet.svg.lines().filter(|line| !line.starts_with("<text")).collect();
    let bare = rasterizer.png(&without_words, 1).expect("it can be drawn");
    let dark = |png: &[u8]| {
        let pixels = resvg::tiny_skia::Pixmap::decode_png(png).expect("a picture");
        pixels.pixels().iter().filter(|pixel| pixel.green() < 100).count()
    };
    assert!(
        dark(&picture) > dark(&bare) + 2000,
        "{} dark pixels, {} without words",
        dark(&picture),
        dark(&bare)
    );
}

#[test]
fn the_press_kit_holds_every_chart_twice_and_the_tables() {
    let report = super::wuzhou();
    let rasterizer = Rasterizer::with_system_fonts().expect("fonts with Chinese");
    let draw = |svg: &str, scale: u32| rasterizer.png(svg, scale);
    let made = drawn(&report, &draw).expect("all can be made");
    assert_eq!(made.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>(), paths(&report));
    let (_, kit) = made.iter().find(|(path, _)| path.ends_with(".zip")).expect("the kit");
    let mut archive = zip::ZipArchive::new(Cursor::new(kit)).expect("an archive");
    let names: Vec<String> =
        archive.file_names().map(|name| name.expect("UTF-8").into_owned()).collect();
    let n_of = |ending: &str| {
        names.iter().filter(|name| name.starts_with("图表/") && name.ends_with(ending)).count()
    };
    assert_eq!(
        (n_of(".svg"), n_of(".png"), n_of(".csv")),
        (report.charts.len(), report.charts.len(), report.charts.len()),
        "{names:?}"
    );
    assert!(
        names.iter().any(|name| name == "全部指标.xlsx")
            && names.iter().any(|name| name == "图表/梧州2020-各项比率.svg"),
        "{names:?}"
    );
    let mut note = String::new();
    archive.by_name("说明.txt").expect("the note").read_to_string(&mut note).expect("UTF-8");
    assert!(
        note.contains("《梧州市2020年度法治政府建设工作报告》")
            && note.contains("推算，非报告原文")
    );
}

#[test]
fn the_briefing_is_a_word_document_with_every_number_and_its_sentence() {
    let report = super::wuzhou();
    let rasterizer = Rasterizer::with_system_fonts().expect("fonts with Chinese");
    let draw = |svg: &str, scale: u32| rasterizer.png(svg, scale);
    let made = drawn(&report, &draw).expect("all can be made");
    let (_, briefing) =
        made.iter().find(|(path, _)| path == "2020/data/briefing.docx").expect("the briefing");
    let mut archive = zip::ZipArchive::new(Cursor::new(briefing)).expect("an archive");
    let names: Vec<String> =
        archive.file_names().map(|name| name.expect("UTF-8").into_owned()).collect();
    for name in names.iter().filter(|name| name.ends_with(".xml") || name.ends_with(".rels")) {
        let mut text = String::new();
        archive.by_name(name).expect("a part").read_to_string(&mut text).expect("UTF-8");
        let mut reader = quick_xml::Reader::from_str(&text);
        reader.config_mut().check_end_names = true;
        while !matches!(
            reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")),
            quick_xml::events::Event::Eof
        ) {}
    }
    let n_pictures = names.iter().filter(|name| name.ends_with(".png")).count();
    assert_eq!(n_pictures, report.charts.len());
    let mut document = String::new();
    archive.by_name("word/document.xml").expect("it").read_to_string(&mut document).expect("UTF-8");
    // Each picture says what it shows.
    for chart in &report.charts {
        assert!(document.contains(&format!("descr=\"{}\"", chart.description)), "{}", chart.id);
    }
    for figure in &report.figures {
        assert!(document.contains(&figure.label), "{}", figure.label);
    }
    let mut notes = String::new();
    archive.by_name("word/footnotes.xml").expect("it").read_to_string(&mut notes).expect("UTF-8");
    let n_references = document.matches("<w:footnoteReference ").count();
    assert_eq!(notes.matches("<w:footnoteRef/>").count(), n_references);
    assert!(n_references >= 8, "{n_references}");
    // What this project reads of a clerk's file it reads of its own.
    let read = report_explorer::extract::read("briefing.docx", briefing).expect("a document");
    assert!(read.text.contains("政府打官司赢了多少") && read.text.contains("不足与原因"));
}

#[test]
fn a_report_put_into_a_module_is_its_custom_section_and_nothing_else_changes() {
    let module = b"\0asm\x01\0\0\0";
    let report = vec![7; 300];
    let made = with_section(module, "report", &report);
    assert!(made.starts_with(module));
    // Section 0, its length in LEB128, the length of its name and the name, the bytes.
    assert_eq!(made[module.len()..][..10], [&[0, 0xb3, 0x02, 6][..], b"report"].concat());
    assert_eq!(made[module.len() + 10..], report);
}

#[test]
fn compressed_files_read_back_and_pictures_have_none() {
    let text = "法治政府建设".repeat(200).into_bytes();
    let files = compressed(&[
        ("a.html".to_string(), text.clone()),
        ("a.png".to_string(), text.clone()),
        ("short.txt".to_string(), vec![1; 20]),
    ]);
    assert_eq!(
        files.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(),
        ["a.html.br", "a.html.gz"]
    );
    let mut read = Vec::new();
    brotli::BrotliDecompress(&mut &files[0].1[..], &mut read).expect("brotli");
    assert_eq!(read, text);
    let mut read = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(&files[1].1[..]), &mut read)
        .expect("gzip");
    assert_eq!(read, text);
}
