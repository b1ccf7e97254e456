// The queries that recall is measured with: pieces of the text cut the same way every time, words and numbers.

const WORDS = [
  "诉讼", "行政诉讼", "行政复议", "双随机", "一窗通办", "放管服", "开门立法", "规章", "合法性审查", "营商环境",
  "应诉", "普法", "执法", "承诺制", "调解", "法治政府",
];
const NUMBERS = ["2020", "3465", "96.9", "96.9%", "540", "1.9万", "100%", "587", "16", "553份"];
/// Lengths of the pieces, and how many of each are cut, evenly over the text.
const LENGTHS = [1, 2, 3, 4, 5, 6];
const PIECES = 6;

/// Runs of letters and digits: readers do not type the punctuation.
const runsOf = (sentences) => sentences.flatMap(({ text }) => text.match(/[\p{L}\p{N}]+/gu) ?? []).map((run) => Array.from(run));

function pieces(sentences, length) {
  const starts = runsOf(sentences).flatMap((run) => run.slice(length - 1).map((_, at) => run.slice(at, at + length).join("")));
  // Each length begins elsewhere, so that the longer ones are not the shorter ones continued.
  const places = Array.from({ length: PIECES }, (_, piece) => Math.floor(((piece + length / 7) / PIECES) * starts.length));
  return [...new Set(places.map((place) => starts[place % starts.length]))];
}

/// Groups of queries, each query with the numbers of the sentences that hold it; those that none holds are left out.
function queriesOf(sentences) {
  const holding = (text) => sentences.filter((sentence) => sentence.text.includes(text)).map(({ number }) => number);
  const group = (name, texts) => ({
    name,
    queries: texts.map((text) => ({ text, wanted: holding(text) })).filter(({ wanted }) => wanted.length > 0),
  });
  return [
    ...LENGTHS.map((length) => group(`${length} characters cut`, pieces(sentences, length))),
    group("words", WORDS),
    group("numbers", NUMBERS),
  ];
}

module.exports = { queriesOf };
