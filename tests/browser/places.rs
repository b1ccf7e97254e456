//! Where the reader is: no bar lies over the place they came for, and Back, Escape and 关闭 leave them
//! where they were. Driven from the page before, in every engine, at the size of a phone and of a
//! desktop.

use std::time::Duration;

use serde_json::json;
use thirtyfour::prelude::*;

use crate::chromium::{Page, READY, dist, visit};
use crate::engines::{
    Engine, get, is_seen, press, scroll_to, take_over, touch, wait_for, wait_until_seen,
};

/// A phone, as narrow as every engine makes a window, and a desktop.
const SIZES: [(u32, u32); 2] = [(500, 844), (1280, 800)];

const CARD: &str = "document.querySelector('.card.open')";
const NO_CARD: &str = "!document.querySelector('.card.open')";

fn everywhere<F>(visit: impl Fn(WebDriver, String) -> F)
where
    F: Future<Output = WebDriverResult<()>>,
{
    for engine in Engine::ALL {
        engine.visit_at_each(&dist(), &SIZES, &visit);
    }
}

/// Each engine at one size, for what takes its time; both sizes are among them.
fn each_once<F>(visit: impl Fn(WebDriver, String) -> F)
where
    F: Future<Output = WebDriverResult<()>>,
{
    for (engine, size) in Engine::ALL.into_iter().zip(SIZES.into_iter().cycle()) {
        println!("{engine:?} {size:?}");
        engine.visit(&dist(), size, &visit);
    }
}

/// Each engine at the size of a phone.
fn on_phones<F>(visit: impl Fn(WebDriver, String) -> F)
where
    F: Future<Output = WebDriverResult<()>>,
{
    for engine in Engine::ALL {
        println!("{engine:?}");
        engine.visit(&dist(), SIZES[0], &visit);
    }
}

async fn escape(driver: &WebDriver) -> WebDriverResult<()> {
    // Nobody presses it in the moment in which a card opens.
    tokio::time::sleep(Duration::from_millis(200)).await;
    driver.action_chain().send_keys(Key::Escape + "").perform().await
}

async fn type_query(driver: &WebDriver, query: &str) -> WebDriverResult<()> {
    press(driver, "#search-field").await?;
    driver.action_chain().send_keys(query).perform().await?;
    wait_for(driver, "document.querySelector('#search-hits .hit mark')").await
}

/// First sentence that can be read below the bars on top, and where it stands.
const READING: &str = "(() => {
    const bar = document.querySelector('.contents.narrow');
    const top = bar && getComputedStyle(bar).position == 'sticky' ? bar.getBoundingClientRect().height : 0;
    const first = [...document.querySelectorAll('.report .sentence')]
        .find(sentence => sentence.getBoundingClientRect().bottom > top + 4);
    return first && first.id;
})()";

#[test]
fn a_pressed_number_is_seen_beside_its_card_wherever_it_stood() {
    everywhere(async |driver, root| {
        driver.goto(format!("{root}2020/")).await?;
        take_over(&driver).await?;
        press(&driver, "nav.places a[href$='report/']").await?;
        wait_for(&driver, "document.querySelector('.report #f-legal-aid-cases')").await?;
        // A page begins at its top; what scrolls before that is undone.
        tokio::time::sleep(Duration::from_millis(300)).await;
        for y in [120, 300, 454, 600] {
            for number in ["f-legal-aid-cases", "f-disputes-mediated"] {
                let selector = format!("a[data-open='{number}']");
                scroll_to(&driver, &selector, y).await?;
                press(&driver, &selector).await?;
                wait_for(&driver, CARD).await?;
                assert!(is_seen(&driver, &format!("#{number}")).await?, "{number} from {y}");
                escape(&driver).await?;
                wait_for(&driver, NO_CARD).await?;
                assert!(is_seen(&driver, &format!("#{number}")).await?, "{number}, closed");
            }
        }
        Ok(())
    });
}

#[test]
fn a_press_beside_the_sheet_closes_it_and_beside_the_column_opens_what_is_pressed() {
    everywhere(async |driver, root| {
        driver.goto(format!("{root}2020/report/")).await?;
        take_over(&driver).await?;
        scroll_to(&driver, "#f-legal-aid-cases", 300).await?;
        press(&driver, "#f-legal-aid-cases").await?;
        wait_for(&driver, CARD).await?;
        tokio::time::sleep(Duration::from_millis(400)).await;
        let scrolled = get(&driver, "scrollY").await?;
        let is_sheet = get(&driver, "innerWidth < 1000").await? == json!(true);
        // The sentence before the number's.
        let beside = "(() => { const { top } = document.getElementById('f-legal-aid-cases').closest('.sentence').getBoundingClientRect(); \
            [...document.querySelectorAll('.report .sentence')].filter(sentence => sentence.getBoundingClientRect().bottom <= top + 2).pop().classList.add('beside'); })()";
        get(&driver, beside).await?;
        press(&driver, ".beside").await?;
        if is_sheet {
            wait_for(&driver, NO_CARD).await?;
            tokio::time::sleep(Duration::from_millis(400)).await;
            assert_eq!(get(&driver, NO_CARD).await?, json!(true));
            assert_eq!(get(&driver, "scrollY").await?, scrolled);
        } else {
            wait_for(&driver, "location.hash === '#' + document.querySelector('.beside').id")
                .await?;
        }
        Ok(())
    });
}

#[test]
fn the_last_sentence_of_the_page_is_seen_beside_its_card() {
    everywhere(async |driver, root| {
        driver.goto(format!("{root}2020/report/")).await?;
        take_over(&driver).await?;
        get(
            &driver,
            "[...document.querySelectorAll('.report .sentence')].pop().classList.add('last')",
        )
        .await?;
        scroll_to(&driver, ".last", 500).await?;
        press(&driver, ".last").await?;
        wait_for(&driver, CARD).await?;
        assert!(is_seen(&driver, ".last").await?);
        Ok(())
    });
}

#[test]
fn a_hit_is_seen_and_back_closes_its_card_before_it_leaves() {
    everywhere(async |driver, root| {
        for close in ["back", "escape", "button"] {
            driver.goto(format!("{root}2020/figures/")).await?;
            take_over(&driver).await?;
            type_query(&driver, "法律援助案件").await?;
            press(&driver, "#search-hits .hit[href*='#f-legal-aid-cases']").await?;
            wait_for(&driver, CARD).await?;
            wait_for(&driver, "!document.querySelector('.search.open')").await?;
            // A busy machine has drawn the box's closing by then.
            tokio::time::sleep(Duration::from_millis(300)).await;
            assert!(is_seen(&driver, "#f-legal-aid-cases").await?, "the hit");
            match close {
                "back" => driver.back().await?,
                "escape" => escape(&driver).await?,
                _ => press(&driver, ".card .close").await?,
            }
            wait_for(&driver, NO_CARD).await?;
            assert!(driver.current_url().await?.path().ends_with("2020/report/"), "{close}");
            tokio::time::sleep(Duration::from_millis(300)).await;
            assert!(is_seen(&driver, "#f-legal-aid-cases").await?, "the hit after {close}");
            driver.back().await?;
            wait_for(&driver, "document.querySelector('table.figures')").await?;
        }
        Ok(())
    });
}

#[test]
fn a_hit_found_from_within_the_text_stays_and_back_leads_to_the_list_and_to_where_it_began() {
    // On a phone the box is there wherever the reader is.
    on_phones(async |driver, root| {
        driver.goto(format!("{root}2020/report/")).await?;
        take_over(&driver).await?;
        scroll_to(&driver, ".report #s20", 200).await?;
        let before = get(&driver, READING).await?;
        type_query(&driver, "法律援助案件").await?;
        press(&driver, "#search-hits .hit[href*='#f-legal-aid-cases']").await?;
        wait_for(&driver, CARD).await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        press(&driver, ".card .close").await?;
        wait_for(&driver, NO_CARD).await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert!(is_seen(&driver, "#f-legal-aid-cases").await?, "the hit, its card closed");
        driver.back().await?;
        wait_for(&driver, "document.querySelector('#search-hits .hit')").await?;
        assert_eq!(get(&driver, "!!document.querySelector('.card.open')").await?, json!(false));
        driver.back().await?;
        wait_for(&driver, "!document.querySelector('.search.open')").await?;
        for _ in 0..20 {
            if get(&driver, READING).await? == before {
                break;
            }
            tokio::time::sleep(Duration::from_millis(150)).await;
        }
        assert_eq!(get(&driver, READING).await?, before, "where it began");
        Ok(())
    });
}

#[test]
fn a_bar_of_the_whole_text_leads_to_its_sentence_and_back_to_the_bar() {
    everywhere(async |driver, root| {
        driver.goto(format!("{root}2020/")).await?;
        take_over(&driver).await?;
        let bar = ".text-map a[href$='#s30']";
        let path = format!("{bar} path");
        scroll_to(&driver, &path, 300).await?;
        press(&driver, &path).await?;
        wait_for(&driver, "document.querySelector('.report #s30')").await?;
        wait_for(&driver, CARD).await?;
        assert!(is_seen(&driver, "#s30").await?, "the sentence");
        driver.back().await?;
        wait_for(&driver, NO_CARD).await?;
        driver.back().await?;
        wait_for(&driver, "document.querySelector('.text-map')").await?;
        tokio::time::sleep(Duration::from_millis(400)).await;
        assert!(is_seen(&driver, &path).await?, "the bar after Back");
        Ok(())
    });
}

#[test]
fn the_way_to_the_text_leads_to_the_number_and_back_to_the_row() {
    everywhere(async |driver, root| {
        driver.goto(format!("{root}2020/figures/")).await?;
        take_over(&driver).await?;
        let row = "a.row-link[data-open='f-public-legal-education-events']";
        let row = if get(&driver, &format!("!!document.querySelector(\"{row}\")")).await?
            == json!(true)
        {
            row
        } else {
            "tbody tr:nth-child(30) a.row-link"
        };
        scroll_to(&driver, row, 300).await?;
        press(&driver, row).await?;
        wait_for(&driver, CARD).await?;
        press(&driver, ".card .actions a[href*='report/']").await?;
        wait_for(
            &driver,
            "document.querySelector('article.report') && document.querySelector('.card.open')",
        )
        .await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert!(is_seen(&driver, ".figure.opened").await?);
        driver.back().await?;
        wait_for(&driver, NO_CARD).await?;
        assert!(driver.current_url().await?.path().ends_with("2020/report/"));
        driver.back().await?;
        wait_for(
            &driver,
            "document.querySelector('table.figures') && document.querySelector('.card.open')",
        )
        .await?;
        driver.back().await?;
        wait_for(&driver, NO_CARD).await?;
        assert!(is_seen(&driver, row).await?, "the row that was pressed");
        Ok(())
    });
}

#[test]
fn back_to_the_report_leads_to_the_same_sentence_twenty_times() {
    each_once(async |driver, root| {
        driver.goto(format!("{root}2020/report/")).await?;
        take_over(&driver).await?;
        let n_sentences =
            get(&driver, "document.querySelectorAll('.report .sentence').length").await?;
        let n_sentences = n_sentences.as_u64().unwrap_or(0);
        assert!(n_sentences > 50);
        for round in 0..20 {
            let number = 3 + round * (n_sentences - 10) / 20;
            scroll_to(&driver, &format!(".report #s{number}"), 200).await?;
            let before = get(&driver, READING).await?;
            // By a link that the program follows, or one to a page that is another document.
            let link = if round % 5 == 4 { "about" } else { "figures" };
            get(
                &driver,
                &format!(
                    "document.querySelector(\"nav.places a[href$='{link}/']\").focus({{preventScroll: true}})"
                ),
            )
            .await?;
            driver.action_chain().send_keys(Key::Enter + "").perform().await?;
            wait_for(&driver, &format!("location.pathname.endsWith('{link}/') && !document.querySelector('article.report')")).await?;
            if round % 5 == 3 {
                driver.refresh().await?;
            }
            driver.back().await?;
            wait_for(&driver, "document.querySelector('article.report')").await?;
            for _ in 0..20 {
                tokio::time::sleep(Duration::from_millis(250)).await;
                if get(&driver, READING).await? == before {
                    break;
                }
            }
            assert_eq!(get(&driver, READING).await?, before, "round {round}");
        }
        Ok(())
    });
}

#[test]
fn a_link_to_a_section_leads_to_it_from_any_page() {
    everywhere(async |driver, root| {
        for (page, link) in [
            ("2020/", ".fields li:nth-child(2) h3 a[href*='#section']"),
            ("2020/", ".plan li:nth-child(2) a[href*='#section']"),
            ("2020/figures/legal-aid-cases/", "main a[href*='#section']"),
        ] {
            driver.goto(format!("{root}{page}")).await?;
            take_over(&driver).await?;
            scroll_to(&driver, link, 300).await?;
            let target =
                get(&driver, &format!("document.querySelector(\"{link}\").hash.slice(1)")).await?;
            let target = target.as_str().unwrap_or_default().to_string();
            press(&driver, link).await?;
            wait_for(&driver, "document.querySelector('article.report')").await?;
            let heading = format!("#{target} .sentence");
            wait_until_seen(&driver, &heading).await?;
            let y = get(
                &driver,
                &format!("document.querySelector(\"{heading}\").getBoundingClientRect().top"),
            )
            .await?;
            assert!(y.as_f64().is_some_and(|y| y < 250.0), "{target} stands at {y}");
            assert!(
                driver.current_url().await?.fragment() == Some(&target),
                "the address names it"
            );
            driver.back().await?;
            wait_for(&driver, &format!("document.querySelector(\"{link}\")")).await?;
        }
        Ok(())
    });
}

#[test]
fn a_double_press_on_the_way_to_the_text_opens_nothing_that_comes_under_it() {
    everywhere(async |driver, root| {
        driver.goto(format!("{root}2020/figures/")).await?;
        take_over(&driver).await?;
        let row = "tbody tr:nth-child(30) a.row-link";
        scroll_to(&driver, row, 300).await?;
        press(&driver, row).await?;
        wait_for(&driver, CARD).await?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        let way =
            "document.querySelector(\".card .actions a[href*='report/']\").getBoundingClientRect()";
        let point =
            get(&driver, &format!("[{way}.left + {way}.width / 2, {way}.top + {way}.height / 2]"))
                .await?;
        let [x, y] = [0, 1].map(|at| point[at].as_f64().expect("a number") as i64);
        // Wherever it was pressed, something that opens comes under the pointer.
        let under = "addEventListener('click', () => { const under = document.body.appendChild(document.createElement('a')); \
            under.id = 'under'; under.href = '#under'; under.textContent = '.'; \
            under.style.cssText = 'position: fixed; top: 0; right: 0; bottom: 0; left: 0; z-index: 99'; }, {capture: true, once: true})";
        driver.execute(under, Vec::new()).await?;
        let watch = "window.presses = []; addEventListener('mouseup', event => presses.push(event.timeStamp), true)";
        driver.execute(watch, Vec::new()).await?;
        driver.action_chain().move_to(x, y).click().click().perform().await?;
        wait_for(&driver, "document.querySelector('article.report')").await?;
        tokio::time::sleep(Duration::from_millis(600)).await;
        if get(&driver, "presses[1] - presses[0] < 480").await? == json!(false) {
            println!("skipped: this machine presses no faster than two single presses come");
            return Ok(());
        }
        assert_ne!(get(&driver, "location.hash").await?, json!("#under"));
        // Pressed on purpose it opens.
        driver.action_chain().move_to(x, y).click().perform().await?;
        wait_for(&driver, "location.hash === '#under'").await
    });
}

#[test]
fn words_are_selected_by_dragging_and_twice_pressing_and_opened_by_a_press() {
    for engine in Engine::ALL {
        engine.visit(&dist(), (1280, 800), async |driver, root| {
            println!("{engine:?}");
            driver.goto(format!("{root}2020/report/")).await?;
            take_over(&driver).await?;
            for selector in ["#f-legal-aid-cases", "#s40"] {
                scroll_to(&driver, selector, 300).await?;
                let point = get(&driver, &format!("(() => {{ const r = document.querySelector(\"{selector}\").getClientRects()[0]; return [r.left + 14, r.top + r.height / 2]; }})()")).await?;
                let (x, y) = (point[0].as_f64().unwrap_or(0.0) as i64, point[1].as_f64().unwrap_or(0.0) as i64);
                // From the number to the words before it.
                let drag = driver.action_chain().move_to(x, y).click_and_hold().move_to(x - 40, y).move_to(x - 90, y).release();
                drag.perform().await?;
                tokio::time::sleep(Duration::from_millis(500)).await;
                let selected = get(&driver, "getSelection().toString()").await?;
                assert!(selected.as_str().is_some_and(|words| words.chars().count() >= 3), "{engine:?} selected {selected}");
                assert_eq!(get(&driver, NO_CARD).await?, json!(true), "{engine:?}: dragging opens nothing");
                get(&driver, "getSelection().removeAllRanges()").await?;
                driver.action_chain().move_to(x, y).double_click().perform().await?;
                tokio::time::sleep(Duration::from_millis(500)).await;
                assert_eq!(get(&driver, NO_CARD).await?, json!(true), "{engine:?}: pressing twice opens nothing");
                assert_ne!(get(&driver, "getSelection().toString()").await?, json!(""), "{engine:?}");
                // Once more, and what was selected before does not stand in the way.
                tokio::time::sleep(Duration::from_millis(300)).await;
                driver.action_chain().move_to(x, y).click().perform().await?;
                wait_for(&driver, CARD).await?;
                escape(&driver).await?;
                wait_for(&driver, NO_CARD).await?;
            }
            Ok(())
        });
    }
}

#[test]
fn a_hit_has_the_keyboard_on_the_way_to_the_next() {
    everywhere(async |driver, root| {
        driver.goto(format!("{root}2020/search/?q=复议")).await?;
        touch(&driver).await?;
        wait_for(&driver, READY).await?;
        wait_for(&driver, "document.querySelector('#search-results .hit[href*=\"hit=\"]')").await?;
        scroll_to(&driver, "#search-results .hit[href*='hit=']", 300).await?;
        press(&driver, "#search-results .hit[href*='hit=']").await?;
        wait_for(&driver, "document.querySelector('mark.now')").await?;
        for _ in 0..3 {
            wait_for(&driver, "document.activeElement.id == 'next-match'").await?;
            assert!(is_seen(&driver, "mark.now").await?);
            let now = get(&driver, "document.querySelector('mark.now').dataset.hit").await?;
            driver.action_chain().send_keys(Key::Enter + "").perform().await?;
            wait_for(&driver, &format!("document.querySelector('mark.now').dataset.hit != {now}"))
                .await?;
        }
        // Two in a row are two steps, though Firefox says of a key's press what it says of a mouse's.
        let now = get(&driver, "+document.querySelector('mark.now').dataset.hit").await?;
        driver.action_chain().send_keys(Key::Enter + Key::Enter).perform().await?;
        let last = "Math.max(...[...document.querySelectorAll('mark[data-hit]')].map(mark => mark.dataset.hit))";
        let two_on =
            format!("document.querySelector('mark.now').dataset.hit == ({now} + 1) % {last} + 1");
        wait_for(&driver, &two_on).await?;
        driver.back().await?;
        wait_for(&driver, "document.querySelector('#search-results .hit')").await
    });
}

#[test]
fn a_page_begins_at_its_top_after_a_search_was_closed() {
    on_phones(async |driver, root| {
        driver.goto(format!("{root}2020/")).await?;
        take_over(&driver).await?;
        scroll_to(&driver, ".duties", 200).await?;
        let scrolled = get(&driver, "scrollY").await?.as_f64().expect("a number");
        assert!(scrolled > 300.0, "{scrolled}");
        type_query(&driver, "免费律师").await?;
        press(&driver, ".search-close").await?;
        wait_for(&driver, "!document.querySelector('.search.open')").await?;
        tokio::time::sleep(Duration::from_millis(400)).await;
        press(&driver, "nav.places a[href$='charts/']").await?;
        wait_for(&driver, "document.querySelector('.chart-card')").await?;
        tokio::time::sleep(Duration::from_millis(400)).await;
        assert_eq!(get(&driver, "scrollY").await?, json!(0));
        Ok(())
    });
}

#[test]
fn the_only_hit_is_come_back_to() {
    each_once(async |driver, root| {
        driver.goto(format!("{root}2020/figures/")).await?;
        take_over(&driver).await?;
        type_query(&driver, "宝石加工").await?;
        press(&driver, "#search-hits .hit[href*='hit=']").await?;
        wait_for(&driver, "document.querySelector('mark.now')").await?;
        driver.execute("scrollBy(0, 900)", Vec::new()).await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        press(&driver, "#next-match").await?;
        tokio::time::sleep(Duration::from_millis(400)).await;
        assert!(is_seen(&driver, "mark.now").await?, "the hit again");
        // Who closes the bar by key goes on reading there.
        let close = ".found-bar .found-steps a:last-child";
        driver.execute(format!("document.querySelector('{close}').focus()"), Vec::new()).await?;
        driver.action_chain().send_keys(Key::Enter + "").perform().await?;
        wait_for(&driver, "!document.querySelector('.found-bar')").await?;
        wait_for(&driver, "document.activeElement.matches('.report .sentence')").await?;
        assert!(get(&driver, "scrollY").await?.as_f64() > Some(100.0));
        Ok(())
    });
}

#[test]
fn a_reload_stays_where_the_reader_has_read_on_from_a_hit() {
    everywhere(async |driver, root| {
        driver.goto(format!("{root}2020/report/?q=复议&hit=2")).await?;
        wait_for(&driver, "document.querySelector('mark.now')").await?;
        scroll_to(&driver, ".report #s40", 200).await?;
        let before = get(&driver, READING).await?;
        driver.refresh().await?;
        touch(&driver).await?;
        wait_for(&driver, "document.querySelector('mark.now')").await?;
        tokio::time::sleep(Duration::from_millis(400)).await;
        assert_eq!(get(&driver, READING).await?, before);
        Ok(())
    });
}

/// The place that is read stays when a phone is turned, and comes back when it is turned again.
#[test]
fn a_turned_phone_shows_what_was_read() {
    visit(&dist(), 390, async |page: Page| {
        page.open("2020/report/").await?;
        for y in [1170, 2340] {
            page.resize_to(390, 844).await?;
            tokio::time::sleep(Duration::from_millis(400)).await;
            page.get(&format!("window.scrollTo(0, {y})")).await?;
            tokio::time::sleep(Duration::from_millis(600)).await;
            let read = page.text(READING).await?;
            page.resize_to(844, 390).await?;
            tokio::time::sleep(Duration::from_millis(600)).await;
            // No bar lies over the top there.
            let top = format!("document.getElementById('{read}').getBoundingClientRect().top");
            let top = page.get(&top).await?.as_f64().unwrap_or(f64::NAN);
            assert!((-90.0..195.0).contains(&top), "{read} is {top} px down, from {y}");
            page.resize_to(390, 844).await?;
            tokio::time::sleep(Duration::from_millis(600)).await;
            assert_eq!(page.text(READING).await?, read, "turned back, from {y}");
        }
        Ok(())
    });
}

/// A page without sentences is left and come back to in letters of another size.
#[test]
fn a_chart_is_come_back_to_in_other_print() {
    const FIRST: &str = "[...document.querySelectorAll('.chart-card')].find(card => card.getBoundingClientRect().bottom > 60).id";
    visit(&dist(), 390, async |page: Page| {
        page.open("2020/charts/").await?;
        page.tap(".large-switch").await?;
        page.wait_for("document.documentElement.classList.contains('large')").await?;
        page.get("document.getElementById('mediation-network').scrollIntoView()").await?;
        tokio::time::sleep(Duration::from_millis(600)).await;
        let seen = page.text(FIRST).await?;
        page.tap("nav.places a[href$='about/']").await?;
        page.wait_for("document.querySelector('main dl, main .topics, main .facts')").await?;
        page.tap(".large-switch").await?;
        page.wait_for("!document.documentElement.classList.contains('large')").await?;
        page.driver.back().await?;
        page.wait_for("document.querySelector('.chart-card')").await?;
        tokio::time::sleep(Duration::from_millis(600)).await;
        assert_eq!(page.text(FIRST).await?, seen);
        Ok(())
    });
}
