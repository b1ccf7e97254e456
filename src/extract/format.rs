//! What a file is, by its first bytes and not by its name. Files that no text can be read from are
//! refused here, each by what it is.

use serde::{Deserialize, Serialize};

use super::archive::Archive;
use super::{Answer, broken, refuse};

/// A format that text is read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// A text file.
    Text,
    /// Word, since 2007: .docx.
    Word,
    /// A saved web page.
    WebPage,
    /// PDF with a text layer.
    Pdf,
    /// OFD, the national format of laid-out documents.
    Ofd,
}

impl Format {
    /// Its usual extension.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Text => "txt",
            Format::Word => "docx",
            Format::WebPage => "html",
            Format::Pdf => "pdf",
            Format::Ofd => "ofd",
        }
    }

    /// What the file `name` is.
    pub(super) fn of(name: &str, bytes: &[u8]) -> Answer<Format> {
        let extension = name.rsplit_once('.').map_or(String::new(), |(_, end)| end.to_lowercase());
        let format = by_content(&extension, bytes)?;
        let claims_text = matches!(extension.as_str(), "txt" | "text");
        if claims_text && !matches!(format, Format::Text | Format::WebPage) {
            let real = format.extension();
            return Err(refuse(
                &format!("这是 .{real} 文件，只是名字写成了 .{extension}"),
                &format!("把名字改回 .{real} 再试，或用原来的软件另存为文本（UTF-8）"),
            ));
        }
        // A text that speaks of web pages is still a text.
        Ok(if claims_text { Format::Text } else { format })
    }
}

fn by_content(extension: &str, bytes: &[u8]) -> Answer<Format> {
    if bytes.is_empty() {
        return Err(refuse("文件是空的", "重新下载或复制一次，看看原件里有没有内容"));
    }
    refuse_pictures_and_archives(bytes)?;
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Err(compound_file(extension, bytes));
    }
    if bytes.starts_with(b"PK") {
        return in_archive(extension, bytes);
    }
    if find(&bytes[..bytes.len().min(1024)], b"%PDF-") {
        return Ok(Format::Pdf);
    }
    if bytes.starts_with(b"{\\rtf") {
        return Err(refuse("这是 RTF 文件，不能直接读", SAVE_AS_WORD));
    }
    let head = bytes[..bytes.len().min(4096)].to_ascii_lowercase();
    if find(&head, b"mime-version:") && find(&head, b"multipart/related") {
        return Err(refuse(
            "这是“单个文件网页”（.mht），不能直接读",
            "在浏览器里重新打开这个网页，另存为“网页，仅 HTML”（.html）再试",
        ));
    }
    let looks_like_page =
        [&b"<!doctype html"[..], b"<html", b"<head", b"<body"].iter().any(|mark| find(&head, mark))
            || matches!(extension, "html" | "htm" | "shtml" | "xhtml");
    if matches!(extension, "docx" | "pdf" | "ofd") {
        return Err(refuse(
            &format!("文件坏了，或者不是 .{extension} 文件，只是名字像"),
            "重新下载或复制一次；能用原来的软件打开的，另存一份再试",
        ));
    }
    Ok(if looks_like_page { Format::WebPage } else { Format::Text })
}

const SAVE_AS_WORD: &str = "用 Word 或 WPS 打开，另存为“Word 文档（.docx）”再试";

fn refuse_pictures_and_archives(bytes: &[u8]) -> Answer<()> {
    let pictures: [(&[u8], &str); 8] = [
        (b"\x89PNG", "PNG"),
        (b"\xff\xd8\xff", "JPEG"),
        (b"GIF8", "GIF"),
        (b"BM", "BMP"),
        (b"II*\0", "TIFF"),
        (b"MM\0*", "TIFF"),
        (b"RIFF", "WebP"),
        (b"\0\0\0\x0cjP", "JPEG 2000"),
    ];
    // BM opens many a text, too; in a picture zeros follow.
    let is_picture = |mark: &[u8]| {
        bytes.starts_with(mark) && (mark != b"BM" || bytes[..bytes.len().min(16)].contains(&0))
    };
    if let Some((_, kind)) = pictures.iter().find(|(mark, _)| is_picture(mark)) {
        return Err(refuse(
            &format!("这是图片（{kind}），里面没有文字"),
            "找有文字的原件（.docx、.pdf）；只有图片时，先用文字识别（OCR）转成文字，逐字核对后存为 .docx",
        ));
    }
    let archives: [(&[u8], &str); 3] =
        [(b"Rar!", "RAR"), (b"7z\xbc\xaf", "7z"), (b"\x1f\x8b", "GZIP")];
    match archives.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        Some((_, kind)) => {
            Err(refuse(&format!("这是压缩包（{kind}）"), "先解压，再用里面的报告文件试"))
        }
        None => Ok(()),
    }
}

/// The refusal of a compound file: Word of before 2007, WPS, or a document with a password. The
/// names inside are UTF-16.
fn compound_file(extension: &str, bytes: &[u8]) -> (String, String) {
    let holds = |name: &str| {
        let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        find(bytes, &units)
    };
    if holds("EncryptedPackage") || holds("EncryptionInfo") {
        return refuse(
            "文件加了密码，读不了",
            "用 Word 或 WPS 打开，去掉打开密码（文件→信息→保护文档），另存为 .docx 再试",
        );
    }
    let kind = match extension {
        "wps" => "WPS 文字文件（.wps）",
        _ if holds("WordDocument") => "老格式的 Word 文件（.doc）",
        "xls" | "et" => "老格式的表格文件",
        "ppt" | "dps" => "老格式的演示文件",
        _ => "老格式的 Office 文件",
    };
    refuse(&format!("这是{kind}，不能直接读"), SAVE_AS_WORD)
}

fn in_archive(extension: &str, bytes: &[u8]) -> Answer<Format> {
    let Some(archive) = Archive::open(bytes) else {
        return Err(broken(if extension == "ofd" { ".ofd" } else { ".docx" }));
    };
    let names = archive.names();
    let holds = |path: &str| names.iter().any(|name| name.eq_ignore_ascii_case(path));
    let below = |folder: &str| names.iter().any(|name| name.starts_with(folder));
    if holds("OFD.xml") {
        Ok(Format::Ofd)
    } else if below("word/") || (holds("[Content_Types].xml") && extension == "docx") {
        Ok(Format::Word)
    } else if below("xl/") || below("ppt/") {
        Err(refuse("这是表格或演示文件，不是报告文本", "把报告正文复制到 Word，存为 .docx 再试"))
    } else if holds("content.xml") && holds("mimetype") {
        Err(refuse("这是 ODF 文件（.odt），不能直接读", SAVE_AS_WORD))
    } else {
        Err(refuse("这是压缩包（ZIP）", "先解压，再用里面的报告文件试"))
    }
}

/// Whether `needle` lies in `bytes`.
fn find(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}
