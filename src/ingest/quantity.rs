//! Quantities in a text: a numeral with the word before it (超, 近, 第), 余 or 多 inside, its unit, and
//! the word behind (以上, 左右).
//!
//! ```text
//! quantity := before? numeral 余? 万? 余? unit? behind?      超228.31亿元   1.9万余件   10余万元   600人左右
//!           | before? numeral unit? range numeral unit       63%～68%       3—5个      三四个
//!           | 百分之 numeral                                  百分之九十六点九
//! ```

use crate::model::{Qualifier, Quantity};

use super::numeral::{self, Numeral};

/// A quantity with the place it takes: `start..end`, where the text prints `stated` and `unit`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reading {
    pub start: usize,
    pub end: usize,
    pub quantity: Quantity,
    /// Whether a unit stands behind the numeral.
    pub has_unit: bool,
    pub numeral: Numeral,
}

/// Units that may stand behind any numeral, each before those it begins with.
const UNITS: &[&str] = &[
    "个百分点",
    "百分点",
    "亿美元",
    "万美元",
    "亿元",
    "万元",
    "美元",
    "元",
    "件次",
    "家次",
    "人次",
    "户次",
    "台次",
    "场次",
    "批次",
    "项次",
    "宗次",
    "条次",
    "个",
    "件",
    "家",
    "份",
    "名",
    "人",
    "台",
    "条",
    "起",
    "项",
    "宗",
    "轮",
    "部",
    "套",
    "户",
    "级",
    "地",
    "届",
    "批",
    "类",
    "种",
    "处",
    "所",
    "支",
    "场",
    "期",
    "篇",
    "位",
    "张",
    "组",
    "次",
    "例",
    "册",
    "辆",
    "座",
    "栋",
    "倍",
    "成",
    "亩",
    "公顷",
    "平方公里",
    "平方米",
    "公里",
    "吨",
    "年",
    "月",
    "日",
    "天",
    "周",
    "小时",
    "分钟",
    "岁",
    "方面",
];

/// Units that are too often part of a word to count behind a Chinese numeral.
const UNITS_AFTER_DIGITS: &[&str] = &[
    "%", "％", "‰", "县", "区", "镇", "乡", "村", "街道", "本", "间", "只", "单", "号", "站", "门",
    "节", "课", "员", "字",
];

/// Words before a numeral, each before those it begins with; the maker of the qualifier; and, of a
/// word that is often the tail of another (预约, 最近), the characters that then stand before it.
type Before = (&'static str, fn(String) -> Qualifier, &'static str);
const BEFORE: &[Before] = &[
    ("不低于", Qualifier::AtLeast, ""),
    ("不少于", Qualifier::AtLeast, ""),
    ("至少", Qualifier::AtLeast, ""),
    ("不超过", Qualifier::AtMost, ""),
    ("不多于", Qualifier::AtMost, ""),
    ("不高于", Qualifier::AtMost, ""),
    ("至多", Qualifier::AtMost, ""),
    ("最多", Qualifier::AtMost, ""),
    ("不足", Qualifier::LessThan, ""),
    ("不满", Qualifier::LessThan, ""),
    ("不到", Qualifier::LessThan, ""),
    ("将近", Qualifier::LessThan, ""),
    ("接近", Qualifier::LessThan, ""),
    ("近", Qualifier::LessThan, "附最就临邻靠亲"),
    ("超过", Qualifier::MoreThan, ""),
    ("突破", Qualifier::MoreThan, ""),
    ("超", Qualifier::MoreThan, "赶反"),
    ("逾", Qualifier::MoreThan, ""),
    ("大约", Qualifier::About, ""),
    ("约", Qualifier::About, "预签节解制契公合违履条特"),
    ("第", Qualifier::Rank, ""),
];

/// Words behind a unit; they are not part of what is stated, since the unit stands between.
type Behind = (&'static str, fn(String) -> Qualifier);
const BEHIND: &[Behind] = &[
    ("及以上", Qualifier::AtLeast),
    ("以上", Qualifier::AtLeast),
    ("及以下", Qualifier::AtMost),
    ("以下", Qualifier::AtMost),
    ("以内", Qualifier::AtMost),
    ("左右", Qualifier::About),
    ("上下", Qualifier::About),
];

const RANGE_MARKS: &[char] = &['～', '~', '—', '–', '-', '－', '至'];

fn starts(chars: &[char], at: usize, word: &str) -> bool {
    let mut here = chars.iter().skip(at);
    word.chars().all(|ch| here.next() == Some(&ch))
}

fn ends(chars: &[char], end: usize, word: &str) -> Option<usize> {
    let start = end.checked_sub(word.chars().count())?;
    starts(chars, start, word).then_some(start)
}

fn unit_at(chars: &[char], at: usize, arabic: bool, own: Option<&str>) -> Option<String> {
    if let Some(unit) = own.filter(|unit| !unit.is_empty() && starts(chars, at, unit)) {
        return Some(unit.to_string());
    }
    let further: &[&str] = if arabic { UNITS_AFTER_DIGITS } else { &[] };
    UNITS
        .iter()
        .chain(further)
        .filter(|unit| starts(chars, at, unit))
        .max_by_key(|unit| unit.chars().count())
        .map(|unit| unit.to_string())
}

fn over_at(chars: &[char], at: usize) -> Option<char> {
    chars.get(at).copied().filter(|ch| matches!(ch, '余' | '多'))
}

/// A numeral with what 余 and place words make of it, up to its unit and behind it.
struct Amount {
    numeral: Numeral,
    value: f64,
    step: f64,
    over: Option<char>,
    stated_end: usize,
    unit: Option<String>,
    end: usize,
}

/// The quantity whose numeral begins at `at`. `own_unit` is a unit the editor names besides the
/// usual ones.
pub(super) fn read(chars: &[char], at: usize, own_unit: Option<&str>) -> Option<Reading> {
    let amount = read_amount(chars, at, own_unit)?;
    Some(read_range(chars, at, &amount, own_unit).unwrap_or_else(|| qualify(chars, at, amount)))
}

fn read_amount(chars: &[char], at: usize, own_unit: Option<&str>) -> Option<Amount> {
    let numeral = numeral::read(chars, at)?;
    let arabic = numeral.arabic;
    let unit_behind = |at: usize| unit_at(chars, at, arabic, own_unit);
    let (mut value, mut step, mut end) = (numeral.value, numeral.step, numeral.end);
    let over = over_at(chars, end);
    if over.is_some() {
        end += 1;
        // 10余万: the step is that of 10, and all of it is times 10,000; but 10余万元 keeps its unit.
        if let Some(place) =
            chars.get(end).copied().and_then(numeral::place).filter(|_| unit_behind(end).is_none())
        {
            (value, step, end) = (value * place, step * place, end + 1);
        }
    } else if let Some(place) =
        numeral::place(chars[end - 1]).filter(|_| arabic && unit_behind(end - 1).is_some())
    {
        // 228.31亿元 keeps its unit: the place word goes back to it.
        (value, step, end) = (tidy(value / place), tidy(step / place), end - 1);
    }
    let unit = unit_behind(end);
    let unit_end = end + unit.as_deref().map_or(0, |unit| unit.chars().count());
    Some(Amount { numeral, value, step, over, stated_end: end, unit, end: unit_end })
}

/// `63%～68%`: a second, larger amount of the same unit behind a range mark makes one quantity of
/// the two.
fn read_range(
    chars: &[char],
    at: usize,
    first: &Amount,
    own_unit: Option<&str>,
) -> Option<Reading> {
    let mark = chars
        .get(first.end)
        .filter(|mark| RANGE_MARKS.contains(mark) && (**mark != '至' || first.unit.is_none()))?;
    let second = read_amount(chars, first.end + 1, own_unit)?;
    let same_kind = second.numeral.arabic == first.numeral.arabic
        && second.unit.is_some()
        && (first.unit.is_none() || first.unit == second.unit);
    if first.over.is_some() || second.over.is_some() || !same_kind || second.value <= first.value {
        return None;
    }
    let quantity = Quantity {
        value: first.value,
        unit: second.unit.unwrap_or_default(),
        qualifier: Some(Qualifier::Between(mark.to_string())),
        stated: chars[at..second.stated_end].iter().collect(),
        lower: Some(first.value),
        upper: Some(second.value),
    };
    Some(Reading {
        start: at,
        end: second.end,
        quantity,
        has_unit: true,
        numeral: first.numeral.clone(),
    })
}

/// The amount with the word before it, inside it or behind it, and the bounds that word sets.
fn qualify(chars: &[char], at: usize, amount: Amount) -> Reading {
    let Amount { numeral, value, step, over, stated_end, mut unit, end } = amount;
    let (mut start, mut qualifier) = (at, None);
    if let Some((from, word)) = before(chars, at, unit.as_deref()) {
        (start, qualifier) = (from, Some(word));
    }
    if let Some(from) = ends(chars, at, "百分之").filter(|_| unit.is_none()) {
        (start, unit) = (from, Some("%".to_string()));
    }
    if let Some(word) = over {
        qualifier = Some(Qualifier::Over(word.to_string()));
    }
    let pair =
        || numeral.upper.map(|_| Qualifier::Between(chars[at..numeral.end].iter().collect()));
    let behind = || {
        BEHIND
            .iter()
            .find(|(word, _)| starts(chars, end, word))
            .map(|(word, make)| make(word.to_string()))
    };
    let qualifier = qualifier.or_else(pair).or_else(behind);
    let (lower, upper) = match &qualifier {
        Some(Qualifier::Over(_)) => (Some(value), Some(tidy(value + step))),
        Some(Qualifier::MoreThan(_) | Qualifier::AtLeast(_)) => (Some(value), None),
        Some(Qualifier::LessThan(_) | Qualifier::AtMost(_)) => (None, Some(value)),
        Some(Qualifier::Between(_)) => (Some(value), numeral.upper),
        Some(Qualifier::About(_) | Qualifier::Rank(_)) | None => (None, None),
    };
    let has_unit = unit.is_some();
    let stated = chars[start..stated_end].iter().collect();
    Reading {
        start,
        end,
        quantity: Quantity {
            value,
            unit: unit.unwrap_or_default(),
            qualifier,
            stated,
            lower,
            upper,
        },
        has_unit,
        numeral,
    }
}

/// The qualifying word that ends at `at`, and where it begins.
fn before(chars: &[char], at: usize, unit: Option<&str>) -> Option<(usize, Qualifier)> {
    let is_time = matches!(unit, Some("年" | "月" | "日" | "天" | "周"));
    BEFORE.iter().find_map(|(word, make, heads)| {
        let start = ends(chars, at, word)?;
        let part_of_a_word = start.checked_sub(1).is_some_and(|head| heads.contains(chars[head]));
        // 近3年 is the last three years, not fewer than three.
        let recent = *word == "近" && is_time;
        (!part_of_a_word && !recent).then(|| (start, make(word.to_string())))
    })
}

/// Takes away binary dust: 228.31 × 1e8 ÷ 1e8 is 228.31 again.
fn tidy(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}
