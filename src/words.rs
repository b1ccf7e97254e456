//! Every word of the interface, in one table a language: what pages, pictures and files say around
//! the report. The report's own words are never here, nor are the messages of the checks.
//!
//! A table is a [`Words`]; its fields stand in groups, one a place where the words are read. What
//! is the same every time is a `&'static str`; what has values in it is a function that makes the
//! sentence, since another language has other plurals and another order:
//! `(WORDS.figure_table.count)(43)`.
//!
//! Another language is another module like [`zh`], named at the end of this file.

#![allow(missing_docs, reason = "a field's words say what it is")]

#[cfg(feature = "site")]
mod compare;
#[cfg(feature = "desk")]
mod desk;
mod files;
mod pages;
mod screen;
mod zh;

#[cfg(feature = "site")]
pub use compare::Comparison;
#[cfg(feature = "desk")]
pub use desk::Desk;
pub use files::{Changes, CustomChart, Derived, Explanations, Files, GuideTool, Offline, Pictures};
pub use pages::{About, Audit, Descriptions, Overview, Pages, PicturePage};
pub use screen::{
    Buttons, Card, ChartPage, ChosenFigures, Export, FigurePage, FigureTable, Layout, Matches,
    Print, Punctuation, ReadAloud, Search,
};

/// The words of one language.
pub struct Words {
    /// `lang` of what is written in them.
    pub lang: &'static str,
    pub punctuation: Punctuation,

    // Pages: what they are called, and what stands around each of them.
    pub pages: Pages,
    pub descriptions: Descriptions,
    pub layout: Layout,
    pub buttons: Buttons,
    pub print: Print,

    // What a reader opens or looks for on a page.
    pub search: Search,
    pub matches: Matches,
    pub card: Card,

    // Pages with words of their own.
    pub overview: Overview,
    pub figure_table: FigureTable,
    pub figure_page: FigurePage,
    pub chosen_figures: ChosenFigures,
    pub chart_page: ChartPage,
    pub picture_page: PicturePage,
    pub read_aloud: ReadAloud,
    pub export: Export,
    pub audit: Audit,
    pub about: About,

    // What the program says about numbers.
    pub explanations: Explanations,
    pub changes: Changes,
    pub derived: Derived,

    // Pictures and files, which are read far from the pages.
    pub pictures: Pictures,
    pub custom_chart: CustomChart,
    pub files: Files,
    pub guide_tool: GuideTool,
    pub offline: Offline,
}

/// The words shown.
pub const WORDS: &Words = &zh::WORDS;

/// `WORDS.search` by itself, for the search program: no function of another group is linked into
/// it.
pub const SEARCH: &Search = &zh::SEARCH;

/// The words of comparisons by themselves: no program of a page has them.
#[cfg(feature = "site")]
pub const COMPARISON: &Comparison = &zh::COMPARISON;

/// The desk's words by themselves: readers who never open it do not load them.
#[cfg(feature = "desk")]
pub const DESK: &Desk = &zh::DESK;
