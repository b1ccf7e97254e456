//! What stands around a report's body: a covering letter, the title of one to three lines, signature
//! and date at the end, attachments behind them; who reports, and when.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::Letter;

use super::super::furniture::is_furniture;
use super::super::wording;
use super::line::{Line, is_signature, names_an_issuer};

/// The lines around the body.
#[derive(Debug, Default)]
pub(super) struct Frame {
    /// The last line of the letter.
    pub letter_end: Option<usize>,
    /// The lines of the title.
    pub title: Range<usize>,
    /// The table of contents, whose lines are no headings.
    pub contents: Range<usize>,
    /// The first line of the closing.
    pub closing_start: Option<usize>,
    /// The first line of the attachments.
    pub attachment_start: Option<usize>,
}

impl Frame {
    /// What stands around the body of a text.
    pub(super) fn find(lines: &[Line<'_>]) -> Self {
        let contents = contents(lines);
        let first_part = (0..lines.len())
            .find(|at| lines[*at].mark().is_some() && !contents.contains(at))
            .unwrap_or(lines.len());
        let letter_end = letter_end(lines, first_part);
        let title = title(lines, letter_end.map_or(0, |end| end + 1), first_part);
        let closing = closing(lines, first_part);
        let after = closing.as_ref().map_or(first_part + 1, |closing| closing.end);
        let attachment_start = attachment_start(lines, after, closing.is_some());
        let closing_start = closing.map(|closing| closing.start);
        Self { letter_end, title, contents, closing_start, attachment_start }
    }

    /// The title, its lines joined: 某局 above its 文号 and 关于…的报告 below are one. The number is none of its
    /// words, nor is the 文件 of a letterhead.
    pub(super) fn title_words(&self, lines: &[Line<'_>]) -> Option<String> {
        let words: String = lines[self.title.clone()]
            .iter()
            .map(Line::text)
            .filter(|text| !text.is_empty() && !is_document_number(text))
            .map(|text| text.trim_start_matches("文件").trim_end_matches("文件").to_string())
            .collect();
        let plain = ["标题:", "标题：", "题目：", "题目:"]
            .iter()
            .fold(words.as_str(), |words, name| words.strip_prefix(name).unwrap_or(words))
            .trim();
        let plain =
            plain.strip_prefix('《').and_then(|inner| inner.strip_suffix('》')).unwrap_or(plain);
        (!plain.is_empty()).then(|| plain.to_string())
    }
}

/// Where a table of contents lies: from 目录 to where its first heading comes again.
fn contents(lines: &[Line<'_>]) -> Range<usize> {
    let plain = |line: &Line<'_>| -> String {
        let signs = line.trimmed().iter().filter(|ch| !ch.is_whitespace());
        let words: String = signs.collect();
        words
            .trim_end_matches(|ch: char| ch.is_numeric() || matches!(ch, '.' | '…' | '·' | '-'))
            .to_string()
    };
    let none = 0..0;
    let Some(start) = lines.iter().position(|line| plain(line) == "目录") else { return none };
    let Some(first) = (start + 1..lines.len()).find(|at| !lines[*at].is_blank()) else {
        return none;
    };
    let wanted = plain(&lines[first]);
    let again = (first + 1..lines.len()).find(|at| plain(&lines[*at]) == wanted);
    again.map_or(none, |end| start..end)
}

/// The letter ends with its date; it is addressed to somebody, and a report comes behind it.
fn letter_end(lines: &[Line<'_>], first_part: usize) -> Option<usize> {
    let end = lines[..first_part].iter().rposition(|line| line.written_date().is_some())?;
    let has_report = first_part < lines.len();
    (has_report && lines[..end].iter().any(is_addressee)).then_some(end)
}

fn is_addressee(line: &Line<'_>) -> bool {
    const LONGEST: usize = 60;
    let text = line.text();
    text.ends_with([':', '：'])
        && text.chars().count() <= LONGEST
        && !["如下", "代表", "同志"].iter().any(|word| text.contains(word))
}

/// 国办发〔2026〕15号.
fn is_document_number(text: &str) -> bool {
    text.ends_with('号') && text.contains(['〔', '[', '［', '（', '第'])
}

/// How titles end.
const TITLE_ENDINGS: &[&str] = &[
    "报告",
    "总结",
    "情况",
    "公报",
    "白皮书",
    "通报",
    "汇报",
    "综述",
    "年报",
    "要点",
    "报告书",
    "通知",
    "意见",
    "方案",
];

fn ends_like_title(words: &str) -> bool {
    let words = words.trim_end();
    // 报告（2020年度） ends like one, too.
    let plain = words
        .rfind(['（', '('])
        .filter(|at| *at > 0 && words.ends_with(['）', ')']))
        .map_or(words, |at| words[..at].trim_end());
    let plain = plain.trim_end_matches('》');
    TITLE_ENDINGS.iter().any(|ending| plain.ends_with(ending))
}

/// The lines of the title: one that ends like one, with those before it that it goes on from.
fn title(lines: &[Line<'_>], from: usize, first_part: usize) -> Range<usize> {
    const LONGEST: usize = 60;
    const MOST_LINES: usize = 24;
    let end = (from..first_part)
        .find(|at| lines[*at].ends_a_sentence() && !is_furniture(&lines[*at].text()))
        .unwrap_or(first_part)
        .min(from + MOST_LINES);
    let may_be_title = |at: &usize| {
        let line = &lines[*at];
        let text = line.text();
        !text.is_empty()
            && text.chars().count() <= LONGEST
            && line.written_date().is_none()
            && !is_document_number(&text)
            && !is_furniture(&text)
    };
    let candidates: Vec<usize> = (from..end).filter(may_be_title).collect();
    let last = candidates.iter().position(|at| ends_like_title(&lines[*at].text()));
    let Some(last) = last else {
        // Without one of those endings, a line that names a year or the rule of law.
        let first = candidates.first().copied().filter(|at| {
            let text = lines[*at].text();
            ["年", "法治", "依法行政"].iter().any(|word| text.contains(word))
                && !names_an_issuer(&text)
                && !text.starts_with('—')
        });
        return first.map_or(from..from, |at| at..at + 1);
    };
    let mut first = last;
    let goes_on = |first: usize| {
        let here = lines[candidates[first]].text();
        let Some(before) = first.checked_sub(1).map(|at| lines[candidates[at]].text()) else {
            return false;
        };
        let is_piece = here.starts_with("关于") || here.chars().count() < 8;
        is_piece
            || ["的", "关于", "年度", "年", "和", "及", "、"]
                .iter()
                .any(|end| before.ends_with(end))
    };
    while last - first < 3 && goes_on(first) {
        first -= 1;
    }
    candidates[first]..candidates[last] + 1
}

/// Signature and date at the end: with the last line that is a date, or the last that is a
/// signature.
fn closing(lines: &[Line<'_>], first_part: usize) -> Option<Range<usize>> {
    const MOST_LINES: usize = 8;
    let is_date =
        |line: &Line<'_>| line.written_date().is_some() || line.signature_and_date().is_some();
    let body = first_part.min(lines.len().saturating_sub(1)) + 1;
    let ends_report = |at: &usize| {
        let next = lines[*at + 1..].iter().find(|line| !line.is_blank()).map(Line::text);
        next.is_none_or(|next| {
            is_furniture(&next) || opens_attachment(&next) || next.starts_with(['（', '(', '【'])
        })
    };
    let dated = (body..lines.len()).rev().filter(|at| is_date(&lines[*at])).find(ends_report);
    let signed = || {
        let last = (body..lines.len())
            .rev()
            .find(|at| !lines[*at].is_blank() && !is_furniture(&lines[*at].text()))?;
        let text = lines[last].text();
        (is_signature(&text) && lines[last].mark().is_none()).then_some(last)
    };
    let last = dated.or_else(signed)?;
    let mut start = last;
    while start > body && last - start < MOST_LINES && may_close(&lines[start - 1]) {
        start -= 1;
    }
    Some(start..last + 1)
}

/// Whether a line can belong to the closing: blank, a signature, an attachment's name, or 特此报告。
fn may_close(line: &Line<'_>) -> bool {
    const LONGEST: usize = 60;
    const LONGEST_FORMULA: usize = 8;
    let text = line.text();
    let length = text.chars().count();
    line.is_blank()
        || (!line.ends_a_sentence()
            && line.mark().is_none()
            && length <= LONGEST
            && !wording::is_unnumbered_heading(&text))
        || (text.ends_with("报告。") && length <= LONGEST_FORMULA)
}

/// Whether a line opens the attachments.
fn opens_attachment(text: &str) -> bool {
    const LONGEST: usize = 60;
    let plain: String = text.chars().filter(|ch| !ch.is_whitespace()).collect();
    let names_terms = ["名词", "术语"].iter().any(|word| plain.contains(word))
        && ["解释", "注释", "说明"].iter().any(|word| plain.ends_with(word));
    let is_named = plain.strip_prefix('附').is_some_and(|rest| {
        rest.is_empty()
            || ["件", "表", "录", "：", ":", "图"].iter().any(|word| rest.starts_with(word))
    });
    plain.chars().count() <= LONGEST && !plain.ends_with('。') && (names_terms || is_named)
}

fn attachment_start(lines: &[Line<'_>], after: usize, is_closed: bool) -> Option<usize> {
    let total: u32 = lines.last().map_or(0, |line| line.span.end);
    (after..lines.len()).find(|at| {
        let line = &lines[*at];
        let is_late = is_closed || line.span.start * 2 > total;
        is_late && opens_attachment(&line.text()) && !is_furniture(&line.text())
    })
}

/// The letter of which `lines` are all lines, the last one its date.
pub(super) fn read_letter(lines: &[Line<'_>]) -> Letter {
    let Some((date, above)) = lines.split_last() else { return Letter::default() };
    Letter {
        addressee: above.iter().find(|line| is_addressee(line)).map(Line::trimmed_span),
        issuers: above
            .iter()
            .rev()
            .find(|line| !line.is_blank())
            .filter(|line| !line.ends_a_sentence())
            .map(Line::trimmed_span),
        date: Some(date.trimmed_span()),
    }
}

/// Who signs, line by line, above a date or beside it.
pub(super) fn signers(lines: &[Line<'_>]) -> Vec<String> {
    let is_dated =
        |line: &Line<'_>| line.written_date().is_some() || line.signature_and_date().is_some();
    let signs = |line: &Line<'_>| {
        let text = line.text();
        names_an_issuer(&text) && !is_furniture(&text)
    };
    let dated = lines.iter().rposition(is_dated).or_else(|| lines.iter().rposition(signs));
    let Some(dated) = dated else { return Vec::new() };
    if let Some((span, _)) = lines[dated].signature_and_date() {
        let length = span.len() as usize;
        return names(&lines[dated].trimmed()[..length].iter().collect::<String>());
    }
    let is_date = lines[dated].written_date().is_some();
    let above = &lines[..dated + usize::from(!is_date)];
    let signed = above.iter().rev().filter(|line| !line.is_blank());
    let mut signers: Vec<Vec<String>> = signed
        .take_while(|line| {
            let text = line.text();
            !line.ends_a_sentence() && !opens_attachment(&text) && names_an_issuer(&text)
        })
        .map(|line| names(&line.text()))
        .collect();
    signers.reverse();
    signers.concat()
}

/// Names set apart by spaces: 中共梧州市委员会 梧州市人民政府.
fn names(line: &str) -> Vec<String> {
    line.split_whitespace().map(str::to_string).collect()
}

/// Who reports by the title: 某市人民政府关于…的报告, 某局2022年….
pub(super) fn issuers_in_title(title: &str) -> Vec<String> {
    let end = title.find("关于").or_else(|| title.find(|ch: char| ch.is_numeric() || ch == '二'));
    let head = end.map_or("", |end| title[..end].trim());
    if head.is_empty() || !names_an_issuer(head) || head.ends_with('部') {
        return Vec::new();
    }
    names(head)
}

/// Who reports by the opening of a speech: 我代表某市人民政府，. Of 区人民政府 alone the text says elsewhere
/// which place it is of.
pub(super) fn issuer_in_speech(lines: &[Line<'_>]) -> Option<String> {
    const OPENING_LINES: usize = 40;
    const PLACES: [&str; 7] = ["自治区", "自治州", "区", "市", "省", "县", "镇"];
    let name = lines.iter().take(OPENING_LINES).find_map(|line| {
        let text = line.text();
        let (_, behind) = text.split_once("代表")?;
        let end = behind.find(['，', ',', '向', '、'])?;
        let name = without_term(behind[..end].trim());
        (names_an_issuer(&name) || name == "国务院").then_some(name)
    })?;
    let name = name.trim_start_matches(['本', '我']);
    let place = PLACES.into_iter().find(|place| {
        let rest = name.strip_prefix(place);
        rest.is_some_and(|rest| rest.starts_with("人民") || rest.starts_with("政府"))
    });
    match place {
        Some(place) => {
            let whole = place_in(lines, place)?;
            Some(format!("{whole}{}", &name[place.len()..]))
        }
        None => Some(name.to_string()),
    }
}

/// 光明区一届人民政府, without which one it is.
fn without_term(name: &str) -> String {
    let Some((before, behind)) = name.split_once('届') else { return name.to_string() };
    let place = before.trim_end_matches(|ch: char| "第一二三四五六七八九十".contains(ch));
    [place, behind].concat()
}

/// The name of the place of that kind that the text speaks of most; none where it speaks of none often.
fn place_in(lines: &[Line<'_>], kind: &str) -> Option<String> {
    const LONGEST: usize = 4;
    const LEAST_OFTEN: usize = 3;
    // How 园区, 示范区, 城区 and their like end before it; what is done to 区委.
    const NO_ENDS: &str = "新园湾范业城片街社小校中点动游税护作地";
    const NO_NAMES: [&str; 8] = ["围绕", "代表", "按照", "落实", "接受", "提请", "推进", "并请"];
    let is_name = |ch: &char| {
        ch.is_alphabetic()
            && !"在对向由经为与及和是按照市级省委的了将全各我本个这共年党".contains(*ch)
    };
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for line in lines {
        let text = line.text();
        for (at, _) in text.match_indices(kind) {
            let name: Vec<char> =
                text[..at].chars().rev().take_while(is_name).take(LONGEST + 1).collect();
            let is_short = (2..=LONGEST).contains(&name.len());
            let name: String = name.into_iter().rev().collect();
            if is_short
                && !name.ends_with(|ch: char| NO_ENDS.contains(ch))
                && !NO_NAMES.iter().any(|word| name.ends_with(word))
            {
                *counts.entry(name).or_default() += 1;
            }
        }
    }
    let most = counts.into_iter().max_by_key(|(_, n)| *n);
    most.filter(|(_, n)| *n >= LEAST_OFTEN).map(|(name, _)| name + kind)
}
