//! What a clerk works on: the files of `data/` in memory, read and written as a whole. An archive of
//! them is all that is kept between visits; nothing is lost on the way in or out.

use std::io::{Cursor, Read as _};

use serde_json::json;
use zip::ZipArchive;

use crate::draft::annotations_json;
use crate::ingest::annotation::{Annotations, Glossary};
use crate::ingest::source::{File, SourceFiles};
use crate::ingest::{self, Input};
use crate::issue::Issue;
use crate::model::{Edition, Folder, Site, Term};
use crate::site::press_kit::archive;

/// Files with their paths.
pub type Files = Vec<(String, Vec<u8>)>;

/// Most bytes of an archive, unpacked: a site with all its pictures is a quarter of it.
const MOST_BYTES: u64 = 128 << 20;

/// The data of a whole site.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Work {
    /// `site.json`.
    pub site: Site,
    /// `terms.json`.
    pub terms: Vec<Term>,
    /// `words.json`, as it was read; empty for the words that every site has.
    pub words: Vec<u8>,
    /// The years, newest first.
    pub years: Vec<Year>,
    /// The files of other places, below `data/`: kept and published as they are.
    pub places: Files,
}

/// One year's folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Year {
    /// The year reported on.
    pub year: u16,
    /// `report.txt`.
    pub text: String,
    /// `annotations.json`.
    pub annotations: Annotations,
}

impl Work {
    /// The data in `files`, in whatever folder it lies.
    ///
    /// # Errors
    /// What cannot be read of them.
    pub fn read(files: &Files) -> Result<Self, Vec<Issue>> {
        let editions = editions(files);
        let mut work = Self::default();
        let mut issues = Vec::new();
        if editions.is_empty() {
            let remedy = "里面要有以年份命名的文件夹，如 2020/report.txt；请选工作台存过的文件";
            issues.push(Issue::new("readable", "data", 1, "里面没有年度数据", remedy));
        }
        for edition in editions {
            let source = source(files, edition);
            match ingest::decode(&source) {
                Ok(_) if edition.place != Folder::default() => {
                    let annotations = source.annotations.bytes;
                    for (name, bytes) in
                        [("report.txt", source.report.bytes), ("annotations.json", annotations)]
                    {
                        work.places.push((format!("data/{edition}/{name}"), bytes));
                    }
                    let site = format!("data/{}/site.json", edition.place.name());
                    if work.places.iter().all(|(path, _)| *path != site) {
                        work.places.push((site, source.place.bytes));
                    }
                }
                Ok(Input { text, annotations, terms, site, .. }) => {
                    work.years.push(Year { year: edition.year, text, annotations });
                    (work.terms, work.site) = (terms, site);
                    work.words = source.words.bytes;
                }
                Err(found) => issues.extend(found),
            }
        }
        issues.sort();
        issues.dedup();
        if issues.is_empty() { Ok(work) } else { Err(issues) }
    }

    /// All of it as files below `data/`.
    pub fn files(&self) -> Files {
        let site = json!({
            "place": self.site.place, "address": self.site.address,
            "contact": self.site.contact, "source": self.site.source,
        });
        let terms: Vec<_> = self
            .terms
            .iter()
            .map(|Term { id, term, also, meaning, .. }| {
                json!({"id": id, "term": term, "also": also, "meaning": meaning})
            })
            .collect();
        let terms = json!({"terms": terms});
        let mut files = vec![
            ("data/site.json".to_string(), format!("{site:#}\n").into_bytes()),
            ("data/terms.json".to_string(), format!("{terms:#}\n").into_bytes()),
        ];
        if !self.words.is_empty() {
            files.push(("data/words.json".to_string(), self.words.clone()));
        }
        for Year { year, text, annotations } in &self.years {
            let annotations = annotations_json(annotations).into_bytes();
            files.push((format!("data/{year}/report.txt"), text.clone().into_bytes()));
            files.push((format!("data/{year}/annotations.json"), annotations));
        }
        files.extend(self.places.iter().cloned());
        files
    }

    /// The data of one year.
    pub fn year(&self, year: u16) -> Option<&Year> {
        self.years.iter().find(|known| known.year == year)
    }

    /// The same, to be changed.
    pub fn year_mut(&mut self, year: u16) -> Option<&mut Year> {
        self.years.iter_mut().find(|known| known.year == year)
    }

    /// The work with the report of one year taken for another's; none where that year is there already.
    pub fn with_year(&self, from: u16, to: u16) -> Option<Self> {
        if self.year(to).is_some() {
            return None;
        }
        let mut work = self.clone();
        let at = work.years.iter().position(|known| known.year == from)?;
        let year = work.years.remove(at);
        work.put(Year { year: to, ..year });
        Some(work)
    }

    /// Puts a year where it belongs, in place of one that was there.
    pub fn put(&mut self, year: Year) {
        self.years.retain(|known| known.year != year.year);
        self.years.push(year);
        self.years.sort_by_key(|year| std::cmp::Reverse(year.year));
    }

    /// Whether somebody has looked at everything in every year.
    pub fn is_checked(&self) -> bool {
        self.years.iter().all(|year| year.annotations.is_checked())
    }
}

/// The reports that are among `files`, in the order of [`crate::files::editions`].
pub fn editions(files: &Files) -> Vec<Edition> {
    let root = root(files);
    let mut editions: Vec<Edition> = files
        .iter()
        .filter_map(|(path, _)| {
            Edition::parse(path.strip_prefix(root)?.strip_suffix("/report.txt")?)
        })
        .collect();
    editions.sort_by_key(|edition| (edition.place, std::cmp::Reverse(edition.year)));
    editions
}

/// The path, with its `/`, of the folder that the data lies in: an archive may have others around it.
fn root(files: &Files) -> &str {
    let is_site = |path: &&str| *path == "site.json" || path.ends_with("/site.json");
    let is_report = |path: &&str| path.ends_with("/report.txt");
    let paths = || files.iter().map(|(path, _)| path.as_str());
    let n_steps = |path: &&str| path.matches('/').count();
    // Without the one file that lies in it, it is above the folder of a year.
    let (path, n_below) = match paths().filter(is_site).min_by_key(n_steps) {
        Some(path) => (path, 1),
        None => (paths().filter(is_report).min_by_key(n_steps).unwrap_or(""), 2),
    };
    path.rmatch_indices('/').nth(n_below - 1).map_or("", |(at, _)| &path[..=at])
}

/// The files that a report is made from; what is not there is empty, but never the report.
pub fn source(files: &Files, edition: Edition) -> SourceFiles {
    let root = root(files);
    let file = |name: &str, empty: &str| {
        let is_it = |(path, _): &&(String, Vec<u8>)| path.strip_prefix(root) == Some(name);
        let bytes = files.iter().find(is_it).map_or(empty.into(), |(_, bytes)| bytes.clone());
        File { path: name.to_string(), bytes }
    };
    let place = edition.place.name();
    SourceFiles {
        folder: place.to_string(),
        year: edition.year,
        report: file(&format!("{edition}/report.txt"), ""),
        annotations: file(
            &format!("{edition}/annotations.json"),
            r#"{"schema": 1, "figures": []}"#,
        ),
        terms: file("terms.json", r#"{"terms": []}"#),
        site: file("site.json", r#"{"place": ""}"#),
        place: match place {
            "" => File::default(),
            _ => file(&format!("{place}/site.json"), r#"{"place": ""}"#),
        },
        words: file("words.json", ""),
    }
}

/// The glossary in a file; none where there is none that can be read.
pub fn terms_in(files: &Files) -> Vec<Term> {
    let source = source(files, Edition::default());
    serde_json::from_slice::<Glossary>(&source.terms.bytes)
        .map_or_else(|_| Vec::new(), |all| all.terms)
}

/// An archive of `files`, the same bytes for the same files.
pub fn pack(files: &Files) -> Vec<u8> {
    let files = files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
    // Memory is always written to.
    archive(files).unwrap_or_default()
}

/// The files of an archive; none if it is none, or made to fill the memory.
pub fn unpack(bytes: &[u8]) -> Option<Files> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut files = Vec::new();
    let mut left = MOST_BYTES;
    for at in 0..archive.len() {
        let file = archive.by_index(at).ok()?;
        if file.is_dir() {
            continue;
        }
        let path = file.name().ok()?.replace('\\', "/");
        let mut content = Vec::new();
        file.take(left + 1).read_to_end(&mut content).ok()?;
        left = left.checked_sub(content.len() as u64)?;
        files.push((path, content));
    }
    Some(files)
}
