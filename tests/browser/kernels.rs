//! The gates for old kernels: the program is MVP with mutable globals, and V8 6.8 compiles it.

use std::path::PathBuf;
use std::process::Command;

use crate::chromium::dist;

fn built(extension: &str) -> Vec<PathBuf> {
    let files = std::fs::read_dir(dist()).expect("the site is there");
    files
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|known| known == extension))
        .collect()
}

fn tools() -> PathBuf {
    PathBuf::from(
        std::env::var_os("REPORT_EXPLORER_TOOLS")
            .expect("run through `make test`, which knows where the tools are"),
    )
}

#[test]
fn the_module_uses_no_feature_later_than_mvp_and_mutable_globals() {
    let programs = built("wasm");
    assert_eq!(programs.len(), 2, "{programs:?}");
    let later = [
        "saturating-float-to-int",
        "sign-extension",
        "simd",
        "multi-value",
        "bulk-memory",
        "reference-types",
    ];
    for program in programs {
        let outcome = Command::new(tools().join("npm/node_modules/.bin/wasm-validate"))
            .args(later.map(|name| format!("--disable-{name}")))
            .arg(&program)
            .output()
            .expect("wabt is installed");
        assert!(
            outcome.status.success(),
            "{}: {}",
            program.display(),
            String::from_utf8_lossy(&outcome.stderr)
        );
    }
}

/// Whether a file of the site whose name begins so holds these words.
fn holds(name: &str, words: &str) -> bool {
    let mut files = built("wasm").into_iter();
    let is_meant = |path: &PathBuf| {
        path.file_name().is_some_and(|file| file.to_string_lossy().starts_with(name))
    };
    let file = files.find(is_meant).expect("it is there");
    let bytes = std::fs::read(file).expect("readable");
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn both_programs_have_the_report_and_only_the_page_what_it_alone_uses() {
    for name in ["search-", "page-"] {
        assert!(holds(name, "调解矛盾纠纷案件"), "{name}");
    }
    assert!(holds("search-", "<mark>") && holds("page-", "aria-current"));
    assert!(!holds("search-", "aria-current"), "the search program has pages in it");
}

#[test]
fn v8_of_2018_compiles_the_module() {
    let script = "new WebAssembly.Module(require('fs').readFileSync(process.argv[1]))";
    for program in built("wasm") {
        let outcome = Command::new(tools().join("bin/node-v8-6.8"))
            .args(["-e", script])
            .arg(&program)
            .output()
            .expect("the old kernel is installed");
        assert!(
            outcome.status.success(),
            "{}: {}",
            program.display(),
            String::from_utf8_lossy(&outcome.stderr)
        );
    }
}

#[test]
fn scripts_use_no_syntax_later_than_es2020() {
    for path in built("js") {
        let script = std::fs::read_to_string(&path).expect("UTF-8");
        for later in ["??=", "||=", "&&=", " #", "static {", "\nawait "] {
            assert!(!script.contains(later), "{} has {later}", path.display());
        }
    }
}
