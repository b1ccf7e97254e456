//! What a site of many reports costs to render, without drawing and compressing, which are kept by what
//! they are made of: a quarter of the reports, half of them, all. Twice as many should take twice as long.
//!
//! `cargo run --example render -- DATA`

use std::path::Path;
use std::time::Instant;

use report_explorer::check::examine;
use report_explorer::files;
use report_explorer::lexicon::lexicon_of;
use report_explorer::model::Report;
use report_explorer::site;

fn main() {
    let data = std::env::args().nth(1).unwrap_or_else(|| "data".to_string());
    let data = Path::new(&data);
    let program = files::program(Path::new("index.html"), Path::new("target/program"), false);
    let program = program.unwrap_or_else(|refusal| panic!("{refusal}"));
    let begun = Instant::now();
    let editions = files::editions(data).unwrap_or_else(|refusal| panic!("{refusal}"));
    let read = editions.into_iter().map(|edition| {
        let source =
            files::read_edition(data, edition).unwrap_or_else(|refusal| panic!("{refusal}"));
        let examined =
            examine(&source, lexicon_of).unwrap_or_else(|issues| panic!("{}", issues[0]));
        &*Box::leak(Box::new(examined.report))
    });
    let reports: Vec<&'static Report> = read.collect();
    let n_figures: usize = reports.iter().map(|report| report.figures.len()).sum();
    let seconds = begun.elapsed().as_secs_f64();
    println!("{} reports, {n_figures} figures: read and checked in {seconds:.1} s", reports.len());
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    for share in [4, 2, 1] {
        let some = &reports[..reports.len().div_ceil(share)];
        let begun = Instant::now();
        let draw = |_: &str, _: u32| Ok(Vec::new());
        let made = site::site(&program, some, Vec::new(), &draw, |_| Vec::new());
        let files = tokio::task::LocalSet::new().block_on(&runtime, made);
        let files = files.unwrap_or_else(|refusal| panic!("{refusal}"));
        let seconds = begun.elapsed().as_secs_f64();
        let n_bytes: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
        println!(
            "{:>4} reports: {seconds:>6.2} s, {:.2} s a report; {} files, {:.1} MB",
            some.len(),
            seconds / some.len() as f64,
            files.len(),
            n_bytes as f64 / 1e6
        );
    }
}
