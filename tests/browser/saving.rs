//! What a reporter takes along: pictures of the size asked for, tables, charts of figures of their
//! own; and what happens where saving is not allowed.

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::json;
use thirtyfour::prelude::*;

use crate::chromium::{Page, changed_site, dist, visit};
use crate::engines::{Engine, saved_by_firefox, take_over, wait_for};
use crate::policies::open;

/// A folder of the test's own for what the browser saves.
pub(crate) async fn save_into(page: &Page, name: &str) -> WebDriverResult<PathBuf> {
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

/// The bytes of a file once it has arrived whole: Firefox keeps its place by an empty file, and writes
/// what comes beside it into one that ends in `.part`.
pub(crate) async fn arrived(folder: &Path, name: &str) -> Vec<u8> {
    for _ in 0..300 {
        match std::fs::read(folder.join(name)) {
            Ok(bytes) if !bytes.is_empty() => return bytes,
            _ => {}
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
            page.text("document.querySelector('.press').textContent").await?.contains("长按图片")
        );
        page.tap(".press button").await?;
        page.open("2020/charts/rates/?export=1&size=1080x1080").await?;
        page.tap(SAVE).await?;
        page.wait_for("document.querySelector('.press img') && document.querySelector('.press img').naturalWidth == 1080").await
    });
}

/// What the browsers inside apps say they are: the WebView of any Android app, Baidu, Toutiao,
/// Feishu (on a phone, on iOS, on a desktop), Xiaohongshu, an app of a phone maker's own kernel, and
/// any app on iOS.
const IN_APPS: &[&str] = &[
    "Mozilla/5.0 (Linux; Android 13; V2171A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36",
    "Mozilla/5.0 (Linux; Android 10; CLT-AL01) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/76.0.3809.89 Mobile Safari/537.36 T7/12.24 SP-engine/2.36.0 baiduboxapp/12.25.0.10 (Baidu; P1 10)",
    "Mozilla/5.0 (Linux; Android 10; MI CC 9e) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/87.0.4280.101 Mobile Safari/537.36 NewsArticle/8.7.5.0",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 16_3_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.3.1 Mobile/15E148 Safari/604.1 Lark/5.29.6 LarkLocale/zh_CN ChannelName/Feishu",
    "Mozilla/5.0 (Linux; Android 14; V2417A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/125.0 Mobile Safari/537.36 discover/8.69.5 NetType/WiFi",
    "Mozilla/5.0 (Linux; U; Android 10; zh-CN; BLM-00) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/69.0.3497.100 UWS/3.22.1.228 Mobile Safari/537.36 AliApp(DingTalk/6.5.30)",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
];

/// The words that say what became of the last press, and every button that they name is there.
async fn outcome(page: &Page) -> WebDriverResult<String> {
    let words = page.text("document.querySelector('.export > [role=status]').textContent").await?;
    let buttons = page
        .text("[...document.querySelectorAll('.export button, .export .button')].filter(b => b.offsetParent).map(b => b.textContent.trim()).join('|')")
        .await?;
    for named in words.split('“').skip(1).filter_map(|rest| rest.split('”').next()) {
        assert!(buttons.split('|').any(|button| button == named), "{named} of {words}: {buttons}");
    }
    Ok(words)
}

const SHOWN_WIDTH: &str = "document.querySelector('.press img') && document.querySelector('.press img').complete && document.querySelector('.press img').naturalWidth";

#[test]
fn where_downloads_are_dropped_nothing_claims_to_be_saved() {
    for agent in IN_APPS {
        visit(&dist(), 390, async |page: Page| {
            let folder = save_into(&page, "dropped").await?;
            page.cdp("Emulation.setUserAgentOverride", json!({"userAgent": agent})).await?;
            page.open("2020/charts/mediation-network/").await?;
            page.tap("#open-export").await?;
            page.tap(SAVE).await?;
            page.wait_for(&format!("({SHOWN_WIDTH}) == 1440")).await?;
            page.tap(".press button").await?;
            page.wait_for("!document.querySelector('.press')").await?;
            for file in [2, 3] {
                page.tap(&format!(".export .actions button:nth-of-type({file})")).await?;
                page.wait_for("document.querySelector('.export > [role=status]').textContent.includes('存不了文件')").await?;
                // What was said of the file before this one is gone.
                page.wait_for("document.querySelector('.export > [role=status] .copy').textContent == '复制文件内容'").await?;
                assert!(!outcome(&page).await?.contains("已交给"), "{agent}");
                page.tap(".export > [role=status] .copy button").await?;
                page.wait_for("/已复制|没能自动复制/.test(document.querySelector('.export > [role=status] .copy').textContent)").await?;
            }
            // What the site has as a file is opened in place of the page.
            page.tap("main > article > .actions a[href$='.png'], main .actions a[href$='.png']")
                .await?;
            page.wait_for("document.contentType == 'image/png'").await?;
            assert_eq!(std::fs::read_dir(&folder).expect("the folder").count(), 0, "{agent}");
            Ok(())
        });
    }
}

#[test]
fn a_picture_can_be_shown_long_after_it_was_saved() {
    // A minute is over at once.
    const QUICK: &str = "const wait = window.setTimeout;
        window.setTimeout = (act, pause, ...rest) => wait(act, pause >= 60000 ? 1 : pause, ...rest);";
    visit(&dist(), 1280, async |page: Page| {
        save_into(&page, "shown").await?;
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": QUICK})).await?;
        page.open("2020/charts/rates/").await?;
        page.tap("#open-export").await?;
        page.tap(SAVE).await?;
        for _ in 0..2 {
            page.wait_for("document.getElementById('show-picture')").await?;
            tokio::time::sleep(Duration::from_millis(300)).await;
            assert!(outcome(&page).await?.contains("已交给浏览器保存"));
            page.tap("#show-picture").await?;
            page.wait_for(&format!("({SHOWN_WIDTH}) == 720")).await?;
            page.tap(".press button").await?;
            page.wait_for(
                "!document.querySelector('.press') && document.activeElement.id == 'show-picture'",
            )
            .await?;
        }
        page.assert_quiet("a picture shown late").await
    });
}

/// Browsers that give out something else than what was drawn: stripes, white, nothing at all.
const OTHER_PIXELS: &[&str] = &[
    "const to = HTMLCanvasElement.prototype.toBlob;
     HTMLCanvasElement.prototype.toBlob = function (done) {
         const c = this.getContext('2d');
         for (let x = 0; x < this.width; x += 3) { c.fillStyle = `hsl(${x * 47} 90% 50%)`; c.fillRect(x, 0, 2, this.height); }
         to.call(this, done);
     }",
    "const read = CanvasRenderingContext2D.prototype.getImageData;
     CanvasRenderingContext2D.prototype.getImageData = function (...at) { const pixels = read.apply(this, at); pixels.data.fill(255); return pixels; }",
    "CanvasRenderingContext2D.prototype.drawImage = function () {}",
    "CanvasRenderingContext2D.prototype.getImageData = function () { throw new DOMException('refused', 'SecurityError'); }",
];

/// Noise that nobody sees.
const NOISE: &str = "const read = CanvasRenderingContext2D.prototype.getImageData;
    CanvasRenderingContext2D.prototype.getImageData = function (...at) {
        const pixels = read.apply(this, at);
        pixels.data.forEach((part, at) => { pixels.data[at] = part ^ (at % 2); });
        return pixels;
    }";

#[test]
fn a_canvas_that_cannot_be_trusted_is_not_given_away() {
    for script in OTHER_PIXELS {
        visit(&dist(), 390, async |page: Page| {
            let folder = save_into(&page, "other-pixels").await?;
            page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": script})).await?;
            page.open("2020/charts/mediation-network/").await?;
            page.tap("#open-export").await?;
            page.tap(SAVE).await?;
            page.wait_for("document.querySelector('.export > [role=status]').textContent.includes('同一张图')").await?;
            let words = outcome(&page).await?;
            let name = words.split("保存：").nth(1).and_then(|rest| rest.split('。').next());
            let name = format!("{}.png", name.expect("it names the file").trim_end_matches(".png"));
            let built = std::fs::read("dist/2020/charts/mediation-network.png").expect("built");
            assert_eq!(arrived(&folder, &name).await, built);
            // What was not built beforehand is saved as it was drawn.
            page.open("2020/charts/mediation-network/?export=1&theme=dark").await?;
            page.tap(SAVE).await?;
            page.wait_for("document.querySelector('.export > [role=status]').textContent.includes('改存为矢量图')").await?;
            outcome(&page).await?;
            let svg = arrived(&folder, "梧州2020-调解网络.svg").await;
            assert!(String::from_utf8(svg).expect("UTF-8").contains("#1c2026"));
            page.tap("#show-picture").await?;
            page.wait_for(&format!("({SHOWN_WIDTH}) > 0")).await
        });
    }
    visit(&dist(), 390, async |page: Page| {
        let folder = save_into(&page, "noise").await?;
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": NOISE})).await?;
        page.open("2020/charts/rates/?export=1&size=1080x1080&theme=dark").await?;
        page.tap(SAVE).await?;
        assert_eq!(
            size_of(&arrived(&folder, "梧州2020-各项比率-1080x1080.png").await),
            (1080, 1080)
        );
        Ok(())
    });
}

#[test]
fn firefox_that_resists_fingerprinting_saves_the_picture_that_was_built() {
    open(Engine::ResistingFirefox, &dist(), async |driver: WebDriver, root: String| {
        let folder = saved_by_firefox();
        driver.goto(format!("{root}2020/charts/rates/")).await?;
        take_over(&driver).await?;
        driver.find(By::Id("open-export")).await?.click().await?;
        wait_for(&driver, "document.querySelector('.export .preview').complete").await?;
        driver.find(By::Css(SAVE)).await?.click().await?;
        wait_for(
            &driver,
            "document.querySelector('.export > [role=status]').textContent.includes('同一张图')",
        )
        .await?;
        let shown = "document.querySelector('.export > [role=status] p').textContent";
        let words = driver.execute(format!("return {shown}"), Vec::new()).await?;
        let words = words.json().as_str().expect("words").to_string();
        let name = words.split("保存：").nth(1).and_then(|rest| rest.split(".png").next());
        let name = format!("{}.png", name.expect("it names the file"));
        let built = std::fs::read("dist/2020/charts/rates.png").expect("built");
        assert_eq!(arrived(&folder, &name).await, built);
        driver.find(By::Id("show-picture")).await?.click().await?;
        wait_for(&driver, &format!("({SHOWN_WIDTH}) == 1440")).await
    });
}

/// The id of the element that has the focus, and whether a point of it is seen.
const FOCUS: &str = "(() => { const at = document.activeElement, box = at.getBoundingClientRect();
    const seen = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return at.id + (at.contains(seen) ? '' : ' unseen'); })()";

async fn assert_focus(driver: &WebDriver, id: &str) -> WebDriverResult<()> {
    wait_for(driver, &format!("({FOCUS}) == '{id}'")).await
}

async fn press(driver: &WebDriver, key: impl Into<TypingData>) -> WebDriverResult<()> {
    driver.action_chain().send_keys(key).perform().await
}

/// Clicks where no bar lies over it.
async fn click(driver: &WebDriver, selector: &str) -> WebDriverResult<()> {
    let element = driver.find(By::Css(selector)).await?;
    let script = "arguments[0].scrollIntoView({block: 'center'})";
    driver.execute(script, vec![element.to_json()?]).await?;
    element.click().await
}

/// The browser says that it is one of an app.
const IN_APP: &str = "Object.defineProperty(navigator, 'userAgent', {value: 'MicroMessenger'})";

/// Opens the panel and the picture over the screen by keys and clicks, and closes them by Escape.
async fn open_and_close(driver: WebDriver, root: String) -> WebDriverResult<()> {
    driver.goto(format!("{root}2020/charts/rates/")).await?;
    take_over(&driver).await?;
    driver.execute(IN_APP, Vec::new()).await?;
    click(&driver, "#open-export").await?;
    assert_focus(&driver, "export-title").await?;
    click(&driver, SAVE).await?;
    assert_focus(&driver, "close-picture").await?;
    for _ in 0..3 {
        press(&driver, Key::Tab + "").await?;
        assert_focus(&driver, "close-picture").await?;
    }
    let keys = driver.action_chain().key_down(Key::Shift).send_keys(Key::Tab + "");
    keys.key_up(Key::Shift).perform().await?;
    // The button, or with WebKit the dialog around it.
    const INSIDE: &str = "document.activeElement.closest('.press')";
    wait_for(&driver, INSIDE).await?;
    // Nothing behind it can be pressed, nor called by a key.
    let covered = "(({clientWidth: width, clientHeight: height}) => [[9, 9], [width - 9, 9], [9, height - 9], [width / 2, height / 2]]
        .every(([x, y]) => document.elementFromPoint(x, y).closest('.press')))(document.documentElement)";
    wait_for(&driver, covered).await?;
    press(&driver, "/").await?;
    wait_for(&driver, INSIDE).await?;
    // Escape closes the picture alone, wherever it was pressed last.
    wait_for(&driver, "document.querySelector('.press img').naturalWidth > 0").await?;
    driver.find(By::Css(".press img")).await?.click().await?;
    press(&driver, Key::Escape + "").await?;
    wait_for(&driver, "!document.querySelector('.press')").await?;
    assert_focus(&driver, "save-picture").await?;
    press(&driver, Key::Enter + "").await?;
    assert_focus(&driver, "close-picture").await?;
    press(&driver, Key::Enter + "").await?;
    assert_focus(&driver, "save-picture").await?;
    wait_for(&driver, "document.querySelector('.export') && location.search == '?export=1'")
        .await?;
    // Then the panel.
    press(&driver, Key::Escape + "").await?;
    wait_for(&driver, "!document.querySelector('.export') && !location.search").await?;
    assert_focus(&driver, "open-export").await?;
    press(&driver, Key::Enter + "").await?;
    assert_focus(&driver, "export-title").await?;
    click(&driver, ".export > header button").await?;
    assert_focus(&driver, "open-export").await?;
    // What the reader did before is there again.
    driver.back().await?;
    wait_for(&driver, "document.querySelector('.export')").await
}

#[test]
fn the_panel_and_the_picture_take_the_focus_and_give_it_back() {
    for engine in Engine::ALL {
        open(engine, &dist(), open_and_close);
    }
}

#[test]
fn kernels_without_dialogs_keep_the_focus_in_the_picture_too() {
    for width in [390, 1280] {
        visit(&dist(), width, async |page: Page| {
            page.cdp(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({"source": "delete HTMLDialogElement.prototype.showModal"}),
            )
            .await?;
            open_and_close(page.driver.clone(), page.root.clone()).await?;
            page.assert_quiet("the panel and the picture").await
        });
    }
}

#[test]
fn an_opened_panel_is_seen_from_its_heading() {
    const SEEN: &str = "(() => { const top = document.getElementById('export-title').getBoundingClientRect().top; return top >= 0 && top < innerHeight / 3; })()";
    for width in [390, 1280] {
        for chart in ["rates", "mediation-network", "report-outline"] {
            visit(&dist(), width, async |page: Page| {
                page.open(&format!("2020/charts/{chart}/")).await?;
                page.tap("#open-export").await?;
                page.wait_for(SEEN).await?;
                page.open(&format!("2020/charts/{chart}/?export=1&size=1080x1080")).await?;
                page.wait_for(SEEN).await?;
                assert_focus(&page.driver, "export-title").await
            });
        }
    }
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
        page.wait_for(
            "document.querySelector('main').textContent.includes('勾选同一单位的几个指标')",
        )
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
