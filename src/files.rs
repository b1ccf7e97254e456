//! Reads the files of a year below `data/`, for the tool and the build script. Native only, like
//! all reading of files.

use std::path::Path;

use crate::ingest::source::{File, SourceFiles};

/// Every year that has a folder, newest first.
pub fn years(data: &Path) -> Result<Vec<u16>, String> {
    let entries =
        std::fs::read_dir(data).map_err(|error| format!("{}: {error}", data.display()))?;
    let mut years: Vec<u16> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.len() == 4)
        .filter_map(|name| name.parse().ok())
        .collect();
    years.sort_unstable_by(|left, right| right.cmp(left));
    Ok(years)
}

/// The files of a year.
pub fn read_year(data: &Path, year: u16) -> Result<SourceFiles, String> {
    let folder = data.join(year.to_string());
    Ok(SourceFiles {
        year,
        report: read(&folder.join("report.txt"))?,
        annotations: read(&folder.join("annotations.json"))?,
        terms: read(&data.join("terms.json"))?,
        site: read(&data.join("site.json"))?,
        words: read_if_there(&data.join("words.json"))?,
    })
}

/// A file that need not be there; empty then.
pub fn read_if_there(path: &Path) -> Result<File, String> {
    if path.exists() { read(path) } else { Ok(File::default()) }
}

/// A file that must be there.
pub fn read(path: &Path) -> Result<File, String> {
    let shown = path.display().to_string();
    match std::fs::read(path) {
        Ok(bytes) => Ok(File { path: shown, bytes }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(format!("{shown}: 没有这个文件\n    怎么办：放入这个文件，写法见 data/README.md"))
        }
        Err(error) => Err(format!("{shown}: 读不了（{error}）\n    怎么办：检查文件的权限")),
    }
}
