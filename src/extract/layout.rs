//! Characters at places on pages to lines and paragraphs, as a reader's eye puts them together: for
//! PDF and OFD. Page numbers and running headers are left out, lines broken inside sentences joined,
//! letter-spaced headings closed up; each is noted.

use super::unified::unified;
use super::writer::{Writer, excerpt};

/// A character on a page; lengths in points, from the page's upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glyph {
    /// What it says; more than one character for a ligature.
    pub words: String,
    /// Left edge.
    pub x: f64,
    /// Base line.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height of the font.
    pub size: f64,
}

/// A page and what stands on it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Page {
    /// Its height.
    pub height: f64,
    /// Its characters in the order of the file.
    pub glyphs: Vec<Glyph>,
}

/// A line of a page.
struct Line {
    page: usize,
    /// Where its base line lies on the page: 0 above, 1 below.
    height: f64,
    y: f64,
    left: f64,
    right: f64,
    size: f64,
    words: String,
    /// Whether spaces between its letters were closed up.
    is_spaced: bool,
    n_unified: usize,
}

/// Takes down what stands on the pages.
pub(super) fn write(pages: &[Page], writer: &mut Writer) {
    let mut lines: Vec<Line> = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        lines.extend(page_lines(number, page));
    }
    let furniture = furniture(&lines, pages.len());
    let mut at = 0;
    lines.retain(|line| {
        at += 1;
        let kept = furniture[at - 1].is_none();
        if let Some(what) = furniture[at - 1] {
            writer.note(format!(
                "第 {} 页的{what}没有取用：{}",
                line.page + 1,
                excerpt(&line.words)
            ));
        }
        kept
    });
    write_paragraphs(&lines, writer);
}

/// The lines of a page from above.
fn page_lines(number: usize, page: &Page) -> Vec<Line> {
    let mut glyphs: Vec<&Glyph> = page.glyphs.iter().filter(|glyph| is_placed(glyph)).collect();
    glyphs.sort_by(|one, other| one.y.total_cmp(&other.y));
    let mut rows: Vec<Vec<&Glyph>> = Vec::new();
    for glyph in glyphs {
        match rows.last_mut() {
            Some(row) if row.last().is_some_and(|last| same_row(last, glyph)) => row.push(glyph),
            _ => rows.push(vec![glyph]),
        }
    }
    rows.into_iter().filter_map(|row| line(number, page, row)).collect()
}

fn is_placed(glyph: &Glyph) -> bool {
    [glyph.x, glyph.y, glyph.width, glyph.size].iter().all(|length| length.is_finite())
        && glyph.size > 0.0
}

/// Whether two characters, one above the other or level, stand in one line; a raised mark does.
fn same_row(above: &Glyph, below: &Glyph) -> bool {
    const MOST: f64 = 0.45;
    below.y - above.y <= MOST * above.size.max(below.size).min(above.size * 2.0)
}

fn line(number: usize, page: &Page, mut row: Vec<&Glyph>) -> Option<Line> {
    row.sort_by(|one, other| one.x.total_cmp(&other.x));
    // Bold type is often made by printing twice.
    row.dedup_by(|one, other| {
        one.words == other.words && (one.x - other.x).abs() < 0.2 * other.size
    });
    let size = median(row.iter().map(|glyph| glyph.size));
    let (mut words, mut right, mut n_unified) = (String::new(), f64::NEG_INFINITY, 0);
    for glyph in &row {
        let gap = glyph.x - right;
        let is_wide =
            glyph.words.chars().all(is_wide) && words.chars().next_back().is_none_or(is_wide);
        let is_apart = gap > size * if is_wide { 0.6 } else { 0.22 };
        if is_apart && !words.is_empty() && !words.ends_with(char::is_whitespace) {
            words.push(' ');
        }
        for ch in glyph.words.chars() {
            let unified = unified(ch);
            n_unified += usize::from(unified != ch);
            words.push(if unified == '\u{a0}' { ' ' } else { unified });
        }
        right = right.max(glyph.x + glyph.width);
    }
    let printed: Vec<&&Glyph> = row.iter().filter(|glyph| !glyph.words.trim().is_empty()).collect();
    let (first, last) = (printed.first()?, printed.last()?);
    let closed = close_up(words.trim());
    Some(Line {
        page: number,
        height: if page.height > 0.0 { first.y / page.height } else { 0.5 },
        y: first.y,
        left: first.x,
        right: last.x + last.width,
        size,
        is_spaced: closed.is_some(),
        words: closed.unwrap_or_else(|| words.trim().to_string()),
        n_unified,
    })
}

/// A heading set with spaces between its letters, without them: 税 务 总 局.
fn close_up(words: &str) -> Option<String> {
    const FEWEST: usize = 3;
    let letters: Vec<&str> = words.split_whitespace().collect();
    let is_letter = |word: &&str| {
        let mut chars = word.chars();
        chars.next().is_some_and(is_ideograph) && chars.next().is_none()
    };
    (letters.len() >= FEWEST && letters.iter().all(is_letter)).then(|| letters.concat())
}

fn is_ideograph(ch: char) -> bool {
    matches!(ch, '\u{3400}'..='\u{9fff}' | '〇' | '\u{20000}'..='\u{3ffff}')
}

fn is_wide(ch: char) -> bool {
    is_ideograph(ch)
        || matches!(ch, '\u{2e80}'..='\u{33ff}' | '\u{ff00}'..='\u{ff60}' | '“' | '”' | '‘' | '’' | '—' | '…')
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

/// Of every line, what furniture of its page it is.
fn furniture(lines: &[Line], n_pages: usize) -> Vec<Option<&'static str>> {
    const MARGIN: f64 = 0.12;
    let in_margin = |line: &Line| line.height < MARGIN || line.height > 1.0 - MARGIN;
    let mut shapes = std::collections::BTreeMap::<String, Vec<usize>>::new();
    for line in lines.iter().filter(|line| in_margin(line)) {
        shapes.entry(shape(&line.words)).or_default().push(line.page);
    }
    let is_outermost = |at: usize| {
        let page = lines[at].page;
        at == 0
            || lines[at - 1].page != page
            || lines.get(at + 1).is_none_or(|next| next.page != page)
    };
    let repeats = |line: &Line| {
        shapes.get(&shape(&line.words)).is_some_and(|pages| {
            let mut pages = pages.clone();
            pages.dedup();
            pages.len() >= 3 || (pages.len() == 2 && n_pages == 2)
        })
    };
    let kind = |(at, line): (usize, &Line)| {
        if !in_margin(line) {
            None
        } else if is_page_number(&line.words) && is_outermost(at) {
            Some("页码")
        } else if n_pages > 1 && line.words.chars().count() > 1 && repeats(line) {
            Some(if line.height < 0.5 { "页眉" } else { "页脚" })
        } else {
            None
        }
    };
    lines.iter().enumerate().map(kind).collect()
}

/// A line with its digits taken away, so that headers with a page number are alike.
fn shape(words: &str) -> String {
    words.chars().filter(|ch| !ch.is_numeric() && !ch.is_whitespace()).collect()
}

/// `- 3 -`, `— 3 —`, `第3页`, `3/12`, `第 3 页 共 12 页`.
fn is_page_number(words: &str) -> bool {
    const LONGEST: usize = 12;
    let signs: Vec<char> = words.chars().filter(|ch| !ch.is_whitespace()).collect();
    let is_sign = |ch: &char| {
        ch.is_numeric()
            || matches!(
                ch,
                '-' | '－'
                    | '—'
                    | '–'
                    | '―'
                    | '─'
                    | '·'
                    | '•'
                    | '第'
                    | '页'
                    | '共'
                    | '/'
                    | ','
                    | '，'
            )
    };
    signs.len() <= LONGEST && signs.iter().any(|ch| ch.is_numeric()) && signs.iter().all(is_sign)
}

fn write_paragraphs(lines: &[Line], writer: &mut Writer) {
    let margins = Margins::of(lines);
    let mut paragraph: Vec<&Line> = Vec::new();
    for line in lines {
        if paragraph.last().is_some_and(|last| margins.begins_paragraph(last, line)) {
            write_paragraph(&paragraph, writer);
            paragraph.clear();
        }
        paragraph.push(line);
    }
    write_paragraph(&paragraph, writer);
}

fn write_paragraph(lines: &[&Line], writer: &mut Writer) {
    let mut last: Option<char> = None;
    for line in lines {
        if let Some(last) = last {
            writer.note("两行接成一句".to_string());
            let first = line.words.chars().next().unwrap_or(' ');
            // Words of letters are apart; a number that goes on is one: no two stand side by side.
            let is_number = last.is_ascii_digit() && first.is_ascii_digit();
            if last.is_ascii_alphanumeric() && first.is_ascii_alphanumeric() && !is_number {
                writer.character(' ');
            }
        }
        let start = writer.at();
        writer.words(&line.words);
        if line.is_spaced {
            writer.note_from(start, "字间的空格合拢".to_string());
        }
        if line.n_unified > 0 {
            writer.note_from(start, "字体里的部首形（如 ⼈）换成通用汉字".to_string());
        }
        last = line.words.chars().next_back();
    }
    if !lines.is_empty() {
        writer.character('\n');
    }
}

/// Where the lines of a document usually begin and end.
struct Margins {
    left: f64,
    right: f64,
    leading: f64,
}

impl Margins {
    fn of(lines: &[Line]) -> Self {
        const LONG: usize = 12;
        let long: Vec<&Line> =
            lines.iter().filter(|line| line.words.chars().count() >= LONG).collect();
        let mut starts = std::collections::BTreeMap::<i64, usize>::new();
        for line in &long {
            *starts.entry((line.left / 2.0).round() as i64).or_default() += 1;
        }
        let usual = starts.iter().max_by_key(|(at, count)| (**count, -**at));
        let mut rights: Vec<f64> = long.iter().map(|line| line.right).collect();
        rights.sort_by(f64::total_cmp);
        let gaps = lines.windows(2).filter(|pair| pair[0].page == pair[1].page);
        Margins {
            left: usual.map_or(0.0, |(at, _)| *at as f64 * 2.0),
            right: rights.get(rights.len() * 9 / 10).copied().unwrap_or(f64::INFINITY),
            leading: median(gaps.map(|pair| (pair[1].y - pair[0].y) / pair[1].size.max(1.0))),
        }
    }

    /// Whether `next` begins a paragraph behind the line `last`.
    fn begins_paragraph(&self, last: &Line, next: &Line) -> bool {
        let size = next.size;
        let is_indented = next.left > self.left + 1.2 * size;
        let is_short = last.right < self.right - 2.2 * last.size;
        let is_other_type = (last.size - size).abs() > 0.12 * last.size.max(size);
        let is_far = last.page == next.page
            && (next.y - last.y) / size.max(1.0) > (self.leading * 1.5).max(self.leading + 0.5);
        is_indented || is_short || is_other_type || is_far
    }
}
