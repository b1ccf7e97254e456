//! How a report's characters are read (pinyin) and which other forms they have. Search finds by
//! both; the tables are made at build time, for the characters that occur.

use serde::{Deserialize, Serialize};

/// Three small tables. Each is one string of pairs, `key:value` with spaces between: only search
/// reads them, once, and strings are smallest in the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lexicon {
    /// `reading:characters`, without tones, ü as v: `xing:行形 zheng:政正`.
    pub readings: String,
    /// `words:reading,reading` for words in which a character has not its usual reading:
    /// `银行:yin,hang`.
    pub phrases: String,
    /// `form:forms in the text`, for traditional and compatibility characters: `門:门`.
    pub variants: String,
}

impl Lexicon {
    /// The pairs of one of the tables.
    pub fn pairs(table: &str) -> impl Iterator<Item = (&str, &str)> {
        table.split(' ').filter_map(|pair| pair.split_once(':'))
    }
}

/// The names under which readers look for the switch to large print (MIIT 工信厅信管函〔2021〕67号, annex 2,
/// 3.1).
pub const LARGE_PRINT: &str = "大字版（长辈版、关怀版、关爱版、亲情版、老年版、适老版）";
