//! Decodes the files of one year, and says in an editor's words why one cannot be read: encoding,
//! line ends, an end that is missing, broken JSON. Whatever gets through can be turned into a
//! report.

use crate::issue::Issue;
use crate::model::{Site, Term};

use super::annotation::{Annotations, EverydayWords, Glossary};

/// A file: its path as messages name it, and its bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct File {
    /// Path, from the folder the command runs in.
    pub path: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// The files that one year's report is made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceFiles {
    /// The folder of the place; empty for the one whose site it is.
    pub folder: String,
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
    /// `site.json` in the folder of another place than the site's; empty for the site's own.
    pub place: File,
    /// `words.json`; empty for [`EVERYDAY_WORDS`].
    pub words: File,
}

/// The everyday words that every report of this kind is searched by, unless a site has its own.
pub const EVERYDAY_WORDS: &str = include_str!("../../data/words.json");

/// The files, decoded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Input {
    /// The folder of the place.
    pub folder: String,
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
    /// What readers say for what reports write.
    pub words: EverydayWords,
}

/// Decodes the files; on failure, the issues of each that cannot be read.
pub fn decode(source: &SourceFiles) -> Result<Input, Vec<Issue>> {
    let mut issues = Vec::new();
    let mut keep = |result: Result<(), Vec<Issue>>| issues.extend(result.err().unwrap_or_default());
    let mut input = Input { folder: source.folder.clone(), year: source.year, ..Input::default() };
    keep(text(&source.report).and_then(|text| match text.trim().is_empty() {
        true => Err(unreadable(&source.report, 1, "文件里没有文字", "放入报告全文后再运行")),
        false => {
            input.text = text.to_string();
            Ok(())
        }
    }));
    keep(json(&source.annotations).map(|annotations| input.annotations = annotations));
    keep(json(&source.terms).map(|glossary: Glossary| input.terms = glossary.terms));
    let words = match source.words.bytes.is_empty() {
        true => &File { path: "words.json".to_string(), bytes: EVERYDAY_WORDS.into() },
        false => &source.words,
    };
    keep(json(words).map(|words| input.words = words));
    keep(json(&source.site).map(|site: Site| input.site = site.normalized()));
    if !source.place.bytes.is_empty() {
        keep(json(&source.place).map(|place: Site| {
            // Wherever a report is of, it is found on the one site.
            let address = std::mem::take(&mut input.site.address);
            input.site = Site { address, ..place.normalized() };
        }));
    }
    if issues.is_empty() { Ok(input) } else { Err(issues) }
}

/// An issue of a file that cannot be read.
fn unreadable(file: &File, line: usize, problem: &str, remedy: &str) -> Vec<Issue> {
    vec![Issue::new("readable", &file.path, line, problem, remedy)]
}

/// The file as text, if it is UTF-8 with the line ends that everything else counts on, and without
/// characters that nobody sees.
fn text(file: &File) -> Result<&str, Vec<Issue>> {
    let issue =
        |line: usize, problem: &str, remedy: &str| Err(unreadable(file, line, problem, remedy));
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
    if let Some(at) = text.find('\r') {
        return issue(line_of(at), "换行是 Windows 格式（CRLF）", "用编辑器把换行改为 LF 后保存");
    }
    refuse_hidden(file, text, text.char_indices())
}

fn json<T: for<'de> serde::Deserialize<'de>>(file: &File) -> Result<T, Vec<Issue>> {
    let text = text(file)?;
    refuse_hidden(file, text, escaped(text))?;
    serde_json::from_str(text).map_err(|error| {
        let problem =
            format!("第 {} 列起不能读懂：{}", error.column(), explain(&error.to_string()));
        let remedy = "对照 data/README.md 里的例子，检查逗号、引号、括号和字段名";
        unreadable(file, error.line().max(1), &problem, remedy)
    })
}

/// The characters that a JSON text writes by their code, each where its `\` stands.
fn escaped(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut chars = text.char_indices();
    std::iter::from_fn(move || {
        loop {
            let (at, _) = chars.find(|(_, ch)| *ch == '\\')?;
            let code = match chars.next()? {
                (_, 'b') => 0x08,
                (_, 'f') => 0x0c,
                (_, 'r') => 0x0d,
                (at, 'u') => u32::from_str_radix(text.get(at + 1..at + 5)?, 16).ok()?,
                _ => continue,
            };
            // Half of a character beyond the first plane is none, and none of those is hidden.
            if let Some(ch) = char::from_u32(code) {
                return Some((at, ch));
            }
        }
    })
}

/// Characters shown of a line in front of one that nobody sees.
const BEFORE_HIDDEN: usize = 8;

/// The text, unless one of `chars`, which stand at those bytes of it, is hidden: one issue for each
/// kind of them, where it stands first.
fn refuse_hidden<'text>(
    file: &File,
    text: &'text str,
    chars: impl Iterator<Item = (usize, char)>,
) -> Result<&'text str, Vec<Issue>> {
    let mut kinds: Vec<(usize, char, usize)> = Vec::new();
    for (at, ch) in chars.filter(|(_, ch)| is_hidden(*ch)) {
        match kinds.iter_mut().find(|(_, known, _)| *known == ch) {
            Some((_, _, count)) => *count += 1,
            None => kinds.push((at, ch, 1)),
        }
    }
    let issue = |(at, ch, count): (usize, char, usize)| {
        let line = 1 + text[..at].matches('\n').count();
        let before: Vec<char> = text[..at].chars().rev().take_while(|ch| *ch != '\n').collect();
        let column = before.len() + 1;
        let shown = before.iter().take(BEFORE_HIDDEN).rev().filter(|ch| !is_hidden(**ch));
        let (shown, name) = (shown.collect::<String>(), hidden_name(ch));
        let code = format!("U+{:04X}", u32::from(ch));
        let problem = format!(
            "第 {column} 列（「{shown}」之后）有看不见的字符 {code}（{name}），文件里共 {count} 处"
        );
        let remedy = if ch == char::REPLACEMENT_CHARACTER {
            "这里原来的字在转换编码时丢失了：对照原件补上".to_string()
        } else {
            format!("用编辑器的查找替换把 {code} 全部删掉；该空格或换行的地方，改成空格或换行")
        };
        Issue::new("readable", &file.path, line, &problem, &remedy)
    };
    let issues: Vec<Issue> = kinds.into_iter().map(issue).collect();
    if issues.is_empty() { Ok(text) } else { Err(issues) }
}

/// Whether a character shows nothing of its own, or stands for one that was lost. Some of them no
/// picture may hold; all of them hide from search, quotes and readers.
fn is_hidden(ch: char) -> bool {
    let code = u32::from(ch);
    (ch.is_control() && !matches!(ch, '\n' | '\t'))
        || matches!(
            ch,
            '\u{ad}'
                | '\u{61c}'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{fdd0}'..='\u{fdef}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffd}'
                | '\u{e0000}'..='\u{e007f}'
        )
        || code & 0xfffe == 0xfffe
}

/// What a hidden character is called.
fn hidden_name(ch: char) -> &'static str {
    match ch {
        '\u{b}' => "垂直制表符",
        '\u{c}' => "换页符",
        '\u{ad}' => "软连字符",
        '\u{200b}' => "零宽空格",
        '\u{200c}' | '\u{200d}' | '\u{2060}' => "零宽连接符",
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "文字方向符"
        }
        '\u{2028}' | '\u{2029}' => "行或段的分隔符",
        '\u{feff}' => "零宽不换行空格，即 BOM",
        char::REPLACEMENT_CHARACTER => "替换符",
        _ if ch.is_control() => "控制字符",
        _ => "不显示的字符",
    }
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
