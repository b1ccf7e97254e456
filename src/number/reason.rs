//! Why a number of the text is no data, and what makes a reading doubtful. Both are told to readers and
//! editors in words, and to programs by name.

/// Why a number is no data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// 2020年, 2016—2020年.
    Year,
    /// 2月3日, 一季度, 近三年.
    Date,
    /// 第二次会议, 十九届, 第一批.
    Ordinal,
    /// （一）, 1., 一是.
    List,
    /// 〔2019〕28号, 第二十四条.
    Document,
    /// “十四五”, 5G, 12345热线, 6号线.
    Name,
    /// 四个意识, 五年以上有期徒刑, 24小时.
    Phrase,
}

impl Reason {
    /// Its name in data files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Date => "date",
            Self::Ordinal => "ordinal",
            Self::List => "list",
            Self::Document => "document",
            Self::Name => "name",
            Self::Phrase => "phrase",
        }
    }

    /// The same for readers.
    pub fn words(self) -> &'static str {
        match self {
            Self::Year => "年份",
            Self::Date => "日期",
            Self::Ordinal => "次序",
            Self::List => "序号",
            Self::Document => "文号",
            Self::Name => "名称",
            Self::Phrase => "固定说法",
        }
    }
}

/// What makes a reading doubtful, so that an editor looks at it first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Nothing says what is counted.
    NoUnit,
    /// What is counted stands in no table of units.
    RareUnit,
    /// 三项, 两个: counted, or part of a phrase.
    FewInWords,
    /// 30人以上…: a threshold in the name of something, or an amount.
    Threshold,
    /// A name or an amount, by its form alone.
    NameOrAmount,
    /// A place in an order, or an ordinal.
    RankOrOrdinal,
}

impl Doubt {
    /// What an editor is told.
    pub fn words(self) -> &'static str {
        match self {
            Self::NoUnit => "后面没有单位",
            Self::RareUnit => "单位少见，请核对",
            Self::FewInWords => "可能是数量，也可能只是合称",
            Self::Threshold => "可能是范围的界限，不是数量",
            Self::NameOrAmount => "可能是名称，也可能是数量",
            Self::RankOrOrdinal => "可能是名次，也可能是次序",
        }
    }
}
