//! The guides for webmasters as HTML: their text with this site's address and policy in it, and the
//! tool that makes the codes for frames.

use crate::embed_code::{EXPLORER_HEIGHT, FRAME_HEIGHTS, Options, Scheme, codes, resize_script};
use crate::markup::escape;
use crate::model::Report;
use crate::route::{Route, View};
use crate::words::{GuideTool, WORDS};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};

use super::assets::source_of;
use super::hole::fill;
use super::{SiteFile, uploads};

const DEPLOY: &str = include_str!("guide/deploy.md");
const EMBED: &str = include_str!("guide/embed.md");
const DESK: &str = include_str!("guide/desk.md");

/// The guide's part of a page, in a site of this `policy` and of these `files`.
pub(super) fn guide(
    report: &'static Report,
    route: &Route,
    policy: &str,
    files: &[SiteFile],
) -> String {
    let address = if report.site.address.is_empty() {
        WORDS.guide_tool.your_address
    } else {
        &report.site.address
    };
    let (text, tool) = match route {
        Route::EmbedGuide => (EMBED, tool(report, address)),
        Route::Desk => (DESK, desk()),
        _ => (DEPLOY, String::new()),
    };
    // A server's policy is the stricter one: kernels that need more read the page's own.
    let policy = policy.replace(" 'unsafe-eval'", "");
    let text = fill(text, |name| match name {
        "address" => Some(address.to_string()),
        "csp" => Some(policy.clone()),
        "year" => Some(report.edition().to_string()),
        "resize-hash" => Some(source_of(&resize_script())),
        "least-width" => Some(LEAST_WIDTH.to_string()),
        _ => uploads::value(files, name),
    });
    let title = escape(&route.title(report));
    let text = text.unwrap_or_else(|hole| format!("{{{{{hole}}}}}"));
    let (text, headings) = render(&text);
    // What the desk says of itself stands below it.
    let contents = if *route == Route::Desk { String::new() } else { contents(&headings) };
    format!(
        "<article class=\"guide\"><h1 id=\"page-title\" tabindex=\"-1\">{title}</h1>{contents}{tool}{text}</article>"
    )
}

/// The drawing of a step.
fn picture(name: &str) -> Option<String> {
    let drawn = match name {
        "open" => include_str!("guide/open.svg"),
        "review" => include_str!("guide/review.svg"),
        "sections" => include_str!("guide/sections.svg"),
        "settings" => include_str!("guide/settings.svg"),
        "publish" => include_str!("guide/publish.svg"),
        _ => return None,
    };
    Some(drawn.trim_end().to_string())
}

/// Where the desk's program draws, and what is said until it does.
fn desk() -> String {
    format!("<div id=\"desk\"><p class=\"quiet\">{}</p></div>", WORDS.guide_tool.desk_loading)
}

/// Pixels that a view needs across, at the least.
const LEAST_WIDTH: u32 = 280;

/// Pixels across of the widest column that a preview is shown for.
const MOST_WIDTH: u32 = 1600;

/// What stands for the reader's choice in the codes until `src/app/guide.js` puts it there.
const CHOICE: [&str; 2] = ["chosen-view", "chosen-title"];

/// The choice of a view, a live preview, and the three codes, which are whole without script, too.
fn tool(report: &Report, address: &str) -> String {
    let (edition, words) = (report.edition(), &WORDS.guide_tool);
    let option = |view: &View| {
        let title = view.title(report);
        let picture = match view {
            View::Chart(id) => format!(" data-picture=\"{edition}/charts/{}.png\"", escape(id)),
            _ => String::new(),
        };
        let page = view.page(edition).path();
        format!(
            "<option value=\"{}\" data-page=\"{}\"{picture}>{}</option>",
            escape(&view.path()),
            escape(&page),
            escape(&title)
        )
    };
    let group = |label: &str, is_in: fn(&View) -> bool| {
        let options: String =
            View::all(report).iter().filter(|view| is_in(view)).map(option).collect();
        format!("<optgroup label=\"{label}\">{options}</optgroup>")
    };
    let views = [
        group(words.view_explorer, |view| view.has_program()),
        group(words.view_charts, |view| matches!(view, View::Chart(_))),
        group(words.view_topics, |view| matches!(view, View::Topic(_))),
        group(words.view_figures, |view| matches!(view, View::Figure(_))),
    ];
    let tick = |name: &str, value: &str, words: &str| {
        format!(
            "<label class=\"tick\"><input type=\"checkbox\" name=\"{name}\" value=\"{value}\">{words}</label>"
        )
    };
    let ticks = [
        tick("large", "1", words.large),
        tick("plain", "1", words.plain),
        tick("table", "1", words.table),
        tick("download", "0", words.no_download),
        tick("hash", "1", words.hash),
        tick("events", "1", words.events),
        tick("utf8", "1", words.utf8),
    ];
    let themes = [
        (Scheme::Auto, words.theme_auto),
        (Scheme::Light, words.theme_light),
        (Scheme::Dark, words.theme_dark),
        (Scheme::Contrast, words.theme_contrast),
    ]
    .map(|(scheme, label)| format!("<option value=\"{}\">{label}</option>", scheme.word()));
    let samples = codes(
        address,
        edition,
        "explorer",
        &Options { height: EXPLORER_HEIGHT, ..Options::default() },
        &report.title,
        None,
    );
    let blocks: String = words
        .code_names
        .iter()
        .zip(&samples)
        .map(|(name, code)| {
            format!(
                "<h3>{name}</h3><pre tabindex=\"0\"><code class=\"code\">{}</code></pre><p><button type=\"button\" class=\"copy-code script\" aria-label=\"{}\">{}</button> \
                 <span class=\"quiet\" role=\"status\"></span></p>",
                escape(code),
                (WORDS.punctuation.labelled)(words.copy_code, name),
                words.copy_code
            )
        })
        .collect();
    let templates = codes(address, edition, CHOICE[0], &Options::default(), CHOICE[1], None);
    let templates: String = templates
        .iter()
        .map(|code| format!("<template class=\"code-template\">{}</template>", escape(code)))
        .collect();
    let GuideTool { view, theme, width, height, preview, code, copied, copy_by_hand, .. } = words;
    let [lowest, highest] = [FRAME_HEIGHTS.start(), FRAME_HEIGHTS.end()];
    format!(
        "<form class=\"embed-tool script\" data-year=\"{edition}\" data-address=\"{}\" data-copied=\"{copied}\" data-copy-by-hand=\"{copy_by_hand}\" autocomplete=\"off\">\
         <label>{view} <select name=\"view\">{}</select></label> <label>{theme} <select name=\"theme\">{}</select></label> \
         <label>{width} <input name=\"width\" type=\"number\" min=\"{LEAST_WIDTH}\" max=\"{MOST_WIDTH}\" step=\"10\"></label> \
         <label>{height} <input name=\"height\" type=\"number\" min=\"{lowest}\" max=\"{highest}\" step=\"1\" value=\"{EXPLORER_HEIGHT}\"></label>\
         <p class=\"ticks\">{}</p></form>\
         <h2 class=\"script\">{preview}</h2><div class=\"scroll\"><iframe class=\"view-preview script\" title=\"{preview}\" height=\"{EXPLORER_HEIGHT}\"></iframe></div>\
         <h2>{code}</h2>{blocks}{templates}",
        escape(&report.site.address),
        views.concat(),
        themes.concat(),
        ticks.concat()
    )
}

/// Before the number of a guide's part, in its id.
const PART: &str = "part-";

/// Links to the parts of a guide.
fn contents(headings: &[String]) -> String {
    let item = |(at, heading): (usize, &String)| {
        format!("<li><a href=\"#{PART}{}\">{}</a></li>", at + 1, escape(heading))
    };
    let items: String = headings.iter().enumerate().map(item).collect();
    format!("<nav aria-label=\"{}\"><ul class=\"inline\">{items}</ul></nav>", WORDS.layout.contents)
}

/// A guide's Markdown as HTML: its headings one level below the page's own, wide tables and code
/// within reach of the keyboard. What stands behind the language of a block of code is its caption. And the
/// headings of its parts.
fn render(text: &str) -> (String, Vec<String>) {
    let below = |level: HeadingLevel| match level {
        HeadingLevel::H1 => HeadingLevel::H2,
        _ => HeadingLevel::H3,
    };
    let markup = |html: String| Event::Html(html.into());
    let events = pulldown_cmark::Parser::new_ext(text, pulldown_cmark::Options::ENABLE_TABLES);
    let (mut headings, mut is_heading, mut is_head) = (Vec::<String>::new(), false, false);
    let events = events.map(|event| match event {
        Event::Start(Tag::Heading { level, classes, attrs, .. }) => {
            is_heading = level == HeadingLevel::H1;
            headings.extend(is_heading.then(String::new));
            let id = is_heading.then(|| format!("{PART}{}", headings.len()).into());
            Event::Start(Tag::Heading { level: below(level), id, classes, attrs })
        }
        Event::End(TagEnd::Heading(level)) => {
            is_heading = false;
            Event::End(TagEnd::Heading(below(level)))
        }
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
            let caption = language.split_once(' ').map_or_else(String::new, |(_, caption)| {
                format!("<p class=\"quiet\">{}</p>", escape(caption))
            });
            markup(format!("{caption}<pre tabindex=\"0\"><code>"))
        }
        Event::End(TagEnd::CodeBlock) => markup("</code></pre>".to_string()),
        Event::Start(Tag::List(None)) => markup("<ul class=\"points\">".to_string()),
        Event::Start(Tag::Table(_)) => {
            markup("<div class=\"scroll\" tabindex=\"0\"><table>".to_string())
        }
        Event::Start(Tag::TableHead) => {
            is_head = true;
            markup("<thead><tr>".to_string())
        }
        Event::End(TagEnd::TableHead) => {
            is_head = false;
            markup("</tr></thead><tbody>".to_string())
        }
        Event::End(TagEnd::Table) => markup("</tbody></table></div>".to_string()),
        Event::Start(Tag::TableCell) if is_head => markup("<th scope=\"col\">".to_string()),
        Event::End(TagEnd::TableCell) if is_head => markup("</th>".to_string()),
        Event::Start(Tag::TableCell) => markup("<td>".to_string()),
        Event::End(TagEnd::TableCell) => markup("</td>".to_string()),
        // What is drawn says itself what it shows.
        Event::Start(Tag::Image { dest_url, .. }) => markup(picture(&dest_url).unwrap_or_default()),
        Event::End(TagEnd::Image) => markup(String::new()),
        // Markup in a guide is shown and not run.
        Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
            if let Some(heading) = headings.last_mut().filter(|_| is_heading) {
                heading.push_str(&text);
            }
            markup(escape(&text))
        }
        other => other,
    });
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events);
    (html, headings)
}
