//! On paper: the whole report with contents and numbered pages, and one section, chart or figure alone.

use report_explorer::extract::{self, Document};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::chromium::{Page, dist, visit};

/// What the browser prints, read as a clerk's PDF is.
async fn printed(page: &Page) -> WebDriverResult<Document> {
    let asked = json!({"preferCSSPageSize": true, "printBackground": false});
    let bytes = page.printed(asked).await?;
    Ok(extract::read("printed.pdf", &bytes).expect("a PDF that can be read"))
}

/// Presses a button as a reader does, and prints what the browser would then have printed.
async fn press_and_print(page: &Page, button: &str) -> WebDriverResult<String> {
    page.driver.execute("window.print = () => { window.hasPrinted = true }", Vec::new()).await?;
    // Scrolls no further than the list that the button lies in.
    let found = page.driver.find(By::Css(button)).await?;
    let into_view = "arguments[0].scrollIntoView({block: 'nearest'})";
    page.driver.execute(into_view, vec![found.to_json()?]).await?;
    found.click().await?;
    page.wait_for("window.hasPrinted").await?;
    Ok(printed(page).await?.text)
}

/// Whether these words stand in the text, in this order.
fn assert_holds(text: &str, words: &[&str]) {
    let folded: String = text.chars().filter(|ch| !ch.is_whitespace()).collect();
    let mut rest = &*folded;
    for word in words {
        let Some((_, after)) = rest.split_once(word) else { panic!("no {word} in {rest}") };
        rest = after;
    }
}

#[test]
fn the_report_is_printed_with_its_contents_and_numbered_pages() {
    visit(&dist(), 1280, async |page: Page| {
        page.open("2020/report/").await?;
        let Document { text, notes, .. } = printed(&page).await?;
        assert_holds(&text, &["二、2021年", "(五)进一步加强法治队伍建设", "3156件", "2021-02-03"]);
        assert!(notes.iter().any(|note| note.what.contains("页码")), "{notes:?}");
        for left_out in ["打印", "关闭", "搜原文"] {
            assert!(!text.contains(left_out), "{left_out} is printed");
        }
        Ok(())
    });
}

#[test]
fn one_section_one_chart_and_one_figure_are_printed_alone() {
    for width in [390, 1280] {
        visit(&dist(), width, async |page: Page| {
            page.open("2020/").await?;
            page.tap("nav.places a[href*='report']").await?;
            page.wait_for("document.querySelector('.report')").await?;
            let contents = if width < 1024 { ".contents.narrow" } else { ".contents.wide" };
            if width < 1024 {
                page.tap(".contents.narrow summary").await?;
            }
            page.tap(&format!("{contents} a[href='#section-1-3']")).await?;
            page.wait_for(&format!(
                "document.querySelector(\"{contents} [aria-current][href='#section-1-3']\")"
            ))
            .await?;
            // Following one of its links may have closed the list.
            if width < 1024
                && page.get("document.querySelector('.contents.narrow').open").await?
                    == json!(false)
            {
                page.driver.find(By::Css(".contents.narrow summary")).await?.click().await?;
            }
            let button = format!("{contents} .print + .print");
            let text = press_and_print(&page, &button).await?;
            assert_holds(&text, &["(三)坚持依法行政", "3156件", "2021-02-03"]);
            assert!(!text.contains("坚持改革创新"), "the next section is printed, too");
            // The page is whole again.
            page.driver.execute("dispatchEvent(new Event('afterprint'))", Vec::new()).await?;
            assert_eq!(page.get("document.querySelector('.left-out')").await?, Value::Null);

            page.open("2020/charts/rates/").await?;
            let text = press_and_print(&page, "button.print").await?;
            assert_holds(&text, &["80.5%", "2021-02-03"]);
            assert!(!text.contains("文字描述"), "more than the chart is printed: {text}");

            page.open("2020/figures/legal-aid-cases/").await?;
            let text = press_and_print(&page, "button.print").await?;
            assert_holds(&text, &["法律援助案件", "3,156", "2021-02-03"]);
            assert!(!text.contains("同一领域"), "more than the figure is printed: {text}");
            Ok(())
        });
    }
}
