//! Files out of a ZIP archive in memory, each no larger than a report can be: an archive made to
//! fill the memory is read as a broken one.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

/// Most bytes of one file in an archive.
const MOST_BYTES: u64 = 128 << 20;

/// An archive.
pub(super) struct Archive<'bytes>(ZipArchive<Cursor<&'bytes [u8]>>);

impl<'bytes> Archive<'bytes> {
    /// The archive that `bytes` are, if they are one.
    pub(super) fn open(bytes: &'bytes [u8]) -> Option<Self> {
        ZipArchive::new(Cursor::new(bytes)).ok().map(Self)
    }

    /// The names of all files.
    pub(super) fn names(&self) -> Vec<String> {
        self.0.file_names().flatten().map(|name| name.into_owned()).collect()
    }

    /// The file at that path, in any case of letters.
    pub(super) fn file(&mut self, path: &str) -> Option<Vec<u8>> {
        let path = path.trim_start_matches('/');
        let name = match self.0.index_for_name(path) {
            Some(_) => path.to_string(),
            None => self.names().into_iter().find(|name| name.eq_ignore_ascii_case(path))?,
        };
        let mut content = Vec::new();
        let file = self.0.by_name(&name).ok()?;
        file.take(MOST_BYTES).read_to_end(&mut content).ok()?;
        ((content.len() as u64) < MOST_BYTES).then_some(content)
    }
}

/// The path that `target` names, seen from the file at `from`.
pub(super) fn resolve(from: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_string();
    }
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}
