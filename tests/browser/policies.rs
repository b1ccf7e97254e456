//! The page's own policy, a host's stricter one, and a program that does not come, in every engine:
//! nothing is refused, nothing is blank, nothing comes from another host.

use std::path::Path;

use report_explorer::serve::StaticServer;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::chromium::{ChangedSite, changed_site, program};
use crate::engines::{Engine, get, take_over, touch, wait_for};

/// Notes in the page what goes wrong in it; in front of the policy, which does not reach backwards.
const WITNESS: &str = "<script>window.seen = {errors: [], refused: []};
addEventListener('error', function (e) { seen.errors.push(String(e.message || e.target && (e.target.src || e.target.href))); }, true);
addEventListener('unhandledrejection', function (e) { seen.errors.push(String(e.reason)); });
addEventListener('securitypolicyviolation', function (e) { seen.refused.push(e.violatedDirective + ' ' + e.blockedURI); });
</script>";

const CHARSET: &str = "<meta charset=\"utf-8\">";

/// Pages that between them use all that pages use.
const PAGES: [&str; 6] = [
    "index.html",
    "2020/report/index.html",
    "2020/charts/rates/index.html",
    "2020/embed/chart/rates/index.html",
    "embed-guide/index.html",
    "explorer.html",
];

/// The site with `change` made to the HTML of some pages.
fn site(name: &str, engine: Engine, change: impl Fn(&str) -> String) -> ChangedSite {
    changed_site(&format!("{name}-{engine:?}"), "", |site| {
        for path in PAGES.map(|page| site.join(page)).iter().filter(|path| path.is_file()) {
            let html = std::fs::read_to_string(path).expect("readable");
            std::fs::write(
                path,
                change(&html.replacen(CHARSET, &format!("{CHARSET}{WITNESS}"), 1)),
            )
            .expect("writable");
        }
    })
}

/// The policy again, as a host's header would have it: both count.
fn with_stricter_policy(html: &str) -> String {
    let mark = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
    let (before, rest) = html.split_once(mark).expect("every page has a policy");
    let (policy, after) = rest.split_once("\">").expect("it ends");
    let stricter = policy.replace(" 'unsafe-eval'", "");
    assert_ne!(stricter, policy);
    format!("{before}{mark}{policy}\">{mark}{stricter}\">{after}")
}

/// Opens a window of that engine for `visit`, with a server for the site.
pub(crate) fn open<F>(engine: Engine, site: &Path, visit: impl FnOnce(WebDriver, String) -> F)
where
    F: Future<Output = WebDriverResult<()>>,
{
    let server = StaticServer::bind(site, 0).expect("a free port");
    let root = format!("http://127.0.0.1:{}/", server.port());
    std::thread::spawn(move || server.run());
    engine.open(|driver| visit(driver, root));
}

/// Pages take over, search finds, a number opens; nothing refused, no error, nothing from
/// elsewhere.
async fn assert_sound(driver: WebDriver, root: String) -> WebDriverResult<()> {
    for page in PAGES.iter().filter(|page| **page != "explorer.html") {
        driver.goto(format!("{root}{page}")).await?;
        wait_for(&driver, "document.readyState == 'complete'").await?;
        if get(&driver, "document.documentElement.hasAttribute('data-route')").await? == json!(true)
        {
            take_over(&driver).await?;
        }
        if *page == "2020/report/index.html" {
            get(&driver, "document.querySelector('a.figure[data-open]').click()").await?;
            wait_for(&driver, "document.querySelector('.card.open')").await?;
            driver.find(By::Css("#search-field")).await?.send_keys("仲裁").await?;
            wait_for(&driver, "document.querySelector('.hit mark')").await?;
        }
        assert_eq!(get(&driver, "seen.refused").await?, json!([]), "refused on {page}");
        assert_eq!(get(&driver, "seen.errors").await?, json!([]), "errors on {page}");
        let foreign = format!(
            "performance.getEntriesByType('resource').map(function (e) {{ return e.name }}).filter(function (name) {{ return name.indexOf('{root}') && name.indexOf('data:') && name.indexOf('blob:') }})"
        );
        assert_eq!(get(&driver, &foreign).await?, json!([]), "{page} asks elsewhere");
    }
    Ok(())
}

fn own_policy(engine: Engine) {
    open(engine, &site("own-policy", engine, str::to_string), assert_sound);
}

fn stricter_policy(engine: Engine) {
    open(engine, &site("stricter-policy", engine, with_stricter_policy), assert_sound);
}

/// The page program in another state than it should be; the reader still reads, looks up
/// and goes on.
fn broken_program(engine: Engine, name: &str, change: impl Fn(&Path)) {
    let site = changed_site(&format!("{name}-{engine:?}"), "", |site| {
        program(site, "page").iter().for_each(|file| change(file));
    });
    open(engine, &site, async |driver, root| {
        driver.goto(format!("{root}2020/report/")).await?;
        touch(&driver).await?;
        wait_for(
            &driver,
            "getComputedStyle(document.querySelector('.unavailable')).display == 'block'",
        )
        .await?;
        // What a reader selects and copies is all of the text, whatever has been laid out of it.
        let copied = "(getSelection().selectAllChildren(document.querySelector('.report')), getSelection().toString().replace(/\\s/g, ''))";
        let copied = get(&driver, copied).await?.as_str().unwrap_or_default().to_string();
        for words in ["调解矛盾纠纷案件3604件", "进一步加强法治队伍建设"] {
            assert!(copied.contains(words), "{words} cannot be copied");
        }
        driver.find(By::Css("nav.places a[href$='figures/']")).await?.click().await?;
        wait_for(&driver, "document.querySelectorAll('table.figures tbody tr').length == 43")
            .await?;
        driver.goto(format!("{root}2020/charts/rates/")).await?;
        assert_eq!(get(&driver, "!!document.querySelector('svg.chart') && !!document.querySelector('a[download$=\".csv\"]')").await?, json!(true));
        Ok(())
    });
}

fn missing_program(engine: Engine) {
    broken_program(engine, "missing-program", |program| {
        std::fs::remove_file(program).expect("it was there")
    });
}

fn html_for_a_program(engine: Engine) {
    broken_program(engine, "html-for-a-program", |program| {
        std::fs::write(program, "<!DOCTYPE html><title>200</title>").expect("writable")
    });
}

fn half_a_program(engine: Engine) {
    broken_program(engine, "half-a-program", |program| {
        let bytes = std::fs::read(program).expect("readable");
        std::fs::write(program, &bytes[..bytes.len() / 2]).expect("writable");
    });
}

/// One test an engine, so that each says which one failed.
macro_rules! in_every_engine {
    ($($case:ident),* $(,)?) => {
        $(mod $case {
            use super::Engine;

            #[test]
            fn chromium() {
                super::$case(Engine::Chromium);
            }

            #[test]
            fn firefox() {
                super::$case(Engine::Firefox);
            }

            #[test]
            fn webkit() {
                super::$case(Engine::WebKit);
            }
        })*
    };
}

in_every_engine!(own_policy, stricter_policy, missing_program, html_for_a_program, half_a_program);
