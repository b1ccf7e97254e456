//! Files as servers may send them, compressed once and as well as can be: `.br` and `.gz` beside
//! each.

use zopfli::{Format, Options};

use super::SiteFile;
use super::assets::is_of_desk;
use super::gzip::{INDEX, pack};

/// Files that do not get smaller: they are compressed already.
const COMPRESSED: &[&str] = &[".png", ".zip", ".xlsx", ".docx", "desk.html"];
/// What a smaller file is not worth a second one.
const LEAST: usize = 512;

/// Gives what was made of these bytes in the way of that name, made now or before.
pub type Keep<'a> = &'a (dyn Fn(&str, &[u8], &dyn Fn() -> Vec<u8>) -> Vec<u8> + Sync);

/// The compressed files of those that get smaller, all of them made now.
pub fn compressed(files: &[SiteFile]) -> Vec<SiteFile> {
    compressed_or_kept(files, &|_, _, make| make())
}

/// The compressed files of those that get smaller; as many at once as there are processors.
pub fn compressed_or_kept(files: &[SiteFile], keep: Keep<'_>) -> Vec<SiteFile> {
    let worth_it = |(path, bytes): &&SiteFile| {
        // The page asks for all of the index as gzip.
        (bytes.len() >= LEAST || path.starts_with(INDEX))
            && !COMPRESSED.iter().any(|end| path.ends_with(end))
    };
    let n_threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = |at: usize| {
        let files = files.iter().filter(worth_it).skip(at).step_by(n_threads);
        files
            .flat_map(|(path, bytes)| {
                // What only the desk loads is not worth minutes.
                let is_small = path.ends_with(".wasm") && !is_of_desk(path);
                let packed = match is_small {
                    true => keep("small.gz", bytes, &|| pack_small(bytes)),
                    false => keep("gz", bytes, &|| pack(bytes)),
                };
                let brotli = keep("br", bytes, &|| brotli(bytes));
                [(format!("{path}.br"), brotli), (format!("{path}.gz"), packed)]
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

/// The bytes as gzip of the least size there is, which takes its time.
fn pack_small(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    // Memory is always written to.
    let _ = zopfli::compress(Options::default(), Format::Gzip, bytes, &mut out);
    out
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
