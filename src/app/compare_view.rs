//! Pages that put reports side by side, the numbers of other years on a figure's page, and the list of
//! all reports. They are rendered when the site is made; no program takes them over.

mod archive;
mod changes;
mod frame;
mod promises;
mod series;

use yew::prelude::*;

use crate::analysis;
use crate::app::components::chart_picture::write_series;
use crate::app::components::quantity::quantity;
use crate::app::components::raw_html;
use crate::chart::rows::{Form, over_years};
use crate::compare::difference::{is_far_apart, signed_percent, words as difference_words};
use crate::compare::{Comparison, Difference, Pair, Reason, difference, stated_change};
use crate::embed_code::{Options, codes};
use crate::markup::{escape, write};
use crate::model::{Figure, Report};
use crate::route::{Place, Route, Selection, View};
use crate::text::Span;
use crate::words::{COMPARISON, WORDS};

pub use archive::{ARCHIVE_FILES, ArchiveView, ArchiveViewProps};
pub use frame::CompareFrame;
pub use series::{Series, SeriesPoint, SeriesProps};

/// What a page of two reports is rendered from.
#[derive(Clone, PartialEq, Properties)]
pub struct CompareViewProps {
    /// The two reports.
    pub comparison: ComparisonRef,
}

/// A comparison as a component's property.
#[derive(Clone, Copy, Debug)]
pub struct ComparisonRef(pub &'static Comparison);

impl PartialEq for ComparisonRef {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

/// Names of the files beside the page, in the order of their labels.
pub const FILES: [&str; 3] = ["comparison.csv", "comparison.xlsx", "comparison.json"];

/// Name of the picture beside the page.
pub const CARD: &str = "card.png";

/// Two reports side by side.
#[component]
pub fn CompareView(CompareViewProps { comparison }: &CompareViewProps) -> Html {
    let ComparisonRef(comparison) = *comparison;
    let Comparison { earlier, later, pairs, promises } = comparison;
    let here = Route::Compare(earlier.edition(), later.edition());
    let words = COMPARISON;
    let [one, other] = comparison.names();
    let explained: Vec<&'static Pair> = pairs.iter().filter(|pair| pair.is_explained).collect();
    let n_confirmed = pairs.iter().filter(|pair| pair.basis.is_confirmed()).count();
    let n_answered = promises.iter().filter(|promise| promises::is_answered(promise)).count();
    // Where none is answered they are all there is to see.
    let n_promises = if n_answered > 0 { n_answered } else { promises.len() };
    let sections = [
        ("like", words.like.to_string(), pairs.len()),
        ("promises", words.promises.to_string(), n_promises),
        ("only-earlier", (words.only)(&one), comparison.only_earlier().len()),
        ("only-later", (words.only)(&other), comparison.only_later().len()),
    ];
    let jump = |(id, label, n): &(&str, String, usize)| {
        html! { <li><a href={format!("#{id}")}>{ format!("{label} {n}") }</a></li> }
    };
    let topics = by_topic(comparison);
    let to_topic = |(nth, (topic, pairs)): (usize, &(&str, Vec<&Pair>))| {
        html! { <li><a href={format!("#topic-{nth}")}>{ format!("{topic} {}", pairs.len()) }</a></li> }
    };
    let file = |(name, label): (&&'static str, &&'static str)| {
        html! { <a class="button" href={*name} download={*name}>{ *label }</a> }
    };
    html! {
        <article class="compare">
            <h1 id="page-title" tabindex="-1">{ comparison.title() }</h1>
            <p>
                { words.introduction }
                if !comparison.is_of_one_place() { { words.of_places } }
            </p>
            if pairs.is_empty() {
                <p>{ words.nothing }</p>
            } else {
                <p class="quiet">{ (words.summary)(pairs.len(), n_confirmed) }</p>
            }
            <nav aria-label={words.jump}>
                <ul class="inline">{ for sections.iter().filter(|section| section.2 > 0).map(jump) }</ul>
            </nav>
            { changes::largest_changes(comparison) }
            if !pairs.is_empty() {
                <h2 id="like">{ words.like }</h2>
                if topics.len() > 1 {
                    <ul class="inline">{ for topics.iter().enumerate().map(to_topic) }</ul>
                }
                { for topics.into_iter().enumerate().map(|(nth, (topic, pairs))| html! {
                    <>
                        <h3 id={format!("topic-{nth}")}>{ topic }</h3>
                        { for pairs.into_iter().map(|pair| pair_row(comparison, &here, pair)) }
                    </>
                }) }
                if !explained.is_empty() {
                    <details class="data">
                        <summary>{ format!("{} {}", words.explained, explained.len()) }</summary>
                        { for explained.into_iter().map(|pair| pair_row(comparison, &here, pair)) }
                    </details>
                }
                <h2>{ words.downloads }</h2>
                <p class="actions">
                    { for FILES.iter().zip(&words.file).map(file) }
                    if comparison.has_shown() {
                        { file((&CARD, &words.card)) }
                    }
                </p>
                { embed_code(comparison) }
            }
            if !promises.is_empty() {
                <h2 id="promises">{ words.promises }</h2>
                { promises::promise_list(comparison, &here) }
            }
            { only(earlier, &here, "only-earlier", &one, &comparison.only_earlier()) }
            { only(later, &here, "only-later", &other, &comparison.only_later()) }
        </article>
    }
}

/// The code by which others show the comparison in pages of their own.
fn embed_code(comparison: &Comparison) -> Html {
    let Comparison { earlier, later, .. } = comparison;
    if later.site.address.is_empty() || !comparison.has_shown() {
        return Html::default();
    }
    let view = View::Comparison(earlier.edition().slug()).path();
    let title = comparison.title();
    let [_, _, frame] =
        codes(&later.site.address, later.edition(), &view, &Options::default(), &title, None);
    html! {
        <details class="data">
            <summary>{ COMPARISON.embed }</summary>
            <p>{ COMPARISON.embed_note }</p>
            <pre class="code" tabindex="0"><code>{ frame }</code></pre>
        </details>
    }
}

/// The pairs below the topics that the later report has for them.
fn by_topic(comparison: &'static Comparison) -> Vec<(&'static str, Vec<&'static Pair>)> {
    let mut topics: Vec<(&'static str, Vec<&'static Pair>)> = Vec::new();
    for pair in comparison.pairs.iter().filter(|pair| !pair.is_explained) {
        let [_, figure] = comparison.figures(pair);
        match topics.iter_mut().find(|(topic, _)| *topic == figure.topic) {
            Some((_, pairs)) => pairs.push(pair),
            None => topics.push((&figure.topic, vec![pair])),
        }
    }
    topics
}

fn pair_row(comparison: &'static Comparison, here: &Route, pair: &Pair) -> Html {
    let words = COMPARISON;
    let [one, other] = comparison.figures(pair);
    let Comparison { earlier, later, .. } = comparison;
    let [_, other_name] = comparison.names();
    let mut between = difference(&one.quantity, &other.quantity);
    let names = comparison.names_of(pair);
    let mut rows = over_years(&[(names[0].clone(), one), (names[1].clone(), other)]);
    if !comparison.is_of_one_place() {
        // Nothing rose or fell from one place to the other.
        rows.form = Form::Bars;
        if let Difference::Exact { share, .. } = &mut between {
            *share = None;
        }
    }
    let computed = difference_words(&between, [&one.quantity, &other.quantity]);
    let hrefs =
        [(*earlier, one), (*later, other)].map(|(report, figure)| in_text(report, here, figure));
    let title = (words.series)(&other.label);
    html! {
        <section class="pair" id={changes::pair_id(comparison, pair)}>
            <h4>{ &other.label }</h4>
            <div class="sides">
                { side(earlier, here, &names[0], one) }
                { side(later, here, &names[1], other) }
            </div>
            if between == Difference::Ranks {
                <p class="quiet">{ words.ranks }</p>
            } else if comparison.is_of_one_scope() {
                <p class="between">
                    <strong>{ computed }</strong>
                    if says_more(&between) {
                        <span class="quiet">{ words.computed }</span>
                    }
                </p>
                { raw_html("div", |html| write_series(html, &title, &rows, &hrefs)) }
            }
            { stated(comparison, other, &between, &other_name) }
            if !pair.basis.is_confirmed() && is_far_apart(&one.quantity, &other.quantity) {
                <p>{ words.far_apart }</p>
            }
            <p class="quiet">
                { if pair.basis.is_confirmed() { words.confirmed } else { words.unconfirmed } }
            </p>
        </section>
    }
}

/// Whether a difference says more than that there is none, or that it cannot be told.
fn says_more(difference: &Difference) -> bool {
    match *difference {
        Difference::Exact { by, .. } => by != 0.0,
        Difference::Between { least, most } => {
            least.is_some_and(|least| least > 0.0) || most.is_some_and(|most| most < 0.0)
        }
        Difference::Ranks => false,
    }
}

/// What the later report itself says of the change.
fn stated(comparison: &Comparison, figure: &Figure, between: &Difference, name: &str) -> Html {
    let stated = comparison
        .is_of_one_place()
        .then(|| stated_change(comparison.later, figure, between))
        .flatten();
    let Some(stated) = stated else { return Html::default() };
    let told = analysis::pieces(stated.figure);
    let told: String = told.into_iter().map(|(_, words)| words).collect();
    let words = if stated.agrees {
        (COMPARISON.stated_agrees)(name, &told)
    } else {
        let computed = signed_percent(stated.computed);
        (COMPARISON.stated_differs)(name, &told, &computed)
    };
    html! { <p>{ words }</p> }
}

/// A figure of one report with the words around it.
fn side(report: &'static Report, here: &Route, name: &str, figure: &Figure) -> Html {
    html! {
        <div class="side">
            <p class="quiet">{ name }</p>
            <p class="value">{ quantity(figure) }</p>
            <blockquote class="context">
                { raw_html("span", |html| write_around(html, report, figure)) }
            </blockquote>
            <p><a class="more" href={in_text(report, here, figure)}>{ COMPARISON.to_text }</a></p>
        </div>
    }
}

/// Where a figure stands in its report.
fn in_text(report: &Report, here: &Route, figure: &Figure) -> String {
    Place::in_text(report.edition(), Selection::Figure(figure.id.clone())).href(here)
}

/// Most characters of a sentence before and behind a number.
const AROUND: u32 = 48;

/// The words of a figure's sentence around it, the figure marked.
fn write_around(html: &mut String, report: &Report, figure: &Figure) {
    let sentence = report.sentence(figure.sentence).map_or(figure.span, |(_, known)| known.span);
    let start = sentence.start.max(figure.span.start.saturating_sub(AROUND));
    let end = sentence.end.min(figure.span.end + AROUND).max(figure.span.end);
    let words = |start: u32, end: u32| escape(report.slice(Span::new(start, end)).trim());
    let ellipsis = |is_cut: bool| if is_cut { WORDS.punctuation.ellipsis } else { "" };
    write(
        html,
        &[
            ellipsis(start > sentence.start),
            &words(start, figure.span.start),
            "<mark>",
            &words(figure.span.start, figure.span.end),
            "</mark>",
            &words(figure.span.end, end),
            ellipsis(end < sentence.end),
        ],
    );
}

/// The figures that have none beside them.
fn only(
    report: &'static Report,
    here: &Route,
    id: &'static str,
    name: &str,
    figures: &[(&'static Figure, Reason)],
) -> Html {
    if figures.is_empty() {
        return Html::default();
    }
    let words = COMPARISON;
    let reasons = [
        (Reason::Decided, words.decided),
        (Reason::NotAlike, words.not_alike),
        (Reason::NoSuchUnit, words.no_such_unit),
    ];
    let row = |figure: &'static Figure| {
        html! {
            <li>
                <a href={in_text(report, here, figure)}>
                    <span>{ &figure.label }</span>
                    <span class="number">{ quantity(figure) }</span>
                </a>
            </li>
        }
    };
    let group = |(reason, label): (Reason, &'static str)| {
        let of_reason: Vec<&'static Figure> =
            figures.iter().filter(|known| known.1 == reason).map(|known| known.0).collect();
        html! {
            if !of_reason.is_empty() {
                <details class="data">
                    <summary>{ format!("{label} {}", of_reason.len()) }</summary>
                    <ul class="rows">{ for of_reason.into_iter().map(row) }</ul>
                </details>
            }
        }
    };
    html! {
        <>
            <h2 {id}>{ (words.only)(name) }</h2>
            { for reasons.into_iter().map(group) }
        </>
    }
}
