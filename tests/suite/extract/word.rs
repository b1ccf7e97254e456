//! Word documents, as Word shows them.

use super::files::{paragraph, word};
use super::{document, notes};

/// Lists as templates for official documents have them: 一、 （一） 1. in one list, and another that
/// counts by style.
const NUMBERING: &str = r#"<w:numbering xmlns:w="w">
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimalEnclosedCircle"/><w:suff w:val="nothing"/><w:lvlText w:val="%4"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:pStyle w:val="Chapter"/><w:suff w:val="space"/><w:lvlText w:val="第%1章"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:pStyle w:val="Paragraph"/><w:lvlText w:val="%1.%2"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>"#;

fn listed(list: u32, level: u32) -> String {
    format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>")
}

#[test]
fn automatic_numbers_are_counted_as_word_counts_them() {
    let body: String = [
        paragraph(&listed(1, 0), "总体情况"),
        paragraph(&listed(1, 1), "加强领导"),
        paragraph(&listed(1, 2), "学习"),
        paragraph(&listed(1, 2), "部署"),
        paragraph(&listed(1, 3), "会议"),
        paragraph("", "没有编号的正文。"),
        paragraph(&listed(1, 1), "完善制度"),
        paragraph(&listed(1, 2), "清理"),
        paragraph(&listed(1, 0), "存在的不足"),
        paragraph(&listed(1, 1), "执法能力有差距"),
        paragraph(&listed(2, 0), "另一个列表从头数"),
        paragraph("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr>", "取消编号"),
    ]
    .concat();
    let read = document("a.docx", &word(&body, &[("word/numbering.xml", NUMBERING)]));
    let expected = "一、总体情况\n（一）加强领导\n1. 学习\n2. 部署\n①会议\n没有编号的正文。\n（二）完善制度\n1. 清理\n二、存在的不足\n（一）执法能力有差距\n一、另一个列表从头数\n取消编号\n";
    assert_eq!(read.text, expected);
}

#[test]
fn numbers_come_from_styles_and_those_they_are_based_on() {
    let styles = r#"<w:styles xmlns:w="w">
<w:style w:type="paragraph" w:styleId="Chapter"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="own"/><w:basedOn w:val="Chapter"/></w:style>
<w:style w:type="paragraph" w:styleId="Paragraph"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
</w:styles>"#;
    let styled =
        |style: &str, words: &str| paragraph(&format!("<w:pStyle w:val=\"{style}\"/>"), words);
    let body = [
        styled("Chapter", "总则"),
        styled("Paragraph", "目的"),
        styled("Own", "分则"),
        styled("Paragraph", "范围"),
    ]
    .concat();
    let beside = [("word/numbering.xml", NUMBERING), ("word/styles.xml", styles)];
    let read = document("a.docx", &word(&body, &beside));
    assert_eq!(read.text, "第一章 总则\n1.1 目的\n第二章 分则\n2.1 范围\n");
}

#[test]
fn changes_count_as_accepted_and_hidden_text_stays_hidden() {
    let body = "<w:p><w:r><w:t>办理</w:t></w:r><w:ins><w:r><w:t>案件</w:t></w:r></w:ins><w:del><w:r><w:delText>申请</w:delText></w:r></w:del><w:r><w:t>12件。</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部备注</w:t></w:r></w:p>\
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半句，</w:t></w:r></w:p><w:p><w:r><w:t>后半句。</w:t></w:r></w:p>\
        <w:p><w:moveFrom><w:r><w:t>搬走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>搬来。</w:t></w:r></w:moveTo></w:p>";
    let read = document("a.docx", &word(body, &[]));
    assert_eq!(read.text, "办理案件12件。\n前半句，后半句。\n搬来。\n");
    assert!(notes(&read, "内部备注") && notes(&read, "修订"), "{:?}", read.notes);
}

#[test]
fn tables_notes_boxes_breaks_and_fields_stand_where_they_belong() {
    let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let row = |cells: &[&str]| {
        format!("<w:tr>{}</w:tr>", cells.iter().map(|words| cell(words)).collect::<String>())
    };
    let table = format!("<w:tbl>{}{}</w:tbl>", row(&["项目", "数量"]), row(&["行政处罚", "211"]));
    let frame = format!("<w:tbl>{}</w:tbl>", row(&["框里的一段。"]));
    let text_box = "<w:p><w:r><w:t>正文。</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx xmlns:wps=\"p\"><w:txbxContent><w:p><w:r><w:t>文本框里的话。</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>文本框里的话。</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";
    let noted = "<w:p><w:r><w:t>2020年度</w:t><w:br/><w:t>工作报告</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>";
    let fields = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2021年2月3日</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
    let contents = "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:r><w:t>一、总体情况 1</w:t></w:r></w:p></w:sdtContent></w:sdt>";
    let footnotes = "<w:footnotes xmlns:w=\"w\"><w:footnote w:type=\"separator\" w:id=\"0\"/><w:footnote w:id=\"2\"><w:p><w:r><w:t>统计到12月底。</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let header = "<w:hdr xmlns:w=\"w\"><w:p><w:r><w:t>内部资料</w:t></w:r></w:p></w:hdr>";
    let body = [contents, noted, &table, &frame, text_box, fields].concat();
    let beside = [("word/footnotes.xml", footnotes), ("word/header1.xml", header)];
    let read = document("a.docx", &word(&body, &beside));
    assert_eq!(
        read.text,
        "2020年度\n工作报告\n注：统计到12月底。\n项目 | 数量\n行政处罚 | 211\n框里的一段。\n正文。\n文本框里的话。\n2021年2月3日\n"
    );
    for words in ["脚注", "表格", "文本框", "目录", "内部资料"] {
        assert!(notes(&read, words), "{words}: {:?}", read.notes);
    }
}
