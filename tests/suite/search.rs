//! Search: nothing that is in the text is missed, the best comes first, and no input does harm.

use proptest::prelude::*;
use proptest::sample::Selector;
use report_explorer::answer::Searcher;
use report_explorer::ingest::{decode, ingest};
use report_explorer::lexicon::lexicon_of;
use report_explorer::model::{Edition, Lexicon, Part, Report, SentenceKind};
use report_explorer::route::Route;
use report_explorer::search::fold::Folding;
use report_explorer::search::{Hit, Index, Kind, MAX_QUERY_LENGTH, Method, SearchResults, search};
use report_explorer::text::Span;

/// `method<TAB>query<TAB>the first hits, in order`; a query of its own may end in spaces.
const RELEVANCE: &str = include_str!("search/relevance.tsv");

pub(super) fn yunping() -> Report {
    let mut report =
        ingest(&decode(&super::bare_source(2019, super::YUNPING)).expect("the sample is whole"));
    report.lexicon = lexicon_of(&report);
    report
}

fn name(report: &Report, index: &Index, outcome: &SearchResults, at: usize) -> String {
    let Some(hit) = outcome.hits.get(at) else { return "nothing".to_string() };
    let entry = &index.entries[hit.entry as usize];
    match entry.kind {
        Kind::LargePrint => "large-print".to_string(),
        Kind::Figure => format!("figure:{}", report.figures[entry.at as usize].id),
        Kind::Chart => format!("chart:{}", report.charts[entry.at as usize].id),
        Kind::Term => format!("term:{}", report.terms[entry.at as usize].id),
        Kind::Heading => format!("heading:s{}", entry.at),
        Kind::Sentence => format!("s{}", entry.at),
    }
}

fn method_name(outcome: &SearchResults) -> String {
    outcome.method.map_or_else(|| "none".to_string(), |method| format!("{method:?}").to_lowercase())
}

#[test]
fn every_query_of_the_relevance_table_finds_what_it_should() {
    let report = super::wuzhou();
    let index = Index::of(&report);
    let mut n_queries = 0;
    let mut wrong = Vec::new();
    for line in RELEVANCE.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let (Some(method), Some(query), Some(expected)) =
            (cells.next(), cells.next(), cells.next())
        else {
            panic!("three cells: {line}")
        };
        let outcome = search(&report, &index, query);
        let n_expected = expected.split(' ').count();
        let found: Vec<String> = match outcome.method {
            Some(_) => (0..n_expected).map(|at| name(&report, &index, &outcome, at)).collect(),
            None if outcome.suggestions.is_empty() => vec!["-".to_string()],
            None => outcome.suggestions.iter().take(n_expected).cloned().collect(),
        };
        let found = format!("{}\t{query}\t{}", method_name(&outcome), found.join(" "));
        let line = format!("{method}\t{query}\t{expected}");
        if found != line {
            wrong.push(format!("expected {line}\n   found {found}"));
        }
        n_queries += 1;
    }
    assert!(wrong.is_empty(), "{} of {n_queries}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(n_queries >= 120, "only {n_queries} queries");
}

/// Whether `part` is found in the entry of sentence `number`, exactly, with spans that fold to it.
fn is_found(
    report: &Report,
    index: &Index,
    number: u32,
    sentence: Span,
    part: &str,
) -> Result<(), String> {
    let folding = Folding::of(&report.lexicon);
    let wanted = folding.chars(part);
    if wanted.is_empty() {
        return Ok(());
    }
    let outcome = search(report, index, part);
    if outcome.method != Some(Method::Exact) {
        return Err(format!("`{part}` of sentence {number}: {:?}", outcome.method));
    }
    let hit = outcome.hits.iter().find(|hit| {
        let entry = &index.entries[hit.entry as usize];
        matches!(entry.kind, Kind::Sentence | Kind::Heading) && entry.at == number
    });
    let Some(hit) = hit else { return Err(format!("`{part}` is not found in sentence {number}")) };
    // Occurrences that overlap are shown as one stretch, which then holds the part instead of being
    // it.
    let marked = outcome.spans(hit).iter().map(|span| {
        report.slice(Span::new(sentence.start + span.start, sentence.start + span.end))
    });
    let holds =
        |marked: &str| folding.chars(marked).windows(wanted.len()).any(|window| window == wanted);
    if marked.into_iter().any(holds) {
        Ok(())
    } else {
        Err(format!("`{part}` is not what is marked in sentence {number}"))
    }
}

#[test]
fn every_short_substring_of_every_sentence_of_both_reports_is_found() {
    for report in [super::wuzhou(), yunping()] {
        let index = Index::of(&report);
        let mut missed = Vec::new();
        for (_, sentence) in
            report.sentences().filter(|(_, sentence)| sentence.kind != SentenceKind::Space)
        {
            let chars: Vec<char> = report.slice(sentence.span).chars().collect();
            for length in 1..=4 {
                for window in chars.windows(length) {
                    let part: String = window.iter().collect();
                    missed.extend(
                        is_found(&report, &index, sentence.number, sentence.span, &part).err(),
                    );
                }
            }
        }
        assert!(missed.is_empty(), "{} missed, the first: {}", missed.len(), missed[0]);
    }
}

#[test]
fn every_long_substring_is_found() {
    let reports = [super::wuzhou(), yunping()];
    let indexes: Vec<Index> = reports.iter().map(Index::of).collect();
    proptest!(ProptestConfig::with_cases(2000), |(which in 0_usize..2, number in any::<Selector>(), from in 0.0..1.0, length in 5_usize..MAX_QUERY_LENGTH)| {
        let (report, index) = (&reports[which], &indexes[which]);
        let sentences: Vec<_> = report.sentences().filter(|(_, sentence)| sentence.kind != SentenceKind::Space).collect();
        let (_, sentence) = number.select(sentences);
        let chars: Vec<char> = report.slice(sentence.span).chars().collect();
        let start = (from * chars.len() as f64) as usize;
        let part: String = chars[start..].iter().take(length).collect();
        let found = is_found(report, index, sentence.number, sentence.span, &part);
        prop_assert!(found.is_ok(), "{found:?}");
    });
}

/// Queries of everything that has a meaning to search, besides any character there is.
const ODD: &str = "([行政复议正xzfyXingzhengzhㄅ门開①㎡％0-9一百万亿零〇.,， 　\\u{0}\\u{200d}\\u{fe0f}İß𠀀👨‍👩‍👧]|\\PC|.){0,80}";

#[test]
fn no_query_does_harm_and_spans_stay_inside_what_they_mark() {
    let report = super::wuzhou();
    let index = Index::of(&report);
    proptest!(ProptestConfig::with_cases(3000), |(query in ODD)| {
        let outcome = search(&report, &index, &query);
        prop_assert_eq!(outcome.cut_off, query.chars().count() > MAX_QUERY_LENGTH);
        for hit in &outcome.hits {
            let n_chars = index.entries[hit.entry as usize].words.chars().count() as u32;
            let spans = outcome.spans(hit);
            prop_assert!(!spans.is_empty());
            prop_assert!(spans.iter().all(|span| span.start < span.end && span.end <= n_chars), "{:?} of {}", spans, n_chars);
            prop_assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "{:?}", spans);
        }
        for span in outcome.spans_in_text(&index) {
            prop_assert!(!report.slice(span).is_empty());
        }
    });
}

#[test]
fn folding_keeps_the_order_and_the_places_of_any_text() {
    let folding = Folding::of(&super::wuzhou().lexicon);
    proptest!(ProptestConfig::with_cases(3000), |(text in ODD)| {
        let n_chars = text.chars().count() as u32;
        let mut last = 0;
        let mut ordered = true;
        folding.fold(&text, |_, at| {
            ordered &= last <= at && at < n_chars;
            last = at;
        });
        prop_assert!(ordered);
    });
}

#[test]
fn what_is_the_same_to_a_reader_folds_to_the_same() {
    let folding = Folding::of(&super::wuzhou().lexicon);
    let fold = |text: &str| folding.chars(text).into_iter().collect::<String>();
    for (one, other) in [
        ("９６．９％", "96.9%"),
        ("3,465 件", "3465件"),
        ("二〇二〇", "二零二零"),
        ("“开门立法”", "開門 立法"),
        ("ＸｚＦｙ", "xzfy"),
        ("1.9万", "1.9 万"),
        ("不足：", "不足"),
    ] {
        assert_eq!(fold(one), fold(other), "{one} and {other}");
    }
    assert_ne!(fold("96.9"), fold("969"), "the point of a number counts");
    assert_eq!(fold("。，、 \n“”"), "");
}

#[test]
fn the_lexicon_holds_what_occurs_and_no_dictionary() {
    let report = super::wuzhou();
    let readings: usize = Lexicon::pairs(&report.lexicon.readings)
        .map(|(_, characters)| characters.chars().count())
        .sum();
    let distinct: std::collections::BTreeSet<char> =
        report.text.chars().filter(|ch| ('\u{4e00}'..='\u{9fff}').contains(ch)).collect();
    assert!(
        readings >= distinct.len() && readings < distinct.len() + 200,
        "{readings} readings for {} ideographs",
        distinct.len()
    );
    assert!(report.lexicon.variants.split(' ').any(|pair| pair == "門:门"));
    assert!(!report.lexicon.variants.contains('龜'), "龟 does not occur");
}

#[test]
fn a_character_that_occurs_nowhere_never_matches_what_stands_between_entries() {
    let report = super::wuzhou();
    let index = Index::of(&report);
    let outcome = search(&report, &index, "00k");
    for hit in &outcome.hits {
        assert!(
            outcome.spans(hit).iter().all(|span| span.start < span.end),
            "{:?}",
            outcome.spans(hit)
        );
    }
}

#[test]
fn a_long_query_is_cut_off_and_says_so() {
    let report = super::wuzhou();
    let index = Index::of(&report);
    let outcome = search(&report, &index, &"法治政府建设".repeat(2_000_000));
    assert!(outcome.cut_off);
    assert!(!search(&report, &index, "法治政府建设").cut_off);
}

#[test]
fn that_a_query_was_cut_off_is_said_in_the_box_and_on_the_search_page() {
    let searcher = Searcher::of(super::wuzhou());
    let here = Route::Search(Edition::of_year(2020));
    for (query, n_times) in
        [("行政复议".repeat(17), 1), ("查无此事".repeat(17), 1), ("行政复议".repeat(16), 0)]
    {
        for answer in [searcher.panel(&here, &query), searcher.results(&here, &query)] {
            assert_eq!(answer.html.matches("只按前64个字").count(), n_times, "{}", answer.html);
        }
    }
}

#[test]
fn who_asks_for_a_part_that_is_not_there_is_told_so_and_shown_others() {
    let report = super::wuzhou();
    let here = Route::Search(report.edition());
    let issuer = report.issuers[0].clone();
    let answer = Searcher::of(report).results(&here, "电话").html;
    assert!(answer.contains(&issuer), "who has made the report: {answer}");
    assert!(answer.matches("<a ").count() >= 4, "no way on: {answer}");
}

/// What a query leads to: the part it asks for, that it is not in the report, or the first hit.
fn answer_of(report: &Report, index: &Index, query: &str) -> String {
    let results = search(report, index, query);
    if let Some(part) = results.understood.iter().find_map(|understood| understood.part) {
        return format!("part:{}", part.name());
    }
    let hit = results.hits.first().or(results.by_meaning.first());
    let absent = results.understood.iter().all(|understood| !understood.occurs);
    match hit {
        Some(hit) => {
            let entry = &index.entries[hit.entry as usize];
            let words: String = entry.words.split_whitespace().collect();
            words.chars().take(16).collect()
        }
        None if absent && !results.understood.is_empty() => "absent".to_string(),
        None => "nothing".to_string(),
    }
}

#[test]
fn everyday_words_lead_to_what_is_meant() {
    // `everyday query<TAB>what it leads to`, looked through by hand.
    let table = expect_test::expect_file!["search/everyday.tsv"];
    let report = super::wuzhou();
    let index = Index::of(&report);
    let known = table.data();
    let answered = known.lines().map(|line| match line.split_once('\t') {
        Some((query, _)) => format!("{query}\t{}\n", answer_of(&report, &index, query)),
        None => format!("{line}\n"),
    });
    assert!(known.lines().count() >= 150);
    table.assert_eq(&answered.collect::<String>());
}

/// That a report does not write something is said only where neither the word nor what it is written as
/// stands in it.
#[test]
fn what_is_said_not_to_be_written_is_not() {
    let words: report_explorer::ingest::annotation::EverydayWords =
        serde_json::from_str(report_explorer::ingest::source::EVERYDAY_WORDS).expect("JSON");
    assert!(words.words.iter().map(|row| row.words.len()).sum::<usize>() >= 250);
    for report in [super::wuzhou(), yunping()] {
        let index = Index::of(&report);
        for row in &words.words {
            for word in &row.words {
                let results = search(&report, &index, word);
                let Some(understood) = results.understood.first() else { continue };
                let occurs = row.means.iter().chain([word]).any(|word| report.text.contains(word));
                assert!(understood.part.is_some() || understood.occurs || !occurs, "{word}");
            }
        }
    }
}

#[test]
fn what_matters_in_a_query_is_kept() {
    let report = super::wuzhou();
    let index = Index::of(&report);
    for query in ["村政府", "问政府", "大法治政"] {
        assert!(search(&report, &index, query).n_hits() <= 12, "{query}");
    }
    // Both words, also where the two stand together somewhere.
    let both = search(&report, &index, "复议 审结");
    let sentences: Vec<&str> = both
        .hits
        .iter()
        .map(|hit| &*index.entries[hit.entry as usize].words)
        .filter(|words| words.contains("受理行政复议申请159件"))
        .collect();
    assert_eq!(sentences.len(), 1);
    assert!(search(&report, &index, "⾏政复议").method == Some(Method::Exact));
    assert!(search(&report, &index, "⼈民调解").method == Some(Method::Exact));
    let fuyi = search(&report, &index, "fùyì");
    assert_eq!(fuyi.method, Some(Method::Pinyin));
}

/// What a reader sees as the answer to a query: the part of the report it asks for, the sentences that
/// the hits lead to in their order, and whether it is said that the report does not write of it.
fn answers_of(
    report: &Report,
    index: &Index,
    query: &str,
) -> (Option<&'static str>, Vec<String>, bool) {
    let results = search(report, index, query);
    let part = results.understood.iter().find_map(|understood| understood.part);
    let sentence = |hit: &Hit| {
        let entry = &index.entries[hit.entry as usize];
        let figure = report.figures.get(entry.at as usize).filter(|_| entry.kind == Kind::Figure);
        let sentence = figure.and_then(|figure| report.sentence(figure.sentence));
        sentence
            .map_or(entry.words.clone(), |(_, sentence)| report.slice(sentence.span).to_string())
    };
    let is_absent = !results.understood.is_empty()
        && results.understood.iter().all(|understood| !understood.occurs);
    let hits = results.hits.iter().chain(&results.by_meaning).map(sentence).collect();
    (part.map(Part::name), hits, is_absent)
}

#[test]
fn readers_questions_are_answered_as_readers_judged() {
    let longhua = super::compare::drafted("longhua-2019.txt", 2019).map(|mut report| {
        report.lexicon = lexicon_of(&report);
        report
    });
    let judged = [
        (Some(super::wuzhou()), include_str!("search/judged-wuzhou-2020.tsv")),
        (longhua, include_str!("search/judged-longhua-2019.tsv")),
    ];
    for (report, table) in judged {
        let Some(report) = report else {
            println!("skipped: no reports in ../shared/reports");
            continue;
        };
        let index = Index::of(&report);
        let mut faults = String::new();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [query, kind, expected] = cells[..] else { panic!("three cells: {line}") };
            let (part, hits, is_absent) = answers_of(&report, &index, query);
            let is_right = match kind {
                "part" => part == Some(expected),
                "absent" => hits.is_empty() || is_absent,
                _ => hits
                    .first()
                    .is_some_and(|hit| expected.split('|').any(|words| hit.contains(words))),
            };
            if !is_right {
                faults += &format!("{query}: {expected}, but {part:?} {:?}\n", hits.first());
            }
        }
        assert!(faults.is_empty(), "{faults}");
    }
}
