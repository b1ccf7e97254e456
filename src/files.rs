//! Reads the files of a report below `data/`, and the programs that a site is made around. Native only, like all
//! reading of files.

use std::path::Path;

use crate::ingest::source::{File, SourceFiles};
use crate::model::{Edition, Folder};
use crate::site::{Modules, Program};

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

/// The frame of every page, and the programs and scripts in `folder`; those of the desk where they are wanted.
///
/// # Errors
/// The first that is not there or cannot be read.
pub fn program(template: &Path, folder: &Path, with_desk: bool) -> Result<Program, String> {
    let bytes = |path: &Path| {
        std::fs::read(path).map_err(|error| {
            let path = path.display();
            format!("{path}：没有这个文件（{error}）\n    怎么办：在项目文件夹里运行 make dist")
        })
    };
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).map_err(|error| error.to_string());
    let read = |name: &str| bytes(&folder.join(name));
    let script = |name: &str| text(read(name)?).map_err(|error| format!("{name}：{error}"));
    let of_desk = |name: &str| if with_desk { read(name) } else { Ok(Vec::new()) };
    let script_of_desk = |name: &str| if with_desk { script(name) } else { Ok(String::new()) };
    let program = Program {
        template: text(bytes(template)?)?,
        head_script: script("head.js")?,
        search_ahead_script: script("search_ahead.js")?,
        start_script: script("start.js")?,
        single_file_script: script("single_file.js")?,
        unpack_script: script("unpack_programs.js")?,
        worker_script: script("worker.js")?,
        page_script: script("page.js")?,
        desk_script: script_of_desk("desk.js")?,
        desk_worker_script: script_of_desk("desk_worker.js")?,
        desk_program_script: script_of_desk("desk_program.js")?,
        modules: Modules {
            page: read("page.wasm")?,
            search: read("search.wasm")?,
            archive: read("archive.wasm")?,
            desk: of_desk("desk.wasm")?,
            pdf: of_desk("pdf.wasm")?,
        },
        packed: Default::default(),
    };
    Ok(program.packed())
}
