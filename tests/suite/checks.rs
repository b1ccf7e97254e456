//! Every named check has a folder of its name that fails it; the base passes all.

use std::path::Path;

use report_explorer::check::{CHECKS, check};
use report_explorer::files;
use report_explorer::ingest::source::SourceFiles;
use report_explorer::issue::Issue;

const FOLDER: &str = "tests/suite/checks";

/// The base with the files that the fixture puts in their place.
fn fixture(name: &str) -> SourceFiles {
    let file = |file: &str| {
        let own = Path::new(FOLDER).join(name).join(file);
        let path = if own.exists() { own } else { Path::new(FOLDER).join("base").join(file) };
        files::read(&path).expect("the base is complete")
    };
    SourceFiles {
        year: 2020,
        report: file("report.txt"),
        annotations: file("annotations.json"),
        terms: file("terms.json"),
        site: file("site.json"),
    }
}

#[test]
fn the_base_passes_every_check() {
    assert_eq!(check(&fixture("base")).err(), None);
}

#[test]
fn every_check_fails_on_its_fixture_and_says_where_and_what_to_do() {
    for known in CHECKS {
        assert!(Path::new(FOLDER).join(known.name).is_dir(), "no fixture for {}", known.name);
        let issues = check(&fixture(known.name)).err().unwrap_or_default();
        let issue: &Issue = issues
            .iter()
            .find(|issue| issue.check == known.name)
            .unwrap_or_else(|| panic!("{} did not fail: {issues:?}", known.name));
        assert!(issue.file.contains(known.name) || issue.file.contains("base"), "{issue}");
        assert!(issue.line > 0 && !issue.problem.is_empty() && !issue.remedy.is_empty(), "{issue}");
    }
}

#[test]
fn every_fixture_belongs_to_a_check() {
    for entry in std::fs::read_dir(FOLDER).expect("the folder is there") {
        let name = entry.expect("readable").file_name().into_string().expect("UTF-8");
        assert!(
            name == "base" || CHECKS.iter().any(|known| known.name == name),
            "{name} belongs to no check"
        );
    }
}

#[test]
fn all_issues_are_said_at_once_with_their_lines() {
    let mut source = fixture("base");
    let text = String::from_utf8(source.annotations.bytes.clone()).expect("UTF-8");
    let text =
        text.replace("公证事项3465件\"", "公证事项9999件\"").replace("\"整改20家\"", "\"整改\"");
    source.annotations.bytes = text.into_bytes();
    let issues = check(&source).expect_err("two quotes are wrong");
    let found: Vec<(&str, usize)> = issues
        .iter()
        .filter(|issue| issue.file.ends_with("annotations.json"))
        .map(|issue| (issue.check, issue.line))
        .collect();
    assert!(
        found.contains(&("quote-found-once", 5)) && found.contains(&("value-parses", 10)),
        "{found:?}"
    );
    assert!(
        issues.iter().filter(|issue| issue.check == "numbers-accounted").count() == 2,
        "the two numbers are left unaccounted"
    );
}
