//! Views for frames in other people's pages: what each shows, and its address below `2020/embed/`.
//! Topics have names of their own there, spelled in pinyin.

use crate::model::{Edition, Lexicon, Report};

use super::Route;

/// What a frame shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// The whole explorer.
    Explorer,
    /// The search page.
    Search,
    /// One chart, by its id.
    Chart(String),
    /// One figure, by its id.
    Figure(String),
    /// The figures of one topic, by [`topic_id`].
    Topic(String),
    /// The report beside another one, by the slug of that.
    Comparison(String),
}

impl View {
    /// `chart/<id>`: the address below `embed/`, and the value of the element's attribute.
    pub fn path(&self) -> String {
        match self {
            Self::Explorer => "explorer".to_string(),
            Self::Search => "search".to_string(),
            Self::Chart(id) => format!("chart/{id}"),
            Self::Figure(id) => format!("figure/{id}"),
            Self::Topic(id) => format!("topic/{id}"),
            Self::Comparison(slug) => format!("compare/{slug}"),
        }
    }

    /// The view of that path.
    pub fn parse(path: &str) -> Option<Self> {
        match path.split_once('/') {
            None if path == "explorer" => Some(Self::Explorer),
            None if path == "search" => Some(Self::Search),
            Some((_, id)) if id.is_empty() || id.contains('/') => None,
            Some(("chart", id)) => Some(Self::Chart(id.to_string())),
            Some(("figure", id)) => Some(Self::Figure(id.to_string())),
            Some(("topic", id)) => Some(Self::Topic(id.to_string())),
            Some(("compare", slug)) => {
                Edition::of_slug(slug).map(|_| Self::Comparison(slug.to_string()))
            }
            _ => None,
        }
    }

    /// Every view of a report by itself.
    pub fn all(report: &Report) -> Vec<Self> {
        let mut views = vec![Self::Explorer, Self::Search];
        views.extend(report.charts.iter().map(|chart| Self::Chart(chart.id.clone())));
        views.extend(report.topics().into_iter().map(|topic| Self::Topic(topic_id(report, topic))));
        views.extend(report.figures.iter().map(|figure| Self::Figure(figure.id.clone())));
        views
    }

    /// The page that shows the same with everything around it.
    pub fn page(&self, edition: Edition) -> Route {
        match self {
            Self::Explorer => Route::Overview(edition),
            Self::Search => Route::Search(edition),
            Self::Chart(id) => Route::Chart(edition, id.clone()),
            Self::Figure(id) => Route::Figure(edition, id.clone()),
            Self::Topic(_) => Route::Figures(edition),
            Self::Comparison(slug) => Edition::of_slug(slug)
                .map_or(Route::Comparisons, |other| Route::Compare(other, edition)),
        }
    }

    /// Whether the program runs in it; the others are plain HTML.
    pub fn has_program(&self) -> bool {
        matches!(self, Self::Explorer | Self::Search)
    }

    /// What it shows, in a few words.
    pub fn title(&self, report: &Report) -> String {
        match self {
            Self::Topic(id) => topic_of(report, id).unwrap_or_default().to_string(),
            _ => self.page(report.edition()).title(report),
        }
    }
}

/// A topic's name in addresses: how it is read, syllable by syllable (`zhong-dian-ling-yu-li-fa`).
/// It hangs on the topic alone; that no two of a report are alike is checked (`topics-apart`).
pub fn topic_id(report: &Report, topic: &str) -> String {
    let reading = |ch: char| {
        Lexicon::pairs(&report.lexicon.readings)
            .find(|(_, chars)| chars.contains(ch))
            .map(|(reading, _)| reading)
            .filter(|reading| reading.is_ascii())
    };
    let letters = topic.chars().filter(|ch| {
        ch.is_ascii_alphanumeric()
            || !ch.is_ascii() && !matches!(ch, '“' | '”' | '、' | '（' | '）' | '《' | '》')
    });
    let syllables: Vec<String> = letters
        .map(|ch| reading(ch).map_or_else(|| format!("{:x}", u32::from(ch)), str::to_string))
        .collect();
    syllables.join("-")
}

/// The topic of that id.
pub fn topic_of<'report>(report: &'report Report, id: &str) -> Option<&'report str> {
    report.topics().into_iter().find(|topic| topic_id(report, topic) == id)
}
