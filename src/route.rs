//! Every page's address, title and description, and how one page links to another. Addresses are
//! relative, so that the site works below any folder of any host: a page knows how deep it lies in
//! the site, but not where the site is.

mod place;
mod preset;
mod view;

use crate::model::{Chart, Report};
use crate::words::WORDS;

pub use place::{
    ChartOptions, Choice, FigureFilter, Place, SearchState, Selection, percent_encode,
};
pub use preset::Preset;
pub use view::{View, topic_id, topic_of};

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `index.html`: the overview of the newest year.
    Home,
    /// `2020/`.
    Overview(u16),
    /// `2020/report/`.
    Report(u16),
    /// `2020/figures/`.
    Figures(u16),
    /// `2020/figures/<id>/`.
    Figure(u16, String),
    /// `2020/charts/`.
    Charts(u16),
    /// `2020/charts/<id>/`.
    Chart(u16, String),
    /// `2020/charts/custom/`: a chart of figures the reader chose.
    CustomChart(u16),
    /// `2020/pictures/`: 一图读懂.
    Pictures(u16),
    /// `2020/search/`.
    Search(u16),
    /// `2020/audit/`: every number of the text, and what accounts for it.
    Audit(u16),
    /// `2020/embed/<view>/`: a view for frames in other people's pages.
    Embed(u16, View),
    /// `about/`.
    About,
    /// `embed-guide/`: makes the codes for frames, and says how to use them.
    EmbedGuide,
    /// `deploy/`: how to put the site on a server.
    Deploy,
    /// `desk/`: where any report is opened, corrected and published.
    Desk,
    /// `404.html`.
    NotFound,
}

impl Route {
    /// The address from the site's root; a folder ends in `/`.
    pub fn path(&self) -> String {
        match self {
            Self::Home => String::new(),
            Self::Overview(year) => format!("{year}/"),
            Self::Report(year) => format!("{year}/report/"),
            Self::Figures(year) => format!("{year}/figures/"),
            Self::Figure(year, id) => format!("{year}/figures/{id}/"),
            Self::Charts(year) => format!("{year}/charts/"),
            Self::Chart(year, id) => format!("{year}/charts/{id}/"),
            Self::CustomChart(year) => format!("{year}/charts/custom/"),
            Self::Pictures(year) => format!("{year}/pictures/"),
            Self::Search(year) => format!("{year}/search/"),
            Self::Audit(year) => format!("{year}/audit/"),
            Self::Embed(year, view) => format!("{year}/embed/{}/", view.path()),
            Self::About => "about/".to_string(),
            Self::EmbedGuide => "embed-guide/".to_string(),
            Self::Deploy => "deploy/".to_string(),
            Self::Desk => "desk/".to_string(),
            Self::NotFound => "404.html".to_string(),
        }
    }

    /// The page at an address from the root, `index.html` written out or not.
    pub fn parse(path: &str) -> Self {
        let path = path.strip_suffix("index.html").unwrap_or(path);
        if let Some((year, view)) = path.split_once("/embed/") {
            let year = year.parse::<u16>().ok().filter(|_| year.len() == 4);
            let view = View::parse(view.trim_end_matches('/'));
            return year.zip(view).map_or(Self::NotFound, |(year, view)| Self::Embed(year, view));
        }
        let mut steps = path.split('/').filter(|step| !step.is_empty());
        let Some(first) = steps.next() else { return Self::Home };
        let second = steps.next();
        let third = steps.next();
        if steps.next().is_some() {
            return Self::NotFound;
        }
        let year = first.parse::<u16>().ok().filter(|_| first.len() == 4);
        match (year, second, third) {
            (None, None, None) if first == "about" => Self::About,
            (None, None, None) if first == "embed-guide" => Self::EmbedGuide,
            (None, None, None) if first == "deploy" => Self::Deploy,
            (None, None, None) if first == "desk" => Self::Desk,
            (Some(year), None, None) => Self::Overview(year),
            (Some(year), Some("report"), None) => Self::Report(year),
            (Some(year), Some("figures"), None) => Self::Figures(year),
            (Some(year), Some("figures"), Some(id)) => Self::Figure(year, id.to_string()),
            (Some(year), Some("charts"), None) => Self::Charts(year),
            (Some(year), Some("charts"), Some(Chart::CUSTOM)) => Self::CustomChart(year),
            (Some(year), Some("charts"), Some(id)) => Self::Chart(year, id.to_string()),
            (Some(year), Some("pictures"), None) => Self::Pictures(year),
            (Some(year), Some("search"), None) => Self::Search(year),
            (Some(year), Some("audit"), None) => Self::Audit(year),
            _ => Self::NotFound,
        }
    }

    /// The year the page is of; none where it is of the whole site.
    pub fn year(&self) -> Option<u16> {
        match self {
            Self::Overview(year)
            | Self::Report(year)
            | Self::Figures(year)
            | Self::Figure(year, _)
            | Self::Charts(year)
            | Self::Chart(year, _)
            | Self::CustomChart(year)
            | Self::Pictures(year)
            | Self::Search(year)
            | Self::Audit(year)
            | Self::Embed(year, _) => Some(*year),
            Self::Home
            | Self::About
            | Self::EmbedGuide
            | Self::Deploy
            | Self::Desk
            | Self::NotFound => None,
        }
    }

    /// The way from this page up to the root: `../../` from `2020/report/`, `./` from the root
    /// itself.
    pub fn root(&self) -> String {
        match self.path().matches('/').count() {
            0 => "./".to_string(),
            depth => "../".repeat(depth),
        }
    }

    /// The address of `to`, as a link on this page has it.
    pub fn href(&self, to: &Self) -> String {
        format!("{}{}", self.root(), to.path())
    }

    /// Every page of one year.
    pub fn all(report: &Report) -> Vec<Self> {
        let year = report.year;
        let mut routes = vec![
            Self::Overview(year),
            Self::Report(year),
            Self::Figures(year),
            Self::Charts(year),
            Self::CustomChart(year),
            Self::Pictures(year),
            Self::Search(year),
            Self::Audit(year),
        ];
        routes.extend(report.figures.iter().map(|figure| Self::Figure(year, figure.id.clone())));
        routes.extend(report.charts.iter().map(|chart| Self::Chart(year, chart.id.clone())));
        routes.extend(View::all(report).into_iter().map(|view| Self::Embed(year, view)));
        routes
    }

    /// Whether the program can show the page of `report` without loading another one.
    pub fn exists(&self, report: &Report) -> bool {
        match self {
            Self::Figure(_, id) => report.figure(id).is_some(),
            Self::Chart(_, id) => report.chart(id).is_some(),
            // Plain HTML is left to the browser.
            _ if !self.has_program() => false,
            Self::Embed(..) => false,
            _ => true,
        }
    }

    /// Whether the program runs on the page; the others are plain HTML.
    pub fn has_program(&self) -> bool {
        match self {
            Self::Embed(_, view) => view.has_program(),
            Self::EmbedGuide | Self::Deploy | Self::Desk | Self::NotFound => false,
            _ => true,
        }
    }

    /// Title of the page, without the site's.
    pub fn title(&self, report: &Report) -> String {
        let words = &WORDS.pages;
        match self {
            Self::Home | Self::Overview(_) => report.title.clone(),
            Self::Report(_) => words.report.to_string(),
            Self::Figures(_) => words.all_figures.to_string(),
            Self::Figure(_, id) => report.figure(id).map_or_else(
                || words.no_figure.to_string(),
                |figure| (WORDS.punctuation.labelled)(&figure.label, &figure.quantity.printed()),
            ),
            Self::Charts(_) => words.charts.to_string(),
            Self::Chart(_, id) => report
                .chart(id)
                .map_or_else(|| words.no_chart.to_string(), |chart| chart.title.clone()),
            Self::CustomChart(_) => words.custom_chart.to_string(),
            Self::Pictures(_) => words.pictures.to_string(),
            Self::Search(_) => words.search.to_string(),
            Self::Audit(_) => words.audit.to_string(),
            Self::Embed(_, view) => view.title(report),
            Self::About => words.about.to_string(),
            Self::EmbedGuide => words.embed_guide.to_string(),
            Self::Deploy => words.deploy.to_string(),
            Self::Desk => words.desk.to_string(),
            Self::NotFound => words.not_found.to_string(),
        }
    }

    /// Title for the browser's tab and for forwarded links; no two pages of a site share one.
    pub fn full_title(&self, report: &Report) -> String {
        let words = &WORDS.pages;
        match self {
            Self::Home => report.title.clone(),
            Self::Overview(year) => (words.overview_of)(*year, &report.title),
            Self::About | Self::EmbedGuide | Self::Deploy | Self::Desk => {
                format!("{} · {}", self.title(report), (words.site)(&report.site.place))
            }
            Self::Embed(_, view) => (words.embedded)(&view.title(report), &report.title),
            _ => format!("{} · {}", self.title(report), report.title),
        }
    }

    /// One or two sentences on what the page holds.
    pub fn description(&self, report: &Report) -> String {
        let (words, title) = (&WORDS.descriptions, &report.title);
        match self {
            Self::Home | Self::Overview(_) => (words.overview)(title, report.figures.len()),
            Self::Report(_) => (words.report)(title),
            Self::Figures(_) => (words.figures)(title, report.figures.len()),
            Self::Figure(_, id) => report.figure(id).map_or_else(String::new, |figure| {
                let value = figure.quantity.printed();
                (words.figure)(&figure.label, &value, report.sentence_of(figure))
            }),
            Self::Charts(_) => (words.charts)(title, report.charts.len()),
            Self::Chart(_, id) => report.chart(id).map_or_else(String::new, |chart| {
                (words.chart)(&chart.subtitle, &chart.description)
            }),
            Self::CustomChart(_) => (words.custom_chart)(title),
            Self::Pictures(_) => (words.pictures)(title),
            Self::Search(_) => (words.search)(title),
            Self::Audit(_) => (words.audit)(title),
            Self::Embed(_, view) => (words.embedded)(title, &view.title(report)),
            Self::EmbedGuide => words.embed_guide.to_string(),
            Self::Deploy => words.deploy.to_string(),
            Self::Desk => words.desk.to_string(),
            Self::About => words.about.to_string(),
            Self::NotFound => words.not_found.to_string(),
        }
    }
}
