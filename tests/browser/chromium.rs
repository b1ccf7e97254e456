//! A Chromium of its own for each test, and a server with the site, whole or damaged.

use std::io::{BufRead as _, BufReader};
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::prelude::*;
use thirtyfour::{ChromeCapabilities, LoggingPrefsLogLevel};

use crate::engines::{Programs, get, run_and_quit, serve, wait_for};

/// Flags for a Chromium that runs as root and asks nobody anything.
const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--lang=zh-CN",
];

/// How long a script of a test may take.
pub(crate) const SCRIPT_TIMEOUT: Duration = Duration::from_secs(10);

/// Brings what is tapped to the middle of the window, and says how many milliseconds to wait: a tap
/// that soon after another at the same point is the second of a double one, which no hand does that
/// has to scroll between them.
const BRING: &str = "
    const [element] = arguments, last = window.tapped;
    element.scrollIntoView({block: 'center'});
    const place = element.getBoundingClientRect(), now = performance.now();
    const x = place.left + place.width / 2, y = place.top + place.height / 2;
    const isNear = last && Math.abs(last.x - x) < 48 && Math.abs(last.y - y) < 48;
    const pause = isNear ? Math.max(0, 700 - (now - last.at)) : 0;
    window.tapped = {x, y, at: now + pause};
    return Math.ceil(pause);";

/// What a page notes about itself from its first moment.
const WITNESS: &str = "
    window.seen = {shift: 0, errors: [], refused: []};
    addEventListener('error', e => seen.errors.push(String(e.message || (e.target && (e.target.src || e.target.href)))), true);
    addEventListener('unhandledrejection', e => seen.errors.push(String(e.reason)));
    addEventListener('securitypolicyviolation', e => seen.refused.push(e.violatedDirective + ' ' + e.blockedURI));
    new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) seen.shift += e.value; })
      .observe({type: 'layout-shift', buffered: true});";

/// The page answers.
pub(crate) const READY: &str = "document.documentElement.classList.contains('ready')";

/// A window of Chromium on one site.
pub(crate) struct Page {
    pub(crate) driver: WebDriver,
    /// Address of the site's root, ending in `/`.
    pub(crate) root: String,
}

/// The site as built.
pub(crate) fn dist() -> PathBuf {
    let dist = PathBuf::from("dist");
    assert!(dist.join("index.html").is_file(), "dist/ is not built: run `make dist`");
    dist
}

/// A copy of the site in the folder it derefs to, gone with it: copies of all tests are gigabytes.
pub(crate) struct ChangedSite(PathBuf);

impl Deref for ChangedSite {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.0
    }
}

impl Drop for ChangedSite {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A copy of the site below `prefix`, with `change` made to it.
pub(crate) fn changed_site(name: &str, prefix: &str, change: impl Fn(&Path)) -> ChangedSite {
    fn copy(from: &Path, to: &Path) {
        std::fs::create_dir_all(to).expect("room in target");
        for entry in std::fs::read_dir(from).expect("the site is there") {
            let entry = entry.expect("readable");
            let target = to.join(entry.file_name());
            if entry.path().is_dir() {
                copy(&entry.path(), &target)
            } else {
                std::fs::copy(entry.path(), target).map(drop).expect("room in target")
            }
        }
    }
    let top = PathBuf::from("target/sites").join(name);
    let _ = std::fs::remove_dir_all(&top);
    let site = top.join(prefix);
    copy(&dist(), &site);
    // The server wants a page at its root.
    if !prefix.is_empty() {
        std::fs::write(top.join("index.html"), "<!DOCTYPE html><title>host</title>")
            .expect("room in target");
    }
    change(&site);
    ChangedSite(top)
}

/// The file of one of the two programs in a site, as it is and compressed.
pub(crate) fn program(site: &Path, name: &str) -> [PathBuf; 2] {
    let files = std::fs::read_dir(site).expect("the site is there");
    let is_meant = |path: &PathBuf| {
        let file = path.file_name().unwrap_or_default().to_string_lossy().to_string();
        file.starts_with(&format!("{name}-")) && file.ends_with(".wasm")
    };
    let file = files.filter_map(|entry| Some(entry.ok()?.path())).find(is_meant);
    let file = file.expect("it has that program");
    let packed = file.with_extension("wasm.gz");
    [file, packed]
}

/// Serves `site` and opens a window of `width` for `visit`; the browser and the server end with it.
pub(crate) fn visit<F>(site: &Path, width: u32, visit: impl FnOnce(Page) -> F)
where
    F: Future<Output = WebDriverResult<()>>,
{
    visit_with_text(16, site, width, visit);
}

/// The same in a browser whose reader has set text of that many pixels.
pub(crate) fn visit_with_text<F>(
    text_size: u32,
    site: &Path,
    width: u32,
    visit: impl FnOnce(Page) -> F,
) where
    F: Future<Output = WebDriverResult<()>>,
{
    let root = serve(site);
    let mut programs = Programs::new();
    let port = start_chromedriver(&mut programs);
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let opened = runtime.block_on(async {
        let mut capabilities = capabilities()?;
        let preferences = json!({"webkit.webprefs.default_font_size": text_size});
        capabilities.add_experimental_option("prefs", preferences)?;
        WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities).await
    });
    let driver = opened.expect("Chromium starts");
    let outcome = run_and_quit(&runtime, &driver, async {
        let page = Page { driver: driver.clone(), root };
        driver.set_script_timeout(SCRIPT_TIMEOUT).await?;
        page.resize(width).await?;
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": WITNESS})).await?;
        visit(page).await
    });
    outcome.expect("the visit goes as told");
}

pub(crate) fn capabilities() -> WebDriverResult<ChromeCapabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    for flag in FLAGS {
        capabilities.add_arg(flag)?;
    }
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    Ok(capabilities)
}

/// ChromeDriver on a port of its own choosing; two that start at once may choose the same, then one
/// gives up.
pub(crate) fn start_chromedriver(programs: &mut Programs) -> u16 {
    (0..5).find_map(|_| try_chromedriver(programs)).expect("chromedriver says its port")
}

fn try_chromedriver(programs: &mut Programs) -> Option<u16> {
    let mut command = Command::new("chromedriver");
    let said = programs.start(command.arg("--port=0").stdout(Stdio::piped())).stdout.take();
    let lines = BufReader::new(said.expect("piped")).lines();
    lines.map_while(Result::ok).find_map(|line| {
        line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok()
    })
}

impl Page {
    /// A command of the DevTools protocol.
    pub(crate) async fn cdp(&self, command: &str, arguments: Value) -> WebDriverResult<Value> {
        self.driver.cdp().send_raw(command, arguments).await
    }

    /// From the next page on, the reader saves data: nothing comes before it is wanted.
    pub(crate) async fn save_data(&self) -> WebDriverResult<()> {
        let source = "Object.defineProperty(Navigator.prototype, 'connection', {value: {saveData: true, downlink: 10}})";
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": source})).await?;
        Ok(())
    }

    /// A phone of that width, or a desktop window.
    pub(crate) async fn resize(&self, width: u32) -> WebDriverResult<()> {
        self.resize_to(width, if width < 700 { 800 } else { 900 }).await
    }

    /// A window of that size; below 700 pixels a phone.
    pub(crate) async fn resize_to(&self, width: u32, height: u32) -> WebDriverResult<()> {
        let mobile = width < 700;
        self.cdp(
            "Emulation.setDeviceMetricsOverride",
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile}),
        )
        .await?;
        Ok(())
    }

    /// Opens a page of the site, without waiting for its program.
    pub(crate) async fn open_static(&self, path: &str) -> WebDriverResult<()> {
        self.driver.goto(format!("{}{path}", self.root)).await
    }

    /// Opens a page of the site, moves the pointer as a reader does, and waits until the program that
    /// comes with that has taken over.
    pub(crate) async fn open(&self, path: &str) -> WebDriverResult<()> {
        self.open_static(path).await?;
        self.take_over().await
    }

    /// Opens a page with a program or without, and waits for all that its address asks for.
    pub(crate) async fn open_any(&self, path: &str) -> WebDriverResult<()> {
        self.open_static(path).await?;
        if self.get("document.documentElement.hasAttribute('data-route')").await? == json!(true) {
            self.take_over().await?;
        }
        if path.contains("hit=") {
            self.wait_for("document.querySelector('mark.now')").await?;
        }
        if path.contains("search/?q") {
            self.wait_for("document.querySelector('#search-results .hit')").await?;
        }
        Ok(())
    }

    /// Moves the pointer over the page that is open, and waits until its program has taken over.
    pub(crate) async fn take_over(&self) -> WebDriverResult<()> {
        for at in [2, 3] {
            let moved = json!({"type": "mouseMoved", "x": at, "y": 2});
            self.cdp("Input.dispatchMouseEvent", moved).await?;
        }
        self.wait_for(READY).await
    }

    /// Waits until what was done has been drawn. A page that is left meanwhile draws no more frames
    /// and never answers: then the page that is there by now is asked.
    pub(crate) async fn draw(&self) -> WebDriverResult<()> {
        let two_frames = "return new Promise(done => { requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))); setTimeout(done, 2000) })";
        for _ in 0..3 {
            match self.driver.execute(two_frames, Vec::new()).await.map(drop) {
                Err(error) if matches!(*error, WebDriverErrorInner::ScriptTimeout(_)) => {}
                outcome => return outcome,
            }
        }
        self.driver.execute(two_frames, Vec::new()).await.map(drop)
    }

    /// The page as the browser prints it, as PDF.
    pub(crate) async fn printed(&self, asked: Value) -> WebDriverResult<Vec<u8>> {
        let printed = self.cdp("Page.printToPDF", asked).await?;
        Ok(BASE64_STANDARD.decode(printed["data"].as_str().expect("a PDF")).expect("base64"))
    }

    /// The value of a JavaScript expression.
    pub(crate) async fn get(&self, expression: &str) -> WebDriverResult<Value> {
        get(&self.driver, expression).await
    }

    /// The same as text.
    pub(crate) async fn text(&self, expression: &str) -> WebDriverResult<String> {
        let value = self.get(expression).await?;
        Ok(value.as_str().map_or_else(|| value.to_string(), str::to_string))
    }

    /// All words of the page that a reader can select.
    pub(crate) async fn copied(&self) -> WebDriverResult<String> {
        self.text("(getSelection().selectAllChildren(document.body), getSelection().toString())")
            .await
    }

    /// Waits as [`wait_for`] does.
    pub(crate) async fn wait_for(&self, expression: &str) -> WebDriverResult<()> {
        wait_for(&self.driver, expression).await
    }

    /// Taps the first visible element that a selector finds, as a finger would: in its middle,
    /// after scrolling to it.
    pub(crate) async fn tap(&self, selector: &str) -> WebDriverResult<()> {
        let mut elements = self.driver.find_all(By::Css(selector)).await?.into_iter();
        let element = loop {
            let element = elements.next().unwrap_or_else(|| panic!("nothing to tap: {selector}"));
            if element.is_displayed().await? {
                break element;
            }
        };
        let pause = self.driver.execute(BRING, vec![element.to_json()?]).await?;
        let pause = pause.json().as_u64().unwrap_or_default();
        tokio::time::sleep(Duration::from_millis(pause)).await;
        element.click().await
    }

    /// Address of the page, from the site's root.
    pub(crate) async fn place(&self) -> WebDriverResult<String> {
        let url = self.driver.current_url().await?.to_string();
        Ok(url.strip_prefix(&self.root).unwrap_or(&url).to_string())
    }

    /// Nothing went wrong on the page and nothing moved.
    pub(crate) async fn assert_sound(&self, path: &str) -> WebDriverResult<()> {
        assert_eq!(self.get("seen.shift").await?, json!(0), "layout shift on {path}");
        self.assert_quiet(path).await
    }

    /// Nothing went wrong on the page. Where the address asks for more than the HTML holds (a
    /// filter, a table), what it asks for moves in when the page is taken over; that is the only
    /// leave to move.
    pub(crate) async fn assert_quiet(&self, path: &str) -> WebDriverResult<()> {
        assert_eq!(self.get("seen.errors").await?, json!([]), "errors on {path}");
        assert_eq!(self.get("seen.refused").await?, json!([]), "refused by the policy on {path}");
        let logged: Vec<String> = self
            .driver
            .browser_log()
            .await?
            .into_iter()
            .filter(|entry| entry.level != "INFO")
            .map(|entry| entry.message)
            .collect();
        assert!(logged.is_empty(), "console on {path}: {logged:?}");
        Ok(())
    }
}
