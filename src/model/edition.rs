//! Which report is meant: the place it is of and its year. It is the folder that the report's data lies
//! in, and the folder that its pages lie in.

use std::fmt;

/// Longest name of a place's folder, in bytes.
const LONGEST_FOLDER: usize = 24;

/// A place's folder below `data/`: lower-case letters, digits and hyphens (`luohu`); empty for the
/// place whose years lie in `data/` itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Folder([u8; LONGEST_FOLDER]);

impl Folder {
    /// The folder of that name; none if it cannot be part of an address.
    pub fn parse(name: &str) -> Option<Self> {
        let is_allowed = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
        let mut folder = Self::default();
        folder.0.get_mut(..name.len())?.copy_from_slice(name.as_bytes());
        let is_year = year(name).is_some();
        (name.bytes().all(is_allowed) && !is_year && !RESERVED.contains(&name)).then_some(folder)
    }

    /// Its name.
    pub fn name(&self) -> &str {
        let end = self.0.iter().position(|byte| *byte == 0).unwrap_or(LONGEST_FOLDER);
        // Only names were put in.
        std::str::from_utf8(&self.0[..end]).unwrap_or_default()
    }
}

/// Folders of the site that are no place's.
const RESERVED: [&str; 6] = ["about", "compare", "deploy", "desk", "embed-guide", "search"];

/// A report of a place and a year. Those of one place stand together, older ones first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edition {
    /// The place.
    pub place: Folder,
    /// The year reported on.
    pub year: u16,
}

impl Edition {
    /// The report of the site's own place for a year.
    pub fn of_year(year: u16) -> Self {
        Self { year, ..Self::default() }
    }

    /// The edition in the folder of that path: `2020`, `luohu/2022`.
    pub fn parse(path: &str) -> Option<Self> {
        let (place, name) = path.rsplit_once('/').unwrap_or(("", path));
        Some(Self { place: Folder::parse(place)?, year: year(name)? })
    }

    /// Its name where a path has no room for two steps: `luohu-2022`.
    pub fn slug(self) -> String {
        self.to_string().replace('/', "-")
    }

    /// The edition of that [`Edition::slug`].
    pub fn of_slug(slug: &str) -> Option<Self> {
        let (place, name) = slug.rsplit_once('-').unwrap_or(("", slug));
        Some(Self { place: Folder::parse(place)?, year: year(name)? })
    }
}

impl fmt::Display for Edition {
    /// The path of its folder.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place.name() {
            "" => write!(out, "{:04}", self.year),
            place => write!(out, "{place}/{:04}", self.year),
        }
    }
}

/// The year that a folder is named by.
fn year(name: &str) -> Option<u16> {
    name.parse().ok().filter(|_| name.len() == 4 && name.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What a page of one edition knows of the archive it lies in, however large that is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Editions {
    /// The one whose overview is the home page.
    pub home: Edition,
    /// The years of the page's own place, newest first.
    pub years: Vec<u16>,
    /// Whether there are other places.
    pub has_places: bool,
}

impl Editions {
    /// The only one there is.
    pub fn only(edition: Edition) -> Self {
        Self { home: edition, years: vec![edition.year], has_places: false }
    }

    /// What a page of `edition` knows, in an archive of `all`, whose first is the home page.
    pub fn of(all: &[Edition], edition: Edition) -> Self {
        let mut years: Vec<u16> = all
            .iter()
            .filter(|known| known.place == edition.place)
            .map(|known| known.year)
            .collect();
        years.sort_unstable_by(|left, right| right.cmp(left));
        let has_places = all.iter().any(|known| known.place != edition.place);
        Self { home: all.first().copied().unwrap_or(edition), years, has_places }
    }

    /// Whether there is any other.
    pub fn has_others(&self) -> bool {
        self.years.len() > 1 || self.has_places
    }
}
