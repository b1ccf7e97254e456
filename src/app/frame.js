// Shows what the address asks for (colours, large print, fewer parts), and tells the page around this one how high the
// content is and what is open in it. Asks no storage, which throws in a sandbox. ES5, ASCII.
(function () {
  "use strict";
  var host = window.parent, root = document.documentElement, known = /^[a-z0-9-]{1,80}$/, told = 0, toldAt = 0, toldWidth, timer, searched, wrapper;
  // What only the text has: its sections and sentences.
  var inText = /^(s\d+|letter|title|preamble|part-\d+|section-\d+-\d+|shortcomings|closing)$/;
  // Where the text is, from where this page lies in the site.
  var route = root.getAttribute("data-route") || "";
  var edition = (/^([a-z0-9-]+\/)?\d{4}(?=\/)/.exec(route) || [root.getAttribute("data-home")])[0];
  var text = new URL(route.replace(/[^\/]+\//g, "../") + edition + "/report/", location.href).href + location.search;
  var shown = fragmentNow();

  function fragmentNow() {
    return location.hash.slice(1);
  }

  function asked(name) {
    var found = new RegExp("[?&]" + name + "=([a-z0-9-]{1,20})(&|$)").exec(location.search);
    return found ? found[1] : "";
  }

  // A host whose policy refuses the style in the page may allow it as a file.
  var own = document.currentScript, style = own.getAttribute("data-style"), sheet;
  if (style && !getComputedStyle(root).getPropertyValue("--paper")) {
    sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = new URL(style, own.src).href;
    document.head.appendChild(sheet);
  }

  if (/^(light|dark|contrast)$/.test(asked("theme"))) root.setAttribute("data-theme", asked("theme"));
  if (asked("large") === "1") root.classList.add("large");
  if (asked("plain") === "1") root.classList.add("plain-view");
  if (asked("download") === "0") root.classList.add("no-download");

  function tell(message) {
    if (host === window) return;
    message.reportExplorer = 1;
    host.postMessage(message, "*");
  }

  // A scroll bar takes width, makes the content higher and may stay: none unless the host leaves the frame too low.
  function fit() {
    clearTimeout(timer);
    if (told > window.innerHeight) timer = setTimeout(function () { root.style.overflowY = ""; }, 500);
    else root.style.overflowY = "hidden";
  }

  // A host that is just too low for a higher frame gets a scroll bar, which makes the frame narrower and its charts
  // lower: without them the bar would go, and so on without end.
  function isSwinging(height) {
    var narrower = toldWidth - window.innerWidth;
    return height < told && told - height < 40 && narrower > 0 && narrower < 30 && Date.now() - toldAt < 1000;
  }

  function measure() {
    var height = Math.ceil(wrapper.getBoundingClientRect().bottom + window.pageYOffset);
    if (height > 0 && height !== told && !isSwinging(height)) {
      told = height;
      toldAt = Date.now();
      toldWidth = window.innerWidth;
      tell({ type: "height", height: height });
    }
    fit();
  }

  function count(name) {
    if (asked("events") === "1") tell({ type: "event", name: name });
  }

  function start() {
    var table = document.querySelector(".embed details");
    if (table && asked("table") === "1") table.open = true;
    if (host === window) return;
    // Before the height, after which the host says what its own address names.
    if (!shown || known.test(shown)) tell({ type: "place", fragment: shown });
    wrapper = document.getElementById("embed");
    // The explorer itself scrolls inside; it is as high as the host wants.
    if (!wrapper) tell({ type: "height", height: Math.min({{highest}}, Math.max({{lowest}}, asked("height") | 0 || {{usual}})) });
    else watch();
    count("view");
  }

  function watch() {
    root.style.overflowY = "hidden";
    measure();
    window.addEventListener("resize", measure);
    if (window.ResizeObserver) {
      new ResizeObserver(measure).observe(wrapper);
    } else {
      document.addEventListener("toggle", measure, true);
      document.addEventListener("load", measure, true);
      if (document.fonts && document.fonts.ready) document.fonts.ready.then(measure);
    }
  }

  // The page program writes its state into the history again and again: only another place is one.
  function place() {
    var fragment = fragmentNow(), target = document.getElementById(fragment);
    if (fragment === shown || (fragment && !known.test(fragment))) return;
    shown = fragment;
    // WebKit lets no frame scroll the page around it; there the loader does, by top.
    if (target && wrapper) target.scrollIntoView();
    tell({ type: "place", fragment: fragment, top: target && wrapper ? target.getBoundingClientRect().top : undefined });
  }

  window.addEventListener("hashchange", place);
  window.addEventListener("popstate", place);
  // The program moves without these events.
  ["pushState", "replaceState"].forEach(function (name) {
    var move = history[name];
    history[name] = function () {
      move.apply(history, arguments);
      place();
    };
  });
  window.addEventListener("message", function (event) {
    var data = event.data || 0, fragment = data.fragment || "";
    if (event.source !== host || host === window || data.reportExplorer !== 1 || data.type !== "open" || !known.test(fragment)) return;
    // Pages of the explorer other than the text have no such place.
    location.replace((!wrapper && inText.test(fragment) && !document.getElementById(fragment) ? text : "") + "#" + fragment);
  });
  document.addEventListener("input", function (event) {
    if (event.target.type !== "search") return;
    clearTimeout(searched);
    searched = setTimeout(function () { count("search"); }, 1500);
  }, true);
  document.addEventListener("click", function (event) {
    for (var at = event.target; at; at = at.parentNode) {
      if (at.hasAttribute && (at.hasAttribute("download") || at.hasAttribute("data-export"))) return count("export");
    }
  }, true);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
