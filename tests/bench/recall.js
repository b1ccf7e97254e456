// Compares what searches find: the share of the sentences holding a query that Pagefind and our search give.
//
// Pagefind gets every sentence as a record of its own. Indexed as the one page it is, the report would be found or not
// found by each query; with sentences a reader sees, as in our search, which of them were missed.
const fs = require("fs");
const path = require("path");
const { withChromium, withFreshPage } = require("./chromium.js");
const { hasModule, moduleFolder, output, reportJson } = require("./inputs.js");
const { load, version } = require("./packages.js");
const report = require("./report.js");
const { queriesOf } = require("./recall-queries.js");
const { serve } = require("./server.js");
const { sum } = require("./statistics.js");
const { number, print } = require("./table.js");

async function writePagefind(sentences, folder) {
  const pagefind = await load("pagefind");
  fs.rmSync(folder, { recursive: true, force: true });
  const { index } = await pagefind.createIndex();
  for (const sentence of sentences) {
    const { errors } = await index.addCustomRecord({
      url: `/${sentence.number}`,
      content: sentence.text,
      language: "zh",
      meta: { title: String(sentence.number) },
    });
    if (errors.length > 0) throw new Error(errors.join("; "));
  }
  await index.writeFiles({ outputPath: folder });
  await pagefind.close();
}

/// Runs in the page: the numbers of the sentences that Pagefind finds for every query.
async function askPagefind(queries) {
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
  const answers = [];
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    const records = await Promise.all(results.map((result) => result.data()));
    answers.push(records.map(({ url }) => Number(url.slice(1))));
  }
  return answers;
}

/// Runs in the page: the numbers of the sentences that our search finds for every query, or only how many entries.
async function askOurs(json, queries) {
  const { default: init, Search } = await import("/module/bench.js");
  await init({ module_or_path: "/module/bench_bg.wasm" });
  const search = new Search(json, 1);
  return queries.map((query) => (search.sentences ? Array.from(search.sentences(query)) : search.search(query)));
}

/// Share of the wanted that was found; of an answer that is only a number, what it can be at most.
function recall(wanted, found) {
  if (typeof found === "number") return Math.min(found, wanted.length) / wanted.length;
  return wanted.filter((sentence) => found.includes(sentence)).length / wanted.length;
}

/// How many were found that do not hold the query as it is.
const besides = (wanted, found) =>
  typeof found === "number" ? Math.max(0, found - wanted.length) : found.filter((sentence) => !wanted.includes(sentence)).length;

function tables(groups, answers) {
  const percent = (values) => `${number((100 * sum(values)) / values.length, 0)}%`;
  const engines = Object.keys(answers);
  const summary = [...groups, { name: "all", queries: groups.flatMap(({ queries }) => queries) }].map(({ name, queries }) => [
    name,
    queries.length,
    ...engines.map((engine) => percent(queries.map(({ text, wanted }) => recall(wanted, answers[engine].get(text))))),
    ...engines.map((engine) => queries.filter(({ text, wanted }) => recall(wanted, answers[engine].get(text)) === 0).length),
    ...engines.map((engine) => sum(queries.map(({ text, wanted }) => besides(wanted, answers[engine].get(text))))),
  ]);
  const missed = groups
    .flatMap(({ queries }) => queries)
    .map(({ text, wanted }) => [text, wanted.length, ...engines.map((engine) => recall(wanted, answers[engine].get(text)))])
    .filter((row) => row.slice(2).some((share) => share < 1))
    .map(([text, count, ...shares]) => [text, count, ...shares.map((share) => percent([share]))]);
  return { summary, missed, engines };
}

async function main() {
  const json = reportJson();
  const sentences = report.sentences(JSON.parse(json));
  const groups = queriesOf(sentences);
  const texts = groups.flatMap(({ queries }) => queries.map(({ text }) => text));
  const folder = path.join(output, "pagefind");
  await writePagefind(sentences, folder);
  const withOurs = hasModule();
  const server = await serve({ "/bench/": __dirname, "/module/": moduleFolder, "/pagefind/": folder });
  const answers = {};
  await withChromium((browser) =>
    withFreshPage(browser, async (page) => {
      await page.goto(`${server.address}/bench/blank.html`);
      const remember = (found) => new Map(texts.map((text, at) => [text, found[at]]));
      if (withOurs) answers.ours = remember(await page.evaluate(askOurs, json, texts));
      answers.Pagefind = remember(await page.evaluate(askPagefind, texts));
    }),
  ).finally(server.close);
  answers.includes = new Map(groups.flatMap(({ queries }) => queries.map(({ text, wanted }) => [text, wanted])));
  const { summary, missed, engines } = tables(groups, answers);
  const onlyCounted = withOurs && [...answers.ours.values()].some((found) => typeof found === "number");
  print(
    `Recall by sentence (${version("pagefind")}): share of the ${sentences.length} sentences holding the query that is found, mean over the queries;\n` +
      "how many queries find none of them; how many sentences without the query come besides. Truth: includes." +
      (onlyCounted ? "\nOurs: by its number of hits, so recall is at most this." : ""),
    ["queries", "count", ...["", ", none", ", besides"].flatMap((what) => engines.map((engine) => engine + what))],
    summary,
  );
  print("Queries that any of them does not answer in full.", ["query", "sentences", ...engines], missed);
}

main();
