// What runs before anything is loaded or laid out, inside the page: puts the slash behind the address of a folder
// that a server gives without it, since every link of the page leads from there; lets a visit that begins at
// the top lay out what is below later (`start.js` ends that); keeps the print that the reader chose, where the browser
// keeps anything, and takes large print along the links of pages that have no program.
(function () {
  var html = document.documentElement, large = /[?&]large=1/, PRINT = "report-explorer-print";
  // The print of a frame is its host's.
  var isFramed = window.parent !== window;
  // None where nothing was chosen or nothing is kept.
  function kept() {
    try {
      return isFramed ? null : localStorage.getItem(PRINT);
    } catch (error) {
      return null;
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
  // A step of the history leads to an address of before the choice.
  function show(isStep) {
    var print = kept(), isLarge = large.test(location.search) && !(isStep && print === "");
    html.classList.toggle("large", isLarge || /large/.test(print));
    if (/contrast/.test(print)) html.setAttribute("data-theme", "contrast");
  }
  var loaded = performance.getEntriesByType && performance.getEntriesByType("navigation")[0];
  show(loaded && loaded.type === "back_forward");
  addEventListener("pageshow", function (event) {
    if (event.persisted) show(true);
  });
  // Before the page hears of it, which turns the switch.
  addEventListener("click", function (event) {
    var target = event.target.closest && event.target.closest(".header-switch"), isLarge = html.classList.contains("large");
    if (!target) return;
    if (target.matches(".large-switch, .enlarge, .reduce")) keep(isLarge ? "" : "large");
    if (target.matches(".contrast-switch")) keep(html.getAttribute("data-theme") === "contrast" ? "large" : "large contrast");
  }, true);
  addEventListener("click", function (event) {
    var link = !event.defaultPrevented && event.target.closest && event.target.closest("a[href]");
    if (!link || link.host !== location.host || !/\/$/.test(link.pathname) || link.pathname === location.pathname) return;
    if (html.classList.contains("large") && kept() === null && !large.test(link.search)) link.search += (link.search ? "&" : "?") + "large=1";
  });
})();
