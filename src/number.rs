//! Numbers as Chinese official texts write them: finds each in a text, reads value, unit and
//! bounds, and writes values out again. Knows no reports: ingest, checks, search and drafts all
//! read by it.
//!
//! 1. [`decimal`] reads and writes plain decimal numbers.
//! 2. [`numeral`] reads one numeral (1.9万, 一百零五).
//! 3. `reading` reads one [`Quantity`]: a numeral with its `unit` and its [`Qualifier`].
//! 4. [`scan`] finds every number of a text; `rule` says which are dates or the numbers of lists.

pub mod decimal;
pub mod numeral;
mod qualifier;
mod quantity;
mod reading;
mod rule;
mod scan;
mod unit;

pub use qualifier::Qualifier;
pub use quantity::{Quantity, group_digits};
pub use scan::{Number, scan, scan_with_unit};
