//! What can be missing or broken, each driven in a browser, and what the reader still sees.
//!
//! | what fails | where it is driven |
//! |---|---|
//! | no script at all | [`without_script_everything_to_read_is_there`] |
//! | no `WebAssembly` | [`a_kernel_without_webassembly_leaves_the_page_readable`] |
//! | the program is missing, is HTML, is cut off | `policies.rs`, in three engines |
//! | the program is refused by a policy | [`a_stricter_policy_of_the_host_leaves_the_page_readable`] |
//! | a program is missing | [`a_missing_page_program_leaves_the_page_readable`] |
//! | the program breaks while it runs | [`a_trap_while_running_leaves_a_page_whose_links_work`] |
//! | the style is refused | [`a_host_that_refuses_the_style_in_the_page_gets_it_as_a_file`] |
//! | the program comes late, or never, and the reader was quicker | the tests at the end |
//! | the page was saved and is opened from a disk | [`a_saved_page_says_that_its_tools_are_gone`] |
//! | the address is in GBK, or cut off | [`an_address_in_gbk_or_cut_off_is_read`] |
//! | no network | `offline.rs` |
//! | other hosts' pages around it | `embedding.rs` |

use std::time::Duration;

use serde_json::json;

use crate::chromium::{Page, READY, changed_site, dist, program, visit};

/// The text, its figures, the ways to other pages, and one quiet line.
async fn assert_readable(page: &Page) -> thirtyfour::error::WebDriverResult<()> {
    page.open_static("2020/report/").await?;
    assert!(page.copied().await?.contains("调解矛盾纠纷案件3604件"));
    page.tap("footer.site").await?;
    page.wait_for("getComputedStyle(document.querySelector('.unavailable')).display == 'block'")
        .await?;
    page.tap("nav.places a[href$='figures/']").await?;
    page.wait_for("document.querySelectorAll('table.figures tbody tr').length == 43").await?;
    page.tap("a.row-link").await?;
    page.wait_for("document.querySelector('.figure-page .value')").await
}

#[test]
fn a_kernel_without_webassembly_leaves_the_page_readable() {
    visit(&dist(), 390, async |page: Page| {
        page.cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({"source": "delete window.WebAssembly"}),
        )
        .await?;
        assert_readable(&page).await
    });
}

#[test]
fn a_stricter_policy_of_the_host_leaves_the_page_readable() {
    let site = changed_site("strict-policy", "", |site| {
        for path in [
            "2020/report/index.html",
            "2020/figures/index.html",
            "2020/figures/local-regulations-passed/index.html",
        ] {
            let html = std::fs::read_to_string(site.join(path)).expect("readable");
            std::fs::write(site.join(path), html.replace(" 'wasm-unsafe-eval' 'unsafe-eval'", ""))
                .expect("writable");
        }
    });
    visit(&site, 390, async |page: Page| assert_readable(&page).await);
}

#[test]
fn without_script_everything_to_read_is_there() {
    visit(&dist(), 390, async |page: Page| {
        page.cdp("Emulation.setScriptExecutionDisabled", json!({"value": true})).await?;
        page.open_static("2020/report/").await?;
        page.tap("nav.places a[href$='charts/']").await?;
        page.tap("nav.places a[href$='figures/']").await?;
        page.tap("a.row-link").await?;
        assert!(page.driver.source().await?.contains("figure-page"));
        Ok(())
    });
}

#[test]
fn a_missing_page_program_leaves_the_page_readable() {
    let site = changed_site("page-missing", "", |site| {
        program(site, "page")
            .iter()
            .for_each(|file| std::fs::remove_file(file).expect("it was there"));
    });
    visit(&site, 390, async |page: Page| {
        page.open_static("2020/report/").await?;
        page.tap("a.figure[data-open]").await?;
        page.wait_for("document.querySelector('.figure-page .value')").await?;
        page.driver.back().await?;
        page.tap("footer.site").await?;
        page.wait_for(
            "getComputedStyle(document.querySelector('.unavailable')).display == 'block'",
        )
        .await?;
        page.tap("nav.places a[href$='figures/']").await?;
        page.wait_for("document.querySelectorAll('table.figures tbody tr').length == 43").await
    });
}

#[test]
fn a_program_that_hangs_on_its_way_keeps_nobody_waiting() {
    // What takes a reader's patience is over in a moment.
    const HANGS: &str = "
        const [get, wait] = [window.fetch, window.setTimeout];
        window.fetch = address => /wasm/.test(address) ? new Promise(() => {}) : get(address);
        window.setTimeout = (act, pause, ...rest) => wait(act, pause === 20000 ? 600 : pause, ...rest);";
    visit(&dist(), 390, async |page: Page| {
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": HANGS})).await?;
        page.open_static("2020/report/").await?;
        page.tap("a.figure[data-open='f-local-regulations-passed']").await?;
        page.wait_for("document.querySelector('.figure-page')").await?;
        assert!(page.place().await?.contains("figures/local-regulations-passed/"));
        page.tap("footer.site").await?;
        page.wait_for("getComputedStyle(document.querySelector('.unavailable')).display == 'block'")
            .await
    });
}

#[test]
fn what_is_kept_for_later_waits_for_what_was_tapped() {
    const HELD: &str = "
        const get = window.fetch;
        window.fetch = address => /page-.*wasm/.test(address)
            ? new Promise(done => { window.release = () => done(get(address)); })
            : get(address);";
    visit(&dist(), 390, async |page: Page| {
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": HELD})).await?;
        page.open_static("2020/report/").await?;
        page.tap("a.figure[data-open='f-local-regulations-passed']").await?;
        page.wait_for("window.release").await?;
        let n_workers = "navigator.serviceWorker.getRegistrations().then(all => all.length)";
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert_eq!(page.get(n_workers).await?, json!(0), "it shares the line");
        page.get("window.release()").await?;
        page.wait_for("document.querySelector('.card.open')").await?;
        for _ in 0..50 {
            if page.get(n_workers).await? == json!(1) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("nothing is kept for later");
    });
}

#[test]
fn a_program_that_did_not_come_is_asked_for_again_at_the_next_touch() {
    for (name, selector) in [("page", ".card.open"), ("search", ".hit mark")] {
        let site = changed_site(&format!("late-{name}"), "", |_| {});
        let files = program(&site, name);
        let away = files.clone().map(|file| file.with_extension("away"));
        visit(&site, 1280, async |page: Page| {
            page.save_data().await?;
            for (file, away) in files.iter().zip(&away) {
                std::fs::rename(file, away).expect("it was there");
            }
            page.open_static("2020/report/").await?;
            page.tap("footer.site").await?;
            page.wait_for("document.documentElement.classList.contains('failed')").await?;
            for (file, away) in files.iter().zip(&away) {
                std::fs::rename(away, file).expect("it was put away");
            }
            page.tap("footer.site").await?;
            page.wait_for("!document.documentElement.classList.contains('failed')").await?;
            page.wait_for(READY).await?;
            if name == "page" {
                page.tap("a.figure[data-open]").await?;
            } else {
                page.driver
                    .find(thirtyfour::By::Id("search-field"))
                    .await?
                    .send_keys("仲裁")
                    .await?;
            }
            page.wait_for(&format!("document.querySelector('{selector}')")).await
        });
    }
}

/// Keeps the memory of the page program, so that a test can break it while it runs.
const MEMORY: &str = "
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = (...given) => instantiate(...given).then(made => {
        const exports = (made.instance || made).exports;
        if (!exports.answer) window.memory = exports.memory;
        return made;
    });";

#[test]
fn a_trap_while_running_leaves_a_page_whose_links_work() {
    visit(&dist(), 390, async |page: Page| {
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": MEMORY})).await?;
        page.open("2020/report/").await?;
        page.get(
            "(() => { new Uint8Array(memory.buffer).fill(255); window.sameDocument = true; })()",
        )
        .await?;
        page.tap(".large-switch").await?;
        page.wait_for(
            "getComputedStyle(document.querySelector('.unavailable')).display == 'block'",
        )
        .await?;
        assert!(page.copied().await?.contains("调解矛盾纠纷案件3604件"));
        page.tap("nav.places a[href$='figures/']").await?;
        page.wait_for("!window.sameDocument && document.querySelectorAll('table.figures tbody tr').length == 43").await
    });
}

#[test]
fn a_host_that_refuses_the_style_in_the_page_gets_it_as_a_file() {
    // One whose script starts a program, and one for frames.
    const PAGES: [&str; 2] = ["2020/report/", "2020/embed/chart/rates/"];
    let site = changed_site("style-refused", "", |site| {
        for page in PAGES {
            let path = site.join(page).join("index.html");
            let html = std::fs::read_to_string(&path).expect("readable");
            let (before, hash) =
                html.split_once("style-src 'self' ").expect("the policy names the style");
            let (_, after) = hash.split_once(';').expect("the policy goes on");
            std::fs::write(&path, format!("{before}style-src 'self';{after}")).expect("writable");
        }
    });
    visit(&site, 390, async |page: Page| {
        for path in PAGES {
            page.open_any(path).await?;
            page.wait_for("getComputedStyle(document.documentElement).getPropertyValue('--paper')")
                .await?;
        }
        Ok(())
    });
}

/// Fetches a program only when told to; `{name}` stands for its name.
const HELD_BACK: &str = "
    const fetched = window.fetch, goes = new Promise(resolve => window.goOn = resolve);
    window.fetch = (address, options) => {
        if (!String(address).includes('/{name}-')) return fetched(address, options);
        window.letGo = window.goOn;
        return goes.then(() => fetched(address, options));
    };";

fn held_back(name: &str) -> String {
    HELD_BACK.replace("{name}", name)
}

fn refused(name: &str) -> String {
    held_back(name).replace(
        "goes.then(() => fetched(address, options))",
        "goes.then(() => { throw new Error('no network'); })",
    )
}

#[test]
fn what_is_tapped_and_typed_before_the_program_is_there_happens_when_it_is() {
    visit(&dist(), 390, async |page: Page| {
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": held_back("page")}))
            .await?;
        page.open_static("2020/report/").await?;
        page.tap("a.figure[data-open='f-local-regulations-passed']").await?;
        page.wait_for("window.letGo").await?;
        assert_eq!(page.place().await?, "2020/report/");
        let waiting =
            "getComputedStyle(document.documentElement, '::after').content.includes('正在打开')";
        page.wait_for(waiting).await?;
        page.get("letGo() && 0").await?;
        page.wait_for("document.querySelector('.card.open')").await?;
        assert_eq!(page.get(waiting).await?, json!(false));
        assert_eq!(page.place().await?, "2020/report/#f-local-regulations-passed");

        page.assert_quiet("a page that was tapped early").await
    });
    visit(&dist(), 390, async |page: Page| {
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": held_back("search")}))
            .await?;
        page.open_static("2020/report/").await?;
        page.driver.find(thirtyfour::By::Css("#search-field")).await?.send_keys("仲裁").await?;
        page.wait_for("window.letGo").await?;
        page.get("letGo() && 0").await?;
        page.wait_for("document.querySelector('.hit mark')").await?;
        assert_eq!(page.text("document.querySelector('#search-field').value").await?, "仲裁");
        page.assert_quiet("a page that was typed into early").await
    });
}

#[test]
fn what_is_tapped_early_still_leads_somewhere_if_the_program_never_comes() {
    visit(&dist(), 390, async |page: Page| {
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": refused("page")}))
            .await?;
        page.open_static("2020/report/").await?;
        page.tap("a.figure[data-open='f-local-regulations-passed']").await?;
        page.wait_for("window.letGo").await?;
        page.get("letGo() && 0").await?;
        page.wait_for("document.querySelector('.figure-page')").await?;
        assert!(page.place().await?.contains("figures/local-regulations-passed/"));
        Ok(())
    });
}

#[test]
fn hits_are_shown_before_the_page_is_taken_over_and_stay() {
    const SHOWN: &str = "document.querySelector('.search.open #search-hits .hit mark')";
    for (width, start) in [(390, "2020/report/"), (1280, "2020/")] {
        visit(&dist(), width, async |page: Page| {
            page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": held_back("page")}))
                .await?;
            page.open_static(start).await?;
            let field = page.driver.find(thirtyfour::By::Css("#search-field")).await?;
            field.send_keys("zhong").await?;
            page.wait_for(
                "document.querySelector('#search-hits').textContent.includes('按拼音找到')",
            )
            .await?;
            field.send_keys("cai").await?;
            page.wait_for(&format!("{SHOWN} && {SHOWN}.textContent == '仲裁'")).await?;
            assert_eq!(page.get(READY).await?, json!(false));
            if width == 390 {
                page.tap(".search-close").await?;
                page.wait_for("!document.querySelector('.search.open')").await?;
                field.send_keys("案").await?;
                page.wait_for(SHOWN).await?;
            }
            // From here on no frame is without them, and they are the same.
            let early = page.text("document.querySelector('#search-hits').textContent").await?;
            page.wait_for("window.letGo").await?;
            page.get(&format!(
                "(() => {{ const look = () => {{ if (!{SHOWN}) window.gone = true; requestAnimationFrame(look); }}; look(); letGo(); }})()"
            ))
            .await?;
            page.wait_for(READY).await?;
            page.wait_for(SHOWN).await?;
            assert_eq!(
                page.get("window.gone").await?,
                serde_json::Value::Null,
                "the hits were gone for a moment"
            );
            assert_eq!(
                page.text("document.querySelector('#search-hits').textContent").await?,
                early
            );
            page.tap("a.hit").await?;
            page.wait_for("document.querySelector('.card.open')").await?;
            page.assert_quiet("hits that were there before the page was taken over").await
        });
    }
}

#[test]
fn what_is_typed_before_the_script_itself_is_there_is_looked_up() {
    // The page's script asks for nothing; it is only slow to come: words are in the field before it
    // runs.
    const TYPED: &str = "document.addEventListener('readystatechange', () => {
        const field = document.querySelector('#search-field');
        if (field && !window.typed) { window.typed = true; field.value = '仲裁'; }
    });";
    visit(&dist(), 390, async |page: Page| {
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": TYPED})).await?;
        page.open_static("2020/report/").await?;
        page.wait_for("document.querySelector('.hit mark')").await?;
        assert_eq!(page.get("window.typed").await?, json!(true));
        Ok(())
    });
}

#[test]
fn a_server_that_does_not_know_webassembly_is_good_enough() {
    // A name that no server has a type for.
    let site = changed_site("unknown-type", "", |site| {
        for name in ["page", "search"] {
            let [path, packed] = program(site, name);
            std::fs::rename(&path, path.with_extension("unknown")).expect("writable");
            std::fs::remove_file(packed).expect("it was there");
        }
        let page = site.join("2020/report/index.html");
        let html = std::fs::read_to_string(&page).expect("readable");
        std::fs::write(&page, html.replace(".wasm\"", ".unknown\"")).expect("writable");
    });
    visit(&site, 390, async |page: Page| {
        page.open("2020/report/").await?;
        page.tap("a.figure[data-open]").await?;
        page.wait_for("document.querySelector('.card.open')").await?;
        assert_eq!(page.get("seen.errors").await?, json!([]));
        assert_eq!(
            page.get("fetch(document.getElementById('program').src.replace(/[^/]*$/, document.getElementById('program').dataset.page)).then(answer => answer.headers.get('content-type'))").await?,
            json!("application/octet-stream")
        );
        Ok(())
    });
}

/// Whether a saved page shows no tool that could be pressed, and the notice at a point on screen.
const IS_HONEST: &str = "(() => {
    const tools = [...document.querySelectorAll('.tool')].filter(tool => tool.getClientRects().length && getComputedStyle(tool).visibility == 'visible');
    const notice = [...document.querySelectorAll('.unavailable')].filter(notice => notice.getClientRects().length);
    const box = notice.length == 1 && notice[0].getBoundingClientRect();
    return tools.length == 0 && box && box.height > 0 && notice[0].contains(document.elementFromPoint(box.left + 20, box.top + 10));
})()";

#[test]
fn a_saved_page_says_that_its_tools_are_gone() {
    const PAGES: [&str; 5] = [
        "",
        "2020/report/?q=%E8%B0%83%E8%A7%A3",
        "2020/figures/",
        "2020/charts/rates/?export=1",
        "2020/search/?q=%E8%B0%83%E8%A7%A3",
    ];
    let folder = std::path::Path::new("target").canonicalize().expect("there").join("sites/kept");
    std::fs::create_dir_all(&folder).expect("room in target");
    let script = std::fs::read_dir(dist())
        .expect("built")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| {
            path.extension().is_some_and(|ending| ending == "js")
                && path.to_string_lossy().contains("/start-")
        })
        .expect("it has a script");
    let name = script.file_name().expect("a name").to_string_lossy().to_string();
    std::fs::copy(&script, folder.join(&name)).expect("room in target");
    for width in [390, 1280] {
        visit(&dist(), width, async |page: Page| {
            for path in PAGES {
                page.open(path).await?;
                page.wait_for("document.querySelector('main h1, #letter')").await?;
                // As browsers save a page with all that belongs to it: what has become of its HTML, and its
                // script beside it.
                let html = page.text("document.documentElement.outerHTML").await?;
                let beside = format!("src=\"./{name}");
                let source = html.split("src=\"").find_map(|rest| {
                    let source = rest.split('"').next()?;
                    source.contains("start-").then_some(source)
                });
                let html = html.replace(&format!("src=\"{}", source.expect("its script")), &beside);
                std::fs::write(folder.join("page.html"), format!("<!DOCTYPE html>{html}"))
                    .expect("writable");
                let mhtml = page.cdp("Page.captureSnapshot", json!({"format": "mhtml"})).await?;
                let mhtml = mhtml["data"].as_str().expect("a text");
                std::fs::write(folder.join("page.mhtml"), mhtml).expect("writable");
                for kept in ["page.html", "page.mhtml"] {
                    page.driver.goto(format!("file://{}/{kept}", folder.display())).await?;
                    page.wait_for(IS_HONEST).await?;
                }
                let _ = page.driver.browser_log().await?;
            }
            Ok(())
        });
    }
}

#[test]
fn an_address_in_gbk_or_cut_off_is_read() {
    visit(&dist(), 390, async |page: Page| {
        for (query, meant) in [
            ("%B5%F7%BD%E2", "调解"),
            ("%b5%f7%bd%e2", "调解"),
            // Valid in both: what is meant is Chinese.
            ("%CD%B3%D2%BB", "统一"),
            ("%B5%F7%BD", "调"),
            ("%E8%B0%83%E8%A7%A3", "调解"),
            ("%E8%B0%83%E8%A7", "调"),
            ("%E8%B0%83%E8", "调"),
            ("%E8%B0%83%E8%A", "调"),
            ("%E8%B0%83+96.9%25", "调 96.9%"),
            ("%u8C03%u89E3", "调解"),
        ] {
            page.open(&format!("2020/report/?q={query}")).await?;
            let value = "document.getElementById('search-field').value";
            assert_eq!(page.text(value).await?, meant, "{query}");
            page.wait_for("document.querySelector('.found-bar')").await?;
            let bar = page.text("document.querySelector('.found-bar').textContent").await?;
            assert!(bar.contains(&format!("“{meant}”")), "{query}: {bar}");
        }
        // On through the page, and back.
        page.open("2020/search/?q=%B5%F7%BD%E2").await?;
        page.wait_for("document.querySelector('#search-results .hit mark').textContent == '调解'")
            .await?;
        page.tap("#search-results a.hit").await?;
        page.wait_for("document.querySelector('.card.open')").await?;
        page.driver.back().await?;
        page.wait_for("!document.querySelector('.card.open')").await?;
        page.driver.back().await?;
        page.wait_for("document.querySelector('#search-results .hit mark').textContent == '调解'")
            .await?;
        page.open("2020/figures/?unit=%BC%FE").await?;
        page.wait_for("[...document.querySelectorAll('.filters select')].some(select => select.value == '件')").await?;
        page.assert_quiet("an address in GBK").await
    });
}
