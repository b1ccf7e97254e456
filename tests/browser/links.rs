//! Every kind of link and button of every kind of page, followed by click and by key, with Back: it
//! leads where it says, what it leads to is seen, and Back leads to the place it was pressed at.

use std::time::Duration;

use serde_json::json;
use thirtyfour::prelude::*;

use crate::chromium::{Page, dist, visit};
use crate::engines::{is_seen, press};

/// The kinds of page, as a reader finds them.
const PAGES: [&str; 11] = [
    "2020/",
    "2020/report/",
    "2020/report/?q=行政&hit=3",
    "2020/figures/",
    "2020/figures/legal-aid-cases/",
    "2020/charts/",
    "2020/charts/rates/",
    "2020/charts/rates/?view=table",
    "2020/search/?q=行政",
    "2020/audit/",
    "about/",
];

/// Numbers among all links of those to follow, of those that stand in the same kind of place the first
/// and the last. Links out of the site, to files and to windows of their own are
/// the browser's, and the next match is no step of the history.
const CHOSEN: &str = "(() => {
    const kinds = new Map();
    [...document.querySelectorAll('a[href]')].forEach((link, number) => {
        const box = link.getClientRects()[0];
        if (!box || !box.width || link.download || link.target || link.closest('.skip, .found-bar, details:not([open])')) return;
        if (getComputedStyle(link).visibility == 'hidden' || link.origin != location.origin) return;
        if (/\\\\.[a-z]+$/.test(link.pathname)) return;
        let kind = '';
        for (let e = link; e && e.id != 'app'; e = e.parentNode) kind += e.nodeName + '.' + e.className + ' ';
        kind += link.hash.replace(/[-0-9].*/, '') + link.pathname.replace(/[^/]+/g, '').length;
        if (!kinds.has(kind)) kinds.set(kind, []);
        kinds.get(kind).push(number);
    });
    return [...kinds.values()].map(numbers => [numbers[0], numbers[numbers.length - 1]]);
})()";

impl Page {
    /// Gives the link of that number a name that lasts until the page is drawn anew, brings it into the
    /// window, and answers where it leads.
    async fn name_link(&self, number: u64) -> WebDriverResult<(String, bool)> {
        let name = format!(
            "(() => {{
                document.querySelectorAll('[data-followed]').forEach(e => e.removeAttribute('data-followed'));
                const link = document.querySelectorAll('a[href]')[{number}];
                if (!link) return null;
                link.setAttribute('data-followed', '');
                link.scrollIntoView({{block: 'center'}});
                return [link.href, !!link.dataset.open];
            }})()"
        );
        let named = self.get(&name).await?;
        self.draw().await?;
        let href = named[0].as_str().unwrap_or_else(|| panic!("there is no link {number}"));
        Ok((href.to_string(), named[1].as_bool() == Some(true)))
    }

    async fn follow(&self, path: &str, number: u64, by_key: bool) -> WebDriverResult<()> {
        let (href, opens) = self.name_link(number).await?;
        let how = format!("{path} → {href}, by {}", if by_key { "key" } else { "click" });
        // Said with what fails.
        println!("{how}");
        let before =
            self.get("[location.href, scrollY, !!document.querySelector('.card.open')]").await?;
        if by_key {
            self.get("document.querySelector('[data-followed]').focus({preventScroll: true})")
                .await?;
            self.driver.action_chain().send_keys(Key::Enter + "").perform().await?;
        } else {
            press(&self.driver, "[data-followed]").await?;
        }
        if opens {
            self.wait_for("document.querySelector('.card.open')").await?;
        } else {
            let address = json!(href);
            self.wait_for(&format!(
                "decodeURI(location.href) == decodeURI({address}) && document.querySelector('h1, h2')"
            ))
            .await?;
            let title = self.driver.title().await?;
            assert!(!title.contains("没有这一页"), "{how}: {title}");
            if let Some((_, id)) = href.split_once('#').filter(|(_, id)| !id.is_empty()) {
                self.draw().await?;
                let in_window = format!(
                    "(() => {{ const e = document.getElementById('{id}') || document.querySelector('main'); const r = e.getBoundingClientRect(); return r.bottom > 0 && r.top < innerHeight * .9; }})()"
                );
                assert_eq!(self.get(&in_window).await?, json!(true), "{how}: not in the window");
            }
        }
        if self.get("location.href").await? == before[0] {
            return Ok(());
        }
        self.driver.back().await?;
        // A card that came with another page is a step of its own.
        self.draw().await?;
        if self.get("location.href").await? != before[0] {
            self.driver.back().await?;
        }
        let there = format!("location.href == {} && document.readyState == 'complete'", before[0]);
        self.wait_for(&there).await?;
        self.take_over().await?;
        tokio::time::sleep(Duration::from_millis(100)).await;
        if opens {
            // What was opened has been brought into view, and stays there.
            assert!(is_seen(&self.driver, "[data-followed]").await?, "{how}: Back leads away");
            return Ok(());
        }
        let after = self.get("scrollY").await?;
        let moved = after.as_f64().unwrap_or(-1.0) - before[1].as_f64().unwrap_or(0.0);
        assert!(moved.abs() <= 3.0, "{how}: Back leads {moved} px away");
        Ok(())
    }
}

#[test]
fn every_kind_of_link_leads_where_it_says_and_back() {
    // Fingers hold phones, keyboards stand at desks.
    for (width, by_key) in [(390, false), (1280, true)] {
        visit(&dist(), width, async |page: Page| {
            for path in PAGES {
                page.open("about/").await?;
                page.open_any(path).await?;
                let chosen = page.get(CHOSEN).await?;
                let chosen = chosen.as_array().cloned().unwrap_or_default();
                assert!(chosen.len() > 2, "{path} has {} kinds of links", chosen.len());
                for kind in chosen {
                    // By click the last of a kind, by key the first.
                    let number = kind[usize::from(!by_key)].as_u64().expect("a number");
                    page.follow(path, number, by_key).await?;
                }
                page.assert_quiet(path).await?;
            }
            Ok(())
        });
    }
}

#[test]
fn every_button_answers_and_breaks_nothing() {
    for width in [390, 1280] {
        visit(&dist(), width, async |page: Page| {
            for path in PAGES.into_iter().chain(["2020/charts/rates/?export=1"]) {
                page.open(path).await?;
                let buttons = "[...document.querySelectorAll('button, summary')].filter(b => b.getClientRects().length && getComputedStyle(b).visibility != 'hidden')";
                let n_buttons = page.get(&format!("{buttons}.length")).await?.as_u64().unwrap_or(0);
                // Rows of a table have the same button.
                for number in
                    (0..n_buttons).filter(|number| *number < 12 || number + 1 == n_buttons)
                {
                    page.open(path).await?;
                    page.get(&format!("(() => {{ const b = {buttons}[{number}]; b.setAttribute('data-followed', ''); b.scrollIntoView({{block: 'center'}}); }})()")).await?;
                    page.draw().await?;
                    if is_seen(&page.driver, "[data-followed]").await? {
                        press(&page.driver, "[data-followed]").await?;
                        page.draw().await?;
                    }
                    // A switch that was pressed is not kept.
                    page.get("localStorage.clear()").await?;
                    page.assert_quiet(&format!("{path}, button {number}")).await?;
                    assert_eq!(
                        page.get("document.documentElement.classList.contains('failed')").await?,
                        json!(false)
                    );
                }
            }
            Ok(())
        });
    }
}
