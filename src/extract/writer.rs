//! Takes text down character by character and leaves out those that nobody sees, each with a note.
//! The readers of all formats write through it, so that no text holds a control character.

use crate::text::Span;

use super::Note;

/// A text on its way.
#[derive(Debug, Default)]
pub(super) struct Writer {
    text: String,
    n_chars: u32,
    notes: Vec<Note>,
}

impl Writer {
    /// Where the next character comes to stand.
    pub(super) fn at(&self) -> u32 {
        self.n_chars
    }

    /// Takes a character down as it is, if it can be seen.
    pub(super) fn character(&mut self, ch: char) {
        let seen = match ch {
            '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\r' => Some('\n'),
            '\t' => Some(' '),
            '\n' => Some('\n'),
            _ if hidden_name(ch).is_some() => None,
            _ => Some(ch),
        };
        if seen != Some(ch) {
            let what = match (hidden_name(ch), ch) {
                (Some(name), _) => format!("去掉看不见的字符：{name}（U+{:04X}）", ch as u32),
                (None, '\t') => "制表符换成空格".to_string(),
                (None, _) => format!("换行符 U+{:04X} 换成普通换行", ch as u32),
            };
            self.note(what);
        }
        if let Some(seen) = seen {
            self.text.push(seen);
            self.n_chars += 1;
        }
    }

    /// Takes words down.
    pub(super) fn words(&mut self, words: &str) {
        words.chars().for_each(|ch| self.character(ch));
    }

    /// Takes a paragraph down as lines of its own, without blank lines and without white space at
    /// the ends of lines.
    pub(super) fn paragraph(&mut self, words: &str) {
        for line in words.split('\n').map(str::trim_end).filter(|line| !line.trim().is_empty()) {
            let start = self.n_chars;
            self.words(line);
            if self.n_chars > start && !self.text.ends_with('\n') {
                self.character('\n');
            }
        }
    }

    /// Notes something at the place where the next character comes to stand.
    pub(super) fn note(&mut self, what: String) {
        self.note_from(self.n_chars, what);
    }

    /// Notes something about the text from `start` on.
    pub(super) fn note_from(&mut self, start: u32, what: String) {
        self.notes.push(Note { span: Span::new(start, self.n_chars), what });
    }

    /// The text and the notes in its order.
    pub(super) fn finish(mut self) -> (String, Vec<Note>) {
        self.notes.sort_by_key(|note| note.span);
        (self.text, self.notes)
    }
}

/// What a character that nobody sees is called; none for all others.
fn hidden_name(ch: char) -> Option<&'static str> {
    Some(match ch {
        '\n' | '\r' | '\t' | '\u{b}' | '\u{85}' => return None,
        '\u{ad}' => "软连字符",
        '\u{200b}' => "零宽空格",
        '\u{200c}' | '\u{200d}' | '\u{2060}'..='\u{2064}' => "零宽连接符",
        '\u{feff}' => "字节顺序标记",
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "文字方向符"
        }
        '\u{c}' => "换页符",
        '\u{fff9}'..='\u{fffc}' => "注解或对象占位符",
        '\u{fff0}'..='\u{fff8}' | '\u{fffe}' | '\u{ffff}' | '\u{fdd0}'..='\u{fdef}' => "非字符",
        '\u{e0000}'..='\u{e007f}' | '\u{206a}'..='\u{206f}' => "标签字符",
        _ if ch.is_control() => "控制字符",
        _ => return None,
    })
}

/// The first characters of what was left out, as a note shows them.
pub(super) fn excerpt(words: &str) -> String {
    const LENGTH: usize = 60;
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= LENGTH {
        return words;
    }
    words.chars().take(LENGTH).chain(['…']).collect()
}
