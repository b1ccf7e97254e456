//! A report put into a finished module, so that the program is the same for every report.

use wasm_encoder::{CustomSection, Section as _};

/// The module with a custom section behind its others; the browser hands its bytes back
/// (`WebAssembly.Module.customSections`).
pub fn with_section(module: &[u8], name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut module = module.to_vec();
    CustomSection { name: name.into(), data: bytes.into() }.append_to(&mut module);
    module
}
