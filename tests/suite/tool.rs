//! The tool as it is run: exit codes, one clear message, nothing half-written.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_report-explorer"))
        .args(arguments)
        .output()
        .expect("the tool runs")
}

/// Exits with an error whose words hold all of `words`.
#[track_caller]
fn fails(arguments: &[&str], words: &[&str]) {
    let output = run(arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    for word in words {
        assert!(said.contains(word), "{word} is not in: {said}");
    }
}

/// A folder of its own with a copy of the data.
fn data(name: &str) -> PathBuf {
    let folder = Path::new("target/tool-tests").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("2020")).expect("room in target");
    for file in ["terms.json", "site.json", "2020/report.txt", "2020/annotations.json"] {
        fs::copy(Path::new("data").join(file), folder.join(file)).expect("the data is there");
    }
    folder
}

#[test]
fn good_data_passes_and_is_counted() {
    let output = run(&["check"]);
    assert!(output.status.success());
    assert!(
        String::from_utf8_lossy(&output.stdout)
            .contains("79 个数，43 个指标，36 个排除，0 个未交代")
    );
}

#[test]
fn bad_data_of_any_kind_stops_rendering_and_leaves_the_old_site_whole() {
    let bad: &[(&str, &str, &[u8], &str)] = &[
        ("bom", "2020/report.txt", b"\xef\xbb\xbf\xe6\x8a\xa5\xe5\x91\x8a\xe3\x80\x82", "BOM"),
        ("crlf", "2020/report.txt", b"a\xe3\x80\x82\r\n", "CRLF"),
        ("empty", "2020/report.txt", b"", "空"),
        ("gb18030", "2020/report.txt", b"\xd6\xd0\xb9\xb2", "GB18030"),
        ("json", "2020/annotations.json", b"{\"schema\": 1,", "annotations.json:1"),
    ];
    for (name, file, content, words) in bad {
        let data = data(name);
        fs::write(data.join(file), content).expect("writable");
        let out = data.join("dist");
        fs::create_dir_all(&out).expect("writable");
        fs::write(out.join("old"), "site").expect("writable");
        let (data, out_path) = (data.display().to_string(), out.display().to_string());
        fails(&["render", "--data", &data, "--out", &out_path], &[words, "怎么办"]);
        let left: Vec<_> = fs::read_dir(&out)
            .expect("still there")
            .map(|entry| entry.expect("readable").file_name())
            .collect();
        assert_eq!(left, ["old"], "{name}");
    }
}

#[test]
fn a_missing_file_or_year_is_named_with_its_remedy() {
    let folder = data("missing");
    fs::remove_file(folder.join("2020/annotations.json")).expect("it was there");
    fails(
        &["check", "--data", &folder.display().to_string()],
        &["2020/annotations.json", "没有这个文件", "怎么办"],
    );
    let empty = Path::new("target/tool-tests/no-years");
    fs::create_dir_all(empty).expect("room in target");
    fails(&["check", "--data", &empty.display().to_string()], &["没有年度文件夹"]);
}

/// Runs and succeeds; what it prints.
#[track_caller]
fn succeeds(arguments: &[&str]) -> String {
    let output = run(arguments);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    said
}

#[test]
fn a_draft_is_added_to_an_editors_work_and_never_written_over_it() {
    let folder = data("draft");
    let path = folder.display().to_string();
    let file = folder.join("2020/annotations.json");
    let written: serde_json::Value =
        serde_json::from_slice(&fs::read(&file).expect("there")).expect("JSON");
    succeeds(&["ingest", "2020", "--data", &path]);
    let merged: serde_json::Value =
        serde_json::from_slice(&fs::read(&file).expect("there")).expect("JSON");
    assert_eq!(merged, written, "all numbers are accounted for already");
    fs::remove_file(&file).expect("it was there");
    succeeds(&["ingest", "2020", "--data", &path]);
    let draft = fs::read_to_string(&file).expect("it was written");
    assert!(
        draft.contains("\"quote\": \"公证事项3465件\"") || draft.contains("公证事项3465"),
        "{draft}"
    );
}

#[test]
fn a_report_file_becomes_a_year_and_a_later_one_keeps_what_the_editor_wrote() {
    let folder = data("report-file");
    let path = folder.display().to_string();
    let file = folder.join("报告.txt");
    let ingest = ["ingest", "2021", "--data", &path, "--report", &file.display().to_string()];
    let report = "2021年法治政府建设报告\r\n一、总体情况\r\n办理案件12件，培训30人次。\r\n";
    fs::write(&file, format!("\u{feff}{report}")).expect("writable");
    let said = succeeds(&ingest);
    assert!(said.contains("CRLF") && said.contains("BOM"), "{said}");
    let text = fs::read_to_string(folder.join("2021/report.txt")).expect("it was written");
    assert_eq!(text, report.replace('\r', ""));
    let annotations = folder.join("2021/annotations.json");
    let draft = fs::read_to_string(&annotations).expect("it was written");
    let edited = draft.replace("\"label\": \"办理案件\"", "\"label\": \"编辑写的名称\"");
    assert_ne!(edited, draft, "{draft}");
    fs::write(&annotations, edited).expect("writable");

    fs::write(&file, report.replace("30人次", "300人次、表彰8人")).expect("writable");
    let output = run(&ingest);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && told.contains("培训30人次") && told.contains("怎么办"),
        "{told}"
    );
    let merged = fs::read_to_string(&annotations).expect("still there");
    for words in ["编辑写的名称", "30人次", "300人次", "表彰8人"] {
        assert!(merged.contains(words), "{words}: {merged}");
    }
}

#[test]
fn a_file_that_cannot_be_read_writes_nothing_and_says_why() {
    let folder = data("unreadable");
    let path = folder.display().to_string();
    let file = folder.join("report.doc");
    fs::write(&file, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1").expect("writable");
    let file = file.display().to_string();
    fails(&["ingest", "2021", "--data", &path, "--report", &file], &[&file, "怎么办", ".docx"]);
    assert!(!folder.join("2021").exists(), "nothing was written");
    let output = run(&["extract", &file]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    let printed = succeeds(&["extract", &folder.join("2020/report.txt").display().to_string()]);
    assert!(printed.starts_with("{\"schema\":1,\"format\":\"txt\",\"text\":"));
}

#[test]
fn a_taken_port_is_told_with_a_way_out() {
    let site = Path::new("target/tool-tests/site");
    fs::create_dir_all(site).expect("room in target");
    fs::write(site.join("index.html"), "").expect("writable");
    let taken = std::net::TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    let port = taken.local_addr().expect("bound").port().to_string();
    fails(&["serve", "--dist", &site.display().to_string(), "--port", &port], &[&port, "PORT="]);
}

#[test]
fn what_was_made_of_the_same_bytes_is_not_made_again() {
    let folder = std::env::temp_dir().join(format!("kept-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    let made = std::cell::RefCell::new(Vec::new());
    let make = |way: &str, from: &str| {
        let kept = report_explorer::kept::Kept::at(&folder);
        kept.get(way, from.as_bytes(), || {
            made.borrow_mut().push(format!("{way} {from}"));
            if from == "broken" { Err("no picture") } else { Ok(from.to_uppercase().into_bytes()) }
        })
    };
    for _ in 0..2 {
        assert_eq!(make("png", "one").as_deref(), Ok(&b"ONE"[..]));
        assert_eq!(make("br", "one").as_deref(), Ok(&b"ONE"[..]));
        assert_eq!(make("png", "two").as_deref(), Ok(&b"TWO"[..]));
    }
    assert_eq!(*made.borrow(), ["png one", "br one", "png two"]);
    // What failed is tried again, and leaves nothing.
    assert!(make("png", "broken").is_err() && make("png", "broken").is_err());
    assert_eq!(std::fs::read_dir(&folder).expect("it is there").count(), 3);
    // Where nothing can be written all is made.
    std::fs::remove_dir_all(&folder).expect("it is there");
    std::fs::write(&folder, "no folder").expect("room");
    assert_eq!(make("png", "one").as_deref(), Ok(&b"ONE"[..]));
    std::fs::remove_file(&folder).expect("it is there");
}
