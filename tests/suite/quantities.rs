//! Number words: what is found in a text, and what it says.

use proptest::prelude::*;
use report_explorer::number::{decimal, scan};
use report_explorer::text::Span;

/// Text; the quantity as printed; value, unit, qualifying word, lower and upper bound.
type Case = (&'static str, &'static str, f64, &'static str, &'static str, Option<f64>, Option<f64>);

const NO: Option<f64> = None;

#[rustfmt::skip]
const CASES: &[Case] = &[
    // Wuzhou 2020.
    ("地方性法规2件和", "2件", 2.0, "件", "", NO, NO),
    ("行政规范性文件553份,", "553份", 553.0, "份", "", NO, NO),
    ("全市540家公共", "540家", 540.0, "家", "", NO, NO),
    ("公证事项3465件", "3465件", 3465.0, "件", "", NO, NO),
    ("调解组织共31个", "31个", 31.0, "个", "", NO, NO),
    ("调解成功率达96.9%。", "96.9%", 96.9, "%", "", NO, NO),
    ("完成24名法律顾问", "24名", 24.0, "名", "", NO, NO),
    ("协议合同50多份", "50多份", 50.0, "份", "多", Some(50.0), Some(60.0)),
    ("涉法事务400多件", "400多件", 400.0, "件", "多", Some(400.0), Some(500.0)),
    ("法律服务320多次", "320多次", 320.0, "次", "多", Some(320.0), Some(330.0)),
    ("隐患单位4780多家次", "4780多家次", 4780.0, "家次", "多", Some(4780.0), Some(4790.0)),
    ("违法案件91起", "91起", 91.0, "起", "", NO, NO),
    ("总投资超228.31亿元的", "超228.31亿元", 228.31, "亿元", "超", Some(228.31), NO),
    ("的25个项目", "25个", 25.0, "个", "", NO, NO),
    ("综合排名全区第2。", "第2", 2.0, "", "第", NO, NO),
    ("办事指南一致率达100%", "100%", 100.0, "%", "", NO, NO),
    ("将362项事项", "362项", 362.0, "项", "", NO, NO),
    ("受理1.9万余件", "1.9万余件", 19000.0, "件", "余", Some(19000.0), Some(20000.0)),
    ("配备1000多台执法", "1000多台", 1000.0, "台", "多", Some(1000.0), Some(2000.0)),
    ("建设等信息8万多条", "8万多条", 80000.0, "条", "多", Some(80000.0), Some(90000.0)),
    ("国家工作人员14256人参加", "14256人", 14256.0, "人", "", NO, NO),
    // The second sample.
    ("强制案卷1200余宗，", "1200余宗", 1200.0, "宗", "余", Some(1200.0), Some(1300.0)),
    ("到场约500人，", "约500人", 500.0, "人", "约", NO, NO),
    ("考试近90人次。", "近90人次", 90.0, "人次", "近", NO, Some(90.0)),
    ("来电投诉310余宗", "310余宗", 310.0, "宗", "余", Some(310.0), Some(320.0)),
    ("法律顾问26家。", "26家", 26.0, "家", "", NO, NO),
    ("等8项列入", "8项", 8.0, "项", "", NO, NO),
    ("评议中位列第三，", "第三", 3.0, "", "第", NO, NO),
    // The place of 余 and 多.
    ("拨款10余万元", "10余万元", 10.0, "万元", "余", Some(10.0), Some(20.0)),
    ("惠及10余万人", "10余万人", 100_000.0, "人", "余", Some(100_000.0), Some(200_000.0)),
    ("惠及10万余人", "10万余人", 100_000.0, "人", "余", Some(100_000.0), Some(110_000.0)),
    ("受理20余次", "20余次", 20.0, "次", "余", Some(20.0), Some(30.0)),
    ("达100多件", "100多件", 100.0, "件", "多", Some(100.0), Some(200.0)),
    // Bounds by other words.
    ("超过300件", "超过300件", 300.0, "件", "超过", Some(300.0), NO),
    ("逾5000人次", "逾5000人次", 5000.0, "人次", "逾", Some(5000.0), NO),
    ("突破2万户", "突破2万户", 20000.0, "户", "突破", Some(20000.0), NO),
    ("不低于95%", "不低于95%", 95.0, "%", "不低于", Some(95.0), NO),
    ("不少于3次", "不少于3次", 3.0, "次", "不少于", Some(3.0), NO),
    ("达90%以上", "90%", 90.0, "%", "以上", Some(90.0), NO),
    ("不足50件", "不足50件", 50.0, "件", "不足", NO, Some(50.0)),
    ("不超过30天", "不超过30天", 30.0, "天", "不超过", NO, Some(30.0)),
    ("在15天以内", "15天", 15.0, "天", "以内", NO, Some(15.0)),
    ("将近400家", "将近400家", 400.0, "家", "将近", NO, Some(400.0)),
    ("大约60个", "大约60个", 60.0, "个", "大约", NO, NO),
    ("600人左右", "600人", 600.0, "人", "左右", NO, NO),
    // Words that only look like qualifiers.
    ("附近30个站点", "30个", 30.0, "个", "", NO, NO),
    ("预约200人", "200人", 200.0, "人", "", NO, NO),
    ("签约25个", "25个", 25.0, "个", "", NO, NO),
    // Ways of writing.
    ("共１２３件", "１２３件", 123.0, "件", "", NO, NO),
    ("共19,000件", "19,000件", 19000.0, "件", "", NO, NO),
    ("3465件,156件", "3465件", 3465.0, "件", "", NO, NO),
    ("受理1万9千件", "1万9千件", 19000.0, "件", "", NO, NO),
    ("近3百万人次", "近3百万人次", 3_000_000.0, "人次", "近", NO, Some(3_000_000.0)),
    ("一百二十三件", "一百二十三件", 123.0, "件", "", NO, NO),
    ("一百零五个", "一百零五个", 105.0, "个", "", NO, NO),
    ("两千余件", "两千余件", 2000.0, "件", "余", Some(2000.0), Some(3000.0)),
    ("十二名", "十二名", 12.0, "名", "", NO, NO),
    ("三万五千人", "三万五千人", 35000.0, "人", "", NO, NO),
    ("百分之九十六点九", "百分之九十六点九", 96.9, "%", "", NO, NO),
    ("八成以上", "八成", 8.0, "成", "以上", Some(8.0), NO),
    ("三四个月", "三四个月", 3.0, "个月", "三四", Some(3.0), Some(4.0)),
    ("十七八个", "十七八个", 17.0, "个", "十七八", Some(17.0), Some(18.0)),
    ("63%～68%", "63%～68%", 63.0, "%", "～", Some(63.0), Some(68.0)),
    ("3—5个工作日", "3—5个工作日", 3.0, "个工作日", "—", Some(3.0), Some(5.0)),
    ("提高2.5个百分点", "2.5个百分点", 2.5, "个百分点", "", NO, NO),
    ("投入3亿多元", "3亿多元", 3.0, "亿元", "多", Some(3.0), Some(4.0)),
    ("减税1.2亿元", "1.2亿元", 1.2, "亿元", "", NO, NO),
    ("增长1.5倍", "1.5倍", 1.5, "倍", "", NO, NO),
];

#[test]
fn every_case_reads_as_the_table_says() {
    assert!(CASES.len() >= 50, "{} cases", CASES.len());
    for (text, printed, value, unit, word, lower, upper) in CASES {
        let numbers: Vec<_> = scan(text).into_iter().filter(|number| number.is_figure()).collect();
        let number = numbers.first().unwrap_or_else(|| panic!("no number in {text}"));
        let quantity = &number.quantity;
        let at = |span: Span| {
            text.chars().skip(span.start as usize).take(span.len() as usize).collect::<String>()
        };
        assert_eq!(at(number.span), *printed, "place in {text}");
        assert_eq!(
            quantity.printed(),
            [*printed, quantity.word_behind()].concat(),
            "printed in {text}"
        );
        assert_eq!((quantity.value, quantity.unit.as_str()), (*value, *unit), "{text}");
        assert_eq!(
            quantity.qualifier.as_ref().map_or("", |qualifier| qualifier.word()),
            *word,
            "qualifier in {text}"
        );
        assert_eq!((quantity.lower, quantity.upper), (*lower, *upper), "bounds in {text}");
    }
}

#[track_caller]
fn rules(text: &str, expected: &[(&str, &str)]) {
    let chars: Vec<char> = text.chars().collect();
    let found: Vec<(String, &str)> = scan(text)
        .iter()
        .map(|number| {
            (
                chars[number.span.start as usize..number.span.end as usize].iter().collect(),
                number.reason.map_or("", |reason| reason.words()),
            )
        })
        .collect();
    let found: Vec<(&str, &str)> =
        found.iter().map(|(words, rule)| (words.as_str(), *rule)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn dates_years_and_document_numbers_are_told_apart() {
    rules("2020年度", &[("2020年度", "年份")]);
    rules("2021年2月3日", &[("2021年2月3日", "日期")]);
    rules("(2016—2020年)", &[("2016—2020年", "年份")]);
    rules("12月18日前", &[("12月18日", "日期")]);
    rules("自2021-02-03起", &[("2021-02-03", "日期")]);
    rules("二〇二〇年", &[("二〇二〇年", "年份")]);
    rules("国发〔2019〕28号", &[("2019〕28号", "文号")]);
    rules("1.加强学习\n2、做好", &[("1.", "序号"), ("2、", "序号")]);
    rules("十一、其他", &[("十一、", "序号")]);
    rules("2030个", &[("2030个", "")]);
    rules("3个月", &[("3个月", "")]);
}

#[test]
fn words_with_numerals_are_no_numbers() {
    for text in [
        "进一步统一领导",
        "一致率",
        "一体化",
        "万家灯火",
        "千方百计",
        "一窗通办",
        "一事一码",
        "双随机、一公开",
    ] {
        rules(text, &[]);
    }
}

#[test]
fn every_number_of_the_second_sample_is_found() {
    let words: Vec<String> = {
        let chars: Vec<char> = super::YUNPING.chars().collect();
        scan(super::YUNPING)
            .iter()
            .filter(|number| number.is_figure())
            .map(|number| {
                chars[number.span.start as usize..number.span.end as usize].iter().collect()
            })
            .collect()
    };
    let expected = [
        "第三",
        "32件",
        "87条",
        "14件",
        "18个",
        "9个",
        "16项",
        "8项",
        "400余条",
        "7家",
        "26家",
        "13个",
        "3轮",
        "1200余宗",
        "19个",
        "约500人",
        "近90人次",
        "310余宗",
        "120余宗",
        "30余宗",
        "96宗",
        "5宗",
        "8宗",
        "83宗",
        "11宗",
        "6宗",
        "42宗",
        "37宗",
        "51宗",
        "28宗",
        "23宗",
    ];
    assert_eq!(words, expected);
}

#[test]
fn no_arabic_digit_of_either_sample_is_outside_a_number() {
    for text in [super::wuzhou().text.as_str(), super::YUNPING] {
        let numbers = scan(text);
        for (at, ch) in text
            .chars()
            .enumerate()
            .filter(|(_, ch)| ch.is_ascii_digit() || ('０'..='９').contains(ch))
        {
            let inside = |span: Span| span.start as usize <= at && at < span.end as usize;
            assert!(
                numbers.iter().any(|number| inside(number.span)),
                "digit {ch} at {at} is in no number"
            );
        }
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_scanned_in_order_without_overlap(text in "[0-9０-９一二三四五六七八九十百千万亿零〇两点余多约近超第年月日个件%％.,，。、～—（）〔〕号\\n 　a-z]{0,60}") {
        let n_chars = text.chars().count() as u32;
        let mut end = 0;
        for number in scan(&text) {
            assert!(number.span.start >= end && number.span.end <= n_chars && !number.span.is_empty(), "{text}");
            end = number.span.end;
        }
    }

    #[test]
    fn a_written_number_is_read_back(value in 0u32..99_999_999) {
        let text = format!("办理{value}件");
        let numbers = scan(&text);
        assert_eq!(numbers[0].quantity.value, f64::from(value), "{text}");
    }
}

#[test]
fn decimals_are_read_and_written_as_the_standard_library_does() {
    for text in [
        "0",
        "7",
        "19000",
        "96.9",
        "228.31",
        "0.05",
        "2.2831e10",
        "1e4",
        "5E-1",
        "9007199254740991",
        "12345.678901",
    ] {
        let value = decimal::read(text);
        assert_eq!(value, text.parse().ok(), "{text}");
        assert_eq!(
            value.map(decimal::write),
            text.parse::<f64>().ok().map(|value| value.to_string()),
            "{text}"
        );
    }
    for text in [
        "",
        ".",
        "e",
        "1e",
        "+1",
        "-1",
        "1.2.3",
        "1e99",
        "9007199254740993",
        "99999999999999999999",
        "inf",
        "٣",
    ] {
        assert_eq!(decimal::read(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn any_decimal_a_report_could_state_is_exact(mantissa in 0u64..1_000_000_000_000_000, places in 0usize..8) {
        let digits = format!("{mantissa:0>width$}", width = places + 1);
        let (whole, decimals) = digits.split_at(digits.len() - places);
        let text = if places == 0 { whole.to_string() } else { format!("{whole}.{decimals}") };
        let value: f64 = text.parse().expect("a decimal");
        prop_assert_eq!(decimal::read(&text), Some(value));
        prop_assert_eq!(decimal::read(&decimal::write(value)), Some(value));
    }
}
