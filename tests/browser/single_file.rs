//! `explorer.html`, alone in a folder: opened as a file, served, and in a sandbox, with its program
//! and without.

use std::path::Path;
use std::time::Duration;

use report_explorer::site::inline::inline;
use report_explorer::site::lzma;
use serde_json::json;
use thirtyfour::error::WebDriverResult;
use thirtyfour::prelude::*;

use crate::chromium::{Page, READY, dist, visit};
use crate::engines::{Engine, get, press, wait_for};

/// Puts the file alone into a folder, as on a USB stick, and leads `page` there.
fn take_away(name: &str, page: &mut Page) {
    let folder = Path::new("target/sites").join(name);
    std::fs::create_dir_all(&folder).expect("room in target");
    std::fs::copy(dist().join("explorer.html"), folder.join("explorer.html")).expect("it is built");
    page.root = format!("file://{}/", folder.canonicalize().expect("it is there").display());
}

async fn close_card(page: &Page) -> WebDriverResult<()> {
    page.tap(".card .close").await?;
    page.wait_for("!document.querySelector('.card.open')").await
}

/// Everything a reader does, from the overview on.
async fn explore(page: &Page) -> WebDriverResult<()> {
    page.tap(".key-figure").await?;
    page.wait_for("document.querySelector('.card.open')").await?;
    close_card(page).await?;
    page.tap("nav.places a[href$='report/']").await?;
    page.wait_for("document.querySelector('#app #letter')").await?;
    page.driver.find(By::Css("#search-field")).await?.send_keys("zhongcai").await?;
    page.wait_for("document.querySelector('.hit mark')").await?;
    page.tap("a.hit").await?;
    page.wait_for("document.querySelector('.card.open')").await?;
    close_card(page).await?;
    page.tap("nav.places a[href$='figures/']").await?;
    page.wait_for("document.querySelectorAll('#app table.figures tbody tr').length == 43").await?;
    page.tap("#app a.row-link").await?;
    page.wait_for("document.querySelector('.card.open')").await?;
    page.tap(".card .actions a.button[href*='figures/']").await?;
    page.wait_for("document.querySelector('.figure-page .value')").await?;
    page.tap("nav.places a[href$='charts/']").await?;
    page.wait_for("document.querySelectorAll('#app .chart-card svg').length > 10").await?;
    page.tap("#app .chart-card h2 a").await?;
    page.wait_for("document.querySelector('.chart-page, #app .export, #app table')").await?;
    page.tap("nav.places a[href$='about/']").await?;
    page.wait_for("document.querySelector('#app dl, #app dt')").await
}

const N_RESOURCES: &str = "performance.getEntriesByType('resource').length";

#[test]
fn the_file_alone_is_the_whole_explorer() {
    visit(&dist(), 390, async |mut page: Page| {
        take_away("stick", &mut page);
        page.open("explorer.html").await?;
        assert_eq!(
            page.get("getComputedStyle(document.getElementById('static')).display").await?,
            json!("none")
        );
        page.assert_sound("the file").await?;
        explore(&page).await?;
        assert_eq!(page.place().await?, "explorer.html#/about/");
        // Back through what was opened; a link to the skip target keeps the page.
        page.driver.back().await?;
        page.wait_for("document.querySelector('#app .chart-card, #app figure')").await?;
        page.driver.back().await?;
        page.wait_for("document.querySelectorAll('#app .chart-card svg').length > 10").await?;
        assert_eq!(page.place().await?, "explorer.html#/2020/charts/");
        page.get("document.querySelector('a.skip').click()").await?;
        page.wait_for("document.querySelectorAll('#app .chart-card svg').length > 10").await?;
        assert_eq!(page.get(N_RESOURCES).await?, json!(0));
        page.assert_quiet("the file").await
    });
}

#[test]
fn an_address_inside_the_file_opens_there() {
    visit(&dist(), 1280, async |mut page: Page| {
        take_away("stick-address", &mut page);
        page.open("explorer.html#/2020/report/?q=%E4%BB%B2%E8%A3%81#f-arbitration-cases").await?;
        page.wait_for(
            "document.querySelector('.card.open') && document.querySelector('#app mark[data-hit]')",
        )
        .await?;
        page.tap("nav.places a[href$='figures/']").await?;
        page.wait_for("document.querySelectorAll('#app table.figures tbody tr').length == 43")
            .await?;
        page.driver.refresh().await?;
        page.wait_for("document.querySelectorAll('#app table.figures tbody tr').length == 43")
            .await?;
        page.assert_quiet("an address inside the file").await
    });
}

#[test]
fn a_reload_of_the_file_stays_where_the_reader_was() {
    visit(&dist(), 1280, async |mut page: Page| {
        take_away("stick-reload", &mut page);
        page.open("explorer.html").await?;
        page.tap("nav.places a[href$='report/']").await?;
        page.wait_for("document.querySelector('#app article.report')").await?;
        page.get("document.getElementById('s40').scrollIntoView({block: 'center'})").await?;
        let stands = "Math.round(document.querySelector('#app #s40').getBoundingClientRect().top)";
        // The place is kept once scrolling rests.
        tokio::time::sleep(Duration::from_millis(600)).await;
        let before = page.get(stands).await?.as_i64().expect("a number");
        page.driver.refresh().await?;
        page.wait_for("document.querySelector('#app article.report')").await?;
        page.wait_for(&format!("Math.abs({stands} - {before}) < 2")).await?;
        // A place on the page has an address that says which page.
        page.tap(".contents.wide a[href$='#section-1-4']").await?;
        page.wait_for("location.hash === '#/2020/report/#section-1-4'").await?;
        page.driver.refresh().await?;
        page.wait_for("document.querySelector('#app article.report')").await?;
        let top = "document.querySelector('#app #section-1-4').getBoundingClientRect().top";
        page.wait_for(&format!("{top} > -2 && {top} < 120")).await
    });
}

#[test]
fn served_it_asks_for_nothing_and_leaves_no_worker() {
    visit(&dist(), 390, async |page: Page| {
        page.open("explorer.html").await?;
        explore(&page).await?;
        assert_eq!(page.get(N_RESOURCES).await?, json!(0));
        assert_eq!(
            page.get("navigator.serviceWorker.getRegistrations().then(all => all.length)").await?,
            json!(0)
        );
        page.assert_quiet("the file, served").await
    });
}

#[test]
fn in_a_sandbox_it_works_as_well() {
    visit(&dist(), 1280, async |mut page: Page| {
        take_away("stick-sandbox", &mut page);
        let host = "<!DOCTYPE html><title>host</title><iframe src=\"explorer.html\" sandbox=\"allow-scripts\" width=\"1000\" height=\"800\"></iframe>";
        std::fs::write("target/sites/stick-sandbox/host.html", host).expect("room in target");
        page.open_static("host.html").await?;
        page.driver.enter_frame(0).await?;
        page.wait_for("document.documentElement.classList.contains('ready')").await?;
        explore(&page).await?;
        // What the page notes about itself is in another process; the console is shared.
        let logged: Vec<String> =
            page.driver.browser_log().await?.into_iter().map(|entry| entry.message).collect();
        assert!(logged.is_empty(), "{logged:?}");
        Ok(())
    });
}

#[test]
fn it_is_small_enough_for_a_chat() {
    let length = std::fs::metadata(dist().join("explorer.html")).expect("it is built").len();
    assert!(length <= 450_000, "{length} bytes");
}

#[test]
fn a_browser_that_unpacks_nothing_has_the_tools_too() {
    visit(&dist(), 390, async |mut page: Page| {
        take_away("stick-unpacking", &mut page);
        let missing = json!({"source": "delete window.DecompressionStream"});
        page.cdp("Page.addScriptToEvaluateOnNewDocument", missing).await?;
        page.open("explorer.html").await?;
        explore(&page).await?;
        page.assert_quiet("the file where nothing unpacks").await
    });
}

#[test]
fn every_engine_unpacks_it() {
    for engine in Engine::ALL {
        println!("{engine:?}");
        engine.visit(&dist(), (500, 844), async |driver, root| {
            driver.goto(format!("{root}explorer.html")).await?;
            wait_for(&driver, READY).await?;
            press(&driver, ".key-figure").await?;
            wait_for(&driver, "document.querySelector('.card.open')").await
        });
    }
}

/// Bytes of every length and kind, the same in every run: all of one kind that a parser would change, and mixed.
fn samples() -> Vec<Vec<u8>> {
    let mut state = 1_u32;
    let mut mixed = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    let uniform = (0..=255).map(|byte| vec![byte; 29]);
    let lengths = (0..64).map(|length| vec![0x0d; length]);
    let mut samples: Vec<Vec<u8>> = uniform.chain(lengths).collect();
    samples.extend((0..64).map(|length| (0..length).map(|_| mixed()).collect()));
    samples.push((0..40_000).map(|_| mixed()).collect());
    samples.push(std::fs::read("data/2020/report.txt").expect("the report"));
    samples.push(std::fs::read(dist().join("desk.html")).expect("the desk")[..300_000].to_vec());
    samples
}

#[test]
fn bytes_inside_a_page_come_back_as_they_were() {
    let samples = samples();
    let folder = Path::new("target/sites/inline");
    std::fs::create_dir_all(folder).expect("room in target");
    let mut html = "<!DOCTYPE html><meta charset=\"utf-8\">".to_string();
    for (at, bytes) in samples.iter().enumerate() {
        html += &inline(&format!("plain-{at}"), bytes);
        html += &inline(&format!("packed-{at}"), &lzma::pack(bytes));
    }
    html += &format!(
        "<script id=\"program\">{}{}</script>",
        include_str!("../../src/app/single_file.js"),
        include_str!("../../src/app/unpack_programs.js")
    );
    std::fs::write(folder.join("index.html"), html).expect("room in target");
    // A sum of bytes and their places, since there are a million of them.
    let sum_of = |bytes: &[u8]| {
        bytes.iter().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(*byte)))
    };
    let sums: Vec<[u64; 2]> =
        samples.iter().map(|bytes| [bytes.len() as u64, sum_of(bytes).into()]).collect();
    let read = |kind: &str| {
        let n = samples.len();
        format!(
            "(() => {{
                const program = document.getElementById('program');
                const sum = bytes => bytes.reduce((sum, byte) => Math.imul(sum, 31) + byte >>> 0, 0);
                return Array.from({{length: {n}}}, (_, at) => {{
                    const element = document.getElementById('{kind}-' + at);
                    if ('{kind}' === 'plain') return program.bytes(element);
                    element.id = 'report-data';
                    const bytes = program.unpacked('report-data');
                    element.id = '';
                    return bytes;
                }}).map(bytes => [bytes.length, sum(bytes)]);
            }})()"
        )
    };
    for engine in Engine::ALL {
        println!("{engine:?}");
        engine.visit(folder, (500, 844), async |driver, root| {
            driver.goto(&root).await?;
            for kind in ["plain", "packed"] {
                assert_eq!(get(&driver, &read(kind)).await?, json!(sums), "{kind}");
            }
            Ok(())
        });
    }
}

#[test]
fn where_the_history_is_refused_it_still_leads_everywhere() {
    visit(&dist(), 390, async |mut page: Page| {
        take_away("stick-history", &mut page);
        let refused = "history.pushState = history.replaceState = () => { throw new DOMException('refused', 'SecurityError'); };";
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": refused})).await?;
        page.open("explorer.html").await?;
        explore(&page).await?;
        page.assert_quiet("the file without history").await
    });
}

#[test]
fn a_chart_is_taken_from_the_file_without_anything_beside_it() {
    // The canvas gives out nothing, so that what was built would be the next to ask for.
    let refused = "CanvasRenderingContext2D.prototype.drawImage = function () {}";
    visit(&dist(), 390, async |mut page: Page| {
        take_away("stick-export", &mut page);
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": refused})).await?;
        page.open("explorer.html").await?;
        page.tap("nav.places a[href$='charts/']").await?;
        page.tap("#app .chart-card h2 a").await?;
        page.wait_for("document.getElementById('open-export')").await?;
        page.tap("#open-export").await?;
        page.wait_for("document.querySelector('.export .preview')").await?;
        // What is passed on says nothing of the reader's disk.
        let picture =
            page.text("decodeURIComponent(document.querySelector('.preview').src)").await?;
        assert!(!picture.contains("file:"), "{picture}");
        page.tap(".export .actions button.primary").await?;
        page.wait_for("document.querySelector('.export > [role=status]').textContent.includes('改存为矢量图')").await?;
        page.tap("#show-picture").await?;
        page.wait_for("document.querySelector('.press img').naturalWidth > 0").await?;
        page.tap(".press button").await?;
        // No link leads to where nothing is.
        let links = "[...document.querySelectorAll('#app main a[href]')].filter(link => link.offsetParent && !/#|\\/$/.test(link.getAttribute('href').replace(/\\?.*/, ''))).map(link => link.outerHTML)";
        assert_eq!(page.get(links).await?, json!([]));
        assert_eq!(page.get(N_RESOURCES).await?, json!(0));
        page.assert_quiet("export from the file").await
    });
}

#[test]
fn without_the_program_text_figures_and_charts_are_there() {
    for script in ["delete window.WebAssembly", "document.addEventListener = null"] {
        visit(&dist(), 390, async |mut page: Page| {
            take_away("stick-plain", &mut page);
            if script.starts_with("delete") {
                page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": script}))
                    .await?;
            } else {
                page.cdp("Emulation.setScriptExecutionDisabled", json!({"value": true})).await?;
            }
            page.open_static("explorer.html").await?;
            let source = page.driver.find(By::Tag("body")).await?.text().await?;
            for words in ["调解矛盾纠纷案件3604件", "全部43个指标"] {
                assert!(source.contains(words), "{words}");
            }
            page.tap("nav.places a[href='#at-report']").await?;
            page.tap("#at-report a.figure").await?;
            assert!(page.place().await?.starts_with("explorer.html#figures--f-"));
            page.tap("#at-figures a.row-link").await?;
            assert!(page.place().await?.starts_with("explorer.html#report--f-"));
            assert!(page.driver.find_all(By::Css("#at-charts svg")).await?.len() >= 10);
            // Every link leads to a place in the file.
            for link in page.driver.find_all(By::Css("a[href]")).await? {
                let href = link.attr("href").await?.unwrap_or_default();
                let id = href
                    .strip_prefix('#')
                    .unwrap_or_else(|| panic!("{href} leads out of the file"));
                page.driver.find(By::Id(id)).await?;
            }
            Ok(())
        });
    }
}
