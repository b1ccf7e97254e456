//! Text files. Nothing is changed but the encoding, line ends and what nobody sees: a text that is
//! UTF-8 already comes back to the byte.

use super::encoding::decode;
use super::writer::Writer;
use super::{Answer, refuse};

/// Takes a text file down.
pub(super) fn read(bytes: &[u8], writer: &mut Writer) -> Answer<()> {
    let Some(decoded) = decode(bytes, None) else {
        return Err(refuse(
            "不是文字，或编码认不出（不是 UTF-8、UTF-16，也不是 GB18030）",
            "用能打开它的软件打开，另存为“UTF-8”文本或 .docx 再试",
        ));
    };
    if decoded.had_mark {
        writer.note("去掉文件开头看不见的字节顺序标记（BOM）".to_string());
    }
    if decoded.encoding != "UTF-8" {
        writer.note(format!("由 {} 编码转为 UTF-8", decoded.encoding));
    }
    let text = decoded.text.replace("\r\n", "\n");
    if text.len() < decoded.text.len() {
        writer.note("Windows 换行（CRLF）换成普通换行".to_string());
    }
    writer.words(&text);
    Ok(())
}
