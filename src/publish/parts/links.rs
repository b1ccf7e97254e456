//! What the linker knew and a module no longer says: whose data each function uses, and whose
//! address is taken where. Read from the relocations that it leaves when it is asked to
//! (`.ci/toolchain`).

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use wasmparser::{
    BinaryReader, Import, KnownCustom, Parser, Payload, RelocationEntry, RelocationType, TypeRef,
};

use super::source::{active, address, function_names, told};

/// What a function or a segment of data points to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Uses<'module> {
    /// Names of functions whose place in the table is taken.
    pub(super) functions: BTreeSet<&'module str>,
    /// Addresses where segments of data begin.
    pub(super) segments: BTreeSet<u32>,
}

/// All that is pointed to.
#[derive(Default)]
pub(super) struct Links<'module> {
    /// By the function's name.
    pub(super) functions: BTreeMap<&'module str, Uses<'module>>,
    /// By the segment's address.
    pub(super) segments: BTreeMap<u32, Uses<'module>>,
}

/// A linked module taken apart, as far as its links need it; places are those in the file.
#[derive(Default)]
struct Linked<'module> {
    bytes: &'module [u8],
    n_imported: u32,
    code: usize,
    data: usize,
    bodies: Vec<Range<usize>>,
    /// Address and bytes of every segment, in order.
    segments: Vec<(u32, Range<usize>)>,
    slots: BTreeMap<u32, u32>,
    names: BTreeMap<u32, &'module str>,
    relocations: Vec<(bool, RelocationEntry)>,
}

impl<'module> Links<'module> {
    /// The links of the module that the linker wrote.
    ///
    /// # Errors
    /// Says what the linker was not asked for.
    pub(super) fn read(bytes: &'module [u8]) -> Result<Self, String> {
        let linked = Linked::read(bytes)?;
        let mut links = Self::default();
        for (is_code, relocation) in &linked.relocations {
            let at = relocation.offset as usize + if *is_code { linked.code } else { linked.data };
            let uses = if *is_code {
                let body = linked.bodies.partition_point(|body| body.end <= at) as u32;
                links.functions.entry(linked.name(linked.n_imported + body)?).or_default()
            } else {
                let segment = linked
                    .segments
                    .get(linked.segments.partition_point(|(_, bytes)| bytes.end <= at));
                let (address, _) = segment.ok_or_else(|| told("a relocation behind all data"))?;
                links.segments.entry(*address).or_default()
            };
            match relocation.ty {
                RelocationType::MemoryAddrLeb
                | RelocationType::MemoryAddrSleb
                | RelocationType::MemoryAddrI32 => {
                    // The beginning of what is used: what is added to it may lead before or behind
                    // it.
                    let address =
                        linked.value(at, relocation.ty)?.wrapping_sub(relocation.addend as u32);
                    uses.segments.extend(linked.segment_at(address));
                }
                RelocationType::TableIndexSleb | RelocationType::TableIndexI32 => {
                    let function = linked
                        .slots
                        .get(&linked.value(at, relocation.ty)?)
                        .ok_or_else(|| told("an empty slot is taken"))?;
                    uses.functions.insert(linked.name(*function)?);
                }
                RelocationType::FunctionIndexLeb
                | RelocationType::TypeIndexLeb
                | RelocationType::GlobalIndexLeb
                | RelocationType::TableNumberLeb => {}
                other => {
                    return Err(told(format!("it is linked in a way it never was: {other:?}")));
                }
            }
        }
        Ok(links)
    }
}

impl<'module> Linked<'module> {
    fn read(bytes: &'module [u8]) -> Result<Self, String> {
        let mut linked = Self { bytes, ..Self::default() };
        for payload in Parser::new(0).parse_all(bytes) {
            match payload.map_err(told)? {
                Payload::ImportSection(imports) => {
                    let functions = imports
                        .into_imports()
                        .filter(|import| matches!(import, Ok(Import { ty: TypeRef::Func(_), .. })));
                    linked.n_imported = functions.count() as u32;
                }
                Payload::ElementSection(elements) => {
                    for element in elements {
                        linked.slots.extend(active(element.map_err(told)?)?);
                    }
                }
                Payload::CodeSectionStart { unchecked_range, .. } => {
                    linked.code = unchecked_range.start as usize
                }
                Payload::CodeSectionEntry(body) => linked.bodies.push(places(&body.range())),
                Payload::DataSection(segments) => {
                    linked.data = segments.range().start as usize;
                    for segment in segments {
                        let segment = segment.map_err(told)?;
                        let end = segment.range.end as usize;
                        linked.segments.push((address(&segment)?, end - segment.data.len()..end));
                    }
                }
                Payload::CustomSection(custom) => match custom.as_known() {
                    KnownCustom::Name(names) => linked.names = function_names(names)?,
                    KnownCustom::Reloc(relocations)
                        if matches!(custom.name(), "reloc.CODE" | "reloc.DATA") =>
                    {
                        for relocation in relocations.entries() {
                            linked
                                .relocations
                                .push((custom.name() == "reloc.CODE", relocation.map_err(told)?));
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        let is_asked = !linked.relocations.is_empty() && linked.segments.len() > 3;
        if is_asked {
            Ok(linked)
        } else {
            Err(told("the linker left no relocations, or one segment of data: see .ci/toolchain"))
        }
    }

    fn name(&self, function: u32) -> Result<&'module str, String> {
        self.names
            .get(&function)
            .copied()
            .ok_or_else(|| told(format!("function {function} has no name: was it stripped?")))
    }

    /// The number that a relocation has put in its place.
    fn value(&self, at: usize, kind: RelocationType) -> Result<u32, String> {
        let bytes = self
            .bytes
            .get(at..at + kind.extent())
            .ok_or_else(|| told("a relocation behind its end"))?;
        let mut reader = BinaryReader::new(bytes, 0);
        match kind {
            RelocationType::MemoryAddrLeb => reader.read_var_u32().map_err(told),
            RelocationType::MemoryAddrSleb | RelocationType::TableIndexSleb => {
                reader.read_var_i32().map(|value| value as u32).map_err(told)
            }
            _ => reader.read_u32().map_err(told),
        }
    }

    /// Address of the segment that holds an address; none for memory that begins as zeros.
    fn segment_at(&self, address: u32) -> Option<u32> {
        let (start, bytes) = self
            .segments
            .get(self.segments.partition_point(|(start, _)| *start <= address).checked_sub(1)?)?;
        ((address - start) as usize <= bytes.len()).then_some(*start)
    }
}

fn places(range: &Range<u64>) -> Range<usize> {
    range.start as usize..range.end as usize
}
