//! What the numbers of a paragraph share with those before them: the subject, the verb, the list that 分别 goes
//! through and the whole that 其中 breaks down.

/// What numbers further on in the same paragraph share.
#[derive(Default)]
pub(super) struct Carried {
    /// End of the last number read.
    pub(super) end: usize,
    /// What the last label counts, without its verb.
    pub(super) subject: String,
    /// The verb of the last label.
    pub(super) verb: String,
    /// What each number since the last 分别 counts.
    pub(super) list: Vec<String>,
    /// What each amount of the sentence counts.
    pub(super) counted: Vec<String>,
    /// What 其中 breaks down.
    pub(super) whole: Option<String>,
    /// The subject outside of the bracket that numbers stand in.
    pub(super) outside: Option<String>,
}

impl Carried {
    /// Whether what was counted last is one of several like things, all of which 其中 may break down: 来电投诉270宗，
    /// 来邮投诉260宗，其中…
    pub(super) fn is_one_of_like(&self) -> bool {
        let end = |words: &String| words.chars().rev().take(2).collect::<String>();
        let [.., before, last] = &self.counted[..] else { return false };
        before != last && end(before) == end(last)
    }
}
