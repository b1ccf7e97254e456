//! What is looked at: a figure with its sentence and its names, a number that is none, or something of
//! the whole report. Each decision goes on to the next by itself.

use yew::prelude::*;

use super::aspect::aspect_card;
use super::{act, change};
use crate::app::browser;
use crate::app::browser::desk::ACCEPT;
use crate::desk::edit::{exclude, include, name_at, name_figure, rename_figure, settle};
use crate::desk::queue::{Item, is_well_named, open_items};
use crate::desk::state::{Act, Desk, Tab};
use crate::desk::task::Finding;
use crate::export::change_words;
use crate::ingest::annotation::{Annotations, FigureAnnotation};
use crate::model::{Figure, Report};
use crate::number::Quantity;
use crate::period::Periods;
use crate::text::Span;
use crate::words::DESK as WORDS;

type Handle = UseReducerHandle<Desk>;

/// What the card shows now.
fn current(desk: &Handle) -> Option<Item> {
    let looked = desk.looked.as_ref()?;
    let open = || open_items(&looked.report, &desk.year()?.annotations).into_iter().next();
    desk.current.clone().or_else(open)
}

/// Changes the annotations and goes on to the item behind the present one.
/// `decided` is what is gone back to.
fn decide(desk: &Handle, item: &Item, decided: Item, change: impl FnOnce(&mut Annotations)) {
    let next = neighbour(desk, item, 1);
    if let Some(work) = desk.changed(change) {
        desk.dispatch(Act::Change(work));
        desk.dispatch(Act::Decide(decided, next));
    }
}

/// Excludes a figure and goes on; what is gone back to is the number.
fn leave_out(desk: &Handle, item: &Item, reason: &str) {
    let figure = desk.looked.as_ref().and_then(|looked| looked.report.figure(item.name()));
    let number = figure.map_or_else(|| item.clone(), |figure| Item::Number(figure.span));
    decide(desk, item, number, |annotations| exclude(annotations, item.name(), reason));
}

/// Accepts an item; a figure without a name that can be published, or with that of another, stays.
fn take(desk: &Handle, item: &Item) {
    let figures = desk.year().map(|year| &year.annotations.figures);
    let figure = figures.and_then(|all| all.iter().find(|figure| figure.id == item.name()));
    let fail = |problem: &str, remedy: &str| {
        let finding = Finding { remedy: remedy.to_string(), ..problem.to_string().into() };
        desk.dispatch(Act::Fail(finding));
    };
    match figure {
        Some(figure) if !is_well_named(figure) => fail(WORDS.no_name, WORDS.name_remedy),
        Some(figure) if has_name_of_another(desk, figure) => {
            fail(WORDS.same_name, WORDS.same_name_remedy)
        }
        _ => decide(desk, item, item.clone(), |annotations| settle(annotations, item.name())),
    }
}

/// Whether another figure of the same time is called the same.
fn has_name_of_another(desk: &Handle, figure: &FigureAnnotation) -> bool {
    let (Some(year), Some(looked)) = (desk.year(), &desk.looked) else { return false };
    let periods = Periods::of(&looked.report);
    let period = |id: &str| looked.report.figure(id).map(|figure| periods.of_figure(figure));
    year.annotations.figures.iter().any(|other| {
        other.id != figure.id
            && other.label == figure.label
            && period(&other.id) == period(&figure.id)
    })
}

fn neighbour(desk: &Handle, item: &Item, step: isize) -> Option<Item> {
    let items = desk.open_items();
    let at = items.iter().position(|known| known == item);
    let to = at.map_or(0, |at| at.saturating_add_signed(step));
    items.get(to.min(items.len().saturating_sub(1))).filter(|next| *next != item).cloned()
}

/// Everything about the present item is as it should be.
pub(super) fn accept(desk: &Handle) {
    if let Some(item) = current(desk) {
        take(desk, &item);
    }
}

/// The present figure is none.
pub(super) fn exclude_current(desk: &Handle) {
    if let Some(item @ Item::Figure(_)) = current(desk) {
        leave_out(desk, &item, WORDS.reasons[0]);
    }
}

/// Goes to the item so many behind the present one.
pub(super) fn step(desk: &Handle, step: isize) {
    match current(desk).and_then(|item| neighbour(desk, &item, step)) {
        Some(next) => desk.dispatch(Act::Select(Some(next))),
        // In front of the first stands what was decided last.
        None if step < 0 => desk.dispatch(Act::GoBack),
        None => {}
    }
}

/// The card of an item.
pub(super) fn card(desk: &Handle, report: &Report, item: Option<&Item>) -> Html {
    let annotations = desk.year().map(|year| &year.annotations);
    let Some((item, annotations)) = item.zip(annotations) else {
        return html! { <div class="desk-card">{ what_next(desk) }</div> };
    };
    let inside = match item {
        Item::Figure(id) => annotations
            .figures
            .iter()
            .find(|figure| figure.id == *id)
            .map_or_else(Html::default, |figure| figure_card(desk, report, figure)),
        Item::Aspect(aspect) => aspect_card(desk, report, *aspect),
        Item::Number(span) => number_card(desk, report, *span),
    };
    html! { <div class="desk-card" key={item.name().to_string()}>{ inside }</div> }
}

/// Everything has been looked at: what is left to be done.
fn what_next(desk: &Handle) -> Html {
    let go = |tab: Tab, words: &'static str| html! { <button type="button" onclick={act(&desk.dispatcher(), move || Act::Show(tab))}>{ words }</button> };
    html! {
        <>
            <p>{ WORDS.nothing_open }</p>
            <p class="desk-decisions">
                { go(Tab::Sections, WORDS.tab_sections) }
                { go(Tab::Charts, WORDS.tab_charts) }
                { go(Tab::Settings, WORDS.tab_settings) }
                { go(Tab::Publish, WORDS.tab_publish) }
            </p>
        </>
    }
}

fn figure_card(desk: &Handle, report: &Report, figure: &FigureAnnotation) -> Html {
    let id = figure.id.clone();
    let item = Item::Figure(id.clone());
    let of_report = report.figure(&id);
    let sentence = of_report.and_then(|figure| {
        let (_, sentence) = report.sentence_at(figure.span.start)?;
        Some(marked(report, sentence.span, figure.span))
    });
    let printed = of_report.map(|figure| whole_words(&figure.quantity));
    let field = |label: &'static str,
                 value: &str,
                 list: Option<&'static str>,
                 set: fn(&mut FigureAnnotation, String)| {
        let id = id.clone();
        let enter = super::change_by_words(desk, move |annotations, words| {
            name_figure(annotations, &id, |figure| set(figure, words.clone()));
        });
        html! {
            <label class="desk-field">
                <span>{ label }</span>
                <input value={value.to_string()} onchange={enter} {list} />
            </label>
        }
    };
    let topics =
        report.topics().into_iter().map(|topic| html! { <option value={topic.to_string()} /> });
    let take = {
        let (desk, item) = (desk.clone(), item.clone());
        Callback::from(move |_: MouseEvent| self::take(&desk, &item))
    };
    let drop = |reason: &'static str| {
        let (desk, item) = (desk.clone(), item.clone());
        Callback::from(move |_: MouseEvent| leave_out(&desk, &item, reason))
    };
    let reason = |words: &&'static str| html! { <button type="button" onclick={drop(words)}>{ *words }</button> };
    let highlight = {
        let id = id.clone();
        change(desk, move |annotations| crate::desk::edit::switch_highlight(annotations, &id))
    };
    let is_highlight = report.highlights.contains(&id);
    html! {
        <>
            <div id="desk-item">
                <p class="desk-number">{ printed }</p>
                <blockquote>{ sentence }</blockquote>
                if let Some(doubt) = &figure.doubt {
                    <p class="desk-doubt">{ (WORDS.doubt)(doubt) }</p>
                }
            </div>
            <div class="desk-fields">
                { name_field(desk, figure) }
                { field(WORDS.topic, &figure.topic, Some("desk-topics"), |figure, words| figure.topic = words) }
                <datalist id="desk-topics">{ for topics }</datalist>
            </div>
            <p class="desk-decisions">
                <button type="button" id={ACCEPT} class="primary" aria-describedby="desk-item" onclick={take}>{ WORDS.accept }<kbd aria-hidden="true">{ "Enter" }</kbd></button>
                <button type="button" onclick={drop(WORDS.reasons[0])}>{ WORDS.exclude }<kbd aria-hidden="true">{ "X" }</kbd></button>
                <label class="tick">
                    <input type="checkbox" checked={is_highlight} onclick={highlight} />{ WORDS.highlight }
                </label>
                { steps(desk) }
            </p>
            <details class="desk-reasons">
                <summary>{ WORDS.misread }</summary>
                <div class="desk-fields">
                    { field(WORDS.unit, figure.unit.as_deref().unwrap_or_default(), None, |figure, words| {
                        figure.unit = Some(words).filter(|words| !words.is_empty());
                    }) }
                    { of_report.map(|figure| extent_field(desk, report, figure)) }
                </div>
            </details>
            // A list that excludes by its arrow keys would do so unasked.
            <details class="desk-reasons">
                <summary>{ WORDS.other_reason }</summary>
                <p class="desk-decisions">{ for WORDS.reasons[1..].iter().map(reason) }</p>
            </details>
        </>
    }
}

/// The name of a figure, over the whole width: it has to be read to its end.
fn name_field(desk: &Handle, figure: &FigureAnnotation) -> Html {
    let id = figure.id.clone();
    let enter = super::change_by_words(desk, move |annotations, words| {
        rename_figure(annotations, &id, &words);
    });
    html! {
        <label class="desk-field desk-name">
            <span>{ WORDS.label }</span>
            <input value={figure.label.clone()} onchange={enter} />
        </label>
    }
}

/// The stretch of the text that is the number: what is entered instead is one, if it stands there.
fn extent_field(desk: &Handle, report: &Report, figure: &Figure) -> Html {
    let printed = report.slice(figure.span).to_string();
    let enter = {
        let (desk, figure) = (desk.clone(), figure.clone());
        browser::entered_text(Callback::from(move |words: String| {
            let Some(looked) = desk.looked.clone() else { return };
            let mut included = None;
            let work = desk.changed(|annotations| {
                let place = stretch_at(&looked.report, &figure, words.trim());
                let names = (figure.label.as_str(), figure.topic.as_str());
                included =
                    place.and_then(|place| include(&looked.report, annotations, place, names).ok());
            });
            match included.zip(work) {
                Some((id, work)) => {
                    desk.dispatch(Act::Change(work));
                    desk.dispatch(Act::Select(Some(Item::Figure(id))));
                }
                None => desk.dispatch(Act::Fail(Finding::from(WORDS.no_stretch.to_string()))),
            }
        }))
    };
    html! {
        <label class="desk-field">
            <span>{ WORDS.extent }</span>
            <input value={printed} onchange={enter} />
        </label>
    }
}

/// Where those words stand in the sentence of a figure, over its number.
fn stretch_at(report: &Report, figure: &Figure, words: &str) -> Option<Span> {
    let (_, sentence) = report.sentence_at(figure.span.start)?;
    let text = report.slice(sentence.span);
    let n_chars = words.chars().count() as u32;
    let found = text.match_indices(words).map(|(at, _)| {
        let start = sentence.span.start + text[..at].chars().count() as u32;
        Span::new(start, start + n_chars)
    });
    found.filter(|place| n_chars > 0 && place.overlaps(figure.span)).last()
}

/// A number with the words that belong to it, before and behind: 增长6.4%, 4,000个以上.
pub(super) fn whole_words(quantity: &Quantity) -> String {
    let printed = quantity.printed();
    let behind = quantity.qualifier.as_ref().map(|qualifier| qualifier.word());
    let behind = behind.filter(|word| !printed.contains(word)).unwrap_or_default();
    let change = change_words(quantity.change);
    format!("{change}{printed}{behind}")
}

/// On to the item before or behind.
pub(super) fn steps(desk: &Handle) -> Html {
    let to = |by: isize, words: &'static str, key: &'static str| {
        let desk = desk.clone();
        let go = Callback::from(move |_: MouseEvent| step(&desk, by));
        html! { <button type="button" onclick={go}>{ words }<kbd aria-hidden="true">{ key }</kbd></button> }
    };
    html! { <>{ to(-1, WORDS.previous, "K") }{ to(1, WORDS.next, "J") }</> }
}

/// A sentence with the number in it marked.
pub(super) fn marked(report: &Report, sentence: Span, number: Span) -> Html {
    let before = report.slice(Span::new(sentence.start, number.start.max(sentence.start)));
    let behind = report.slice(Span::new(number.end.min(sentence.end), sentence.end));
    html! { <>{ before.trim_start() }<mark>{ report.slice(number) }</mark>{ behind.trim_end() }</> }
}

/// A number that is no figure.
fn number_card(desk: &Handle, report: &Report, span: Span) -> Html {
    let exclusion = report.exclusions.iter().find(|exclusion| exclusion.span.contains(span));
    let sentence =
        report.sentence_at(span.start).map(|(_, sentence)| marked(report, sentence.span, span));
    let reason = exclusion.map_or(WORDS.no_reason, |exclusion| exclusion.reason.as_str());
    html! {
        <>
            <p class="desk-number">{ report.slice(span) }</p>
            <blockquote>{ sentence }</blockquote>
            <p>{ (WORDS.excluded)(reason) }</p>
            <p class="desk-decisions">
                <button type="button" onclick={include_button(desk, span)}>{ WORDS.include }</button>
                { steps(desk) }
            </p>
        </>
    }
}

/// A listener that makes a figure of the number there.
pub(super) fn include_button(desk: &Handle, span: Span) -> Callback<MouseEvent> {
    let desk = desk.clone();
    Callback::from(move |_| include_at(&desk, span))
}

/// Makes a figure of the number that a stretch of the text touches.
pub(super) fn include_at(desk: &Handle, span: Span) {
    let Some(looked) = desk.looked.clone() else { return };
    let topic = looked.report.figures.iter().rev().find(|figure| figure.span.start <= span.start);
    let topic =
        topic.or(looked.report.figures.first()).map_or(WORDS.other_topic, |figure| &figure.topic);
    let label = name_at(&looked.report, span).unwrap_or_else(|| WORDS.new_label.to_string());
    let mut included = None;
    let work = desk.changed(|annotations| {
        included = include(&looked.report, annotations, span, (&label, topic)).ok();
    });
    match included.zip(work) {
        Some((id, work)) => {
            desk.dispatch(Act::Change(work));
            desk.dispatch(Act::Select(Some(Item::Figure(id))));
        }
        None => desk.dispatch(Act::Fail(Finding::from(WORDS.no_number.to_string()))),
    }
}
