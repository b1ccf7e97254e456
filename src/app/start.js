// Starts the page: loads its programs when they are wanted, and keeps what the reader did before they
// were there. Whatever goes wrong, the HTML that is there stays, and one line says that the tools are
// not available; the next touch tries again.
//
// Two programs, each with the newest report in it: search answers queries, page takes the HTML over.
// The page asks for either only once it is touched, or when nothing else is to be done on a line that is fast.
var html = document.documentElement;
// This script's element names the files; the page program finds functions on it.
var program = document.getElementById("program");
// Names are those of files beside this script, wherever the page itself lies.
var root = program && program.src;
// Promises of what is loaded or on its way, by name.
var coming = {};
// Why there are no tools: a program that did not come, by name, or one that broke for good.
var failures = {};
var kept = [];
// Megabits a second above which a program may come before it is wanted.
var FAST = 5;

function isIn(state) {
  return html.classList.contains(state);
}

// With a failure the page is plain HTML: links and forms act by themselves.
function note(name, failed) {
  failures[name] = failed;
  html.classList.toggle("failed", !!(failures.search || failures.page || failures.broken));
  if (!failed) return;
  closeBox();
  if (name !== "page" && name !== "broken") return;
  html.classList.remove("ready");
  kept.splice(0).forEach(function (act) {
    if (act.target.href) act.target.click();
  });
}

// A broken program hears of nothing.
function shield(event) {
  if (failures.broken) event.stopImmediatePropagation();
}

// What only the page program can answer is kept until it is there.
function keep(event) {
  if (isIn("failed") || isIn("ready") || !event.isTrusted || event.ctrlKey || event.metaKey || event.shiftKey) return;
  var isClick = event.type === "click";
  var target = event.target.closest(isClick ? "a, button, [data-open], .sentence" : "input, select");
  // A link to another page leads there by itself, and the search box has a program of its own.
  if (!target || target.matches("a:not([data-open])") || target.closest("#search")) return;
  if (isClick) event.preventDefault();
  kept = kept.filter(function (act) {
    return act.target !== target;
  });
  kept.push({ type: event.type, target: target, value: target.value });
}

function repeat() {
  kept.splice(0).forEach(function (act) {
    if (act.type === "click") return act.target.click();
    act.target.value = act.value;
    act.target.dispatchEvent(new Event(act.type, { bubbles: true }));
  });
}

// What a program that panics leaves behind cannot be gone on with.
function isBreak(error) {
  return error instanceof WebAssembly.RuntimeError;
}

// Once for all who ask; what failed is asked for again.
function once(name, load) {
  if (!coming[name]) {
    coming[name] = load();
    coming[name].then(
      function () {
        note(name, false);
      },
      function (error) {
        console.error("report explorer: the " + name + " program did not come: " + error);
        delete coming[name];
        note(isBreak(error) && name === "page" ? "broken" : name, true);
      },
    );
  }
  return coming[name];
}

function addressBeside(name) {
  return new URL(name, root).href;
}

// Most hosts compress HTML and scripts at most. Where this script came as it is, so would programs
// and data: their compressed files come instead, if the browser can unpack them.
function wantsPacked() {
  var seen = window.DecompressionStream && performance.getEntriesByName(root)[0];
  // What the service worker has kept is unpacked already.
  return seen && !seen.workerStart && seen.encodedBodySize > 0 && seen.encodedBodySize === seen.decodedBodySize;
}

function getBytes(address) {
  return fetch(address).then(function (response) {
    if (!response.ok) throw new Error(response.status + " " + address);
    return response.arrayBuffer();
  });
}

// Told by the first bytes: some servers unpack by themselves.
function unpack(buffer) {
  var bytes = new Uint8Array(buffer);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return buffer;
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

// The bytes of a file beside this script, or out of the page itself where all of it is one file.
function load(name) {
  var inline = document.getElementById(name);
  if (inline) {
    return Promise.resolve(Uint8Array.from(atob(inline.textContent), function (char) { return char.charCodeAt(0); })).then(unpack);
  }
  var address = addressBeside(name);
  if (!wantsPacked()) return getBytes(address).then(unpack);
  return getBytes(address + ".gz").then(unpack).catch(function () {
    return getBytes(address);
  });
}

function compile(bytes) {
  return WebAssembly.compile(bytes);
}

// A module and the bytes of this page's report. The newest report lies in the module itself, where the
// build put it; an older year has a file of its own.
function loadModule(name) {
  var module = load(program.getAttribute("data-" + name)).then(compile);
  var file = html.getAttribute("data-report");
  var report = file ? once("report", function () { return load(file); }) : module.then(function (module) {
    return WebAssembly.Module.customSections(module, "report")[0];
  });
  return Promise.all([module, report]).then(function (come) {
    return { module: come[0], report: new Uint8Array(come[1]) };
  });
}

// The search program: text in, text out.
function loadSearch() {
  return once("search", function () {
    return loadModule("search").then(function (come) {
      return WebAssembly.instantiate(come.module, {}).then(function (instance) {
        return searchProgram(instance.exports, come.report);
      });
    });
  });
}

function searchProgram(exports, report) {
  function write(bytes) {
    // First the place: making room may move the memory.
    var place = exports.input(bytes.length);
    new Uint8Array(exports.memory.buffer, place, bytes.length).set(bytes);
  }
  function output() {
    return exports.memory.buffer.slice(exports.output(), exports.output() + exports.output_length());
  }
  // One that broke is thrown away; another takes its place when it is asked for.
  function call(text, ask) {
    try {
      write(new TextEncoder().encode(text));
      return ask();
    } catch (error) {
      delete coming.search;
      throw error;
    }
  }
  write(report);
  if (!exports.open()) throw new Error("the report cannot be read");
  return {
    answer: function (here, query, every) {
      return call(here + "\n" + query, function () {
        var count = exports.answer(every);
        return { count: count, html: new TextDecoder().decode(output()) };
      });
    },
    // Pairs of start and end in the report's text.
    places: function (query) {
      return call(query, function () {
        exports.places();
        return new Uint32Array(output());
      });
    },
  };
}

function loadScript(name) {
  return new Promise(function (done, fail) {
    // In one file the script stands before this one.
    if (!root) return done();
    var script = document.createElement("script");
    script.src = addressBeside(name);
    script.onload = done;
    script.onerror = fail;
    document.head.appendChild(script);
  });
}

// The report's page has only its own half of the style sheet; the other comes with the program.
function loadStyle() {
  return new Promise(function (done) {
    var name = program.getAttribute("data-rest-style");
    if (!name || !html.hasAttribute("data-half-style")) return done();
    var style = link("stylesheet", name);
    style.onload = style.onerror = done;
  });
}

// The page program, which takes the HTML over.
function loadPage() {
  return once("page", function () {
    var script = once("script", function () {
      return loadScript(program.getAttribute("data-script"));
    });
    return Promise.all([loadModule("page"), script, loadStyle()]).then(function (come) {
      return wasm_bindgen({ module_or_path: come[0].module }).then(function () {
        wasm_bindgen.open(come[0].report);
      });
    });
  });
}

function link(rel, name) {
  var element = document.createElement("link");
  element.rel = rel;
  element.href = addressBeside(name);
  return document.head.appendChild(element);
}

// What the address asks for beyond the page itself only the program can show.
function isChosen() {
  var address = program.inside ? program.inside() : location.href;
  return /\?/.test(address.split("#")[0]) || /#(f-|t-|s\d)/.test(address) || html.hasAttribute("data-whole");
}

function isFast() {
  var line = navigator.connection;
  return line && !line.saveData && line.downlink >= FAST;
}

// The first touch brings both, what it is meant for first.
function touch(event) {
  if (failures.broken) return;
  var order = event && isInside(event) ? [loadSearch, loadPage] : [loadPage, loadSearch];
  order[0]().then(order[1], order[1]).catch(function () {});
  keepOffline();
}

function start() {
  if (!program) return;
  // A host whose policy refuses the style in the page may allow it as a file. Beside a single file there is none.
  if (root && !getComputedStyle(html).getPropertyValue("--paper")) link("stylesheet", program.getAttribute("data-style"));
  if (window.parent !== window) {
    html.classList.add("framed");
    // The whole in one file has no other beside it.
    if (root) loadScript(program.getAttribute("data-frame"));
  }
  if (!window.WebAssembly) return note("broken", true);
  ["error", "unhandledrejection"].forEach(function (type) {
    window.addEventListener(type, function (event) {
      if (isBreak(event.error || event.reason)) note("broken", true);
    });
  });
  ["click", "input", "change", "keydown", "submit", "focusin"].forEach(function (type) {
    window.addEventListener(type, shield, true);
  });
  ["click", "input", "change"].forEach(function (type) {
    window.addEventListener(type, keep, true);
  });
  program.ready = function () {
    html.classList.add("ready");
    Promise.resolve().then(repeat);
  };
  program.arrive = arrive;
  program.places = function (query) {
    return loadSearch().then(function (search) {
      return search.places(query);
    });
  };
  watchBox();
  // It shows itself first.
  if (isChosen()) requestAnimationFrame(function () { setTimeout(loadPage); });
  else if (isFast()) whenIdle(function () { touch(); });
  // Each press asks again for what failed to come.
  ["pointerdown", "touchstart", "keydown", "pointermove", "wheel"].forEach(function (type, at) {
    window.addEventListener(type, touch, { passive: true, capture: true, once: at > 2 });
  });
}

function whenIdle(then) {
  function wait() {
    (window.requestIdleCallback || setTimeout)(then);
  }
  if (document.readyState === "complete") wait();
  else window.addEventListener("load", wait);
}

// Nothing waits for this. A frame is the host's, a file is not served, and a sandbox refuses even the question. The
// manifest comes no earlier: browsers fetch it and its icon at once.
function keepOffline() {
  if (!root || window.parent !== window || !window.isSecureContext || !/^http/.test(location.protocol) || !navigator.serviceWorker) return;
  if (coming.offline) return;
  coming.offline = navigator.serviceWorker.register(addressBeside("sw.js")).catch(function () {});
  link("manifest", "manifest.webmanifest");
}
