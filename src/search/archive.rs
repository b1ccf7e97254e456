//! The index over all reports of a site, as files that a reader fetches in parts: which blocks of text
//! hold which pairs of neighbouring characters. What is written is found, whichever report it is in; the
//! cost of a query does not grow with what the query does not ask for.
//!
//! ```text
//! search/reports.bin     the catalog: reports, everyday words, number of shards
//! search/pairs-7.bin     a shard: pairs of characters, each with the blocks that hold it
//! search/luohu-2022-3.txt  a block: sentences, each behind its number and a tab
//! ```

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::fold::Folding;
use crate::model::{Edition, Lexicon, Report, SentenceKind};
use crate::text::Span;

/// Characters after which a block ends with its sentence: some hundred are shown of it, and what is
/// fetched to show them has about 2 kB (brotli).
const BLOCK_LENGTH: u32 = 1500;
/// Bytes that a shard has, about: a query of four characters fetches three of them.
const SHARD_LENGTH: usize = 12_000;
/// Most pairs of a query that are looked up. What is found is looked at again, so that fewer find no
/// less and little more.
const MAX_PAIRS: usize = 8;

/// Where the catalog lies, from the root of the site.
pub const CATALOG: &str = "search/reports.bin";

/// What an archive holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Catalog {
    n_shards: u32,
    /// The reports in the order of their blocks' numbers.
    pub reports: Vec<CatalogEntry>,
    /// The table of [`Lexicon::everyday`], of all reports.
    everyday: String,
}

/// A report of an archive.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CatalogEntry {
    /// The path of its [`Edition`].
    pub edition: String,
    /// Whose it is.
    pub place: String,
    /// How many blocks its text has.
    n_blocks: u32,
}

/// Pairs of characters, each with the numbers of the blocks that hold it: how much larger each is than the
/// one before.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Shard(Vec<(Pair, Vec<u32>)>);

type Pair = (u32, u32);

/// Words to be found together, folded.
#[derive(Clone, Debug, PartialEq)]
pub struct ArchiveQuery {
    words: Vec<Vec<char>>,
}

/// A report that may hold what a query asks for: its number in the catalog, and its blocks that do.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Index in [`Catalog::reports`].
    pub report: usize,
    /// Numbers of its blocks, from 0 in each report.
    pub blocks: Vec<u32>,
}

/// A sentence that holds what is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct SentenceMatch {
    /// Its number in the report.
    pub number: u32,
    /// Its text.
    pub text: String,
    /// What is to be marked in it, in characters.
    pub spans: Vec<Span>,
}

/// Every file of the index for `reports`, with its path from the root of the site.
pub fn files(reports: &[&Report]) -> Vec<(String, Vec<u8>)> {
    let folding = folding();
    let (mut files, mut entries, mut n_blocks) = (Vec::new(), Vec::new(), 0);
    let mut pairs: BTreeMap<Pair, Vec<u32>> = BTreeMap::new();
    for report in reports {
        let blocks = blocks(report);
        let edition = report.edition();
        for (nth, block) in blocks.iter().enumerate() {
            for (_, sentence) in lines(block) {
                for pair in pairs_of(&folding.chars(sentence)) {
                    let known = pairs.entry(pair).or_default();
                    if known.last() != Some(&n_blocks) {
                        known.push(n_blocks);
                    }
                }
            }
            n_blocks += 1;
            files.push((block_path(&edition.slug(), nth as u32), block.clone().into_bytes()));
        }
        entries.push(CatalogEntry {
            edition: edition.to_string(),
            place: report.site.place.clone(),
            n_blocks: blocks.len() as u32,
        });
    }
    let size: usize = pairs.values().map(|blocks| 8 + blocks.len()).sum();
    let n_shards = (size / SHARD_LENGTH + 1) as u32;
    let mut shards: Vec<Shard> = (0..n_shards).map(|_| Shard::default()).collect();
    for (pair, blocks) in pairs {
        let mut before = 0;
        let steps = blocks.iter().map(|block| block - std::mem::replace(&mut before, *block));
        shards[shard_of(pair, n_shards) as usize].0.push((pair, steps.collect()));
    }
    for (nth, shard) in shards.iter().enumerate() {
        files.push((shard_path(nth as u32), bytes(shard)));
    }
    let mut everyday: Vec<&str> =
        reports.iter().flat_map(|report| report.lexicon.everyday.split(' ')).collect();
    everyday.sort_unstable();
    everyday.dedup();
    let catalog = Catalog { n_shards, reports: entries, everyday: everyday.join(" ") };
    files.push((CATALOG.to_string(), bytes(&catalog)));
    files
}

impl Catalog {
    /// The catalog in these bytes; none if they are none.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }

    /// Paths of the shards that a query needs.
    pub fn shards(&self, query: &ArchiveQuery) -> Vec<String> {
        let mut numbers: Vec<u32> =
            query.pairs().into_iter().map(|pair| shard_of(pair, self.n_shards)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.into_iter().map(shard_path).collect()
    }

    /// The reports that may hold what a query asks for, given the bytes of its shards: those whose blocks
    /// have all pairs of it first, most blocks first; of a query of several words also those that have
    /// each of them somewhere.
    pub fn candidates(&self, query: &ArchiveQuery, shards: &[Vec<u8>]) -> Vec<Candidate> {
        let shards = shards.iter().filter_map(|bytes| postcard::from_bytes::<Shard>(bytes).ok());
        let known: BTreeMap<Pair, Vec<u32>> = shards.flat_map(|shard| shard.0).collect();
        let blocks_of = |pairs: &[Pair]| {
            let each = pairs.iter().map(|pair| running(known.get(pair).map_or(&[], Vec::as_slice)));
            let both = |left: Vec<u32>, right: Vec<u32>| {
                left.into_iter().filter(|block| right.binary_search(block).is_ok()).collect()
            };
            each.reduce(both).unwrap_or_default()
        };
        let together = blocks_of(&query.pairs());
        let apart: Vec<Vec<u32>> =
            query.words.iter().map(|word| blocks_of(&pairs_looked_up(word))).collect();
        let mut found: Vec<(bool, Candidate)> = Vec::new();
        let mut first = 0;
        for (report, entry) in self.reports.iter().enumerate() {
            let own = |blocks: &[u32]| -> Vec<u32> {
                let from = blocks.partition_point(|block| *block < first);
                let own =
                    blocks[from..].iter().take_while(|block| **block < first + entry.n_blocks);
                own.map(|block| block - first).collect()
            };
            let whole = own(&together);
            let parts: Vec<Vec<u32>> = apart.iter().map(|blocks| own(blocks)).collect();
            if !whole.is_empty() {
                found.push((true, Candidate { report, blocks: whole }));
            } else if parts.len() > 1 && parts.iter().all(|blocks| !blocks.is_empty()) {
                let mut blocks = parts.concat();
                blocks.sort_unstable();
                blocks.dedup();
                found.push((false, Candidate { report, blocks }));
            }
            first += entry.n_blocks;
        }
        found.sort_by_key(|(whole, candidate)| {
            (!whole, std::cmp::Reverse(candidate.blocks.len()), candidate.report)
        });
        found.into_iter().map(|(_, candidate)| candidate).collect()
    }

    /// Which report a candidate is.
    pub fn edition(&self, candidate: &Candidate) -> Option<Edition> {
        Edition::parse(&self.reports.get(candidate.report)?.edition)
    }

    /// The path of a candidate's block.
    pub fn block(&self, candidate: &Candidate, nth: u32) -> Option<String> {
        Some(block_path(&self.edition(candidate)?.slug(), nth))
    }

    /// What reports write for a query that is an everyday word or holds one, most usual first: of 空气好不好
    /// that is 空气, and what is written for it.
    pub fn written_for(&self, query: &str) -> Vec<String> {
        let folding = folding();
        let query = folding.chars(query);
        let holds = |word: &str| {
            let word = folding.chars(word);
            word.len() > 1 && query.windows(word.len()).any(|window| window == word)
        };
        let known = Lexicon::pairs(&self.everyday).filter_map(|(words, meaning)| {
            let longest = words.split(',').filter(|word| holds(word));
            Some((longest.max_by_key(|word| word.len())?, meaning))
        });
        let mut known: Vec<(&str, &str)> = known.collect();
        known.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        let mut written: Vec<String> = Vec::new();
        for (word, meaning) in known {
            for words in [word].into_iter().chain(meaning.split(',')) {
                let is_exact = !words.starts_with(['@', '~']);
                if is_exact && folding.chars(words) != query && !written.iter().any(|w| w == words)
                {
                    written.push(words.to_string());
                }
            }
        }
        written
    }
}

impl ArchiveQuery {
    /// The words of a query; none where no word has two characters, which is what the index holds.
    pub fn of(query: &str) -> Option<Self> {
        let folding = folding();
        let words: Vec<Vec<char>> = query
            .split_whitespace()
            .map(|word| folding.chars(word))
            .filter(|word| word.len() > 1)
            .collect();
        (!words.is_empty()).then_some(Self { words })
    }

    /// The pairs of all words that are looked up.
    fn pairs(&self) -> Vec<Pair> {
        self.words.iter().flat_map(|word| pairs_looked_up(word)).collect()
    }

    /// The sentences of a block that hold a word of the query; those with most words first.
    pub fn matches(&self, block: &str) -> Vec<SentenceMatch> {
        let folding = folding();
        let mut found: Vec<(usize, SentenceMatch)> = Vec::new();
        for (number, sentence) in lines(block) {
            let (mut chars, mut places) = (Vec::new(), Vec::new());
            folding.fold(sentence, |ch, at| {
                chars.push(ch);
                places.push(at);
            });
            let mut spans = Vec::new();
            let holds = |word: &&Vec<char>| {
                let n_before = spans.len();
                let starts = chars.windows(word.len()).enumerate();
                for (start, _) in starts.filter(|(_, window)| window == word) {
                    spans.push(Span::new(places[start], places[start + word.len() - 1] + 1));
                }
                spans.len() > n_before
            };
            let n_words = self.words.iter().filter(holds).count();
            if n_words > 0 {
                spans.sort_by_key(|span| (span.start, span.end));
                found.push((n_words, SentenceMatch { number, text: sentence.to_string(), spans }));
            }
        }
        found.sort_by_key(|(n_words, _)| std::cmp::Reverse(*n_words));
        found.into_iter().map(|(_, found)| found).collect()
    }
}

/// Folding by rule alone: the forms of characters that a report's lexicon knows are its own.
fn folding() -> Folding {
    Folding::of(&Lexicon::default())
}

/// The text of a report in blocks of whole sentences.
fn blocks(report: &Report) -> Vec<String> {
    let (mut blocks, mut block, mut length) = (Vec::new(), String::new(), 0);
    for (_, sentence) in report.sentences() {
        if sentence.kind == SentenceKind::Space {
            continue;
        }
        let words = report.slice(sentence.span).replace(['\n', '\t'], " ");
        block += &format!("{}\t{}\n", sentence.number, words.trim());
        length += sentence.span.end - sentence.span.start;
        if length >= BLOCK_LENGTH {
            blocks.push(std::mem::take(&mut block));
            length = 0;
        }
    }
    if !block.is_empty() {
        blocks.push(block);
    }
    blocks
}

/// The sentences of a block, each with its number.
fn lines(block: &str) -> impl Iterator<Item = (u32, &str)> {
    block.lines().filter_map(|line| {
        let (number, sentence) = line.split_once('\t')?;
        Some((number.parse().ok()?, sentence))
    })
}

fn pairs_of(chars: &[char]) -> impl Iterator<Item = Pair> {
    chars.windows(2).map(|pair| (u32::from(pair[0]), u32::from(pair[1])))
}

/// The pairs of a word; of a long one every other, so that they reach over as much of it as they can.
fn pairs_looked_up(word: &[char]) -> Vec<Pair> {
    let step = if word.len() > MAX_PAIRS + 1 { 2 } else { 1 };
    pairs_of(word).step_by(step).take(MAX_PAIRS).collect()
}

/// Which shard holds a pair: pairs that stand together in words lie apart, so that shards are alike.
fn shard_of((first, second): Pair, n_shards: u32) -> u32 {
    let mixed = first.wrapping_mul(0x9e37_79b1) ^ second.wrapping_mul(0x85eb_ca6b);
    (mixed >> 8) % n_shards.max(1)
}

/// The numbers whose steps these are.
fn running(steps: &[u32]) -> Vec<u32> {
    let mut sum = 0;
    let add = |step: &u32| {
        sum += step;
        sum
    };
    steps.iter().map(add).collect()
}

fn shard_path(nth: u32) -> String {
    format!("search/pairs-{nth}.bin")
}

fn block_path(slug: &str, nth: u32) -> String {
    format!("search/{slug}-{nth}.txt")
}

fn bytes(value: &impl Serialize) -> Vec<u8> {
    // Plain structs are always written to memory.
    postcard::to_allocvec(value).unwrap_or_default()
}
