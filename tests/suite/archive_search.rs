//! The index over all reports of a site: whatever a sentence holds is found in its report, by few files.

use std::collections::BTreeMap;

use report_explorer::answer::archive::ArchiveSearch;
use report_explorer::ingest::{decode, ingest};
use report_explorer::model::{Report, SentenceKind};
use report_explorer::route::Route;
use report_explorer::search::archive::{ArchiveQuery, CATALOG, Catalog, files};

type Files = BTreeMap<String, Vec<u8>>;

fn archive(reports: &[&Report]) -> (Files, Catalog) {
    let files: Files = files(reports).into_iter().collect();
    let catalog = Catalog::read(&files[CATALOG]).expect("a catalog");
    (files, catalog)
}

/// The reports that hold a query, by their editions, each with the numbers of its sentences that do; and
/// how many bytes it took to know.
fn look_up((files, catalog): &(Files, Catalog), query: &str) -> (Vec<(String, Vec<u32>)>, usize) {
    let Some(asked) = ArchiveQuery::of(query) else { return (Vec::new(), 0) };
    let shards: Vec<Vec<u8>> =
        catalog.shards(&asked).iter().map(|path| files[path].clone()).collect();
    let mut n_bytes = shards.iter().map(Vec::len).sum();
    let mut found = Vec::new();
    for candidate in catalog.candidates(&asked, &shards) {
        let mut numbers = Vec::new();
        for block in &candidate.blocks {
            let text = &files[&catalog.block(&candidate, *block).expect("its path")];
            n_bytes += text.len();
            let text = std::str::from_utf8(text).expect("UTF-8");
            numbers.extend(asked.matches(text).into_iter().map(|found| found.number));
        }
        if !numbers.is_empty() {
            found.push((catalog.reports[candidate.report].edition.clone(), numbers));
        }
    }
    (found, n_bytes)
}

#[test]
fn every_short_part_of_every_sentence_is_found_in_its_report() {
    let reports = [super::wuzhou(), super::search::yunping()];
    let archive = archive(&[&reports[0], &reports[1]]);
    for report in &reports {
        let edition = report.edition().to_string();
        for (_, sentence) in report.sentences() {
            if sentence.kind == SentenceKind::Space {
                continue;
            }
            let chars: Vec<char> = report.slice(sentence.span).chars().collect();
            for length in [2, 3, 5, 12] {
                for window in chars.windows(length).step_by(3) {
                    let part: String = window.iter().collect();
                    // Blanks part words, and one character is no pair.
                    if part.contains(char::is_whitespace) || ArchiveQuery::of(&part).is_none() {
                        continue;
                    }
                    let (found, _) = look_up(&archive, &part);
                    let own = found.iter().find(|(known, _)| *known == edition);
                    let is_found =
                        own.is_some_and(|(_, numbers)| numbers.contains(&sentence.number));
                    assert!(is_found, "{part} of sentence {} of {edition}", sentence.number);
                }
            }
        }
    }
}

#[test]
fn several_words_are_found_together_and_what_nobody_writes_is_not_found() {
    let reports = [super::wuzhou(), super::search::yunping()];
    let archive = archive(&[&reports[0], &reports[1]]);
    let (found, _) = look_up(&archive, "复议 审结");
    let numbers = &found.iter().find(|(edition, _)| edition == "2020").expect("Wuzhou").1;
    let first = reports[0].sentence(numbers[0]).expect("a sentence").1;
    let words = reports[0].slice(first.span);
    assert!(words.contains("复议") && words.contains("审结"), "{words}");
    for query in ["外星人登陆", "火星 复议", "议复", "的", "", "， 。"] {
        assert_eq!(look_up(&archive, query).0, [], "{query}");
    }
    // Width, case and punctuation make no difference.
    assert_eq!(look_up(&archive, "３１５６件").0, look_up(&archive, "3,156 件").0);
}

#[test]
fn what_is_marked_is_what_was_looked_for() {
    let report = super::wuzhou();
    let (files, catalog) = archive(&[&report]);
    let asked = ArchiveQuery::of("法律援助").expect("a query");
    let shards: Vec<Vec<u8>> =
        catalog.shards(&asked).iter().map(|path| files[path].clone()).collect();
    let candidate = &catalog.candidates(&asked, &shards)[0];
    let block = &files[&catalog.block(candidate, candidate.blocks[0]).expect("a path")];
    for found in asked.matches(std::str::from_utf8(block).expect("UTF-8")) {
        let chars: Vec<char> = found.text.chars().collect();
        for span in found.spans {
            let marked: String = chars[span.start as usize..span.end as usize].iter().collect();
            assert_eq!(marked, "法律援助");
        }
    }
}

#[test]
fn an_everyday_word_is_known_by_what_reports_write() {
    let (_, catalog) = archive(&[&super::wuzhou()]);
    assert_eq!(catalog.written_for("打官司").first().map(String::as_str), Some("行政诉讼"));
    assert_eq!(catalog.written_for("行政诉讼"), Vec::<String>::new());
}

#[test]
fn a_query_fetches_little_of_a_large_archive() {
    let own = [super::wuzhou(), super::search::yunping()];
    let reports: Vec<Report> = (0..200_u16)
        .map(|nth| {
            let mut report = own[usize::from(nth % 2)].clone();
            report.year = 1900 + nth;
            report.folder = "elsewhere".to_string();
            report
        })
        .collect();
    let archive = archive(&reports.iter().collect::<Vec<_>>());
    let asked = ArchiveQuery::of("行政复议").expect("a query");
    let n_bytes: usize = archive.1.shards(&asked).iter().map(|path| archive.0[path].len()).sum();
    assert!(n_bytes < 80_000, "{n_bytes} B of shards");
    assert!(archive.0[CATALOG].len() < 24_000, "{} B of catalog", archive.0[CATALOG].len());
    let largest =
        archive.0.iter().filter(|(path, _)| path.ends_with(".txt")).map(|(_, text)| text.len());
    assert!(largest.max().is_some_and(|largest| largest < 16_000));
    assert_eq!(look_up(&archive, "法律援助案件").0.len(), 100);
}

/// The HTML that a reader of Wuzhou's report is answered with, and what was fetched for it.
fn answer(
    search: &mut ArchiveSearch,
    files: &Files,
    query: &str,
    n_more: usize,
) -> (String, Vec<String>) {
    let mut fetched = Vec::new();
    search.begin(&Route::parse("2020/search/"), query, n_more);
    loop {
        let wanted = search.wanted().to_vec();
        let come: Vec<Vec<u8>> = wanted.iter().map(|path| files[path].clone()).collect();
        fetched.extend(wanted);
        if let Some(html) = search.go_on(&come) {
            return (html, fetched);
        }
    }
}

#[test]
fn a_report_is_found_though_an_earlier_part_has_only_the_characters_of_the_query() {
    let words = "依法治村，统治政策不变，政府公开。";
    let filler = "各镇街按照部署落实任务，持续改进工作作风。".repeat(200);
    let text = format!("云屏区2021年工作报告\n一、工作情况\n{words}{filler}建设法治政府。\n");
    let report = ingest(&decode(&super::bare_source(2021, &text)).expect("whole"));
    let (files, catalog) = archive(&[&super::wuzhou(), &report]);
    let asked = ArchiveQuery::of("法治政府").expect("a query");
    let shards: Vec<Vec<u8>> =
        catalog.shards(&asked).iter().map(|path| files[path].clone()).collect();
    let candidates = catalog.candidates(&asked, &shards);
    let found =
        candidates.iter().find(|found| catalog.edition(found).is_some_and(|it| it.year == 2021));
    assert!(found.is_some_and(|found| found.blocks.len() > 1), "its first part has the pairs");
    let (html, fetched) = answer(&mut ArchiveSearch::default(), &files, "法治政府", 0);
    assert!(html.contains("2021年度") && html.contains("建设<mark>法治政府</mark>"), "{html}");
    assert!(fetched.iter().all(|path| fetched.iter().filter(|other| *other == path).count() == 1));
}

#[test]
fn others_are_answered_with_their_sentences_and_the_own_report_is_left_out() {
    let reports = [super::wuzhou(), super::search::yunping()];
    let (files, _) = archive(&[&reports[0], &reports[1]]);
    let mut search = ArchiveSearch::default();
    let (html, fetched) = answer(&mut search, &files, "行政复议", 0);
    assert!(html.contains("<h3>青岚市云屏区2019年度</h3>"), "{html}");
    assert!(
        html.contains("href=\"../../2019/report/?q=%E8%A1%8C%E6%94%BF%E5%A4%8D%E8%AE%AE#s"),
        "{html}"
    );
    assert!(html.contains("<mark>行政复议</mark>") && !html.contains("梧州"), "{html}");
    assert_eq!(fetched.iter().filter(|path| *path == CATALOG).count(), 1);
    // The catalog is known now.
    let (html, fetched) = answer(&mut search, &files, "民告官", 0);
    assert!(
        html.contains("“民告官”，写的是“行政诉讼”") || html.contains("写的是“行政应诉”"),
        "{html}"
    );
    assert!(!fetched.contains(&CATALOG.to_string()));
    let (html, _) = answer(&mut search, &files, "<b>不存在", 0);
    assert!(html.contains("&lt;b&gt;不存在") && !html.contains("<b>"), "{html}");
    for nothing in ["", "的", "。"] {
        assert_eq!(answer(&mut search, &files, nothing, 0), (String::new(), Vec::new()));
    }
    // What comes broken is answered with nothing, not with a panic.
    let broken: Files = files.keys().map(|path| (path.clone(), vec![0xff; 3])).collect();
    assert_eq!(answer(&mut ArchiveSearch::default(), &broken, "行政复议", 0).0, "");
}
