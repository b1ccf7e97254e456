//! A page with all that a reader chose on it (filter, chart options, query, what is open), and how
//! the address holds it. There is no other state.

use crate::model::{Edition, Report};

use super::{Preset, Route};

/// How the reader wants a chart, on screen and saved. In the address behind `?`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartOptions {
    /// `view=table`: as a table.
    pub table: bool,
    /// `sort=value` or `sort=report`; else as the editor has it.
    pub sort: String,
    /// `export=1`: the ways to save it are open.
    pub export: bool,
    /// `size=1280x720`: the [`Preset`] it is saved in; empty for its own size.
    pub size: String,
    /// `scale=2` or `scale=4`: pixels saved for each of its own; else 1.
    pub scale: String,
    /// `theme=dark`.
    pub dark: bool,
    /// `qr=1`: with the QR code of its address.
    pub qr_code: bool,
    /// `notes=0`: without its notes.
    pub without_notes: bool,
}

impl ChartOptions {
    /// The options in the address; `get` gives the value of a name. Unknown values are
    /// ignored.
    pub fn read(get: impl Fn(&str) -> String) -> Self {
        let known = |name: &str, values: &[&str]| {
            Some(get(name)).filter(|value| values.contains(&value.as_str())).unwrap_or_default()
        };
        Self {
            table: get("view") == "table",
            sort: known("sort", &["value", "report"]),
            export: get("export") == "1",
            size: known("size", &Preset::ALL.map(Preset::id)),
            scale: known("scale", &["2", "4"]),
            dark: get("theme") == "dark",
            qr_code: get("qr") == "1",
            without_notes: get("notes") == "0",
        }
    }

    /// Names and values for the query; empty ones are left out of an address.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let set = |is: bool, value: &str| if is { value.to_string() } else { String::new() };
        vec![
            ("view", set(self.table, "table")),
            ("sort", self.sort.clone()),
            ("export", set(self.export, "1")),
            ("size", self.size.clone()),
            ("scale", self.scale.clone()),
            ("theme", set(self.dark, "dark")),
            ("qr", set(self.qr_code, "1")),
            ("notes", set(self.without_notes, "0")),
        ]
    }
}

/// The figures a reader chose for a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// `figures=a,b`: their ids, in the order chosen.
    pub figures: Vec<String>,
    /// `title=`: the headline the reader gave it; empty for one made from the labels.
    pub title: String,
}

impl Choice {
    /// The choice in the address; `get` gives the value of a name.
    pub fn read(get: impl Fn(&str) -> String) -> Self {
        let figures =
            get("figures").split(',').filter(|id| !id.is_empty()).map(str::to_string).collect();
        Self { figures, title: get("title") }
    }

    /// Names and values for the query.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        vec![("figures", self.figures.join(",")), ("title", self.title.clone())]
    }

    /// The choice with a figure added, or removed if it was in.
    pub fn toggled(&self, id: &str) -> Self {
        let mut next = self.clone();
        match next.figures.iter().position(|known| known == id) {
            Some(at) => drop(next.figures.remove(at)),
            None => next.figures.push(id.to_string()),
        }
        next
    }
}

/// What the reader opened on a page. In the address behind `#`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// `#f-<id>`: a figure.
    Figure(String),
    /// `#t-<id>`: a term.
    Term(String),
    /// `#s<number>`: a sentence.
    Sentence(u32),
}

impl Selection {
    /// The selection that a fragment names, without its `#`.
    pub fn parse(fragment: &str) -> Option<Self> {
        if let Some(id) = fragment.strip_prefix("f-") {
            Some(Self::Figure(id.to_string()))
        } else if let Some(id) = fragment.strip_prefix("t-") {
            Some(Self::Term(id.to_string()))
        } else {
            fragment.strip_prefix('s').and_then(|number| number.parse().ok()).map(Self::Sentence)
        }
    }

    /// The fragment, without its `#`.
    pub fn fragment(&self) -> String {
        match self {
            Self::Figure(id) => format!("f-{id}"),
            Self::Term(id) => format!("t-{id}"),
            Self::Sentence(number) => format!("s{number}"),
        }
    }

    /// Whether the report has it.
    pub fn exists(&self, report: &Report) -> bool {
        match self {
            Self::Figure(id) => report.figure(id).is_some(),
            Self::Term(id) => report.term(id).is_some(),
            Self::Sentence(number) => report.sentence(*number).is_some(),
        }
    }
}

/// What the reader chose on the 指标 page. In the address behind `?`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FigureFilter {
    /// `topic=`: only this field of work.
    pub topic: String,
    /// `unit=`: only this unit.
    pub unit: String,
    /// `sort=value`: by value within each unit, largest first; else as the report has them.
    pub by_value: bool,
}

impl FigureFilter {
    /// The filter in the address; `get` gives the value of a name, empty for one that is not there.
    pub fn read(get: impl Fn(&str) -> String) -> Self {
        Self { topic: get("topic"), unit: get("unit"), by_value: get("sort") == "value" }
    }

    /// Names and values for the query; empty ones are left out of an address.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let sort = if self.by_value { "value" } else { "" };
        vec![("topic", self.topic.clone()), ("unit", self.unit.clone()), ("sort", sort.to_string())]
    }
}

/// What the reader looks for, and which of its matches in the text they are at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchState {
    /// `q=`: the query, as typed.
    pub query: String,
    /// `hit=`: number of the match shown, from 1 in the order of the text; 0 for none.
    pub match_number: u32,
}

impl SearchState {
    /// A query with no match shown.
    pub fn of(query: &str) -> Self {
        Self { query: query.to_string(), match_number: 0 }
    }
}

/// A page and all that the reader chose on it: the whole of the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The page.
    pub route: Route,
    /// What is open on it.
    pub selection: Option<Selection>,
    /// The id of the part of the page that the address leads to, `section-1-3`, where nothing is
    /// open.
    pub anchor: Option<String>,
    /// What the table of figures shows.
    pub filter: FigureFilter,
    /// How a chart is shown and saved.
    pub chart_options: ChartOptions,
    /// Which figures are chosen for a chart.
    pub choice: Choice,
    /// What is looked for.
    pub search: SearchState,
    /// `large=1`: in large print (长辈版), which links to other pages keep.
    pub large: bool,
    /// `contrast=1`: black on white, which links to other pages keep.
    pub contrast: bool,
}

impl Place {
    /// The page with nothing chosen.
    pub fn page(route: Route) -> Self {
        Self {
            route,
            selection: None,
            anchor: None,
            filter: FigureFilter::default(),
            chart_options: ChartOptions::default(),
            choice: Choice::default(),
            search: SearchState::default(),
            large: false,
            contrast: false,
        }
    }

    /// Something opened in the report's text.
    pub fn in_text(edition: Edition, selection: Selection) -> Self {
        Self { selection: Some(selection), ..Self::page(Route::Report(edition)) }
    }

    /// Another page with nothing chosen, in the print the reader has.
    pub fn to(&self, route: Route) -> Self {
        Self { large: self.large, contrast: self.contrast, ..Self::page(route) }
    }

    /// The place that an address means: `fragment` is its part behind `#`, and `get` gives the
    /// value of a name in its query, empty for one that is not there.
    pub fn read(route: Route, fragment: &str, get: impl Fn(&str) -> String) -> Self {
        let selection = Selection::parse(fragment);
        let is_anchor = selection.is_none() && !fragment.is_empty();
        Self {
            selection,
            anchor: is_anchor.then(|| fragment.to_string()),
            filter: FigureFilter::read(&get),
            chart_options: ChartOptions::read(&get),
            choice: Choice::read(&get),
            search: SearchState {
                query: get("q"),
                match_number: get("hit").parse().unwrap_or_default(),
            },
            large: get("large") == "1",
            contrast: get("contrast") == "1",
            route,
        }
    }

    /// Names and values for the query: those that this page has, empty ones left out.
    pub fn query(&self) -> Vec<(&'static str, String)> {
        let mut pairs = match self.route {
            Route::Figures(_) => [self.filter.pairs(), self.choice.pairs()].concat(),
            Route::Chart(..) => self.chart_options.pairs(),
            Route::CustomChart(_) => [self.choice.pairs(), self.chart_options.pairs()].concat(),
            Route::Search(_) => vec![("q", self.search.query.clone())],
            Route::Report(_) => {
                let SearchState { query, match_number } = &self.search;
                let hit = if *match_number > 0 { match_number.to_string() } else { String::new() };
                vec![("q", query.clone()), ("hit", hit)]
            }
            _ => Vec::new(),
        };
        for (name, is_set) in [("large", self.large), ("contrast", self.contrast)] {
            pairs.push((name, if is_set { "1".to_string() } else { String::new() }));
        }
        pairs.retain(|(_, value)| !value.is_empty());
        pairs
    }

    /// The address of this place, as a link on the page `from` has it.
    pub fn href(&self, from: &Route) -> String {
        let mut href = from.href(&self.route);
        for (at, (name, value)) in self.query().into_iter().enumerate() {
            href +=
                &format!("{}{name}={}", if at == 0 { '?' } else { '&' }, percent_encode(&value));
        }
        if let Some(fragment) = self.fragment() {
            href += &format!("#{fragment}");
        }
        href
    }

    /// The part of the address behind `#`, without it.
    pub fn fragment(&self) -> Option<String> {
        self.selection.as_ref().map(Selection::fragment).or_else(|| self.anchor.clone())
    }

    /// The same place with something open, or with nothing.
    pub fn with(&self, selection: Option<Selection>) -> Self {
        Self { selection, anchor: None, ..self.clone() }
    }

    /// Whether this only refines what `before` shows, so that the Back button skips `before`: more
    /// letters of a query on the page of results, the next match of the same query in the text, no
    /// query any more, one more figure chosen, another size to save in.
    pub fn refines(&self, before: &Self) -> bool {
        let goes_on = self.search.query.is_empty() || self.search.query == before.search.query;
        let searching = match self.route {
            Route::Search(_) => true,
            _ => goes_on && !before.search.query.is_empty(),
        };
        let searched_on = self.search != before.search && searching;
        let saving = self.chart_options.export && before.chart_options.export;
        self.route == before.route && (searched_on || saving || self.choice != before.choice)
    }
}

/// Everything but letters, digits and `-._~` as bytes in hex (RFC 3986, 2.1).
pub fn percent_encode(text: &str) -> String {
    let plain =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
    text.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
