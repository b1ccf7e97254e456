//! axe-core finds nothing to say against any kind of page, in any state a reader can open.

use std::time::Duration;

use serde_json::json;
use thirtyfour::prelude::*;

use crate::chromium::{Page, SCRIPT_TIMEOUT, dist, visit};

pub(crate) fn axe() -> String {
    let tools =
        std::env::var("REPORT_EXPLORER_TOOLS").expect("`.ci/toolchain native` runs the tests");
    let path = std::path::Path::new(&tools).join("npm/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub(crate) async fn assert_accessible(page: &Page, axe: &str, state: &str) -> WebDriverResult<()> {
    // A policy holds for what the page's HTML names, not for what a driver runs.
    page.driver.execute(axe, Vec::new()).await?;
    // Two long reports side by side take a slow machine longer than any other script may.
    page.driver.set_script_timeout(Duration::from_secs(60)).await?;
    let found = page
        .get("axe.run(document, {resultTypes: ['violations']}).then(found => found.violations.flatMap(rule =>
            rule.nodes.map(node => rule.id + ': ' + node.target.join(' ') + ' ' + node.html.slice(0, 100))))")
        .await?;
    page.driver.set_script_timeout(SCRIPT_TIMEOUT).await?;
    assert_eq!(found, json!([]), "{state}");
    Ok(())
}

#[test]
fn no_page_and_no_opened_state_has_a_violation() {
    let axe = axe();
    for width in [320, 1280] {
        visit(&dist(), width, async |page: Page| {
            for (path, opens) in [
                ("2020/", ""),
                ("2020/", ".key-figure"),
                ("2020/?large=1", ""),
                ("2020/report/", ""),
                ("2020/report/", "a[data-open='f-legal-aid-cases']"),
                ("2020/report/", "a.term"),
                ("2020/report/?large=1", "a[data-open='f-legal-aid-cases']"),
                ("2020/report/?q=行政&hit=2", ""),
                ("2020/figures/", ""),
                ("2020/figures/", "a.row-link"),
                ("2020/figures/?figures=legal-aid-cases", ""),
                ("2020/figures/legal-aid-cases/", ""),
                ("2020/figures/legal-aid-cases/", ".page-code summary"),
                ("2020/charts/", ""),
                ("2020/charts/rates/", ""),
                ("2020/charts/rates/", "details.data summary"),
                ("2020/charts/rates/?view=table", ""),
                ("2020/charts/rates/?export=1", ""),
                ("2020/charts/custom/", ""),
                ("2020/charts/custom/?figures=legal-aid-cases", ""),
                ("2020/search/", ""),
                ("2020/search/?q=行政", ""),
                ("2020/audit/", ""),
                ("about/", ""),
                ("embed-guide/", ""),
                ("deploy/", ""),
                ("404.html", ""),
                ("2020/embed/explorer/", ""),
                ("2020/embed/search/", ""),
                ("2020/embed/chart/rates/", ""),
                ("2020/embed/figure/legal-aid-cases/", ""),
                ("explorer.html", ""),
            ] {
                page.open_any(path).await?;
                if !opens.is_empty() {
                    page.tap(opens).await?;
                    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
                }
                assert_accessible(&page, &axe, &format!("{path} {opens} at {width}")).await?;
            }
            page.open("2020/report/").await?;
            page.tap("#search-field").await?;
            page.driver.action_chain().send_keys("仲裁").perform().await?;
            page.wait_for("document.querySelector('#search-hits .hit mark')").await?;
            assert_accessible(&page, &axe, &format!("the open search box at {width}")).await
        });
    }
}
