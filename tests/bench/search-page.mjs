// Takes the times of one search engine inside a page; search.js calls it step by step and reads memory in between.
import { engines } from "/bench/engines.mjs";

/// Shorter calls are repeated until they fill this many milliseconds, since the clock ticks every 5 µs.
const BATCH = 0.5;
const BATCHES = 3;
/// Calls above this are taken once.
const SLOW = 100;

let engine, corpus, built;

/// Loads the engine; not timed.
export async function load(name) {
  engine = await engines[name]();
}

/// Makes the corpus; not timed. Every copy has strings of its own, as an archive of many reports would.
export function prepare(name, reportJson, sentences, copies) {
  const one = JSON.stringify(sentences);
  if (name === "ours") corpus = { reportJson, copies };
  else corpus = { texts: Array.from({ length: copies }, () => JSON.parse(one)).flat() };
}

/// Builds the index, letting go of the one before; milliseconds.
export function build() {
  built?.free?.();
  built = undefined;
  const start = performance.now();
  built = engine.build(corpus);
  return performance.now() - start;
}

/// Linear memory of WebAssembly, which the heap's numbers leave out.
export const wasmBytes = () => engine.wasmBytes?.() ?? 0;

function timed(query, times) {
  const start = performance.now();
  for (let time = 0; time < times; time++) built.search(query);
  return (performance.now() - start) / times;
}

function keystroke(query) {
  const first = timed(query, 1);
  if (first > SLOW) return first;
  const times = Math.max(1, Math.ceil(BATCH / Math.max(first, 0.005)));
  const batches = Array.from({ length: BATCHES }, () => timed(query, times));
  return batches.sort((left, right) => left - right)[BATCHES >> 1];
}

/// Milliseconds of every keystroke within the budget. A first pass, within a third of it, lets the engine warm up.
export function keystrokes(prefixes, budget) {
  const start = performance.now();
  for (const prefix of prefixes) {
    built.search(prefix);
    if (performance.now() - start > budget / 3) break;
  }
  const times = [];
  let hits = 0;
  for (const prefix of prefixes) {
    if (performance.now() - start > budget) break;
    times.push(keystroke(prefix));
  }
  if (times.length === prefixes.length) for (const prefix of prefixes) hits += built.search(prefix);
  return { times, hits };
}
