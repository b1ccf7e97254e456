//! The table of words is whole: pages, addresses and answers have no words of their own.

use super::layers::sources;

/// Whether a character is a Chinese one, or a mark of Chinese prose.
fn is_chinese(ch: char) -> bool {
    let marks = ['‘', '’', '“', '”', '…'];
    marks.contains(&ch)
        || matches!(ch, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// The string literals of a Rust source, without its comments. A `char` is a mark looked for in the
/// report's text, not a word of the interface.
fn strings(code: &str) -> Vec<String> {
    let code = code.replace("'\"'", "");
    let (mut strings, mut string) = (Vec::new(), None::<String>);
    let mut chars = code.chars().peekable();
    while let Some(ch) = chars.next() {
        match (&mut string, ch) {
            (Some(_), '"') => strings.extend(string.take()),
            (Some(string), '\\') => string.extend(chars.next()),
            (Some(string), ch) => string.push(ch),
            (None, '"') => string = Some(String::new()),
            (None, '/') if chars.peek() == Some(&'/') => {
                chars.find(|ch| *ch == '\n');
            }
            (None, _) => {}
        }
    }
    strings
}

#[test]
fn strings_are_told_from_comments_and_marks() {
    let code = "let a = \"一\"; // \"二\"\nlet b = ['三', '\"']; f(\"https://\\\"四\");";
    assert_eq!(strings(code), ["一", "https://\"四"]);
}

#[test]
fn every_word_of_the_interface_stands_in_the_table() {
    let interface = sources().into_iter().filter(|path| {
        let is_below = |folder: &str| path.starts_with(folder);
        is_below("src/app")
            || is_below("src/route")
            || ["src/app.rs", "src/route.rs", "src/answer.rs"]
                .iter()
                .any(|file| path.ends_with(file))
    });
    for path in interface {
        let code = std::fs::read_to_string(&path).expect("UTF-8");
        for string in strings(&code) {
            assert!(
                !string.contains(is_chinese),
                "{}: {string:?} belongs in src/words/zh.rs",
                path.display()
            );
        }
    }
}
