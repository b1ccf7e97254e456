//! The keyboard: every stop of every kind of page is seen where it stands, forwards and backwards, on
//! wide, narrow and low screens, and the flows of a reader go by keys alone.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::chromium::{Page, dist, visit};
use crate::engines::{Engine, get, is_seen, wait_for};

/// What has the keyboard now, where nothing of it can be seen; empty where some of it can.
const HIDDEN: &str = "(() => {
    const e = document.activeElement;
    if (!e || e == document.body || e.tagName == 'IFRAME') return '';
    const points = [...e.getClientRects()].flatMap(r =>
        [[.5, .5], [.1, .5], [.9, .5], [.5, .2], [.5, .8]].map(([x, y]) => [r.left + r.width * x, r.top + r.height * y]));
    const isSeen = points.some(([x, y]) => {
        const at = document.elementFromPoint(x, y);
        return at && (e.contains(at) || at.closest('label') && at.closest('label').contains(e));
    });
    return isSeen ? '' : e.outerHTML.slice(0, 90) + JSON.stringify(e.getBoundingClientRect());
})()";

/// What can have the keyboard, in the order of the page.
const STOPS: &str = "[...document.querySelectorAll('a[href], button, input:enabled, select, summary')].filter(e => e.getClientRects().length && getComputedStyle(e).visibility != 'hidden')";

impl Page {
    /// One key as the keyboard sends it.
    async fn key(&self, key: &str, code: u32, modifiers: u32) -> WebDriverResult<()> {
        for kind in ["rawKeyDown", "keyUp"] {
            let pressed = json!({"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, "modifiers": modifiers});
            self.cdp("Input.dispatchKeyEvent", pressed).await?;
        }
        Ok(())
    }

    /// Goes over all stops from where the keyboard is, until it leaves the page; what is hidden of them.
    async fn hidden_stops(&self, modifiers: u32) -> WebDriverResult<(usize, Vec<String>)> {
        let (mut n_stops, mut hidden) = (0, Vec::new());
        let mut first = Value::Null;
        self.get("void (window.stops = new Map())").await?;
        loop {
            self.key("Tab", 9, modifiers).await?;
            // What follows the keyboard does so before the next frame.
            let look = format!(
                "return new Promise(done => requestAnimationFrame(() => setTimeout(() => {{
                    const e = document.activeElement;
                    if (e == document.body) return done([null, '']);
                    if (!stops.has(e)) stops.set(e, stops.size);
                    done([stops.get(e), {HIDDEN}]);
                }})))"
            );
            let stop = self.driver.execute(look, Vec::new()).await?;
            let (at, hidden_stop): (Value, String) = stop.convert()?;
            if at.is_null() || (n_stops > 0 && at == first) || n_stops > 400 {
                return Ok((n_stops, hidden));
            }
            if n_stops == 0 {
                first = at;
            }
            n_stops += 1;
            if !hidden_stop.is_empty() {
                hidden.push(hidden_stop);
            }
        }
    }
}

#[test]
fn every_stop_of_the_keyboard_is_seen() {
    const SHIFT: u32 = 8;
    visit(&dist(), 1280, async |page: Page| {
        for (width, height) in [(390, 844), (1280, 800), (320, 256)] {
            page.resize_to(width, height).await?;
            for path in [
                "2020/",
                "2020/report/",
                "2020/report/?q=行政&hit=3",
                "2020/figures/?figures=legal-aid-cases",
                "2020/charts/rates/?export=1",
                "2020/search/?q=行政",
                "2020/figures/legal-aid-cases/",
                "about/",
                "embed-guide/",
            ] {
                page.open_any(path).await?;
                for (modifiers, from) in [(0, "shift"), (SHIFT, "pop")] {
                    page.get(&format!("{STOPS}.{from}().focus({{preventScroll: true}})")).await?;
                    let (n_stops, hidden) = page.hidden_stops(modifiers).await?;
                    assert!(n_stops > 8, "{path}: {n_stops} stops");
                    assert!(
                        hidden.is_empty(),
                        "{width}×{height} {path}: {} of {n_stops}: {hidden:#?}",
                        hidden.len()
                    );
                }
            }
        }
        Ok(())
    });
}

#[test]
fn a_reader_with_keys_alone_finds_opens_and_comes_back() {
    for width in [390, 1280] {
        visit(&dist(), width, async |page: Page| {
            page.open("2020/").await?;
            while page.text("document.activeElement.id").await? != "search-field" {
                page.key("Tab", 9, 0).await?;
            }
            page.driver.action_chain().send_keys("法律援助案件").perform().await?;
            page.wait_for("document.querySelector('#search-hits .hit mark')").await?;
            page.key("ArrowDown", 40, 0).await?;
            page.driver.action_chain().send_keys(Key::Enter + "").perform().await?;
            page.wait_for("document.activeElement.id == 'card-title'").await?;
            page.key("Escape", 27, 0).await?;
            page.wait_for("!document.querySelector('.card.open')").await?;
            assert_ne!(page.text("document.activeElement.tagName").await?, "BODY");
            page.driver.back().await?;
            page.wait_for("document.querySelector('.key-figure')").await?;
            // Letters are the reader's, wherever they are.
            page.get("document.querySelector('.key-figure').focus()").await?;
            page.driver.action_chain().send_keys("/").perform().await?;
            assert_ne!(page.text("document.activeElement.id").await?, "search-field");
            page.assert_quiet("keys alone").await
        });
    }
}

#[test]
fn the_search_box_closes_when_the_keyboard_leaves_it() {
    for width in [390, 1280] {
        visit(&dist(), width, async |page: Page| {
            page.open("2020/report/").await?;
            page.tap("#search-field").await?;
            page.driver.action_chain().send_keys("仲裁").perform().await?;
            page.wait_for("document.querySelector('#search-hits .hit mark')").await?;
            let mut n_stops = 0;
            while page.get("!!document.activeElement.closest('#search')").await? == json!(true) {
                page.key("Tab", 9, 0).await?;
                n_stops += 1;
                assert!(n_stops < 60, "the keyboard is caught");
            }
            page.wait_for("!document.querySelector('.search.open')").await?;
            assert_eq!(page.text(HIDDEN).await?, "");
            Ok(())
        });
    }
}

/// Presses keys one after the other, as a hand does.
async fn keys(driver: &WebDriver, pressed: &[Key]) -> WebDriverResult<()> {
    for key in pressed {
        driver.action_chain().send_keys(key.clone() + "").perform().await?;
    }
    Ok(())
}

/// Goes on by Tab until what has the keyboard fits; it has to be seen there.
async fn tab_to(driver: &WebDriver, selector: &str) -> WebDriverResult<()> {
    const MOST: usize = 200;
    let is_there = format!("document.activeElement.matches({selector:?})");
    for _ in 0..MOST {
        driver.action_chain().send_keys(Key::Tab + "").perform().await?;
        if get(driver, &is_there).await? == json!(true) {
            assert_eq!(get(driver, HIDDEN).await?, json!(""), "{selector}");
            return Ok(());
        }
    }
    panic!("no {selector} within {MOST} stops")
}

/// From the overview to a number and back, through the contents of the text, over the table of figures and the
/// marks of a chart: nothing but keys.
fn flows_by_keys(engine: Engine) {
    engine.visit(&dist(), (1280, 800), async |driver, root| {
        // A number of the overview: its card, closed again, and on from there.
        driver.goto(format!("{root}2020/")).await?;
        tab_to(&driver, "a.key-figure").await?;
        let tile = "document.activeElement.id";
        let first = get(&driver, tile).await?;
        keys(&driver, &[Key::Enter]).await?;
        wait_for(&driver, "document.activeElement.id == 'card-title'").await?;
        keys(&driver, &[Key::Escape]).await?;
        wait_for(&driver, &format!("{tile} == {first}")).await?;

        // The text: over the first skip link to the contents, from there to a section.
        driver.goto(format!("{root}2020/report/")).await?;
        tab_to(&driver, "a.skip.to-contents").await?;
        keys(&driver, &[Key::Enter]).await?;
        wait_for(&driver, "document.activeElement.closest('#contents, .contents.wide')").await?;
        tab_to(&driver, "#contents a[href$='#section-1-4']").await?;
        keys(&driver, &[Key::Enter]).await?;
        wait_for(&driver, "(top => top >= 0 && top < innerHeight / 2)(document.getElementById('section-1-4').getBoundingClientRect().top)").await?;
        // Its heading has the keyboard, and the next stop is in that section.
        wait_for(&driver, "document.activeElement.matches('#section-1-4 h3')").await?;
        keys(&driver, &[Key::Tab]).await?;
        wait_for(&driver, "document.activeElement.closest('#section-1-4')").await?;
        assert_eq!(get(&driver, HIDDEN).await?, json!(""));
        driver.back().await?;
        wait_for(&driver, "document.activeElement.matches(\"#contents a[href$='#section-1-4']\")").await?;

        // A number: through its card and on in the text behind it; what the card leaves by it comes into by.
        driver.goto(format!("{root}2020/report/")).await?;
        tab_to(&driver, "#f-legal-aid-cases").await?;
        keys(&driver, &[Key::Enter]).await?;
        wait_for(&driver, "document.activeElement.id == 'card-title'").await?;
        tab_to(&driver, ".report .figure, .report .term").await?;
        let next = "(all => all[all.findIndex(stop => stop.id == 'f-legal-aid-cases') + 1])([...document.querySelectorAll('.report a')]) == document.activeElement";
        assert_eq!(get(&driver, next).await?, json!(true));
        let back = || driver.action_chain().key_down(Key::Shift).send_keys(Key::Tab + "").key_up(Key::Shift);
        back().perform().await?;
        wait_for(&driver, "document.activeElement.id == 'f-legal-aid-cases'").await?;
        keys(&driver, &[Key::Tab]).await?;
        wait_for(&driver, "document.activeElement.matches('.card .close')").await?;
        back().perform().await?;
        wait_for(&driver, "document.activeElement.id == 'f-legal-aid-cases'").await?;
        // Who reads on is not brought back by closing it.
        tab_to(&driver, ".report .figure, .report .term").await?;
        let place = get(&driver, "document.activeElement.id").await?;
        keys(&driver, &[Key::Escape]).await?;
        wait_for(&driver, "!document.querySelector('.card.open')").await?;
        assert_eq!(get(&driver, "document.activeElement.id").await?, place);

        // The table: a row's card, from there the figure's page, back, and to the row.
        driver.goto(format!("{root}2020/figures/")).await?;
        tab_to(&driver, "a[href$='figures/mediation-success-rate/']").await?;
        keys(&driver, &[Key::Enter]).await?;
        wait_for(&driver, "document.activeElement.id == 'card-title'").await?;
        tab_to(&driver, ".card a.button[href$='figures/mediation-success-rate/']").await?;
        keys(&driver, &[Key::Enter]).await?;
        wait_for(&driver, "location.pathname.endsWith('/mediation-success-rate/') && document.querySelector('h1')").await?;
        driver.back().await?;
        wait_for(&driver, "document.activeElement.matches(\".card a.button[href$='figures/mediation-success-rate/']\")").await?;
        assert_eq!(get(&driver, HIDDEN).await?, json!(""));
        keys(&driver, &[Key::Escape]).await?;
        wait_for(&driver, "document.activeElement.matches(\"main a[href$='figures/mediation-success-rate/']\")").await?;

        // A chart: its marks by arrows, a mark's card, and the panel of pictures.
        driver.goto(format!("{root}2020/charts/rates/")).await?;
        tab_to(&driver, "svg.chart [tabindex='0'], svg.chart a").await?;
        let mark = "document.activeElement.getAttribute('data-open')";
        let before = get(&driver, mark).await?;
        keys(&driver, &[Key::Right]).await?;
        wait_for(&driver, &format!("{mark} && {mark} != {before}")).await?;
        let chosen = get(&driver, mark).await?;
        keys(&driver, &[Key::Enter]).await?;
        wait_for(&driver, "document.activeElement.id == 'card-title'").await?;
        keys(&driver, &[Key::Escape]).await?;
        wait_for(&driver, &format!("{mark} == {chosen}")).await?;

        // The box: what is found is said, and the hit is left by Back to where it was found.
        driver.goto(format!("{root}2020/report/")).await?;
        tab_to(&driver, "#search-field").await?;
        driver.action_chain().send_keys("打官司").perform().await?;
        wait_for(&driver, "document.querySelector('#search-hits .hit')").await?;
        wait_for(&driver, "document.getElementById('search-said').textContent.includes('打官司')").await?;
        keys(&driver, &[Key::Down, Key::Enter]).await?;
        wait_for(&driver, "!document.activeElement.closest('#search') && document.activeElement != document.body").await?;
        assert_eq!(get(&driver, HIDDEN).await?, json!(""));
        Ok(())
    });
}

#[test]
fn tab_behind_a_terms_card_goes_on_in_the_text() {
    visit(&dist(), 1280, async |page: Page| {
        page.open("2020/report/").await?;
        page.get("document.querySelector('a.term').focus()").await?;
        page.driver.action_chain().send_keys(Key::Enter + "").perform().await?;
        page.wait_for("document.activeElement.id == 'card-title'").await?;
        page.driver.action_chain().send_keys(Key::Tab + "").perform().await?;
        let goes_on = "document.querySelector('a.term').compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING && !!document.activeElement.closest('article.report')";
        page.wait_for(goes_on).await
    });
}

#[test]
fn flows_go_by_keys_in_chromium() {
    flows_by_keys(Engine::Chromium);
}

#[test]
fn flows_go_by_keys_in_firefox() {
    flows_by_keys(Engine::Firefox);
}

#[test]
fn who_clears_the_chosen_figures_goes_on_choosing() {
    visit(&dist(), 1280, async |page: Page| {
        page.open("2020/charts/custom/?figures=legal-aid-cases").await?;
        let clear = ".found-bar .found-steps a:last-child";
        page.wait_for(&format!("document.querySelector('{clear}')")).await?;
        page.get(&format!("document.querySelector('{clear}').focus()")).await?;
        page.driver.action_chain().send_keys(Key::Enter + "").perform().await?;
        page.wait_for("!document.querySelector('.found-bar')").await?;
        page.wait_for("document.activeElement.matches('.chooser summary')").await
    });
}

#[test]
fn who_ticks_a_box_by_key_comes_to_what_it_is_for_and_goes_on() {
    for (width, height) in [(1280, 800), (320, 256)] {
        visit(&dist(), width, async |page: Page| {
            page.resize_to(width, height).await?;
            page.open("2020/figures/").await?;
            let press = async |keys| page.driver.action_chain().send_keys(keys).perform().await;
            for row in [3, 4] {
                let tick = format!("document.querySelector('tbody tr:nth-child({row}) input')");
                page.get(&format!("{tick}.focus()")).await?;
                press(Key::Space + "").await?;
                page.wait_for(&format!("document.querySelector('.found-bar') && {tick}.checked"))
                    .await?;
            }
            press(Key::Enter + "").await?;
            page.wait_for("document.activeElement.id == 'choice'").await?;
            assert!(is_seen(&page.driver, "#choice").await?, "at {width}");
            assert_eq!(page.get("location.pathname").await?, json!("/2020/figures/"));
            press(Key::Enter + "").await?;
            page.wait_for("!document.querySelector('table.figures')").await
        });
    }
}

/// On http pages text is copied by the old command, which wants the keyboard for itself.
#[test]
fn who_copies_by_key_goes_on_in_the_card() {
    visit(&dist(), 1280, async |page: Page| {
        let absent = "Object.defineProperty(navigator, 'clipboard', { value: undefined })";
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": absent})).await?;
        page.open("2020/report/").await?;
        page.get("document.getElementById('f-legal-aid-cases').click()").await?;
        page.wait_for("document.querySelector('.card.open .copy button')").await?;
        page.get("document.querySelector('.card.open .copy button').focus()").await?;
        page.driver.action_chain().send_keys(Key::Enter + "").perform().await?;
        page.wait_for("document.querySelector('.card.open .copy-outcome').textContent.trim()")
            .await?;
        page.wait_for(
            "document.activeElement === document.querySelector('.card.open .copy button')",
        )
        .await
    });
}
