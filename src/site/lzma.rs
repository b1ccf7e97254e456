//! Bytes as LZMA, made and read: what `explorer.html` holds, which `src/app/unpack_programs.js` unpacks in any
//! browser.

use std::io::{Read as _, Write as _};

use lzma_rust2::{LzmaOptions, LzmaReader, LzmaWriter};

/// No file here is larger: the window of what may be copied.
const WINDOW: u32 = 1 << 21;
/// Memory that reading takes at most, in KiB.
const MOST_MEMORY: u32 = 1 << 14;

/// The bytes as LZMA of the least size there is, which takes its time.
pub fn pack(bytes: &[u8]) -> Vec<u8> {
    let options = LzmaOptions {
        dict_size: WINDOW,
        // Modules and text alike are no tables of numbers.
        pb: 0,
        nice_len: LzmaOptions::NICE_LEN_MAX,
        depth_limit: 1000,
        ..LzmaOptions::with_preset(9)
    };
    // Memory is always written to.
    let packed = LzmaWriter::new_use_header(Vec::new(), &options, Some(bytes.len() as u64))
        .and_then(|mut writer| writer.write_all(bytes).and_then(|()| writer.finish()));
    packed.unwrap_or_default()
}

/// What was packed.
pub(super) fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    LzmaReader::new_mem_limit(packed, MOST_MEMORY, None).ok()?.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}
