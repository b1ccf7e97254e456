//! Two reports side by side: figures of like meaning, what lies between them, and what became of what was
//! planned. Everything here is computed and marked as that; nothing is judged.

pub mod difference;
pub mod pairing;
pub mod promise;

pub use difference::{Difference, Stated, difference, stated_change};
pub use pairing::{Basis, Pair, pairs};
pub use promise::{Answer, Answers, Promise, promises};

use crate::ingest::annotation::{Occurrence, locate};
use crate::issue::Issue;
use crate::model::{Edition, Figure, Report};
use crate::period::Period;
use crate::words::COMPARISON as WORDS;

/// Two reports with all that there is to say of both.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The older one or, of two places, the first.
    pub earlier: &'static Report,
    /// The other.
    pub later: &'static Report,
    /// Figures of like meaning.
    pub pairs: Vec<Pair>,
    /// What the earlier one promises, where both are of one place.
    pub promises: Vec<Promise>,
}

/// Per cent below which nobody says that something has changed.
const LEAST_CHANGE: f64 = 1.0;

/// Why a figure has none beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The other report has no number of its unit.
    NoSuchUnit,
    /// None that speaks of the same, or several that cannot be told apart.
    NotAlike,
    /// An editor says that there is none.
    Decided,
}

impl Comparison {
    /// Compares two reports.
    pub fn of(earlier: &'static Report, later: &'static Report) -> Self {
        let is_one_place = earlier.folder == later.folder;
        let promises = if is_one_place { promises(earlier, later) } else { Vec::new() };
        Self { earlier, later, pairs: pairs(earlier, later), promises }
    }

    /// Whether both are of one place.
    pub fn is_of_one_place(&self) -> bool {
        self.earlier.folder == self.later.folder
    }

    /// Whether both are of places of one kind, by the last character of their names: what a city counts and what one
    /// of its districts does stand beside each other, and nothing lies between them.
    pub fn is_of_one_scope(&self) -> bool {
        let kind = |report: &Report| report.site.place.chars().next_back();
        self.is_of_one_place() || kind(self.earlier) == kind(self.later)
    }

    /// What the reports are called beside each other: 2020年, or 罗湖区2020年.
    pub fn names(&self) -> [String; 2] {
        [self.earlier, self.later].map(|report| match self.is_of_one_place() {
            true => (WORDS.year)(report.year),
            false => (WORDS.place_and_year)(&report.site.place, report.year),
        })
    }

    /// What the two figures of a pair are called: as the reports, or what else of them they are of.
    pub fn names_of(&self, pair: &Pair) -> [String; 2] {
        let [one, other] = self.names();
        let [earlier, later] = pair.periods;
        [name_of(one, self.earlier, earlier), name_of(other, self.later, later)]
    }

    /// Title of the page.
    pub fn title(&self) -> String {
        let [one, other] = self.names();
        match self.is_of_one_place() {
            true => (WORDS.title)(&self.later.site.place, self.earlier.year, self.later.year),
            false => (WORDS.title_of_places)(&one, &other),
        }
    }

    /// The figures of a pair.
    pub fn figures(&self, pair: &Pair) -> [&'static Figure; 2] {
        [&self.earlier.figures[pair.earlier], &self.later.figures[pair.later]]
    }

    /// The `most` pairs that changed most, each with how much in per cent, from the largest rise to the largest
    /// fall. Both numbers are exact, of the year that is reported on, and not so far apart that one may be
    /// of another; none of two places, of which none rose or fell.
    pub fn largest_changes(&self, most: usize) -> Vec<(&Pair, f64)> {
        let change = |pair: &Pair| {
            let [one, other] = self.figures(pair).map(|figure| &figure.quantity);
            let is_doubtful = !pair.basis.is_confirmed() && difference::is_far_apart(one, other);
            if pair.is_explained || pair.periods != [Period::Year; 2] || is_doubtful {
                return None;
            }
            match difference(one, other) {
                Difference::Exact { share: Some(share), .. } if share.abs() >= LEAST_CHANGE => {
                    Some(share)
                }
                _ => None,
            }
        };
        if !self.is_of_one_place() {
            return Vec::new();
        }
        let mut changes: Vec<(&Pair, f64)> =
            self.pairs.iter().filter_map(|pair| Some((pair, change(pair)?))).collect();
        changes.sort_by(|(_, one), (_, other)| other.abs().total_cmp(&one.abs()));
        changes.truncate(most);
        changes.sort_by(|(_, one), (_, other)| other.total_cmp(one));
        changes
    }

    /// What is shown of it where there is little room: what changed most, each with how much in per cent; of two
    /// places, or where nothing can be said to have changed, the first pairs.
    pub fn shown_first(&self, most: usize) -> Vec<(&Pair, Option<f64>)> {
        let changes = self.largest_changes(most);
        if !changes.is_empty() {
            return changes.into_iter().map(|(pair, share)| (pair, Some(share))).collect();
        }
        let pairs = self.pairs.iter().filter(|pair| !pair.is_explained);
        pairs.take(most).map(|pair| (pair, None)).collect()
    }

    /// Whether [`Comparison::shown_first`] has anything.
    pub fn has_shown(&self) -> bool {
        self.pairs.iter().any(|pair| !pair.is_explained)
    }

    /// What stands above those rows, with a word where no editor has looked at all of them.
    pub fn note_of(rows: &[(&Pair, Option<f64>)]) -> String {
        let is_change = rows.iter().any(|(_, share)| share.is_some());
        let note = if is_change { WORDS.largest_computed } else { WORDS.like };
        match rows.iter().all(|(pair, _)| pair.basis.is_confirmed()) {
            true => note.to_string(),
            false => (WORDS.with_unconfirmed)(note),
        }
    }

    /// The two reports that it is from.
    pub fn source(&self) -> String {
        let titles = [self.earlier, self.later]
            .map(|report| (crate::words::WORDS.punctuation.titled)(&report.title));
        (WORDS.card_source)(&titles)
    }

    /// The two values of a pair in a few words: 91件 → 120件, or each with whose it is.
    pub fn values(&self, pair: &Pair) -> String {
        let [one, other] = self.figures(pair).map(|figure| figure.quantity.printed());
        let [first, second] = self.names();
        match self.is_of_one_place() {
            true => (WORDS.becomes)(&one, &other),
            false => (WORDS.beside)([&first, &one], [&second, &other]),
        }
    }

    /// The figures of the earlier report that have none beside them, with the reason.
    pub fn only_earlier(&self) -> Vec<(&'static Figure, Reason)> {
        let is_paired = |at: usize| self.pairs.iter().any(|pair| pair.earlier == at);
        alone(self.earlier, self.later, is_paired, |_| false)
    }

    /// The same of the later one.
    pub fn only_later(&self) -> Vec<(&'static Figure, Reason)> {
        let is_paired = |at: usize| self.pairs.iter().any(|pair| pair.later == at);
        let edition = self.earlier.edition().to_string();
        alone(self.later, self.earlier, is_paired, |figure| {
            self.later.pairs.iter().any(|pair| {
                pair.figure == figure.id && pair.edition == edition && pair.with.is_none()
            })
        })
    }
}

/// What a figure is called by its report's name and the period it is of.
pub fn name_of(name: String, report: &Report, period: Period) -> String {
    match period {
        Period::Year => name,
        Period::Next => (WORDS.planned)(&name, report.year + 1),
        Period::Begun => (WORDS.begun)(&name, report.year + 1),
        Period::Years => (WORDS.of_years)(&name),
    }
}

fn alone(
    report: &'static Report,
    other: &Report,
    is_paired: impl Fn(usize) -> bool,
    is_decided: impl Fn(&Figure) -> bool,
) -> Vec<(&'static Figure, Reason)> {
    let reason = |figure: &Figure| {
        let same_unit = |known: &Figure| known.quantity.unit == figure.quantity.unit;
        match () {
            () if is_decided(figure) => Reason::Decided,
            () if other.figures.iter().any(same_unit) => Reason::NotAlike,
            () => Reason::NoSuchUnit,
        }
    };
    report
        .figures
        .iter()
        .enumerate()
        .filter(|(at, _)| !is_paired(*at))
        .map(|(_, figure)| (figure, reason(figure)))
        .collect()
}

/// Most years of a place that are all compared with each other.
const FEW_YEARS: usize = 4;

/// Which of these reports, the home page's first, have a page of their own side by side: of one place each
/// year with the one before and with the newest, of few years all of them; and the newest of each other
/// place with the home page's. That is no more than two pages a report.
pub fn compared(reports: &[&'static Report]) -> Vec<(&'static Report, &'static Report)> {
    let mut compared = Vec::new();
    for place in reports.chunk_by(|one, other| one.folder == other.folder) {
        for (later_at, later) in place.iter().enumerate() {
            for (at, earlier) in place.iter().enumerate().skip(later_at + 1) {
                let is_next = at == later_at + 1;
                if is_next || later_at == 0 || place.len() <= FEW_YEARS {
                    compared.push((*earlier, *later));
                }
            }
        }
    }
    let Some(home) = reports.first() else { return compared };
    for place in reports.chunk_by(|one, other| one.folder == other.folder).skip(1) {
        // The same year, if both have it.
        let same_year = place.iter().find(|report| report.year == home.year);
        compared.push((*home, same_year.unwrap_or(&place[0])));
    }
    compared
}

/// The comparison of two editions among these, in either order; not all that have figures of like
/// meaning have one.
pub fn find(comparisons: &[Comparison], one: Edition, other: Edition) -> Option<&Comparison> {
    comparisons.iter().find(|comparison| {
        let both = [comparison.earlier.edition(), comparison.later.edition()];
        both == [one, other] || both == [other, one]
    })
}

/// What editors say of pairs and promises that the reports do not bear out; `file` is where a report's
/// annotations lie. What only one report is needed for is checked with it.
pub fn issues<'reports>(
    reports: &'reports [Report],
    file: impl Fn(&'reports Report) -> String,
) -> Vec<Issue> {
    let mut issues = Vec::new();
    for report in reports {
        let mut add = |problem: String, remedy: &str| {
            issues.push(Issue::new("comparison-found", &file(report), 1, &problem, remedy));
        };
        let find =
            |edition: &str| reports.iter().find(|known| known.edition().to_string() == edition);
        let no_report =
            |edition: &str| format!("配对（pairs、promises）写了「{edition}」，没有这份报告");
        let which = "edition 写另一份报告的文件夹，如 2019 或 luohu/2019";
        for pair in &report.pairs {
            match (find(&pair.edition), &pair.with) {
                (None, _) => add(no_report(&pair.edition), which),
                (Some(other), Some(with)) if other.figure(with).is_none() => add(
                    format!("指标「{}」配的「{with}」，{}的报告里没有", pair.figure, pair.edition),
                    "with 写那份报告的指标编号；那边没有同类的数，写 null",
                ),
                _ => {}
            }
        }
        for promise in &report.promises {
            let Some(other) = find(&promise.edition) else {
                add(no_report(&promise.edition), which);
                continue;
            };
            let quotes = [(other, Some(&promise.promise)), (report, promise.with.as_ref())];
            for (owner, quote) in quotes {
                let Some(quote) = quote else { continue };
                if !matches!(locate(owner, quote), Occurrence::Once(_)) {
                    add(
                        format!(
                            "承诺（promises）的引文「{quote}」在{}的报告里不是正好一次",
                            owner.edition()
                        ),
                        "从那份报告里照抄一段只出现一次的文字",
                    );
                }
            }
        }
    }
    issues
}
