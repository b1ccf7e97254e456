//! Reads the files of a report below `data/`, for the tool and the build script. Native only, like
//! all reading of files.

use std::path::Path;

use crate::ingest::source::{File, SourceFiles};
use crate::model::{Edition, Folder};

/// Every report that has a folder: the years of the site's own place first, newest first, and then those
/// of other places in the order of their folders' names. The site's own place is the one whose years
/// lie in `data` itself or, where none do, the first.
///
/// # Errors
/// A folder that can be no place's, or that cannot be read.
pub fn editions(data: &Path) -> Result<Vec<Edition>, String> {
    let mut editions = years(data, Folder::default())?;
    for name in folders(data)? {
        if Edition::parse(&name).is_some() {
            continue;
        }
        let path = data.join(&name);
        match Folder::parse(&name) {
            Some(place) => editions.extend(years(&path, place)?),
            None if years(&path, Folder::default())?.is_empty() => {}
            None => {
                return Err(format!(
                    "{}: 文件夹的名字不能用在地址里\n    怎么办：地区的文件夹用小写拼音命名，如 data/luohu，至多 24 个字母",
                    path.display()
                ));
            }
        }
    }
    Ok(editions)
}

/// Names of the folders in a folder, in order.
fn folders(path: &Path) -> Result<Vec<String>, String> {
    let entries =
        std::fs::read_dir(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| {
            let entry = entry.ok()?;
            entry.path().is_dir().then(|| entry.file_name().into_string().ok())?
        })
        .collect();
    names.sort();
    Ok(names)
}

/// The years in a place's folder, newest first.
fn years(path: &Path, place: Folder) -> Result<Vec<Edition>, String> {
    let names = folders(path)?;
    let of_place = |name: &String| Some(Edition { place, ..Edition::parse(name)? });
    Ok(names.iter().rev().filter_map(of_place).collect())
}

/// The files of a report.
pub fn read_edition(data: &Path, edition: Edition) -> Result<SourceFiles, String> {
    let folder = data.join(edition.to_string());
    let place = edition.place.name();
    Ok(SourceFiles {
        folder: place.to_string(),
        year: edition.year,
        report: read(&folder.join("report.txt"))?,
        annotations: read(&folder.join("annotations.json"))?,
        terms: read(&data.join("terms.json"))?,
        site: read(&data.join("site.json"))?,
        place: match place {
            "" => File::default(),
            _ => read(&data.join(place).join("site.json"))?,
        },
        words: read_if_there(&data.join("words.json"))?,
    })
}

/// Every file of the data with its path from the folder around `data`, as the desk opens it.
///
/// # Errors
/// The first that cannot be read.
pub fn all(data: &Path) -> Result<Vec<(String, Vec<u8>)>, String> {
    let mut paths = vec!["site.json".to_string(), "terms.json".to_string()];
    paths.extend(Some("words.json".to_string()).filter(|path| data.join(path).exists()));
    for edition in editions(data)? {
        let own = format!("{}/site.json", edition.place.name());
        paths.extend(Some(own).filter(|own| !own.starts_with('/') && !paths.contains(own)));
        paths.extend(["report.txt", "annotations.json"].map(|name| format!("{edition}/{name}")));
    }
    let read = |path: String| Ok((format!("data/{path}"), read(&data.join(&path))?.bytes));
    paths.into_iter().map(read).collect()
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
