// Loads our WebAssembly module into node; in a page, engines.mjs does it.
const fs = require("fs");
const path = require("path");
const { pathToFileURL } = require("url");
const { moduleFolder } = require("./inputs.js");

async function loadModule() {
  // A copy with a name that node takes for a module, whatever package.json stands above it.
  const copy = path.join(moduleFolder, "bench-node.mjs");
  fs.copyFileSync(path.join(moduleFolder, "bench.js"), copy);
  const ours = await import(pathToFileURL(copy));
  ours.initSync({ module: fs.readFileSync(path.join(moduleFolder, "bench_bg.wasm")) });
  return ours;
}

module.exports = { loadModule };
