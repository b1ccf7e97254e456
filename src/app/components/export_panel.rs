//! The ways to take a chart along, in the order of the panel:
//!
//! 1. the reader's options: size, scale, colours, QR code, notes ([`option_fields`]);
//! 2. a preview of the picture they give, which is the very one saved ([`preview`]);
//! 3. buttons that save or copy it, as a picture, as data, as a citation ([`buttons`]);
//! 4. what became of the last press ([`outcome`](super::export_outcome)).

use yew::prelude::*;

use crate::app::components::copy_button::CopyButton;
use crate::app::components::export_outcome::{
    Content, PictureFile, Saved, ShownPicture, Status, outcome, picture_dialog, save_picture,
    told_address, use_picture_dialog,
};
use crate::app::{Navigate, ReportRef, browser};
use crate::chart::format::{BUILT_SCALE, Format, Sheet, file_name, pixels, sheet};
use crate::chart::rows::Order;
use crate::chart::table::{chart_csv, chart_paste};
use crate::export;
use crate::model::{Chart, Report};
use crate::route::{ChartOptions, Place, Preset};
use crate::words::WORDS;

/// The link that opens the panel; the focus comes back to it.
pub(in crate::app) const OPENER: &str = "open-export";
const HEADING: &str = "export-title";
const SAVE_PICTURE: &str = "save-picture";

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
    let picture = use_state_eq(|| None::<ShownPicture>);
    let file = ChartFile::of(report.0, chart, *order, place);
    let set = Setters { status: status.setter(), picture: picture.setter() };
    let close = use_close(place, navigate);
    use_view_of_panel();
    use_picture_dialog(&picture);
    html! {
        <section class="export" id="export" aria-labelledby={HEADING}>
            <header>
                <h2 id={HEADING} tabindex="-1">{ WORDS.export.title }</h2>
                <button type="button" onclick={close.reform(|_: MouseEvent| ())}>
                    { WORDS.buttons.close }
                </button>
            </header>
            { option_fields(place, navigate, !file.address.is_empty()) }
            { preview(&file) }
            { buttons(&file, &set) }
            <div role="status">{ outcome(&status, &file.page, &set.picture) }</div>
            if let Some(shown) = &*picture {
                { picture_dialog(shown, &chart.title, &set.picture) }
            }
        </section>
    }
}

/// Shows the panel from its heading where the reader opened it, here or by an address that asks for
/// it; in a frame the page around it stays where it is.
#[hook]
fn use_view_of_panel() {
    use_effect_with((), |()| {
        let by_address = browser::is_at_top() && !browser::is_framed();
        if by_address || browser::has_focus(OPENER) {
            browser::scroll_to_anchor(HEADING);
        }
    });
}

/// Closes the panel, as Escape does while nothing else is open.
#[hook]
fn use_close(place: &Place, navigate: &Navigate) -> Callback<()> {
    let close = {
        let (place, navigate) = (place.clone(), navigate.clone());
        Callback::from(move |()| {
            browser::scroll_to(OPENER, false);
            browser::focus(OPENER);
            let chart_options = ChartOptions { export: false, ..place.chart_options.clone() };
            navigate.emit(Place { chart_options, ..place.clone() });
        })
    };
    let on_escape = close.clone();
    use_effect_with(place.clone(), move |place| {
        let escape =
            place.selection.is_none().then(|| browser::listen_escape(move || on_escape.emit(())));
        move || drop(escape)
    });
    close
}

/// A chart with all that is needed to save it in the way the reader chose.
struct ChartFile<'a> {
    report: &'a Report,
    chart: &'a Chart,
    order: Order,
    /// The chart's page.
    page: Place,
    /// Where that is.
    address: String,
    sheet: Sheet,
    png_size: (u32, u32),
    /// Address and name of the same picture drawn when the site was made, if there is one.
    built: Option<(String, String)>,
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
        let address = told_address(report, &page);
        let sheet = sheet(report, chart, order, &address, &format);
        let is_built = format == Format::default()
            && order == Order::Given
            && chart.id != Chart::CUSTOM
            && !browser::is_single_file();
        let built = is_built.then(|| {
            let size = pixels(sheet.size, BUILT_SCALE);
            (format!("../{}.png", chart.id), file_name(report, chart, Some(size), "png"))
        });
        let png_size = pixels(sheet.size, options.scale.parse().unwrap_or(1));
        Self { report, chart, order, page, address, sheet, png_size, built }
    }

    fn name(&self, size: Option<(u32, u32)>, ending: &str) -> String {
        file_name(self.report, self.chart, size, ending)
    }

    fn drawing(&self) -> browser::Drawing {
        browser::Drawing {
            svg: self.sheet.svg.clone(),
            size: self.png_size,
            paper: self.sheet.paper,
            built: self.built.as_ref().map(|(address, _)| address.clone()),
        }
    }
}

/// What a press changes.
#[derive(Clone)]
struct Setters {
    status: UseStateSetter<Status>,
    /// The picture over the whole screen.
    picture: UseStateSetter<Option<ShownPicture>>,
}

/// `has_address`: there is one that a QR code can hold.
fn option_fields(place: &Place, navigate: &Navigate, has_address: bool) -> Html {
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
            if has_address {
                { checkbox(words.with_code, options.qr_code, switch_code) }
            }
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
    let name = file.name(Some(file.png_size), "png");
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
                { (WORDS.export.file_and_size)(&name, png_width, png_height) }
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
            <button id={SAVE_PICTURE} type="button" class="primary" onclick={save_png(file, set)}>
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

/// Draws the picture and hands it to the browser.
fn save_png(file: &ChartFile<'_>, set: &Setters) -> Callback<MouseEvent> {
    let file = PictureFile {
        drawing: file.drawing(),
        name: file.name(Some(file.png_size), "png"),
        svg_name: file.name(None, "svg"),
        built_name: file.built.as_ref().map_or_else(String::new, |(_, name)| name.clone()),
        opener: SAVE_PICTURE,
    };
    save_picture(file, set.status.clone(), set.picture.clone())
}

/// Hands a text of that kind to the browser as a file, or offers it to be copied.
fn save_text(
    file: &ChartFile<'_>,
    set: &Setters,
    ending: &str,
    kind: &'static str,
    text: String,
) -> Callback<MouseEvent> {
    let (name, text, status) = (file.name(None, ending), AttrValue::from(text), set.status.clone());
    Callback::from(move |_: MouseEvent| {
        let address =
            browser::FileAddress::of_text(&text, kind).filter(|_| !browser::drops_downloads());
        let saved = Saved { name: name.clone(), instead: "", content: Content::Text(text.clone()) };
        status.set(if address.is_some_and(|address| address.save(&name)) {
            Status::HandedOver(saved)
        } else {
            Status::Refused(saved)
        });
    })
}

fn copy_picture(file: &ChartFile<'_>, set: &Setters) -> Callback<MouseEvent> {
    let (drawing, status) = (file.drawing(), set.status.clone());
    Callback::from(move |_: MouseEvent| {
        let status = status.clone();
        browser::copy_picture(drawing.clone(), move |copied| {
            status.set(match copied {
                true => Status::Copied(WORDS.export.copy_picture),
                false => Status::PictureNotCopied,
            });
        });
    })
}

fn copy_table(file: &ChartFile<'_>, set: &Setters) -> Callback<MouseEvent> {
    let (html, text) = chart_paste(file.report, file.chart, file.order);
    let status = set.status.clone();
    Callback::from(move |_: MouseEvent| {
        let (status, shown) = (status.clone(), AttrValue::from(text.clone()));
        browser::copy_table(html.clone(), text.clone(), move |copied| {
            status.set(match copied {
                true => Status::Copied(WORDS.export.copy_table),
                false => Status::TextNotCopied(shown.clone()),
            });
        });
    })
}
