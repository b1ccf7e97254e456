//! Files as servers may send them, compressed once and as well as can be: `.br` and `.gz` beside
//! each.

use std::io::Write as _;

use zopfli::{Format, Options};

use super::SiteFile;

/// Files that do not get smaller: they are compressed already.
const COMPRESSED: &[&str] = &[".png", ".zip", ".xlsx"];
/// What a smaller file is not worth a second one.
const LEAST: usize = 512;

/// The compressed files of those that get smaller; as many at once as there are processors.
pub fn compressed(files: &[SiteFile]) -> Vec<SiteFile> {
    let worth_it = |(path, bytes): &&SiteFile| {
        bytes.len() >= LEAST && !COMPRESSED.iter().any(|end| path.ends_with(end))
    };
    let n_threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = |at: usize| {
        let files = files.iter().filter(worth_it).skip(at).step_by(n_threads);
        files
            .flat_map(|(path, bytes)| {
                let packed = if path.ends_with(".wasm") { pack(bytes) } else { gzip(bytes) };
                [(format!("{path}.br"), brotli(bytes)), (format!("{path}.gz"), packed)]
            })
            .collect::<Vec<_>>()
    };
    std::thread::scope(|scope| {
        let shares: Vec<_> = (0..n_threads).map(|at| scope.spawn(move || share(at))).collect();
        shares
            .into_iter()
            .flat_map(|share| share.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    })
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut out = Vec::new();
    // Memory is always written to.
    let _ = brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters);
    out
}

/// The bytes as gzip of the least size there is, which takes its time: what readers load as gzip.
pub(super) fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    // Memory is always written to.
    let _ = zopfli::compress(Options::default(), Format::Gzip, bytes, &mut out);
    out
}

/// The bytes as gzip.
fn gzip(bytes: &[u8]) -> Vec<u8> {
    // Without name and time: the same bytes for the same file.
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}
