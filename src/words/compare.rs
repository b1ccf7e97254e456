//! The words of pages that put reports side by side.

/// Two reports side by side, the numbers of several years, and the list of all reports.
pub struct Comparison {
    // What a report is called beside another.
    pub year: fn(year: u16) -> String,
    pub place_and_year: fn(place: &str, year: u16) -> String,
    /// A number that is planned, one of several years.
    pub planned: fn(name: &str, year: u16) -> String,
    pub begun: fn(name: &str, year: u16) -> String,
    pub of_years: fn(name: &str) -> String,

    // The page of two reports.
    pub title: fn(place: &str, one: u16, other: u16) -> String,
    pub title_of_places: fn(one: &str, other: &str) -> String,
    pub description: fn(title: &str, n_pairs: usize) -> String,
    pub introduction: &'static str,
    pub of_places: &'static str,
    pub summary: fn(n_pairs: usize, n_confirmed: usize) -> String,
    pub nothing: &'static str,
    pub like: &'static str,
    /// What stands in explanations of words.
    pub explained: &'static str,
    pub promises: &'static str,
    pub only: fn(name: &str) -> String,
    pub downloads: &'static str,
    pub file: [&'static str; 3],
    pub to_text: &'static str,
    pub unconfirmed: &'static str,
    /// A note with that behind it.
    pub with_unconfirmed: fn(note: &str) -> String,
    pub confirmed: &'static str,
    pub computed: &'static str,
    pub jump: &'static str,

    // What lies between two numbers.
    pub more: &'static str,
    pub less: &'static str,
    pub larger_fall: &'static str,
    pub smaller_fall: &'static str,
    pub same: &'static str,
    pub share: fn(is_more: bool, share: &str) -> String,
    pub between: fn(word: &str, least: &str, most: &str) -> String,
    pub at_least: fn(word: &str, least: &str) -> String,
    pub unknown: &'static str,
    pub ranks: &'static str,
    pub far_apart: &'static str,
    /// What changed most: heading, what is in it, and a number beside a later one.
    pub largest: &'static str,
    pub largest_note: &'static str,
    pub largest_computed: &'static str,
    pub becomes: fn(one: &str, other: &str) -> String,
    pub beside: fn(one: [&str; 2], other: [&str; 2]) -> String,
    /// What a picture is from.
    pub card_source: fn(titles: &[String; 2]) -> String,
    /// The picture to take away, and the code for pages of others.
    pub card: &'static str,
    pub embed: &'static str,
    pub embed_note: &'static str,
    pub points: &'static str,
    pub points_of_thousand: &'static str,
    pub stated_agrees: fn(name: &str, stated: &str) -> String,
    pub stated_differs: fn(name: &str, stated: &str, computed: &str) -> String,

    // Why a number has none beside it.
    pub no_such_unit: &'static str,
    pub not_alike: &'static str,
    pub decided: &'static str,

    // Promises.
    pub answer_of_years: &'static str,
    pub how_promises_are_found: &'static str,
    pub promised_in: fn(name: &str) -> String,
    pub answered_in: fn(name: &str) -> String,
    pub no_answer: &'static str,
    pub not_mentioned: &'static str,
    pub more_promises: fn(n: usize) -> String,

    // Files.
    pub columns: [&'static str; 15],
    pub archive_columns: [&'static str; 16],
    pub sheet: &'static str,

    // A figure's page.
    pub other_years: &'static str,
    pub series: fn(label: &str) -> String,
    pub from_to: fn(one: u16, other: u16) -> String,
    pub to_comparison: fn(one: u16, other: u16) -> String,

    // The list of all reports.
    pub archive: fn(n_reports: usize, n_places: usize) -> String,
    pub compare_with: fn(name: &str) -> String,
    pub archive_files: &'static str,
    pub archive_file: [&'static str; 3],
}
