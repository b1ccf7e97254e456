//! Two reports side by side.

use std::path::Path;

use report_explorer::compare::{Basis, Pair, pairs};
use report_explorer::draft;
use report_explorer::ingest::{self, source::File};
use report_explorer::model::Report;
use report_explorer::text::Span;

/// A report of `../shared/reports` with the annotations that the program drafts; none without the folder.
fn drafted(path: &str, year: u16) -> Option<Report> {
    let text = std::fs::read_to_string(Path::new("../shared/reports").join(path)).ok()?;
    let source = super::bare_source(year, &text);
    let draft = draft::merge(&ingest::decode(&source).ok()?, "").json;
    let annotations = File { path: "annotations.json".to_string(), bytes: draft.into() };
    let source = ingest::SourceFiles { annotations, ..source };
    Some(ingest::ingest(&ingest::decode(&source).ok()?))
}

/// Judged by hand before the pairing was written: where the two numbers stand, and how sure.
struct Judged {
    earlier: Span,
    later: Span,
    is_sure: bool,
}

fn judged(key: &str) -> Vec<Judged> {
    key.lines()
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let at = |cell: usize| cells[cell].parse().expect("a place");
            Judged {
                earlier: Span::new(at(0), at(1)),
                later: Span::new(at(2), at(3)),
                is_sure: cells[4] == "sure",
            }
        })
        .collect()
}

#[test]
fn proposed_pairs_are_those_that_a_reader_judged_to_be_alike() {
    for (name, one, other, key) in [
        (
            "years",
            "guangming/2022.txt",
            "guangming/2023.txt",
            include_str!("compare/guangming.tsv"),
        ),
        (
            "places",
            "places-2022/luohu.txt",
            "places-2022/nanshan.txt",
            include_str!("compare/districts.tsv"),
        ),
    ] {
        let Some((earlier, later)) =
            drafted(one, 2021).zip(drafted(other, if name == "years" { 2022 } else { 2021 }))
        else {
            println!("skipped: no reports in ../shared/reports");
            return;
        };
        let judged = judged(key);
        let found = pairs(&earlier, &later);
        let is = |judged: &Judged, pair: &Pair| {
            judged.earlier.contains(earlier.figures[pair.earlier].span)
                && judged.later.contains(later.figures[pair.later].span)
        };
        let (right, wrong): (Vec<&Pair>, Vec<&Pair>) =
            found.iter().partition(|pair| judged.iter().any(|judged| is(judged, pair)));
        for pair in &wrong {
            let (a, b) = (&earlier.figures[pair.earlier], &later.figures[pair.later]);
            println!(
                "wrong {:?}: {} {} | {} {}",
                pair.basis,
                a.label,
                a.quantity.printed(),
                b.label,
                b.quantity.printed()
            );
        }
        let missed = judged.iter().filter(|judged| !found.iter().any(|pair| is(judged, pair)));
        for judged in missed {
            println!(
                "missed{}: {} | {}",
                if judged.is_sure { "" } else { " likely" },
                earlier.slice(judged.earlier).replace('\n', " "),
                later.slice(judged.later).replace('\n', " ")
            );
        }
        let sure = judged.iter().filter(|judged| judged.is_sure).count();
        let sure_found = judged
            .iter()
            .filter(|judged| judged.is_sure && found.iter().any(|pair| is(judged, pair)))
            .count();
        println!(
            "{name}: {} proposed, {} right; {} judged, {sure} sure of which {sure_found} found",
            found.len(),
            right.len(),
            judged.len()
        );
        assert!(found.iter().all(|pair| pair.basis != Basis::Editor));
    }
}
