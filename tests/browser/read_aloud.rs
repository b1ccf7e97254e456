//! 朗读, with a voice of the test's own in place of the browser's: what is said, which sentence is
//! marked and seen meanwhile, and that it ends where it should.

use serde_json::{Value, json};
use thirtyfour::Key;
use thirtyfour::prelude::*;

use super::chromium::{Page, dist, visit};

/// Says nothing, but notes what it should have said; `finish()` is the end of a sentence.
const VOICE: &str = "(() => {
    let present;
    window.said = [];
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text || ''; } };
    const voice = { lang: 'zh-CN', localService: true, name: 'test', voiceURI: 'test', default: true };
    const synthesis = {
        getVoices: () => window.noVoice || sessionStorage.noVoice ? [] : [voice],
        speak(utterance) { present = utterance; said.push([utterance.text, utterance.rate]); },
        cancel() { present = undefined; },
        pause() {}, resume() {}, addEventListener() {}, removeEventListener() {},
    };
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis, configurable: true });
    window.finish = () => { const said = present; present = undefined; if (said && said.onend) said.onend({}); };
    window.isSpeaking = () => !!present;
})()";

/// Whether the piece that is being said is seen, clear of every bar.
const SAID_IS_SEEN: &str = "(() => {
    const piece = document.querySelector('.said'), box = piece.getClientRects()[0];
    const there = document.elementFromPoint(box.left + 6, box.top + box.height / 2);
    return there && (piece.contains(there) || there.contains(piece));
})()";

/// Whether the switch is seen.
const SWITCH_IS: &str = "getComputedStyle(document.querySelector('#read-aloud')).visibility";

async fn last_said(page: &Page) -> WebDriverResult<String> {
    let said = page.get("said.length ? said[said.length - 1][0] : ''").await?;
    Ok(said.as_str().unwrap_or_default().to_string())
}

async fn n_said(page: &Page) -> WebDriverResult<u64> {
    Ok(page.get("said.length").await?.as_u64().unwrap_or_default())
}

#[test]
fn the_report_is_read_sentence_by_sentence_in_view_and_steered() {
    for width in [390, 1280] {
        visit(&dist(), width, async |page: Page| {
            page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": VOICE})).await?;
            page.open("2020/").await?;
            page.tap("nav.places a[href$='report/']").await?;
            page.wait_for("document.querySelector('article.report')").await?;
            page.wait_for(&format!("{SWITCH_IS} == 'visible'")).await?;
            page.tap("#read-aloud").await?;
            page.wait_for("said.length == 1 && document.querySelector('.said')").await?;
            // On and on; the sentence that is said is always in view.
            for round in 1..30 {
                page.get("finish()").await?;
                page.wait_for(&format!("said.length == {}", round + 1)).await?;
                assert_eq!(page.get(SAID_IS_SEEN).await?, json!(true), "{width}: {round}");
                assert_eq!(page.get("document.querySelectorAll('.said').length").await?, json!(1));
            }
            // It waits, and goes on with the same sentence.
            let before = last_said(&page).await?;
            page.tap("#pause-reading").await?;
            assert_eq!(page.get("isSpeaking()").await?, json!(false));
            page.tap("#pause-reading").await?;
            page.wait_for("isSpeaking()").await?;
            assert_eq!(last_said(&page).await?, before);
            // Back, on, and faster.
            page.tap(".reading-bar button:nth-of-type(1)").await?;
            assert_ne!(last_said(&page).await?, before);
            page.tap(".reading-bar button:nth-of-type(3)").await?;
            assert_eq!(last_said(&page).await?, before);
            page.tap(".reading-bar button:nth-of-type(4)").await?;
            let rate = page.get("said[said.length - 1][1]").await?.as_f64().unwrap_or_default();
            assert!((rate - 1.3).abs() < 0.01, "{rate}");
            assert_eq!(last_said(&page).await?, before);
            // By the keyboard it ends, and the keyboard is where it began.
            page.driver.action_chain().send_keys(Key::Escape + "").perform().await?;
            page.wait_for("!document.querySelector('.reading-bar, .said') && !isSpeaking()")
                .await?;
            assert_eq!(page.get("document.activeElement.id").await?, json!("read-aloud"));
            // Begun anew it begins where the reader is; another page ends it.
            page.driver.action_chain().send_keys(Key::Enter + "").perform().await?;
            page.wait_for("isSpeaking() && document.querySelector('.said')").await?;
            let number = page.get("+document.querySelector('.said').id.slice(1)").await?;
            assert!(number.as_f64().is_some_and(|number| number > 5.0), "{number}");
            page.tap("nav.places a[href$='figures/']").await?;
            page.wait_for("document.querySelector('table.figures')").await?;
            page.wait_for("!isSpeaking() && !document.querySelector('.reading-bar, .said')")
                .await?;
            let said = n_said(&page).await?;
            page.driver.back().await?;
            page.wait_for("document.querySelector('article.report')").await?;
            assert_eq!(n_said(&page).await?, said, "Back alone reads nothing");
            Ok(())
        });
    }
}

#[test]
fn a_figures_page_and_a_charts_are_read_in_words() {
    visit(&dist(), 390, async |page: Page| {
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": VOICE})).await?;
        for (path, words) in [
            ("2020/figures/legal-aid-cases/", "法律援助案件三千一百五十六件"),
            ("2020/charts/rates/", "行政应诉胜诉率百分之八十点五"),
        ] {
            page.open(path).await?;
            page.wait_for(&format!("{SWITCH_IS} == 'visible'")).await?;
            page.tap("#read-aloud").await?;
            for _ in 0..200 {
                if page.get("isSpeaking()").await? == json!(false) {
                    break;
                }
                page.get("finish()").await?;
            }
            let said: Value = page.get("said.map(one => one[0]).join('\\n')").await?;
            let said = said.as_str().unwrap_or_default();
            assert!(said.contains(words), "/{path}: {said}");
            assert!(!said.chars().any(|ch| ch.is_ascii_digit()), "/{path}: {said}");
            page.wait_for("!document.querySelector('.reading-bar')").await?;
        }
        Ok(())
    });
}

#[test]
fn where_there_is_no_voice_nothing_offers_to_read() {
    visit(&dist(), 390, async |page: Page| {
        let source = format!("window.noVoice = true; {VOICE}");
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": source})).await?;
        page.open("2020/report/").await?;
        assert_eq!(page.get(SWITCH_IS).await?, json!("hidden"));
        // Nor can the keyboard come there.
        page.get("document.querySelector('#read-aloud').focus()").await?;
        assert_eq!(page.get("document.activeElement.id").await?, json!(""));
        Ok(())
    });
}

#[test]
fn high_contrast_is_a_switch_of_its_own_that_links_keep() {
    for width in [390, 1280] {
        visit(&dist(), width, async |page: Page| {
            page.open("2020/").await?;
            page.tap(".large-switch").await?;
            page.wait_for("document.documentElement.classList.contains('large')").await?;
            page.tap(".contrast-switch").await?;
            page.wait_for("document.documentElement.dataset.theme == 'contrast'").await?;
            page.tap("nav.places a[href$='report/'], nav.places a[href*='report/?']").await?;
            page.wait_for("document.querySelector('article.report')").await?;
            assert_eq!(page.place().await?, "2020/report/?large=1&contrast=1");
            page.driver.refresh().await?;
            page.wait_for("document.documentElement.dataset.theme == 'contrast'").await?;
            let ground = page.get("getComputedStyle(document.body).backgroundColor").await?;
            assert_eq!(ground, json!("rgb(255, 255, 255)"));
            page.tap(".contrast-switch").await?;
            page.wait_for("!document.documentElement.dataset.theme").await?;
            assert_eq!(page.place().await?, "2020/report/?large=1");
            Ok(())
        });
    }
}
