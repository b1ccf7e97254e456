//! Whether a number that was read is data: by the words around it. What is in quotes or book-title marks,
//! ordinals, ages, thresholds and set phrases is not; of what could be both, the doubt is told.

use crate::text::{has_word_at, word_ending_at};

use super::fold::is_stop;
use super::numeral::{self, is_chinese, large_multiplier, multiplier};
use super::reading::Reading;
use super::reason::{Doubt, Reason};
use super::{Qualifier, unit};

/// What a reading is: a figure, or no data and why; and what makes that doubtful.
pub(super) type Verdict = (Option<Reason>, Option<Doubt>);

const FIGURE: Verdict = (None, None);

fn no_data(reason: Reason) -> Verdict {
    (Some(reason), None)
}

/// Words that begin with a numeral and have no number in them.
const WORDS: &str = "一起 一批 一部分 一次性 一条龙 一套 一方面 一件事 一一 一家亲 一条心 一张蓝图 一张网 万一 一部 一类 一种 \
    一道 一对 一把手 一把 一根 一度 一成不变 一时 千万别 三三两两 一次办 一门 一份子 一副 一口 一天 一日 一经 一级 一个个 \
    一项项 一名名 一处处 一年一度 一条条";

/// Phrases that count without saying a quantity (党内法规 and 政府工作报告 of the last years).
const PHRASES: &str = "两个维护 两个确立 四个意识 四个自信 四个全面 三个代表 八项规定 三项制度 五大发展 三大攻坚 \
    两个毫不 两个一百年 三个有利于 三个定位 五个坚持 四个走在 五个一 三个一 两个责任 三个文明 两个文明 三会一课 \
    两个市场 三次产业 三大产业 十件实事 四个最严 三名工程 五位一体";

/// Words behind which a small number in words is counted.
const COUNTED_BY: &str = "共 了 达 有 新增 完成 建成 建立 召开 举办 开展 组织 制定 出台 印发 发布 修订 审议 通过 \
    办理 受理 查处 查办 立案 处理 处置 调解 审结 获 获得 荣获 设立 成立 新建 打造 推出 引进 培育 培训 化解 移送 \
    抓获 破获 收到 接到 发现 整改 排查 检查 抽查 处罚 责令 清理 废止 修改 等 各 计 超 近 约 仅 为 合计 增加 减少 \
    提供 组建 布设 选派 评选 承办 主办 协办 分 分为 聘请 配备 评为 包括";

/// What comes out or is held in numbers, and is counted by them.
const ISSUED: &str = "培训班 研讨班 学习班 培训 讲座 简报 专刊 专报 课堂 论坛 沙龙 专栏 节目";

/// Words of a clause in which 第二 is a rank.
const RANKING: &str = "列 居 排名 名列 位列 排 名次 位次 全国 全省 全市 全区 全州 全县 全球 世界 考核 考评 评比 综合 \
    夺得 获 测评 评估 首位 西部 东部 国内 亚洲 保持 百强 百佳 奖 赛";

fn words(table: &str) -> impl Iterator<Item = &str> {
    table.split_ascii_whitespace()
}

/// What encloses a place of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Enclosed {
    /// Nothing.
    #[default]
    No,
    /// Quotation marks around a few words.
    Quoted,
    /// 《》.
    Titled,
}

/// Most characters of a quoted name.
const MAX_QUOTED: usize = 16;
/// Most marks open at a place.
const MAX_OPEN: usize = 8;
/// Most characters of a title.
const MAX_TITLED: usize = 120;

/// What encloses every place: pairs of marks in one line.
pub(super) fn enclosures(chars: &[char]) -> Vec<Enclosed> {
    let mut enclosed = vec![Enclosed::No; chars.len()];
    let mut open: Vec<(char, usize)> = Vec::new();
    for (at, ch) in chars.iter().enumerate() {
        let closes = match ch {
            '\n' => {
                open.clear();
                continue;
            }
            '“' | '‘' | '《' | '「' | '『' => {
                open.push((*ch, at));
                // Marks that are never closed must not cost time.
                open.drain(..open.len().saturating_sub(MAX_OPEN));
                continue;
            }
            '"' if !open.iter().any(|(opened, _)| *opened == '"') => {
                open.push((*ch, at));
                continue;
            }
            '”' => '“',
            '’' => '‘',
            '》' => '《',
            '」' => '「',
            '』' => '『',
            '"' => '"',
            _ => continue,
        };
        let Some(place) = open.iter().rposition(|(opened, _)| *opened == closes) else { continue };
        let start = open[place].1;
        open.truncate(place);
        let (kind, most) = match closes {
            '《' => (Enclosed::Titled, MAX_TITLED),
            _ => (Enclosed::Quoted, MAX_QUOTED),
        };
        if at - start <= most + 1 {
            enclosed[start..at]
                .iter_mut()
                .filter(|known| **known == Enclosed::No)
                .for_each(|known| *known = kind);
        }
    }
    enclosed
}

/// Whether the numerals are a number at all and no part of a word: 一致, 统一 and 万家 are words, 三地,
/// 第一 and 十九 are numbers.
pub(super) fn is_number(chars: &[char], reading: &Reading) -> bool {
    let numeral = &reading.numeral;
    if numeral.arabic || reading.composed || reading.quantity.is_rank() {
        return true;
    }
    let has_unit = reading.end > reading.number_end || !reading.quantity.unit.is_empty();
    let is_bare = chars[reading.at..reading.at + numeral.n_numerals]
        .iter()
        .all(|ch| large_multiplier(*ch).is_some());
    if is_bare {
        // 百余家, 近千人, 上万: only a word beside it makes it a number. 千万级 is a size.
        let sized = matches!(chars.get(reading.end), Some('级'));
        return reading.start < reading.at
            && !sized
            && (has_unit || reading.quantity.value >= 100.0)
            || matches!(reading.quantity.qualifier, Some(Qualifier::Over(_)));
    }
    let before = reading.at.checked_sub(1).map(|before| chars[before]);
    if has_unit
        && numeral.n_numerals == 1
        && before.is_some_and(|ch| "统唯同逐专归划单合不独每某另".contains(ch))
    {
        return false;
    }
    has_unit || numeral.n_numerals > 1
}

/// Where a word ends that begins with the numeral at `at` and has no number in it.
pub(super) fn word_end(chars: &[char], at: usize) -> Option<usize> {
    let negated = ["没有", "无", "未", "没", "非", "新", "过去", "第"];
    if negated.iter().any(|word| word_ending_at(chars, at, word).is_some()) {
        return None;
    }
    let longest = words(WORDS).filter(|word| has_word_at(chars, at, word));
    longest.map(|word| at + word.chars().count()).max()
}

/// The words from the head of the clause to `at`, sixteen characters at most.
fn clause_before(chars: &[char], at: usize) -> String {
    let from = at.saturating_sub(16);
    let n = chars[from..at].iter().rev().take_while(|ch| !is_stop(**ch)).count();
    chars[at - n..at].iter().collect()
}

fn is_han(ch: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&ch)
}

/// Whether the clause ends at `at`, or the number is set off there.
fn ends_clause(chars: &[char], at: usize) -> bool {
    chars.get(at).is_none_or(|ch| !is_han(*ch) && *ch != '“' && *ch != '《' || *ch == '的')
}

/// What `reading` is.
pub(super) fn judge(chars: &[char], enclosed: Enclosed, reading: &Reading) -> Verdict {
    match enclosed {
        Enclosed::Titled => return no_data(Reason::Name),
        // “3个95%” is the name of a goal; an amount that is quoted is for an editor to tell.
        Enclosed::Quoted
            if reading.numeral.arabic && !reading.quantity.unit.is_empty() && !reading.guessed =>
        {
            return (Some(Reason::Name), Some(Doubt::NameOrAmount));
        }
        Enclosed::Quoted => {
            let named = reading.numeral.arabic || reading.quantity.unit.is_empty();
            return no_data(if named { Reason::Name } else { Reason::Phrase });
        }
        Enclosed::No => {}
    }
    match &reading.quantity.qualifier {
        Some(Qualifier::Rank(word)) if word == "第" => return judge_ordinal(chars, reading),
        Some(Qualifier::Rank(_)) => return judge_first_few(chars, reading),
        _ => {}
    }
    if reading.composed {
        return FIGURE;
    }
    // 四个100%: neither is a quantity.
    let of_several = |at: usize| at > 1 && chars[at - 1] == '个' && numeral::begins(chars[at - 2]);
    let unit = reading.quantity.unit.as_str();
    let counts_number =
        unit == "个" && chars.get(reading.end).is_some_and(|ch| numeral::digit(*ch).is_some());
    if counts_number || of_several(reading.start) {
        return no_data(Reason::Phrase);
    }
    let common = judge_unit(chars, reading);
    if common != FIGURE {
        return common;
    }
    if reading.numeral.arabic { judge_digits(chars, reading) } else { judge_words(chars, reading) }
}

/// 第2 behind a word of ranking is a rank, any other an ordinal.
fn judge_ordinal(chars: &[char], reading: &Reading) -> Verdict {
    let clause = clause_before(chars, reading.start);
    let place = matches!(reading.quantity.unit.as_str(), "位" | "名" | "");
    let set_off = ends_clause(chars, reading.end);
    let is_place = !reading.quantity.unit.is_empty();
    if place && set_off && (is_place || words(RANKING).any(|word| clause.contains(word))) {
        return FIGURE;
    }
    // 第一、第三产业: members of a list, and no marks of one.
    if has_word_at(chars, reading.end, "、第") {
        return no_data(Reason::Ordinal);
    }
    let heads = reading.start.checked_sub(1).is_none_or(|before| is_stop(chars[before]));
    if heads && set_off && reading.quantity.unit.is_empty() {
        return no_data(Reason::List);
    }
    (Some(Reason::Ordinal), Some(Doubt::RankOrOrdinal).filter(|_| place && set_off))
}

/// 全国前五十 is a rank; 前三批 and 前10名 elsewhere are ordinals.
fn judge_first_few(chars: &[char], reading: &Reading) -> Verdict {
    let clause = clause_before(chars, reading.start);
    if words(RANKING).any(|word| clause.contains(word)) {
        return FIGURE;
    }
    (Some(Reason::Ordinal), Some(Doubt::RankOrOrdinal))
}

/// Units by which a number is no data in either script: ages, grades, sessions, thresholds.
fn judge_unit(chars: &[char], reading: &Reading) -> Verdict {
    let unit = reading.quantity.unit.as_str();
    let clause = clause_before(chars, reading.start);
    let next = |word: &str| has_word_at(chars, reading.end, word);
    match unit {
        "岁" | "周岁" if !clause.contains("寿命") && !clause.contains("平均") => {
            return no_data(Reason::Phrase);
        }
        "届" if ["承办", "举办", "连续", "主办"].iter().any(|word| clause.contains(word)) =>
        {
            return (None, Some(Doubt::RankOrOrdinal));
        }
        "届" => return no_data(Reason::Ordinal),
        // 举办培训班2期, 印发简报9期.
        "期" if words(ISSUED).any(|word| clause.contains(word)) && !next("工程") => {}
        "期" | "号" => return no_data(Reason::Name),
        "级" => return (Some(Reason::Phrase), Some(Doubt::NameOrAmount)),
        "强" => return no_data(Reason::Name),
        "年" if matches!(reading.quantity.qualifier, Some(Qualifier::Over(_)))
            && reading.numeral.arabic =>
        {
            return (Some(Reason::Date), Some(Doubt::NameOrAmount));
        }
        // 20万吨级泊位, 500千伏级: a size in a name.
        "吨" | "千瓦" | "万千瓦" | "千伏" | "兆瓦" if next("级") => {
            return (Some(Reason::Name), Some(Doubt::NameOrAmount));
        }
        "小时" if reading.quantity.value == 24.0 && !next("内") && !next("以内") => {
            return no_data(Reason::Phrase);
        }
        _ => {}
    }
    let meetings = ["会议", "全会", "党代会", "全体会议", "常委会", "主席团", "委员会议"];
    if unit == "次" && !reading.numeral.arabic && meetings.iter().any(|word| next(word)) {
        let held = ["召开", "组织", "举行", "主持", "共"].iter().any(|word| clause.ends_with(word));
        return if held { (None, Some(Doubt::FewInWords)) } else { no_data(Reason::Ordinal) };
    }
    // 30人以上重大纠纷, 5000万元以上的项目: a threshold. Shares are amounts: 90%以上的群众.
    let is_share = matches!(unit, "%" | "‰" | "成" | "倍" | "个百分点" | "百分点" | "");
    let limit = ["及以上", "以上", "及以下", "以下", "以内", "以外"];
    let is_term = matches!(unit, "天" | "日" | "小时" | "分钟" | "年" | "月") && next("以内");
    // Of what is counted one by one, so many or more are done: 引进3家以上酒店.
    let measures = unit == "人" || unit::is_measure(unit);
    let limit = limit.iter().find(|word| next(word)).filter(|_| measures && !is_share && !is_term);
    if let Some(limit) = limit {
        let behind = reading.end + limit.chars().count();
        let next = chars.get(behind).filter(|ch| is_han(**ch));
        if next.is_some_and(|next| !"和或及与且并不均占达".contains(*next)) {
            // 整治8500亩以上农田: as much as that is done.
            let is_done = next != Some(&'的') && DONE_TO.iter().any(|verb| clause.ends_with(verb));
            return (Some(Reason::Phrase).filter(|_| !is_done), Some(Doubt::Threshold));
        }
    }
    // 15分钟生活圈, 500米服务圈.
    let near: String = chars[reading.end..].iter().take(7).take_while(|ch| is_han(**ch)).collect();
    let is_reach = matches!(unit, "米" | "公里" | "分钟" | "小时" | "千米") && near.contains('圈');
    if is_reach { no_data(Reason::Name) } else { FIGURE }
}

/// What is done to so much or more of something.
const DONE_TO: [&str; 14] = [
    "整治", "建成", "完成", "新增", "新建", "改造", "提升", "盘活", "供应", "筹集", "释放", "拆除",
    "实施", "打造",
];

/// Digits that no unit makes data.
fn judge_digits(chars: &[char], reading: &Reading) -> Verdict {
    let quantity = &reading.quantity;
    let printed: String = chars[reading.at..reading.number_end].iter().collect();
    let value = quantity.value;
    let has_known_unit = !quantity.unit.is_empty() && !reading.guessed;
    if has_known_unit {
        // 澜湄合作2.0版.
        let edition = quantity.unit == "版" || printed.ends_with(".0") && quantity.unit == "时";
        return if edition { no_data(Reason::Name) } else { FIGURE };
    }
    if printed.len() == 4 && (1949.0..2051.0).contains(&value) && quantity.qualifier.is_none() {
        return no_data(Reason::Year);
    }
    let next = chars.get(reading.number_end).copied();
    // 90后, 00后.
    if next == Some('后') && printed.len() == 2 && value % 5.0 == 0.0 {
        return no_data(Reason::Phrase);
    }
    if printed.ends_with(".0") && next != Some(':') {
        return (Some(Reason::Name), Some(Doubt::NameOrAmount));
    }
    (None, Some(if reading.guessed { Doubt::RareUnit } else { Doubt::NoUnit }))
}

/// Numbers in words: large ones are data, small ones mostly belong to a phrase.
fn judge_words(chars: &[char], reading: &Reading) -> Verdict {
    let (numeral, unit) = (&reading.numeral, reading.quantity.unit.as_str());
    let run = &chars[reading.at..reading.at + numeral.n_numerals];
    let next = chars.get(reading.end).copied();
    if matches!(unit, "倍" | "成" | "番" | "个百分点" | "百分点") {
        return FIGURE;
    }
    let is_time = matches!(
        unit,
        "年" | "月" | "日" | "天" | "周" | "季度" | "世纪" | "周年" | "小时" | "分钟"
    );
    let vague = matches!(
        reading.quantity.qualifier,
        Some(Qualifier::Over(_) | Qualifier::AtLeast(_) | Qualifier::About(_))
    ) && reading.quantity.value >= 10.0
        || matches!(reading.quantity.qualifier, Some(Qualifier::Between(_)));
    // 四十余年 is a span of time as 四十年 is.
    if is_time && (!vague || matches!(unit, "年" | "世纪")) {
        return no_data(Reason::Date);
    }
    let in_ones = run.iter().all(|ch| large_multiplier(*ch).is_none());
    if unit.is_empty() && in_ones {
        // 十八大, 十四五, 八五: congresses and plans.
        let congress = next == Some('大');
        let plan = run.len() > 1 && run.iter().rev().take(1).all(|ch| multiplier(*ch).is_none());
        let doubt = Some(Doubt::NameOrAmount).filter(|_| !(congress || plan));
        return (Some(Reason::Name), doubt);
    }
    if numeral.value > 10.0 || vague {
        return (None, Some(Doubt::NoUnit).filter(|_| unit.is_empty()));
    }
    if words(PHRASES).any(|phrase| has_word_at(chars, reading.at, phrase)) {
        return no_data(Reason::Phrase);
    }
    let clause = clause_before(chars, reading.start);
    let is_kind = matches!(unit, "地" | "方面" | "类" | "线" | "位" | "度" | "道" | "门");
    let counted = words(COUNTED_BY).any(|word| clause.ends_with(word)) && !clause.ends_with("以及");
    let listed = clause.ends_with('等');
    let first = is_chinese(run[0]) && numeral.value == 1.0;
    if counted && !first && (!is_kind || listed && unit == "类") && !unit::is_money(unit) {
        return (None, Some(Doubt::FewInWords));
    }
    // 两所高校, 三位教授: of things that are counted by a word of their own; 两位数 is a size.
    let is_of_things = "所家只款座艘辆栋台位名".contains(unit) && !unit.is_empty();
    if is_of_things && !first && next.is_some_and(|next| is_han(next) && next != '数') {
        return (None, Some(Doubt::FewInWords));
    }
    (Some(Reason::Phrase), Some(Doubt::FewInWords))
}
