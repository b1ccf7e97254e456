//! The desk as a clerk uses it: from a file to a published site, by clicks and keys, in Chromium and
//! Firefox, and from a file without any server.

use std::path::{Path, PathBuf};
use std::time::Duration;

use report_explorer::desk::work::unpack;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::chromium::{Page, dist, visit};
use crate::engines::{Engine, get, is_seen, press, scroll_to, wait_for};
use crate::saving::{arrived, save_into};

/// A report of a place that does not exist, as old programs save text.
fn report_in_gb18030() -> PathBuf {
    let text = include_str!("../suite/outline/yunping-2019.txt").replace('\n', "\r\n");
    let (bytes, _, _) = encoding_rs::GB18030.encode(&text);
    file("云屏区报告.txt", &bytes)
}

fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = std::fs::canonicalize("target").expect("target is there").join("desk");
    std::fs::create_dir_all(&folder).expect("room in target");
    std::fs::write(folder.join(name), bytes).expect("room in target");
    folder.join(name)
}

/// Goes to the desk as a reader finds it, and opens a file there.
async fn open_at_desk(driver: &WebDriver, root: &str, file: &Path) -> WebDriverResult<()> {
    driver.goto(format!("{root}about/")).await?;
    scroll_to(driver, "main a[href$='desk/']", 300).await?;
    press(driver, "main a[href$='desk/']").await?;
    choose(driver, file).await
}

async fn choose(driver: &WebDriver, file: &Path) -> WebDriverResult<()> {
    wait_for(driver, "document.querySelector('#desk input[type=file]')").await?;
    let field = driver.find(By::Css("#desk input[type=file]")).await?;
    field.send_keys(file.to_string_lossy().as_ref()).await
}

async fn open_tab(driver: &WebDriver, words: &str) -> WebDriverResult<()> {
    wait_for(driver, "document.querySelector('.desk-tabs .tab')").await?;
    let mark = format!(
        "(() => {{ for (const tab of document.querySelectorAll('.desk-tabs .tab')) tab.id = tab.textContent == '{words}' ? 'tab-wanted' : ''; scrollTo(0, 0); }})()"
    );
    get(driver, &mark).await?;
    press(driver, "#tab-wanted").await
}

/// What the frame shows: the title of the explorer in it.
async fn wait_for_preview(driver: &WebDriver) -> WebDriverResult<String> {
    wait_for(driver, "document.querySelector('.desk-preview iframe')").await?;
    driver.enter_frame(0).await?;
    wait_for(driver, "document.querySelector('h1')").await?;
    let title = get(driver, "document.querySelector('h1').textContent").await?;
    let unchecked = get(driver, "!!document.querySelector('.unchecked')").await?;
    driver.enter_default_frame().await?;
    Ok(format!("{} {unchecked}", title.as_str().unwrap_or_default()))
}

const N_OPEN: &str = "document.querySelectorAll('.desk-queue > ol > li').length";

/// Accepts everything that is open by one key, again and again.
async fn accept_all(driver: &WebDriver) -> WebDriverResult<u64> {
    open_tab(driver, "核对").await?;
    wait_for(driver, &format!("{N_OPEN} > 0")).await?;
    let n_open = get(driver, N_OPEN).await?.as_u64().unwrap_or_default();
    for left in (0..n_open).rev() {
        wait_for(driver, "document.activeElement.id == 'desk-accept'").await?;
        driver.action_chain().send_keys(Key::Enter + "").perform().await?;
        wait_for(driver, &format!("{N_OPEN} == {left}")).await?;
    }
    Ok(n_open)
}

fn from_file_to_explorer(engine: Engine, size: (u32, u32)) {
    let report = report_in_gb18030();
    engine.visit(&dist(), size, async |driver, root| {
        open_at_desk(&driver, &root, &report).await?;
        let shown = wait_for_preview(&driver).await?;
        assert!(shown.contains("未经核对") && shown.ends_with("true"), "{shown}");
        open_tab(&driver, "核对").await?;
        wait_for(&driver, &format!("{N_OPEN} > 3")).await?;
        assert!(is_seen(&driver, "#desk-accept").await?, "the decision is seen beside its sentence");
        let n_open = get(&driver, N_OPEN).await?.as_u64().unwrap_or_default();
        driver.action_chain().send_keys("x").perform().await?;
        wait_for(&driver, &format!("{N_OPEN} == {}", n_open - 1)).await?;
        let undo = driver.action_chain().key_down(Key::Control).send_keys("z").key_up(Key::Control);
        undo.perform().await?;
        wait_for(&driver, &format!("{N_OPEN} == {n_open}")).await?;
        accept_all(&driver).await?;
        open_tab(&driver, "浏览").await?;
        wait_for(&driver, "!document.querySelector('.desk-message')").await?;
        let shown = wait_for_preview(&driver).await?;
        assert!(!shown.contains("未经核对") && shown.ends_with("false"), "{shown}");
        // Work is there again after the tab was closed in the middle.
        driver.goto("about:blank").await?;
        let _ = driver.accept_alert().await;
        driver.goto(format!("{root}desk/")).await?;
        wait_for(&driver, "document.querySelector('.desk-kept button')").await?;
        press(&driver, ".desk-kept button").await?;
        wait_for(&driver, "document.querySelector('.desk-state') && document.querySelector('.desk-state').textContent.includes('已全部核对')").await
    });
}

#[test]
fn what_is_wrong_leads_to_where_it_is_put_right() {
    let report = report_in_gb18030();
    Engine::Chromium.visit(&dist(), (1280, 800), async |driver, root| {
        open_at_desk(&driver, &root, &report).await?;
        wait_for_preview(&driver).await?;
        // An address that is none.
        open_tab(&driver, "设置").await?;
        let address = "[...document.querySelectorAll('.desk-field')].findIndex(e => /网址|地址/.test(e.textContent))";
        let at = get(&driver, address).await?.as_u64().unwrap_or(1) + 1;
        let field = format!(".desk-settings .desk-field:nth-of-type({at}) input");
        driver.find(By::Css(&field)).await?.send_keys("javascript:alert(1)".to_string() + Key::Tab).await?;
        open_tab(&driver, "发布").await?;
        wait_for(&driver, "document.querySelector('.desk-publish .desk-mend')").await?;
        let problem = get(&driver, "document.querySelector('.desk-publish ol').textContent").await?;
        assert!(problem.as_str().is_some_and(|words| words.contains("javascript")), "{problem}");
        scroll_to(&driver, ".desk-publish .desk-mend", 300).await?;
        press(&driver, ".desk-publish .desk-mend").await?;
        wait_for(&driver, &format!("document.querySelector('{field}')")).await?;
        assert!(is_seen(&driver, &field).await?, "the field it is put right in");
        Ok(())
    });
}

#[test]
fn a_number_read_as_part_of_another_is_put_right() {
    let report = file(
        "连读.txt",
        "云屏区2019年法治政府建设工作报告\n一、工作情况\n\n全年化解纠纷30.151件。培训志愿者88人次。\n云屏区人民政府\n2019年12月18日\n".as_bytes(),
    );
    Engine::Chromium.visit(&dist(), (1280, 800), async |driver, root| {
        open_at_desk(&driver, &root, &report).await?;
        wait_for_preview(&driver).await?;
        open_tab(&driver, "核对").await?;
        wait_for(&driver, "document.querySelector('.desk-number')?.textContent.includes('30.151')").await?;
        let misread = "[...document.querySelectorAll('.desk-card summary')].find(e => e.textContent.includes('读错了'))";
        get(&driver, &format!("{misread}.id = 'misread'")).await?;
        press(&driver, "#misread").await?;
        let extent = "[...document.querySelectorAll('.desk-card .desk-field')].find(e => e.textContent.startsWith('数')).querySelector('input')";
        get(&driver, &format!("({extent}.id = 'extent', {extent}.focus(), {extent}.select())")).await?;
        // What does not stand there is said, and nothing changes.
        let field = driver.find(By::Css("#extent")).await?;
        field.send_keys("152件" + Key::Tab).await?;
        wait_for(&driver, "document.querySelector('.desk-message')?.textContent.includes('没有这样一个数')").await?;
        get(&driver, &format!("({extent}.id = 'extent', {extent}.focus(), {extent}.select())")).await?;
        driver.find(By::Css("#extent")).await?.send_keys("151件" + Key::Tab).await?;
        wait_for(&driver, "document.querySelector('.desk-number')?.textContent == '151件'").await?;
        assert!(is_seen(&driver, "#desk-accept").await?);
        press(&driver, "#desk-accept").await?;
        // One step takes it back.
        let undo = driver.action_chain().key_down(Key::Control).send_keys("z").key_up(Key::Control);
        undo.perform().await?;
        wait_for(&driver, "document.querySelector('.desk-number')?.textContent == '151件'").await
    });
}

#[test]
fn a_file_becomes_an_explorer_and_decisions_are_kept_in_chromium() {
    from_file_to_explorer(Engine::Chromium, (1280, 800));
}

#[test]
fn a_file_becomes_an_explorer_and_decisions_are_kept_in_firefox() {
    from_file_to_explorer(Engine::Firefox, (1280, 800));
}

#[test]
fn a_file_becomes_an_explorer_and_decisions_are_kept_on_a_phone() {
    from_file_to_explorer(Engine::Chromium, (500, 844));
}

/// What the tool leaves out or makes otherwise: pictures are the browser's, and hosts compress.
fn is_comparable(path: &str) -> bool {
    let others = [
        ".png",
        ".br",
        ".gz",
        "press-kit.zip",
        "briefing.docx",
        "deploy/index.html",
        "data.zip",
        "desk.html",
    ];
    !others.iter().any(|end| path.ends_with(end))
}

#[test]
fn the_site_made_in_the_browser_is_the_one_the_tool_makes() {
    visit(&dist(), 1280, async |page: Page| {
        let folder = save_into(&page, "desk").await?;
        page.open("about/").await?;
        page.driver.find(By::Css("main a[href$='desk/']")).await?.click().await?;
        page.wait_for("document.querySelector('.desk-open > p > button')").await?;
        page.tap(".desk-open > p:last-child > button").await?;
        open_tab(&page.driver, "发布").await?;
        page.wait_for("document.querySelector('.desk-offers button:enabled')").await?;
        page.tap(".desk-offers li:first-child button").await?;
        page.wait_for(
            "/site.zip/.test(document.querySelector('.desk-publish > [role=status]').textContent)",
        )
        .await?;
        let files = unpack_all(&arrived(&folder, "site.zip").await);
        let mut n_compared = 0;
        for (path, bytes) in &files {
            let built = std::fs::read(dist().join(path));
            if is_comparable(path) {
                assert!(built.is_ok_and(|built| built == *bytes), "{path} differs");
                n_compared += 1;
            }
        }
        assert!(n_compared > 140, "{n_compared}");
        let made: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        for path in built_paths(&dist()) {
            let is_packed = path.ends_with(".br") || path.ends_with(".gz");
            assert!(is_packed || made.contains(&path.as_str()), "{path} is missing");
        }
        for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".png")) {
            assert!(bytes.starts_with(b"\x89PNG") && bytes.len() > 5_000, "{path}");
        }
        page.assert_quiet("publishing").await
    });
}

fn unpack_all(archive: &[u8]) -> Vec<(String, Vec<u8>)> {
    unpack(archive).expect("an archive")
}

/// Every file below a folder.
fn built_paths(folder: &Path) -> Vec<String> {
    let mut paths = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next).expect("it is there") {
            let path = entry.expect("readable").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let inside = path.strip_prefix(folder).expect("below it");
                paths.push(inside.to_string_lossy().into_owned());
            }
        }
    }
    paths
}

/// A PDF as a browser prints it, with the fonts and line breaks that come of that.
#[test]
fn a_printed_report_opens_at_the_desk() {
    let report = include_str!("../suite/outline/yunping-2019.txt").replace('\n', "<br>");
    let html = format!("<meta charset=utf-8><p>云屏区2019年法治政府建设报告<p>{report}");
    let page_file = file("printed.html", html.as_bytes());
    visit(&dist(), 1280, async |page: Page| {
        page.driver.goto(format!("file://{}", page_file.display())).await?;
        let pdf = page.printed(json!({})).await?;
        open_at_desk(&page.driver, &page.root, &file("云屏区报告.pdf", &pdf)).await?;
        let title = wait_for_preview(&page.driver).await?;
        assert!(title.contains("云屏区2019年法治政府建设报告"), "{title}");
        page.driver.enter_frame(0).await?;
        let figures =
            get(&page.driver, "document.querySelectorAll('.report a.figure, .key-figure').length")
                .await?;
        assert!(figures.as_u64() > Some(3), "{figures}");
        page.driver.enter_default_frame().await?;
        // A year that was read wrong is corrected, and no file that was opened is lost.
        open_tab(&page.driver, "章节").await?;
        let year = page.driver.find(By::Css(".desk-sections input[type=number]")).await?;
        year.click().await?;
        year.send_keys(Key::Control + "a").await?;
        year.send_keys("2018" + Key::Tab).await?;
        open_tab(&page.driver, "浏览").await?;
        wait_for(&page.driver, "document.querySelector('.desk-preview iframe')").await?;
        page.driver.enter_frame(0).await?;
        wait_for(
            &page.driver,
            "document.querySelector('.site-name').textContent.includes('2018年度')",
        )
        .await
    });
}

#[test]
fn nothing_leaves_the_desk_and_hostile_files_do_nothing() {
    let hostile = "<img src=x onerror=\"window.broken=1\">2019年度报告\n一、<script>window.broken=1</script>做法\n受理复议案件30件，办结29件。=1+1案件5件。\n2020年3月1日\n";
    let report = file("hostile.txt", hostile.as_bytes());
    visit(&dist(), 1280, async |page: Page| {
        open_at_desk(&page.driver, &page.root, &report).await?;
        wait_for_preview(&page.driver).await?;
        for tab in ["核对", "章节", "重点和图表", "设置", "发布"] {
            open_tab(&page.driver, tab).await?;
            page.draw().await?;
            assert_eq!(page.get("window.broken").await?, Value::Null, "{tab}");
        }
        let foreign = page
            .get("performance.getEntriesByType('resource').map(e => e.name).filter(name => !name.startsWith(location.origin) && !/^(blob|data):/.test(name))")
            .await?;
        assert_eq!(foreign, json!([]));
        for (name, bytes) in [
            ("broken.docx", &b"PK\x03\x04 nothing"[..]),
            ("picture.png", b"\x89PNG\r\n\x1a\n"),
            ("empty.txt", b""),
        ] {
            choose(&page.driver, &file(name, bytes)).await?;
            page.wait_for("document.querySelector('.desk-message[role=alert]')").await?;
            assert!(
                page.text("document.querySelector('.desk-message[role=alert]').textContent")
                    .await?
                    .len()
                    > 20,
                "{name}"
            );
            assert!(
                is_seen(&page.driver, ".desk-tabs .tab").await?,
                "{name}: the work is still there"
            );
        }
        page.assert_quiet("the desk").await
    });
}

#[test]
fn the_desk_works_from_a_file_without_a_server() {
    let report = report_in_gb18030();
    let desk = std::fs::canonicalize(dist()).expect("the site is there").join("desk.html");
    visit(&dist(), 1280, async |page: Page| {
        page.driver.goto(format!("file://{}", desk.display())).await?;
        choose(&page.driver, &report).await?;
        let shown = wait_for_preview(&page.driver).await?;
        assert!(shown.contains("未经核对"), "{shown}");
        open_tab(&page.driver, "发布").await?;
        page.wait_for("document.querySelector('.desk-offers button:enabled')").await
    });
}

#[test]
fn one_press_decides_one_thing_and_what_is_refused_is_told_in_sight() {
    const NAME: &str = ".desk-card .desk-field input";
    let report = report_in_gb18030();
    visit(&dist(), 1280, async |page: Page| {
        let driver = &page.driver;
        let send = async |keys: &str| driver.action_chain().send_keys(keys).perform().await;
        let n_open = async || -> WebDriverResult<u64> {
            tokio::time::sleep(Duration::from_millis(400)).await;
            Ok(get(driver, N_OPEN).await?.as_u64().unwrap_or_default())
        };
        open_at_desk(driver, &page.root, &report).await?;
        wait_for_preview(driver).await?;
        open_tab(driver, "核对").await?;
        wait_for(driver, &format!("{N_OPEN} > 5 && document.activeElement.id == 'desk-accept'"))
            .await?;
        let before = n_open().await?;
        // Enter, held.
        for (kind, repeats) in
            [("keyDown", false), ("keyDown", true), ("keyDown", true), ("keyUp", false)]
        {
            let key = json!({"type": kind, "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r", "autoRepeat": repeats});
            page.cdp("Input.dispatchKeyEvent", key).await?;
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        assert_eq!(n_open().await?, before - 1, "a held key accepts one");
        // Taken back by the mouse, and on by the keyboard.
        press(driver, ".desk-buttons button:first-child").await?;
        wait_for(driver, &format!("{N_OPEN} == {before}")).await?;
        driver.action_chain().send_keys(Key::Enter + "").perform().await?;
        wait_for(driver, &format!("{N_OPEN} == {}", before - 1)).await?;
        // A letter on a tab is none of the list's.
        get(driver, "document.querySelector('.desk-tabs .tab').focus()").await?;
        send("x").await?;
        assert_eq!(n_open().await?, before - 1, "a letter elsewhere decides nothing");
        get(driver, "document.getElementById('desk-accept').focus()").await?;
        send("x").await?;
        wait_for(driver, &format!("{N_OPEN} == {}", before - 2)).await?;
        send("k").await?;
        wait_for(
            driver,
            "document.querySelector('.desk-card').textContent.includes('现在不算指标')",
        )
        .await?;
        // Two of one name.
        get(driver, "document.querySelector('.desk-queue > ol button').click()").await?;
        wait_for(driver, &format!("document.querySelector('{NAME}')")).await?;
        let name = get(driver, &format!("document.querySelector('{NAME}').value")).await?;
        get(driver, "document.querySelectorAll('.desk-queue > ol button')[1].click()").await?;
        wait_for(driver, &format!("document.querySelector('{NAME}').value != {name}")).await?;
        let field = driver.find(By::Css(NAME)).await?;
        field.clear().await?;
        field.send_keys(name.as_str().unwrap_or_default().to_string() + Key::Tab).await?;
        get(driver, "scrollTo(0, 400)").await?;
        press(driver, "#desk-accept").await?;
        wait_for(driver, "document.querySelector('.desk-message[role=alert]')").await?;
        assert!(is_seen(driver, ".desk-message[role=alert]").await?, "why it is refused");
        assert_eq!(n_open().await?, before - 2, "two figures of one name");
        Ok(())
    });
}
