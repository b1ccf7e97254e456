//! The architecture as a test: who may import whom, and how a file begins.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The layers of the library, lowest first; a module imports only from those before it.
const LAYERS: &[&str] = &[
    "text",
    "number",
    "model",
    "markup",
    "words",
    "palette",
    "issue",
    "ingest",
    "period",
    "route",
    "check",
    "draft",
    "archive",
    "exchange",
    "embed_code",
    "search",
    "answer",
    "export",
    "extract",
    "analysis",
    "compare",
    "chart",
    "app",
    "lexicon",
    "site",
    "desk",
    "raster",
    "files",
    "serve",
];

pub(super) fn sources() -> Vec<PathBuf> {
    fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("src is there") {
            let path = entry.expect("readable").path();
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    collect(Path::new("src"), &mut found);
    found.sort();
    found
}

/// The lines that are no comments.
fn code(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

fn layer(path: &Path) -> String {
    let below = path.strip_prefix("src").expect("below src");
    below
        .components()
        .next()
        .map(|first| first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_string())
        .unwrap_or_default()
}

#[test]
fn every_file_says_its_job_and_stays_readable() {
    for path in sources() {
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        assert!(text.starts_with("//!"), "{} does not say its job", path.display());
        let n_lines = text.lines().count();
        assert!(n_lines <= 400, "{} has {n_lines} lines", path.display());
    }
}

#[test]
fn imports_point_to_lower_layers_only() {
    for path in sources() {
        let own = layer(&path);
        let Some(rank) = LAYERS.iter().position(|known| *known == own) else { continue };
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        for used in code(&text).split("crate::").skip(1) {
            let module: String =
                used.chars().take_while(|ch| ch.is_ascii_lowercase() || *ch == '_').collect();
            let Some(used_rank) = LAYERS.iter().position(|known| *known == module) else {
                continue;
            };
            assert!(
                used_rank <= rank,
                "{} imports crate::{module}, a higher layer",
                path.display()
            );
        }
    }
}

/// The modules of one folder, each with those beside it that it imports.
fn siblings(folder: &Path) -> BTreeMap<String, Vec<String>> {
    let files = sources().into_iter().filter(|path| path.parent() == Some(folder));
    let modules: BTreeMap<String, String> = files
        .map(|path| {
            let name = path.file_stem().expect("a name").to_string_lossy().to_string();
            (name, code(&std::fs::read_to_string(&path).expect("UTF-8")))
        })
        .collect();
    let imports = |text: &str, name: &str| {
        let statements = text.split("super::").skip(1).filter_map(|rest| rest.split(';').next());
        let words = statements.flat_map(|statement| {
            let names = if statement.starts_with('{') { usize::MAX } else { 1 };
            statement
                .split(|ch: char| !(ch.is_alphanumeric() || ch == '_'))
                .filter(|word| !word.is_empty())
                .take(names)
        });
        let used: Vec<String> = words
            .filter(|word| *word != name)
            .map(str::to_string)
            .filter(|word| modules.contains_key(word))
            .collect();
        used
    };
    modules.iter().map(|(name, text)| (name.clone(), imports(text, name))).collect()
}

#[test]
fn modules_beside_each_other_import_in_one_direction() {
    for room in LAYERS {
        let mut imports = siblings(&Path::new("src").join(room));
        // What imports nothing that is left is below all others; where none is, there is a circle.
        while !imports.is_empty() {
            let names: Vec<String> = imports.keys().cloned().collect();
            imports.retain(|_, used| used.iter().any(|name| names.contains(name)));
            assert!(imports.len() < names.len(), "src/{room}: a circle among {names:?}");
        }
    }
}

#[test]
fn the_browser_is_touched_in_one_place() {
    for path in sources() {
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        let touches = ["web_sys::", "gloo::", "js_sys::", "wasm_bindgen::"]
            .iter()
            .any(|name| text.contains(name));
        // The page program's entry is what the browser calls.
        let is_browser = path.ends_with("app/browser.rs")
            || path.starts_with("src/app/browser")
            || path.ends_with("bin/page.rs")
            || path.ends_with("bin/desk.rs");
        assert!(!touches || is_browser, "{} touches the browser", path.display());
    }
}

#[test]
fn the_core_reads_no_files_and_no_clock() {
    // What is after it opens files, sockets or fonts.
    let core: Vec<&str> = LAYERS.iter().copied().take_while(|room| *room != "raster").collect();
    for path in sources().into_iter().filter(|path| core.contains(&layer(path).as_str())) {
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        let names = [
            "std::fs",
            "std::env",
            "std::net",
            "std::time",
            "HashMap",
            "HashSet",
            "Instant::",
            "SystemTime",
        ];
        for name in names {
            assert!(!text.contains(name), "{} uses {name}", path.display());
        }
        // Archives and compressed files are read and written through its traits, in memory.
        let in_memory =
            ["src/site", "src/extract", "src/desk"].iter().any(|room| path.starts_with(room));
        assert!(in_memory || !text.contains("std::io"), "{} uses std::io", path.display());
    }
}
