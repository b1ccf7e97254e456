//! Large print is the reader's: the browser keeps it from page to page until it is switched off, and no step of the
//! history takes it back. Where nothing may be kept, the address has it.

use std::time::Duration;

use serde_json::json;
use thirtyfour::prelude::*;

use crate::chromium::{Page, READY, dist, visit};
use crate::engines::{Engine, get, press, take_over, wait_for};

const LARGE: &str = "document.documentElement.classList.contains('large')";
const USUAL: &str = "!document.documentElement.classList.contains('large')";

/// From the overview, which is drawn in large print then.
async fn switch_on(driver: &WebDriver, root: &str) -> WebDriverResult<()> {
    driver.goto(format!("{root}2020/")).await?;
    take_over(driver).await?;
    press(driver, ".large-switch").await?;
    wait_for(driver, LARGE).await
}

#[test]
fn a_reload_in_large_print_stays_where_the_reader_was() {
    // The half of its style that comes with the program makes the text twice as long.
    let place = "(() => { const first = [...document.querySelectorAll('main .sentence[id]')].find(e => e.getBoundingClientRect().bottom > 120); \
        return [first.id, Math.round(first.getBoundingClientRect().top / 4)]; })()";
    for engine in Engine::ALL {
        engine.visit(&dist(), (500, 844), async |driver, root| {
            switch_on(&driver, &root).await?;
            press(&driver, "nav.places a[href$='report/']").await?;
            wait_for(&driver, "document.querySelector('article.report')").await?;
            tokio::time::sleep(Duration::from_millis(300)).await;
            driver
                .execute("scrollTo(0, document.documentElement.scrollHeight / 2)", Vec::new())
                .await?;
            tokio::time::sleep(Duration::from_millis(600)).await;
            let before = get(&driver, place).await?;
            for _ in 0..2 {
                driver.refresh().await?;
                wait_for(&driver, READY).await?;
                wait_for(&driver, &format!("JSON.stringify({place}) == '{before}'")).await?;
                tokio::time::sleep(Duration::from_millis(600)).await;
                assert_eq!(get(&driver, place).await?, before, "{engine:?}");
            }
            Ok(())
        });
    }
}

#[test]
fn large_print_stays_until_it_is_switched_off_and_back_does_not_bring_it_again() {
    for engine in Engine::ALL {
        engine.visit(&dist(), (500, 844), async |driver, root| {
            switch_on(&driver, &root).await?;
            press(&driver, "nav.places a[href$='figures/']").await?;
            wait_for(&driver, "document.querySelector('table.figures')").await?;
            assert_eq!(get(&driver, LARGE).await?, json!(true), "{engine:?}: on the next page");
            press(&driver, ".large-switch").await?;
            wait_for(&driver, USUAL).await?;
            driver.back().await?;
            wait_for(&driver, "document.querySelector('.key-figures')").await?;
            tokio::time::sleep(Duration::from_millis(300)).await;
            assert_eq!(get(&driver, LARGE).await?, json!(false), "{engine:?}: after Back");
            assert_eq!(get(&driver, "location.search").await?, json!(""), "{engine:?}");
            // Another visit, by an address that knows nothing of it.
            press(&driver, ".large-switch").await?;
            wait_for(&driver, LARGE).await?;
            tokio::time::sleep(Duration::from_millis(300)).await;
            driver.goto(format!("{root}2020/charts/")).await?;
            assert_eq!(get(&driver, LARGE).await?, json!(true), "{engine:?}: at once");
            let said = "document.querySelector('.large-switch').innerText.trim()";
            assert_eq!(get(&driver, said).await?, json!("标准版"), "{engine:?}: at once");
            // Its other switch comes without a touch.
            wait_for(&driver, "location.search === '?large=1'").await?;
            wait_for(&driver, "document.querySelector('.contrast-switch')").await?;
            // A page without a program.
            driver.goto(format!("{root}embed-guide/")).await?;
            assert_eq!(get(&driver, LARGE).await?, json!(true), "{engine:?}: in the guide");
            press(&driver, ".header-switch.reduce").await?;
            wait_for(&driver, USUAL).await?;
            driver.goto(format!("{root}2020/report/")).await?;
            take_over(&driver).await?;
            assert_eq!(get(&driver, LARGE).await?, json!(false), "{engine:?}: switched off");
            // A step back over documents, to one that was left in large print.
            press(&driver, ".large-switch").await?;
            wait_for(&driver, LARGE).await?;
            driver.goto(format!("{root}embed-guide/")).await?;
            driver.goto(format!("{root}2020/figures/")).await?;
            take_over(&driver).await?;
            press(&driver, ".large-switch").await?;
            wait_for(&driver, USUAL).await?;
            driver.back().await?;
            wait_for(&driver, "location.pathname.endsWith('/embed-guide/')").await?;
            tokio::time::sleep(Duration::from_millis(300)).await;
            assert_eq!(get(&driver, LARGE).await?, json!(false), "{engine:?}: back in the guide");
            // One further, to a page whose program may still be there as it was left.
            driver.back().await?;
            wait_for(&driver, "document.querySelector('article.report')").await?;
            take_over(&driver).await?;
            assert_eq!(get(&driver, LARGE).await?, json!(false), "{engine:?}: back in the text");
            press(&driver, ".large-switch").await?;
            wait_for(&driver, LARGE).await?;
            Ok(())
        });
    }
}

#[test]
fn the_colours_of_high_contrast_are_kept_with_it() {
    visit(&dist(), 390, async |page: Page| {
        let contrast = "document.documentElement.dataset.theme === 'contrast'";
        page.open("2020/").await?;
        page.tap(".large-switch").await?;
        page.tap(".contrast-switch").await?;
        page.wait_for(contrast).await?;
        page.open_static("2020/figures/").await?;
        assert_eq!(page.get(contrast).await?, json!(true), "at once");
        page.take_over().await?;
        page.wait_for(&format!("{LARGE} && {contrast}")).await?;
        page.tap(".contrast-switch").await?;
        page.wait_for(&format!("{LARGE} && !({contrast})")).await?;
        page.open("2020/").await?;
        assert_eq!(page.get(contrast).await?, json!(false));
        assert_eq!(page.get(LARGE).await?, json!(true));
        page.assert_quiet("contrast").await
    });
}

#[test]
fn where_nothing_is_kept_the_address_has_it() {
    visit(&dist(), 390, async |page: Page| {
        let refused = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError') }})";
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": refused})).await?;
        page.open("2020/").await?;
        page.tap(".large-switch").await?;
        page.wait_for(LARGE).await?;
        page.tap("nav.places a[href$='report/']").await?;
        page.wait_for("document.querySelector('article.report')").await?;
        assert_eq!(page.place().await?, "2020/report/?large=1");
        page.driver.refresh().await?;
        assert_eq!(page.get(LARGE).await?, json!(true));
        page.assert_quiet("refused storage").await
    });
}
