// Lighthouse's mobile scores for one page of each kind, and what keeps any of them from 100.
const fs = require("fs");
const path = require("path");
const { withChromium } = require("./chromium.js");
const { dist, reportJson, year } = require("./inputs.js");
const { load, version } = require("./packages.js");
const report = require("./report.js");
const { serve } = require("./server.js");
const { sum } = require("./statistics.js");
const { number, print } = require("./table.js");

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
/// Their scores are no marks: they inform, do not apply, or ask for a human.
const WITHOUT_MARK = new Set(["informative", "notApplicable", "manual"]);
/// Odd, so that one of them is in the middle: what else the machine does falls into the times that Lighthouse takes.
const RUNS = 3;
/// Elements, files or places in code named for one audit.
const PLACES = 3;

/// One page of each kind: those that the site has.
function pages() {
  const model = JSON.parse(reportJson());
  const [figure, chart] = [model.figures[0].id, report.charts(model)[0].id];
  const ofYear = ["", "report/", "figures/", `figures/${figure}/`, "charts/", `charts/${chart}/`, "charts/custom/", "search/", "audit/", `embed/chart/${chart}/`];
  const all = ["", ...ofYear.map((folder) => `${year()}/${folder}`), "about/", "embed-guide/", "deploy/", "404.html"];
  const isThere = (page) => fs.existsSync(path.join(dist, page.endsWith(".html") ? page : `${page}index.html`));
  all.filter((page) => !isThere(page)).forEach((page) => console.log(`(no ${page} in ${dist}: left out)`));
  return all.filter(isThere);
}

/// What an audit points at: elements, files, lines of code, wherever its details hold them.
function places(details) {
  if (!details || typeof details !== "object") return [];
  if (details.type === "node") return [details.selector || details.snippet];
  if (details.type === "source-location") return [`${path.basename(details.url)}:${details.line + 1}:${details.column}`];
  const own = typeof details.url === "string" ? [path.basename(details.url)] : [];
  return [...own, ...Object.values(details).flatMap(places)];
}

/// Audits that are not at their best, each with the points that it takes from its category.
function imperfect({ audits, categories }) {
  return CATEGORIES.flatMap((category) => {
    const references = categories[category].auditRefs;
    const weights = sum(references.map(({ weight, id }) => (audits[id].score === null ? 0 : weight)));
    return references
      .map(({ id, weight }) => ({ ...audits[id], cost: (100 * weight * (1 - audits[id].score)) / weights }))
      .filter(({ score, scoreDisplayMode }) => score !== null && score < 1 && !WITHOUT_MARK.has(scoreDisplayMode))
      .map(({ id, score, cost, title, displayValue, details }) => {
        const found = [...new Set(places(details))];
        const named = [...found.slice(0, PLACES), ...(found.length > PLACES ? [`${found.length - PLACES} more`] : [])];
        return { id, score, cost, title, where: [displayValue, ...named].filter(Boolean).join("; ") };
      });
  });
}

async function audit(lighthouse, port, address) {
  const runs = [];
  for (let run = 0; run < RUNS; run++) {
    const { lhr } = await lighthouse(address, { port, output: "json", logLevel: "error", onlyCategories: CATEGORIES });
    if (lhr.runtimeError) return { error: lhr.runtimeError.message };
    runs.push({ scores: CATEGORIES.map((category) => lhr.categories[category].score), imperfect: imperfect(lhr) });
  }
  return runs.sort((left, right) => left.scores[0] - right.scores[0])[RUNS >> 1];
}

async function main() {
  const { default: lighthouse } = await load("lighthouse");
  const all = pages();
  const server = await serve({ "/": dist });
  const results = [];
  await withChromium(async (browser) => {
    const { port } = new URL(browser.wsEndpoint());
    for (const page of all) {
      console.error(`· ${page || "index"}`);
      results.push({ page: page || "index", ...(await audit(lighthouse, Number(port), `${server.address}/${page}`)) });
    }
  }).finally(server.close);
  const percent = (score) => (typeof score === "number" ? Math.round(score * 100) : undefined);
  print(
    `Scores of Lighthouse, 0 to 100: emulated phone, its own simulated network and CPU (${version("lighthouse")}; of ${RUNS} runs the one with the middle performance).`,
    ["page", ...CATEGORIES],
    results.map(({ page, scores = CATEGORIES }) => [page, ...scores.map(percent)]),
  );
  const found = results.flatMap(({ page, imperfect = [] }) => imperfect.map((each) => ({ page, ...each })));
  const failed = results.filter(({ error }) => error).map(({ page, error }) => [page, "—", "—", "—", error, "—"]);
  const costly = found.filter(({ cost }) => cost > 0);
  print(
    "What keeps a page from 100: each audit's score, and the points it takes from its category.",
    ["page", "audit", "score", "costs", "title", "value, or where"],
    [...failed, ...costly.map(({ page, id, score, cost, title, where }) => [page, id, percent(score), number(cost, 1), title, where])],
  );
  const hints = found.filter(({ cost }) => !cost);
  print(
    "Audits below 100 that take no points; how long files are kept is the host's choice (here 10 minutes).",
    ["audit", "pages", "lowest", "title", "for example"],
    [...new Set(hints.map(({ id }) => id))].map((id) => {
      const each = hints.filter((hint) => hint.id === id);
      const [{ page, title, where }] = each;
      const lowest = Math.min(...each.map(({ score }) => score));
      return [id, `${each.length} of ${results.length}`, percent(lowest), title, `${page}: ${where}`];
    }),
  );
}

main();
