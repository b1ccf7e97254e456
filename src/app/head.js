// What runs before anything is loaded or laid out, inside the page: puts the slash behind the address of a folder
// that a server gives without it, since every link of the page leads from there; lets a visit that begins at
// the top lay out what is below later (`start.js` ends that); keeps the print that the reader chose, where the browser
// keeps anything, and takes large print along the links of pages that have no program.
(function () {
  var html = document.documentElement, large = /[?&]large=1/, PRINT = "report-explorer-print";
  // The print of a frame is its host's.
  var isFramed = window.parent !== window;
  function kept() {
    try {
      return (!isFramed && localStorage.getItem(PRINT)) || "";
    } catch (error) {
      return "";
    }
  }
  function keep(print) {
    try {
      if (!isFramed) localStorage.setItem(PRINT, print);
    } catch (error) {
      // The address has it.
    }
  }
  if (!/(\/|\.\w+)$/.test(location.pathname)) {
    history.replaceState(history.state, "", location.pathname + "/" + location.search + location.hash);
  }
  if (!location.hash && !history.state) html.classList.add("first-view");
  if (large.test(location.search) || /large/.test(kept())) html.classList.add("large");
  if (/contrast/.test(kept())) html.setAttribute("data-theme", "contrast");
  // Before the page hears of it, which turns the switch.
  addEventListener("click", function (event) {
    var print = event.target.closest && event.target.closest("[data-print]");
    if (print) keep(print.getAttribute("data-print"));
  }, true);
  addEventListener("click", function (event) {
    var link = !event.defaultPrevented && event.target.closest && event.target.closest("a[href]");
    if (!link || link.host !== location.host || !/\/$/.test(link.pathname) || link.pathname === location.pathname) return;
    if (html.classList.contains("large") && !large.test(link.search)) link.search += (link.search ? "&" : "?") + "large=1";
  });
})();
