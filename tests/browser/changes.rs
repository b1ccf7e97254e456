//! What others do to a page before its program takes it over, and after: translators, extensions,
//! minifiers, banners, rewriters, servers. The tools answer on every kind of page, whatever of it is
//! done.

use serde_json::json;

use crate::chromium::{Page, READY, changed_site, dist, visit};
use crate::servers::start_server;

/// A kind of page, with what a reader does there to see that its tools answer.
const PAGES: [(&str, &str, &str); 6] = [
    ("", ".key-figure", ".card.open"),
    ("2020/report/", "a[data-open='f-legal-aid-cases']", ".card.open"),
    ("2020/figures/", "a.row-link", ".card.open"),
    ("2020/charts/rates/", "main svg a.mark", ".card.open"),
    ("2020/search/", "#search-field", "#search-results .hit"),
    ("2020/embed/explorer/", ".key-figure", ".card.open"),
];

/// What is done to the page's nodes; each is a script that finds the page whole and not yet taken over.
const CHANGES: [(&str, &str); 10] = [
    ("texts wrapped, as by a translator", "
        const walker = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT), texts = [];
        while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
        for (const text of texts) {
            const font = document.createElement('font');
            text.parentNode.insertBefore(font, text);
            font.appendChild(text);
        }"),
    ("comments stripped, as by a minifier", "
        const walker = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_COMMENT), comments = [];
        while (walker.nextNode()) comments.push(walker.currentNode);
        comments.forEach(comment => comment.remove());"),
    ("a banner at the start of the page", "
        document.getElementById('app').insertAdjacentHTML('afterbegin', '<div>请使用新版浏览器</div>');"),
    ("a banner at the end of the page", "
        document.getElementById('app').insertAdjacentHTML('beforeend', '<div>无障碍浏览</div>');"),
    ("an element behind the search field", "
        const field = document.getElementById('search-field');
        field.insertAdjacentHTML('afterend', '<span class=\"helper\">✎</span>');"),
    ("a word wrapped, as by a dictionary", "
        const heading = document.querySelector('main h1, main h2, main p');
        const text = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT).nextNode();
        const range = document.createRange();
        range.setStart(text, 0);
        range.setEnd(text, 1);
        range.surroundContents(document.createElement('span'));"),
    ("an attribute and a class on everything", "
        document.querySelectorAll('#app *').forEach(element => { element.setAttribute('data-seen', 1); element.classList.add('seen'); });"),
    ("white space squeezed", "
        const walker = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT), empty = [];
        while (walker.nextNode()) if (!walker.currentNode.data.trim()) empty.push(walker.currentNode);
        empty.forEach(text => text.remove());"),
    ("the header taken away", "document.querySelector('header.site').remove();"),
    ("every text replaced by another", "
        const walker = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT), texts = [];
        while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
        for (const text of texts) {
            const font = document.createElement('font');
            font.textContent = text.data;
            text.parentNode.replaceChild(font, text);
        }"),
];

async fn assert_tools_answer(
    page: &Page,
    (path, press, shown): (&str, &str, &str),
    change: &str,
) -> thirtyfour::error::WebDriverResult<()> {
    if press == "#search-field" {
        page.tap(press).await?;
        page.driver.action_chain().send_keys("仲裁").perform().await?;
    } else {
        page.tap(press).await?;
    }
    page.wait_for(&format!("document.querySelector('{shown}')")).await?;
    if shown == ".card.open" {
        page.tap(".card .close").await?;
        page.wait_for("!document.querySelector('.card.open')").await?;
    }
    assert_eq!(
        page.get("document.documentElement.classList.contains('failed')").await?,
        json!(false),
        "{change} on {path}"
    );
    Ok(())
}

#[test]
fn a_page_as_it_was_built_is_taken_over_and_not_drawn_anew() {
    visit(&dist(), 390, async |page: Page| {
        for (path, ..) in PAGES.into_iter().chain([
            ("about/", "", ""),
            ("2020/audit/", "", ""),
            ("2020/charts/", "", ""),
            ("2020/figures/legal-aid-cases/", "", ""),
        ]) {
            page.open(path).await?;
            assert_eq!(
                page.get("document.documentElement.hasAttribute('data-anew')").await?,
                json!(false),
                "{path}"
            );
        }
        Ok(())
    });
}

#[test]
fn tools_answer_whatever_was_done_to_the_page_before() {
    visit(&dist(), 1280, async |page: Page| {
        page.save_data().await?;
        for (change, script) in CHANGES {
            for kind in PAGES {
                page.open_static(kind.0).await?;
                page.driver.execute(script, Vec::new()).await?;
                page.take_over().await?;
                assert_tools_answer(&page, kind, change).await?;
            }
        }
        Ok(())
    });
}

#[test]
fn tools_answer_whatever_is_done_to_the_page_after() {
    // What moves or replaces nodes; what only takes white space or adds attributes has been seen before.
    let moving = [0, 1, 2, 9].map(|at| CHANGES[at]);
    visit(&dist(), 1280, async |page: Page| {
        for (change, script) in moving {
            for kind in PAGES {
                page.open(kind.0).await?;
                page.driver.execute(script, Vec::new()).await?;
                assert_tools_answer(&page, kind, change).await?;
                page.tap("nav.places a[href$='charts/'], .framed nav.places a[href$='charts/']")
                    .await?;
                page.wait_for("document.querySelectorAll('.chart-card').length > 3").await?;
                page.driver.back().await?;
                page.wait_for(&format!("document.querySelector(\"{}\")", kind.1)).await?;
            }
        }
        Ok(())
    });
}

#[test]
fn what_is_pressed_in_a_translated_page_before_its_program_is_there_opens_in_place() {
    for width in [390, 1280] {
        visit(&dist(), width, async |page: Page| {
            page.save_data().await?;
            for (path, press, shown) in PAGES.into_iter().filter(|page| page.2 == ".card.open") {
                page.open_static(path).await?;
                page.driver.execute(CHANGES[0].1, Vec::new()).await?;
                page.tap(press).await?;
                page.wait_for(&format!("document.querySelector('{shown}')")).await?;
                assert_eq!(page.get("location.pathname").await?, json!(format!("/{path}")));
            }
            page.assert_quiet("a translated page").await
        });
    }
}

#[test]
fn spoken_counts_follow_in_a_translated_page() {
    visit(&dist(), 1280, async |page: Page| {
        page.open("2020/figures/").await?;
        page.driver.execute(CHANGES[9].1, Vec::new()).await?;
        page.get("(() => { const s = document.querySelector('.filters select'); s.selectedIndex = 1; s.dispatchEvent(new Event('change', {bubbles: true})); })()").await?;
        page.wait_for("document.querySelectorAll('table.figures tbody tr').length < 43").await?;
        let n_rows =
            page.text("String(document.querySelectorAll('table.figures tbody tr').length)").await?;
        let said = page.text("document.querySelector('main [role=status]').textContent").await?;
        assert!(said.contains(&n_rows), "{said} for {n_rows} rows");
        page.open("2020/report/?q=复议&hit=1").await?;
        page.wait_for("document.querySelector('mark.now')").await?;
        page.driver.execute(CHANGES[9].1, Vec::new()).await?;
        page.tap("#next-match").await?;
        page.wait_for(
            "document.querySelector('.found-bar [role=status]').textContent.includes('第2')",
        )
        .await
    });
}

#[test]
fn a_query_stays_in_a_box_that_is_drawn_anew() {
    visit(&dist(), 1280, async |page: Page| {
        page.save_data().await?;
        page.open_static("2020/report/").await?;
        page.driver.execute(CHANGES[1].1, Vec::new()).await?;
        page.tap("#search-field").await?;
        page.driver.action_chain().send_keys("仲裁").perform().await?;
        page.wait_for(READY).await?;
        page.wait_for("document.querySelector('#search-hits .hit mark')").await?;
        page.driver.action_chain().send_keys("案").perform().await?;
        assert_eq!(page.text("document.querySelector('#search-field').value").await?, "仲裁案");
        assert_eq!(
            page.get("document.documentElement.hasAttribute('data-anew')").await?,
            json!(true)
        );
        Ok(())
    });
}

#[test]
fn a_server_that_does_not_care_for_case_shows_the_page_it_gave() {
    let site = changed_site("case", "", |site| {
        std::fs::rename(site.join("2020/report"), site.join("2020/Report")).expect("writable");
    });
    visit(&site, 390, async |page: Page| {
        page.open("2020/Report/").await?;
        page.tap("a[data-open='f-legal-aid-cases']").await?;
        page.wait_for("document.querySelector('.card.open')").await?;
        assert!(page.copied().await?.contains("法律援助案件3156件"));
        page.driver.back().await?;
        page.wait_for(
            "!document.querySelector('.card.open') && document.querySelector('article.report')",
        )
        .await?;
        page.tap("nav.places a[href$='figures/']").await?;
        page.wait_for("document.querySelector('table.figures')").await?;
        page.driver.back().await?;
        page.wait_for("document.querySelector('article.report')").await
    });
}

#[test]
fn a_folder_given_without_its_slash_is_whole() {
    let port = start_server(&[]);
    visit(&dist(), 390, async |mut page: Page| {
        page.root = format!("http://127.0.0.1:{port}/");
        page.open("2020/report?from=chat").await?;
        assert_eq!(page.place().await?, "2020/report/?from=chat");
        page.tap("nav.places a[href$='figures/']").await?;
        page.wait_for("document.querySelector('table.figures')").await?;
        assert_eq!(page.place().await?, "2020/figures/");
        page.tap("a.row-link").await?;
        page.wait_for("document.querySelector('.card.open')").await?;
        // A view for frames has its script, and its link leads out.
        page.open_static("2020/embed/chart/rates?theme=dark").await?;
        page.wait_for("document.documentElement.dataset.theme == 'dark'").await?;
        assert_eq!(
            page.text("document.querySelector('.credit a').href").await?,
            format!("{}2020/charts/rates/", page.root)
        );
        Ok(())
    });
}

/// Where the page's own script does not run there are no tools, and a line says so.
const TELLS: &str = "(() => {
    const line = document.querySelector('.unavailable'), box = line.getBoundingClientRect();
    const tools = [...document.querySelectorAll('.tool')].filter(tool => tool.checkVisibility({visibilityProperty: true}));
    return box.height > 10 && getComputedStyle(line).visibility == 'visible' && !tools.length;
})()";

#[test]
fn a_page_whose_script_does_not_run_says_so_and_shows_no_dead_tools() {
    let without_script = changed_site("no-start", "", |site| {
        let start = files_of(site, "start-");
        start.iter().for_each(|file| std::fs::remove_file(file).expect("it was there"));
    });
    let changed_script = changed_site("other-start", "", |site| {
        for file in files_of(site, "start-")
            .iter()
            .filter(|file| file.extension().is_some_and(|ending| ending == "js"))
        {
            let script = std::fs::read_to_string(file).expect("readable");
            std::fs::write(file, script + " ").expect("writable");
        }
        for file in files_of(site, "start-")
            .iter()
            .filter(|file| file.extension().is_none_or(|ending| ending != "js"))
        {
            std::fs::remove_file(file).expect("it was there");
        }
    });
    for (site, width) in [(without_script, 390), (changed_script, 1280)] {
        visit(&site, width, async |page: Page| {
            for path in ["2020/", "2020/report/", "2020/figures/", "2020/charts/rates/"] {
                page.open_static(path).await?;
                page.wait_for(TELLS).await?;
            }
            page.tap("nav.places a[href$='report/']").await?;
            page.wait_for("document.querySelector('article.report')").await
        });
    }
    let sandboxed = changed_site("sandboxed", "", |site| {
        let host = "<!DOCTYPE html><iframe sandbox=\"allow-scripts\" src=\"2020/embed/search/\" width=\"600\" height=\"600\"></iframe>";
        std::fs::write(site.join("host.html"), host).expect("writable");
    });
    visit(&sandboxed, 1280, async |page: Page| {
        page.open_static("host.html").await?;
        page.driver.enter_frame(0).await?;
        page.wait_for(TELLS).await
    });
}

fn files_of(site: &std::path::Path, stem: &str) -> Vec<std::path::PathBuf> {
    let files = std::fs::read_dir(site).expect("the site is there");
    let paths = files.filter_map(|entry| Some(entry.ok()?.path()));
    paths
        .filter(|path| {
            path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(stem))
        })
        .collect()
}
