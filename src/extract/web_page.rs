//! Saved web pages: the article without its furniture. The article is the smallest part of the page
//! that holds nearly all of its prose; what stands around it is noted.

use std::collections::BTreeMap;

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::Html;
use scraper::node::Node;

use crate::ingest::furniture::is_furniture;

use super::elements::{is_block, is_cell, is_unread};
use super::encoding::decode;
use super::writer::{Writer, excerpt};
use super::{Answer, refuse};

/// Takes a web page down.
pub(super) fn read(bytes: &[u8], writer: &mut Writer) -> Answer<()> {
    let named = named_encoding(bytes);
    let Some(decoded) = decode(bytes, named.as_deref()) else {
        return Err(refuse(
            "网页的编码认不出",
            "在浏览器里打开这个网页，另存为“网页，仅 HTML”再试，或把正文复制到 Word 存为 .docx",
        ));
    };
    if decoded.encoding != "UTF-8" {
        writer.note(format!("由 {} 编码转为 UTF-8", decoded.encoding));
    }
    let page = Html::parse_document(&decoded.text);
    let article = find_article(&page);
    if let Some(title) = title(&page, article) {
        writer.note("标题取自网页的标题栏".to_string());
        writer.paragraph(&title);
    }
    let root = page.tree.root();
    let (before, behind) = around(root, article);
    if !before.is_empty() {
        writer.note(format!("正文以前的网页文字没有取用：{}", excerpt(&before)));
    }
    write_article(article, writer);
    if !behind.is_empty() {
        writer.note(format!("正文以后的网页文字没有取用：{}", excerpt(&behind)));
    }
    Ok(())
}

/// What the page says its encoding is.
fn named_encoding(bytes: &[u8]) -> Option<String> {
    const HEAD: usize = 4096;
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_lowercase();
    let behind = head.split_once("charset=")?.1;
    let label = behind.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|ch: char| !(ch.is_ascii_alphanumeric() || matches!(ch, '-' | '_')));
    Some(label[..end.unwrap_or(label.len())].to_string())
}

/// The element that is the article.
fn find_article(page: &Html) -> NodeRef<'_, Node> {
    let body = page
        .tree
        .root()
        .descendants()
        .find(|node| node.value().as_element().is_some_and(|element| element.name() == "body"))
        .unwrap_or_else(|| page.tree.root());
    let weights = weigh(body);
    let prose = |node: &NodeRef<'_, Node>| weights.get(&node.id()).copied().unwrap_or(0);
    let mut article = body;
    loop {
        let all = prose(&article);
        let heaviest = article.children().max_by_key(|child| prose(child));
        match heaviest {
            // Nine tenths, so that no part of an article is lost whose parts stand side by side.
            Some(child) if all > 0 && prose(&child) * 10 >= all * 9 && holds_lines(&child) => {
                article = child;
            }
            _ => return article,
        }
    }
}

/// Whether an element can hold an article, and is no paragraph of one.
fn holds_lines(node: &NodeRef<'_, Node>) -> bool {
    let Some(element) = node.value().as_element() else { return false };
    let is_paragraph = matches!(
        element.name(),
        "p" | "h1" | "h2" | "h3" | "li" | "span" | "a" | "font" | "b" | "strong"
    );
    let blocks = node.children().filter_map(|child| child.value().as_element());
    !is_paragraph
        && (is_block(element.name()) || matches!(element.name(), "td" | "th"))
        && (blocks.filter(|element| is_block(element.name()) || element.name() == "br").count() > 0
            || matches!(element.name(), "td" | "article" | "main"))
}

/// How much prose stands in every element that holds any: characters outside of links, of text long
/// enough to be no label.
fn weigh(body: NodeRef<'_, Node>) -> BTreeMap<NodeId, usize> {
    const LONG: usize = 12;
    let mut closed = BTreeMap::new();
    let mut open: Vec<(NodeId, usize)> = Vec::new();
    let mut unread = 0;
    for edge in body.traverse() {
        match edge {
            Edge::Open(node) => {
                let skips = node
                    .value()
                    .as_element()
                    .is_some_and(|element| is_unread(element) || element.name() == "a");
                unread += usize::from(skips);
                if let (Some(text), 0) = (node.value().as_text(), unread) {
                    let length = text.chars().filter(|ch| !ch.is_whitespace()).count();
                    if length >= LONG
                        && let Some((_, prose)) = open.last_mut()
                    {
                        *prose += length;
                    }
                }
                open.push((node.id(), 0));
            }
            Edge::Close(node) => {
                let skips = node
                    .value()
                    .as_element()
                    .is_some_and(|element| is_unread(element) || element.name() == "a");
                unread -= usize::from(skips);
                let Some((id, prose)) = open.pop() else { continue };
                if let Some((_, parent)) = open.last_mut() {
                    *parent += prose;
                }
                if prose > 0 {
                    closed.insert(id, prose);
                }
            }
        }
    }
    closed
}

/// The page's title where the article does not begin with it: what the site says of the article, or
/// a heading before it.
fn title(page: &Html, article: NodeRef<'_, Node>) -> Option<String> {
    let elements =
        || page.tree.root().descendants().filter(|node| node.value().as_element().is_some());
    let is = |node: &NodeRef<'_, Node>, name: &str| {
        node.value().as_element().is_some_and(|element| element.name() == name)
    };
    let of_site = elements().find_map(|node| {
        let element = node.value().as_element().filter(|element| element.name() == "meta")?;
        let is_title =
            element.attr("name").is_some_and(|name| name.eq_ignore_ascii_case("ArticleTitle"));
        element.attr("content").filter(|_| is_title).map(str::to_string)
    });
    let heading = || elements().find(|node| is(node, "h1")).map(plain_text);
    let of_window = || {
        let words = elements().find(|node| is(node, "title")).map(plain_text)?;
        words.split(['_', '|', '-', '—']).next().map(str::to_string)
    };
    let named = |title: &String| !title.trim().is_empty();
    let title = of_site
        .filter(named)
        .or_else(|| heading().filter(named))
        .or_else(|| of_window().filter(named))?;
    let title = squeeze(&title);
    let opening: String =
        plain_text(article).chars().filter(|ch| !ch.is_whitespace()).take(300).collect();
    let pressed: String = title.chars().filter(|ch| !ch.is_whitespace()).collect();
    (!opening.contains(&pressed)).then_some(title)
}

/// All text below an element, as it stands.
fn plain_text(node: NodeRef<'_, Node>) -> String {
    let mut words = String::new();
    let mut unread = 0;
    for edge in node.traverse() {
        let skips = |node: &NodeRef<'_, Node>| node.value().as_element().is_some_and(is_unread);
        match edge {
            Edge::Open(node) => {
                unread += usize::from(skips(&node));
                if let (Some(text), 0) = (node.value().as_text(), unread) {
                    words.push_str(text);
                }
                if node.value().as_element().is_some_and(|element| is_block(element.name())) {
                    words.push(' ');
                }
            }
            Edge::Close(node) => unread -= usize::from(skips(&node)),
        }
    }
    words
}

fn squeeze(words: &str) -> String {
    words
        .split([' ', '\n', '\t', '\r', '\u{a0}'])
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The text before the article and behind it.
fn around(root: NodeRef<'_, Node>, article: NodeRef<'_, Node>) -> (String, String) {
    let (mut before, mut behind) = (String::new(), String::new());
    let (mut passed, mut inside, mut unread) = (false, false, 0);
    for edge in root.traverse() {
        let skips = |node: &NodeRef<'_, Node>| node.value().as_element().is_some_and(is_unread);
        match edge {
            Edge::Open(node) => {
                inside |= node.id() == article.id();
                unread += usize::from(skips(&node));
                if let (Some(text), false, 0) = (node.value().as_text(), inside, unread) {
                    let words = if passed { &mut behind } else { &mut before };
                    words.push_str(text);
                    words.push(' ');
                }
            }
            Edge::Close(node) => {
                unread -= usize::from(skips(&node));
                if node.id() == article.id() {
                    (inside, passed) = (false, true);
                }
            }
        }
    }
    (squeeze(&before), squeeze(&behind))
}

/// One line of the article on its way.
#[derive(Default)]
struct Line {
    words: String,
    n_linked: usize,
    n_cells: usize,
    is_item: bool,
}

fn write_article(article: NodeRef<'_, Node>, writer: &mut Writer) {
    let mut line = Line::default();
    let (mut unread, mut linked) = (0usize, 0usize);
    // Of every row that is open, whether it has cells side by side; what lies in those is one line.
    let mut rows: Vec<bool> = Vec::new();
    let mut counted: Vec<Option<u32>> = Vec::new();
    for edge in article.traverse() {
        let (node, opens) = match edge {
            Edge::Open(node) => (node, true),
            Edge::Close(node) => (node, false),
        };
        if let (Some(text), true, 0) = (node.value().as_text(), opens, unread) {
            line.add(text, linked > 0);
        }
        let Some(element) = node.value().as_element() else { continue };
        let step = |count: &mut usize| if opens { *count += 1 } else { *count -= 1 };
        if is_unread(element) {
            step(&mut unread);
            continue;
        }
        match element.name() {
            "a" => step(&mut linked),
            "br" if opens && rows.last() == Some(&true) => line.words.push(' '),
            "br" if opens => line.end(writer),
            "img" if opens && unread == 0 => {
                writer.note("这里有图片，图里的文字没有取用".to_string())
            }
            "td" | "th" if opens => {
                if line.n_cells > 0 {
                    line.words.truncate(line.words.trim_end_matches(' ').len());
                    line.words.push_str(" | ");
                }
                line.n_cells += 1;
            }
            "tr" => {
                line.end(writer);
                if opens {
                    rows.push(node.children().filter(is_cell).count() > 1);
                } else {
                    rows.pop();
                }
            }
            "ol" | "ul" => {
                line.end(writer);
                if opens {
                    let start =
                        element.attr("start").and_then(|start| start.parse().ok()).unwrap_or(1);
                    counted.push((element.name() == "ol").then_some(start));
                } else {
                    counted.pop();
                }
            }
            "li" if opens => {
                line.end(writer);
                if let Some(Some(number)) = counted.last_mut() {
                    line.words = format!("{number}. ");
                    line.is_item = true;
                    *number = number.saturating_add(1);
                }
            }
            name if is_block(name) && rows.last() == Some(&true) => line.add(" ", false),
            name if is_block(name) => line.end(writer),
            _ => {}
        }
    }
    line.end(writer);
}

impl Line {
    /// Adds text, runs of white space as one space; indents of full width stay.
    fn add(&mut self, text: &str, is_linked: bool) {
        for ch in text.chars() {
            let ch =
                if matches!(ch, ' ' | '\n' | '\t' | '\r' | '\u{c}' | '\u{a0}') { ' ' } else { ch };
            if ch == ' ' && (self.words.is_empty() || self.words.ends_with(' ')) {
                continue;
            }
            self.words.push(ch);
            self.n_linked += usize::from(is_linked && !ch.is_whitespace());
        }
    }

    /// Takes the line down, unless it is furniture.
    fn end(&mut self, writer: &mut Writer) {
        let line = std::mem::take(self);
        let words = line.words.trim_end();
        let words = words.strip_suffix(" |").unwrap_or(words);
        let n_read = words.chars().filter(|ch| !ch.is_whitespace()).count();
        if n_read == 0 || (line.is_item && n_read <= 3) {
            return;
        }
        if line.n_linked * 10 >= n_read * 9 || is_furniture(words) {
            writer.note(format!("网页的按钮和链接没有取用：{}", excerpt(words)));
            return;
        }
        writer.paragraph(words);
    }
}
