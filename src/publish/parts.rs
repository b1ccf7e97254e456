//! Cuts the page's module into parts that are loaded one after the other: what a first view needs, search, the rest.
//! A part calls into a later one through the table, whose slots stay empty until that part is there.

mod source;
mod writer;

use std::collections::{BTreeMap, BTreeSet};

use wasmparser::ExternalKind;

use source::{Source, told};
use writer::{Cut, short_name};

/// A part behind the first.
pub struct Part {
    /// Its name, in file names too.
    pub name: &'static str,
    /// Functions that earlier parts call by name only after this part has come. They are never inlined.
    begins: &'static [&'static str],
    /// Paths of code that is entered through the table alone, such as a component's methods.
    holds: &'static [&'static str],
}

/// The parts behind the first, in the order they are loaded in; each needs those before it. What only their own code
/// calls goes along.
pub const PARTS: &[Part] = &[
    Part {
        name: "search",
        begins: &[
            "app::components::found_bar::found_bar",
            "app::browser::typing::step_focus",
            "app::components::search_box::panel",
            "app::components::search_box::search_hints",
            "search::index::Index>::of",
            "search::query::search",
            "search::query::Outcome>::spans_in_text",
        ],
        holds: &["report_explorer::search::query::", "app::components::hits::"],
    },
    Part {
        name: "rest",
        begins: &[
            "app::browser::set_title",
            "app::components::card::figure_card",
            "app::components::card::sentence_card",
            "app::components::card::term_card",
            "app::components::text::audit_marks",
            "app::pages::about::about_page",
            "app::pages::chart::chart_page",
            "app::pages::custom_chart::custom_chart_page",
            "app::pages::figure::figure_page",
            "app::pages::not_found::not_found_page",
            "app::pages::search::search_page",
        ],
        holds: &[
            "app::pages::audit::",
            "app::pages::chart::",
            "app::pages::charts::",
            "app::pages::custom_chart::",
            "app::pages::figure::",
            "app::pages::figures::",
            "app::pages::overview::",
            "app::components::card::figure_card",
            "app::components::card::sentence_card",
            "app::components::chart_picture::",
            "app::components::copy_button::",
            "app::components::derived_list::",
            "app::components::export_panel::",
            "app::browser::clipboard::",
            "app::browser::save::",
            "report_explorer::analysis::",
            "report_explorer::chart::",
        ],
    },
];

/// What [`cut`] makes of a module.
pub struct Pieces {
    /// The first part, then one for each of [`PARTS`].
    pub modules: Vec<Vec<u8>>,
    /// The short names under which the first now imports what it imported under long ones, and those.
    pub imported: Vec<(String, String)>,
}

/// The page's module in parts.
///
/// A later part imports from the module named by the number of the part that has what it needs, `0` being the first.
///
/// # Errors
/// Says what the module has that a page's module never had before.
pub fn cut(bytes: &[u8]) -> Result<Pieces, String> {
    let source = Source::read(bytes)?;
    let parts = source.assign()?;
    let table = source.table.ok_or_else(|| told("it has no table"))?;

    // The slot through which an earlier part calls into a later one: the one the function has, or a new one.
    let mut slot_of: BTreeMap<u32, u32> = source.slots.iter().rev().map(|(slot, function)| (*function, *slot)).collect();
    let mut slots = source.slots.clone();
    let mut n_slots = table.initial as u32;
    // What each part must hand on to later ones.
    let mut handed: BTreeSet<u32> = BTreeSet::new();
    for function in (0..source.functions.len() as u32).filter(|function| parts[*function as usize] != u32::MAX) {
        let part = parts[function as usize];
        for called in source.calls(function)? {
            if parts[called as usize] > part {
                slot_of.entry(called).or_insert_with(|| {
                    slots.insert(n_slots, called);
                    n_slots += 1;
                    n_slots - 1
                });
            } else if parts[called as usize] < part {
                handed.insert(called);
            }
        }
    }
    let cut = Cut { source: &source, parts: &parts, slot_of: &slot_of, slots: &slots, n_slots, handed: &handed };
    let written: Vec<Vec<u8>> = (0..=PARTS.len() as u32).map(|part| cut.write(part)).collect::<Result<_, _>>()?;
    // Longest first, so that no name is replaced inside another.
    let mut imported: Vec<(String, String)> = source.imports.iter().zip(0..).map(|(import, at)| (short_name(at), import.name.to_string())).collect();
    imported.sort_by_key(|(_, long)| std::cmp::Reverse(long.len()));
    Ok(Pieces { modules: written, imported })
}

impl Source<'_> {
    /// The part each function belongs to: the one it begins, else the first that reaches it.
    fn assign(&self) -> Result<Vec<u32>, String> {
        let n_functions = self.functions.len() as u32;
        let names: Vec<String> =
            (0..n_functions).map(|function| self.names.get(&function).map_or_else(String::new, |name| without_hashes(name))).collect();
        let mut begun: Vec<Option<u32>> = vec![None; n_functions as usize];
        for (part, at) in PARTS.iter().zip(1..) {
            for begin in part.begins {
                let begins = |name: &String| name.strip_suffix(begin).is_some_and(|before| before.ends_with("report_explorer::"));
                let function = names.iter().position(begins).ok_or_else(|| told(format!("no function `{begin}`: was it renamed or inlined?")))?;
                begun[function] = Some(at);
            }
        }
        let held = |function: u32| {
            let holds = |part: &Part| part.holds.iter().any(|path| names[function as usize].contains(path));
            (1..).zip(PARTS).find(|(_, part)| holds(part)).map_or(0, |(at, _)| at)
        };
        let exported = self.exports.iter().filter(|export| export.kind == ExternalKind::Func).map(|export| export.index);
        let entries: Vec<(u32, u32)> = exported
            .chain(0..self.n_imported)
            .map(|function| (function, 0))
            .chain(self.slots.values().map(|function| (*function, held(*function))))
            .chain((0..n_functions).filter_map(|function| Some((function, begun[function as usize]?))))
            .collect();
        let mut parts: Vec<Option<u32>> = vec![None; n_functions as usize];
        for part in 0..=PARTS.len() as u32 {
            let is_ours = |function: u32| begun[function as usize].is_none_or(|begun| begun == part);
            let mut open: Vec<u32> =
                entries.iter().filter(|(function, of)| *of == part && is_ours(*function)).map(|(function, _)| *function).collect();
            while let Some(function) = open.pop() {
                if parts[function as usize].is_none() {
                    parts[function as usize] = Some(part);
                    open.extend(self.calls(function)?.into_iter().filter(|called| is_ours(*called)));
                }
            }
        }
        // What nothing reaches is in no part; the number is one that no part has.
        Ok(parts.into_iter().map(|part| part.unwrap_or(u32::MAX)).collect())
    }
}
/// `yew[0123456789abcdef]::html` without the bracket.
fn without_hashes(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(at) = rest.find('[') {
        plain.push_str(&rest[..at]);
        let bracket = &rest[at..];
        // Up to sixteen digits: leading zeros are not written.
        let end = bracket.find(']').filter(|end| (2..=17).contains(end) && bracket[1..*end].bytes().all(|byte| byte.is_ascii_hexdigit()));
        rest = match end {
            Some(end) => &bracket[end + 1..],
            None => {
                plain.push('[');
                &bracket[1..]
            }
        };
    }
    plain + rest
}
