//! The groups of words about numbers, in pictures and in files: what a qualifier means, what the
//! program computed, and what a reader finds in a chart, a table or a kit far from the page.

/// What the word beside a number says about its value, in one sentence.
pub struct Explanations {
    /// Of what a report means to reach.
    pub planned: fn(year: u16) -> String,
    pub exact: &'static str,
    pub over: fn(word: &str, lower: &str) -> String,
    pub over_below: fn(word: &str, lower: &str, upper: &str) -> String,
    pub more_than: fn(word: &str, value: &str) -> String,
    pub at_least: fn(word: &str, value: &str) -> String,
    pub less_than: fn(word: &str, value: &str) -> String,
    pub at_most: fn(word: &str, value: &str) -> String,
    pub about: fn(word: &str, value: &str) -> String,
    pub between: fn(word: &str, lower: &str, upper: &str) -> String,
    pub approximate: fn(word: &str) -> String,
    pub rank: fn(rank: &str) -> String,
    pub first_few: fn(rank: &str) -> String,
    pub rise: &'static str,
    pub fall: &'static str,
}

/// Numbers that the program computed.
pub struct Derived {
    /// The mark on all of them, wherever they are shown.
    pub mark: &'static str,
    pub about: &'static str,
    pub per: fn(formula: &str, unit: &str) -> String,
    pub agrees: fn(stated: &str) -> String,
    pub differs: fn(stated: &str, computed: &str) -> String,
    pub count_fits: fn(rate: &str) -> String,
    pub no_count_fits: fn(whole: &str, rate: &str, nearest: &str, its_rate: &str) -> String,
}

/// The direction of a change, set before its number: of a share, and of what is counted.
pub struct Changes {
    pub up: [&'static str; 2],
    pub down: [&'static str; 2],
}

/// Words in the picture of a chart.
pub struct Pictures {
    pub rest: &'static str,
    pub characters: &'static str,
    pub section_size: fn(n_characters: &str, n_figures: usize) -> String,
    pub open_end: &'static str,
    /// The same of dots.
    pub open_dot: &'static str,
    /// The same of marks and streams.
    pub open_count: &'static str,
    /// How many of that unit a mark stands for.
    pub mark_worth: fn(u32, &str) -> String,
    /// The whole text as bars, and what they are.
    pub text_map: &'static str,
    pub text_map_legend: fn(n_sentences: usize, n_figures: usize) -> String,
    /// Where in the report a number stands.
    pub stands_in: fn(section: &str) -> String,
    /// How many items of a part are not shown.
    pub more_items: fn(n_more: usize) -> String,
    /// Above a number: whose and of which year it is.
    pub kicker: fn(place: &str, period: &str, subject: &str) -> String,
    /// What most reports are of; said only of those whose title says so.
    pub subject: &'static str,
    /// One of several points.
    pub item: fn(&str) -> String,
    /// Below a page of several: which page of how many.
    pub page: fn(nth: usize, n_pages: usize) -> String,
    /// At the end of 一图读懂: where its numbers come from.
    pub every_number: &'static str,
    pub computed: &'static str,
    /// The same where what is left over is written as such.
    pub computed_rest: &'static str,
    pub source: fn(title: &str, issuers: &str, date: Option<&str>) -> String,
}

/// A chart of figures that a reader chose.
pub struct CustomChart {
    pub name: &'static str,
    pub subtitle: fn(n_figures: usize, year: u16, unit: &str) -> String,
    pub description: fn(stated: &[String]) -> String,
    /// Told of a headline that is the reader's own.
    pub own_title: &'static str,
    pub note: &'static str,
    pub title: fn(labels: &[&str]) -> String,
}

/// Tables, citations and the press kit.
pub struct Files {
    pub figure_columns: [&'static str; 13],
    pub chart_columns: [&'static str; 7],
    pub figure_sheet: &'static str,
    pub note_sheet: &'static str,
    pub notes: fn(title: &str, issuers: &str, date: Option<&str>) -> [String; 4],
    pub citation: fn(title: &str, date: Option<&str>, section: &str, quote: &str) -> String,
    pub chart_citation: fn(chart: &str, subtitle: &str, title: &str, date: Option<&str>) -> String,
    /// The report's overview as a Word document: its title, what is said below, and the name of its file in
    /// the press kit.
    pub briefing: fn(title: &str) -> String,
    pub briefing_note: &'static str,
    pub briefing_name: &'static str,
    /// What time a figure is of, behind its name.
    pub of_time: fn(period: &str) -> String,
    /// Where a figure stands.
    pub in_sentence: fn(section: &str, sentence: &str) -> String,
    pub kit_note_name: &'static str,
    pub kit_note: fn(title: &str, issuers: &str, date: Option<&str>) -> String,
    pub kit_charts: &'static str,
    pub kit_files: &'static str,
    /// In the single file, instead of links to files.
    pub not_in_single_file: &'static str,
}

/// The tool of the embed guide that makes the codes.
pub struct GuideTool {
    /// What stands where the desk will be.
    pub desk_loading: &'static str,
    /// Stands for the site's address where that is not known.
    pub your_address: &'static str,
    pub view: &'static str,
    pub view_explorer: &'static str,
    pub view_charts: &'static str,
    pub view_topics: &'static str,
    pub view_figures: &'static str,
    pub theme: &'static str,
    pub theme_auto: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub theme_contrast: &'static str,
    pub width: &'static str,
    pub height: &'static str,
    pub large: &'static str,
    pub plain: &'static str,
    pub table: &'static str,
    pub no_download: &'static str,
    pub hash: &'static str,
    pub events: &'static str,
    pub utf8: &'static str,
    pub preview: &'static str,
    pub code: &'static str,
    pub code_names: [&'static str; 3],
    pub copy_code: &'static str,
    pub copied: &'static str,
    pub copy_by_hand: &'static str,
}

/// What stands in for a page that was never opened, where there is no network.
pub struct Offline {
    pub title: &'static str,
    pub why: &'static str,
    pub available: fn(year: u16) -> String,
}
