//! How sections and figures of a report are called in a few words: in tables, citations and links.
//! They all use the same names, so that readers recognize a section.

use super::{Figure, Report, Section, SectionKind};

impl Report {
    /// A section in a few words, its part included: 第一部分（三）.
    pub fn section_name(&self, section: &Section) -> String {
        let plain = section.number.trim_matches(['(', ')', '（', '）']);
        let part = self
            .part_of(section)
            .filter(|part| part.id != section.id)
            .map_or_else(String::new, |part| format!("第{}部分", part.number));
        match section.kind {
            SectionKind::Letter => "呈报函".to_string(),
            SectionKind::Title => "标题".to_string(),
            SectionKind::Preamble => "引言".to_string(),
            SectionKind::Closing => "结尾".to_string(),
            SectionKind::Shortcomings if section.number.is_empty() => {
                format!("{part} 不足与原因").trim_start().to_string()
            }
            _ if section.level == 0 => format!("第{plain}部分"),
            _ => format!("{part}（{plain}）"),
        }
    }

    /// The name of the section that a figure stands in.
    pub fn section_name_of(&self, figure: &Figure) -> String {
        self.section(&figure.section).map_or_else(String::new, |section| self.section_name(section))
    }

    /// The words of the sentence that states a figure.
    pub fn sentence_of(&self, figure: &Figure) -> &str {
        self.sentence(figure.sentence).map_or("", |(_, sentence)| self.slice(sentence.span))
    }
}
