//! The units that a numeral can have behind it, and which of them stands at a place of a text. A
//! new unit is one more entry of a table here.

use crate::text::has_word_at;

/// Units behind any numeral. Where one begins with another (人, 人次), the longest that fits counts.
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

/// Units behind Arabic digits alone: behind a Chinese numeral they are mostly part of a word.
const UNITS_AFTER_DIGITS: &[&str] = &[
    "%", "％", "‰", "县", "区", "镇", "乡", "村", "街道", "本", "间", "只", "单", "号", "站", "门",
    "节", "课", "员", "字",
];

/// The unit at `at`: the editor's own if it stands there, else the longest known one.
pub(super) fn unit_at(
    chars: &[char],
    at: usize,
    behind_digits: bool,
    own: Option<&str>,
) -> Option<String> {
    if let Some(unit) = own.filter(|unit| !unit.is_empty() && has_word_at(chars, at, unit)) {
        return Some(unit.to_string());
    }
    let further: &[&str] = if behind_digits { UNITS_AFTER_DIGITS } else { &[] };
    UNITS
        .iter()
        .chain(further)
        .filter(|unit| has_word_at(chars, at, unit))
        .max_by_key(|unit| unit.chars().count())
        .map(|unit| unit.to_string())
}
