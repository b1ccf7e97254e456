//! What each number counts, in the report's own words: the noun behind it or before it, with the verb
//! and the subject that it shares with the numbers before. Members of a list are paired with theirs.

use crate::ingest::annotation::LONGEST_LABEL;
use crate::number::{Change, Number, change_behind};

use super::behind::{aim, outcome, share_of, state, those_that};
use super::boundary::Pairs;
use super::carried::Carried;
use super::cell::name_cells;
use super::clause::{Clause, Numbered, is_stop};
use super::phrase::{
    cleaned, counted, is_weak, join, members, noun_behind, purpose, shortened, split_verb,
    unspaced, up_to_verb, wants_noun, within,
};
use super::words::{VERBS, WIDE};

/// The labels of `numbers`, which are all numbers of the text of `chars`, in order; empty for what is
/// no data.
pub fn labels(chars: &[char], numbers: &[Number]) -> Vec<String> {
    let (pairs, labels) = (Pairs::of(chars), vec![String::new(); numbers.len()]);
    let mut reader = Reader { text: Numbered { chars, numbers }, pairs, labels };
    let mut carried = Carried::default();
    let mut at = 0;
    while at < numbers.len() {
        if !numbers[at].is_figure() {
            at += 1;
            continue;
        }
        at = reader.read(at, &mut carried);
    }
    name_cells(chars, numbers, &mut reader.labels);
    reader.labels
}

struct Reader<'text> {
    text: Numbered<'text>,
    pairs: Pairs<'text>,
    labels: Vec<String>,
}

impl Reader<'_> {
    /// Reads the number at `at`, with those that go with it; answers the next one to read.
    fn read(&mut self, at: usize, carried: &mut Carried) -> usize {
        let number = &self.text.numbers[at];
        let (start, clause) = (number.span.start as usize, self.text.clause(at));
        let gap = &self.text.chars[carried.end.min(start)..start];
        if gap.contains(&'\n') {
            *carried = Carried::default();
        } else if gap.iter().any(|ch| matches!(ch, '。' | '！' | '？')) {
            carried.list.clear();
            carried.counted.clear();
            carried.whole = None;
        }
        let is_apart = gap.iter().any(|ch| matches!(ch, '。' | '；' | ';' | '！' | '？'));
        if clause.before.contains("分别") || self.is_run(at, &clause) {
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
        let is_part = clause.before.starts_with("其中")
            || self.text.words_before(clause.start).ends_with("其中");
        if is_part
            && carried.whole.is_none()
            && !carried.subject.is_empty()
            && !carried.is_one_of_like()
        {
            carried.whole = Some(carried.subject.clone());
        }
        if !is_part && is_apart {
            carried.whole = None;
        }
        let before =
            clause.before.trim_start_matches("其中").trim_start_matches(['，', ',', '：', ':']);
        let (core, change) = cleaned(before);
        let behind = self.counted_behind(at, &clause.behind);
        let core = ["使", "令", "让", "与", "就"]
            .iter()
            .find_map(|word| core.strip_prefix(word))
            .filter(|rest| !rest.is_empty())
            .unwrap_or(&core)
            .to_string();
        let (verb, object) = split_verb(&core);
        let label = if !behind.is_empty() {
            // 对48家单位进行稽查: the sentence goes round what is counted.
            let round = unspaced(&clause.behind);
            let goes_round = round.chars().count() <= LONGEST_LABEL
                && ["对", "为", "向", "将", "把", "组织"].iter().any(|word| core.starts_with(word));
            let behind = if goes_round { round } else { behind };
            // 安和厂等11个项目: what stands before 等 are examples.
            let has_examples = before.trim_end().ends_with('等');
            let verb = match () {
                () if core.is_empty() && clause.goes_on => carried.verb.clone(),
                () if has_examples => verb.clone(),
                () => core.clone(),
            };
            carried.verb.clone_from(&verb);
            carried.subject.clone_from(&behind);
            let told = match () {
                () if self.is_share(at) => share_of(&clause.behind),
                () if core.is_empty()
                    || WIDE.contains(&core)
                    || (has_examples && verb.is_empty()) =>
                {
                    let noun =
                        behind.split(['未', '尚']).next().filter(|noun| noun.chars().count() > 1);
                    those_that(noun.unwrap_or(&behind), &clause.behind)
                }
                () => None,
            };
            let label = told.unwrap_or_else(|| join(&verb, &behind));
            if label.chars().count() > LONGEST_LABEL && core.contains('、') {
                // 整合市场监管、生态环境、交通运输6支队伍: a part of a list would be another thing.
                let (verb, _) = split_verb(&core);
                join(&verb, &behind)
            } else if label.chars().count() > LONGEST_LABEL {
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
        } else if core.is_empty() && clause.in_bracket && !state(&clause.behind).is_empty() {
            // 挂起件131件（目前4件未办结）.
            let state = state(&clause.behind);
            if is_part { state } else { within(&carried.subject, &state) }
        } else if carried.whole.is_some() && (is_part || clause.goes_on) && VERBS.contains(&core) {
            // 其中维持58件、驳回5件.
            core.clone()
        } else if object.is_empty() || is_weak(&core) {
            let subject = self.subject(at, &clause, carried, is_apart);
            if carried.subject.is_empty() {
                carried.subject.clone_from(&subject);
            }
            // What is new is part of what there is.
            let whole = ["新增", "新建", "新认定", "新引进"]
                .iter()
                .fold(subject.clone(), |words, new| words.replace(new, ""));
            if core.is_empty() { subject } else { join(&whole, &core) }
        } else {
            if verb.is_empty()
                && clause.goes_on
                && !carried.verb.is_empty()
                && carried.whole.is_none()
                && change.is_empty()
            {
                carried.subject.clone_from(&object);
                join(&carried.verb, &object)
            } else {
                carried.verb = verb.clone();
                // 新设户数 that grow are not all there are.
                let is_new = verb.starts_with('新') && !is_part;
                let subject = if is_new { &core } else { counted(&object) };
                carried.subject = subject.to_string();
                let outcome =
                    if self.is_share(at) { outcome(&clause.behind) } else { String::new() };
                join(&core, &outcome)
            }
        };
        let behind = change_behind(self.text.chars, number.span.end as usize);
        let change = match behind.filter(|_| change.is_empty() && number.quantity.change.is_some())
        {
            Some(Change::Up) => "增长".to_string(),
            Some(Change::Down) => "下降".to_string(),
            None => change,
        };
        let label = join(&label, &change);
        let label = match &carried.whole {
            Some(whole) if is_part || clause.goes_on || clause.in_bracket => within(whole, &label),
            _ => label,
        };
        carried.list.push(carried.subject.clone());
        if wants_noun(number) {
            carried.counted.push(carried.subject.clone());
        }
        carried.end = number.span.end as usize;
        self.labels[at] = self.told(at, &label);
        at + 1
    }

    /// Whether numbers stand side by side for members of a list that stand so, without 分别: 起数、人数下降
    /// 16%、33%.
    fn is_run(&self, at: usize, clause: &Clause) -> bool {
        let run = &self.text.numbers[at..self.end_of_run(at)];
        let is_of_one_unit = run.iter().all(|number| number.quantity.unit == run[0].quantity.unit);
        if run.len() < 2 || !is_of_one_unit {
            return false;
        }
        let (named, change) = cleaned(&clause.before);
        !change.is_empty() && members(&named, &self.pairs).len() == run.len()
    }

    /// One past the last of the numbers that stand side by side from `at` on.
    fn end_of_run(&self, at: usize) -> usize {
        let mut end = at + 1;
        while end < self.text.numbers.len() && self.follows_in_list(end) {
            end += 1;
        }
        end
    }

    /// Reads the numbers that 分别 gives to the members of a list, in order.
    fn read_run(&mut self, at: usize, clause: &Clause, carried: &mut Carried) -> usize {
        let end = self.end_of_run(at);
        let n = end - at;
        let (named, behind) = clause.before.split_once("分别").unwrap_or((&clause.before, ""));
        let (named, change_of_all) =
            if behind.is_empty() { cleaned(named) } else { (named.to_string(), String::new()) };
        let named = named.as_str();
        let (linked, change) = cleaned(behind);
        let change = [change_of_all, change].concat();
        let members = members(named, &self.pairs);
        let known = &carried.list[carried.list.len().saturating_sub(n)..];
        let (own, _) = cleaned(named);
        let bases: Vec<String> = if members.len() >= n {
            members[members.len() - n..].to_vec()
        } else if own.is_empty() && known.len() == n {
            known.to_vec()
        } else if !own.is_empty() && carried.counted.len() == n && self.is_share(at) {
            // 建议131件、提案156件，满意率分别为99.1%和98.7%.
            carried.counted.iter().map(|counted| join(counted, &own)).collect()
        } else {
            let named = if own.is_empty() { carried.subject.clone() } else { own };
            vec![named; n]
        };
        let last = noun_behind(&self.text.clause(end - 1).behind);
        for (number, base) in (at..end).zip(bases) {
            let mut label = join(&base, &linked);
            if !last.is_empty() && wants_noun(&self.text.numbers[number]) {
                label = join(&label, &last);
            }
            self.labels[number] = self.told(number, &join(&label, &change));
            carried.subject = base;
        }
        carried.end = self.text.numbers[end - 1].span.end as usize;
        carried.list.clear();
        end
    }

    /// A label that fits, of the number at `at`; what a change began from says so, since what it came to
    /// has the same name: 由2018年的9亿元增至12亿元.
    fn told(&self, at: usize, label: &str) -> String {
        if let Some(before) = self.begun_from(at) {
            return before;
        }
        let label = shortened(label, &self.pairs);
        let suffix = if self.is_start(at) { BEFORE_CHANGE } else { "" };
        let length = label.chars().count() + suffix.chars().count();
        if label.is_empty() || length > LONGEST_LABEL { label } else { label + suffix }
    }

    /// The name of what a change began from without saying so, of the number that it came to: 由5家发展到20家.
    fn begun_from(&self, at: usize) -> Option<String> {
        let before = at.checked_sub(1)?;
        let (one, other) = (&self.text.numbers[before], &self.text.numbers[at]);
        let end = one.span_with_words(self.text.chars).end as usize;
        let between = self.text.chars.get(end..other.span.start as usize)?;
        let is_near = one.is_figure()
            && one.quantity.unit == other.quantity.unit
            && self.is_start(before)
            && !between.iter().any(|ch| is_stop(*ch));
        let label = self.labels[before].strip_suffix(BEFORE_CHANGE)?;
        is_near.then(|| label.to_string())
    }

    /// Whether a number is what a change began from.
    fn is_start(&self, at: usize) -> bool {
        const REACH: usize = 12;
        let span = self.text.numbers[at].span_with_words(self.text.chars);
        let start = self.text.numbers[at].span.start as usize;
        let before: Vec<char> = self.text.chars[start.saturating_sub(REACH)..start]
            .iter()
            .rev()
            .copied()
            .take_while(|ch| !is_stop(*ch) && !matches!(ch, '、' | '至' | '到'))
            .collect();
        let behind: String = self.text.chars[span.end as usize..].iter().take(6).collect();
        let from = before.iter().position(|ch| matches!(ch, '从' | '由'));
        let is_year = |ch: &char| ch.is_numeric() || "年末底初的约近超上去同期原来".contains(*ch);
        from.is_some_and(|from| before[..from].iter().all(is_year))
            && ["到", "至"].iter().any(|to| {
                behind.find(to).is_some_and(|to| !behind[..to].contains(['，', '。', '、', '；']))
            })
    }

    /// Whether only 、, 和 and the like stand between a number and the one before it.
    fn follows_in_list(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|at| &self.text.numbers[at]) else { return false };
        let start = before.span_with_words(self.text.chars).end as usize;
        let end = self.text.numbers[at].span.start as usize;
        let between: String = self.text.chars[start.min(end)..end].iter().collect();
        self.text.numbers[at].is_figure()
            && ["、", "和", "与", "及", "以及", ",", "，", " 、", "、 "].contains(&between.as_str())
    }

    /// The noun behind a number, with the end that it shares with the next of a list: 2支区级和8支街道级
    /// 专职消防队, 20宗、合计1.23平方公里的用地.
    fn counted_behind(&self, at: usize, words: &str) -> String {
        let is_told = words.trim_start().starts_with('的');
        // Behind 由5家 stands what it became.
        let noun = if self.is_start(at) {
            String::new()
        } else if is_told || wants_noun(&self.text.numbers[at]) {
            noun_behind(words)
        } else {
            String::new()
        };
        // 十大类43项154件民生实事 are one thing, counted twice.
        if noun.is_empty() && wants_noun(&self.text.numbers[at]) && self.is_counted_again(at) {
            return self.counted_behind(at + 1, &self.text.clause(at + 1).behind);
        }
        let next = (at + 1 < self.text.numbers.len()).then(|| self.text.clause(at + 1));
        let Some(next) = next.filter(|next| next.goes_on) else { return noun };
        let shared = noun_behind(&next.behind);
        if let Some(end) = ["级", "以上", "类"].iter().find(|end| noun.ends_with(*end)) {
            let tail = shared.split_once(end).map_or("", |(_, tail)| tail);
            return format!("{noun}{tail}");
        }
        let joined: String = self.text.words(self.text.numbers[at].span.end as usize, next.start);
        if noun.is_empty() && joined.trim_matches('、').is_empty() && next.behind.starts_with('的')
        {
            return shared;
        }
        noun
    }

    /// Whether the next number stands right behind a number.
    fn is_counted_again(&self, at: usize) -> bool {
        let Some(next) = self.text.numbers.get(at + 1) else { return false };
        let end = self.text.numbers[at].span_with_words(self.text.chars).end;
        next.is_figure() && wants_noun(next) && next.span.start == end
    }

    /// Whether a number is a share of something.
    fn is_share(&self, at: usize) -> bool {
        let quantity = &self.text.numbers[at].quantity;
        quantity.change.is_none() && quantity.unit == "%"
    }

    /// What the clause is about that a number does not name itself.
    fn subject(&self, at: usize, clause: &Clause, carried: &Carried, is_apart: bool) -> String {
        let is_money = self.text.numbers[at].quantity.unit.ends_with('元');
        // 调解成功率为98.3%，涉及金额7310万元: the amount is of what was mediated.
        if carried.subject.ends_with('率')
            && let Some(counted) = carried.counted.last().filter(|_| is_money)
            && !is_apart
            && !clause.before.contains('率')
        {
            return counted.clone();
        }
        if !carried.subject.is_empty() && (!is_apart || clause.before.is_empty()) {
            // The clause before may have named something new without a number.
            let words = self.text.words_before(clause.start);
            let named_since = carried.end < clause.start && !words.is_empty() && {
                let from = clause.start.saturating_sub(words.chars().count() + 1);
                from > carried.end
            };
            if !named_since || carried.end == 0 {
                return carried.subject.clone();
            }
        }
        let words = self.text.words_before(clause.start);
        let (core, _) = cleaned(&words);
        let (_, object) = split_verb(&core);
        let subject = if object.is_empty() { core } else { object };
        if subject.is_empty() || subject.chars().count() > LONGEST_LABEL {
            return carried.subject.clone();
        }
        subject
    }
}

/// Behind the name of what a change began from.
pub(super) const BEFORE_CHANGE: &str = "（变化前）";

/// What a share that begins its clause is a share of.
fn shared_noun(clause: &Clause) -> String {
    if clause.goes_on { String::new() } else { up_to_verb(&noun_behind(&clause.behind)) }
}
