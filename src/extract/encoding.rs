//! Bytes to characters: finds by itself whether a file is UTF-8, UTF-16 or GB18030. A web page may
//! name another encoding, which counts where the bytes do not say better.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// Decoded text, and what its encoding is called.
pub(super) struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// UTF-8, UTF-16LE, gb18030 …
    pub encoding: &'static str,
    /// Whether a byte order mark was left out.
    pub had_mark: bool,
}

/// The text of `bytes`; none where it is text in no known encoding. `named` is what the file says
/// about itself.
pub(super) fn decode(bytes: &[u8], named: Option<&str>) -> Option<Decoded> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, &bytes[length..], true);
    }
    let named = named.and_then(|label| Encoding::for_label(label.as_bytes()));
    let is_whole = |decoded: &Decoded| is_prose(&decoded.text);
    decode_as(UTF_8, bytes, false)
        .filter(|decoded| !decoded.text.contains('\0'))
        .or_else(|| utf16_without_mark(bytes).filter(is_whole))
        .or_else(|| decode_as(UTF_8, bytes, false))
        .or_else(|| decode_as(GB18030, bytes, false).filter(is_whole))
        .or_else(|| decode_as(named?, bytes, false))
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8], had_mark: bool) -> Option<Decoded> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?.into_owned();
    Some(Decoded { text, encoding: encoding.name(), had_mark })
}

/// UTF-16 whose mark is lost: of both orders of bytes the one that makes prose.
fn utf16_without_mark(bytes: &[u8]) -> Option<Decoded> {
    let in_order = |encoding| decode_as(encoding, bytes, false);
    let n_common = |decoded: &Decoded| decoded.text.chars().filter(is_common).count();
    let both = [UTF_16LE, UTF_16BE].into_iter().filter_map(in_order);
    both.filter(|_| bytes.contains(&0)).max_by_key(n_common)
}

/// Whether an encoding makes Chinese of it: nearly any bytes decode to something.
fn is_prose(text: &str) -> bool {
    let n_chars = text.chars().count();
    text.chars().filter(is_common).count() * 10 >= n_chars * 9
        && !text.chars().any(|ch| ch.is_control() && !ch.is_whitespace())
}

/// Whether a character is usual in a Chinese text.
fn is_common(ch: &char) -> bool {
    matches!(ch, '\u{4e00}'..='\u{9fff}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}' | '“' | '”' | '—')
        || ch.is_ascii_graphic()
        || ch.is_whitespace()
}
