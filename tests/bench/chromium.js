// Starts the Chromium that is installed; no browser is ever downloaded.
const fs = require("fs");
const path = require("path");
const { fail } = require("./inputs.js");
const { load } = require("./packages.js");

const NAMES = ["chromium", "chromium-browser", "google-chrome"];
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function executable() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return candidates.find((candidate) => fs.existsSync(candidate)) ?? fail("Chromium is missing: `make test` installs it");
}

/// Runs `work` with a browser and closes it whatever happens.
async function withChromium(work) {
  const puppeteer = await load("puppeteer-core");
  // Ten minutes: one call may hold a whole slow engine's work.
  const browser = await puppeteer.launch({ executablePath: executable(), args: FLAGS, protocolTimeout: 600_000 });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/// A page of its own cache and storage; gone after `work`.
async function withFreshPage(browser, work) {
  const context = await browser.createBrowserContext();
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

module.exports = { withChromium, withFreshPage };
