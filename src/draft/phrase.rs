//! The words around a number taken apart: the noun behind it, what is counted before it, its verb; and
//! pieces put together to a label that fits.

use crate::ingest::annotation::LONGEST_LABEL;
use crate::number::Number;
use crate::text::halved_pair;

use super::boundary::Pairs;
use super::words::{
    ASIDES, CHANGES, COMPOUNDS, ENDS_OF_NOUN, LINKS, MEASURES, NO_NOUN, PURPOSES, VERBS, WEAK, WIDE,
};

/// Whether a number can stand before what it counts: a share or an amount of money seldom does.
pub(super) fn wants_noun(number: &Number) -> bool {
    let unit = &number.quantity.unit;
    // 8000多万农业转移人口 have no unit but their noun.
    let has_own = !unit.is_empty()
        || (!number.quantity.is_rank() && number.quantity.stated.ends_with(['万', '亿']));
    number.quantity.change.is_none()
        && has_own
        && !["%", "‰", "元", "倍", "百分点"].iter().any(|end| unit.ends_with(end))
}

/// Words without white space.
pub(super) fn unspaced(words: &str) -> String {
    words.chars().filter(|ch| !ch.is_whitespace()).collect()
}

/// The noun behind a number, without what the sentence tells of it.
pub(super) fn noun_behind(words: &str) -> String {
    let words = unspaced(words);
    let words = words.trim_start_matches('的');
    // 已建成的装置: what is done with it stands before it.
    let words = match words.strip_prefix('已').and_then(|rest| rest.split_once('的')) {
        Some((done, noun)) if done.chars().count() <= 4 => noun,
        _ => words,
    };
    if NO_NOUN.beginning(words).is_some() {
        return String::new();
    }
    let ends = ENDS_OF_NOUN.iter().filter_map(|end| {
        let mut places = words.match_indices(end).map(|(at, _)| at);
        places.find(|at| *at > 3 && !is_in_compound(words, *at, end.len()))
    });
    let words = &words[..ends.min().unwrap_or(words.len())];
    let words = words.trim_end_matches(['和', '及', '与', '、', '的', '，', '为', '达']);
    if words.chars().count() < 2 { String::new() } else { words.to_string() }
}

/// Whether a single character of words is one half of a word: 约 of 签约, 共 of 医共体.
fn is_in_compound(words: &str, at: usize, length: usize) -> bool {
    let mut around = words[at..at + length].chars();
    let (Some(ch), None) = (around.next(), around.next()) else { return false };
    let before = words[..at].chars().next_back();
    let behind = words[at + length..].chars().next();
    let is_word = |pair: [Option<char>; 2]| {
        let pair: Option<String> = pair.into_iter().collect();
        pair.is_some_and(|pair| COMPOUNDS.contains(&pair))
    };
    is_word([before, Some(ch)]) || is_word([Some(ch), behind])
}

/// The beginning of words that are too long, up to what is done there or the first 、.
pub(super) fn up_to_verb(words: &str) -> String {
    let places = words.char_indices().skip(2).map(|(at, _)| at);
    let mut ends = places
        .filter(|at| words[*at..].starts_with('、') || VERBS.beginning(&words[*at..]).is_some());
    ends.next().map_or(words, |at| &words[..at]).to_string()
}

/// Words before a number without what links them to it; and the change that they name.
pub(super) fn cleaned(words: &str) -> (String, String) {
    let mut words = words.trim_matches(['，', ',', '、', '：', ':', '；', ' ']).to_string();
    let mut change = String::new();
    loop {
        let length = words.len();
        if let Some(found) = CHANGES.end(&words) {
            let rest = words[..words.len() - found.len()].to_string();
            // 增长率提高, but not twice: the last is what the number says.
            if change.is_empty() {
                change = found.to_string();
            }
            words = rest;
            // 比2020年增加, without the year.
            let from = words
                .strip_suffix(['比', '较'])
                .filter(|rest| !rest.ends_with(['占', '同', '环', '对']));
            words = from.map_or(words.clone(), str::to_string);
        }
        // 全县共发生事故: of the whole place, which goes without saying.
        if let Some((_, rest)) = words.split_once('共').filter(|(wide, _)| WIDE.contains(wide))
            && VERBS.beginning(rest).is_some()
        {
            words = rest.to_string();
        }
        for aside in ASIDES.iter() {
            if let Some(rest) = words.strip_suffix(aside)
                && !is_in_compound(&words, rest.len(), aside.len())
            {
                words = rest.to_string();
            }
            if let Some(rest) = words.strip_prefix(aside)
                && !rest.is_empty()
                && !WEAK.contains(&words)
                // 共建花园, 共享单车 are names.
                && !(aside == "计划" && rest.ends_with("投资"))
                && !(aside == "共" && rest.starts_with(['建', '享', '治', '育', '管', '创']))
            {
                words = rest.to_string();
            }
        }
        for link in LINKS.iter() {
            if let Some(rest) = words.strip_suffix(link)
                && !WEAK.contains(&words)
                && !is_in_compound(&words, rest.len(), link.len())
                && !(rest.is_empty() && VERBS.contains(link))
            {
                words = rest.to_string();
            }
        }
        words = words.trim_matches(['，', ',', '、', '：', ':', '；', '（', '(']).to_string();
        if words.len() == length {
            return (words, change);
        }
    }
}

/// The verb that words begin with, and what is behind it.
pub(super) fn split_verb(words: &str) -> (String, String) {
    const BEFORE_VERBS: &[&str] = &["拟", "已", "未", "不予", "不", "共", "均", "应", "需"];
    let mut at =
        BEFORE_VERBS.iter().find(|word| words.starts_with(*word)).map_or(0, |word| word.len());
    if VERBS.beginning(&words[at..]).is_none() {
        at = 0;
    }
    while let Some(verb) = VERBS.beginning(&words[at..]) {
        at += verb.len();
    }
    let object = words[at..].trim_start_matches('了');
    (words[..at].to_string(), object.to_string())
}

/// What is counted without what was done with it first: of 行政案件立案50宗，已处罚44宗 the cases.
pub(super) fn counted(object: &str) -> &str {
    const LEAST: usize = 4;
    let cases = VERBS.end(object).map(|verb| &object[..object.len() - verb.len()]);
    let is_case = |words: &&str| {
        words.ends_with(['件', '案', '请', '题', '索', '纷', '求'])
            && words.chars().count() >= LEAST
    };
    cases.filter(is_case).unwrap_or(object)
}

pub(super) fn is_weak(words: &str) -> bool {
    const STARTS: &[&str] = &[
        "增速",
        "降幅",
        "增幅",
        "按可比",
        "按现行",
        "剔除",
        "比年初",
        "比全",
        "高出",
        "占",
        "居全",
        "居第",
        "居前",
        "居首",
        "稳居",
        "位居",
        "位列",
        "名列",
        "排名",
        "排全",
        "排第",
        "排前",
        "排在",
        "连续",
        "高于",
        "低于",
        "快于",
        "慢于",
        "好于",
        "优于",
    ];
    // 居民 and 排水 are things.
    let is_place = matches!(words.chars().next(), Some('居' | '排'))
        && words.ends_with(['部', '国', '省', '市', '区', '州']);
    // 总量占全市: one behind the other.
    let is_double = WEAK.beginning(words).is_some_and(|first| {
        let rest = &words[first.len()..];
        rest.starts_with('占') && WEAK.contains(rest)
    });
    WEAK.contains(words)
        || is_double
        || is_place
        || STARTS.iter().any(|start| words.starts_with(start))
}

/// What is done with an amount that is only said to be spent: 筹措7亿元实施就业惠民工程.
pub(super) fn purpose(words: &str) -> String {
    let words = unspaced(words);
    let words = words.trim_start_matches(['左', '右', '以', '上']);
    PURPOSES.beginning(words).map_or_else(String::new, |verb| words[verb.len()..].to_string())
}

/// The members of a list: 水耗、电耗.
pub(super) fn members(words: &str, pairs: &Pairs<'_>) -> Vec<String> {
    // 一、二、三产业增加值 are three things with one name.
    let sectors = ["一、二、三", "一二三"]
        .iter()
        .find_map(|all| words.split_once(*all)?.1.strip_prefix("产业"));
    if let Some(rest) = sectors
        .or_else(|| words.strip_prefix("、二、三产业"))
        .or_else(|| words.strip_prefix("二、三产业"))
    {
        return ["一", "二", "三"]
            .iter()
            .map(|number| cleaned(&format!("第{number}产业{rest}")).0)
            .collect();
    }
    let words = words.replace("以及", "、");
    let mut members: Vec<String> = words
        .split(['、', '和', '及', '与'])
        .map(|part| cleaned(part).0)
        .filter(|part| !part.is_empty())
        .collect();
    // 评查行政处罚、行政许可案卷: all are 评查.
    let (verb, object) = members.first().map(|first| split_verb(first)).unwrap_or_default();
    let is_shared = members.len() > 1
        && !verb.is_empty()
        && !object.is_empty()
        && members[1..].iter().all(|member| split_verb(member).0.is_empty());
    if is_shared {
        members[0] = object;
    }
    share_end(&mut members, pairs);
    if is_shared {
        members.iter_mut().for_each(|member| *member = join(&verb, member));
    }
    members
}

/// Gives every member of a list the end that only its last one has: 养老、医疗、工伤保险参保人数 are three
/// numbers of 保险参保人数, if the members before are of one length and of few characters, and the last one
/// may be, too.
fn share_end(members: &mut [String], pairs: &Pairs<'_>) {
    const LENGTHS: std::ops::RangeInclusive<usize> = 2..=4;
    const SHORTEST_END: usize = 2;
    let Some((last, before)) = members.split_last_mut() else { return };
    let length = |words: &str| words.chars().count();
    let own = before.first().map_or(0, |first| length(first));
    let chars: Vec<char> = last.chars().collect();
    let places = (own..=own + 1).filter(|at| (1..chars.len()).contains(at));
    let is_there = pairs.least_likely_inside_a_word(&chars, places) == Some(own);
    let end: String = chars.iter().skip(own).filter(|_| is_there).collect();
    // 行政处罚、行政许可、行政强制案卷.
    let beginning: String = last.chars().take(2).collect();
    let begin_alike = own > 2 && before.iter().all(|member| member.starts_with(&beginning));
    let is_shared = LENGTHS.contains(&own)
        && before.iter().all(|member| length(member) == own)
        && length(&end) >= SHORTEST_END
        && (length(&end) > SHORTEST_END && MEASURES.end(&end).is_some() || begin_alike);
    if is_shared && !before.iter().any(|member| MEASURES.end(member).is_some()) {
        for member in before {
            member.push_str(&end);
        }
    }
}

/// Two pieces of a label as one, what they share said once.
pub(super) fn join(first: &str, second: &str) -> String {
    if first.ends_with(second) || second.is_empty() {
        return first.to_string();
    }
    if second.starts_with(first) {
        return second.to_string();
    }
    format!("{first}{second}")
}

/// A part under the whole that 其中 breaks down, if there is room for both.
pub(super) fn within(whole: &str, part: &str) -> String {
    let both = format!("{whole}中{part}");
    let fits = both.chars().count() <= LONGEST_LABEL && !part.contains(whole);
    if fits { both } else { part.to_string() }
}

/// A label of at most [`LONGEST_LABEL`] scalars: without brackets, and with as much of its end as
/// begins at a word, or where `pairs` has one begin.
pub(super) fn shortened(label: &str, pairs: &Pairs<'_>) -> String {
    let label = balanced(label);
    if label.chars().count() <= LONGEST_LABEL {
        return label;
    }
    let label = without_examples(&without(&label, '（', '）'));
    let untitled = without(&label.replace("》等", "》"), '《', '》');
    let label = if untitled.chars().count() >= 4 { balanced(&untitled) } else { label };
    let chars: Vec<char> = label.chars().collect();
    if chars.len() <= LONGEST_LABEL {
        return label;
    }
    const BREAKS: &[char] =
        &['、', '的', '对', '在', '将', '把', '为', '和', '与', '及', '”', '》'];
    let earliest = chars.len() - LONGEST_LABEL;
    let latest = chars.len() - 4;
    let at_break = (earliest..=latest).find(|at| BREAKS.contains(&chars[*at - 1]));
    let rest = |at: usize| chars[at..].iter().collect::<String>();
    let at_verb = || (earliest..=latest).find(|at| VERBS.beginning(&rest(*at)).is_some());
    let likely = || pairs.least_likely_inside_a_word(&chars, earliest..=latest.min(earliest + 6));
    let start = at_verb().into_iter().chain(at_break).min().or_else(likely).unwrap_or(earliest);
    balanced(&rest(start))
}

/// Words that are too long without the list that 等 ends: 审查重大决策、政府合同等涉法事务 are 涉法事务.
fn without_examples(words: &str) -> String {
    let (verb, rest) = split_verb(words);
    let found = rest.rsplit_once('等').filter(|(list, noun)| {
        list.contains('、') && noun.chars().count() >= 3 && halved_pair(noun).is_none()
    });
    match found {
        Some((_, noun)) if words.chars().count() > LONGEST_LABEL => join(&verb, noun),
        _ => words.to_string(),
    }
}

/// Without stops at either end, and whole.
fn balanced(label: &str) -> String {
    let label = label.trim_matches(['，', '、', '：', '；', '。', ' ']);
    // What was listed before 等 is not there.
    let label = label
        .strip_prefix('等')
        .filter(|rest| !rest.starts_with(['级', '待', '额']))
        .unwrap_or(label);
    whole(label.to_string())
}

/// Without the quotes and brackets of which only one half is there.
pub(super) fn whole(mut words: String) -> String {
    while let Some((open, close)) = halved_pair(&words) {
        words.retain(|ch| ch != open && ch != close);
    }
    words
}

/// Without what stands between two brackets.
fn without(label: &str, open: char, close: char) -> String {
    let mut depth = 0u32;
    let mut plain = String::new();
    for ch in label.chars() {
        if ch == open {
            depth += 1;
        } else if ch == close {
            depth = depth.saturating_sub(1);
        } else if depth == 0 {
            plain.push(ch);
        }
    }
    plain
}
