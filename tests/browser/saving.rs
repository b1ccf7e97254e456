//! What a reporter takes along: pictures of the size asked for, tables, charts of figures of their
//! own; and what happens where saving is not allowed.

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::json;
use thirtyfour::prelude::*;

use crate::chromium::{Page, changed_site, dist, visit};

/// A folder of the test's own for what the browser saves.
async fn save_into(page: &Page, name: &str) -> WebDriverResult<PathBuf> {
    let folder = std::fs::canonicalize("target").expect("target is there").join("saved").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("room in target");
    page.cdp(
        "Browser.setDownloadBehavior",
        json!({"behavior": "allow", "downloadPath": folder.to_string_lossy()}),
    )
    .await?;
    Ok(folder)
}

/// The bytes of a file once it has arrived whole.
async fn arrived(folder: &Path, name: &str) -> Vec<u8> {
    for _ in 0..100 {
        if let Ok(bytes) = std::fs::read(folder.join(name)) {
            return bytes;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let there: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder")
        .filter_map(|entry| Some(entry.ok()?.file_name()))
        .collect();
    panic!("{name} never came; there are {there:?}");
}

/// Width and height of a PNG, from its header.
fn size_of(png: &[u8]) -> (u32, u32) {
    let number = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
    assert!(png.starts_with(b"\x89PNG"));
    (number(16), number(20))
}

const SAVE: &str = ".export .actions button.primary";

#[test]
fn a_picture_is_saved_in_the_size_and_under_the_name_shown() {
    visit(&dist(), 1280, async |page: Page| {
        let folder = save_into(&page, "picture").await?;
        page.open("2020/charts/mediation-network/").await?;
        page.tap(".actions a.primary").await?;
        page.wait_for("document.querySelector('.export .preview')").await?;
        for (query, name, size) in [
            ("", "梧州2020-调解网络-720x", (720, 0)),
            ("&size=1280x720", "梧州2020-调解网络-1280x720.png", (1280, 720)),
            (
                "&size=900x383&scale=2&theme=dark&qr=1&notes=0",
                "梧州2020-调解网络-1800x766.png",
                (1800, 766),
            ),
            ("&size=1080x1440&scale=4", "梧州2020-调解网络-3072x4096.png", (3072, 4096)),
            ("&size=99999x99999&scale=1000", "梧州2020-调解网络-720x", (720, 0)),
        ] {
            page.open(&format!("2020/charts/mediation-network/?export=1{query}")).await?;
            page.wait_for("document.querySelector('.export .preview') && document.querySelector('.export .preview').complete").await?;
            let shown = page.text("document.querySelector('.export .quiet').textContent").await?;
            assert!(shown.starts_with(name), "{shown}");
            let full_name = shown.split('，').next().expect("the name").to_string();
            page.tap(SAVE).await?;
            page.wait_for("document.querySelector('.export > [role=status]').textContent.includes('已交给浏览器保存')").await?;
            let saved = size_of(&arrived(&folder, &full_name).await);
            assert_eq!((saved.0, if size.1 == 0 { 0 } else { saved.1 }), size);
            std::fs::remove_file(folder.join(full_name)).expect("it was there");
        }
        page.assert_quiet("saving").await
    });
}

#[test]
fn vector_and_table_are_saved_and_what_is_seen_is_what_is_saved() {
    visit(&dist(), 390, async |page: Page| {
        let folder = save_into(&page, "vector").await?;
        page.open("2020/charts/rates/?export=1&theme=dark&sort=value").await?;
        page.wait_for("document.querySelector('.export .preview')").await?;
        let preview = page.text("decodeURIComponent(document.querySelector('.export .preview').src.split(',').slice(1).join(','))").await?;
        page.tap(".export .actions button:nth-of-type(2)").await?;
        assert_eq!(
            String::from_utf8(arrived(&folder, "梧州2020-各项比率.svg").await).expect("UTF-8"),
            preview
        );
        assert!(preview.contains("#1c2026"), "dark as asked for");
        page.tap(".export .actions button:nth-of-type(3)").await?;
        let csv =
            String::from_utf8(arrived(&folder, "梧州2020-各项比率.csv").await).expect("UTF-8");
        assert!(csv.starts_with('\u{feff}') && csv.contains("调解成功率,96.9,%"), "{csv}");
        Ok(())
    });
}

#[test]
fn old_kernels_without_to_blob_save_too() {
    visit(&dist(), 390, async |page: Page| {
        let folder = save_into(&page, "old").await?;
        page.cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({"source": "delete HTMLCanvasElement.prototype.toBlob"}),
        )
        .await?;
        page.open("2020/charts/rates/?export=1&size=1080x1080").await?;
        page.tap(SAVE).await?;
        assert_eq!(
            size_of(&arrived(&folder, "梧州2020-各项比率-1080x1080.png").await),
            (1080, 1080)
        );
        Ok(())
    });
}

#[test]
fn in_wechat_the_picture_fills_the_screen_to_be_pressed() {
    visit(&dist(), 390, async |page: Page| {
        let agent = "Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.44";
        page.cdp("Emulation.setUserAgentOverride", json!({"userAgent": agent})).await?;
        page.open("2020/charts/rates/?export=1").await?;
        page.tap(SAVE).await?;
        page.wait_for("document.querySelector('.press img') && document.querySelector('.press img').naturalWidth == 1440").await?;
        assert!(
            page.text("document.querySelector('.press img').src")
                .await?
                .ends_with("/2020/charts/rates.png"),
            "a real address saves best"
        );
        assert!(
            page.text("document.querySelector('.press').textContent")
                .await?
                .contains("长按图片保存")
        );
        page.tap(".press button").await?;
        page.open("2020/charts/rates/?export=1&size=1080x1080").await?;
        page.tap(SAVE).await?;
        page.wait_for("document.querySelector('.press img') && document.querySelector('.press img').naturalWidth == 1080").await
    });
}

#[test]
fn in_a_frame_that_forbids_saving_there_is_a_way_to_the_full_page() {
    let site = changed_site("frame", "", |site| {
        let host = r#"<!DOCTYPE html><title>host</title><iframe id="f" sandbox="allow-scripts allow-same-origin" width="390" height="700" src="2020/charts/rates/?export=1"></iframe>"#;
        std::fs::write(site.join("host.html"), host).expect("writable");
    });
    visit(&site, 1280, async |page: Page| {
        page.open_static("host.html").await?;
        const INSIDE: &str = "document.getElementById('f').contentDocument";
        page.wait_for(&format!("{INSIDE} && {INSIDE}.querySelector('.export .preview')")).await?;
        page.get(&format!("{INSIDE}.querySelector('{SAVE}').click()")).await?;
        page.wait_for(&format!(
            "{INSIDE}.querySelector('.export > [role=status] a[target=_blank]')"
        ))
        .await?;
        let link = page
            .text(&format!(
                "{INSIDE}.querySelector('.export > [role=status] a[target=_blank]').href"
            ))
            .await?;
        assert_eq!(link, format!("{}2020/charts/rates/", page.root));
        Ok(())
    });
}

#[test]
fn a_table_and_a_picture_go_to_the_clipboard() {
    visit(&dist(), 1280, async |page: Page| {
        let origin = page.root.trim_end_matches('/').to_string();
        page.cdp("Browser.grantPermissions", json!({"origin": origin, "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]})).await?;
        page.open("2020/charts/rates/?export=1").await?;
        const COPIED: &str =
            "document.querySelector('.export > [role=status]').textContent.includes('已复制')";
        page.tap(".export .actions button:nth-of-type(5)").await?;
        page.wait_for(COPIED).await?;
        let html = page.text("navigator.clipboard.read().then(i => i[0].getType('text/html')).then(b => b.text())").await?;
        assert!(html.contains("<table") && html.contains("96.9%"), "{html}");
        page.open("2020/charts/rates/?export=1").await?;
        page.tap(".export .actions button:nth-of-type(4)").await?;
        page.wait_for(COPIED).await?;
        let size =
            page.get("navigator.clipboard.read().then(i => i[0].getType('image/png')).then(b => createImageBitmap(b)).then(b => b.width)").await?;
        assert_eq!(size, json!(720));
        Ok(())
    });
}

#[test]
fn figures_of_one_unit_make_a_chart_and_others_say_why_not() {
    visit(&dist(), 390, async |page: Page| {
        page.open("2020/figures/?unit=%E4%BB%B6&sort=value").await?;
        page.tap("table.figures tbody tr:nth-child(2) .tick").await?;
        page.tap("table.figures tbody tr:nth-child(3) .tick").await?;
        page.tap("table.figures tbody tr:nth-child(1) .tick").await?;
        page.wait_for("document.querySelector('.found-bar') && document.querySelector('.found-bar').textContent.includes('已选3个')").await?;
        page.tap(".found-bar .primary").await?;
        page.wait_for("document.querySelectorAll('.chart.narrow .mark').length == 3").await?;
        page.get("(() => { const f = document.querySelector('.headline input'); f.value = '三类案件 <b>'; f.dispatchEvent(new Event('change', {bubbles: true})); })()").await?;
        page.wait_for("document.querySelector('.chart-card h2').textContent == '三类案件 <b>'")
            .await?;
        page.driver.refresh().await?;
        page.wait_for("document.querySelector('.chart-card h2') && document.querySelector('.chart-card h2').textContent == '三类案件 <b>'").await?;
        page.tap(".actions a.primary").await?;
        page.wait_for("document.querySelector('.export .preview')").await?;
        page.open("2020/charts/custom/?figures=notarizations,legal-service-centres").await?;
        page.wait_for(
            "document.querySelector('main').textContent.includes('单位不同，不能画在一起')",
        )
        .await?;
        page.open("2020/charts/custom/?figures=no-such,%3Cscript%3E").await?;
        page.wait_for("document.querySelector('main').textContent.includes('还没有选指标')")
            .await?;
        page.assert_quiet("a chart of one's own").await
    });
}

#[test]
fn arrow_keys_step_through_all_marks_and_escape_leaves() {
    visit(&dist(), 1280, async |page: Page| {
        page.open("2020/charts/rates/").await?;
        let keys = async |keys: &str| {
            page.driver.action_chain().send_keys(keys.to_string()).perform().await
        };
        page.get("document.querySelector('.chart.wide a.mark').focus()").await?;
        for _ in 0..5 {
            keys(&(Key::Down + "").to_string()).await?;
        }
        page.wait_for(
            "document.activeElement == [...document.querySelectorAll('.chart.wide a.mark')].pop()",
        )
        .await?;
        keys(&(Key::Enter + "").to_string()).await?;
        page.wait_for("document.querySelector('.card.open')").await?;
        assert!(
            page.text("document.querySelector('.card').textContent").await?.contains("相关图表")
        );
        keys(&(Key::Escape + "").to_string()).await?;
        page.wait_for("!document.querySelector('.card.open')").await
    });
}

#[test]
fn an_unknown_chart_or_figure_is_a_sensible_page() {
    visit(&dist(), 390, async |page: Page| {
        for path in ["2020/charts/no-such-chart/", "2020/figures/no-such-figure/"] {
            page.open_static(path).await?;
            assert_eq!(
                page.text("document.querySelector('h1').textContent").await?,
                "没有这一页",
                "{path}"
            );
            assert_eq!(
                page.text("getComputedStyle(document.querySelector('.places')).display").await?,
                "flex",
                "styled at any depth"
            );
            page.tap("nav.places a[href$='charts/']").await?;
            page.wait_for("document.querySelector('.chart-card')").await?;
        }
        Ok(())
    });
}
