//! Chromium, Firefox and WebKit behind one interface, each started for one test and ended with it.

use std::io::{BufRead as _, BufReader};
use std::net::{TcpListener, TcpStream};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use report_explorer::serve::StaticServer;
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::Capabilities;
use thirtyfour::common::capabilities::firefox::FirefoxPreferences;
use thirtyfour::prelude::*;
use tokio::runtime::Runtime;

use crate::chromium::{self, READY};

/// An engine that in-app browsers and desktops are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    /// Firefox as those set it who do not want to be recognized: what a page reads from a canvas is noise.
    ResistingFirefox,
    WebKit,
}

/// Programs that end with the test, however it ends, and what they write with them: a browser that
/// is ended leaves several megabytes behind.
pub(crate) struct Programs {
    children: Vec<Child>,
    written: Option<TempDir>,
}

impl Programs {
    pub(crate) fn new() -> Self {
        Self { children: Vec::new(), written: Some(TempDir::new().expect("room on the disk")) }
    }

    pub(crate) fn start(&mut self, command: &mut Command) -> &mut Child {
        let written = self.written.as_ref().expect("until it is dropped");
        let child = command.env("TMPDIR", written.path()).stderr(Stdio::null()).spawn();
        self.children.push(child.unwrap_or_else(|error| {
            panic!("{command:?}: {error}; `.ci/toolchain test` installs it")
        }));
        self.children.last_mut().expect("just pushed")
    }

    /// Starts a driver on a port that is free now, and waits until it listens there.
    fn start_driver(&mut self, command: &mut Command) -> u16 {
        let port = TcpListener::bind(("127.0.0.1", 0))
            .and_then(|free| free.local_addr())
            .expect("a free port")
            .port();
        self.start(command.arg(format!("--port={port}")).stdout(Stdio::null()));
        for _ in 0..600 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return port;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("{command:?} does not listen");
    }
}

impl Drop for Programs {
    fn drop(&mut self) {
        for child in self.children.iter_mut().rev() {
            let _ = child.kill();
            let _ = child.wait();
        }
        let Some(written) = self.written.take().map(TempDir::keep) else { return };
        // The browser's own children may be writing still.
        for _ in 0..20 {
            if std::fs::remove_dir_all(&written).is_ok() || !written.exists() {
                break;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}

/// Runs a visit. A browser outlives its driver: it is told to quit even if the visit panics.
pub(crate) fn run_and_quit(
    runtime: &Runtime,
    driver: &WebDriver,
    visit: impl Future<Output = WebDriverResult<()>>,
) -> WebDriverResult<()> {
    let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(visit)));
    let _ = runtime.block_on(driver.clone().quit());
    outcome.unwrap_or_else(|panic| resume_unwind(panic))
}

impl Engine {
    /// Every engine that is tested.
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Opens a window for `visit`; browser, driver and display end with it.
    pub(crate) fn open<F>(self, visit: impl FnOnce(WebDriver) -> F)
    where
        F: Future<Output = WebDriverResult<()>>,
    {
        let mut programs = Programs::new();
        let port = self.start_driver(&mut programs);
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let driver = runtime.block_on(async {
            let driver =
                WebDriver::new(format!("http://127.0.0.1:{port}"), self.capabilities()?).await?;
            driver.set_window_rect(0, 0, 1400, 1000).await?;
            Ok::<_, WebDriverError>(driver)
        });
        let driver = driver.unwrap_or_else(|error| panic!("{self:?} does not start: {error}"));
        run_and_quit(&runtime, &driver, visit(driver.clone()))
            .unwrap_or_else(|error| panic!("{self:?}: {error}"));
    }

    /// Opens a window of that size on a site for `visit`, which is told the address of its root.
    pub(crate) fn visit<F>(
        self,
        site: &Path,
        (width, height): (u32, u32),
        visit: impl FnOnce(WebDriver, String) -> F,
    ) where
        F: Future<Output = WebDriverResult<()>>,
    {
        let root = serve(site);
        self.open(async |driver| {
            driver.goto("about:blank").await?;
            set_view(&driver, width, height).await?;
            visit(driver, root).await
        });
    }

    /// The same at one size after the other in one browser, which takes seconds to start. The site is
    /// another each time as far as a browser keeps what belongs to one.
    pub(crate) fn visit_at_each<F>(
        self,
        site: &Path,
        sizes: &[(u32, u32)],
        visit: impl Fn(WebDriver, String) -> F,
    ) where
        F: Future<Output = WebDriverResult<()>>,
    {
        self.open(async |driver| {
            for &(width, height) in sizes {
                // Said with what fails.
                println!("{self:?} {width}×{height}");
                driver.goto("about:blank").await?;
                set_view(&driver, width, height).await?;
                visit(driver.clone(), serve(site)).await?;
            }
            Ok(())
        });
    }

    fn start_driver(self, programs: &mut Programs) -> u16 {
        match self {
            Self::Chromium => chromium::start_chromedriver(programs),
            // Its second port is of no use here, and two that run at once would want the same.
            Self::Firefox | Self::ResistingFirefox => {
                programs.start_driver(Command::new("geckodriver").arg("--websocket-port=0"))
            }
            Self::WebKit => {
                // WebKitGTK has no mode without a display.
                let mut screen = Command::new("Xvfb");
                screen
                    .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1400x1000x24"])
                    .stdout(Stdio::piped());
                let mut display = String::new();
                let said = programs.start(&mut screen).stdout.take().expect("piped");
                BufReader::new(said).read_line(&mut display).expect("Xvfb says its display");
                // Root has no namespaces to spare for the sandbox; the pages are ours.
                let environment = [
                    ("DISPLAY", &*format!(":{}", display.trim())),
                    ("GDK_BACKEND", "x11"),
                    ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"),
                    // Layers are put together by the processor here, which takes most of its time.
                    ("WEBKIT_DISABLE_COMPOSITING_MODE", "1"),
                ];
                programs.start_driver(Command::new("WebKitWebDriver").envs(environment))
            }
        }
    }

    fn capabilities(self) -> WebDriverResult<Capabilities> {
        Ok(match self {
            Self::Chromium => chromium::capabilities()?.into(),
            Self::Firefox | Self::ResistingFirefox => {
                let mut capabilities = DesiredCapabilities::firefox();
                capabilities.set_headless()?;
                let mut preferences = FirefoxPreferences::new();
                // Where the system has no voices, a bar that says so takes a tenth of the window.
                preferences.set("media.webspeech.synth.dont_notify_on_error", true)?;
                if self == Self::ResistingFirefox {
                    // What an earlier run saved is not what this one saves.
                    std::fs::remove_dir_all(saved_by_firefox()).expect("it was just made");
                    preferences.set("privacy.resistFingerprinting", true)?;
                    preferences.set("browser.download.folderList", 2)?;
                    preferences.set("browser.download.dir", saved_by_firefox())?;
                }
                capabilities.set_preferences(preferences)?;
                capabilities.into()
            }
            Self::WebKit => Capabilities::new(),
        })
    }
}

/// Serves a site until the test ends, and says the address of its root.
pub(crate) fn serve(site: &Path) -> String {
    let server = StaticServer::bind(site, 0).expect("a free port");
    let root = format!("http://127.0.0.1:{}/", server.port());
    std::thread::spawn(move || server.run());
    root
}

/// Sizes the window until its page is so large: what the browser's own bars take is added, and some
/// browsers tell of their size before they have it.
async fn set_view(driver: &WebDriver, width: u32, height: u32) -> WebDriverResult<()> {
    let (mut wide, mut high) = (width, height);
    for _ in 0..20 {
        driver.set_window_rect(0, 0, wide, high).await?;
        tokio::time::sleep(Duration::from_millis(200)).await;
        let view = get(driver, "[innerWidth, innerHeight]").await?;
        let found = |number: usize| view[number].as_u64().unwrap_or(0) as u32;
        if (found(0), found(1)) == (width, height) {
            return Ok(());
        }
        (wide, high) =
            ((wide + width).saturating_sub(found(0)), (high + height).saturating_sub(found(1)));
    }
    panic!("the window cannot be made {width}×{height}");
}

/// The middle of the first line of an element `e`, and whether `e` is what is seen there.
const POINT: &str =
    "const r = e.getClientRects()[0], x = r.left + r.width / 2, y = r.top + r.height / 2;
    const at = x >= 0 && y >= 0 && document.elementFromPoint(x, y);";

/// The value of a JavaScript expression.
pub(crate) async fn get(driver: &WebDriver, expression: &str) -> WebDriverResult<Value> {
    Ok(driver.execute(format!("return {expression}"), Vec::new()).await?.json().clone())
}

/// Whether the first element that a selector finds is what is seen where it stands: nothing lies over
/// it, and it is in the window.
pub(crate) async fn is_seen(driver: &WebDriver, selector: &str) -> WebDriverResult<bool> {
    let look = format!(
        "(() => {{ const e = document.querySelector(\"{selector}\"); if (!e) return false; {POINT}
           return !!at && e.contains(at); }})()"
    );
    Ok(get(driver, &look).await? == json!(true))
}

/// Scrolls as a reader does, until the first element that a selector finds stands so many pixels
/// below the window's top, or no scrolling brings it nearer; then lets the page rest.
pub(crate) async fn scroll_to(driver: &WebDriver, selector: &str, y: u32) -> WebDriverResult<()> {
    let rest = format!(
        "Math.round(document.querySelector(\"{selector}\").getBoundingClientRect().top - {y})"
    );
    let mut before = None;
    for _ in 0..10 {
        let left = get(driver, &rest).await?.as_i64();
        if left == Some(0) || left == before {
            break;
        }
        before = left;
        driver.execute(format!("window.scrollBy(0, {rest})"), Vec::new()).await?;
        tokio::time::sleep(Duration::from_millis(400)).await;
    }
    Ok(())
}

/// Waits until the first element that a selector finds is what is seen where it stands, ten seconds at
/// most, and that it is still so a moment later.
pub(crate) async fn wait_until_seen(driver: &WebDriver, selector: &str) -> WebDriverResult<()> {
    for _ in 0..100 {
        let was_seen = is_seen(driver, selector).await?;
        tokio::time::sleep(Duration::from_millis(100)).await;
        if was_seen && is_seen(driver, selector).await? {
            return Ok(());
        }
    }
    panic!("it is not seen: {selector}");
}

/// Presses the first element that a selector finds where it stands, without scrolling to it.
pub(crate) async fn press(driver: &WebDriver, selector: &str) -> WebDriverResult<()> {
    let look = format!(
        "(() => {{ const e = document.querySelector(\"{selector}\"); {POINT}
           return at && e.contains(at) ? [x, y] : null; }})()"
    );
    let point = get(driver, &look).await?;
    let at = |number: usize| point[number].as_f64().map(|value| value as i64);
    let Some((x, y)) = at(0).zip(at(1)) else {
        let why = format!(
            "(() => {{ const e = document.querySelector(\"{selector}\"); if (!e) return 'it is not there'; {POINT}
               return [x, y, innerWidth, innerHeight, at && at.outerHTML.slice(0, 100)].join(' '); }})()"
        );
        panic!("it cannot be pressed: {selector}: {}", get(driver, &why).await?);
    };
    driver.action_chain().move_to(x, y).click().perform().await
}

/// Where [`Engine::ResistingFirefox`] saves.
pub(crate) fn saved_by_firefox() -> PathBuf {
    let folder = Path::new("target/saved/firefox");
    std::fs::create_dir_all(folder).expect("room in target");
    folder.canonicalize().expect("it is there")
}

/// Waits until an expression is true in the page, half a minute at most. What it speaks of need not
/// be there yet.
pub(crate) async fn wait_for(driver: &WebDriver, expression: &str) -> WebDriverResult<()> {
    let truth = format!("try {{ return !!({expression}) }} catch (error) {{ return false }}");
    for _ in 0..600 {
        if driver.execute(truth.as_str(), Vec::new()).await?.json().as_bool() == Some(true) {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let state = "[location.href, document.readyState, document.documentElement.className, document.documentElement.outerHTML.length].join(' ')";
    panic!("never came true: {expression}, in {}", get(driver, state).await?);
}

/// Moves the pointer over the page, as far as the page knows.
pub(crate) async fn touch(driver: &WebDriver) -> WebDriverResult<()> {
    driver.execute("window.dispatchEvent(new Event('pointermove'))", Vec::new()).await.map(drop)
}

/// Moves the pointer over the page until its program has taken over, half a minute at most: an engine
/// may say that it has gone to a page while the one before it still hears what is done.
pub(crate) async fn take_over(driver: &WebDriver) -> WebDriverResult<()> {
    for _ in 0..60 {
        touch(driver).await?;
        for _ in 0..10 {
            if get(driver, READY).await?.as_bool() == Some(true) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
    wait_for(driver, READY).await
}
