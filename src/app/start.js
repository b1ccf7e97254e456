// Starts the page, loads the parts of its program when they are wanted, and keeps what the reader did before they were
// there. Whatever goes wrong, the HTML that is there stays, and one line says that the tools are not available.
var html = document.documentElement;
// The program's element names the files of its parts; the program finds `load` and `ready` on it.
var program = document.getElementById("program");
// Resolved before the history moves on, which moves what relative addresses mean.
var first = program && program.href;
// What each comes to, by name, once it is asked for.
var parts = {};
// The bytes of search while a reader waits for them: all others come after.
var urgent;
var kept = [];

function isIn(state) {
  return html.classList.contains(state);
}

// From here on the page is plain HTML: links and forms act by themselves, and a broken program hears of nothing.
function fail() {
  if (isIn("failed")) return;
  html.classList.remove("ready");
  html.classList.add("failed");
  // Hits that were shown before the page was taken over.
  document.querySelectorAll(".search.open").forEach(function (box) {
    box.classList.remove("open");
  });
  kept.splice(0).forEach(function (act) {
    if (act.target.href) act.target.click();
  });
}

function shield(event) {
  if (isIn("failed")) event.stopImmediatePropagation();
}

// What only the program can answer is kept until it is there.
function keep(event) {
  if (isIn("failed") || isIn("ready") || !event.isTrusted || event.ctrlKey || event.metaKey || event.shiftKey) return;
  var isClick = event.type === "click";
  var target = event.target.closest(isClick ? "a, button, [data-open], .sentence" : "input, select");
  // A link to another page leads there by itself.
  if (!target || target.matches("a:not([data-open])")) return;
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

function isSearching() {
  return document.activeElement && document.activeElement.type === "search";
}

// The bytes of a part: out of the page itself where all of it is one file, else from beside the page.
function fetchPart(name) {
  var inline = document.getElementById("part-" + name);
  if (inline) {
    return Promise.resolve(Uint8Array.from(atob(inline.textContent), function (char) { return char.charCodeAt(0); }));
  }
  return fetch(new URL(program.getAttribute("data-" + name).split("/").pop(), first)).then(function (response) {
    if (!response.ok) throw new Error(response.status + " " + response.url);
    return response.arrayBuffer();
  });
}

// The report's page has only its own half of the style sheet; the other comes with the rest of the program.
function restStyle() {
  return program.hasAttribute("data-whole") || new Promise(function (done) {
    var style = link("stylesheet", program.getAttribute("data-rest-style").split("/").pop());
    style.onload = style.onerror = done;
  });
}

// Each part takes what it needs from those it names by their numbers. It is compiled while they are still on their way.
function load(name) {
  if (!parts[name]) {
    var needed = [parts.first].concat(name === "rest" ? [load("page"), load("search"), restStyle()] : []);
    var bytes = Promise.resolve(urgent).then(function () {
      return fetchPart(name);
    });
    if (name === "search" && isSearching()) urgent = bytes;
    parts[name] = Promise.all([bytes.then(function (bytes) { return WebAssembly.compile(bytes); })].concat(needed))
      .then(function (come) {
        return WebAssembly.instantiate(come[0], { 0: come[1], 1: come[2], 2: come[3] });
      })
      .then(function (part) {
        return part.exports;
      });
    parts[name].catch(fail);
  }
  return parts[name];
}

function link(rel, name) {
  var element = document.createElement("link");
  element.rel = rel;
  element.href = new URL(name, first);
  return document.head.appendChild(element);
}

function start() {
  if (!program) return;
  // A host whose policy refuses the style in the page may allow it as a file. Beside a single file there is none.
  if (first && !getComputedStyle(html).getPropertyValue("--paper")) {
    link("stylesheet", program.getAttribute("data-style").split("/").pop());
  }
  if (window.parent !== window) {
    html.classList.add("framed");
    // The whole in one file has no other beside it.
    if (program.hasAttribute("data-frame")) {
      var frame = document.createElement("script");
      frame.src = new URL(program.getAttribute("data-frame").split("/").pop(), first);
      document.head.appendChild(frame);
    }
  }
  if (!window.WebAssembly) return fail();
  ["error", "unhandledrejection"].forEach(function (type) {
    window.addEventListener(type, function (event) {
      if ((event.error || event.reason) instanceof WebAssembly.RuntimeError) fail();
    });
  });
  ["click", "input", "change", "keydown", "submit", "focusin"].forEach(function (type) {
    window.addEventListener(type, shield, true);
  });
  ["click", "input", "change"].forEach(function (type) {
    window.addEventListener(type, keep, true);
  });
  program.load = load;
  program.ready = function () {
    Promise.resolve().then(repeat);
  };
  // Compiled while it comes, where the server names its type.
  parts.first = initialize({ module_or_path: document.getElementById("part-first") ? fetchPart("first") : fetch(first) });
  parts.first.catch(fail);
  // Who turned to the search box before this script came waits for it already, perhaps with words in it.
  document.querySelectorAll("input[type=search]").forEach(function (field) {
    if (field.value !== field.defaultValue) kept.push({ type: "input", target: field, value: field.value });
  });
  if (isSearching()) load("search");
  // A page that needs the whole program shows itself first.
  if (program.hasAttribute("data-whole")) requestAnimationFrame(function () { setTimeout(load, 0, "rest"); });
  else load("page");
  // The first touch brings the rest, so that what is touched next answers at once.
  [["focusin", "search"], ["pointerdown", "rest"], ["keydown", "rest"]].forEach(function (wish) {
    window.addEventListener(wish[0], function () {
      load(wish[1]);
      if (wish[1] === "rest") keepOffline();
    }, { once: true, passive: true, capture: true });
  });
}

// Nothing waits for this. A frame is the host's, a file is not served, and a sandbox refuses even the question. The
// manifest comes no earlier: browsers fetch it and its icon at once.
function keepOffline() {
  if (!first || window.parent !== window || !window.isSecureContext || !/^http/.test(location.protocol) || !navigator.serviceWorker) return;
  navigator.serviceWorker.register(new URL("sw.js", first)).catch(function () {});
  link("manifest", "manifest.webmanifest");
}

start();
