//! Everything that the desk shows comes from one value, and every change to it is an [`Act`]. Work can
//! be undone step by step; what the worker says of it is kept until it says the next.

use std::rc::Rc;

use yew::Reducible;

use super::queue::{Item, open_items};
use super::task::{Extracted, Finding};
use super::work::{Work, Year};
use crate::ingest::annotation::{Annotations, FigureAnnotation};
use crate::model::Report;

/// Steps that can be taken back.
const MOST_STEPS: usize = 500;

/// What the desk shows of the work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tab {
    /// The explorer as readers will have it.
    #[default]
    Preview,
    /// What is open, beside the text.
    Review,
    /// Title, issuers, headings.
    Sections,
    /// Highlights and charts.
    Charts,
    /// Whose site it is, and its terms.
    Settings,
    /// What can be taken away.
    Publish,
}

/// What the desk knows.
#[derive(Clone, Default)]
pub(super) struct Desk {
    pub work: Option<Rc<Work>>,
    pub year: u16,
    past: Vec<Rc<Work>>,
    future: Vec<Rc<Work>>,
    /// How often the work has changed; what the worker says of an older state is not heard.
    pub version: u32,
    pub looked: Option<Rc<Looked>>,
    pub tab: Tab,
    /// How often a tab was chosen, be it the same.
    pub n_shown: u32,
    /// The figure or aspect that is looked at.
    pub current: Option<Item>,
    /// What was decided, the last at the end.
    decided: Vec<Item>,
    /// What is being done, in words.
    pub busy: Option<&'static str>,
    /// What could not be done.
    pub failed: Option<Finding>,
    /// What was done to the last file on the way to its text.
    pub notes: Vec<(String, u32)>,
    /// Whether the notes tell of work that was done before: they are unfolded.
    pub is_told: bool,
    /// A file without a year, or of a year that is there already.
    pub asked: Option<Rc<Extracted>>,
    /// Whether the work is saved as a file as it stands.
    pub saved: bool,
}

/// What the worker says of the present year.
pub(super) struct Looked {
    pub report: Rc<Report>,
    pub findings: Vec<Finding>,
    /// What should be looked at once more.
    pub warnings: Vec<Finding>,
}

/// A change.
pub(super) enum Act {
    /// Other work is on the desk.
    Open {
        work: Work,
        year: u16,
        notes: Vec<(String, u32)>,
    },
    /// The work has changed; this is a step that can be taken back.
    Change(Work),
    Undo,
    Redo,
    /// The worker has read the work of that version.
    Look(u32, Rc<Looked>),
    Show(Tab),
    ShowYear(u16),
    Select(Option<Item>),
    /// The item that was decided, and where to go on.
    Decide(Item, Option<Item>),
    /// Back to what was decided last.
    GoBack,
    /// A report joins the others.
    Add {
        work: Work,
        year: u16,
        notes: Vec<(String, u32)>,
    },
    /// The question about a year is not answered.
    Forget,
    Busy(&'static str),
    Idle,
    Fail(Finding),
    Ask(Rc<Extracted>),
    Saved,
    /// Nothing is on the desk any more.
    Clear,
}

impl Desk {
    /// The present year's data.
    pub(super) fn year(&self) -> Option<&Year> {
        self.work.as_ref()?.year(self.year)
    }

    /// What is open of it.
    pub(super) fn open_items(&self) -> Vec<Item> {
        let annotations = self.year().map(|year| &year.annotations);
        let looked = annotations.zip(self.looked.as_ref());
        looked
            .map_or_else(Vec::new, |(annotations, looked)| open_items(&looked.report, annotations))
    }

    /// The work with a change to the present year's annotations.
    pub(super) fn changed(&self, change: impl FnOnce(&mut Annotations)) -> Option<Work> {
        let mut work = Work::clone(self.work.as_deref()?);
        change(&mut work.year_mut(self.year)?.annotations);
        Some(work)
    }

    pub(super) fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub(super) fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Shows what a step back or forth has changed: the figure that is another now, or open again.
    fn look_at_change(&mut self, before: &Self) {
        let Some((now, then)) = self.year().zip(before.year()) else { return };
        let (now, then) = (&now.annotations, &then.annotations);
        let is_changed = |figure: &&FigureAnnotation| !then.figures.contains(figure);
        let opened = now.unchecked.iter().find(|name| !then.unchecked.contains(name));
        let figure = now.figures.iter().find(is_changed).map(|figure| &figure.id);
        // Forth again: what is decided once more.
        let closed = || then.unchecked.iter().find(|name| !now.unchecked.contains(name));
        let is_figure = |name: &&String| now.figures.iter().any(|known| known.id == **name);
        let figure = figure.or_else(|| opened.or_else(closed).filter(is_figure));
        self.current = figure.map(|id| Item::Figure(id.clone()));
        self.n_shown += 1;
    }

    fn put(&mut self, work: Rc<Work>) {
        // A year that was corrected is another folder, and is still the one that is looked at.
        if work.year(self.year).is_none() {
            let is_new = |year: &&Year| {
                self.work.as_ref().is_none_or(|before| before.year(year.year).is_none())
            };
            let year = work.years.iter().find(is_new).or(work.years.first());
            self.year = year.map_or(self.year, |year| year.year);
        }
        self.work = Some(work);
        self.version += 1;
        self.saved = false;
        self.failed = None;
    }
}

impl Reducible for Desk {
    type Action = Act;

    fn reduce(self: Rc<Self>, act: Act) -> Rc<Self> {
        let mut desk = Self::clone(&self);
        match act {
            Act::Open { work, year, notes } => {
                desk =
                    Self { version: desk.version, tab: desk.tab, notes, year, ..Self::default() };
                desk.put(Rc::new(work));
            }
            Act::Change(work) => {
                if self.work.as_deref() == Some(&work) {
                    return self;
                }
                desk.past.extend(desk.work.clone());
                if desk.past.len() > MOST_STEPS {
                    desk.past.remove(0);
                }
                desk.future.clear();
                desk.put(Rc::new(work));
            }
            Act::Undo => {
                let Some(work) = desk.past.pop() else { return self };
                desk.future.extend(desk.work.clone());
                desk.put(work);
                desk.look_at_change(&self);
            }
            Act::Redo => {
                let Some(work) = desk.future.pop() else { return self };
                desk.past.extend(desk.work.clone());
                desk.put(work);
                desk.look_at_change(&self);
            }
            Act::Look(version, looked) => {
                if version != desk.version {
                    return self;
                }
                desk.looked = Some(looked);
            }
            Act::Show(tab) => {
                desk.tab = tab;
                desk.n_shown += 1;
            }
            Act::ShowYear(year) => {
                desk.year = year;
                desk.version += 1;
                desk.current = None;
            }
            Act::Select(item) => {
                desk.current = item;
                desk.failed = None;
            }
            Act::Decide(item, next) => {
                desk.decided.push(item);
                desk.current = next;
            }
            Act::GoBack => {
                let Some(item) = desk.decided.pop() else { return self };
                desk.current = Some(item);
            }
            Act::Add { work, year, notes } => {
                desk.past.extend(desk.work.clone());
                desk.future.clear();
                desk.put(Rc::new(work));
                (desk.year, desk.notes, desk.tab) = (year, notes, Tab::Preview);
                desk.is_told = true;
                (desk.current, desk.asked, desk.busy, desk.looked) = (None, None, None, None);
            }
            Act::Forget => desk.asked = None,
            Act::Busy(words) => {
                desk.busy = Some(words);
                desk.failed = None;
            }
            Act::Idle => desk.busy = None,
            Act::Fail(finding) => {
                desk.busy = None;
                desk.failed = Some(finding);
            }
            Act::Ask(extracted) => {
                desk.busy = None;
                desk.asked = Some(extracted);
            }
            Act::Saved => desk.saved = true,
            Act::Clear => desk = Self { version: desk.version + 1, ..Self::default() },
        }
        Rc::new(desk)
    }
}
