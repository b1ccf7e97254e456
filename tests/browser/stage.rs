//! The stage of tests of other people's pages: a host's page from one server with the explorer from
//! another inside, in a viewport of any width, and what is asked of both.

use std::path::{Path, PathBuf};
use std::time::Duration;

use report_explorer::embed_code::{Options, codes, resize_script};
use report_explorer::model::Edition;
use report_explorer::site::assets::source_of;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::chromium::changed_site;
use crate::engines::{Engine, serve};

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
pub(crate) const NONCE: &str = " nonce=\"r4nd0m\"";

/// What stands in front of this in a code goes into the host's head.
pub(crate) const HEAD_END: &str = "<!-- head -->";

pub(crate) const CODE_NAMES: [&str; 3] = ["element", "responsive", "fixed"];
pub(crate) const HOSTS: [&str; 3] = ["old-cms", "strict-csp", "scripts-stripped"];

/// Two servers, and a window with a host's page from one and the explorer from the other.
pub(crate) struct Stage {
    pub(crate) driver: WebDriver,
    pub(crate) engine: Engine,
    /// Folder of the host's pages.
    pub(crate) folder: PathBuf,
    /// Origins, without `/` at the end.
    pub(crate) host: String,
    pub(crate) explorer: String,
    /// `chart/<id>` of the first chart that has a page for frames.
    pub(crate) view: String,
}

/// Sets up the stage for one test.
pub(crate) fn perform<F>(engine: Engine, name: &str, play: impl FnOnce(Stage) -> F)
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
    let origin = |folder: &Path| serve(folder).trim_end_matches('/').to_string();
    let (explorer, host) = (origin(&site), origin(&folder));
    engine.open(async |driver| {
        play(Stage { driver, engine, folder: folder.clone(), host, explorer, view }).await
    });
}

pub(crate) fn first_chart(site: &Path) -> String {
    let charts =
        std::fs::read_dir(site.join("2020/embed/chart")).expect("charts have pages for frames");
    let mut ids: Vec<String> =
        charts.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    ids.sort();
    format!("chart/{}", ids.first().expect("at least one"))
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
pub(crate) fn pasted(host: &str, code: &str) -> String {
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
    pub(crate) fn codes(&self, options: &Options) -> [String; 3] {
        let picture = format!("2020/charts/{}.svg", &self.view["chart/".len()..]);
        codes(
            &format!("{}/", self.explorer),
            Edition::of_year(2020),
            &self.view,
            options,
            "\u{56fe}\u{8868}",
            Some(&picture),
        )
    }

    /// The codes for another view than the first chart.
    pub(crate) fn codes_of(&self, view: &str, options: &Options) -> [String; 3] {
        codes(
            &format!("{}/", self.explorer),
            Edition::of_year(2020),
            view,
            options,
            "\u{56fe}\u{8868}",
            None,
        )
    }

    /// Shows a host's page with `code` in it, in a viewport of `width`.
    pub(crate) async fn show(&self, host: &str, code: &str, width: u32) -> WebDriverResult<()> {
        self.show_at(host, code, width, "").await
    }

    /// The same at a fragment.
    pub(crate) async fn show_at(
        &self,
        host: &str,
        code: &str,
        width: u32,
        fragment: &str,
    ) -> WebDriverResult<()> {
        let page =
            std::fs::read(format!("tests/browser/hosts/{host}.html")).expect("the host is there");
        let page = replaced(&page, "{{explorer}}", &self.explorer);
        let page = replaced(&page, "{{script-hash}}", &source_of(&resize_script()));
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
    pub(crate) async fn turn(&self, width: u32) -> WebDriverResult<()> {
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
    pub(crate) async fn host(&self, expression: &str) -> WebDriverResult<Value> {
        self.driver.enter_default_frame().await?;
        self.driver.find(By::Id("stage")).await?.enter_frame().await?;
        Ok(self.driver.execute(format!("return {expression}"), Vec::new()).await?.json().clone())
    }

    /// The value of an expression in the explorer's frame.
    pub(crate) async fn inside(&self, expression: &str) -> WebDriverResult<Value> {
        self.driver.enter_default_frame().await?;
        self.driver.find(By::Id("stage")).await?.enter_frame().await?;
        self.driver.find(By::Css("iframe")).await?.enter_frame().await?;
        Ok(self.driver.execute(format!("return {expression}"), Vec::new()).await?.json().clone())
    }

    /// Waits until an expression is true in the host's page, half a minute at most.
    pub(crate) async fn wait_host(&self, expression: &str) -> WebDriverResult<()> {
        self.wait("host", expression).await
    }

    /// Waits until an expression is true in the frame.
    pub(crate) async fn wait_inside(&self, expression: &str) -> WebDriverResult<()> {
        self.wait("frame", expression).await
    }

    pub(crate) async fn wait(&self, place: &str, expression: &str) -> WebDriverResult<()> {
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
    pub(crate) async fn fitting_height(&self, moment: &str) -> WebDriverResult<f64> {
        let (mut outer, mut inner) = (json!(null), json!(null));
        for _ in 0..100 {
            outer = self.host(FRAME).await?;
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
                outer = self.host(FRAME).await?;
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
    pub(crate) async fn assert_sound(&self, moment: &str) -> WebDriverResult<()> {
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
    Math.max(0, root.scrollHeight - innerHeight), root.scrollWidth - root.clientWidth] })(document.documentElement)";

/// Height of the frame, and what the host's own scroll bar takes of its width.
const FRAME: &str = "(function (f) { return f ? [f.getBoundingClientRect().height, innerWidth - document.documentElement.clientWidth] : 0 })(document.querySelector('iframe'))";

/// Where the host has a scroll bar that a lower frame would take away, and with it what made it lower, the frame
/// stays as high as it was without the bar.
fn fits(outer: &Value, inner: &Value) -> bool {
    const SWING: f64 = 40.0;
    let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
    let (height, content) = (number(&outer[0]), number(&inner[1]));
    let has_bar = number(&outer[1]) > 0.0;
    number(&inner[0]) == height
        && (content == height || has_bar && content < height && height - content < SWING)
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

/// One test an engine, so that each says which one failed.
macro_rules! in_every_engine {
    ($($play:ident),* $(,)?) => {
        $(mod $play {
            use crate::engines::Engine;
            use crate::stage::perform;

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

pub(crate) use in_every_engine;
