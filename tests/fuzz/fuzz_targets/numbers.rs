//! Any text: no panic, numbers in order without overlap, and every digit in one of them.

#![no_main]

use libfuzzer_sys::fuzz_target;
use report_explorer::number::scan;

fuzz_target!(|text: &str| {
    let numbers = scan(text);
    let mut digits = (0u32..).zip(text.chars()).filter(|(_, ch)| ch.is_ascii_digit() || ('０'..='９').contains(ch)).peekable();
    let mut end = 0;
    for number in &numbers {
        assert!(number.span.start >= end && !number.span.is_empty(), "{number:?} behind {end}");
        while let Some((at, _)) = digits.next_if(|(at, _)| *at < number.span.end) {
            assert!(number.span.start <= at, "the digit at {at} is in no number");
        }
        end = number.span.end;
    }
    assert!(digits.next().is_none() && end as usize <= text.chars().count());
});
