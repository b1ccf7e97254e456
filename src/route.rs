//! Every page's address, title and description, and how one page links to another. Addresses are
//! relative, so that the site works below any folder of any host: a page knows how deep it lies in
//! the site, but not where the site is.

mod place;
mod preset;
mod view;

use crate::model::{Chart, Edition, Editions, Report};
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
    Overview(Edition),
    /// `2020/report/`.
    Report(Edition),
    /// `2020/figures/`.
    Figures(Edition),
    /// `2020/figures/<id>/`.
    Figure(Edition, String),
    /// `2020/charts/`.
    Charts(Edition),
    /// `2020/charts/<id>/`.
    Chart(Edition, String),
    /// `2020/charts/custom/`: a chart of figures the reader chose.
    CustomChart(Edition),
    /// `2020/pictures/`: 一图读懂.
    Pictures(Edition),
    /// `2020/search/`.
    Search(Edition),
    /// `2020/audit/`: every number of the text, and what accounts for it.
    Audit(Edition),
    /// `2020/embed/<view>/`: a view for frames in other people's pages.
    Embed(Edition, View),
    /// `2020/about/`: the report's files, source and terms, and how its numbers are read.
    AboutReport(Edition),
    /// `about/`: the same of the home page's report.
    About,
    /// `compare/`: every report of the site, and which of them stand side by side.
    Comparisons,
    /// `compare/2020/2021/`, `compare/luohu-2022/nanshan-2022/`: two reports side by side, the older
    /// first.
    Compare(Edition, Edition),
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
            Self::Overview(edition) => format!("{edition}/"),
            Self::Report(edition) => format!("{edition}/report/"),
            Self::Figures(edition) => format!("{edition}/figures/"),
            Self::Figure(edition, id) => format!("{edition}/figures/{id}/"),
            Self::Charts(edition) => format!("{edition}/charts/"),
            Self::Chart(edition, id) => format!("{edition}/charts/{id}/"),
            Self::CustomChart(edition) => format!("{edition}/charts/custom/"),
            Self::Pictures(edition) => format!("{edition}/pictures/"),
            Self::Search(edition) => format!("{edition}/search/"),
            Self::Audit(edition) => format!("{edition}/audit/"),
            Self::Embed(edition, view) => format!("{edition}/embed/{}/", view.path()),
            Self::AboutReport(edition) => format!("{edition}/about/"),
            Self::About => "about/".to_string(),
            Self::Comparisons => "compare/".to_string(),
            Self::Compare(one, other) => format!("compare/{}/{}/", one.slug(), other.slug()),
            Self::EmbedGuide => "embed-guide/".to_string(),
            Self::Deploy => "deploy/".to_string(),
            Self::Desk => "desk/".to_string(),
            Self::NotFound => "404.html".to_string(),
        }
    }

    /// The page at an address from the root, `index.html` written out or not.
    pub fn parse(path: &str) -> Self {
        let path = path.strip_suffix("index.html").unwrap_or(path);
        if let Some((edition, view)) = path.split_once("/embed/") {
            let view = View::parse(view.trim_end_matches('/'));
            return Edition::parse(edition)
                .zip(view)
                .map_or(Self::NotFound, |(edition, view)| Self::Embed(edition, view));
        }
        let steps: Vec<&str> = path.split('/').filter(|step| !step.is_empty()).collect();
        // A folder of a place lies above its years.
        let of_edition = (1..=steps.len().min(2)).find_map(|n_steps| {
            Some((Edition::parse(&steps[..n_steps].join("/"))?, &steps[n_steps..]))
        });
        let Some((edition, below)) = of_edition else {
            return match steps[..] {
                [] => Self::Home,
                ["about"] => Self::About,
                ["compare"] => Self::Comparisons,
                ["compare", one, other] => Edition::of_slug(one)
                    .zip(Edition::of_slug(other))
                    .map_or(Self::NotFound, |(one, other)| Self::Compare(one, other)),
                ["embed-guide"] => Self::EmbedGuide,
                ["deploy"] => Self::Deploy,
                ["desk"] => Self::Desk,
                _ => Self::NotFound,
            };
        };
        match *below {
            [] => Self::Overview(edition),
            ["report"] => Self::Report(edition),
            ["figures"] => Self::Figures(edition),
            ["figures", id] => Self::Figure(edition, id.to_string()),
            ["charts"] => Self::Charts(edition),
            ["charts", Chart::CUSTOM] => Self::CustomChart(edition),
            ["charts", id] => Self::Chart(edition, id.to_string()),
            ["pictures"] => Self::Pictures(edition),
            ["search"] => Self::Search(edition),
            ["audit"] => Self::Audit(edition),
            ["about"] => Self::AboutReport(edition),
            _ => Self::NotFound,
        }
    }

    /// The edition the page is of; none where it is of the whole site.
    pub fn edition(&self) -> Option<Edition> {
        match self {
            Self::Overview(edition)
            | Self::Report(edition)
            | Self::Figures(edition)
            | Self::Figure(edition, _)
            | Self::Charts(edition)
            | Self::Chart(edition, _)
            | Self::CustomChart(edition)
            | Self::Pictures(edition)
            | Self::Search(edition)
            | Self::Audit(edition)
            | Self::AboutReport(edition)
            | Self::Embed(edition, _) => Some(*edition),
            Self::Home
            | Self::About
            | Self::Comparisons
            | Self::Compare(..)
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

    /// Every page of one report.
    pub fn all(report: &Report) -> Vec<Self> {
        let edition = report.edition();
        let mut routes = vec![
            Self::Overview(edition),
            Self::Report(edition),
            Self::Figures(edition),
            Self::Charts(edition),
            Self::CustomChart(edition),
            Self::Pictures(edition),
            Self::Search(edition),
            Self::Audit(edition),
            Self::AboutReport(edition),
        ];
        routes.extend(report.figures.iter().map(|figure| Self::Figure(edition, figure.id.clone())));
        routes.extend(report.charts.iter().map(|chart| Self::Chart(edition, chart.id.clone())));
        routes.extend(View::all(report).into_iter().map(|view| Self::Embed(edition, view)));
        routes
    }

    /// Whether the program can show the page without loading another one.
    pub fn is_at_hand(&self, report: &Report, editions: &Editions) -> bool {
        // Pages of the whole site are of the home page's report: a program with another has them not.
        let own = self.edition().unwrap_or(editions.home);
        // What a figure was in other years stands in its HTML alone.
        let has_more = matches!(self, Self::Figure(..)) && editions.years.len() > 1;
        own == report.edition() && !has_more && self.exists(report)
    }

    /// Whether a program has the page of `report`.
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
            Self::Comparisons
            | Self::Compare(..)
            | Self::EmbedGuide
            | Self::Deploy
            | Self::Desk
            | Self::NotFound => false,
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
            Self::AboutReport(_) | Self::About => words.about.to_string(),
            Self::Comparisons => words.archive.to_string(),
            Self::Compare(..) => words.compare.to_string(),
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
            Self::Overview(edition) => (words.overview_of)(edition.year, &report.title),
            Self::About
            | Self::Comparisons
            | Self::Compare(..)
            | Self::EmbedGuide
            | Self::Deploy
            | Self::Desk => {
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
            Self::Comparisons => words.archive.to_string(),
            Self::Compare(..) => words.compare.to_string(),
            Self::EmbedGuide => words.embed_guide.to_string(),
            Self::Deploy => words.deploy.to_string(),
            Self::Desk => words.desk.to_string(),
            Self::AboutReport(_) | Self::About => words.about.to_string(),
            Self::NotFound => words.not_found.to_string(),
        }
    }
}
