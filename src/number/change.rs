//! Whether a number says by how much something rose or fell: 增长3.5%, 下降12%, 压减办理时限30%. A level
//! that was reached (提高到94%) and what is new (新增3家) are no changes.

use crate::text::{has_word_at, word_ending_at};

use super::fold::is_stop;
use super::numeral;
use super::quantity::Change;
use super::unit;

/// Words of rising, as the statistics bureau's communiqués use them (国家统计局 统计公报).
const UP: &str = "增长 提高 增加 提升 上升 上涨 攀升 扩大 增 升 涨 翻 翻了 递增 净增";

/// Words of falling.
const DOWN: &str = "下降 减少 降低 回落 下跌 下滑 压减 压缩 缩短 缩减 缩小 收窄 削减 压降 精简 减量 减 降 跌 负增长 递减 消减 核减";

/// Of them, those that say of an amount, too, by how much its object changed: 减少排放2万吨.
const OF_AMOUNTS: &str = "增加 减少 压减 削减 消减 核减";

/// Names of rates of change, behind which the rate itself stands: 增速为8.5%.
const RATES_UP: &str = "增速 增幅 涨幅 增长率 升幅";
const RATES_DOWN: &str = "降幅 跌幅 减幅 下降率";

/// What may stand between the word and its number.
const BETWEEN: &str = "了 约 近 超 逾 超过 分别 各 均 共 累计 幅度达 幅度 幅度为 幅度超 将近 至少";

/// What may stand between the name of a rate and the rate, too.
const BETWEEN_RATE: &str = "为 达 达到 是 在 约为 保持 稳定";

/// Ends of longer words: 新增, 晋升 and 附加 count what is new.
const PARTS_OF_WORDS: &str = "新晋附";

/// Units of a share: behind an object they say by how much it changed (压减办理时限30%).
const SHARES: &[&str] = &["%", "‰", "个百分点", "百分点", "倍", "成"];

/// Longest object between a word of change and its share.
const MAX_OBJECT: usize = 12;

/// What an object of a change does not have: it is a level that follows (提高群众满意度达98%).
const LEVEL: &str = "占达为至到率比重度超于是在值献";

fn words(table: &str) -> impl Iterator<Item = &str> {
    table.split_ascii_whitespace()
}

/// Where the longest of the words that ends at `end` begins.
fn ending_at(chars: &[char], end: usize, table: &str) -> Option<usize> {
    words(table).filter_map(|word| word_ending_at(chars, end, word)).min()
}

/// The change that the number at `start` states; `floor` is where the number before it ends.
pub(super) fn change_before(
    chars: &[char],
    start: usize,
    floor: usize,
    unit: &str,
    negative: bool,
) -> Option<Change> {
    let mut end = start;
    while let Some(before) = ending_at(chars, end, BETWEEN).filter(|before| *before >= floor) {
        end = before;
    }
    let of_things = ending_at(chars, end, OF_THINGS).is_some()
        && !(SHARES.contains(&unit) || unit::is_money(unit) || unit == "位");
    let direction = verb(chars, end)
        .filter(|_| !of_things)
        .or_else(|| rate(chars, end))
        .or_else(|| compared(chars, end, floor, negative))
        .or_else(|| {
            let by = if SHARES.contains(&unit) { [UP, DOWN] } else { [OF_AMOUNTS, ""] };
            object(chars, end, floor, by)
        });
    // 增长-3.5% is a fall.
    direction.map(|direction| if negative { Change::Down } else { direction })
}

/// The change that is named behind a share that ends at `end`: 6%以上的增长.
pub fn change_behind(chars: &[char], end: usize) -> Option<Change> {
    const ABOUT: [&str; 3] = ["以上", "左右", "以内"];
    let about = ABOUT.into_iter().find(|about| has_word_at(chars, end, about));
    let name = end + about.map_or(0, |about| about.chars().count());
    let name = name + usize::from(chars.get(name) == Some(&'的'));
    let is_named = |names: &str| words(names).any(|word| has_word_at(chars, name, word));
    match () {
        () if name == end => None,
        () if is_named("增长 增幅 增速 涨幅") => Some(Change::Up),
        () if is_named("下降 降幅 降低 减少") => Some(Change::Down),
        () => None,
    }
}

/// The direction of a word of change that ends at `end`.
fn verb(chars: &[char], end: usize) -> Option<Change> {
    let whole = |start: usize| {
        start.checked_sub(1).is_none_or(|before| !PARTS_OF_WORDS.contains(chars[before]))
    };
    let down = ending_at(chars, end, DOWN).filter(|start| whole(*start));
    let up = ending_at(chars, end, UP).filter(|start| whole(*start));
    match (up, down) {
        (Some(up), Some(down)) if up < down => Some(Change::Up),
        (_, Some(_)) => Some(Change::Down),
        (Some(_), None) => Some(Change::Up),
        (None, None) => None,
    }
}

fn rate(chars: &[char], end: usize) -> Option<Change> {
    let mut end = end;
    while let Some(before) =
        ending_at(chars, end, BETWEEN_RATE).or_else(|| ending_at(chars, end, BETWEEN))
    {
        end = before;
    }
    let up = ending_at(chars, end, RATES_UP).map(|_| Change::Up);
    up.or_else(|| ending_at(chars, end, RATES_DOWN).map(|_| Change::Down))
}

/// Verbs that say of things, and not of shares, money or places, that they were made better or fewer: 提升16个公园.
const OF_THINGS: &str = "提升 扩大 精简 提高";

/// Furthest back to what a number is compared with.
const MAX_BACK: usize = 16;

/// 比上年多12天, 较上年少3件; 同比-3.5%.
fn compared(chars: &[char], end: usize, floor: usize, negative: bool) -> Option<Change> {
    let word = *chars.get(end.checked_sub(1)?)?;
    let from = floor.max(end.saturating_sub(MAX_BACK));
    let clause: String = chars[from..end].iter().rev().take_while(|ch| !is_stop(**ch)).collect();
    let with = |words: &[&str]| {
        words.iter().any(|word| clause.contains(&word.chars().rev().collect::<String>()))
    };
    if !with(&["比", "较上", "较去", "较年", "较同", "较前"]) {
        return None;
    }
    match word {
        '多' => Some(Change::Up),
        '少' => Some(Change::Down),
        '比' | '年' | '期' | '末' | '初' if negative => Some(Change::Down),
        _ => None,
    }
}

/// 压减办理时限30%: a word of change out of the tables, what changed, and by how much.
fn object(chars: &[char], end: usize, floor: usize, by: [&str; 2]) -> Option<Change> {
    let from = floor.max(end.saturating_sub(MAX_OBJECT));
    for at in (from + 1..end).rev() {
        let ch = chars[at];
        let is_efficiency = ch == '率' && chars[at - 1] == '效';
        if is_stop(ch) || ch == '、' || numeral::digit(ch).is_some() {
            return None;
        }
        let pair = verb(chars, at + 1).filter(|_| {
            // Of the words only those of two characters: 升 and 增 are parts of many others.
            by.into_iter().flat_map(words).any(|word| {
                word.chars().count() == 2 && word_ending_at(chars, at + 1, word).is_some()
            })
        });
        if pair.is_some() {
            return pair.filter(|_| at + 1 < end);
        }
        if LEVEL.contains(ch) && !is_efficiency {
            return None;
        }
    }
    None
}
