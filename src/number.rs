//! Numbers as Chinese official texts write them: finds each in a text, reads value, unit, bounds and
//! direction of change, and writes values out again. Knows no reports: ingest, checks, search and
//! drafts all read by it.
//!
//! 1. [`decimal`] reads and writes plain decimal numbers.
//! 2. [`numeral`] reads one numeral (1.9万, 一百零五).
//! 3. `fold` gives each character one form and takes out what typesetting left inside numbers.
//! 4. `reading` reads one [`Quantity`]: a numeral with its `unit` and its [`Qualifier`]; `change` says
//!    whether it rose or fell.
//! 5. `mark`, `date` and `name` know by form what is no data, `phrase` by the words around it.
//! 6. `table` finds the [`cells`] of tables, whose numbers have the unit of their column.
//! 7. [`scan`] finds every number of a text and says of each what it is; [`read_as_one`] reads it as an editor
//!    parts it.

mod change;
mod date;
pub mod decimal;
mod division;
mod fold;
mod mark;
mod name;
pub mod numeral;
mod phrase;
mod qualifier;
mod quantity;
mod reading;
mod reason;
mod scan;
mod table;
mod unit;

pub use change::change_behind;
pub use division::read_as_one;
pub use qualifier::Qualifier;
pub use quantity::{Change, Quantity, group_digits};
pub use reason::{Doubt, Reason};
pub use scan::{Number, scan, scan_with_units};
pub use table::{BETWEEN_CELLS, Cell, cells};
