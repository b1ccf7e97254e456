// Holds the numbers that are read from reports against labels made by hand: recall, precision, and how many have value,
// unit, qualifier and change right, and a label that says what is counted. BENCH_LABELS names the folder with NAME.txt and
// NAME.json.
const fs = require("fs");
const path = require("path");
const { execFileSync } = require("child_process");
const { ABSENT, print, printBounds } = require("./table.js");

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

const names = fs.existsSync(labels) ? fs.readdirSync(labels).filter((name) => name.endsWith(".json")) : [];
if (names.length === 0) {
  console.log(`(no labels in ${labels}: nothing to hold the numbers against)`);
} else if (!fs.existsSync(program)) {
  console.log(`(${program} is missing: make tool)`);
} else {
  const rows = names.map((name) => {
    const text = path.join(labels, name.replace(/json$/, "txt"));
    const read = JSON.parse(execFileSync(program, ["extract", text], { encoding: "utf8", maxBuffer: 1 << 28 }));
    return [name.replace(/\.json$/, ""), measure(read.numbers, JSON.parse(fs.readFileSync(path.join(labels, name), "utf8")).numbers)];
  });
  const share = (value) => (Number.isFinite(value) ? value.toFixed(3) : ABSENT);
  print(
    "Numbers read from reports, beside labels made by hand.",
    ["report", "figures", "recall", "precision", "value, unit, qualifier, change", "labels"],
    rows.map(([name, { figures, recall, precision, right, named }]) => [name, figures, share(recall), share(precision), share(right), share(named)]),
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
}
