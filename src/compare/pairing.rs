//! Which figures of two reports speak of the same thing. An editor has the last word; what is proposed
//! without one is proposed by what the reports write around the numbers, and never across units, nor
//! between what was done and what is planned.

use std::collections::BTreeMap;

use crate::model::{Figure, Report};
use crate::number::Quantity;
use crate::period::{
    CLAUSE_ENDS, Period, Periods, REACH, State, clause_before, is_attached, state_of,
};
use crate::text::Span;

/// Two figures of like meaning, by their index in the reports.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// In the earlier report.
    pub earlier: usize,
    /// In the later one.
    pub later: usize,
    /// Why they are put side by side.
    pub basis: Basis,
    /// What time each is of.
    pub periods: [Period; 2],
    /// Whether they stand where the reports explain their words, and so are of no year.
    pub is_explained: bool,
}

/// Why two figures are a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// An editor says so.
    Editor,
    /// They have the same id.
    Id,
    /// They have the same name and unit, and no others do.
    Name,
    /// What is written around them is alike.
    Words,
}

impl Basis {
    /// Whether somebody has confirmed it.
    pub fn is_confirmed(self) -> bool {
        self == Self::Editor
    }
}

/// Least likeness, from 0 to 1, at which two figures are proposed.
const LEAST_LIKENESS: f64 = 0.47;

/// Numbers that many times each other are seldom of the same thing, and how much less likely they are.
const FAR: f64 = 20.0;
const FAR_LIKENESS: f64 = 0.8;

/// Least value whose being the same in both reports is no accident, and how much more likely it makes a pair.
const TELLING_VALUE: f64 = 10.0;
const SAME_VALUE_LIKENESS: f64 = 1.25;

/// Least characters of a name that says the same where it is part of a longer one, and how alike the two names
/// are then at the least.
const LEAST_NAME: usize = 3;
const ONE_NAME_LIKENESS: f64 = 0.7;

/// How much more alike two must be than either is to any other.
const LEAST_MARGIN: f64 = 0.04;

/// The pairs of two reports, in the order of the later one; each figure is in one at most.
pub fn pairs(earlier: &Report, later: &Report) -> Vec<Pair> {
    let ours = [described(earlier), described(later)];
    let mut is_free = [vec![true; ours[0].len()], vec![true; ours[1].len()]];
    let mut pairs = Vec::new();
    let mut take = |earlier: usize, later: usize, basis: Basis, is_free: &mut [Vec<bool>; 2]| {
        if is_free[0][earlier] && is_free[1][later] {
            is_free[0][earlier] = false;
            is_free[1][later] = false;
            let periods = [ours[0][earlier].kind.period(), ours[1][later].kind.period()];
            let is_explained = ours[0][earlier].is_explained || ours[1][later].is_explained;
            pairs.push(Pair { earlier, later, basis, periods, is_explained });
        }
    };
    for annotation in &later.pairs {
        let at = later.figures.iter().position(|figure| figure.id == annotation.figure);
        let Some(at) = at.filter(|_| annotation.edition == earlier.edition().to_string()) else {
            continue;
        };
        match earlier.figures.iter().position(|figure| Some(&figure.id) == annotation.with.as_ref())
        {
            Some(with) => {
                take(with, at, Basis::Editor, &mut is_free);
            }
            // An editor has looked, and there is none.
            None if annotation.with.is_none() => is_free[1][at] = false,
            None => {}
        }
    }
    let both_checked = earlier.checked && later.checked;
    if both_checked && earlier.folder == later.folder {
        for (at, figure) in later.figures.iter().enumerate() {
            let same = earlier.figures.iter().position(|known| known.id == figure.id);
            if let Some(with) = same.filter(|with| ours[0][*with].is_comparable(&ours[1][at])) {
                take(with, at, Basis::Id, &mut is_free);
            }
        }
    }
    let rarity = rarity(&ours);
    let mut candidates = Vec::new();
    for (with, one) in ours[0].iter().enumerate().filter(|(with, _)| is_free[0][*with]) {
        for (at, other) in ours[1].iter().enumerate().filter(|(at, _)| is_free[1][*at]) {
            if one.is_comparable(other) {
                candidates.push((one.likeness(other, &rarity), with, at));
            }
        }
    }
    // The most alike first; where two are as much, in the order of the text.
    candidates.sort_by(|left, right| {
        right.0.total_cmp(&left.0).then((left.1, left.2).cmp(&(right.1, right.2)))
    });
    for (likeness, with, at) in &candidates {
        if *likeness < LEAST_LIKENESS {
            break;
        }
        let rival = candidates.iter().find(|(_, other_with, other_at)| {
            (other_with == with) != (other_at == at)
                && is_free[0][*other_with]
                && is_free[1][*other_at]
        });
        if rival.is_some_and(|rival| rival.0 > likeness - LEAST_MARGIN) {
            continue;
        }
        let same_name = earlier.figures[*with].label == later.figures[*at].label;
        let basis = if same_name { Basis::Name } else { Basis::Words };
        take(*with, *at, basis, &mut is_free);
    }
    pairs.sort_by_key(|pair| pair.later);
    pairs
}

/// What is known of a figure when it is compared.
struct Described {
    unit: String,
    kind: Kind,
    /// Whether it says what came about in the time reported on, or what was there at its end.
    state: Option<State>,
    value: f64,
    /// Whether it stands in what explains the report's words, where no year's numbers are.
    is_explained: bool,
    /// Which of each group of [`ALTERNATIVES`] is said of it.
    said: [u32; ALTERNATIVES.len()],
    /// The characters of its name that say something.
    name: Vec<char>,
    /// The same of all that is written around it, and how much each counts.
    words: BTreeMap<[char; 2], f64>,
}

/// What two figures must have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Kind {
    /// Says by how much something rose or fell.
    is_change: bool,
    /// A place in an order.
    is_rank: bool,
    /// Still to come.
    is_planned: bool,
    /// Of months that are over, in a plan.
    is_begun: bool,
    /// Of several years together.
    is_of_years: bool,
    /// What a change began from: 从917亿元增长至1427亿元.
    is_start: bool,
    /// Which of [`MODIFIERS`] are said of it.
    modified: [bool; MODIFIERS.len()],
}

impl Kind {
    fn period(self) -> Period {
        match self {
            Self { is_begun: true, .. } => Period::Begun,
            Self { is_planned: true, .. } => Period::Next,
            Self { is_of_years: true, .. } => Period::Years,
            _ => Period::Year,
        }
    }
}

impl Described {
    fn is_comparable(&self, other: &Self) -> bool {
        self.unit == other.unit
            && (self.kind == other.kind
                || self.value == other.value
                    && self.kind == Kind { is_of_years: self.kind.is_of_years, ..other.kind })
            && self
                .said
                .iter()
                .zip(&other.said)
                .all(|(one, other)| *one == 0 || *other == 0 || one & other != 0)
            && self.state.zip(other.state).is_none_or(|(one, other)| one == other)
    }

    /// How much of its name stands around the other, from 0 to 1.
    fn named_in(&self, other: &Self, rarity: &BTreeMap<[char; 2], f64>) -> f64 {
        let weight = |word: &[char; 2]| rarity.get(word).copied().unwrap_or_default();
        let name = by_two(&self.name);
        let whole: f64 = name.iter().map(weight).sum();
        let found = name.iter().filter(|word| other.words.contains_key(*word));
        let found: f64 = found.map(weight).sum();
        if whole > 0.0 { found / whole } else { 0.0 }
    }

    /// Whether its name says what the other's does in fewer words: 公共住房供应, 公共住房项目供应.
    fn is_named_within(&self, other: &Self) -> bool {
        let mut longer = other.name.iter();
        self.name.len() >= LEAST_NAME && self.name.iter().all(|ch| longer.any(|known| known == ch))
    }

    /// How alike two are, from 0 to 1: the cosine of their words, rare ones counting more.
    fn likeness(&self, other: &Self, rarity: &BTreeMap<[char; 2], f64>) -> f64 {
        let length = |words: &BTreeMap<[char; 2], f64>| {
            words.iter().map(|(word, weight)| (weight * rarity[word]).powi(2)).sum::<f64>().sqrt()
        };
        let common: f64 = self
            .words
            .iter()
            .filter_map(|(word, weight)| {
                Some(weight * other.words.get(word)? * rarity[word].powi(2))
            })
            .sum();
        let lengths = length(&self.words) * length(&other.words);
        let [low, high] = if self.value < other.value {
            [self.value, other.value]
        } else {
            [other.value, self.value]
        };
        let is_far = low > 0.0 && high / low > FAR;
        let likeness = if lengths > 0.0 { common / lengths } else { 0.0 };
        let is_one_name = self.is_named_within(other) || other.is_named_within(self);
        let named = self.named_in(other, rarity).min(other.named_in(self, rarity));
        let named = match is_one_name {
            true => named.max(ONE_NAME_LIKENESS),
            false => named,
        };
        let likeness = (likeness * named).sqrt();
        match () {
            () if is_far => likeness * FAR_LIKENESS,
            () if low == high && low >= TELLING_VALUE => likeness * SAME_VALUE_LIKENESS,
            () => likeness,
        }
    }
}

fn described(report: &Report) -> Vec<Described> {
    let periods = Periods::of(report);
    report.figures.iter().map(|figure| describe(report, figure, &periods)).collect()
}

/// How much the words of a figure's name count, and those before and behind the number.
const NAME_WEIGHT: f64 = 2.0;
const BEFORE_WEIGHT: f64 = 1.5;
const BEHIND_WEIGHT: f64 = 1.0;

/// Words that cases and places are counted in, which say the same.
const SAME_UNITS: [&[&str]; 2] = [&["件", "宗", "起"], &["个", "家", "所", "座", "处", "间"]];

fn describe(report: &Report, figure: &Figure, periods: &Periods<'_>) -> Described {
    let end = report.sentence(figure.sentence).map_or(figure.span.end, |(_, known)| known.span.end);
    let behind = report.slice(Span::new(figure.span.end, end.max(figure.span.end)));
    let before = clause_before(report, figure.span);
    let behind: String =
        behind.chars().take_while(|ch| !CLAUSE_ENDS.contains(ch)).take(REACH).collect();
    let state = state_of(&before, &figure.label);
    let mut words = BTreeMap::new();
    for (text, weight) in
        [(figure.label.as_str(), NAME_WEIGHT), (&before, BEFORE_WEIGHT), (&behind, BEHIND_WEIGHT)]
    {
        for word in letters_by_two(text) {
            let known: &mut f64 = words.entry(word).or_default();
            *known = known.max(weight);
        }
    }
    let kind = Kind {
        is_change: figure.quantity.change.is_some(),
        is_rank: figure.quantity.is_rank(),
        is_planned: periods.planned.contains(&figure.section.as_str()),
        is_begun: periods.of_figure(figure) == Period::Begun,
        is_of_years: periods.is_of_years(
            &figure.section,
            &before,
            &figure.label,
            &figure.quantity.unit,
        ),
        is_start: is_start(&before),
        modified: MODIFIERS.map(|word| figure.label.contains(word)),
    };
    let Quantity { unit, value, .. } = figure.quantity.clone();
    let same = SAME_UNITS.iter().find(|units| units.contains(&unit.as_str()));
    let unit = same.map_or(unit, |units| units[0].to_string());
    let said = ALTERNATIVES.map(|group| {
        let is_said = |word: &&str| before.contains(*word) || figure.label.contains(*word);
        group.iter().enumerate().filter(|(_, word)| is_said(word)).map(|(at, _)| 1 << at).sum()
    });
    let is_explained = is_attached(report, &figure.section);
    Described { unit, kind, state, value, is_explained, said, name: letters(&figure.label), words }
}

/// Words that say nothing of what is counted.
const EMPTY: [&str; 18] = [
    "实现",
    "完成",
    "达到",
    "全区",
    "全市",
    "全县",
    "辖区",
    "本地",
    "地区",
    "累计",
    "提供",
    "保持",
    "扎实",
    "高效",
    "高质量",
    "全年",
    "全社会",
    "总额",
];

/// Neighbouring characters of words, two by two.
pub(super) fn letters_by_two(words: &str) -> Vec<[char; 2]> {
    by_two(&letters(words))
}

fn by_two(letters: &[char]) -> Vec<[char; 2]> {
    letters.windows(2).map(|pair| [pair[0], pair[1]]).collect()
}

/// Characters of words; digits and marks say nothing.
fn letters(words: &str) -> Vec<char> {
    let says = |ch: &char| {
        !ch.is_ascii_punctuation()
            && !ch.is_whitespace()
            && !ch.is_ascii_digit()
            && !"“”《》（）".contains(*ch)
    };
    let words = EMPTY.iter().fold(words.to_string(), |words, empty| words.replace(empty, ""));
    words.chars().filter(says).collect()
}

/// Words of which one says another thing than the next: what is of the state is not of the province.
const ALTERNATIVES: [&[&str]; 3] = [
    &["国家", "省级", "市级", "区级"],
    &["签约", "落地", "开工", "竣工", "建成"],
    &["第一产业", "第二产业", "第三产业"],
];

/// Words that make another thing of what is counted.
const MODIFIERS: [&str; 4] = ["剔除", "扣除", "人均", "户均"];

/// Whether a number is what a change began from.
fn is_start(before: &str) -> bool {
    let from = before.rfind(['从', '由']);
    from.is_some_and(|from| !before[from..].contains(['至', '到']))
}

/// How rare each pair of characters is among the figures of both reports.
fn rarity(figures: &[Vec<Described>; 2]) -> BTreeMap<[char; 2], f64> {
    let mut n_figures = BTreeMap::new();
    for word in figures.iter().flatten().flat_map(|figure| figure.words.keys()) {
        *n_figures.entry(*word).or_insert(0.0) += 1.0;
    }
    let all = figures.iter().map(Vec::len).sum::<usize>() as f64;
    n_figures.into_iter().map(|(word, n)| (word, (1.0 + all / n).ln())).collect()
}
