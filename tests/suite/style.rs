//! The style sheet's promises that can be computed: contrast, sizes that follow the reader's, and nothing
//! that the oldest kernels do not know.

use report_explorer::palette::{CONTRAST, DARK, LIGHT, Palette};

use super::kernel_floor::{FLOOR, NAMES, refusals, unused_leave, without_later};

const SHEET: &str =
    concat!(include_str!("../../src/app/style.css"), include_str!("../../src/app/style-rest.css"));

/// Red, green and blue of `#rgb` or `#rrggbb`, each up to 1.
fn channels(colour: &str) -> [f64; 3] {
    let digits: Vec<u32> =
        colour[1..].chars().map(|digit| digit.to_digit(16).expect("a hex digit")).collect();
    let channel = |at: usize| match digits.len() {
        3 => f64::from(17 * digits[at]) / 255.0,
        _ => f64::from(16 * digits[2 * at] + digits[2 * at + 1]) / 255.0,
    };
    [channel(0), channel(1), channel(2)]
}

/// Contrast ratio of WCAG 2.2.
fn contrast(left: [f64; 3], right: [f64; 3]) -> f64 {
    let linear = |channel: f64| {
        if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = |[red, green, blue]: [f64; 3]| {
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    };
    let (left, right) = (luminance(left), luminance(right));
    (left.max(right) + 0.05) / (left.min(right) + 0.05)
}

#[test]
fn every_text_colour_stands_out_from_every_ground() {
    for (palette, least) in [(&LIGHT, 4.5), (&DARK, 4.5), (&CONTRAST, 7.0)] {
        let Palette { paper, card, ink, second_ink, accent, soft_accent, .. } = palette;
        let Palette { second_accent, warm, mark, .. } = palette;
        let pairs = [ink, second_ink, accent, warm].map(|ink| [(ink, paper), (ink, card)]);
        let on_marks = [ink, accent].map(|ink| [(ink, mark), (ink, soft_accent)]);
        for (ink, ground) in pairs.into_iter().chain(on_marks).flatten() {
            let ratio = contrast(channels(ink), channels(ground));
            assert!(ratio >= least, "{ink} on {ground}: {ratio:.2}");
        }
        for bar in [accent, second_accent] {
            for ground in [paper, card] {
                let ratio = contrast(channels(bar), channels(ground));
                assert!(ratio >= 3.0, "a bar of {bar} on {ground}: {ratio:.2}");
            }
        }
    }
}

#[test]
fn colours_stand_in_the_palette_alone() {
    let bare: Vec<&str> = SHEET
        .split(|ch: char| !(ch.is_ascii_alphanumeric() || ch == '#'))
        .filter(|word| {
            let digits = word.strip_prefix('#').unwrap_or_default();
            [3, 6].contains(&digits.len()) && digits.chars().all(|digit| digit.is_ascii_hexdigit())
        })
        .collect();
    assert!(bare.is_empty(), "{bare:?}");
}

/// The sheet without its holes, and what the single file adds to it.
fn style() -> String {
    let single_file = include_str!("../../src/site/single_file.rs");
    let added = single_file.split_once("const STYLE: &str = \"").expect("its style").1;
    let added = added.split_once("\";").expect("its end").0;
    let sheet = format!("{SHEET}{added}");
    let holes = sheet.split("{{").enumerate().map(|(nth, part)| match part.split_once("}}") {
        Some((_, after)) if nth > 0 => after,
        _ => part,
    });
    holes.collect()
}

#[test]
fn nothing_is_used_that_the_oldest_kernels_lack() {
    let refused = refusals(&style());
    assert!(refused.is_empty(), "{}", refused.join("\n"));
    assert_eq!(unused_leave(&style()), [""; 0], "no longer used");
}

#[test]
fn what_the_oldest_kernels_lack_is_refused() {
    for (sheet, name) in [
        (".a { inset: 0 }", "inset"),
        (".a { display: flex; gap: 8px }", "gap"),
        (".a { width: min(4em, 100%) }", "min"),
        (".a { height: 100dvh }", "dvh"),
        (".a { padding: calc(1px + env(safe-area-inset-bottom)) }", "env"),
        (".a { position: sticky }", "position: sticky"),
        (".a, .b:has(.c) { color: var(--ink) }", ":has"),
        (".a:not(.b, .c) { color: var(--ink) }", ":not(,)"),
        ("@media (pointer: coarse) { .a { color: var(--ink) } }", "pointer"),
        (".a { shape-outside: none }", "shape-outside"),
    ] {
        let refused = refusals(sheet);
        assert!(refused.iter().any(|refusal| refusal.contains(name)), "{sheet}: {refused:?}");
    }
    for sheet in [
        ".a { display: grid; gap: 8px }",
        ".a { position: -webkit-sticky; position: sticky }",
        ".a:not(.b):not(.c) { width: calc(100% - 2.5em) !important }",
        "@media not all and (min-width: 43.75em) { .a { top: -.5em } }",
    ] {
        assert_eq!(refusals(sheet), [""; 0], "{sheet}");
    }
}

#[test]
fn an_old_kernel_loses_what_it_does_not_know_and_no_more() {
    assert_eq!((NAMES[0], FLOOR[0]), ("Chrome", 68.0));
    let sheet = "@media print, (forced-colors: active) { .a:has(b), .c { top: 0 } .d { inset: 0; top: 1px } }";
    assert_eq!(without_later(sheet, 0), "@media print{.d{top:1px;}}\n");
    let sheet = "@media (scripting: none) { .a { position: -webkit-sticky; position: sticky } }";
    assert_eq!(without_later(sheet, 0), "@media not all{.a{position:sticky;}}\n");
    assert_eq!(without_later(sheet, 2), "@media not all{.a{position:-webkit-sticky;}}\n");
}

#[test]
fn text_follows_the_size_that_readers_set() {
    let is_a_size = |name: &str| ["font", "font-size", "line-height"].contains(&name);
    for rule in super::kernel_floor::rules(&style()) {
        for (name, value) in rule.declarations.iter().filter(|(name, _)| is_a_size(name)) {
            // A bar's one line is as high as a finger.
            let is_bar = rule.selectors == ".contents.narrow summary";
            assert!(is_bar || !value.contains("px"), "{}: {name}: {value}", rule.selectors);
        }
        for query in &rule.around {
            assert!(!query.contains("px"), "{query} does not ask in the reader's size");
        }
    }
}
