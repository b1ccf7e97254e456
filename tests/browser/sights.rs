//! Every kind of page in every sight: light, dark, strong contrast and large print, from the smallest
//! phone to a desk: nothing is too small to read or to press, too faint, or too wide.
//!
//! What 移动互联网应用（APP）适老化通用设计规范 (MIIT 工信厅信管函〔2021〕67号, annex 2) asks for, and where it is measured:
//!
//! | clause | asks for | measured by |
//! |---|---|---|
//! | 1.1 | letters of 18 and more, and a way to 30 | the tests of large print here |
//! | 1.2 | lines 1.3 apart, paragraphs 1.3 times that | `lines_and_paragraphs_of_large_print_stand_apart` |
//! | 1.3 | contrast of 4.5:1 | the tests of usual and large print here; 7:1 in strong contrast |
//! | 1.4 | nothing told by colour alone | `appearance::forced_colours_reach_charts_and_marks` |
//! | 2.1 | targets of 60 × 60 in large print, 44 × 44 elsewhere | the tests of usual and large print here |
//! | 2.2 | no gesture of three fingers | there is none to listen for: every flow is driven by click and by key |
//! | 2.4 | what lies over the page closes at the top right, by 44 × 44 | `what_lies_over_the_page_is_closed_at_its_corner` |
//! | 3.1 | 长辈版 by this name, found by its others | `large_print_has_its_name_and_is_found_by_others` |
//! | 4.1 | screen readers are let in | `accessibility`, `keyboard` |
//! | 5.1 | no advertisement, nothing to lure | `policies`: no request leaves the site |

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

use crate::chromium::{Page, dist, visit};

/// The kinds of page.
const PAGES: [&str; 12] = [
    "2020/",
    "2020/report/",
    "2020/figures/",
    "2020/figures/legal-aid-cases/",
    "2020/charts/",
    "2020/charts/document-cleanup/",
    "2020/charts/custom/",
    "2020/search/?q=行政",
    "2020/audit/",
    "about/",
    "embed-guide/",
    "deploy/",
];

/// The smallest letters, the smallest thing to press and the lowest contrast of the page, each with what
/// it is of. What stands in a line of text, and a number in it, whose area reaches over the white around
/// it, are left out of what is pressed (WCAG 2.2, 2.5.8).
const MEASURE: &str = "(() => {
    const worst = {font: [1e9, ''], target: [1e9, ''], contrast: [1e9, '']};
    const note = (kind, value, e) => { if (value < worst[kind][0]) worst[kind] = [Math.round(value * 100) / 100, e.outerHTML.slice(0, 120)]; };
    const parts = colour => { const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number); return [r, g, b, a]; };
    const light = colour => { const [x, y, z] = colour.slice(0, 3).map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * x + .7152 * y + .0722 * z; };
    const over = (top, below) => top.slice(0, 3).map((v, i) => v * top[3] + below[i] * (1 - top[3]));
    const ground = e => {
        const grounds = [];
        for (; e; e = e.parentElement) {
            const colour = parts(getComputedStyle(e).backgroundColor);
            if (colour[3]) grounds.push(colour);
            if (colour[3] == 1) break;
        }
        return grounds.reverse().reduce((below, top) => over(top, below), [255, 255, 255]);
    };
    const shown = e => e.getClientRects().length && getComputedStyle(e).visibility != 'hidden' && !e.closest('.visually-hidden, .skip, noscript, [aria-hidden=true]');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode, e = node.parentElement;
        if (!node.data.trim() || !shown(e) || e.closest('script, style, title, desc')) continue;
        const style = getComputedStyle(e), svg = e.closest('svg');
        note('font', parseFloat(style.fontSize) * (svg ? e.getScreenCTM().a : 1), e);
        const below = ground(svg ? svg.parentElement : e);
        const [x, y] = [light(over(parts(svg ? style.fill : style.color), below)), light(below)].sort((p, q) => q - p);
        note('contrast', (x + .05) / (y + .05), e);
    }
    document.querySelectorAll('a[href], button, select, input, summary, label.tick').forEach(e => {
        if (!shown(e) || e.closest('svg, .sentence, blockquote, pre') || e.matches('label.tick input')) return;
        const inText = getComputedStyle(e).display == 'inline' && e.parentElement.textContent.trim().length > e.textContent.trim().length + 4;
        if (inText) return;
        const box = e.getBoundingClientRect();
        note('target', Math.min(box.width, box.height), e);
    });
    return [worst.font, worst.target, worst.contrast, document.documentElement.scrollWidth - document.documentElement.clientWidth];
})()";

/// Least sizes in pixels, and a sight's least contrast (WCAG 2.2, 1.4.3 and 1.4.6; MIIT 工信厅信管函
/// 〔2021〕67号, annex 2, for large print).
struct Least {
    font: f64,
    target: f64,
}

const USUAL: Least = Least { font: 11.9, target: 43.5 };
const LARGE: Least = Least { font: 18.0, target: 59.5 };

fn assert_least(measured: &Value, least: &Least, contrast: f64, about: &str) {
    for (at, (what, least)) in
        [("letters of", least.font), ("a target of", least.target), ("a contrast of", contrast)]
            .into_iter()
            .enumerate()
    {
        let value = measured[at][0].as_f64().unwrap_or(0.0);
        assert!(value >= least, "{about}: {what} {value}, {least} wanted: {}", measured[at][1]);
    }
    assert!(measured[3].as_f64().is_some_and(|wide| wide <= 0.0), "{about} scrolls sideways");
}

async fn look(page: &Page, path: &str, width: u32, is_large: bool) -> WebDriverResult<()> {
    let sign = if path.contains('?') { '&' } else { '?' };
    let address = if is_large { format!("{path}{sign}large=1") } else { path.to_string() };
    page.open_any(&address).await?;
    for (sight, scheme, theme, contrast) in [
        ("light", "light", "removeAttribute('data-theme')", 4.5),
        ("dark", "dark", "removeAttribute('data-theme')", 4.5),
        ("strong contrast", "light", "setAttribute('data-theme', 'contrast')", 7.0),
    ] {
        let features = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        page.cdp("Emulation.setEmulatedMedia", features).await?;
        page.get(&format!("(document.documentElement.{theme}, 0)")).await?;
        page.draw().await?;
        let measured = page.get(MEASURE).await?;
        let least = if is_large { &LARGE } else { &USUAL };
        let print = if is_large { "large print" } else { "usual print" };
        assert_least(
            &measured,
            least,
            contrast,
            &format!("{address} at {width}, {print}, {sight}"),
        );
    }
    Ok(())
}

#[test]
fn nothing_is_too_small_too_faint_or_too_wide_in_usual_print() {
    look_at_all(false);
}

#[test]
fn nothing_is_too_small_too_faint_or_too_wide_in_large_print() {
    look_at_all(true);
}

fn look_at_all(is_large: bool) {
    for width in [320, 390, 768, 1280] {
        visit(&dist(), width, async |page: Page| {
            for path in PAGES {
                look(&page, path, width, is_large).await?;
            }
            Ok(())
        });
    }
}

#[test]
fn large_print_reaches_thirty_pixels_where_there_is_room() {
    for (width, size) in [(390, 24.0), (1280, 30.0)] {
        visit(&dist(), width, async |page: Page| {
            page.open("2020/").await?;
            page.tap(".large-switch").await?;
            page.wait_for("document.documentElement.classList.contains('large')").await?;
            let set = page.text("getComputedStyle(document.body).fontSize").await?;
            let set: f64 = set.trim_end_matches("px").parse().expect("a size");
            assert!(set >= size, "{set} px at {width}");
            Ok(())
        });
    }
}

#[test]
fn lines_and_paragraphs_of_large_print_stand_apart() {
    visit(&dist(), 390, async |page: Page| {
        page.open("2020/report/?large=1").await?;
        let gaps = "(() => {
            const all = [...document.querySelectorAll('.report section p')].slice(0, 20);
            const line = parseFloat(getComputedStyle(all[0]).lineHeight), size = parseFloat(getComputedStyle(all[0]).fontSize);
            const between = all.slice(1).map((p, at) => [p, all[at]]).filter(([p, before]) => p.previousElementSibling == before)
                .map(([p, before]) => p.getBoundingClientRect().top - before.getBoundingClientRect().bottom + line);
            return [line / size, Math.min(...between) / line, between.length];
        })()";
        let measured = page.get(gaps).await?;
        assert!(measured[2].as_u64() > Some(2), "{measured}");
        assert!(measured[0].as_f64() >= Some(1.3), "lines {measured}");
        assert!(measured[1].as_f64() >= Some(1.3), "paragraphs {measured}");
        Ok(())
    });
}

#[test]
fn what_lies_over_the_page_is_closed_at_its_corner() {
    for address in ["2020/report/", "2020/report/?large=1"] {
        visit(&dist(), 390, async |page: Page| {
            page.open(address).await?;
            page.tap("a.figure").await?;
            page.wait_for("document.querySelector('.card.open .close')").await?;
            page.draw().await?;
            let place = "(() => {
                const card = document.querySelector('.card.open').getBoundingClientRect(), close = document.querySelector('.card.open .close').getBoundingClientRect();
                return [card.right - close.right, close.top - card.top, Math.min(close.width, close.height)];
            })()";
            let place = page.get(place).await?;
            let least = if address.contains("large") { 60.0 } else { 44.0 };
            assert!(place[0].as_f64() <= Some(24.0) && place[1].as_f64() <= Some(24.0), "{place}");
            assert!(place[2].as_f64() >= Some(least), "{place}");
            Ok(())
        });
    }
}

#[test]
fn large_print_has_its_name_and_is_found_by_others() {
    visit(&dist(), 390, async |page: Page| {
        page.open("2020/").await?;
        assert_eq!(
            page.text("document.querySelector('.large-switch').innerText.trim()").await?,
            "长辈版"
        );
        for name in ["长辈版", "关怀版", "大字版", "老年版"] {
            page.open(&format!("2020/search/?q={name}")).await?;
            page.wait_for("document.querySelector('#search-results .hit')").await?;
            let first =
                page.text("document.querySelector('#search-results .hit').innerText").await?;
            assert!(first.contains("长辈版"), "{name}: {first}");
        }
        page.tap("#search-results .hit").await?;
        page.wait_for("document.documentElement.classList.contains('large')").await?;
        Ok(())
    });
}
