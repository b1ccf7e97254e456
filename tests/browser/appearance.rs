//! What the page looks like for readers whose window, print, colours, letters or browser are not the
//! usual ones: nothing is covered, cut, faint or told by its ground alone.

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

use crate::chromium::{Page, dist, visit, visit_with_text};

/// The kinds of pages with a program.
const PAGES: &[&str] = &[
    "",
    "2020/report/",
    "2020/figures/",
    "2020/figures/legal-aid-cases/",
    "2020/charts/",
    "2020/charts/document-cleanup/",
    "2020/search/",
    "2020/audit/",
    "about/",
];

/// And those without.
const PLAIN_PAGES: &[&str] = &[
    "deploy/",
    "embed-guide/",
    "404.html",
    "2020/embed/chart/document-cleanup/",
    "2020/embed/figure/legal-aid-cases/",
];

/// Words that leave the box they stand in, or the window: a chart, a cell, a button, a line.
const CUT: &str = "(() => {
    const cut = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode, e = node.parentElement;
        // What scrolls or is shortened on purpose.
        if (!node.data.trim() || e.closest('.visually-hidden, .skip, script, style, noscript, template, pre, .scroll, .contents.narrow summary, select, title, desc')) continue;
        if (getComputedStyle(e).visibility == 'hidden') continue;
        const around = e.closest('svg, td, th, button, .button, .key-figure, .places a, dd, label, .hit');
        const box = around ? around.getBoundingClientRect() : {left: 0, right: innerWidth, top: -1e9, bottom: 1e9};
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const line of range.getClientRects()) {
            // In a picture a line is as high as its font says, not as its letters are.
            const high = e.closest('svg') ? 9 : 2;
            if (line.width && (line.left < box.left - 1 || line.right > box.right + 1 || line.top < box.top - high || line.bottom > box.bottom + high)) {
                cut.push(node.data.slice(0, 30) + ' leaves ' + (around ? around.outerHTML.slice(0, 60) : 'the window'));
                break;
            }
        }
    }
    return cut;
})()";

const OVERFLOW: &str =
    "document.documentElement.scrollWidth - document.documentElement.clientWidth";

async fn assert_whole(page: &Page, about: &str) -> WebDriverResult<()> {
    assert_eq!(page.get(OVERFLOW).await?, json!(0), "{about} scrolls sideways");
    assert_eq!(page.get(CUT).await?, json!([]), "{about}");
    Ok(())
}

async fn open_any(page: &Page, path: &str) -> WebDriverResult<()> {
    if PLAIN_PAGES.contains(&path) { page.open_static(path).await } else { page.open(path).await }
}

#[test]
fn text_is_as_large_as_the_reader_set_it_and_nothing_is_cut() {
    for text_size in [20, 32] {
        for width in [320, 390, 768, 1280] {
            visit_with_text(text_size, &dist(), width, async |page: Page| {
                for path in PAGES.iter().chain(PLAIN_PAGES) {
                    open_any(&page, path).await?;
                    let size = page.text("getComputedStyle(document.body).fontSize").await?;
                    let size: f64 = size.trim_end_matches("px").parse().expect("a size");
                    assert_eq!(size, 17.0 * f64::from(text_size) / 16.0, "{path}");
                    assert_whole(&page, &format!("/{path} at {width}, text of {text_size}"))
                        .await?;
                }
                Ok(())
            });
        }
    }
}

/// As far as readers may set lines, letters and words apart (WCAG 2.2, 1.4.12).
const SPACING: &str = "(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');
    document.adoptedStyleSheets = [sheet];
})()";

#[test]
fn letters_set_apart_leave_no_box() {
    for width in [320, 390, 1280] {
        visit(&dist(), width, async |page: Page| {
            for path in PAGES.iter().chain(PLAIN_PAGES) {
                open_any(&page, path).await?;
                page.get(SPACING).await?;
                assert_whole(&page, &format!("/{path} at {width}, letters apart")).await?;
            }
            Ok(())
        });
    }
}

#[test]
fn large_print_leaves_no_box() {
    for width in [320, 390, 768, 1280] {
        visit(&dist(), width, async |page: Page| {
            for path in PAGES
                .iter()
                .chain(&["2020/figures/pollution-sources-handled/", "2020/charts/custom/"])
            {
                page.open(&format!("{path}?large=1")).await?;
                page.wait_for("document.documentElement.classList.contains('large')").await?;
                assert_whole(&page, &format!("/{path} at {width} in large print")).await?;
                let name = "document.querySelector('.site-name')";
                let over_name = format!(
                    "(() => {{ const box = {name}.getBoundingClientRect(); return {name}.contains(document.elementFromPoint(box.left + 20, box.top + 20)) }})()"
                );
                assert_eq!(
                    page.get(&over_name).await?,
                    json!(true),
                    "/{path}: its name is covered"
                );
            }
            page.open("2020/charts/document-cleanup/?export=1&large=1").await?;
            page.wait_for("document.querySelector('.export')").await?;
            assert_whole(&page, &format!("saving at {width} in large print")).await?;
            page.open("2020/figures/?large=1").await?;
            page.wait_for("document.documentElement.classList.contains('large')").await?;
            // Names are not set one below the other.
            let narrowest = "document.querySelector('.figures th[scope=row]').getBoundingClientRect().width / 24";
            let narrowest = page.get(narrowest).await?.as_f64().unwrap_or_default();
            assert!(narrowest >= 4.0, "{narrowest} characters in a line at {width}");
            Ok(())
        });
    }
}

/// The part of the window's height that no bar lies over.
const FREE: &str = "(() => {
    let free = 0;
    for (let y = 0; y < innerHeight; y++) {
        const over = document.elementFromPoint(innerWidth / 2, y);
        if (!over || !over.closest('.places, .search, .found-bar, .contents.narrow')) free++;
    }
    return free / innerHeight;
})()";

#[test]
fn in_a_low_window_most_of_it_is_free_to_read() {
    for (width, height) in [(320, 256), (320, 400), (667, 300), (740, 360)] {
        visit(&dist(), width, async |page: Page| {
            page.resize_to(width, height).await?;
            for path in [
                "",
                "2020/report/",
                "2020/report/?large=1",
                "2020/report/?q=%E4%BB%B2%E8%A3%81",
                "2020/figures/",
                "2020/figures/?figures=legal-aid-cases",
                "2020/charts/",
            ] {
                page.open(path).await?;
                if path.contains("q=") {
                    page.wait_for("document.querySelector('.found-bar')").await?;
                }
                page.get("scrollTo(0, 900)").await?;
                let free = page.get(FREE).await?.as_f64().unwrap_or_default();
                assert!(free >= 0.6, "/{path} at {width}x{height}: {free:.2} is free");
                // What let go is where the page begins.
                page.get("scrollTo(0, 0)").await?;
                page.tap("#search-field").await?;
                page.wait_for("document.querySelector('.search.open')").await?;
            }
            Ok(())
        });
    }
}

/// Functions on colours for the scripts below.
const COLOURS: &str = "
    const channels = colour => (colour.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
    const luminance = colour => channels(colour).slice(0, 3).map(part => part / 255)
        .map(part => part <= .04045 ? part / 12.92 : Math.pow((part + .055) / 1.055, 2.4))
        .reduce((sum, part, at) => sum + part * [.2126, .7152, .0722][at], 0);
    const contrast = (one, other) => {
        const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (high + .05) / (low + .05);
    };
    const inkOf = e => e.closest('svg') ? getComputedStyle(e).fill : getComputedStyle(e).color;
    const texts = () => [...document.querySelectorAll('body *')].filter(e => [...e.childNodes].some(node => node.nodeType == 3 && node.data.trim())
        && e.getClientRects().length && getComputedStyle(e).visibility != 'hidden' && !e.closest('.visually-hidden, .skip, noscript, script, style, select'));";

/// The words that stand out from a ground of that colour by less than 4.5:1.
fn faint_on(ground: &str) -> String {
    format!(
        "(() => {{ {COLOURS} return texts().filter(e => contrast(inkOf(e), {ground}) < 4.5).map(e => e.outerHTML.slice(0, 90) + ' ' + inkOf(e)).slice(0, 9); }})()"
    )
}

async fn media(page: &Page, media: &str, features: &[(&str, &str)]) -> WebDriverResult<()> {
    let features: Vec<Value> =
        features.iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
    page.cdp("Emulation.setEmulatedMedia", json!({"media": media, "features": features})).await?;
    Ok(())
}

/// Whether what a selector finds has a line below or around it.
fn has_line(selector: &str) -> String {
    format!(
        "(() => {{ const style = getComputedStyle(document.querySelector(\"{selector}\")); return parseFloat(style.borderBottomWidth) >= 2 && style.borderBottomStyle != 'none' }})()"
    )
}

#[test]
fn paper_is_always_dark_on_white() {
    const DARK: (&str, &str) = ("prefers-color-scheme", "dark");
    let themed = ["", "?theme=dark", "?theme=contrast"]
        .map(|query| format!("2020/embed/chart/document-cleanup/{query}"));
    visit(&dist(), 1280, async |page: Page| {
        for path in PAGES
            .iter()
            .chain(PLAIN_PAGES)
            .map(|path| path.to_string())
            .chain(themed)
            .chain(["2020/charts/document-cleanup/?view=table".to_string()])
        {
            media(&page, "", &[DARK]).await?;
            let is_plain = path.starts_with("2020/embed/") || PLAIN_PAGES.contains(&&*path);
            if is_plain {
                page.open_static(&path).await?
            } else {
                page.open(&path).await?
            }
            media(&page, "print", &[DARK]).await?;
            assert_eq!(
                page.get(&faint_on("'rgb(255, 255, 255)'")).await?,
                json!([]),
                "/{path} on paper"
            );
            let scheme =
                page.text("getComputedStyle(document.documentElement).colorScheme").await?;
            assert_eq!(scheme, "light", "/{path}");
        }
        // Grounds are not printed: what is marked has a line.
        media(&page, "", &[DARK]).await?;
        page.open("2020/report/?q=%E4%BB%B2%E8%A3%81#s12").await?;
        page.wait_for(
            "document.querySelector('.opened') && document.querySelector('mark[data-hit]')",
        )
        .await?;
        media(&page, "print", &[DARK]).await?;
        for marked in [".opened", "mark[data-hit]"] {
            assert_eq!(page.get(&has_line(marked)).await?, json!(true), "{marked}");
        }
        // It is one column wide, whatever the window was.
        assert_eq!(
            page.get("getComputedStyle(document.querySelector('.with-card')).display").await?,
            json!("block")
        );
        Ok(())
    });
}

#[test]
fn forced_colours_reach_charts_and_marks() {
    const CANVAS: &str = "getComputedStyle(document.body).backgroundColor";
    for scheme in ["dark", "light"] {
        visit(&dist(), 1280, async |page: Page| {
            let forced = [("forced-colors", "active"), ("prefers-color-scheme", scheme)];
            media(&page, "", &forced).await?;
            for path in [
                "2020/embed/chart/reconsideration-and-litigation/?theme=contrast",
                "2020/embed/chart/reconsideration-and-litigation/?theme=dark",
                "2020/charts/reconsideration-and-litigation/",
                "2020/report/",
                "2020/figures/",
                "",
            ] {
                if path.contains("embed") {
                    page.open_static(path).await?
                } else {
                    page.open(path).await?
                }
                assert_eq!(
                    page.get("matchMedia('(forced-colors: active)').matches").await?,
                    json!(true)
                );
                assert_eq!(page.get(&faint_on(CANVAS)).await?, json!([]), "/{path} in {scheme}");
                let bars = format!(
                    "(() => {{ {COLOURS} return [...document.querySelectorAll('.chart .bar:not(.computed):not(.left):not(.open)')].filter(e => contrast(getComputedStyle(e).fill, {CANVAS}) < 3).length }})()"
                );
                assert_eq!(page.get(&bars).await?, json!(0), "bars of /{path} in {scheme}");
                if !path.contains("embed") {
                    let current = ".places [aria-current]";
                    assert_eq!(
                        page.get(&has_line(current)).await?,
                        json!(true),
                        "/{path}: the place"
                    );
                }
            }
            page.open("2020/report/#s12").await?;
            page.wait_for("document.querySelector('.sentence.opened')").await?;
            assert_eq!(page.get(&has_line(".sentence.opened")).await?, json!(true));
            page.open("2020/charts/reconsideration-and-litigation/").await?;
            let differ = "getComputedStyle(document.querySelector('.button.primary')).borderTopStyle != getComputedStyle(document.querySelector('.button:not(.primary)')).borderTopStyle";
            assert_eq!(
                page.get(differ).await?,
                json!(true),
                "the first button looks like the others"
            );
            Ok(())
        });
    }
}

/// Room that is taken by what does nothing without script.
const DEAD_ROOM: &str = "[...document.querySelectorAll('.tool, .script, .search-hints')].filter(e => e.getClientRects().length).map(e => e.outerHTML.slice(0, 80))";

#[test]
fn without_script_tools_leave_no_holes() {
    for width in [390, 1280] {
        visit(&dist(), width, async |page: Page| {
            page.cdp("Emulation.setScriptExecutionDisabled", json!({"value": true})).await?;
            for path in PAGES.iter().chain(&["2020/charts/custom/", "embed-guide/", "deploy/"]) {
                page.open_static(path).await?;
                assert_eq!(page.get(DEAD_ROOM).await?, json!([]), "/{path} at {width}");
                let top = |selector: &str| {
                    format!("document.querySelector('{selector}').getBoundingClientRect()")
                };
                let gap = page
                    .get(&format!(
                        "{}.top - (document.querySelector('noscript .unavailable') ? {}.bottom : 0)",
                        top("header.site"),
                        top("noscript .unavailable")
                    ))
                    .await?;
                assert!(
                    gap.as_f64().is_some_and(|gap| gap < 30.0),
                    "/{path}: {gap} above the header"
                );
                if width > 700 {
                    let gap = page
                        .get(&format!("{}.top - {}.bottom", top(".places"), top("header.site")))
                        .await?;
                    assert!(
                        gap.as_f64().is_some_and(|gap| gap < 16.0),
                        "/{path}: {gap} below the header"
                    );
                }
            }
            Ok(())
        });
    }
}
