//! What there is to upload, in groups: how many files and how large, counted in this very site. The
//! deploy guide says in which order they go up, and which of them may stay behind.

use super::assets::is_of_desk;
use super::{DATA, SiteFile};

/// What a hole of the guide stands for: `pages-count` or `pages-size` of each group, `all-count` and
/// `all-size`.
pub(super) fn value(files: &[SiteFile], hole: &str) -> Option<String> {
    let (group, what) = hole.rsplit_once('-')?;
    let sizes = files.iter().filter_map(|(path, bytes)| {
        (group == "all" || group == group_of(path)).then_some(bytes.len())
    });
    match (group, what) {
        (
            "program" | "pages" | "data" | "worker" | "single" | "desk" | "packed" | "all",
            "count",
        ) => Some(sizes.count().to_string()),
        (
            "program" | "pages" | "data" | "worker" | "single" | "desk" | "packed" | "all",
            "size",
        ) => Some(size(sizes.sum())),
        _ => None,
    }
}

/// The group of a file.
fn group_of(path: &str) -> &'static str {
    let is = |endings: &[&str]| endings.iter().any(|ending| path.ends_with(ending));
    match path {
        // Pages ask for these before any other.
        _ if is(&[".wasm.gz"]) && !is_of_desk(path) => "program",
        _ if is(&[".gz", ".br"]) => "packed",
        "explorer.html" => "single",
        "sw.js" => "worker",
        DATA | "desk.html" => "desk",
        _ if is_of_desk(path) => "desk",
        _ if is(&[".html"]) => "pages",
        // Named by their content; the loader for other people's pages keeps its name.
        _ if !path.contains('/') && path != "embed.js" && is(&[".js", ".css", ".wasm"]) => {
            "program"
        }
        _ => "data",
    }
}

/// Bytes as people read them.
fn size(n_bytes: usize) -> String {
    match n_bytes {
        0..1_000_000 => format!("{} kB", n_bytes.div_ceil(1000)),
        _ => format!("{}.{} MB", n_bytes / 1_000_000, n_bytes % 1_000_000 / 100_000),
    }
}
