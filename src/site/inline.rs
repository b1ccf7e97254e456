//! Files inside a page, for those that hold all they need: bytes as text that an HTML parser gives back
//! as it was. The scripts of such pages find each by its id.

/// A file inside the page, packed; `program.bytes` of `src/app/single_file.js` gives its bytes.
pub fn inline(id: &str, packed: &[u8]) -> String {
    let (length, text) = (packed.len(), as_text(packed));
    format!("<script type=\"text/plain\" id=\"{id}\" data-length=\"{length}\">{text}</script>\n")
}

/// Characters that a parser changes, that could end the script, or that a terminal or an old editor acts on.
const KEPT_OUT: [u8; 8] = *b"\0\t\n\r\x1a\x1b<\x7f";

/// Bytes as characters of a script's text: seven bits are one, as in ASCII. For one of [`KEPT_OUT`] and the
/// seven bits behind it one of two bytes of UTF-8 stands, so that nothing is lost by it: the text is an eighth of
/// the bytes longer (base64: a third). The last character is filled up with zeros.
fn as_text(bytes: &[u8]) -> String {
    let n_digits = (bytes.len() * 8).div_ceil(7);
    let digit = |at: usize| {
        let (byte, shift) = (at * 7 / 8, at * 7 % 8);
        let two = [byte, byte + 1].map(|at| bytes.get(at).copied().unwrap_or_default());
        (u16::from_be_bytes(two) >> (9 - shift)) as u8 & 0x7f
    };
    let mut text = String::with_capacity(n_digits);
    let mut digits = (0..n_digits).map(digit);
    while let Some(one) = digits.next() {
        text.push(match KEPT_OUT.iter().position(|kept_out| *kept_out == one) {
            None => char::from(one),
            Some(which) => {
                let pair = (which as u32 + 2) << 7 | u32::from(digits.next().unwrap_or_default());
                char::from_u32(pair).unwrap_or_default()
            }
        });
    }
    text
}
