//! What webmasters do with the codes, in every engine: addresses forwarded into a frame, hosts with
//! bars and rules of their own, loaders put in by other tools, the guide's tool.

use std::time::Duration;

use report_explorer::embed_code::{EXPLORER_HEIGHT, Options, Scheme};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::stage::{HEAD_END, Stage, in_every_engine};

/// How far the top of what `target` finds in the frame is from the top of the host's viewport.
const DEPTH: &str = "document.querySelector('iframe').getBoundingClientRect().top + TOP";

impl Stage {
    /// Waits until an element in the frame stands below what the host keeps on top of its page.
    async fn wait_below_header(&self, selector: &str) -> WebDriverResult<()> {
        let top = format!("document.querySelector('{selector}').getBoundingClientRect().top");
        let (mut depth, mut seen) = (json!(null), json!(null));
        for _ in 0..600 {
            if let Ok(top) = self.inside(&top).await {
                depth = self.host(&DEPTH.replace("TOP", &top.to_string())).await?;
                seen = self.host(&SEEN.replace("DEPTH", &depth.to_string())).await?;
                if depth.as_f64().is_some_and(|depth| (depth - HEADER).abs() < 2.0)
                    && seen == json!("IFRAME")
                {
                    return Ok(());
                }
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{:?}: {selector} is {depth} px down, where {seen} is seen", self.engine);
    }

    /// No error in the host's page, whatever view is in it.
    async fn assert_quiet_host(&self, moment: &str) -> WebDriverResult<()> {
        let seen = self.host("seen.errors.concat(seen.refused)").await?;
        assert_eq!(seen, json!([]), "{:?} {moment}", self.engine);
        Ok(())
    }
}

/// Height of the bar that stays on top of a host's page.
const HEADER: f64 = 80.0;

/// What is seen on the host's page just below that place.
const SEEN: &str = "(document.elementFromPoint(innerWidth / 2, DEPTH + 6) || {}).tagName";

/// A host's page with a bar that stays on top, and that much above and below the code.
fn far_down(code: &str, pixels: u32) -> String {
    let spacer = format!("<div style=\"height:{pixels}px\"></div>");
    format!(
        "<style>html{{scroll-padding-top:{HEADER}px}}.bar{{position:fixed;top:0;left:0;right:0;height:{HEADER}px;background:red}}</style>{HEAD_END}\
         <div class=\"bar\"></div>{spacer}{code}{spacer}"
    )
}

/// The topic of the site with the most figures, so that the last of them is far down in its view.
fn longest_topic() -> (String, String) {
    let topics = std::fs::read_dir("dist/2020/embed/topic").expect("topics have pages for frames");
    let row = "<li id=\"f-";
    topics
        .filter_map(|entry| {
            let folder = entry.ok()?.path();
            let html = std::fs::read_to_string(folder.join("index.html")).ok()?;
            let last = html.rsplit_once(row)?.1.split('"').next()?.to_string();
            let view = format!("topic/{}", folder.file_name()?.to_str()?);
            Some((html.matches(row).count(), (view, format!("f-{last}"))))
        })
        .max()
        .expect("a topic with figures")
        .1
}

/// A forwarded address leads to its place however far down the host's page it is, below the host's
/// bar, and so does a link of the host's to a frame that has not come yet.
async fn forwarded_addresses_lead_far_down(stage: Stage) -> WebDriverResult<()> {
    let (view, fragment) = longest_topic();
    let hash = Options { hash: true, ..Options::default() };
    let [element, ..] = stage.codes_of(&view, &hash);
    for width in [390, 1280] {
        stage
            .show_at("scripts-stripped", &far_down(&element, 9000), width, &format!("#{fragment}"))
            .await?;
        stage.wait_below_header(&format!("#{fragment}")).await?;
        assert_eq!(stage.host("location.hash").await?, json!(format!("#{fragment}")));
        stage.assert_quiet_host("a forwarded address").await?;
    }
    // Not touched by the address, the frame waits; then the reader follows a link of the host's.
    let link = format!(
        "<a id=\"there\" href=\"#{fragment}\" style=\"position:fixed;z-index:9;top:9px\">there</a>"
    );
    stage.show("scripts-stripped", &far_down(&format!("{link}{element}"), 20_000), 390).await?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    stage.driver.enter_default_frame().await?;
    stage.driver.find(By::Id("stage")).await?.enter_frame().await?;
    stage.driver.find(By::Id("there")).await?.click().await?;
    stage.wait_below_header(&format!("#{fragment}")).await?;

    // A place of the host's own is the host's.
    let own = format!("<p id=\"own\">own</p>{}", far_down(&element, 20_000).replace(HEAD_END, ""));
    stage.show_at("scripts-stripped", &own, 390, "#own").await?;
    tokio::time::sleep(Duration::from_millis(1000)).await;
    assert_eq!(stage.host("pageYOffset < 200").await?, json!(true));
    Ok(())
}

/// In the explorer a section or a sentence is opened in the text, in the host's colours, and the
/// host's address goes along as the reader goes on.
async fn sections_open_in_the_text(stage: Stage) -> WebDriverResult<()> {
    let options =
        Options { hash: true, theme: Scheme::Dark, height: EXPLORER_HEIGHT, ..Options::default() };
    let [element, ..] = stage.codes_of("explorer", &options);
    for (fragment, width) in [("section-1-3", 390), ("section-1-3", 1280), ("s30", 390)] {
        let code = far_down(&element, 6000);
        stage.show_at("scripts-stripped", &code, width, &format!("#{fragment}")).await?;
        stage
            .wait_inside(&format!(
                "/\\/2020\\/report\\/$/.test(location.pathname) && document.readyState == 'complete' && \
                 (function (top) {{ return top > -2 && top < innerHeight / 2 }})(document.getElementById('{fragment}').getBoundingClientRect().top)"
            ))
            .await?;
        assert_eq!(
            stage.inside("document.documentElement.getAttribute('data-theme')").await?,
            json!("dark")
        );
        stage
            .wait_host(&format!(
                "Math.abs(document.querySelector('iframe').getBoundingClientRect().top - {HEADER}) < 2"
            ))
            .await?;
        assert_eq!(stage.host("location.hash").await?, json!(format!("#{fragment}")));
        // On to another page, by a click: its address names no place.
        stage.inside("0").await?;
        let link = stage.driver.find(By::Css("nav.places a[href$='figures/']")).await?;
        stage.driver.execute("arguments[0].click()", vec![link.to_json()?]).await?;
        stage.wait_inside("/\\/2020\\/figures\\/$/.test(location.pathname)").await?;
        stage.wait_host("location.hash == ''").await?;
        stage.assert_quiet_host("on from a section").await?;
    }
    Ok(())
}

/// The page writes its state into the history as it likes: the host hears of another place alone.
async fn the_host_hears_of_places_alone(stage: Stage) -> WebDriverResult<()> {
    let options = Options { hash: true, height: EXPLORER_HEIGHT, ..Options::default() };
    let [element, ..] = stage.codes_of("explorer", &options);
    stage.show("scripts-stripped", &element, 768).await?;
    stage.wait_host("!document.querySelector('report-explorer a')").await?;
    stage.wait_inside("document.readyState == 'complete'").await?;
    stage
        .host("(window.places = [], addEventListener('message', function (event) { if (event.data.type == 'place') places.push(event.data.fragment) }), 0)")
        .await?;
    // The frame's script comes with the page's.
    tokio::time::sleep(Duration::from_millis(500)).await;
    let length = stage.host("history.length").await?;
    let move_on = "(function () {
        for (var i = 0; i < 20; i++) history.replaceState({scroll: i}, '', location.href);
        history.replaceState(null, '', '#f-notarizations');
        for (i = 0; i < 20; i++) history.replaceState({scroll: i}, '', location.href);
        history.replaceState(null, '', location.pathname);
        for (i = 0; i < 20; i++) history.replaceState({scroll: i}, '', location.href);
    })() || 0";
    stage.inside(move_on).await?;
    stage.wait_host("places.length >= 2").await?;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(stage.host("places").await?, json!(["f-notarizations", ""]));
    assert_eq!(stage.host("[location.hash, history.length]").await?, json!(["", length]));
    Ok(())
}

/// Frames without a loader are there before anyone scrolls to them, as they are printed, at the
/// height of the code, whatever the host's rules for all frames.
async fn frames_are_there_before_they_are_in_sight(stage: Stage) -> WebDriverResult<()> {
    let [_, responsive, fixed] = stage.codes(&Options { height: 555, ..Options::default() });
    let rules = "<style>iframe{height:150px!important;max-height:100px!important;width:50%!important;display:inline!important}</style>";
    for (name, code) in [("responsive", responsive), ("fixed", fixed)] {
        let code = format!("{rules}{}", far_down(&code, 20_000));
        stage.show("scripts-stripped", &code, 768).await?;
        stage
            .wait_inside("document.readyState == 'complete' && document.querySelector('svg')")
            .await?;
        assert_eq!(stage.host("pageYOffset").await?, json!(0), "{name}");
        if name == "responsive" {
            stage.fitting_height(name).await?;
        } else {
            assert_eq!(
                stage.host("document.querySelector('iframe').offsetHeight").await?,
                json!(555)
            );
        }
        stage.assert_sound(name).await?;
    }
    Ok(())
}

/// However the loader is put in: as a module, by `import()`, by a tool that runs its text. Where no
/// address is left the console says what to do.
async fn loader_by_other_ways(stage: Stage) -> WebDriverResult<()> {
    std::fs::copy("dist/embed.js", stage.folder.join("embed.js")).expect("the loader is there");
    let [element, ..] = stage.codes(&Options::default());
    let (_, tag) = element.split_once('\n').expect("script, then element");
    let listen =
        "<script>window.said = []; console.error = function (words) { said.push(words) }</script>";
    let by_text = "<script>(function (asked, script) { asked.open('GET', 'embed.js', false); asked.send(); script.text = asked.responseText; \
        document.head.appendChild(script); })(new XMLHttpRequest(), document.createElement('script'))</script>";
    let ways = [
        ("module", "<script type=\"module\" src=\"embed.js\"></script>"),
        ("import", "<script>import('./embed.js')</script>"),
        ("bundle", "<script src=\"bundle.js\"></script>"),
        ("text", by_text),
    ];
    std::fs::copy("dist/embed.js", stage.folder.join("bundle.js")).expect("the loader is there");
    for (name, script) in ways {
        for code in [format!("{listen}{script}{HEAD_END}{tag}"), format!("{listen}{tag}{script}")] {
            stage.show("scripts-stripped", &code, 768).await?;
            stage.fitting_height(name).await?;
            assert_eq!(stage.host("said").await?, json!([]), "{name}");
        }
        let (start, rest) = tag.split_once("<a ").expect("a link inside");
        let (_, end) = rest.split_once("</a>").expect("it ends");
        stage
            .show("scripts-stripped", &format!("{listen}{script}{HEAD_END}{start}{end}"), 768)
            .await?;
        stage
            .wait_host("said.length == 1 && said[0].indexOf('<script src=\".../embed.js\"') > 0")
            .await?;
        assert_eq!(stage.host("document.querySelectorAll('iframe').length").await?, json!(0));
    }
    Ok(())
}

/// The second code in a page whose policy names its script by hash.
async fn a_policy_that_names_the_script(stage: Stage) -> WebDriverResult<()> {
    let [_, responsive, _] = stage.codes(&Options::default());
    stage.show("strict-csp", &responsive, 768).await?;
    stage.fitting_height("named by its hash").await?;
    stage.assert_sound("named by its hash").await
}

/// A narrow column at the side: every kind of view fits it.
async fn narrow_columns(stage: Stage) -> WebDriverResult<()> {
    let figure = longest_topic().1.replace("f-", "figure/");
    for view in [stage.view.clone(), longest_topic().0, figure] {
        let [element, ..] = stage.codes_of(&view, &Options::default());
        for width in [280, 300] {
            let code = format!("<div style=\"width:{width}px\">{element}</div>");
            stage.show("scripts-stripped", &code, 390).await?;
            stage.fitting_height(&format!("{view} in {width} pixels")).await?;
        }
    }
    Ok(())
}

/// Types a number into a field of the guide's tool as a webmaster does, in place of what is there.
async fn type_number(driver: &WebDriver, name: &str, number: u32) -> WebDriverResult<()> {
    let field = driver.find(By::Name(name)).await?;
    field.click().await?;
    // The first digit in place of what is there: from then on no height that comes takes its place.
    let digits = number.to_string();
    let script = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))";
    driver.execute(script, vec![field.to_json()?, json!(digits[..1])]).await?;
    driver.action_chain().send_keys(&digits[1..]).send_keys(Key::Tab + "").perform().await
}

/// The guide's codes carry the height of what they show: at the width of the column it is for, with
/// what was chosen.
async fn codes_carry_the_height_of_their_content(stage: Stage) -> WebDriverResult<()> {
    let driver = &stage.driver;
    let option = format!("option[value='{}']", stage.view);
    for (width, table) in [(300, false), (760, true)] {
        driver.goto(format!("{}/embed-guide/", stage.explorer)).await?;
        driver.find(By::Css(option.as_str())).await?.click().await?;
        type_number(driver, "width", width).await?;
        if table {
            driver.find(By::Css("input[name=table]")).await?.click().await?;
        }
        let codes = "[].map.call(document.querySelectorAll('.code'), function (code) { return code.textContent })";
        let settled = format!(
            "document.querySelector('.view-preview').offsetWidth >= {width} && document.querySelector('.view-preview').offsetWidth < {width} + 3 && \
            /(^|[^0-9])720([^0-9]|$)/.test({codes}.join()) == false"
        );
        crate::engines::wait_for(driver, &settled).await?;
        // The height may come in steps, as the page in the preview settles.
        tokio::time::sleep(Duration::from_millis(1500)).await;
        let codes = driver.execute(format!("return {codes}"), Vec::new()).await?.json().clone();
        let field = driver.find(By::Css("input[name=height]")).await?.prop("value").await?;
        let height = field.unwrap_or_default();
        for code in codes.as_array().into_iter().flatten().filter_map(Value::as_str) {
            assert!(code.contains(&format!("height=\"{height}\"")), "{height}: {code}");
        }
        let fixed = codes[2].as_str().unwrap_or_default();
        let code = format!("<div style=\"width:{width}px\">{fixed}</div>");
        stage.show("scripts-stripped", &code, 1280).await?;
        stage.fitting_height(&format!("the code's own height at {width}")).await?;
        // A height of the webmaster's own stays.
        driver.goto(format!("{}/embed-guide/", stage.explorer)).await?;
        driver.find(By::Css(option.as_str())).await?.click().await?;
        type_number(driver, "height", 333).await?;
        tokio::time::sleep(Duration::from_millis(1500)).await;
        let fixed = driver.find_all(By::Css(".code")).await?[2].text().await?;
        assert!(fixed.contains("height:333px"), "{fixed}");
    }
    Ok(())
}

/// A search form as the guide has it, in a page in GBK: what is typed arrives, and is found.
async fn a_search_form_in_a_gbk_page(stage: Stage) -> WebDriverResult<()> {
    stage.driver.goto(format!("{}/embed-guide/", stage.explorer)).await?;
    let codes = stage.driver.find_all(By::Css("pre code")).await?;
    let mut form = String::new();
    for code in codes {
        let text = code.text().await?;
        if text.contains("<form ") {
            form = text;
        }
    }
    let (_, rest) = form.split_once("action=\"").expect("the guide has a form");
    let (_, path) = rest.split_once("2020/").expect("of this year");
    // The words are the host's to write; those of the guide are not ASCII.
    let form = format!("<form action=\"{}/2020/{path}", stage.explorer)
        .replace(" target=\"_blank\"", "")
        .chars()
        .filter(char::is_ascii)
        .collect::<String>();
    stage.show("old-cms", &form, 768).await?;
    stage.host("0").await?;
    let field = stage.driver.find(By::Css("input[name=q]")).await?;
    field.send_keys("复议".to_string() + Key::Enter).await?;
    stage.wait_host("location.search == '?q=%E5%A4%8D%E8%AE%AE'").await?;
    stage.wait_host("document.querySelector('#search-results .hit mark')").await
}

in_every_engine!(
    forwarded_addresses_lead_far_down,
    sections_open_in_the_text,
    the_host_hears_of_places_alone,
    frames_are_there_before_they_are_in_sight,
    loader_by_other_ways,
    a_policy_that_names_the_script,
    narrow_columns,
    codes_carry_the_height_of_their_content,
    a_search_form_in_a_gbk_page,
);
