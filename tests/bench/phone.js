// Loads a page as a slow phone would, nothing cached, and tells what its reader waits for.
const { withFreshPage } = require("./chromium.js");
const { sum } = require("./statistics.js");

const VIEWPORT = { width: 360, height: 740, deviceScaleFactor: 3, isMobile: true, hasTouch: true };
const CPU_SLOWDOWN = 4;
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const SETTING = "4× slower CPU, 1.6 Mbit/s, 150 ms";

/// After the network is quiet, the page is left this long: what it does late counts, too.
const QUIET = 2_000;
const LONG_TASK = 50;
/// Most to wait for marked hits, in milliseconds.
const PATIENCE = 30_000;

/// Runs in the page before anything else: collects what has no other trace.
function observe() {
  const seen = (window.benchSeen = { largest: undefined, shift: 0, tasks: [] });
  const watch = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch("largest-contentful-paint", (entry) => (seen.largest = entry.startTime));
  watch("layout-shift", (entry) => (seen.shift += entry.hadRecentInput ? 0 : entry.value));
  watch("longtask", (entry) => seen.tasks.push(entry.duration));
}

/// Runs in the page before anything else: asks for the query to be typed as soon as there is a field that takes it, and takes the
/// time when the first frame with marked hits has been shown.
function searchWhenPossible({ input, mark }) {
  function whenThere(selector, then) {
    const look = () => {
      const found = document.querySelector(selector);
      if (!found) return;
      observer.disconnect();
      then(found);
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
    look();
  }
  whenThere(input, function type(box) {
    box.focus();
    // A field that is not shown yet takes no letters.
    if (document.activeElement !== box) return requestAnimationFrame(() => type(document.querySelector(input)));
    window.benchType();
    whenThere(mark, () => requestAnimationFrame(() => setTimeout(() => (window.benchMarked = performance.now()))));
  });
}

async function slowDown(page, height = VIEWPORT.height) {
  const session = await page.createCDPSession();
  await page.setViewport({ ...VIEWPORT, height });
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", NETWORK);
  await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  return session;
}

/// Bytes that came over the wire with their headers, by the kind of request.
function countBytes(session) {
  const kinds = new Map();
  const bytes = {};
  session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "Other";
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  return bytes;
}

/// A page that is not there would be the quickest of all.
async function open(page, address) {
  const response = await page.goto(address, { waitUntil: "networkidle0" });
  if (!response.ok()) throw new Error(`${address} answered ${response.status()}`);
}

/// Milliseconds that the main thread has worked, for frames within the page, too: they share it.
async function workOf(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  return 1000 * metrics.find(({ name }) => name === "TaskDuration").value;
}

/// One visit that only looks, on a screen as high as is said.
function visit(browser, address, height) {
  return withFreshPage(browser, async (page) => {
    const session = await slowDown(page, height);
    const bytes = countBytes(session);
    await session.send("Performance.enable");
    await page.evaluateOnNewDocument(observe);
    await open(page, address);
    await new Promise((resolve) => setTimeout(resolve, QUIET));
    const work = await workOf(session);
    const seen = await page.evaluate(() => ({
      ...window.benchSeen,
      paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    }));
    return {
      total: sum(Object.values(bytes)),
      document: (bytes.Document ?? 0) + (bytes.Stylesheet ?? 0),
      paint: seen.paint,
      largest: seen.largest,
      work,
      blocked: sum(seen.tasks.map((duration) => Math.max(0, duration - LONG_TASK))),
      shift: seen.shift,
    };
  });
}

/// Runs in the page before anything else: takes the time from a press until the card it opens has been shown.
function watchTap(card) {
  addEventListener("pointerdown", () => {
    const pressed = performance.now();
    const look = () => {
      if (!document.querySelector(card)) return requestAnimationFrame(look);
      setTimeout(() => (window.benchTapped = performance.now() - pressed));
    };
    look();
  }, { capture: true, once: true });
}

/// One visit whose first touch is a tap on a number, a while after all is quiet: milliseconds until its card is shown; at
/// the phone's speed, or on a line and a processor that nothing slows down.
function visitAndTap(browser, address, { target, card }, isSlow) {
  return withFreshPage(browser, async (page) => {
    const session = isSlow ? await slowDown(page) : await page.createCDPSession();
    if (!isSlow) await page.setViewport(VIEWPORT);
    await page.evaluateOnNewDocument(watchTap, card);
    await open(page, address);
    await new Promise((resolve) => setTimeout(resolve, QUIET / 4));
    const point = await page.evaluate((selector) => {
      const first = document.querySelector(selector);
      first.scrollIntoView({ block: "center" });
      const { left, top, width, height } = first.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }, target);
    await new Promise((resolve) => setTimeout(resolve, QUIET / 4));
    await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [point] });
    await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    const tapped = await page.waitForFunction(() => window.benchTapped, { timeout: PATIENCE }).catch(() => undefined);
    return tapped?.jsonValue();
  });
}

/// One visit that searches: milliseconds until hits are marked; none if the page has no such search. The query comes
/// from the keyboard, once: a page that forgets what is typed before its program is there never has marked hits.
function visitAndSearch(browser, address, search) {
  return withFreshPage(browser, async (page) => {
    const session = await slowDown(page);
    await page.exposeFunction("benchType", () => session.send("Input.insertText", { text: search.query }));
    await page.evaluateOnNewDocument(searchWhenPossible, search);
    await open(page, address);
    if (!(await page.$(search.input))) return undefined;
    const marked = await page.waitForFunction(() => window.benchMarked, { timeout: PATIENCE }).catch(() => undefined);
    return marked?.jsonValue();
  });
}

module.exports = { SETTING, visit, visitAndSearch, visitAndTap };
