//! Text files of every encoding; the text itself stays as it is.

use encoding_rs::GB18030;

use super::{document, notes};

const TEXT: &str = "一、总体情况\n　　全年办理行政复议案件１２３件，\u{a0}增长3.5%。\n二、存在的不足\n  还有差距。\n\n";

#[test]
fn utf_8_comes_back_to_the_byte_and_without_notes() {
    let read = document("report.txt", TEXT.as_bytes());
    assert_eq!(read.text, TEXT);
    assert!(read.notes.is_empty(), "{:?}", read.notes);
}

#[test]
fn every_encoding_is_found_by_itself() {
    let mark = |bytes: Vec<u8>, mark: &[u8]| [mark, &bytes].concat();
    let little: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let files = [
        ("UTF-8 with a mark", mark(TEXT.as_bytes().to_vec(), b"\xef\xbb\xbf")),
        ("UTF-16LE", mark(little.clone(), b"\xff\xfe")),
        ("UTF-16BE", mark(big.clone(), b"\xfe\xff")),
        ("UTF-16LE without a mark", little),
        ("UTF-16BE without a mark", big),
        ("GB18030", GB18030.encode(TEXT).0.into_owned()),
    ];
    for (name, bytes) in files {
        let read = document("report.txt", &bytes);
        assert_eq!(read.text, TEXT, "{name}");
        assert!(!read.notes.is_empty(), "{name} is told");
    }
}

#[test]
fn line_ends_and_what_nobody_sees_are_told() {
    let read =
        document("a.txt", "标\u{ad}题\u{feff}\r\n正\u{202e}文\u{200b}\t甲\u{c}乙。\r\n".as_bytes());
    assert_eq!(read.text, "标题\n正文 甲乙。\n");
    for words in ["软连字符", "字节顺序标记", "文字方向符", "零宽空格", "换页符", "CRLF", "制表符"]
    {
        assert!(notes(&read, words), "{words}: {:?}", read.notes);
    }
}

proptest::proptest! {
    #[test]
    fn any_text_that_can_be_seen_comes_back(text in "[一二三、。（）0-9a-z \n　％]{1,80}") {
        proptest::prop_assume!(!text.trim().is_empty());
        assert_eq!(document("a.txt", text.as_bytes()).text, text);
    }

    #[test]
    fn no_bytes_make_it_fail(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..300)) {
        let heads: [&[u8]; 7] =
            [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html><body>", b"\xff\xfe", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"];
        for head in heads {
            let bytes = [head, &bytes].concat();
            if let Ok(read) = report_explorer::extract::read("a", &bytes) {
                assert!(!read.text.chars().any(|ch| ch.is_control() && ch != '\n'), "{read:?}");
            }
        }
    }
}
