//! The page's program as it is shipped: what Trunk built, cut into parts, and one classic script
//! that starts them. Names that wasm-bindgen makes long to keep them apart are made short in both.

use super::parts::{Pieces, cut};

/// The script in front of which the glue of wasm-bindgen is put.
const START: &str = include_str!("../app/start.js");

/// What the browser loads.
pub struct Program {
    /// One classic script: kernels without modules run it, and it works from a file.
    pub script: String,
    /// The first part, then one for each of [`crate::publish::parts::PARTS`].
    pub parts: Vec<Vec<u8>>,
}

/// The program out of the module that was `linked`, and wasm-bindgen's `module` and `glue` made of
/// it.
///
/// # Errors
/// Says what is not as the linker or wasm-bindgen always made it.
pub fn assemble(linked: &[u8], module: &[u8], glue: &str) -> Result<Program, String> {
    let Pieces { modules: parts, imported } = cut(linked, module)?;
    let mut glue = glue.to_string();
    for (short, long) in &imported {
        if !glue.contains(long.as_str()) {
            return Err(format!("the page's script has no `{long}`, which its module imports"));
        }
        glue = glue.replace(long, short);
    }
    Ok(Program { script: script(&glue)?, parts })
}

/// Glue and start as one classic script in a scope of its own, without indentation and comments.
fn script(glue: &str) -> Result<String, String> {
    let (glue, _) = glue.split_once("\nexport {").ok_or("the page's script exports nothing")?;
    // The other way to start is not taken.
    let (before, rest) =
        glue.split_once("\nfunction initSync(").ok_or("the page's script has no initSync")?;
    let (_, rest) = rest
        .split_once("\nasync function __wbg_init(")
        .ok_or("the page's script has no __wbg_init")?;
    let glue = format!("{before}\nasync function __wbg_init({rest}");
    let initialize =
        glue.replace("__wbg_init", "initialize").replace("import.meta.url", "document.baseURI");
    if initialize.contains("import.meta") || !initialize.contains("function initialize(") {
        return Err(
            "the page's script is not the one it was: see `script` in src/publish/program.rs"
                .to_string(),
        );
    }
    let lines = initialize.lines().chain(START.lines()).map(str::trim).filter(|line| {
        let is_comment = line.starts_with("//") || line.starts_with("/*") || line.starts_with('*');
        !line.is_empty() && !is_comment
    });
    Ok(format!("(function(){{\"use strict\";\n{}\n}})();\n", lines.collect::<Vec<_>>().join("\n")))
}
