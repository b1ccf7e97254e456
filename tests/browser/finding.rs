//! What a reader looks for: typed with an input method or pinyin, by thumb or keyboard, and
//! followed into the text.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::chromium::{Page, dist, visit};
use crate::servers::start_server;

const FIELD: &str = "document.getElementById('search-field')";

impl Page {
    /// Types into the search box of the page.
    async fn look_for(&self, query: &str) -> WebDriverResult<()> {
        self.tap("#search-field").await?;
        self.driver.find(By::Id("search-field")).await?.send_keys(query).await
    }

    /// Follows the first hit among the sentences.
    async fn follow_first_sentence(&self) -> WebDriverResult<()> {
        const FOLLOW: &str = "(() => { const s = [...document.querySelectorAll('.hits h2')].find(e => e.textContent.startsWith('句子')); s.parentNode.querySelector('a.hit').click(); })()";
        self.get(FOLLOW).await.map(drop)
    }

    /// The first hit's words, once there are any.
    async fn first_hit(&self) -> WebDriverResult<String> {
        self.wait_for("document.querySelector('a.hit')").await?;
        self.text("document.querySelector('a.hit > span').textContent").await
    }
}

#[test]
fn a_typed_query_leads_to_its_marked_places_in_the_text_and_back() {
    for width in [390, 1280] {
        visit(&dist(), width, async |page: Page| {
            page.open("2020/").await?;
            page.look_for("xingzheng复议").await?;
            assert_eq!(page.first_hit().await?, "行政复议申请受理 159件");
            assert_eq!(
                page.text("document.querySelector('a.hit mark').textContent").await?,
                "行政复议"
            );
            assert!(
                page.text("document.querySelector('#search-hits').textContent")
                    .await?
                    .contains("按拼音找到")
            );
            page.follow_first_sentence().await?;
            page.wait_for("document.querySelector('mark.now')").await?;
            assert!(
                page.place().await?.starts_with("2020/report/?q=xingzheng%E5%A4%8D%E8%AE%AE&hit=")
                    || page.place().await?.contains("hit=")
            );
            assert_eq!(
                page.text("document.querySelector('mark.now').textContent").await?,
                "行政复议"
            );
            assert_eq!(
                page.get("document.querySelectorAll('.search.open, #search-hits *').length")
                    .await?,
                json!(0),
                "the results are closed"
            );
            let visible = "(() => { const b = document.querySelector('mark.now').getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight; })()";
            assert_eq!(page.get(visible).await?, json!(true));
            let first = page.text("document.querySelector('mark.now').dataset.hit").await?;
            page.tap(".found-steps a:nth-of-type(2)").await?;
            page.wait_for(&format!("document.querySelector('mark.now') && document.querySelector('mark.now').dataset.hit != '{first}'")).await?;
            assert_eq!(page.get(visible).await?, json!(true));
            page.driver.back().await?;
            page.wait_for("!document.querySelector('.found-bar')").await?;
            assert_eq!(page.place().await?, "2020/", "from hit to hit is no step of its own");
            page.assert_quiet("a search").await
        });
    }
}

#[test]
fn a_card_that_came_with_a_hit_closes_where_the_reader_is() {
    for (width, by_key) in [(390, false), (1280, true)] {
        visit(&dist(), width, async |page: Page| {
            page.open("2020/").await?;
            page.look_for("法律援助").await?;
            page.first_hit().await?;
            page.tap("a.hit").await?;
            page.wait_for("document.querySelector('.card.open')").await?;
            assert!(page.place().await?.contains("2020/report/"));
            // The matches come from another program, and the number that is open stays marked.
            page.wait_for("document.querySelector('mark[data-hit]')").await?;
            page.wait_for("document.querySelector('a.figure.opened')").await?;
            let place =
                "Math.round(document.querySelector('mark[data-hit]').getBoundingClientRect().top)";
            let before = page.get(place).await?;
            if by_key {
                page.driver.action_chain().send_keys(Key::Escape + "").perform().await?;
            } else {
                page.tap(".card .close").await?;
            }
            page.wait_for("!document.querySelector('.card.open')").await?;
            assert!(page.place().await?.starts_with("2020/report/?q="), "{}", page.place().await?);
            if by_key {
                assert_eq!(page.get(place).await?, before, "the text moved");
            }
            // One card opened and closed by hand leaves no trace; then Back leads to the page before.
            page.tap("a.figure[data-open]").await?;
            page.wait_for("document.querySelector('.card.open')").await?;
            page.tap(".card .close").await?;
            page.wait_for("!document.querySelector('.card.open')").await?;
            assert!(page.place().await?.starts_with("2020/report/?q="));
            Ok(())
        });
    }
}

#[test]
fn back_closes_the_box_and_leads_from_a_hit_to_what_was_found() {
    for width in [390, 1280] {
        visit(&dist(), width, async |page: Page| {
            page.open("2020/").await?;
            page.look_for("法律援助").await?;
            page.first_hit().await?;
            if width == 390 {
                // There the box is a screen of its own.
                page.driver.back().await?;
                page.wait_for("!document.querySelector('.search.open')").await?;
                assert_eq!(page.place().await?, "2020/");
                page.tap("#search-field").await?;
                page.first_hit().await?;
            }
            let steps = page.get("history.length").await?;
            page.follow_first_sentence().await?;
            page.wait_for("document.querySelector('mark.now')").await?;
            page.driver.back().await?;
            page.wait_for("document.querySelector('.search.open a.hit')").await?;
            assert_eq!(page.place().await?, "2020/");
            assert_eq!(page.text(&format!("{FIELD}.value")).await?, "法律援助");
            // The hit that was followed has the keyboard.
            page.wait_for("document.activeElement.matches('#search-hits a.hit')").await?;
            page.driver.action_chain().send_keys(Key::Escape + "").perform().await?;
            page.wait_for("!document.querySelector('.search.open')").await?;
            assert_eq!(page.place().await?, "2020/");
            assert!(page.get("history.length").await?.as_u64() <= steps.as_u64().map(|n| n + 1));
            page.assert_quiet("Back from a hit").await
        });
    }
}

#[test]
fn everyday_words_are_answered_in_the_box() {
    visit(&dist(), 390, async |page: Page| {
        page.open("2020/").await?;
        page.look_for("打官司").await?;
        page.wait_for("document.querySelector('.meaning')").await?;
        let shown = page.text("document.querySelector('.meaning').textContent").await?;
        assert!(shown.starts_with("“打官司”在报告里写作“行政诉讼”"), "{shown}");
        assert_eq!(page.first_hit().await?, "参加行政诉讼 314件");
        page.get(&format!("{FIELD}.select()")).await?;
        page.driver.find(By::Id("search-field")).await?.send_keys("罚款").await?;
        page.wait_for(
            "document.querySelector('.meaning').textContent == '报告没有写到罚款（行政处罚）。'",
        )
        .await?;
        page.get(&format!("{FIELD}.select()")).await?;
        page.driver.find(By::Id("search-field")).await?.send_keys("有什么问题").await?;
        page.wait_for("/不足与原因/.test(document.querySelector('#search-hits h2').textContent)")
            .await?;
        page.tap("#search-hits a.hit").await?;
        page.wait_for("document.querySelector('#shortcomings')").await?;
        let seen = "(() => { const r = document.getElementById('shortcomings').getBoundingClientRect(), e = document.elementFromPoint(40, Math.max(r.top, 60) + 20); return !!e && document.getElementById('shortcomings').contains(e); })()";
        page.wait_for(seen).await?;
        page.assert_quiet("everyday words").await
    });
}

#[test]
fn what_went_wrong_and_what_comes_next_stand_on_the_first_two_screens() {
    visit(&dist(), 360, async |page: Page| {
        page.open("2020/").await?;
        for question in ["哪里没做好？", "接下来做什么？"] {
            let bottom = format!(
                "[...document.querySelectorAll('.questions h3')].find(e => e.textContent == '{question}').getBoundingClientRect().bottom"
            );
            let bottom = page.get(&bottom).await?.as_f64().expect("a number");
            assert!(bottom < 2.0 * 740.0, "{question} at {bottom}");
        }
        Ok(())
    });
}

#[test]
fn an_address_of_what_is_not_there_says_so() {
    for place in ["2020/report/#f-nope", "2020/#s999", "2020/figures/#t-nope"] {
        visit(&dist(), 390, async |page: Page| {
            page.open(place).await?;
            page.wait_for("document.querySelector('.card.open')").await?;
            let shown = page.text("document.getElementById('card-title').textContent").await?;
            assert_eq!(shown, "没有找到链接所指的地方", "{place}");
            page.tap(".card .close").await?;
            page.wait_for("!document.querySelector('.card.open')").await?;
            page.assert_quiet(place).await
        });
    }
}

#[test]
fn a_step_to_where_the_reader_is_leaves_no_trace() {
    visit(&dist(), 390, async |page: Page| {
        page.open("2020/").await?;
        page.look_for("法律援助").await?;
        page.first_hit().await?;
        page.follow_first_sentence().await?;
        page.wait_for("document.querySelector('mark.now')").await?;
        let steps = page.get("history.length").await?;
        page.tap("#next-match").await?;
        page.tap("#next-match").await?;
        assert_eq!(page.get("history.length").await?, steps);
        page.driver.back().await?;
        page.wait_for("document.querySelector('.key-figure')").await?;

        // On the search page Enter shows what is shown already.
        page.open("2020/search/?q=19000").await?;
        page.first_hit().await?;
        let steps = page.get("history.length").await?;
        page.tap("#search-field").await?;
        page.driver.action_chain().send_keys(Key::Enter + "").perform().await?;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        assert_eq!(page.get("history.length").await?, steps);
        Ok(())
    });
}

#[test]
fn the_search_page_has_its_query_in_the_address() {
    visit(&dist(), 390, async |page: Page| {
        page.open("2020/search/?q=19000").await?;
        assert_eq!(page.first_hit().await?, "“一窗通办”全科受理 1.9万余件");
        assert_eq!(page.text("document.getElementById('search-field').value").await?, "19000");
        page.tap("#search-field").await?;
        page.get(&format!("{FIELD}.select()")).await?;
        page.driver.find(By::Id("search-field")).await?.send_keys("行政服议").await?;
        page.wait_for("location.search == '?q=' + encodeURIComponent('行政服议')").await?;
        page.wait_for("document.querySelector('main').textContent.includes('读音相同')").await?;
        page.driver.refresh().await?;
        assert_eq!(page.first_hit().await?, "行政复议申请受理 159件");
        page.tap("a.hit").await?;
        page.wait_for("document.querySelector('.card.open h2')").await?;
        assert!(page.place().await?.ends_with("#f-reconsideration-received"));
        page.driver.back().await?;
        page.wait_for("!document.querySelector('.card.open')").await?;
        page.driver.back().await?;
        page.wait_for("document.querySelector('a.hit')").await?;
        page.open("2020/search/?q=%E8%A1%8C%E6%94%BF%E8%B5%94%E5%81%BF").await?;
        page.wait_for("document.querySelector('main').textContent.includes('没有找到')").await?;
        page.tap("main .inline a").await?;
        page.wait_for("document.querySelector('a.hit')").await
    });
}

#[test]
fn keys_lead_to_the_box_through_the_hits_and_out() {
    visit(&dist(), 1280, async |page: Page| {
        page.open("2020/figures/").await?;
        let keys = async |keys: &str| {
            page.driver.action_chain().send_keys(keys.to_string()).perform().await
        };
        page.tap("#search-field").await?;
        keys("仲裁").await?;
        page.first_hit().await?;
        keys(&(Key::Down + "").to_string()).await?;
        keys(&(Key::Down + "").to_string()).await?;
        page.wait_for("document.activeElement == document.querySelectorAll('a.hit')[1]").await?;
        keys(&(Key::Up + "").to_string()).await?;
        keys(&(Key::Up + "").to_string()).await?;
        page.wait_for(&format!("document.activeElement == {FIELD}")).await?;
        page.wait_for("document.querySelector('.search [role=status]').textContent == '5条结果'")
            .await?;
        keys(&(Key::Escape + "").to_string()).await?;
        page.wait_for("!document.querySelector('#search-hits *')").await?;
        keys(&(Key::Enter + "").to_string()).await?;
        page.wait_for("location.pathname.endsWith('/2020/search/')").await?;
        page.first_hit().await?;
        Ok(())
    });
}

#[test]
fn an_input_method_composes_in_peace() {
    visit(&dist(), 390, async |page: Page| {
        page.open("2020/").await?;
        page.tap("#search-field").await?;
        page.cdp(
            "Input.imeSetComposition",
            json!({"text": "fuyi", "selectionStart": 4, "selectionEnd": 4}),
        )
        .await?;
        assert_eq!(page.text("document.getElementById('search-field').value").await?, "fuyi");
        assert_eq!(
            page.get("document.querySelectorAll('a.hit').length").await?,
            json!(0),
            "nothing happens while composing"
        );
        page.cdp("Input.insertText", json!({"text": "复议"})).await?;
        assert!(page.first_hit().await?.contains("复"));
        Ok(())
    });
}

#[test]
fn ten_megabytes_pasted_are_cut_off_with_a_word_about_it() {
    visit(&dist(), 390, async |page: Page| {
        page.open("2020/").await?;
        page.tap("#search-field").await?;
        let paste = format!(
            "(() => {{ const f = {FIELD}; f.value = '行政复议'.repeat(2600000); const from = performance.now(); f.dispatchEvent(new Event('input', {{bubbles: true}})); return performance.now() - from; }})()"
        );
        let took_ms = page.get(&paste).await?.as_f64().unwrap_or(f64::MAX);
        assert!(took_ms < 1000.0, "{took_ms} ms");
        page.wait_for("document.querySelector('#search-hits').textContent.includes('只按前64个字')")
            .await
    });
}

#[test]
fn a_long_text_pasted_into_the_search_page_is_cut_off_with_a_word_about_it() {
    for width in [390, 1280] {
        visit(&dist(), width, async |page: Page| {
            page.open("2020/search/").await?;
            page.tap("#search-field").await?;
            page.cdp("Input.insertText", json!({"text": "行政复议".repeat(20)})).await?;
            page.wait_for(
                "document.querySelector('#search-results').innerText.includes('只按前64个字')",
            )
            .await
        });
    }
}

#[test]
fn markup_that_is_looked_for_is_words() {
    const QUERY: &str = "<img src=x onerror=alert(1)>\"'&amp;";
    visit(&dist(), 390, async |page: Page| {
        page.open("2020/report/").await?;
        page.look_for(QUERY).await?;
        page.wait_for("document.querySelector('#search-hits').textContent.includes('没有找到')")
            .await?;
        assert!(
            page.text("document.querySelector('#search-hits').textContent").await?.contains(QUERY)
        );
        assert_eq!(
            page.get("document.querySelectorAll('#search-hits img').length").await?,
            json!(0)
        );
        page.open("2020/search/?q=%3Cimg%20src%3Dx%3E").await?;
        page.wait_for("document.querySelector('main').textContent.includes('“<img src=x>”')")
            .await?;
        assert_eq!(page.get("document.querySelectorAll('main img').length").await?, json!(0));
        page.assert_quiet("markup that was looked for").await
    });
}

#[test]
fn large_print_is_found_under_its_names_and_goes_along() {
    visit(&dist(), 320, async |page: Page| {
        page.open("2020/").await?;
        page.look_for("关怀版").await?;
        page.first_hit().await?;
        page.tap("a.hit").await?;
        page.wait_for("document.documentElement.classList.contains('large')").await?;
        assert_eq!(page.text("getComputedStyle(document.body).fontSize").await?, "24px");
        page.tap("nav.places a[href$='report/']").await?;
        page.wait_for("document.querySelector('article.report')").await?;
        assert_eq!(page.place().await?, "2020/report/?large=1");
        assert_eq!(
            page.get("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                .await?,
            json!(0)
        );
        page.look_for("调解").await?;
        page.driver.action_chain().send_keys(Key::Enter + "").perform().await?;
        page.wait_for(
            "location.pathname.endsWith('/2020/search/') && location.search.includes('large=1')",
        )
        .await?;
        // What was found is there again, and closes by another step back.
        page.driver.back().await?;
        page.wait_for("document.querySelector('.search.open a.hit')").await?;
        page.driver.back().await?;
        page.wait_for("!document.querySelector('.search.open')").await?;
        page.wait_for("document.querySelector('article.report')").await?;
        page.tap(".large-switch").await?;
        page.wait_for("!document.documentElement.classList.contains('large')").await?;
        assert_eq!(page.place().await?, "2020/report/");
        Ok(())
    });
}

/// What comes before anybody asks for it comes as small as the host sends it: a host that sends pages as
/// brotli and programs as they are must not be taken at its word for pages.
#[test]
fn the_search_program_comes_as_small_as_the_host_has_it() {
    const ASKED: &str = "performance.getEntriesByType('resource').map(entry => entry.name.match(/search-.*(wasm.*)/)).filter(found => found).map(found => found[1])";
    let hosts: [(&[&str], &[&str]); 3] = [
        (&["html", "js", "css", "wasm"], &["wasm"]),
        (&["html"], &["wasm", "wasm.gz"]),
        (&[], &["wasm.gz"]),
    ];
    for (packed, asked) in hosts {
        let port = start_server(packed);
        visit(&dist(), 390, async |mut page: Page| {
            page.root = format!("http://127.0.0.1:{port}/");
            page.driver.goto(format!("{}2020/report/", page.root)).await?;
            page.look_for("法律援助").await?;
            assert!(page.first_hit().await?.contains("法律援助"));
            assert_eq!(page.get(ASKED).await?, json!(asked), "from a host that packs {packed:?}");
            Ok(())
        });
    }
}

#[test]
fn all_that_a_part_of_the_report_answers_is_one_press_away() {
    visit(&dist(), 390, async |page: Page| {
        page.open("2020/").await?;
        page.look_for("明年").await?;
        page.wait_for("document.querySelector('#search-hits a.more')").await?;
        assert!(
            page.text("document.querySelector('#search-hits a.more').textContent")
                .await?
                .contains('5')
        );
        page.tap("#search-hits a.more").await?;
        page.wait_for("document.querySelector('#search-results').textContent.includes('进一步加强法治队伍建设')").await
    });
}
