//! The style sheet's promises that can be computed: contrast, and no size that depends on the host
//! page.

use report_explorer::palette::{CONTRAST, DARK, LIGHT, Palette};

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
        let Palette { paper, card, ink, second_ink, accent, soft_accent, warm, mark, .. } = palette;
        let pairs = [ink, second_ink, accent, warm].map(|ink| [(ink, paper), (ink, card)]);
        let on_marks = [ink, accent].map(|ink| [(ink, mark), (ink, soft_accent)]);
        for (ink, ground) in pairs.into_iter().chain(on_marks).flatten() {
            let ratio = contrast(channels(ink), channels(ground));
            assert!(ratio >= least, "{ink} on {ground}: {ratio:.2}");
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

#[test]
fn no_size_hangs_on_the_host_pages_root() {
    let lengths = SHEET
        .split(|ch: char| !(ch.is_ascii_alphanumeric() || ch == '.'))
        .filter(|word| word.starts_with(|ch: char| ch.is_ascii_digit() || ch == '.'));
    let bad: Vec<&str> = lengths.filter(|word| word.ends_with("rem")).collect();
    assert!(bad.is_empty(), "{bad:?}");
}
