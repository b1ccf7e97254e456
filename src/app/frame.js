// Tells the page around this one how high its content is and what is open in it. Does nothing outside a frame;
// asks no storage, whose mere mention throws in a sandbox. Classic script, deferred; ES5, ASCII.
(function () {
  "use strict";
  var host = window.parent, root = document.documentElement, known = /^[a-z0-9-]{1,80}$/, told = 0, timer;
  var wrapper = document.getElementById("embed") || document.getElementById("app");
  if (host === window || !wrapper) return;

  // Any page may know: it is no more than the reader sees.
  function tell(message) {
    message.reportExplorer = 1;
    host.postMessage(message, "*");
  }

  // A scroll bar would take width, make the content higher and then stay; so there is none unless the host lets the
  // frame be too low for a while.
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
    // Neither bubbles: caught on the way down.
    document.addEventListener("toggle", measure, true);
    document.addEventListener("load", measure, true);
    if (document.fonts && document.fonts.ready) document.fonts.ready.then(measure);
  }

  window.addEventListener("hashchange", function () {
    var fragment = location.hash.slice(1);
    if (known.test(fragment)) tell({ type: "place", fragment: fragment });
  });
  window.addEventListener("message", function (event) {
    var data = event.data;
    if (event.source === host && data && data.reportExplorer === 1 && data.type === "open" && known.test(data.fragment))
      location.replace("#" + data.fragment);
  });
  document.addEventListener("report-explorer-event", function (event) {
    if (event.detail === "search" || event.detail === "export") count(event.detail);
  });
  count("view");
})();
