// Lighthouse's mobile scores for one page of each kind, and every audit that is not at its best.
const { withChromium } = require("./chromium.js");
const { dist, reportJson, year } = require("./inputs.js");
const { load, version } = require("./packages.js");
const report = require("./report.js");
const { serve } = require("./server.js");
const { print } = require("./table.js");

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
/// Their scores are no marks: they inform, do not apply, or ask for a human.
const WITHOUT_MARK = new Set(["informative", "notApplicable", "manual"]);

function pages() {
  const model = JSON.parse(reportJson());
  const [figure, chart] = [model.figures[0].id, report.charts(model)[0].id];
  const folders = ["report/", "figures/", `figures/${figure}/`, "charts/", `charts/${chart}/`, "audit/"];
  return ["", ...folders.map((folder) => `${year()}/${folder}`), "about/"];
}

async function audit(lighthouse, port, address) {
  const { lhr } = await lighthouse(address, { port, output: "json", logLevel: "error", onlyCategories: CATEGORIES });
  if (lhr.runtimeError) return { error: lhr.runtimeError.message };
  const imperfect = Object.values(lhr.audits).filter(
    ({ score, scoreDisplayMode }) => score !== null && score < 1 && !WITHOUT_MARK.has(scoreDisplayMode),
  );
  return { scores: CATEGORIES.map((category) => lhr.categories[category]?.score), imperfect };
}

async function main() {
  const { default: lighthouse } = await load("lighthouse");
  const server = await serve({ "/": dist });
  const results = [];
  await withChromium(async (browser) => {
    const { port } = new URL(browser.wsEndpoint());
    for (const page of pages()) {
      console.error(`· ${page || "index"}`);
      results.push({ page: page || "index", ...(await audit(lighthouse, Number(port), `${server.address}/${page}`)) });
    }
  }).finally(server.close);
  const percent = (score) => (typeof score === "number" ? Math.round(score * 100) : undefined);
  print(
    `Scores of Lighthouse, 0 to 100: emulated phone, its own simulated network and CPU (${version("lighthouse")}).`,
    ["page", ...CATEGORIES],
    results.map(({ page, scores, error }) => [page, ...(scores ?? CATEGORIES).map((score) => (error ? undefined : percent(score)))]),
  );
  const audits = results.flatMap(({ page, imperfect = [], error }) =>
    error ? [[page, "—", "—", error]] : imperfect.map(({ id, score, title }) => [page, id, percent(score), title]),
  );
  print("Audits below 100; how long files are kept is the host's choice (here 10 minutes).", ["page", "audit", "score", "title"], audits);
}

main();
