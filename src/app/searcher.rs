//! Search over the report at hand. Its index is made when it is first wanted, so that reading alone
//! costs nothing.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::app::Data;
use crate::search::{Index, SearchResults, search};

/// The report with its index, once there is one; copies share it.
#[derive(Clone)]
pub struct Searcher {
    data: Data,
    index: Rc<OnceCell<Index>>,
}

impl PartialEq for Searcher {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.index, &other.index)
    }
}

impl Searcher {
    /// A searcher without index.
    pub fn of(data: Data) -> Self {
        Self { data, index: Rc::default() }
    }

    /// Makes the index; the part of the program that searches must be there.
    pub(in crate::app) fn wake(&self) {
        self.index.get_or_init(|| Index::of(self.data.0));
    }

    /// Whether the index is there, and with it the part of the program that searches.
    pub(in crate::app) fn is_ready(&self) -> bool {
        self.index.get().is_some()
    }

    /// The index and what a query gives; none before the index is there, or for a query of no
    /// characters.
    pub(in crate::app) fn search(&self, query: &str) -> Option<(&Index, SearchResults)> {
        let index = self.index.get().filter(|_| !query.trim().is_empty())?;
        Some((index, search(self.data.0, index, query)))
    }
}
