//! Pages as ready HTML: what a reader without any script gets.

use report_explorer::model::Report;
use report_explorer::route::View;
use report_explorer::site::assets::source_of;
use report_explorer::site::{
    Modules, Program, SiteFile, downloads, pages_and_data, repeated_path, template_of,
};
use report_explorer::text::Span;

/// The frame of every page.
const TEMPLATE: &str = include_str!("../../index.html");

fn site(reports: Vec<Report>) -> Vec<SiteFile> {
    let reports: Vec<&'static Report> =
        reports.into_iter().map(|report| &*Box::leak(Box::new(report))).collect();
    let program = Program {
        template: TEMPLATE.to_string(),
        start_script: "start".to_string(),
        single_file_script: "single file".to_string(),
        worker_script: "worker".to_string(),
        page_script: "page".to_string(),
        modules: Modules {
            page: b"page".to_vec(),
            search: b"search".to_vec(),
            ..Modules::default()
        },
        ..Program::default()
    };
    let template = template_of(&program, reports[0]).expect("the template is whole");
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let mut site =
        tokio::task::LocalSet::new().block_on(&runtime, pages_and_data(&template, &reports));
    site.extend(template.assets().files());
    site
}

fn html(site: &[SiteFile], path: &str) -> String {
    let (_, bytes) =
        site.iter().find(|(known, _)| known == path).unwrap_or_else(|| panic!("no {path}"));
    String::from_utf8(bytes.clone()).expect("UTF-8")
}

/// The words of a page: no tags, no comments, entities read.
fn words(html: &str) -> String {
    let mut words = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        words.push_str(before);
        rest = if tag.starts_with("!--") {
            tag.split_once("-->").map_or("", |(_, after)| after)
        } else {
            tag.split_once('>').map_or("", |(_, after)| after)
        };
    }
    words.push_str(rest);
    words
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}

fn no_spaces(text: &str) -> String {
    text.chars().filter(|ch| !ch.is_whitespace()).collect()
}

#[test]
fn marks_in_frames_open_outside_and_on_pages_in_place() {
    let site = site(vec![super::wuzhou()]);
    let marks = |path: &str| {
        let page = html(&site, path);
        let marks = page.split("<a class=\"mark\"").skip(1);
        marks.map(|mark| mark.split('>').next().unwrap_or_default().to_string()).collect::<Vec<_>>()
    };
    let (inside, outside) =
        (marks("2020/charts/rates/index.html"), marks("2020/embed/chart/rates/index.html"));
    assert!(inside.len() >= 6 && outside.len() >= 6, "{inside:?} {outside:?}");
    assert!(!inside.iter().any(|mark| mark.contains("target=")), "{inside:?}");
    assert!(outside.iter().all(|mark| mark.contains(" target=\"_blank\"")), "{outside:?}");
}

#[test]
fn the_report_page_holds_the_whole_text_in_order() {
    let report = super::wuzhou();
    let text = no_spaces(&report.text);
    let page = no_spaces(&words(&html(&site(vec![report]), "2020/report/index.html")));
    assert!(page.contains(&text), "the text is not on the page as it is");
}

#[test]
fn marks_that_overlap_change_no_word_and_hide_no_figure() {
    let mut report = super::wuzhou();
    let (text, figure) = (no_spaces(&report.text), report.figures[0].clone());
    report.terms[0].spans = vec![Span::new(figure.span.start - 1, figure.span.end)];
    let known = report.terms[1].spans[0];
    report.terms[2].spans = vec![Span::new(known.start + 1, known.end + 1)];
    let page = html(&site(vec![report]), "2020/report/index.html");
    assert!(no_spaces(&words(&page)).contains(&text), "the text is not on the page as it is");
    assert!(
        page.contains(&format!("<a class=\"figure\" id=\"f-{}\"", figure.id)),
        "the figure is not marked"
    );
}

#[test]
fn the_audit_page_holds_the_whole_text_and_the_counts() {
    let report = super::wuzhou();
    let text = no_spaces(&report.text);
    let page = no_spaces(&words(&html(&site(vec![report]), "2020/audit/index.html")));
    assert!(page.contains(&text));
    assert!(page.contains("79个数43个指标36个排除0个未交代"), "the counts are not there");
}

#[test]
fn every_page_has_title_description_and_relative_links() {
    let made_later = downloads::paths(&super::wuzhou()).into_iter().map(|path| (path, Vec::new()));
    let site: Vec<SiteFile> = site(vec![super::wuzhou()]).into_iter().chain(made_later).collect();
    let pages: Vec<&SiteFile> = site.iter().filter(|(path, _)| path.ends_with(".html")).collect();
    let n_views = View::all(&super::wuzhou()).len();
    assert_eq!(n_views, 2 + 10 + 43 + super::wuzhou().topics().len());
    assert_eq!(pages.len(), 6 + 9 + 43 + 10 + n_views);
    for (path, bytes) in pages {
        // Shown at any depth, it alone has the site's own path in its links.
        let html = String::from_utf8(bytes.clone()).expect("UTF-8");
        let html = if path == "404.html" { html.replace("=\"/", "=\"./") } else { html };
        for tag in [
            "<title>",
            "<meta name=\"description\"",
            "<meta property=\"og:title\"",
            "<meta property=\"og:description\"",
        ] {
            assert_eq!(html.matches(tag).count(), 1, "{path}: {tag}");
        }
        assert_eq!(html.matches("<h1").count(), 1, "{path}");
        assert!(!html.contains("href=\"/") && !html.contains(" style=\""), "{path}");
        for script in html.split("<script>").skip(1) {
            let script = script.split_once("</script>").expect("it ends").0;
            assert!(html.contains(&source_of(script)), "{path}: its policy does not name {script}");
        }
        for link in html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let target = link.split(['#', '?']).next().unwrap_or_default();
            // The single file is made of the whole site.
            if target.is_empty()
                || target.starts_with("data:")
                || target.ends_with(".css")
                || target.ends_with("/explorer.html")
            {
                continue;
            }
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
            for step in target.split('/') {
                match step {
                    "" | "." => {}
                    ".." => assert!(steps.pop().is_some(), "{path}: {link} leaves the site"),
                    step => steps.push(step),
                }
            }
            let file = steps.join("/");
            let as_page = if file.is_empty() {
                "index.html".to_string()
            } else {
                format!("{file}/index.html")
            };
            assert!(
                site.iter().any(|(known, _)| *known == file || *known == as_page),
                "{path}: {link} leads nowhere"
            );
        }
    }
}

#[test]
fn every_fragment_a_page_links_to_is_there() {
    let site = site(vec![super::wuzhou()]);
    let report = html(&site, "2020/report/index.html");
    let about = html(&site, "about/index.html");
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8(bytes.clone()).expect("UTF-8");
        for link in html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let Some((target, fragment)) = link.split_once('#') else { continue };
            let page = if target.is_empty() {
                &html
            } else if target.ends_with("/report/") {
                &report
            } else {
                &about
            };
            assert!(page.contains(&format!("id=\"{fragment}\"")), "{path}: {link} has no target");
        }
        let mut ids: Vec<&str> =
            html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let n_ids = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), n_ids, "{path} has an id twice");
    }
}

#[test]
fn markup_in_data_is_shown_and_never_run() {
    let evil = "<img src=x onerror=alert(1)>\"'&";
    let mut report = super::wuzhou();
    report.figures[0].label = evil.to_string();
    report.figures[0].topic = evil.to_string();
    report.title = evil.to_string();
    report.terms[0].meaning = evil.to_string();
    report.charts[0].title = evil.to_string();
    report.charts[0].note = evil.to_string();
    for (path, bytes) in site(vec![report]).iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8(bytes.clone()).expect("UTF-8");
        assert!(!html.contains("<img") && !html.contains("alert(1)>\""), "{path}");
    }
}

#[test]
fn a_second_year_gets_its_own_pages_and_the_newest_the_root() {
    let mut older = super::wuzhou();
    older.year = 2019;
    let site = site(vec![super::wuzhou(), older]);
    assert!(html(&site, "2019/report/index.html").contains("data-years=\"2020 2019\""));
    assert!(html(&site, "index.html").contains("href=\"./2019/\""));
    assert!(words(&html(&site, "2019/index.html")).contains("2019年度"));
}

#[test]
fn no_two_files_share_a_path() {
    let made_later = downloads::paths(&super::wuzhou()).into_iter().map(|path| (path, Vec::new()));
    let files: Vec<SiteFile> = site(vec![super::wuzhou()]).into_iter().chain(made_later).collect();
    assert_eq!(repeated_path(&files), None);
    let with = |path: &str| [files.clone(), vec![(path.to_string(), Vec::new())]].concat();
    for path in ["2020/report/index.html", "2020/Report/index.html", "2020/data/figures.xlsx"] {
        let repeated = repeated_path(&with(path)).map(str::to_lowercase);
        assert_eq!(repeated, Some(path.to_lowercase()));
    }
    // Two topics that are read alike, as if nothing had checked them.
    let mut report = super::wuzhou();
    let at = report.figures.iter().position(|figure| figure.topic == "人民调解").expect("a topic");
    report.figures[at].topic = "人民、调解".to_string();
    let path = "2020/embed/topic/ren-min-tiao-jie/index.html";
    assert_eq!(repeated_path(&site(vec![report])), Some(path));
}

#[test]
fn the_deploy_guide_counts_what_there_is_to_upload() {
    let site = site(vec![super::wuzhou()]);
    let guide = words(&html(&site, "deploy/index.html"));
    // The guide itself is counted by no one.
    let of = |holds: &dyn Fn(&str) -> bool| {
        site.iter().filter(|(path, _)| holds(path) && path != "deploy/index.html").count()
    };
    // The desk is a group of its own.
    let n_pages = of(&|path: &str| path.ends_with(".html") && !path.starts_with("desk"));
    let n_files = of(&|path: &str| path.contains('/') || !path.contains('-'));
    assert!(guide.contains(&format!("共 {n_files} 个文件")), "{n_files}");
    assert!(guide.contains(&n_pages.to_string()), "{n_pages}");
    assert!(!guide.contains("{{"), "a hole is left");
}
