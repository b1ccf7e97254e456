//! The clause that a number stands in, taken apart: the words before it and behind it that can say what
//! it counts, and what clause comes before.

use crate::number::{Number, Reason};

/// A number with the words around it in its clause.
pub(super) struct Clause {
    /// The words before it, other numbers left out.
    pub before: String,
    /// The words behind it, up to the next number.
    pub behind: String,
    /// Whether it goes on a list of numbers in the same clause or beside 、.
    pub goes_on: bool,
    /// Where the clause begins.
    pub start: usize,
    /// Whether it stands in a bracket: （其中正职25宗）.
    pub in_bracket: bool,
}

/// A text with its numbers, in order.
#[derive(Clone, Copy)]
pub(super) struct Numbered<'text> {
    pub chars: &'text [char],
    pub numbers: &'text [Number],
}

impl Numbered<'_> {
    /// The clause of the number at `at`.
    pub(super) fn clause(&self, at: usize) -> Clause {
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
        let next = self.next_apart(at, end);
        let until = self.end_of_words(end).min(next.max(end));
        Clause {
            before: self.words(from, start),
            behind: self.chars[end..until].iter().collect(),
            goes_on,
            start: from,
            in_bracket: bracket.is_some(),
        }
    }

    /// Where the next number stands that is no part of what is counted, as 二次 is of 二次供水 and 三名 of
    /// “三名工程”.
    fn next_apart(&self, at: usize, end: usize) -> usize {
        let is_part = |next: &&Number| {
            let is_next = self.chars[end.min(next.span.start as usize)..next.span.start as usize]
                .iter()
                .all(|ch| ch.is_whitespace() || *ch == '“');
            match next.reason {
                Some(Reason::Name | Reason::Ordinal) => true,
                Some(Reason::Phrase) => is_next,
                _ => false,
            }
        };
        let next = self.numbers[at + 1..].iter().find(|next| !is_part(next));
        next.map_or(self.chars.len(), |next| next.span.start as usize)
    }

    /// Where the words end that begin at `end`: at a stop or a bracket, but not at one that only says more
    /// of a single character, as in 县（市、区）通过验收.
    fn end_of_words(&self, end: usize) -> usize {
        const LONGEST: usize = 8;
        let ends = |from: usize| {
            let found = self.chars[from..]
                .iter()
                .position(|ch| is_stop(*ch) || matches!(ch, '（' | '(' | '）' | ')'));
            found.map_or(self.chars.len(), |found| from + found)
        };
        let stop = ends(end);
        if stop != end + 1 || !matches!(self.chars.get(stop), Some('（' | '(')) {
            return stop;
        }
        let mut inside = self.chars[stop..].iter().take(LONGEST);
        let close = inside.position(|ch| matches!(ch, '）' | ')'));
        close.map_or(stop, |close| ends(stop + close + 1))
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
    pub(super) fn words(&self, from: usize, to: usize) -> String {
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

    /// The words of the clause that ends before `start`, if it is of the same sentence.
    pub(super) fn words_before(&self, start: usize) -> String {
        let Some(end) = start.checked_sub(1) else { return String::new() };
        if !matches!(self.chars[end], '，' | ',' | '：' | ':' | '、') {
            return String::new();
        }
        let begin = self.chars[..end].iter().rposition(|ch| is_stop(*ch)).map_or(0, |at| at + 1);
        self.words(begin, end)
    }
}

/// Whether a character ends a clause.
pub(super) fn is_stop(ch: char) -> bool {
    matches!(ch, '，' | ',' | '。' | '；' | ';' | '：' | ':' | '！' | '？' | '!' | '?' | '\n')
}
