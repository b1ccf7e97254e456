//! Builds the newest year's report into the page. Only the page needs it: the tool reads `data/`
//! when it runs, so that broken data is told of in its own words and never by a compiler.

#![allow(dead_code, unused_imports, missing_docs, unreachable_pub)]

mod check;
mod files;
mod ingest;
mod issue;
mod lexicon;
mod model;
mod number;
mod text;

use std::path::PathBuf;

fn main() {
    println!("cargo::rerun-if-changed=data");
    if std::env::var_os("CARGO_FEATURE_PAGE").is_none() {
        return;
    }
    let Some(out) = std::env::var_os("OUT_DIR").map(PathBuf::from) else { return };
    let report = files::years("data".as_ref())
        .and_then(|years| years.first().copied().ok_or_else(|| "data/: no year in it".to_string()))
        .and_then(|year| files::read_year("data".as_ref(), year))
        .and_then(|source| {
            check::check(&source)
                .map_err(|issues| format!("{} issues in data/: run `make check`", issues.len()))
        });
    let written = report.and_then(|mut report| {
        report.lexicon = lexicon::lexicon_of(&report);
        let bytes = postcard::to_allocvec(&report).map_err(|error| error.to_string())?;
        std::fs::write(out.join("report.postcard"), bytes).map_err(|error| error.to_string())
    });
    if let Err(message) = written {
        println!("cargo::error={message}");
    }
}
