// Writes a page for each chart, to be put in a frame: its numbers, and one script with ECharts that all of them share.
const fs = require("fs");
const path = require("path");
const { bundle } = require("./bundle.js");

const pageOf = (chart) => `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${chart.title}</title><link rel="icon" href="data:,"><style>body { margin: 0 }</style></head>
<body><div id="chart" role="img" aria-label="${chart.description}"></div>
<script type="application/json" id="numbers">${JSON.stringify(chart).replace(/</g, "\\u003c")}</script>
<script type="module" src="../frame.js"></script></body></html>
`;

async function writeEchartsFrames(charts, target) {
  fs.rmSync(target, { recursive: true, force: true });
  for (const chart of charts) {
    fs.mkdirSync(path.join(target, chart.id), { recursive: true });
    fs.writeFileSync(path.join(target, chart.id, "index.html"), pageOf(chart));
  }
  await bundle({ entryPoints: [path.join(__dirname, "echarts-frame.mjs")], outfile: path.join(target, "frame.js") });
}

module.exports = { writeEchartsFrames };
