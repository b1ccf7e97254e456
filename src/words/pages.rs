//! The groups of words that are a page's own: its name, title and description, and what the
//! overview, the audit and the page about the site say.

/// What pages are called: in the navigation, as headings, and as titles.
pub struct Pages {
    pub overview: &'static str,
    pub report: &'static str,
    pub figures: &'static str,
    pub all_figures: &'static str,
    pub charts: &'static str,
    /// The list of all charts.
    pub all_charts: &'static str,
    pub custom_chart: &'static str,
    pub pictures: &'static str,
    pub search: &'static str,
    pub audit: &'static str,
    pub more: &'static str,
    pub about: &'static str,
    pub embed_guide: &'static str,
    pub desk: &'static str,
    pub deploy: &'static str,
    pub not_found: &'static str,
    pub no_figure: &'static str,
    pub no_chart: &'static str,

    pub archive: &'static str,
    pub compare: &'static str,

    // Titles of the browser's tab and of forwarded links.
    pub overview_of: fn(year: u16, title: &str) -> String,
    pub embedded: fn(view: &str, title: &str) -> String,
    pub site: fn(place: &str) -> String,
    pub site_short: &'static str,

    // The page for an address that has none.
    pub not_found_why: &'static str,
    pub to_overview: fn(title: &str) -> String,
}

/// What a page holds, in one or two sentences for search engines and forwarded links.
pub struct Descriptions {
    pub overview: fn(title: &str, n_figures: usize) -> String,
    pub report: fn(title: &str) -> String,
    pub figures: fn(title: &str, n_figures: usize) -> String,
    pub figure: fn(label: &str, value: &str, sentence: &str) -> String,
    pub charts: fn(title: &str, n_charts: usize) -> String,
    pub chart: fn(subtitle: &str, description: &str) -> String,
    pub custom_chart: fn(title: &str) -> String,
    pub pictures: fn(title: &str) -> String,
    pub search: fn(title: &str) -> String,
    pub audit: fn(title: &str) -> String,
    pub embedded: fn(title: &str, view: &str) -> String,
    pub embed_guide: &'static str,
    pub desk: &'static str,
    pub deploy: &'static str,
    pub about: &'static str,
    pub archive: &'static str,
    pub compare: &'static str,
    pub not_found: &'static str,
}

/// The overview.
pub struct Overview {
    pub questions: &'static str,
    /// Where no figure says how something changed.
    pub better_or_worse: &'static str,
    pub no_previous: &'static str,
    pub answer_in_full: &'static str,
    pub highlights: &'static str,
    pub all_figures: fn(n_figures: usize) -> String,
    pub to_pictures: &'static str,
    /// What to do with the whole text as bars.
    pub press_bar: &'static str,
    pub areas: fn(n_areas: usize) -> String,
    pub shortcomings: &'static str,
    pub to_section: &'static str,
    pub plan: fn(year: u16) -> String,
    pub not_stated: &'static str,

    // What a report has to say by law, and where it says so.
    pub duties: &'static str,
    pub duties_source: &'static str,
    pub duty_measures: &'static str,
    pub duty_shortcomings: &'static str,
    pub duty_leadership: &'static str,
    pub duty_plan: &'static str,
    pub duty_other: &'static str,
}

/// The account of every number.
pub struct Audit {
    pub introduction: &'static str,
    /// How it ends: for a report that an editor has been through, and for one that nobody has.
    pub by_an_editor: &'static str,
    pub by_rules: &'static str,
    pub numbers: &'static str,
    pub figures: &'static str,
    pub exclusions: &'static str,
    pub unaccounted: &'static str,
    pub whole_text: &'static str,
    pub legend_figure: &'static str,
    pub legend_exclusion: &'static str,
    pub excluded: &'static str,
    pub stated: &'static str,
    pub reason: &'static str,
    pub places: &'static str,
    pub by_rule: &'static str,
    pub by_editor: &'static str,
    pub reason_by: fn(reason: &str, by: &str) -> String,
    pub derived: &'static str,
}

/// The page of 一图读懂.
pub struct PicturePage {
    pub introduction: &'static str,
    /// Where the report has nothing to show.
    pub nothing: &'static str,
    pub long_png: &'static str,
    pub long_svg: &'static str,
    pub map_png: &'static str,
    pub map_svg: &'static str,
    pub pages: fn(n_pages: usize) -> String,
    pub page: fn(nth: usize) -> String,
}

/// Where the report comes from, and what can be taken away.
pub struct About {
    pub introduction: fn(title: &str, issuers: &str) -> String,
    pub source: &'static str,
    pub contact: fn(contact: &str) -> String,
    pub numbers: &'static str,
    pub how_numbers_are_read: &'static str,
    pub to_audit: &'static str,

    pub downloads: &'static str,
    pub report_txt: &'static str,
    pub figures_csv: &'static str,
    pub figures_xlsx: &'static str,
    pub figures_json: &'static str,
    pub press_kit: &'static str,
    pub briefing: &'static str,
    pub report_json: &'static str,
    pub single_file: &'static str,

    pub own_site: &'static str,
    pub embed_guide: &'static str,
    pub desk: &'static str,
    pub deploy: &'static str,
    pub other_editions: &'static str,
    pub to_archive: &'static str,
    pub privacy: &'static str,
    pub no_tracking: &'static str,
    pub terms: &'static str,
}
