// Prints a table as aligned plain text under a caption that says what is measured, and in which unit.

const ABSENT = "—";

/// Ideographs and full-width signs are two columns wide in a terminal.
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60\uffe0-\uffe6]/u;
const width = (text) => Array.from(text).reduce((columns, scalar) => columns + (WIDE.test(scalar) ? 2 : 1), 0);

/// A number with as many decimals as say something about it; what was not measured is a dash.
function number(value, decimals) {
  if (value === undefined || value === null || Number.isNaN(value)) return ABSENT;
  const places = decimals ?? (value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3);
  return value.toFixed(places);
}

/// Columns of numbers stand at the right, as do dashes and units in them; words stand at the left.
const NUMBER = /^(\d[\d.]*( of \d+|[%×])?|—)$/;

function print(caption, head, rows) {
  const cells = [head, ...rows].map((row) => row.map((cell) => String(cell ?? ABSENT)));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => width(row[column]))));
  const numeric = head.map((_, column) => cells.slice(1).every((row) => NUMBER.test(row[column])));
  const line = (row) => {
    const padded = row.map((cell, column) => {
      const space = " ".repeat(widths[column] - width(cell));
      return numeric[column] ? space + cell : cell + space;
    });
    return `  ${padded.join("  ")}`.trimEnd();
  };
  console.log(`\n${caption}\n`);
  console.log(line(cells[0]));
  console.log(`  ${"-".repeat(widths.reduce((sum, each) => sum + each + 2, -2))}`);
  cells.slice(1).forEach((row) => console.log(line(row)));
}

/// The table of what was asked for and what came of it; for reading, it fails nothing.
function printBounds(bounds) {
  if (bounds.length === 0) return;
  const answer = (holds) => (holds === undefined ? "not measured" : holds ? "yes" : "no");
  print("Bounds.", ["bound", "measured", "holds"], bounds.map(([bound, measured, holds]) => [bound, measured, answer(holds)]));
}

module.exports = { ABSENT, number, print, printBounds };
