//! Addresses: every page has one, it reads back, and pages reach one another from any depth.

use report_explorer::model::Edition;
use report_explorer::route::{FigureFilter, Place, Route, SearchState, Selection, View};

#[test]
fn every_address_reads_back_with_or_without_index_html() {
    let report = super::wuzhou();
    let mut routes = Route::all(&report);
    routes.extend([Route::Home, Route::About, Route::EmbedGuide, Route::Deploy]);
    for route in &routes {
        assert_eq!(Route::parse(&route.path()), *route);
        assert_eq!(Route::parse(&format!("{}index.html", route.path())), *route);
        let is_for_program = route.has_program() && !matches!(route, Route::Embed(..));
        assert_eq!(route.exists(&report), is_for_program, "{}", route.path());
    }
}

#[test]
fn titles_are_all_different() {
    let report = super::wuzhou();
    let mut titles: Vec<String> =
        Route::all(&report).iter().map(|route| route.full_title(&report)).collect();
    titles.extend([Route::Home.full_title(&report), Route::About.full_title(&report)]);
    let n_titles = titles.len();
    titles.sort();
    titles.dedup();
    assert_eq!(titles.len(), n_titles);
}

#[test]
fn links_go_up_to_the_root_and_down_again() {
    let figure = Route::Figure(Edition::of_year(2020), "notarizations".to_string());
    assert_eq!(figure.href(&Route::Report(Edition::of_year(2020))), "../../../2020/report/");
    assert_eq!(Route::Home.href(&figure), "./2020/figures/notarizations/");
    assert_eq!(Route::Report(Edition::of_year(2020)).href(&Route::Home), "../../");
}

#[test]
fn odd_addresses_are_no_pages() {
    for path in [
        "2020/x/",
        "20/",
        "about/x/",
        "2020/figures/a/b/",
        "../",
        "2020/report/x/",
        "99999/",
        "2020/embed/",
        "2020/embed/chart/",
        "2020/embed/chart/a/b/",
        "2020/embed/x/",
        "a/embed/explorer/",
    ] {
        assert_eq!(Route::parse(path), Route::NotFound, "{path}");
    }
    assert!(!Route::parse("2020/figures/%3Cscript%3E/").exists(&super::wuzhou()));
}

#[test]
fn fragments_and_filters_read_back() {
    for selection in [
        Selection::Figure("legal-aid-cases".into()),
        Selection::Term("fang-guan-fu".into()),
        Selection::Sentence(37),
    ] {
        assert_eq!(Selection::parse(&selection.fragment()), Some(selection));
    }
    assert_eq!(Selection::parse("section-1-3"), None);
    let filter =
        FigureFilter { topic: "公共法律服务".into(), unit: "件".into(), by_value: true };
    let place = Place { filter, ..Place::page(Route::Figures(Edition::of_year(2020))) };
    assert_eq!(read_back(&place).filter, place.filter);
}

/// The place that the address of `place` gives.
fn read_back(place: &Place) -> Place {
    let pairs = place.query();
    let fragment = place.selection.as_ref().map(Selection::fragment).unwrap_or_default();
    Place::read(place.route.clone(), &fragment, |name| {
        pairs
            .iter()
            .find(|(known, _)| *known == name)
            .map_or_else(String::new, |(_, value)| value.clone())
    })
}

#[test]
fn what_is_looked_for_reads_back_and_is_encoded_in_links() {
    let search = SearchState { query: "行政 复议&x=1#<".into(), match_number: 3 };
    let place = Place { search, large: true, ..Place::page(Route::Report(Edition::of_year(2020))) };
    assert_eq!(read_back(&place), place);
    let href = place.href(&Route::Search(Edition::of_year(2020)));
    assert_eq!(
        href,
        "../../2020/report/?q=%E8%A1%8C%E6%94%BF%20%E5%A4%8D%E8%AE%AE%26x%3D1%23%3C&hit=3&large=1"
    );
}

#[test]
fn going_on_in_a_search_is_no_step_of_its_own() {
    let at = |route: Route, query: &str, match_number: u32| Place {
        search: SearchState { query: query.into(), match_number },
        ..Place::page(route)
    };
    let (search, report) =
        (|| Route::Search(Edition::of_year(2020)), || Route::Report(Edition::of_year(2020)));
    assert!(at(search(), "行政", 0).refines(&at(search(), "行", 0)), "typing on the search page");
    assert!(at(report(), "行政", 2).refines(&at(report(), "行政", 1)), "from hit to hit");
    assert!(
        !at(report(), "行政", 1).refines(&at(search(), "行政", 0)),
        "from the hits to the text"
    );
    assert!(!at(report(), "行政", 1).refines(&at(report(), "", 0)), "from the text to a hit");
}

#[test]
fn addresses_of_places_lead_back_to_their_pages() {
    let of_place = Edition::parse("luohu/2022").expect("an edition");
    for (route, path) in [
        (Route::Overview(of_place), "luohu/2022/"),
        (Route::Figure(of_place, "legal-aid".to_string()), "luohu/2022/figures/legal-aid/"),
        (Route::Embed(of_place, View::Chart("rates".to_string())), "luohu/2022/embed/chart/rates/"),
        (Route::Comparisons, "compare/"),
        (Route::Compare(Edition::of_year(2019), Edition::of_year(2020)), "compare/2019/2020/"),
        (Route::Compare(of_place, Edition::of_year(2020)), "compare/luohu-2022/2020/"),
    ] {
        assert_eq!(route.path(), path);
        assert_eq!(Route::parse(path), route);
    }
    for path in
        ["Luohu/2022/", "about/2022/", "luohu/22/", "a/b/2022/", "compare/2019/", "compare/x/y/"]
    {
        assert_eq!(Route::parse(path), Route::NotFound, "{path}");
    }
    assert_eq!(Edition::parse("a-place-with-a-very-long-name/2022"), None);
}
