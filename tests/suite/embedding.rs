//! The codes handed out for other people's pages: complete, safe whatever is in them, and no
//! heavier than promised.

use report_explorer::embed_code::{Options, Scheme, codes};
use report_explorer::model::Edition;

const SITE: &str = "https://www.example.gov.cn/fazhi/";

fn plain_codes(options: &Options) -> [String; 3] {
    codes(
        SITE,
        Edition::of_year(2020),
        "chart/mediation-network",
        options,
        "2020年立法",
        Some("2020/charts/mediation-network.svg"),
    )
}

#[test]
fn the_element_falls_back_to_a_link_with_the_picture() {
    let [element, _, _] = plain_codes(&Options::default());
    assert_eq!(
        element,
        "<script src=\"https://www.example.gov.cn/fazhi/embed.js\" charset=\"utf-8\" async></script>\n\
         <report-explorer view=\"chart/mediation-network\" year=\"2020\" title=\"2020&#24180;&#31435;&#27861;\" height=\"480\">\
         <a href=\"https://www.example.gov.cn/fazhi/2020/charts/mediation-network/\" target=\"_blank\" rel=\"noopener\">\
         <img src=\"https://www.example.gov.cn/fazhi/2020/charts/mediation-network.svg\" alt=\"2020&#24180;&#31435;&#27861;\" width=\"100%\"></a></report-explorer>"
    );
}

#[test]
fn frames_carry_every_right_they_need_and_a_link() {
    let [_, responsive, fixed] = plain_codes(&Options::default());
    for code in [&responsive, &fixed] {
        for part in [
            "src=\"https://www.example.gov.cn/fazhi/2020/embed/chart/mediation-network/\"",
            "title=\"2020&#24180;&#31435;&#27861;\"",
            "allow=\"clipboard-write; web-share; fullscreen\"",
            "sandbox=\"allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads allow-forms \
             allow-top-navigation-by-user-activation\"",
            "height=\"480\"",
            "<a href=\"https://www.example.gov.cn/fazhi/2020/charts/mediation-network/\">2020&#24180;&#31435;&#27861;</a></iframe>",
        ] {
            assert!(code.contains(part), "{part} is not in {code}");
        }
    }
    assert!(responsive.starts_with("<script>") && !fixed.contains("script>"));
    // A strict policy refuses attributes of style; only the code for old pages has one.
    let style = "style=\"all:initial!important;display:block!important;width:100%!important;height:480px!important\"";
    assert!(!responsive.contains("style=") && fixed.contains(style));
    // What comes late is a white box on paper, and no address leads to it.
    assert!(!responsive.contains("lazy") && !fixed.contains("lazy"));
}

#[test]
fn choices_are_in_all_three() {
    let options = Options {
        theme: Scheme::Contrast,
        large: true,
        plain: true,
        table: true,
        download: false,
        height: 900,
        hash: true,
        events: true,
    };
    let [element, responsive, fixed] = plain_codes(&options);
    assert!(
        element.contains(" height=\"900\" theme=\"contrast\" large=\"1\" plain=\"1\" table=\"1\" download=\"0\" events=\"1\" hash=\"1\"><a "),
        "{element}"
    );
    for code in [responsive, fixed] {
        assert!(
            code.contains(
                "/?theme=contrast&amp;large=1&amp;plain=1&amp;table=1&amp;download=0&amp;events=1\""
            ),
            "{code}"
        );
        assert!(code.contains("height=\"900\""), "{code}");
    }
}

#[test]
fn every_view_links_to_its_full_page() {
    for (view, page) in [
        ("explorer", "2020/"),
        ("search", "2020/search/"),
        ("chart/mediation-network", "2020/charts/mediation-network/"),
        ("figure/laws-passed", "2020/figures/laws-passed/"),
        ("topic/legislation", "2020/figures/"),
        ("compare/2019", "compare/2019/2020/"),
    ] {
        for code in codes(SITE, Edition::of_year(2020), view, &Options::default(), "", None) {
            assert!(code.contains(&format!("<a href=\"{SITE}{page}\"")), "{code}");
        }
    }
}

#[test]
fn nothing_in_a_value_gets_out_of_it() {
    let hostile = "\"><script>alert('1')</script>&quot;\n\u{2028}";
    for code in codes(
        &format!("{SITE}{hostile}"),
        Edition::of_year(2020),
        hostile,
        &Options::default(),
        hostile,
        Some(hostile),
    ) {
        assert!(!code.contains("alert('1')") && !code.contains("\"><script>"), "{code}");
        assert_eq!(code.matches("<script").count(), code.matches("</script>").count());
    }
}

#[test]
fn codes_and_scripts_are_ascii_and_small() {
    for code in plain_codes(&Options::default()) {
        assert!(code.is_ascii(), "{code}");
    }
    for (script, limit) in [("src/app/embed.js", 4200), ("src/app/frame.js", 6100)] {
        let text = std::fs::read_to_string(script).expect("the script is there");
        assert!(text.is_ascii(), "{script} depends on the host's encoding");
        assert!(text.len() <= limit, "{script} has {} bytes", text.len());
        let words: Vec<&str> = text.split(|ch: char| !ch.is_ascii_alphanumeric()).collect();
        for late in [
            "let",
            "const",
            "class",
            "async",
            "await",
            "innerHTML",
            "eval",
            "localStorage",
            "sessionStorage",
            "cookie",
        ] {
            assert!(!words.contains(&late), "{script} has {late}");
        }
        assert!(!text.contains("=>") && !text.contains('`'), "{script} is later than ES5");
    }
}
