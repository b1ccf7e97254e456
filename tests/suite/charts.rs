//! Charts: every picture in two widths as a golden file, and the geometry that must hold for any
//! chart.

use expect_test::expect_file;
use report_explorer::chart::code::modules;
use report_explorer::chart::coverage::coverage;
use report_explorer::chart::custom::{Refusal, chart_of};
use report_explorer::chart::format::{Format, file_name, pixels, sheet};
use report_explorer::chart::rows::{Form, Look, Order, Row, Rows, Subject, rows};
use report_explorer::chart::svg::{Theme, chart_svg};
use report_explorer::chart::table::{chart_csv, chart_paste};
use report_explorer::chart::{Anchor, Frame, Mark, Picture, Shape, WIDE, draw, fit, text_width};
use report_explorer::model::{Chart, ChartKind};
use report_explorer::number::scan;
use report_explorer::route::Preset;

/// Width of a picture for a phone.
const NARROW: u32 = 360;

const ADDRESS: &str = "https://example.gov.cn/fazhi/2020/charts/handled-by-government/";

#[test]
fn every_chart_is_the_golden_one_in_both_widths() {
    let report = super::wuzhou();
    for chart in &report.charts {
        for width in [NARROW, WIDE] {
            let svg = chart_svg(&report, chart, "https://example.gov.cn/", width, Theme::Light);
            expect_file![format!("charts/{}-{width}.svg", chart.id)].assert_eq(&svg);
        }
    }
}

/// The chart whose saved formats are golden files; its marks are open, and it has a note.
const EXPORTED: &str = "handled-by-government";

fn exported() -> Chart {
    chart(EXPORTED, ChartKind::Bars, &["one-window-cases", "legal-affairs-handled"])
}

fn chart(id: &str, kind: ChartKind, figures: &[&str]) -> Chart {
    Chart {
        id: id.to_string(),
        name: String::new(),
        title: "一窗受理1.9万余件，涉法事务400多件".to_string(),
        subtitle: "以“件”计的概数，2020年，单位：件".to_string(),
        kind,
        figures: figures.iter().map(|id| id.to_string()).collect(),
        description: "两条横条：全科受理1.9万余件，涉法事务400多件。".to_string(),
        note: "报告写的是“余”“多”，确切数不详。".to_string(),
        highlight: None,
        remarks: Vec::new(),
    }
}

#[test]
fn every_format_is_the_golden_one() {
    let report = super::wuzhou();
    let chart = exported();
    for preset in Preset::ALL.into_iter().filter(|preset| preset.size().is_some()) {
        let format = Format {
            preset,
            dark: preset == Preset::Square,
            code: true,
            without_notes: preset == Preset::Cover,
        };
        let sheet = sheet(&report, &chart, Order::Given, ADDRESS, &format);
        assert_eq!(Some(sheet.size), preset.size());
        expect_file![format!("charts/{EXPORTED}-{}.svg", preset.id())].assert_eq(&sheet.svg);
    }
}

#[test]
fn every_golden_belongs_to_a_chart() {
    let report = super::wuzhou();
    for entry in std::fs::read_dir("tests/suite/charts").expect("the folder is there") {
        let name = entry.expect("readable").file_name().into_string().expect("UTF-8");
        assert!(
            report.charts.iter().any(|chart| name == format!("{}-{NARROW}.svg", chart.id)
                || name == format!("{}-{WIDE}.svg", chart.id))
                || Preset::ALL
                    .iter()
                    .any(|preset| name == format!("{EXPORTED}-{}.svg", preset.id())),
            "{name}"
        );
    }
}

/// Shapes of a picture with the mark they belong to.
fn texts(picture: &Picture) -> Vec<&Shape> {
    let marks = picture.marks.iter().flat_map(|mark| &mark.shapes);
    let is_text = |shape: &&Shape| matches!(shape, Shape::Text { .. } | Shape::Runs { .. });
    picture.ground.iter().chain(marks).filter(is_text).collect()
}

/// A picture on a page: nothing overlaps, nothing leaves it, and every row is as high as a finger.
#[track_caller]
fn assert_clean(picture: &Picture, about: &str) {
    assert_legible(picture, about);
    for mark in &picture.marks {
        assert!(mark.height >= 44, "{about}: a row of {} px is too low to tap", mark.height);
    }
}

#[track_caller]
fn assert_legible(picture: &Picture, about: &str) {
    let all =
        picture.ground.iter().chain(picture.marks.iter().flat_map(|mark: &Mark| &mark.shapes));
    for shape in all {
        let (left, top, right, bottom) = shape.bounds();
        assert!(
            left >= 0
                && top >= 0
                && right <= picture.width as i32
                && bottom <= picture.height as i32,
            "{about}: {shape:?} leaves {}x{}",
            picture.width,
            picture.height
        );
    }
    let texts = texts(picture);
    for (at, one) in texts.iter().enumerate() {
        for other in &texts[at + 1..] {
            let (a, b) = (one.bounds(), other.bounds());
            assert!(
                a.2 <= b.0 || b.2 <= a.0 || a.3 <= b.1 || b.3 <= a.1,
                "{about}: {one:?} overlaps {other:?}"
            );
        }
    }
    let shapes = picture.marks.iter().flat_map(|mark| &mark.shapes);
    for bar in shapes.filter(|shape| matches!(shape, Shape::Rect { .. })) {
        let (left, top, right, bottom) = bar.bounds();
        assert!(right - left >= 2 && bottom - top >= 2, "{about}: {bar:?} is not seen");
    }
}

fn frame() -> Frame {
    Frame {
        title: "一个很长很长的标题，长到在手机上一定要分成两行甚至三行才能放得下".to_string(),
        subtitle: "数的是什么，范围是什么，哪一年，单位：件".to_string(),
        footer: vec!["资料来源：《某某市2020年度法治政府建设工作报告》（中共某某市委员会、某某市人民政府，2021-02-03）".to_string()],
        code: None,
        margin: 20,
        spacing: 0,
        large: false,
    }
}

fn made_up(n: usize, label: &str, value: impl Fn(usize) -> f64) -> Rows {
    let rows: Vec<Row> = (0..n)
        .map(|at| Row {
            label: label.to_string(),
            words: format!("超{}万余家次", value(at)),
            value: value(at),
            subject: Subject::Figure(format!("f-{at}")),
            look: if at % 2 == 1 { Look::Second } else { Look::First },
            open: at % 3 == 0,
            begins_group: at > 0 && at % 2 == 0,
            remark: if at == 1 {
                "这个数后面的一句话，有时也不短，要分成两行".to_string()
            } else {
                String::new()
            },
        })
        .collect();
    let end = rows.iter().map(|row| row.value).fold(1.0, f64::max);
    let start = rows.iter().map(|row| row.value).fold(0.0, f64::min);
    Rows {
        form: Form::Bars,
        rows,
        start,
        end,
        ticks: Vec::new(),
        unit: "家次".to_string(),
        computed: false,
        sentence: String::new(),
    }
}

/// Rows that make sense in a form, as many as were asked for or a few more.
fn made_up_as(form: Form, n: usize, label: &str) -> Rows {
    let mut rows = made_up(n, label, |at| if at == 0 { 9999.0 } else { 1.0 + at as f64 });
    rows.form = form;
    match form {
        Form::Bars => {}
        Form::Slope => rows.end = 9999.0,
        Form::Dots => {
            (rows.end, rows.ticks, rows.unit) = (100.0, vec![0.0, 50.0, 100.0], "%".to_string());
            for (at, row) in rows.rows.iter_mut().enumerate() {
                (row.value, row.words) = (100.0 - at as f64, format!("{}%", 100 - at));
            }
        }
        Form::Units => rows.rows.iter_mut().for_each(|row| row.begins_group = false),
        Form::Flow => {
            // More pairs than that no picture of a page's proportions holds.
            let groups = rows.rows.iter().take(13).flat_map(|row| {
                let whole = Row { begins_group: true, ..row.clone() };
                let closed = Row { value: row.value * 0.9, begins_group: false, ..row.clone() };
                let left = Row { value: row.value * 0.1, look: Look::Computed, ..closed.clone() };
                [whole, closed, left]
            });
            rows.rows = groups.collect();
        }
        Form::Stat => {
            rows.rows.truncate(1);
            rows.sentence = "报告的一句话，".repeat(20);
        }
    }
    rows
}

const FORMS: [Form; 6] = [Form::Bars, Form::Dots, Form::Units, Form::Flow, Form::Stat, Form::Slope];

#[test]
fn labels_never_overlap_or_leave_the_frame() {
    let labels = [
        "件",
        "人大代表建议和政协委员提案办结率",
        "最长的标签：在全区率先推进“多元化纠纷调解系统”在乡镇（街道）司法所联网对接工作的情况和数量统计",
    ];
    for (label, form) in labels.iter().flat_map(|label| FORMS.map(|form| (label, form))) {
        for n in [1, 2, 3, 5, 8, 13, 30, 60] {
            for width in [240, NARROW, 500, WIDE, 1280] {
                let rows = made_up_as(form, n, label);
                assert_clean(
                    &draw(&rows, &frame(), width),
                    &format!("{form:?} of {n} rows of {label} at {width}"),
                );
            }
        }
    }
}

/// Of WCAG 2.2, 1.4.12, in hundredths of the letters' size.
const LETTER_SPACING: i32 = 12;

#[test]
fn letters_set_apart_stay_in_a_picture_that_leaves_room() {
    let frame = Frame { spacing: 10 * LETTER_SPACING, ..Frame::default() };
    for label in ["件", "人大代表建议和政协委员提案办结率，区、县、乡镇（街道）合计"]
    {
        for width in [280, 640] {
            let picture = draw(&made_up(9, label, |at| 9999.0 - 1111.0 * at as f64), &frame, width);
            for shape in texts(&picture) {
                let Shape::Text { words, size, anchor, .. } = shape else { continue };
                let more = words.chars().count() as i32 * size * LETTER_SPACING / 100;
                let (left, _, right, _) = shape.bounds();
                let (left, right) = if *anchor == Anchor::End {
                    (left - more, right)
                } else {
                    (left, right + more)
                };
                assert!(
                    left >= 0 && right <= width as i32,
                    "{words}: {left} to {right} of {width}"
                );
            }
        }
    }
}

#[test]
fn every_format_holds_any_chart() {
    let framed = Frame { code: modules(ADDRESS), ..frame() };
    let labels = ["件", "人大代表建议和政协委员提案办结率"];
    for (label, form) in labels.iter().flat_map(|label| FORMS.map(|form| (label, form))) {
        for n in [1, 2, 5, 13, 30] {
            let rows = made_up_as(form, n, label);
            for (width, height) in Preset::ALL.iter().filter_map(|preset| preset.size()) {
                let picture = fit(&rows, &framed, width, height);
                assert_legible(
                    &picture,
                    &format!("{form:?} of {n} rows of {label} in {width}x{height}"),
                );
                let ratio = f64::from(picture.width) / f64::from(picture.height);
                assert!(
                    (ratio / (f64::from(width) / f64::from(height)) - 1.0).abs() < 0.01,
                    "{form:?} of {n} rows of {label}: {width}x{height} became {ratio}"
                );
            }
        }
    }
}

#[test]
fn a_saved_picture_is_never_longer_than_a_phone_can_draw() {
    assert_eq!(pixels((720, 433), 1), (720, 433));
    assert_eq!(pixels((720, 433), 2), (1440, 866));
    assert_eq!(pixels((1280, 720), 4), (4096, 2304));
    assert_eq!(pixels((900, 90_000), 4), (41, 4096));
    assert_eq!(pixels((0, 0), 0), (1, 1));
}

#[test]
fn a_files_name_says_what_it_holds() {
    let report = super::wuzhou();
    let chart = report.chart("mediation-network").expect("it is there");
    assert_eq!(
        file_name(&report, chart, Some((1280, 720)), "png"),
        "梧州2020-调解网络-1280x720.png"
    );
    let odd = Chart { name: "a/b\\c:*?\"<>|\n..d".to_string(), ..chart.clone() };
    assert_eq!(file_name(&report, &odd, None, "csv"), "梧州2020-abc..d.csv");
}

#[test]
fn a_readers_own_chart_has_one_unit_or_says_why_not() {
    let report = super::wuzhou();
    let ids = |ids: &[&str]| ids.iter().map(|id| id.to_string()).collect::<Vec<_>>();
    let chart = chart_of(
        &report,
        &ids(&["legal-aid-cases", "notarizations", "no-such", "legal-aid-cases"]),
        "",
    )
    .expect("one unit");
    assert_eq!((chart.figures.len(), chart.kind), (2, ChartKind::Bars));
    assert_eq!(chart.title, "法律援助案件与公证事项");
    assert_eq!(chart.description, "2条横条：法律援助案件3156件，公证事项3465件。");
    assert_eq!(
        chart_of(&report, &ids(&["mediation-success-rate"]), " 我的标题 ").expect("a rate").title,
        "我的标题"
    );
    assert_eq!(chart_of(&report, &[], ""), Err(Refusal::Empty));
    assert_eq!(
        chart_of(&report, &ids(&["business-environment-rank"]), ""),
        Err(Refusal::Rank("营商环境综合排名（全区）".into()))
    );
    let mixed = chart_of(&report, &ids(&["legal-aid-cases", "legal-service-centres"]), "");
    assert_eq!(
        mixed,
        Err(Refusal::Units([
            ("法律援助案件".into(), "件".into()),
            ("公共法律服务中心".into(), "家".into())
        ]))
    );
}

const SHARES: [&str; 4] =
    ["disputes-mediated", "mediation-success-rate", "litigation-closed", "litigation-win-rate"];

#[test]
fn a_rate_is_drawn_as_its_share_of_the_amount_before_it() {
    let report = super::wuzhou();
    let rows = rows(&report, &chart("shares", ChartKind::Shares, &SHARES), Order::Given).rows;
    assert_eq!(rows[1].words, "96.9%");
    assert!((rows[1].value - 3604.0 * 0.969).abs() < 1e-6);
    assert!(rows[2].begins_group);
}

#[test]
fn a_fall_is_drawn_as_a_fall_and_a_rate_above_100_has_room() {
    let mut report = super::wuzhou();
    let mut chart = report.chart("rates").expect("it is there").clone();
    chart.kind = ChartKind::Rates;
    chart.figures.truncate(3);
    let stated = ["警情下降22.3%。", "产值增长8.8%。", "税收增长-3.5%。"];
    let ids = chart.figures.clone();
    for (id, text) in ids.iter().zip(stated) {
        let figure =
            report.figures.iter_mut().find(|figure| figure.id == *id).expect("it is there");
        figure.quantity = scan(text).remove(0).quantity;
    }
    let drawn = rows(&report, &chart, Order::Given);
    let seen: Vec<_> = drawn.rows.iter().map(|row| (row.words.as_str(), row.value)).collect();
    assert_eq!(seen, [("下降22.3%", -22.3), ("上升8.8%", 8.8), ("-3.5%", -3.5)]);
    assert_eq!((drawn.start, drawn.end, drawn.ticks.as_slice()), (-22.3, 8.8, [0.0].as_slice()));
    for width in [NARROW, WIDE] {
        let picture = draw(&drawn, &frame(), width);
        assert_clean(&picture, "a fall");
        // The falls end where the rise begins.
        let bar = |at: usize| {
            let bars = picture.marks[at].shapes.iter();
            bars.filter(|shape| matches!(shape, Shape::Rect { .. })).map(Shape::bounds).next()
        };
        let (fall, rise) = (bar(0).expect("a bar"), bar(1).expect("a bar"));
        assert!((fall.2 - rise.0).abs() <= 1 && fall.0 < rise.0, "{fall:?} {rise:?}");
    }
    report.figures.iter_mut().find(|figure| figure.id == ids[0]).expect("it is there").quantity =
        scan("完成率105.2%。").remove(0).quantity;
    chart.figures.truncate(1);
    let drawn = rows(&report, &chart, Order::Given);
    assert_eq!((drawn.end, drawn.ticks.as_slice()), (105.2, [0.0, 100.0].as_slice()));
}

#[test]
fn a_table_to_paste_has_every_row_and_no_markup_of_its_data() {
    let mut report = super::wuzhou();
    let at = report.charts.iter().position(|chart| chart.id == "public-legal-services");
    let at = at.expect("it is there");
    report.charts[at].title = "<b>\"&".to_string();
    report.text = report.text.replace("加快整合", "加\"整合");
    let report = report.reindex();
    let (html, text) = chart_paste(&report, &report.charts[at], Order::Given);
    assert_eq!(html.matches("<tr>").count(), 5);
    assert!(html.contains("&lt;b&gt;&quot;&amp;") && !html.contains("<b>\""), "{html}");
    assert!(text.contains("公证事项\t3,465件\t加\"整合"), "{text}");
    assert!(text.starts_with("<b>\"&\n") && !text.contains("&quot;"), "text is no HTML: {text}");
}

#[test]
fn the_reports_own_charts_are_clean() {
    let report = super::wuzhou();
    for chart in &report.charts {
        for order in [Order::Given, Order::ByValue, Order::ByReport] {
            for width in [NARROW, WIDE] {
                assert_clean(&draw(&rows(&report, chart, order), &frame(), width), &chart.id);
            }
        }
    }
}

#[test]
fn bars_begin_at_zero_and_are_as_long_as_their_values() {
    let report = super::wuzhou();
    let chart = report.chart("public-legal-services").expect("it is there");
    let rows = rows(&report, chart, Order::Given);
    let picture = draw(&rows, &Frame::default(), WIDE);
    let bars: Vec<(i32, i32)> = picture
        .marks
        .iter()
        .filter_map(|mark| {
            mark.shapes.iter().find_map(|shape| {
                if let Shape::Rect { x, width, .. } = shape { Some((*x, *width)) } else { None }
            })
        })
        .collect();
    assert!(bars.iter().all(|(x, _)| *x == bars[0].0), "{bars:?}");
    let longest = f64::from(bars[0].1);
    for ((_, width), row) in bars.iter().zip(&rows.rows) {
        assert!(
            (f64::from(*width) - longest * row.value / 4249.0).abs() <= 1.5,
            "{} is {width} px",
            row.label
        );
    }
}

#[test]
fn rates_run_to_a_hundred_and_parts_leave_a_computed_rest() {
    let report = super::wuzhou();
    let find = |id: &str| rows(&report, report.chart(id).expect("it is there"), Order::Given);
    assert_eq!(find("rates").end, 100.0);
    let parts = find("document-cleanup");
    let rest = parts.rows.last().expect("there are rows");
    assert_eq!(
        (rest.words.as_str(), rest.look, &rest.subject),
        ("546份", Look::Computed, &Subject::Rest)
    );
    assert!(
        rows(&report, &exported(), Order::Given).rows.iter().all(|row| row.open),
        "approximate values look approximate"
    );
}

#[test]
fn charts_and_uncharted_figures_together_are_all_figures() {
    let report = super::wuzhou();
    let (charted, uncharted) = coverage(&report);
    assert_eq!(charted + uncharted.iter().map(|group| group.figures.len()).sum::<usize>(), 43);
    assert_eq!(charted, 23, "the page's own words say so");
}

#[test]
fn every_case_is_a_mark_and_what_is_left_a_stream_of_its_own() {
    let report = super::wuzhou();
    let marks = |id: &str, width: u32| {
        let rows = rows(&report, report.chart(id).expect("it is there"), Order::Given);
        draw(&rows, &Frame::default(), width).marks
    };
    let cells = |mark: &Mark| -> Vec<[i32; 4]> {
        let cells = mark.shapes.iter().filter_map(|shape| match shape {
            Shape::Cells { cells, .. } => Some(cells.clone()),
            _ => None,
        });
        cells.flatten().collect()
    };
    for width in [280, 640, 1280] {
        // 553 papers: 5, 1 and 1, and 546 of which the report says nothing.
        let counts: Vec<usize> =
            marks("document-cleanup", width).iter().map(|mark| cells(mark).len()).collect();
        assert_eq!(counts, [0, 5, 1, 1, 546], "at {width}");
        // 80.5 of a hundred: half of a mark belongs to either side.
        let rate = marks("win-rate", width);
        let (won, left) = (cells(&rate[0]), cells(&rate[1]));
        assert_eq!((won.len(), left.len()), (81, 20), "at {width}");
        let side = won[0][2];
        assert!((won[80][2] * 2 - side).abs() <= 1 && won[80][2] + left[0][2] == side);
    }
    // Streams: 159 to 151 and 314 to 283 on one scale.
    let flow = marks("reconsideration-and-litigation", 640);
    let heights: Vec<i32> = flow
        .iter()
        .filter_map(|mark| {
            let ends = mark.shapes.iter().filter(|shape| matches!(shape, Shape::Rect { .. }));
            ends.map(Shape::bounds).map(|(_, top, _, bottom)| bottom - top).next()
        })
        .collect();
    let scale = 120.0 / 314.0;
    for (height, value) in heights.iter().zip([159.0, 151.0, 8.0, 314.0, 283.0, 31.0]) {
        assert!((f64::from(*height) - value * scale).abs() <= 1.0, "{value}: {heights:?}");
    }
}

#[test]
fn marks_stand_for_more_where_there_are_too_many() {
    let mut rows = made_up(1, "件", |_| 1.0);
    rows.form = Form::Units;
    for (value, worth) in [(1000.0, 1), (1001.0, 2), (14_256.0, 20), (4_999_000.0, 5000)] {
        rows.rows[0].value = value;
        let picture = draw(&rows, &Frame::default(), NARROW);
        let words: Vec<&str> = texts(&picture)
            .into_iter()
            .filter_map(|shape| match shape {
                Shape::Text { words, class: "note", .. } => Some(words.as_str()),
                _ => None,
            })
            .collect();
        let said = format!("每格代表{worth}家次");
        assert_eq!(words, if worth == 1 { vec![] } else { vec![said.as_str()] }, "{value}");
    }
}

#[test]
fn what_a_chart_is_about_stands_out_and_a_remark_stands_at_its_mark() {
    let report = super::wuzhou();
    let chart = report.chart("rates").expect("it is there");
    let drawn = rows(&report, chart, Order::Given);
    let about: Vec<bool> = drawn.rows.iter().map(|row| row.look == Look::First).collect();
    assert_eq!(about, [false, false, false, false, false, true]);
    for width in [280, 640] {
        let picture = draw(&drawn, &Frame::default(), width);
        let mark = &picture.marks[5];
        let remark = mark
            .shapes
            .iter()
            .find(|shape| matches!(shape, Shape::Text { words, .. } if words == "六个比率里最低"));
        let (_, top, _, bottom) = remark.expect("it is drawn").bounds();
        assert!(mark.top <= top && bottom <= mark.top + mark.height, "at {width}");
    }
}

#[test]
fn a_charts_csv_has_a_sentence_for_every_figure() {
    let report = super::wuzhou();
    let csv = chart_csv(&report, &exported(), Order::Given);
    assert!(csv.starts_with("\u{feff}指标,数值,单位,原文,所在句,章节,链接\r\n"));
    assert!(csv.contains("“一窗通办”全科受理,19000,件,1.9万余件,\"将362项事项归整到"), "{csv}");
    let unchecked = report_explorer::model::Report { checked: false, ..report };
    for line in chart_csv(&unchecked, &exported(), Order::Given).lines() {
        assert!(line.ends_with("自动提取，未经核对"), "{line}");
    }
}

#[test]
fn an_ideograph_is_one_em_and_ascii_about_half() {
    assert_eq!(text_width("行政复议案件", 16), 96);
    assert!(text_width("12345", 16) <= 48);
}

/// A picture that may be stretched has no proportions to whoever shows it smaller: a preview as wide as
/// the page and as high as the window would be squashed.
#[test]
fn what_is_shown_smaller_keeps_its_proportions() {
    let report = super::wuzhou();
    for chart in &report.charts {
        for preset in Preset::ALL {
            let format = Format { preset, ..Format::default() };
            let svg = sheet(&report, chart, Order::Given, "", &format).svg;
            assert!(!svg.contains("preserveAspectRatio"), "{} {preset:?}", chart.id);
        }
    }
}
