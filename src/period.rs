//! What time a figure is of: the year reported on, the next one, for which it is planned, or several
//! years together. A number of one is beside none of another, and is not shown as one.

use crate::model::{DutyKind, Figure, Report, Section, SectionKind};
use crate::text::Span;
use crate::words::WORDS;

/// What time a figure is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// The year reported on.
    Year,
    /// The next one, for which it is planned.
    Next,
    /// The months of the next one that are over already, as a plan that is late tells of them.
    Begun,
    /// Several years, together or on average.
    Years,
}

impl Period {
    /// In words, for a report of `year`.
    pub fn words(self, year: u16) -> String {
        let words = &WORDS.punctuation;
        match self {
            Self::Year => (words.year)(year),
            Self::Next => (words.next_year)(year + 1),
            Self::Begun => (words.begun_year)(year + 1),
            Self::Years => (words.years)(year),
        }
    }

    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Next => "next-year",
            Self::Begun => "next-year-begun",
            Self::Years => "years",
        }
    }
}

/// What time a figure of a report is of, in words.
pub fn period_words(report: &Report, figure: &Figure) -> String {
    Periods::of(report).of_figure(figure).words(report.year)
}

/// Words of headings and sentences over several years.
const OF_YEARS: [&str; 10] =
    ["累计", "本届", "新一届", "五年", "四年", "三年", "年来", "十三五", "十四五", "任期"];

/// How sentences begin that tell of months which are over.
const BEGUN: [&str; 6] = ["一季度", "第一季度", "上半年", "1—", "1-", "以来"];

/// Most characters of what a sentence begins with before it tells anything: 过去四年，.
const LONGEST_LEAD: usize = 10;

/// Words with years in them that say nothing of the time a number is of.
const NAMES: [&str; 7] =
    ["新一届", "一年来", "三年行动", "五年规划", "十四五”规划", "十四五规划", "五年计划"];

/// Words right before a number, or in the name it was given, by which something came about.
const NEW: [&str; 6] = ["新增", "新建", "新认定", "新引进", "新开", "新培育"];

/// Words by which a number says how much there is by now.
const REACHED: [&str; 9] =
    ["达", "增至", "增长至", "提高到", "增加到", "突破", "总数", "总量", "共有"];

/// Whether a number says what came about in the time reported on, or what was there at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// 新增, 新建.
    New,
    /// 达, 累计.
    Reached,
}

/// Which of these a number is, by the words before it and its name; none where they do not say.
pub fn state_of(before: &str, label: &str) -> Option<State> {
    let has =
        |words: &[&str]| words.iter().any(|word| before.contains(word) || label.contains(word));
    match () {
        () if has(&REACHED) => Some(State::Reached),
        () if has(&NEW) => Some(State::New),
        () => None,
    }
}

/// What of a report speaks of other times, by the ids of its sections.
pub struct Periods<'report> {
    report: &'report Report,
    /// They speak of what is to come.
    pub planned: Vec<&'report str>,
    /// They speak of several years.
    of_years: Vec<&'report str>,
}

impl<'report> Periods<'report> {
    /// Those of a report.
    pub fn of(report: &'report Report) -> Self {
        let plan = report.duties.iter().filter(|duty| duty.kind == DutyKind::Plan);
        let heads: Vec<&str> = plan
            .flat_map(|duty| &duty.sentences)
            .filter_map(|number| report.sentence(*number))
            .map(|(section, _)| section.id.as_str())
            .collect();
        let is_of_years = |section: &Section| {
            let heading = section.heading.map_or("", |heading| report.slice(heading));
            OF_YEARS.iter().any(|word| heading.contains(word))
        };
        Self {
            report,
            planned: below(report, |section| heads.contains(&section.id.as_str())),
            of_years: below(report, is_of_years),
        }
    }

    /// What time a number of the report is of: where it stands, its name and its unit.
    pub fn at(&self, span: Span, label: &str, unit: &str) -> Period {
        let section = self.report.sentence_at(span.start).map_or("", |(section, _)| &section.id);
        let before = clause_before(self.report, span);
        match () {
            // What explains a word is of no time.
            () if is_attached(self.report, section) => Period::Year,
            () if self.planned.contains(&section) => match self.is_led_by_months(span) {
                true => Period::Begun,
                false => Period::Next,
            },
            () if self.is_led_by_years(span, &before, label) => Period::Years,
            () if self.tells_of_years(section, &before, label, unit) => Period::Years,
            () => Period::Year,
        }
    }

    /// What time a whole sentence tells of.
    pub fn of_sentence(&self, sentence: Span) -> Period {
        let words = self.report.slice(sentence);
        let own_year = format!("{}年", self.report.year);
        let is_of_year = ["全年", &own_year].iter().any(|known| words.contains(*known));
        if is_of_year { Period::Year } else { self.at(sentence, "", "") }
    }

    /// What time a figure is of.
    pub fn of_figure(&self, figure: &Figure) -> Period {
        self.at(figure.span, &figure.label, &figure.quantity.unit)
    }

    /// Whether the number's sentence begins with months of the year to come that are over: 今年一季度，…….
    fn is_led_by_months(&self, span: Span) -> bool {
        let words = self.lead_of(span);
        let words = words.trim_start_matches("今年").trim_start_matches(['，', ',']);
        BEGUN.iter().any(|begun| words.starts_with(begun))
    }

    /// The sentence that a number stands in, from its beginning.
    fn lead_of(&self, span: Span) -> &str {
        let sentence = self.report.sentence_at(span.start).map_or(span, |(_, known)| known.span);
        self.report.slice(sentence).trim_start()
    }

    /// Whether the number's sentence begins with the years it tells of: 五年来，…….
    fn is_led_by_years(&self, span: Span, before: &str, label: &str) -> bool {
        let lead = self.lead_of(span).split(CLAUSE_ENDS).next().unwrap_or_default();
        lead.chars().count() <= LONGEST_LEAD
            && self.tells_of_years("", lead, "", "")
            && !before.contains(&format!("{}年", self.report.year))
            && state_of(before, label) != Some(State::Reached)
    }

    /// Whether the report says so. 累计 alone may be of one year, and a plan may be called by its years.
    fn tells_of_years(&self, section: &str, before: &str, label: &str, unit: &str) -> bool {
        let plain =
            NAMES.iter().fold(before.replace("累计", ""), |it, name| it.replace(name, ""));
        self.is_of_years(section, &plain, label, unit)
    }

    /// Whether a number may be of several years together: by its section and the words before it.
    pub fn is_of_years(&self, section: &str, before: &str, label: &str, unit: &str) -> bool {
        // What is there by now is of the end of the year, however long it took.
        if state_of(before, label) == Some(State::Reached) && !is_total(before) {
            return false;
        }
        let own_year = format!("{}年", self.report.year);
        if before.contains(&own_year) || before.contains("全年") {
            return false;
        }
        // A rate is of one year, unless it says that it is of the mean of several.
        if unit == "%" {
            return before.contains("年均");
        }
        let has = |words: &str| OF_YEARS.iter().any(|word| words.contains(word));
        has(before) || self.of_years.contains(&section)
    }
}

/// Whether a number is the sum of all there was: 累计119个, 共达3549件.
fn is_total(before: &str) -> bool {
    before.contains("累计") || before.chars().rev().take(3).any(|ch| ch == '共')
}

/// What ends a clause.
pub const CLAUSE_ENDS: [char; 7] = ['，', '。', '；', '：', '！', '、', '\n'];
/// Most characters before a number that are looked at.
pub const REACH: usize = 24;

/// The words of a number's clause before it.
pub fn clause_before(report: &Report, span: Span) -> String {
    let start = report.sentence_at(span.start).map_or(span.start, |(_, known)| known.span.start);
    let before = report.slice(Span::new(start, span.start)).trim_end_matches(CLAUSE_ENDS);
    let before: Vec<char> =
        before.chars().rev().take_while(|ch| !CLAUSE_ENDS.contains(ch)).take(REACH).collect();
    before.into_iter().rev().collect()
}

/// Whether a section is attached to the report, as a glossary is.
pub fn is_attached(report: &Report, section: &str) -> bool {
    report.section(section).is_some_and(|section| section.kind == SectionKind::Attachment)
}

/// The sections that `is_head` is true of, and all below them.
fn below(report: &Report, is_head: impl Fn(&Section) -> bool) -> Vec<&str> {
    // The level of the heading that what follows stands below.
    let mut level = None;
    let mut found = Vec::new();
    for section in &report.sections {
        if level.is_some_and(|level| section.level <= level) {
            level = None;
        }
        if level.is_none() && is_head(section) {
            level = Some(section.level);
        }
        if level.is_some() {
            found.push(section.id.as_str());
        }
    }
    found
}
