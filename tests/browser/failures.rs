//! What can be missing or broken, each driven in Chromium, and what the reader still sees.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::chromium::{Page, changed_site, dist, visit};

/// The text, its figures, the ways to other pages, and one quiet line.
async fn assert_readable(page: &Page) -> thirtyfour::error::WebDriverResult<()> {
    page.open_static("2020/report/").await?;
    assert!(page.text("document.body.innerText").await?.contains("调解矛盾纠纷案件3604件"));
    page.wait_for("getComputedStyle(document.querySelector('.unavailable')).display == 'block'").await?;
    page.tap("nav.places a[href$='figures/']").await?;
    page.wait_for("document.querySelectorAll('table.figures tbody tr').length == 43").await?;
    page.tap("a.row-link").await?;
    page.wait_for("document.querySelector('.figure-page .value')").await
}

fn wasm(site: &Path) -> PathBuf {
    let files = std::fs::read_dir(site).expect("the site is there");
    files
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| path.extension().is_some_and(|extension| extension == "wasm"))
        .expect("it has a module")
}

#[test]
fn a_missing_module_leaves_the_page_readable() {
    let site = changed_site("wasm-missing", "", |site| std::fs::remove_file(wasm(site)).expect("it was there"));
    visit(&site, 390, async |page: Page| assert_readable(&page).await);
}

#[test]
fn a_page_of_html_in_the_modules_place_leaves_the_page_readable() {
    let site = changed_site("wasm-html", "", |site| std::fs::write(wasm(site), "<!DOCTYPE html><title>200</title>").expect("writable"));
    visit(&site, 390, async |page: Page| assert_readable(&page).await);
}

#[test]
fn a_truncated_module_leaves_the_page_readable() {
    let site = changed_site("wasm-truncated", "", |site| {
        let bytes = std::fs::read(wasm(site)).expect("readable");
        std::fs::write(wasm(site), &bytes[..bytes.len() / 2]).expect("writable");
    });
    visit(&site, 390, async |page: Page| assert_readable(&page).await);
}

#[test]
fn a_kernel_without_webassembly_leaves_the_page_readable() {
    visit(&dist(), 390, async |page: Page| {
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": "delete window.WebAssembly"})).await?;
        assert_readable(&page).await
    });
}

#[test]
fn a_stricter_policy_of_the_host_leaves_the_page_readable() {
    let site = changed_site("strict-policy", "", |site| {
        for path in ["2020/report/index.html", "2020/figures/index.html", "2020/figures/local-regulations-passed/index.html"] {
            let html = std::fs::read_to_string(site.join(path)).expect("readable");
            std::fs::write(site.join(path), html.replace(" 'wasm-unsafe-eval' 'unsafe-eval'", "")).expect("writable");
        }
    });
    visit(&site, 390, async |page: Page| assert_readable(&page).await);
}

#[test]
fn without_script_everything_to_read_is_there() {
    visit(&dist(), 390, async |page: Page| {
        page.cdp("Emulation.setScriptExecutionDisabled", json!({"value": true})).await?;
        page.open_static("2020/report/").await?;
        page.tap("nav.places a[href$='charts/']").await?;
        page.tap("nav.places a[href$='figures/']").await?;
        page.tap("a.row-link").await?;
        assert!(page.driver.source().await?.contains("figure-page"));
        Ok(())
    });
}
