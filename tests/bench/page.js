// Compares the first load on a slow phone: our page, the same content by Vue, and the bare text.
const path = require("path");
const { withChromium } = require("./chromium.js");
const { writeBarePage } = require("./bare-page.js");
const { dist, output, reportJson, year } = require("./inputs.js");
const { version } = require("./packages.js");
const { SETTING, visit, visitAndSearch } = require("./phone.js");
const { serve } = require("./server.js");
const { median } = require("./statistics.js");
const { number, print, printBounds } = require("./table.js");
const { buildVuePage } = require("./vue-build.js");

const RUNS = 5;
const QUERY = "行政复议";
/// Where to type, and what marks a hit, on each page.
const OUR_SEARCH = { input: "#search-field", mark: ".hit mark", query: QUERY };
const VUE_SEARCH = { input: "header input[type=search]", mark: "main mark", query: QUERY };

/// Kilobytes of 1000 bytes; seconds; milliseconds.
const COLUMNS = [
  ["total, kB", (run) => run.total / 1000, 1],
  ["HTML+CSS, kB", (run) => run.document / 1000, 1],
  ["first paint, s", (run) => run.paint / 1000, 2],
  ["LCP, s", (run) => run.largest / 1000, 2],
  ["marked hits, s", (run) => run.search / 1000, 2],
  ["blocked, ms", (run) => run.blocked, 0],
  ["layout shift", (run) => run.shift, 3],
];

async function measure(browser, pages) {
  const runs = pages.map(() => []);
  // The first round is thrown away: it compresses the files and warms the browser.
  for (let run = -1; run < RUNS; run++) {
    for (const [at, { name, address, search }] of pages.entries()) {
      console.error(`· ${run < 0 ? "warm-up" : `run ${run + 1} of ${RUNS}`}: ${name}`);
      const seen = await visit(browser, address);
      const marked = search && (await visitAndSearch(browser, address, search));
      if (run >= 0) runs[at].push({ ...seen, search: marked });
    }
  }
  // A page that gave no marked hits in one run has no time for them.
  const middle = (values) => (values.some(Number.isNaN) ? NaN : median(values));
  return runs.map((each) => COLUMNS.map(([, value]) => middle(each.map(value))));
}

function bounds([ours, vue, bare]) {
  const [total, document, , largest, search, blocked, shift] = COLUMNS.map((_, column) => column);
  const known = (value, holds) => (Number.isNaN(value) ? undefined : holds);
  const show = (value, decimals, unit) => `${number(value, decimals)} ${unit}`;
  const against = (column, decimals, unit, other) => {
    const pair = `${show(ours[column], decimals, unit)} of ${show(other[column], decimals, unit)}`;
    const ratio = ours[column] / other[column];
    return Number.isFinite(ratio) ? `${number(ratio, 2)}× (${pair})` : pair;
  };
  return [
    ["total ≤ 130 kB", show(ours[total], 1, "kB"), ours[total] <= 130],
    ["HTML+CSS ≤ 25 kB", show(ours[document], 1, "kB"), ours[document] <= 25],
    ["LCP ≤ 1.15× the bare text's", against(largest, 2, "s", bare), ours[largest] <= 1.15 * bare[largest]],
    ["marked hits ≤ 0.5× Vue's", against(search, 2, "s", vue), known(ours[search], ours[search] <= 0.5 * vue[search])],
    ["blocked ≤ 0.1× Vue's", against(blocked, 0, "ms", vue), ours[blocked] <= 0.1 * vue[blocked]],
    ["layout shift 0", number(ours[shift], 3), ours[shift] === 0],
  ];
}

async function main() {
  const model = JSON.parse(reportJson());
  await buildVuePage(model, path.join(output, "vue"));
  writeBarePage(model, path.join(output, "bare"));
  const server = await serve({ "/ours/": dist, "/vue/": path.join(output, "vue"), "/bare/": path.join(output, "bare") });
  const pages = [
    { name: "ours", address: `${server.address}/ours/${year()}/report/`, search: OUR_SEARCH },
    { name: "Vue + ECharts + MiniSearch", address: `${server.address}/vue/`, search: VUE_SEARCH },
    { name: "bare text", address: `${server.address}/bare/` },
  ];
  const results = await withChromium((browser) => measure(browser, pages)).finally(server.close);
  print(
    `First load on an emulated phone (${SETTING}; nothing cached; brotli; median of ${RUNS}).\nBytes on the wire with headers; blocked: sum of what long tasks take over 50 ms; ` +
      `marked hits: from the visit's start until they are shown, for “${QUERY}”, typed once, as soon as there is a field.\nVue's page is text, figures and four charts of the report: ${["vue", "echarts", "minisearch"].map(version).join(", ")}.`,
    ["page", ...COLUMNS.map(([name]) => name)],
    results.map((values, at) => [pages[at].name, ...values.map((value, column) => number(value, COLUMNS[column][2]))]),
  );
  printBounds(bounds(results));
}

main();
