//! Folding: what is the same to a reader becomes the same characters, in texts and queries alike.
//! Width, case of Latin letters, spaces, punctuation, thousands separators and traditional forms
//! make no difference; 〇 is 零.

use crate::model::Lexicon;

/// What other forms of characters fold to: mostly a single character, but `㎡` to `m2`.
#[derive(Clone, Debug, Default)]
pub struct Folding {
    /// Sorted by form, for binary search.
    variants: Vec<(char, String)>,
    /// A bit for every ideograph, set for those in `variants`: most are not, and need no search.
    forms: Vec<u64>,
}

/// The ideographs and their extension A; they have neither case nor width.
const IDEOGRAPHS: std::ops::RangeInclusive<char> = '\u{3400}'..='\u{9fff}';

/// The word of [`Folding::forms`] that holds an ideograph, and its bit in it.
fn bit_of(ideograph: char) -> (usize, u64) {
    let at = ideograph as usize - *IDEOGRAPHS.start() as usize;
    (at / 64, 1 << (at % 64))
}

impl Folding {
    /// Folding with the forms that `lexicon` knows.
    pub fn of(lexicon: &Lexicon) -> Self {
        let pairs = Lexicon::pairs(&lexicon.variants);
        let mut variants: Vec<(char, String)> =
            pairs.filter_map(|(form, to)| Some((form.chars().next()?, to.to_string()))).collect();
        variants.sort_unstable();
        let mut forms = vec![0; bit_of(*IDEOGRAPHS.end()).0 + 1];
        for (word, bit) in variants
            .iter()
            .filter(|(form, _)| IDEOGRAPHS.contains(form))
            .map(|(form, _)| bit_of(*form))
        {
            forms[word] |= bit;
        }
        Self { variants, forms }
    }

    /// Calls `emit` with every character that `text` folds to, and which scalar of the text it
    /// comes from. A text of nothing but spaces and punctuation folds to nothing.
    pub fn fold(&self, text: &str, mut emit: impl FnMut(char, u32)) {
        let mut chars = text.chars().map(narrow).peekable();
        let mut after_digit = false;
        let mut at = 0;
        while let Some(ch) = chars.next() {
            // A decimal point (96.9) is kept, the point of a list number (1.第一) is not.
            let point = ch == '.' && after_digit && chars.peek().is_some_and(char::is_ascii_digit);
            if point {
                emit(ch, at);
            } else {
                self.fold_char(ch, |folded| emit(folded, at));
            }
            after_digit = ch.is_ascii_digit();
            at += 1;
        }
    }

    /// The folded characters of a text.
    pub fn chars(&self, text: &str) -> Vec<char> {
        let mut chars = Vec::new();
        self.fold(text, |ch, _| chars.push(ch));
        chars
    }

    fn is_plain_ideograph(&self, ch: char) -> bool {
        IDEOGRAPHS.contains(&ch) && {
            let (word, bit) = bit_of(ch);
            self.forms.get(word).is_none_or(|word| word & bit == 0)
        }
    }

    fn fold_char(&self, ch: char, mut emit: impl FnMut(char)) {
        if ch.is_ascii_lowercase() || ch.is_ascii_digit() || self.is_plain_ideograph(ch) {
            emit(ch);
        } else if let Ok(at) = self.variants.binary_search_by_key(&ch, |(form, _)| *form) {
            self.variants[at].1.chars().for_each(emit);
        } else if !is_ignored(ch) {
            emit(ch.to_ascii_lowercase());
        }
    }
}

/// Full width to half width, 〇 to 零, ü to the v that keyboards write; all else as it is.
fn narrow(ch: char) -> char {
    match ch {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(ch as u32 - 0xfee0).unwrap_or(ch),
        '〇' | '○' => '零',
        'ü' | 'Ü' => 'v',
        _ => ch,
    }
}

/// White space, control characters and punctuation of both scripts; but not the signs that belong
/// to a number (%, ‰).
fn is_ignored(ch: char) -> bool {
    ch.is_whitespace()
        || ch.is_control()
        || (ch.is_ascii_punctuation() && ch != '%')
        || matches!(ch, '\u{2010}'..='\u{2027}' | '\u{2032}'..='\u{205e}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3020}' | '\u{200b}'..='\u{200f}' | '·' | '\u{feff}')
}
