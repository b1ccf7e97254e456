//! Cuts the page's module into parts: the report itself, and behind it, each when it is wanted,
//! what takes a page over, search, the rest. A part calls what is in none of those it needs through
//! the table, whose slots stay empty until the other part is there.

mod links;
mod source;
mod writer;

use std::collections::{BTreeMap, BTreeSet};

use wasmparser::ExternalKind;

use links::Links;
use source::{Source, told};
use writer::{Cut, short_name};

/// A part behind the first.
pub struct Part {
    /// Its name, in file names too.
    pub name: &'static str,
    /// Numbers of the parts it needs besides the first, which is 0.
    needs: &'static [u32],
    /// Functions that other parts call only after this one has come. They are never inlined.
    begins: &'static [&'static str],
}

/// The parts behind the first. What only their own code leads to goes along, data too; what several
/// lead to goes where all of them find it. `src/app/start.js` loads them and knows what they need,
/// too.
pub const PARTS: &[Part] = &[
    Part { name: "page", needs: &[], begins: &["report_explorer::app::show"] },
    Part {
        name: "search",
        needs: &[],
        begins: &[
            "report_explorer::app::browser::typing::step_focus",
            "report_explorer::app::components::hits::panel",
            "report_explorer::app::components::hits::search_hints",
            "<report_explorer::search::index::Index>::of",
            "report_explorer::search::query::search",
            "<report_explorer::search::query::SearchResults>::spans_in_text",
        ],
    },
    Part {
        name: "rest",
        needs: &[1, 2],
        begins: &[
            "report_explorer::app::browser::set_title",
            "report_explorer::app::components::card::open_card",
            "report_explorer::app::components::found_bar::found_bar",
            "report_explorer::app::components::text::audit_marks",
            "report_explorer::app::pages::page",
            // Words a panic, which is a trap and says nothing; with it go the tables for letters of
            // all scripts.
            "yew::dom_bundle::utils::feat_hydration::node_type_str",
        ],
    },
];

/// What [`cut`] makes of a module.
pub struct Pieces {
    /// The first part, then one for each of [`PARTS`].
    pub modules: Vec<Vec<u8>>,
    /// The short names under which the first now imports what it imported under long ones, and
    /// those.
    pub imported: Vec<(String, String)>,
}

/// The page's module in parts: `module` as wasm-bindgen made it of what was `linked`.
///
/// A part imports from the modules named by the numbers of those it needs, `0` being the first.
///
/// # Errors
/// Says what the module has that a page's module never had before.
pub fn cut(linked: &[u8], module: &[u8]) -> Result<Pieces, String> {
    let source = Source::read(module)?;
    let Homes { functions: parts, segments } = source.assign(&Links::read(linked)?)?;
    let table = source.table.ok_or_else(|| told("it has no table"))?;

    // The slot through which a part calls what it does not need: the one the function has, or a new
    // one.
    let mut slot_of: BTreeMap<u32, u32> =
        source.slots.iter().rev().map(|(slot, function)| (*function, *slot)).collect();
    let mut slots = source.slots.clone();
    let mut n_slots = table.initial as u32;
    // What each part must hand on to those that need it.
    let mut handed: BTreeSet<u32> = BTreeSet::new();
    for function in
        (0..source.functions.len() as u32).filter(|function| parts[*function as usize] != NOWHERE)
    {
        let part = parts[function as usize];
        for called in source.calls(function)? {
            let home = parts[called as usize];
            if !has(part, home) {
                slot_of.entry(called).or_insert_with(|| {
                    slots.insert(n_slots, called);
                    n_slots += 1;
                    n_slots - 1
                });
            } else if home != part {
                handed.insert(called);
            }
        }
    }
    let cut = Cut {
        source: &source,
        parts: &parts,
        segments: &segments,
        slot_of: &slot_of,
        slots: &slots,
        n_slots,
        handed: &handed,
    };
    let written: Vec<Vec<u8>> =
        (0..=PARTS.len() as u32).map(|part| cut.write(part)).collect::<Result<_, _>>()?;
    // Longest first, so that no name is replaced inside another.
    let mut imported: Vec<(String, String)> = source
        .imports
        .iter()
        .zip(0..)
        .map(|(import, at)| (short_name(at), import.name.to_string()))
        .collect();
    imported.sort_by_key(|(_, long)| std::cmp::Reverse(long.len()));
    Ok(Pieces { modules: written, imported })
}

/// The part that everything is in; [`NOWHERE`] for what nothing leads to.
struct Homes {
    functions: Vec<u32>,
    segments: Vec<u32>,
}

/// A number that no part has.
const NOWHERE: u32 = u32::MAX;

impl Source<'_> {
    /// Everything belongs to the part that it begins, else to the last one that is there whenever
    /// it is led to.
    fn assign(&self, links: &Links<'_>) -> Result<Homes, String> {
        let n_functions = self.functions.len();
        let mut begun: Vec<Option<u32>> = vec![None; n_functions];
        for (part, at) in PARTS.iter().zip(1..) {
            for begin in part.begins {
                begun[self.function_called(begin)? as usize] = Some(at);
            }
        }
        // Functions first, behind them the segments of data.
        let function_of: BTreeMap<&str, usize> =
            self.names.iter().map(|(function, name)| (*name, *function as usize)).collect();
        let segment_of: BTreeMap<u32, usize> = self
            .segments
            .iter()
            .zip(n_functions..)
            .map(|((address, _), at)| (*address, at))
            .collect();
        let leads_to = |at: usize| -> Result<Vec<usize>, String> {
            let (calls, uses) = match at.checked_sub(n_functions) {
                Some(segment) => (Vec::new(), links.segments.get(&self.segments[segment].0)),
                None => (
                    self.calls(at as u32)?,
                    self.names.get(&(at as u32)).and_then(|name| links.functions.get(name)),
                ),
            };
            let functions = uses
                .iter()
                .flat_map(|uses| &uses.functions)
                .filter_map(|name| function_of.get(name).copied());
            let segments = uses
                .iter()
                .flat_map(|uses| &uses.segments)
                .filter_map(|address| segment_of.get(address).copied());
            Ok(calls
                .into_iter()
                .map(|called| called as usize)
                .chain(functions)
                .chain(segments)
                .collect())
        };
        let exported = self
            .exports
            .iter()
            .filter(|export| export.kind == ExternalKind::Func)
            .map(|export| export.index);
        let first: Vec<usize> =
            exported.chain(0..self.n_imported).map(|function| function as usize).collect();

        // Bit by bit, the parts that lead to each.
        let mut reached = vec![0_u32; n_functions + self.segments.len()];
        for part in 0..=PARTS.len() as u32 {
            let is_ours =
                |at: &usize| begun.get(*at).copied().flatten().is_none_or(|begun| begun == part);
            let begins = (0..n_functions).filter(|at| begun[*at] == Some(part));
            let mut open: Vec<usize> =
                first.iter().copied().filter(|_| part == 0).chain(begins).filter(is_ours).collect();
            while let Some(at) = open.pop() {
                if reached[at] & (1 << part) == 0 {
                    reached[at] |= 1 << part;
                    open.extend(leads_to(at)?.iter().filter(|at| is_ours(at)));
                }
            }
        }
        let find = |by: u32| {
            (0..=PARTS.len() as u32).rev().find(|home| {
                (0..=PARTS.len() as u32).all(|part| by & (1 << part) == 0 || has(part, *home))
            })
        };
        let homes: Vec<u32> =
            reached.into_iter().map(|by| find(by).filter(|_| by != 0).unwrap_or(NOWHERE)).collect();
        let (functions, segments) = homes.split_at(n_functions);
        Ok(Homes { functions: functions.to_vec(), segments: segments.to_vec() })
    }

    /// The function that Rust calls so.
    fn function_called(&self, path: &str) -> Result<u32, String> {
        let is_meant = |name: &str| format!("{:#}", rustc_demangle::demangle(name)) == path;
        let found =
            self.names.iter().find(|(_, name)| is_meant(name)).map(|(function, _)| *function);
        found.ok_or_else(|| told(format!("no function `{path}`: was it renamed or inlined?")))
    }
}

/// Whether a part finds what is in `other`: its own, the first's, and that of those it needs.
fn has(part: u32, other: u32) -> bool {
    part == other
        || other == 0
        || part
            .checked_sub(1)
            .and_then(|at| PARTS.get(at as usize))
            .is_some_and(|part| part.needs.contains(&other))
}
