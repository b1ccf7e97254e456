//! Every page at phone and desktop width: it takes over without a trace, fits, and can be tapped.

use report_explorer::model::Edition;
use report_explorer::route::{Route, View};
use report_explorer::{check, files, lexicon};
use serde_json::json;

use crate::chromium::{Page, changed_site, dist, visit};

/// Everything that can be tapped and is smaller than 44 × 44, words in running text included. A bar of
/// the whole text is as long as its sentence: that is what the picture says (WCAG 2.5.8, essential), and
/// the text itself is one link away.
const SMALL_TARGETS: &str = "[...document.querySelectorAll('a, button, select, summary')].filter(e => {
    const style = getComputedStyle(e), box = e.getBoundingClientRect();
    if (!box.width || style.visibility == 'hidden' || e.closest('.skip, .visually-hidden, .text-map')) return false;
    return box.height < 43.5 || box.width < 43.5;
}).map(e => e.outerHTML.slice(0, 120) + ' ' + e.getBoundingClientRect().width + 'x' + e.getBoundingClientRect().height)";

fn paths() -> Vec<String> {
    let source =
        files::read_edition("data".as_ref(), Edition::of_year(2020)).expect("the data is there");
    let report = check::check(&source).expect("the data is sound");
    let mut routes = vec![Route::Home, Route::About];
    routes.extend(Route::all(&report));
    routes.iter().filter(|route| route.has_program()).map(Route::path).collect()
}

async fn walk(page: Page) -> thirtyfour::error::WebDriverResult<()> {
    let mut titles = Vec::new();
    for path in paths() {
        page.open_static(&path).await?;
        let built = page.text("fetch(location.href).then(r => r.text()).then(t => new DOMParser().parseFromString(t, 'text/html').querySelector('#app').textContent)").await?;
        page.take_over().await?;
        let taken_over = page.text("document.querySelector('#app').textContent").await?;
        if let Some(at) =
            built.chars().zip(taken_over.chars()).position(|(before, after)| before != after)
        {
            let from =
                |text: &str| text.chars().skip(at.saturating_sub(10)).take(40).collect::<String>();
            panic!(
                "taking over changed the words of {path}: {} became {}",
                from(&built),
                from(&taken_over)
            );
        }
        assert_eq!(
            taken_over.chars().count(),
            built.chars().count(),
            "taking over changed the length of {path}"
        );
        page.assert_sound(&path).await?;
        assert_eq!(
            page.get("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                .await?,
            json!(0),
            "{path} scrolls sideways"
        );
        assert_eq!(page.get(SMALL_TARGETS).await?, json!([]), "too small to tap on {path}");
        const OPENERS: &str = "a.figure[data-open], table.figures a.row-link, .key-figure, .chart a.mark[data-open] .label";
        if page.get(&format!("!!document.querySelector('{OPENERS}')")).await? == json!(true) {
            page.tap(OPENERS).await?;
            page.wait_for("document.querySelector('.card.open')").await?;
            assert_eq!(
                page.get(SMALL_TARGETS).await?,
                json!([]),
                "too small to tap in a card on {path}"
            );
            assert_eq!(
                page.get(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"
                )
                .await?,
                json!(0),
                "{path} scrolls sideways with a card"
            );
        }
        titles.push(page.driver.title().await?);
    }
    let n_titles = titles.len();
    titles.sort();
    titles.dedup();
    assert_eq!(titles.len(), n_titles, "two pages share a title");
    Ok(())
}

#[test]
fn pages_without_program_are_sound_too() {
    for width in [320, 390, 768, 1280] {
        visit(&dist(), width, async |page: Page| {
            for path in ["embed-guide/", "deploy/"].map(str::to_string).into_iter().chain(views()) {
                page.open_static(&path).await?;
                page.wait_for("document.readyState == 'complete'").await?;
                page.assert_quiet(&path).await?;
                assert_eq!(
                    page.get("document.documentElement.scrollWidth - document.documentElement.clientWidth").await?,
                    json!(0),
                    "{path} scrolls sideways at {width}"
                );
                assert_eq!(page.get(SMALL_TARGETS).await?, json!([]), "too small to tap on {path}");
            }
            Ok(())
        });
    }
}

/// The first view of each kind without program.
fn views() -> Vec<String> {
    let source =
        files::read_edition("data".as_ref(), Edition::of_year(2020)).expect("the data is there");
    let mut report = check::check(&source).expect("the data is sound");
    report.lexicon = lexicon::lexicon_of(&report);
    let views: Vec<View> =
        View::all(&report).into_iter().filter(|view| !view.has_program()).collect();
    let kinds = views
        .chunk_by(|before, after| std::mem::discriminant(before) == std::mem::discriminant(after));
    kinds.map(|views| Route::Embed(Edition::of_year(2020), views[0].clone()).path()).collect()
}

#[test]
fn every_page_is_sound_at_390() {
    visit(&dist(), 390, walk);
}

#[test]
fn every_page_is_sound_at_1280() {
    visit(&dist(), 1280, walk);
}

#[test]
fn main_pages_fit_at_320_and_768_and_with_large_text() {
    for width in [320, 768] {
        visit(&dist(), width, async |page: Page| {
            for path in [
                "",
                "2020/report/",
                "2020/figures/",
                "2020/audit/",
                "about/",
                "2020/figures/random-inspection-coverage/",
            ] {
                page.open(path).await?;
                assert_eq!(
                    page.get("document.documentElement.scrollWidth - document.documentElement.clientWidth").await?,
                    json!(0),
                    "{path} scrolls sideways at {width}"
                );
                page.get("document.body.style.fontSize = '26px'").await?;
                assert_eq!(
                    page.get("document.documentElement.scrollWidth - document.documentElement.clientWidth").await?,
                    json!(0),
                    "{path} scrolls sideways at {width} with text half as large again"
                );
            }
            Ok(())
        });
    }
}

#[test]
fn the_site_works_below_any_folder_and_with_index_html_named() {
    let site = changed_site("below", "a/b/c", |_| {});
    visit(&site, 390, async |page: Page| {
        page.open("a/b/c/2020/report/index.html").await?;
        page.tap("nav.places a[href$='figures/']").await?;
        page.wait_for("document.querySelector('table.figures')").await?;
        assert_eq!(page.place().await?, "a/b/c/2020/figures/");
        page.tap("a.row-link").await?;
        page.wait_for("document.querySelector('.card.open')").await?;
        page.tap(".card .actions a.button[href*='figures/']").await?;
        page.wait_for("document.querySelector('.figure-page')").await?;
        assert_eq!(page.place().await?, "a/b/c/2020/figures/local-regulations-passed/");
        page.driver.refresh().await?;
        page.take_over().await?;
        page.assert_sound("a figure's page below a/b/c").await
    });
}
