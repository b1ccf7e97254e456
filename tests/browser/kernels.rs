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
    let parts = built("wasm");
    assert_eq!(parts.len(), 4, "{parts:?}");
    let later = [
        "saturating-float-to-int",
        "sign-extension",
        "simd",
        "multi-value",
        "bulk-memory",
        "reference-types",
    ];
    for part in parts {
        let outcome = Command::new(tools().join("npm/node_modules/.bin/wasm-validate"))
            .args(later.map(|name| format!("--disable-{name}")))
            .arg(&part)
            .output()
            .expect("wabt is installed");
        assert!(
            outcome.status.success(),
            "{}: {}",
            part.display(),
            String::from_utf8_lossy(&outcome.stderr)
        );
    }
}

#[test]
fn every_part_has_the_data_it_alone_uses() {
    // The report, the marks of hits, the links of a page, saving a picture.
    for (home, words) in [
        ("first", "调解矛盾纠纷案件"),
        ("search", "<mark>"),
        ("page", "aria-current"),
        ("rest", "toBlob"),
    ] {
        let holders: Vec<String> = built("wasm")
            .iter()
            .filter(|path| {
                std::fs::read(path)
                    .expect("readable")
                    .windows(words.len())
                    .any(|window| window == words.as_bytes())
            })
            .map(|path| {
                path.file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .split('-')
                    .next()
                    .unwrap_or_default()
                    .to_string()
            })
            .collect();
        assert_eq!(holders, [home], "{words}");
    }
}

#[test]
fn v8_of_2018_compiles_the_module() {
    let script = "new WebAssembly.Module(require('fs').readFileSync(process.argv[1]))";
    for part in built("wasm") {
        let outcome = Command::new(tools().join("bin/node-v8-6.8"))
            .args(["-e", script])
            .arg(&part)
            .output()
            .expect("the old kernel is installed");
        assert!(
            outcome.status.success(),
            "{}: {}",
            part.display(),
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
