//! The field of work that a figure belongs to, in at most ten characters: from the headings it stands
//! below, at the level that gives a report few of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::ingest::annotation::LONGEST_TOPIC;
use crate::ingest::outline::{LONGEST_HEADING, split_number};
use crate::model::{Report, Section, SentenceKind};
use crate::number::Number;

use super::boundary::Pairs;
use super::phrase::whole;
use super::words::{CLOSINGS, OPENINGS, VERBS};

/// How many topics a report has at most, if its headings allow it.
const MOST_TOPICS: usize = 12;
/// How few topics are enough for a report whose sentences open more groups than that.
const LEAST_TOPICS: usize = 5;
/// Fewest characters that are left of a heading whose end is cut off.
const SHORTEST_CUT: usize = 6;

/// The topics of `numbers`, in order; empty where nothing heads them. The rarest of too many take the
/// name of the heading above, until they are few.
pub fn topics(report: &Report, numbers: &[Number]) -> Vec<String> {
    let chars: Vec<char> = report.text.chars().collect();
    let pairs = Pairs::of(&chars);
    let of = |depth: Depth| -> Vec<String> {
        numbers.iter().map(|number| heading_over(report, number, depth, &pairs)).collect()
    };
    // In a long report every group of figures is opened by a sentence: headings alone are few.
    let mut topics = of(Depth::Sentence);
    let figures = topics.iter().zip(numbers).filter(|(_, number)| number.is_figure());
    let n_opened = figures.map(|(topic, _)| topic).collect::<BTreeSet<_>>().len();
    let mut depth = Depth::Sentence;
    if n_opened > MOST_TOPICS {
        let above = of(Depth::Section);
        let figures = above.iter().zip(numbers).filter(|(_, number)| number.is_figure());
        let n_above = figures.map(|(topic, _)| topic).collect::<BTreeSet<_>>().len();
        // Where the headings alone are enough, all figures stand below those of one level.
        if n_above >= LEAST_TOPICS || n_opened > 2 * MOST_TOPICS {
            (topics, depth) = (above, Depth::Section);
        }
    }
    let mut depths = vec![depth; numbers.len()];
    loop {
        let mut counts = BTreeMap::<&str, (usize, usize)>::new();
        for (at, topic) in topics.iter().enumerate().filter(|(at, _)| numbers[*at].is_figure()) {
            counts.entry(topic).or_insert((0, at)).0 += 1;
        }
        let can_rise = |(_, at): &(usize, usize)| depths[*at] != Depth::Part;
        let rarest = counts.values().copied().filter(can_rise).min();
        let Some((_, first)) = rarest.filter(|_| counts.len() > MOST_TOPICS) else { return topics };
        let topic = topics[first].clone();
        for at in 0..numbers.len() {
            if topics[at] == topic {
                depths[at] = depths[at].above();
                topics[at] = heading_over(report, &numbers[at], depths[at], &pairs);
            }
        }
    }
}

/// How near the heading stands to a figure.
#[derive(Clone, Copy, PartialEq)]
enum Depth {
    /// The sentence that opens its group, or the heading of its section.
    Sentence,
    /// The heading of the second level.
    Section,
    /// The heading of the first level.
    Part,
}

impl Depth {
    fn above(self) -> Self {
        if self == Self::Sentence { Self::Section } else { Self::Part }
    }
}

fn heading_over(report: &Report, number: &Number, depth: Depth, pairs: &Pairs<'_>) -> String {
    let Some((section, _)) = report.sentence_at(number.span.start) else { return String::new() };
    let opened = section
        .sentences()
        .filter(|sentence| {
            sentence.kind == SentenceKind::Topic && sentence.span.start <= number.span.start
        })
        .last()
        .map(|sentence| sentence.span)
        .filter(|_| depth == Depth::Sentence);
    let level = match depth {
        Depth::Sentence => u8::MAX,
        Depth::Section => 1,
        Depth::Part => 0,
    };
    let names = |section: &&Section| {
        section.level <= level
            && section.heading.is_some_and(|heading| heading.len() <= LONGEST_HEADING)
    };
    let heading = || around(report, section).find(names).and_then(|section| section.heading);
    let words = opened.or_else(heading).map_or("", |span| report.slice(span));
    named(words, pairs)
}

/// A section, and those that it lies in, from the inside out.
fn around<'a>(report: &'a Report, inner: &Section) -> impl Iterator<Item = &'a Section> {
    let mut level = inner.level + 1;
    let before = report.sections.iter().rev().skip_while(|known| known.id != inner.id);
    before.filter(move |section| {
        let is_outside = section.level < level;
        level = level.min(section.level);
        is_outside
    })
}

/// What the part of a report is about that its leaders answer for.
const LEADERS_DUTY: &str = "第一责任人";

/// A heading as the name of a field.
fn named(heading: &str, pairs: &Pairs<'_>) -> String {
    let (_, words) = split_number(heading.trim());
    if words.contains(LEADERS_DUTY) {
        return format!("{LEADERS_DUTY}职责");
    }
    let pieces = words.split(['，', ',', '。', '；', '：', ':', '、', ' ', '　']);
    let mut pieces =
        pieces.map(|piece| shortened(piece.trim(), pairs)).filter(|piece| !piece.is_empty());
    // A piece of a few characters is an opening of its own: 坚持改革创新，….
    let first = pieces.next().unwrap_or_default();
    if first.chars().count() >= 4 { first } else { pieces.next().unwrap_or(first) }
}

fn shortened(words: &str, pairs: &Pairs<'_>) -> String {
    whole(fitted(words, pairs))
}

/// What a heading is about that names whose words it follows, or what for: 落实“在形成全面开放新格局上走在前列”
/// 重要指示, 贯彻关于深化改革重要指示, 以产业升级为主线.
fn subject_matter(words: &str) -> &str {
    const SHORTEST: usize = 4;
    const AIMS: [&str; 9] =
        ["中心", "主线", "导向", "引领", "抓手", "目标", "重点", "核心", "主攻方向"];
    const ENDS: [&str; 2] = ["上走在", "中走在"];
    let is_long = |words: &&str| words.chars().count() >= SHORTEST;
    let quoted = || words.split_once('“')?.1.split_once('”').map(|(inside, _)| inside);
    let asked = || {
        let inside = quoted()?.trim_start_matches('在');
        let end = ENDS.iter().find_map(|end| inside.find(end))?;
        Some(&inside[..end])
    };
    let about = || {
        let about = words.split_once("关于")?.1;
        let said = ["重要指示", "重要论述", "重要讲话"].iter().find_map(|said| about.find(said));
        Some(&about[..said.unwrap_or(about.len())])
    };
    let aimed = || {
        let from = words.find('以')?;
        let (inside, behind) = words[from + '以'.len_utf8()..].rsplit_once('为')?;
        let aim = AIMS.iter().find(|aim| behind.starts_with(**aim))?;
        // 以人民为中心 says more than 人民.
        let whole = from..words.len() - behind.len() + aim.len();
        Some(if is_long(&inside) { inside } else { &words[whole] })
    };
    asked().or_else(about).or_else(aimed).filter(is_long).unwrap_or(words)
}

/// As much of a heading's piece as fits.
fn fitted(words: &str, pairs: &Pairs<'_>) -> String {
    let length = |words: &str| words.chars().count();
    let mut words = words.trim_matches(['《', '》', '（', '）']).to_string();
    if let Some((year, rest)) = words.split_once('年')
        && year.chars().all(|ch| ch.is_ascii_digit())
        && !rest.is_empty()
    {
        let rest = rest.trim_start_matches('度').trim_start_matches("以来");
        words = rest.trim_start_matches('的').to_string();
    }
    words = subject_matter(&words).to_string();
    words = whole(words).trim_start_matches('在').to_string();
    // 为疫情防控提供法治保障 is about what is served.
    if let Some((_, rest)) = words.split_once('为')
        && let Some((served, _)) = rest.split_once("提供").filter(|(served, _)| !served.is_empty())
    {
        words = served.to_string();
    }
    while length(&words) > LONGEST_TOPIC {
        let opening = OPENINGS.beginning(&words).map(|opening| &words[opening.len()..]);
        let closing = CLOSINGS.end(&words).map(|closing| &words[..words.len() - closing.len()]);
        let Some(rest) = opening.or(closing).map(str::to_string).filter(|rest| length(rest) >= 4)
        else {
            break;
        };
        words = rest;
    }
    if length(&words) <= LONGEST_TOPIC {
        return words;
    }
    // 立起“产业”这根顶梁柱, 以人民为中心的发展思想: what it is about stands in quotes, or behind 的.
    let fits = |rest: &&str| (2..=LONGEST_TOPIC).contains(&length(rest));
    let between = |open: &str, close: &str| {
        words
            .split_once(open)
            .and_then(|(_, rest)| rest.split_once(close))
            .map(|(inside, _)| inside)
    };
    // A plan period is none of its own: “十四五”时期.
    let rest = between("“", "”").filter(fits).filter(|inside| !inside.ends_with('五'));
    let of_period = || words.split_once("时期").map(|(_, rest)| rest.trim_start_matches('的'));
    let rest = rest.or_else(|| of_period().filter(fits).filter(|rest| length(rest) >= 4));
    let rest = rest.or_else(|| words.rsplit_once('的').map(|(_, rest)| rest).filter(fits));
    let rest = rest.or_else(|| words.split_once('和').map(|(first, _)| first).filter(fits));
    if let Some(rest) = rest {
        return rest.to_string();
    }
    // The head of a Chinese phrase is its end; where no word is known to begin there, its beginning says
    // more than half a word.
    let starts = words.char_indices().map(|(at, _)| at).skip(length(&words) - LONGEST_TOPIC);
    let mut ends = starts.map(|at| &words[at..]).filter(|end| {
        length(end) >= 4 && (VERBS.beginning(end).is_some() || OPENINGS.beginning(end).is_some())
    });
    match ends.next() {
        Some(end) => end.to_string(),
        None => {
            let chars: Vec<char> = words.chars().collect();
            let places = (SHORTEST_CUT..=LONGEST_TOPIC).rev();
            let end = pairs.least_likely_inside_a_word(&chars, places).unwrap_or(LONGEST_TOPIC);
            chars[..end].iter().collect()
        }
    }
}
