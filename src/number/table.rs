//! Tables in a text, as extraction writes them: a line for each row, ` | ` between its cells. A number that fills
//! a cell has the unit of its column, and what it counts is said by the heads of its row and column.

use super::numeral;

/// What stands between two cells of a row.
pub const BETWEEN_CELLS: &str = " | ";
/// What of it is no white space.
pub(super) const CELL_MARK: char = '|';

/// A cell whose whole text is one number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The scalars of the number, without the white space around it.
    pub start: usize,
    /// One past them.
    pub end: usize,
    /// What the head of its row says.
    pub row: String,
    /// What the head of its column says, without the unit in brackets.
    pub column: String,
    /// The unit of its column; empty where the head gives none.
    pub unit: String,
}

impl Cell {
    /// What the number counts: 县公安局行政处罚; 行政处罚合计.
    pub fn label(&self) -> String {
        let is_sum = ["合计", "总计", "小计", "总数"].contains(&self.row.as_str());
        let (first, second) =
            if is_sum { (&self.column, &self.row) } else { (&self.row, &self.column) };
        [first.as_str(), second.as_str()].concat()
    }
}

/// Every cell of the text's tables that is a number, in its order.
pub fn cells(text: &[char]) -> Vec<Cell> {
    let mut found = Vec::new();
    let mut heads: Vec<Head> = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let end = text[start..].iter().position(|ch| *ch == '\n').map_or(text.len(), |n| start + n);
        let row = cells_of(text, start, end);
        let has_numbers = row.iter().any(|(from, to)| is_number(&text[*from..*to]));
        match () {
            () if row.len() < 2 => heads.clear(),
            // Heads may take several rows; the last of them names the columns.
            () if heads.is_empty() || (!has_numbers && heads.len() == row.len()) => {
                heads = row.iter().map(|(from, to)| Head::of(&text[*from..*to])).collect();
            }
            () => found.extend(numbers_of(text, &row, &heads)),
        }
        start = end + 1;
    }
    found
}

/// The number cells of a row of data. A row of another length has cells that span others: what heads
/// them is not known.
fn numbers_of(text: &[char], row: &[(usize, usize)], heads: &[Head]) -> Vec<Cell> {
    let head_of_row: String = text[row[0].0..row[0].1].iter().collect();
    let number = |(at, (start, end)): (usize, &(usize, usize))| {
        let head = heads.get(at).filter(|_| heads.len() == row.len() && at > 0)?;
        is_number(&text[*start..*end]).then(|| Cell {
            start: *start,
            end: *end,
            row: head_of_row.clone(),
            column: head.words.clone(),
            unit: head.unit.clone(),
        })
    };
    row.iter().enumerate().filter_map(number).collect()
}

/// The cells of the line `start..end`, each without the white space around it; one where it is no row.
fn cells_of(text: &[char], start: usize, end: usize) -> Vec<(usize, usize)> {
    let mut cells = Vec::new();
    let mut from = start;
    for at in start..=end {
        let is_mark = at < end
            && text[at] == CELL_MARK
            && at > start
            && text[at - 1] == ' '
            && text.get(at + 1).is_none_or(|ch| ch.is_whitespace());
        if at == end || is_mark {
            cells.push(trimmed(text, from, at));
            from = at + 1;
        }
    }
    cells
}

fn trimmed(text: &[char], mut start: usize, mut end: usize) -> (usize, usize) {
    while start < end && text[start].is_whitespace() {
        start += 1;
    }
    while start < end && text[end - 1].is_whitespace() {
        end -= 1;
    }
    (start, end)
}

/// Whether a cell is one number: digits with their marks.
fn is_number(cell: &[char]) -> bool {
    cell.first().is_some_and(|ch| numeral::digit(*ch).is_some() || "-－−+".contains(*ch))
        && cell.iter().any(|ch| numeral::digit(*ch).is_some())
        && cell.iter().all(|ch| numeral::digit(*ch).is_some() || ".,，．-－−+%％".contains(*ch))
}

/// What heads a column: 罚没金额（万元）.
struct Head {
    words: String,
    unit: String,
}

impl Head {
    fn of(cell: &[char]) -> Self {
        let is_bracket = |ch: &char| matches!(ch, '(' | '（');
        let opened = cell.iter().rposition(is_bracket);
        let closed = matches!(cell.last(), Some(')' | '）'));
        let Some(opened) = opened.filter(|_| closed) else {
            return Self { words: cell.iter().collect(), unit: String::new() };
        };
        let inside: String = cell[opened + 1..cell.len() - 1].iter().collect();
        let unit = inside.trim_start_matches("单位：").trim_start_matches("单位:").trim();
        // 个体（户）数 has its brackets inside; a remark in brackets is longer than a unit.
        let is_unit = (1..=4).contains(&unit.chars().count());
        Self {
            words: cell[..opened].iter().collect(),
            unit: if is_unit { unit.to_string() } else { String::new() },
        }
    }
}
