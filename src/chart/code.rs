//! The QR code of an address, so that a printed picture leads back to its page. It has the least
//! error correction there is, which keeps it small.

use qrcodegen::{QrCode, QrCodeEcc};

/// White modules on every side of the code, as ISO/IEC 18004 asks.
const QUIET_ZONE: i32 = 4;

/// The code's modules row by row, dark or not, with the white ones around it; none for no address
/// and for one that is too long for a code.
pub fn modules(address: &str) -> Option<Vec<Vec<bool>>> {
    if address.is_empty() {
        return None;
    }
    let code = QrCode::encode_text(address, QrCodeEcc::Low).ok()?;
    let range = -QUIET_ZONE..code.size() + QUIET_ZONE;
    Some(range.clone().map(|y| range.clone().map(|x| code.get_module(x, y)).collect()).collect())
}
