//! Writes one part as a module of its own, with what it takes from the parts before it.

use std::collections::{BTreeMap, BTreeSet};

use wasm_encoder::reencode::{Error, Reencode, RoundtripReencoder};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind,
    ExportSection, FuncType, Function, FunctionSection, GlobalSection, ImportSection, Instruction,
    MemorySection, Module, NameMap, NameSection, TableSection, TableType, TypeSection,
};
use wasmparser::{ExternalKind, FunctionBody, Operator};

use super::has;
use super::source::{Source, told};

/// Where everything goes.
pub(super) struct Cut<'cut> {
    pub(super) source: &'cut Source<'cut>,
    /// The part each function is in.
    pub(super) parts: &'cut [u32],
    /// The part each segment of data is in.
    pub(super) segments: &'cut [u32],
    /// The slot of a function that is called by parts that do not need its own.
    pub(super) slot_of: &'cut BTreeMap<u32, u32>,
    /// The function in each slot.
    pub(super) slots: &'cut BTreeMap<u32, u32>,
    pub(super) n_slots: u32,
    /// Functions that parts call which need the function's own.
    pub(super) handed: &'cut BTreeSet<u32>,
}

/// Name of an imported function; no other name in wasm-bindgen's script is like it.
pub(super) fn short_name(at: u32) -> String {
    format!("_{at}_")
}

/// Name under which something of a part is handed on: a function `f`, a global's reader `r` or
/// writer `w`.
fn handle(kind: char, index: u32) -> String {
    format!("{kind}{index}")
}

const TABLE: &str = "t";
const MEMORY: &str = "m";

/// A module being written.
#[derive(Default)]
struct Sections {
    imports: ImportSection,
    functions: FunctionSection,
    tables: TableSection,
    memories: MemorySection,
    globals: GlobalSection,
    exports: ExportSection,
    code: CodeSection,
}

impl Cut<'_> {
    /// The module of a part.
    pub(super) fn write(&self, part: u32) -> Result<Vec<u8>, String> {
        let source = self.source;
        let own: Vec<u32> = (source.n_imported..source.functions.len() as u32)
            .filter(|function| self.parts[*function as usize] == part)
            .collect();
        let mut sections = Sections::default();
        let mut numbering =
            Numbering { cut: self, part, functions: BTreeMap::new(), n_functions: 0 };
        if part == 0 {
            self.import_first(&mut sections, &mut numbering)
        } else {
            self.import_later(&own, &mut sections, &mut numbering)?
        }
        for function in &own {
            numbering.add(*function);
            sections.functions.function(source.functions[*function as usize]);
        }
        for function in &own {
            numbering.write_body(
                &mut sections.code,
                &source.bodies[(*function - source.n_imported) as usize],
            )?;
        }
        if part == 0 {
            self.define_first(&mut sections, &mut numbering)?;
        }
        for function in
            self.handed.iter().filter(|function| self.parts[**function as usize] == part)
        {
            sections.exports.export(
                &handle('f', *function),
                ExportKind::Func,
                numbering.functions[function],
            );
        }

        let mut module = Module::new();
        module.section(&self.types()?).section(&sections.imports).section(&sections.functions);
        if part == 0 {
            module.section(&sections.tables).section(&sections.memories).section(&sections.globals);
        }
        module
            .section(&sections.exports)
            .section(&self.elements(part, &numbering))
            .section(&sections.code);
        module.section(&self.data(part)).section(&self.names(&numbering));
        Ok(module.finish())
    }

    /// The types of the source; behind them, for each global, those of its reader and its writer.
    fn types(&self) -> Result<TypeSection, String> {
        let mut types = TypeSection::new();
        for kind in &self.source.types {
            types.ty().func_type(kind);
        }
        for global in &self.source.globals {
            let value = RoundtripReencoder.val_type(global.ty.content_type).map_err(told)?;
            types.ty().func_type(&FuncType::new([], [value]));
            types.ty().func_type(&FuncType::new([value], []));
        }
        Ok(types)
    }

    /// Types of a global's reader and writer.
    fn accessor_types(&self, global: u32) -> [u32; 2] {
        let reader = self.source.types.len() as u32 + 2 * global;
        [reader, reader + 1]
    }

    fn table(&self) -> Result<TableType, String> {
        let table = self.source.table.ok_or_else(|| told("it has no table"))?;
        let table = RoundtripReencoder.table_type(table).map_err(told)?;
        Ok(TableType { minimum: self.n_slots.into(), maximum: Some(self.n_slots.into()), ..table })
    }

    fn memory(&self) -> Result<wasm_encoder::MemoryType, String> {
        RoundtripReencoder
            .memory_type(self.source.memory.ok_or_else(|| told("it has no memory"))?)
            .map_err(told)
    }

    fn import_first(&self, sections: &mut Sections, numbering: &mut Numbering<'_>) {
        for (import, at) in self.source.imports.iter().zip(0..) {
            sections.imports.import(
                import.module,
                &short_name(at),
                EntityType::Function(self.source.functions[at as usize]),
            );
            numbering.add(at);
        }
    }

    fn import_later(
        &self,
        own: &[u32],
        sections: &mut Sections,
        numbering: &mut Numbering<'_>,
    ) -> Result<(), String> {
        // Readers and writers stand before all else: see `Numbering::write_body`. Globals
        // themselves cannot be shared with V8 6.8 if they change.
        for global in 0..self.source.globals.len() as u32 {
            for (kind, of_type) in ['r', 'w'].into_iter().zip(self.accessor_types(global)) {
                sections.imports.import("0", &handle(kind, global), EntityType::Function(of_type));
                numbering.n_functions += 1;
            }
        }
        let mut needed = BTreeSet::new();
        for function in own {
            needed.extend(self.source.calls(*function)?.into_iter().filter(|called| {
                let home = self.parts[*called as usize];
                home != numbering.part && has(numbering.part, home)
            }));
        }
        for function in needed {
            let from = self.parts[function as usize].to_string();
            sections.imports.import(
                &from,
                &handle('f', function),
                EntityType::Function(self.source.functions[function as usize]),
            );
            numbering.add(function);
        }
        sections.imports.import("0", TABLE, self.table()?);
        sections.imports.import("0", MEMORY, self.memory()?);
        Ok(())
    }

    /// What only the first part has: table, memory, globals with their readers and writers, and the
    /// program's exports.
    fn define_first(
        &self,
        sections: &mut Sections,
        numbering: &mut Numbering<'_>,
    ) -> Result<(), String> {
        for export in &self.source.exports {
            let index = if export.kind == ExternalKind::Func {
                numbering.functions.get(&export.index).copied()
            } else {
                Some(export.index)
            };
            let index = index
                .ok_or_else(|| told(format!("`{}` is exported by a later part", export.name)))?;
            sections.exports.export(
                export.name,
                RoundtripReencoder.export_kind(export.kind).map_err(told)?,
                index,
            );
        }
        sections.exports.export(TABLE, ExportKind::Table, 0).export(MEMORY, ExportKind::Memory, 0);
        sections.tables.table(self.table()?);
        sections.memories.memory(self.memory()?);
        for (global, at) in self.source.globals.iter().zip(0..) {
            let kind = RoundtripReencoder.global_type(global.ty).map_err(told)?;
            sections.globals.global(
                kind,
                &RoundtripReencoder.const_expr(global.init_expr.clone()).map_err(told)?,
            );
            let write: &[Instruction<'_>] = if kind.mutable {
                &[Instruction::LocalGet(0), Instruction::GlobalSet(at)]
            } else {
                &[Instruction::Unreachable]
            };
            let bodies = [&[Instruction::GlobalGet(at)], write];
            for ((kind, of_type), body) in
                ['r', 'w'].into_iter().zip(self.accessor_types(at)).zip(bodies)
            {
                let mut accessor = Function::new([]);
                body.iter().chain(&[Instruction::End]).for_each(|instruction| {
                    accessor.instruction(instruction);
                });
                sections.functions.function(of_type);
                sections.code.function(&accessor);
                sections.exports.export(&handle(kind, at), ExportKind::Func, numbering.n_functions);
                numbering.n_functions += 1;
            }
        }
        Ok(())
    }

    /// Fills the slots of the table whose functions are in this part.
    fn elements(&self, part: u32, numbering: &Numbering<'_>) -> ElementSection {
        let mut elements = ElementSection::new();
        let own: Vec<(u32, u32)> = self
            .slots
            .iter()
            .filter(|(_, function)| self.parts[**function as usize] == part)
            .map(|(slot, function)| (*slot, *function))
            .collect();
        for run in own.chunk_by(|(before, _), (after, _)| before + 1 == *after) {
            let functions: Vec<u32> =
                run.iter().map(|(_, function)| numbering.functions[function]).collect();
            elements.active(
                None,
                &ConstExpr::i32_const(run[0].0 as i32),
                Elements::Functions(functions.into()),
            );
        }
        elements
    }

    /// The data of a part; what lies side by side in memory is one segment.
    fn data(&self, part: u32) -> DataSection {
        let mut section = DataSection::new();
        let all = &self.source.segments;
        let mut runs: Vec<(u32, Vec<u8>)> = Vec::new();
        for (at, (address, bytes)) in
            all.iter().enumerate().filter(|(at, _)| self.segments[*at] == part)
        {
            match runs.last_mut().filter(|_| at > 0 && self.segments[at - 1] == part) {
                Some((start, run)) => {
                    // Between two segments are at most the zeros that align the second.
                    run.resize((address - *start) as usize, 0);
                    run.extend_from_slice(bytes);
                }
                None => runs.push((*address, bytes.to_vec())),
            }
        }
        for (address, run) in runs {
            section.active(0, &ConstExpr::i32_const(address as i32), run);
        }
        section
    }

    /// Names for stack traces of a part that is not yet optimized.
    fn names(&self, numbering: &Numbering<'_>) -> NameSection {
        let by_number: BTreeMap<u32, u32> =
            numbering.functions.iter().map(|(function, at)| (*at, *function)).collect();
        let mut names = NameMap::new();
        for (at, function) in by_number {
            names.append(
                at,
                &self
                    .source
                    .names
                    .get(&function)
                    .map_or_else(String::new, |name| rustc_demangle::demangle(name).to_string()),
            );
        }
        let mut section = NameSection::new();
        section.functions(&names);
        section
    }
}

/// How one part numbers what it has and what it takes from others.
struct Numbering<'cut> {
    cut: &'cut Cut<'cut>,
    part: u32,
    functions: BTreeMap<u32, u32>,
    n_functions: u32,
}

impl Numbering<'_> {
    fn add(&mut self, function: u32) {
        self.functions.insert(function, self.n_functions);
        self.n_functions += 1;
    }

    fn write_body(
        &mut self,
        code: &mut CodeSection,
        body: &FunctionBody<'_>,
    ) -> Result<(), String> {
        let mut function = self.new_function_with_parsed_locals(body).map_err(told)?;
        for operator in body.get_operators_reader().map_err(told)? {
            match operator.map_err(told)? {
                Operator::Call { function_index }
                    if !has(self.part, self.cut.parts[function_index as usize]) =>
                {
                    let type_index = self.cut.source.functions[function_index as usize];
                    function.instruction(&Instruction::I32Const(
                        self.cut.slot_of[&function_index] as i32,
                    ));
                    function.instruction(&Instruction::CallIndirect { type_index, table_index: 0 });
                }
                Operator::GlobalGet { global_index } if self.part > 0 => {
                    function.instruction(&Instruction::Call(2 * global_index));
                }
                Operator::GlobalSet { global_index } if self.part > 0 => {
                    function.instruction(&Instruction::Call(2 * global_index + 1));
                }
                operator => {
                    function.instruction(&self.instruction(operator).map_err(told)?);
                }
            }
        }
        code.function(&function);
        Ok(())
    }
}

impl Reencode for Numbering<'_> {
    type Error = String;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<String>> {
        self.functions
            .get(&function)
            .copied()
            .ok_or_else(|| Error::UserError(format!("function {function} is in another part")))
    }
}
