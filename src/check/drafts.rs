//! Checks that nothing of a draft is left as the program wrote it and an editor has to settle: what
//! nobody has looked at, ids by number, doubts, names cut off or too long, and numbers that are no data.

use crate::ingest::annotation::{
    FigureAnnotation, LONGEST_LABEL, LONGEST_TOPIC, Occurrence, locate, numbers_inside,
};
use crate::issue::Issue;
use crate::text::halved_pair;

use super::evidence::Evidence;

pub(super) fn draft_finished(evidence: &Evidence<'_>) -> Vec<Issue> {
    let annotations = &evidence.input.annotations;
    let unchecked = annotations.unchecked.first().map(|first| {
        let problem = format!("还有 {} 项没有核对", annotations.unchecked.len());
        let remedy = "在工作台里逐项核对，或对照原文看过后删去 unchecked";
        evidence.in_annotations(first, problem, remedy)
    });
    let of_figures = annotations
        .figures
        .iter()
        .flat_map(|figure| {
            let said = [
                numbered(figure),
                doubtful(figure),
                too_long(figure),
                cut_off(figure),
                no_data(evidence, figure),
            ];
            said.into_iter().flatten()
        })
        .map(|(words, problem, remedy)| evidence.in_annotations(&words, problem, remedy));
    of_figures.chain(unchecked).collect()
}

/// Where it stands, what is wrong, what to do.
type Said = Option<(String, String, &'static str)>;

/// `figure-12` says nothing, and another number would have it next year.
fn numbered(figure: &FigureAnnotation) -> Said {
    let number = figure.id.strip_prefix("figure-")?;
    let is_number = !number.is_empty() && number.chars().all(|ch| ch.is_ascii_digit());
    is_number.then(|| {
        let problem = format!("指标编号「{}」只是草稿的序号", figure.id);
        (figure.id.clone(), problem, "换成说明数的是什么的编号，例如 legal-aid-cases")
    })
}

fn doubtful(figure: &FigureAnnotation) -> Said {
    let doubt = figure.doubt.as_deref()?;
    let problem = format!("指标「{}」还没有核对：{doubt}", figure.label);
    Some((
        figure.id.clone(),
        problem,
        "对照原文核对数和单位后，删去 doubt；不是指标的移到 exclusions",
    ))
}

fn too_long(figure: &FigureAnnotation) -> Said {
    let named = [("名称", &figure.label, LONGEST_LABEL), ("领域", &figure.topic, LONGEST_TOPIC)];
    let (kind, words, longest) =
        named.into_iter().find(|(_, words, longest)| words.chars().count() > *longest)?;
    let problem = format!("{kind}「{words}」有 {} 个字，最多 {longest} 个", words.chars().count());
    Some((words.clone(), problem, "写短一些，不看原文也能懂"))
}

/// Half of a pair of quotes or brackets, or a stop at either end: cut out of a sentence.
fn cut_off(figure: &FigureAnnotation) -> Said {
    const STOPS: [char; 8] = ['，', '、', '。', '；', '：', ',', ';', ':'];
    let words = [&figure.label, &figure.topic].into_iter().find(|words| {
        halved_pair(words).is_some() || words.starts_with(STOPS) || words.ends_with(STOPS)
    })?;
    let problem = format!("「{words}」像是从句子中间截下来的");
    Some((words.clone(), problem, "写成完整的名称"))
}

/// Dates, ordinals, list marks, names and set phrases, as the program knows them beyond doubt.
fn no_data(evidence: &Evidence<'_>, figure: &FigureAnnotation) -> Said {
    let Occurrence::Once(quote) = locate(evidence.report, &figure.quote) else { return None };
    let inside = numbers_inside(evidence.report, quote, evidence.numbers);
    let [number] = inside.as_slice() else { return None };
    let reason = number.rule()?;
    let problem =
        format!("指标「{}」的引文「{}」是{}，不是数量", figure.label, figure.quote, reason.words());
    Some((figure.quote.clone(), problem, "从 figures 里删去；这样的数不用写进 exclusions"))
}
