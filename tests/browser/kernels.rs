//! The gates for old kernels: the program is MVP with mutable globals, V8 6.8 compiles it, and the page
//! can be used without what they lack in its style.

use std::path::{Path, PathBuf};
use std::process::Command;

use report_explorer::serve::StaticServer;
use thirtyfour::prelude::*;

use crate::chromium::{ChangedSite, changed_site, dist};
use crate::engines::{Engine, press, take_over, wait_for};
use crate::kernel_floor::{NAMES, without_later};

fn built(extension: &str) -> Vec<PathBuf> {
    let files = std::fs::read_dir(dist()).expect("the site is there");
    files
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|known| known == extension))
        .collect()
}

fn tools() -> PathBuf {
    PathBuf::from(
        std::env::var_os("REPORT_EXPLORER_TOOLS")
            .expect("run through `make test`, which knows where the tools are"),
    )
}

#[test]
fn the_module_uses_no_feature_later_than_mvp_and_mutable_globals() {
    let programs = built("wasm");
    assert_eq!(programs.len(), 5, "{programs:?}");
    let later = [
        "saturating-float-to-int",
        "sign-extension",
        "simd",
        "multi-value",
        "bulk-memory",
        "reference-types",
    ];
    for program in programs {
        let outcome = Command::new(tools().join("npm/node_modules/.bin/wasm-validate"))
            .args(later.map(|name| format!("--disable-{name}")))
            .arg(&program)
            .output()
            .expect("wabt is installed");
        assert!(
            outcome.status.success(),
            "{}: {}",
            program.display(),
            String::from_utf8_lossy(&outcome.stderr)
        );
    }
}

/// Whether a file of the site whose name begins so holds these words.
fn holds(name: &str, words: &str) -> bool {
    let mut files = built("wasm").into_iter();
    let is_meant = |path: &PathBuf| {
        path.file_name().is_some_and(|file| file.to_string_lossy().starts_with(name))
    };
    let file = files.find(is_meant).expect("it is there");
    let bytes = std::fs::read(file).expect("readable");
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn both_programs_have_the_report_and_only_the_page_what_it_alone_uses() {
    for name in ["search-", "page-"] {
        assert!(holds(name, "调解矛盾纠纷案件"), "{name}");
    }
    assert!(holds("search-", "<mark>") && holds("page-", "aria-current"));
    assert!(!holds("search-", "aria-current"), "the search program has pages in it");
}

#[test]
fn no_program_of_readers_writes_numbers_by_the_standard_library() {
    // The first of its powers of ten, as they lie in memory: with them come 5 kB, compressed, to write what
    // `number::decimal` writes.
    const POWER: [u8; 8] = 0xe61a_cf03_3d1a_45df_u64.to_le_bytes();
    for program in built("wasm") {
        let name = program.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let bytes = std::fs::read(&program).expect("readable");
        let is_there = bytes.windows(POWER.len()).any(|window| window == POWER);
        // The desk reads and writes JSON of any numbers, and the sizes of a page.
        assert_eq!(is_there, name.starts_with("desk-") || name.starts_with("pdf-"), "{name}");
    }
}

#[test]
fn v8_of_2018_compiles_the_module() {
    let script = "new WebAssembly.Module(require('fs').readFileSync(process.argv[1]))";
    for program in built("wasm") {
        let outcome = Command::new(tools().join("bin/node-v8-6.8"))
            .args(["-e", script])
            .arg(&program)
            .output()
            .expect("the old kernel is installed");
        assert!(
            outcome.status.success(),
            "{}: {}",
            program.display(),
            String::from_utf8_lossy(&outcome.stderr)
        );
    }
}

#[test]
fn scripts_use_no_syntax_later_than_es2020() {
    for path in built("js") {
        let script = std::fs::read_to_string(&path).expect("UTF-8");
        for later in ["??=", "||=", "&&=", " #", "static {", "\nawait "] {
            assert!(!script.contains(later), "{} has {later}", path.display());
        }
    }
}

/// What scripts have since a later Chrome than 69, by browser-compat-data 8.1.9 of MDN: taken away before any
/// script of the page runs. Object.hasOwn (93) stays: what drives the browser needs it.
const LATE_IN_SCRIPTS: &[(&str, u32)] = &[
    ("globalThis.queueMicrotask", 71),
    ("Object.fromEntries", 73),
    ("String.prototype.matchAll", 73),
    ("Promise.allSettled", 76),
    ("Blob.prototype.text", 76),
    ("Blob.prototype.arrayBuffer", 76),
    ("Blob.prototype.stream", 76),
    ("globalThis.ClipboardItem", 76),
    ("globalThis.DecompressionStream", 80),
    ("globalThis.CompressionStream", 80),
    ("globalThis.WeakRef", 84),
    ("globalThis.FinalizationRegistry", 84),
    ("Promise.any", 85),
    ("String.prototype.replaceAll", 85),
    ("Element.prototype.replaceChildren", 86),
    ("Document.prototype.replaceChildren", 86),
    ("Navigator.prototype.share", 89),
    ("Navigator.prototype.userAgentData", 90),
    ("Array.prototype.at", 92),
    ("String.prototype.at", 92),
    ("Crypto.prototype.randomUUID", 92),
    ("Array.prototype.findLast", 97),
    ("globalThis.structuredClone", 98),
    ("globalThis.navigation", 102),
    ("HTMLElement.prototype.inert", 102),
    ("AbortSignal.timeout", 103),
    ("Element.prototype.checkVisibility", 105),
    ("Document.prototype.startViewTransition", 111),
    ("URL.canParse", 120),
];

/// A script that takes it away.
fn old_scripts() -> String {
    let paths: Vec<&str> = LATE_IN_SCRIPTS.iter().map(|(path, _)| *path).collect();
    format!(
        "for (const path of {paths:?}) {{
            const names = path.split('.'), last = names.pop();
            const owner = names.reduce((owner, name) => owner && owner[name], window);
            if (owner) delete owner[last];
            if (owner && last in owner) Object.defineProperty(owner, last, {{value: undefined}});
        }}"
    )
}

/// Every page and the style that comes after the first view, as the oldest kernel of an engine reads them, and
/// in Chromium with what scripts had in it. The policy in a page knows only the style that it was built with,
/// so it is taken out.
fn old_site(engine: Engine) -> ChangedSite {
    let engines = Engine::ALL;
    let kernel = engines.iter().position(|known| *known == engine).expect("one of them");
    let between = |text: &str, start: &str, end: &str, change: &dyn Fn(&str) -> String| {
        let (before, rest) = text.split_once(start).unwrap_or_else(|| panic!("no {start}"));
        let (inside, after) = rest.split_once(end).expect("its end");
        format!("{before}{start}{}{end}{after}", change(inside))
    };
    changed_site(&format!("old-style-{engine:?}"), "", |site| {
        for path in pages_below(site) {
            let page = path.display();
            let html = std::fs::read_to_string(&path).expect("readable");
            if !html.contains("<style>") {
                continue;
            }
            let html =
                between(&html, "http-equiv=\"Content-Security-Policy\" content=\"", "\"", &|_| {
                    String::new()
                });
            let html = between(&html, "<style>", "</style>", &|style| {
                let old = without_later(style, kernel);
                assert!(old.len() > style.len() / 2, "{page}: its style is lost");
                old
            });
            let html = match engine {
                Engine::Chromium => {
                    let scripts = format!("<head><script>{}</script>", old_scripts());
                    html.replacen("<head>", &scripts, 1)
                }
                _ => html,
            };
            std::fs::write(&path, html).expect("writable");
        }
        for entry in std::fs::read_dir(site).expect("the site is there") {
            let path = entry.expect("readable").path();
            if path.extension().is_some_and(|extension| extension == "css") {
                let style = std::fs::read_to_string(&path).expect("UTF-8");
                std::fs::write(&path, without_later(&style, kernel)).expect("writable");
            }
        }
    })
}

/// The HTML files of a folder and of those in it.
fn pages_below(folder: &Path) -> Vec<PathBuf> {
    let mut pages = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            pages.extend(pages_below(&path));
        } else if path.extension().is_some_and(|extension| extension == "html") {
            pages.push(path);
        }
    }
    pages
}

/// Gives the page as near to that size as the window goes.
async fn resize(driver: &WebDriver, (width, height): (i64, i64)) -> WebDriverResult<()> {
    let mut outer = (width, height);
    for _ in 0..2 {
        driver.set_window_rect(0, 0, outer.0 as u32, outer.1 as u32).await?;
        tokio::time::sleep(std::time::Duration::from_millis(600)).await;
        let inner = driver.execute("return [innerWidth, innerHeight]", Vec::new()).await?;
        let inner: (i64, i64) = inner.convert()?;
        // An engine may not have done it yet; its frame is no wider than this.
        let framed =
            |outer: i64, size: i64, inner: i64| (outer + size - inner).clamp(size, size + 200);
        outer = (framed(outer.0, width, inner.0), framed(outer.1, height, inner.1));
    }
    Ok(())
}

/// Whether what a selector finds is seen whole in the window, with nothing over its middle.
fn is_seen(selector: &str) -> String {
    format!(
        "[...document.querySelectorAll(\"{selector}\")].filter(e => e.getClientRects().length).every(e => {{
            const box = e.getBoundingClientRect();
            const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            return box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1 && e.contains(top);
        }})"
    )
}

async fn read_and_search(driver: &WebDriver, root: &str, is_phone: bool) -> WebDriverResult<()> {
    driver.goto(format!("{root}2020/report/")).await?;
    for selector in ["#search-field", "nav.places a", ".site-name"] {
        wait_for(driver, &is_seen(selector)).await?;
    }
    if is_phone {
        let at_the_bottom = "Math.abs(document.querySelector('nav.places').getBoundingClientRect().bottom - innerHeight) < 2";
        wait_for(driver, at_the_bottom).await?;
    }
    take_over(driver).await?;
    let number = driver.find(By::Css("a[data-open='f-legal-aid-cases']")).await?;
    let to_the_middle = "arguments[0].scrollIntoView({block: 'center'})";
    driver.execute(to_the_middle, vec![number.to_json()?]).await?;
    number.click().await?;
    wait_for(driver, "document.querySelector('.card.open')").await?;
    wait_for(driver, &is_seen("#card-title, .card .close")).await?;
    driver.find(By::Css(".card .close")).await?.click().await?;
    wait_for(driver, "!document.querySelector('.card.open')").await?;
    let field = driver.find(By::Css("#search-field")).await?;
    driver.execute("scrollTo(0, 0)", Vec::new()).await?;
    field.click().await?;
    field.send_keys("仲裁").await?;
    wait_for(driver, "document.querySelector('#search-hits .hit')").await?;
    wait_for(driver, &is_seen("#search-field, #search-hits li:first-child .hit")).await?;
    driver.find(By::Css("#search-hits .hit")).await?.click().await?;
    wait_for(driver, "document.querySelector('.found-bar, .card.open')").await?;
    driver.goto(format!("{root}2020/figures/")).await?;
    take_over(driver).await?;
    // A box in the browser's own look shows whether it is ticked.
    let look = "return getComputedStyle(document.querySelector('.pick input')).webkitAppearance";
    let look = driver.execute(look, Vec::new()).await?.convert::<Option<String>>()?;
    assert_ne!(look.as_deref(), Some("none"), "a tick is not seen");
    Ok(())
}

/// Presses what a selector finds, after scrolling to it.
async fn tap(driver: &WebDriver, selector: &str) -> WebDriverResult<()> {
    let found = driver.find(By::Css(selector)).await?;
    let to_the_middle = "arguments[0].scrollIntoView({block: 'center'})";
    driver.execute(to_the_middle, vec![found.to_json()?]).await?;
    press(driver, selector).await
}

/// What a reader does on the other pages: reads a figure's page, a chart as picture and as table, opens what
/// saves it, picks figures for a chart, searches the search page, switches to large print, goes back.
async fn walk(driver: &WebDriver, root: &str) -> WebDriverResult<()> {
    driver.goto(format!("{root}2020/")).await?;
    take_over(driver).await?;
    tap(driver, "nav.places a[href*='figures']").await?;
    wait_for(driver, "document.querySelector('.figures .row-link')").await?;
    tap(driver, ".figures .row-link").await?;
    wait_for(driver, "document.querySelector('.card.open')").await?;
    tap(driver, ".card .close").await?;
    wait_for(driver, "!document.querySelector('.card.open')").await?;
    tap(driver, "nav.places a[href*='charts']").await?;
    wait_for(driver, "document.querySelector('.chart-card a')").await?;
    driver.goto(format!("{root}2020/charts/rates/")).await?;
    take_over(driver).await?;
    tap(driver, ".actions a[href*='view=table']").await?;
    wait_for(driver, "document.querySelector('.chart-card table')").await?;
    driver.back().await?;
    wait_for(driver, "document.querySelector('.chart-card svg')").await?;
    tap(driver, "#open-export").await?;
    wait_for(driver, "document.querySelector('.export')").await?;
    driver.goto(format!("{root}2020/charts/custom/")).await?;
    take_over(driver).await?;
    tap(driver, ".tick input").await?;
    wait_for(driver, "document.querySelector('.chart-card svg')").await?;
    driver.goto(format!("{root}2020/search/")).await?;
    take_over(driver).await?;
    let field = driver.find(By::Css("#search-field")).await?;
    field.click().await?;
    field.send_keys("打官司").await?;
    wait_for(driver, "document.querySelector('#search-hits .hit, #search-results .hit')").await?;
    driver.goto(format!("{root}2020/figures/legal-aid-cases/")).await?;
    take_over(driver).await?;
    tap(driver, ".large-switch").await?;
    wait_for(driver, "document.documentElement.classList.contains('large')").await?;
    tap(driver, "[data-open]").await?;
    wait_for(driver, "document.querySelector('.card.open')").await?;
    let missing = driver.execute("return 'at' in Array.prototype", Vec::new()).await?;
    assert!(!missing.convert::<bool>()?, "the kernel is not old");
    // The switch is not kept for the next window.
    driver.execute("localStorage.clear()", Vec::new()).await?;
    Ok(())
}

fn old_style(engine: Engine) {
    let site: &Path = &old_site(engine);
    let server = StaticServer::bind(site, 0).expect("a free port");
    let root = format!("http://127.0.0.1:{}/", server.port());
    std::thread::spawn(move || server.run());
    engine.open(async |driver| {
        for (size, is_phone) in [((390, 844), true), ((1280, 800), false)] {
            resize(&driver, size).await?;
            read_and_search(&driver, &root, is_phone).await?;
            if engine == Engine::Chromium {
                walk(&driver, &root).await?;
            }
        }
        Ok(())
    });
}

#[test]
fn chrome_68_can_do_all_that_readers_do() {
    assert_eq!(NAMES, ["Chrome", "Firefox", "Safari"]);
    old_style(Engine::Chromium);
}

#[test]
fn firefox_63_can_read_and_search() {
    old_style(Engine::Firefox);
}

#[test]
fn safari_12_can_read_and_search() {
    old_style(Engine::WebKit);
}
