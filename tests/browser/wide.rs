//! Wide windows: what stands beside a page gives way to the card, nothing that was pressed moves, and
//! charts stand in two columns; a chart of one's own begins with choosing.

use std::time::Duration;

use serde_json::json;
use thirtyfour::prelude::*;

use crate::chromium::{Page, dist, visit};
use crate::engines::{
    Engine, get, is_seen, press, scroll_to, take_over, wait_for, wait_until_seen,
};

/// The box of the first element that a selector finds: left, top, right, bottom.
fn place_of(selector: &str) -> String {
    format!(
        "(() => {{ const r = document.querySelector(\"{selector}\").getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom].map(Math.round); }})()"
    )
}

#[test]
fn what_is_pressed_stays_where_it_was_and_is_seen_beside_its_card() {
    for width in [1280, 1920] {
        visit(&dist(), width, async |page: Page| {
            for (from, link, pressed) in [
                ("2020/", ".places a[href*='charts']", ".chart-card:nth-of-type(7) .chart a.mark"),
                ("about/", ".places a[href$='2020/']", ".key-figures li:last-child a.key-figure"),
                ("2020/", ".places a[href*='figures']", ".figures tbody tr:nth-child(3) .row-link"),
            ] {
                page.open(from).await?;
                page.tap(link).await?;
                page.wait_for(&format!("document.querySelector(\"{pressed}\")")).await?;
                page.take_over().await?;
                let mark = "document.querySelectorAll('[data-pressed]').forEach(e => e.removeAttribute('data-pressed'))";
                page.get(&format!("({mark}, [...document.querySelectorAll(\"{pressed}\")].find(e => e.getClientRects().length).setAttribute('data-pressed', ''), document.querySelector('[data-pressed]').scrollIntoView({{block: 'center'}}))")).await?;
                page.draw().await?;
                let before = page.get(&place_of("[data-pressed]")).await?;
                press(&page.driver, "[data-pressed]").await?;
                page.wait_for("document.querySelector('.card.open')").await?;
                page.draw().await?;
                assert_eq!(
                    page.get(&place_of("[data-pressed]")).await?,
                    before,
                    "{pressed} at {width}"
                );
                assert!(is_seen(&page.driver, "[data-pressed]").await?, "{pressed} at {width}");
                assert!(is_seen(&page.driver, ".card.open h2").await?, "its card at {width}");
                page.driver.back().await?;
                page.wait_for("!document.querySelector('.card.open')").await?;
            }
            page.assert_quiet("a wide window").await
        });
    }
}

#[test]
fn the_first_press_on_a_bar_opens_its_card() {
    for width in [390, 1280] {
        visit(&dist(), width, async |page: Page| {
            for path in ["2020/charts/", "2020/charts/rates/"] {
                // Nothing has been touched: the program is on its way only now.
                page.open_static(path).await?;
                page.get("([...document.querySelectorAll('.chart a.mark')].filter(e => e.getClientRects().length)[1].setAttribute('data-pressed', ''), document.querySelector('[data-pressed]').scrollIntoView({block: 'center'}))").await?;
                page.draw().await?;
                press(&page.driver, "[data-pressed]").await?;
                page.wait_for("document.querySelector('.card.open')").await?;
                assert!(is_seen(&page.driver, ".card.open h2").await?, "{path} at {width}");
            }
            Ok(())
        });
    }
}

#[test]
fn charts_stand_in_two_columns_with_their_list_beside() {
    for width in [1280, 1920] {
        visit(&dist(), width, async |page: Page| {
            page.open("2020/charts/").await?;
            let lefts = "[...new Set([...document.querySelectorAll('.chart-card')].map(e => Math.round(e.getBoundingClientRect().left)))].length";
            assert_eq!(page.get(lefts).await?, json!(2), "columns at {width}");
            assert!(is_seen(&page.driver, ".side-list h2").await?, "the list at {width}");
            page.tap(".side-list li:last-child a").await?;
            page.draw().await?;
            assert!(
                is_seen(&page.driver, ".chart-card:target h2 a").await?,
                "the chart at {width}"
            );
            let cut = "[...document.querySelectorAll('.chart-card')].filter(e => e.scrollWidth > e.clientWidth + 1).length";
            assert_eq!(page.get(cut).await?, json!(0), "charts cut off at {width}");
            page.assert_quiet("charts in columns").await
        });
    }
}

#[test]
fn a_chart_of_ones_own_begins_with_choosing() {
    for width in [390, 1280] {
        visit(&dist(), width, async |page: Page| {
            page.open("2020/charts/").await?;
            page.tap(".downloads a[href*='custom']").await?;
            page.wait_for("document.querySelector('.chooser input')").await?;
            page.take_over().await?;
            for nth in [2, 3] {
                let row = format!(".chooser fieldset:first-of-type .tick:nth-of-type({nth})");
                page.get(&format!(
                    "document.querySelector('{row}').scrollIntoView({{block: 'center'}})"
                ))
                .await?;
                page.draw().await?;
                let before = page.get(&place_of(&row)).await?;
                press(&page.driver, &format!("{row} input")).await?;
                page.wait_for(&format!("document.querySelector('{row} input').checked && document.querySelector('.chart')")).await?;
                page.draw().await?;
                assert_eq!(page.get(&place_of(&row)).await?, before, "a box moved at {width}");
            }
            // Those of other units are not offered beside them.
            assert_eq!(
                page.get("document.querySelectorAll('.chooser fieldset').length").await?,
                json!(1)
            );
            if width < 700 {
                page.tap(".to-chart").await?;
                page.draw().await?;
            } else {
                page.get("scrollTo(0, 0)").await?;
            }
            assert!(is_seen(&page.driver, ".chart-card h2").await?, "the chart at {width}");
            // Who is sent its address sees the chart, and the list is folded.
            let address = page.place().await?;
            page.open(address.split('#').next().unwrap_or_default()).await?;
            page.wait_for("document.querySelector('.chart-card h2')").await?;
            page.draw().await?;
            assert!(
                is_seen(&page.driver, ".chart-card h2").await?,
                "the chart that was sent at {width}"
            );
            assert_eq!(
                page.get("document.querySelector('.chooser details').open").await?,
                json!(false)
            );
            page.assert_quiet("a chart of one's own").await
        });
    }
}

#[test]
fn a_sentence_cut_off_by_the_top_of_the_window_moves_as_far_as_it_must_and_back() {
    for engine in Engine::ALL {
        engine.visit(&dist(), (1280, 800), async |driver, root| {
            driver.goto(format!("{root}2020/report/")).await?;
            take_over(&driver).await?;
            scroll_to(&driver, "#s20", 0).await?;
            // Its first line stands above the window.
            driver.execute("scrollBy(0, 24)", Vec::new()).await?;
            tokio::time::sleep(Duration::from_millis(300)).await;
            let before = get(&driver, "Math.round(scrollY)").await?.as_i64().expect("a number");
            let last_line = "(e => { const r = [...e.getClientRects()].pop(); return [Math.round(r.left + 8), Math.round(r.top + r.height / 2)]; })(document.querySelector('#s20'))";
            let at = get(&driver, last_line).await?;
            let at = |axis: usize| at[axis].as_i64().expect("a number");
            driver.action_chain().move_to(at(0), at(1)).click().perform().await?;
            wait_for(&driver, "document.querySelector('.card.open')").await?;
            wait_until_seen(&driver, "#s20").await?;
            let moved = get(&driver, "Math.round(scrollY)").await?.as_i64().expect("a number");
            assert!(before - moved < 120, "{engine:?}: from {before} to {moved}");
            tokio::time::sleep(Duration::from_millis(200)).await;
            driver.action_chain().send_keys(Key::Escape + "").perform().await?;
            wait_for(&driver, "!document.querySelector('.card.open')").await?;
            wait_for(&driver, &format!("Math.abs(scrollY - {before}) < 2")).await
        });
    }
}

#[test]
fn a_chart_of_ones_own_that_was_forwarded_can_be_changed_and_choosing_keeps_the_keyboard() {
    visit(&dist(), 1280, async |page: Page| {
        page.open("2020/charts/custom/?figures=notarizations,legal-aid-cases").await?;
        page.tap(".chooser summary").await?;
        page.wait_for("document.querySelectorAll('.chooser input:checked').length == 2").await?;
        assert!(is_seen(&page.driver, ".chooser fieldset label").await?);
        page.open("2020/charts/custom/").await?;
        let second =
            "[...document.querySelectorAll('.chooser fieldset')][1].querySelector('input')";
        page.get(&format!("{second}.focus()")).await?;
        let value = page.text(&format!("{second}.value")).await?;
        page.driver.action_chain().send_keys(Key::Space + "").perform().await?;
        page.wait_for("document.querySelectorAll('.chooser fieldset').length == 1").await?;
        assert_eq!(page.text("document.activeElement.value").await?, value);
        page.assert_quiet("choosing").await
    });
}
