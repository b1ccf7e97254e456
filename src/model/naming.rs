//! How sections and figures of a report are called in a few words: in tables, citations and links.
//! They all use the same names, so that readers recognize a section.

use super::{DutyKind, Figure, Report, Section, SectionKind, Sentence, SentenceKind};
use crate::text::{ELLIPSIS, excerpt};

/// What a part of the report says, in short.
pub enum InShort<'a> {
    /// The sections that it has.
    Sections(Vec<&'a Section>),
    /// The section and the points that it counts out inside its sentences: 一是…；二是….
    Points(&'a Section, Vec<&'a str>),
    /// The section and the sentence that it begins with, where it has neither.
    Sentence(&'a Section, &'a Sentence),
}

impl Report {
    /// A section in a few words, its part included: 第一部分（三）.
    pub fn section_name(&self, section: &Section) -> String {
        let plain = section.number.trim_matches(['(', ')', '（', '）', ' ']);
        let part = self
            .part_of(section)
            .filter(|part| part.id != section.id)
            .map_or_else(String::new, |part| self.part_name(part));
        match section.kind {
            SectionKind::Letter => "呈报函".to_string(),
            SectionKind::Title => "标题".to_string(),
            SectionKind::Preamble if section.id == "front" => "标题以前".to_string(),
            SectionKind::Preamble => "引言".to_string(),
            SectionKind::Closing => "结尾".to_string(),
            SectionKind::Attachment => "附件".to_string(),
            SectionKind::Shortcomings if section.number.is_empty() => {
                format!("{part} 不足与原因").trim_start().to_string()
            }
            _ if section.level == 0 => self.part_name(section),
            _ if section.heading.is_none() => format!("{part} 下一年安排").trim_start().to_string(),
            _ if section.number.is_empty() => {
                format!("{part} {}", self.heading_words(section)).trim_start().to_string()
            }
            _ => format!("{part}{}（{plain}）", self.section_around(section)),
        }
    }

    /// 第一部分; a part without a number by its heading.
    fn part_name(&self, part: &Section) -> String {
        match part.number.as_str() {
            "" => self.heading_words(part),
            number if number.starts_with('第') => number.to_string(),
            number => format!("第{}部分", number.trim_matches(['(', ')', '（', '）', ' '])),
        }
    }

    fn heading_words(&self, section: &Section) -> String {
        section.heading.map_or("", |heading| self.slice(heading)).to_string()
    }

    /// Of a section of the third level or below, the section around it: （二）.
    fn section_around(&self, section: &Section) -> String {
        let before = self.sections.iter().take_while(|known| known.id != section.id);
        let around = before.filter(|known| known.level < section.level).last();
        let plain = around
            .filter(|around| around.level > 0 && section.level > 1)
            .map_or("", |around| around.number.trim_matches(['(', ')', '（', '）', ' ']));
        if plain.is_empty() { String::new() } else { format!("（{plain}）") }
    }

    /// A section's heading, or its name where it has none.
    pub fn heading_of(&self, section: &Section) -> String {
        match section.heading {
            Some(span) => self.slice(span).trim_end_matches('。').to_string(),
            None => self.section_name(section),
        }
    }

    /// A section's heading up to its first comma: the rest only explains it.
    pub fn short_heading_of(&self, section: &Section) -> String {
        let heading = self.heading_of(section);
        heading.split([',', '，']).next().unwrap_or(&heading).to_string()
    }

    /// A heading without its number, where a list or the section's name has it.
    pub fn bare_heading_of(&self, section: &Section) -> String {
        self.heading_of(section)
            .trim_start_matches(section.number.as_str())
            .trim_start_matches(['、', '．', '.', '：', ' ', '　'])
            .to_string()
    }

    /// A section in a list: its heading without its number, up to the first comma where it is long; without
    /// a heading how its text begins.
    pub fn item_of(&self, section: &Section) -> String {
        const LONGEST: usize = 30;
        if section.heading.is_none() {
            let said = section.sentences().find(|sentence| sentence.kind == SentenceKind::Body);
            let words = said.map_or("", |sentence| self.slice(sentence.span).trim());
            return excerpt(words, LONGEST, ELLIPSIS);
        }
        let heading = self.bare_heading_of(section);
        if heading.chars().count() <= LONGEST {
            return heading;
        }
        let first = heading.split([',', '，', '；']).next().unwrap_or(&heading);
        excerpt(first, LONGEST, ELLIPSIS)
    }

    /// What a part of the report says, in short.
    pub fn in_short(&self, kind: DutyKind) -> Option<InShort<'_>> {
        let (section, sentence) = self.beginning_of(kind)?;
        let sections = self.sections_for(kind);
        if sections.len() > 1 {
            return Some(InShort::Sections(sections));
        }
        let points = self.points_of(section, sentence);
        Some(match points.len() {
            0 | 1 => InShort::Sentence(section, sentence),
            _ => InShort::Points(section, points),
        })
    }

    /// The points that a section counts out inside its sentences, from `first` on, each up to its first comma:
    /// …仍存在不足：一是力量薄弱，…；二是…
    fn points_of<'a>(&'a self, section: &'a Section, first: &Sentence) -> Vec<&'a str> {
        let sentences = section.sentences().filter(|sentence| sentence.number >= first.number);
        let clauses = sentences
            .flat_map(|sentence| self.slice(sentence.span).split(['。', '；', '：', '，']));
        clauses.map(str::trim).filter(|clause| is_point(clause.chars())).collect()
    }

    /// The name of the section that a figure stands in.
    pub fn section_name_of(&self, figure: &Figure) -> String {
        self.section(&figure.section).map_or_else(String::new, |section| self.section_name(section))
    }

    /// The words of the sentence that states a figure.
    pub fn sentence_of(&self, figure: &Figure) -> &str {
        self.sentence(figure.sentence).map_or("", |(_, sentence)| self.slice(sentence.span))
    }

    /// Whose report it is, by its issuer: 梧州市 of 梧州市人民政府; empty where none says it.
    pub fn issuing_place(&self) -> String {
        let place = self.issuers.iter().find_map(|issuer| {
            let place = issuer.split(['党', '委']).next()?.trim_end_matches(['中', '共']);
            let place = place.split("人民政府").next()?;
            (!place.is_empty()).then(|| place.trim_start_matches("中共").to_string())
        });
        place.unwrap_or_default()
    }
}

/// Whether words begin as one of several points does: 一是, 十二是.
pub fn is_point(words: impl Iterator<Item = char>) -> bool {
    let is_numeral = |ch: &char| "一二三四五六七八九十".contains(*ch);
    let mut words = words.peekable();
    words.peek().is_some_and(is_numeral) && words.find(|ch| !is_numeral(ch)) == Some('是')
}
