// Compares drawing the report's charts to SVG in node: time and bytes of each, ours beside ECharts' server-side mode.
const { hasModule, reportJson } = require("./inputs.js");
const { loadModule } = require("./module-in-node.js");
const { load, version } = require("./packages.js");
const report = require("./report.js");
const { median, sum } = require("./statistics.js");
const { number, print } = require("./table.js");

const WIDTH = 720;
const WARM_UP = 30;
const RUNS = 100;

/// Draws every chart with every engine in turn, so that what else the machine does falls on all alike.
function measure(charts, engines) {
  const times = charts.map(() => engines.map(() => []));
  const bytes = charts.map(() => engines.map(() => 0));
  for (let run = -WARM_UP; run < RUNS; run++) {
    charts.forEach((chart, row) =>
      engines.forEach((draw, column) => {
        const start = performance.now();
        const svg = draw(chart);
        const time = performance.now() - start;
        if (run >= 0) times[row][column].push(time);
        bytes[row][column] = Buffer.byteLength(svg);
      }),
    );
  }
  return charts.map((chart, row) => ({ id: chart.id, times: times[row].map(median), bytes: bytes[row] }));
}

async function echartsEngine() {
  const echarts = await load("echarts");
  const { heightOf, optionOf } = await import("./chart-option.mjs");
  return (chart) => {
    const drawing = echarts.init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height: heightOf(chart, WIDTH) });
    drawing.setOption(optionOf(chart, WIDTH));
    const svg = drawing.renderToSVGString();
    drawing.dispose();
    return svg;
  };
}

async function main() {
  const json = reportJson();
  const charts = report.charts(JSON.parse(json));
  const engines = [];
  if (hasModule()) {
    const ours = new (await loadModule()).Charts(json);
    engines.push(["ours", (chart) => ours.svg(chart.id, WIDTH)]);
  }
  engines.push(["ECharts", await echartsEngine()]);
  const results = measure(charts, engines.map(([, draw]) => draw));
  const rows = results.map(({ id, times, bytes }) => [id, ...times.map((time) => number(time, 3)), ...bytes]);
  const totals = (field) => engines.map((_, column) => sum(results.map((result) => result[field][column])));
  rows.push(["all", ...totals("times").map((time) => number(time, 3)), ...totals("bytes")]);
  const names = engines.map(([name]) => name);
  print(
    `Charts to SVG in node, ${WIDTH} px wide (${version("echarts")}, ssr): ms (median of ${RUNS} runs after ${WARM_UP}) and bytes. ` +
      "Ours has source, address and description in the picture besides.",
    ["chart", ...names.map((name) => `${name}, ms`), ...names.map((name) => `${name}, bytes`)],
    rows,
  );
}

main();
