//! The guides for webmasters as HTML: their text with this site's address and policy in it, and the
//! tool that makes the codes for frames.

use crate::app::Data;
use crate::embed::{Options, codes};
use crate::markup::escape;
use crate::model::Report;
use crate::route::{Route, View};

const DEPLOY: &str = include_str!("guide/deploy.txt");
const EMBED: &str = include_str!("guide/embed.txt");

/// The guide's part of a page.
pub(super) fn guide(report: &'static Report, route: &Route, policy: &str) -> String {
    let address =
        if report.site.address.is_empty() { "https://你的网址/" } else { &report.site.address };
    let fill = |text: &str| {
        let policy = policy.replace(" 'unsafe-eval'", "");
        render(
            &text
                .replace("{{address}}", address)
                .replace("{{csp}}", &policy)
                .replace("{{year}}", &report.year.to_string()),
        )
    };
    let title = escape(&route.title(report));
    let tool =
        if *route == Route::EmbedGuide { tool(Data(report), address) } else { String::new() };
    let text = if *route == Route::EmbedGuide { EMBED } else { DEPLOY };
    format!(
        "<article class=\"guide\"><h1 id=\"page-title\" tabindex=\"-1\">{title}</h1>{tool}{}</article>",
        fill(text)
    )
}

/// What stands for the reader's choice in the codes until `src/app/guide.js` puts it there.
const CHOICE: [&str; 2] = ["chosen-view", "chosen-title"];

/// The choice of a view, a live preview, and the three codes, which are whole without script, too.
fn tool(data: Data, address: &str) -> String {
    let year = data.year;
    let option = |view: &View| {
        let title = view.title(data.0);
        let picture = match view {
            View::Chart(id) => format!(" data-picture=\"{year}/charts/{}.png\"", escape(id)),
            _ => String::new(),
        };
        let page = view.page(year).path();
        format!(
            "<option value=\"{}\" data-page=\"{}\"{picture}>{}</option>",
            escape(&view.path()),
            escape(&page),
            escape(&title)
        )
    };
    let group = |label: &str, is_in: fn(&View) -> bool| {
        let options: String =
            View::all(data.0).iter().filter(|view| is_in(view)).map(option).collect();
        format!("<optgroup label=\"{label}\">{options}</optgroup>")
    };
    let views = [
        group("整个报告", |view| view.has_program()),
        group("图表", |view| matches!(view, View::Chart(_))),
        group("领域", |view| matches!(view, View::Topic(_))),
        group("指标", |view| matches!(view, View::Figure(_))),
    ];
    let tick = |name: &str, value: &str, words: &str| {
        format!(
            "<label class=\"tick\"><input type=\"checkbox\" name=\"{name}\" value=\"{value}\">{words}</label>"
        )
    };
    let ticks = [
        tick("large", "1", "大字"),
        tick("plain", "1", "不要按钮"),
        tick("table", "1", "展开数据表"),
        tick("download", "0", "不要下载"),
        tick("hash", "1", "和网址里的 # 同步"),
        tick("events", "1", "报告打开、搜索、导出的次数"),
    ];
    let themes =
        [("auto", "跟随系统"), ("light", "浅色"), ("dark", "深色"), ("contrast", "高对比")]
            .map(|(value, words)| format!("<option value=\"{value}\">{words}</option>"));
    let samples = codes(
        address,
        year,
        "explorer",
        &Options { height: 720, ..Options::default() },
        &data.title,
        None,
    );
    let names = ["① 脚本和元素", "② iframe 和几行脚本", "③ 纯 iframe"];
    let blocks: String = names
        .iter()
        .zip(&samples)
        .map(|(name, code)| {
            format!(
                "<h3>{name}</h3><pre><code class=\"code\">{}</code></pre><p><button type=\"button\" class=\"copy-code script\">{}</button> \
                 <span class=\"quiet\" role=\"status\"></span></p>",
                escape(code),
                "复制代码"
            )
        })
        .collect();
    let templates = codes(address, year, CHOICE[0], &Options::default(), CHOICE[1], None);
    let templates: String = templates
        .iter()
        .map(|code| format!("<template class=\"code-template\">{}</template>", escape(code)))
        .collect();
    format!(
        "<form class=\"embed-tool script\" data-year=\"{year}\" data-address=\"{}\" autocomplete=\"off\">\
         <label>内容 <select name=\"view\">{}</select></label> <label>颜色 <select name=\"theme\">{}</select></label> \
         <label>高度 <input name=\"height\" type=\"number\" min=\"200\" max=\"4000\" step=\"20\" value=\"720\"></label>\
         <p class=\"ticks\">{}</p></form>\
         <h2>预览</h2><iframe class=\"view-preview script\" title=\"预览\" height=\"720\"></iframe>\
         <h2>代码</h2>{blocks}{templates}",
        escape(&data.site.address),
        views.concat(),
        themes.concat(),
        ticks.concat()
    )
}

/// A guide's text as HTML: `# ` and `## ` begin headings, `- ` a list, `|` a table whose first row
/// is its head, fences a block to copy whose name may stand behind the language; all else is a
/// paragraph. `code` stands in backticks.
fn render(text: &str) -> String {
    let mut html = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some(fence) = line.strip_prefix("```") {
            let name = fence.split_once(' ').map_or("", |(_, name)| name);
            let code: Vec<&str> =
                lines.by_ref().take_while(|line| !line.starts_with("```")).collect();
            if !name.is_empty() {
                html += &format!("<p class=\"quiet\">{}</p>", inline(name));
            }
            html += &format!("<pre><code>{}</code></pre>", escape(&code.join("\n")));
        } else if let Some(words) = line.strip_prefix("## ") {
            html += &format!("<h3>{}</h3>", inline(words));
        } else if let Some(words) = line.strip_prefix("# ") {
            html += &format!("<h2>{}</h2>", inline(words));
        } else if let Some(words) = line.strip_prefix("- ") {
            html += &format!("<ul class=\"points\"><li>{}</li>", inline(words));
            while let Some(words) = lines.peek().and_then(|line| line.strip_prefix("- ")) {
                html += &format!("<li>{}</li>", inline(words));
                lines.next();
            }
            html += "</ul>";
        } else if line.starts_with('|') {
            let mut rows = vec![line];
            while let Some(row) = lines.next_if(|line| line.starts_with('|')) {
                rows.push(row);
            }
            html += &table(&rows);
        } else if !line.trim().is_empty() {
            html += &format!("<p>{}</p>", inline(line));
        }
    }
    html
}

fn table(rows: &[&str]) -> String {
    let row = |line: &str, tag: &str| {
        let cells = line
            .trim()
            .trim_matches('|')
            .split('|')
            .map(|cell| format!("<{tag}>{}</{tag}>", inline(cell.trim())));
        format!("<tr>{}</tr>", cells.collect::<String>())
    };
    let (head, body) =
        rows.split_first().map_or(("", &[] as &[&str]), |(head, body)| (*head, body));
    let body: String = body.iter().map(|line| row(line, "td")).collect();
    format!(
        "<div class=\"scroll\" tabindex=\"0\"><table><thead>{}</thead><tbody>{body}</tbody></table></div>",
        row(head, "th scope=\"col\"").replace("</th scope=\"col\">", "</th>")
    )
}

/// A line's words; every second piece between backticks is code.
fn inline(words: &str) -> String {
    let piece = |(at, piece): (usize, &str)| {
        if at % 2 == 1 { format!("<code>{}</code>", escape(piece)) } else { escape(piece) }
    };
    words.split('`').enumerate().map(piece).collect()
}
