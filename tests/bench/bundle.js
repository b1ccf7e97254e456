// Bundles a script of a page that is compared with ours, as production builds do: by esbuild, minified.
const path = require("path");
const { folder, load } = require("./packages.js");

async function bundle(options) {
  const esbuild = await load("esbuild");
  await esbuild.build({
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    nodePaths: [path.dirname(folder("esbuild"))],
    logLevel: "error",
    ...options,
  });
}

module.exports = { bundle };
