//! An archive of ten years: a first load does not grow with it, and an older year's pages bring
//! their own data.

use std::path::{Path, PathBuf};

use report_explorer::ingest::source::{File, SourceFiles};
use report_explorer::lexicon::lexicon_of;
use report_explorer::model::{Edition, Report};
use report_explorer::site::{
    Modules, Program, offline, packed_programs, pages_and_data, template_of,
};
use report_explorer::{check, files};
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use thirtyfour::prelude::*;

use crate::chromium::{Page, visit};

/// The year of the report that the program holds.
const NEWEST: u16 = 2020;

/// The first report as if it were of another year: the years it speaks of move along.
pub(crate) fn report_of(year: u16) -> Report {
    let moved = |file: File| {
        let mut text = String::from_utf8(file.bytes).expect("UTF-8");
        // From the earliest on, so that no year is moved twice.
        for known in NEWEST - 5..=NEWEST + 1 {
            text = text.replace(&known.to_string(), &(known - (NEWEST - year)).to_string());
        }
        File { path: file.path, bytes: text.into_bytes() }
    };
    let known =
        files::read_edition("data".as_ref(), Edition::of_year(NEWEST)).expect("the data is there");
    let source = SourceFiles {
        year,
        report: moved(known.report),
        annotations: moved(known.annotations),
        terms: known.terms,
        site: known.site,
        words: known.words,
        ..SourceFiles::default()
    };
    let mut report = check::check(&source).unwrap_or_else(|issues| panic!("{year}: {}", issues[0]));
    report.lexicon = lexicon_of(&report);
    report
}

/// A site of these years around the program as built.
fn site_of(name: &str, years: impl Iterator<Item = u16>) -> PathBuf {
    archive_of(name, years.map(report_of))
}

/// A site of these reports around the program as built.
pub(crate) fn archive_of(name: &str, reports: impl Iterator<Item = Report>) -> PathBuf {
    let read =
        |path: &str| std::fs::read(Path::new("target").join(path)).expect("the program is built");
    let text = |path: &str| String::from_utf8(read(path)).expect("UTF-8");
    let program = Program {
        template: include_str!("../../index.html").to_string(),
        head_script: text("program/head.js"),
        search_ahead_script: text("program/search_ahead.js"),
        start_script: text("program/start.js"),
        single_file_script: text("program/single_file.js"),
        worker_script: text("program/worker.js"),
        page_script: text("program/page.js"),
        modules: Modules {
            page: read("program/page.wasm"),
            search: read("program/search.wasm"),
            archive: read("program/archive.wasm"),
            ..Modules::default()
        },
        ..Program::default()
    };
    let reports: Vec<&'static Report> =
        reports.map(|report| &*Box::leak(Box::new(report))).collect();
    let template = template_of(&program, reports[0]).expect("the program is whole");
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let mut site =
        tokio::task::LocalSet::new().block_on(&runtime, pages_and_data(&template, &reports));
    site.extend(offline::files(reports[0], &program.worker_script, template.assets(), &site));
    site.extend(template.assets().files());
    site.extend(packed_programs(&site));
    let folder = PathBuf::from("target/sites").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    for (path, bytes) in site {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().expect("below the folder")).expect("room in target");
        std::fs::write(path, bytes).expect("room in target");
    }
    folder
}

/// Name and bytes of everything that the page has loaded, itself first.
const LOADED: &str =
    "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .map(entry => [entry.name.replace(/.*\\//, ''), entry.decodedBodySize])";

fn n_bytes(loaded: &Value) -> f64 {
    loaded.as_array().into_iter().flatten().filter_map(|entry| entry[1].as_f64()).sum()
}

/// What a first visit to the newest report loads, the program that comes with a touch included.
fn first_load(site: &Path) -> Value {
    let mut loaded = Value::Null;
    visit(site, 390, async |page: Page| {
        page.open("2020/report/").await?;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        loaded = page.get(LOADED).await?;
        page.assert_sound("the newest report").await
    });
    loaded
}

async fn search(page: &Page) -> WebDriverResult<()> {
    page.driver.find(By::Css("#search-field")).await?.send_keys("zhongcai").await?;
    page.wait_for("document.querySelector('.hit mark')").await
}

#[test]
fn ten_years_load_no_more_than_one_and_each_older_year_brings_its_own() {
    let alone = first_load(&site_of("one-year", [NEWEST].into_iter()));
    let ten = site_of("ten-years", (NEWEST - 9..=NEWEST).rev());
    let among_ten = first_load(&ten);
    let (one, many) = (n_bytes(&alone), n_bytes(&among_ten));
    assert!(
        one > 200_000.0 && (many - one).abs() <= 0.02 * one,
        "{one} bytes alone, {many} among ten years: {alone} {among_ten}"
    );
    // Each figure names all ten years, and links to those comparisons alone that have a page.
    let figure = ten.join("2015/figures/legal-aid-cases/index.html");
    let figure = std::fs::read_to_string(figure).expect("the page is there");
    assert!(figure.contains("../../../2011/figures/legal-aid-cases/"), "the oldest years");
    let linked: Vec<&str> = figure
        .match_indices("../compare/")
        .map(|(at, _)| figure[at + 3..].split('"').next().expect("an address"))
        .filter(|path| path.matches('/').count() > 1)
        .collect();
    assert!(linked.len() >= 2, "{linked:?}");
    linked.iter().for_each(|path| assert!(ten.join(path).join("index.html").exists(), "{path}"));
    // The page's own HTML names the other years; that is all it grows by.
    let html = |loaded: &Value| loaded[0][1].as_f64().unwrap_or_default();
    assert!((html(&among_ten) - html(&alone)).abs() <= 0.02 * html(&alone), "{alone} {among_ten}");

    visit(&ten, 390, async |page: Page| {
        page.open("2015/report/").await?;
        page.wait_for(&format!("({LOADED}).some(entry => /^search-/.test(entry[0]))")).await?;
        let names = format!(
            "({LOADED}).map(entry => entry[0].replace(/-[^.]*/, '').replace('.gz', '')).filter(name => name != 'icon.svg').sort()"
        );
        assert_eq!(
            page.get(&names).await?,
            json!([
                "",
                "manifest.webmanifest",
                "page.js",
                "page.wasm",
                "report.postcard",
                "search.wasm",
                "start.js",
                "style.css"
            ]),
            "each once"
        );
        let asked = "performance.getEntriesByType('resource').filter(entry => entry.name.includes('/2015/data/report.postcard')).length";
        assert_eq!(page.get(asked).await?, json!(1));
        assert!(page.text("document.body.innerText").await?.contains("2015年"));
        search(&page).await?;
        page.assert_sound("an older year's report").await?;

        // From year to year by links, and an older year's figure by its own address.
        page.open("2015/report/").await?;
        page.wait_for(&format!("({LOADED}).some(entry => /^search-/.test(entry[0]))")).await?;
        page.tap(".years a").await?;
        page.wait_for("location.pathname.endsWith('/compare/')").await?;
        page.tap(".edition a[href$='2011/']").await?;
        page.wait_for("location.pathname.endsWith('/2011/')").await?;
        page.take_over().await?;
        assert_eq!(page.place().await?, "2011/");
        page.tap(".key-figure").await?;
        page.wait_for("document.querySelector('.card.open')").await?;
        page.open("2013/figures/notarizations/").await?;
        page.open("2013/report/?q=%E4%BB%B2%E8%A3%81").await?;
        page.wait_for("document.querySelector('mark[data-hit]')").await
    });
}
