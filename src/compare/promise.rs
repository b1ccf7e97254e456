//! What one report promises for the year to come, beside the sentences of the next report that speak of
//! the same. The program only looks for common words; whether a promise was kept is for the reader.

use std::collections::BTreeMap;

use crate::model::{Report, Sentence, SentenceKind};
use crate::period::{Periods, is_attached};
use crate::text::Span;

use super::pairing::letters_by_two;

/// A promise, and what the next report says of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    /// The sentence in the earlier report.
    pub promise: Span,
    /// What the later one says.
    pub answers: Answers,
}

/// What a later report says of a promise.
#[derive(Clone, Debug, PartialEq)]
pub enum Answers {
    /// An editor names the sentence.
    Confirmed(Answer),
    /// An editor says that there is none.
    NotMentioned,
    /// Sentences with words in common, the most alike first; maybe none.
    Found(Vec<Answer>),
}

/// A sentence of the later report.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Where it stands.
    pub sentence: Span,
    /// The words in it that the promise has, too.
    pub common: Vec<Span>,
}

/// Most sentences that are offered for one promise.
const MOST_ANSWERS: usize = 2;
/// Least likeness, from 0 to 1, of a sentence that is offered.
const LEAST_LIKENESS: f64 = 0.18;
/// Share of all sentences from which on a word is too usual to be marked, and how many it may be in in
/// any case.
const USUAL: f64 = 0.03;
const FEW: f64 = 4.0;
/// Shortest sentence that promises anything, in scalars.
const SHORTEST: u32 = 12;

/// The promises of `earlier`, in its order.
pub fn promises(earlier: &Report, later: &Report) -> Vec<Promise> {
    let (ahead, done) = (Periods::of(earlier), Periods::of(later));
    let promised: Vec<Span> = bodies(earlier)
        .filter(|(section, sentence)| {
            !is_attached(earlier, section)
                && ahead.planned.contains(section)
                && sentence.span.end - sentence.span.start >= SHORTEST
        })
        .map(|(_, sentence)| sentence.span)
        .collect();
    let told: Vec<Span> = bodies(later)
        .filter(|(section, _)| !done.planned.contains(section) && !is_attached(later, section))
        .map(|(_, sentence)| sentence.span)
        .collect();
    let words = |report: &Report, spans: &[Span]| -> Vec<Vec<[char; 2]>> {
        spans.iter().map(|span| words_of(report.slice(*span))).collect()
    };
    let (promised_words, told_words) = (words(earlier, &promised), words(later, &told));
    let mut n_sentences: BTreeMap<[char; 2], f64> = BTreeMap::new();
    for word in promised_words.iter().chain(&told_words).flatten() {
        *n_sentences.entry(*word).or_default() += 1.0;
    }
    let all = (promised.len() + told.len()) as f64;
    let most_usual = (all * USUAL).max(FEW);
    let weight = |word: &[char; 2]| n_sentences.get(word).map_or(0.0, |n| (all / n).ln().powi(2));
    let length = |words: &[[char; 2]]| words.iter().map(weight).sum::<f64>().sqrt();
    let lengths: Vec<f64> = told_words.iter().map(|words| length(words)).collect();
    // Which sentences a word stands in: only those with one in common are looked at.
    let mut places: BTreeMap<[char; 2], Vec<usize>> = BTreeMap::new();
    for (at, words) in told_words.iter().enumerate() {
        words.iter().for_each(|word| places.entry(*word).or_default().push(at));
    }
    let edited =
        later.promises.iter().filter(|known| known.edition == earlier.edition().to_string());
    let edited: Vec<(Span, Option<Span>)> = edited
        .filter_map(|known| {
            Some((
                once(earlier, &known.promise)?,
                known.with.as_ref().and_then(|with| once(later, with)),
            ))
        })
        .collect();
    promised
        .into_iter()
        .zip(&promised_words)
        .map(|(promise, words)| {
            // What many sentences have is no mark of this one.
            let rare: Vec<[char; 2]> =
                words.iter().copied().filter(|word| n_sentences[word] <= most_usual).collect();
            let answer =
                |sentence: Span| Answer { sentence, common: common(later, sentence, &rare) };
            let decided = edited.iter().find(|(quote, _)| promise.overlaps(*quote));
            let answers = match decided {
                Some((_, Some(with))) => {
                    let sentence = told.iter().copied().find(|told| told.overlaps(*with));
                    Answers::Confirmed(answer(sentence.unwrap_or(*with)))
                }
                Some((_, None)) => Answers::NotMentioned,
                None => {
                    let mut shared: BTreeMap<usize, f64> = BTreeMap::new();
                    for word in words {
                        for at in places.get(word).into_iter().flatten() {
                            *shared.entry(*at).or_default() += weight(word);
                        }
                    }
                    let own = length(words);
                    let mut ranked: Vec<(f64, usize)> = shared
                        .into_iter()
                        .map(|(at, shared)| (shared / (own * lengths[at]).max(1e-9), at))
                        .filter(|(likeness, _)| *likeness >= LEAST_LIKENESS)
                        .collect();
                    ranked.sort_by(|left, right| {
                        right.0.total_cmp(&left.0).then(left.1.cmp(&right.1))
                    });
                    ranked.truncate(MOST_ANSWERS);
                    Answers::Found(ranked.into_iter().map(|(_, at)| answer(told[at])).collect())
                }
            };
            Promise { promise, answers }
        })
        .collect()
}

/// Sentences that say something, each with the id of its section.
fn bodies(report: &Report) -> impl Iterator<Item = (&str, &Sentence)> {
    report
        .sentences()
        .filter(|(section, sentence)| {
            sentence.kind == SentenceKind::Body && section.heading != Some(sentence.span)
        })
        .map(|(section, sentence)| (section.id.as_str(), sentence))
}

/// Each pair of neighbouring characters once.
fn words_of(text: &str) -> Vec<[char; 2]> {
    let mut words = letters_by_two(text);
    words.sort_unstable();
    words.dedup();
    words
}

/// The runs of a sentence whose words are among `words`.
fn common(report: &Report, sentence: Span, words: &[[char; 2]]) -> Vec<Span> {
    let chars: Vec<char> = report.slice(sentence).chars().collect();
    let mut spans: Vec<Span> = Vec::new();
    for (at, pair) in chars.windows(2).enumerate() {
        if words.binary_search(&[pair[0], pair[1]]).is_err() {
            continue;
        }
        let start = sentence.start + at as u32;
        match spans.last_mut() {
            Some(last) if last.end > start => last.end = start + 2,
            _ => spans.push(Span::new(start, start + 2)),
        }
    }
    spans
}

/// Where a quote stands, if it stands once.
fn once(report: &Report, quote: &str) -> Option<Span> {
    match crate::ingest::annotation::locate(report, quote) {
        crate::ingest::annotation::Occurrence::Once(span) => Some(span),
        _ => None,
    }
}
