//! The groups of words that stand around pages and that answer what a reader does on them: header
//! and footer, buttons, search, card, tables and charts, export.

use crate::model::Part;

/// Marks between the words of a page, and short forms that many sentences have.
pub struct Punctuation {
    /// Between the items of a list.
    pub list: &'static str,
    /// Where words are left out.
    pub ellipsis: &'static str,
    pub full_stop: &'static str,
    /// A name and what it names: a figure and its value, a button and its target.
    pub labelled: fn(label: &str, words: &str) -> String,
    /// The title of a document.
    pub titled: fn(title: &str) -> String,
    pub year: fn(year: u16) -> String,
    /// What is planned for a year, and what is of several years by that year's report.
    pub next_year: fn(year: u16) -> String,
    pub begun_year: fn(year: u16) -> String,
    pub years: fn(year: u16) -> String,
    /// What stands on every page and in every file of a report that nobody has checked.
    pub unchecked: &'static str,
    /// The same behind a title.
    pub unchecked_title: &'static str,
}

/// The header and footer of every page, and the list of sections beside the text.
pub struct Layout {
    pub skip: &'static str,
    pub skip_to_contents: &'static str,
    pub navigation: &'static str,
    pub contents: &'static str,
    pub large_on: &'static str,
    pub large_off: &'static str,
    pub contrast_on: &'static str,
    pub contrast_off: &'static str,
    pub other_editions: &'static str,
    pub unavailable: &'static str,
    /// What was pressed waits for the page program.
    pub waiting: &'static str,
    pub site_name: fn(place: &str, year: u16) -> String,
    pub dated: fn(date: &str, is_submitted: bool) -> String,
    /// The date behind the issuers.
    pub date: fn(date: &str) -> String,
}

/// Buttons that many places have.
pub struct Buttons {
    pub close: &'static str,
    pub copy_link: &'static str,
    pub copy_citation: &'static str,
    pub copied: &'static str,
    /// What to do with a text that is to be forwarded.
    pub to_paste: &'static str,
    /// How WeChat forwards a page.
    pub in_wechat: &'static str,
    pub not_copied: &'static str,
    pub open_page: &'static str,
}

/// What a button prints.
pub struct Print {
    pub whole_text: &'static str,
    pub section: fn(heading: &str) -> String,
    pub chart: &'static str,
    pub figure: &'static str,
    /// Before the page's address, on paper.
    pub address: &'static str,
}

/// The search box and the search page.
pub struct Search {
    pub label: &'static str,
    pub placeholder: &'static str,
    pub hint: &'static str,
    pub examples: &'static str,
    pub cut_off: fn(max_length: &str) -> String,
    /// What stands behind a number of hits.
    pub hits_unit: &'static str,
    pub read_all: &'static str,
    pub ellipsis: &'static str,

    // How much was found. Numbers come as text: the search program formats none.
    pub all_hits: fn(n_hits: &str) -> String,
    pub n_hits: fn(query: &str, n_hits: &str) -> String,
    pub no_hits: fn(query: &str) -> String,
    pub did_you_mean: &'static str,

    // Everyday words: what the report writes for one, that it writes none of it, and parts of it that are
    // asked for.
    /// What pieces of a query the report writes, where it does not write the whole.
    pub pieces: fn(query: &str, pieces: &[String]) -> String,
    pub written_as: fn(word: &str, written: &[String]) -> String,
    pub related: fn(word: &str, written: Option<&str>, related: &[String]) -> String,
    pub not_written: fn(word: &str, written: Option<&str>) -> String,
    pub part: fn(part: Part) -> &'static str,
    pub no_part: fn(part: Part, issuers: &str) -> String,
    /// Queries that show what the box understands.
    pub example_queries: [&'static str; 6],
    pub elsewhere: &'static str,

    // What the other reports of a site have on a query: the way there, and what is said there.
    pub look_in_others: &'static str,
    pub others: &'static str,
    pub others_failed: &'static str,
    pub in_no_other: fn(query: &str) -> String,
    pub in_others: fn(query: &str, n_reports: &str, has_more: bool) -> String,
    pub written_in_others: fn(query: &str, written: &str) -> String,
    pub more_others: &'static str,
    pub all_in_report: &'static str,
    pub report_of: fn(place: &str, year: &str) -> String,

    // How it was found.
    pub by_words: &'static str,
    pub by_value: &'static str,
    pub by_pinyin: &'static str,
    pub by_sound: &'static str,
    pub by_near: &'static str,

    // What kind of thing it is, and where it stands.
    pub kind_large_print: &'static str,
    pub kind_figure: &'static str,
    pub kind_chart: &'static str,
    pub kind_heading: &'static str,
    pub kind_term: &'static str,
    pub kind_sentence: &'static str,
    pub in_large_print: &'static str,
    pub in_charts: &'static str,
    pub in_terms: &'static str,
}

/// The bar below the text that leads from match to match.
pub struct Matches {
    pub none: fn(query: &str) -> String,
    pub count: fn(query: &str, n_matches: u32) -> String,
    pub position: fn(query: &str, number: u32, n_matches: u32) -> String,
    pub previous: &'static str,
    pub next: &'static str,
    /// In place of `next` where there is only one.
    pub again: &'static str,
    pub all_hits: &'static str,
}

/// The card of a figure, a term or a sentence.
pub struct Card {
    pub hint: &'static str,
    pub hint_number: &'static str,
    /// Where the address names something that the report has not.
    pub unknown: &'static str,
    pub unknown_title: &'static str,
    pub unknown_why: &'static str,
    pub figure: &'static str,
    pub term: &'static str,
    pub sentence: &'static str,
    pub editor_note: &'static str,
    pub stands_in: fn(topic: &str, period: &str, section: &str) -> String,
    pub charts: &'static str,
    pub to_text: &'static str,
    pub figure_page: &'static str,
    pub this_sentence: &'static str,
    pub previous_sentence: &'static str,
    pub next_sentence: &'static str,
}

/// The table of all figures.
pub struct FigureTable {
    pub count: fn(n_figures: usize) -> String,
    pub download: &'static str,

    // Filter and order.
    pub all: &'static str,
    pub topic: &'static str,
    pub unit: &'static str,
    pub order: &'static str,
    pub order_report: &'static str,
    pub order_value: &'static str,

    // Its columns, which a chart's table has, too.
    pub choose: &'static str,
    pub choose_hint: &'static str,
    pub label: &'static str,
    pub value: &'static str,
    pub sentence: &'static str,
    pub section: &'static str,
    pub citation: &'static str,
    /// The unit of a rank, which has none.
    pub rank_unit: &'static str,
}

/// The page of one figure.
pub struct FigurePage {
    /// What is left of a rate, as computed.
    pub rest: fn(rest: &str) -> String,
    pub forward: &'static str,
    pub code: &'static str,
    pub card: &'static str,
    pub card_of_size: fn(width: u32, height: u32) -> String,
    /// What is sent on with an address.
    pub short: fn(place: &str, year: u16, label: &str, value: &str) -> String,
    pub stated: &'static str,
    pub year: &'static str,
    pub in_sentence: &'static str,
    pub same_topic: fn(topic: &str) -> String,
    pub previous: &'static str,
    pub next: &'static str,
}

/// Figures that a reader chose for a chart, and why there is none of them.
pub struct ChosenFigures {
    pub count: fn(n_figures: usize) -> String,
    pub make_chart: &'static str,
    /// How the keyboard comes here from a box.
    pub by_key: &'static str,
    pub clear: &'static str,
    /// Above the list of figures to choose from, where none is chosen and where some are.
    pub choose: &'static str,
    pub choose_again: &'static str,
    /// A group of figures of one unit.
    pub of_unit: fn(unit: &str, n_figures: usize) -> String,
    pub to_chart: &'static str,
    pub headline: &'static str,
    pub refused_empty: &'static str,
    pub refused_rank: fn(label: &str) -> String,
    pub refused_units: fn(one: &str, one_unit: &str, other: &str, other_unit: &str) -> String,
    pub refused_too_many: fn(most: usize) -> String,
}

/// Reading aloud.
pub struct ReadAloud {
    pub start: &'static str,
    pub stop: &'static str,
    pub pause: &'static str,
    pub go_on: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub rate: fn(rate: &str) -> String,
}

/// The list of charts, and the page of one.
pub struct ChartPage {
    /// Where nobody has drawn a chart.
    pub none: &'static str,
    // How many figures stand in a chart, and why the others do not.
    pub charted: fn(n_charts: usize, n_figures: usize, n_charted: usize) -> String,
    pub all_charted: &'static str,
    pub uncharted: fn(n_figures: usize) -> String,
    pub why_uncharted: &'static str,
    pub uncharted_because: fn(labels: &str, reason: &str) -> String,
    pub reason_rank: &'static str,
    pub reason_alone: &'static str,
    pub reason_other: &'static str,

    pub press_kit: &'static str,
    pub briefing: &'static str,
    pub more: &'static str,
    pub as_table: &'static str,
    pub as_chart: &'static str,
    /// The way to the guide with the codes of this chart.
    pub embed: &'static str,
    pub order_given: &'static str,
    pub order_chosen: &'static str,
    pub order_value: &'static str,
    pub description: &'static str,
    pub table: &'static str,
    /// Below a chart in a frame on another page.
    pub credit: fn(title: &str, date: Option<&str>) -> String,
}

/// The ways to take a chart along.
pub struct Export {
    pub title: &'static str,

    // How it is saved.
    pub preset: &'static str,
    pub preset_original: &'static str,
    pub preset_slide: &'static str,
    pub preset_square: &'static str,
    pub preset_portrait: &'static str,
    pub preset_cover: &'static str,
    pub scale: &'static str,
    pub dark: &'static str,
    pub with_code: &'static str,
    pub with_notes: &'static str,
    pub file_and_size: fn(name: &str, width: u32, height: u32) -> String,

    pub save_png: &'static str,
    pub save_svg: &'static str,
    pub save_csv: &'static str,
    pub copy_picture: &'static str,
    pub copy_table: &'static str,

    // What became of it.
    pub drawing: &'static str,
    pub handed_over: fn(name: &str) -> String,
    pub handed_over_in_frame: fn(name: &str) -> String,
    pub if_no_picture: &'static str,
    pub if_no_text: &'static str,
    pub built_instead: &'static str,
    pub svg_instead: &'static str,
    pub refused: fn(name: &str) -> String,
    pub picture_not_copied: &'static str,
    pub show_picture: &'static str,
    pub copy_content: &'static str,
    pub press_to_save: &'static str,
}
