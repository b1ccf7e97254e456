//! Files that no text can be read from: one message each that names the thing and the way out.

use report_explorer::extract::read;

use super::files::{Font, archive, pdf, word};

#[track_caller]
fn refuses(name: &str, bytes: &[u8], words: &str) {
    let refusal = read(name, bytes).expect_err("no text can be read from it").to_string();
    assert!(
        refusal.contains(words) && refusal.contains(name) && refusal.contains("怎么办"),
        "{refusal}"
    );
}

/// A compound file that holds a stream of that name.
fn compound(stream: &str) -> Vec<u8> {
    let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".iter().copied().chain([0; 600]).chain(name).collect()
}

#[test]
fn each_is_told_by_what_it_is() {
    refuses("报告.doc", &compound("WordDocument"), "老格式的 Word 文件");
    refuses("报告.wps", &compound("WordDocument"), "WPS");
    refuses("报告.docx", &compound("EncryptedPackage"), "密码");
    refuses("扫描.png", b"\x89PNG\r\n\x1a\n", "图片");
    refuses("扫描.jpg", b"\xff\xd8\xff\xe0", "图片");
    refuses("报告.rtf", b"{\\rtf1\\ansi}", "RTF");
    refuses("报告.zip", &archive(&[("报告.docx", "")]), "压缩包");
    refuses("表.xlsx", &archive(&[("[Content_Types].xml", ""), ("xl/workbook.xml", "")]), "表格");
    refuses("报告.odt", &archive(&[("mimetype", ""), ("content.xml", "")]), "odt");
    refuses("网页.mht", b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "mht");
    refuses("报告.txt", b"", "空");
    refuses("报告.txt", b" \n", "没有文字");
    refuses("报告.txt", &[0x80, 0xff, 0x00, 0x13, 0x80, 0x81, 0xff], "编码");
    refuses("报告.ofd", &archive(&[("OFD.xml", "<a/>"), ("Encryptions.xml", "<a/>")]), "加了密");
}

#[test]
fn broken_files_are_called_broken() {
    let whole = word("<w:p><w:r><w:t>正文</w:t></w:r></w:p>", &[]);
    refuses("报告.docx", &whole[..whole.len() / 2], "不完整");
    refuses("报告.docx", &archive(&[("word/document.xml", "<w:document><w:body>")]), "不完整");
    refuses("报告.pdf", b"%PDF-1.7\nnothing", "不完整");
    refuses("扫描.pdf", &pdf(&[&[]], Font::Mapped), "扫描件");
}

#[test]
fn a_word_file_called_text_is_told_as_such() {
    refuses("report.txt", &word("<w:p/>", &[]), ".docx");
    refuses("report.txt", &compound("WordDocument"), "Word");
}
