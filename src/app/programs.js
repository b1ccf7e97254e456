// The programs: search answers queries, page takes the HTML over, each with the newest report in it; archive
// answers of the other reports.
// What failed to come is asked for again, and until then the page is plain HTML.
import { stayInPlace } from "./sight.js";

export var html = document.documentElement;
// The element of this script names the files; the page program finds functions on it.
export var program = document.getElementById("program");
// Names are those of files beside this script, wherever the page itself lies.
export var root = program && program.src;
// Promises of what is loaded or on its way, by name.
var coming = {};
// Why there are no tools: a program that did not come, by name, or one that broke for good.
var failures = {};
// Milliseconds that a reader waits for a program: on a line of 200 kbit/s the page's takes half of it.
var PATIENCE = 20000;
// What else is to be done when the page turns into plain HTML.
var onFailure = [];

export function isIn(state) {
  return html.classList.contains(state);
}

export function isBroken() {
  return !!failures.broken;
}

export function whenFailed(act) {
  onFailure.push(act);
}

// With a failure links and forms act by themselves.
export function note(name, failed) {
  failures[name] = failed;
  html.classList.toggle("failed", !!(failures.search || failures.page || failures.broken));
  if (!failed || (name !== "search" && name !== "page" && name !== "broken")) return;
  if (name !== "search") html.classList.remove("ready");
  onFailure.forEach(function (act) {
    act(name);
  });
}

// What a program that panics leaves behind cannot be gone on with.
export function isBreak(error) {
  return error instanceof WebAssembly.RuntimeError;
}

// Once for all who ask; what failed is asked for again. What takes longer than anybody waits is not there, until it is.
function once(name, load) {
  if (!coming[name]) {
    var late = setTimeout(function () {
      note(name, true);
    }, PATIENCE);
    coming[name] = load();
    coming[name].then(
      function () {
        clearTimeout(late);
        note(name, false);
      },
      function (error) {
        clearTimeout(late);
        console.error("report explorer: the " + name + " program did not come: " + error);
        delete coming[name];
        note(isBreak(error) && name === "page" ? "broken" : name, true);
      },
    );
  }
  return coming[name];
}

// The page's address; a single file knows the one inside it.
export function addressBar() {
  return program.inside ? program.inside() : location.href;
}

export function addressBeside(name) {
  return new URL(name, root).href;
}

// Most hosts compress HTML and scripts at most. Where this script came as it is, so would programs
// and data: their compressed files come instead, if the browser can unpack them.
function wantsPacked() {
  var seen = window.DecompressionStream && performance.getEntriesByName(root)[0];
  // What the service worker has kept is unpacked already.
  return seen && !seen.workerStart && seen.encodedBodySize > 0 && seen.encodedBodySize === seen.decodedBodySize;
}

export function get(address) {
  return fetch(address).then(found);
}

function found(response) {
  if (!response.ok) throw new Error(response.status + " " + response.url);
  return response;
}

// Some servers unpack by themselves, and say so.
function unpack(response) {
  if (response.headers.get("Content-Encoding")) return response;
  return new Response(response.body.pipeThrough(new DecompressionStream("gzip")));
}

// What `read` makes of a file beside this script, or of one in the page itself where all is one file.
export function load(name, read) {
  // As soon as it is unpacked, whatever the browser can do.
  if (program.unpacked) return Promise.resolve(new Response(program.unpacked(name))).then(read);
  var inline = document.getElementById(name);
  if (inline) return Promise.resolve(new Response(program.bytes(inline))).then(unpack).then(read);
  function loadPlain() {
    return get(addressBeside(name)).then(read);
  }
  // What `search_ahead.js` has asked for is used once: what failed is asked for again.
  var ahead = name === program.getAttribute("data-search") && html.searchAhead;
  if (ahead) html.searchAhead = undefined;
  else if (!wantsPacked()) return loadPlain();
  return Promise.resolve(ahead || get(addressBeside(name) + ".gz")).then(found).then(unpack).then(read).catch(loadPlain);
}

// While it comes, whatever type the server says it has.
export function compile(response) {
  if (!WebAssembly.compileStreaming || !response.body) return readBytes(response).then(WebAssembly.compile);
  return WebAssembly.compileStreaming(new Response(response.body, { headers: { "Content-Type": "application/wasm" } }));
}

export function readBytes(response) {
  return response.arrayBuffer();
}

// A module and the bytes of this page's report. The newest report lies in the module itself, where the
// build put it; an older year has a file of its own.
function loadModule(name) {
  var module = load(program.getAttribute("data-" + name), compile);
  var file = html.getAttribute("data-report");
  var report = file ? once("report", function () { return load(file, readBytes); }) : module.then(function (module) {
    return WebAssembly.Module.customSections(module, "report")[0];
  });
  return Promise.all([module, report]).then(function (come) {
    return { module: come[0], report: new Uint8Array(come[1]) };
  });
}

// The search program: text in, text out.
export function loadSearch() {
  return once("search", function () {
    return loadModule("search").then(function (come) {
      return WebAssembly.instantiate(come.module, {}).then(function (instance) {
        return searchProgram(instance.exports, come.report);
      });
    });
  });
}

// How bytes get into a program without glue, and out of it.
function exchangeWith(exports) {
  return {
    write: function (bytes) {
      // First the place: making room may move the memory.
      var place = exports.input(bytes.length);
      new Uint8Array(exports.memory.buffer, place, bytes.length).set(bytes);
    },
    output: function () {
      return exports.memory.buffer.slice(exports.output(), exports.output() + exports.output_length());
    },
  };
}

// The archive program: a query in, the files it needs or its answer out.
export function loadArchive() {
  return once("archive", function () {
    return load(program.getAttribute("data-archive"), compile).then(function (module) {
      return WebAssembly.instantiate(module, {});
    }).then(function (instance) {
      var exports = instance.exports, exchange = exchangeWith(exports);
      function step(nWanted) {
        var text = new TextDecoder().decode(exchange.output());
        return nWanted ? { wanted: text.split("\n") } : { html: text };
      }
      return {
        begin: function (here, query, nMore) {
          exchange.write(new TextEncoder().encode(here + "\n" + query));
          return step(exports.begin(nMore));
        },
        goOn: function (files) {
          files.forEach(function (file) {
            exchange.write(new Uint8Array(file));
            exports.give();
          });
          return step(exports.go_on());
        },
      };
    });
  });
}

function searchProgram(exports, report) {
  var exchange = exchangeWith(exports);
  // One that broke is thrown away; another takes its place when it is asked for.
  function call(text, ask) {
    try {
      exchange.write(new TextEncoder().encode(text));
      return ask();
    } catch (error) {
      delete coming.search;
      throw error;
    }
  }
  exchange.write(report);
  if (!exports.open()) throw new Error("the report cannot be read");
  return {
    answer: function (here, query, every) {
      return call(here + "\n" + query, function () {
        var count = exports.answer(every);
        return { count: count, html: new TextDecoder().decode(exchange.output()) };
      });
    },
    // Pairs of start and end in the report's text.
    places: function (query) {
      return call(query, function () {
        exports.places();
        return new Uint32Array(exchange.output());
      });
    },
  };
}

export function loadScript(name) {
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

// The report's page has only its own half of the style sheet; the other comes before the program.
function loadStyle() {
  return once("style", function () {
    return new Promise(function (done) {
      var name = program.getAttribute("data-rest-style");
      if (!name || !html.hasAttribute("data-half-style")) return done();
      var style = link("stylesheet", name);
      style.onload = style.onerror = function () {
        stayInPlace();
        done();
      };
    });
  });
}

// The small script around the page program, which may come before it.
export function loadPageScript() {
  return once("script", function () {
    return loadScript(program.getAttribute("data-script"));
  });
}

// What is small of what the page program needs, after the search program has come: there before the first touch, it
// leaves the line to the larger. Style sheets do not come unpacked by the page.
export function loadSmall() {
  Promise.resolve(html.searchCome).catch(function () {}).then(function () {
    loadPageScript();
    if (!wantsPacked()) loadStyle();
  });
}

// The page program, which takes the HTML over.
export function loadPage() {
  return once("page", function () {
    return Promise.all([loadModule("page"), loadPageScript(), loadStyle()]).then(function (come) {
      return wasm_bindgen({ module_or_path: come[0].module }).then(function () {
        program.prepare();
        wasm_bindgen.open(come[0].report);
      });
    });
  });
}

export function link(rel, name) {
  var element = document.createElement("link");
  element.rel = rel;
  element.href = addressBeside(name);
  return document.head.appendChild(element);
}
