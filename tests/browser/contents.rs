//! The contents beside the text and above it: they lead to a section below every bar, and mark the one that
//! is read, by whatever way the reader came.

use std::time::Duration;

use serde_json::json;

use crate::chromium::{Page, dist, visit};
use crate::engines::{Engine, get, is_seen, press, scroll_to, take_over, wait_for};

/// What the contents mark.
const CURRENT: &str =
    "[...document.querySelectorAll('.contents [aria-current]')].map(e => e.textContent).join('|')";

#[test]
fn a_link_to_a_place_leaves_it_below_the_contents_bar() {
    for place in ["f-notarizations", "t-fang-guan-fu", "section-1-3"] {
        visit(&dist(), 390, async |page: Page| {
            page.open_static(&format!("2020/report/#{place}")).await?;
            let room = format!(
                "document.getElementById('{place}').getBoundingClientRect().top - document.querySelector('.contents.narrow').getBoundingClientRect().bottom"
            );
            page.wait_for(&format!("scrollY > 0 && {room} >= 0")).await
        });
    }
}

#[test]
fn the_contents_follow_the_reading() {
    visit(&dist(), 1280, async |page: Page| {
        page.open("2020/report/").await?;
        page.get("document.getElementById('section-1-4').scrollIntoView()").await?;
        page.wait_for("document.querySelector('.contents.wide [aria-current]').textContent.includes('坚持改革创新')").await?;
        Ok(())
    });
}

#[test]
fn the_contents_do_not_run_ahead_before_the_end_of_the_page() {
    for width in [390, 1280] {
        visit(&dist(), width, async |page: Page| {
            page.open("2020/").await?;
            page.tap("nav.places a[href*='report']").await?;
            page.wait_for("document.querySelector('.report')").await?;
            // Half a window before the end: the section at the line of reading, a quarter down.
            let reached = "(() => { const at = innerHeight / 4 + 1; \
                return [...document.querySelectorAll('.report section[id]')].filter(e => e.getBoundingClientRect().top <= at).pop().id; })()";
            page.get("scrollTo(0, document.documentElement.scrollHeight - 1.5 * innerHeight)")
                .await?;
            page.draw().await?;
            let section = page.text(reached).await?;
            page.wait_for(&format!(
                "document.querySelector('.contents [aria-current]').hash === '#{section}'"
            ))
            .await?;
            // At the end the last one is read.
            page.get("scrollTo(0, document.documentElement.scrollHeight)").await?;
            page.wait_for("(links => links[links.length - 1].hasAttribute('aria-current'))(document.querySelectorAll('.contents.narrow a'))").await
        });
    }
}

#[test]
fn the_entry_of_what_is_read_is_in_sight_beside_the_text() {
    visit(&dist(), 1280, async |page: Page| {
        page.resize_to(1280, 500).await?;
        page.open("2020/report/").await?;
        for (place, heading) in [("section-2-1", "制度体系"), ("section-1-1", "高位领导")] {
            page.get(&format!("document.getElementById('{place}').scrollIntoView()")).await?;
            let current = ".contents.wide [aria-current]";
            page.wait_for(&format!(
                "document.querySelector('{current}').textContent.includes('{heading}')"
            ))
            .await?;
            page.draw().await?;
            assert!(is_seen(&page.driver, current).await?, "{place}");
        }
        page.assert_quiet("contents").await
    });
}

#[test]
fn unfolded_contents_show_what_is_read_however_large_they_are() {
    visit(&dist(), 390, async |page: Page| {
        page.open("2020/report/?large=1").await?;
        page.wait_for("document.documentElement.classList.contains('large')").await?;
        page.get("document.getElementById('section-2-2').scrollIntoView()").await?;
        let current = ".contents.narrow [aria-current]";
        page.wait_for(&format!(
            "document.querySelector('{current}').textContent.includes('履行政府职能')"
        ))
        .await?;
        page.get("document.querySelector('.contents.narrow summary').click()").await?;
        page.wait_for(&format!("(e => {{ const r = e.getBoundingClientRect(); return r.height > 0 && e.contains(document.elementFromPoint(r.left + 40, r.top + r.height / 2)); }})(document.querySelector('{current}'))")).await
    });
}

#[test]
fn the_section_that_a_link_led_to_is_the_one_marked() {
    let entry = "document.querySelector('.contents.wide a[href=\"#shortcomings\"]').textContent";
    for engine in Engine::ALL {
        engine.visit_at_each(&dist(), &[(500, 844), (1280, 800)], async |driver, root| {
            driver.goto(format!("{root}2020/")).await?;
            take_over(&driver).await?;
            let link = "main a[href$='#shortcomings']";
            scroll_to(&driver, link, 300).await?;
            press(&driver, link).await?;
            wait_for(&driver, "document.querySelector('.report #shortcomings')").await?;
            let section = get(&driver, entry).await?.as_str().map(str::to_string);
            let marked = format!("{0}|{0}", section.expect("a heading"));
            wait_for(&driver, &format!("{CURRENT} == {}", json!(marked))).await?;
            // And stays so.
            tokio::time::sleep(Duration::from_millis(500)).await;
            assert_eq!(get(&driver, CURRENT).await?, json!(marked), "{engine:?}");
            Ok(())
        });
    }
}

#[test]
fn each_entry_of_the_contents_that_is_pressed_is_marked() {
    for engine in [Engine::Chromium, Engine::Firefox] {
        engine.visit(&dist(), (1280, 800), async |driver, root| {
            driver.goto(format!("{root}2020/")).await?;
            take_over(&driver).await?;
            press(&driver, "nav.places a[href$='report/']").await?;
            wait_for(&driver, "document.querySelector('.contents.wide li')").await?;
            let n_entries = "document.querySelectorAll('.contents.wide li').length";
            let n_entries = get(&driver, n_entries).await?.as_u64().expect("a number");
            assert!(n_entries > 15, "{n_entries}");
            for number in 1..=n_entries {
                let entry = format!(".contents.wide li:nth-child({number}) a");
                let to_entry = format!(
                    "document.querySelector(\"{entry}\").scrollIntoView({{block: 'nearest'}})"
                );
                driver.execute(to_entry, Vec::new()).await?;
                press(&driver, &entry).await?;
                let entry = format!("document.querySelector(\"{entry}\")");
                wait_for(&driver, &format!("location.hash === {entry}.hash")).await?;
                tokio::time::sleep(Duration::from_millis(250)).await;
                let pressed = get(&driver, &format!("{entry}.textContent")).await?;
                let marked = "document.querySelector('.contents.wide [aria-current]').textContent";
                assert_eq!(get(&driver, marked).await?, pressed, "{engine:?}, entry {number}");
            }
            Ok(())
        });
    }
}

#[test]
fn unfolded_at_the_end_of_the_text_the_contents_move_nothing_and_close_beside() {
    for engine in Engine::ALL {
        engine.visit(&dist(), (500, 844), async |driver, root| {
            driver.goto(format!("{root}2020/")).await?;
            take_over(&driver).await?;
            press(&driver, "nav.places a[href$='report/']").await?;
            wait_for(&driver, "document.querySelector('article.report')").await?;
            scroll_to(&driver, "#section-2-5", 300).await?;
            let stands =
                "Math.round(document.querySelector('#section-2-5').getBoundingClientRect().top)";
            let before = get(&driver, stands).await?;
            let heading = ".contents.narrow summary";
            press(&driver, heading).await?;
            tokio::time::sleep(Duration::from_millis(300)).await;
            assert!(is_seen(&driver, ".contents.narrow [aria-current]").await?, "{engine:?}");
            assert_eq!(get(&driver, stands).await?, before, "{engine:?}: the text stays");
            assert!(is_seen(&driver, heading).await?, "{engine:?}: what closes it");
            press(&driver, "footer.site").await?;
            wait_for(&driver, "!document.querySelector('.contents.narrow[open]')").await?;
            assert_eq!(get(&driver, stands).await?, before, "{engine:?}: closed");
            Ok(())
        });
    }
}
