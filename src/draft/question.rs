//! What citizens ask of reports of this kind, each with the figures of a new report that answer it. Only
//! what is answered is drafted.

use serde_json::{Value, json};

use crate::model::{DutyKind, Report};
use crate::period::{Period, Periods};

use super::Named;
use super::words::Words;

/// What is asked where a report says who won, and what where it does not.
const RESULT: &str = "政府打官司结果怎样？";
const COUNT: &str = "政府打了多少官司？";
/// Words of how a case ended.
const ENDS_OF_CASES: Words = Words("胜诉 败诉 维持 撤销 确认违法 驳回");

/// What lawsuits are counted in.
const CASES: [&str; 5] = ["件", "宗", "起", "例", "次"];

/// What is done with rules that are not made yet.
const ONLY_READ: Words = Words("审查 审核 拟 征求");
/// The question of what rules were made.
const RULES: &str = "出了哪些规矩？";

/// Questions, each with the words of figures that answer it.
const QUESTIONS: &[(&str, Words)] = &[
    ("免费的法律帮助有多少？", Words("法律援助")),
    (RESULT, Words("胜诉 败诉 行政应诉 行政诉讼 出庭应诉")),
    ("不服政府的决定，申请复议的有多少？", Words("行政复议")),
    ("群众来信来电，办得怎样？", Words("信访 12345 诉求件 来访 热线")),
    ("办事方便了吗？", Words("一窗 通办 一次办 即办 网办 网上 最多跑 承诺时限 办理时限 政务服务")),
    (RULES, Words("地方性法规 政府规章 规范性文件")),
    ("矛盾纠纷怎样化解？", Words("调解 矛盾纠纷")),
    ("执法查处了什么？", Words("行政处罚 查处 查办")),
    ("经济增长了多少？", Words("地区生产总值 生产总值")),
    ("老百姓收入怎样？", Words("可支配收入")),
    ("就业怎样？", Words("新增就业 失业率")),
    ("上学、看病、养老添了什么？", Words("学位 床位 养老 幼儿园 医院")),
    ("住房怎样？", Words("保障性住房 保障房 老旧小区 棚户区")),
    ("空气和水怎样？", Words("空气质量 PM2.5 PM_2.5 水质")),
];

/// Most questions that figures answer, and most figures of one.
const MOST_QUESTIONS: usize = 6;
const MOST_FIGURES: usize = 3;

/// Questions that parts of a report answer.
const OF_PARTS: [(&str, DutyKind); 2] =
    [("哪里没做好？", DutyKind::Shortcomings), ("接下来做什么？", DutyKind::Plan)];

/// Whether a name is of a part: 申请中维持.
pub(super) fn is_part(label: &str) -> bool {
    const WHOLE_WORDS: [&str; 6] = ["中心", "中小", "中国", "中央", "中学", "集中"];
    let rest = WHOLE_WORDS.iter().fold(label.to_string(), |rest, word| rest.replace(word, ""));
    rest.chars().skip(2).any(|ch| ch == '中')
}

/// The questions that a report answers; `is_sure` says whether a figure can stand for itself.
pub(super) fn questions(
    report: &Report,
    figures: &[Named<'_>],
    is_sure: impl Fn(&Named<'_>) -> bool,
) -> Vec<Value> {
    let periods = Periods::of(report);
    // What answers one question is not said again.
    let mut said = std::collections::BTreeSet::new();
    let answers = QUESTIONS.iter().filter_map(|(question, words)| {
        let is_made = |figure: &&Named<'_>| {
            *question != RULES || !ONLY_READ.iter().any(|word| figure.label.contains(word))
        };
        let answers = |figure: &&Named<'_>| {
            // Who coordinates settles no dispute.
            let label = figure.label.replace("协调解决", "");
            words.iter().any(|word| label.contains(word))
                && is_sure(figure)
                // What is planned has not come yet.
                && !matches!(figure.period(&periods), Period::Next | Period::Begun)
                && is_made(figure)
                && !said.contains(&figure.id)
        };
        let mut answers: Vec<&Named<'_>> = figures.iter().filter(answers).collect();
        let has_end =
            |figure: &&Named<'_>| ENDS_OF_CASES.iter().any(|end| figure.label.contains(end));
        let is_of_ends = *question == RESULT;
        let question =
            if *question == RESULT && !answers.iter().any(has_end) { COUNT } else { question };
        // 行政应诉十二条 are rules.
        if question == COUNT {
            answers.retain(|figure| CASES.contains(&&*figure.number.quantity.unit));
        }
        // What is of the year alone comes before what is of several, how a case ended before how many there were,
        // and of the usual unit the large before the small.
        let weight = |figure: &&Named<'_>| {
            let is_of_year = figure.period(&periods) == Period::Year;
            let unit = &figure.number.quantity.unit;
            let n_alike =
                answers.iter().filter(|other| other.number.quantity.unit == *unit).count();
            // Of reviews the number comes first, of lawsuits the end.
            let ends = is_of_ends && has_end(figure);
            (is_of_year, ends, !is_part(figure.label), n_alike, figure.number.quantity.value)
        };
        let mut weighed: Vec<_> = answers.iter().map(|figure| (weight(figure), *figure)).collect();
        weighed.sort_by(|(one, _), (other, _)| {
            other.partial_cmp(one).unwrap_or(std::cmp::Ordering::Equal)
        });
        answers = weighed.into_iter().map(|(_, figure)| figure).collect();
        let ids: Vec<&str> =
            answers.into_iter().take(MOST_FIGURES).map(|figure| &*figure.id).collect();
        said.extend(ids.iter().map(|id| id.to_string()));
        (!ids.is_empty()).then(|| json!({"question": question, "figures": ids}))
    });
    let parts = OF_PARTS.iter().filter_map(|(question, part)| {
        let is_met =
            report.duties.iter().any(|duty| duty.kind == *part && !duty.sentences.is_empty());
        is_met.then(|| json!({"question": question, "part": part}))
    });
    answers.take(MOST_QUESTIONS).chain(parts).collect()
}
