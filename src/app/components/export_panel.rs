//! The ways to take a chart along: as a picture in many formats, as data, on the clipboard. What is
//! shown is what is saved.

use yew::prelude::*;

use crate::app::components::copy_button::CopyButton;
use crate::app::{Go, ReportRef, browser};
use crate::chart::format::{Format, Sheet, file_name, pixels, sheet};
use crate::chart::rows::Order;
use crate::chart::table::{chart_csv, chart_paste};
use crate::export;
use crate::model::Chart;
use crate::route::{ChartView, Place, Preset};
use crate::words::WORDS;

#[derive(Clone, PartialEq, Properties)]
pub(in crate::app) struct ExportPanelProps {
    pub report: ReportRef,
    pub chart: Chart,
    pub order: Order,
    pub place: Place,
    pub go: Go,
}

/// What became of the last thing asked for.
#[derive(Clone, Debug, Default, PartialEq)]
enum Outcome {
    #[default]
    Nothing,
    Working,
    /// Handed to the browser, under this name; the picture is at that address, if it is one.
    Handed(String, Option<String>),
    Copied,
    Failed,
}

#[component]
pub(in crate::app) fn ExportPanel(
    ExportPanelProps { report, chart, order, place, go }: &ExportPanelProps,
) -> Html {
    let ReportRef(report) = *report;
    let outcome = use_state_eq(Outcome::default);
    let shown = use_state_eq(|| None::<String>);
    let view = &place.view;
    let format = Format {
        preset: Preset::parse(&view.size),
        dark: view.dark,
        code: view.code,
        without_notes: view.without_notes,
    };
    let page = Place {
        selection: None,
        view: ChartView { sort: view.sort.clone(), ..ChartView::default() },
        large: false,
        ..place.clone()
    };
    let address = browser::address(&page).unwrap_or_default();
    let Sheet { svg, size } = sheet(report, chart, *order, &address, &format);
    let png_size = pixels(size, view.scale.parse().unwrap_or(1));
    let png_name = file_name(report, chart, Some(png_size), "png");

    let change = |change: fn(&mut ChartView, String)| {
        let (place, go) = (place.clone(), go.clone());
        Callback::from(move |value: String| {
            let mut next = place.clone();
            change(&mut next.view, value);
            go.emit(next);
        })
    };
    // An editor's chart has a picture that lies ready, in the default format.
    let static_picture = (chart.id != Chart::CUSTOM).then(|| format!("../{}.png", chart.id));
    let save_png = {
        let (svg, name, outcome, shown) =
            (svg.clone(), png_name.clone(), outcome.setter(), shown.setter());
        // An address of the site is what a long press saves best.
        let ready = static_picture
            .clone()
            .filter(|_| format == Format::default() && *order == Order::Given);
        Callback::from(move |_: MouseEvent| {
            if let Some(ready) = ready.clone().filter(|_| browser::saves_by_long_press()) {
                shown.set(Some(ready));
                return;
            }
            outcome.set(Outcome::Working);
            let (name, outcome, shown) = (name.clone(), outcome.clone(), shown.clone());
            browser::draw_png(&svg, png_size, move |url| match url {
                None => outcome.set(Outcome::Failed),
                Some(url) if browser::saves_by_long_press() => {
                    outcome.set(Outcome::Nothing);
                    shown.set(Some(url));
                }
                Some(url) => {
                    let handed = browser::save_url(&url, &name);
                    outcome.set(if handed {
                        Outcome::Handed(name, Some(url))
                    } else {
                        Outcome::Failed
                    });
                }
            });
        })
    };
    let save_text = |ending: &'static str, kind: &'static str, text: String| {
        let (name, outcome) = (file_name(report, chart, None, ending), outcome.setter());
        Callback::from(move |_: MouseEvent| {
            let handed = browser::save_text(&text, kind, &name);
            outcome.set(if handed { Outcome::Handed(name.clone(), None) } else { Outcome::Failed });
        })
    };
    let told = || {
        let outcome = outcome.setter();
        move |copied: bool| outcome.set(if copied { Outcome::Copied } else { Outcome::Failed })
    };
    let copy_picture = {
        let (svg, told) = (svg.clone(), told());
        Callback::from(move |_: MouseEvent| browser::copy_picture(&svg, png_size, told.clone()))
    };
    let copy_table = {
        let ((html, text), told) = (chart_paste(report, chart, *order), told());
        Callback::from(move |_: MouseEvent| {
            browser::copy_table(html.clone(), text.clone(), told.clone())
        })
    };
    let citation = export::chart_citation(report, chart, &address);
    let show = {
        let shown = shown.setter();
        Callback::from(move |url: Option<String>| shown.set(url))
    };
    html! {
        <section class="export" id="export" aria-label={WORDS.export.title}>
            <h2>{ WORDS.export.title }</h2>
            <div class="filters">
                { choose(WORDS.export.preset, &view.size, &Preset::ALL.map(|preset| (preset.id(), preset_words(preset))), change(|view, value| view.size = value)) }
                { choose(WORDS.export.scale, &view.scale, &[("", "1×"), ("2", "2×"), ("4", "4×")], change(|view, value| view.scale = value)) }
                { tick(WORDS.export.dark, view.dark, change(|view, _| view.dark = !view.dark)) }
                { tick(WORDS.export.with_code, view.code, change(|view, _| view.code = !view.code)) }
                { tick(WORDS.export.with_notes, !view.without_notes, change(|view, _| view.without_notes = !view.without_notes)) }
            </div>
            <img class="preview" src={browser::svg_address(&svg)} width={size.0.to_string()} height={size.1.to_string()} alt={chart.description.clone()} />
            <p class="quiet">{ (WORDS.export.file_and_size)(&png_name, png_size.0, png_size.1) }</p>
            <p class="actions">
                <button type="button" class="primary" onclick={save_png}>{ WORDS.export.save_png }</button>
                <button type="button" onclick={save_text("svg", "image/svg+xml", svg)}>{ WORDS.export.save_svg }</button>
                <button type="button" onclick={save_text("csv", "text/csv;charset=utf-8", chart_csv(report, chart, *order))}>{ WORDS.export.save_csv }</button>
                <button type="button" onclick={copy_picture}>{ WORDS.export.copy_picture }</button>
                <button type="button" onclick={copy_table}>{ WORDS.export.copy_table }</button>
                <CopyButton label={WORDS.buttons.copy_citation} text={Callback::from(move |()| citation.clone())} />
            </p>
            <div role="status">{ outcome_words(&outcome, static_picture, &address, &show) }</div>
            if let Some(url) = &*shown {
                { picture_to_press(url, chart, &show) }
            }
        </section>
    }
}

fn outcome_words(
    outcome: &Outcome,
    static_picture: Option<String>,
    address: &str,
    show: &Callback<Option<String>>,
) -> Html {
    // A frame's host may have forbidden what a page of its own may do; the browser does not say so.
    let elsewhere = || {
        browser::is_framed().then(|| html! { <a class="button" href={address.to_string()} target="_blank" rel="noopener">{ WORDS.buttons.open_page }</a> })
    };
    match outcome {
        Outcome::Nothing => Html::default(),
        Outcome::Working => html! { <p>{ WORDS.export.drawing }</p> },
        Outcome::Copied => html! { <p>{ WORDS.buttons.copied }</p> },
        Outcome::Handed(name, url) => {
            let press = url.clone().map(|url| {
                let show = show.clone();
                let onclick = Callback::from(move |_: MouseEvent| show.emit(Some(url.clone())));
                html! { <button type="button" {onclick}>{ WORDS.export.show_picture }</button> }
            });
            html! { <><p>{ (WORDS.export.handed_over)(name) }</p><p class="actions">{ press }{ elsewhere() }</p></> }
        }
        Outcome::Failed => {
            let ready = static_picture
                .map(|href| html! { <a class="button" {href}>{ WORDS.export.ready_picture }</a> });
            html! { <><p>{ WORDS.export.failed }</p><p class="actions">{ ready }{ elsewhere() }</p></> }
        }
    }
}

/// The picture over all of the screen, to be saved by a long press.
fn picture_to_press(url: &str, chart: &Chart, show: &Callback<Option<String>>) -> Html {
    let onclick = show.reform(|_: MouseEvent| None);
    html! {
        <div class="press" role="dialog" aria-label={WORDS.export.press_to_save}>
            <p>{ WORDS.export.press_to_save }<button type="button" {onclick}>{ WORDS.buttons.close }</button></p>
            <img src={url.to_string()} alt={chart.title.clone()} />
        </div>
    }
}

fn choose(
    label: &'static str,
    chosen: &str,
    values: &[(&'static str, &'static str)],
    change: Callback<String>,
) -> Html {
    let onchange = browser::chosen(change);
    let option = |(value, words): &(&'static str, &'static str)| html! { <option value={*value} selected={*value == chosen}>{ *words }</option> };
    html! { <label>{ label }<select {onchange}>{ for values.iter().map(option) }</select></label> }
}

fn tick(label: &'static str, ticked: bool, change: Callback<String>) -> Html {
    let onchange = change.reform(|_: Event| String::new());
    html! { <label class="tick"><input type="checkbox" checked={ticked} {onchange} />{ label }</label> }
}

fn preset_words(preset: Preset) -> &'static str {
    match preset {
        Preset::Original => WORDS.export.preset_original,
        Preset::Slide => WORDS.export.preset_slide,
        Preset::Square => WORDS.export.preset_square,
        Preset::Portrait => WORDS.export.preset_portrait,
        Preset::Cover => WORDS.export.preset_cover,
    }
}
