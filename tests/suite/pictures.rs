//! Number cards and 一图读懂: what is on them, that nothing leaves them, and that their codes lead to
//! the page. Over the first report, a made-up one, and drafts of all reports at hand.

use report_explorer::chart::{Picture, Shape};
use report_explorer::ingest::{decode, ingest};
use report_explorer::model::{Report, SentenceKind};
use report_explorer::pictures::{
    CARD_SIZES, MAP_WIDTH, PAGE_SIZE, card, draw_card, draw_pages, draw_text_map, has_card, long,
    pages, text_map,
};
use report_explorer::raster::Rasterizer;

const ADDRESS: &str = "https://www.example.gov.cn/xxgk/fazhi/2020/figures/litigation-win-rate/";

/// Nothing leaves the picture, nothing touches its corners, by which a browser's drawing of it is judged,
/// and no two words lie over each other.
#[track_caller]
fn assert_whole(picture: &Picture, about: &str) {
    let (width, height) = (picture.width as i32, picture.height as i32);
    let mut words: Vec<&Shape> = Vec::new();
    for shape in &picture.ground {
        let (left, top, right, bottom) = shape.bounds();
        assert!(
            left >= 0 && top >= 0 && right <= width && bottom <= height,
            "{about}: {shape:?} leaves {width}x{height}"
        );
        let near_side = left < width / 60 || right > width - width / 60;
        let near_end = top < height / 60 || bottom > height - height / 60;
        assert!(!(near_side && near_end), "{about}: {shape:?} lies in a corner");
        if matches!(shape, Shape::Text { .. } | Shape::Runs { .. } | Shape::Modules { .. }) {
            words.push(shape);
        }
    }
    for (at, one) in words.iter().enumerate() {
        for other in &words[at + 1..] {
            let (a, b) = (one.bounds(), other.bounds());
            // Digits and letters fill three quarters of the box around them.
            let slack = (a.3 - a.1).min(88).max((b.3 - b.1).min(88)) / 4;
            assert!(
                a.2 <= b.0 || b.2 <= a.0 || a.3 <= b.1 + slack || b.3 <= a.1 + slack,
                "{about}: {one:?} lies over {other:?}"
            );
        }
    }
}

/// A page is not empty below its middle: what it holds is spread over it, or stands around its middle.
#[track_caller]
fn assert_balanced(page: &Picture, about: &str) {
    let height = page.height as i32;
    let ends = page.ground.iter().map(|shape| shape.bounds().3);
    let end = ends.filter(|end| *end < height * 17 / 20).max();
    assert!(end.is_some_and(|end| end > height * 2 / 5), "{about}: ends at {end:?} of {height}");
}

/// All words of a picture, one behind the other, and those of them that are lit.
fn words(picture: &Picture) -> (String, String) {
    let (mut all, mut lit) = (String::new(), String::new());
    for shape in &picture.ground {
        match shape {
            Shape::Text { words, .. } => all += words,
            Shape::Runs { runs, .. } => {
                for run in runs {
                    all += &run.words;
                    if run.class == "quote lit" {
                        lit += &run.words;
                    }
                }
            }
            _ => {}
        }
    }
    (all, lit)
}

#[track_caller]
fn assert_cards(report: &Report) {
    for figure in &report.figures {
        for size in CARD_SIZES {
            for address in ["", ADDRESS] {
                let picture = draw_card(report, figure, size, address);
                let about = format!("{} {} {size:?}", report.title, figure.label);
                assert_eq!(picture.width * size.1, picture.height * size.0, "{about}");
                assert_whole(&picture, &about);
                let (all, lit) = words(&picture);
                let squeezed = |text: &str| text.replace([' ', '\n', '\u{3000}'], "");
                assert_eq!(squeezed(&lit), squeezed(report.slice(figure.span)), "{about}: {all}");
                assert!(squeezed(&all).contains(&squeezed(&figure.label)), "{about}: {all}");
                assert!(all.contains("资料来源"), "{about}: {all}");
            }
        }
    }
}

/// A report that reads badly on a card: long names, long sentences, one number twice.
fn made_up() -> Report {
    let sentence = "全年开展各类执法检查一千二百余次，".repeat(14);
    let text = format!(
        "云屏区2019年法治政府建设报告\n一、工作情况\n{sentence}受理申请3，465件，其中审结3，465件，{sentence}办结1.9万余件。\n云屏区人民政府\n2020年1月20日\n"
    );
    drafted(&text)
}

/// A report of 2019 with its draft.
fn drafted(text: &str) -> Report {
    let source = super::bare_source(2019, text);
    let draft = report_explorer::draft::draft(&decode(&source).expect("the text is whole"));
    let source = super::with_annotations(source, &draft);
    ingest(&decode(&source).expect("a draft can be read"))
}

#[test]
fn every_card_holds_its_number_its_sentence_and_its_source() {
    assert_cards(&super::wuzhou());
    let report = made_up();
    assert!(report.figures.len() >= 3, "{:?}", report.figures.len());
    assert_cards(&report);
}

#[test]
fn a_sentence_that_is_too_long_is_cut_between_clauses_and_never_in_a_number() {
    let report = made_up();
    let figure = report.figures.iter().rfind(|figure| figure.quantity.value == 3465.0);
    let figure = figure.expect("it is a figure");
    for size in CARD_SIZES {
        let (all, _) = words(&draw_card(&report, figure, size, ADDRESS));
        assert!(all.contains("……"), "{all}");
        for piece in all.split("……") {
            assert!(!piece.starts_with(|ch: char| ch.is_ascii_digit()), "{all}");
        }
        assert!(all.matches("465件").count() == all.matches("3，465件").count(), "{all}");
    }
}

#[test]
fn pages_are_all_of_one_size_and_hold_what_citizens_ask() {
    let report = super::wuzhou();
    let drawn = draw_pages(&report);
    assert!((6..=9).contains(&drawn.len()), "{}", drawn.len());
    let mut all = String::new();
    for (nth, page) in drawn.iter().enumerate() {
        assert_whole(page, &format!("page {}", nth + 1));
        assert_eq!((page.width * 3, page.height * 3), PAGE_SIZE);
        all += &words(page).0;
    }
    for question in &report.questions {
        assert!(all.contains(&question.question), "{}: {all}", question.question);
    }
    assert!(all.contains("80.5%") && all.contains("进一步完善依法行政制度体系"), "{all}");
    assert_eq!(pages(&report).len(), drawn.len());
    let long = long(&report, "").expect("there is something to show");
    assert_eq!(long.size.0, 1080);
}

#[test]
fn an_editor_orders_the_pieces_and_leaves_some_out() {
    let mut report = super::wuzhou();
    report.pictures = ["plan", "charts/rates", "figures/legal-aid-cases"].map(String::from).into();
    let all: String = draw_pages(&report).iter().map(|page| words(page).0).collect();
    let at = |words: &str| all.find(words).unwrap_or_else(|| panic!("{words} is not in {all}"));
    assert!(at("接下来做什么") < at("六个比率里"));
    assert!(at("六个比率里") < at("3,156件"));
    assert!(!all.contains("哪里没做好"), "{all}");
}

#[test]
fn the_code_of_a_card_leads_to_its_page() {
    let report = super::wuzhou();
    let figure = report.figure("litigation-win-rate").expect("it is there");
    assert!(has_card(&report, figure));
    let rasterizer = Rasterizer::with_system_fonts().expect("fonts with Chinese");
    for size in CARD_SIZES {
        let sheet = card(&report, figure, size, ADDRESS);
        let png = rasterizer.png(&sheet.svg, 1).expect("it can be drawn");
        let pixels = resvg::tiny_skia::Pixmap::decode_png(&png).expect("a picture");
        assert_eq!((pixels.width(), pixels.height()), size);
        let (width, height) = (size.0 as usize, size.1 as usize);
        let luma =
            |x: usize, y: usize| pixels.pixel(x as u32, y as u32).map_or(255, |one| one.green());
        let mut seen = rqrr::PreparedImage::prepare_from_greyscale(width, height, luma);
        let codes: Vec<String> =
            seen.detect_grids().iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect();
        assert_eq!(codes, [ADDRESS], "{size:?}");
    }
}

/// Every sentence once and in order, as long as it is, its figures in it, no bar over another.
#[track_caller]
fn assert_map(report: &Report) {
    let map = text_map(report);
    let said = report.sentences().map(|(_, sentence)| sentence);
    let said: Vec<_> = said.filter(|sentence| sentence.kind != SentenceKind::Space).collect();
    let numbers: Vec<u32> = map.bars.iter().map(|bar| bar.sentence).collect();
    assert_eq!(numbers, said.iter().map(|sentence| sentence.number).collect::<Vec<_>>());
    let width = |cells: &[[i32; 4]]| cells.iter().map(|[_, _, width, _]| width).sum::<i32>();
    let longest = said.iter().zip(&map.bars).max_by_key(|(sentence, _)| sentence.span.len());
    let (sentence, bar) = longest.expect("it says something");
    let per_character = f64::from(width(&bar.cells)) / f64::from(sentence.span.len());
    let mut last = (0, 0);
    for (sentence, bar) in said.iter().zip(&map.bars) {
        let about = format!("{}: {}", report.title, report.slice(sentence.span));
        let wanted = f64::from(sentence.span.len()) * per_character;
        // Each piece is rounded, and a sentence is never invisible.
        let slack = 2.0 * bar.cells.len() as f64 + 2.0;
        assert!((f64::from(width(&bar.cells)) - wanted).abs() <= slack, "{about}: {bar:?}");
        for [x, y, width, height] in &bar.cells {
            assert!((*y, *x) >= last, "{about}: {bar:?} lies over what is before");
            assert!(*x >= 0 && x + width <= MAP_WIDTH && y + height <= map.height, "{about}");
            last = (*y, x + width);
        }
        let figures = report.figures.iter().filter(|figure| figure.sentence == sentence.number);
        assert!(bar.lit.len() >= figures.count(), "{about}: {bar:?}");
        for [x, y, width, height] in &bar.lit {
            let holds = |[left, top, wide, high]: &[i32; 4]| {
                top + high / 2 == y + height / 2 && *left <= x + 1 && x + width <= left + wide + 3
            };
            assert!(bar.cells.iter().any(holds), "{about}: {bar:?}");
        }
    }
}

#[test]
fn every_sentence_is_a_bar_and_every_figure_is_lit_in_it() {
    assert_map(&super::wuzhou());
    assert_map(&made_up());
    let report = super::wuzhou();
    let picture = draw_text_map(&report, ADDRESS);
    assert_whole(&picture, "the text as bars");
    let (all, _) = words(&picture);
    assert!(all.contains("一眼看全文") && all.contains("资料来源"), "{all}");
    assert!(text_map(&report).height < 700, "{}", text_map(&report).height);
}

#[test]
fn how_much_of_a_part_is_not_listed_is_said() {
    let numbers = ["一", "二", "三", "四", "五", "六", "七", "八"];
    let points = |n: usize| -> String {
        let names = numbers.iter().take(n);
        names.map(|nth| format!("{nth}是第{nth}个方面的制度还不够健全。")).collect()
    };
    for (n_points, said) in [(8, Some("另有2项没有列出")), (6, None)] {
        let points = points(n_points);
        let text = format!(
            "云屏区2019年法治政府建设报告\n一、工作情况\n受理申请3465件。\n二、存在的主要问题\n{points}\n三、下一步安排\n继续推进。\n云屏区人民政府\n2020年1月20日\n"
        );
        let report = drafted(&text);
        let all: String = draw_pages(&report).iter().map(|page| words(page).0).collect();
        assert!(all.contains("第六个方面"), "{all}");
        assert_eq!(said.is_some_and(|said| all.contains(said)), said.is_some(), "{all}");
        assert_eq!(all.contains("没有列出"), said.is_some(), "{all}");
    }
}

/// Drafts of all reports at hand: whatever they say, nothing is cut off.
#[test]
fn pictures_of_any_draft_are_whole() {
    let texts = super::outline::texts_below(std::path::Path::new("../shared/reports"));
    if texts.is_empty() {
        println!("skipped: no reports in ../shared/reports");
    }
    for path in texts {
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        let source = super::bare_source(2020, &text);
        let Ok(input) = decode(&source) else { continue };
        let draft = report_explorer::draft::draft(&input);
        let source = super::with_annotations(source, &draft);
        let Ok(input) = decode(&source) else { continue };
        let report = ingest(&input);
        for page in draw_pages(&report) {
            assert_whole(&page, &path.display().to_string());
            assert_balanced(&page, &path.display().to_string());
        }
        assert_map(&report);
        assert_whole(&draw_text_map(&report, ADDRESS), &path.display().to_string());
        for figure in report.figures.iter().step_by(5) {
            let picture = draw_card(&report, figure, CARD_SIZES[0], ADDRESS);
            assert_whole(&picture, &format!("{} {}", path.display(), figure.label));
        }
    }
}
