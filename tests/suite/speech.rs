//! What is read aloud: a table of texts, and every figure of the first report as a golden file.

use expect_test::expect_file;
use proptest::prelude::*;
use report_explorer::speech::spoken;

#[test]
fn numbers_and_signs_are_said_as_a_person_says_them() {
    let table = [
        ("2020年", "二零二零年"),
        ("2016—2020年", "二零一六到二零二零年"),
        ("2021-02-03", "二零二一年二月三日"),
        ("12月4日", "十二月四日"),
        ("1.9万余件", "一点九万余件"),
        ("超228.31亿元", "超二百二十八点三一亿元"),
        ("96.9%", "百分之九十六点九"),
        ("９６．９％", "百分之九十六点九"),
        ("63%～68%", "百分之六十三到百分之六十八"),
        ("4.5-5%", "百分之四点五到五"),
        ("-3.5%", "负百分之三点五"),
        ("2.1‰", "千分之二点一"),
        ("3—5个", "三到五个"),
        ("1/4", "四分之一"),
        ("2.52∶1", "二点五二比一"),
        ("3，465件", "三千四百六十五件"),
        ("14,256人", "一万四千二百五十六人"),
        ("4249件", "四千二百四十九件"),
        ("1005件", "一千零五件"),
        ("10010件", "一万零一十件"),
        ("13000000千瓦", "一千三百万千瓦"),
        ("100%", "百分之一百"),
        ("10件", "十件"),
        ("2件", "两件"),
        ("第2", "第二"),
        ("2月", "二月"),
        ("1+6+31", "一加六加三十一"),
        ("12·4", "十二四"),
        ("12345热线", "幺二三四五热线"),
        ("电话0774-3831234", "电话零七七四，三八三幺二三四"),
        ("（三）强化", "三，强化"),
        ("工信厅〔2021〕67号", "工信厅，二零二一，六十七号"),
        ("“放管服”改革", "放管服改革"),
        ("案件（含调解）3件", "案件，含调解，三件"),
        ("500㎡", "五百平方米"),
        ("", ""),
    ];
    for (text, words) in table {
        assert_eq!(spoken(text), words, "{text}");
    }
}

#[test]
fn every_figure_of_the_first_report_is_said_as_in_the_golden_file() {
    let report = super::wuzhou();
    let lines: String = report
        .figures
        .iter()
        .map(|figure| {
            let text = report.slice(figure.span);
            format!("{}\t{text}\t{}\n", figure.label, spoken(text))
        })
        .collect();
    expect_file!["speech/figures.tsv"].assert_eq(&lines);
}

#[test]
fn the_whole_report_is_said_without_a_digit_or_a_sign_nobody_says() {
    let report = super::wuzhou();
    for (_, sentence) in report.sentences() {
        let said = spoken(report.slice(sentence.span));
        let unsaid =
            said.chars().find(|ch| ch.is_ascii_digit() || "%％‰（）()《》“”〔〕".contains(*ch));
        assert_eq!(unsaid, None, "{said}");
    }
}

proptest! {
    /// Whatever stands there, all of its digits are said in words.
    #[test]
    fn no_digit_is_left(text in "[0-9０-９,，.%％‰/:：—～年件第（）〔〕a]{0,24}") {
        prop_assert!(!spoken(&text).chars().any(|ch| ch.is_ascii_digit()), "{}", spoken(&text));
    }

    /// A whole number below a hundred million is read back by the reader of Chinese numerals.
    #[test]
    fn a_number_said_is_the_number_written(value in 0u32..100_000_000) {
        let said: Vec<char> = spoken(&format!("{value}只")).chars().collect();
        let read = report_explorer::number::numeral::read(&said, 0).map(|numeral| numeral.value);
        prop_assert_eq!(read, Some(f64::from(value)), "{:?}", said);
    }
}
