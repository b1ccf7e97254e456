// Keeps what was read readable without network: one cache for each version of the site, filled whole or not at all.
// The build puts VERSION, FILES (what every reader is given) and OFFLINE (HTML) in front: `src/site/offline.rs`.
const scope = self.registration.scope;
// Other sites may lie below other folders of the same host.
const family = "report-explorer " + scope + " ";
const store = family + VERSION;
const NAMED_BY_CONTENT = /-([0-9a-f]{16})\.\w+$/;
const program = FILES.filter((path) => NAMED_BY_CONTENT.test(path));

// The path from the site's root, whatever is asked of the page and whether its file is named or not.
function pathOf(address) {
  return address.slice(scope.length).replace(/[?#].*/, "").replace(/(^|\/)index\.html$/, "$1");
}

// A host in the middle of an update has files of two versions, and a captive network answers with a page of its own:
// a program file must be what its name says, and a page must name this version's program.
async function isOurs(path, response) {
  if (!response.ok || response.redirected) return false;
  const named = path.match(NAMED_BY_CONTENT);
  if (!named) {
    const html = await response.text();
    return program.every((name) => html.includes(name));
  }
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
  return Array.from(digest.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("") === named[1];
}

// A program that the page loaded as a compressed file, as it is inside.
async function loadedPacked(path) {
  if (!path.endsWith(".wasm") || !self.DecompressionStream) return null;
  try {
    const packed = await fetch(scope + path + ".gz", { cache: "only-if-cached", mode: "same-origin" });
    if (!packed.ok) return null;
    const bytes = await new Response(packed.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
    return new Response(bytes, { headers: { "Content-Type": "application/wasm" } });
  } catch (error) {
    // It was not, or the server has unpacked it.
    return null;
  }
}

async function fill() {
  const cache = await caches.open(store);
  const coming = FILES.map(async (path) => {
    // The page has just loaded the program: what its name pins is not fetched twice.
    const response = (await loadedPacked(path)) || (await fetch(scope + path, { cache: NAMED_BY_CONTENT.test(path) ? "default" : "no-cache" }));
    if (!(await isOurs(path, response.clone()))) throw new Error("not of this version: " + path);
    await cache.put(scope + path, response);
  });
  try {
    await Promise.all(coming);
  } catch (error) {
    await caches.delete(store);
    throw error;
  }
}

async function takeOver() {
  for (const name of await caches.keys()) {
    if (name.startsWith(family) && name !== store) await caches.delete(name);
  }
  if (self.registration.navigationPreload) await self.registration.navigationPreload.enable();
}

async function kept(path) {
  const cache = await caches.open(store);
  return cache.match(scope + path, { ignoreVary: true });
}

// Adds a page that is read to those given to everyone, with the data its year's program asks for.
async function keep(path, response) {
  const isPage = path === "" || path.endsWith("/");
  const isOutdated = self.registration.installing || self.registration.waiting;
  if (!isPage || isOutdated || !(await isOurs(path, response.clone()))) return;
  const cache = await caches.open(store);
  const year = path.match(/^\d{4}\//);
  if (year && !FILES.includes(year[0])) await cache.add(scope + year[0] + "data/report.postcard");
  await cache.put(scope + path, response);
}

// Milliseconds that a reader waits for the server where a copy is at hand, and that the worker does: a connection on
// which nothing comes any more is one of the few that a browser has.
const PATIENCE = 2500;
const LATEST = 15000;

function after(pause) {
  return new Promise((resolve) => setTimeout(resolve, pause));
}

// An answer that has come to its end; none where that takes too long.
async function whole(answer) {
  const end = after(LATEST).then(() => Promise.reject(new Error("too late")));
  const response = await Promise.race([answer, end]);
  if (!response.body) return response;
  const reader = response.body.getReader();
  const parts = [];
  try {
    for (;;) {
      const part = await Promise.race([reader.read(), end]);
      if (part.done) return new Response(new Blob(parts), response);
      parts.push(part.value);
    }
  } catch (error) {
    reader.cancel().catch(() => {});
    throw error;
  }
}

// What is fresh, if it comes in time; later it is only kept for the next view, so that nothing changes under the
// reader's eyes.
async function freshOr(copy, fresh) {
  const come = await Promise.race([fresh, after(PATIENCE)]).catch(() => null);
  return come && come.status < 500 ? come : copy;
}

async function page(event) {
  const path = pathOf(event.request.url);
  const answer = Promise.resolve(event.preloadResponse).then((response) => response || fetch(event.request));
  answer.catch(() => {});
  const copy = await kept(path);
  const fresh = copy ? whole(answer) : answer;
  event.waitUntil(fresh.then((response) => keep(path, response.clone())).catch(() => {}));
  return copy ? freshOr(copy, fresh) : fresh.catch(unknown);
}

async function data(request) {
  const copy = await kept(pathOf(request.url));
  return copy ? freshOr(copy, whole(fetch(request))) : fetch(request);
}

// A page that is not at hand is not answered with another one.
function unknown() {
  const html = OFFLINE.split('="./').join('="' + scope);
  return new Response(html, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

self.addEventListener("install", (event) => event.waitUntil(fill()));
// It comes only when no page of the version before is open: each page keeps the version it began with.
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  const request = event.request;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  const path = pathOf(request.url);
  if (request.mode === "navigate") {
    event.respondWith(page(event));
  } else if (program.includes(path)) {
    event.respondWith(kept(path).then((file) => file || fetch(request)));
  } else if (path.endsWith("/data/report.postcard")) {
    event.respondWith(data(request));
  }
});
