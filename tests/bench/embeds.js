// Compares what ten charts of ours in frames cost the page around them with ten frames that draw them by ECharts.
const fs = require("fs");
const path = require("path");
const { withChromium, withFreshPage } = require("./chromium.js");
const { writeEchartsFrames } = require("./echarts-frames.js");
const { dist, fail, output, reportJson, year } = require("./inputs.js");
const { version } = require("./packages.js");
const { SETTING, visit } = require("./phone.js");
const report = require("./report.js");
const { serve } = require("./server.js");
const { median } = require("./statistics.js");
const { number, print } = require("./table.js");

const RUNS = 5;
const FRAMES = 10;
const FRAME_HEIGHT = 480;
/// So high a screen that all frames are in view: none is left out for being far away.
const HEIGHT = FRAMES * (FRAME_HEIGHT + 10);

/// Kilobytes of 1000 bytes; milliseconds.
const COLUMNS = [
  ["total, kB", (run) => run.total / 1000, 1],
  ["main thread, ms", (run) => run.work, 0],
  ["blocked, ms", (run) => run.blocked, 0],
];

/// The first charts that both have: ours as frames, ECharts' numbers in the report.
function chosen() {
  const folder = path.join(dist, year(), "embed", "chart");
  const built = fs.existsSync(folder) ? fs.readdirSync(folder).sort() : [];
  const charts = report.charts(JSON.parse(reportJson()));
  const both = built.map((id) => charts.find((chart) => chart.id === id)).filter(Boolean).slice(0, FRAMES);
  return both.length === FRAMES ? both : fail(`${folder} has ${both.length} charts with figures, not ${FRAMES}: run \`make dist\` first`);
}

/// The page around them, with nothing else on it.
function writeHost(name, addresses) {
  const frames = addresses.map((address, at) => `<iframe src="${address}" title="${at + 1}" width="100%" height="${FRAME_HEIGHT}"></iframe>`);
  const head =
    '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    '<title>十个图表</title><link rel="icon" href="data:,"><style>body { margin: 0 } iframe { display: block; border: 0 }</style></head>\n<body>\n';
  fs.writeFileSync(path.join(output, "hosts", `${name}.html`), `${head}${frames.join("\n")}\n</body></html>\n`);
}

/// A frame that draws nothing would be the cheapest of all.
function demandDrawings(browser, { name, address, drawing }) {
  return withFreshPage(browser, async (page) => {
    await page.goto(address, { waitUntil: "networkidle0" });
    const inside = page.frames().filter((frame) => frame.parentFrame());
    const drawn = await Promise.all(inside.map((frame) => frame.waitForSelector(drawing, { timeout: 10_000 }).catch(() => undefined)));
    const count = drawn.filter(Boolean).length;
    if (count !== FRAMES) fail(`${name}: ${count} frames of ${FRAMES} have a drawing`);
  });
}

async function measure(browser, hosts) {
  const runs = hosts.map(() => []);
  for (const host of hosts) await demandDrawings(browser, host);
  // The first round is thrown away: it compresses the files and warms the browser.
  for (let run = -1; run < RUNS; run++) {
    for (const [at, { name, address }] of hosts.entries()) {
      console.error(`· ${run < 0 ? "warm-up" : `run ${run + 1} of ${RUNS}`}: ${name}`);
      const seen = await visit(browser, address, HEIGHT);
      if (run >= 0) runs[at].push(seen);
    }
  }
  return runs.map((each) => COLUMNS.map(([, value]) => median(each.map(value))));
}

async function main() {
  const charts = chosen();
  await writeEchartsFrames(charts, path.join(output, "echarts"));
  fs.mkdirSync(path.join(output, "hosts"), { recursive: true });
  writeHost("ours", charts.map(({ id }) => `/ours/${year()}/embed/chart/${id}/`));
  writeHost("echarts", charts.map(({ id }) => `/echarts/${id}/`));
  const server = await serve({ "/ours/": dist, "/echarts/": path.join(output, "echarts"), "/hosts/": path.join(output, "hosts") });
  const hosts = [
    { name: "ours", address: `${server.address}/hosts/ours.html`, drawing: "svg" },
    { name: "ECharts", address: `${server.address}/hosts/echarts.html`, drawing: "canvas" },
  ];
  const [ours, theirs] = await withChromium((browser) => measure(browser, hosts)).finally(server.close);
  const row = (name, values) => [name, ...values.map((value, column) => number(value, COLUMNS[column][2]))];
  const ratio = (value, column) => (theirs[column] > 0 ? `${number(value / theirs[column], 2)}×` : undefined);
  print(
    `A page with ${FRAMES} charts in frames, all in view, on an emulated phone (${SETTING}; nothing cached; brotli; median of ${RUNS}).\n` +
      "Bytes on the wire with headers; main thread: all its tasks, the frames' included; blocked: what long tasks take over 50 ms.\n" +
      `Ours have the chart with its table, files and source, ECharts' the chart alone, all from one script (${version("echarts")}).`,
    [`${FRAMES} frames`, ...COLUMNS.map(([name]) => name)],
    [row("ours", ours), row("ECharts", theirs), ["ours of ECharts'", ...ours.map(ratio)]],
  );
}

main();
