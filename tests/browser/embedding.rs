//! Views of the explorer inside other people's pages, across origins, in every engine: heights to
//! the pixel, nothing executed that should not be, nothing from a third host.

use std::path::{Path, PathBuf};
use std::time::Duration;

use report_explorer::embed_code::{Options, codes};
use report_explorer::serve::StaticServer;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::chromium::changed_site;
use crate::engines::Engine;

/// What a page notes about itself from its first moment.
const WITNESS: &str = "
if (location.search == '?old-kernel') window.ResizeObserver = undefined;
window.seen = {errors: [], refused: [], heights: 0};
addEventListener('error', function (e) { seen.errors.push(String(e.message || e.target && (e.target.src || e.target.href))); }, true);
addEventListener('unhandledrejection', function (e) { seen.errors.push(String(e.reason)); });
addEventListener('securitypolicyviolation', function (e) { seen.refused.push(e.violatedDirective + ' ' + e.blockedURI); });
addEventListener('message', function (e) { if (e.data && e.data.type === 'height') seen.heights++; });
";

/// A frame of any width for the host's page: windows have a least width, and turning a phone is one
/// line.
const STAGE: &str = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>stage</title><link rel=\"icon\" href=\"data:,\"></head>\
    <body style=\"margin:0\"><iframe id=\"stage\" style=\"border:0;width:320px;height:900px\"></iframe></body></html>";

/// The nonce in the policy of `hosts/strict-csp.html`.
const NONCE: &str = " nonce=\"r4nd0m\"";

/// What stands in front of this in a code goes into the host's head.
const HEAD_END: &str = "<!-- head -->";

const CODE_NAMES: [&str; 3] = ["element", "responsive", "fixed"];
const HOSTS: [&str; 3] = ["old-cms", "strict-csp", "scripts-stripped"];

/// Two servers, and a window with a host's page from one and the explorer from the other.
struct Stage {
    driver: WebDriver,
    engine: Engine,
    /// Folder of the host's pages.
    folder: PathBuf,
    /// Origins, without `/` at the end.
    host: String,
    explorer: String,
    /// `chart/<id>` of the first chart that has a page for frames.
    view: String,
}

/// Sets up the stage for one test.
fn perform<F>(engine: Engine, name: &str, play: impl FnOnce(Stage) -> F)
where
    F: Future<Output = WebDriverResult<()>>,
{
    let site = changed_site(&format!("{name}-{engine:?}"), "", |site| {
        let page = site.join("2020/embed").join(first_chart(site)).join("index.html");
        let html = std::fs::read_to_string(&page).expect("the page for frames is there");
        // In front of the page's policy, which does not reach backwards.
        let (head, rest) =
            html.split_once("<meta charset=\"utf-8\">").expect("the page says its encoding");
        std::fs::write(
            &page,
            format!("{head}<meta charset=\"utf-8\"><script>{WITNESS}</script>{rest}"),
        )
        .expect("writable");
    });
    let folder = site.with_file_name(format!("{name}-{engine:?}-host"));
    std::fs::create_dir_all(&folder).expect("room in target");
    std::fs::write(folder.join("index.html"), STAGE).expect("writable");
    let view = first_chart(&site);
    let (explorer, host) = (serve(&site), serve(&folder));
    engine.open(async |driver| {
        play(Stage { driver, engine, folder: folder.clone(), host, explorer, view }).await
    });
}

fn first_chart(site: &Path) -> String {
    let charts =
        std::fs::read_dir(site.join("2020/embed/chart")).expect("charts have pages for frames");
    let mut ids: Vec<String> =
        charts.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    ids.sort();
    format!("chart/{}", ids.first().expect("at least one"))
}

fn serve(folder: &Path) -> String {
    let server = StaticServer::bind(folder, 0).expect("a free port");
    let origin = format!("http://127.0.0.1:{}", server.port());
    std::thread::spawn(move || server.run());
    origin
}

/// What a CMS that takes scripts out leaves of a code.
fn without_scripts(code: &str) -> String {
    let mut left = String::new();
    for (at, part) in code.split("<script").enumerate() {
        left += if at == 0 {
            part
        } else {
            part.split_once("</script>").map_or("", |(_, after)| after)
        };
    }
    left
}

/// A code as the webmaster of `host` pastes it.
fn pasted(host: &str, code: &str) -> String {
    match host {
        // As the guide says for pages with a strict policy: the nonce on a script, no attribute of
        // style.
        "strict-csp" => {
            let start = code.find(" style=\"");
            let code = match start
                .and_then(|start| Some((start, start + 8 + code[start + 8..].find('"')? + 1)))
            {
                Some((start, end)) => format!("{}{}", &code[..start], &code[end..]),
                None => code.to_string(),
            };
            code.replace("<script>", &format!("<script{NONCE}>"))
        }
        "scripts-stripped" => without_scripts(code),
        _ => code.to_string(),
    }
}

impl Stage {
    fn codes(&self, options: &Options) -> [String; 3] {
        let picture = format!("2020/charts/{}.svg", &self.view["chart/".len()..]);
        codes(
            &format!("{}/", self.explorer),
            2020,
            &self.view,
            options,
            "\u{56fe}\u{8868}",
            Some(&picture),
        )
    }

    /// Shows a host's page with `code` in it, in a viewport of `width`.
    async fn show(&self, host: &str, code: &str, width: u32) -> WebDriverResult<()> {
        self.show_at(host, code, width, "").await
    }

    /// The same at a fragment.
    async fn show_at(
        &self,
        host: &str,
        code: &str,
        width: u32,
        fragment: &str,
    ) -> WebDriverResult<()> {
        let page =
            std::fs::read(format!("tests/browser/hosts/{host}.html")).expect("the host is there");
        let page = replaced(&page, "{{explorer}}", &self.explorer);
        let (head, code) = code.split_once(HEAD_END).unwrap_or(("", code));
        let page =
            replaced(&page, "<head>", &format!("<head><script{NONCE}>{WITNESS}</script>{head}"));
        std::fs::write(self.folder.join("host.html"), replaced(&page, "{{code}}", code))
            .expect("writable");
        self.driver.goto(format!("{}/", self.host)).await?;
        self.turn(width).await?;
        self.driver.execute(format!("document.getElementById('stage').src = 'host.html?' + Date.now() + '{fragment}'"), Vec::new()).await?;
        self.wait_host("document.readyState == 'complete' && window.seen").await
    }

    /// Changes the width of the host's viewport, as turning a phone does.
    async fn turn(&self, width: u32) -> WebDriverResult<()> {
        self.driver.enter_default_frame().await?;
        self.driver
            .execute(
                format!("document.getElementById('stage').style.width = '{width}px'"),
                Vec::new(),
            )
            .await?;
        Ok(())
    }

    /// The value of an expression in the host's page.
    async fn host(&self, expression: &str) -> WebDriverResult<Value> {
        self.driver.enter_default_frame().await?;
        self.driver.find(By::Id("stage")).await?.enter_frame().await?;
        Ok(self.driver.execute(format!("return {expression}"), Vec::new()).await?.json().clone())
    }

    /// The value of an expression in the explorer's frame.
    async fn inside(&self, expression: &str) -> WebDriverResult<Value> {
        self.driver.enter_default_frame().await?;
        self.driver.find(By::Id("stage")).await?.enter_frame().await?;
        self.driver.find(By::Css("iframe")).await?.enter_frame().await?;
        Ok(self.driver.execute(format!("return {expression}"), Vec::new()).await?.json().clone())
    }

    /// Waits until an expression is true in the host's page, half a minute at most.
    async fn wait_host(&self, expression: &str) -> WebDriverResult<()> {
        self.wait("host", expression).await
    }

    /// Waits until an expression is true in the frame.
    async fn wait_inside(&self, expression: &str) -> WebDriverResult<()> {
        self.wait("frame", expression).await
    }

    async fn wait(&self, place: &str, expression: &str) -> WebDriverResult<()> {
        let truth = format!("!!({expression})");
        for _ in 0..600 {
            let value =
                if place == "host" { self.host(&truth).await } else { self.inside(&truth).await };
            // The page may be on its way.
            if value.is_ok_and(|value| value == json!(true)) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{:?}: never came true in the {place}: {expression}", self.engine);
    }

    /// The frame is exactly as high as what is in it, and as wide as its place; and it stays so.
    /// Answers with the height.
    async fn fitting_height(&self, moment: &str) -> WebDriverResult<f64> {
        let (mut outer, mut inner) = (json!(null), json!(null));
        for _ in 0..100 {
            outer = self.host("(function (f) { return f ? [f.getBoundingClientRect().height, f.getBoundingClientRect().width] : 0 })(document.querySelector('iframe'))").await?;
            inner = self.inside(MEASURE).await.unwrap_or_default();
            if fits(&outer, &inner) {
                tokio::time::sleep(Duration::from_millis(150)).await;
                let told = self.host("seen.heights").await?;
                tokio::time::sleep(Duration::from_millis(150)).await;
                assert_eq!(
                    self.host("seen.heights").await?,
                    told,
                    "{:?} {moment}: heights without end",
                    self.engine
                );
                outer = self
                    .host("[document.querySelector('iframe').getBoundingClientRect().height]")
                    .await?;
                inner = self.inside(MEASURE).await?;
                if fits(&outer, &inner) {
                    return Ok(outer[0].as_f64().unwrap_or_default());
                }
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{:?} {moment}: the frame is {outer}, its content {inner}", self.engine);
    }

    /// No error, nothing refused, nothing from a third host; in the host's page and in the frame.
    async fn assert_sound(&self, moment: &str) -> WebDriverResult<()> {
        let resources =
            "performance.getEntriesByType('resource').map(function (e) { return e.name })";
        let host = self.host(&format!("[seen.errors.concat(seen.refused), {resources}]")).await?;
        let has_frame = self.host("!!document.querySelector('iframe')").await? == json!(true);
        let inside = if has_frame {
            self.inside(&format!("[seen.errors.concat(seen.refused), {resources}]")).await?
        } else {
            json!([[], []])
        };
        for (place, seen) in [("host", &host), ("frame", &inside)] {
            assert_eq!(seen[0], json!([]), "{:?} {moment}: errors in the {place}", self.engine);
            for address in seen[1].as_array().into_iter().flatten().filter_map(Value::as_str) {
                let own = [&self.host, &self.explorer]
                    .iter()
                    .any(|origin| address.starts_with(&format!("{origin}/")))
                    || address.starts_with("data:");
                assert!(own, "{:?} {moment}: {address} is of a third host", self.engine);
            }
        }
        if self.engine == Engine::Chromium {
            let logged = self.driver.browser_log().await?;
            // A warning says that this build of Chromium has no `web-share`.
            let errors: Vec<String> = logged
                .into_iter()
                .filter(|entry| entry.level == "SEVERE")
                .map(|entry| entry.message)
                .collect();
            assert!(errors.is_empty(), "{moment}: console {errors:?}");
        }
        Ok(())
    }
}

/// Of the frame: height of its viewport and of what is in it, and by how much it scrolls downwards
/// and sideways.
const MEASURE: &str = "(function (root) { return [innerHeight, Math.ceil(document.body.getBoundingClientRect().bottom + pageYOffset), \
    Math.max(0, root.scrollHeight - innerHeight), root.scrollWidth - innerWidth] })(document.documentElement)";

fn fits(outer: &Value, inner: &Value) -> bool {
    let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
    let height = number(&outer[0]);
    number(&inner[0]) == height
        && number(&inner[1]) == height
        && number(&inner[2]) == 0.0
        && number(&inner[3]) == 0.0
}

/// The bytes with every `from` replaced; hosts are in encodings of their own.
fn replaced(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    assert!(to.is_ascii(), "{to} depends on the host's encoding");
    let mut left = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at..].starts_with(from.as_bytes()) {
            left.extend_from_slice(to.as_bytes());
            at += from.len();
        } else {
            left.push(bytes[at]);
            at += 1;
        }
    }
    left
}

/// Every code in every host: right at every width, after a table is opened, after turning, after
/// the print grows.
async fn every_code_in_every_host(stage: Stage) -> WebDriverResult<()> {
    let codes = stage.codes(&Options::default());
    stage.show("old-cms", "", 320).await?;
    assert_eq!(
        stage.host("[document.characterSet, document.compatMode].join()").await?,
        json!("GBK,BackCompat")
    );
    for host in HOSTS {
        for (code, name) in codes.iter().zip(CODE_NAMES) {
            let moment = format!("{name} in {host}");
            stage.show(host, &pasted(host, code), 320).await?;
            match (host, name) {
                ("scripts-stripped", "element") => {
                    // What is left is the link with the picture.
                    stage
                        .wait_host(
                            "document.querySelector('report-explorer a img').naturalWidth > 0",
                        )
                        .await?;
                    assert_eq!(
                        stage.host("document.querySelectorAll('iframe').length").await?,
                        json!(0)
                    );
                }
                ("scripts-stripped", _) | (_, "fixed") => {
                    for width in [320, 768, 1280] {
                        stage.turn(width).await?;
                        stage.wait_inside("document.querySelector('svg')").await?;
                        assert_eq!(stage.host("document.querySelector('iframe').getBoundingClientRect().height").await?, json!(480), "{moment}");
                        // What does not fit is reached by scrolling inside.
                        stage.inside("document.querySelector('details').open = true").await?;
                        stage.wait_inside("document.documentElement.scrollHeight > innerHeight && (scrollTo(0, 9999), pageYOffset > 0)").await?;
                    }
                }
                _ => {
                    for width in [320, 768, 1280] {
                        stage.turn(width).await?;
                        let closed = stage.fitting_height(&format!("{moment} at {width}")).await?;
                        stage.inside("document.querySelector('details').open = true").await?;
                        stage.wait_inside(&format!("innerHeight > {closed}")).await?;
                        stage.fitting_height(&format!("{moment} at {width}, table open")).await?;
                        stage.turn(1600 - width).await?;
                        stage.fitting_height(&format!("{moment} at {width}, turned")).await?;
                        stage.turn(width).await?;
                        let open = stage
                            .fitting_height(&format!("{moment} at {width}, turned back"))
                            .await?;
                        stage.inside("document.documentElement.style.fontSize = document.body.style.fontSize = '28px'").await?;
                        stage.wait_inside(&format!("innerHeight > {open}")).await?;
                        stage.fitting_height(&format!("{moment} at {width}, large print")).await?;
                        stage.inside("document.documentElement.style.fontSize = document.body.style.fontSize = ''").await?;
                        stage.inside("document.querySelector('details').open = false").await?;
                        stage.wait_inside(&format!("innerHeight == {closed}")).await?;
                    }
                    // The host's own layout is as it was: nothing of the frame hangs over.
                    assert_eq!(
                        stage.host("document.querySelectorAll('report-explorer a').length").await?,
                        json!(0),
                        "{moment}"
                    );
                }
            }
            stage.assert_sound(&moment).await?;
        }
    }
    Ok(())
}

/// The loader in the head, element before it and after it, everything twice: each view once, each
/// at its own height.
async fn loader_anywhere_and_twice(stage: Stage) -> WebDriverResult<()> {
    let [element, ..] = stage.codes(&Options::default());
    let (script, tag) = element.split_once('\n').expect("script, then element");
    let wide = tag.replace("<report-explorer", "<report-explorer table=\"1\" id=\"second\"");
    let names =
        "<script>window.names = []; window.names = Object.getOwnPropertyNames(window)</script>";
    let code = format!(
        "{names}{script}{HEAD_END}{tag}{script}<div style=\"width:200px\">{wide}</div>{element}"
    );
    stage.show("scripts-stripped", &code, 768).await?;
    stage
        .wait_host(
            // Up and down, as a reader does: frames out of sight come late.
            "scrollTo(0, pageYOffset > 0 ? 0 : 9999), document.querySelectorAll('report-explorer > iframe').length == 3 && !document.querySelector('report-explorer a')",
        )
        .await?;
    // One name is ChromeDriver's.
    let added = "Object.getOwnPropertyNames(window).filter(function (name) { return names.indexOf(name) < 0 && isNaN(name) && name != 'ret_nodes' }).join()";
    assert_eq!(stage.host(added).await?, json!(""), "new globals in the host");
    let heights = "Array.prototype.map.call(document.querySelectorAll('iframe'), function (f) { return f.offsetHeight })";
    stage
        .wait_host(&format!("(function (h) {{ return h[0] == h[2] && h[0] != h[1] }})({heights})"))
        .await?;
    stage.fitting_height("the first of three").await?;
    assert!(
        stage
            .host("document.querySelector('#second iframe').src")
            .await?
            .as_str()
            .is_some_and(|src| src.contains("/?table=1&"))
    );
    // Moved and put back, as old scripts do with whole tables.
    stage.host("document.body.appendChild(document.querySelector('report-explorer')) && 0").await?;
    stage.wait_host("document.querySelectorAll('report-explorer > iframe').length == 3").await?;
    stage.assert_sound("three on a page").await?;
    stage.show("old-cms", &format!("{tag}</td></tr></table></center></body>{script}"), 768).await?;
    stage.fitting_height("the loader behind the page").await.map(drop)
}

/// A kernel that knows no elements of one's own.
async fn without_custom_elements(stage: Stage) -> WebDriverResult<()> {
    let [element, ..] = stage.codes(&Options::default());
    let (script, tag) = element.split_once('\n').expect("script, then element");
    let off =
        "<script>Object.defineProperty(window, 'customElements', {value: undefined})</script>";
    for code in [format!("{off}{tag}{script}"), format!("{off}{script}{tag}")] {
        stage.show("old-cms", &code, 768).await?;
        stage.wait_host("document.querySelector('report-explorer > iframe')").await?;
        stage.fitting_height("no elements of one's own").await?;
        stage.wait_host("!document.querySelector('report-explorer a')").await?;
        stage.assert_sound("no elements of one's own").await?;
    }
    Ok(())
}

/// A kernel that does not observe sizes: what readers do is noticed all the same.
async fn without_resize_observer(stage: Stage) -> WebDriverResult<()> {
    let [_, responsive, _] = stage.codes(&Options::default());
    let view = format!("/{}/", stage.view);
    stage
        .show("old-cms", &responsive.replacen(&view, &format!("{view}?old-kernel"), 1), 390)
        .await?;
    let closed = stage.fitting_height("sizes not observed").await?;
    stage.inside("document.querySelector('details').open = true").await?;
    stage.wait_inside(&format!("innerHeight > {closed}")).await?;
    stage.fitting_height("sizes not observed, table open").await?;
    stage.turn(844).await?;
    stage.fitting_height("sizes not observed, turned").await?;
    stage.assert_sound("sizes not observed").await
}

/// What the element cannot show leaves what the host wrote.
async fn fallback_stays(stage: Stage) -> WebDriverResult<()> {
    let [element, ..] = stage.codes(&Options::default());
    let gone = element.replace(&format!("view=\"{}\"", stage.view), "view=\"chart/gone\"");
    stage.show("scripts-stripped", &gone, 768).await?;
    stage.wait_host("document.querySelector('report-explorer > iframe')").await?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(
        stage.host("document.querySelector('report-explorer a img').offsetHeight > 100").await?,
        json!(true)
    );
    assert_eq!(stage.host("document.querySelector('iframe').offsetHeight").await?, json!(1));
    for broken in [
        "view=\"chart/../../x\"",
        "view=\"javascript:alert(1)\"",
        "view=\"\"",
        "view=\"chart/<b>\"",
        "view=\"https://example.org/\"",
    ] {
        let code = element.replace(&format!("view=\"{}\"", stage.view), broken);
        stage.show("scripts-stripped", &code, 768).await?;
        stage.wait_host("document.readyState == 'complete' && (!window.customElements || customElements.get('report-explorer'))").await?;
        assert_eq!(
            stage.host("document.querySelectorAll('iframe').length").await?,
            json!(0),
            "{broken}"
        );
    }
    for broken in ["", "year=\"20200\"", "year=\"../..\"", "year=\"2020/../x\""] {
        let code = element.replace("year=\"2020\"", broken);
        stage.show("scripts-stripped", &code, 768).await?;
        stage
            .wait_host("document.readyState == 'complete' && customElements.get('report-explorer')")
            .await?;
        assert_eq!(
            stage.host("document.querySelectorAll('iframe').length").await?,
            json!(0),
            "{broken}"
        );
    }
    Ok(())
}

/// A host that tries everything: nothing is executed, nothing is broken.
async fn hostile_host(stage: Stage) -> WebDriverResult<()> {
    let [element, ..] = stage.codes(&Options { hash: true, events: true, ..Options::default() });
    let markup = "&quot;&gt;&lt;img src=x onerror=&quot;window.pwned=1&quot;&gt;";
    let hostile = format!(
        "<report-explorer title=\"{markup}\" theme=\"javascript:window.pwned=1\" large=\"{markup}\" plain=\"&amp;events=1\" table=\"#x\" \
         download=\"../..\" lang=\"{markup}\" height=\"1px;position:fixed\" src=\"javascript:window.pwned=1\""
    );
    let hostile = element
        .replacen("<report-explorer", &hostile, 1)
        .replace(" title=\"&#22270;&#34920;\"", "");
    stage.show("old-cms", &hostile, 768).await?;
    let height = stage.fitting_height("hostile attributes").await?;
    let address = stage.host("document.querySelector('iframe').src").await?;
    assert_eq!(
        address,
        json!(format!(
            "{}/2020/embed/{}/?theme=1&large=1&plain=1&table=1&download=1&lang=1&events=1&height=1",
            stage.explorer, stage.view
        ))
    );

    // Forged heights and places: from the host itself, from a sibling frame, and malformed ones by
    // the thousand.
    stage
        .host(
            "(function () {
                var shapes = [null, 1, 'x', [], {}, {reportExplorer: 1}, {reportExplorer: 1, type: 'height'}, {reportExplorer: '1', type: 'height', height: 900},
                    {reportExplorer: 1, type: 'height', height: '900px'}, {reportExplorer: 1, type: 'height', height: NaN}, {reportExplorer: 1, type: 'height', height: 1e9},
                    {reportExplorer: 1, type: 'open', fragment: '<img src=x onerror=pwned=1>'}, {reportExplorer: 1, type: 'open', fragment: 'javascript:pwned=1'},
                    {reportExplorer: 1, type: 'open', fragment: {}}, {reportExplorer: 1, type: 'open'}, {reportExplorer: 1, type: 'place', fragment: 'forged'},
                    {reportExplorer: 1, type: 'height', height: 999}, {reportExplorer: 1, type: 'event', name: 'view'}, '__proto__', {__proto__: {type: 'open'}}];
                window.counted = 0;
                document.addEventListener('report-explorer', function () { counted++; });
                var frame = document.querySelector('iframe');
                for (var i = 0; i < 10000; i++) {
                    frame.contentWindow.postMessage(shapes[i % shapes.length], '*');
                    window.postMessage(shapes[i % shapes.length], '*');
                }
                var sibling = document.createElement('iframe');
                sibling.srcdoc = '<script>for (var i = 0; i < 100; i++) parent.postMessage({reportExplorer: 1, type: \"height\", height: 777}, \"*\"),' +
                    'parent.frames[0].postMessage({reportExplorer: 1, type: \"open\", fragment: \"forged\"}, \"*\"); parent.done = true<\\/script>';
                document.body.appendChild(sibling);
            })() || 0",
        )
        .await?;
    stage.wait_host("window.done").await?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(stage.fitting_height("after forged messages").await?, height);
    assert_eq!(
        stage.host("[counted, location.hash, typeof pwned]").await?,
        json!([0, "", "undefined"])
    );
    assert_eq!(stage.inside("[location.hash, typeof pwned]").await?, json!(["", "undefined"]));
    stage.assert_sound("a hostile host").await?;

    // The frame led to another origin: its window is the one that is listened to, its words are
    // not.
    let forger = "<!DOCTYPE html><script>parent.postMessage({reportExplorer: 1, type: 'height', height: 777}, '*'); parent.forged = true</script>";
    std::fs::write(stage.folder.join("forger.html"), forger).expect("writable");
    stage.inside(&format!("location.replace('{}/forger.html') || 0", stage.host)).await?;
    stage.wait_host("window.forged").await?;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(
        stage.host("document.querySelector('iframe').offsetHeight").await?.as_f64(),
        Some(height)
    );
    Ok(())
}

/// A frame that may run scripts and nothing else: no origin, no storage, no links out.
async fn sandbox_of_scripts_alone(stage: Stage) -> WebDriverResult<()> {
    let [.., fixed] = stage.codes(&Options::default());
    let (before, rest) = fixed.split_once(" sandbox=\"").expect("it has one");
    let (_, after) = rest.split_once('"').expect("it ends");
    stage
        .show("scripts-stripped", &format!("{before} sandbox=\"allow-scripts\"{after}"), 768)
        .await?;
    stage
        .wait_inside("document.querySelector('svg') && document.body.innerText.length > 20")
        .await?;
    assert_eq!(
        stage.inside("(function () { try { return location.origin && self.origin } catch (error) { return 'null' } })()").await?,
        json!("null")
    );
    // In WebKit the page's policy means nobody by 'self' here: what is left is the page, which is
    // what matters.
    if stage.engine != Engine::WebKit {
        stage.wait_host("seen.heights > 0").await?;
        stage.assert_sound("sandboxed").await?;
    }
    Ok(())
}

/// The host's `#…` and the frame's are one, where the host asks for it, and the way back is as long
/// as it was.
async fn fragments_are_mirrored(stage: Stage) -> WebDriverResult<()> {
    let [element, ..] = stage.codes(&Options { hash: true, ..Options::default() });
    stage.show_at("old-cms", &element, 768, "#f-first").await?;
    stage.wait_inside("location.hash == '#f-first'").await?;
    let length = stage.host("history.length").await?;
    stage.host("location.replace('#f-second') || 0").await?;
    stage.wait_inside("location.hash == '#f-second'").await?;
    stage.inside("location.replace('#s12') || 0").await?;
    stage.wait_host("location.hash == '#s12'").await?;
    assert_eq!(stage.host("history.length").await?, length, "the way back grew");
    stage.host("location.replace('#%3Cb%3E') || 0").await?;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(stage.inside("location.hash").await?, json!("#s12"));
    stage.assert_sound("mirrored").await?;

    let [element, ..] = stage.codes(&Options::default());
    stage.show_at("old-cms", &element, 768, "#f-first").await?;
    stage.fitting_height("not asked to mirror").await?;
    stage.inside("location.replace('#s12') || 0").await?;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(stage.host("location.hash").await?, json!("#f-first"));
    Ok(())
}

/// A place in the frame is brought into view, though it is the host that scrolls: from the host's
/// address, and by a link inside.
async fn places_come_into_view(stage: Stage) -> WebDriverResult<()> {
    let [element, responsive, _] = stage.codes(&Options { hash: true, ..Options::default() });
    for (name, code) in [("element", element), ("responsive", responsive)] {
        let spacer = "<table height=\"3000\"><tr><td></td></tr></table>";
        stage.show("old-cms", &format!("{spacer}{code}{spacer}"), 390).await?;
        // Engines load a frame late that is far down.
        stage.host("scrollTo(0, 3000)").await?;
        stage.fitting_height(name).await?;
        stage.host("scrollTo(0, 0)").await?;
        stage
            .inside(
                "(function (target, link) {
                    target.id = 'f-target';
                    link.href = '#f-target';
                    link.id = 'f-link';
                    link.target = '_self';
                    document.body.appendChild(link);
                })(document.querySelector('summary'), document.createElement('a'))",
            )
            .await?;
        let by_host = "location.replace('#f-target') || 0";
        let into_view =
            "Math.abs(document.querySelector('iframe').getBoundingClientRect().top + TOP) < 2";
        for turn in ["from the host", "by a link"] {
            if turn == "by a link" {
                stage.inside("location.replace('#f-other') || 0").await?;
                stage.host("scrollTo(0, 0)").await?;
                stage.inside("document.getElementById('f-link').click()").await?;
            } else if name == "element" {
                stage.host(by_host).await?;
            } else {
                continue;
            }
            // Without the loader WebKit leaves the host where it is.
            if name == "element" || stage.engine != Engine::WebKit {
                let top = stage
                    .inside("document.getElementById('f-target').getBoundingClientRect().top")
                    .await?;
                stage.wait_host(&into_view.replace("TOP", &top.to_string())).await?;
            }
        }
    }
    Ok(())
}

/// The host learns of views, searches and exports where it asks for them, and of nothing else.
async fn events_where_asked_for(stage: Stage) -> WebDriverResult<()> {
    let listen = "<script>window.told = []; document.addEventListener('report-explorer', function (e) { told.push(e.detail.name + ' ' + e.target.id); })</script>";
    for (events, expected) in [(true, "view city,export city,search city"), (false, "")] {
        let [element, ..] = stage.codes(&Options { events, ..Options::default() });
        let code = format!(
            "{listen}{}",
            element.replacen("<report-explorer", "<report-explorer id=\"city\"", 1)
        );
        stage.show("old-cms", &code, 768).await?;
        stage.fitting_height("events").await?;
        stage
            .inside(
                "(function (field, link) {
                    field.type = 'search';
                    field.value = 'nobody is told';
                    document.querySelector('#embed').appendChild(field).dispatchEvent(new Event('input', {bubbles: true}));
                    link.addEventListener('click', function (event) { event.preventDefault(); });
                    link.click();
                })(document.createElement('input'), document.querySelector('a[download]')) || 0",
            )
            .await?;
        tokio::time::sleep(Duration::from_millis(2000)).await;
        assert_eq!(stage.host("told.join()").await?, json!(expected));
    }
    Ok(())
}

/// One test an engine, so that each says which one failed.
macro_rules! in_every_engine {
    ($($play:ident),* $(,)?) => {
        $(mod $play {
            use super::{Engine, perform};

            #[test]
            fn chromium() {
                perform(Engine::Chromium, stringify!($play), super::$play);
            }

            #[test]
            fn firefox() {
                perform(Engine::Firefox, stringify!($play), super::$play);
            }

            #[test]
            fn webkit() {
                perform(Engine::WebKit, stringify!($play), super::$play);
            }
        })*
    };
}

in_every_engine!(
    every_code_in_every_host,
    loader_anywhere_and_twice,
    without_custom_elements,
    without_resize_observer,
    fallback_stays,
    hostile_host,
    sandbox_of_scripts_alone,
    fragments_are_mirrored,
    places_come_into_view,
    events_where_asked_for,
);
