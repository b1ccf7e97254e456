//! Everyday words: what readers say for what reports of this kind write (打官司 for 行政诉讼), and
//! words that ask for a part of the report. The table is the lexicon's, from `data/words.json`; what
//! else a question holds is looked for as it is.

use crate::model::{Lexicon, Part};

use super::fold::Folding;
use super::folded_text::FoldedText;
use super::sound::Sounds;

/// The everyday words of a report, folded, each with the number of its meaning.
#[derive(Clone, Debug, Default)]
pub(super) struct Everyday {
    words: Vec<(Vec<char>, u16)>,
    /// Each as [`Lexicon::everyday`] writes it.
    meanings: Vec<String>,
}

/// An everyday word in a query, with its meaning as the table writes it; or words of the query that the
/// report writes, which mean nothing else.
pub(super) type Meant<'a> = (&'a [char], &'a str);

/// The part of the report that a meaning stands for, where it is one.
pub(super) fn part_of(meaning: &str) -> Option<Part> {
    meaning.strip_prefix('@').and_then(Part::parse)
}

/// A longer piece of a query, one that stands in more places than this, says too little of what is
/// asked for.
const MOST_PLACES: usize = 16;

impl Everyday {
    pub(super) fn of(lexicon: &Lexicon, folding: &Folding) -> Self {
        let mut everyday = Self::default();
        for (words, meaning) in Lexicon::pairs(&lexicon.everyday) {
            let number = everyday.meanings.len() as u16;
            everyday.words.extend(words.split(',').map(|word| (folding.chars(word), number)));
            everyday.meanings.push(meaning.to_string());
        }
        everyday
    }

    /// What the query means as a whole, if it is an everyday word; itself, if reports write it: 公证 is no
    /// slip for 公正.
    pub(super) fn whole<'a>(&'a self, query: &'a [char]) -> Vec<Meant<'a>> {
        let known = self.words.iter().find(|(word, _)| word == query);
        let meaning = known.map(|(_, number)| &*self.meanings[*number as usize]);
        let official = || {
            let mut words = self.meanings.iter().flat_map(|meaning| meaning.split(','));
            words.find(|word| word.chars().eq(query.iter().copied()))
        };
        meaning.or_else(official).map(|meaning| (query, meaning)).into_iter().collect()
    }

    /// What a query that sounds like an everyday word means: 听正会 is 听证会.
    pub(super) fn sounding<'a>(
        &'a self,
        query: &[char],
        sounds: &Sounds,
        text: &FoldedText,
    ) -> Vec<Meant<'a>> {
        let is_alike = |one: &char, other: &char| {
            let spell = |ch: &char| sounds.letters(&text.alphabet, *ch);
            one == other || spell(one) == spell(other)
        };
        let known = self.words.iter().find(|(word, _)| {
            let mut pairs = word.iter().zip(query);
            word.len() == query.len()
                && word.len() >= LEAST_SOUNDING
                && pairs.all(|(one, other)| is_alike(one, other))
        });
        known
            .map(|(word, number)| (&**word, &*self.meanings[*number as usize]))
            .into_iter()
            .collect()
    }

    /// What a query holds: its longest everyday words of at least two characters, one of each meaning,
    /// and between them its longest pieces that the text has; none if all that is less than two fifths of
    /// what it asks for.
    pub(super) fn inside<'a>(&'a self, query: &'a [char], text: &FoldedText) -> Vec<Meant<'a>> {
        let mut found: Vec<Meant<'a>> = Vec::new();
        let (mut at, mut n_covered, mut n_empty) = (0, 0, 0);
        while at < query.len() {
            let rest = &query[at..];
            let everyday = self
                .words
                .iter()
                .filter(|(word, _)| word.len() >= 2 && rest.starts_with(word))
                .max_by_key(|(word, _)| word.len());
            let empty = EMPTY.iter().find(|empty| begins_with(rest, empty));
            let n_written = if empty.is_some() { 0 } else { written(rest, text) };
            let n_everyday = everyday.map_or(0, |(word, _)| word.len());
            let length = n_everyday.max(n_written);
            if length == 0 {
                let length = empty.map_or(0, |empty| empty.chars().count());
                n_empty += length;
                at += length.max(1);
                continue;
            }
            let meaning = everyday
                .filter(|_| n_everyday >= n_written)
                .map_or("", |(_, number)| &*self.meanings[*number as usize]);
            if meaning.is_empty() || found.iter().all(|(_, known)| *known != meaning) {
                found.push((&rest[..length], meaning));
            }
            at += length;
            n_covered += length;
        }
        // In a whole sentence a word is enough.
        let has_word = found.iter().any(|(_, meaning)| !meaning.is_empty());
        let is_enough = match query.len() {
            SENTENCE.. if has_word => true,
            SENTENCE.. => n_covered >= ENOUGH_OF_SENTENCE,
            _ => n_covered * 5 >= (query.len() - n_empty) * 2,
        };
        if is_enough { found } else { Vec::new() }
    }
}

/// Fewest characters of a query that is a sentence, and how many of them are to be written in the report.
const SENTENCE: usize = 8;
const ENOUGH_OF_SENTENCE: usize = 3;

/// Fewest characters of an everyday word that is known by its sound.
const LEAST_SOUNDING: usize = 3;

/// Length of the longest piece of at least two characters at the start of a query that the text has, in
/// few enough places to be what is asked for; otherwise 0.
fn written(query: &[char], text: &FoldedText) -> usize {
    let mut longest = 0;
    for length in 2..=query.len() {
        let piece = &query[..length];
        if piece.iter().any(|ch| ch.is_numeric()) {
            break;
        }
        let Some(pattern) = text.pattern(piece) else { break };
        let mut n_places = 0;
        text.find(&pattern, |_| n_places += 1);
        match n_places {
            0 => break,
            _ if n_places <= MOST_PLACES && says_something(piece) => longest = length,
            _ => {}
        }
    }
    longest
}

fn says_something(piece: &[char]) -> bool {
    piece.iter().filter(|ch| !FUNCTION.contains(**ch)).count() >= 2
}

/// A query without what stands around what it asks for: 公证处在哪里 asks for 公证处.
pub(super) fn core(query: &[char]) -> &[char] {
    let mut core = query;
    while let Some(length) = EMPTY.iter().find_map(|empty| {
        begins_with(core, empty)
            .then(|| empty.chars().count())
            .filter(|length| *length < core.len())
    }) {
        core = &core[length..];
    }
    while let Some(length) = EMPTY.iter().find_map(|empty| {
        let length = empty.chars().count();
        let from = core.len().checked_sub(length).filter(|from| *from > 0)?;
        begins_with(&core[from..], empty).then_some(length)
    }) {
        core = &core[..core.len() - length];
    }
    core
}

/// What stands around what is asked for, longer words before those they begin with.
const EMPTY: [&str; 68] = [
    "是什么意思",
    "什么意思",
    "可不可以",
    "没人管",
    "有没有",
    "是不是",
    "怎么样",
    "为什么",
    "能不能",
    "哪个县",
    "多少次",
    "多少个",
    "多少家",
    "多少件",
    "多少人",
    "几多次",
    "几多人",
    "怎么办",
    "边度",
    "帮我",
    "你们",
    "区里",
    "村里",
    "几多",
    "几个",
    "几场",
    "几次",
    "几件",
    "几家",
    "几趟",
    "多少",
    "怎么",
    "怎样",
    "什么",
    "哪些",
    "哪里",
    "哪个",
    "哪家",
    "找谁",
    "谁是",
    "请问",
    "政府",
    "没有",
    "我们",
    "我要",
    "我想",
    "可以",
    "今年",
    "如何",
    "点算",
    "不能",
    "在哪",
    "条件",
    "要",
    "有",
    "去",
    "被",
    "了",
    "吗",
    "呢",
    "吧",
    "的",
    "我",
    "想",
    "是",
    "在",
    "咋",
    "跑",
];

/// Characters of which a piece that says something has not more than one: 哪个, 多次, 有几.
const FUNCTION: &str = "哪个多少次几有没是不了吗呢我你他她的在和与就都还要能会去来找谁什么怎样被把对从到上下中大小人家请问可以";

fn begins_with(query: &[char], words: &str) -> bool {
    let mut rest = query.iter();
    words.chars().all(|ch| rest.next() == Some(&ch))
}
