// Starts the page: asks for its programs once it is touched, or when nothing else is to be done on a line
// that is fast, and keeps what the reader did before they were there. Whatever goes wrong, the HTML
// that is there stays, and one line says that the tools are not available.
import {
  addressBar, addressBeside, html, isBreak, isBroken, isIn, link, loadPage, loadScript, loadSearch, loadSmall, note, program, root,
  whenFailed,
} from "./programs.js";
import { watchPresses } from "./press.js";
import { arrive, closeBox, isInBox, keepBox, watchBox } from "./search_box.js";
import { arriveBySteps, layOutAll, show, watchSight } from "./sight.js";
import { bearChanges, clearIfChanged, presentOf } from "./take_over.js";

// Megabits a second above which a program may come before it is wanted.
var FAST = 5;
// Milliseconds after which a reader is told that what was pressed waits for its program.
var LONG = 1000;
var kept = [];
// The page whose HTML is there.
var shownPath = location.pathname;
var registered;
// The page program has answered what was kept for it.
var isAnswered, answered = new Promise(function (done) { isAnswered = done; });

// A broken program hears of nothing.
function shield(event) {
  if (isBroken()) event.stopImmediatePropagation();
}

// What only the page program can answer is kept until it is there.
function keep(event) {
  if (isIn("failed") || isIn("ready") || event.ctrlKey || event.metaKey || event.shiftKey) return;
  var isClick = event.type === "click";
  var target = event.target.closest(isClick ? "a, button, .tool > summary, [data-open], .sentence" : "input, select");
  // A link to another page leads there by itself, and the search box has a program of its own.
  if (!target || target.matches("a:not([data-open])") || isInBox(event)) return;
  if (isClick) event.preventDefault();
  kept = kept.filter(function (act) {
    return act.target !== target;
  });
  kept.push({ type: event.type, target: target, value: target.value });
  if (isClick) setTimeout(tellWaiting, LONG);
}

function tellWaiting() {
  html.classList.toggle("waiting", kept.length > 0);
}

// What was kept, which waits no longer.
function takeKept() {
  var acts = kept.splice(0);
  tellWaiting();
  return acts;
}

// What stands in a picture has no method for it.
function press(target) {
  if (target.click) target.click();
  else target.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
}

function repeat() {
  takeKept().forEach(function (act) {
    var target = presentOf(act.target);
    if (!target) return;
    if (act.type === "click") return press(target);
    target.value = act.value;
    target.dispatchEvent(new Event(act.type, { bubbles: true }));
  });
}

// What was kept for a program that does not come: links lead to pages.
function giveUp(name) {
  closeBox();
  if (name === "search") return;
  if (location.pathname !== shownPath) location.reload();
  takeKept().forEach(function (act) {
    if (act.target.href) press(act.target);
  });
}

// What the address asks for beyond the page itself only the program can show.
function isChosen() {
  var address = addressBar();
  return /\?/.test(address.split("#")[0]) || /#(f-|t-|s\d)/.test(address) || html.hasAttribute("data-whole");
}

// A reader who was here before, and has read on: what the page says of where they are only the program knows.
// And in large print its switches are the program's.
function isReturned() {
  return html.classList.contains("large") || (history.state && history.state.place && history.state.place.y > 0);
}

// The address that the page was loaded from, where the reader went back while it was loading: nobody heard
// of that step.
function leftAddress() {
  var loaded = performance.getEntriesByType && performance.getEntriesByType("navigation")[0];
  function path(address) {
    return new URL(address).pathname.replace(/\/$/, "");
  }
  if (loaded && /^http/.test(loaded.name) && path(loaded.name) !== path(location.href)) return loaded.name;
}

// A single file's page is its first one, wherever in it the reader was.
function isInsideElsewhere() {
  return !root && addressBar().split(/[?#]/)[0] !== html.getAttribute("data-base");
}

function savesData() {
  return navigator.connection && navigator.connection.saveData;
}

function isFast() {
  var line = navigator.connection;
  return line && !savesData() && line.downlink >= FAST;
}

// The first touch brings both, what it is meant for first. What is typed is answered and shown before
// the larger program keeps the processor busy, and what is for later comes last.
function touch(event) {
  if (isBroken()) return;
  if (event && isInBox(event)) loadSearch().catch(function () {}).then(function () { whenIdle(loadRest); });
  else loadRest();
}

function loadRest() {
  loadPage()
    .then(function () { return answered; })
    .then(loadSearch, loadSearch)
    .catch(function () {})
    .then(keepOffline);
}

function start() {
  if (!program) return;
  // A saved copy of the page has the classes of its program, but not this.
  html.classList.remove("ready");
  var alive = document.getElementById("alive");
  if (alive) alive.indeterminate = true;
  // Where the page lies that was loaded; a single file has it from the build.
  var left = leftAddress();
  if (root) html.setAttribute("data-base", left || location.href);
  // A host whose policy refuses the style in the page may allow it as a file. Beside a single file there is none.
  if (root && !getComputedStyle(html).getPropertyValue("--paper")) link("stylesheet", program.getAttribute("data-style"));
  if (window.parent !== window) {
    html.classList.add("framed");
    // The whole in one file has no other beside it.
    if (root) loadScript(program.getAttribute("data-frame"));
  }
  // The whole text has its true height before anybody scrolls it.
  whenIdle(layOutAll);
  if (!window.WebAssembly) return note("broken", true);
  ["error", "unhandledrejection"].forEach(function (type) {
    window.addEventListener(type, function (event) {
      if (isBreak(event.error || event.reason)) note("broken", true);
    });
  });
  ["click", "input", "change", "keydown", "submit", "focusin"].forEach(function (type) {
    window.addEventListener(type, shield, true);
  });
  watchSight(!!left || isInsideElsewhere());
  // Before presses are kept: what only selects words is none.
  watchPresses();
  ["click", "input", "change"].forEach(function (type) {
    window.addEventListener(type, keep, true);
  });
  // The page program is about to take over.
  program.prepare = function () {
    bearChanges();
    var putBack = keepBox();
    if (!clearIfChanged()) return;
    // As soon as there is a box again: the next letter may be on its way.
    new MutationObserver(function (changes, watch) {
      if (putBack()) watch.disconnect();
    }).observe(document.getElementById("app"), { childList: true, subtree: true });
  };
  program.ready = function () {
    html.classList.add("ready");
    Promise.resolve().then(repeat).then(function () { whenIdle(isAnswered); });
  };
  whenFailed(giveUp);
  program.arrive = arrive;
  program.show = show;
  program.arriveBySteps = arriveBySteps;
  program.places = function (query) {
    return loadSearch().then(function (search) {
      return search.places(query);
    });
  };
  watchBox();
  // It shows itself first.
  if (isChosen() || left || isReturned()) requestAnimationFrame(function () { setTimeout(loadPage); });
  else if (isFast()) whenIdle(function () { touch(); });
  else if (root && !savesData()) whenIdle(loadSmall);
  // A step of the history between pages of one document: after a reload only the program can show them.
  window.addEventListener("popstate", function () {
    if (!isIn("ready")) touch();
  });
  // Each press asks again for what failed to come. Readers by ear press without a pointer or a key.
  ["pointermove", "wheel", "focusin"].forEach(function (type) {
    window.addEventListener(type, touch, { passive: true, capture: true, once: true });
  });
  ["pointerdown", "touchstart", "keydown", "click"].forEach(function (type) {
    window.addEventListener(type, touch, { passive: true, capture: true });
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
  if (registered) return;
  registered = navigator.serviceWorker.register(addressBeside("sw.js")).catch(function () {});
  link("manifest", "manifest.webmanifest");
}

start();
