//! A drawn chart as a value: shapes, each with the class that gives it colour, and marks that know
//! their row. Text is measured and broken into lines here.

/// A picture in pixels, origin at the upper left.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
    /// What is drawn outside of marks: headline, axis, source.
    pub ground: Vec<Shape>,
    /// The marks in reading order.
    pub marks: Vec<Mark>,
}

/// All shapes of one row; a reader taps them as one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mark {
    /// Index of the row in [`super::rows::Rows::rows`].
    pub row: usize,
    /// Upper edge of what is tapped.
    pub top: i32,
    /// Height of what is tapped.
    pub height: i32,
    /// Left edge and width of what is tapped; none: all of the picture's width.
    pub column: Option<(i32, i32)>,
    /// What is drawn.
    pub shapes: Vec<Shape>,
}

/// Where the given point of a text lies in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// At its start.
    Start,
    /// In its middle.
    Middle,
    /// At its end.
    End,
}

/// Words of one size and look in a line of several.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The words.
    pub words: String,
    /// Size in pixels.
    pub size: i32,
    /// Class.
    pub class: &'static str,
}

/// A shape; its class says what colour it has, on pages and in files.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Rect {
        /// Left edge.
        x: i32,
        /// Upper edge.
        y: i32,
        /// Width.
        width: i32,
        /// Height.
        height: i32,
        /// Class.
        class: &'static str,
    },
    /// A straight line.
    Line {
        /// From.
        from: (i32, i32),
        /// To.
        to: (i32, i32),
        /// Class.
        class: &'static str,
    },
    /// A disc.
    Disc {
        /// Its middle.
        centre: (i32, i32),
        /// Radius.
        radius: i32,
        /// Class.
        class: &'static str,
    },
    /// A filled polygon.
    Polygon {
        /// Its corners.
        corners: Vec<(i32, i32)>,
        /// Class.
        class: &'static str,
    },
    /// Filled rectangles of one look, written as one path: left, upper edge, width, height of each.
    Cells {
        /// The rectangles.
        cells: Vec<[i32; 4]>,
        /// Class.
        class: &'static str,
    },
    /// A square pattern of modules (a QR code), white around it; dark modules by row.
    Modules {
        /// Left edge.
        x: i32,
        /// Upper edge.
        y: i32,
        /// Pixels a module is wide.
        module: i32,
        /// Dark or not, row by row.
        rows: Vec<Vec<bool>>,
    },
    /// A line of words of several sizes and looks, one behind the other.
    Runs {
        /// Left edge.
        x: i32,
        /// Base line.
        y: i32,
        /// The words.
        runs: Vec<Run>,
    },
    /// A line of text.
    Text {
        /// Anchor point.
        x: i32,
        /// Base line.
        y: i32,
        /// Size in pixels.
        size: i32,
        /// Where the anchor point lies in it.
        anchor: Anchor,
        /// Class.
        class: &'static str,
        /// The words.
        words: String,
    },
}

impl Shape {
    /// The same, elsewhere.
    pub fn moved(mut self, dx: i32, dy: i32) -> Self {
        let shift = |point: &mut (i32, i32)| *point = (point.0 + dx, point.1 + dy);
        match &mut self {
            Self::Rect { x, y, .. }
            | Self::Modules { x, y, .. }
            | Self::Runs { x, y, .. }
            | Self::Text { x, y, .. } => (*x, *y) = (*x + dx, *y + dy),
            Self::Disc { centre, .. } => shift(centre),
            Self::Polygon { corners, .. } => corners.iter_mut().for_each(shift),
            Self::Cells { cells, .. } => {
                cells.iter_mut().for_each(|cell| (cell[0], cell[1]) = (cell[0] + dx, cell[1] + dy));
            }
            Self::Line { from, to, .. } => {
                shift(from);
                shift(to);
            }
        }
        self
    }

    /// Left, upper, right and lower edge.
    pub fn bounds(&self) -> (i32, i32, i32, i32) {
        match self {
            Self::Rect { x, y, width, height, .. } => (*x, *y, x + width, y + height),
            Self::Modules { x, y, module, rows } => {
                (*x, *y, x + module * rows.len() as i32, y + module * rows.len() as i32)
            }
            Self::Disc { centre: (x, y), radius, .. } => {
                (x - radius, y - radius, x + radius, y + radius)
            }
            Self::Polygon { corners, .. } => bounds_of(corners.iter().map(|(x, y)| [*x, *y, 0, 0])),
            Self::Cells { cells, .. } => bounds_of(cells.iter().copied()),
            Self::Line { from, to, .. } => {
                (from.0.min(to.0), from.1.min(to.1), from.0.max(to.0), from.1.max(to.1))
            }
            Self::Runs { x, y, runs } => {
                let width: i32 = runs.iter().map(|run| text_width(&run.words, run.size)).sum();
                let size = runs.iter().map(|run| run.size).max().unwrap_or(0);
                (*x, y - size, x + width, y + size / 4)
            }
            Self::Text { x, y, size, anchor, words, .. } => {
                let width = text_width(words, *size);
                let left = match anchor {
                    Anchor::Start => *x,
                    Anchor::Middle => x - width / 2,
                    Anchor::End => x - width,
                };
                (left, y - size, left + width, y + size / 4)
            }
        }
    }
}

/// The edges of what lies around all the rectangles; nothing at the origin if there are none.
fn bounds_of(rectangles: impl Iterator<Item = [i32; 4]>) -> (i32, i32, i32, i32) {
    rectangles
        .map(|[x, y, width, height]| (x, y, x + width, y + height))
        .reduce(|all, one| (all.0.min(one.0), all.1.min(one.1), all.2.max(one.2), all.3.max(one.3)))
        .unwrap_or_default()
}

/// Width of a line of text in pixels, rounded up: an ideograph is 1 em wide, digits and Latin about
/// half of that. Browsers and plotters would each measure otherwise; this is the same everywhere.
pub fn text_width(words: &str, size: i32) -> i32 {
    let per_mille: i32 = words.chars().map(width_of).sum();
    (per_mille * size + 999) / 1000
}

/// Width of a character in thousandths of an em, in the font where it is widest.
fn width_of(ch: char) -> i32 {
    match ch {
        '.' | ',' | ':' | ';' | '\'' | '|' | 'i' | 'l' | 'I' | '!' => 320,
        ' ' => 300,
        '(' | ')' | '[' | ']' | '/' | '-' | 'f' | 'j' | 'r' | 't' => 420,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 930,
        'A'..='Z' => 720,
        '0'..='9' | 'a'..='z' => 600,
        '\u{21}'..='\u{7e}' => 620,
        _ => 1000,
    }
}

/// Breaks text into lines no wider than `width`: anywhere between ideographs, but never before a
/// closing mark nor behind an opening one, nor between a number and its unit. No character stands alone in the
/// last line.
pub fn wrap(words: &str, size: i32, width: i32) -> Vec<String> {
    let mut lines: Vec<Vec<String>> = vec![Vec::new()];
    for token in tokens(words) {
        let Some(line) = lines.last_mut() else { break };
        let joined = line.concat() + &token;
        if line.is_empty() || text_width(joined.trim_end(), size) <= width {
            line.push(token);
        } else {
            lines.push(vec![token.trim_start().to_string()]);
        }
    }
    if let [.., before, last] = &mut lines[..]
        && last.concat().trim_end().chars().count() == 1
        && before.len() > 2
        && let Some(token) = before.pop_if(|token| !token.trim().is_empty())
    {
        last.insert(0, token);
    }
    let lines = lines.into_iter().map(|line| line.concat().trim_end().to_string());
    lines.filter(|line| !line.is_empty()).collect()
}

/// Most characters that are kept together; longer runs (an address) are broken anywhere.
const MAX_TOKEN_LENGTH: usize = 24;

/// What says of a number how large it is, and of the unit of a chart which it is.
const SCALES: &str = "万亿余多";
/// Before the unit in what a chart is of.
pub const UNIT: &str = "单位：";

/// The smallest pieces that stay together: a run of ASCII, a number with its unit, or an ideograph with the
/// opening marks before and the closing marks behind it.
fn tokens(words: &str) -> Vec<String> {
    let closes = |ch: char| "，。、；：！？”’）》」』%,.)".contains(ch);
    let opens = |ch: char| "“‘（《「『(".contains(ch);
    let mut tokens: Vec<String> = Vec::new();
    for ch in words.chars() {
        let joins = tokens.last().and_then(|token| Some((token, token.chars().last()?)));
        let joins = joins.is_some_and(|(token, last)| {
            let is_of_number = !ch.is_ascii_graphic() && !ch.is_whitespace() && !opens(ch);
            let ends_in_number = last.is_ascii_digit()
                || SCALES.contains(last) && token.contains(|ch: char| ch.is_ascii_digit());
            closes(ch)
                || opens(last)
                || (ch.is_ascii_graphic() && last.is_ascii_graphic())
                || (is_of_number && ends_in_number)
                || (token.ends_with('单') && ch == '位')
                || token.ends_with(UNIT)
        });
        match tokens.last_mut().filter(|token| joins && token.chars().count() < MAX_TOKEN_LENGTH) {
            Some(token) => token.push(ch),
            None => tokens.push(ch.to_string()),
        }
    }
    tokens
}
