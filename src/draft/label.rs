//! What each number counts, in the report's own words: the noun behind it or before it, with the verb
//! and the subject that it shares with the numbers before. Members of a list are paired with theirs.

use crate::ingest::annotation::LONGEST_LABEL;
use crate::number::{Number, Reason};

use super::phrase::{
    cleaned, is_weak, join, members, noun_behind, purpose, shortened, split_verb, up_to_verb,
    wants_noun, within,
};
use super::words::VERBS;

/// The labels of `numbers`, which are all numbers of the text of `chars`, in order; empty for what is
/// no data.
pub fn labels(chars: &[char], numbers: &[Number]) -> Vec<String> {
    let mut reader = Reader { chars, numbers, labels: vec![String::new(); numbers.len()] };
    let mut carried = Carried::default();
    let mut at = 0;
    while at < numbers.len() {
        if !numbers[at].is_figure() {
            at += 1;
            continue;
        }
        at = reader.read(at, &mut carried);
    }
    reader.labels
}

struct Reader<'text> {
    chars: &'text [char],
    numbers: &'text [Number],
    labels: Vec<String>,
}

/// What numbers further on in the same paragraph share.
#[derive(Default)]
struct Carried {
    /// End of the last number read.
    end: usize,
    /// What the last label counts, without its verb.
    subject: String,
    /// The verb of the last label.
    verb: String,
    /// What each number since the last 分别 counts.
    list: Vec<String>,
    /// What 其中 breaks down.
    whole: Option<String>,
    /// The subject outside of the bracket that numbers stand in.
    outside: Option<String>,
}

/// A number with the words around it in its clause.
struct Clause {
    /// The words before it, other numbers left out.
    before: String,
    /// The words behind it, up to the next number.
    behind: String,
    /// Whether it goes on a list of numbers in the same clause or beside 、.
    goes_on: bool,
    /// Where the clause begins.
    start: usize,
    /// Whether it stands in a bracket: （其中正职25宗）.
    in_bracket: bool,
}

impl Reader<'_> {
    /// Reads the number at `at`, with those that go with it; answers the next one to read.
    fn read(&mut self, at: usize, carried: &mut Carried) -> usize {
        let number = &self.numbers[at];
        let (start, clause) = (number.span.start as usize, self.clause(at));
        let gap = &self.chars[carried.end.min(start)..start];
        if gap.contains(&'\n') {
            *carried = Carried::default();
        } else if gap.iter().any(|ch| matches!(ch, '。' | '！' | '？')) {
            carried.list.clear();
            carried.whole = None;
        }
        let is_apart = gap.iter().any(|ch| matches!(ch, '。' | '；' | ';' | '！' | '？'));
        if clause.before.contains("分别") {
            return self.read_run(at, &clause, carried);
        }
        match (clause.in_bracket, &carried.outside) {
            (true, None) => carried.outside = Some(carried.subject.clone()),
            (false, Some(subject)) => {
                carried.subject.clone_from(subject);
                (carried.outside, carried.whole) = (None, None);
            }
            _ => {}
        }
        let is_part =
            clause.before.starts_with("其中") || self.words_before(clause.start).ends_with("其中");
        if is_part && carried.whole.is_none() && !carried.subject.is_empty() {
            carried.whole = Some(carried.subject.clone());
        }
        if !is_part && is_apart {
            carried.whole = None;
        }
        let before =
            clause.before.trim_start_matches("其中").trim_start_matches(['，', ',', '：', ':']);
        let (core, change) = cleaned(before);
        let behind = self.counted_behind(at, &clause.behind);
        let core = ["使", "令", "让"]
            .iter()
            .find_map(|word| core.strip_prefix(word))
            .unwrap_or(&core)
            .to_string();
        let (verb, object) = split_verb(&core);
        let label = if !behind.is_empty() {
            // 对48家单位进行稽查: the sentence goes round what is counted.
            let behind = match ["对", "为", "向", "将", "把", "组织"]
                .iter()
                .any(|word| core.starts_with(word))
            {
                true => clause.behind.chars().filter(|ch| !ch.is_whitespace()).collect(),
                false => behind,
            };
            // 安和厂等11个项目: what stands before 等 are examples.
            let has_examples = before.trim_end().ends_with('等');
            let verb = match () {
                () if core.is_empty() && clause.goes_on => carried.verb.clone(),
                () if has_examples => verb.clone(),
                () => core.clone(),
            };
            carried.verb.clone_from(&verb);
            carried.subject.clone_from(&behind);
            let label = join(&verb, &behind);
            if label.chars().count() > LONGEST_LABEL {
                join(&verb, &up_to_verb(&behind))
            } else {
                label
            }
        } else if core.is_empty() && self.is_share(at) && !shared_noun(&clause).is_empty() {
            // 99%乡镇通公路: a share of what stands behind it.
            let noun = shared_noun(&clause);
            carried.subject.clone_from(&noun);
            join(&noun, "占比")
        } else if object.is_empty() && !verb.is_empty() && !purpose(&clause.behind).is_empty() {
            let purpose = purpose(&clause.behind);
            carried.subject.clone_from(&purpose);
            join(&purpose, &core)
        } else if VERBS.contains(&core) && self.is_share(at) && !aim(&clause.behind).is_empty() {
            // 实现100%开放预约: a verb alone says nothing.
            let aim = aim(&clause.behind);
            carried.subject.clone_from(&aim);
            join(&core, &aim)
        } else if object.is_empty() || is_weak(&core) {
            let subject = self.subject(&clause, carried, is_apart);
            if carried.subject.is_empty() {
                carried.subject.clone_from(&subject);
            }
            if core.is_empty() { subject } else { join(&subject, &core) }
        } else {
            if verb.is_empty() && clause.goes_on && !carried.verb.is_empty() && change.is_empty() {
                carried.subject.clone_from(&object);
                join(&carried.verb, &object)
            } else {
                carried.verb = verb.clone();
                carried.subject.clone_from(&object);
                core.clone()
            }
        };
        let label = join(&label, &change);
        let label = match &carried.whole {
            Some(whole) if is_part || clause.goes_on || clause.in_bracket => within(whole, &label),
            _ => label,
        };
        carried.list.push(carried.subject.clone());
        carried.end = number.span.end as usize;
        self.labels[at] = shortened(&label);
        at + 1
    }

    /// Reads the numbers that 分别 gives to the members of a list, in order.
    fn read_run(&mut self, at: usize, clause: &Clause, carried: &mut Carried) -> usize {
        let mut end = at + 1;
        while end < self.numbers.len() && self.follows_in_list(end) {
            end += 1;
        }
        let n = end - at;
        let (named, behind) = clause.before.split_once("分别").unwrap_or_default();
        let (linked, change) = cleaned(behind);
        let members = members(named);
        let known = &carried.list[carried.list.len().saturating_sub(n)..];
        let bases: Vec<String> = if members.len() >= n {
            members[members.len() - n..].to_vec()
        } else if named.trim().is_empty() && known.len() == n {
            known.to_vec()
        } else {
            let (named, _) = cleaned(named);
            let named = if named.is_empty() { carried.subject.clone() } else { named };
            vec![named; n]
        };
        let last = noun_behind(&self.clause(end - 1).behind);
        for (number, base) in (at..end).zip(bases) {
            let mut label = join(&base, &linked);
            if !last.is_empty() && wants_noun(&self.numbers[number]) {
                label = join(&label, &last);
            }
            self.labels[number] = shortened(&join(&label, &change));
            carried.subject = base;
        }
        carried.end = self.numbers[end - 1].span.end as usize;
        carried.list.clear();
        end
    }

    /// Whether only 、, 和 and the like stand between a number and the one before it.
    fn follows_in_list(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|at| &self.numbers[at]) else { return false };
        let start = before.span_with_words(self.chars).end as usize;
        let end = self.numbers[at].span.start as usize;
        let between: String = self.chars[start.min(end)..end].iter().collect();
        self.numbers[at].is_figure()
            && ["、", "和", "与", "及", "以及", ",", "，", " 、", "、 "].contains(&between.as_str())
    }

    /// The noun behind a number, with the end that it shares with the next of a list: 2支区级和8支街道级
    /// 专职消防队, 20宗、合计1.23平方公里的用地.
    fn counted_behind(&self, at: usize, words: &str) -> String {
        let is_told = words.trim_start().starts_with('的');
        let noun = if is_told || wants_noun(&self.numbers[at]) {
            noun_behind(words)
        } else {
            String::new()
        };
        let next = (at + 1 < self.numbers.len()).then(|| self.clause(at + 1));
        let Some(next) = next.filter(|next| next.goes_on) else { return noun };
        let shared = noun_behind(&next.behind);
        if let Some(end) = ["级", "以上", "类"].iter().find(|end| noun.ends_with(*end)) {
            let tail = shared.split_once(end).map_or("", |(_, tail)| tail);
            return format!("{noun}{tail}");
        }
        let joined: String = self.words(self.numbers[at].span.end as usize, next.start);
        if noun.is_empty() && joined.trim_matches('、').is_empty() && next.behind.starts_with('的')
        {
            return shared;
        }
        noun
    }

    /// Whether a number is a share of something.
    fn is_share(&self, at: usize) -> bool {
        let quantity = &self.numbers[at].quantity;
        quantity.change.is_none() && quantity.unit == "%"
    }

    /// What the clause is about that a number does not name itself.
    fn subject(&self, clause: &Clause, carried: &Carried, is_apart: bool) -> String {
        if !carried.subject.is_empty() && (!is_apart || clause.before.is_empty()) {
            // The clause before may have named something new without a number.
            let words = self.words_before(clause.start);
            let named_since = carried.end < clause.start && !words.is_empty() && {
                let from = clause.start.saturating_sub(words.chars().count() + 1);
                from > carried.end
            };
            if !named_since || carried.end == 0 {
                return carried.subject.clone();
            }
        }
        let words = self.words_before(clause.start);
        let (core, _) = cleaned(&words);
        let (_, object) = split_verb(&core);
        let subject = if object.is_empty() { core } else { object };
        if subject.is_empty() || subject.chars().count() > LONGEST_LABEL {
            return carried.subject.clone();
        }
        subject
    }

    /// The words of the clause that ends before `start`, if it is of the same sentence.
    fn words_before(&self, start: usize) -> String {
        let Some(end) = start.checked_sub(1) else { return String::new() };
        if !matches!(self.chars[end], '，' | ',' | '：' | ':' | '、') {
            return String::new();
        }
        let begin = self.chars[..end].iter().rposition(|ch| is_stop(*ch)).map_or(0, |at| at + 1);
        self.words(begin, end)
    }

    fn clause(&self, at: usize) -> Clause {
        let number = &self.numbers[at];
        let (start, end) =
            (number.span.start as usize, number.span_with_words(self.chars).end as usize);
        let bracket = self.bracket_around(start);
        let stop = self.chars[..start].iter().rposition(|ch| is_stop(*ch)).map_or(0, |at| at + 1);
        let mut from = stop.max(bracket.map_or(0, |at| at + 1));
        let figures =
            || self.numbers[..at].iter().rev().take_while(|known| known.span.end as usize > from);
        let last = figures().find(|known| known.is_figure()).map(|known| known.span.end as usize);
        let mut goes_on = false;
        if let Some(last) = last {
            // A member of a list of numbers begins behind 、 or 和.
            let between = &self.chars[last.min(start)..start];
            let joint = between.iter().rposition(|ch| matches!(ch, '、'));
            let ends_in_and = between.last().is_some_and(|ch| matches!(ch, '和' | '及' | '与'));
            if ends_in_and {
                (from, goes_on) = (start, true);
            } else if let Some(joint) = joint {
                (from, goes_on) = (last + joint + 1, true);
            } else if let Some(joint) =
                between.iter().position(|ch| matches!(ch, '和' | '及' | '与'))
            {
                // 17家和实验室16个: what is behind 和 is a member of its own.
                (from, goes_on) = (last + joint + 1, true);
            }
        }
        let next =
            self.numbers.get(at + 1).map_or(self.chars.len(), |next| next.span.start as usize);
        let stop = self.chars[end..]
            .iter()
            .position(|ch| is_stop(*ch) || matches!(ch, '（' | '(' | '）' | ')'));
        let until = stop.map_or(self.chars.len(), |stop| end + stop).min(next.max(end));
        Clause {
            before: self.words(from, start),
            behind: self.chars[end..until].iter().collect(),
            goes_on,
            start: from,
            in_bracket: bracket.is_some(),
        }
    }

    /// Where the bracket opens that a place of the same line stands in.
    fn bracket_around(&self, at: usize) -> Option<usize> {
        let mut n_closed = 0;
        for (open, ch) in self.chars[..at].iter().enumerate().rev() {
            match ch {
                '\n' => return None,
                '）' | ')' => n_closed += 1,
                '（' | '(' if n_closed == 0 => return Some(open),
                '（' | '(' => n_closed -= 1,
                _ => {}
            }
        }
        None
    }

    /// The words between two places without the numbers there, which are no part of a label, and
    /// without white space.
    fn words(&self, from: usize, to: usize) -> String {
        let mut words = String::new();
        let mut at = from;
        let first = self.numbers.partition_point(|number| number.span.end as usize <= from);
        let inside =
            self.numbers[first..].iter().take_while(|number| (number.span.start as usize) < to);
        for number in inside {
            let span = number.span_with_words(self.chars);
            // 20万吨级 is a name, too.
            let is_size = self.chars.get(span.end as usize) == Some(&'级');
            let keeps = is_size
                || matches!(number.reason, Some(Reason::Name | Reason::Phrase | Reason::Ordinal));
            let (start, end) = (span.start as usize, (span.end as usize).min(to));
            if !keeps && start >= at {
                words.extend(&self.chars[at..start]);
                at = end;
            }
        }
        words.extend(&self.chars[at.min(to)..to]);
        words.retain(|ch| !ch.is_whitespace());
        words
    }
}

/// What the clause says behind a number that its verb has reached.
fn aim(behind: &str) -> String {
    let words: String = behind.chars().filter(|ch| !ch.is_whitespace()).collect();
    words.trim_start_matches(['的', '以']).to_string()
}

/// What a share that begins its clause is a share of.
fn shared_noun(clause: &Clause) -> String {
    if clause.goes_on { String::new() } else { up_to_verb(&noun_behind(&clause.behind)) }
}

fn is_stop(ch: char) -> bool {
    matches!(ch, '，' | ',' | '。' | '；' | ';' | '：' | ':' | '！' | '？' | '!' | '?' | '\n')
}
