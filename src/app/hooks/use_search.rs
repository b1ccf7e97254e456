//! Search over the report at hand. Its index is made when it is first wanted, so that reading alone costs nothing.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::Data;
use crate::search::{Index, Outcome, search};

/// The report with its index, once there is one; copies share it.
#[derive(Clone)]
pub(in crate::app) struct Searcher {
    data: Data,
    index: Rc<Option<Index>>,
}

impl PartialEq for Searcher {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.index, &other.index)
    }
}

impl Searcher {
    /// Whether the index is there, and with it the part of the program that searches.
    pub(in crate::app) fn is_ready(&self) -> bool {
        self.index.is_some()
    }

    /// The index and what a query gives; none before the index is wanted, or for a query of no characters.
    pub(in crate::app) fn search(&self, query: &str) -> Option<(&Index, Outcome)> {
        let index = self.index.as_ref().as_ref().filter(|_| !query.trim().is_empty())?;
        Some((index, search(self.data.0, index, query)))
    }
}

/// A searcher whose index is made with the first rendering that wants it.
#[hook]
pub(in crate::app) fn use_search(data: Data, wanted: bool) -> Searcher {
    let was_wanted = use_mut_ref(|| false);
    let wanted = wanted || *was_wanted.borrow();
    *was_wanted.borrow_mut() = wanted;
    let index = use_memo(wanted, move |wanted| wanted.then(|| Index::of(data.0)));
    Searcher { data, index }
}
