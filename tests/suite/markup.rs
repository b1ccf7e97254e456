//! Text inside HTML: whatever it is, it stays text.

use proptest::prelude::*;
use report_explorer::markup::escape;

proptest! {
    #[test]
    fn text_stays_text_and_can_be_read_back(text in "[&<>\"';a-z#0-9仲裁 ]{0,40}") {
        let escaped = escape(&text);
        prop_assert!(!escaped.contains(['<', '>', '"']), "{escaped}");
        let back = escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        prop_assert_eq!(back, text);
    }
}
