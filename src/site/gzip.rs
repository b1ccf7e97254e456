//! Files as gzip, made and read.

use std::io::{Read as _, Write as _};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use zopfli::{Format, Options};

/// The bytes as gzip of the least size there is, which takes its time: what readers load as gzip.
pub(super) fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    // Memory is always written to.
    let _ = zopfli::compress(Options::default(), Format::Gzip, bytes, &mut out);
    out
}

/// The bytes as gzip.
pub(super) fn pack_quickly(bytes: &[u8]) -> Vec<u8> {
    // Without name and time: the same bytes for the same file.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

/// What was packed.
pub(super) fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    GzDecoder::new(packed).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}
