// What the benchmarks are about: the built site, our module and the report, found once for all of them.
// BENCH_DIST, BENCH_TARGET, BENCH_MODULE and BENCH_OUTPUT name other folders than dist, target, target/bench and
// target/bench.
const fs = require("fs");
const path = require("path");

const dist = path.resolve(process.env.BENCH_DIST || "dist");
const target = path.resolve(process.env.BENCH_TARGET || "target");
const moduleFolder = path.resolve(process.env.BENCH_MODULE || "target/bench");
const output = path.resolve(process.env.BENCH_OUTPUT || "target/bench");

function fail(message) {
  console.error(`error: ${message}`);
  process.exit(1);
}

/// The newest year that the site has, as the home page shows it.
function year() {
  const years = fs.existsSync(dist) ? fs.readdirSync(dist).filter((name) => /^\d{4}$/.test(name)) : [];
  const newest = years.sort().pop();
  return newest ?? fail(`no report in ${dist}: run \`make dist\` first`);
}

function reportJson() {
  const file = path.join(dist, year(), "data", "report.json");
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : fail(`${file} is missing: run \`make dist\` first`);
}

/// Whether our module is built; says so once where it is not, so that the other columns still come.
function hasModule() {
  const built = ["bench.js", "bench_bg.wasm"].every((name) => fs.existsSync(path.join(moduleFolder, name)));
  if (!built) console.log(`(no bench.js and bench_bg.wasm in ${moduleFolder}: our own rows are left out)`);
  return built;
}

module.exports = { dist, target, moduleFolder, output, fail, year, reportJson, hasModule };
