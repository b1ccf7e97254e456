// Bundles the page in vue/ with esbuild, minified, and gives it the report's content.
const fs = require("fs");
const path = require("path");
const { bundle } = require("./bundle.js");
const { folder } = require("./packages.js");
const report = require("./report.js");

const SOURCE = path.join(__dirname, "vue");
/// Charts on the page: one of each kind with figures, as the report has them.
const CHARTS = ["public-legal-services", "rates", "reconsideration-and-litigation", "document-cleanup"];

/// What esbuild lacks: single-file components, compiled with their template inlined, as production builds have it.
function components(compiler) {
  return {
    name: "components",
    setup(build) {
      build.onLoad({ filter: /\.vue$/ }, ({ path: file }) => {
        const { descriptor } = compiler.parse(fs.readFileSync(file, "utf8"), { filename: file });
        const { content } = compiler.compileScript(descriptor, { id: path.basename(file), inlineTemplate: true, isProd: true });
        return { contents: content, loader: "js", resolveDir: path.dirname(file) };
      });
    },
  };
}

/// No more of the report than the page shows.
function contentOf(model) {
  const slice = report.slicer(model);
  const charts = report.charts(model);
  const known = CHARTS.map((id) => charts.find((chart) => chart.id === id)).filter(Boolean);
  return {
    title: model.title,
    sections: report.sections(model),
    figures: model.figures.map(({ id, label, topic, sentence, span }) => ({ id, label, topic, sentence, printed: slice(span) })),
    charts: known.length === CHARTS.length ? known : charts.slice(0, CHARTS.length),
  };
}

async function buildVuePage(model, target) {
  const compiler = require(path.join(folder("vue"), "compiler-sfc"));
  fs.rmSync(target, { recursive: true, force: true });
  fs.mkdirSync(target, { recursive: true });
  await bundle({
    entryPoints: [path.join(SOURCE, "main.js")],
    outdir: target,
    define: {
      "process.env.NODE_ENV": '"production"',
      __VUE_OPTIONS_API__: "false",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
    plugins: [components(compiler)],
  });
  fs.copyFileSync(path.join(SOURCE, "index.html"), path.join(target, "index.html"));
  fs.writeFileSync(path.join(target, "content.json"), JSON.stringify(contentOf(model)));
}

module.exports = { buildVuePage };
