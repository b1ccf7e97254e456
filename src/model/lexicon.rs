//! How a report's characters are read (pinyin) and which other forms they have. Search finds by
//! both; the tables are made at build time, for the characters that occur.

use serde::{Deserialize, Serialize};

/// Four small tables. Each is one string of pairs, `key:value` with spaces between: only search
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
    /// `everyday words:what reports write` with commas inside both, `~` before what is only related, or
    /// `words:@part`: `打官司,告政府:行政诉讼,行政应诉 遗嘱:遗嘱,~公证 明年:@plan`.
    pub everyday: String,
}

/// What of a report an everyday word may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// 主要举措和成效.
    Measures,
    /// 不足和原因.
    Shortcomings,
    /// 第一责任人.
    Leadership,
    /// 下一年度的安排.
    Plan,
    /// Figures that say how something changed.
    Changes,
    /// Amounts of money.
    Amounts,
    /// Ranks.
    Ranks,
    /// Whom to tell of a mistake.
    Contact,
    /// Who made the report, and when.
    Origin,
}

impl Part {
    /// Every part with its name in the table and in `data/words.json`.
    const NAMES: [(&'static str, Self); 9] = [
        ("measures", Self::Measures),
        ("shortcomings", Self::Shortcomings),
        ("leadership", Self::Leadership),
        ("plan", Self::Plan),
        ("changes", Self::Changes),
        ("amounts", Self::Amounts),
        ("ranks", Self::Ranks),
        ("contact", Self::Contact),
        ("origin", Self::Origin),
    ];

    /// The part of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, part)| *part)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, part)| *part == self).map_or("", |(name, _)| name)
    }
}

impl Lexicon {
    /// The pairs of one of the tables.
    pub fn pairs(table: &str) -> impl Iterator<Item = (&str, &str)> {
        table.split(' ').filter_map(|pair| pair.split_once(':'))
    }

    /// As much of this as naming topics takes: how their characters are read.
    pub fn of_topics(&self, topics: &[&str]) -> Self {
        let is_of_topic = |ch: &char| topics.iter().any(|topic| topic.contains(*ch));
        let readings = Self::pairs(&self.readings).filter_map(|(reading, characters)| {
            let characters: String = characters.chars().filter(is_of_topic).collect();
            (!characters.is_empty()).then(|| format!("{reading}:{characters}"))
        });
        Self { readings: readings.collect::<Vec<_>>().join(" "), ..Self::default() }
    }
}

/// The names under which readers look for the switch to large print (MIIT 工信厅信管函〔2021〕67号, annex 2,
/// 3.1).
pub const LARGE_PRINT: &str =
    "长辈版（大字版、字太小、放大、看不清、关怀版、关爱版、亲情版、老年版、适老版）";
