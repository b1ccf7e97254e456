//! Decodes the files of one year, and says in an editor's words why one cannot be read: encoding,
//! line ends, an end that is missing, broken JSON. Whatever gets through can be turned into a
//! report.

use crate::issue::Issue;
use crate::model::{Site, Term};

use super::annotation::{Annotations, Glossary};

/// A file: its path as messages name it, and its bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct File {
    /// Path, from the folder the command runs in.
    pub path: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// The four files that one year's report is made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceFiles {
    /// The year, from the folder's name.
    pub year: u16,
    /// `report.txt`.
    pub report: File,
    /// `annotations.json`.
    pub annotations: File,
    /// `terms.json`.
    pub terms: File,
    /// `site.json`.
    pub site: File,
}

/// The files, decoded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Input {
    /// The year.
    pub year: u16,
    /// Text of the report.
    pub text: String,
    /// What the editor wrote.
    pub annotations: Annotations,
    /// The glossary.
    pub terms: Vec<Term>,
    /// Whose site it is.
    pub site: Site,
}

/// Decodes the files; on failure, one issue for each that cannot be read.
pub fn decode(source: &SourceFiles) -> Result<Input, Vec<Issue>> {
    let mut issues = Vec::new();
    let mut keep = |result: Result<(), Issue>| issues.extend(result.err());
    let mut input = Input { year: source.year, ..Input::default() };
    keep(
        text(&source.report)
            .and_then(|text| whole(&source.report, text))
            .map(|text| input.text = text.to_string()),
    );
    keep(json(&source.annotations).map(|annotations| input.annotations = annotations));
    keep(json(&source.terms).map(|glossary: Glossary| input.terms = glossary.terms));
    keep(json(&source.site).map(|site| input.site = site));
    if issues.is_empty() { Ok(input) } else { Err(issues) }
}

/// The file as text, if it is UTF-8 with the line ends that everything else counts on.
fn text(file: &File) -> Result<&str, Issue> {
    let issue = |line: usize, problem: &str, remedy: &str| {
        Err(Issue::new("readable", &file.path, line, problem, remedy))
    };
    let line_of = |at: usize| 1 + file.bytes[..at].iter().filter(|byte| **byte == b'\n').count();
    if file.bytes.is_empty() {
        return issue(1, "文件是空的", "放入完整的内容后再运行");
    }
    if file.bytes.starts_with(b"\xef\xbb\xbf") {
        return issue(
            1,
            "文件开头有 BOM（不可见的三个字节）",
            "用编辑器另存为“UTF-8”（不是“UTF-8 带 BOM”）",
        );
    }
    let text = match std::str::from_utf8(&file.bytes) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => {
            return issue(
                line_of(error.valid_up_to()),
                "文件在一个汉字中间断开，后面的内容丢失了",
                "重新复制完整的文件",
            );
        }
        Err(error) => {
            let problem = "文件不是 UTF-8 编码（可能是 GB18030、GBK 或 UTF-16）";
            return issue(line_of(error.valid_up_to()), problem, "用编辑器打开，另存为“UTF-8”");
        }
    };
    match text.find('\r') {
        Some(at) => {
            issue(line_of(at), "换行是 Windows 格式（CRLF）", "用编辑器把换行改为 LF 后保存")
        }
        None => Ok(text),
    }
}

/// Characters shown of a last line that does not end the report.
const TAIL: usize = 12;

/// The report's text, if it ends as reports do: half a file is not published.
fn whole<'text>(file: &File, text: &'text str) -> Result<&'text str, Issue> {
    let last = text.trim_end().lines().last().unwrap_or_default().trim();
    let n_lines = text.trim_end().lines().count().max(1);
    let ended = last.ends_with(['。', '！', '？', '”', '）', ')', '日'])
        || last.ends_with("人民政府")
        || last.ends_with("委员会");
    if text.trim().is_empty() {
        Err(Issue::new("readable", &file.path, 1, "文件里没有文字", "放入报告全文后再运行"))
    } else if !ended {
        let n_before = last.chars().count().saturating_sub(TAIL);
        let tail: String = last.chars().skip(n_before).collect();
        let problem = format!("报告没有结尾：最后一行停在「{tail}」");
        Err(Issue::new(
            "readable",
            &file.path,
            n_lines,
            &problem,
            "核对原件，补上缺少的部分；报告应以句号、落款或日期结束",
        ))
    } else {
        Ok(text)
    }
}

fn json<T: for<'de> serde::Deserialize<'de>>(file: &File) -> Result<T, Issue> {
    serde_json::from_str(text(file)?).map_err(|error| {
        let problem =
            format!("第 {} 列起不能读懂：{}", error.column(), explain(&error.to_string()));
        Issue::new(
            "readable",
            &file.path,
            error.line().max(1),
            &problem,
            "对照 data/README.md 里的例子，检查逗号、引号、括号和字段名",
        )
    })
}

/// What the JSON parser says, in words for an editor.
fn explain(message: &str) -> String {
    let what = message.split(" at line ").next().unwrap_or(message);
    let plain = [
        ("trailing comma", "多了一个逗号"),
        ("expected `,` or `}`", "少了逗号，或大括号没有合上"),
        ("expected `,` or `]`", "少了逗号，或方括号没有合上"),
        ("expected `:`", "字段名后面少了冒号"),
        ("key must be a string", "字段名要写在英文双引号里"),
        ("EOF while parsing", "文件没有写完，括号或引号没有合上"),
        ("expected value", "这里应该是一个值"),
        ("trailing characters", "结尾的括号后面还有别的内容"),
        ("control character", "引号里不能直接换行"),
    ];
    if let Some((_, words)) = plain.iter().find(|(english, _)| what.starts_with(english)) {
        return (*words).to_string();
    }
    what.replace("unknown field", "没有这个字段：")
        .replace("unknown variant", "没有这个取值：")
        .replace("missing field", "缺少字段：")
        .replace("duplicate field", "字段写了两次：")
        .replace("expected one of", "可以是：")
        .replace("invalid type:", "类型不对：")
}
