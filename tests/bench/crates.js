// Whose code the page's program is: bytes by crate in every part as it is cut, before wasm-opt takes the names away, and
// what is shipped of it.
const fs = require("fs");
const path = require("path");
const { dist, fail, target, year } = require("./inputs.js");
const { sum } = require("./statistics.js");
const { ABSENT, number, print } = require("./table.js");
const { readModule } = require("./wasm.js");
const { weigh } = require("./weigh.js");

const WHOLE = path.join(target, "page", "page_bg.wasm");
const PARTS = ["first", "page", "search", "rest"];
const OURS = "report_explorer";
const STANDARD = "core, alloc, std";
const STANDARD_CRATES = new Set(["core", "alloc", "std", "compiler_builtins"]);
/// Crates with a smaller share of all code are summed up.
const LEAST_SHARE = 0.005;

function read(file) {
  return fs.existsSync(file) ? fs.readFileSync(file) : fail(`${file} is missing: run \`make dist\` first`);
}

/// What stands in a pair of angle brackets at the beginning of a name: a type, and a trait if one is named with it.
function bracketed(name) {
  let [depth, as] = [0, -1];
  for (let at = 0; at < name.length; at++) {
    if (name[at] === "<") depth += 1;
    // An arrow is no bracket.
    if (name[at] === ">" && name[at - 1] !== "-") depth -= 1;
    if (depth === 1 && as < 0 && name.startsWith(" as ", at)) as = at;
    if (depth === 0) return as < 0 ? { type: name.slice(1, at) } : { type: name.slice(1, as), trait: name.slice(as + 4, at) };
  }
  return { type: name.slice(1) };
}

/// The crate that a path begins with. Of `<Type as Trait>` it is the type's, or the trait's where the type is the
/// standard library's: no third crate may implement one for the other. What names no crate is the standard library's:
/// primitive types, slices, tuples, and C's functions.
function crateOf(name) {
  const plain = name.replace(/^(&|\*|mut |const |dyn )+/, "");
  if (plain.startsWith("<")) {
    const { type, trait } = bracketed(plain);
    const crate = crateOf(type);
    return crate === STANDARD && trait ? crateOf(trait) : crate;
  }
  const crate = /^(\w+)\[[0-9a-f]+\]/.exec(plain)?.[1];
  return !crate || STANDARD_CRATES.has(crate) ? STANDARD : crate;
}

/// A row of the table: the crate, and apart from it what it has generic and is compiled for types of ours.
function groupOf(name) {
  if (name === "") return "(without a name)";
  if (name === "main") return OURS;
  if (name.startsWith("__wbindgen_")) return "wasm_bindgen";
  const crate = crateOf(name);
  return crate !== OURS && name.includes(`${OURS}[`) ? `${crate}, for our types` : crate;
}

function bytesByGroup({ functions }) {
  const groups = new Map();
  for (const { name, size } of functions) groups.set(groupOf(name), (groups.get(groupOf(name)) ?? 0) + size);
  return groups;
}

/// One row for each group, the biggest first: its bytes in every part, in all of them, and the share of all code.
function codeRows(parts) {
  const groups = parts.map(bytesByGroup);
  const all = sum(groups.flatMap((group) => [...group.values()]));
  const names = [...new Set(groups.flatMap((group) => [...group.keys()]))];
  const row = (label, members) => {
    const each = groups.map((group) => sum(members.map((name) => group.get(name) ?? 0)));
    return { label, each, bytes: sum(each) };
  };
  const rows = names.map((name) => row(name, [name])).sort((left, right) => right.bytes - left.bytes);
  const isSmall = ({ bytes }) => bytes < LEAST_SHARE * all;
  const small = rows.filter(isSmall).map(({ label }) => label);
  const shown = rows.filter((each) => !isSmall(each));
  if (small.length > 0) shown.push(row(`${small.length} others`, small));
  shown.push(row("all code", names));
  return shown.map(({ label, each, bytes }) => [label, ...each, bytes, `${number((100 * bytes) / all, 1)}%`]);
}

/// What of each part is no code; data is in the part that uses it, or where all find it that do.
function otherRows(parts) {
  const report = read(path.join(dist, year(), "data", "report.postcard"));
  const code = parts.map(({ functions }) => sum(functions.map(({ size }) => size)));
  const held = parts.map(({ data }) => (data.includes(report) ? report.length : 0));
  const rows = [
    ["code", code],
    ["data: the report", held],
    ["data: all else", parts.map(({ data }, at) => data.length - held[at])],
    ["types, imports, exports, table", parts.map(({ data, total }, at) => total - data.length - code[at])],
    ["all but names", parts.map(({ total }) => total)],
  ];
  return rows.map(([label, each]) => [label, ...each.map((bytes) => bytes || ABSENT), sum(each)]);
}

function main() {
  const parts = PARTS.map((part) => readModule(read(path.join(target, "program", `${part}.wasm.raw`))));
  const whole = sum(readModule(read(WHOLE)).functions.map(({ size }) => size));
  print(
    `The program's code by crate, in bytes, cut into its parts but not yet optimized (uncut ${whole}). Generic code of others that is compiled for types\n` +
      "of ours stands apart: much of it is our own code, inlined, as in yew's the views of our components.",
    ["crate", ...PARTS, "all", "share"],
    codeRows(parts),
  );
  print("What the parts are made of, in bytes, not yet optimized.", ["", ...PARTS, "all"], otherRows(parts));
  const shipped = PARTS.map((part) => weigh(read(path.join(target, "program", `${part}.wasm`))));
  const all = shipped[0].map((_, column) => sum(shipped.map((sizes) => sizes[column])));
  print(
    "What is shipped of the program, optimized, in bytes.",
    ["part", "as is", "gzip", "brotli"],
    [...PARTS.map((part, at) => [part, ...shipped[at]]), ["all", ...all]],
  );
}

main();
