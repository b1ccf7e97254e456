//! The table of named checks over one year's data. All of them run, and everything that is wrong is
//! listed at once: file, line, the words concerned and what to do.

mod annotations;
mod chart_words;
mod charts;
mod drafts;
mod evidence;
mod site;
mod structure;

use crate::ingest::{self, SourceFiles};
use crate::issue::Issue;
use crate::model::{Lexicon, Report};

use evidence::Evidence;

/// A named check: what must hold, and the function that finds where it does not.
pub struct Check {
    /// Name in kebab-case; its failing fixture has the same.
    pub name: &'static str,
    /// What holds when it passes.
    pub claim: &'static str,
    find: fn(&Evidence<'_>) -> Vec<Issue>,
}

/// Every check. `readable` finds nothing here: it is the name of the issues with which
/// [`ingest::decode`] refuses a file.
pub const CHECKS: &[Check] = &[
    Check {
        name: "readable",
        claim: "每个文件都是完整的 UTF-8 文本，没有看不见的字符，JSON 能读懂",
        find: |_| Vec::new(),
    },
    Check {
        name: "schema-known",
        claim: "annotations.json 写明格式版本 1",
        find: annotations::schema_known,
    },
    Check {
        name: "parts-found",
        claim: "报告有正文，编号后面有标题",
        find: structure::parts_found,
    },
    Check {
        name: "sections-reachable",
        claim: "每个章节都有自己的地址",
        find: structure::sections_reachable,
    },
    Check {
        name: "dates-exist",
        claim: "单独成行的日期都是日历上有的一天",
        find: structure::dates_exist,
    },
    Check {
        name: "ids-valid",
        claim: "编号由小写字母、数字和连字符组成，不重复",
        find: annotations::ids_valid,
    },
    Check {
        name: "words-written",
        claim: "每个指标都有名称和领域，每个排除项都有理由",
        find: annotations::words_written,
    },
    Check {
        name: "draft-finished",
        claim: "标注里没有草稿留下的编号、疑问，没有过长或截断的名称，没有不是数量的指标",
        find: drafts::draft_finished,
    },
    Check {
        name: "topics-apart",
        claim: "每个领域都有自己的地址",
        find: annotations::topics_apart,
    },
    Check {
        name: "numbers-divided",
        claim: "每个另外划分的数在原文里找得到，读得成一个数",
        find: annotations::numbers_divided,
    },
    Check {
        name: "quote-found-once",
        claim: "每条引文在原文里正好出现一次",
        find: annotations::quote_found_once,
    },
    Check {
        name: "value-parses",
        claim: "每条引文里正好有一个数",
        find: annotations::value_parses,
    },
    Check {
        name: "figure-counted-once",
        claim: "一个数只属于一个指标",
        find: annotations::figure_counted_once,
    },
    Check {
        name: "exclusion-used",
        claim: "每个排除项都排除了数，而且不碰指标",
        find: annotations::exclusion_used,
    },
    Check {
        name: "numbers-accounted",
        claim: "原文的每个数要么是指标，要么在排除表里",
        find: annotations::numbers_accounted,
    },
    Check {
        name: "references-known",
        claim: "图表、推算和重点只引用有的指标",
        find: charts::references_known,
    },
    Check {
        name: "chart-words",
        claim: "每张图都有标题、副标题和文字描述，报告有日期可作来源",
        find: charts::chart_words,
    },
    Check {
        name: "chart-numbers",
        claim: "图表文字里的数，汉字写的也算，都是报告的指标、图里数得出的数，或注明推算",
        find: chart_words::chart_numbers,
    },
    Check {
        name: "chart-unit", claim: "一张图里的指标单位相同", find: charts::chart_unit
    },
    Check {
        name: "chart-figures", claim: "每种图的指标个数都对", find: charts::chart_figures
    },
    Check {
        name: "parts-within-whole",
        claim: "部分之和不超过总数",
        find: charts::parts_within_whole,
    },
    Check {
        name: "approximate-marked",
        claim: "由概数推算的结果都有说明",
        find: charts::approximate_marked,
    },
    Check {
        name: "terms-valid",
        claim: "术语的编号和解释都写了，不重复",
        find: annotations::terms_valid,
    },
    Check {
        name: "questions-answered",
        claim: "读者常问的问题都有答案",
        find: annotations::questions_answered,
    },
    Check {
        name: "words-valid",
        claim: "平常的说法都写了意思，不重复",
        find: annotations::words_valid,
    },
    Check {
        name: "site-valid",
        claim: "site.json 写了地名，其中的网址完整",
        find: site::site_valid,
    },
];

/// What an editor should look at once more, and what is published all the same.
pub const WARNINGS: &[Check] = &[
    Check {
        name: "report-ended",
        claim: "报告以句号、落款或日期结束",
        find: structure::report_ended,
    },
    Check {
        name: "year-agrees", claim: "报告放在它说的那一年", find: structure::year_agrees
    },
    Check {
        name: "chart-alike",
        claim: "一张图里比的是同类的东西，或者有附注说明",
        find: charts::chart_alike,
    },
];

/// What was found in a source.
pub struct Examined {
    /// Its report, with its lexicon.
    pub report: Report,
    /// All that is wrong, in the order of files and lines.
    pub issues: Vec<Issue>,
    /// All that should be looked at once more.
    pub warnings: Vec<Issue>,
}

/// The report of `source` if nothing is wrong, else every issue, in the order of files and lines.
pub fn check(source: &SourceFiles) -> Result<Report, Vec<Issue>> {
    check_with(source, |report| report.lexicon.clone())
}

/// [`check`] with the report's lexicon, which only native programs can make: it spells addresses,
/// and two that are spelled alike are an issue.
pub fn check_with(
    source: &SourceFiles,
    lexicon_of: impl Fn(&Report) -> Lexicon,
) -> Result<Report, Vec<Issue>> {
    let Examined { report, issues, .. } = examine(source, lexicon_of)?;
    if issues.is_empty() { Ok(report) } else { Err(issues) }
}

/// The report of `source`, whatever is wrong in it, and what is.
///
/// # Errors
/// The issues of files that cannot be read.
pub fn examine(
    source: &SourceFiles,
    lexicon_of: impl Fn(&Report) -> Lexicon,
) -> Result<Examined, Vec<Issue>> {
    let input = ingest::decode(source)?;
    let mut report = ingest::ingest(&input);
    report.lexicon = lexicon_of(&report);
    let numbers = ingest::numbers_of(&input);
    let evidence = Evidence { source, input: &input, report: &report, numbers: &numbers };
    let found = |checks: &[Check]| {
        let named = |check: &Check| {
            let issues = (check.find)(&evidence).into_iter();
            issues.map(|issue| Issue { check: check.name, ..issue }).collect::<Vec<Issue>>()
        };
        let mut issues: Vec<Issue> = checks.iter().flat_map(named).collect();
        issues.sort();
        issues
    };
    let (issues, warnings) = (found(CHECKS), found(WARNINGS));
    Ok(Examined { report, issues, warnings })
}
