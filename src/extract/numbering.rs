//! The numbers that Word prints before paragraphs: counted here as Word counts them, since they are
//! nowhere in the document's text. A list is an abstract one and what overrides it; lists of one
//! abstract list go on counting from each other.

use std::collections::BTreeMap;

use super::styles::NumberingOf;
use super::xml::Element;

const N_LEVELS: usize = 9;

/// The lists of a document, and how far each has counted.
#[derive(Default)]
pub(super) struct Numbering {
    abstract_lists: BTreeMap<String, AbstractList>,
    lists: BTreeMap<String, List>,
    /// Of every abstract list, the number each level stands at; none before its first.
    counters: BTreeMap<String, [Option<u32>; N_LEVELS]>,
}

#[derive(Default)]
struct AbstractList {
    levels: BTreeMap<usize, Level>,
    /// The style whose list this one is.
    style_link: Option<String>,
    /// The name of the style that this is the list of.
    style_name: Option<String>,
}

struct List {
    abstract_list: String,
    overrides: BTreeMap<usize, Level>,
    starts: BTreeMap<usize, u32>,
    /// The levels at which this list has begun.
    begun: [bool; N_LEVELS],
}

#[derive(Clone)]
struct Level {
    start: u32,
    format: String,
    text: String,
    suffix: String,
    /// Below which level it begins anew: 0 never, else the 1-based one.
    restart: Option<usize>,
    is_legal: bool,
    style: Option<String>,
}

impl Level {
    fn of(level: &Element) -> Self {
        let value = |name: &str| level.child(name).and_then(|child| child.attribute("val"));
        let fallback = level.at(&["AlternateContent", "Fallback", "numFmt"]);
        let format = value("numFmt").or_else(|| fallback?.attribute("val"));
        Level {
            start: value("start").and_then(|start| start.parse().ok()).unwrap_or(0),
            format: format.unwrap_or("decimal").to_string(),
            text: value("lvlText").unwrap_or_default().to_string(),
            suffix: value("suff").unwrap_or("tab").to_string(),
            restart: value("lvlRestart").and_then(|level| level.parse().ok()),
            is_legal: level.child("isLgl").is_some_and(|legal| {
                !matches!(legal.attribute("val"), Some("0" | "false" | "off"))
            }),
            style: value("pStyle").map(str::to_string),
        }
    }
}

fn index(element: &Element) -> Option<usize> {
    element.attribute("ilvl")?.parse().ok().filter(|level| *level < N_LEVELS)
}

impl Numbering {
    /// The lists of `numbering.xml`.
    pub(super) fn of(document: &Element) -> Self {
        let mut numbering = Self::default();
        for element in document.elements() {
            let levels = |name: &str| {
                let named =
                    element.elements().filter(|child| child.name == name).collect::<Vec<_>>();
                named.into_iter().filter_map(|level| Some((index(level)?, level)))
            };
            let value = |name: &str| {
                element.child(name).and_then(|child| child.attribute("val")).map(str::to_string)
            };
            if element.name == "abstractNum" {
                let id = element.attribute("abstractNumId").unwrap_or_default().to_string();
                let list = AbstractList {
                    levels: levels("lvl").map(|(at, level)| (at, Level::of(level))).collect(),
                    style_link: value("numStyleLink"),
                    style_name: value("styleLink"),
                };
                numbering.abstract_lists.insert(id, list);
            } else if element.name == "num" {
                let id = element.attribute("numId").unwrap_or_default().to_string();
                let overrides = levels("lvlOverride")
                    .filter_map(|(at, replaced)| Some((at, Level::of(replaced.child("lvl")?))));
                let starts = levels("lvlOverride").filter_map(|(at, replaced)| {
                    let start = replaced.child("startOverride")?.attribute("val")?;
                    Some((at, start.parse().ok()?))
                });
                let list = List {
                    abstract_list: value("abstractNumId").unwrap_or_default(),
                    overrides: overrides.collect(),
                    starts: starts.collect(),
                    begun: [false; N_LEVELS],
                };
                numbering.lists.insert(id, list);
            }
        }
        numbering.follow_style_links();
        numbering
    }

    /// A list that stands for a style's list has that one's levels.
    fn follow_style_links(&mut self) {
        let targets: BTreeMap<String, String> = self
            .abstract_lists
            .iter()
            .filter_map(|(id, list)| Some((list.style_name.clone()?, id.clone())))
            .collect();
        for list in self.lists.values_mut() {
            let link = self.abstract_lists.get(&list.abstract_list);
            let target = link.and_then(|list| targets.get(list.style_link.as_ref()?));
            if let Some(target) = target {
                list.abstract_list.clone_from(target);
            }
        }
    }

    /// The number that Word prints before the next paragraph, with what stands between the two;
    /// none where it prints none. `style` is the style that named the list.
    pub(super) fn next(&mut self, numbering: &NumberingOf, style: Option<&str>) -> Option<String> {
        let list = self.lists.get_mut(numbering.list.as_ref()?)?;
        let inherited = self.abstract_lists.get(&list.abstract_list)?;
        let of_style = || {
            let style = style?;
            let levels = inherited.levels.iter();
            levels
                .filter(|(_, level)| level.style.as_deref() == Some(style))
                .map(|(at, _)| *at)
                .next()
        };
        let at = numbering.level.or_else(of_style).unwrap_or(0).min(N_LEVELS - 1);
        let level_at = |at: usize| list.overrides.get(&at).or_else(|| inherited.levels.get(&at));
        let level = level_at(at)?.clone();
        let counters = self.counters.entry(list.abstract_list.clone()).or_default();
        let start = list.starts.get(&at).copied().unwrap_or(level.start);
        let begins = !list.begun[at] && list.starts.contains_key(&at);
        let counted = match counters[at] {
            Some(last) if !begins => last.saturating_add(1),
            _ => start,
        };
        counters[at] = Some(counted);
        for (below, counter) in counters.iter_mut().enumerate().skip(at + 1) {
            let restarts = match level_at(below).and_then(|level| level.restart) {
                Some(0) => false,
                Some(restart) => at < restart,
                None => true,
            };
            if restarts {
                *counter = None;
            }
        }
        let number_at = |of: usize| {
            let level_of = level_at(of)?;
            let number = counters[of].unwrap_or(level_of.start);
            let format = if level.is_legal { "decimal" } else { level_of.format.as_str() };
            Some(written(number, format))
        };
        let text = fill(&level, number_at);
        list.begun[at] = true;
        (!text.is_empty()).then(|| text.clone() + gap(&level.suffix, &text))
    }
}

/// The level's text with the numbers in their places: `第%1条` is 第三条.
fn fill(level: &Level, number_at: impl Fn(usize) -> Option<String>) -> String {
    if level.format == "bullet" {
        return level.text.chars().map(bullet).collect();
    }
    if level.format == "none" {
        return level.text.chars().filter(|ch| *ch != '%' && !ch.is_ascii_digit()).collect();
    }
    let mut text = String::new();
    let mut chars = level.text.chars().peekable();
    while let Some(ch) = chars.next() {
        let digit = chars.peek().and_then(|next| next.to_digit(10)).filter(|_| ch == '%');
        match digit {
            Some(of @ 1..=9) => {
                chars.next();
                text.push_str(&number_at(of as usize - 1).unwrap_or_default());
            }
            _ => text.push(ch),
        }
    }
    text
}

/// What separates a number from the text: a mark of full width does by itself.
fn gap(suffix: &str, number: &str) -> &'static str {
    let wide = number.chars().next_back().is_some_and(|ch| ch as u32 >= 0x2000);
    if suffix == "nothing" || (suffix == "tab" && wide) { "" } else { " " }
}

/// A bullet, of the symbol fonts the usual sign.
fn bullet(ch: char) -> char {
    match ch as u32 {
        0xf06c | 0xf09f => '●',
        0xf06e | 0xf0a7 => '■',
        0xf075 => '◆',
        0xf0d8 => '➢',
        0xf0fc => '✓',
        0xe000..=0xf8ff => '•',
        _ => ch,
    }
}

/// A number as a list's format writes it.
fn written(number: u32, format: &str) -> String {
    let nth = |signs: &str| {
        let index = (number as usize).checked_sub(1)?;
        signs.chars().nth(index).map(|sign| sign.to_string())
    };
    let special = match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "koreanCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "ideographTraditionalCounting" => chinese(number, "零一二三四五六七八九", "十百千"),
        "chineseLegalSimplified" => chinese(number, "零壹贰叁肆伍陆柒捌玖", "拾佰仟"),
        "ideographLegalTraditional" => chinese(number, "零壹貳參肆伍陸柒捌玖", "拾佰仟"),
        "ideographDigital" | "taiwaneseDigital" | "japaneseDigitalTenThousand" => {
            Some(digits(number, &"〇一二三四五六七八九".chars().collect::<Vec<_>>()))
        }
        "decimalFullWidth" | "decimalFullWidth2" => {
            Some(digits(number, &"０１２３４５６７８９".chars().collect::<Vec<_>>()))
        }
        "ideographTraditional" => nth("甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => nth("子丑寅卯辰巳午未申酉戌亥"),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => {
            nth("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿")
        }
        "decimalEnclosedParen" => nth("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
        "decimalEnclosedFullstop" => nth("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
        "ideographEnclosedCircle" => nth("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
        "upperLetter" => letters(number, b'A'),
        "lowerLetter" => letters(number, b'a'),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).map(|roman| roman.to_lowercase()),
        "decimalZero" => Some(format!("{number:02}")),
        "numberInDash" => Some(format!("- {number} -")),
        _ => None,
    };
    special.unwrap_or_else(|| number.to_string())
}

fn digits(number: u32, signs: &[char]) -> String {
    let written = number.to_string();
    written.bytes().filter_map(|byte| signs.get(usize::from(byte - b'0'))).collect()
}

/// 一百零五; 十一 and not 一十一. Below ten thousand.
fn chinese(number: u32, signs: &str, places: &str) -> Option<String> {
    let signs: Vec<char> = signs.chars().collect();
    let places: Vec<char> = places.chars().collect();
    let digits = number.to_string();
    if digits.len() > 4 || number == 0 {
        return None;
    }
    let mut text = String::new();
    for (at, byte) in digits.bytes().enumerate() {
        let (digit, place) = (usize::from(byte - b'0'), digits.len() - 1 - at);
        if digit == 0 {
            let more = digits.bytes().skip(at + 1).any(|byte| byte != b'0');
            if more && !text.ends_with(signs[0]) {
                text.push(signs[0]);
            }
            continue;
        }
        let is_plain_ten = digit == 1 && place == 1 && at == 0 && signs[1] == '一';
        if !is_plain_ten {
            text.push(signs[digit]);
        }
        text.extend(place.checked_sub(1).map(|place| places[place]));
    }
    Some(text)
}

/// A … Z, AA, BB …, as Word goes on.
fn letters(number: u32, first: u8) -> Option<String> {
    let index = number.checked_sub(1)?;
    let letter = char::from(first + (index % 26) as u8);
    Some(std::iter::repeat_n(letter, (index / 26 + 1).min(30) as usize).collect())
}

fn roman(number: u32) -> Option<String> {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let (mut rest, mut text) =
        (Some(number).filter(|number| (1..4000).contains(number))?, String::new());
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    Some(text)
}
