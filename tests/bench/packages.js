// Finds and loads npm packages. `import` does not look into NODE_PATH, where they are; `require` does, but not for
// packages of modules only.
const fs = require("fs");
const path = require("path");
const { pathToFileURL } = require("url");
const { fail } = require("./inputs.js");

function folder(name) {
  const found = require.resolve.paths(name).map((root) => path.join(root, name)).find((candidate) => fs.existsSync(candidate));
  return found ?? fail(`the npm package ${name} is missing: \`make bench\` installs it and sets NODE_PATH`);
}

const manifest = (name) => JSON.parse(fs.readFileSync(path.join(folder(name), "package.json"), "utf8"));

/// The package's main module.
const load = (name) => import(pathToFileURL(path.join(folder(name), manifest(name).main)));

/// Name and version, as captions give them.
const version = (name) => `${name} ${manifest(name).version}`;

module.exports = { folder, load, version };
