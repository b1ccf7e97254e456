//! Files as gzip.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::SiteFile;
use super::assets::is_of_desk;

/// The folder of the index over all reports.
pub(super) const INDEX: &str = "search/";

/// The bytes as gzip.
pub(super) fn pack(bytes: &[u8]) -> Vec<u8> {
    // Without name and time: the same bytes for the same file.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

/// The programs that readers load, and the data that those ask for, as gzip beside those of `files`: no host but a
/// careful one compresses them.
pub fn packed_programs(files: &[SiteFile]) -> Vec<SiteFile> {
    let is_asked_for = |path: &str| {
        let is_program = path.ends_with(".wasm") && !is_of_desk(path);
        is_program || path.ends_with(".postcard") || path.starts_with(INDEX)
    };
    let packed = files.iter().filter(|(path, _)| is_asked_for(path));
    packed.map(|(path, bytes)| (format!("{path}.gz"), pack(bytes))).collect()
}
