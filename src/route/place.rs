//! What a reader chose on a page, as the address has it: filter, view, query, and what is open.

use super::Route;
use crate::model::Report;

/// How the reader wants a chart; the part of the address behind `?`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartView {
    /// `view=table`: as a table.
    pub table: bool,
    /// `sort=value` or `sort=report`; else as the editor has it.
    pub sort: String,
}

impl ChartView {
    /// The view that the named values of a query give.
    pub fn read(get: impl Fn(&str) -> String) -> Self {
        let sort = get("sort");
        Self { table: get("view") == "table", sort: if matches!(sort.as_str(), "value" | "report") { sort } else { String::new() } }
    }

    /// Names and values for the query; empty ones are left out of an address.
    pub fn pairs(&self) -> Vec<(&'static str, &str)> {
        let view = if self.table { "table" } else { "" };
        vec![("view", view), ("sort", self.sort.as_str())]
    }
}

/// What the reader opened on a page; the part of the address behind `#`.
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

/// What the reader chose on the 指标 page; the part of the address behind `?`.
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
    /// The filter that the named values of a query give; `get` answers with an empty string for what is not there.
    pub fn read(get: impl Fn(&str) -> String) -> Self {
        Self { topic: get("topic"), unit: get("unit"), by_value: get("sort") == "value" }
    }

    /// Names and values for the query; empty ones are left out of an address.
    pub fn pairs(&self) -> Vec<(&'static str, &str)> {
        let sort = if self.by_value { "value" } else { "" };
        vec![("topic", self.topic.as_str()), ("unit", self.unit.as_str()), ("sort", sort)]
    }
}

/// What the reader looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finding {
    /// `q=`: the query, as typed.
    pub query: String,
    /// `hit=`: which of the places found in the text is shown, from 1; 0 for none.
    pub hit: u32,
}

impl Finding {
    /// A query with none of its places shown.
    pub fn of(query: &str) -> Self {
        Self { query: query.to_string(), hit: 0 }
    }
}

/// A page and all that the reader chose on it: the whole of the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The page.
    pub route: Route,
    /// What is open on it.
    pub selection: Option<Selection>,
    /// What the table of figures shows.
    pub filter: FigureFilter,
    /// How a chart is shown.
    pub view: ChartView,
    /// What is looked for.
    pub finding: Finding,
    /// `large=1`: in large print (长辈版); it goes along from page to page.
    pub large: bool,
}

impl Place {
    /// The page with nothing chosen.
    pub fn page(route: Route) -> Self {
        Self { route, selection: None, filter: FigureFilter::default(), view: ChartView::default(), finding: Finding::default(), large: false }
    }

    /// The place that a fragment and the named values of a query give; `get` answers with an empty string for what is
    /// not there.
    pub fn read(route: Route, fragment: &str, get: impl Fn(&str) -> String) -> Self {
        Self {
            selection: Selection::parse(fragment),
            filter: FigureFilter::read(&get),
            view: ChartView::read(&get),
            finding: Finding { query: get("q"), hit: get("hit").parse().unwrap_or_default() },
            large: get("large") == "1",
            route,
        }
    }

    /// Names and values for the query; only those of the page at hand, empty ones left out.
    pub fn query(&self) -> Vec<(&'static str, String)> {
        let mut pairs = match self.route {
            Route::Figures(_) => self.filter.pairs(),
            Route::Chart(..) => self.view.pairs(),
            Route::Search(_) | Route::Report(_) => vec![("q", self.finding.query.as_str())],
            _ => Vec::new(),
        };
        pairs.push(("large", if self.large { "1" } else { "" }));
        let mut pairs: Vec<(&str, String)> =
            pairs.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| (name, value.to_string())).collect();
        if matches!(self.route, Route::Report(_)) && self.finding.hit > 0 {
            pairs.push(("hit", self.finding.hit.to_string()));
        }
        pairs
    }

    /// The address of this place, as a link on the page `from` has it.
    pub fn href(&self, from: &Route) -> String {
        let mut href = from.href(&self.route);
        for (at, (name, value)) in self.query().into_iter().enumerate() {
            href += &format!("{}{name}={}", if at == 0 { '?' } else { '&' }, percent_encode(&value));
        }
        if let Some(selection) = &self.selection {
            href += &format!("#{}", selection.fragment());
        }
        href
    }

    /// Whether this only narrows down what `before` shows, so that it is no step of its own for the Back button: more
    /// letters of a query, the next of the places found.
    pub fn refines(&self, before: &Self) -> bool {
        let searching = matches!(self.route, Route::Search(_)) || !before.finding.query.is_empty();
        self.route == before.route && self.finding != before.finding && searching
    }
}

/// Everything but letters, digits and `-._~` as bytes in hex (RFC 3986, 2.1).
fn percent_encode(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
