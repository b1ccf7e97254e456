//! The words that say how a number is meant: 余, 超, 近, 以上. Which they are, what each says about the
//! number's bounds, and which of them stands beside a numeral.

use serde::{Deserialize, Serialize};

use crate::text::{has_word_at, word_ending_at};

/// The word beside a number, by what it says. Each carries the word as printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Qualifier {
    /// 余, 多: more than the number, less than its next step; both bounds exclusive.
    Over(String),
    /// 超, 超过, 逾, 突破: more than the number (exclusive).
    MoreThan(String),
    /// 以上, 不低于, 不少于, 至少: the number or more (民法典 art. 1259).
    AtLeast(String),
    /// 近, 不足, 不满: less than the number (exclusive).
    LessThan(String),
    /// 以下, 以内, 不超过, 至多: the number or less (民法典 art. 1259).
    AtMost(String),
    /// 约, 左右, 上下: near the number, on either side.
    About(String),
    /// 三四个: two neighbouring numerals, between the two.
    Between(String),
    /// 第: a rank; 前: the ranks up to it.
    Rank(String),
}

impl Qualifier {
    /// The word as printed.
    pub fn word(&self) -> &str {
        match self {
            Self::Over(word)
            | Self::MoreThan(word)
            | Self::AtLeast(word)
            | Self::LessThan(word)
            | Self::AtMost(word)
            | Self::About(word)
            | Self::Between(word)
            | Self::Rank(word) => word,
        }
    }
}

/// A word before a numeral; its qualifier; and, of a word that is often the end of another (预约,
/// 最近), the characters that make it one.
type Before = (&'static str, fn(String) -> Qualifier, &'static str);

/// The words before a numeral, longer ones before those they end with.
const BEFORE: &[Before] = &[
    ("不低于", Qualifier::AtLeast, ""),
    ("不少于", Qualifier::AtLeast, ""),
    ("不小于", Qualifier::AtLeast, ""),
    ("至少", Qualifier::AtLeast, ""),
    ("不超过", Qualifier::AtMost, ""),
    ("不多于", Qualifier::AtMost, ""),
    ("不高于", Qualifier::AtMost, ""),
    ("不大于", Qualifier::AtMost, ""),
    ("至多", Qualifier::AtMost, ""),
    ("最多", Qualifier::AtMost, ""),
    ("不足", Qualifier::LessThan, ""),
    ("不满", Qualifier::LessThan, ""),
    ("不到", Qualifier::LessThan, ""),
    ("低于", Qualifier::LessThan, "不"),
    ("将近", Qualifier::LessThan, ""),
    ("接近", Qualifier::LessThan, ""),
    ("近", Qualifier::LessThan, "附最就临邻靠亲远新"),
    ("超过", Qualifier::MoreThan, "不"),
    ("突破", Qualifier::MoreThan, ""),
    ("大于", Qualifier::MoreThan, "不"),
    ("超", Qualifier::MoreThan, "赶反"),
    ("逾", Qualifier::MoreThan, ""),
    ("大约", Qualifier::About, ""),
    ("约", Qualifier::About, "预签节解制契公合违履条特邀"),
    ("第", Qualifier::Rank, ""),
    ("前", Qualifier::Rank, "目日此年当之以提从先事生空月天周期会岁午超"),
];

/// A word behind a unit and its qualifier. The word is no part of [`super::Quantity::stated`],
/// since the unit stands between.
type Behind = (&'static str, fn(String) -> Qualifier);

/// The words behind a unit.
const BEHIND: &[Behind] = &[
    ("及以上", Qualifier::AtLeast),
    ("以上", Qualifier::AtLeast),
    ("及以下", Qualifier::AtMost),
    ("以下", Qualifier::AtMost),
    ("以内", Qualifier::AtMost),
    ("左右", Qualifier::About),
    ("上下", Qualifier::About),
];

/// Characters before 数 that make it the end of a word: 参加人数三千 is no 数三千.
const COUNT_OF: &str = "人件户次总指倍个系参函少多对分点字天岁名例基位家项无";

/// The qualifying word that ends at `at`, with the place where it begins. `unit` is the numeral's.
pub(super) fn before(chars: &[char], at: usize, unit: Option<&str>) -> Option<(usize, Qualifier)> {
    let is_time = matches!(unit, Some("年" | "月" | "日" | "天" | "周" | "季度" | "世纪"));
    BEFORE.iter().find_map(|(word, make, heads)| {
        let start = word_ending_at(chars, at, word)?;
        let part_of_a_word = start.checked_sub(1).is_some_and(|head| heads.contains(chars[head]));
        // 近3年 is the last three years, not fewer than three; 前三季度 and 前3个 are no ranks.
        let recent = *word == "近" && is_time;
        let first_few = *word == "前"
            && unit.is_some_and(|unit| !matches!(unit, "%" | "位" | "名" | "强" | "家"));
        (!part_of_a_word && !recent && !first_few).then(|| (start, make(word.to_string())))
    })
}

/// 数, 几 or 上 before 十, 百, 千, 万 or 亿 at `at`: 数十 is 20 at least, 上百 is 100 at least. With the
/// place where the word begins, and what it multiplies by.
pub(super) fn vague_before(chars: &[char], at: usize) -> Option<(usize, f64, Qualifier)> {
    let start = at.checked_sub(1)?;
    let head = |part: &str| start.checked_sub(1).is_some_and(|head| part.contains(chars[head]));
    let (times, is_word) = match chars[start] {
        '数' => (2.0, head(COUNT_OF)),
        '几' => (2.0, head("")),
        '上' => (1.0, head("成千以线网市会")),
        _ => return None,
    };
    (!is_word).then(|| (start, times, Qualifier::AtLeast(chars[start].to_string())))
}

/// The qualifying word that begins at `at`, behind a unit.
pub(super) fn behind(chars: &[char], at: usize) -> Option<Qualifier> {
    BEHIND
        .iter()
        .find(|(word, _)| has_word_at(chars, at, word))
        .map(|(word, make)| make(word.to_string()))
}
