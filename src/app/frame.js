// Tells the page around this one how high the content is and what is open in it; outside a frame nothing.
// Stands behind the content; asks no storage, which throws in a sandbox. ES5, ASCII.
(function () {
  "use strict";
  var host = window.parent, root = document.documentElement, known = /^[a-z0-9-]{1,80}$/, told = 0, timer;
  var wrapper = document.getElementById("embed") || document.getElementById("app");
  if (host === window || !wrapper) return;

  function tell(message) {
    message.reportExplorer = 1;
    host.postMessage(message, "*");
  }

  // A scroll bar takes width, makes the content higher and may stay: none unless the host leaves the frame too low.
  function fit() {
    clearTimeout(timer);
    if (told > window.innerHeight) timer = setTimeout(function () { root.style.overflowY = ""; }, 500);
    else root.style.overflowY = "hidden";
  }

  function measure() {
    var height = Math.ceil(wrapper.getBoundingClientRect().bottom + window.pageYOffset);
    if (height > 0 && height !== told) {
      told = height;
      tell({ type: "height", height: height });
    }
    fit();
  }

  function count(name) {
    if (/[?&]events=1(&|$)/.test(location.search)) tell({ type: "event", name: name });
  }

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

  window.addEventListener("hashchange", function () {
    var fragment = location.hash.slice(1), target = document.getElementById(fragment);
    if (!known.test(fragment)) return;
    // WebKit lets no frame scroll the page around it; there the loader does, by top.
    if (target) target.scrollIntoView();
    tell({ type: "place", fragment: fragment, top: target ? target.getBoundingClientRect().top : undefined });
  });
  window.addEventListener("message", function (event) {
    var data = event.data || 0, fragment = data.fragment || "";
    if (event.source === host && data.reportExplorer === 1 && data.type === "open" && known.test(fragment)) location.replace("#" + fragment);
  });
  document.addEventListener("report-explorer-event", function (event) {
    if (event.detail === "search" || event.detail === "export") count(event.detail);
  });
  count("view");
})();
