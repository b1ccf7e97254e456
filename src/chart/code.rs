//! The QR code of an address, so that a printed picture leads back to its page.

use qrcodegen::{QrCode, QrCodeEcc};

/// White modules around the code, as ISO/IEC 18004 asks.
const QUIET: i32 = 4;

/// The code's modules with the white around them, row by row; none for an address that is too long
/// for one.
pub fn modules(address: &str) -> Option<Vec<Vec<bool>>> {
    let code = QrCode::encode_text(address, QrCodeEcc::Low).ok()?;
    let range = -QUIET..code.size() + QUIET;
    Some(range.clone().map(|y| range.clone().map(|x| code.get_module(x, y)).collect()).collect())
}
