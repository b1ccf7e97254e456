//! PDF and OFD: characters at places come back as sentences.

use super::files::{Font, Placed, ofd, pdf};
use super::{document, notes};

const FIRST: &[Placed<'_>] = &[
    Placed(60.0, 40.0, 9.0, "云屏区法治政府建设工作报告"),
    Placed(200.0, 100.0, 22.0, "工 作 报 告"),
    Placed(92.0, 150.0, 16.0, "一、总体情况"),
    Placed(92.0, 180.0, 16.0, "全年办理⾏政复议案件一百二十三件，其中调解"),
    Placed(60.0, 210.0, 16.0, "结案十一件，纠正三件，当事⼈对结果表示满意的"),
    Placed(60.0, 240.0, 16.0, "有九成；与上一年相比，案件增长3.5%，办理的平"),
    Placed(285.0, 810.0, 10.0, "— 1 —"),
];

const SECOND: &[Placed<'_>] = &[
    Placed(60.0, 40.0, 9.0, "云屏区法治政府建设工作报告"),
    Placed(60.0, 100.0, 16.0, "均时间缩短五天。"),
    Placed(92.0, 130.0, 16.0, "二、存在的不足"),
    Placed(92.0, 160.0, 16.0, "与群众的期待相比，基层执法的力量还有差距，需"),
    Placed(60.0, 190.0, 16.0, "要继续补充。"),
    Placed(285.0, 810.0, 10.0, "— 2 —"),
];

const TEXT: &str = "工作报告\n一、总体情况\n全年办理行政复议案件一百二十三件，其中调解结案十一件，纠正三件，当事人对结果表示满意的有九成；与上一年相比，案件增长3.5%，办理的平均时间缩短五天。\n二、存在的不足\n与群众的期待相比，基层执法的力量还有差距，需要继续补充。\n";

#[test]
fn lines_join_to_sentences_over_pages_and_furniture_is_told() {
    for font in [Font::Mapped, Font::Named] {
        let read = document("a.pdf", &pdf(&[FIRST, SECOND], font));
        assert_eq!(read.text, TEXT);
        // What a font names by its code is unified with the name.
        let unified = if matches!(font, Font::Mapped) { "部首形" } else { "页码" };
        for words in ["页码", "页眉", "两行接成一句", "字间的空格", unified] {
            assert!(notes(&read, words), "{words}: {:?}", read.notes);
        }
    }
}

#[test]
fn an_ofd_page_is_read_like_one_of_pdf() {
    let page = &[
        Placed(80.0, 40.0, 7.0, "工作报告"),
        Placed(34.0, 60.0, 5.0, "一、总体情况"),
        Placed(34.0, 70.0, 5.0, "全年办理行政复议案件十二件，其中调解结案十一件，"),
        Placed(24.0, 80.0, 5.0, "纠正一件，当事人对结果都表示满意，没有一件被上级纠正"),
        Placed(24.0, 90.0, 5.0, "或者撤销。"),
    ];
    let read = document("a.ofd", &ofd(page));
    let expected = "工作报告\n一、总体情况\n全年办理行政复议案件十二件，其中调解结案十一件，纠正一件，当事人对结果都表示满意，没有一件被上级纠正或者撤销。\n";
    assert_eq!(read.text, expected);
}
