//! Addresses: every page has one, it reads back, and pages reach one another from any depth.

use report_explorer::route::{FigureFilter, Route, Selection};

#[test]
fn every_address_reads_back_with_or_without_index_html() {
    let report = super::wuzhou();
    let mut routes = Route::all(&report);
    routes.extend([Route::Home, Route::About]);
    for route in &routes {
        assert_eq!(Route::parse(&route.path()), *route);
        assert_eq!(Route::parse(&format!("{}index.html", route.path())), *route);
        assert!(route.exists(&report));
    }
}

#[test]
fn titles_are_all_different() {
    let report = super::wuzhou();
    let mut titles: Vec<String> = Route::all(&report).iter().map(|route| route.full_title(&report)).collect();
    titles.extend([Route::Home.full_title(&report), Route::About.full_title(&report)]);
    let n_titles = titles.len();
    titles.sort();
    titles.dedup();
    assert_eq!(titles.len(), n_titles);
}

#[test]
fn links_go_up_to_the_root_and_down_again() {
    let figure = Route::Figure(2020, "notarizations".to_string());
    assert_eq!(figure.href(&Route::Report(2020)), "../../../2020/report/");
    assert_eq!(Route::Home.href(&figure), "./2020/figures/notarizations/");
    assert_eq!(Route::Report(2020).href(&Route::Home), "../../");
}

#[test]
fn odd_addresses_are_no_pages() {
    for path in ["2020/x/", "20/", "about/x/", "2020/figures/a/b/", "../", "2020/report/x/", "99999/"] {
        assert_eq!(Route::parse(path), Route::NotFound, "{path}");
    }
    assert!(!Route::parse("2020/figures/%3Cscript%3E/").exists(&super::wuzhou()));
}

#[test]
fn fragments_and_filters_read_back() {
    for selection in [Selection::Figure("legal-aid-cases".into()), Selection::Term("fang-guan-fu".into()), Selection::Sentence(37)] {
        assert_eq!(Selection::parse(&selection.fragment()), Some(selection));
    }
    assert_eq!(Selection::parse("section-1-3"), None);
    let filter = FigureFilter { topic: "公共法律服务".into(), unit: "件".into(), by_value: true };
    let pairs = filter.pairs();
    let read = FigureFilter::read(|name| pairs.iter().find(|(known, _)| *known == name).map_or_else(String::new, |(_, value)| value.to_string()));
    assert_eq!(read, filter);
}
