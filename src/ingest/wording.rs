//! The words by which headings and opening sentences tell what a part of a report is about: what is
//! lacking, the year to come, the first responsible person, all else. Headings count first; what
//! only sounds like it (补齐短板, 整改存在问题) is not claimed.

use crate::model::DutyKind;

use super::year_words::{names_coming_period, years_in};

/// Headings over what is lacking.
pub(super) const SHORTCOMINGS: &[&str] = &[
    "存在的不足",
    "存在不足",
    "不足和原因",
    "不足及原因",
    "不足与原因",
    "不足之处",
    "主要不足",
    "工作不足",
    "的不足",
    "存在的主要问题",
    "存在主要问题",
    "存在的突出问题",
    "存在的问题",
    "存在问题",
    "主要问题",
    "突出问题",
    "问题和差距",
    "问题与差距",
    "问题及差距",
    "问题和不足",
    "问题与不足",
    "问题及不足",
    "不足和问题",
    "不足与问题",
    "不足和差距",
    "差距和不足",
    "差距与不足",
    "存在的差距",
    "存在差距",
    "主要差距",
    "问题和原因",
    "问题及原因",
    "问题与原因",
    "原因分析",
    "存在的薄弱环节",
    "薄弱环节",
    "存在的短板",
    "存在短板",
    "短板和不足",
    "短板与不足",
    "短板弱项",
    "短板和弱项",
    "困难和挑战",
    "困难与挑战",
    "困难和问题",
    "困难与问题",
    "问题和困难",
    "问题与困难",
    "问题和挑战",
    "问题与挑战",
    "面临的困难",
    "面临的挑战",
    "面临的问题",
    "困难挑战",
    "问题短板",
];

/// What a heading does to shortcomings when it tells of work on them.
const WORK_ON: &[&str] = &[
    "补齐", "补足", "补强", "聚焦", "解决", "整治", "整改", "破解", "化解", "坚持", "针对", "着力",
    "防范", "克服", "应对", "治理", "督促", "消除", "紧盯", "瞄准", "直面", "加强", "攻坚", "排查",
    "纠治", "清零",
];

/// Headings over the year to come.
pub(super) const PLAN: &[&str] = &[
    "下一年度",
    "下一年",
    "下年度",
    "下年",
    "明年",
    "来年",
    "下一步",
    "下步",
    "下阶段",
    "下一阶段",
    "今后",
    "努力方向",
    "工作打算",
    "打算",
    "工作计划",
    "计划安排",
    "主要安排",
    "工作安排",
    "工作思路",
    "工作要点",
    "工作重点",
    "工作设想",
    "工作部署",
    "工作任务",
    "主要任务",
    "重点任务",
    "目标任务",
    "工作目标",
    "奋斗目标",
    "重点工作",
    "主要工作",
    "工作举措",
    "改进措施",
    "改进方向",
    "整改措施",
    "发展思路",
    "总体要求",
    "工作建议",
    "工作的建议",
    "展望",
];

/// Those of [`PLAN`] that a heading over the past year can have as well; they count only with the
/// coming year.
const PLAN_OR_PAST: &[&str] = &[
    "工作举措",
    "主要任务",
    "工作任务",
    "重点任务",
    "目标任务",
    "重点工作",
    "主要工作",
    "工作目标",
    "工作重点",
    "工作部署",
    "工作思路",
    "工作要点",
    "工作安排",
    "主要安排",
    "奋斗目标",
    "发展思路",
    "整改措施",
    "总体要求",
    "工作计划",
    "计划安排",
];

/// Words that only headings over what is to come have.
const AHEAD: &[&str] = &[
    "下一步",
    "下步",
    "下一年",
    "下年",
    "下阶段",
    "下一阶段",
    "今后",
    "明年",
    "来年",
    "努力方向",
    "新一届",
    "未来五年",
];

/// Words of headings over what was done.
const PAST: &[&str] = &[
    "回顾",
    "成效",
    "情况",
    "总结",
    "做法",
    "完成",
    "成就",
    "举措和",
    "取得",
    "落实",
    "开展",
    "推进",
    "年来",
];

/// Headings over how the first responsible person met the duty.
const LEADERSHIP: &[&str] = &[
    "第一责任人",
    "主要负责人履行",
    "主要负责人履职",
    "主要领导履行",
    "党政主要负责人",
    "党政主要领导",
    "主要负责同志履行",
];

/// Headings over what else is reported.
const OTHER: &[&str] = &["其他需要报告", "其他需要说明", "需要报告的其他", "其他事项", "其他情况"];

/// Words by which a short line without a number is a heading.
const UNNUMBERED: &[&str] = &[
    "回顾",
    "工作安排",
    "主要工作",
    "重点工作",
    "工作思路",
    "工作情况",
    "工作打算",
    "工作计划",
    "工作任务",
    "目标任务",
    "主要任务",
    "工作要点",
    "总体要求",
    "总体情况",
    "基本情况",
    "主要情况",
    "主要成效",
    "工作成效",
    "主要举措",
    "主要做法",
    "主要措施",
    "工作措施",
    "取得的成效",
    "开展情况",
    "落实情况",
    "推进情况",
    "履职情况",
    "改进措施",
    "努力方向",
    "下一步",
    "下阶段",
    "建议",
];

/// What a heading says that its part is about, its number left aside. `year` is the one reported
/// on. None where it is not certain.
pub(super) fn duty_of_heading(heading: &str, year: Option<u16>) -> Option<DutyKind> {
    let words: String = heading.chars().filter(|ch| !ch.is_whitespace()).collect();
    let has = |table: &[&str]| table.iter().any(|word| words.contains(word));
    if has(OTHER) {
        Some(DutyKind::Other)
    } else if has(LEADERSHIP) {
        Some(DutyKind::Leadership)
    } else if names_shortcomings(&words) {
        Some(DutyKind::Shortcomings)
    } else if names_plan(&words, year) {
        Some(DutyKind::Plan)
    } else {
        None
    }
}

fn names_shortcomings(words: &str) -> bool {
    let found = SHORTCOMINGS.iter().filter_map(|word| words.find(word)).min();
    // 存在的问题及整改措施 is one; 整改存在问题 and 补齐短板弱项 tell of work.
    found.is_some_and(|at| !WORK_ON.iter().any(|work| words[..at].contains(work)))
}

fn names_plan(words: &str, year: Option<u16>) -> bool {
    let found: Vec<&&str> = PLAN.iter().filter(|word| words.contains(**word)).collect();
    let named = years_in(words);
    let is_to_come = year.is_some_and(|year| named.iter().any(|named| *named > year));
    let is_past = PAST.iter().any(|word| words.contains(word)) && !is_to_come;
    let is_of_year = year.is_some_and(|year| named.contains(&year)) && !is_to_come;
    let is_sure = found.iter().any(|word| !PLAN_OR_PAST.contains(word));
    let is_ahead = AHEAD.iter().any(|word| words.contains(word));
    let is_plain = words.chars().count() <= SHORT;
    if is_of_year || (is_past && !is_ahead) {
        return false;
    }
    (is_sure && is_plain)
        || (!found.is_empty()
            && (is_to_come
                || names_coming_period(words, year)
                || (is_plain && is_ahead)
                || (is_plain && named.is_empty() && is_short_for_plan(words))))
}

/// Longest heading that only names a part and tells nothing.
const SHORT: usize = 24;

/// 工作安排 alone; 抓好重点工作落实 is another thing, and 主要工作 may be of the past.
fn is_short_for_plan(words: &str) -> bool {
    const LONGEST: usize = 10;
    const ENDINGS: &[&str] =
        &["工作安排", "主要安排", "工作计划", "计划安排", "工作思路", "工作要点", "工作设想"];
    words.chars().count() <= LONGEST && ENDINGS.iter().any(|ending| words.ends_with(ending))
}

/// Whether a short line without a number is a heading by its words.
pub(super) fn is_unnumbered_heading(line: &str) -> bool {
    const LONGEST: usize = 26;
    let words: String = line.chars().filter(|ch| !ch.is_whitespace()).collect();
    let length = words.chars().count();
    let is_plain = !words
        .contains(['，', ',', '。', '；', ';', '：', ':', '！', '!', '？', '|', '—', '《', '【']);
    (3..=LONGEST).contains(&length)
        && is_plain
        && (UNNUMBERED.iter().any(|word| words.ends_with(word))
            || names_shortcomings(&words)
            || LEADERSHIP.iter().any(|word| words.contains(word)))
}

/// Whether a paragraph begins by admitting what is lacking: 在取得成绩的同时，我们也清醒地认识到，还存在一些不足.
pub(super) fn admits_shortcomings(opening: &str) -> bool {
    const LACKING: &[&str] =
        &["不足", "问题", "差距", "短板", "薄弱", "弱项", "困难", "挑战", "难题", "矛盾", "压力"];
    const SEES: &[&str] = &[
        "清醒地认识到",
        "清醒认识到",
        "清醒地看到",
        "清醒看到",
        "清醒地意识到",
        "清醒意识到",
        "也要看到",
        "也应看到",
        "也看到",
        "也认识到",
        "深刻认识到",
        "必须看到",
    ];
    const STILL: &[&str] = &[
        "还存在",
        "仍存在",
        "仍然存在",
        "依然存在",
        "尚存在",
        "也存在",
        "还有一些",
        "还面临",
        "仍面临",
        "仍然面临",
        "依然面临",
        "存在一些",
        "存在以下",
        "存在着一些",
        "存在不少",
        "距离上级要求",
        "还有差距",
        "还有一定差距",
        "仍有差距",
    ];
    const BUT: &[&str] = &[
        "取得成绩的同时",
        "取得一定成绩的同时",
        "取得以上成绩的同时",
        "肯定成绩的同时",
        "看到成绩的同时",
        "取得成效的同时",
        "但",
        "虽然",
        "与此同时",
        "各位代表",
        "工作中",
        "对照",
        "相比",
        "当前",
    ];
    let has = |table: &[&str]| table.iter().any(|word| opening.contains(word));
    let lacks = LACKING.iter().any(|word| opening.contains(word));
    (has(SEES) && (lacks || has(STILL) || has(&["安不忘危", "初级阶段"])))
        || (has(BUT) && lacks && STILL.iter().any(|still| admits_by(opening, still)))
}

/// Whether the clauses around `still` admit something, and do not tell of work on it.
fn admits_by(opening: &str, still: &str) -> bool {
    let Some(at) = opening.find(still) else { return false };
    let end = opening[at..].find(['：', ':', '。', '；']).map_or(opening.len(), |stop| at + stop);
    !WORK_ON.iter().any(|work| opening[..end].contains(work))
}

/// Whether a paragraph begins with what comes next: 下一步，我局将….
pub(super) fn opens_plan(opening: &str) -> bool {
    const OPENINGS: &[&str] = &[
        "下一步",
        "下步，",
        "下阶段，",
        "下一阶段，",
        "今后，",
        "今后一个时期",
        "明年，",
        "来年，",
    ];
    OPENINGS.iter().any(|word| opening.starts_with(word))
}
