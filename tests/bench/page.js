// Compares the first load on a slow phone: our page, the same content by Vue, and the bare text.
const path = require("path");
const { withChromium } = require("./chromium.js");
const { writeBarePage } = require("./bare-page.js");
const { dist, output, reportJson, year } = require("./inputs.js");
const { version } = require("./packages.js");
const { SETTING, visit, visitAndSearch, visitAndTap } = require("./phone.js");
const { serve } = require("./server.js");
const { median } = require("./statistics.js");
const { number, print, printBounds } = require("./table.js");
const { buildVuePage } = require("./vue-build.js");

const RUNS = Number(process.env.RUNS || 15);
const QUERY = "行政复议";
/// Another build of the site to be measured in the same run: a folder.
const BESIDE = path.resolve(process.env.BESIDE || dist);
/// Where to type, and what marks a hit, on each page.
const OUR_SEARCH = { input: "#search-field", mark: ".hit mark", query: QUERY };
const VUE_SEARCH = { input: "header input[type=search]", mark: "main mark", query: QUERY };

/// A number in the text, and what its tap opens.
const TAP = { target: "a.figure[data-open]", card: ".card.open" };

/// Kilobytes of 1000 bytes; seconds; milliseconds.
const COLUMNS = [
  ["total, kB", (run) => run.total / 1000, 1],
  ["HTML+CSS, kB", (run) => run.document / 1000, 1],
  ["first paint, s", (run) => run.paint / 1000, 2],
  ["LCP, s", (run) => run.largest / 1000, 2],
  ["marked hits, s", (run) => run.search / 1000, 2],
  ["first tap, s", (run) => run.tap / 1000, 2],
  ["unslowed, s", (run) => run.quickTap / 1000, 2],
  ["blocked, ms", (run) => run.blocked, 0],
  ["layout shift", (run) => run.shift, 3],
];

async function measure(browser, pages) {
  const runs = pages.map(() => []);
  // The first round is thrown away: it compresses the files and warms the browser.
  for (let run = -1; run < RUNS; run++) {
    for (const [at, { name, address, search, tap }] of pages.entries()) {
      console.error(`· ${run < 0 ? "warm-up" : `run ${run + 1} of ${RUNS}`}: ${name}`);
      const seen = await visit(browser, address);
      const marked = search && (await visitAndSearch(browser, address, search));
      const tapped = tap && (await visitAndTap(browser, address, tap, true));
      const quick = tap && (await visitAndTap(browser, address, tap, false));
      if (run >= 0) runs[at].push({ ...seen, search: marked, tap: tapped, quickTap: quick });
    }
  }
  // A page that gave no marked hits in one run has no time for them.
  const middle = (values) => (values.some(Number.isNaN) ? NaN : median(values));
  return runs.map((each) => COLUMNS.map(([, value]) => middle(each.map(value))));
}

function bounds([ours, plain, vue, bare]) {
  const [total, document, , largest, search, tap, quickTap, blocked, shift] = COLUMNS.map((_, column) => column);
  const known = (value, holds) => (Number.isNaN(value) ? undefined : holds);
  const show = (value, decimals, unit) => `${number(value, decimals)} ${unit}`;
  const against = (column, decimals, unit, other) => {
    const pair = `${show(ours[column], decimals, unit)} of ${show(other[column], decimals, unit)}`;
    const ratio = ours[column] / other[column];
    return Number.isFinite(ratio) ? `${number(ratio, 2)}× (${pair})` : pair;
  };
  return [
    ["total ≤ 116 kB", show(ours[total], 1, "kB"), ours[total] <= 116],
    ["total from a host that compresses nothing ≤ 190 kB", show(plain[total], 1, "kB"), plain[total] <= 190],
    ["HTML+CSS ≤ 25 kB", show(ours[document], 1, "kB"), ours[document] <= 25],
    ["LCP ≤ 1.15× the bare text's", against(largest, 2, "s", bare), ours[largest] <= 1.15 * bare[largest]],
    ["marked hits ≤ 0.42× Vue's", against(search, 2, "s", vue), known(ours[search], ours[search] <= 0.42 * vue[search])],
    ["first tap ≤ 1.5 s", show(ours[tap], 2, "s"), known(ours[tap], ours[tap] <= 1.5)],
    ["first tap, unslowed, ≤ 0.4 s", show(ours[quickTap], 2, "s"), known(ours[quickTap], ours[quickTap] <= 0.4)],
    ["blocked ≤ 0.04× Vue's", against(blocked, 0, "ms", vue), ours[blocked] <= 0.04 * vue[blocked]],
    ["layout shift 0", number(ours[shift], 3), ours[shift] === 0],
  ];
}

async function main() {
  const model = JSON.parse(reportJson());
  await buildVuePage(model, path.join(output, "vue"));
  writeBarePage(model, path.join(output, "bare"));
  const server = await serve({ "/ours/": dist, "/beside/": BESIDE, "/vue/": path.join(output, "vue"), "/bare/": path.join(output, "bare") });
  const plain = await serve({ "/ours/": dist, "/beside/": BESIDE }, { compresses: false });
  const ours = (name, host, folder) => ({ name, address: `${host.address}/${folder}/${year()}/report/`, search: OUR_SEARCH, tap: TAP });
  const pages = [
    ours("ours", server, "ours"),
    ours("ours, nothing compressed", plain, "ours"),
    { name: "Vue + ECharts + MiniSearch", address: `${server.address}/vue/`, search: VUE_SEARCH },
    { name: "bare text", address: `${server.address}/bare/` },
  ];
  if (process.env.BESIDE) {
    pages.push(ours("beside", server, "beside"), ours("beside, nothing compressed", plain, "beside"));
  }
  const results = await withChromium((browser) => measure(browser, pages)).finally(() => [server, plain].forEach(({ close }) => close()));
  print(
    `First load on an emulated phone (${SETTING}; nothing cached; brotli; median of ${RUNS}).\nBytes on the wire with headers; blocked: sum of what long tasks take over 50 ms; ` +
      `marked hits: from the visit's start until they are shown, for “${QUERY}”, typed once, as soon as there is a field;\nfirst tap: from a press on a number half a second after all is quiet until its card is shown, with and without the slowdown. Vue's page is text, figures and four charts of the report: ${["vue", "echarts", "minisearch"].map(version).join(", ")}.`,
    ["page", ...COLUMNS.map(([name]) => name)],
    results.map((values, at) => [pages[at].name, ...values.map((value, column) => number(value, COLUMNS[column][2]))]),
  );
  printBounds(bounds(results));
}

main();
