// Holds the numbers that are read from reports against labels made by hand: recall, precision, and how many have value,
// unit, qualifier and change right, and a label that says what is counted; and beside them what Microsoft's
// Recognizers-Text reads. BENCH_LABELS names the folder with NAME.txt and NAME.json. Then the time that reading takes
// in WebAssembly.
const fs = require("fs");
const path = require("path");
const { execFileSync } = require("child_process");
const { recognizeNumber, recognizePercentage } = require("@microsoft/recognizers-text-number");
const { hasModule } = require("./inputs.js");
const { loadModule } = require("./module-in-node.js");
const { median } = require("./statistics.js");
const { ABSENT, number, print, printBounds } = require("./table.js");

const labels = path.resolve(process.env.BENCH_LABELS || "../shared/labels");
const program = path.resolve("target/report-explorer");
/// What is asked of recall, precision and values each, and of labels.
const LEAST = 0.98;
const LEAST_LABELS = 0.9;
/// Longest label, in characters.
const LONGEST = 20;

const overlaps = (one, other) => one.start < other.end && other.start < one.end;

function isRight(read, label) {
  const same = (one, other) => (one || null) === (other || null);
  return (
    Math.abs(read.value - label.value) < 1e-9 &&
    (label.upper === undefined || label.upper === null || read.upper === label.upper) &&
    same(read.unit, label.unit) &&
    same(read.qualifier, label.qualifier) &&
    same(read.change, label.change)
  );
}

/// The shares for one text; a number that may be either counts for neither side.
function measure(numbers, labelled) {
  const wanted = labelled.filter((label) => label.kind === "figure");
  const open = labelled.filter((label) => label.kind === "either");
  const figures = numbers.filter((number) => number.kind === "figure");
  const found = wanted.filter((label) => figures.some((figure) => overlaps(figure, label)));
  const judged = figures.filter((figure) => !open.some((label) => overlaps(figure, label)));
  const correct = judged.filter((figure) => wanted.some((label) => overlaps(figure, label)));
  const right = found.filter((label) => isRight(figures.find((figure) => overlaps(figure, label)), label));
  const isNamed = ({ label }, { label_words: words }) => label.length <= LONGEST && words.every((word) => label.includes(word));
  const named = found.filter((label) => isNamed(figures.find((figure) => overlaps(figure, label)), label));
  return {
    figures: wanted.length,
    recall: found.length / wanted.length,
    precision: correct.length / judged.length,
    right: right.length / found.length,
    named: named.length / found.length,
  };
}

/// What Recognizers-Text reads: it knows no data from figures, no units, no qualifiers, no changes, no labels.
function readElsewhere(text) {
  const percentages = recognizePercentage(text, "zh-cn");
  const numbers = recognizeNumber(text, "zh-cn").filter((number) => !percentages.some((other) => overlaps(number, other)));
  return [...percentages, ...numbers].map(({ start, end, resolution }) => ({
    kind: "figure",
    start,
    end: end + 1,
    value: parseFloat(resolution.value),
    unit: String(resolution.value).endsWith("%") ? "%" : null,
    label: "",
  }));
}

/// Milliseconds that our module takes for the text, repeated until it has that many bytes.
function timeToRead(ours, text, bytes) {
  const long = Buffer.from(text.repeat(Math.ceil(bytes / Buffer.byteLength(text)))).subarray(0, bytes);
  const whole = long.subarray(0, long.lastIndexOf("\n") + 1);
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    ours.extract_text(whole);
    return performance.now() - start;
  });
  return median(times);
}

async function printTimes(text) {
  if (!hasModule()) return;
  const ours = await loadModule();
  // Three bytes a character.
  const sizes = { "10,000 characters": 3e4, "60,000 characters": 18e4, "1 MB": 1e6 };
  const times = Object.entries(sizes).map(([name, bytes]) => [name, timeToRead(ours, text, bytes)]);
  print(
    "Extraction in WebAssembly (node), ms, median of 5: text to outline, numbers, labels, topics.",
    ["text", "ms", "ms for 10,000 characters"],
    times.map(([name, time]) => [name, number(time, 0), number(time / (sizes[name] / 3e4), 1)]),
  );
  printBounds([["60,000 characters ≤ 150 ms", `${number(times[1][1], 0)} ms`, times[1][1] <= 150]]);
}

const names = fs.existsSync(labels) ? fs.readdirSync(labels).filter((name) => name.endsWith(".json")) : [];
if (names.length === 0) {
  console.log(`(no labels in ${labels}: nothing to hold the numbers against)`);
} else if (!fs.existsSync(program)) {
  console.log(`(${program} is missing: make tool)`);
} else {
  const rows = names.map((name) => {
    const file = path.join(labels, name.replace(/json$/, "txt"));
    const { text, numbers } = JSON.parse(execFileSync(program, ["extract", file], { encoding: "utf8", maxBuffer: 1 << 28 }));
    const labelled = JSON.parse(fs.readFileSync(path.join(labels, name), "utf8")).numbers;
    return [name.replace(/\.json$/, ""), measure(numbers, labelled), measure(readElsewhere(text), labelled)];
  });
  const share = (value) => (Number.isFinite(value) ? value.toFixed(3) : ABSENT);
  print(
    "Numbers read from reports, beside labels made by hand.",
    ["report", "figures", "read by", "recall", "precision", "value, unit, qualifier, change", "labels"],
    rows.flatMap(([name, ours, theirs]) =>
      Object.entries({ "report explorer": ours, "Recognizers-Text": theirs }).map(([reader, { figures, recall, precision, right, named }]) => [
        name, figures, reader, share(recall), share(precision), share(right), share(named),
      ]),
    ),
  );
  printBounds(
    rows.flatMap(([name, { recall, precision, right, named }]) => {
      const least = Math.min(recall, precision, right);
      return [
        [`${name}: each at least ${LEAST}`, share(least), least >= LEAST],
        [`${name}: labels at least ${LEAST_LABELS}`, share(named), named >= LEAST_LABELS],
      ];
    }),
  );
  printTimes(fs.readFileSync(path.join(labels, names[0].replace(/json$/, "txt")), "utf8"));
}
