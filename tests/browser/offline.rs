//! The second visit, without network; and what the worker behind it leaves alone.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::json;
use thirtyfour::error::WebDriverResult;
use thirtyfour::prelude::*;

use crate::chromium::{Page, READY, changed_site, dist, visit};

const TOOL: &str = env!("CARGO_BIN_EXE_report-explorer");

/// A server that can be stopped.
struct Server(Child);

impl Server {
    /// Serves `site`, and leads `page` there.
    async fn start(site: &Path, page: &mut Page) -> Self {
        let port = TcpListener::bind(("127.0.0.1", 0))
            .and_then(|free| free.local_addr())
            .expect("a free port")
            .port();
        let arguments = ["serve", "--port", &port.to_string(), "--dist"];
        let server = Command::new(TOOL)
            .args(arguments)
            .arg(site)
            .stdout(Stdio::null())
            .spawn()
            .expect("the tool runs");
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        page.root = format!("http://127.0.0.1:{port}/");
        Self(server)
    }

    fn stop(mut self) {
        self.end();
    }

    fn end(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.end();
    }
}

/// Waits until a promise answers true.
async fn wait_until(page: &Page, promise: &str) -> WebDriverResult<()> {
    for _ in 0..200 {
        if page.get(promise).await? == json!(true) {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("never came true: {promise}");
}

const IS_ACTIVE: &str = "navigator.serviceWorker.getRegistration().then(known => !!known && !!known.active && known.active.state == 'activated')";
const IS_WAITING: &str =
    "navigator.serviceWorker.getRegistration().then(known => !!known && !!known.waiting)";
const IS_UNKNOWN: &str = "navigator.serviceWorker.getRegistrations().then(all => all.length == 0)";
const HAS_PAGE: &str = "performance.getEntriesByType('resource').some(entry => /page-.*wasm/.test(entry.name) && entry.responseEnd)";

/// Reads a page and touches it, as every reader does, until the worker has all it wants.
async fn read_online(page: &Page) -> WebDriverResult<()> {
    page.open("2020/report/").await?;
    page.tap("footer.site").await?;
    wait_until(page, IS_ACTIVE).await
}

#[test]
fn the_second_visit_needs_no_network() {
    visit(&dist(), 390, async |mut page: Page| {
        let server = Server::start(&dist(), &mut page).await;
        read_online(&page).await?;
        page.open("2020/figures/notarizations/").await?;
        wait_until(&page, "caches.match(location.href).then(kept => !!kept)").await?;
        server.stop();

        page.open("2020/report/").await?;
        page.driver.find(By::Css("#search-field")).await?.send_keys("仲裁").await?;
        page.wait_for("document.querySelector('.hit mark')").await?;
        page.open("2020/report/").await?;
        page.tap("nav.places a[href$='figures/']").await?;
        page.wait_for("document.querySelectorAll('table.figures tbody tr').length == 43").await?;
        page.driver.refresh().await?;
        page.take_over().await?;
        assert_eq!(page.place().await?, "2020/figures/");
        for path in [
            "",
            "index.html",
            "2020/",
            "2020/report/?q=%E4%BB%B2%E8%A3%81&hit=1",
            "2020/figures/?sort=value#f-arbitration-cases",
            "2020/charts/",
            "about/",
        ] {
            page.open(path).await?;
        }
        page.open("2020/report/?q=%E4%BB%B2%E8%A3%81").await?;
        page.wait_for("document.querySelector('mark[data-hit]')").await?;
        // A page that was read is there; one that was not says so and is no other page.
        page.open("2020/figures/notarizations/").await?;
        page.wait_for("document.querySelector('.figure-page')").await?;
        page.open_static("2020/figures/arbitration-cases/").await?;
        assert!(page.text("document.body.innerText").await?.contains("这台设备上也没有存下这一页"));
        assert_eq!(
            page.text("getComputedStyle(document.documentElement).getPropertyValue('--paper')")
                .await?
                .trim(),
            "#fbfaf7"
        );
        page.tap("a[href$='2020/report/']").await?;
        page.take_over().await
    });
}

/// How a server answers.
#[derive(Clone, Copy, PartialEq)]
enum Answers {
    AtOnce,
    /// It accepts, and says nothing.
    Never,
    /// It begins, and stops.
    Partly,
    /// It says something newer, too late for the reader to wait for.
    Late,
}

/// A server in front of another one whose answers can be held back.
struct Gate(Arc<Mutex<Answers>>);

impl Gate {
    /// Stands in front of the server that `page` is led to, and leads it here.
    fn stand_before(page: &mut Page) -> Self {
        let behind = page.root.trim_start_matches("http://").trim_end_matches('/').to_string();
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let port = listener.local_addr().expect("bound").port();
        let answers = Arc::new(Mutex::new(Answers::AtOnce));
        let now = answers.clone();
        std::thread::spawn(move || {
            for asked in listener.incoming().flatten() {
                let (behind, now) = (behind.clone(), now.clone());
                std::thread::spawn(move || answer(asked, &behind, &now));
            }
        });
        page.root = format!("http://127.0.0.1:{port}/");
        Self(answers)
    }

    fn set(&self, answers: Answers) {
        *self.0.lock().expect("no thread panics") = answers;
    }
}

/// Answers one request and closes the connection.
fn answer(mut asked: TcpStream, behind: &str, now: &Mutex<Answers>) -> Option<()> {
    let mut request = vec![0; 16_384];
    let n_read = asked.read(&mut request).ok()?;
    let request = String::from_utf8_lossy(&request[..n_read]).to_string();
    let line = request.lines().next()?;
    let wants_html = request.contains("text/html");
    let answers = *now.lock().ok()?;
    if answers == Answers::Never {
        std::thread::sleep(Duration::from_secs(60));
        return None;
    }
    let mut server = TcpStream::connect(behind).ok()?;
    write!(server, "{line}\r\nHost: {behind}\r\nConnection: close\r\n\r\n").ok()?;
    let mut response = Vec::new();
    server.read_to_end(&mut response).ok()?;
    if answers == Answers::Partly {
        asked.write_all(&response[..response.len().min(2048)]).ok()?;
        std::thread::sleep(Duration::from_secs(60));
        return None;
    }
    if answers == Answers::Late && wants_html {
        std::thread::sleep(Duration::from_secs(6));
        response = replaced(&response, OLD_WORDS, NEW_WORDS);
    }
    asked.write_all(&response).ok()
}

/// What the late answer has instead, of the same length.
const OLD_WORDS: &str = "<title>全部指标";
const NEW_WORDS: &str = "<title>指标全部";

fn replaced(bytes: &[u8], old: &str, new: &str) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for at in 0..bytes.len() - old.len() {
        if bytes[at..].starts_with(old.as_bytes()) {
            bytes[at..at + old.len()].copy_from_slice(new.as_bytes());
        }
    }
    bytes
}

/// Goes to a page as a reader does who has the patience for 4 seconds.
async fn open_in_time(driver: &WebDriver, address: &str) -> WebDriverResult<()> {
    driver.goto(address).await?;
    crate::engines::wait_for(driver, "document.querySelector('main h1, #letter')").await?;
    // By the page's own clock: a busy machine takes its time to say that it is there.
    let came = "performance.getEntriesByType('navigation')[0].responseEnd";
    let waited = crate::engines::get(driver, came).await?;
    assert!(waited.as_f64().is_some_and(|waited| waited < 4000.0), "{address}: {waited} ms");
    Ok(())
}

#[test]
fn a_server_that_says_nothing_is_not_waited_for() {
    visit(&dist(), 390, async |mut page: Page| {
        let gate = Gate::stand_before(&mut page);
        read_online(&page).await?;
        let title = "'<title>' + document.title.slice(0, 4)";
        for (at, answers) in [Answers::Never, Answers::Partly].into_iter().enumerate() {
            gate.set(answers);
            for path in ["2020/figures/", "2020/report/", "2020/charts/", ""] {
                open_in_time(&page.driver, &format!("{}{path}?silent={at}", page.root)).await?;
            }
            // It is all there: the page answers as ever.
            page.open("2020/report/").await?;
            page.tap("a.figure[data-open]").await?;
            page.wait_for("document.querySelector('.card.open')").await?;
        }
        // What comes late changes nothing now, and is there the next time.
        gate.set(Answers::Late);
        let figures = format!("{}2020/figures/", page.root);
        open_in_time(&page.driver, &format!("{figures}?late")).await?;
        assert_eq!(page.text(title).await?, OLD_WORDS);
        tokio::time::sleep(Duration::from_secs(6)).await;
        assert_eq!(page.text(title).await?, OLD_WORDS);
        gate.set(Answers::Never);
        open_in_time(&page.driver, &format!("{figures}?later")).await?;
        assert_eq!(page.text(title).await?, NEW_WORDS);
        Ok(())
    });
}

/// The site with another script, hence of another version.
fn second_version(name: &str) -> PathBuf {
    let top = PathBuf::from("target/sites").join(name);
    let program = top.join("program");
    std::fs::create_dir_all(&program).expect("room in target");
    for entry in std::fs::read_dir("target/program").expect("the program is built") {
        let path = entry.expect("readable").path();
        if path.is_file() {
            let name = path.file_name().expect("it has one");
            std::fs::copy(&path, program.join(name)).expect("room in target");
        }
    }
    let script = std::fs::read_to_string(program.join("start.js")).expect("UTF-8");
    std::fs::write(
        program.join("start.js"),
        script + "document.documentElement.id = \"second\";\n",
    )
    .expect("writable");
    let site = top.join("site");
    let status = Command::new(TOOL)
        .args(["render", "--without-desk"])
        .arg("--program")
        .arg(&program)
        .arg("--out")
        .arg(&site)
        .stdout(Stdio::null())
        .status();
    assert!(status.expect("the tool runs").success());
    site
}

#[test]
fn a_new_version_comes_whole_when_the_old_ones_pages_are_gone() {
    let site = changed_site("versions", "", |_| {});
    let second = second_version("version-second");
    visit(&dist(), 390, async |mut page: Page| {
        let version = "document.documentElement.id == 'second'";
        let server = Server::start(&site, &mut page).await;
        read_online(&page).await?;
        std::fs::remove_dir_all(&*site).expect("it was there");
        std::fs::rename(&second, &*site).expect("it takes its place");

        // A query of its own keeps each of these out of the browser's own cache.
        // With network the newest pages are shown, with their own program.
        page.open("2020/figures/?first").await?;
        assert_eq!(page.get(version).await?, json!(true));
        wait_until(&page, IS_WAITING).await?;
        server.stop();
        // Without, the version that was whole when these pages were opened.
        page.open("2020/figures/?second").await?;
        assert_eq!(page.get(version).await?, json!(false));
        page.tap("nav.places a[href$='charts/']").await?;
        page.wait_for("document.querySelector('.chart-card')").await?;

        page.driver.goto("about:blank").await?;
        tokio::time::sleep(Duration::from_secs(1)).await;
        page.open("2020/figures/?third").await?;
        assert_eq!(page.get(version).await?, json!(true));
        assert_eq!(page.get("caches.keys().then(names => names.length)").await?, json!(1));
        page.tap("nav.places a[href$='charts/']").await?;
        page.wait_for("document.querySelector('.chart-card')").await
    });
}

#[test]
fn a_site_that_is_not_all_there_is_not_kept_and_goes_on_working() {
    let site = changed_site("half-there", "", |site| {
        std::fs::remove_file(site.join("2020/charts/index.html")).expect("it was there")
    });
    visit(&site, 390, async |page: Page| {
        page.open("2020/report/").await?;
        page.tap("footer.site").await?;
        page.wait_for(HAS_PAGE).await?;
        wait_until(&page, IS_UNKNOWN).await?;
        assert_eq!(page.get("caches.keys().then(names => names.length)").await?, json!(0));
        page.tap("nav.places a[href$='figures/']").await?;
        page.wait_for("document.querySelector('table.figures')").await
    });
}

#[test]
fn a_first_view_asks_for_nothing_more_until_it_is_touched() {
    visit(&dist(), 390, async |page: Page| {
        page.save_data().await?;
        page.open_static("2020/report/").await?;
        tokio::time::sleep(Duration::from_secs(1)).await;
        let names = "performance.getEntriesByType('resource').map(entry => entry.name.split('/').pop().replace(/-[^.]*/, '')).sort()";
        assert_eq!(page.get(names).await?, json!(["start.js"]));
        assert_eq!(page.get(IS_UNKNOWN).await?, json!(true));
        page.assert_sound("a page nobody touched").await
    });
}

#[test]
fn in_a_frame_there_is_no_worker() {
    let site = changed_site("framed", "site", |site| {
        let host = "<!DOCTYPE html><title>host</title><iframe src=\"site/2020/report/\" width=\"380\" height=\"700\"></iframe>";
        std::fs::write(site.join("../index.html"), host).expect("writable");
    });
    visit(&site, 390, async |page: Page| {
        page.open_static("").await?;
        page.driver.enter_frame(0).await?;
        page.tap("#search-field").await?;
        page.wait_for(READY).await?;
        page.wait_for(HAS_PAGE).await?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert_eq!(page.get(IS_UNKNOWN).await?, json!(true));
        assert_eq!(page.get("caches.keys().then(names => names.length)").await?, json!(0));
        Ok(())
    });
}

#[test]
fn the_manifest_is_one() {
    visit(&dist(), 390, async |page: Page| {
        read_online(&page).await?;
        page.wait_for("document.querySelector('link[rel=manifest]')").await?;
        let manifest = page.cdp("Page.getAppManifest", json!({})).await?;
        assert!(
            manifest["url"]
                .as_str()
                .is_some_and(|url| url == format!("{}manifest.webmanifest", page.root)),
            "{manifest}"
        );
        assert_eq!(manifest["errors"], json!([]));
        assert!(
            manifest["data"].as_str().is_some_and(|data| data.contains("梧州市")),
            "{manifest}"
        );
        Ok(())
    });
}
