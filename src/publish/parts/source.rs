//! A module taken apart, as far as cutting it needs.

use std::collections::BTreeMap;

use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasmparser::{
    Data, DataKind, Element, ElementItems, ElementKind, FunctionBody, KnownCustom, Name,
    NameSectionReader, Operator, Parser, Payload, TypeRef,
};

/// A module taken apart, as far as cutting it needs.
#[derive(Default)]
pub(super) struct Source<'module> {
    pub(super) types: Vec<wasm_encoder::FuncType>,
    pub(super) imports: Vec<wasmparser::Import<'module>>,
    /// Type of every function, imported ones first.
    pub(super) functions: Vec<u32>,
    pub(super) n_imported: u32,
    pub(super) table: Option<wasmparser::TableType>,
    pub(super) memory: Option<wasmparser::MemoryType>,
    pub(super) globals: Vec<wasmparser::Global<'module>>,
    pub(super) exports: Vec<wasmparser::Export<'module>>,
    /// The function in every slot of the table that has one.
    pub(super) slots: BTreeMap<u32, u32>,
    pub(super) bodies: Vec<FunctionBody<'module>>,
    /// Address and bytes of every segment of data, in order.
    pub(super) segments: Vec<(u32, &'module [u8])>,
    pub(super) names: BTreeMap<u32, &'module str>,
}

pub(super) fn told(error: impl std::fmt::Display) -> String {
    format!("the page's module: {error}")
}

impl<'module> Source<'module> {
    pub(super) fn read(bytes: &'module [u8]) -> Result<Self, String> {
        let mut source = Self::default();
        for payload in Parser::new(0).parse_all(bytes) {
            match payload.map_err(told)? {
                Payload::TypeSection(types) => {
                    for kind in types.into_iter_err_on_gc_types() {
                        source
                            .types
                            .push(RoundtripReencoder.func_type(kind.map_err(told)?).map_err(told)?);
                    }
                }
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let import = import.map_err(told)?;
                        let TypeRef::Func(kind) = import.ty else {
                            return Err(told("it imports more than functions"));
                        };
                        source.functions.push(kind);
                        source.imports.push(import);
                    }
                    source.n_imported = source.functions.len() as u32;
                }
                Payload::FunctionSection(kinds) => {
                    for kind in kinds {
                        source.functions.push(kind.map_err(told)?);
                    }
                }
                Payload::TableSection(tables) => {
                    for table in tables {
                        if source.table.replace(table.map_err(told)?.ty).is_some() {
                            return Err(told("it has more than one table"));
                        }
                    }
                }
                Payload::MemorySection(memories) => {
                    for memory in memories {
                        source.memory = Some(memory.map_err(told)?);
                    }
                }
                Payload::GlobalSection(globals) => {
                    source.globals = globals.into_iter().collect::<Result<_, _>>().map_err(told)?
                }
                Payload::ExportSection(exports) => {
                    source.exports = exports.into_iter().collect::<Result<_, _>>().map_err(told)?
                }
                Payload::StartSection { .. } => return Err(told("it has a start function")),
                Payload::ElementSection(elements) => {
                    for element in elements {
                        source.slots.extend(active(element.map_err(told)?)?);
                    }
                }
                Payload::CodeSectionEntry(body) => source.bodies.push(body),
                Payload::DataSection(segments) => {
                    for segment in segments {
                        let segment = segment.map_err(told)?;
                        source.segments.push((address(&segment)?, segment.data));
                    }
                }
                Payload::CustomSection(custom) => {
                    if let KnownCustom::Name(names) = custom.as_known() {
                        source.names = function_names(names)?;
                    }
                }
                _ => {}
            }
        }
        if source.names.is_empty() {
            Err(told("it has no names to cut it by: was it stripped?"))
        } else {
            Ok(source)
        }
    }

    /// The functions that a function calls by name.
    pub(super) fn calls(&self, function: u32) -> Result<Vec<u32>, String> {
        let Some(body) =
            function.checked_sub(self.n_imported).and_then(|at| self.bodies.get(at as usize))
        else {
            return Ok(Vec::new());
        };
        let mut calls = Vec::new();
        for operator in body.get_operators_reader().map_err(told)? {
            if let Operator::Call { function_index } = operator.map_err(told)? {
                calls.push(function_index);
            }
        }
        Ok(calls)
    }
}

/// The names that a section of names gives to functions.
pub(super) fn function_names(
    section: NameSectionReader<'_>,
) -> Result<BTreeMap<u32, &str>, String> {
    let mut names = BTreeMap::new();
    for name in section {
        if let Name::Function(functions) = name.map_err(told)? {
            for naming in functions {
                let naming = naming.map_err(told)?;
                names.insert(naming.index, naming.name);
            }
        }
    }
    Ok(names)
}

/// Where in memory a segment of data begins.
pub(super) fn address(segment: &Data<'_>) -> Result<u32, String> {
    let DataKind::Active { offset_expr, .. } = &segment.kind else {
        return Err(told("passive data"));
    };
    let Ok(Operator::I32Const { value }) = offset_expr.get_operators_reader().read() else {
        return Err(told("a computed address"));
    };
    Ok(value as u32)
}

/// The slots of the table that elements fill, with their functions.
pub(super) fn active(element: Element<'_>) -> Result<Vec<(u32, u32)>, String> {
    let ElementKind::Active { offset_expr, .. } = element.kind else {
        return Err(told("a passive element"));
    };
    let Ok(Operator::I32Const { value: offset }) = offset_expr.get_operators_reader().read() else {
        return Err(told("a computed offset"));
    };
    let ElementItems::Functions(functions) = element.items else {
        return Err(told("elements that are no functions"));
    };
    (offset as u32..)
        .zip(functions)
        .map(|(slot, function)| Ok((slot, function.map_err(told)?)))
        .collect()
}
