//! Quantities in a text: a numeral with the word before it (超, 近, 第), 余 or 多 inside, its unit, and the word behind (以上, 左右).
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
    "个百分点", "百分点", "亿美元", "万美元", "亿元", "万元", "美元", "元", "件次", "家次", "人次", "户次", "台次", "场次", "批次", "项次",
    "宗次", "条次", "个", "件", "家", "份", "名", "人", "台", "条", "起", "项", "宗", "轮", "部", "套", "户", "级", "地", "届", "批", "类", "种",
    "处", "所", "支", "场", "期", "篇", "位", "张", "组", "次", "例", "册", "辆", "座", "栋", "倍", "成", "亩", "公顷", "平方公里", "平方米", "公里", "吨",
    "年", "月", "日", "天", "周", "小时", "分钟", "岁", "方面",
];

/// Units that are too often part of a word to count behind a Chinese numeral.
const UNITS_AFTER_DIGITS: &[&str] = &["%", "％", "‰", "县", "区", "镇", "乡", "村", "街道", "本", "间", "只", "单", "号", "站", "门", "节", "课", "员", "字"];

/// Words before a numeral, each before those it begins with; the maker of the qualifier; and, of a word that is
/// often the tail of another (预约, 最近), the characters that then stand before it.
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

const BEHIND: &[(&str, fn(String) -> Qualifier)] = &[
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
    UNITS.iter().chain(further).filter(|unit| starts(chars, at, unit)).max_by_key(|unit| unit.chars().count()).map(|unit| unit.to_string())
}

fn over_at(chars: &[char], at: usize) -> Option<char> {
    chars.get(at).copied().filter(|ch| matches!(ch, '余' | '多'))
}

/// The quantity whose numeral begins at `at`. `own_unit` is a unit the editor names besides the usual ones.
pub(super) fn read(chars: &[char], at: usize, own_unit: Option<&str>) -> Option<Reading> {
    let numeral = numeral::read(chars, at)?;
    let text = |from: usize, to: usize| -> String { chars[from..to].iter().collect() };
    let (mut value, mut step, mut end) = (numeral.value, numeral.step, numeral.end);

    // 10余万: the step is that of 10, and all of it is times 10,000.
    let mut over = over_at(chars, end);
    if over.is_some() {
        end += 1;
        if unit_at(chars, end, numeral.arabic, own_unit).is_none() {
            let place = match chars.get(end) {
                Some('百') => 1e2,
                Some('千') => 1e3,
                Some('万') => 1e4,
                Some('亿') => 1e8,
                _ => 1.0,
            };
            if place > 1.0 {
                (value, step, end) = (value * place, step * place, end + 1);
            }
        }
    }
    // 228.31亿元 keeps its unit: give the last place word back where it begins one.
    if over.is_none() && numeral.arabic && end > at + 1 && matches!(chars[end - 1], '万' | '亿') && unit_at(chars, end - 1, true, own_unit).is_some() {
        let place = if chars[end - 1] == '万' { 1e4 } else { 1e8 };
        (value, step, end) = (tidy(value / place), tidy(step / place), end - 1);
    }
    let mut unit = unit_at(chars, end, numeral.arabic, own_unit);
    let mut stated_end = end;
    end += unit.as_deref().map_or(0, |unit| unit.chars().count());

    // A second numeral behind a range mark makes one quantity of the two.
    let mut upper_end = None;
    if over.is_none() && chars.get(end).is_some_and(|mark| RANGE_MARKS.contains(mark) && (*mark != '至' || unit.is_none())) {
        if let Some(second) = read_upper(chars, end + 1, numeral.arabic, own_unit) {
            if second.1.is_some() && (unit.is_none() || unit == second.1) && second.0.value > value {
                upper_end = Some((text(end, end + 1), second.0.value));
                stated_end = second.0.end;
                unit = second.1;
                end = stated_end + unit.as_deref().map_or(0, |unit| unit.chars().count());
            }
        }
    }

    let is_time = matches!(unit.as_deref(), Some("年" | "月" | "日" | "天" | "周" | "个"));
    let before = BEFORE.iter().find_map(|(word, make, heads)| {
        let start = ends(chars, at, word)?;
        let head = start.checked_sub(1).map(|at| chars[at]);
        let part_of_word = head.is_some_and(|head| heads.contains(head));
        let recent = *word == "近" && is_time && !matches!(unit.as_deref(), Some("个")) ;
        (!part_of_word && !recent).then(|| (start, make(word.to_string())))
    });
    let percent_before = ends(chars, at, "百分之").filter(|_| unit.is_none());
    let behind = BEHIND.iter().find(|(word, _)| starts(chars, end, word));

    let mut start = at;
    let mut qualifier = None;
    if let Some((mark, upper)) = &upper_end {
        let quantity = Quantity {
            value,
            unit: unit.clone().unwrap_or_default(),
            qualifier: Some(Qualifier::Between(mark.clone())),
            stated: text(at, stated_end),
            lower: Some(value),
            upper: Some(*upper),
        };
        return Some(Reading { start, end, quantity, has_unit: true, numeral });
    }
    if let Some((from, found)) = before {
        start = from;
        qualifier = Some(found);
    }
    if let Some(from) = percent_before {
        start = from;
        unit = Some("%".to_string());
    }
    if let Some(word) = over.take() {
        qualifier = Some(Qualifier::Over(word.to_string()));
    } else if numeral.upper.is_some() && qualifier.is_none() {
        qualifier = Some(Qualifier::Between(text(at, numeral.end)));
    } else if qualifier.is_none() {
        qualifier = behind.map(|(word, make)| make(word.to_string()));
    }
    let (lower, upper) = match &qualifier {
        Some(Qualifier::Over(_)) => (Some(value), Some(tidy(value + step))),
        Some(Qualifier::MoreThan(_) | Qualifier::AtLeast(_)) => (Some(value), None),
        Some(Qualifier::LessThan(_) | Qualifier::AtMost(_)) => (None, Some(value)),
        Some(Qualifier::Between(_)) => (Some(value), numeral.upper),
        Some(Qualifier::About(_) | Qualifier::Rank(_)) | None => (None, None),
    };
    let has_unit = unit.is_some();
    let quantity = Quantity { value, unit: unit.unwrap_or_default(), qualifier, stated: text(start, stated_end), lower, upper };
    Some(Reading { start, end, quantity, has_unit, numeral })
}

/// The numeral and unit behind a range mark.
fn read_upper(chars: &[char], at: usize, arabic: bool, own_unit: Option<&str>) -> Option<(Numeral, Option<String>)> {
    let numeral = numeral::read(chars, at).filter(|numeral| numeral.arabic == arabic)?;
    let unit = unit_at(chars, numeral.end, arabic, own_unit);
    Some((numeral, unit))
}

/// Takes away binary dust: 228.31 × 1e8 ÷ 1e8 is 228.31 again.
fn tidy(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}
