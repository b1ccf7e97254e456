// What runs before anything is loaded or laid out, inside the page: puts the slash behind the address of a folder
// that a server gives without it, since every link of the page leads from there; lets a visit that begins at
// the top lay out what is below later (`start.js` ends that); and takes large print along the links of pages
// that have no program.
(function () {
  var html = document.documentElement, large = /[?&]large=1/;
  if (!/(\/|\.\w+)$/.test(location.pathname)) {
    history.replaceState(history.state, "", location.pathname + "/" + location.search + location.hash);
  }
  if (!location.hash && !history.state) html.classList.add("first-view");
  if (large.test(location.search)) html.classList.add("large");
  addEventListener("click", function (event) {
    var link = !event.defaultPrevented && event.target.closest && event.target.closest("a[href]");
    if (!link || link.host !== location.host || !/\/$/.test(link.pathname) || link.pathname === location.pathname) return;
    if (html.classList.contains("large") && !large.test(link.search)) link.search += (link.search ? "&" : "?") + "large=1";
  });
})();
