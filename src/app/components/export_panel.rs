//! The ways to take a chart along, in the order of the panel:
//!
//! 1. the reader's options: size, scale, colours, QR code, notes ([`option_fields`]);
//! 2. a preview of the picture they give, which is the very one saved ([`preview`]);
//! 3. buttons that save or copy it, as a picture, as data, as a citation ([`buttons`]);
//! 4. what became of the last press ([`status_message`]), and where nothing can be saved the
//!    picture over the whole screen ([`picture_to_press`]).

use yew::prelude::*;

use crate::app::components::copy_button::CopyButton;
use crate::app::{Navigate, ReportRef, browser};
use crate::chart::format::{Format, Sheet, file_name, pixels, sheet};
use crate::chart::rows::Order;
use crate::chart::table::{chart_csv, chart_paste};
use crate::export;
use crate::model::{Chart, Report};
use crate::route::{ChartOptions, Place, Preset};
use crate::words::WORDS;

#[derive(Clone, PartialEq, Properties)]
pub(in crate::app) struct ExportPanelProps {
    pub report: ReportRef,
    pub chart: Chart,
    pub order: Order,
    pub place: Place,
    pub navigate: Navigate,
}

/// The panel below a chart.
#[component]
pub(in crate::app) fn ExportPanel(
    ExportPanelProps { report, chart, order, place, navigate }: &ExportPanelProps,
) -> Html {
    let status = use_state_eq(Status::default);
    let picture = use_state_eq(|| None::<String>);
    let file = ChartFile::of(report.0, chart, *order, place);
    let set = Setters { status: status.setter(), picture: picture.setter() };
    html! {
        <section class="export" id="export" aria-label={WORDS.export.title}>
            <h2>{ WORDS.export.title }</h2>
            { option_fields(place, navigate) }
            { preview(&file) }
            { buttons(&file, &set) }
            <div role="status">{ status_message(&status, &file, &set) }</div>
            if let Some(url) = &*picture {
                { picture_to_press(url, chart, &set) }
            }
        </section>
    }
}

/// A chart with all that is needed to save it in the way the reader chose.
struct ChartFile<'a> {
    report: &'a Report,
    chart: &'a Chart,
    order: Order,
    /// Where the chart's page is.
    address: String,
    sheet: Sheet,
    png_name: String,
    png_size: (u32, u32),
    /// The address of an editor's chart drawn at build time, in the default format.
    built_picture: Option<String>,
    /// Whether that is what the reader chose.
    is_built_picture: bool,
}

impl<'a> ChartFile<'a> {
    fn of(report: &'a Report, chart: &'a Chart, order: Order, place: &Place) -> Self {
        let options = &place.chart_options;
        let format = Format {
            preset: Preset::parse(&options.size),
            dark: options.dark,
            code: options.qr_code,
            without_notes: options.without_notes,
        };
        let page = Place {
            chart_options: ChartOptions { sort: options.sort.clone(), ..ChartOptions::default() },
            large: false,
            ..place.with(None)
        };
        let address = browser::address(&page).unwrap_or_default();
        let sheet = sheet(report, chart, order, &address, &format);
        let png_size = pixels(sheet.size, options.scale.parse().unwrap_or(1));
        Self {
            report,
            chart,
            order,
            address,
            sheet,
            png_name: file_name(report, chart, Some(png_size), "png"),
            png_size,
            built_picture: (chart.id != Chart::CUSTOM).then(|| format!("../{}.png", chart.id)),
            is_built_picture: format == Format::default() && order == Order::Given,
        }
    }
}

/// What became of the last press.
#[derive(Clone, Debug, Default, PartialEq)]
enum Status {
    #[default]
    Nothing,
    Drawing,
    /// Handed to the browser under this name; a picture is at that address.
    HandedOver(String, Option<String>),
    Copied,
    Failed,
}

/// What a press changes.
#[derive(Clone)]
struct Setters {
    status: UseStateSetter<Status>,
    /// The address of the picture over the whole screen.
    picture: UseStateSetter<Option<String>>,
}

impl Setters {
    fn copied(&self, copied: bool) {
        self.status.set(if copied { Status::Copied } else { Status::Failed });
    }

    fn handed_over(&self, is_taken: bool, name: &str, url: Option<String>) {
        let handed_over = Status::HandedOver(name.to_string(), url);
        self.status.set(if is_taken { handed_over } else { Status::Failed });
    }
}

fn option_fields(place: &Place, navigate: &Navigate) -> Html {
    let options = &place.chart_options;
    let change = |change: fn(&mut ChartOptions, String)| {
        let (place, navigate) = (place.clone(), navigate.clone());
        Callback::from(move |value: String| {
            let mut next = place.clone();
            change(&mut next.chart_options, value);
            navigate.emit(next);
        })
    };
    let sizes = Preset::ALL.map(|preset| (preset.id(), preset_label(preset)));
    let scales = [("", "1×"), ("2", "2×"), ("4", "4×")];
    let words = &WORDS.export;
    let set_size = change(|options, size| options.size = size);
    let set_scale = change(|options, scale| options.scale = scale);
    let switch_dark = change(|options, _| options.dark = !options.dark);
    let switch_code = change(|options, _| options.qr_code = !options.qr_code);
    let switch_notes = change(|options, _| options.without_notes = !options.without_notes);
    html! {
        <div class="filters">
            { select(words.preset, &options.size, &sizes, set_size) }
            { select(words.scale, &options.scale, &scales, set_scale) }
            { checkbox(words.dark, options.dark, switch_dark) }
            { checkbox(words.with_code, options.qr_code, switch_code) }
            { checkbox(words.with_notes, !options.without_notes, switch_notes) }
        </div>
    }
}

fn select(
    label: &'static str,
    chosen: &str,
    values: &[(&'static str, &'static str)],
    change: Callback<String>,
) -> Html {
    let onchange = browser::selected_value(change);
    let option = |(value, label): &(&'static str, &'static str)| {
        html! { <option value={*value} selected={*value == chosen}>{ *label }</option> }
    };
    html! { <label>{ label }<select {onchange}>{ for values.iter().map(option) }</select></label> }
}

fn checkbox(label: &'static str, checked: bool, change: Callback<String>) -> Html {
    let onchange = change.reform(|_: Event| String::new());
    html! {
        <label class="tick">
            <input type="checkbox" {checked} {onchange} />
            { label }
        </label>
    }
}

fn preset_label(preset: Preset) -> &'static str {
    match preset {
        Preset::Original => WORDS.export.preset_original,
        Preset::Slide => WORDS.export.preset_slide,
        Preset::Square => WORDS.export.preset_square,
        Preset::Portrait => WORDS.export.preset_portrait,
        Preset::Cover => WORDS.export.preset_cover,
    }
}

fn preview(file: &ChartFile<'_>) -> Html {
    let ((width, height), (png_width, png_height)) = (file.sheet.size, file.png_size);
    html! {
        <>
            <img
                class="preview"
                src={browser::svg_address(&file.sheet.svg)}
                width={width.to_string()}
                height={height.to_string()}
                alt={file.chart.description.clone()}
            />
            <p class="quiet">
                { (WORDS.export.file_and_size)(&file.png_name, png_width, png_height) }
            </p>
        </>
    }
}

fn buttons(file: &ChartFile<'_>, set: &Setters) -> Html {
    let button = |label: &'static str, onclick: Callback<MouseEvent>| {
        html! { <button type="button" {onclick}>{ label }</button> }
    };
    let save_svg = save_text(file, set, "svg", "image/svg+xml", file.sheet.svg.clone());
    let csv = chart_csv(file.report, file.chart, file.order);
    let save_csv = save_text(file, set, "csv", "text/csv;charset=utf-8", csv);
    let citation = export::chart_citation(file.report, file.chart, &file.address);
    html! {
        <p class="actions">
            <button type="button" class="primary" onclick={save_png(file, set)}>
                { WORDS.export.save_png }
            </button>
            { button(WORDS.export.save_svg, save_svg) }
            { button(WORDS.export.save_csv, save_csv) }
            { button(WORDS.export.copy_picture, copy_picture(file, set)) }
            { button(WORDS.export.copy_table, copy_table(file, set)) }
            <CopyButton
                label={WORDS.buttons.copy_citation}
                text={Callback::from(move |()| citation.clone())}
            />
        </p>
    }
}

/// Draws the picture and hands it to the browser, or shows it where only a long press can save it.
fn save_png(file: &ChartFile<'_>, set: &Setters) -> Callback<MouseEvent> {
    let (svg, name, size) = (file.sheet.svg.clone(), file.png_name.clone(), file.png_size);
    // An address of the site is what a long press saves best.
    let built_picture = file.built_picture.clone().filter(|_| file.is_built_picture);
    let set = set.clone();
    Callback::from(move |_: MouseEvent| {
        if let Some(url) = built_picture.clone().filter(|_| browser::saves_by_long_press()) {
            set.picture.set(Some(url));
            return;
        }
        set.status.set(Status::Drawing);
        let (name, set) = (name.clone(), set.clone());
        browser::draw_png(&svg, size, move |url| match url {
            None => set.status.set(Status::Failed),
            Some(url) if browser::saves_by_long_press() => {
                set.status.set(Status::Nothing);
                set.picture.set(Some(url));
            }
            Some(url) => set.handed_over(browser::save_url(&url, &name), &name, Some(url)),
        });
    })
}

/// Hands a text of that kind to the browser as a file.
fn save_text(
    file: &ChartFile<'_>,
    set: &Setters,
    ending: &str,
    kind: &'static str,
    text: String,
) -> Callback<MouseEvent> {
    let (name, set) = (file_name(file.report, file.chart, None, ending), set.clone());
    Callback::from(move |_: MouseEvent| {
        set.handed_over(browser::save_text(&text, kind, &name), &name, None);
    })
}

fn copy_picture(file: &ChartFile<'_>, set: &Setters) -> Callback<MouseEvent> {
    let (svg, size, set) = (file.sheet.svg.clone(), file.png_size, set.clone());
    Callback::from(move |_: MouseEvent| {
        let set = set.clone();
        browser::copy_picture(&svg, size, move |copied| set.copied(copied));
    })
}

fn copy_table(file: &ChartFile<'_>, set: &Setters) -> Callback<MouseEvent> {
    let ((html, text), set) = (chart_paste(file.report, file.chart, file.order), set.clone());
    Callback::from(move |_: MouseEvent| {
        let set = set.clone();
        browser::copy_table(html.clone(), text.clone(), move |copied| set.copied(copied));
    })
}

/// What became of the last press, and other ways where it may have failed.
fn status_message(status: &Status, file: &ChartFile<'_>, set: &Setters) -> Html {
    // A frame's host may have forbidden what a page of its own may do; the browser does not say so.
    let open_page = || {
        let href = file.address.clone();
        let words = WORDS.buttons.open_page;
        browser::is_framed().then(
            || html! { <a class="button" {href} target="_blank" rel="noopener">{ words }</a> },
        )
    };
    let message = |words: &str, other_way: Option<Html>| {
        html! {
            <>
                <p>{ words }</p>
                <p class="actions">{ other_way }{ open_page() }</p>
            </>
        }
    };
    match status {
        Status::Nothing => Html::default(),
        Status::Drawing => html! { <p>{ WORDS.export.drawing }</p> },
        Status::Copied => html! { <p>{ WORDS.buttons.copied }</p> },
        Status::HandedOver(name, url) => {
            let show_picture = url.clone().map(|url| {
                let picture = set.picture.clone();
                let onclick = move |_: MouseEvent| picture.set(Some(url.clone()));
                html! { <button type="button" {onclick}>{ WORDS.export.show_picture }</button> }
            });
            message(&(WORDS.export.handed_over)(name), show_picture)
        }
        Status::Failed => {
            let open_picture = file
                .built_picture
                .clone()
                .map(|href| html! { <a class="button" {href}>{ WORDS.export.ready_picture }</a> });
            message(WORDS.export.failed, open_picture)
        }
    }
}

/// The picture over the whole screen, to be saved by a long press.
fn picture_to_press(url: &str, chart: &Chart, set: &Setters) -> Html {
    let picture = set.picture.clone();
    let onclick = move |_: MouseEvent| picture.set(None);
    html! {
        <div class="press" role="dialog" aria-label={WORDS.export.press_to_save}>
            <p>
                { WORDS.export.press_to_save }
                <button type="button" {onclick}>{ WORDS.buttons.close }</button>
            </p>
            <img src={url.to_string()} alt={chart.title.clone()} />
        </div>
    }
}
