//! Views of the explorer inside other people's pages, across origins, in every engine: heights to
//! the pixel, nothing executed that should not be, nothing from a third host.

use std::time::Duration;

use report_explorer::embed_code::Options;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::engines::Engine;
use crate::stage::{CODE_NAMES, HEAD_END, HOSTS, Stage, in_every_engine, pasted};

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
