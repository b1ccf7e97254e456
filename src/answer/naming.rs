//! What kinds of hits and ways of matching are called.

use crate::search::{Kind, Method};
use crate::words::SEARCH;

/// A kind of hits.
pub(super) fn kind_label(kind: Kind) -> &'static str {
    match kind {
        Kind::LargePrint => SEARCH.kind_large_print,
        Kind::Figure => SEARCH.kind_figure,
        Kind::Chart => SEARCH.kind_chart,
        Kind::Heading => SEARCH.kind_heading,
        Kind::Term => SEARCH.kind_term,
        Kind::Sentence => SEARCH.kind_sentence,
    }
}

/// How hits were found, where it is not the plain way.
pub(super) fn method_label(method: Method) -> Option<&'static str> {
    match method {
        Method::Exact => None,
        Method::Words => Some(SEARCH.by_words),
        Method::Value => Some(SEARCH.by_value),
        Method::Pinyin => Some(SEARCH.by_pinyin),
        Method::Sound => Some(SEARCH.by_sound),
        Method::Near => Some(SEARCH.by_near),
    }
}
