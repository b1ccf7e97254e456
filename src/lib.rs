//! Turns a government's yearly 法治政府建设 report into an explorer that runs in the reader's browser.
//!
//! # Bird's eye view
//!
//! A report is one text. Everything else stands over it as spans: sections and sentences that a
//! parser finds, figures and exclusions that an editor quotes. Numbers are read from the text by
//! code and never typed in.
//!
//! ```text
//! data/2020/report.txt ──┐
//! annotations.json ──────┤ ingest ──> model::Report ──> check ──┐
//! terms, words, site.json ┘                                     │
//!                                                               ├──> site ──> dist/
//! src/bin/page.rs ──> page.wasm  (Yew; takes the HTML over) ────┤      every page as HTML, data files,
//! src/bin/search.rs ─> search.wasm (bytes in, hits out) ────────┤      pictures, explorer.html, sw.js,
//! src/bin/archive.rs > archive.wasm (the same, of all reports) ─┘      the index over all reports
//! ```
//!
//! One library, five thin faces: the page, the search and the archive program (WebAssembly), the desk
//! (`src/bin/desk.rs`, WebAssembly, with `src/bin/pdf.rs` for PDF files), which makes the same site in
//! the browser, and the tool (`src/bin/tool.rs`, native). The programs are the same for every report.
//! `site` puts the report of the home page into the first two as a custom section, and every other lies in a
//! file of its own; either way a program is handed bytes ([`archive::read`]).
//!
//! An archive holds years and places: a report is a [`model::Edition`], which is its folder below
//! `data/` and below the site alike (`2020`, `luohu/2022`).
//!
//! `make dist`, step by step:
//!
//! | step | makes | of |
//! |---|---|---|
//! | `.ci/toolchain install` | tools of exact versions, once | package registries |
//! | cargo | `target/report-explorer` | `src/bin/tool.rs` |
//! | cargo | five modules, as compiled | `src/bin/{page,search,archive,desk,pdf}.rs` |
//! | wasm-bindgen | three modules; two with their scripts, `page.js`, `desk_program.js` | page, desk, PDF |
//! | wasm-opt | `target/program/{page,search,archive,desk,pdf}.wasm` | the modules |
//! | `report-explorer check` | nothing, or every problem of the data | `data/` |
//! | `report-explorer render` | `dist/` | all of these |
//!
//! In the browser `src/app/start.js` shows nothing and loads nothing until the page is touched: the
//! HTML is whole. Then the page program takes it over; `src/app/search_box.js` and the search
//! program answer in the search box, before and after; `src/app/archive_hits.js` fetches what the
//! archive program wants of the other reports' index. `src/app/sight.js` keeps the place that is
//! read clear of bars and in the history, `src/app/press.js` tells presses from selections, and
//! `src/app/take_over.js` bears what translators and extensions do to the page. In `explorer.html` all
//! of it stands in the page (`site::inline`), where `src/app/single_file.js` and
//! `src/app/unpack_programs.js` find it.
//!
//! # Where to start
//!
//! [`model::Report`] is what all of it is about; [`ingest::ingest`] makes it; `app::App` shows it;
//! `site::site` makes every file. New to Rust? `src/answer.rs` is plain functions from a query to
//! HTML, and `tests/suite/search.rs` shows what they promise.
//!
//! # Code map
//!
//! In reading order; a module imports only from those above it (`tests/suite/layers.rs` holds it to
//! that).
//!
//! | module | job |
//! |---|---|
//! | [`text`] | spans of a text, counted in characters |
//! | [`number`] | numbers as Chinese official texts write them: finds and reads quantities, says what is no data |
//! | [`speech`] | a text in the words it is read aloud in |
//! | [`model`] | what a report is: sections, sentences, figures; what its parts are called |
//! | [`markup`] | text inside HTML and SVG |
//! | [`words`] | every word of the interface |
//! | [`palette`] | every colour |
//! | [`issue`] | one thing that is wrong in the data, and what to do about it |
//! | [`ingest`] | text to report; pure steps that never fail |
//! | [`period`] | what time a figure is of: the year reported on, the next, several years |
//! | [`route`] | every page's address, title and description; what a reader chose on it |
//! | [`check`] | the table of named checks |
//! | `draft` | a first `annotations.json` for a new report, and what an editor wrote kept in it |
//! | [`archive`] | a report as bytes, as the programs read it |
//! | [`exchange`] | how bytes get into a program without glue, and out of it |
//! | [`embed_code`] | the codes that show a view on other people's pages |
//! | [`search`] | folds, matches and ranks; answers with spans; the index over all reports |
//! | [`answer`] | what was found, as HTML |
//! | [`export`] | figures as JSON and CSV, citations |
//! | `extract` | a clerk's file (.docx, .pdf, .html …) to text, and what was read of it as JSON |
//! | [`analysis`] | derived numbers, and what 多, 余 and 超 mean |
//! | `compare` | two reports side by side: figures of like meaning, what lies between them, promises |
//! | [`chart`] | chart to picture, drawn through plotters; SVG and CSV of a chart |
//! | [`pictures`] | number cards and 一图读懂: pictures of a report to take away |
//! | `app` | Yew: pages arrange, components show, hooks listen; `app::browser` alone touches the browser |
//! | `lexicon` | readings and other forms of a report's characters, from dictionaries |
//! | `site` | reports and programs in, every file of the site out |
//! | `desk` | any report opened, corrected and published in the browser; Yew over all of the above |
//! | `kept` | what takes long to make, kept by what it was made of |
//! | `raster` | SVG to PNG, with the fonts of the machine that builds |
//! | `files`, `serve` | reading `data/`, serving `dist/`; native only |
//!
//! # Invariants
//!
//! - The text is never changed. Sentences and spaces cover every character exactly once.
//! - Every number of the text is a figure or an exclusion with its reason; nothing is published
//!   otherwise.
//! - What the project computes is in [`analysis`], marked 推算，非报告原文, and never among the figures.
//! - The core has no clock, no randomness, no hash order, no I/O: native and WASM give the same
//!   bytes.
//! - State is what the reader chose, and all of it is in the address ([`route::Place`]).
//! - What never changes once it is shown (the report's words, pictures, tables, hits) is written as
//!   HTML text, all data in it through [`markup::escape`]; Yew renders what changes as the reader acts.
//! - The first rendering in the browser is the one the HTML holds; what the address adds comes in
//!   an effect.
//! - Addresses are relative: the site works below any folder of any host. No request leaves it.
//! - No program calls another: the page asks the script that started it. A program that does
//!   not come leaves plain HTML and one line that says so, and is asked for again at the next touch.
//! - Views for frames but the explorer and search have no program: HTML, and `src/app/frame.js`.
//! - In the page nothing unwraps: what the browser lacks answers with none, and the HTML stays
//!   readable.
//! - Absent on purpose: a router crate (23 kB for six addresses), a store, a CSS framework, web
//!   fonts, trackers.
//!
//! # How to add
//!
//! *A year, a place*: `data/README.md`; no Rust. The newest year of the site's own place is the home
//! page.
//!
//! *A figure*: one line in `annotations.json`; `make check`; `UPDATE_EXPECT=1 cargo test --test
//! suite`, read the diff.
//!
//! *A unit*: a word in `src/number/unit.rs`; *a word such as 余 or 超*: a line in
//! `src/number/qualifier.rs`; *a word of rising or falling*: one in `src/number/change.rs`; and a line
//! in `tests/suite/number/expressions.txt`, with a near miss that must stay as it is.
//!
//! *A check*: a function in `src/check/`, a row in [`check::CHECKS`], a folder of its name in
//! `tests/suite/checks/`.
//!
//! *A page*: a variant of [`route::Route`] with path, title and description; a file in
//! `src/app/pages/` and an arm in `app::pages::page`. Tests walk it by themselves.
//!
//! *A view for frames*: a variant of [`route::View`], an arm in `app::frame_view::FrameView`; the embed
//! guide offers it.
//!
//! *A chart*: an entry in `annotations.json`; no Rust. *A kind of chart*: a variant of
//! [`model::ChartKind`], its rows in `src/chart/rows.rs`, its check in `src/check/charts.rs`.

pub mod text;

pub mod number;

pub mod speech;

pub mod model;

pub mod markup;

pub mod words;

pub mod issue;
pub mod palette;
pub mod period;

pub mod ingest;

pub mod route;

pub mod check;

#[cfg(feature = "extract")]
pub mod draft;

pub mod archive;
pub mod exchange;

pub mod embed_code;
pub mod export;

#[cfg(feature = "extract")]
pub mod extract;

pub mod search;

pub mod answer;

pub mod analysis;

#[cfg(feature = "site")]
pub mod compare;

#[cfg(feature = "chart")]
pub mod chart;

#[cfg(feature = "chart")]
pub mod pictures;

#[cfg(feature = "app")]
pub mod app;

#[cfg(feature = "site")]
pub mod lexicon;

#[cfg(feature = "site")]
pub mod site;

#[cfg(feature = "desk")]
pub mod desk;

#[cfg(feature = "tool")]
pub mod kept;

#[cfg(feature = "tool")]
pub mod raster;

#[cfg(feature = "tool")]
pub mod files;

#[cfg(feature = "tool")]
pub mod serve;
