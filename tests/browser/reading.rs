//! What a reader does: tap numbers, terms and sentences, go back, filter, copy.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::chromium::{Page, dist, visit};

#[test]
fn a_tapped_number_opens_its_card_in_place_and_back_closes_it() {
    for width in [390, 1280] {
        visit(&dist(), width, async |page: Page| {
            page.open("2020/report/").await?;
            // Where the card of a phone would cover it, once what is above it has its true height.
            for _ in 0..2 {
                page.get(
                    "window.scrollBy(0, document.querySelector(\"a[data-open='f-legal-aid-cases']\")\
                     .getBoundingClientRect().top - innerHeight * .75)",
                )
                .await?;
                tokio::time::sleep(std::time::Duration::from_millis(300)).await;
            }
            let pressed_at = page.get("scrollY").await?;
            let number = page.driver.find(By::Css("a[data-open='f-legal-aid-cases']")).await?;
            number.click().await?;
            page.wait_for("document.querySelector('.card.open')").await?;
            assert_eq!(page.place().await?, "2020/report/#f-legal-aid-cases");
            assert_eq!(
                page.text("document.querySelector('.card h2').textContent").await?,
                "法律援助案件"
            );
            assert_eq!(
                page.text("document.querySelector('.card .value').textContent").await?,
                "3,156件"
            );
            assert!(
                page.text("document.querySelector('.card blockquote').textContent")
                    .await?
                    .contains("法律援助案件3156件")
            );
            assert_eq!(
                page.text("document.activeElement.id").await?,
                "card-title",
                "the keyboard goes to the card"
            );
            assert_eq!(
                page.text("document.querySelector('.opened').id").await?,
                "f-legal-aid-cases",
                "the number stays marked"
            );
            let is_phone = width < 700;
            assert_eq!(page.get("scrollY").await? != pressed_at, is_phone, "clear of the card");
            page.driver.back().await?;
            page.wait_for("!document.querySelector('.card.open')").await?;
            assert_eq!(page.place().await?, "2020/report/");
            assert_eq!(page.get("scrollY").await?, pressed_at, "it is where it was pressed");
            assert_eq!(page.get("document.querySelectorAll('.opened').length").await?, json!(0));
            assert_eq!(
                page.text("document.activeElement.id").await?,
                "f-legal-aid-cases",
                "the keyboard goes back to the number"
            );
            page.assert_sound("2020/report/").await
        });
    }
}

#[test]
fn a_card_closes_by_button_and_by_escape_and_leaves_no_step_behind() {
    visit(&dist(), 390, async |page: Page| {
        page.open("").await?;
        let steps = page.get("history.length").await?.as_u64().unwrap_or_default();
        page.tap(".key-figure").await?;
        page.wait_for("document.querySelector('.card.open')").await?;
        page.tap(".card .close").await?;
        page.wait_for("!document.querySelector('.card.open')").await?;
        page.tap(".key-figure").await?;
        page.wait_for("document.querySelector('.card.open')").await?;
        page.driver.action_chain().send_keys(Key::Escape + "").perform().await?;
        page.wait_for("!document.querySelector('.card.open')").await?;
        assert_eq!(
            page.get("history.length").await?,
            json!(steps + 1),
            "opening twice is one step forward"
        );
        assert_eq!(page.place().await?, "");
        Ok(())
    });
}

#[test]
fn a_forwarded_address_opens_the_card_it_names() {
    visit(&dist(), 390, async |page: Page| {
        page.open("2020/report/#f-one-window-cases").await?;
        page.wait_for("document.querySelector('.card.open .about')").await?;
        assert_eq!(
            page.text("document.querySelector('.card .value .about').textContent").await?,
            "余"
        );
        let visible = "(() => { const b = document.getElementById('f-one-window-cases').getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight; })()";
        assert_eq!(page.get(visible).await?, json!(true));
        page.open("2020/report/#f-no-such-figure").await?;
        page.wait_for("document.querySelector('.card.open')").await?;
        let shown = page.text("document.getElementById('card-title').textContent").await?;
        assert_eq!(shown, "没有找到链接所指的地方");
        page.assert_sound("an unknown figure").await
    });
}

#[test]
fn terms_and_sentences_explain_themselves() {
    visit(&dist(), 1280, async |page: Page| {
        page.open("2020/report/").await?;
        page.tap("a[data-open='t-fang-guan-fu']").await?;
        page.wait_for("document.querySelector('.card.open h2')?.textContent == '放管服'").await?;
        assert!(
            page.text("document.querySelector('.card').textContent")
                .await?
                .contains("编者注，非报告原文")
        );
        page.get("[...document.querySelectorAll('.sentence')].find(e => e.textContent.startsWith('推进我市') || e.textContent.startsWith('完善我市')).click()").await?;
        page.wait_for("document.querySelector('.card.open blockquote') && document.querySelector('.card blockquote').textContent.includes('完善我市法治政府建设考评')").await?;
        assert!(page.place().await?.starts_with("2020/report/#s"));
        // What a tap moves counts as unasked for when it comes half a second later, as on a busy machine.
        page.assert_quiet("2020/report/").await
    });
}

#[test]
fn a_figures_page_shows_its_own_code_when_asked() {
    for width in [390, 1280] {
        visit(&dist(), width, async |page: Page| {
            page.open("2020/figures/legal-aid-cases/").await?;
            page.tap(".page-code summary").await?;
            page.wait_for("document.querySelector('.page-code svg.qr-code')").await?;
            page.get("(document.querySelector('.qr-code').scrollIntoView({block: 'center'}), 0)")
                .await?;
            page.draw().await?;
            assert!(
                crate::engines::is_seen(&page.driver, ".qr-code").await?,
                "the code at {width}"
            );
            let first =
                page.text("document.querySelector('.qr-code path').getAttribute('d')").await?;
            // The next figure has another, and none before it is asked for.
            page.tap(".rows a[href*='figures/notarizations']").await?;
            page.wait_for("location.pathname.endsWith('/notarizations/')").await?;
            page.wait_for("!document.querySelector('.qr-code')").await?;
            page.tap(".page-code summary").await?;
            page.wait_for("document.querySelector('.page-code svg.qr-code')").await?;
            let second =
                page.text("document.querySelector('.qr-code path').getAttribute('d')").await?;
            assert_ne!(first, second);
            page.assert_quiet("a figure's code").await
        });
    }
}

#[test]
fn the_code_of_a_page_comes_at_the_first_press_before_there_is_a_program() {
    visit(&dist(), 390, async |page: Page| {
        page.save_data().await?;
        page.open_static("2020/figures/legal-aid-cases/").await?;
        page.tap(".page-code summary").await?;
        page.wait_for("document.querySelector('.page-code[open] svg.qr-code')").await?;
        page.assert_quiet("a code").await
    });
}

#[test]
fn a_copied_citation_has_report_date_section_words_and_link() {
    visit(&dist(), 390, async |page: Page| {
        let origin = page.root.trim_end_matches('/').to_string();
        page.cdp("Browser.grantPermissions", json!({"origin": origin, "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]})).await?;
        page.open("2020/report/#f-legal-aid-cases").await?;
        page.wait_for("document.querySelector('.card.open .copy button')").await?;
        page.get("([...document.querySelectorAll('.card .copy button')].find(e => e.textContent == '复制引文').id = 'cite', 0)").await?;
        page.tap("#cite").await?;
        page.wait_for("document.querySelector('#cite').textContent == '已复制'").await?;
        let copied = page.text("navigator.clipboard.readText()").await?;
        // Another button may copy something else.
        page.wait_for("document.querySelector('#cite').textContent == '复制引文'").await?;
        assert!(
            copied.starts_with(
                "《梧州市2020年度法治政府建设工作报告》（2021年2月3日），第一部分（三）：“加快整合"
            ),
            "{copied}"
        );
        assert!(
            copied.ends_with(&format!("。” {}2020/report/#f-legal-aid-cases", page.root)),
            "{copied}"
        );
        Ok(())
    });
}

#[test]
fn copying_works_without_the_asynchronous_clipboard() {
    visit(&dist(), 390, async |page: Page| {
        page.cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({"source": "Object.defineProperty(navigator, 'clipboard', {value: undefined})"}),
        )
        .await?;
        page.open("2020/figures/notarizations/").await?;
        page.tap(".figure-page .copy button").await?;
        page.wait_for(
            "document.querySelector('.figure-page .copy button').textContent == '已复制'",
        )
        .await?;
        page.cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({"source": "document.execCommand = () => false"}),
        )
        .await?;
        page.open("2020/figures/notarizations/").await?;
        page.tap(".figure-page .copy button").await?;
        page.wait_for("document.querySelector('.copy-outcome code')").await?;
        assert!(
            page.text("document.querySelector('.copy-outcome').textContent")
                .await?
                .contains("3465件"),
            "what could not be copied is shown"
        );
        page.assert_sound("without a clipboard").await
    });
}

#[test]
fn figures_are_filtered_and_sorted_and_the_address_says_so() {
    visit(&dist(), 390, async |page: Page| {
        page.open("2020/figures/").await?;
        let choose = async |nth: usize, value: &str| {
            page.get(&format!("(() => {{ const s = document.querySelectorAll('.filters select')[{nth}]; s.value = '{value}'; s.dispatchEvent(new Event('change', {{bubbles: true}})); }})()")).await
        };
        choose(1, "件").await?;
        page.wait_for("document.querySelectorAll('table.figures tbody tr').length == 13").await?;
        choose(2, "value").await?;
        page.wait_for("document.querySelector('table.figures tbody .row-link').textContent == '“一窗通办”全科受理'").await?;
        page.driver.refresh().await?;
        page.wait_for("document.querySelectorAll('table.figures tbody tr').length == 13").await?;
        assert_eq!(
            page.text("document.querySelectorAll('.filters select')[1].value").await?,
            "件",
            "the choice is shown after a reload"
        );
        let values = "[...document.querySelectorAll('table.figures tbody .digits')].map(e => e.textContent).join(' ')";
        assert_eq!(
            page.text(values).await?,
            "1.9 4,249 3,604 3,465 3,156 400 314 283 159 151 51 2 1"
        );
        assert!(page.place().await?.contains("sort=value"));
        page.driver.back().await?;
        page.wait_for("document.querySelector('table.figures tbody .row-link').textContent == '审议通过地方性法规'").await?;
        page.assert_sound("2020/figures/").await
    });
}

#[test]
fn boxes_stay_ticked_and_keep_the_keyboard_while_the_table_changes() {
    const TICKED: &str =
        "[...document.querySelectorAll('table.figures :checked')].map(box => box.value).join(' ')";
    visit(&dist(), 1280, async |page: Page| {
        page.open("2020/figures/?figures=notarizations").await?;
        page.wait_for(&format!("{TICKED} == 'notarizations'")).await?;
        page.get("document.querySelector('table.figures input[value=arbitration-cases]').focus()")
            .await?;
        page.driver.action_chain().send_keys(" ").perform().await?;
        page.wait_for("location.search.includes('arbitration-cases')").await?;
        assert_eq!(
            page.text("document.activeElement.value").await?,
            "arbitration-cases",
            "the next key goes where the last went"
        );
        page.get("(() => { const s = document.querySelectorAll('.filters select')[1]; s.value = '件'; s.dispatchEvent(new Event('change', {bubbles: true})); })()").await?;
        page.wait_for("document.querySelectorAll('table.figures tbody tr').length == 13").await?;
        page.wait_for(&format!("{TICKED} == 'notarizations arbitration-cases'")).await?;
        page.tap(".found-bar a:not(.primary)").await?;
        page.wait_for(&format!("{TICKED} == ''")).await?;
        page.driver.back().await?;
        page.wait_for(&format!("{TICKED} == 'notarizations arbitration-cases'")).await?;
        page.assert_quiet("the table with ticks").await
    });
}

#[test]
fn a_row_of_the_table_is_cited() {
    visit(&dist(), 1280, async |page: Page| {
        page.cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({"source": "Object.defineProperty(navigator, 'clipboard', {value: undefined})"}),
        )
        .await?;
        page.open("2020/figures/").await?;
        page.get(
            "document.execCommand = () => (window.copied = document.activeElement.value, true)",
        )
        .await?;
        page.tap("table.figures button[value=notarizations]").await?;
        page.wait_for("document.querySelector('table.figures button[value=notarizations]').textContent == '已复制'").await?;
        let copied = page.text("window.copied").await?;
        assert!(
            copied.contains("3465件") && copied.ends_with("2020/report/#f-notarizations"),
            "{copied}"
        );
        page.get("document.execCommand = () => false").await?;
        page.tap("table.figures button[value=legal-aid-cases]").await?;
        page.wait_for("document.querySelector('table.figures code')").await?;
        assert!(
            page.text("document.querySelector('table.figures code').textContent")
                .await?
                .contains("3156件"),
            "what could not be copied is shown"
        );
        page.assert_quiet("citing in the table").await
    });
}

#[test]
fn markup_in_an_address_is_never_run() {
    visit(&dist(), 390, async |page: Page| {
        for path in [
            "2020/figures/?topic=%3Cimg%20src%3Dx%20onerror%3Dwindow.hit%3D1%3E&unit=%22%3E",
            "2020/report/#f-%3Cscript%3Ewindow.hit=1%3C/script%3E",
            "2020/report/#s99999999999999999999",
        ] {
            page.open(path).await?;
            assert_eq!(
                page.get("window.hit === undefined && document.images.length").await?,
                json!(0),
                "{path}"
            );
            page.assert_quiet(path).await?;
        }
        Ok(())
    });
}

#[test]
fn a_mark_of_a_chart_opens_its_figure_and_the_view_is_in_the_address() {
    for width in [390, 1280] {
        visit(&dist(), width, async |page: Page| {
            page.open("2020/charts/public-legal-services/").await?;
            page.tap(".chart a.mark[data-open='f-arbitration-cases']").await?;
            page.wait_for("document.querySelector('.card.open h2')?.textContent == '仲裁案件'")
                .await?;
            assert!(
                page.text("document.querySelector('.card blockquote').textContent")
                    .await?
                    .contains("仲裁案件51件")
            );
            page.driver.back().await?;
            page.wait_for("!document.querySelector('.card.open')").await?;
            page.get("(() => { const s = document.querySelector('.sort select'); s.value = 'report'; s.dispatchEvent(new Event('change', {bubbles: true})); })()").await?;
            page.wait_for("document.querySelector('.chart .mark').getAttribute('aria-label').startsWith('公证事项')").await?;
            page.tap(".actions a.tool[href*='view=table']").await?;
            page.wait_for("document.querySelector('figure .chart-table')").await?;
            assert_eq!(
                page.place().await?,
                "2020/charts/public-legal-services/?view=table&sort=report"
            );
            page.driver.refresh().await?;
            page.wait_for(
                "document.querySelector('figure .chart-table .row-link').textContent == '公证事项'",
            )
            .await?;
            page.assert_quiet("a chart as a table").await?;
            Ok(())
        });
    }
}
