//! The date of a report that nobody has signed: below its title, or where a web page says when it was
//! put out.

use std::ops::Range;

use crate::model::Date;
use crate::text::Span;

use super::super::furniture::is_furniture;
use super::line::{Line, calendar_day, written_date};

/// The date below the title: （2021年2月3日）, ——2026年2月2日在….
pub(super) fn below_title(lines: &[Line<'_>], title: &Range<usize>) -> Option<Date> {
    const NEAR: usize = 4;
    // What a web page has there is passed over.
    let says_something = |line: &&Line<'_>| {
        let text = line.text();
        text.chars().count() > 1 && !is_furniture(&text)
    };
    let near = lines.iter().skip(title.end).filter(says_something).take(NEAR);
    near.take_while(|line| !line.ends_a_sentence()).find_map(|line| {
        line.date().or_else(|| {
            let text = line.text();
            let spoken = text.strip_prefix("——")?;
            let end = spoken.find('日')? + '日'.len_utf8();
            let chars: Vec<char> = spoken[..end].chars().collect();
            Line { span: Span::new(0, chars.len() as u32), chars: &chars }.date()
        })
    })
}

/// The day that a web page gives above an article: 发布时间: 2023-03-28 17:24.
pub(super) fn published(lines: &[Line<'_>]) -> Option<Date> {
    const NAMES: [&str; 6] = ["发布时间", "发布日期", "发文日期", "成文日期", "日期", "时间"];
    const NEAR: usize = 12;
    lines.iter().take(NEAR).find_map(|line| {
        let text = line.text();
        let said = NAMES.iter().find_map(|name| text.strip_prefix(name))?;
        let said = said.strip_prefix(['：', ':'])?.trim_start();
        let day = said.split([' ', '　']).next()?;
        calendar_day(written_date(day).or_else(|| {
            let mut parts = day.split(['-', '/', '.']).map(|part| part.parse().ok());
            let date = [parts.next()??, parts.next()??, parts.next()??];
            parts.next().is_none().then_some(date)
        })?)
    })
}
