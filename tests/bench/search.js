// Compares full-text search in the browser: time to index, time a keystroke, memory, from one report to a thousand.
const path = require("path");
const { withChromium, withFreshPage } = require("./chromium.js");
const { hasModule, moduleFolder, reportJson } = require("./inputs.js");
const { folder, version } = require("./packages.js");
const { TYPED, prefixes } = require("./queries.js");
const report = require("./report.js");
const { serve } = require("./server.js");
const { maximum, median } = require("./statistics.js");
const { number, print, printBounds } = require("./table.js");

const SCALES = [1, 10, 100, 1000];
const ENGINES = ["ours", "MiniSearch, bigrams", "FlexSearch, bigrams", "FlexSearch, its CJK", "Fuse", "filter(includes)"];
/// Most milliseconds for all keystrokes of one engine at one scale.
const BUDGET = 20_000;
/// Builds beyond the first, while they are quick.
const REBUILDS = 4;
const QUICK = 2_000;

async function heapBytes(session) {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await session.send("Runtime.getHeapUsage");
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}

async function measure(browser, address, name, copies, json, sentences) {
  return withFreshPage(browser, async (page) => {
    await page.goto(`${address}/bench/blank.html`);
    const session = await page.createCDPSession();
    const call = (step, ...parameters) =>
      page.evaluate(async (step, parameters) => (await import("/bench/search-page.mjs"))[step](...parameters), step, parameters);
    await call("load", name);
    const before = await heapBytes(session);
    const wasmBefore = await call("wasmBytes");
    await call("prepare", name, json, sentences, copies);
    const builds = [await call("build")];
    const wasm = await call("wasmBytes");
    // Versions of Chromium differ in whether the heap's number holds WebAssembly's memory.
    const memory = name === "ours" ? wasm - wasmBefore : (await heapBytes(session)) - before;
    while (builds.length <= REBUILDS && builds[0] < QUICK) builds.push(await call("build"));
    const { times, hits } = await call("keystrokes", prefixes, BUDGET);
    return { name, copies, index: median(builds), times, hits, memory };
  });
}

function row({ name, copies, index, times, hits, memory }) {
  const whole = times.length === prefixes.length;
  return [
    `${copies}×`, name, number(index), number(median(times)), number(maximum(times)),
    whole ? times.length : `${times.length} of ${prefixes.length}`, whole ? hits : undefined, number(memory / 1e6, 1),
  ];
}

function bounds(results) {
  const at = (copies, beginning) => results.filter((result) => result.copies === copies && result.name.startsWith(beginning));
  const [one] = at(1, "ours");
  if (!one) return [];
  const most = Math.max(...SCALES);
  const [ours] = at(most, "ours");
  const [includes] = at(most, "filter");
  const both = ({ times }) => `median ${number(median(times))}, most ${number(maximum(times))} ms`;
  return [
    ["1×: ≤ 0.2 ms a keystroke", both(one), maximum(one.times) <= 0.2],
    [`${most}×: the median no slower than that of includes`, `${both(ours)}; includes ${both(includes)}`, median(ours.times) <= median(includes.times)],
    ...at(most, "FlexSearch, bigrams").map(({ name, index }) => [
      `${most}×: index under a tenth of the time of ${name}`,
      `${number(ours.index)} ms; FlexSearch ${number(index)} ms`,
      ours.index < index / 10,
    ]),
  ];
}

async function main() {
  const json = reportJson();
  const sentences = report.sentences(JSON.parse(json)).map(({ text }) => text);
  const names = hasModule() ? ENGINES : ENGINES.filter((name) => name !== "ours");
  const mounts = { "/bench/": __dirname, "/module/": moduleFolder, "/packages/": path.dirname(folder("minisearch")) };
  const server = await serve(mounts, { isolated: true });
  const results = [];
  await withChromium(async (browser) => {
    for (const copies of SCALES) {
      for (const name of names) {
        console.error(`· ${copies}× ${name}`);
        results.push(await measure(browser, server.address, name, copies, json, sentences));
      }
    }
  }).finally(server.close);
  const versions = ["minisearch", "flexsearch", "fuse.js"].map(version).join(", ");
  print(
    `Search in Chromium: the report's ${sentences.length} sentences, 1 to ${Math.max(...SCALES)} times (${versions}).\n` +
      `Index: ms, median of up to ${REBUILDS + 1}; ours reads the report's JSON in it.\n` +
      `Keystroke: ms, over ${TYPED.length} queries typed (${prefixes.length} keystrokes, or what ${BUDGET / 1000} s allow). ` +
      "Ours ranks the hits and finds their places, includes neither.\n" +
      "Hits: sum over all keystrokes. Memory: MB for texts and index, after garbage collection; ours is WebAssembly's memory.",
    ["corpus", "engine", "index", "keystroke, median", "most", "keystrokes", "hits", "memory"],
    results.map(row),
  );
  printBounds(bounds(results));
}

main();
