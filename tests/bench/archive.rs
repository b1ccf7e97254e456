//! What a search over an archive of a thousand reports fetches, and whether it finds them all. The reports
//! are the texts of a folder, over and over with other numbers in them.
//!
//! `cargo run --release --example archive [FOLDER] [REPORTS]`

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Instant;

use report_explorer::answer::archive::ArchiveSearch;
use report_explorer::ingest::source::{File, SourceFiles};
use report_explorer::ingest::{decode, ingest};
use report_explorer::model::Report;
use report_explorer::route::Route;
use report_explorer::search::archive::{ArchiveQuery, CATALOG, Catalog, files};
use report_explorer::search::fold::Folding;
use report_explorer::site::compress::compressed;

fn texts(folder: &Path, found: &mut Vec<String>) {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|it| it.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            texts(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "txt") {
            found.extend(std::fs::read_to_string(&path).ok().filter(|text| text.len() > 9_000));
        }
    }
}

/// The text as the report of that number has it: other digits, its paragraphs in another order.
fn changed(text: &str, nth: usize) -> String {
    let digit = |ch: char| match ch.to_digit(10) {
        Some(digit) => char::from_digit((digit + nth as u32) % 10, 10).unwrap_or(ch),
        None => ch,
    };
    let mut lines: Vec<String> =
        text.lines().map(|line| line.chars().map(digit).collect()).collect();
    let turn = nth % lines.len().max(1);
    lines.rotate_left(turn);
    // A text ends with a full stop.
    lines.push("完。".to_string());
    lines.join("\n")
}

fn report(text: String, nth: usize) -> Report {
    let file = |path: &str, text: &str| File { path: path.to_string(), bytes: text.into() };
    let source = SourceFiles {
        year: 1900 + (nth % 100) as u16,
        report: file("report.txt", &text),
        annotations: file("annotations.json", r#"{"schema": 1, "figures": []}"#),
        terms: file("terms.json", r#"{"terms": []}"#),
        site: file("site.json", r#"{"place": "一处"}"#),
        ..SourceFiles::default()
    };
    let mut report = ingest(&decode(&source).unwrap_or_else(|issues| panic!("{}", issues[0])));
    report.folder = format!("place-{}", nth / 100);
    report
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap_or_else(|| "../shared/reports".to_string());
    let n_reports: usize = arguments.next().and_then(|n| n.parse().ok()).unwrap_or(1000);
    let mut known =
        vec![std::fs::read_to_string("data/2020/report.txt").expect("the first report")];
    texts(Path::new(&folder), &mut known);
    let reports: Vec<Report> =
        (0..n_reports).map(|nth| report(changed(&known[nth % known.len()], nth), nth)).collect();
    let n_characters: usize = reports.iter().map(|report| report.text.chars().count()).sum();
    let begun = Instant::now();
    let index: BTreeMap<String, Vec<u8>> =
        files(&reports.iter().collect::<Vec<_>>()).into_iter().collect();
    let size: usize = index.values().map(Vec::len).sum();
    println!(
        "{n_reports} reports, {n_characters} characters: {} files, {size} B, made in {:.1} s",
        index.len(),
        begun.elapsed().as_secs_f64()
    );

    let folding = Folding::of(&Default::default());
    let folded: Vec<String> = reports
        .iter()
        .map(|report| {
            let parts = report.sentences().map(|(_, sentence)| {
                folding.chars(report.slice(sentence.span)).into_iter().collect::<String>()
            });
            parts.collect::<Vec<_>>().join("\n")
        })
        .collect();
    let packed = |path: &String| {
        let file = [(path.clone(), index[path].clone())];
        let gzip = compressed(&file).into_iter().find(|(path, _)| path.ends_with(".gz"));
        gzip.map_or(index[path].len(), |(_, bytes)| bytes.len())
    };
    let catalog = Catalog::read(&index[CATALOG]).expect("a catalog");
    println!("catalog: {} B, gzip {} B", index[CATALOG].len(), packed(&CATALOG.to_string()));
    println!("query\treports\tof\tfiles\tB\tgzip B\tms");
    let (mut most, mut missed) = ((0, 0), 0);
    for nth in 0..40 {
        let chars: Vec<char> =
            known[nth % known.len()].chars().filter(|ch| ('一'..='龥').contains(ch)).collect();
        let start = (nth * 997) % (chars.len() - 8);
        let query: String = chars[start..start + 2 + nth % 5].iter().collect();
        let asked = ArchiveQuery::of(&query).expect("two characters");
        let shards: Vec<Vec<u8>> =
            catalog.shards(&asked).iter().map(|path| index[path].clone()).collect();
        let begun = Instant::now();
        let candidates = catalog.candidates(&asked, &shards);
        let elapsed = begun.elapsed().as_secs_f64() * 1000.0;
        let found: BTreeSet<usize> = candidates.iter().map(|candidate| candidate.report).collect();
        let holding: BTreeSet<usize> =
            (0..reports.len()).filter(|nth| folded[*nth].contains(&query)).collect();
        missed += holding.difference(&found).count();
        let mut search = ArchiveSearch::default();
        search.begin(&Route::parse("2020/search/"), &query, 0);
        let mut fetched: Vec<String> = Vec::new();
        loop {
            let wanted = search.wanted().to_vec();
            let come: Vec<Vec<u8>> = wanted.iter().map(|path| index[path].clone()).collect();
            fetched.extend(wanted);
            if search.go_on(&come).is_some() {
                break;
            }
        }
        fetched.retain(|path| path != CATALOG);
        let (plain, gzip) =
            (fetched.iter().map(|path| index[path].len()).sum(), fetched.iter().map(packed).sum());
        most = most.max((gzip, plain));
        println!(
            "{query}\t{}\t{}\t{}\t{plain}\t{gzip}\t{elapsed:.1}",
            found.len(),
            holding.len(),
            fetched.len()
        );
    }
    println!(
        "most a query fetches: {} B gzip ({} B plain); reports missed: {missed}",
        most.0, most.1
    );
}
