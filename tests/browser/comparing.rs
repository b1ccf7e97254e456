//! Years and places side by side, as a reader comes to them: from a figure to the same in another year,
//! from the list of all reports to two of them, from there to the text and back.

use std::path::PathBuf;
use std::sync::OnceLock;

use serde_json::json;
use thirtyfour::prelude::*;

use crate::accessibility::{assert_accessible, axe};
use crate::archive::{archive_of, report_of};
use crate::chromium::{Page, visit};

/// Three years of the first place and one of another.
fn archive() -> PathBuf {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    let elsewhere = || {
        let mut report = report_of(2020);
        report.folder = "lin".to_string();
        report.site.place = "\u{6797}\u{6c34}\u{5e02}".to_string();
        report
    };
    let reports = || [2020, 2019, 2018].map(report_of).into_iter().chain([elsewhere()]);
    SITE.get_or_init(|| archive_of("compared", reports())).clone()
}

/// Whether what stands at the middle of an element, once it is in view, is that element.
async fn is_seen(page: &Page, selector: &str) -> WebDriverResult<bool> {
    let script = format!(
        "(() => {{ const element = document.querySelector({selector:?}); if (!element) return false; \
         element.scrollIntoView({{block: 'center'}}); const box = element.getBoundingClientRect(); \
         const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2); \
         return !!at && (element.contains(at) || at.contains(element)); }})()"
    );
    Ok(page.get(&script).await? == json!(true))
}

#[test]
fn a_figure_leads_to_the_same_in_another_year_and_back() {
    for width in [390, 1280] {
        visit(&archive(), width, async |page: Page| {
            page.open("2020/figures/").await?;
            // To the figure as a reader goes: the table's link, which leads to the page with other years.
            page.tap("a.row-link[href*='legal-aid-cases'], td a[href*='legal-aid-cases']").await?;
            page.open("2020/figures/legal-aid-cases/").await?;
            assert!(is_seen(&page, ".series h2").await?, "other years at {width}");
            assert!(
                is_seen(&page, ".series .pair .value").await?,
                "the number of another year at {width}"
            );
            page.tap(".series a.mark[href*='2018/figures/']").await?;
            page.wait_for("location.pathname.endsWith('/2018/figures/legal-aid-cases/')").await?;
            page.take_over().await?;
            assert!(
                is_seen(&page, ".series a.mark[href*='2020/figures/']").await?,
                "back to 2020 at {width}"
            );
            page.driver.back().await?;
            page.wait_for("location.pathname.endsWith('/2020/figures/legal-aid-cases/')").await?;
            page.take_over().await?;
            assert!(is_seen(&page, ".series .pair .value").await?, "after Back at {width}");
            // From one figure to the next, whose other years are its own.
            page.tap(".rows a[href*='figures/notarizations']").await?;
            page.wait_for("location.pathname.endsWith('/2020/figures/notarizations/')").await?;
            page.wait_for(
                "document.querySelector(\".series a.mark[href*='2018/figures/notarizations']\")",
            )
            .await?;
            page.assert_quiet("a figure's other years").await
        });
    }
}

#[test]
fn all_reports_lead_to_two_side_by_side_and_these_to_the_text_and_back() {
    for width in [390, 1280] {
        visit(&archive(), width, async |page: Page| {
            page.open("2020/report/").await?;
            page.tap(".years a").await?;
            page.wait_for(
                "location.pathname.endsWith('/compare/') && document.readyState === 'complete'",
            )
            .await?;
            page.tap(".edition a[href*='compare/2019/2020']").await?;
            page.wait_for("location.pathname.endsWith('/compare/2019/2020/')").await?;
            for seen in ["#page-title", "#like", ".pair .between", ".pair svg a.mark", "#promises"]
            {
                assert!(is_seen(&page, seen).await?, "{seen} at {width}");
            }
            let wide = page
                .get("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                .await?;
            assert!(wide.as_i64().is_some_and(|wide| wide <= 0), "{wide} px too wide at {width}");
            // Down to what is only in one of them, and to the sentence of a pair.
            page.tap("nav a[href='#promises']").await?;
            page.wait_for("location.hash === '#promises'").await?;
            page.driver.back().await?;
            page.tap(".pair .side + .side a.more").await?;
            page.wait_for("location.pathname.endsWith('/2020/report/')").await?;
            page.take_over().await?;
            page.wait_for("document.querySelector('.card.open')").await?;
            page.driver.back().await?;
            page.wait_for("location.pathname.endsWith('/compare/2019/2020/')").await?;
            page.assert_quiet("two reports side by side").await
        });
    }
}

#[test]
fn another_places_pages_are_its_own() {
    visit(&archive(), 390, async |page: Page| {
        page.open("lin/2020/").await?;
        assert!(
            page.text("document.querySelector('.site-name').innerText")
                .await?
                .contains("\u{6797}\u{6c34}\u{5e02}")
        );
        page.tap(".places a[href$='figures/']").await?;
        page.wait_for("location.pathname.endsWith('/lin/2020/figures/')").await?;
        // What is told of a report and handed out with it is that report's.
        page.tap(".places a[href$='about/']").await?;
        page.wait_for("location.pathname.endsWith('/lin/2020/about/')").await?;
        page.wait_for(
            "document.querySelector('main a[download][href$=\"lin/2020/data/figures.csv\"]')",
        )
        .await?;
        assert!(is_seen(&page, ".places [aria-current]").await?);
        page.tap(".site-name").await?;
        page.wait_for("location.pathname.endsWith('/lin/2020/')").await?;
        page.driver.find(By::Css("#search-field")).await?.send_keys("zhongcai").await?;
        page.wait_for("document.querySelector('.hit mark')").await?;
        page.tap(".hit").await?;
        page.wait_for("location.pathname.includes('/lin/2020/')").await?;
        // Two places: what the difference is said of is named by both.
        page.open_static("compare/2020/lin-2020/").await?;
        assert!(
            page.text("document.querySelector('h1').innerText")
                .await?
                .contains("\u{6797}\u{6c34}\u{5e02}2020")
        );
        assert_eq!(page.get("document.querySelectorAll('#promises').length").await?, json!(0));
        page.assert_quiet("another place").await
    });
}

#[test]
fn the_box_leads_to_what_other_reports_write_and_back() {
    for width in [390, 1280] {
        visit(&archive(), width, async |page: Page| {
            page.open("2020/report/").await?;
            page.tap("#search-field").await?;
            page.driver.find(By::Css("#search-field")).await?.send_keys("法律援助").await?;
            page.wait_for("document.querySelector('#search-hits a.more:last-child')").await?;
            let fetched = "performance.getEntriesByType('resource').filter(e => e.name.includes('/search/')).length";
            assert_eq!(page.get(fetched).await?, json!(0), "nothing of the index comes unasked");
            page.tap("#search-hits > p:last-child a").await?;
            page.wait_for("document.querySelector('#archive-hits .hit mark')").await?;
            assert!(is_seen(&page, "#archive-hits .hit").await?, "another report at {width}");
            assert_accessible(&page, &axe(), &format!("hits in other reports at {width}")).await?;
            let names = page.text("[...document.querySelectorAll('#archive-hits h3')].map(e => e.textContent).join()").await?;
            let at = |name: &str| names.find(name).unwrap_or_else(|| panic!("{name} in {names}"));
            assert!(at("2019") < at("\u{6797}\u{6c34}"), "the own place first: {names}");
            page.tap("#archive-hits .hit").await?;
            page.wait_for("location.pathname.endsWith('/2019/report/')").await?;
            page.take_over().await?;
            page.wait_for(
                "document.querySelector('.sentence.opened, .sentence .opened, mark[data-hit]')",
            )
            .await?;
            page.draw().await?;
            assert_eq!(
                page.get("(() => { const r = document.getElementById(location.hash.slice(1)).getClientRects()[0]; const e = document.elementFromPoint(r.left + 5, r.top + r.height / 2); return !!e && !!e.closest('.sentence, .report'); })()").await?,
                json!(true),
                "the sentence is seen at {width}"
            );
            page.driver.back().await?;
            page.wait_for("location.pathname.endsWith('/2020/search/')").await?;
            page.take_over().await?;
            page.wait_for("document.querySelector('#archive-hits .hit mark')").await?;
            // An everyday word is looked for as reports write it.
            page.driver.find(By::Css("#search-field")).await?.clear().await?;
            page.driver.find(By::Css("#search-field")).await?.send_keys("不存在的词语").await?;
            page.wait_for(
                "/几个字/.test(document.querySelector('#archive-hits [role=status]').textContent)",
            )
            .await?;
            page.assert_quiet("the other reports").await
        });
    }
}

#[test]
fn what_stands_side_by_side_has_no_violation() {
    let axe = axe();
    for width in [320, 1280] {
        visit(&archive(), width, async |page: Page| {
            for path in [
                "compare/",
                "compare/2019/2020/",
                "compare/2020/lin-2020/",
                "2019/figures/legal-aid-cases/",
            ] {
                page.open_any(path).await?;
                assert_accessible(&page, &axe, &format!("{path} at {width}")).await?;
            }
            Ok(())
        });
    }
}
