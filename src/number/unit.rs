//! The units that a numeral can have behind it, and which of them stands at a place of a text. A
//! unit is whatever is counted: known ones stand in tables, others are recognized by their place.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::text::has_word_at;

use super::numeral;

/// Money. 亿 and 万 before it stay in the unit, as officials write: 228.31亿元.
const MONEY: &str = "元 美元 港元 澳元 欧元 日元 英镑 人民币 元人民币";

/// Measure words behind any numeral.
const UNITS: &str = "个百分点 百分点 个半天 个月 个季度 个工作日 个小时 个学时 个交易日 人口 \
    件次 家次 人次 户次 台次 场次 批次 项次 宗次 条次 辆次 艘次 架次 车次 班次 例次 份次 片次 趟次 间次 亿次 \
    个 件 家 份 名 人 台 条 起 项 宗 轮 部 套 户 级 地 届 批 类 种 处 所 支 场 期 篇 位 张 组 次 例 册 辆 \
    座 栋 幢 倍 成 番 年 月 日 天 周 小时 分钟 秒 秒钟 岁 周岁 周年 方面 艘 架 头 枚 粒 株 棵 匹 尾 羽 块 片 幅 枝 根 \
    把 顶 床 副 双 对 间 本 只 单 号 卷 层 封 首 道 具 颗 款 票 席 盏 口 眼 桶 瓶 箱 袋 尊 宗地 趟 班 档 桩 笔 度 列 堂 折 \
    标箱 标准箱 人天 床位 世纪 季度 个工日 工日 学时 课时";

/// Measures: length, area, weight, energy (国际单位制及其应用 GB 3100).
const MEASURES: &str = "亩 公顷 平方公里 平方千米 平方米 平米 立方米 公里 千米 米 吨 公斤 千克 斤 克 海里 英寸 人公里 \
    吨公里 车公里 千瓦时 千瓦 千伏 千伏安 兆瓦 兆瓦时 度电 瓦 升 毫升 毫克 微克 毫米 厘米 微米 纳米 吨标准煤";

/// Units behind Arabic digits alone: behind a Chinese numeral they are mostly part of a word.
const UNITS_AFTER_DIGITS: &str = "% ‰ ‱ 回 餐 县 区 镇 乡 村 街道 站 门 节 课 员 字 社区 企业 单位 部门 省 市 州 国 \
    国家 省份 小区 学校 村庄 行政村 镇街 街镇 乡镇 县区 市县 组织 人才 网格 院校 科室 窗口 市州 地州 大类 大项 \
    小项 大 强 分 版 金 银 铜 P \
    ㎡ ㎞ ㎏ ㎎ ㎝ ㎜ ㎥ m² m³ m2 m3 km² km2 km KM kg KG cm mm m g t L l ml mL mg μg MW GW kW KW kWh KWh MWh kV KV \
    kVA MVA MB GB TB PB Mbps Gbps MHz GHz ℃ °C dB P EFLOPS PFLOPS Wh GWh W V";

/// What a character behind digits is when it is no unit: words that go on with the sentence.
const NO_UNIT: &str = "的时地得在是和与及或并且而但等为以被把对将从由自向按经据因至到达则其该此本也都均各每全新老大小高低\
    优强重主要中内外前后上下左右余多约近超未不无已正可能应须需使让用给含占比较共总同相加减增完建成开实推落做抓保持续\
    获得居排列名入出进来去起启有无没又再更最很非第行缩扩跃跨市区省国级型款强化深积着严坚创优统打营促提升改通过围绕按照组织";

fn words(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.split_ascii_whitespace()
}

/// Whether a unit is money, or money for each of something.
pub(super) fn is_money(unit: &str) -> bool {
    let counted = unit.split('/').next().unwrap_or(unit).trim_start_matches(['万', '亿']);
    words(MONEY).any(|known| known == counted)
}

/// Whether a unit is money or a measure, so that a limit in it names a kind of thing.
pub(super) fn is_measure(unit: &str) -> bool {
    is_money(unit) || words(MEASURES).any(|known| known == unit)
}

/// Whether a known unit stands at `at`, or 万 or 亿 before one.
pub(super) fn begins(chars: &[char], at: usize) -> bool {
    let from =
        at + chars.iter().skip(at).take(2).take_while(|ch| "万亿余多".contains(**ch)).count();
    from > at || known_at(chars, from, true).is_some()
}

/// Every known unit by its first character, those behind any numeral before those behind digits.
static KNOWN: LazyLock<BTreeMap<char, Vec<(String, bool)>>> = LazyLock::new(|| {
    let mut known: BTreeMap<char, Vec<(String, bool)>> = BTreeMap::new();
    let scaled = ["", "万亿", "亿", "万"]
        .into_iter()
        .flat_map(|scale| words(MONEY).map(move |unit| (format!("{scale}{unit}"), false)));
    let plain = words(UNITS).chain(words(MEASURES)).map(|unit| (unit.to_string(), false));
    let digits = words(UNITS_AFTER_DIGITS).map(|unit| (unit.to_string(), true));
    for (unit, behind_digits) in scaled.chain(plain).chain(digits) {
        if let Some(first) = unit.chars().next() {
            known.entry(first).or_default().push((unit, behind_digits));
        }
    }
    known
});

/// The longest known unit at `at`.
fn known_at(chars: &[char], at: usize, behind_digits: bool) -> Option<&'static str> {
    let units = KNOWN.get(chars.get(at)?)?;
    let here = |(unit, only_digits): &&(String, bool)| {
        (behind_digits || !only_digits) && has_word_at(chars, at, unit)
    };
    let longest = units.iter().filter(here).max_by_key(|(unit, _)| unit.chars().count());
    longest.map(|(unit, _)| unit.as_str()).filter(|unit| is_whole(chars, at, unit))
}

/// Whether the characters at `at` are the unit and no longer word that begins like it: 2个 is, 5G网 and
/// 5大关 are not.
fn is_whole(chars: &[char], at: usize, unit: &str) -> bool {
    let next = chars.get(at + unit.chars().count()).copied();
    let goes_on = |begun: &str| next.is_some_and(|next| begun.contains(next));
    match unit {
        "P" | "m" | "g" | "t" | "L" | "l" | "W" | "V" => {
            !next.is_some_and(|ch| ch.is_ascii_alphanumeric() || ch == '+')
        }
        "金" | "银" | "铜" => {
            next.is_none_or(|ch| "、，。；银铜\n".contains(ch) || numeral::digit(ch).is_some())
        }
        "大" => !goes_on("关桥学厦会量批赛幅力气米豆洋湾坝道街楼数型多"),
        "强" | "分" | "版" | "节" | "课" | "员" => {
            !goes_on("数度大点要型力化配级别享段类析期间尺工")
        }
        "成" => !goes_on("立为功果效员本熟品就分交长"),
        "列" => !goes_on("入为居出举"),
        "对" => !goes_on("于口外接标照应"),
        "起" => !goes_on("步草到点来"),
        "度" => !goes_on("假过量"),
        "道" => !goes_on("路德"),
        "把" => !goes_on("握手关"),
        "根" => !goes_on("据本"),
        _ => true,
    }
}

/// A unit and how it was recognized.
pub(super) struct Unit {
    /// The unit, as printed but for its width.
    pub name: String,
    /// One past its last scalar.
    pub end: usize,
    /// Whether it stands in no table.
    pub guessed: bool,
}

/// The unit at `at`: one of the editor's own if it stands there, else the longest known one with
/// what belongs to it (间（套）, 批次/千人), else the word that stands where a unit does.
pub(super) fn unit_at(
    chars: &[char],
    at: usize,
    behind_digits: bool,
    own: &[&str],
) -> Option<Unit> {
    let own = own.iter().filter(|unit| !unit.is_empty() && has_word_at(chars, at, unit));
    if let Some(unit) = own.max_by_key(|unit| unit.chars().count()) {
        let end = at + unit.chars().count();
        return Some(Unit { name: unit.to_string(), end, guessed: false });
    }
    let (mut end, guessed) = match known_at(chars, at, behind_digits) {
        Some(unit) => (at + unit.chars().count(), false),
        None if behind_digits => (guessed_end(chars, at)?, true),
        None => return None,
    };
    if !guessed {
        end = with_alternative(chars, end);
        end = with_denominator(chars, end);
    }
    Some(Unit { name: chars[at..end].iter().collect(), end, guessed })
}

/// 间（套）, 地（市）, 县（市、区）: units in brackets that may stand in the unit's place.
fn with_alternative(chars: &[char], end: usize) -> usize {
    if chars.get(end) != Some(&'(') {
        return end;
    }
    let mut at = end + 1;
    while let Some(unit) = known_at(chars, at, true) {
        at += unit.chars().count();
        match chars.get(at) {
            Some(')') => return at + 1,
            Some('、' | '/') => at += 1,
            _ => return end,
        }
    }
    end
}

/// 批次/千人, 元/㎡, 微克/立方米: what the unit is counted for.
fn with_denominator(chars: &[char], end: usize) -> usize {
    if chars.get(end) != Some(&'/') {
        return end;
    }
    let scale = chars.iter().skip(end + 1).take_while(|ch| "百千万".contains(**ch)).count();
    match known_at(chars, end + 1 + scale, true) {
        Some(unit) => end + 1 + scale + unit.chars().count(),
        None => end,
    }
}

/// A Chinese character that follows digits and does not go on with the sentence is what they count.
fn guessed_end(chars: &[char], at: usize) -> Option<usize> {
    let ch = *chars.get(at)?;
    let is_word = ('\u{4e00}'..='\u{9fff}').contains(&ch);
    // Behind 万 stands the name of what is counted, not its unit: 30万农村学生.
    let is_scaled = at > 0 && numeral::large_multiplier(chars[at - 1]).is_some();
    let is_word = is_word && !is_scaled;
    (is_word && !NO_UNIT.contains(ch) && !numeral::begins(ch)).then_some(at + 1)
}
