//! The style sheet's promises that can be computed: contrast, and no size that depends on the host
//! page.

const SHEET: &str =
    concat!(include_str!("../../src/app/style.css"), include_str!("../../src/app/style-rest.css"));

/// The value of a token in the light sheet, or in the dark one.
fn token(name: &str, dark: bool) -> [f64; 3] {
    let at = SHEET.find("prefers-color-scheme: dark").expect("there is a dark sheet");
    let part = if dark { &SHEET[at..] } else { &SHEET[..at] };
    let start = part.find(&format!("--{name}: #")).unwrap_or_else(|| panic!("no --{name}"))
        + name.len()
        + 5;
    let channel = |at: usize| {
        f64::from(
            u8::from_str_radix(&part[start + at..start + at + 2], 16).expect("two hex digits"),
        ) / 255.0
    };
    [channel(0), channel(2), channel(4)]
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
    for dark in [false, true] {
        for ink in ["ink", "ink-2", "accent", "warm"] {
            for ground in ["paper", "card"] {
                let ratio = contrast(token(ink, dark), token(ground, dark));
                assert!(ratio >= 4.5, "{ink} on {ground}, dark {dark}: {ratio:.2}");
            }
        }
        for ink in ["ink", "accent"] {
            for ground in ["mark", "accent-soft"] {
                let ratio = contrast(token(ink, dark), token(ground, dark));
                assert!(ratio >= 4.5, "{ink} on {ground}, dark {dark}: {ratio:.2}");
            }
        }
    }
}

#[test]
fn no_size_hangs_on_the_host_pages_root() {
    let lengths = SHEET
        .split(|ch: char| !(ch.is_ascii_alphanumeric() || ch == '.'))
        .filter(|word| word.starts_with(|ch: char| ch.is_ascii_digit() || ch == '.'));
    let bad: Vec<&str> = lengths.filter(|word| word.ends_with("rem")).collect();
    assert!(bad.is_empty(), "{bad:?}");
}
